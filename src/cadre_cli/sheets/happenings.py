"""What happened to a person, read from an events sheet, a column or a note (contract 9.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.event_words import (
    ABSENCES,
    SOME_DAYS,
    covers_whole_period,
    document_in,
    exemption_in,
    is_disciplined,
    is_over,
    kind_of_event,
)
from cadre_cli.sheets.placements import becomes_of, ends_a_post, was_of
from cadre_cli.sheets.wording import is_nothing, says
from cadre_cli.vietnamese.yearless import Nearby

_PLACEMENTS = frozenset(
    {
        *(EventKind.APPOINTED, EventKind.RELIEVED, EventKind.KIND_CHANGED, EventKind.MOVED),
        *(EventKind.TRANSFER_IN, EventKind.TRANSFER_OUT),
    }
)
"""Kinds after which somebody may be of another post, unit or kind."""
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}))?(?![\d/])")
_LONG_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s+(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)
_SINCE = re.compile(r"(?:từ|kể từ|bắt đầu)\s*(?:ngày\s*)?$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến|tới|-|–|→)\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)


def event_in_note(
    words: str | None, who: Mention, at: CellRef, period: Period | None
) -> Event | None:
    """The event a note tells of, None when it tells of none.

    Nobody notes a cause of one task or a scandal of the unit beside a name, so those kinds are left
    to an events sheet.
    """
    kind = kind_of_event(words)
    if words is None or kind in (None, EventKind.OBJECTIVE_CAUSE, EventKind.UNIT_CORRUPTION):
        return None
    return event_of(kind, words, who, at, period)


def event_in_column(
    kind: EventKind, words: str | None, who: Mention, at: CellRef, period: Period | None
) -> Event | None:
    """The event a filled cell of a column such as "Kỷ luật" or "Nghỉ" tells of."""
    if words is None or is_nothing(words) or is_over(kind, words):
        return None
    if kind is EventKind.DISCIPLINE:
        return event_of(kind, words, who, at, period) if is_disciplined(words) else None
    if says(words, "khong nghi", "khong vang"):
        return None
    told = kind_of_event(words)
    return event_of(told if told in ABSENCES else kind, words, who, at, period)


def event_of(
    kind: EventKind, words: str, who: Mention, at: CellRef, period: Period | None
) -> Event:
    """An event with what its words tell: document, days, whether they cover the whole period.

    The first day of a discipline is that of its decision; elsewhere days inside a document's title
    say nothing about the absence.
    """
    document = document_in(words)
    first, last = _days(words.replace(document or "\0", " "), period, kind)
    if kind is EventKind.DISCIPLINE and first is None and document is not None:
        first, last = _days(document, period, kind)[0], None
    changes = kind in _PLACEMENTS
    change = kind
    if kind is EventKind.DISCIPLINE and ends_a_post(words):
        changes, change = True, EventKind.RELIEVED
    return replace(
        Event(kind, who, at, words),
        first_day=first,
        last_day=last,
        document=document,
        whole_period=covers_whole_period(kind, words),
        becomes=becomes_of(change, words) if changes else None,
        was=was_of(change, words) if changes else None,
        exemption=exemption_in(words) if kind is EventKind.DISCIPLINE else None,
    )


def _days(words: str, period: Period | None, kind: EventKind) -> tuple[date | None, date | None]:
    """The first and the last day; the last is None where no end is told ("từ ngày 05/3").

    A leave on single days ("nghỉ phép 02/3, 03/3") ends with the last of them.
    """
    first: date | None = None
    last: date | None = None
    single: date | None = None
    for start, day, ends in sorted(_dates(words, period)):
        if _UNTIL.search(words[:start]):
            last = ends
            continue
        first = first or day
        single = None if _SINCE.search(words[:start]) else ends
    if first is None or last is not None or kind not in ABSENCES:
        return first, last
    count = SOME_DAYS.search(words)
    if count is not None:
        return first, max(first + timedelta(days=int(count[1]) - 1), single or first)
    return first, single if kind is EventKind.LEAVE else None


def _dates(words: str, period: Period | None) -> Iterator[tuple[int, date, date]]:
    """Where a date stands in the words, its first day and its last (a month has both)."""
    for pattern in (_DAY, _LONG_DAY):
        for found in pattern.finditer(words):
            day_month = int(found[1]), int(found[2])
            day = _real(int(found[3]), *day_month[::-1]) if found[3] else None
            if not found[3] and period is not None:
                day = _without_year(*day_month, period)
            if day is not None:
                yield found.start(), day, day
    within_days = [day.span() for day in _LONG_DAY.finditer(words)]
    for found in _MONTH.finditer(words):
        inside = any(start <= found.start() < end for start, end in within_days)
        if not inside and 1 <= int(found[1]) <= 12 and 1900 <= int(found[2]) <= 2999:
            month = Period.of(int(found[2]), int(found[1]), PeriodUnit.MONTH)
            yield found.start(), month.first_day, month.last_day


def _without_year(day: int, month: int, period: Period) -> date | None:
    """A day by the period of its table; what has happened is not a year ahead of it."""
    near = Nearby(period)
    before = (one for one in near.candidates(day, month) if one <= period.last_day)
    return near.settle(day, month) or max(before, default=None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
