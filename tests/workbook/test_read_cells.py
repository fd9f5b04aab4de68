"""What a cell of a hand-made sheet is read as, written plainly or in any other legal way."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from tests.workbook.packages import (
    MAIN,
    OFFICE,
    SHEET,
    STRICT_MAIN,
    STRICT_OFFICE,
    cell,
    parts,
    relationships,
    sheet,
    strings,
    zipped,
)

from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, NoValue, Visibility
from cadre_cli.workbook.read import read

PLAIN, NOT_PLAIN = "as libraries write it", "in another legal shape"


@pytest.fixture(params=[PLAIN, NOT_PLAIN])
def way(request: pytest.FixtureRequest) -> str:
    """Both ways through a sheet's part have to give the same."""
    return str(request.param)


def only_grid(sheet_part: str, way: str = PLAIN, shared: str = "", workbook: str = "") -> Grid:
    if way == NOT_PLAIN:
        sheet_part = sheet_part.replace("<sheetData>", "<!-- x --><sheetData> ", 1)
    workbook_read, findings = read(zipped(parts(sheet_part, shared, workbook)), "thang-03.xlsx")
    assert findings == ()
    assert workbook_read is not None
    return workbook_read.grids[0]


def only_cell(sheet_part: str, way: str = PLAIN, shared: str = "") -> Cell | None:
    return only_grid(sheet_part, way, shared).cell(1, 1)


@pytest.mark.parametrize(
    ("inside", "attributes", "value"),
    [
        ("<v>0.1</v>", "", Decimal("0.1")),
        ("<v>0.60000000000000009</v>", "", Decimal("0.6000000000000001")),
        ("<v>27.0</v>", "", Decimal(27)),
        ("<v>-3</v>", ' t="n"', Decimal(-3)),
        ("<v>1E3</v>", "", Decimal(1000)),
        ("<v>1</v>", ' t="b"', True),
        ("<v>0</v>", ' t="b"', False),
        ("<v>#N/A</v>", ' t="e"', ErrorValue("#N/A")),
        ("<v>hai &amp; ba</v>", ' t="str"', "hai & ba"),
        ("<v>a&#10;b</v>", ' t="str"', "a\nb"),
        ("<v>2026-03-05T00:00:00</v>", ' t="d"', date(2026, 3, 5)),
        ("<is><t>Thôn 1</t></is>", ' t="inlineStr"', "Thôn 1"),
        ('<is><t xml:space="preserve"> x </t></is>', ' t="inlineStr"', " x "),
        ("<is><t> y </t></is>", ' t="inlineStr"', " y "),
        ("<is><t>a_x000D_b_x005F_c</t></is>", ' t="inlineStr"', "a\rb_c"),
        ("<v>46086</v>", ' s="1"', date(2026, 3, 5)),
        ("<v>46086.5</v>", ' s="1"', datetime(2026, 3, 5, 12)),
        ("<v>0.25</v>", ' s="1"', time(6)),
        ("<v>60</v>", ' s="1"', Decimal(60)),
        ("<v>-1</v>", ' s="1"', Decimal(-1)),
        ("<v>1.5</v>", ' s="3"', Decimal("1.5")),
    ],
)
def test_a_stored_value_becomes_its_own_kind(
    inside: str, attributes: str, value: object, way: str
) -> None:
    found = only_cell(cell(inside, attributes), way)

    assert found is not None
    assert (found.value, type(found.value)) == (value, type(value))


def test_days_count_from_1904_where_the_workbook_says_so(way: str) -> None:
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets>'
        '<sheet name="Giao việc" sheetId="1" r:id="r1"/></sheets></workbook>'
    )

    grid = only_grid(cell("<v>44624</v>", ' s="1"'), way, workbook=workbook)

    assert grid.cell(1, 1) == Cell(date(2026, 3, 5), None, "Calibri", "dd/mm/yyyy")


def test_rich_text_is_joined_and_keeps_the_font_of_each_run(way: str) -> None:
    shared = strings(
        "<r><rPr><b/><rFont val='.VnTimeH'/></rPr><t>Hä </t></r>"
        "<r><rPr><rFont val='Arial'/></rPr><t>tªn</t></r>",
        "<t>漢</t><rPh sb='0' eb='1'><t>kan</t></rPh>",
        "<r><t>a</t></r><r><rPr><rFont val='Arial'/></rPr><t>b</t></r>",
    )
    row = "".join(f'<c r="{column}1" s="2" t="s"><v>{n}</v></c>' for n, column in enumerate("ABC"))

    grid = only_grid(sheet(f'<row r="1">{row}</row>'), way, shared)

    assert grid.rows == {
        1: {
            1: Cell("Hä tªn", None, ".VnTimeH", runs=(("Hä ", ".VnTimeH"), ("tªn", "Arial"))),
            2: Cell("漢", None, ".VnTime"),
            3: Cell("ab", None, ".VnTime", runs=(("a", ".VnTime"), ("b", "Arial"))),
        }
    }


@pytest.mark.parametrize(
    ("inside", "attributes", "found"),
    [
        ("<f>B1*2</f>", "", Cell(NoValue.NO_STORED_VALUE, "B1*2", "Calibri")),
        ("<f>B1*2</f><v></v>", "", Cell(NoValue.NO_STORED_VALUE, "B1*2", "Calibri")),
        ("<f>B1*2</f><v/>", "", Cell(NoValue.NO_STORED_VALUE, "B1*2", "Calibri")),
        ("<f>B1&amp;C1</f><v></v>", ' t="str"', Cell("", "B1&C1", "Calibri")),
        ("<f>B1&amp;C1</f><v/>", ' t="str"', Cell("", "B1&C1", "Calibri")),
        ("<f>B1&amp;C1</f>", ' t="str"', Cell(NoValue.NO_STORED_VALUE, "B1&C1", "Calibri")),
        ("<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>", ' t="e"', Cell(ErrorValue("#N/A"), "VLOOKUP(1,A:B,2)", "Calibri")),
        ("<f>1/4</f><v>0.25</v>", "", Cell(Decimal("0.25"), "1/4", "Calibri")),
        ('<f t="array" ref="A1:A2">B1:B2</f><v>3</v>', "", Cell(Decimal(3), "B1:B2", "Calibri")),
        ('<f t="dataTable" r1="B1" r2="B2" ref="A1"/><v>3</v>', "", Cell(Decimal(3), "TABLE(B1,B2)", "Calibri")),
        ('<f t="shared" si="9"/><v>3</v>', "", Cell(Decimal(3), "…", "Calibri")),
        ("<f></f><v>3</v>", "", Cell(Decimal(3), None, "Calibri")),
    ],
)  # fmt: skip
def test_a_formula_keeps_its_text_and_says_when_no_value_was_stored(
    inside: str, attributes: str, found: Cell, way: str
) -> None:
    assert only_cell(cell(inside, attributes), way) == found


def test_a_shared_formula_reads_as_it_stands_in_each_cell(way: str) -> None:
    grid = only_grid(
        sheet(
            '<row r="2"><c r="C2"><f t="shared" ref="C2:C3" si="0">A2*$B$1+SUM(1:1)&amp;"A2"</f>'
            "<v>4</v></c></row>"
            '<row r="3"><c r="C3"><f t="shared" si="0"/><v>6</v></c></row>'
        ),
        way,
    )

    assert {row: cells[3].formula for row, cells in grid.rows.items()} == {
        2: 'A2*$B$1+SUM(1:1)&"A2"',
        3: 'A3*$B$1+SUM(2:2)&"A2"',
    }


@pytest.mark.parametrize("inside", ["", "<v></v>", "<v/>", ' <v xml:space="preserve"> </v>'])
def test_a_cell_that_only_has_a_look_is_not_there(inside: str, way: str) -> None:
    assert only_grid(cell(inside, ' s="1"'), way).rows == {}


def test_rows_and_cells_without_an_address_are_counted() -> None:
    grid = only_grid(
        sheet(
            "<row><c><v>1</v></c><c><v>2</v></c></row>"
            '<row r="5"><c r="C5"><v>3</v></c><c/><c><v>4</v></c></row>'
            "<row><c><v>5</v></c></row>"
        )
    )

    assert _values(grid) == {(1, 1): 1, (1, 2): 2, (5, 3): 3, (5, 5): 4, (6, 1): 5}


def test_a_cell_stands_where_its_own_address_says_in_ascending_order(way: str) -> None:
    grid = only_grid(
        sheet(
            '<row r="7"><c r="C7"><v>1</v></c><c r="A7"><v>2</v></c><c r="B5"><v>3</v></c></row>'
            '<row r="2"><c r="A2"><v>4</v></c></row>'
        ),
        way,
    )

    assert list(_values(grid).items()) == [((2, 1), 4), ((5, 2), 3), ((7, 1), 2), ((7, 3), 1)]


def test_a_wrong_dimension_is_not_believed_and_far_cells_cost_nothing(way: str) -> None:
    grid = only_grid(
        sheet(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
            before='<dimension ref="A1"/>',
        ),
        way,
    )

    assert _values(grid) == {(1, 1): 1, (1_048_576, 16_384): 2}


def test_merges_hidden_rows_and_hidden_columns_are_named_and_their_cells_stay(way: str) -> None:
    grid = only_grid(
        sheet(
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
            '<row r="2" hidden="1"/>'
            '<row r="3" spans="1:2" hidden="true"><c r="A3"><v>3</v></c></row>'
            '<row r="4" hidden="0"/>',
            before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="9"/></cols>',
            after='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C1048576"/>'
            '<mergeCell ref="D2"/><mergeCell ref="$E$1:$F$2"/><mergeCell ref="G:H"/></mergeCells>',
        ),
        way,
    )

    assert grid == Grid(
        "thang-03.xlsx",
        "Giao việc",
        {
            1: {1: Cell(Decimal(1), font="Calibri"), 2: Cell(Decimal(2), font="Calibri")},
            3: {1: Cell(Decimal(3), font="Calibri")},
        },
        (
            Area(1, 1, 1, 2),
            Area(1, 3, 1_048_576, 3),
            Area(2, 4, 2, 4),
            Area(1, 5, 2, 6),
            Area(1, 7, 1_048_576, 8),
        ),
        frozenset({2, 3}),
        frozenset({2, 3}),
    )


def test_strict_ooxml_is_read() -> None:
    content = {
        name: part.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)
        for name, part in parts(cell("<v>0</v>", ' s="1" t="s"'), strings("<t>Số 1</t>")).items()
        if isinstance(part, str)
    }

    workbook, findings = read(zipped(content), "thang-03.xlsx")

    assert findings == ()
    assert workbook is not None
    assert workbook.grids[0].cell(1, 1) == Cell("Số 1", None, "Calibri", "dd/mm/yyyy")


def test_a_prefixed_namespace_is_read() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )

    assert only_cell(part) == Cell(Decimal(5), None, "Calibri")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_part_in_another_encoding_is_read(encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?>' + cell(
        "<is><t>xã Lào é</t></is>".replace("ã", "â"), ' t="inlineStr"'
    )
    content = parts(cell("")) | {SHEET: part.encode(encoding)}

    workbook, _ = read(zipped(content), "thang-03.xlsx")

    assert workbook is not None
    assert workbook.grids[0].cell(1, 1) == Cell("xâ Lào é", None, "Calibri")


@pytest.mark.parametrize(
    ("rename", "target"),
    [
        ("xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
        ("XL/Worksheets/Sheet1.XML", "worksheets/sheet1.xml"),
        ("xl\\worksheets\\sheet1.xml", "worksheets\\sheet1.xml"),
        ("xl/trang 1.xml", "trang%201.xml"),
        ("sheets/a.xml", "../sheets/a.xml"),
    ],
)
def test_a_part_is_found_however_its_name_is_written(rename: str, target: str) -> None:
    content = parts(cell("<v>7</v>"))
    content[rename] = content.pop(SHEET)
    content["xl/_rels/workbook.xml.rels"] = relationships(("r1", "worksheet", target))

    workbook, findings = read(zipped(content), "thang-03.xlsx")

    assert findings == ()
    assert workbook is not None
    assert workbook.grids[0].cell(1, 1) == Cell(Decimal(7))


def test_hidden_sheets_are_read_and_sheets_without_cells_left_out() -> None:
    workbook_part = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Giao việc" sheetId="1" state="veryHidden" r:id="r1"/>'
        '<sheet name="Biểu đồ" sheetId="2" r:id="r9"/></sheets></workbook>'
    )
    content = parts(cell("<v>1</v>"), workbook=workbook_part)
    content["xl/_rels/workbook.xml.rels"] = relationships(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r9", "chartsheet", "chartsheets/sheet1.xml")
    )

    workbook, _ = read(zipped(content), "thang-03.xlsx")

    assert workbook is not None
    assert [(grid.sheet, grid.visibility) for grid in workbook.grids] == [
        ("Giao việc", Visibility.VERY_HIDDEN)
    ]


def test_custom_properties_are_kept_by_name() -> None:
    content = parts(cell("<v>1</v>"))
    content["_rels/.rels"] = relationships(
        ("r1", "officeDocument", "xl/workbook.xml"),
        ("r2", "custom-properties", "docProps/custom.xml"),
    )
    content["docProps/custom.xml"] = (
        '<Properties xmlns="p" xmlns:vt="v"><property fmtid="{}" pid="2" name="cadre">'
        '<vt:lpwstr>0.1.0</vt:lpwstr></property><property name="n"><vt:i4>5</vt:i4></property>'
        "</Properties>"
    )

    workbook, _ = read(zipped(content), "thang-03.xlsx")

    assert workbook is not None
    assert workbook.names == {"cadre": "0.1.0", "n": "5"}


def _values(grid: Grid) -> dict[tuple[int, int], object]:
    return {
        (row, column): c.value for row, cells in grid.rows.items() for column, c in cells.items()
    }
