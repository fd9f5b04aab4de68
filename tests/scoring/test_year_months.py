"""Which months of a year count, and the means of quarters, half-years and the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from tests.factories import event, officer

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.year import MonthState, Origin, YearEntry
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.scoring.steps import recompute
from cadre_cli.scoring.year_months import Means, means_of, months_of

RULES = rules_for(rule_book(), date(2026, 12, 31), "cong_chuc", {}, PeriodUnit.YEAR)
ALL = tuple(Period.of(2026, number) for number in range(1, 13))


def entry(written: str, total: int | None = None, **changes: object) -> YearEntry:
    exact = None if total is None else Fraction(total)
    period = Period.parse(written)
    one = YearEntry(officer(), period, Origin.COMPUTED, exact, rule_set="nd335-2025")
    return replace(one, **changes)  # type: ignore[arg-type]


def means(points: Mapping[str, int]) -> Means:
    entries = [entry(written, total) for written, total in points.items()]
    covered = tuple(each.period for each in entries)
    return means_of(months_of(2026, entries, (), covered, RULES), RULES)


def states(*entries: YearEntry, events: tuple[Event, ...] = ()) -> list[MonthState]:
    return [month.state for month in months_of(2026, entries, events, ALL, RULES)]


def test_a_year_of_quarters_is_their_mean() -> None:
    found = means({"2026-Q1": 80, "2026-Q2": 90, "2026-Q3": 85, "2026-Q4": 95})
    assert found.year is not None
    assert (found.year.value, len(found.year.inputs)) == (Fraction(175, 2), 4)
    assert [step.value for step in found.quarters.values()] == [80, 90, 85, 95]
    assert [step.value for step in found.halves.values()] == [85, 90]
    assert "year_of_quarters" in {basis.choice for basis in found.year.bases()}


def test_a_quarter_beside_months_stands_for_its_three_months() -> None:
    found = means({"2026-Q1": 80} | {f"2026-{month:02d}": 90 for month in range(4, 13)})
    assert found.year is not None
    assert found.year.value == Fraction(3 * 80 + 9 * 90, 12)
    assert recompute(found.year) == found.year.value


def test_a_month_goes_before_its_quarter() -> None:
    found = means({"2026-Q1": 80} | {f"2026-{month:02d}": 90 for month in range(1, 13)})
    assert found.year is not None
    assert found.year.value == 90


def test_a_quarter_short_of_a_month_is_the_mean_of_the_others() -> None:
    found = means({"2026-01": 80, "2026-03": 90})
    assert found.quarters[1].value == 85
    assert 2 not in found.quarters


def test_nothing_that_counts_is_no_mean() -> None:
    assert means({}).year is None


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (EventKind.JOINED, MonthState.AWAY, MonthState.ABSENT),
        (EventKind.TRANSFER_IN, MonthState.ELSEWHERE, MonthState.ABSENT),
        (EventKind.LEFT, MonthState.ABSENT, MonthState.AWAY),
        (EventKind.TRANSFER_OUT, MonthState.ABSENT, MonthState.AWAY),
    ],
)
def test_coming_and_going_explain_months(
    kind: EventKind, before: MonthState, after: MonthState
) -> None:
    move = replace(event(kind), first_day=date(2026, 7, 1))
    found = states(events=(move,))
    assert (found[5], found[7]) == (before, after)


def test_the_month_somebody_left_in_is_not_one_they_were_gone() -> None:
    left = replace(event(EventKind.LEFT), first_day=date(2026, 6, 30))
    found = states(events=(left,))
    assert (found[5], found[6]) == (MonthState.ABSENT, MonthState.AWAY)


def test_leave_of_a_whole_month_is_away_and_a_month_without_work_is_not() -> None:
    leave = entry("2026-02", not_rated=NotRated.ON_LEAVE)
    idle = entry("2026-03", not_rated=NotRated.NOTHING_ASSIGNED)
    lacking = entry("2026-04", not_rated=NotRated.INCOMPLETE)
    assert states(leave, idle, lacking)[1:4] == [
        MonthState.AWAY,
        MonthState.NO_SCORE,
        MonthState.NO_SCORE,
    ]


def test_a_brought_month_counts_and_says_where_it_is_from() -> None:
    months = months_of(
        2026, [entry("2026-05", 86, origin=Origin.BROUGHT, body="UBND xã Khe Vầu")], (), ALL, RULES
    )
    found = means_of(months, RULES)
    assert found.year is not None
    (step,) = found.year.inputs
    assert (step.value, step.note) == (86, Origin.BROUGHT.name_of)
