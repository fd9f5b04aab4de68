"""How a web page becomes a sheet: as Excel shows it when it opens one named .xls."""

from base64 import b64encode
from datetime import date
from decimal import Decimal
from quopri import encodestring

import pytest

from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.workbook.losses import EncodingGuessed
from cadre_cli.workbook.read import read

NAME = "thang-03.html"


def only_grid(page: str | bytes) -> Grid:
    workbook, findings = read(page if isinstance(page, bytes) else page.encode(), NAME)
    assert workbook is not None
    assert findings[0].code == "T10"
    (grid,) = workbook.grids
    return grid


def values(page: str | bytes) -> dict[int, dict[int, object]]:
    rows = only_grid(page).rows
    return {row: {at: cell.value for at, cell in cells.items()} for row, cells in rows.items()}


def cell(written: str, css: str = "") -> Cell | None:
    return only_grid(f"<html><style>{css}</style><table><tr>{written}</table>").cell(1, 1)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("  Nguyễn\n   Văn\tAn ", "Nguyễn Văn An"),
        ("Nguy&#7877;n &amp; Tr&#x1EA7;n &lt;2&gt;", "Nguyễn & Trần <2>"),
        ("Họp<br>giao ban<BR/>tuần", "Họp\ngiao ban\ntuần"),
        ("<p>Họp</p>\n<p>giao ban</p>", "Họp\ngiao ban"),
        ("<b>Nguyễn</b> <i>Văn</i> An", "Nguyễn Văn An"),
        ("<!-- ghi chú <td>x -->An", "An"),
        ("<a href='x>y'>An</a>", "An"),
        ("5 < 6", "5 < 6"),
        ("&nbsp;An", "\xa0An"),
        ("70,5", "70,5"),
        ("<script>if (a<b) '<td>'</script>An", "An"),
    ],
)
def test_a_cell_holds_the_text_that_shows(inside: str, text: str) -> None:
    assert cell(f"<td>{inside}</td>") == Cell(text)


@pytest.mark.parametrize("inside", ["", " \n ", "&nbsp;", "<br>", "<span></span>"])
def test_a_cell_that_shows_nothing_is_not_there(inside: str) -> None:
    assert cell(f"<td>{inside}</td>") is None


CSS = r"""<!-- td {font-family:"Times New Roman", serif;} .xl24, .xl25 {color:red;
mso-number-format:"dd\/mm\/yyyy";} .xl26 {mso-number-format:Percent; font-family:".VnTime";} -->"""


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("<td x:num>27</td>", Cell(Decimal(27), None, "Times New Roman")),
        ('<td x:num="70.958333">70,96</td>', Cell(Decimal("70.958333"), None, "Times New Roman")),
        ("<td x:num>70,96</td>", Cell("70,96", None, "Times New Roman")),
        ('<td class=xl24 x:num="46086">05/03/2026</td>', Cell(date(2026, 3, 5), None, "Times New Roman", "dd/mm/yyyy")),
        ('<td class="a xl26" x:num="0.5">50%</td>', Cell(Decimal("0.5"), None, ".VnTime", "0.00%")),
        ("<td class=xl24>05/03/2026</td>", Cell("05/03/2026", None, "Times New Roman", "dd/mm/yyyy")),
        ("<td x:bool=TRUE>ĐÚNG</td>", Cell(True, None, "Times New Roman")),
        ('<td x:err="#N/A">?</td>', Cell(ErrorValue("#N/A"), None, "Times New Roman")),
        ('<td sdval="0" sdnum="1033;">#N/A</td>', Cell(ErrorValue("#N/A"), None, "Times New Roman")),
        ("<td>#DIV/0!</td>", Cell(ErrorValue("#DIV/0!"), None, "Times New Roman")),
        ('<td x:num="3" x:fmla="=A1+B1">3</td>', Cell(Decimal(3), "A1+B1", "Times New Roman")),
        ('<td sdval="46086" sdnum="1033;0;DD/MM/YYYY">05/03/26</td>', Cell(date(2026, 3, 5), None, "Times New Roman", "DD/MM/YYYY")),
        ('<td sdval="0.5" sdnum="1033;">0,5</td>', Cell(Decimal("0.5"), None, "Times New Roman")),
        ('<td> <font face=".VnTimeH">Hä</font> tªn</td>', Cell("Hä tªn", None, ".VnTimeH")),
        ('<td>Hä <font face=".VnTimeH">tªn</font></td>', Cell("Hä tªn", None, "Times New Roman")),
        ("<td style='font-family:VNI-Times;mso-number-format:\"0\\.00\"'>x</td>", Cell("x", None, "VNI-Times", "0.00")),
    ],
)  # fmt: skip
def test_what_excel_and_libreoffice_note_beside_the_text_is_honoured(
    written: str, found: Cell
) -> None:
    assert cell(written, CSS) == found


def test_tables_and_lines_of_a_page_stand_below_each_other() -> None:
    grid = only_grid(
        "<table><tr><td colspan=2>UBND XÃ HÓA QUỲ<td>CỘNG HÒA</table>"
        "<h3>THÁNG 3 NĂM 2026</h3>"
        "<table><thead><tr><th rowspan=2>STT<th colspan=2>Người</thead>"
        "<tbody><tr><th>giao<th>làm<tr style='display:none'><td>1<td>An<td>Bình</table>"
        "NGƯỜI LẬP<br>Bình"
    )

    assert grid == Grid(
        NAME,
        "Bảng 1",
        {
            1: {1: Cell("UBND XÃ HÓA QUỲ"), 3: Cell("CỘNG HÒA")},
            2: {1: Cell("THÁNG 3 NĂM 2026")},
            3: {1: Cell("STT"), 2: Cell("Người")},
            4: {2: Cell("giao"), 3: Cell("làm")},
            5: {1: Cell("1"), 2: Cell("An"), 3: Cell("Bình")},
            6: {1: Cell("NGƯỜI LẬP\nBình")},
        },
        (Area(1, 1, 1, 2), Area(3, 1, 4, 1), Area(3, 2, 3, 3)),
        frozenset({5}),
    )


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        # Nothing is closed.
        ("<table><tr><td>1<td>2<tr><td>3", {1: {1: "1", 2: "2"}, 2: {1: "3"}}),
        # A table inside the cell of another follows it.
        ("<table><tr><td>A<table><tr><td>B</table>C</table>", {1: {1: "AC"}, 2: {1: "B"}}),
        ("<table><td>1</td></table>", {1: {1: "1"}}),
        ("<table><caption>THÁNG 3</caption><tr><td>1</table>", {1: {1: "THÁNG 3"}, 2: {1: "1"}}),
        ("<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d</table>",
         {1: {1: "a", 2: "b"}, 2: {2: "c"}, 3: {2: "d"}}),
        ("<TABLE><TR><TD>a</TD></TR></TABLE>", {1: {1: "a"}}),
        ("<table><tr><td>a</td></tr><tr></tr><tr><td>b", {1: {1: "a"}, 3: {1: "b"}}),
        ("<table><tr><td colspan=0>a<td colspan=x>b", {1: {1: "a", 2: "b"}}),
    ],
)  # fmt: skip
def test_markup_as_programs_write_it_is_understood(
    page: str, rows: dict[int, dict[int, str]]
) -> None:
    assert values(f"<html>{page}") == rows


def test_hidden_columns_are_named() -> None:
    page = "<table><col><col span=2 style='width:0; display: none'><tr><td>1<td>2<td>3</table>"

    assert only_grid(page).hidden_columns == frozenset({2, 3})


def test_the_name_of_the_sheet_is_taken_from_excels_own_note() -> None:
    page = "<html><!--[if gte mso 9]><xml><x:Name>Giao việc</x:Name></xml><![endif]--><table><tr><td>1</table>"

    assert only_grid(page).sheet == "Giao việc"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_the_encoding_is_that_of_the_mark_the_page_or_utf_8(encoding: str) -> None:
    charset = '<meta charset="windows-1258">' if encoding == "cp1258" else ""
    page = f"<html>{charset}<table><tr><td>Đơn vị</table>".replace("ị", "i\u0323")

    assert values(page.encode(encoding)) == {1: {1: "Đơn vi\u0323"}}


def test_t11_says_which_encoding_was_taken_where_the_page_names_none() -> None:
    _, findings = read("<table><tr><td>§¬n vÞ</table>".encode("cp1252"), NAME)

    assert findings[1:] == (EncodingGuessed(at=CellRef(NAME), encoding="Windows-1252"),)


def test_a_single_file_web_page_has_a_sheet_for_each_of_its_pages() -> None:
    book = (
        "<html><xml><x:Name>Tháng 3</x:Name><x:WorksheetSource HRef='a/s1.htm'/></xml><frameset>"
    ).replace("'", '"')
    sheets = "<table><tr><td>Họp</table>", "<table><tr><td>Khác</table>"
    data = b"\r\n".join(
        [
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_X"\r\n',
            b"----=_X\r\nContent-Location: file:///C:/a.htm\r\nContent-Type: text/html\r\n",
            book.encode(),
            (
                b"----=_X\r\nContent-Location: file:///C:/a/s1.htm\r\nContent-Type: text/html\r\n"
                b"Content-Transfer-Encoding: quoted-printable\r\n"
            ),
            encodestring(sheets[0].encode()),
            b"----=_X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n",
            b64encode(sheets[1].encode()),
            b"----=_X--",
        ]
    )

    workbook, _ = read(data, "thang-03.mht")

    assert workbook is not None
    assert [(grid.sheet, grid.rows) for grid in workbook.grids] == [
        ("Tháng 3", {1: {1: Cell("Họp")}}),
        ("Bảng 2", {1: {1: Cell("Khác")}}),
    ]


@pytest.mark.parametrize(
    "page", ["<html><body>Hết phiên làm việc", "<html><form><input></form>", "<html><!-- <table>"]
)
def test_t01_is_raised_for_a_page_without_a_table(page: str) -> None:
    workbook, (finding,) = read(page.encode(), NAME)

    assert (workbook, finding.code) == (None, "T01")
    assert "không có bảng nào" in finding.said()


def test_t03_is_raised_for_what_would_take_too_long() -> None:
    wide = "<td rowspan=65534 colspan=1000>" * 16
    page = f"<html><table><tr>{wide}" + "<tr><td>" * 300

    assert [finding.code for finding in read(page.encode(), NAME)[1]] == ["T03"]


@pytest.mark.parametrize("opened", ["<a ", '<a b="', "<!--", "<?", "</a", "<", "<style>", "&"])
def test_what_is_opened_and_never_closed_takes_no_longer_than_its_length(opened: str) -> None:
    page = "<table><tr><td>1</table>" + opened * 50_000

    assert only_grid(f"<html>{page}").cell(1, 1) == Cell("1")
