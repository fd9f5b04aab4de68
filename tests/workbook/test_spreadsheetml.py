"""What a cell of an XML Spreadsheet 2003 is read as, whatever the file is called."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, NoValue, Visibility
from cadre_cli.domain.places import CellRef
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import OtherFormat

NAME = "thang-03.xml"
SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
STYLES = """<Styles>
<Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman"/></Style>
<Style ss:ID="old"><Font ss:FontName=".VnTime"/></Style>
<Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="part" ss:Parent="old"><NumberFormat ss:Format="0.0%"/></Style></Styles>"""


def page(table: str, *, styles: str = STYLES, more: str = "", book: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SPACE}" '
        f'xmlns:ss="{SPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel" '
        f'xmlns:html="http://www.w3.org/TR/REC-html40">{book}{styles}'
        f'<Worksheet ss:Name="Giao việc"><Table>{table}</Table>{more}</Worksheet></Workbook>'
    ).encode()


def only_grid(data: bytes) -> Grid:
    workbook, findings = read(data, NAME)
    assert findings == ()
    assert workbook is not None
    (grid,) = workbook.grids
    return grid


def cell(attributes: str, data: str) -> Cell | None:
    return only_grid(page(f"<Row><Cell{attributes}>{data}</Cell></Row>")).cell(1, 1)


FONT = "Times New Roman"


@pytest.mark.parametrize(
    ("attributes", "data", "found"),
    [
        ("", '<Data ss:Type="String">Nguyễn &amp; Trần</Data>', Cell("Nguyễn & Trần", None, FONT)),
        ("", '<Data ss:Type="String">a&#10;b</Data>', Cell("a\nb", None, FONT)),
        ("", '<Data ss:Type="Number">70.5</Data>', Cell(Decimal("70.5"), None, FONT)),
        ("", '<Data ss:Type="Boolean">1</Data>', Cell(True, None, FONT)),
        ("", '<Data ss:Type="Error">#N/A</Data>', Cell(ErrorValue("#N/A"), None, FONT)),
        ("", '<Data ss:Type="DateTime">2026-03-05T00:00:00.000</Data>', Cell(date(2026, 3, 5), None, FONT)),
        ("", '<Data ss:Type="DateTime">2026-03-05T07:30:00.000</Data>', Cell(datetime(2026, 3, 5, 7, 30), None, FONT)),
        ("", '<Data ss:Type="DateTime">1899-12-31T07:30:00.000</Data>', Cell(time(7, 30), None, FONT)),
        (' ss:StyleID="day"', '<Data ss:Type="Number">46086</Data>', Cell(date(2026, 3, 5), None, FONT, "dd/mm/yyyy")),
        (' ss:StyleID="part"', '<Data ss:Type="Number">0.5</Data>', Cell(Decimal("0.5"), None, ".VnTime", "0.0%")),
        (' ss:StyleID="none"', '<Data ss:Type="String">x</Data>', Cell("x")),
        ("", '<ss:Data ss:Type="String" xmlns="html"><Font html:Face=".VnTimeH">Hä</Font> tªn</ss:Data>', Cell("Hä tªn", None, ".VnTimeH")),
        ("", '<ss:Data ss:Type="String" xmlns="html">a<Font html:Face=".VnTimeH">b</Font></ss:Data>', Cell("ab", None, FONT)),
        (' ss:Formula="=SUM(R[2]C:R4C)"', '<Data ss:Type="Number">3</Data>', Cell(Decimal(3), "SUM(A3:A$4)", FONT)),
        (' ss:Formula="=RC[1]*2"', "", Cell(NoValue.NO_STORED_VALUE, "B1*2", FONT)),
        (' ss:Formula="=RC[1]"', '<Data ss:Type="String"></Data>', Cell("", "B1", FONT)),
        (' ss:Formula="=R[-9]C"', '<Data ss:Type="Error">#REF!</Data>', Cell(ErrorValue("#REF!"), "#REF!", FONT)),
        ("", '<Data ss:Type="String"></Data>', None),
        ("", '<Data ss:Type="Number"> </Data>', None),
        ("", '<Comment><ss:Data>ghi chú</ss:Data></Comment>', None),
    ],
)  # fmt: skip
def test_a_cell_is_read(attributes: str, data: str, found: Cell | None) -> None:
    assert cell(attributes, data) == found


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    book = (
        '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    )
    data = '<Row><Cell ss:StyleID="day"><Data ss:Type="Number">44624</Data></Cell></Row>'

    grid = only_grid(page(data, book=book))

    assert grid.cell(1, 1) == Cell(date(2026, 3, 5), None, FONT, "dd/mm/yyyy")


def test_cells_stand_where_indexes_merges_and_spans_put_them() -> None:
    number = '<Data ss:Type="Number">{}</Data>'
    grid = only_grid(
        page(
            '<Column ss:Index="2" ss:Hidden="1" ss:Span="1" ss:StyleID="old"/><Column/>'
            f'<Row><Cell ss:MergeAcross="1">{number.format(1)}</Cell><Cell>{number.format(2)}</Cell></Row>'
            f'<Row ss:Index="4" ss:Hidden="1" ss:Span="2"><Cell ss:Index="5" ss:MergeDown="1">{number.format(3)}</Cell></Row>'
            f'<Row ss:StyleID="day"><Cell ss:StyleID="part">{number.format(4)}</Cell><Cell/><Cell>{number.format(5)}</Cell></Row>'
        )
    )

    assert grid == Grid(
        NAME,
        "Giao việc",
        {
            1: {1: Cell(Decimal(1), None, FONT), 3: Cell(Decimal(2), None, ".VnTime")},
            4: {5: Cell(Decimal(3), None, FONT)},
            7: {
                1: Cell(Decimal(4), None, ".VnTime", "0.0%"),
                3: Cell(date(1900, 1, 5), None, FONT, "dd/mm/yyyy"),
            },
        },
        (Area(1, 1, 1, 2), Area(4, 5, 5, 5)),
        frozenset({4, 5, 6}),
        frozenset({2, 3}),
    )


@pytest.mark.parametrize(
    ("said", "visibility"),
    [("SheetHidden", Visibility.HIDDEN), ("SheetVeryHidden", Visibility.VERY_HIDDEN)],
)
def test_hidden_sheets_are_named(said: str, visibility: Visibility) -> None:
    more = f'<x:WorksheetOptions xmlns:x="x"><x:Visible>{said}</x:Visible></x:WorksheetOptions>'

    assert only_grid(page("", more=more)).visibility is visibility


def test_prefixes_do_not_matter() -> None:
    data = f'<ss:Workbook xmlns:ss="{SPACE}"><ss:Worksheet ss:Name="A"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="Number">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>'

    assert only_grid(data.encode()).rows == {1: {1: Cell(Decimal(1))}}


def test_t04_warns_of_the_name_such_files_go_by() -> None:
    workbook, findings = read(page(""), "bao-cao.xls")

    assert workbook is not None
    assert findings == (
        OtherFormat(at=CellRef("bao-cao.xls"), extension=".xls", really="XML Spreadsheet 2003"),
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (page("<Row>")[:-40], "T01"),
        (page("<Row><Cell></Row>"), "T01"),
        (page('<Row ss:Index="9999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row>'), "T03"),
        (page("").replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook'), "T03"),
        (page('<Column ss:Index="1" ss:Span="16383" ss:StyleID="day"/>' * 200), "T03"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused(data: bytes, code: str) -> None:
    workbook, findings = read(data, NAME)

    assert (workbook, [finding.code for finding in findings]) == (None, [code])
    assert isinstance(findings[0], Finding)
