"""Terms counted in working days."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """The last day of a term: `count` working days from the day after, Monday to Friday.

    Public holidays are announced year by year and not known here, so the true term may end later:
    whoever shows it says so.

    >>> working_days_after(date(2026, 4, 6), 7), working_days_after(date(2026, 4, 4), 1)
    (datetime.date(2026, 4, 15), datetime.date(2026, 4, 6))
    """
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
