"""What a cell of an Excel 97-2003 workbook (.xls) is read as."""

import os
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from struct import pack

import pytest
from tests.workbook import biff_stream as biff

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, NoValue, Visibility
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import ActiveContent

NAME = "thang-03.xls"
LOOK = biff.font(".VnTime") + biff.font("VNI-Times") + biff.number_format(164, "dd/mm/yyyy")
STYLES = (biff.style(5), biff.style(0, 164), biff.style(0, 9), biff.style(0, 14))
TCVN3, DATE, PERCENT, BUILT_IN_DATE = range(16, 20)


def one(*records: bytes, build: tuple[int, int] = biff.OF_EXCEL, since_1904: bool = False) -> Grid:
    data = biff.workbook(
        ("Giao việc", biff.VISIBLE, b"".join(records)),
        look=LOOK,
        styles=STYLES,
        build=build,
        since_1904=since_1904,
    )
    workbook, findings = read(data, NAME)
    assert findings == ()
    assert workbook is not None
    (grid,) = workbook.grids
    return grid


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (biff.text(0, 0, "Nguyễn Văn An"), Cell("Nguyễn Văn An", None, "Arial")),
        (biff.text(0, 0, "Hä vµ tªn", TCVN3), Cell("Hä vµ tªn", None, ".VnTime")),
        (biff.number(0, 0, 0.1), Cell(Decimal("0.1"), None, "Arial")),
        (biff.number(0, 0, 27), Cell(Decimal(27), None, "Arial")),
        (biff.number(0, 0, 0.5, PERCENT), Cell(Decimal("0.5"), None, "Arial", "0%")),
        (biff.number(0, 0, 46086, DATE), Cell(date(2026, 3, 5), None, "Arial", "dd/mm/yyyy")),
        (biff.number(0, 0, 46086, BUILT_IN_DATE), Cell(date(2026, 3, 5), None, "Arial", "mm-dd-yy")),
        (biff.number(0, 0, 46086.5, DATE), Cell(datetime(2026, 3, 5, 12), None, "Arial", "dd/mm/yyyy")),
        (biff.number(0, 0, 0.25, DATE), Cell(time(6), None, "Arial", "dd/mm/yyyy")),
        (biff.number(0, 0, 60, DATE), Cell(Decimal(60), None, "Arial", "dd/mm/yyyy")),
        (biff.truth(0, 0, True), Cell(True, None, "Arial")),
        (biff.truth(0, 0, False), Cell(False, None, "Arial")),
        (biff.error(0, 0, 0x2A), Cell(ErrorValue("#N/A"), None, "Arial")),
        (biff.error(0, 0, 0x07), Cell(ErrorValue("#DIV/0!"), None, "Arial")),
        (biff.error(0, 0, 0x63), Cell(ErrorValue("#99!"), None, "Arial")),
    ],
)  # fmt: skip
def test_a_stored_value_becomes_its_own_kind(written: bytes, cell: Cell) -> None:
    found = one(written).cell(1, 1)

    assert found == cell
    assert type(found.value) is type(cell.value)


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    grid = one(biff.number(0, 0, 44624, DATE), since_1904=True)

    assert grid.cell(1, 1) == Cell(date(2026, 3, 5), None, "Arial", "dd/mm/yyyy")


def test_rich_text_keeps_the_font_of_each_run_that_of_the_style_before_the_first() -> None:
    grid = one(biff.rich(0, 0, "Hä tªn", [(0, 5), (3, 6)]), biff.rich(1, 0, "Uûy ban", [(4, 6)]))

    assert grid.rows == {
        1: {1: Cell("Hä tªn", None, ".VnTime", runs=(("Hä ", ".VnTime"), ("tªn", "VNI-Times")))},
        2: {1: Cell("Uûy ban", None, "Arial", runs=(("Uûy ", "Arial"), ("ban", "VNI-Times")))},
    }


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (pack("<d", 70.5), Decimal("70.5")),
        (pack("<d", 0), Decimal(0)),
        (b"\x02\x00\x17\x00\x00\x00\xff\xff", ErrorValue("#REF!")),
        (b"\x01\x00\x01\x00\x00\x00\xff\xff", True),
        (biff.EMPTY_TEXT, ""),
    ],
)
def test_a_formula_has_its_stored_value_and_says_that_it_is_one(
    stored: bytes, value: object
) -> None:
    assert one(biff.formula(2, 1, stored)).rows == {3: {2: Cell(value, "…", "Arial")}}


@pytest.mark.parametrize(
    ("stored", "flags", "value"),
    [
        (biff.EMPTY_TEXT, 0, NoValue.NO_STORED_VALUE),
        (pack("<d", 0), 3, NoValue.NO_STORED_VALUE),
        (pack("<d", 0), 0, NoValue.NO_STORED_VALUE),
        (pack("<d", 70.5), 3, Decimal("70.5")),
        (pack("<d", 70.5), 0, Decimal("70.5")),
    ],
)
def test_the_0_and_the_empty_text_that_other_programs_put_for_a_result_are_no_value(
    stored: bytes, flags: int, value: object
) -> None:
    grid = one(biff.formula(0, 0, stored, flags), build=biff.OF_LIBRARIES)

    assert grid.rows == {1: {1: Cell(value, "…", "Arial")}}


def test_merges_hidden_rows_and_hidden_columns_are_named_and_their_cells_stay() -> None:
    grid = one(
        biff.hidden_columns(1, 2),
        biff.hidden_row(1),
        biff.text(0, 0, "STT"),
        biff.text(1, 1, "ẩn"),
        biff.merged((0, 1, 0, 0), (4, 4, 2, 5)),
    )

    assert grid == Grid(
        NAME,
        "Giao việc",
        {1: {1: Cell("STT", None, "Arial")}, 2: {2: Cell("ẩn", None, "Arial")}},
        (Area(1, 1, 2, 1), Area(5, 3, 5, 6)),
        frozenset({2}),
        frozenset({2}),
    )


def test_sheets_come_in_their_order_with_their_visibility() -> None:
    data = biff.workbook(
        ("Tháng 3", biff.VISIBLE, biff.number(0, 0, 1)),
        ("Danh mục", biff.HIDDEN, biff.formula(0, 0, pack("<d", 2))),
        ("Mã", biff.VERY_HIDDEN, b""),
    )

    workbook, _ = read(data, NAME)

    assert workbook is not None
    assert [(grid.sheet, grid.visibility, len(grid.rows)) for grid in workbook.grids] == [
        ("Tháng 3", Visibility.VISIBLE, 1),
        ("Danh mục", Visibility.HIDDEN, 1),
        ("Mã", Visibility.VERY_HIDDEN, 0),
    ]
    assert workbook.grids[1].cell(1, 1) == Cell(Decimal(2), "…", "Arial")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (biff.record(0xD3), Text("macro", "macros")),
        (biff.record(0x85, pack("<IBB", 0, 0, 1) + biff.wide("Macro1", "<B")), Text("macro kiểu Excel 4", "Excel 4 macros")),
        (biff.record(0x1AE, pack("<H", 1) + biff.wide("\x01thang-02.xls")), Text("liên kết tới tệp khác", "links to other files")),
        (biff.record(0x876, bytes(8)), Text("kết nối dữ liệu", "data connections")),
    ],
)  # fmt: skip
def test_t09_warns_of_what_is_never_run_or_followed(more: bytes, found: Text) -> None:
    data = biff.workbook(("Giao việc", biff.VISIBLE, biff.number(0, 0, 1)), more=more)

    workbook, findings = read(data, NAME)

    assert workbook is not None
    assert findings == (ActiveContent(at=CellRef(NAME), found=(found,)),)


def test_links_within_the_workbook_are_none_to_other_files() -> None:
    within = biff.record(0x1AE, pack("<H", 1) + b"\x01\x04")
    data = biff.workbook(("Giao việc", biff.VISIBLE, b""), more=within)

    assert read(data, NAME)[1] == ()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_workbook_that_was_cut_off_is_damaged(kept: float) -> None:
    cells = [biff.text(row, 0, f"Việc số {row}") for row in range(50)]
    data = biff.workbook(("Giao việc", biff.VISIBLE, b"".join(cells)))

    workbook, findings = read(data[: int(len(data) * kept)], NAME)

    assert workbook is None
    assert [finding.code for finding in findings] == ["T01"]
    assert "bị hỏng" in _only(findings).said()


@pytest.mark.skipif("CADRE_SAMPLES" not in os.environ, reason="CADRE_SAMPLES names no folder")
def test_real_workbooks_are_read_whatever_their_name_says() -> None:
    empty = []
    for path in sorted(Path(os.environ["CADRE_SAMPLES"]).rglob("*.xls")):
        workbook, _ = read(path.read_bytes(), path.name)
        if workbook is None or not any(grid.rows for grid in workbook.grids):
            empty.append(path.name)

    assert empty == []


def _only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding
