"""Where an office keeps results itself: which cells are ours to fill, and which are not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.sheets.kinds.parsing import cell, parsed, table_of

from cadre_cli.domain.grid import Cell
from cadre_cli.domain.stated import ResultCell
from cadre_cli.sheets.kinds.common import KIND as COMMON
from cadre_cli.sheets.kinds.stated import KIND
from cadre_cli.sheets.kinds.tasks import KIND as TASKS

TITLE = "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI THÁNG 3 NĂM 2026\n\n"


def cells(markdown: str, kind=KIND) -> dict[str, ResultCell]:  # type: ignore[no-untyped-def]
    rows = parsed(kind, markdown).records.result_rows
    return {each.at.a1 or "": each for row in rows for each in row.cells}


def ours(markdown: str, kind=KIND) -> dict[str, str]:  # type: ignore[no-untyped-def]
    return {a1: each.part for a1, each in cells(markdown, kind).items() if each.why_not is None}


def test_a_summary_keeps_parts_total_and_class_blank_or_not() -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Điểm tiêu chí chung (30đ) | Điểm kết quả (70đ) | Tổng điểm | Xếp loại |\n"
        + "| 1 | Nguyễn Văn An | 27 | | {=C4+D4|71} | HTTNV |\n"
        + "| 2 | Trần Thị Bình | | | | |\n"
        + "| | Người lập biểu | | | | |\n"
    )
    assert ours(sheet) == {
        "C4": "common", "D4": "points", "E4": "total", "F4": "grade",
        "C5": "common", "D5": "points", "E5": "total", "F5": "grade",
    }  # fmt: skip
    found = cells(sheet)
    assert found["C4"].held == Decimal(27)
    assert (found["E4"].held, found["E4"].formula) == (Decimal(71), True)
    assert (found["F5"].held, found["F5"].words) == (None, {"HTT": "HTTNV"})
    assert found["F5"].at == cell("F5")


def test_what_a_scorer_or_an_authority_writes_is_theirs() -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Tự chấm | Điểm Lãnh đạo | Tổng điểm tự chấm | Mức xếp loại chính thức | Đề nghị xếp loại |\n"
        + "| 1 | Nguyễn Văn An | | | | | |\n"
    )
    assert ours(sheet) == {"G4": "grade"}
    left = cells(sheet)["F4"].why_not
    assert left is not None
    assert left.vi == "cột do người chấm hoặc người có thẩm quyền ghi"


def test_two_totals_and_points_beside_a_class_are_left() -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Tổng điểm | Tổng cộng điểm | Điểm, xếp loại |\n"
        + "| 1 | Nguyễn Văn An | | | |\n"
    )
    assert {a1: each.why_not.vi for a1, each in cells(sheet).items() if each.why_not} == {
        "C4": "có nhiều cột giống nhau, không rõ cột nào là của kết quả",
        "D4": "có nhiều cột giống nhau, không rõ cột nào là của kết quả",
        "E4": "điểm và mức xếp loại ghi chung một ô",
    }


def test_a_column_for_each_class_takes_a_mark() -> None:
    sheet = (
        "BẢNG TỔNG HỢP PHÂN LOẠI THÁNG 3 NĂM 2026\n\n"
        "| TT | HỌ VÀ TÊN | PHÂN LOẠI | < | < | < | KHÔNG PHÂN LOẠI |\n"
        "| ^ | ^ | A | B | C | D | ^ |\n"
        "| 1 | Nguyễn Văn An | x | | | | |\n"
    )
    found = [(each.at.a1, each.part, each.grade, each.held) for each in cells(sheet).values()]
    assert found == [
        ("C5", "mark", "HTXS", "x"),
        ("D5", "mark", "HTT", None),
        ("E5", "mark", "HT", None),
        ("F5", "mark", "KHT", None),
    ]


def test_the_sum_of_marks_is_ours_where_it_surely_is_that() -> None:
    sheet = (
        "ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026\n\n"
        "| STT | Họ và tên | I (10đ) | II (10đ) | III (10đ) | {} | Xếp loại |\n"
        "| 1 | Nguyễn Văn An | 9 | 9 | 9 | | |\n"
    )
    assert ours(sheet.format("Tổng cộng (30đ)"), COMMON) == {"F4": "common", "G4": "grade"}
    assert ours(sheet.format("Tổng cộng"), COMMON) == {"G4": "grade"}
    assert ours(sheet.format("Tổng điểm (100đ)"), COMMON) == {"F4": "total", "G4": "grade"}


def test_a_row_in_a_legacy_encoding_takes_plain_letters_only() -> None:
    legacy = parsed(KIND, TITLE + "| STT | Họ và tên | Xếp loại |\n| 1 | Trần Thị Bình | |\n")
    (row,) = legacy.records.result_rows
    assert not row.cells[0].legacy
    table = table_of(KIND, TITLE + "| STT | Họ và tên | Xếp loại |\n| 1 | Trần Thị Bình | |\n")
    name = Cell("Trần Thị Bình", font=".VnTime", stored="TrÇn ThÞ B×nh")
    rows = {**table.grid.rows, 4: {**table.grid.rows[4], 2: name}}
    converted = KIND.parse(replace(table, grid=replace(table.grid, rows=rows)))
    assert converted.records.result_rows[0].cells[0].legacy


@pytest.mark.parametrize(
    "children",
    [
        "a (%) | b (%) | c (%)",
        "A (%) | B (%) | C (%)",
        "Số lượng | Chất lượng | Tiến độ",
        "a | Chất lượng (b) | c",
    ],
)
def test_a_child_that_names_a_part_is_that_part_whatever_stands_above_it(children: str) -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Kết quả thực hiện nhiệm vụ | < | < | Tổng điểm | Xếp loại |\n"
        + f"| ^ | ^ | {children} | ^ | ^ |\n"
        + "| 1 | Nguyễn Văn An | | | | | |\n"
    )
    table = table_of(KIND, sheet)
    assert "result_points" not in table.places
    assert table.findings == ()
    assert ours(sheet) == {"C5": "a", "D5": "b", "E5": "c", "F5": "total", "G5": "grade"}


def test_of_several_columns_below_a_result_none_is_the_whole_of_it() -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Kết quả thực hiện nhiệm vụ (%) | < | Tổng điểm |\n"
        + "| ^ | ^ | Việc thường xuyên | Việc đột xuất | ^ |\n"
        + "| 1 | Nguyễn Văn An | | | |\n"
    )
    assert ours(sheet) == {"E5": "total"}
    assert table_of(KIND, sheet).findings == ()


def test_capitals_below_a_result_may_be_classes_and_are_nothing_of_ours() -> None:
    sheet = (
        TITLE
        + "| STT | Họ và tên | Kết quả thực hiện nhiệm vụ | < | < | Tổng điểm |\n"
        + "| ^ | ^ | A | B | C | ^ |\n"
        + "| 1 | Nguyễn Văn An | | | | |\n"
    )
    assert ours(sheet) == {"F5": "total"}


def test_the_scale_stands_in_the_heading_or_above_it_and_a_weight_is_none() -> None:
    def wholes(parent: str, children: str) -> list[Decimal | None]:
        sheet = (
            TITLE
            + f"| STT | Họ và tên | {parent} | < | < | Xếp loại |\n"
            + f"| ^ | ^ | {children} | ^ |\n"
            + "| 1 | Nguyễn Văn An | | | | |\n"
        )
        parts = cells(sheet).values()
        return [each.scale and each.scale.full for each in parts if each.part in ("a", "b", "c")]

    lettered = "Số lượng (a) | Chất lượng (b) | Tiến độ (c)"
    assert wholes("Tỷ lệ (%)", lettered) == [Decimal(100)] * 3
    assert wholes("Tỷ lệ (%)", "Số lượng | Chất lượng | Tiến độ") == [Decimal(100)] * 3
    assert wholes("Tỷ lệ", "a (10đ) | b (10đ) | c (10đ)") == [Decimal(10)] * 3
    assert wholes("Kết quả thực hiện nhiệm vụ (70 %)", lettered) == [None] * 3


@pytest.mark.parametrize(
    ("heading", "held", "full"),
    [
        ("a (%)", ["85", "0.5"], 100),
        ("a (%)", ["1", "1"], None),
        ("a (%)", ["1", "1", "0.8"], 1),
        ("a (%)", ["1", "85"], 100),
        ("a (%)", ["85%", "1{0%}"], 100),
        ("a", ["85", "0.5"], None),
        ("a", ["85", "'64,29"], 100),
        ("a", ["0.85", "1"], 1),
        ("a", ["1", "1"], None),
        ("a", ["9", "10"], None),
        ("a (10đ)", ["9", "10"], 10),
        ("a (10đ)", ["9", "85"], None),
    ],
)
def test_the_largest_number_and_the_heading_tell_the_scale(
    heading: str, held: list[str], full: int | None
) -> None:
    rows = "".join(f"| {n} | Người {n} | {one} | | |\n" for n, one in enumerate(held))
    found = cells(TITLE + f"| STT | Họ và tên | {heading} | Xếp loại | b (%) |\n" + rows)[
        "C4"
    ].scale
    assert found is not None
    assert found.full == full
    assert (found.why is None) is (full is not None)


def test_the_share_of_a_task_is_ours_under_a_heading_that_names_no_scorer_and_is_sure() -> None:
    def why(heading: str) -> str | None:
        sheet = (
            "GIAO VIỆC THÁNG 3 NĂM 2026\n\n"
            "| STT | Người thực hiện | Nội dung công việc | Số lượng giao | Số lượng hoàn thành "
            f"| {heading} |\n| 1 | Nguyễn Văn An | Lập kế hoạch | 4 | 3 | |\n"
        )
        (task,) = parsed(TASKS, sheet).records.tasks
        assert task.share_cell is not None
        return None if task.share_cell.why_not is None else task.share_cell.why_not.vi

    assert why("Tỷ lệ hoàn thành (%)") is None
    theirs = "cột do người chấm hoặc người có thẩm quyền ghi"
    assert why("Trưởng phòng đánh giá Tỷ lệ hoàn thành (%)") == theirs
    assert why("Tỷ lệ hoàn thành so với kế hoạch (%)") == (
        "tiêu đề chỉ gần giống tiêu đề của cột này; đúng là cột này thì ghi vào cadre.toml"
    )
