"""The points for the common criteria: which scorer counts, and how the rows add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Missing
from cadre_cli.domain.texts import Text, shown, verbatim
from cadre_cli.domain.trace import Step
from cadre_cli.rules.schema import Criterion, RuleSet
from cadre_cli.scoring.steps import given, total

_LABEL = Text("Điểm tiêu chí chung", "Points for the common criteria")
_SELF = 0
"""The scorer number of the person's own marks."""


@dataclass(frozen=True, slots=True)
class CommonPoints:
    """The points as a step, or what is lacking."""

    step: Step | None
    missing: tuple[Missing, ...] = ()


def common_points(found: CommonMarks | None, row: CellRef, rules: RuleSet) -> CommonPoints:
    """The marks of the highest superior who gave any (contract 9.7), added up without groups twice.

    `row` is the person's own place, named when there are no marks at all.
    """
    if found is None or not found.marks:
        return _nothing(row if found is None else found.at.first)
    scorers = {mark.scorer for mark in found.marks if mark.points is not None}
    if not scorers:
        return _nothing(found.marks[0].at)
    highest = max(scorers)
    if highest == _SELF:
        return _only_self(found)
    marks = tuple(mark for mark in found.marks if mark.scorer == highest)
    note = None
    if len({mark.scorer for mark in found.marks}) > 1:
        note = Text(
            "điểm của cấp cao nhất đã chấm; điểm tự chấm chỉ để tham khảo",
            "points of the highest superior who scored; the self-score is for reference",
        )
    return _added(marks, note, rules)


def _nothing(at: CellRef) -> CommonPoints:
    what = Text("chưa có điểm tiêu chí chung", "no points for the common criteria")
    return CommonPoints(None, (Missing(what, at),))


def _only_self(found: CommonMarks) -> CommonPoints:
    blank = next((mark.at for mark in found.marks if mark.scorer != _SELF), found.marks[0].at)
    what = Text(
        "tiêu chí chung mới có điểm tự chấm, chưa có điểm của cấp trên",
        "the common criteria have only a self-score, none of a superior",
    )
    return CommonPoints(None, (Missing(what, blank),))


def _added(marks: tuple[Mark, ...], note: Text | None, rules: RuleSet) -> CommonPoints:
    by_code: dict[str, Mark] = {}
    for mark in marks:
        before = by_code.setdefault(mark.criterion, mark)
        if before.points is None:
            by_code[mark.criterion] = mark
        elif mark.points is not None and mark.points != before.points:
            return CommonPoints(None, (_two_values(mark),))
    parts, missing = _parts(by_code, rules)
    if missing:
        return CommonPoints(None, missing)
    basis = (rules.passage("common"),)
    step = total(_LABEL, parts, basis=basis, note=note, key="common")
    most = rules.value("common_max")
    if step.value > most.value:
        what = Text(
            f"điểm tiêu chí chung {shown(step.value)} vượt mức tối đa {shown(most.value)}",
            f"{shown(step.value, 'en')} common points, above the maximum of {shown(most.value, 'en')}",
        )
        return CommonPoints(None, (Missing(what, marks[0].at),))
    return CommonPoints(step)


def _parts(
    by_code: Mapping[str, Mark], rules: RuleSet
) -> tuple[tuple[Step, ...], tuple[Missing, ...]]:
    """Steps to add up: groups of criteria as far as any is filled, else the total alone."""
    groups = [criterion for criterion in rules.criteria if criterion.group is None]
    known = {criterion.code for criterion in rules.criteria} & _filled(by_code)
    own = {code: mark for code, mark in by_code.items() if code not in {"total", *_wholes(by_code)}}
    if not known and "total" in _filled(by_code):
        return _read([by_code["total"]], {"total": rules.value("common_max").value})
    if not known and _own_criteria(own, rules):
        return _read(list(own.values()), {})
    if not known:
        at = next(iter(by_code.values())).at
        what = Text(
            "các tiêu chí chung trong bảng không khớp quy định và không ghi tổng điểm",
            "the sheet's common criteria are not those of the rule and there is no total",
        )
        return (), (Missing(what, at),)
    steps: list[Step] = []
    missing: list[Missing] = []
    for group in groups:
        children = [item for item in rules.criteria if item.group == group.code]
        read, lacking = _group(group, children, by_code)
        steps += read
        missing += lacking
    return tuple(steps), tuple(missing)


def _group(
    group: Criterion, children: Sequence[Criterion], by_code: Mapping[str, Mark]
) -> tuple[tuple[Step, ...], tuple[Missing, ...]]:
    """A group's points: its children when any is filled, else the group's own mark."""
    filled = _filled(by_code)
    if not any(child.code in filled for child in children):
        return _read_criteria([group], by_code)
    steps, missing = _read_criteria(children, by_code)
    if missing:
        return (), missing
    label = Text(f"{group.code}. {group.text}", f"{group.code}. {group.text}")
    return (total(label, steps, basis=(group.basis,)),), ()


def _read_criteria(
    criteria: Sequence[Criterion], by_code: Mapping[str, Mark]
) -> tuple[tuple[Step, ...], tuple[Missing, ...]]:
    anywhere = next(iter(by_code.values())).at
    marks = [by_code.get(item.code, Mark(item.code, None, anywhere)) for item in criteria]
    texts = {item.code: f"{item.code}. {item.text}" for item in criteria}
    return _read(marks, {item.code: item.maximum for item in criteria}, texts)


def _read(
    marks: Sequence[Mark], maxima: Mapping[str, Decimal], texts: Mapping[str, str] | None = None
) -> tuple[tuple[Step, ...], tuple[Missing, ...]]:
    steps: list[Step] = []
    missing: list[Missing] = []
    for mark in marks:
        words = (texts or {}).get(mark.criterion, mark.criterion)
        label = _LABEL if words == "total" else verbatim(words)
        maximum = maxima.get(mark.criterion, mark.maximum)
        match mark.points:
            case None:
                why = Text("chưa có điểm", "has no points")
            case Decimal() as points if points < 0 or (maximum is not None and points > maximum):
                why = Text(
                    f"có điểm {shown(points)}, ngoài mức 0–{shown(maximum)}",
                    f"has {shown(points, 'en')} points, outside 0–{shown(maximum, 'en')}",
                )
            case Decimal() as points:
                steps.append(given(label, points, mark.at))
                continue
            case _:
                why = Text(
                    "có điểm không đọc được hoặc ngoài thang điểm",
                    "has points that cannot be read or are out of range",
                )
        missing.append(Missing(Text(f"“{label.vi}” {why.vi}", f"“{label.en}” {why.en}"), mark.at))
    return tuple(steps), tuple(missing)


def _wholes(by_code: Mapping[str, Mark]) -> set[str]:
    """Codes of groups that stand beside their own rows: their sum, not one more row."""
    return {code.partition(".")[0] for code in _filled(by_code) if "." in code}


def _own_criteria(own: Mapping[str, Mark], rules: RuleSet) -> bool:
    """Whether the office's own rows are complete: their stated maxima make up the rule's total.

    A rule that lists no criteria leaves them to the office, which need not state maxima either.
    """
    maxima = [mark.maximum for mark in own.values() if mark.maximum is not None]
    if not rules.criteria and not maxima:
        return bool(own)
    return len(maxima) == len(own) and sum(maxima) == rules.value("common_max").value


def _filled(by_code: Mapping[str, Mark]) -> set[str]:
    return {code for code, mark in by_code.items() if mark.points is not None}


def _two_values(mark: Mark) -> Missing:
    if mark.criterion == "total":
        vi, en = _LABEL.vi, _LABEL.en
    else:
        vi = en = mark.criterion
    return Missing(
        Text(f"“{vi}” có hai mức điểm khác nhau", f"“{en}” has two different marks"), mark.at
    )
