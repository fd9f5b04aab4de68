"""What a cell of an Excel Binary Workbook (.xlsb) is read as; records after [MS-XLSB] 2.4."""

from datetime import date
from decimal import Decimal
from struct import pack

import pytest
from tests.workbook.packages import relationships, zipped

from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, Visibility
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import ActiveContent

NAME = "thang-03.xlsb"
SHEET = "xl/worksheets/sheet1.bin"
PLAIN, DATE, OLD = range(3)


def record(kind: int, content: bytes = b"") -> bytes:
    low, high = kind & 0x7F, kind >> 7
    number = bytes([low | 0x80, high]) if high else bytes([low])
    length, size = len(content), b""
    while True:
        more = length >> 7
        size += bytes([length & 0x7F | (0x80 if more else 0)])
        length = more
        if not length:
            return number + size + content


def wide(text: str) -> bytes:
    return pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = bytes([0, 0x10 if hidden else 0])
    return record(0, pack("<IIH", number, 0, 300) + flags + bytes(5)) + b"".join(cells)


def cell(kind: int, column: int, content: bytes, style: int = PLAIN) -> bytes:
    return record(kind, pack("<II", column, style) + content)


def short(kind: int, content: bytes) -> bytes:
    return record(kind, pack("<I", PLAIN) + content)


def font(name: str) -> bytes:
    return record(43, bytes(21) + wide(name))


def style(number_format: int, font_index: int) -> bytes:
    return record(47, pack("<HHH", 0, number_format, font_index) + bytes(10))


STYLES = (
    record(44, pack("<H", 164) + wide("dd/mm/yyyy")) + font("Calibri") + font(".VnTime")
    + record(626) + style(164, 1) + record(627)
    + record(617) + style(0, 0) + style(164, 0) + style(0, 1) + record(618)
)  # fmt: skip
STRINGS = (
    record(159, pack("<II", 2, 2)) + record(19, b"\x00" + wide("Họ tên"))
    + record(19, b"\x01" + wide("Hä tªn") + pack("<IHH", 1, 0, 1))
)  # fmt: skip


def packed(
    sheet: bytes, *, state: int = 0, flags: int = 0, strings: bytes = STRINGS, **more: str
) -> bytes:
    book = record(153, pack("<I", flags) + bytes(8)) + record(
        156, pack("<II", state, 1) + wide("r1") + wide("Giao việc")
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("r1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relationships(
            ("r1", "worksheet", "worksheets/sheet1.bin"),
            ("r2", "styles", "styles.bin"),
            ("r3", "sharedStrings", "sharedStrings.bin"),
        ),
        "xl/styles.bin": STYLES,
        "xl/sharedStrings.bin": strings,
        SHEET: sheet,
    }
    return zipped(parts | {name.replace("__", "/"): part for name, part in more.items()})


def only_grid(sheet: bytes, flags: int = 0) -> Grid:
    workbook, findings = read(packed(sheet, flags=flags), NAME)
    assert findings == ()
    assert workbook is not None
    (grid,) = workbook.grids
    return grid


FORMULA = pack("<H", 0) + bytes(8)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (cell(2, 0, pack("<I", 27 << 2 | 2)), Cell(Decimal(27), None, "Calibri")),
        (cell(2, 0, pack("<i", -3 * 4 | 2)), Cell(Decimal(-3), None, "Calibri")),
        (cell(2, 0, pack("<I", 7050 << 2 | 3)), Cell(Decimal("70.5"), None, "Calibri")),
        (cell(2, 0, pack("<d", 0.5)[4:]), Cell(Decimal("0.5"), None, "Calibri")),
        (cell(5, 0, pack("<d", 0.1)), Cell(Decimal("0.1"), None, "Calibri")),
        (cell(5, 0, pack("<d", 46086), DATE), Cell(date(2026, 3, 5), None, "Calibri", "dd/mm/yyyy")),
        (cell(3, 0, b"\x2a"), Cell(ErrorValue("#N/A"), None, "Calibri")),
        (cell(4, 0, b"\x01"), Cell(True, None, "Calibri")),
        (cell(6, 0, wide("An")), Cell("An", None, "Calibri")),
        (cell(7, 0, pack("<I", 0), OLD), Cell("Họ tên", None, ".VnTime")),
        (cell(7, 0, pack("<I", 1)), Cell("Hä tªn", None, ".VnTime")),
        (cell(62, 0, b"\x01" + wide("ab") + pack("<IHH", 1, 1, 1)), Cell("ab", None, "Calibri", runs=(("a", "Calibri"), ("b", ".VnTime")))),
        (cell(8, 0, wide("") + FORMULA), Cell("", "…", "Calibri")),
        (cell(8, 0, wide("An") + FORMULA), Cell("An", "…", "Calibri")),
        (cell(9, 0, pack("<d", 70.5) + FORMULA), Cell(Decimal("70.5"), "…", "Calibri")),
        (cell(10, 0, b"\x00" + FORMULA), Cell(False, "…", "Calibri")),
        (cell(11, 0, b"\x07" + FORMULA), Cell(ErrorValue("#DIV/0!"), "…", "Calibri")),
        (cell(1, 0, b"", DATE), None),
        (cell(6, 0, wide("")), None),
        (cell(6, 0, wide("x"), 99), Cell("x")),
    ],
)  # fmt: skip
def test_a_cell_is_read(written: bytes, found: Cell | None) -> None:
    assert only_grid(row(0, written)).cell(1, 1) == found


def test_cells_without_a_column_follow_the_one_before() -> None:
    grid = only_grid(
        row(1, cell(2, 3, pack("<I", 1 << 2 | 2)), short(17, wide("An")), short(14, b"\x17"))
    )

    assert grid.rows == {
        2: {
            4: Cell(Decimal(1), None, "Calibri"),
            5: Cell("An", None, "Calibri"),
            6: Cell(ErrorValue("#REF!"), None, "Calibri"),
        }
    }


def test_merges_and_what_is_hidden_are_named() -> None:
    one = cell(4, 0, b"\x01")
    grid = only_grid(
        record(60, pack("<IIIIH", 0, 0, 2048, 0, 1))
        + row(2, one)
        + row(4, one, hidden=True)
        + record(176, pack("<IIII", 0, 1, 2, 3))
    )

    true = Cell(True, None, "Calibri")
    assert grid == Grid(
        NAME,
        "Giao việc",
        {3: {1: true}, 5: {1: true}},
        (Area(1, 3, 2, 4),),
        frozenset({5}),
        frozenset({1}),
    )


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    grid = only_grid(row(0, cell(5, 0, pack("<d", 44624), DATE)), flags=1)

    assert grid.cell(1, 1) == Cell(date(2026, 3, 5), None, "Calibri", "dd/mm/yyyy")


def test_hidden_sheets_macros_and_properties_are_told() -> None:
    custom = '<Properties xmlns="p"><property name="cadre"><v>0.1</v></property></Properties>'
    roots = relationships(
        ("r1", "officeDocument", "xl/workbook.bin"),
        ("r2", "custom-properties", "docProps/custom.xml"),
    )
    data = packed(
        b"", state=2, xl__vbaProject_bin="x", docProps__custom_xml="x",
        **{"xl__vbaProject.bin": "x", "docProps__custom.xml": custom, "_rels__.rels": roots},
    )  # fmt: skip

    workbook, findings = read(data, NAME)

    assert workbook is not None
    assert (workbook.grids[0].visibility, workbook.names) == (
        Visibility.VERY_HIDDEN,
        {"cadre": "0.1"},
    )
    macros = Text("macro", "macros")
    assert findings == (ActiveContent(at=CellRef(NAME), found=(macros,)),)


@pytest.mark.parametrize(
    "sheet",
    [
        row(0, cell(5, 0, pack("<d", 1)))[:-3],
        row(0, cell(5, 0, b"\x00")),
        row(0, cell(6, 0, pack("<I", 1 << 30))),
        row(0, cell(7, 0, pack("<I", 2))),
        b"\xff\xff\xff\xff\xff",
    ],
)
def test_t01_is_raised_for_records_that_do_not_hold_what_they_promise(sheet: bytes) -> None:
    workbook, (finding,) = read(packed(sheet), NAME)

    assert (workbook, finding.code) == (None, "T01")
    assert "bên trong tệp bị hỏng" in finding.said()


def test_t03_is_raised_for_a_cell_outside_of_every_sheet() -> None:
    _, (finding,) = read(packed(row(0, cell(4, 20_000, b"\x01"))), NAME)

    assert finding.code == "T03"
