"""What a cell of an OpenDocument spreadsheet is read as."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from tests.workbook.packages import zipped

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, NoValue, Visibility
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import OTHER_CIPHER
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import ActiveContent, PasswordProtected

NAME = "thang-03.ods"
AT = CellRef(NAME)
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                         ("number", "datastyle"), ("fo", "xsl-fo-compatible"), ("draw", "drawing"))
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
STYLES = f"""<office:document-styles {SPACES}><office:font-face-decls>
<style:font-face style:name="Old" fo:font-family="'.VnTime'"/></office:font-face-decls>
<office:styles><style:default-style style:family="table-cell">
<style:text-properties style:font-name="Arial"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
</office:styles></office:document-styles>"""
LOOKS = """<office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/>
 <number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>
 <number:year number:style="long"/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:number-style style:name="N3P0"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N3"><number:text>-</number:text><number:number number:decimal-places="2" number:min-integer-digits="1"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N3P0"/></number:number-style>
<number:time-style style:name="N4" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:number-style style:name="N5"><number:number number:min-integer-digits="1"/><number:text> việc</number:text></number:number-style>
<style:style style:name="day" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1"/>
<style:style style:name="part" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N2"/>
<style:style style:name="money" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N3"/>
<style:style style:name="hours" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N4"/>
<style:style style:name="count" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N5"/>
<style:style style:name="old" style:family="table-cell" style:parent-style-name="Default"><style:text-properties style:font-name="Old"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Old"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>"""


def content(tables: str) -> str:
    return (
        f"<office:document-content {SPACES}>{LOOKS}<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def packed(tables: str, **more: str) -> bytes:
    parts = {"mimetype": "x", "styles.xml": STYLES, "content.xml": content(tables)}
    return zipped(parts | {name.replace("__", "/"): part for name, part in more.items()})


def table(rows: str, attributes: str = "") -> str:
    return f'<table:table table:name="Giao việc"{attributes}>{rows}</table:table>'


def only_grid(rows: str) -> Grid:
    workbook, findings = read(packed(table(rows)), NAME)
    assert findings == ()
    assert workbook is not None
    (grid,) = workbook.grids
    return grid


def only_cell(attributes: str, inside: str = "") -> Cell | None:
    written = f"<table:table-cell {attributes}>{inside}</table:table-cell>"
    return only_grid(f"<table:table-row>{written}</table:table-row>").cell(1, 1)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


STRING = 'office:value-type="string"'


@pytest.mark.parametrize(
    ("attributes", "inside", "found"),
    [
        (STRING, p("Nguyễn Văn An"), Cell("Nguyễn Văn An", None, "Arial")),
        (STRING, p("Họp") + p("giao ban"), Cell("Họp\ngiao ban", None, "Arial")),
        (STRING, p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), Cell("a   b\tc\nd", None, "Arial")),
        (STRING, p("<text:span>Nguyễn</text:span> <text:a>An</text:a>"), Cell("Nguyễn An", None, "Arial")),
        (f'{STRING} table:style-name="old"', p("Hä tªn"), Cell("Hä tªn", None, ".VnTime")),
        (STRING, p('<text:span text:style-name="T1">Hä</text:span> tªn'), Cell("Hä tªn", None, ".VnTime")),
        (STRING, p('Hä <text:span text:style-name="T1">tªn</text:span>'), Cell("Hä tªn", None, "Arial")),
        (f'{STRING} office:string-value="An"', "", Cell("An", None, "Arial")),
        ('office:value-type="float" office:value="0.1"', p("0,1"), Cell(Decimal("0.1"), None, "Arial")),
        ('office:value-type="float" office:value="5" table:style-name="count"', p("5 việc"), Cell(Decimal(5), None, "Arial", 'General" việc"')),
        ('office:value-type="percentage" office:value="0.5" table:style-name="part"', p("50%"), Cell(Decimal("0.5"), None, "Arial", "0.0%")),
        ('office:value-type="currency" office:value="9" table:style-name="money"', p("9"), Cell(Decimal(9), None, "Arial", "#,##0.00")),
        ('office:value-type="date" office:date-value="2026-03-05" table:style-name="day"', p("05/03/2026"), Cell(date(2026, 3, 5), None, "Arial", "dd/mm/yyyy")),
        ('office:value-type="date" office:date-value="2026-03-05T07:30:00"', p("x"), Cell(datetime(2026, 3, 5, 7, 30), None, "Arial")),
        ('office:value-type="time" office:time-value="PT07H30M00S"', p("07:30"), Cell(time(7, 30), None, "Arial")),
        ('office:value-type="time" office:time-value="PT36H00M00S" table:style-name="hours"', p("36:00"), Cell(Decimal("1.5"), None, "Arial", "[h]:mm")),
        ('office:value-type="boolean" office:boolean-value="true"', p("ĐÚNG"), Cell(True, None, "Arial")),
        ('table:formula="of:=SUM([.A2:.B3];[$\'Tháng 2\'.C1])" office:value-type="float" office:value="3"', p("3"), Cell(Decimal(3), "SUM(A2:B3;'Tháng 2'!C1)", "Arial")),
        ('table:formula="of:=[.A2]"', "", Cell(NoValue.NO_STORED_VALUE, "A2", "Arial")),
        (f'table:formula="of:=[.A2]" {STRING}', "", Cell("", "A2", "Arial")),
        (f'table:formula="of:=NA()" {STRING} office:string-value="" calcext:value-type="error"', p("#N/A"), Cell(ErrorValue("#N/A"), "NA()", "Arial")),
        ('table:formula="of:=1/0" office:value-type="float" office:value="0"', p("#DIV/0!"), Cell(ErrorValue("#DIV/0!"), "1/0", "Arial")),
        (f'table:formula="of:=x" {STRING}', p("Err:508"), Cell(ErrorValue("Err:508"), "x", "Arial")),
        (STRING, "<office:annotation><text:p>ghi chú</text:p></office:annotation>" + p("An"), Cell("An", None, "Arial")),
        (STRING, p("An") + "<draw:frame><text:p>hình</text:p></draw:frame>", Cell("An", None, "Arial")),
        (STRING, "", None),
        ('table:style-name="day"', "", None),
    ],
)  # fmt: skip
def test_a_cell_is_read(attributes: str, inside: str, found: Cell | None) -> None:
    assert only_cell(attributes, inside) == found


TWICE = 'table:number-columns-repeated="2"'
WIDE = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
TOO_WIDE = 'table:number-columns-repeated="99999"'
NUMBER = 'office:value-type="float" office:value="{}"'


def number(value: int, more: str = "") -> str:
    return f"<table:table-cell {NUMBER.format(value)} {more}/>"


def test_places_merges_and_what_is_hidden_are_counted_with_their_repetitions() -> None:
    grid = only_grid(
        '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse" table:default-cell-style-name="old"/>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{number(1)}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2" table:visibility="filter">{number(2, TWICE)}</table:table-row>'
        f"<table:table-header-rows><table:table-row>{number(3, WIDE)}"
        f"<table:covered-table-cell {NUMBER.format(4)}/></table:table-row></table:table-header-rows>"
    )

    assert grid == Grid(
        NAME,
        "Giao việc",
        {
            1: {3: Cell(Decimal(1), None, ".VnTime")},
            2: {1: Cell(Decimal(2), None, "Arial"), 2: Cell(Decimal(2), None, ".VnTime")},
            3: {1: Cell(Decimal(2), None, "Arial"), 2: Cell(Decimal(2), None, ".VnTime")},
            4: {1: Cell(Decimal(3), None, "Arial"), 2: Cell(Decimal(4), None, ".VnTime")},
        },
        (Area(4, 1, 6, 2),),
        frozenset({2, 3}),
        frozenset({2, 3}),
    )


def test_a_million_empty_rows_and_columns_cost_nothing() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048576" table:visibility="collapse">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    columns = (
        '<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>'
    )

    grid = only_grid(columns + f"<table:table-row>{number(1)}</table:table-row>" + empty * 1_000)

    assert (list(grid.rows), grid.hidden_rows, grid.hidden_columns) == ([1], frozenset(), {1})


def test_sheets_come_in_their_order_and_copies_of_other_files_are_left_out() -> None:
    copy = '<table:table-source/><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    data = packed(table("") + table(copy) + table("", ' table:style-name="ta2"'))

    workbook, findings = read(data, NAME)

    assert workbook is not None
    assert [(grid.visibility, grid.rows) for grid in workbook.grids] == [
        (Visibility.VISIBLE, {}),
        (Visibility.HIDDEN, {}),
    ]
    links = Text("liên kết tới tệp khác", "links to other files")
    assert findings == (ActiveContent(at=AT, found=(links,)),)


def test_t09_warns_of_macros() -> None:
    _, findings = read(packed(table(""), Basic__Standard__a="x"), NAME)

    assert findings == (ActiveContent(at=AT, found=(Text("macro", "macros"),)),)


def test_old_values_of_tracked_changes_are_not_cells() -> None:
    changes = f"<table:tracked-changes><table:table-cell {STRING}>{p('cũ')}</table:table-cell></table:tracked-changes>"

    workbook, _ = read(
        packed(changes + table(f"<table:table-row>{number(1)}</table:table-row>")), NAME
    )

    assert workbook is not None
    assert workbook.grids[0].rows == {1: {1: Cell(Decimal(1), None, "Arial")}}


def test_a_flat_file_is_read() -> None:
    row = f"<table:table-row>{number(1)}</table:table-row>"
    data = content(table(row)).replace("document-content", "document")

    workbook, findings = read(data.encode(), "thang-03.fods")

    assert findings == ()
    assert workbook is not None
    assert workbook.grids[0].rows == {1: {1: Cell(Decimal(1))}}


def test_t02_says_that_this_cipher_cannot_be_opened() -> None:
    manifest = (
        '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    )
    data = packed("", **{"META-INF__manifest.xml": manifest})

    assert read(data, NAME, "x") == (None, (PasswordProtected(at=AT, why=OTHER_CIPHER),))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"mimetype": "x", "content.xml": content(table(""))[:-30]}), "T01"),
        (zipped({"mimetype": "x", "content.xml": "<a/>"}), "T01"),
        (zipped({"mimetype": "x", "content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "T03"),
        (packed(table(f"<table:table-row>{number(1, TOO_WIDE)}</table:table-row>")), "T03"),
        (packed(table(f"<table:table-row table:number-rows-repeated='9999999'>{number(1)}</table:table-row>")), "T03"),
    ],
)  # fmt: skip
def test_what_is_damaged_or_hostile_is_refused(data: bytes, code: str) -> None:
    workbook, findings = read(data, NAME)

    assert (workbook, [finding.code for finding in findings]) == (None, [code])
    assert isinstance(findings[0], Finding)
