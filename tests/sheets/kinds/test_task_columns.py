"""Columns of a sheet of tasks that may mean two things, and percentages in place of quantities."""

from datetime import date
from decimal import Decimal

import pytest
from tests.sheets.kinds.parsing import codes, parsed

from cadre_cli.domain.tasks import Task
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds.tasks import KIND
from cadre_cli.sheets.table import Parsed


def sheet(headings: str, *rows: str, assigned: str = "Số lượng giao") -> Parsed:
    """A sheet of tasks with a quantity, and behind it the columns and cells of a test."""
    lines = [
        f"| {number} | Việc {number} | Nguyễn Văn An | Phạm Thị Dung | @2026-03-20 | 4 | {row} |"
        for number, row in enumerate(rows, 1)
    ]
    head = (
        f"| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | {assigned} | "
        f"{headings} |"
    )
    return parsed(KIND, "\n".join(["GIAO VIỆC THÁNG 3 NĂM 2026", "", head, *lines]))


def tasks(headings: str, *rows: str) -> tuple[Task, ...]:
    return sheet(headings, *rows).records.tasks


# ── percentages ──────────────────────────────────────────────────────────────────────────────

SHARES = ["% hoàn thành", "Tỷ lệ hoàn thành (%)", "Mức độ hoàn thành", "Hoàn thành (%)"]
SHARES += ["Kết quả (%)", "Tỉ lệ hoàn thành", "Phần trăm hoàn thành"]


@pytest.mark.parametrize("heading", SHARES)
def test_a_column_of_percentages_is_a_share_of_what_was_assigned(heading: str) -> None:
    found = tasks(heading, "80%", "80", "0.8{0%}", "1.2{0%}", "120", "", "0")
    assert [task.finished for task in found] == [None] * 7
    assert [task.finished_share for task in found] == [
        *[Decimal("0.8")] * 3,
        *[Decimal("1.2")] * 2,
        None,
        Decimal(0),
    ]


def test_a_quantity_counts_before_a_percentage() -> None:
    found = tasks("Số lượng hoàn thành | Tỷ lệ hoàn thành", "3 | 75%", " | 50%")
    assert [(task.finished, task.finished_share) for task in found] == [
        (Decimal(3), None),
        (None, Decimal("0.5")),
    ]


def test_a_cell_that_says_percent_is_no_quantity_whatever_its_heading() -> None:
    found = tasks("Hoàn thành", "80%", "1{0%}", "3", "Đã hoàn thành")
    assert [(task.finished, task.finished_share) for task in found] == [
        (None, Decimal("0.8")),
        (None, Decimal(1)),
        (Decimal(3), None),
        (Decimal(4), None),
    ]


def test_a_lone_percentage_among_quantities_is_asked_about() -> None:
    found = sheet("Số lượng hoàn thành", "50%", "3", "'2", "")
    assert [(task.finished, task.finished_share) for task in found.records.tasks] == [
        (UNKNOWN, None),
        (Decimal(3), None),
        (Decimal(2), None),
        (None, None),
    ]
    (asked,) = (each for each in found.findings if each.code == "D01")
    assert asked.at.a1 == "G4"
    assert "“50%” là tỷ lệ, trong khi các ô khác của cột ghi số lượng" in asked.said()


def test_points_are_no_quantity_and_no_number_of_times() -> None:
    found = sheet("Số lượng hoàn thành | Số lần chậm", "95đ | 2 điểm", "'3 | '2 lần")
    assert [(task.finished, task.latenesses) for task in found.records.tasks] == [
        (UNKNOWN, UNKNOWN),
        (Decimal(3), Decimal(2)),
    ]
    asked = [each for each in found.findings if each.code == "D01"]
    assert [each.at.a1 for each in asked] == ["G4", "H4"]
    assert asked[0].said().endswith("ghi số lượng, nhưng ô ghi “95đ” là điểm; chưa dùng số này.")
    assert asked[1].remedy().startswith("Ghi lại số lần bằng một con số")


def test_an_assigned_quantity_in_points_is_unknown() -> None:
    found = sheet("Số lượng hoàn thành | Số lượng được giao", "3 | 4đ", assigned="Ghi chú")
    assert [task.assigned for task in found.records.tasks] == [UNKNOWN]


def test_a_status_or_a_note_may_say_that_nothing_is_done() -> None:
    found = tasks(
        "Số lượng hoàn thành | Tình trạng | Ghi chú",
        " | Chưa hoàn thành | ",
        " | | Đang thực hiện",
        " | Đã hoàn thành | chờ ký",
    )
    assert [task.said_unfinished for task in found] == [True, True, None]


def test_words_in_a_column_of_percentages_say_all_or_nothing() -> None:
    found = tasks("Mức độ hoàn thành", "Hoàn thành", "Chưa hoàn thành", "Đang thực hiện")
    assert [task.finished_share for task in found] == [Decimal(1), Decimal(0), Decimal(0)]


def test_a_bare_one_among_percentages_is_not_guessed_at() -> None:
    found = sheet("% hoàn thành", "80", "1", "1%", "-5")
    shares = [task.finished_share for task in found.records.tasks]
    assert shares == [Decimal("0.8"), UNKNOWN, Decimal("0.01"), UNKNOWN]
    assert codes(found.findings) == [("D04", "G5"), ("D09", "G6"), ("D04", "G7")]


# ── numbers of times or marks ────────────────────────────────────────────────────────────────

LATE = ["Chậm", "Chậm tiến độ", "Trễ hạn", "Quá hạn", "Tiến độ / Chậm", "Trễ"]
FAILED = ["Chưa đạt", "Không đạt", "Chưa đạt chất lượng"]


@pytest.mark.parametrize("heading", ["Lần chậm", "Số lần trễ", *LATE[:4], "Trễ"])
def test_whole_numbers_under_a_heading_of_lateness_are_numbers_of_times(heading: str) -> None:
    found = tasks(heading, "2", "0", "", "'1")
    assert [task.latenesses for task in found] == [Decimal(2), Decimal(0), None, Decimal(1)]
    assert {task.on_time for task in found} == {None}


@pytest.mark.parametrize("heading", ["Lần chưa đạt", "Số lỗi", "Số lần bị trả lại", *FAILED])
def test_whole_numbers_under_a_heading_of_failure_are_numbers_of_times(heading: str) -> None:
    found = tasks(heading, "2", "0", "")
    assert [task.failures for task in found] == [Decimal(2), Decimal(0), None]
    assert {task.quality_met for task in found} == {None}


@pytest.mark.parametrize("heading", LATE)
def test_marks_under_a_heading_of_lateness_are_marks(heading: str) -> None:
    found = sheet(heading, "x", "Có", "Không", "Chậm 2 ngày", "")
    marks = [task.on_time for task in found.records.tasks]
    assert marks == [False, False, True, False, None]
    assert {task.latenesses for task in found.records.tasks} == {None}
    assert codes(found.findings) == []


@pytest.mark.parametrize("heading", FAILED)
def test_marks_under_a_heading_of_failure_are_marks(heading: str) -> None:
    found = tasks(heading, "x", "Không", "Chưa đạt", "")
    assert [task.quality_met for task in found] == [False, True, False, None]


def test_a_number_among_marks_is_asked_about() -> None:
    found = sheet("Chậm", "x", "2")
    assert [task.on_time for task in found.records.tasks] == [False, UNKNOWN]
    assert codes(found.findings) == [("D11", "G5")]


@pytest.mark.parametrize("cell", ["80%", "2", "0.8{0%}"])
def test_a_number_under_a_heading_of_progress_is_asked_about(cell: str) -> None:
    found = sheet("Tiến độ", cell, "Đúng hạn")
    assert [task.on_time for task in found.records.tasks] == [UNKNOWN, True]
    assert codes(found.findings) == [("D11", "G4")]


def test_good_and_bad_may_have_a_column_each() -> None:
    found = sheet("Đúng hạn | Chậm | Đạt | Chưa đạt", "x | | x |", " | x | | x", "x | x | x | x")
    assert [(task.on_time, task.quality_met) for task in found.records.tasks] == [
        (True, True),
        (False, False),
        (UNKNOWN, UNKNOWN),
    ]
    assert codes(found.findings) == [("D11", "H6"), ("D11", "J6")]


def test_numbers_of_times_in_two_columns_are_one_too_many() -> None:
    found = sheet("Số lần chậm | Chậm tiến độ", "1 | 2")
    assert [task.latenesses for task in found.records.tasks] == [Decimal(1)]
    assert codes(found.findings) == [("B04", "H3")]


def test_days_late_are_no_numbers_of_times_and_no_day_of_evaluation() -> None:
    found = sheet("Số ngày chậm", "2", "0", "", "vài hôm")
    assert [task.on_time for task in found.records.tasks] == [False, True, None, UNKNOWN]
    assert {(task.latenesses, task.evaluated_on) for task in found.records.tasks} == {(None, None)}
    assert codes(found.findings) == [("D11", "G7")]


# ── quantities ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("assigned", ["Khối lượng giao", "Chỉ tiêu", "Chỉ tiêu giao", "KL giao"])
@pytest.mark.parametrize("finished", ["Khối lượng hoàn thành", "SLHT", "SL thực hiện"])
def test_other_words_for_quantities(assigned: str, finished: str) -> None:
    found = sheet(finished, "3", assigned=assigned)
    assert [(task.assigned, task.finished) for task in found.records.tasks] == [
        (Decimal(4), Decimal(3))
    ]
    assert codes(found.findings) == []


@pytest.mark.parametrize(
    ("heading", "cells", "missing"),
    [
        ("Số lượng hoàn thành", ["3"], True),
        ("Số lượng hoàn thành", [""], True),
        ("Kết quả", ["3", "Hoàn thành"], True),
        ("Kết quả", ["Hoàn thành", "Chưa hoàn thành"], False),
        ("Kết quả", ["80%", "100%"], False),
        ("Tỷ lệ hoàn thành", ["80", "100"], False),
    ],
)
def test_one_each_is_assumed_only_without_any_column_of_quantities(
    heading: str, cells: list[str], missing: bool
) -> None:
    found = sheet(heading, *cells, assigned="Thứ tự ưu tiên")
    said = [finding.code for finding in found.findings if finding.code in ("B05", "B11")]
    assert said == (["B05"] if missing else ["B11"])
    assert {task.assumed_one for task in found.records.tasks} == {not missing}


def test_a_count_of_products_is_a_quantity_and_their_names_are_not() -> None:
    counted, named = sheet("Sản phẩm hoàn thành", "3"), sheet("Sản phẩm hoàn thành", "Báo cáo")
    assert [task.finished for task in counted.records.tasks] == [Decimal(3)]
    assert codes(counted.findings) == [("B03", "G3")]
    assert [(t.finished, t.product) for t in named.records.tasks] == [(None, "Báo cáo")]


# ── the time of finishing ────────────────────────────────────────────────────────────────────

MARCH_20, MARCH_25 = date(2026, 3, 20), date(2026, 3, 25)


def timed(*columns: str, rows: tuple[str, ...]) -> Parsed:
    head = "| STT | Nội dung công việc | Người thực hiện | Người giao | Số lượng giao | "
    lines = [
        f"| {number} | Việc {number} | Nguyễn Văn An | Phạm Thị Dung | 4 | {row} |"
        for number, row in enumerate(rows, 1)
    ]
    title = "GIAO VIỆC THÁNG 3 NĂM 2026"
    return parsed(KIND, "\n".join([title, "", head + " | ".join(columns) + " |", *lines]))


def test_beside_the_actual_time_the_time_of_finishing_is_the_deadline() -> None:
    found = timed(
        "Thời gian hoàn thành",
        "Thời gian hoàn thành thực tế",
        rows=("@2026-03-20 | @2026-03-25",),
    )
    assert [(task.deadline, task.finished_on) for task in found.records.tasks] == [
        (MARCH_20, MARCH_25)
    ]
    assert codes(found.findings) == [("B03", "F3")]


def test_beside_a_deadline_the_time_of_finishing_is_the_finishing_date() -> None:
    found = timed("Thời hạn", "Thời gian hoàn thành", rows=("@2026-03-20 | @2026-03-25",))
    assert [(task.deadline, task.finished_on) for task in found.records.tasks] == [
        (MARCH_20, MARCH_25)
    ]


@pytest.mark.parametrize(
    ("columns", "rows", "is_deadline"),
    [
        (("Thời gian hoàn thành",), ("@2026-03-20",), True),
        (("Thời gian hoàn thành", "SL hoàn thành"), ("@2026-03-20 | 4", "@2026-03-20 | "), True),
        (("Thời gian hoàn thành", "SL hoàn thành"), ("@2026-03-20 | 4", " | 0"), False),
    ],
)
def test_alone_its_cells_decide(
    columns: tuple[str, ...], rows: tuple[str, ...], is_deadline: bool
) -> None:
    found = timed(*columns, rows=rows)
    first = found.records.tasks[0]
    assert (first.deadline, first.finished_on) == (
        (MARCH_20, None) if is_deadline else (None, MARCH_20)
    )
    said = [finding.code for finding in found.findings]
    assert said == (["B03"] if is_deadline else ["B03", "B05"])


def test_a_second_deadline_beside_centred_parents_hides_no_other_column() -> None:
    result = parsed(
        KIND,
        """
        GIAO VIỆC THÁNG 3 NĂM 2026
        | STT | Nội dung công việc | Người thực hiện | Giao việc trong kỳ | | | | Hạn xử lý |
        | | | | Giao việc | | | | |
        | | | | Người giao | Hạn hoàn thành | Số lượng giao | Hệ số | |
        | 1 | Báo cáo | Vũ An | Lê Bình | @2026-03-20 | 4 | 1 | @2026-03-20 |
        """,
    )
    [task] = result.records.tasks
    assert (task.content, task.owners[0].name, task.assigned) == ("Báo cáo", "Vũ An", 4)
    assert task.deadline == date(2026, 3, 20)


def test_carried_out_below_a_quantity_is_what_is_finished_and_nobody() -> None:
    found = parsed(
        KIND,
        """
        KẾT QUẢ CÔNG VIỆC THÁNG 3 NĂM 2026
        | STT | Họ và tên     | Nội dung công việc | Người giao    | Thời hạn    | KPI Số lượng | <         |
        | ^   | ^             | ^                  | ^             | ^           | Giao         | Thực hiện |
        | 1   | Nguyễn Văn An | Báo cáo            | Phạm Thị Dung | @2026-03-20 | 4            | 3         |
        """,
    )
    (task,) = found.records.tasks
    assert [owner.name for owner in task.owners] == ["Nguyễn Văn An"]
    assert (task.assigned, task.finished) == (Decimal(4), Decimal(3))
    assert codes(found.findings) == []


def test_whose_task_it_is_may_stand_in_two_columns() -> None:
    found = parsed(
        KIND,
        """
        KẾT QUẢ CÔNG VIỆC THÁNG 3 NĂM 2026
        | STT | Họ        | Tên | Nội dung công việc | Người giao    | Thời hạn    | Số lượng giao |
        | 1   | Lê Thị    | Út  | Báo cáo            | Phạm Thị Dung | @2026-03-20 | 4             |
        | 2   | ^         | ^   | Kế hoạch           | Phạm Thị Dung | @2026-03-20 | 4             |
        | 3   | Võ        | Út  | Tờ trình           | Phạm Thị Dung | @2026-03-20 | 4             |
        """,
    )
    owners = [[owner.name for owner in task.owners] for task in found.records.tasks]
    assert owners == [["Lê Thị Út"], ["Lê Thị Út"], ["Võ Út"]]
    assert codes(found.findings) == []


def test_a_column_headed_name_without_a_family_name_beside_it_is_nobody() -> None:
    found = sheet("Tên | Ghi chú", "Sổ A | ", assigned="Số lượng giao")
    assert [owner.name for owner in found.records.tasks[0].owners] == ["Nguyễn Văn An"]
