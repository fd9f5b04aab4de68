"""L01-L07 on drawn offices: honest ones stay silent, and each way of working for show is told.

How honest people differ (scores, days, loads, recurring work) is assumed here, openly; the draws are
seeded, so that the rates below are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from tests.factories import MARCH, cell, mention, officer, row, task

from cadre_cli.checks import formalism, formalism_loads, formalism_work
from cadre_cli.checks.check import run
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Classification, Score
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.scoring.steps import given

FEBRUARY = Period.parse("2026-02")
HONEST_OFFICES, DISHONEST_OFFICES = 40, 8
MOST_FALSE_ALARMS = Fraction(5, 100)
"""Share of honest offices about which anything at all may be said."""
LEAST_POWER = Fraction(9, 10)
CHECKS = (*formalism.CHECKS, *formalism_loads.CHECKS, *formalism_work.CHECKS)


@dataclass(frozen=True)
class Habits:
    """How an office works; an honest one, unless a test says otherwise."""

    on_deadline: float = 0.35
    recurring: float = 0.5
    unplanned: float = 0.2
    superior_differs: float = 0.1
    one_head_gives_all: Decimal | None = None
    one_head_adds: float = 0
    one_load: float = 1


HALF = Decimal("0.5")
MAXIMA = (Decimal(5), Decimal(5), *[Decimal("2.5")] * 8)


class Drawn:
    """An office of four units drawn from a seed, with its February and its March."""

    def __init__(self, seed: int, habits: Habits) -> None:
        self.random, self.habits = Random(seed), habits
        self.people: list[Officer] = []
        self.heads: dict[str, str] = {}
        for unit in range(4):
            name = f"Phòng {unit}"
            head = officer(f"Trưởng {unit}", unit=name, post=Post.HEAD_OF_UNIT)
            staff = [
                officer(f"Người {unit}.{n}", unit=name) for n in range(self.random.randint(6, 9))
            ]
            self.people += [head, *staff]
            self.heads |= {each.id: head.id for each in staff} | {head.id: "Chủ tịch"}
        self.people.append(officer("Chủ tịch", unit="Lãnh đạo", post=Post.HEAD_OF_OFFICE))
        self.loads = {each.id: self.random.lognormvariate(0, 0.3) for each in self.people}
        self.loads["Người 1.2"] *= habits.one_load
        self.usual = {
            each.id: [f"Việc thường xuyên {n} của {each.id}" for n in range(12)]
            for each in self.people
        }
        self.line = 1

    def work(self, period: Period) -> tuple[Task, ...]:
        return tuple(
            self._task(each, period, n)
            for each in self.people
            if each.id != "Chủ tịch"
            for n in range(12)
        )

    def _task(self, who: Officer, period: Period, number: int) -> Task:
        draw, habits = self.random, self.habits
        self.line += 1
        deadline = period.first_day + timedelta(days=draw.randint(4, 27))
        if draw.random() < habits.on_deadline:
            finished = deadline
        else:
            finished = deadline + timedelta(days=draw.choice((-4, -3, -2, -2, -1, -1, 1)))
        recurs = draw.random() < habits.recurring
        content = self.usual[who.id][number] if recurs else f"Việc {self.line} của {period}"
        boss = mention(self.heads[who.id], at=cell(6, self.line))
        quantity = max(1, round(draw.randint(1, 5) * 4 * self.loads[who.id]))
        return replace(
            task(who.id, self.line),
            content=content,
            deadline=deadline,
            finished_on=finished,
            assigner=boss,
            evaluator=boss,
            assigned=Decimal(quantity),
            coefficient=Decimal(draw.choice((1, 1, 2, 3))),
            points=10 - HALF * draw.randint(0, 5),
            max_points=Decimal(10),
            category=Category.UNPLANNED if draw.random() < habits.unplanned else Category.PLANNED,
        )

    def marks(self) -> Mapping[str, CommonMarks]:
        found: dict[str, CommonMarks] = {}
        for line, each in enumerate(self.people, 2):
            own, given_ = self._marked(each)
            at = row(line, "Tiêu chí chung", ("name", "total"))
            listed = [
                Mark(f"I.{n}", points, cell(3 + n, line, "Tiêu chí chung"), scorer)
                for scorer, several in ((0, own), (1, given_))
                for n, points in enumerate(several)
            ]
            found[each.id] = CommonMarks(mention(each.id), at, tuple(listed))
        return found

    def _marked(self, who: Officer) -> tuple[list[Decimal], list[Decimal]]:
        draw, habits = self.random, self.habits
        dull = self.heads.get(who.id) == "Trưởng 2"
        own = [most - HALF * draw.choice((0, 0, 1, 1, 2)) for most in MAXIMA]
        if habits.one_head_adds and not dull:
            own = [most - HALF * draw.choice((1, 2, 2)) for most in MAXIMA]
        elif habits.one_head_adds:
            own = list(MAXIMA)
        if dull and habits.one_head_gives_all is not None:
            return own, [most * habits.one_head_gives_all for most in MAXIMA]
        return own, [
            points - HALF if draw.random() < habits.superior_differs else points for points in own
        ]


def findings(seed: int, habits: Habits) -> tuple[Finding, ...]:
    drawn = Drawn(seed, habits)
    office = Office(name="UBND xã Đồng Lim")
    people = tuple(drawn.people)
    before = Submission(office, FEBRUARY, people, drawn.work(FEBRUARY))
    marks = drawn.marks()
    common = tuple(marks.values())
    march = Submission(office, MARCH, people, drawn.work(MARCH), common=common, earlier=(before,))
    results = tuple(_result(each, marks[each.id]) for each in people)
    found, not_run = run(CHECKS, march, lambda look: look(march, results, _no_rules))
    assert not_run == ()
    return found


def _result(who: Officer, marks: CommonMarks) -> Classification:
    total = sum((m.points for m in marks.marks if m.scorer == 1), Decimal(0))  # type: ignore[misc]
    step = given(Text("Điểm tiêu chí chung", "Common criteria"), total, marks.at.first)
    return Classification(Score(who, MARCH, "", None, {"common": step}), None, None)


def _no_rules(kind: str) -> object:
    raise AssertionError(f"no rule is needed for {kind}")


@pytest.mark.parametrize(
    "offices", [HONEST_OFFICES, pytest.param(400, marks=pytest.mark.slow, id="many")]
)
def test_honest_offices_are_seldom_remarked_on(offices: int) -> None:
    alarms = [bool(findings(seed, Habits())) for seed in range(offices)]
    assert Fraction(sum(alarms), offices) <= MOST_FALSE_ALARMS


@pytest.mark.parametrize(
    ("code", "habits"),
    [
        ("L01", Habits(one_head_gives_all=Decimal(1))),
        ("L02", Habits(one_head_adds=1, superior_differs=0.3)),
        ("L03", Habits(on_deadline=0.97)),
        ("L04", Habits(recurring=0.97)),
        ("L05", Habits(superior_differs=0)),
        ("L06", Habits(one_load=10)),
        ("L07", Habits(unplanned=0.65)),
    ],
)
def test_work_for_show_is_told(code: str, habits: Habits) -> None:
    told = [
        code in {finding.code for finding in findings(seed, habits)}
        for seed in range(1000, 1000 + DISHONEST_OFFICES)
    ]
    assert Fraction(sum(told), len(told)) >= LEAST_POWER


def test_small_groups_stay_silent() -> None:
    """Five people of one rater, seven tasks of one person: whatever they look like."""
    people = tuple(officer(f"Người {n}") for n in range(5))
    head = officer("Trần Thị Bình", post=Post.HEAD_OF_UNIT)
    done = tuple(
        replace(
            task(each.id, 10 * n + k),
            finished_on=MARCH.first_day + timedelta(days=9),
            deadline=MARCH.first_day + timedelta(days=9),
            points=Decimal(9),
            max_points=Decimal(10),
            category=Category.UNPLANNED,
        )
        for n, each in enumerate(people, 1)
        for k in range(3)
    )
    office = Office()
    before = Submission(office, FEBRUARY, (*people, head), done)
    march = Submission(office, MARCH, (*people, head), done, earlier=(before,))
    found, _ = run(CHECKS, march, lambda look: look(march, (), _no_rules))
    assert found == ()


def test_what_was_compared_stands_in_the_message() -> None:
    people = tuple(officer(f"Người {n}") for n in range(8))
    head = officer("Trần Thị Bình", post=Post.HEAD_OF_UNIT)
    done = tuple(
        replace(task(each.id, n), points=Decimal(9), max_points=Decimal(10))
        for n, each in enumerate(people, 2)
    )
    march = Submission(Office(), MARCH, (*people, head), done)
    found, _ = run(formalism.CHECKS, march, lambda look: look(march, (), _no_rules))
    (note,) = found
    assert note.code == "L01"
    assert note.said() == (
        "Trần Thị Bình chấm 8 trên 8 người cùng một mức 90 "
        "(điểm chấm từng việc, tính theo % điểm tối đa)."
    )


def test_without_the_month_before_nothing_is_said_to_be_copied() -> None:
    alone = Submission(Office(), MARCH, (officer(),), (task(),))
    _, lacking = run(formalism_work.CHECKS, alone, lambda look: look(alone, (), _no_rules))
    assert [each.check for each in lacking if each.check == "L04"] == ["L04"]
