"""The time an assessment covers: a month, a quarter, a half-year or a year."""

from __future__ import annotations

import calendar
import enum
import re
from dataclasses import dataclass
from datetime import date, timedelta

from cadre_cli.domain.texts import Text


class PeriodUnit(enum.Enum):
    """The length of a period; its value is the number of months."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


_FRIDAY = 4
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})|-Q([1-4])|-H([12]))?$")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`number` counts within the year from 1 (month 3, quarter 1, half 2; 1 for a year).

    >>> Period.parse("2026-03").last_day, str(Period.parse("2026-Q1"))
    (datetime.date(2026, 3, 31), '2026-Q1')
    """

    year: int
    number: int
    unit_months: int = 1

    @classmethod
    def of(cls, year: int, number: int = 1, unit: PeriodUnit = PeriodUnit.MONTH) -> Period:
        """A period by its unit; ValueError when there is no such month, quarter or half."""
        if not (1 <= number <= 12 // unit.value and 1900 <= year <= 2999):
            raise ValueError(f"no such period: {year} {unit.name} {number}")
        return cls(year, number, unit.value)

    @classmethod
    def parse(cls, written: str) -> Period:
        """`2026-03`, `2026-Q1`, `2026-H1` or `2026`; ValueError for anything else."""
        match = _WRITTEN.match(written.strip().upper())
        if match is None:
            raise ValueError(f"not a period: {written!r}")
        year, month, quarter, half = match.groups()
        if month:
            return cls.of(int(year), int(month))
        if quarter:
            return cls.of(int(year), int(quarter), PeriodUnit.QUARTER)
        if half:
            return cls.of(int(year), int(half), PeriodUnit.HALF)
        return cls.of(int(year), 1, PeriodUnit.YEAR)

    @property
    def unit(self) -> PeriodUnit:
        """Month, quarter, half-year or year."""
        return PeriodUnit(self.unit_months)

    @property
    def first_day(self) -> date:
        """The first day the period covers."""
        return date(self.year, (self.number - 1) * self.unit_months + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day the period covers: the default `--as-of`."""
        month = self.number * self.unit_months
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def first_working_day(self) -> date:
        """The first Monday-to-Friday: nobody worked on the Sunday that a month may begin with."""
        first = self.first_day
        return first + timedelta(days=(7 - first.weekday()) % 7 if first.weekday() > _FRIDAY else 0)

    @property
    def last_working_day(self) -> date:
        """The last Monday-to-Friday of the period."""
        last = self.last_day
        return last - timedelta(days=max(0, last.weekday() - _FRIDAY))

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        match self.unit:
            case PeriodUnit.MONTH:
                return f"{self.year}-{self.number:02d}"
            case PeriodUnit.QUARTER:
                return f"{self.year}-Q{self.number}"
            case PeriodUnit.HALF:
                return f"{self.year}-H{self.number}"
            case PeriodUnit.YEAR:
                return str(self.year)

    @property
    def title(self) -> Text:
        """As a heading writes it: "tháng 3 năm 2026"."""
        match self.unit:
            case PeriodUnit.MONTH:
                return Text(
                    f"tháng {self.number} năm {self.year}",
                    f"{calendar.month_name[self.number]} {self.year}",
                )
            case PeriodUnit.QUARTER:
                roman = ("I", "II", "III", "IV")[self.number - 1]
                return Text(f"quý {roman} năm {self.year}", f"quarter {self.number} of {self.year}")
            case PeriodUnit.HALF:
                half = ("đầu", "cuối")[self.number - 1]
                return Text(
                    f"6 tháng {half} năm {self.year}",
                    f"{('first', 'second')[self.number - 1]} half of {self.year}",
                )
            case PeriodUnit.YEAR:
                return Text(f"năm {self.year}", f"year {self.year}")
