"""Days written without their year ("31/3", "ngày 5 tháng 3"), told by the period they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.periods import Period
from cadre_cli.vietnamese.dates import bare_day

_WRITTEN = re.compile(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:/|năm)?", re.IGNORECASE)
_BESIDE = 31
"""Days around a period at the turn of a year within which another year's day is meant."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What tells the year: the period of the sheet, and days of the row that it lies between."""

    period: Period
    since: date | None = None
    until: date | None = None

    def candidates(self, day: int, month: int) -> tuple[date, ...]:
        """The days it may be, the nearest to the period first."""
        years = range(self.period.year - 1, self.period.year + 2)
        days = (_real(year, month, day) for year in years)
        real = [one for one in days if one and (self.until is None or one <= self.until)]
        return tuple(sorted(real, key=self._distance))

    def settle(self, day: int, month: int) -> date | None:
        """The day that is meant, None where two are possible or none is.

        The nearest to the period, if it is of the period's own year. At the turn of a year it is
        the first since the row's earlier day; without one it is last December's day in January, but
        not the 31st, which as often means the end of the year that begins.

        >>> january = Nearby(Period(2026, 1))
        >>> january.settle(31, 1), january.settle(25, 12), january.settle(31, 12)
        (datetime.date(2026, 1, 31), datetime.date(2025, 12, 25), None)
        >>> Nearby(Period(2026, 1), since=date(2026, 1, 5)).settle(31, 12)
        datetime.date(2026, 12, 31)
        >>> Nearby(Period(2026, 3)).settle(30, 6), Nearby(Period(2026, 3)).settle(30, 2)
        (datetime.date(2026, 6, 30), None)
        """
        found = self.candidates(day, month)
        nearest = found[0] if found else None
        if nearest is None or nearest.year == self.period.year:
            return nearest
        if self.since is not None:
            return min((one for one in found if one >= self.since), default=None)
        beside = self._distance(nearest) <= _BESIDE and (nearest.month, nearest.day) != (12, 31)
        return nearest if beside else None

    def _distance(self, day: date) -> int:
        """Days outside the period; 0 within."""
        first, last = self.period.first_day, self.period.last_day
        return max((first - day).days, (day - last).days, 0)


def read_day_and_month(text: str) -> tuple[int, int] | None:
    """The day and the month of a day without a year; None for anything else.

    >>> read_day_and_month("31/3"), read_day_and_month("ngày 05 tháng 3"), read_day_and_month("5-3")
    ((31, 3), (5, 3), (5, 3))
    >>> read_day_and_month("hết ngày 20/01"), read_day_and_month("17h00 ngày 20/01")
    ((20, 1), (20, 1))
    >>> read_day_and_month("3/2026"), read_day_and_month("15/15"), read_day_and_month("trước 5/3")
    (None, None, None)
    """
    match = _WRITTEN.fullmatch(bare_day(text))
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    # 2024 is a leap year: whether 29/2 exists is for the year to say.
    return (day, month) if _real(2024, month, day) else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
