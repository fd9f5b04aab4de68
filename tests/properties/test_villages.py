"""What must hold for any villages: units never mixed, nothing lost or counted twice, no age of the future."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import cell, row

from cadre_cli.domain.periods import Period
from cadre_cli.domain.villages import Contribution, Giving, VillageBook, VillageRecords, Visit
from cadre_cli.villages.promises import open_promises
from cadre_cli.villages.sums import Measure, added, by_village
from cadre_cli.villages.weeks import coverage, weeks_of

VILLAGES = st.sampled_from(["Thôn Đá", "thôn đá", "Đá", "Thôn 3", "Bản Lìm", None])
UNITS = st.sampled_from(["đồng", "m²", "ngày công", "cây", "bao xi măng", None])
PERIODS = st.builds(Period.of, st.integers(2024, 2027), st.integers(1, 12))


@st.composite
def gifts(draw: st.DrawFn) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            at=cell(),
            village=draw(VILLAGES),
            giving=draw(st.sampled_from(Giving)),
            amount=draw(st.one_of(st.none(), st.integers(0, 10**9).map(Decimal))),
            unit=draw(UNITS),
        )
        for _ in range(draw(st.integers(0, 12)))
    )


@given(gifts())
def test_villages_add_up_to_the_whole_in_every_unit(given_: tuple[Contribution, ...]) -> None:
    parts: dict[Measure, Decimal] = {}
    for _, sums in by_village(given_):
        for measure, amount in sums.items():
            parts[measure] = parts.get(measure, Decimal(0)) + amount
    assert parts == added(given_)
    known = [g for g in given_ if g.unit is not None and g.amount is not None]
    assert sum(parts.values(), Decimal(0)) == sum((g.amount for g in known), Decimal(0))
    assert {(m.giving, m.unit) for m in parts} == {(g.giving, g.unit) for g in known}


@given(PERIODS, st.integers(0, 6))
def test_every_weekly_day_of_a_month_is_in_one_week_of_it(period: Period, weekday: int) -> None:
    weeks = weeks_of(period, weekday, period.last_day)
    days = [
        period.first_day + timedelta(days=n)
        for n in range((period.last_day - period.first_day).days + 1)
    ]
    assert [week.day for week in weeks] == [day for day in days if day.weekday() == weekday]
    assert all(sum(week.day in each for each in weeks) == 1 for week in weeks)


@st.composite
def logs(draw: st.DrawFn) -> VillageBook:
    days = st.dates(date(2026, 2, 20), date(2026, 3, 31))
    visits = tuple(
        Visit(
            at=row(number, "Nhật ký", ("day", "village")),
            day=draw(st.one_of(st.none(), days)),
            village=draw(VILLAGES),
            promised=draw(st.sampled_from([None, "Sửa mương", "Lắp đèn"])),
            due=draw(st.one_of(st.none(), st.dates(date(2026, 3, 1), date(2026, 4, 30)))),
            done=draw(st.sampled_from([None, True, False])),
        )
        for number in range(draw(st.integers(0, 10)))
    )
    return VillageBook(VillageRecords(visits=visits), as_of=date(2026, 3, 31))


@given(logs())
def test_visits_are_counted_once_and_weeks_missed_are_those_without_any(book: VillageBook) -> None:
    march = Period.parse("2026-03")
    found = coverage(book, march)
    for village in found.villages:
        missed = set(found.without(village))
        assert all((not found.of(village, week)) == (week in missed) for week in found.weeks)
    counted = sum(len(visits) for visits in found.visits.values())
    placed = {
        (visit.day, visit.village and visit.village.casefold().removeprefix("thôn "))
        for visit in book.now.visits
        if visit.day and visit.village and any(visit.day in week for week in found.weeks)
    }
    assert counted == len(placed)


@given(logs())
def test_what_is_settled_is_not_open_and_nothing_is_older_than_its_day(book: VillageBook) -> None:
    until = date(2026, 3, 31)
    for one in open_promises(book, until):
        assert one.visit.done is not True
        assert one.age is None or 0 <= one.age <= 39
        assert one.overdue is None or one.overdue > 0
