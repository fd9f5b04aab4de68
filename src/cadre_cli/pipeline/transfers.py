"""Which way a transfer leads: within the office, into it, or to another body."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.officers import Placement
from cadre_cli.pipeline.bodies import Where, unit_part, where_is
from cadre_cli.pipeline.unit_names import same_unit
from cadre_cli.sheets.placements import destination_of
from cadre_cli.vietnamese.text import has_words, one_line

_FORMER = re.compile(
    r"\btừ\s+(?!ngày|tháng|đầu|giữa|cuối|năm|quý|nay|khi|\d)(\D+?)\s+(?:về|đến|sang|tới)\b",
    re.IGNORECASE,
)
"""A former body: "Điều động từ UBND xã Lim về"."""
_ALONE = r"\s*(?:[;,.(]|từ\s+(?:ngày|\d)|kể từ|$)"
_ARRIVES = re.compile(rf"\b(?:chuyển|điều động|luân chuyển) đến{_ALONE}", re.IGNORECASE)
_LEAVES = re.compile(rf"\b(?:chuyển|điều động|luân chuyển) đi{_ALONE}", re.IGNORECASE)
"""Words that say the way themselves: what stands beside them changes nothing."""


@dataclass(frozen=True, slots=True)
class _Office:
    """The office's own units and its name, by which a transfer's ends are told."""

    units: Collection[str]
    name: str

    def unit(self, place: str) -> str | None:
        """The unit of the office's own that a place is."""
        bare = unit_part(place, self.name)
        same = (u for u in sorted(self.units) if same_unit(place, u) or same_unit(bare, u))
        return next(same, None)

    def has(self, place: str) -> bool:
        return self.unit(place) is not None or where_is(place, self.name) is Where.HERE

    def is_strange(self, place: str) -> bool:
        return self.unit(place) is None and where_is(place, self.name) is Where.ELSEWHERE


def directed(event: Event, units: Collection[str], office: str) -> Event | None:
    """A transfer as it leads; None where its words do not tell coming from going.

    Into a unit of the office's own it is a move, into the office a coming, to a body that surely is
    another one a going. "Điều động về …" alone says neither.
    """
    if event.kind not in (EventKind.TRANSFER_IN, EventKind.TRANSFER_OUT):
        return event
    words, own = one_line(event.words), _Office(units, office)
    place = (event.becomes.unit if event.becomes else None) or destination_of(words)
    written = _FORMER.search(words)
    if place is None:
        comes = written is not None and not own.has(written[1])
        return replace(event, kind=EventKind.TRANSFER_IN) if comes else event
    if _LEAVES.search(words):
        return replace(event, kind=EventKind.TRANSFER_OUT)
    former = event.was.unit if event.was is not None and event.was.unit else None
    former = former or (written[1] if written else None)
    unit = own.unit(place)
    kind = _kind(event, place, former, own) if unit is None else _into_unit(event, former, own)
    if kind is not EventKind.MOVED:
        return None if kind is None else replace(event, kind=kind)
    return replace(event, kind=kind, becomes=replace(event.becomes or Placement(), unit=unit))


def _into_unit(event: Event, former: str | None, own: _Office) -> EventKind | None:
    """A transfer into a unit of the office's own: a move, or a coming where another body was left."""
    if former is not None and own.has(former):
        return EventKind.MOVED
    if _arrives(event.words) or (former is not None and own.is_strange(former)):
        return EventKind.TRANSFER_IN
    return EventKind.MOVED if former is None else None


def _kind(event: Event, place: str, former: str | None, own: _Office) -> EventKind | None:
    """A transfer to what is no unit of the office's own; None where nobody has said which way."""
    comes = _arrives(event.words) or (former is not None and own.is_strange(former))
    where = where_is(place, own.name)
    if where is Where.HERE:
        return None if former is not None and own.has(former) else EventKind.TRANSFER_IN
    if where is Where.ELSEWHERE:
        return None if comes else EventKind.TRANSFER_OUT
    if comes:
        return EventKind.TRANSFER_IN
    return event.kind if event.kind is EventKind.TRANSFER_OUT else None


def _arrives(words: str) -> bool:
    return has_words(words, "tiếp nhận") or _ARRIVES.search(one_line(words)) is not None
