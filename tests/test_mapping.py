"""The lines that `cadre inspect` offers for cadre.toml: pasted they change nothing, corrected they do."""

from __future__ import annotations

import pytest
from tests.grids import grid

from cadre_cli.cli.pasting import lines_to_paste
from cadre_cli.cli.pasting_unread import lines_for_unread
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.office import Office
from cadre_cli.domain.records import Records
from cadre_cli.office import NO_OFFICE, read_office
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut, Table

TASKS = """
GIAO VIỆC THÁNG 3 NĂM 2026

| STT | Nội dung công việc | Người thực hiện | Cán bộ đầu mối | Người giao | Hạn hoàn thnh | Số lượng | < |
| ^ | ^ | ^ | ^ | ^ | ^ | Được giao | Hoàn thành |
| 1 | Rà soát hộ nghèo | Lê Văn An | Vũ Thị Bình | Trần Văn Cả | 20/03/2026 | 2 | 1 |
"""
SHAPES = {
    "tasks": TASKS,
    "marks": """
ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026

| STT | Họ và tên | < | I. Phẩm chất (10đ) | < | Nhóm II "năng lực" | Điểm TC chung | Ghi chú |
| ^ | ^ | ^ | 1 | 2 | ^ | ^ | ^ |
| 1 | Lê Văn | An | 5 | 4 | 9 | 18 | |
""",
    "two scorers": """
PHIẾU CHẤM ĐIỂM THÁNG 3 NĂM 2026

| STT | Họ và tên | Tự chấm | < | Lãnh đạo chấm | < |
| ^ | ^ | I | II | I | II |
| 1 | Lê Văn An | 9 | 8 | 9 | 7 |
""",
    "months": """
XẾP LOẠI CÁC THÁNG NĂM 2026

| STT | Họ và tên | T1 | T2 | T3 |
| 1 | Lê Văn An | HTT | HTXS | HT |
""",
    "two kinds": TASKS
    + """
| STT | Họ và tên | Tổng điểm | Xếp loại |
| 1 | Lê Văn An | 87 | HTT |
""",
    "a slip": """
Kỳ: tháng 3 năm 2026
Họ và tên: Lê Văn An
| TT | Tiêu chí chấm điểm | Điểm tối đa | Điểm do cá nhân tự chấm | Lãnh đạo chấm |
| I | Phẩm chất chính trị và ý thức kỷ luật | 10 | 9 | 8 |
| | Tổng cộng | 30 | 9 | 8 |
""",
}


def sheet(markdown: str) -> Grid:
    return grid(markdown, sheet=' Bảng "1"')


def read(grid: Grid, office: Office = NO_OFFICE) -> tuple[Table, ...]:
    found = recognise(grid, KINDS, office)
    assert not isinstance(found, LeftOut), found
    return found


def office_of(lines: list[str]) -> Office:
    office, faults = read_office("\n".join(lines), "cadre.toml", sheet_kinds())
    assert faults == ()
    assert office is not None
    return office


def reading(tables: tuple[Table, ...]) -> list[tuple[object, ...]]:
    """What was read: kind, rows, period and the field of every column."""
    return [
        (
            one.kind,
            one.rows,
            one.totals,
            one.period,
            one.month,
            [(column.field, column.column) for column in one.columns],
        )
        for one in tables
    ]


def records(tables: tuple[Table, ...]) -> list[Records]:
    by_name = {kind.name: kind for kind in KINDS}
    return [by_name[one.kind].parse(one).records for one in tables]


@pytest.mark.parametrize("shape", SHAPES)
def test_pasted_unchanged_the_lines_change_nothing(shape: str) -> None:
    written = sheet(SHAPES[shape])
    before = read(written)
    after = read(written, office_of(list(lines_to_paste(before))))
    assert reading(after) == reading(before)
    assert records(after) == records(before)


def test_a_corrected_line_changes_the_reading_of_its_field_alone() -> None:
    written = sheet(TASKS)
    lines = list(lines_to_paste(read(written)))
    at = lines.index('owner = ["Người thực hiện"]  # Người thực hiện')
    corrected = [*lines[:at], 'owner = ["Cán bộ đầu mối"]', *lines[at + 1 :]]
    [before] = read(written)
    [after] = read(written, office_of(corrected))
    changed = {name for name in before.places if before.places[name] != after.places[name]}
    assert (changed, after.places["owner"]) == ({"owner"}, 4)
    [task] = records((after,))[0].tasks
    assert [owner.name for owner in task.owners] == ["Vũ Thị Bình"]


def test_headings_that_were_not_understood_are_filled_into_the_line_of_their_field() -> None:
    written = sheet(
        "| STT | Nội dung công việc | Người thực hiện | Sếp phân việc | Độ khó | Nộp muộn | Sếp chốt |\n"
        "| 1 | Rà soát hộ nghèo | Lê Văn An | Trần Văn Cả | 2 | 1 | Trần Văn Cả |"
    )
    lines = list(lines_to_paste(read(written)))
    assert "# Chưa hiểu: Sếp phân việc; Nộp muộn; Sếp chốt" in lines
    meant = {"assigner": "Sếp phân việc", "latenesses": "Nộp muộn", "evaluator": "Sếp chốt"}
    for field, heading in meant.items():
        [at] = [n for n, line in enumerate(lines) if line.startswith(f'# {field} = [""]')]
        lines[at] = lines[at].removeprefix("# ").replace('[""]', f'["{heading}"]')
    [found] = read(written, office_of(lines))
    assert {field: found.places[field] for field in meant} == {
        "assigner": 4,
        "latenesses": 6,
        "evaluator": 7,
    }


def test_a_field_without_headings_is_no_column() -> None:
    [found] = read(
        sheet(TASKS), office_of(["[reading.columns.tasks]", "owner = []", "deadline = []"])
    )
    assert not {"owner", "deadline"} & set(found.places)


def test_headings_named_for_one_workbook_leave_others_as_they_were() -> None:
    office = office_of(["[reading.columns.tasks]", 'deadline = ["Phải xong trước"]'])
    [found] = read(sheet(TASKS), office)
    assert found.places["deadline"] == 6


def test_a_sheet_with_tables_of_two_kinds_is_given_none() -> None:
    lines = list(lines_to_paste(read(sheet(SHAPES["two kinds"]))))
    assert [line for line in lines if line.startswith("[")] == [
        "[reading.columns.tasks]",
        "[reading.columns.stated]",
    ]


def test_a_wrong_kind_can_be_corrected() -> None:
    written = sheet("| STT | Họ và tên | Chức vụ | Ghi chú |\n| 1 | Lê Văn An | Công chức | ốm |")
    lines = list(lines_to_paste(read(written)))
    assert lines[:2] == [
        "[reading.sheets]",
        '"Bảng \\"1\\"" = "roster"  # danh sách cán bộ, công chức',
    ]
    [found] = read(written, office_of(["[reading.sheets]", lines[1].replace("roster", "events")]))
    assert found.kind == "events"


ROWS = (
    TASKS
    + """
| 2 | Việc mẫu: ghi như dòng này | Lê Văn An | | Trần Văn Cả | 20/03/2026 | 1 | 1 |
| Ghi chú | Ghi chú công văn đến | Lê Văn An | | Trần Văn Cả | 20/03/2026 | 5 | 5 |
| | | | | | Người lập biểu | | |
| 3 | Phát sinh sau khi ký | Lê Văn An | | Trần Văn Cả | 20/03/2026 | 3 | 3 |
"""
)


def contents(lines: list[str]) -> list[str | None]:
    tables = read(sheet(ROWS), office_of(lines))
    return [task.content for each in records(tables) for task in each.tasks]


def test_rows_may_be_left_and_taken_by_their_words() -> None:
    name = '[reading.rows."Bảng \\"1\\""]'
    assert contents([]) == [
        "Rà soát hộ nghèo",
        "Việc mẫu: ghi như dòng này",
        "Ghi chú công văn đến",
    ]
    lines = [name, 'leave = ["Việc mẫu*", "GHI CHÚ"]', 'take = ["Phát sinh sau khi ký"]']
    assert contents(lines) == ["Rà soát hộ nghèo", "Phát sinh sau khi ký"]
    [table] = read(sheet(ROWS), office_of(lines))
    why = {each.at.row: each.why.vi for each in table.left_out}
    assert (why[7], why[8]) == ("cơ quan khai không đọc dòng này",) * 2


def test_a_sheet_may_be_left() -> None:
    office = office_of(["[reading.sheets]", '\'bảng "1"\' = "leave"'])
    found = recognise(sheet(TASKS), KINDS, office)
    assert isinstance(found, LeftOut)
    assert found.why.vi == "cơ quan khai không đọc trang này"


def test_the_lines_for_rows_are_offered_as_remarks() -> None:
    lines = list(lines_to_paste(read(sheet(ROWS))))
    assert '# take = ["Người lập biểu"]  # dòng đã bỏ mà cần đọc: chữ của một ô' in lines
    uncommented = [line.removeprefix("# ") for line in lines]
    assert office_of(uncommented).rows


def test_a_sheet_without_a_known_heading_has_lines_to_fill_in_that_say_nothing_as_they_stand() -> (
    None
):
    row = "| {} | Rà soát hộ nghèo | Lê Văn An | Trần Văn Cả | 20/03/2026 | 2 |\n"
    written = sheet(
        "SỔ VIỆC THÁNG 3 NĂM 2026\n"
        "| Số | Mục việc | Ai làm | Sếp giao | Ngày phải trả bài | Giao bao nhiêu |\n"
        + row.format(1)
        + row.format(2)
    )
    assert isinstance(recognise(written, KINDS), LeftOut)
    lines = list(lines_for_unread([written], ()))
    assert office_of(lines) == NO_OFFICE
    meant = {"content": "Mục việc", "owner": "Ai làm", "assigner": "Sếp giao"}
    meant |= {"deadline": "Ngày phải trả bài", "assigned": "Giao bao nhiêu"}
    for field, heading in meant.items():
        [at] = [n for n, line in enumerate(lines) if line.startswith(f'# {field} = [""]')]
        lines[at] = lines[at].removeprefix("# ").replace('""', f'"{heading}"')
    sections = ("# [reading.sheets]", "# [reading.columns.tasks]", '# "Bảng')
    lines = [line.removeprefix("# ") if line.startswith(sections) else line for line in lines]
    [found] = read(written, office_of(lines))
    assert [found.places[field] for field in meant] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("look_up", ["| QL.01 | Quản lý |\n" * 3, "| a | b | c | d |\n"])
def test_a_small_list_of_codes_has_no_lines_to_fill_in(look_up: str) -> None:
    assert list(lines_for_unread([sheet(look_up)], ())) == []
