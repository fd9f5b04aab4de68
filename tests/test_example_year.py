"""The example commune's whole years 2024 and 2026, against arithmetic that knows nothing of cadre."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tools.build_examples import FOLDER
from tools.example_commune import BY_NAME, CHAIRMAN
from tools.example_villages import IN_CHARGE, thursdays
from tools.example_work import Month, total
from tools.example_year import LATE_IN_YEAR, month_of_2024, month_of_2026, points_total

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.files import gather
from cadre_cli.pipeline.intake import intake, sheet_kinds
from cadre_cli.pipeline.period import outcomes


def outcome_of(file: str) -> Outcome:
    office = gather([FOLDER / file], sheet_kinds())[0].office
    own, *shared = (
        intake((FOLDER / name).read_bytes(), name, office)
        for name in (file, "danh-sach.xlsx", "danh-muc.xlsx")
    )
    (outcome,) = outcomes(office, [own], shared)
    return outcome


def totals(outcome: Outcome) -> dict[str, Fraction]:
    return {
        each.officer.name: each.score.root.value
        for each in outcome.results
        if each.score.root is not None
    }


def leads(leader: str, name: str) -> bool:
    """By the roster: the superior, the superior's superior, a deputy in whose field the work lies."""
    one, other = BY_NAME[leader], BY_NAME[name]
    if other.superior in (leader, CHAIRMAN):
        return other.superior == leader
    return BY_NAME[other.superior].superior == leader or (
        one.unit == other.unit and other.field in one.field.split("; ")
    )


def by_the_decree(month: Month) -> dict[str, Fraction]:
    """Everyone's total by Đ14-17; a leader's d is halved by anybody led who is under 50."""
    staff = {
        name: points
        for name in month.marks
        if not BY_NAME[name].leads and (points := total(month, name)) is not None
    }
    weak = [name for name, points in staff.items() if points < 50]
    heads = {}
    for name in (name for name in month.marks if BY_NAME[name].leads):
        d = Fraction(1, 2) if any(leads(name, each) for each in weak) else Fraction(1)
        points = total(month, name, d)
        assert points is not None
        assert points >= 50, "a head under 50 would lower the d of those above: not worked out here"
        heads[name] = points
    return staff | heads


@pytest.mark.parametrize("month", LATE_IN_YEAR)
def test_every_total_of_2026_is_that_of_the_decree(month: int) -> None:
    assert totals(outcome_of(f"2026/thang-{month:02d}.xlsx")) == by_the_decree(month_of_2026(month))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_total_of_2024_is_that_of_the_local_rule(month: int) -> None:
    expected = month_of_2024(month)
    outcome = outcome_of(f"2024/thang-{month:02d}.xlsx")
    assert totals(outcome) == {name: points_total(expected, name) for name in expected.common}
    assert [f.code for f in outcome.findings if f.severity is Severity.ERROR] == []


def test_the_years_show_every_class_and_a_head_whose_people_are_under_50() -> None:
    months = [by_the_decree(month_of_2026(month)) for month in LATE_IN_YEAR]
    points = [each for month in months for each in month.values()]
    assert min(points) < 50
    assert max(points) >= 90
    assert any(points["Phan Văn Lộc"] < 50 for points in months)


@pytest.mark.parametrize("year", [2024, 2026])
def test_the_villages_of_a_year_are_read_whole_and_without_a_slip(year: int) -> None:
    office = gather([FOLDER], sheet_kinds())[0].office
    months = [f"{year}/thon-{month:02d}.xlsx" for month in range(1, 13)]
    read = [intake((FOLDER / name).read_bytes(), name, office) for name in months]
    assert [f.code for each in read for f in each.findings if f.severity is not Severity.NOTE] == []
    books = [part.records.villages for each in read for part in each.parts]
    assert {len(book.tasks) for book in books} == {3 * len(IN_CHARGE)}
    assert {len(book.criteria) for book in books} == {5 * len(IN_CHARGE)}
    weekly = {day for month in range(1, 13) for day in thursdays(year, month)}
    days = {visit.day for book in books for visit in book.visits}
    assert days == weekly
