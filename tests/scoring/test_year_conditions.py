"""What the workbooks of a year show of the conditions of NĐ 90/2020, and what they do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import event, evidence, officer, row, task

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.scoring.methods import METHODS
from cadre_cli.scoring.methods.conditions import measures_of

YEAR = Period.parse("2025")
RULES = rules_for(rule_book(), YEAR.last_day, "cong_chuc", {}, PeriodUnit.YEAR)
METHOD = METHODS["conditions"]


def result(*tasks: Task, **changes: object):  # type: ignore[no-untyped-def]  # a Classification
    given = evidence(period=YEAR, tasks=tasks, common=None, **changes)
    return METHOD.classify(METHOD.score(given, RULES), given, RULES)


def test_shares_of_the_tasks_of_a_person() -> None:
    lines = (
        task(line=2),
        task(line=3, failures=Decimal(1)),
        task(line=4, latenesses=Decimal(2)),
        task(line=5, on_time=False, quality_met=False),
    )
    assert measures_of(lines) == {
        "tasks_done": Fraction(1),
        "tasks_on_time_good": Fraction(1, 4),
        "tasks_late": Fraction(1, 2),
        "tasks_late_or_poor": Fraction(3, 4),
    }


def test_work_not_done_leaves_open_what_is_late_or_poor() -> None:
    lines = (
        task(line=2),
        task(line=3, finished=Decimal(0)),
        task(line=4, category=Category.HANDED_OVER),
    )
    assert measures_of(lines) == {
        "tasks_done": Fraction(1, 3),
        "tasks_on_time_good": Fraction(1, 3),
    }


def test_late_by_the_dates() -> None:
    late = task(finished=None, finished_on=date(2025, 4, 2), deadline=date(2025, 4, 1))
    assert measures_of((late,))["tasks_late"] == 1


def test_extra_work_counts_in_no_share() -> None:
    assert measures_of((task(), task(line=3, category=Category.UNPLANNED))) == measures_of(
        (task(),)
    )


@pytest.mark.parametrize(
    "open_result",
    [
        task(line=3, evaluator=None),
        task(line=3, finished=UNKNOWN),
        task(line=3, quality_met=UNKNOWN),
        task(line=3, at=row(3, fields=("content", "owner"))),
    ],
)
def test_one_open_result_leaves_every_share_unknown(open_result: Task) -> None:
    assert measures_of((task(), open_result)) == {}


def test_without_tasks_nothing_is_known() -> None:
    assert measures_of(()) == {}


def test_everything_in_time_and_good_is_the_second_class_and_names_what_the_first_asks() -> None:
    found = result(task())
    assert (found.grade, found.grade_by_points, found.score.root) == ("HTT", None, None)
    open_points = [r.text.vi for r in found.reasons if "Hoàn thành xuất sắc" in r.text.vi]
    assert len(open_points) == 2
    assert "hiệu quả cao" in open_points[0]
    assert "50 %" in open_points[1]


def test_one_late_task_of_five_is_the_third_class() -> None:
    lines = [task(line=n) for n in range(2, 6)]
    assert result(*lines, task(line=6, latenesses=Decimal(1))).grade == "HT"


def test_what_the_known_text_does_not_cover_is_left_to_the_authority() -> None:
    found = result(task(), task(line=3, latenesses=Decimal(1)))
    assert (found.grade, found.not_rated) == (None, NotRated.INCOMPLETE)
    assert "cấp có thẩm quyền xem xét" in found.reasons[-1].text.vi
    assert {basis.read_as for basis in found.reasons[-1].basis} == {"N"}


def test_discipline_of_the_year_forces_the_lowest_class() -> None:
    reprimand = event(EventKind.DISCIPLINE, first_day=date(2025, 8, 1))
    assert result(task(), events=(reprimand,)).grade == "KHT"
    earlier = event(EventKind.DISCIPLINE, first_day=date(2024, 8, 1))
    assert result(task(), events=(earlier,)).grade == "HTT"


def test_leave_throughout_and_the_level_above() -> None:
    away = event(EventKind.LEAVE, whole_period=True)
    assert result(task(), events=(away,)).not_rated is NotRated.ON_LEAVE
    assert result(officer=officer(rated_above=True)).not_rated is NotRated.RATED_ABOVE
