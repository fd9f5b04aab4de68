"""A year's log of the villages cut into its months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.records import Records
from cadre_cli.domain.values import Day
from cadre_cli.domain.villages import VillageRecords

KINDS = frozenset({"village_tasks", "new_rural", "contributions", "households", "visits"})
"""The sheet kinds that are about villages."""


def in_months(period: Period | None, records: Records) -> Iterator[tuple[Period | None, Records]]:
    """A year's log by the months of its days; what has no day stays with the year."""
    villages = records.villages
    if period is None or period.unit is not PeriodUnit.YEAR or not villages:
        yield period, records
        return
    days: list[Day] = [each.day for each in villages.contributions]
    days += [each.day for each in villages.households]
    days += [each.day for each in villages.visits]
    months = sorted({_month(day, period) for day in days} - {period})
    for month in months:
        own = VillageRecords(
            contributions=tuple(
                c for c in villages.contributions if _month(c.day, period) == month
            ),
            households=tuple(h for h in villages.households if _month(h.day, period) == month),
            visits=tuple(v for v in villages.visits if _month(v.day, period) == month),
        )
        yield month, Records(villages=own, kinds=records.kinds & KINDS)
    rest = replace(
        villages,
        contributions=tuple(c for c in villages.contributions if _month(c.day, period) == period),
        households=tuple(h for h in villages.households if _month(h.day, period) == period),
        visits=tuple(v for v in villages.visits if _month(v.day, period) == period),
    )
    if rest or not months:
        yield period, replace(records, villages=rest)


def _month(day: Day, period: Period) -> Period:
    """The month of a day within the year; the year itself for other days and for none."""
    if isinstance(day, date) and day in period:
        return Period.of(day.year, day.month)
    return period
