"""The reader beside openpyxl, which reads every file twice: once for values, once for formulas.

`CADRE_SAMPLES` and `CADRE_ODD_WORKBOOKS` may name folders of other workbooks to compare as well.
"""

import os
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from tests.workbook.packages import parts, sheet, strings, zipped

from cadre_cli.domain.grid import Cell, ErrorValue, NoValue, Workbook
from cadre_cli.workbook.cells import read_cells
from cadre_cli.workbook.making import Budget, CellMaker
from cadre_cli.workbook.plain import read_plain
from cadre_cli.workbook.read import read
from cadre_cli.workbook.strings import read_strings
from cadre_cli.workbook.styles import Style
from cadre_cli.workbook.values import unescaped

Seen = dict[tuple[str, int, int], tuple[object, str | None, str | None, str]]

FOLDERS = ("CADRE_SAMPLES", "CADRE_ODD_WORKBOOKS")


def others() -> Iterator[Path]:
    for folder in FOLDERS:
        if folder in os.environ:
            yield from sorted(Path(os.environ[folder]).rglob("*.xls*"))


def ours(workbook: Workbook) -> Seen:
    return {
        (grid.sheet, row, column): (_elapsed(cell), cell.formula, cell.font, cell.shown)
        for grid in workbook.grids
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


def theirs(data: bytes) -> Seen:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(BytesIO(data))
    seen: Seen = {}
    for sheet_ in formulas.worksheets:
        for row in sheet_.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                stored = values[sheet_.title].cell(cell.row, cell.column)
                formula = _formula(cell.value) if cell.data_type == "f" else None
                value: object = stored.value
                if stored.data_type == "e":
                    value = ErrorValue(str(stored.value))
                elif value is None and formula is not None:
                    value = NoValue.NO_STORED_VALUE
                seen[sheet_.title, cell.row, cell.column] = (
                    _plain(value),
                    formula,
                    cell.font.name,
                    cell.number_format,
                )
    return seen


def _formula(value: object) -> str | None:
    if isinstance(value, DataTableFormula):
        return f"TABLE({','.join(filter(None, (value.r1, value.r2)))})"
    text = value.text if isinstance(value, ArrayFormula) else value
    return str(text).removeprefix("=") or None


def _plain(value: object) -> object:
    """Values of both sides in one form: whole days as dates, doubles as decimals."""
    match value:
        case bool() | None:
            return value
        case datetime() if value.time() == time.min:
            return value.date()
        case timedelta():  # rounded to milliseconds there, kept as stored here
            return round(Decimal(repr(value / timedelta(days=1))), 6)
        case Decimal():
            return value
        case int() | float():
            return Decimal(repr(value))
        case str() | CellRichText():  # openpyxl leaves `_x000D_` and its like in place
            return unescaped(str(value))
    return value


def _elapsed(cell: Cell) -> object:
    long = isinstance(cell.value, Decimal) and cell.shown.lower().startswith(("[h", "[m", "[s"))
    return round(cell.value, 6) if long and isinstance(cell.value, Decimal) else cell.value


def generated(cells: list[tuple[int, int, object]]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row, column, value in cells:
        cell = page.cell(row, column)
        cell.value = value  # type: ignore[assignment]  # a union the stubs do not spell out
        cell.font = Font(name=("Arial", ".VnTime")[row % 2])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="_\ufffe\uffff"), max_size=20
).map(lambda text: text.lstrip("="))
values_of_all_kinds = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e300, 1e300),
    st.dates(date(1900, 3, 1), date(2999, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2999, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(["#N/A", "#REF!", "=A1*2", '=IF(A1="","",1)', "=SUM(A:A)&\"<'\""]),
)  # fmt: skip
placed = st.tuples(st.integers(1, 40), st.integers(1, 40), values_of_all_kinds)


@settings(max_examples=40, deadline=None)
@given(st.lists(placed, max_size=30, unique_by=lambda cell: cell[:2]))
def test_values_formulas_fonts_and_formats_of_generated_workbooks(
    cells: list[tuple[int, int, object]],
) -> None:
    data = generated(cells)

    workbook, findings = read(data, "a.xlsx")

    assert findings == ()
    assert workbook is not None
    assert _without_empty_texts(ours(workbook)) == _without_empty_texts(theirs(data))


def test_stored_values_shared_formulas_and_formats_of_a_styled_workbook() -> None:
    data = styled()

    workbook, _ = read(data, "a.xlsx")

    assert workbook is not None
    assert ours(workbook) == theirs(data)
    assert [len(grid.merges) for grid in workbook.grids] == [2]


def test_shared_formulas_of_every_shape_of_reference() -> None:
    formula = """SUM($A1:B$2)+'Sheet 1'!A1+Bang[Cot A1]+LOG10(5)+"A1"+(C:C)+$D1+(2:$3)+A1B"""
    rows = "".join(
        f'<row r="{row}"><c r="C{row}"><f t="shared" si="0"{written}<v>1</v></c></row>'
        for row, written in ((5, f' ref="C5:C7">{formula}</f>'.replace("&", "&amp;")), (7, "/>"))
    )
    data = zipped(parts(sheet(rows)))

    workbook, _ = read(data, "a.xlsx")

    assert workbook is not None
    assert [cells[3].formula for cells in workbook.grids[0].rows.values()] == [
        formula,
        """SUM($A3:B$2)+'Sheet 1'!A3+Bang[Cot A1]+LOG10(5)+"A1"+(C:C)+$D3+(4:$3)+A1B""",
    ]


def test_a_value_typed_inside_a_merge_is_kept_where_openpyxl_hides_it() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    merged = sheet(rows, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')

    workbook, _ = read(zipped(parts(merged)), "a.xlsx")

    assert workbook is not None
    assert workbook.grids[0].cell(1, 2) == Cell(Decimal(2), None, "Calibri")


stored_cells = st.sampled_from(
    [
        "<c r='{}' s='1'/>", '<c r="{}" s="1"/>', '<c r="{}"></c>', '<c r="{}" ><v>1</v></c>',
        '<c r="{}"><v>1.50</v></c>', '<c r="{}" s="1"><v>46086.5</v></c>', '<c r="{}" t="s"><v>1</v></c>',
        '<c r="{}" t="b"><v>1</v></c>', '<c r="{}" t="e"><v>#N/A</v></c>', '<c t="n" r="{}"><v>2</v></c>',
        '<c r="{}" t="str"><f>A1&amp;"&lt;"</f><v></v></c>', '<c r="{}"><f>A1</f><v/></c>',
        '<c r="{}"><f t="shared" ref="A1:C9" si="0">A1</f><v>1</v></c>', '<c r="{}" cm="1"><v>7</v></c>',
        '<c r="{}"><f t="shared" si="0"/><v>1</v></c>', '<c r="{}" t="inlineStr"><is><t>a</t></is></c>',
        '<c r="{}" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>',
        '<c r="{}" t="str"><v><![CDATA[<c]]></v></c>', '<c r="{}"> <v>3</v> </c>', '<c r="{}"><f/></c>',
        '<c r="{}" s="1"><f>IF(A1="11","B1"" s=""",C1)</f><v>2.50</v></c>', '<c r="{}" s="9"><v>4</v></c>',
        '<c r="{}"><f>_x0041_&amp;1</f><v>1</v></c>', '<c r="{}"><f>A1\n+1</f><v>1</v></c>',
        '<c r="{}" s="1" t="s"><v>0</v></c>', '<c r="{}" t="s"><v> 1 </v></c>', '<c r="{}" s="1"><v>999999999999999999999999999999</v></c>',
         '<c r="{}" t="n"><v>007</v></c>',
        '<c r="{}"><v>12345678901234567</v></c>', '<c r="{}"><v>.5</v></c>', '<c r="{}"><v>1_0</v></c>',
        '<c r="{}" s="1"><v>60</v></c>', '<c r="{}" t="s"><f>B2</f><v>1</v></c>', '<c r="{}"><v>٣</v></c>',
    ]
)  # fmt: skip
stored_rows = st.lists(
    st.tuples(
        st.sampled_from(['<row r="{}">', '<row r="{}" spans="1:3" hidden="1">', "<row r='{}'>"]),
        st.lists(st.tuples(st.sampled_from(["A", "B", "C", "b", "AA"]), stored_cells), max_size=3),
    ),
    max_size=6,
)
first_rows = st.sampled_from([1, 9, 11, 98, 1_048_560])


def content(part: str) -> str:
    """What a sheet's part holds, by its repr, which tells 1 from true and shows the order."""
    maker = CellMaker(("không", "một"), (Style(), Style("Arial", "d/m/yyyy", is_date=True)))
    return repr(read_cells(part.encode(), "sheet", maker, Budget()))


def parsed(part: str) -> str:
    """The same part, so written that it is read element by element."""
    return part.replace("<sheetData>", "<sheetData><!-- -->", 1)


@settings(max_examples=150, deadline=None)
@given(first_rows, stored_rows)
def test_rows_cut_as_text_and_rows_parsed_element_by_element_are_the_same(
    first: int, rows: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    written = sheet(
        "".join(
            opening.format(number)
            + "".join(cell.format(f"{letters}{number}") for letters, cell in cells)
            + "</row>"
            for number, (opening, cells) in enumerate(rows, first)
        )
    )

    assert content(written) == content(parsed(written))


def test_a_long_sheet_with_gaps_and_hidden_rows_is_the_same_either_way() -> None:
    hides = ' hidden="1"'
    numbers = [number for number in range(1, 3_000) if number % 7 and number % 100 != 50]
    written = sheet(
        "".join(
            f'<row r="{number}"{hides * (number % 11 == 0)}>'
            f'<c r="B{number}" s="1"><v>{number}</v></c><c r="D{number}" t="s"><v>1</v></c></row>'
            + f'<row r="{number + 1}" ht="20"/>'
            * (number % 7 == 6)
            for number in numbers
        )
    )
    assert content(written) == content(parsed(written))


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="1" t="s"><v>1</v></c>',
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="n"><v>0.5</v></c><c r="C1" t="b"><v>1</v></c>',
        '<c r="A1" s="1"><f>B1*C1</f><v>1.5</v></c><c r="B1" t="str"><f>D1&amp;""</f><v></v></c>',
        '<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f><v>1</v></c><c r="B1"><f>C1</f><v/></c>',
        '<c r="A1" s="0" t="n"><f aca="false">B1</f><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>',
        '<c r="A1" t="inlineStr"><is><t>một</t></is></c>',
    ],
)
def test_what_usual_programs_write_takes_the_short_way(cells: str) -> None:
    maker = CellMaker(("không", "một"), (Style(), Style("Arial", "d/m/yyyy", is_date=True)))
    body = f'<row r="1" spans="1:3" ht="15" x14ac:dyDescent="0.25">{cells}</row>'.encode()

    rows, _ = read_plain(body, 0, len(body), maker, Budget())

    assert len(rows[1]) >= 1


stored_texts = st.sampled_from(
    [
        "<t>Họ tên</t>", '<t xml:space="preserve"> a </t>', "<t/>", "<t></t>", "<t>_x000D_</t>",
        "<t>a &amp; b</t>", "<t>&#10;</t>", "<t>\r\n</t>", "<t><![CDATA[</t>]]></t>", " <t>x</t>",
        '<r><rPr><rFont val="Arial"/></rPr><t>a</t></r><r><t>b</t></r>', "<t>a</t><t>b</t>",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(stored_texts, max_size=4))
def test_texts_cut_and_texts_parsed_element_by_element_are_the_same(items: list[str]) -> None:
    written = strings(*items)

    found = read_strings(written.encode(), "strings")

    assert len(found) == len(items)
    assert found == read_strings(f"<!-- -->{written}".encode(), "strings")


@pytest.mark.skipif(
    not any(folder in os.environ for folder in FOLDERS), reason="no folder is named"
)
def test_workbooks_of_the_folders_named() -> None:
    different = {}
    compared = 0
    for path in others():
        data = path.read_bytes()
        workbook, _ = read(data, path.name)
        if workbook is None:
            continue
        try:
            expected = _without_empty_texts(theirs(data))
        except Exception:  # what openpyxl cannot read is no measure
            continue
        found = ours(workbook)
        compared += 1
        lost = {
            place: (seen[:2], found.get(place))
            for place, seen in expected.items()
            if place not in found or seen[:2] != found[place][:2]
        }
        if lost:
            different[path.name] = dict(list(lost.items())[:3])

    assert different == {}
    assert compared > 0


def styled() -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet("Giao việc")
    page.merge_range("A1:D1", "UBND XÃ HÓA QUỲ", book.add_format({"font_name": "Times New Roman"}))
    page.merge_range("A2:A3", "")
    formats = ("0.00", "0%", "dd/mm/yyyy", "[$-42A]d/m/yyyy;@", "h:mm", "[h]:mm", '0" ngày"', "@")
    for row, code in enumerate(formats, 3):
        page.write_number(row, 1, 46086.25, book.add_format({"num_format": code}))
        page.write_formula(row, 2, f"=B{row}*2", None, row / 7)
    page.write_formula("D4", '=IF(B4="","","x")', None, "")
    page.write_array_formula("E4:E5", "{=B4:B5}", None, 46086.25)
    page.write_boolean("F4", True)
    page.write_formula("F5", "=NA()", None, "#N/A")
    page.write_rich_string(
        "F6", "Họ ", book.add_format({"font_name": "Arial", "bold": True}), "tên"
    )
    book.close()
    return stream.getvalue()


def _without_empty_texts(seen: Seen) -> Seen:
    # openpyxl takes an empty text for an empty cell.
    return {place: cell for place, cell in seen.items() if cell[0] != ""}
