"""What must hold for every method: points per task, an own table of 100, conditions, organisations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import MARCH, cell, common, event, evidence, officer, row, task

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.marks import Mark
from cadre_cli.domain.officers import Kind, Placement, Post
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import Classification
from cadre_cli.domain.tasks import Task
from cadre_cli.pipeline.placing import as_of_period
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.measures import MEASURES
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.method import Evidence, method_for
from cadre_cli.scoring.methods import METHODS
from cadre_cli.scoring.organisations import OrganisationFacts, rate_organisation
from cadre_cli.scoring.steps import recompute
from cadre_cli.scoring.year_conditions import YearFacts, year_class
from cadre_cli.sheets.organisation_columns import COUNTS, MEASURED

MAY = Period.parse("2024-05")
LOCAL = rules_for(rule_book(), MAY.last_day, "cong_chuc", {})
YEAR_2024 = rules_for(rule_book(), date(2024, 12, 31), "cong_chuc", {}, PeriodUnit.YEAR)
ORGANISATIONS = rules_for(rule_book(), date(2026, 12, 31), "to_chuc", {}, PeriodUnit.YEAR)
FIELDS = ("number", "owner", "evaluator", "points", "max_points")
CODES = ("HTXS", "HTT", "HT", "KHT")
calm = settings(deadline=None, max_examples=50)

beside = st.fixed_dictionaries(
    {
        "bonus": st.none() | st.decimals(0, 20, places=1),
        "penalty": st.none() | st.decimals(0, 20, places=1),
    }
)


@st.composite
def marked(draw: st.DrawFn) -> Task:
    """A task with points of a maximum."""
    most = draw(st.integers(1, 50))
    line = draw(st.integers(2, 200))
    given_ = draw(st.decimals(0, most, places=1))
    return task(line=line, at=row(line, fields=FIELDS), points=given_, max_points=Decimal(most))


def adjustments(told: dict[str, Decimal | None]) -> tuple[Mark, ...]:
    return tuple(Mark(name, points, cell(9)) for name, points in told.items() if points is not None)


def local(tasks: tuple[Task, ...], marks: Decimal, told: dict[str, Decimal | None]) -> Evidence:
    points = replace(common(marks), adjustments=adjustments(told))
    return evidence(tasks=tasks, common=points, period=MAY)


def table(points: list[Decimal], told: dict[str, Decimal | None]) -> Evidence:
    """Ten criteria of ten points each."""
    marks = tuple(
        Mark(f"Tiêu chí {place}", each, cell(3 + place), 1, Decimal(10))
        for place, each in enumerate(points)
    )
    kept = replace(common(None), table=marks, adjustments=adjustments(told))
    return evidence(tasks=(), common=kept, period=MAY)


def result_of(found: Evidence, rules: RuleSet = LOCAL) -> Classification:
    method = method_for(rules, found, METHODS)
    return method.classify(method.score(found, rules), found, rules)


def total_of(found: Evidence) -> Fraction:
    root = result_of(found).score.root
    assert root is not None
    return root.value


works = st.lists(marked(), min_size=1, max_size=6).map(tuple)
thirty = st.decimals(0, 30, places=1)
tens = st.lists(st.decimals(0, 10, places=1), min_size=10, max_size=10)
either = st.one_of(
    st.builds(local, works, thirty, beside),
    st.builds(table, tens, beside),
)


@given(either)
@calm
def test_a_local_total_recomputes_and_stays_on_its_scale(found: Evidence) -> None:
    result = result_of(found)
    root = result.score.root
    assert root is not None
    assert 0 <= root.value <= 100
    assert all(recompute(step) == step.value for step in root.walk())
    assert result.grade == LOCAL.grade_for(root.value).code


@given(either)
@calm
def test_no_local_result_is_without_a_basis_or_hides_that_it_is_assumed(found: Evidence) -> None:
    bases = result_of(found).bases()
    assert bases
    assert any(basis.is_assumption for basis in bases)


@given(works, thirty, beside, st.data())
@calm
def test_more_points_for_a_task_never_lower_a_local_total(
    tasks: tuple[Task, ...], marks: Decimal, told: dict[str, Decimal | None], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(tasks) - 1))
    one = tasks[place]
    assert isinstance(one.points, Decimal)
    assert isinstance(one.max_points, Decimal)
    more = data.draw(st.decimals(one.points, one.max_points, places=1))
    better = (*tasks[:place], replace(one, points=more), *tasks[place + 1 :])
    assert total_of(local(better, marks, told)) >= total_of(local(tasks, marks, told))


@given(tens, beside, st.data())
@calm
def test_more_points_for_a_criterion_never_lower_a_table(
    points: list[Decimal], told: dict[str, Decimal | None], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, 9))
    more = [*points]
    more[place] = data.draw(st.decimals(points[place], 10, places=1))
    assert total_of(table(more, told)) >= total_of(table(points, told))


@given(works, thirty, beside, st.data())
@calm
def test_the_order_of_local_rows_never_matters(
    tasks: tuple[Task, ...], marks: Decimal, told: dict[str, Decimal | None], data: st.DataObject
) -> None:
    other = tuple(data.draw(st.permutations(tasks)))
    assert total_of(local(tasks, marks, told)) == total_of(local(other, marks, told))


# ── classes by conditions ───────────────────────────────────────────────────────────────────

shares = st.fractions(0, 1, max_denominator=20)
WORK = ("tasks_done", "tasks_on_time_good", "tasks_beyond", "effect_high", "tasks_late_or_poor")
LESS_IS_BETTER = frozenset(
    {"tasks_late_or_poor", "tasks_late", "units_failed", "wrongdoing_concluded"}
)
known = st.fixed_dictionaries({}, optional=dict.fromkeys(WORK, shares))


@given(known, st.none() | st.sampled_from(CODES), st.booleans())
@calm
def test_a_year_s_class_has_reasons_and_never_one_that_is_ruled_out(
    measures: dict[str, Fraction], by_points: str | None, disciplined: bool
) -> None:
    events = (event(EventKind.DISCIPLINE),) if disciplined else ()
    found = year_class(YearFacts(measures=measures, by_points=by_points, events=events), YEAR_2024)
    assert found.reasons
    assert (found.grade is None) is (found.not_rated is not None)
    if disciplined:
        assert found.grade == "KHT"
    elif found.grade in CODES[:3]:
        broken = [
            c
            for c in YEAR_2024.conditions
            if c.grade == found.grade and c.asked_of("cong_chuc", leads=False) and not c.enough
            if c.measure in measures and not c.holds(measures[c.measure])
        ]
        assert broken == []


measured = st.fixed_dictionaries(
    {name: st.integers(0, 3).map(Fraction) if name in COUNTS else shares for name in MEASURED}
)


@given(
    measured,
    st.fractions(0, 30, max_denominator=4),
    st.fractions(0, 70, max_denominator=4),
    st.data(),
)
@calm
def test_a_better_organisation_never_stands_lower(
    measures: dict[str, Fraction], marks: Fraction, points: Fraction, data: st.DataObject
) -> None:
    """With everything known: one measure or one group of points better, never a lower class.

    Between two classes the text may say nothing: then none is proposed and nothing is compared.
    """
    name = data.draw(st.sampled_from([*MEASURED, "common", "result"]))
    better, more, rest = dict(measures), marks, points
    if name == "common":
        more = data.draw(st.fractions(marks, 30, max_denominator=4))
    elif name == "result":
        rest = data.draw(st.fractions(points, 70, max_denominator=4))
    elif name in LESS_IS_BETTER:
        better[name] = measures[name] / 2
    else:
        better[name] = (measures[name] + 1) / 2
    before = rate_organisation(OrganisationFacts(marks, points, measures), ORGANISATIONS)
    after = rate_organisation(OrganisationFacts(more, rest, better), ORGANISATIONS)
    assert before.reasons
    if before.grade is not None and after.grade is not None:
        assert CODES.index(after.grade) <= CODES.index(before.grade)


def test_every_measured_column_is_a_measure_of_the_rules() -> None:
    assert set(MEASURED) <= set(MEASURES)
    assert {c.measure for c in ORGANISATIONS.conditions} == set(MEASURED)


# ── who somebody is ─────────────────────────────────────────────────────────────────────────

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
standings = st.builds(
    Placement,
    position=st.none(),
    post=st.sampled_from([Post.NONE, Post.DEPUTY_OF_UNIT, Post.HEAD_OF_UNIT]),
    kind=st.none() | st.sampled_from(list(Kind)),
)
changes = st.lists(
    st.builds(
        lambda day, becomes, was: event(
            EventKind.APPOINTED, first_day=day, becomes=becomes, was=was
        ),
        *(days, standings, standings),
    ),
    max_size=4,
    unique_by=lambda change: change.first_day,
)


@given(changes, st.data(), st.sampled_from(["last_day", "most_days"]))
@calm
def test_the_order_of_what_happened_never_matters(changes, data, taken) -> None:  # type: ignore[no-untyped-def]
    shuffled = data.draw(st.permutations(changes))
    who = officer("Nguyễn Văn An")
    one, _, _ = as_of_period([who], changes, MARCH, taken)
    other, _, _ = as_of_period([who], shuffled, MARCH, taken)
    assert one == other


@given(changes)
@calm
def test_after_everything_the_last_change_holds(changes) -> None:  # type: ignore[no-untyped-def]
    who = officer("Nguyễn Văn An")
    [after], _, _ = as_of_period([who], changes, Period.parse("2027-01"), "last_day")
    last = max(changes, key=lambda change: change.first_day, default=None)
    assert after.post is (who.post if last is None else last.becomes.post)
    assert after.doubt is None
