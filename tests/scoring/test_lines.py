from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import TASK_FIELDS, cell, row, rule_set, task

from cadre_cli.domain.tasks import Category
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.scoring.lines import line, task_name

RULES = rule_set()
UNMARKED = row(fields=tuple(f for f in TASK_FIELDS if f not in ("failures", "latenesses")))
NO_EVALUATOR = row(fields=tuple(f for f in TASK_FIELDS if f != "evaluator"))
ASSIGNMENT_ONLY = row(fields=TASK_FIELDS[:11])


def worth(found, rules=RULES):
    """Assigned, done, of quality and on schedule, in standard units."""
    each = line(found, rules)
    steps = (each.assigned, each.done, each.quality, each.progress)
    return tuple(None if step is None else step.value for step in steps)


def lacking(found, rules=RULES):
    return [(missing.what.vi, missing.at) for missing in line(found, rules).missing]


def test_quantities_are_converted_by_the_coefficient():
    found = task(assigned=Decimal(3), finished=Decimal(2), coefficient=Decimal("2.5"))
    assert worth(found) == (Fraction("7.5"), 5, 5, 5)


@pytest.mark.parametrize(
    ("category", "values"),
    [
        (Category.PLANNED, (2, 1, 1, 1)),
        (Category.UNPLANNED, (None, 1, 1, 1)),
        (Category.TAKEN_OVER, (None, 1, 1, 1)),
        (Category.HANDED_OVER, (2, None, None, None)),
    ],
)
def test_a_category_counts_above_or_below_the_line(category, values):
    assert worth(task(assigned=Decimal(2), category=category)) == values


@pytest.mark.parametrize(
    ("changes", "said", "column"),
    [
        ({"assigned": None}, "Số lượng được giao của “1. Công việc 1” chưa ghi", "assigned"),
        (
            {"assigned": UNKNOWN},
            "Số lượng được giao của “1. Công việc 1” không đọc được",
            "assigned",
        ),
        ({"coefficient": None}, "Hệ số quy đổi của “1. Công việc 1” chưa ghi", "coefficient"),
        (
            {"coefficient": Decimal(0)},
            "Hệ số quy đổi của “1. Công việc 1” phải lớn hơn 0",
            "coefficient",
        ),
        (
            {"finished": Decimal(-1)},
            "Số lượng đã hoàn thành của “1. Công việc 1” không thể nhỏ hơn 0",
            "finished",
        ),
        (
            {"finished": None, "finished_on": UNKNOWN},
            "Ngày hoàn thành của “1. Công việc 1” không đọc được",
            "finished_on",
        ),
        ({"failures": UNKNOWN}, "Số lần chưa đạt của “1. Công việc 1” không đọc được", "failures"),
        (
            {"failures": Decimal("1.5")},
            "Số lần chưa đạt của “1. Công việc 1” phải là số nguyên",
            "failures",
        ),
        (
            {"latenesses": Decimal(-2)},
            "Số lần chậm của “1. Công việc 1” không thể nhỏ hơn 0",
            "latenesses",
        ),
        ({"evaluator": None}, "“1. Công việc 1” chưa được đánh giá", "evaluator"),
    ],
)
def test_what_is_not_known_is_missing_and_never_zero(changes, said, column):
    assert lacking(task(**changes)) == [(said, cell(TASK_FIELDS.index(column) + 1))]


def test_an_unknown_number_of_failures_leaves_the_other_parts():
    assert worth(task(failures=UNKNOWN)) == (1, 1, None, 1)


def test_the_catalogue_fills_in_a_coefficient_the_row_does_not_have():
    place = cell(9, 30, "Danh mục")
    found = task(coefficient=None, catalogue_coefficient=Decimal("1.6"), catalogue_at=place)
    assert worth(found) == (Fraction("1.6"),) * 4
    done = line(found, RULES).done
    assert done is not None
    assert done.inputs[1].at == place


def test_the_rows_own_coefficient_comes_before_the_catalogue():
    assert worth(task(coefficient=Decimal(2), catalogue_coefficient=Decimal(3)))[0] == 2


def test_points_of_the_catalogue_are_divided_by_the_standard_product():
    found = task(coefficient=None, catalogue_points=Decimal(18))
    done = line(found, RULES).done
    assert done is not None
    assert done.value == Fraction("3.6")
    assert [basis.choice for basis in done.bases()] == ["catalogue_divisor"]


def test_the_standard_product_of_the_catalogue_comes_before_the_default_and_after_a_decision():
    place = cell(4, 3, "Danh mục")
    found = task(
        coefficient=None,
        catalogue_points=Decimal(18),
        standard_points=Decimal(10),
        standard_at=place,
    )
    done = line(found, RULES).done
    assert done is not None
    assert done.value == Fraction("1.8")
    assert done.bases() == ()
    choice = replace(RULES.choice("catalogue_divisor"), taken="20", decided=True)
    decided = replace(RULES, choices={**RULES.choices, "catalogue_divisor": choice})
    assert line(found, decided).done.value == Fraction("0.9")


def test_without_a_quantity_column_each_line_is_one_product():
    assert worth(task(assigned=None, assumed_one=True, coefficient=Decimal(4)))[0] == 4


def test_an_unplanned_line_needs_no_assigned_quantity_unless_only_a_date_says_it_is_done():
    unplanned = task(category=Category.UNPLANNED, assigned=None)
    assert worth(unplanned) == (None, 1, 1, 1)
    by_date = replace(unplanned, finished=None, finished_on=date(2026, 3, 5))
    assert lacking(by_date) == [("Số lượng được giao của “1. Công việc 1” chưa ghi", cell(10))]


def test_an_unfinished_line_without_an_evaluator_is_not_yet_zero():
    assert worth(task(finished=None, evaluator=None)) == (1, None, None, None)


def test_without_an_evaluator_column_results_count_as_they_stand():
    assert worth(task(at=NO_EVALUATOR, evaluator=None)) == (1, 1, 1, 1)


def test_a_sheet_of_assignments_alone_has_no_results_yet():
    found = task(at=ASSIGNMENT_ONLY, finished=None, evaluator=None)
    assert lacking(found) == [("“1. Công việc 1” chưa có kết quả thực hiện", cell(1))]


def test_a_line_handed_over_needs_no_evaluation():
    found = task(category=Category.HANDED_OVER, finished=None, evaluator=None)
    assert lacking(found) == []


def test_marks_that_cannot_be_read_are_missing():
    assert [what for what, _ in lacking(task(at=UNMARKED, quality_met=UNKNOWN))] == [
        "Kết quả chất lượng của “1. Công việc 1” không đọc được"
    ]
    assert [what for what, _ in lacking(task(at=UNMARKED, on_time=UNKNOWN))] == [
        "Kết quả tiến độ của “1. Công việc 1” không đọc được"
    ]


def test_a_day_that_cannot_be_read_leaves_lateness_open():
    found = task(at=UNMARKED, finished_on=date(2026, 3, 5), deadline=UNKNOWN)
    assert worth(found) == (1, 1, 1, None)
    assert worth(replace(found, deadline=None)) == (1, 1, 1, 1)


def test_the_mark_on_time_stands_against_the_dates():
    late = {"finished_on": date(2026, 4, 2), "deadline": date(2026, 3, 31)}
    assert worth(task(at=UNMARKED, on_time=True, **late)) == (1, 1, 1, 1)
    assert worth(task(at=UNMARKED, **late)) == (1, 1, 1, Fraction("0.75"))
    assert worth(task(**late)) == (1, 1, 1, 1)  # a blank number beside an evaluator is 0


def test_nothing_done_has_nothing_to_take_from():
    found = task(finished=Decimal(0), failures=Decimal(2), latenesses=Decimal(3))
    assert worth(found) == (1, 0, 0, 0)


def test_an_unconfirmed_cause_is_said_beside_the_deduction():
    quality = line(task(failures=Decimal(1), objective_cause="mưa lũ"), RULES).quality
    assert quality is not None
    assert quality.note is not None
    assert quality.note.vi == "nguyên nhân khách quan: mưa lũ; chưa ghi người xác nhận: vẫn trừ"


def test_a_task_is_called_as_its_row_calls_it():
    assert task_name(task(number="7", content="Lập\n kế  hoạch")) == "7. Lập kế hoạch"
    assert task_name(task(number=None, content=None, product=None, code="CV.01")) == "CV.01"
    assert task_name(task(number=None, content=None, product=None)) == "'Giao việc'!A2"
    assert len(task_name(task(content="rất dài " * 40))) == 90


def test_what_was_found_wrong_with_work_not_done_need_not_be_readable():
    assert worth(task(finished=Decimal(0), failures=UNKNOWN)) == (1, 0, 0, 0)


def test_a_mark_that_says_failed_or_late_stands_beside_a_blank_number():
    at = row(fields=(*TASK_FIELDS, "quality_met", "on_time"))
    done = task(at=at, quality_met=False, on_time=False)
    assert worth(done) == (1, 1, Fraction("0.75"), Fraction("0.75"))
    assert worth(task(at=at, quality_met=False, failures=Decimal(0))) == (1, 1, 1, 1)
