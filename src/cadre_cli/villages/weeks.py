"""The weekly day in the villages: which weeks a period has, and which village was visited in which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cadre_cli.domain.periods import Period
from cadre_cli.domain.villages import VillageBook, Visit
from cadre_cli.vietnamese.villages import each_once, village_key, villages_in

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday, known by its weekly day; it belongs to the period of that day."""

    day: date

    @property
    def first(self) -> date:
        """Its Monday."""
        return self.day - timedelta(days=self.day.weekday())

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.first + _WEEK


def weeks_of(period: Period, weekday: int, until: date) -> tuple[Week, ...]:
    """The weeks whose weekly day lies in the period, up to the day to which is counted.

    >>> march = Period.parse("2026-03")
    >>> [week.day.day for week in weeks_of(march, 3, march.last_day)]
    [5, 12, 19, 26]
    """
    first = period.first_day
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    found: list[Week] = []
    while day <= min(period.last_day, until):
        found.append(Week(day))
        day += _WEEK
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which village was visited in which week.

    `villages` are spelt as they were met first; `visits` go by the village's key and the week.
    """

    weeks: tuple[Week, ...]
    villages: tuple[str, ...]
    visits: Mapping[tuple[str, Week], tuple[Visit, ...]]

    def of(self, village: str, week: Week) -> tuple[Visit, ...]:
        """The visits to a village in a week."""
        return self.visits.get((village_key(village), week), ())

    def without(self, village: str) -> tuple[Week, ...]:
        """The weeks in which nobody went to a village."""
        return tuple(week for week in self.weeks if not self.of(village, week))

    @property
    def empty_weeks(self) -> tuple[Week, ...]:
        """The weeks in which nobody went to any village."""
        return tuple(
            week for week in self.weeks if not any(self.of(one, week) for one in self.villages)
        )


def coverage(book: VillageBook, period: Period) -> Coverage:
    """The villages against the weeks of a period.

    A visit of the month's last days may belong to a week of the next month, so that the logs of
    earlier periods are looked at too. Several rows of one day in one village are one visit.
    """
    weeks = weeks_of(period, book.weekday, book.as_of or period.last_day)
    logs = (*(records for _, records in book.earlier), book.now)
    listed = [visit for records in logs for visit in records.visits]
    found: dict[tuple[str, Week], dict[tuple[date, tuple[str, ...]], Visit]] = {}
    for visit in listed:
        if not isinstance(visit.day, date) or visit.village is None:
            continue
        week = next((week for week in weeks if visit.day in week), None)
        if week is None:
            continue
        for village in villages_in(visit.village):
            once = found.setdefault((village_key(village), week), {})
            once.setdefault((visit.day, tuple(one.name for one in visit.who)), visit)
    named = (village for visit in listed for village in villages_in(visit.village or ""))
    return Coverage(
        weeks,
        each_once((*book.places, *named)),
        {place: tuple(once.values()) for place, once in found.items()},
    )


def weeks_out(book: VillageBook, found: Coverage, officer: str) -> tuple[Week, ...]:
    """The weeks in which one person was in a village, whichever it was."""
    days = [
        visit.day
        for records in (*(records for _, records in book.earlier), book.now)
        for visit in records.visits
        if isinstance(visit.day, date) and any(who.officer == officer for who in visit.who)
    ]
    return tuple(week for week in found.weeks if any(day in week for day in days))
