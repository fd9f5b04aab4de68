"""How a CSV or TSV file is cut into cells, and which text files are no tables."""

from decimal import Decimal
from pathlib import Path

import pytest

from cadre_cli.domain.grid import Cell, ErrorValue, Value
from cadre_cli.domain.places import CellRef
from cadre_cli.workbook.losses import EncodingGuessed, PoorerFormat
from cadre_cli.workbook.read import read

NAME = "thang-03.csv"
AT = CellRef(NAME)
PEOPLE = "STT;Họ và tên;Điểm\n1;Nguyễn Văn An;70,5\n2;Trần Thị Bình;65\n"
ROWS = {
    1: ["STT", "Họ và tên", "Điểm"],
    2: ["1", "Nguyễn Văn An", "70,5"],
    3: ["2", "Trần Thị Bình", "65"],
}


def values(data: bytes) -> dict[int, list[Value]]:
    workbook, _ = read(data, NAME)
    assert workbook is not None
    (grid,) = workbook.grids
    return {row: [cell.value for cell in cells.values()] for row, cells in grid.rows.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_encoding_line_ends_and_delimiter_do_not_matter(
    encoding: str, end: str, delimiter: str
) -> None:
    text = PEOPLE.replace("\n", end).replace(";", delimiter)

    assert values(text.encode(encoding)) == ROWS


def test_big_endian_utf_16_is_read() -> None:
    assert values(b"\xfe\xff" + PEOPLE.encode("utf-16-be")) == ROWS


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", {1: ["a", "b"], 2: ["1", "2"]}),
        ('a,b\n"1,5",2\n', {1: ["a", "b"], 2: ["1,5", "2"]}),
        # Decimal commas in every row, and yet `;` cuts.
        ("a;b\n1,5;2,5\n3,5;4,5\n", {1: ["a", "b"], 2: ["1,5", "2,5"], 3: ["3,5", "4,5"]}),
        # Two owners in one cell, and yet `,` cuts.
        ("a,b\n1,An; Bình\n2,An\n", {1: ["a", "b"], 2: ["1", "An; Bình"], 3: ["2", "An"]}),
        ('a;b\n"An\nBình";2\n', {1: ["a", "b"], 2: ["An\nBình", "2"]}),
        ('a;b\n"Trần ""Bình""";2\n', {1: ["a", "b"], 2: ['Trần "Bình"', "2"]}),
        ('a;b\nmàn 5";2\n', {1: ["a", "b"], 2: ['màn 5"', "2"]}),
        ("sep=,\na,b\n1;2,3\n", {1: ["a", "b"], 2: ["1;2", "3"]}),
        ("sep=;\na\nb\n", {1: ["a"], 2: ["b"]}),
        ('a;b\n="01.003";2\n', {1: ["a", "b"], 2: ["01.003", "2"]}),
        ("a;b\n#N/A;#ĐÂU\n", {1: ["a", "b"], 2: [ErrorValue("#N/A"), "#ĐÂU"]}),
        # A title without delimiters, empty lines and blank cells.
        ("GIAO VIỆC\n\na;b;c\n1; ;3\n", {1: ["GIAO VIỆC"], 3: ["a", "b", "c"], 4: ["1", "3"]}),
        ("GIAO VIỆC;;\na;b;c\n1;2;3", {1: ["GIAO VIỆC"], 2: ["a", "b", "c"], 3: ["1", "2", "3"]}),
    ],
)
def test_rows_are_cut_as_excel_cuts_them(text: str, rows: dict[int, list[Value]]) -> None:
    assert values(text.encode()) == rows


def test_a_blank_field_keeps_its_column_and_numbers_stay_text() -> None:
    workbook, findings = read(b"a;b;c\n;;3\n", NAME)

    assert workbook is not None
    (grid,) = workbook.grids
    assert (grid.sheet, grid.cell(2, 3), grid.cell(2, 1)) == (Path(NAME).stem, Cell("3"), None)
    assert not any(isinstance(c.value, Decimal) for row in grid.rows.values() for c in row.values())
    assert [finding.code for finding in findings] == ["T10"]


def test_t10_names_what_such_a_file_does_not_keep() -> None:
    _, (finding,) = read(PEOPLE.encode(), NAME)

    assert isinstance(finding, PoorerFormat)
    assert finding.said() == (
        "Tệp CSV không lưu: loại giá trị (số, ngày), công thức, dòng, cột ẩn, ô gộp, phông chữ. "
        "Chỉ đọc được những gì tệp có."
    )


@pytest.mark.parametrize(
    ("data", "encoding", "name"),
    [
        # "Nguyễn" as Excel writes it on a Vietnamese Windows: ê and a mark of its own.
        ("1;Nguye\u0302\u0303n\n2;Tra\u0302\u0300n".replace("e\u0302", "ê").replace("a\u0302", "â"),
         "cp1258", "Windows-1258"),
        # One slip among many words, and words without a tone that stands apart.
        ("1;Pha\u0323m Thi\u0323 Ha\u0323nh\n2;Lo\u0300 Vi\u0300 Tin\u0301", "cp1258", "Windows-1258"),
        ("1;Lê Đăng Tân\n2;đơn thư", "cp1258", "Windows-1258"),
        # Each tone typed behind its syllable.
        ("1;Nguyên\u0303 Văn Tuân\u0301\n2;Trân\u0300", "cp1258", "Windows-1258"),
        # TCVN3 and VNI are told later, by their syllables.
        ("1;TiÒn ®iÖn\n2;TiÒn l­¬ng", "cp1252", "Windows-1252"),
        ("1;NguyÔn\n2;TrÇn", "cp1252", "Windows-1252"),
        ("1;Nguyeãn thò\n2;Traàn", "cp1252", "Windows-1252"),
    ],
)  # fmt: skip
def test_t11_says_which_8_bit_encoding_was_taken(data: str, encoding: str, name: str) -> None:
    workbook, findings = read(data.encode(encoding), NAME)

    assert workbook is not None
    assert workbook.grids[0].rows == {
        row: {1: Cell(str(row)), 2: Cell(line[2:])} for row, line in enumerate(data.split("\n"), 1)
    }
    assert findings[1:] == (EncodingGuessed(at=AT, encoding=name),)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("Kính gửi: các thôn\nHạn nộp ngày 5\n".encode(), "văn bản thường"),
        (b"STT;Ho ten\n", "văn bản thường"),
        (b"mot cot\nhai\nba\n", "văn bản thường"),
        ("Kính gửi anh An,\nNộp bảng, hạn 5\nCảm ơn\nBình\nThôn 1\nThôn 2\n".encode(), "văn bản thường"),
        (b'a;b\n1;"Nguyen Van An\n2;x\n', "dấu nháy kép mở mà không đóng"),
        (b'a;b\n1;2\n3;"' + b"x" * 200_000, "dấu nháy kép mở mà không đóng"),
        (b"a;b\n1;\x81\x8d\n", "không rõ bảng mã"),
        (b"\xff\xfea\x00;\x00b\x00\n\x00\x00\xd8", "không rõ bảng mã"),
    ],
)  # fmt: skip
def test_t01_says_why_a_text_file_is_no_table(data: bytes, why: str) -> None:
    workbook, (finding,) = read(data, NAME)

    assert workbook is None
    assert (finding.code, why in finding.said()) == ("T01", True)


def test_t03_is_raised_for_more_columns_than_a_sheet_has() -> None:
    line = b";" * 17_000 + b"x\n"

    assert [finding.code for finding in read(line + line, NAME)[1]] == ["T03"]
