"""Sheets of tasks: every phase, every way of saying whose they are and how they count."""

from datetime import date
from decimal import Decimal

from tests.sheets.kinds.parsing import cell, codes, parsed, person, table_of

from cadre_cli.domain.tasks import Category, Phase, Task
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds.tasks import KIND

WHOLE = """
BẢNG GIAO VIỆC VÀ KẾT QUẢ THÁNG 3 NĂM 2026

| STT | Số việc | Mã CV | Nội dung công việc | Sản phẩm | Người thực hiện | Phối hợp | Người giao | Ngày giao | Thời hạn hoàn thành | Số lượng giao | Hệ số | Số lượng hoàn thành | Ngày hoàn thành | Số lần chưa đạt | Số lần chậm | Người đánh giá | Ghi chú |
| 1 | V01 | QL.01 | Báo cáo tháng | Báo cáo | Nguyễn Văn An | Lê Văn Cường; Trần Thị Bình | Phạm Thị Dung | @2026-03-02 | @2026-03-20 | 4 | 1.5 | 3 | @2026-03-19 | 1 | 0 | Phạm Thị Dung | làm thêm 1 |
"""


def test_a_whole_row_becomes_a_task() -> None:
    result = parsed(KIND, WHOLE)
    task = result.records.tasks[0]
    assert codes(result.findings) == []
    assert task == Task(
        at=task.at,
        phase=Phase.WHOLE,
        number="V01",
        code="QL.01",
        content="Báo cáo tháng",
        product="Báo cáo",
        owners=(person("Nguyễn Văn An", "F4"),),
        co_owners=(person("Lê Văn Cường", "G4"), person("Trần Thị Bình", "G4")),
        assigner=person("Phạm Thị Dung", "H4"),
        assigned_on=date(2026, 3, 2),
        deadline=date(2026, 3, 20),
        assigned=Decimal(4),
        coefficient=Decimal("1.5"),
        finished=Decimal(3),
        finished_on=date(2026, 3, 19),
        failures=Decimal(1),
        latenesses=Decimal(0),
        evaluator=person("Phạm Thị Dung", "Q4"),
        note="làm thêm 1",
        extra_allowed=True,
    )
    assert task.at.cell("deadline") == cell("J4")
    assert result.records.kinds == frozenset({"tasks"})


def test_a_registered_plan_needs_only_work_and_owner() -> None:
    result = parsed(
        KIND,
        """
        ĐĂNG KÝ CÔNG VIỆC THÁNG 3 NĂM 2026

        | STT | Nội dung công việc | Người thực hiện | Ngày đăng ký |
        | 1 | Rà soát hộ nghèo | Nguyễn Văn An | @2026-02-27 |
        """,
    )
    task = result.records.tasks[0]
    assert codes(result.findings) == []
    assert (task.phase, task.registered_on, task.assumed_one) == (
        Phase.PLAN,
        date(2026, 2, 27),
        False,
    )
    assert result.records.kinds == frozenset({"plan"})


def test_an_assignment_without_a_quantity_column_counts_one_each_and_says_so() -> None:
    result = parsed(
        KIND,
        """
        BẢNG GIAO VIỆC THÁNG 3 NĂM 2026

        | STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn |
        | 1 | Rà soát hộ nghèo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 |
        """,
    )
    task = result.records.tasks[0]
    assert (task.phase, task.assigned, task.assumed_one) == (Phase.ASSIGNMENT, None, True)
    assert [(f.code, f.at) for f in result.findings] == [("B11", cell(""))]


def test_results_in_a_sheet_of_their_own_are_for_joining() -> None:
    result = parsed(
        KIND,
        """
        KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 3 NĂM 2026

        | STT | Số việc | Số lượng hoàn thành | Số lần chưa đạt | Số lần chậm | Người đánh giá |
        | 1 | V01 | 3 | 0 | 1 | Phạm Thị Dung |
        """,
    )
    task = result.records.tasks[0]
    assert codes(result.findings) == []
    assert (task.phase, task.number, task.finished, task.latenesses) == (
        Phase.EVALUATION,
        "V01",
        Decimal(3),
        Decimal(1),
    )


def test_columns_an_assignment_lacks_are_named_once() -> None:
    result = parsed(
        KIND,
        """
        BẢNG GIAO VIỆC THÁNG 3 NĂM 2026

        | STT | Nội dung công việc | Ngày giao | Số lượng |
        | 1 | Rà soát hộ nghèo | 02/03/2026 | 1 |
        | 2 | Báo cáo | 03/03/2026 | 1 |
        """,
    )
    missing = [f for f in result.findings if f.code == "B05"]
    assert [(f.at, f.said()) for f in missing] == [
        (cell(""), f"Bảng “giao việc, kết quả công việc” thiếu cột “{heading}”.")
        for heading in ("Người thực hiện", "Người giao", "Thời hạn hoàn thành")
    ]


HEAD = (
    "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao | Hệ số |"
)


def _tasks(rows: str, head: str = HEAD) -> str:
    return f"BẢNG GIAO VIỆC THÁNG 3 NĂM 2026\n\n{head}\n{rows.strip()}\n"


def test_values_that_cannot_be_are_named_at_their_cells() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| 1 | Rà soát hộ nghèo | Nguyễn Văn An | Phạm Thị Dung | 30/02/2026 | nhiều | 1 |
| 2 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | -2 | 0 |
| 3 | | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | 1 |
| 4 | Kiểm tra | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | | 1 |
"""
        ),
    )
    assert codes(result.findings) == [
        ("D02", "E4"),
        ("D01", "F4"),
        ("D04", "F5"),
        ("D04", "G5"),
        ("D05", "B6"),
        ("D05", "F7"),
    ]
    first, second, *_ = result.records.tasks
    assert (first.deadline, first.assigned) == (UNKNOWN, UNKNOWN)
    assert (second.assigned, second.coefficient) == (UNKNOWN, UNKNOWN)


def test_a_date_against_the_habit_of_its_column_is_named() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| 1 | Rà soát hộ nghèo | Nguyễn Văn An | Phạm Thị Dung | 21/03/2026 | 1 | 1 |
| 2 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 03/25/2026 | 1 | 1 |
"""
        ),
    )
    assert ("D03", "E5") in codes(result.findings)


def test_the_same_row_twice_is_named_at_the_later_one() -> None:
    row = "Rà soát hộ nghèo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | 1 |"
    result = parsed(KIND, _tasks(f"| 1 | {row}\n| 2 | {row}"))
    assert [(f.code, f.at.row) for f in result.findings] == [("D08", 5)]


def test_owner_and_co_operating_people_in_one_cell_are_told_apart() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| 1 | Rà soát | Nguyễn Văn An (chủ trì), Trần Thị Bình (phối hợp) | Phạm Thị Dung | 20/03/2026 | 1 | 1 |
| 2 | Báo cáo | Nguyễn Văn An; Lê Văn Cường | Phạm Thị Dung | 20/03/2026 | 1 | 1 |
| 3 | Vệ sinh | Toàn thể công chức | Phạm Thị Dung | 20/03/2026 | 1 | 1 |
"""
        ),
    )
    named = [
        ([m.name for m in task.owners], [m.name for m in task.co_owners])
        for task in result.records.tasks
    ]
    assert named == [
        (["Nguyễn Văn An"], ["Trần Thị Bình"]),
        (["Nguyễn Văn An", "Lê Văn Cường"], []),
        (["Toàn thể công chức"], []),
    ]


def test_sections_columns_and_notes_say_how_a_task_counts() -> None:
    head = "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao | Loại nhiệm vụ | Ghi chú |"
    result = parsed(
        KIND,
        _tasks(
            """
| I | Nhiệm vụ theo kế hoạch | | | | | | |
| 1 | Rà soát | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | | |
| 2 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | Chuyển giao | |
| II | Nhiệm vụ phát sinh | | | | | | |
| 1 | Kiểm tra | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | | | |
| 2 | Tiếp dân | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | | Nhận thay đồng chí Cường |
""",
            head,
        ),
    )
    assert [(task.content, task.category) for task in result.records.tasks] == [
        ("Rà soát", Category.PLANNED),
        ("Báo cáo", Category.HANDED_OVER),
        ("Kiểm tra", Category.UNPLANNED),
        ("Tiếp dân", Category.UNPLANNED),
    ]
    assert codes(result.findings) == []


def test_a_heading_row_names_the_owner_of_the_rows_below() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| I | Nguyễn Văn An - Công chức Văn phòng | | | |
| 1 | Rà soát | Phạm Thị Dung | 20/03/2026 | 1 |
| II | Trần Thị Bình | | | |
| 1 | Báo cáo | Phạm Thị Dung | 20/03/2026 | 2 |
""",
            "| STT | Nội dung công việc | Người giao | Thời hạn | Số lượng giao |",
        ),
    )
    assert [task.owners for task in result.records.tasks] == [
        (person("Nguyễn Văn An", "B4"),),
        (person("Trần Thị Bình", "B6"),),
    ]
    assert codes(result.findings) == []


def test_a_line_above_the_table_names_the_owner_of_the_sheet() -> None:
    result = parsed(
        KIND,
        """
        PHIẾU GIAO VIỆC THÁNG 3 NĂM 2026
        Họ và tên: Nguyễn Văn An - Công chức Văn phòng

        | STT | Nội dung công việc | Người giao | Thời hạn | Số lượng giao |
        | 1 | Rà soát | Phạm Thị Dung | 20/03/2026 | 1 |
        """,
    )
    assert result.records.tasks[0].owners == (person("Nguyễn Văn An", "A2"),)
    assert codes(result.findings) == []


RESULTS = "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng | Kết quả | Chất lượng | Tiến độ | Trạng thái |"


def test_marks_and_words_in_place_of_numbers() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| 1 | Rà soát | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 2 | Hoàn thành | Đạt | Đúng hạn | Hoàn thành 19/03/2026 |
| 2 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 2 | Chưa hoàn thành | Không đạt | Chậm | Đang triển khai |
| 3 | Kiểm tra | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 2 | 1 | cần xem lại | Hằng tháng | Hoàn thành |
""",
            RESULTS,
        ),
    )
    done = [
        (task.finished, task.finished_on, task.quality_met, task.on_time)
        for task in result.records.tasks
    ]
    assert done == [
        (Decimal(2), date(2026, 3, 19), True, True),
        (Decimal(0), None, False, False),
        (Decimal(1), None, UNKNOWN, None),
    ]
    assert codes(result.findings) == [("D22", "G5"), ("D11", "H6")]


def test_the_highest_superior_s_points_count_and_a_self_score_does_not() -> None:
    result = parsed(
        KIND,
        _tasks(
            """
| 1 | Rà soát | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | 10 | 9 | 8 | 7 |
| 2 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | 10 | 9 | 8 | |
| 3 | Kiểm tra | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | 10 | 9 | | |
""",
            "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng | Điểm tối đa | Điểm tự chấm | Điểm TP duyệt | Điểm Lãnh đạo |",
        ),
    )
    points = [(task.points, task.max_points) for task in result.records.tasks]
    assert points == [(Decimal(7), Decimal(10)), (Decimal(8), Decimal(10)), (None, Decimal(10))]


def test_task_and_detail_side_by_side_are_both_kept() -> None:
    result = parsed(
        KIND,
        _tasks(
            "| 1 | Quản lý đất đai | Cấp giấy chứng nhận | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 |",
            "| STT | Nhiệm vụ | Công việc chi tiết | Người thực hiện | Người giao | Thời hạn | Số lượng |",
        ),
    )
    assert result.records.tasks[0].content == "Quản lý đất đai – Cấp giấy chứng nhận"
    assert codes(table_of(KIND, _tasks("| 1 | a | b | c | d |")).findings) == []


def test_a_code_of_the_owner_may_stand_in_a_column_of_its_own() -> None:
    result = parsed(
        KIND,
        """
        GIAO VIỆC THÁNG 3 NĂM 2026

        | STT | Nội dung công việc | Mã cán bộ | Người thực hiện | Người giao | Thời hạn | Số lượng |
        | 1 | Báo cáo | CB04 | Hà Thị Én | Phạm Thị Dung | @2026-03-20 | 1 |
        | 2 | Tờ trình | '05 | Hà Thị Én | Phạm Thị Dung | @2026-03-20 | 1 |
        | 3 | Công văn | CB04 |  | Phạm Thị Dung | @2026-03-20 | 1 |
        """,
    )
    assert codes(result.findings) == []
    assert [task.owners for task in result.records.tasks] == [
        (person("Hà Thị Én", "D4", code="CB04"),),
        (person("Hà Thị Én", "D5", code="05"),),
        (person("CB04", "C6", code="CB04"),),
    ]


def test_categories_are_abbreviated_or_asked_about_and_never_planned_in_silence() -> None:
    words = ["ĐX", "PS", "ĐXNKH", "ĐX-PS", "TX", "NT", "CG", "Đột suất", "Chuyên môn", "Chuyên môn"]
    words += ["TX, ĐX", "Không phát sinh", "x"]
    row = "| Việc {} | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | {} |"
    result = parsed(
        KIND,
        _tasks(
            "\n".join(row.format(n, word) for n, word in enumerate(words)),
            "| Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao | Loại nhiệm vụ |",
        ),
    )
    outside = [t.content for t in result.records.tasks if t.category is Category.UNPLANNED]
    assert outside == ["Việc 0", "Việc 1", "Việc 2", "Việc 3"]
    unknown = [t.content for t in result.records.tasks if t.category is Category.UNKNOWN]
    assert unknown == ["Việc 5", "Việc 6", "Việc 7", "Việc 10"]
    asked = [f.said() for f in result.findings if f.code == "D11"]
    assert [any(f"“{word}”" in said for said in asked) for word in words] == [
        *[False] * 5, True, True, True, False, False, True, False, False,
    ]  # fmt: skip
    assert [f.at.a1 for f in result.findings if f.code == "D18"] == ["F12", "F16"]


def test_words_for_none_of_several_products_are_told() -> None:
    """Some of the four may be finished: "đang làm" does not say how many."""
    result = parsed(
        KIND,
        """
        KẾT QUẢ THÁNG 3 NĂM 2026

        | STT | Nội dung công việc | Người thực hiện | Số lượng giao | Số lượng hoàn thành |
        | 1 | Báo cáo tháng | Nguyễn Văn An | 4 | đang làm |
        | 2 | Báo cáo quý | Nguyễn Văn An | 1 | chưa xong |
        """,
    )
    assert [task.finished for task in result.records.tasks] == [Decimal(0), Decimal(0)]
    assert codes(result.findings) == [("D22", "E4")]
