"""What must hold for every score, whatever an office writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import (
    MARCH,
    TASK_FIELDS,
    common,
    evidence,
    leader_parts,
    officer,
    row,
    rule_set,
    submission,
    task,
)

from cadre_cli.domain.officers import Post
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.scoring.method import Evidence
from cadre_cli.scoring.methods.converted_products import score
from cadre_cli.scoring.office import assess
from cadre_cli.scoring.steps import recompute

NO_NUMBERS = tuple(name for name in TASK_FIELDS if name not in ("failures", "latenesses"))
HEAD = officer("Trần Thị Bình", post=Post.HEAD_OF_UNIT)

quantities = st.decimals(0, 40, places=1)
times = st.integers(0, 9).map(Decimal)
rule_sets = st.builds(
    lambda **choices: rule_set(choices),
    deduction_on=st.sampled_from(["unit", "line"]),
    part_ceiling=st.sampled_from(["result", "each"]),
    lateness_from_dates=st.sampled_from(["one", "none"]),
    quality_mark_failed=st.sampled_from(["one_failure", "zero"]),
)


@st.composite
def tasks(draw: st.DrawFn, owner: str = "Nguyễn Văn An") -> Task:
    """A line whose numbers can all be read, in a sheet with or without numbers of times."""
    line = draw(st.integers(2, 200))
    numbered = draw(st.booleans())
    days = st.integers(0, 30).map(lambda days: MARCH.first_day + timedelta(days))
    caused = draw(st.booleans())
    return task(
        owner,
        line,
        at=row(line, fields=TASK_FIELDS if numbered else NO_NUMBERS),
        category=draw(st.sampled_from([each for each in Category if each is not Category.UNKNOWN])),
        assigned=draw(quantities),
        coefficient=draw(st.decimals("0.1", 40, places=1)),
        finished=draw(st.none() | quantities),
        finished_on=draw(st.none() | days),
        deadline=draw(days),
        failures=draw(times) if numbered else None,
        latenesses=draw(times) if numbered else None,
        quality_met=None if numbered else draw(st.sampled_from([None, True, False])),
        on_time=None if numbered else draw(st.sampled_from([None, True, False])),
        objective_cause="mưa lũ" if caused else None,
        confirmed_by=draw(st.none() | st.just("Chủ tịch")) if caused else None,
    )


calm = settings(deadline=None)
"""A slow machine is no fault of a score."""

works = st.lists(tasks(), min_size=1, max_size=6).map(tuple)
points = st.decimals(0, 30, places=2)


def total(found: Evidence, rules) -> Fraction | None:
    root = score(found, rules).root
    return None if root is None else root.value


@given(works, points, rule_sets)
@calm
def test_every_step_recomputes_from_its_inputs(work, marks, rules):
    result = score(evidence(tasks=work, common=common(marks)), rules)
    for part in result.parts.values():
        assert all(recompute(step) == step.value for step in part.walk())


@given(works, points, rule_sets)
@calm
def test_a_total_stays_between_zero_and_a_hundred(work, marks, rules):
    result = score(evidence(tasks=work, common=common(marks)), rules)
    assert (result.root is None) is result.nothing_assigned
    if result.root is not None:
        assert marks <= result.root.value <= 100
        assert 0 <= result.parts["points"].value <= 70


@given(st.data(), works, rule_sets)
@calm
def test_the_order_of_rows_never_matters(data, work, rules):
    other = tuple(data.draw(st.permutations(work)))
    assert total(evidence(tasks=work), rules) == total(evidence(tasks=other), rules)


def better(before: Task, more: Decimal, what: str) -> Task:
    """The same line with a little more done, or one fault less."""
    match what:
        case "finished" if before.finished is not None:
            return replace(before, finished=before.finished + more)
        case "failures" | "latenesses" if getattr(before, what):
            return replace(before, **{what: getattr(before, what) - 1})
        case "quality_met" if before.quality_met is False:
            return replace(before, quality_met=True)
        case "on_time" if before.on_time is False:
            return replace(before, on_time=True)
        case "confirmed_by" if before.objective_cause:
            return replace(before, confirmed_by="Chủ tịch")
        case "deadline":
            return replace(before, deadline=MARCH.last_day)
        case _:
            return before


@given(
    works,
    st.data(),
    quantities,
    st.sampled_from(
        ["finished", "failures", "latenesses", "quality_met", "on_time", "confirmed_by", "deadline"]
    ),
    rule_sets,
)
@settings(max_examples=200, deadline=None)
def test_better_work_never_lowers_a_score(work, data, more, what, rules):
    place = data.draw(st.integers(0, len(work) - 1))
    improved = (*work[:place], better(work[place], more, what), *work[place + 1 :])
    before = total(evidence(tasks=work), rules)
    after = total(evidence(tasks=improved), rules)
    assert (before is None) is (after is None)
    if before is not None and after is not None:
        assert after >= before


@given(
    works,
    st.data(),
    st.sampled_from(["assigned", "coefficient", "finished", "failures", "latenesses"]),
    rule_sets,
)
@calm
def test_what_cannot_be_read_is_never_counted_as_zero(work, data, field, rules):
    place = data.draw(st.integers(0, len(work) - 1))
    sound = {"category": Category.PLANNED, "assigned": Decimal(1), "finished": Decimal(1)}
    spoiled = replace(work[place], **(sound | {field: UNKNOWN}))
    result = score(evidence(tasks=(*work[:place], spoiled, *work[place + 1 :])), rules)
    assert result.root is None
    assert result.missing
    assert not result.nothing_assigned


@given(works, st.lists(tasks("Trần Thị Bình"), min_size=1, max_size=3), points, st.data())
@calm
def test_an_office_scores_alike_in_any_order_of_people_and_rows(mine, hers, marks, data):
    people = (officer(), HEAD, officer("Phạm Thị Dung"))
    rows = (*mine, *hers)
    found = submission(
        officers=people,
        tasks=rows,
        common=tuple(common(marks, who.name) for who in people),
        leader_parts=(leader_parts(),),
    )
    shuffled = replace(
        found,
        officers=tuple(data.draw(st.permutations(people))),
        tasks=tuple(data.draw(st.permutations(rows))),
    )

    def facts(each):
        return {
            result.officer.id: (
                None if result.score.root is None else result.score.root.value,
                result.grade,
                result.not_rated,
                set(result.score.missing),
            )
            for result in assess(each, lambda kind: rule_set())
        }

    assert facts(found) == facts(shuffled)
