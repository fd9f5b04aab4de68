"""Marks on a copy: a colour and a comment in the cell, all else as the office left it."""

import io
import re

import openpyxl
import pytest
import xlsxwriter
from tests.workbook.copies import (
    ERROR,
    NOTE,
    WARNING,
    changed,
    content,
    faults,
    mark,
    office_month,
    parts,
    patched,
    refused,
)
from tests.workbook.packages import (
    MAIN,
    OFFICE,
    SHEET,
    STRICT_MAIN,
    STRICT_OFFICE,
    relationships,
    sheet,
    strings,
    zipped,
)
from tests.workbook.packages import parts as package

# openpyxl says what a load and save by it would lose.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

MONTH = office_month()
MARKS = (
    mark("Giao việc", 5, 3, "LỖI G01: chưa có người thực hiện\n→ ghi tên", ERROR),
    mark("Giao việc", 4, 4, "CẢNH BÁO C05", WARNING),
    mark("Giao việc", 4, 2, "GHI CHÚ D09", NOTE),
    mark("Giao việc", 30, 8, "LỖI D05", ERROR),
)


def colours(data: bytes, sheet_name: str = "Giao việc") -> dict[str, str]:
    cells = (cell for row in openpyxl.load_workbook(io.BytesIO(data))[sheet_name] for cell in row)
    return {
        cell.coordinate: cell.fill.fgColor.rgb for cell in cells if cell.fill.fill_type == "solid"
    }


def comments(data: bytes, sheet_name: str = "Giao việc") -> dict[str, str]:
    cells = (cell for row in openpyxl.load_workbook(io.BytesIO(data))[sheet_name] for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment is not None}


def test_each_marked_cell_has_a_colour_by_its_severity_and_a_comment() -> None:
    copy = patched(MONTH, (), MARKS)
    own = colours(MONTH)
    assert {cell: rgb for cell, rgb in colours(copy).items() if cell not in own} == {
        "C5": "FFFFC7CE",
        "D4": "FFFFEB9C",
        "B4": "FFDDEBF7",
        "H30": "FFFFC7CE",
    }
    told = comments(copy)
    assert told["C5"] == "— cadre —\nLỖI G01: chưa có người thực hiện\n→ ghi tên\n— hết —"
    assert set(told) == {"C5", "D4", "B4", "H30"}


def test_the_comment_of_the_office_stays_before_ours() -> None:
    told = comments(patched(MONTH, (), MARKS))
    assert told["B4"] == "Ghi chú của cơ quan\n— cadre —\nGHI CHÚ D09\n— hết —"


def test_values_formulas_fonts_and_formats_are_what_they_were() -> None:
    assert content(patched(MONTH, (), MARKS)).grids == content(MONTH).grids


def test_only_the_parts_that_must_change_do() -> None:
    assert changed(MONTH, patched(MONTH, (), MARKS)) == {
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    fresh = patched(MONTH, (), [mark("Trống", None, None, "B02")])
    assert changed(MONTH, fresh) == {
        "[Content_Types].xml",
        "xl/styles.xml",
        "xl/worksheets/sheet3.xml",
        "xl/worksheets/_rels/sheet3.xml.rels",
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing3.vml",
    }


def test_the_package_keeps_excels_rules() -> None:
    assert faults(patched(MONTH, (), MARKS, label="danh-dau")) == set()


def test_a_form_control_keeps_its_drawing() -> None:
    copy = parts(patched(MONTH, (), [mark("Mã", 1, 1, "D01")]))
    drawing = copy["xl/drawings/vmlDrawing2.vml"].decode()
    assert drawing.count('ObjectType="Button"') == drawing.count('ObjectType="Note"') == 1
    assert drawing.startswith(parts(MONTH)["xl/drawings/vmlDrawing2.vml"].decode()[:900])
    ids = [int(piece.split('"')[0]) for piece in drawing.split('id="_x0000_s')[1:]]
    assert len(ids) == len(set(ids)) == 2


def test_several_marks_on_one_cell_share_a_box_and_the_gravest_colours_it() -> None:
    copy = patched(MONTH, (), [mark("Mã", 1, 1, "một", NOTE), mark("Mã", 1, 1, "hai", ERROR)])
    assert comments(copy, "Mã") == {"A1": "— cadre —\nmột\n\nhai\n— hết —"}
    assert colours(copy, "Mã") == {"A1": "FFFFC7CE"}


def test_a_mark_inside_a_merged_area_stands_in_the_cell_that_shows() -> None:
    copy = patched(MONTH, (), [mark("Giao việc", 5, 7, "D05")])
    assert set(comments(copy)) == {"B4", "G4"}


def test_a_sheet_or_a_file_is_marked_in_a1() -> None:
    copy = patched(MONTH, (), [mark(None, None, None, "cả tệp"), mark("Mã", None, None, "trang")])
    assert comments(copy)["A1"] == "— cadre —\ncả tệp\n— hết —"
    assert comments(copy, "Mã")["A1"] == "— cadre —\ntrang\n— hết —"


def test_marks_of_an_earlier_run_leave_no_trace() -> None:
    other = (mark("Mã", 2, 1, "D01"), mark("Giao việc", 4, 4, "khác", ERROR))
    marked = patched(MONTH, (), MARKS, label="danh-dau")
    assert parts(patched(marked, (), [])) == parts(MONTH)
    again = patched(marked, (), other, label="danh-dau")
    assert again == patched(MONTH, (), other, label="danh-dau")
    assert patched(marked, (), MARKS, label="danh-dau") == marked


def test_without_marks_to_set_or_clear_the_very_bytes_come_back() -> None:
    assert patched(MONTH) == patched(MONTH, [], []) == MONTH
    marked = patched(MONTH, (), MARKS)
    assert patched(marked) == marked


def test_what_the_clerk_wrote_into_a_marked_copy_stays_when_the_marks_go() -> None:
    book = openpyxl.load_workbook(io.BytesIO(patched(MONTH, (), MARKS)))
    tasks = book["Giao việc"]
    tasks["C5"] = "Trần Thị Bình"
    tasks["C5"].font = openpyxl.styles.Font(bold=True)
    tasks["D4"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")
    tasks["H30"] = "mới"
    saved = io.BytesIO()
    book.save(saved)
    freed = patched(saved.getvalue(), (), [])
    assert {cell: rgb for cell, rgb in colours(freed).items() if cell not in colours(MONTH)} == {
        "D4": "FF00FF00",
        "H30": "FFFFFF00",  # the colour of its column, which a cell typed in there would have
    }
    assert comments(freed) == {"B4": "Ghi chú của cơ quan"}
    cell = openpyxl.load_workbook(io.BytesIO(freed))["Giao việc"]["C5"]
    assert (cell.value, cell.font.bold) == ("Trần Thị Bình", True)


def test_the_clerks_words_in_a_box_of_ours_stay() -> None:
    book = openpyxl.load_workbook(io.BytesIO(patched(MONTH, (), MARKS)))
    box = book["Giao việc"]["C5"].comment
    assert box is not None
    box.text = f"{box.text}\nĐã hỏi anh An"
    saved = io.BytesIO()
    book.save(saved)
    freed = patched(saved.getvalue(), (), [])
    assert comments(freed)["C5"].strip() == "Đã hỏi anh An"
    marked_again = patched(freed, (), MARKS)
    for later in (freed, marked_again):  # and in every run after that
        assert comments(patched(later, (), []))["C5"].strip() == "Đã hỏi anh An"


def test_a_box_of_ours_that_the_clerk_emptied_goes() -> None:
    held = parts(patched(MONTH, (), [mark("Mã", 1, 1, "D01")]))
    (part,) = (name for name in held if b"cadre" in held[name] and "comments" in name)
    emptied = re.sub(rb"<text>.*</text>", b"<text><t></t></text>", held[part])
    assert parts(patched(zipped(held | {part: emptied}), (), [])) == parts(MONTH)


def test_a_box_is_known_by_its_lines_where_a_program_forgets_authors() -> None:
    marked = parts(patched(MONTH, (), [mark("Mã", 1, 1, "D01")]))
    nobody = {name: part.replace(b"<author>cadre</author>", b"<author> </author>")
              for name, part in marked.items()}  # fmt: skip
    assert parts(patched(zipped(nobody), (), [])) == parts(MONTH)


def test_a_conversation_is_left_alone_and_its_neighbour_tells() -> None:
    thread = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author></authors><commentList>'
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>'
        "</commentList></comments>"
    )
    held = package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    held["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        ("r1", "comments", "../comments1.xml")
    )
    held["xl/comments1.xml"] = thread
    copy = parts(patched(zipped(held), (), [mark("Giao việc", 1, 1, "G01")]))
    told = copy["xl/comments1.xml"].decode()
    assert '[Threaded comment]</t></text></comment><comment ref="B1"' in told
    assert "A1: G01" in told


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1" spans="1:3"/>',
        '<row r="1"/>',
        '<row r="1" spans="1:3" />',
        '<row r="2"><c r="B2"><v>1</v></c></row>',
        '<row r="1"><c r="C1"><v>1</v></c></row>',
        '<row r="1" s="3" customFormat="1"><c r="B1" s="0" t="n"><v>1</v></c></row>',
        "",
    ],
)
def test_a_mark_on_a_blank_goes_as_it_came(rows: str) -> None:
    original = zipped(package(sheet(rows)))
    copy = patched(original, (), [mark("Giao việc", 1, 2, "D05")])
    assert content(copy).grids == content(original).grids
    assert parts(patched(copy, (), [])) == parts(original)


def test_a_blank_takes_the_looks_of_its_row_or_column() -> None:
    columns = '<cols><col min="1" max="2" width="9" style="2"/></cols>'
    original = package(sheet('<row r="1" s="3" customFormat="1"/>', before=columns))
    original["[Content_Types].xml"] = f'<Types xmlns="{MAIN}"></Types>'
    marks = [mark("Giao việc", 1, 1, "a"), mark("Giao việc", 2, 2, "b")]
    copy = parts(patched(zipped(original), (), marks))
    names = [piece.split('"')[1] for piece in copy["xl/styles.xml"].decode().split("<cellStyle ")]
    assert [name for name in names if name.startswith("cadre")] == [
        "cadre: lỗi ++ 3",
        "cadre: lỗi +++ 2",
    ]


def test_named_styles_that_a_program_refers_to_but_does_not_write_stay_its_own() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" xfId="0"/><xf numFmtId="2" fontId="0" xfId="7"/></cellXfs>'
        "</styleSheet>"
    )
    held = package(sheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))
    original = zipped(held | {"xl/styles.xml": styles})
    copy = patched(original, (), [mark("Giao việc", 1, 2, "D05")])
    assert parts(copy)[SHEET].decode().count('s="1"') == 1
    assert parts(patched(copy, (), [])) == parts(original)


def test_a_workbook_without_styles_gets_some_and_loses_them_again() -> None:
    held = package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), strings())
    del held["xl/styles.xml"]
    held["xl/_rels/workbook.xml.rels"] = relationships(("r1", "worksheet", "worksheets/sheet1.xml"))
    original = zipped(held)
    copy = patched(original, (), [mark("Giao việc", 1, 1, "D05")])
    assert (
        b"FFFFC7CE"
        in parts(copy)["xl/styles1.xml" if "xl/styles1.xml" in parts(copy) else "xl/styles.xml"]
    )
    assert parts(patched(copy, (), [])) == parts(original)


def test_prefixed_names_are_written_with_their_prefix() -> None:
    held = package(
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )
    copy = patched(zipped(held), (), [mark("Giao việc", 1, 1, "a"), mark("Giao việc", 2, 3, "b")])
    written = parts(copy)[SHEET].decode()
    assert '<x:c r="C2" s="' in written
    assert f'<x:legacyDrawing xmlns:r="{OFFICE}" r:id="cadre2"/></x:worksheet>' in written
    assert parts(patched(copy, (), [])) == parts(zipped(held))


def test_strict_workbooks_are_refused_with_the_way_out() -> None:
    held = package(
        f'<worksheet xmlns="{STRICT_MAIN}"><sheetData/></worksheet>',
        workbook=f'<workbook xmlns="{STRICT_MAIN}" xmlns:r="{STRICT_OFFICE}"><sheets>'
        '<sheet name="Giao việc" sheetId="1" r:id="r1"/></sheets></workbook>',
    )
    why = refused(zipped(held), (), [mark("Giao việc", 1, 1, "a")]).why.vi
    assert "Strict" in why
    assert "lưu dạng Excel Workbook (.xlsx)" in why


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 hong", b"STT;Ten\n1;An\n", b"<html></html>"])
def test_what_is_no_ooxml_workbook_is_refused(data: bytes) -> None:
    assert refused(data, (), [mark("Giao việc", 1, 1, "a")]).why.vi


def test_a_thousand_boxes_more_than_a_block_of_ids_holds() -> None:
    marks = [mark("Mã", row, 1, f"việc {row}") for row in range(1, 1501)]
    copy = patched(MONTH, (), marks)
    drawing = parts(copy)["xl/drawings/vmlDrawing2.vml"].decode()
    ids = [int(piece.split('"')[0]) for piece in drawing.split('id="_x0000_s')[1:]]
    blocks = drawing.split('idmap v:ext="edit" data="')[1].split('"')[0].split(",")
    assert len(ids) == len(set(ids)) == 1501
    assert {id_ // 1024 for id_ in ids} == {int(block) for block in blocks}
    assert content(copy).grids == content(MONTH).grids
    assert parts(patched(copy, (), [])) == parts(MONTH)


def test_text_is_written_so_that_xml_stays_xml() -> None:
    copy = patched(MONTH, (), [mark("Mã", 1, 1, 'a < b & "c" \x07 ]]> ô')])
    assert faults(copy) == set()
    assert comments(copy, "Mã")["A1"] == '— cadre —\na < b & "c"  ]]> ô\n— hết —'


def test_the_suffix_is_that_of_the_kind_of_workbook() -> None:
    from cadre_cli.workbook.patch import patch

    held = parts(MONTH)
    macros = held["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert getattr(patch(MONTH), "suffix", None) == ".xlsx"
    assert getattr(patch(zipped(held | {"[Content_Types].xml": macros})), "suffix", None) == ".xlsm"


def test_a_large_plain_sheet_and_a_parsed_one_are_marked_alike() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("Giao việc")
        for row in range(300):
            page.write_row(row * 2, row % 5, [row, f"việc {row}"])
    plain = stream.getvalue()
    held = parts(plain)
    hidden = held[SHEET].replace(b"<sheetData>", b"<!-- --><sheetData>")
    parsed = zipped(held | {SHEET: hidden})
    marks = [mark("Giao việc", row, row % 9 + 1, str(row)) for row in range(1, 600, 7)]
    one, other = (parts(patched(data, (), marks)) for data in (plain, parsed))
    assert other[SHEET].replace(b"<!-- -->", b"") == one[SHEET]
    assert {n: p for n, p in one.items() if n != SHEET} == {
        n: p for n, p in other.items() if n != SHEET
    }
