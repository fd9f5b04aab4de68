"""What must hold of any year: caps are kept, ties are nobody's, places hang on means alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some
from tests.factories import cell, officer

from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import verbatim
from cadre_cli.domain.year import Cap, YearPerson
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.scoring.ranking import capped, ranked
from cadre_cli.scoring.steps import given as step

RULES = rules_for(rule_book(), date(2026, 12, 31), "cong_chuc", {}, PeriodUnit.YEAR)
BOOK = {RULES.id: RULES}

means = some.sampled_from([Fraction(each) for each in (40, 60, 72, 80, 90, 91, 91, 92, 95)])
offices = some.lists(some.tuples(means, some.sampled_from(["A", "B", "C", None])), max_size=40)


def people(told: list[tuple[Fraction, str | None]]) -> list[YearPerson]:
    return [person(number, mean, group) for number, (mean, group) in enumerate(told)]


def person(number: int, mean: Fraction, group: str | None) -> YearPerson:
    grade = RULES.grade_for(mean).code
    return YearPerson(
        officer(f"Người {number:02d}"),
        (),
        step(verbatim("Bình quân"), mean, cell()),
        rule_set=RULES.id,
        grade_by_points=grade,
        before_cap=grade,
        grade=grade,
        group=group,
    )


def members(cap: Cap, found: tuple[YearPerson, ...]) -> list[YearPerson]:
    return [each for each in found if cap.group is None or each.group == cap.group]


@given(offices)
def test_no_cap_is_exceeded_and_nobody_is_moved_without_a_word(
    told: list[tuple[Fraction, str | None]],
) -> None:
    before = people(told)
    after, caps = capped(before, BOOK)
    for cap in caps:
        best = [each for each in members(cap, after) if each.grade == "HTXS"]
        assert len(best) == cap.proposed <= cap.limit
    for was, now in zip(before, after, strict=True):
        assert now.grade == was.grade or len(now.reasons) > len(was.reasons)
        assert now.grade in (was.grade, "HTT", None)
        assert now.tied == (now.grade is None)


@given(offices)
def test_who_keeps_the_highest_class_stands_above_whoever_in_the_group_does_not(
    told: list[tuple[Fraction, str | None]],
) -> None:
    after, _ = capped(people(told), BOOK)
    top = [each for each in after if each.before_cap == "HTXS" and each.mean is not None]
    for one in top:
        for other in top:
            if one.group == other.group and one.mean.value == other.mean.value:  # type: ignore[union-attr]
                assert (one.grade, one.tied) == (other.grade, other.tied)
            if one.group == other.group and one.grade == "HTXS" and other.grade != "HTXS":
                assert one.mean.value > other.mean.value  # type: ignore[union-attr]


@given(offices, some.randoms())
def test_nothing_hangs_on_the_order_of_the_people(
    told: list[tuple[Fraction, str | None]], random: object
) -> None:
    there = people(told)
    turned = list(there)
    random.shuffle(turned)  # type: ignore[attr-defined]
    first, _ = capped(there, BOOK)
    second, _ = capped(turned, BOOK)
    assert ranked(first) == ranked(second)


@given(offices)
def test_places_are_shared_by_equal_means_and_skip_as_many(
    told: list[tuple[Fraction, str | None]],
) -> None:
    found = ranked(people(told))
    values = [each.mean.value for each in found if each.mean is not None]
    assert [each.rank for each in found] == [
        1 + sum(other > value for other in values) for value in values
    ]


@given(offices)
def test_a_limit_of_nobody_lets_nobody_in(told: list[tuple[Fraction, str | None]]) -> None:
    after, caps = capped(people(told), BOOK)
    for cap in caps:
        if cap.limit == 0:
            assert not [e for e in members(cap, after) if e.grade == "HTXS" or e.tied]


def test_somebody_without_a_class_takes_no_part() -> None:
    nobody = replace(person(0, Fraction(95), "A"), before_cap=None, grade=None)
    after, caps = capped([nobody], BOOK)
    assert (after, caps) == ((nobody,), ())
