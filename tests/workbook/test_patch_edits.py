"""Values written into the cells of a copy: all of them, or none and the reason."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from tests.workbook.copies import (
    at,
    changed,
    content,
    faults,
    office_month,
    parts,
    patched,
    refused,
)
from tests.workbook.packages import (
    MAIN,
    SHEET,
    relationships,
    sheet,
    strings,
    zipped,
)
from tests.workbook.packages import (
    parts as package,
)

from cadre_cli.domain.grid import Cell, CellEdit, Value

MONTH = office_month()


def edit(sheet_name: str, row: int, column: int, was: Value, becomes: Value) -> CellEdit:
    return CellEdit(at(sheet_name, row, column), was, becomes)


def value(data: bytes, row: int, column: int, sheet_name: str = "Giao việc") -> Value:
    grid = next(grid for grid in content(data).grids if grid.sheet == sheet_name)
    cell = grid.cell(row, column)
    return None if cell is None else cell.value


def held(data: bytes) -> dict[tuple[str, int, int], Cell]:
    return {
        (grid.sheet, row, column): cell
        for grid in content(data).grids
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


@pytest.mark.parametrize(
    ("row", "column", "was", "becomes"),
    [
        (4, 4, Decimal(10), Decimal("27.5")),
        (4, 2, "Soạn công văn", "=HTT <&> Hòa"),
        (4, 2, "Soạn công văn", "một\r\nhai _x000D_"),
        (5, 8, None, "Trần Thị Bình"),
        (4, 3, "Nguyễn Văn An", None),
        (4, 6, date(2026, 3, 20), date(2026, 3, 31)),
        (4, 6, date(2026, 3, 20), datetime(2026, 3, 31, 7, 30)),
        (4, 6, date(2026, 3, 20), time(7, 30)),
        (4, 4, Decimal(10), True),
        (40, 2, None, "dưới bảng"),
    ],
)
def test_a_cell_takes_the_value_and_no_other_cell_changes(
    row: int, column: int, was: Value, becomes: Value
) -> None:
    copy = patched(MONTH, [edit("Giao việc", row, column, was, becomes)])
    assert value(copy, row, column) == becomes
    place = ("Giao việc", row, column)
    assert {k: v for k, v in held(copy).items() if k != place} == {
        k: v for k, v in held(MONTH).items() if k != place
    }
    assert faults(copy) == set()


def test_a_cell_keeps_its_looks() -> None:
    before = held(MONTH)["Giao việc", 3, 2]
    after = held(patched(MONTH, [edit("Giao việc", 3, 2, "Nội dung", "Việc")]))["Giao việc", 3, 2]
    assert (after.value, after.font, after.shown) == ("Việc", before.font, before.shown)
    assert 's="1"' in parts(MONTH)[SHEET].decode().split('r="B3"')[1][:8]
    assert (
        's="1"'
        in parts(patched(MONTH, [edit("Giao việc", 3, 2, "Nội dung", "Việc")]))[SHEET]
        .decode()
        .split('r="B3"')[1][:8]
    )


def test_formulas_are_worked_out_anew_when_the_file_is_opened() -> None:
    copy = patched(MONTH, [edit("Giao việc", 4, 4, Decimal(10), Decimal(12))])
    assert changed(MONTH, copy) == {SHEET, "xl/workbook.xml"} - (
        {"xl/workbook.xml"} if b'fullCalcOnLoad="1"' in parts(MONTH)["xl/workbook.xml"] else set()
    )
    assert b'fullCalcOnLoad="1"' in parts(copy)["xl/workbook.xml"]


def test_calculation_is_asked_for_at_its_place_in_the_workbooks_part() -> None:
    held_parts = package(
        sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>')
    )
    copy = patched(zipped(held_parts), [edit("Giao việc", 1, 1, Decimal(1), Decimal(2))])
    assert parts(copy)["xl/workbook.xml"].endswith(
        b'</sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    )


def test_without_formulas_only_the_sheet_changes() -> None:
    original = zipped(package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')))
    copy = patched(original, [edit("Giao việc", 1, 1, Decimal(1), Decimal(2))])
    assert changed(original, copy) == {SHEET}


CHAIN = f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/><c r="B1"/><c r="C1" i="2"/><c r="B1" i="1"/></calcChain>'


def chained(rows: str, chain: str) -> bytes:
    held_parts = package(sheet(rows))
    held_parts["xl/calcChain.xml"] = chain
    held_parts["xl/_rels/workbook.xml.rels"] = relationships(
        ("r1", "worksheet", "worksheets/sheet1.xml"),
        ("r2", "styles", "styles.xml"),
        ("r4", "calcChain", "calcChain.xml"),
    )
    return zipped(held_parts)


def test_an_overwritten_formula_leaves_the_calculation_chain() -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c></row>'
    copy = patched(chained(rows, CHAIN), [edit("Giao việc", 1, 1, Decimal(2), Decimal(5))])
    assert held(copy)["Giao việc", 1, 1] == Cell(Decimal(5), None, "Calibri")
    assert parts(copy)["xl/calcChain.xml"].decode().count("<c ") == 3
    assert '<c r="B1" i="1"/><c r="C1" i="2"/>' in parts(copy)["xl/calcChain.xml"].decode()


def test_an_empty_calculation_chain_goes() -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    chain = f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/></calcChain>'
    copy = parts(patched(chained(rows, chain), [edit("Giao việc", 1, 1, Decimal(2), Decimal(5))]))
    assert "xl/calcChain.xml" not in copy
    assert b"calcChain" not in copy["xl/_rels/workbook.xml.rels"]


def test_cells_that_shared_an_overwritten_formula_keep_it_as_their_own() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1&amp;"x"</f>'
        '<v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    original = zipped(package(sheet(rows)))
    copy = patched(original, [edit("Giao việc", 1, 2, Decimal(1), Decimal(9))])
    assert [held(copy)["Giao việc", row, 2].formula for row in (1, 2, 3)] == [
        None, 'A2&"x"', 'A3&"x"',
    ]  # fmt: skip
    assert 't="shared"' not in parts(copy)[SHEET].decode()


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([edit("Giao việc", 4, 4, Decimal(11), Decimal(1))], "không còn giữ giá trị đã đọc"),
        ([edit("Giao việc", 4, 4, True, Decimal(1))], "không còn giữ giá trị đã đọc"),
        ([edit("Giao việc", 5, 3, "An", "Bình")], "không còn giữ giá trị đã đọc"),
        ([edit("Giao việc", 5, 7, None, "Bình")], "vùng gộp"),
        ([edit("Giao việc", 4, 6, date(2026, 3, 20), Decimal(27))], "định dạng ngày"),
        ([edit("Giao việc", 4, 4, Decimal(10), date(2026, 3, 20))], "không ở định dạng ngày"),
        ([edit("Giao việc", 4, 3, "Nguyễn Văn An", "x" * 32_768)], "dài quá 32767"),
        ([edit("Giao việc", 5, 3, None, "Bình")], "danh sách chọn của ô (01.003; 01.004; Hòa)"),
        ([edit("Trang lạ", 4, 3, None, "x")], "không có trang này"),
        ([CellEdit(at("Giao việc", 4), None, "x")], "không phải địa chỉ một ô"),
    ],
)
def test_what_cannot_be_written_refuses_the_whole_copy_and_names_the_cell(
    edits: list[CellEdit], why: str
) -> None:
    good = edit("Giao việc", 4, 2, "Soạn công văn", "Công văn")
    no = refused(MONTH, [good, *edits])
    assert why in no.why.vi
    assert no.at == edits[0].at


def test_part_of_an_array_formula_is_refused() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c></row>'
    )
    original = zipped(package(sheet(rows)))
    no = refused(original, [edit("Giao việc", 2, 1, Decimal(4), Decimal(5))])
    assert "công thức mảng" in no.why.vi


def test_shared_texts_are_left_untouched() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>'
    original = zipped(package(sheet(rows), strings("<t>Hòa</t>")))
    copy = patched(original, [edit("Giao việc", 1, 1, "Hòa", "Bình")])
    assert [value(copy, 1, column) for column in (1, 2)] == ["Bình", "Hòa"]
    assert changed(original, copy) == {SHEET}


def test_cells_without_an_address_are_found_by_their_order() -> None:
    original = zipped(
        package(sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    )
    copy = patched(original, [edit("Giao việc", 1, 2, Decimal(2), Decimal(7))])
    assert [cell.value for cell in held(copy).values()] == [Decimal(1), Decimal(7), Decimal(3)]


def test_strict_workbooks_take_values() -> None:
    from tests.workbook.packages import STRICT_MAIN, STRICT_OFFICE

    original = zipped(
        package(
            f'<worksheet xmlns="{STRICT_MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            "</sheetData></worksheet>",
            workbook=f'<workbook xmlns="{STRICT_MAIN}" xmlns:r="{STRICT_OFFICE}"><sheets>'
            '<sheet name="Giao việc" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
    )
    assert value(patched(original, [edit("Giao việc", 1, 1, Decimal(1), Decimal(2))]), 1, 1) == 2


def test_edits_and_marks_go_together() -> None:
    from tests.workbook.copies import mark

    copy = patched(
        MONTH,
        [edit("Giao việc", 5, 3, None, "Hòa")],
        [mark("Giao việc", 5, 3, "đã ghi tên")],
    )
    assert value(copy, 5, 3) == "Hòa"
    assert value(patched(copy, (), []), 5, 3) == "Hòa"
