from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from fractions import Fraction

import openpyxl
import pytest

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import (
    Align,
    Binary,
    Block,
    Call,
    Cell,
    Chart,
    ChartKind,
    Charts,
    Column,
    Computed,
    Constant,
    Down,
    Formula,
    Function,
    Line,
    Link,
    Look,
    Operator,
    Page,
    Properties,
    Ref,
    Report,
    Row,
    Section,
    Series,
    Shows,
    SideBySide,
    Table,
)
from cadre_cli.workbook.render import render
from cadre_cli.workbook.texts import CUT_MARK, LONGEST_TEXT

PAGE = Page(20, 20, 30, 15)
COLUMNS = (Column("name", "Họ và tên"), Column("points", "Điểm", Shows.POINTS))


def section(*blocks: Block, key: str = "first", name: str = "Tổng hợp") -> Section:
    return Section(key, name, PAGE, (20.0, 10.0), blocks)


def table(*cells: tuple[Cell, ...], **changes: object) -> Table:
    rows = tuple(Row(f"row {place}", row) for place, row in enumerate(cells))
    return Table(COLUMNS, rows, **changes)  # type: ignore[arg-type]  # keyword overrides of any field


def report(*sections: Section) -> Report:
    said = Properties("Kết quả", "UBND xã Hóa Quỳ", date(2026, 3, 31), {"cadre": "1"})
    return Report("2026-03.ket-qua", said, sections)


def opened(*sections: Section) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(report(*sections))), rich_text=False)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode("utf-8")


def formula_of(formula: Formula, *more: Section) -> object:
    cells = (("An", Fraction(30)), ("Bình", Fraction(70)), ("", Computed(Fraction(1), formula)))
    return opened(section(table(*cells)), *more).worksheets[0]["B4"].value


POINTS = Ref("first", "row 0", "points")
ALL = Down("first", "row 0", "row 1", "points")


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (POINTS, "=B2"),
        (Call(Function.SUM, (ALL,)), "=SUM(B2:B3)"),
        (Call(Function.COUNTIF, (ALL, Constant("Tốt"))), '=COUNTIF(B2:B3,"Tốt")'),
        (Constant(Fraction(1, 4)), "=0.25"),
        (Constant(Fraction(1, 3)), "=1/3"),
        (Binary(Operator.MULTIPLY, POINTS, Constant(Fraction(1, 3))), "=B2*(1/3)"),
        (Binary(Operator.SUBTRACT, POINTS, Constant(Fraction(-1))), "=B2-(-1)"),
        (
            Binary(Operator.DIVIDE, POINTS, Binary(Operator.MULTIPLY, POINTS, POINTS)),
            "=B2/(B2*B2)",
        ),
        (
            Binary(Operator.SUBTRACT, POINTS, Binary(Operator.SUBTRACT, POINTS, POINTS)),
            "=B2-(B2-B2)",
        ),
        (
            Binary(Operator.MULTIPLY, Binary(Operator.ADD, POINTS, POINTS), POINTS),
            "=(B2+B2)*B2",
        ),
        (
            Binary(Operator.ADD, Binary(Operator.MULTIPLY, POINTS, POINTS), POINTS),
            "=B2*B2+B2",
        ),
    ],
)
def test_formulas_are_written_with_addresses(formula: Formula, written: str) -> None:
    assert formula_of(formula) == written


def test_a_formula_reaches_another_sheet_by_its_real_name() -> None:
    other = section(table(("An", Fraction(1))), key="other", name="Chi tiết 'mới'")
    down = Down("other", "row 0", "row 0", "points")
    assert formula_of(Ref("other", "row 0", "points"), other) == "='Chi tiết ''mới'!B2"
    assert formula_of(Call(Function.MAX, (down,)), other) == "=MAX('Chi tiết ''mới'!B2:B2)"


def test_more_than_255_numbers_are_added_in_groups() -> None:
    many = Call(Function.SUM, (Constant(Fraction(1)),) * 450)
    written = str(formula_of(many))
    assert written.startswith("=SUM(SUM(1,1,")
    assert (written.count("SUM"), written.count("1")) == (4, 450)


def test_a_computed_cell_keeps_its_stored_value_to_the_last_digit() -> None:
    value = Fraction(27) + 70 * Fraction(211, 336)
    data = render(report(section(table(("An", Computed(value, Constant(value)))))))
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert book.worksheets[0]["B2"].value == float(value)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=HYPERLINK(1)", "+84", "-5", "@SUM(A1)", "{=A1}", "0123", "http://x.vn", "TRUE"],
)
def test_text_is_written_as_text_whatever_it_begins_with(text: str) -> None:
    cell = opened(section(table((text, None)))).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_text_in_merged_cells_is_no_formula_either() -> None:
    head = SideBySide(((Line("=1+1"),), (Line("@x"),)))
    group = Table(COLUMNS, (Row("unit", ("=2+2",), Look.GROUP),))
    sheet = opened(section(Line("=3+3", align=Align.CENTRE), head, group)).worksheets[0]
    cells = [sheet[at] for at in ("A1", "A2", "B2", "A4")]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("=3+3", "s"),
        ("=1+1", "s"),
        ("@x", "s"),
        ("=2+2", "s"),
    ]


def test_signs_excel_forbids_are_left_out() -> None:
    text = "Họp\x00 giao\x0b ban\r\ntuần\ud800\uffff"
    assert opened(section(table((text, None)))).worksheets[0]["A2"].value == "Họp giao ban\ntuần"


def test_text_that_looks_like_an_escape_stays_as_it_is() -> None:
    data = render(report(section(table(("_x0041_", None)))))
    assert "_x005F_x0041_" in part(data, "xl/sharedStrings.xml")


@pytest.mark.parametrize("letter", ["a", "ố", "😀"])
def test_a_text_too_long_for_excel_is_cut_and_says_so(letter: str) -> None:
    value = opened(section(table((letter * 40_000, None)))).worksheets[0]["A2"].value
    assert isinstance(value, str)
    assert value.endswith(CUT_MARK)
    assert LONGEST_TEXT - 2 < len(value.encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_a_text_of_just_the_length_is_whole() -> None:
    text = "a" * LONGEST_TEXT
    assert opened(section(table((text, None)))).worksheets[0]["A2"].value == text


def test_sheet_names_are_made_acceptable_and_unlike_each_other() -> None:
    names = ["Chi tiết: tháng 3/2026 [bản 1] của cơ quan", "TỔNG", "Tổng", "'x'", "", "History"]
    made = opened(*(section(key=str(place), name=name) for place, name in enumerate(names)))
    assert made.sheetnames == [
        "Chi tiết- tháng 3-2026 -bản 1-",
        "TỔNG",
        "Tổng (2)",
        "x",
        "Sheet",
        "History-",
    ]


def test_a_sheet_s_name_is_counted_and_cut_as_excel_counts_letters() -> None:
    names = ["😀" * 20, "a" * 30 + "'b", "A" * 31, "Họp\x00\ud800\nban", "''"]
    made = opened(*(section(key=str(place), name=name) for place, name in enumerate(names)))
    assert made.sheetnames == ["😀" * 15, "a" * 30, "A" * 31, "Họp ban", "Sheet"]


def test_properties_leave_out_what_xml_forbids() -> None:
    said = Properties("Kết\x0b quả\n" * 50, "UBND\ud800 <xã> & Hóa Quỳ", date(2026, 3, 31))
    data = render(Report("x", said, (section(),)))
    found = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert (found.title or "").startswith("Kết quả Kết quả")
    assert len(found.title or "") <= 255
    assert found.creator == "UBND <xã> & Hóa Quỳ"


def test_two_rows_of_one_key_in_a_section_are_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="two rows"):
        render(report(section(table(("An", None)), table(("Bình", None)))))


def test_links_lead_to_cells_of_other_files_and_of_this_one() -> None:
    at = CellRef("thang-03.xlsx", "Giao việc", 12, 4)
    cells = (
        (Link("D12", at, "thang-03.xlsx"), None),
        (Link("xem", POINTS), None),
        (Link("D12", at, "a#b.xlsx"), None),
        (Link("D12", at, ""), None),
    )
    sheet = opened(section(table(*cells))).worksheets[0]
    found = [sheet.cell(row, 1) for row in range(2, 6)]
    assert [cell.value for cell in found] == ["D12", "xem", "D12", "D12"]
    targets = [
        None if cell.hyperlink is None else (cell.hyperlink.target, cell.hyperlink.location)
        for cell in found
    ]
    assert targets == [
        ("thang-03.xlsx", "'Giao việc'!D12"),
        (None, "'Tổng hợp'!B2"),
        None,
        None,
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    one = section(
        Line("Tiêu đề"), table(("An", Computed(Fraction(1, 3), Constant(Fraction(1, 3)))))
    )
    assert render(report(one)) == render(report(one))


def test_nothing_of_the_clock_goes_into_the_file() -> None:
    data = render(report(section(table(("An", None)))))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert (properties.created, properties.modified) == (datetime(2026, 3, 31),) * 2


def test_the_file_says_that_cadre_wrote_it() -> None:
    book = opened(section())
    assert {name: book.custom_doc_props[name].value for name in book.custom_doc_props.names} == {
        "cadre": "1"
    }


def test_a_page_is_a4_landscape_one_page_wide_with_its_number_from_page_2() -> None:
    data = render(report(section(table(("An", None), pinned=True, pinned_columns=1))))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    setup = sheet.page_setup  # a fitToWidth of 1 is the default and is not written
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    margins = sheet.page_margins
    millimetres = [round(side * 25.4) for side in (margins.top, margins.bottom)]
    assert millimetres + [round(side * 25.4) for side in (margins.left, margins.right)] == [
        20,
        20,
        30,
        15,
    ]
    assert sheet.HeaderFooter.differentFirst is True
    assert sheet.oddHeader.center.text == "&P"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "B2")
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row}
    assert fonts == {"Times New Roman"}


def test_grouped_headings_are_merged_above_and_the_rest_beside_them() -> None:
    columns = (
        Column("name", "Họ và tên"),
        Column("a", "a", Shows.SHARE, "Kết quả"),
        Column("b", "b", Shows.SHARE, "Kết quả"),
    )
    grouped = Table(columns, (Row("an", ("An", Fraction(1), Fraction(1, 2))),), numbered=True)
    laid = Section("first", "Tổng hợp", PAGE, (20.0, 8.0, 8.0), (grouped,), decimals=1)
    sheet = opened(laid).worksheets[0]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Họ và tên", "Kết quả", None],
        [None, "a", "b"],
        ["(1)", "(2)", "(3)"],
        ["An", 1, 0.5],
    ]
    assert sheet["B4"].number_format == "0.0%"


def test_rows_grow_with_the_words_in_them() -> None:
    words = "Xây dựng kế hoạch kiểm tra việc thực hiện quy chế làm việc của cơ quan, đơn vị"
    sheet = opened(section(table(("An", None), (words, None)))).worksheets[0]
    one, many = (sheet.row_dimensions[row].height for row in (2, 3))
    assert one is not None
    assert many is not None
    assert 14 < one < 20
    assert 3 * one < many < 5 * one


def test_closed_rows_are_hidden_under_the_row_above_them() -> None:
    rows = (
        Row("total", ("Tổng", None), level=1),
        Row("a", ("a", None), level=2, folded=True),
        Row("b", ("b", None), level=2, folded=True),
        Row("end", ("hết", None), level=1),
    )
    sheet = opened(section(Table(COLUMNS, rows))).worksheets[0]
    found = [sheet.row_dimensions[row] for row in range(2, 6)]
    assert [(row.outlineLevel, row.hidden, row.collapsed) for row in found] == [
        (1, False, True),
        (2, True, False),
        (2, True, False),
        (1, False, False),
    ]
    assert sheet.sheet_properties.outlinePr.summaryBelow is False


def test_a_filter_covers_the_headings_and_all_rows() -> None:
    sheet = opened(section(Line("Đầu đề"), table(("An", None), ("Bình", None), filtered=True)))
    assert sheet.worksheets[0].auto_filter.ref == "A2:B4"


def test_charts_are_excel_s_own_over_the_cells_of_the_report() -> None:
    names = Down("first", "row 0", "row 1", "name")
    bars = Chart("Xếp loại", ChartKind.STACKED_BARS, names, (Series("=1+1", ALL), Series("b", ALL)))
    lines = Chart("Xu hướng\x0b", ChartKind.LINES, names, (Series("a", ALL),), about="Tăng dần")
    rows = table(("An", Fraction(30)), ("Bình", Fraction(70)))
    data = render(report(section(Charts((bars, lines), rows=3), rows)))
    drawn = [part(data, f"xl/charts/chart{number}.xml") for number in (1, 2)]
    for chart in drawn:
        assert "<c:f>'Tổng hợp'!$B$5:$B$6</c:f>" in chart
        assert "<c:v>70</c:v>" in chart  # kept in the chart, for previews
        assert 'typeface="Times New Roman"' in chart
    assert "<a:t>Xu hướng</a:t>" in drawn[1]
    assert "<c:v>=1+1</c:v>" in drawn[0]
    assert 'descr="Tăng dần"' in part(data, "xl/drawings/drawing1.xml")
    assert data == render(report(section(Charts((bars, lines), rows=3), rows)))


def test_series_differ_without_colours() -> None:
    names = Down("first", "row 0", "row 1", "name")
    series = tuple(Series(str(place), ALL) for place in range(6))
    rows = table(("An", Fraction(30)), ("Bình", Fraction(70)))
    for kind in (ChartKind.COLUMNS, ChartKind.LINES):
        chart = Charts((Chart("", kind, names, series),))
        drawn = part(render(report(section(chart, rows))), "xl/charts/chart1.xml")
        looks = re.findall(r"<c:spPr>.*?</c:ser>", drawn)
        colours = set(re.findall(r'srgbClr val="(\w+)"', drawn))
        assert len({re.sub("<c:(?:cat|val)>.*", "", look) for look in looks}) == 6
        assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours), colours
