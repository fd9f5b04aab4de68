"""New-rural criteria of this period beside those of the period before: kept, lost, reached anew."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cadre_cli.domain.periods import Period
from cadre_cli.domain.texts import Text
from cadre_cli.domain.villages import VillageBook, VillageCriterion
from cadre_cli.vietnamese.text import key
from cadre_cli.vietnamese.villages import village_key


class Trend(enum.Enum):
    """How a criterion stands against the last period at hand that spoke of it."""

    KEPT = "kept"
    LOST = "lost"
    REACHED = "reached anew"
    STILL_OPEN = "not reached yet"
    FIRST = "no earlier period"
    NOT_SAID = "not said"
    ABSENT = "not in this period"

    @property
    def shown(self) -> Text:
        """The word in a report."""
        return _WORDS[self]


_WORDS = {
    Trend.KEPT: Text("giữ vững", "kept"),
    Trend.LOST: Text("mất chuẩn", "lost"),
    Trend.REACHED: Text("mới đạt", "reached anew"),
    Trend.STILL_OPEN: Text("chưa đạt", "not reached yet"),
    Trend.FIRST: Text("chưa có kỳ trước để so", "no earlier period"),
    Trend.NOT_SAID: Text("không rõ đạt hay chưa", "not said"),
    Trend.ABSENT: Text("kỳ này không ghi", "not in this period"),
}


@dataclass(frozen=True, slots=True)
class CriterionState:
    """A criterion with its trend; `before` is the row of the earlier period it is held against."""

    criterion: VillageCriterion
    trend: Trend
    before: VillageCriterion | None = None
    period: Period | None = None


def criterion_states(book: VillageBook) -> tuple[CriterionState, ...]:
    """Every criterion of this period, and those of its villages that only an earlier one spoke of."""
    earlier = _latest(book)
    met: set[str] = set()
    found: list[CriterionState] = []
    for criterion in book.now.criteria:
        names = _names(criterion)
        held = next((earlier[name] for name in names if name in earlier), None)
        met.update(names)
        if held is None:
            found.append(CriterionState(criterion, _without_earlier(criterion)))
        else:
            met.update(_names(held[1]))
            found.append(CriterionState(criterion, _trend(held[1], criterion), held[1], held[0]))
    return (*found, *_absent(book, earlier, met))


def _latest(book: VillageBook) -> Mapping[str, tuple[Period, VillageCriterion]]:
    """By village and criterion, the last that earlier periods say."""
    found: dict[str, tuple[Period, VillageCriterion]] = {}
    for period, records in book.earlier:
        for criterion in records.criteria:
            for name in _names(criterion):
                found[name] = (period, criterion)
    return found


def _names(criterion: VillageCriterion) -> tuple[str, ...]:
    """What a criterion is found by again: its number and its words, within its village."""
    village = village_key(criterion.village or "")
    said = (("number", criterion.number), ("name", criterion.name))
    return tuple(f"{village}|{kind}|{key(words)}" for kind, words in said if words)


def _without_earlier(criterion: VillageCriterion) -> Trend:
    return Trend.FIRST if isinstance(criterion.reached, bool) else Trend.NOT_SAID


def _trend(before: VillageCriterion, now: VillageCriterion) -> Trend:
    if not isinstance(now.reached, bool):
        return Trend.NOT_SAID
    if not now.reached:
        return Trend.LOST if before.reached is True else Trend.STILL_OPEN
    if not isinstance(before.reached, bool):
        return Trend.FIRST
    return Trend.KEPT if before.reached else Trend.REACHED


def _absent(
    book: VillageBook, earlier: Mapping[str, tuple[Period, VillageCriterion]], met: set[str]
) -> Iterable[CriterionState]:
    """Criteria that a village reported on before and says nothing of now."""
    reporting = {village_key(one.village or "") for one in book.now.criteria}
    told: list[VillageCriterion] = []
    for name, (period, criterion) in earlier.items():
        village = village_key(criterion.village or "")
        if name in met or village not in reporting or criterion in told:
            continue
        told.append(criterion)
        yield CriterionState(criterion, Trend.ABSENT, criterion, period)
