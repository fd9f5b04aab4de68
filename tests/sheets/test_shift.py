"""Headings and data out of line with each other, wholly or from some column on (B08)."""

import pytest
from tests.sheets.kinds.parsing import codes, table_of

from cadre_cli.sheets.kinds import tasks
from cadre_cli.sheets.table import Table

HEAD = [
    "STT", "Nội dung công việc", "Sản phẩm", "Người thực hiện", "Người giao", "Ngày giao",
    "Thời hạn", "Số lượng giao", "Hệ số", "Số lượng hoàn thành", "Ngày hoàn thành",
    "Số lần chưa đạt", "Số lần chậm", "Người đánh giá",
]  # fmt: skip
LINES = [
    [
        str(number), f"Soạn báo cáo {number}", "Văn bản", "An Văn Một", "Giàng Văn Sếp", "02/03/2026",
        "@2026-03-31", "4", "1", "4", "30/03/2026", "0", "0", "Giàng Văn Sếp",
    ]
    for number in (1, 2, 3)
]  # fmt: skip


def sheet(moved: int, step: int = 1, lines: list[list[str]] = LINES) -> Table:
    """The table with its data one column to the right (or left) from a column on."""
    rows = [[*line[:moved], "", *line[moved:]] for line in lines]
    head = [*HEAD, ""]
    if step < 0:
        rows, head = [[*line, ""] for line in lines], [*HEAD[:moved], "", *HEAD[moved:]]
    table = ["| " + " | ".join(row) + " |" for row in [head, *rows]]
    return table_of(tasks.KIND, "\n".join(["GIAO VIỆC THÁNG 3 NĂM 2026", "", *table]))


@pytest.mark.parametrize("moved", [1, 2, 3, 4, 5])
def test_data_moved_from_some_column_on_is_one_finding(moved: int) -> None:
    found = sheet(moved)
    assert [code for code, _ in codes(found.findings)] == ["B08"]
    assert found.rows == ()


def test_a_heading_moved_against_its_data_is_one_finding() -> None:
    found = sheet(4, step=-1)
    assert [code for code, _ in codes(found.findings)] == ["B08"]


def test_data_in_line_is_read() -> None:
    found = sheet(len(HEAD))
    assert (codes(found.findings), len(found.rows)) == ([], 3)


def test_odd_cells_in_two_columns_are_no_shift() -> None:
    odd = [[*line[:7], "vài bản nữa", "trung bình", *line[9:]] for line in LINES]
    found = sheet(len(HEAD), lines=odd)
    assert (codes(found.findings), len(found.rows)) == ([], 3)
