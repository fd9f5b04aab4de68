"""Sheets in TCVN3, VNI and Unicode, and what is said about them."""

import unicodedata

import pytest
from tests.grids import grid

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.decode import EncodingUnclear, TextConverted, decode

TIME, CAPITALS, VNI, ARIAL = ".VnTime", ".VnTimeH", "VNI-Times", "Arial"


def cells(*rows: tuple[tuple[str, str | None], ...]) -> Grid:
    """A sheet of texts, each with its font."""
    return Grid(
        "so.xlsx",
        "Sheet1",
        {
            number: {column: Cell(text, None, font) for column, (text, font) in enumerate(row, 1)}
            for number, row in enumerate(rows, 1)
        },
    )


def column(font: str | None, *texts: str) -> Grid:
    return cells(*(((text, font),) for text in texts))


def texts(sheet: Grid) -> list[object]:
    return [cell.value for row in sheet.rows.values() for cell in row.values()]


def converted(**what: str) -> TextConverted:
    return TextConverted(at=CellRef("so.xlsx", "Sheet1"), sheet="Sheet1", what=Text(**what))


def test_a_sheet_in_tcvn3_is_read_and_said_once() -> None:
    stored = grid(
        """
        | Sè TT | Hä vµ tªn     | Ghi chó |
        |-------|---------------|---------|
        | 1     | TrÇn ThÞ B×nh | KÕ to¸n |
        | 2     | Lª Hång       | 0.5{0%} |
        """,
        font=TIME,
    )
    read, findings = decode(stored)
    assert texts(read)[:3] == ["Số TT", "Họ và tên", "Ghi chú"]
    assert [read.rows[row][2].value for row in (2, 3)] == ["Trần Thị Bình", "Lê Hồng"]
    assert read.rows[2][2] == Cell("Trần Thị Bình", None, TIME, "General", "TrÇn ThÞ B×nh")
    assert read.rows[3][3] is stored.rows[3][3]
    assert findings == (converted(vi="6 ô TCVN3", en="TCVN3 (cells: 6)"),)


def test_two_legacy_encodings_in_one_sheet_are_counted_apart() -> None:
    read, findings = decode(
        cells((("Uûy ban nhaân daân huyeän Caàn Giôø", VNI), ("Hä vµ tªn", TIME)))
    )
    assert texts(read) == ["Ủy ban nhân dân huyện Cần Giờ", "Họ và tên"]
    assert findings == (converted(vi="1 ô TCVN3, 1 ô VNI", en="TCVN3 (cells: 1), VNI (cells: 1)"),)


def test_a_sheet_in_unicode_is_given_back_as_it_is() -> None:
    sheet = grid(
        """
        | STT | Họ và tên       | Chức vụ       | Ghi chú           |
        |-----|-----------------|---------------|-------------------|
        | 1   | Nguyễn Văn An   | Chủ tịch      | café, naïve       |
        | 2   | K'Brâng         | Phó Chủ tịch  | Übung macht       |
        | 3   | H'Hen Niê       | Công chức     | 3m×4m, 5 µm, § 12 |
        | 4   | Lê Hòa          | Thủ quỹ       | Beyoncé           |
        """,
        font=ARIAL,
    )
    read, findings = decode(sheet)
    assert read is sheet
    assert findings == ()


def test_unicode_under_a_legacy_font_is_left_alone() -> None:
    sheet = column(TIME, "Nguyễn Văn An", "Trần Thị Bình", "Lê Hòa", "Hòa", "Tân", "café")
    read, findings = decode(sheet)
    assert texts(read) == texts(sheet)
    assert findings == ()


def test_tcvn3_pasted_into_a_unicode_font_is_read() -> None:
    read, findings = decode(column(ARIAL, "Hä vµ tªn", "TrÇn ThÞ B×nh", "Lª V¨n Hång"))
    assert texts(read) == ["Họ và tên", "Trần Thị Bình", "Lê Văn Hồng"]
    assert findings == (converted(vi="3 ô TCVN3", en="TCVN3 (cells: 3)"),)


def test_neighbours_in_the_same_font_decide_what_makes_sense_both_ways() -> None:
    decided = ("TrÇn ThÞ B×nh", "Lª V¨n Hång", "NguyÔn V¨n An", "Ph¹m ThÞ Hång", "Hä vµ tªn")
    read, _ = decode(column(ARIAL, *decided, "Ghi chó"))
    assert texts(read)[-1] == "Ghi chú"
    mixed, findings = decode(column(ARIAL, *decided, "Đỗ Thị Lý", "Bùi Đức", "Ghi chó"))
    assert texts(mixed)[-1] == "Ghi chó"
    assert findings[1:] == (
        EncodingUnclear(
            at=CellRef("so.xlsx", "Sheet1", 8, 1),
            written="Ghi chó",
            readings=("“Ghi chú” (TCVN3)", "“Ghi chĩ” (VNI)"),
        ),
    )


def test_a_name_in_a_font_of_unicode_is_asked_about_where_any_cell_is_in_unicode() -> None:
    """Sùng in Unicode and Sựng in TCVN3: in Arial the name shows well as it stands."""
    old = ("TrÇn ThÞ B×nh", "Lª V¨n Hång", "NguyÔn V¨n An", "Ph¹m ThÞ Hång", "Hä vµ tªn") * 2
    read, findings = decode(column(ARIAL, *old, "Đỗ Thị Lý", "Sùng A"))
    assert texts(read)[-1] == "Sùng A"
    assert [finding.code for finding in findings] == ["T07", "T08"]


def test_the_column_decides_before_the_sheet() -> None:
    sheet = cells(
        (("TrÇn ThÞ B×nh", TIME), ("Uûy ban nhaân daân huyeän Caàn Giôø", VNI)),
        (("Lª V¨n Hång", TIME), ("Hoäi ñoàng nhaân daân huyeän", VNI)),
        (("Lön", ARIAL), ("Lön", ARIAL)),
    )
    read, _ = decode(sheet)
    assert [cell.value for cell in read.rows[3].values()] == ["Lửn", "Lưn"]


@pytest.mark.parametrize(
    ("font", "read_so"),
    [(TIME, "Ghi chú"), (VNI, "Ghi chĩ"), (ARIAL, "Ghi chó"), (None, "Ghi chó")],
)
def test_the_font_decides_where_the_words_do_not(font: str | None, read_so: str) -> None:
    assert texts(decode(column(font, "Ghi chó"))[0]) == [read_so]


def test_words_weigh_more_than_the_font() -> None:
    read, _ = decode(
        cells((("Hä vµ tªn", VNI), ("nhaân daân huyeän Caàn Giôø", TIME), ("Thành", TIME)))
    )
    assert texts(read) == ["Họ và tên", "nhân dân huyện Cần Giờ", "Thành"]


def test_a_word_that_cannot_be_told_is_asked_about_and_left() -> None:
    sheet = column(ARIAL, "Họ tên", "Hång")
    read, findings = decode(sheet)
    assert texts(read) == ["Họ tên", "Hång"]
    assert findings == (
        EncodingUnclear(
            at=CellRef("so.xlsx", "Sheet1", 2, 1),
            written="Hång",
            readings=("“Hồng” (TCVN3)",),
        ),
    )
    assert findings[0].severity is Severity.WARNING
    assert findings[0].said() == (
        "Chữ “Hång” có thể ở bảng mã cũ, khi đó là: “Hồng” (TCVN3); đang đọc nguyên như trong tệp."
    )


def test_what_is_vietnamese_in_no_encoding_is_not_converted_for_its_font_alone() -> None:
    read, findings = decode(column(TIME, "café"))
    assert texts(read) == ["café"]
    assert [(one.code, one.at.a1) for one in findings] == [("T08", "A1")]
    assert decode(column(VNI, "Müller"))[1] == ()  # reads the same both ways


def test_a_slip_of_the_pen_follows_the_cells_around_it() -> None:
    sheet = column(TIME, "Thêi h¹n", "§Çu kú b¸o c¸o", "Lao ®éng", "Tæng sè", "truíc")
    assert texts(decode(sheet)[0])[-1] == "truớc"


def test_encodings_meet_within_a_cell() -> None:
    read, findings = decode(column(ARIAL, "Gi¸ trÞ hợp đồng"))
    assert texts(read) == ["Giá trị hợp đồng"]
    assert [one.code for one in findings] == ["T07"]


def test_a_font_of_capitals_shows_capitals_but_leaves_unicode_as_typed() -> None:
    read, _ = decode(column(CAPITALS, "Céng hoµ x· héi", "Sè: ", "Độc lập", "Nam"))
    assert texts(read) == ["CỘNG HOÀ XÃ HỘI", "SỐ: ", "Độc lập", "Nam"]


def test_the_mark_of_vni_counts_without_its_case() -> None:
    assert texts(decode(column(VNI, "Uûy ban", "AÙnh", "ÑVT: ñoàng"))[0]) == [
        "Ủy ban",
        "Ánh",
        "ĐVT: đồng",
    ]


@pytest.mark.parametrize(("stored", "font"), [("§iÓu Xr«i", TIME), ("Ñieåu Xroâi", VNI)])
def test_a_name_of_a_minority_is_read_where_font_and_family_name_agree(
    stored: str, font: str
) -> None:
    """Without its font nothing says in what such a name is kept: it is asked about."""
    read, findings = decode(column(font, stored))
    assert texts(read) == ["Điểu Xrôi"]
    assert [finding.code for finding in findings] == ["T07"]
    read, findings = decode(column(ARIAL, stored))
    assert texts(read) == [stored]
    assert [finding.code for finding in findings] == ["T08"]


def test_a_soft_hyphen_is_a_letter_in_tcvn3_alone() -> None:
    read, _ = decode(
        cells(
            (("Th\u00ad¬ng binh x· héi", TIME), ("nhiệm\u00ad vụ", ARIAL), ("Sùng \u00adA", ARIAL))
        )
    )
    assert texts(read) == ["Thương binh xã hội", "nhiệm\u00ad vụ", "Sùng \u00adA"]


def test_abbreviations_are_read_in_the_font_for_them() -> None:
    assert texts(decode(column(TIME, "Q§-UBND", "H§ND", "§/c B×nh"))[0]) == [
        "QĐ-UBND",
        "HĐND",
        "Đ/c Bình",
    ]


def test_decomposed_text_is_composed_without_a_word_and_its_stored_form_kept() -> None:
    stored = unicodedata.normalize("NFD", "Hồ Đức Phúc")
    written = (stored, "Nguyê\u0303n An", "Giang\u0300 Thị Nguyên", "Ðặng Hà")
    read, findings = decode(column(ARIAL, *written))
    assert texts(read) == ["Hồ Đức Phúc", "Nguyễn An", "Giàng Thị Nguyên", "Đặng Hà"]
    assert [cell.stored for row in read.rows.values() for cell in row.values()] == [*written]
    assert findings == ()


def test_a_formula_and_a_number_format_stay() -> None:
    stored = Grid("so.xlsx", "Sheet1", {1: {1: Cell("Hä vµ tªn", "A9", TIME, "@")}})
    read, _ = decode(stored)
    assert read.rows[1][1] == Cell("Họ và tên", "A9", TIME, "@", "Hä vµ tªn")


@pytest.mark.parametrize(
    ("stored", "font", "read"),
    [
        ("Lª Văn Cả", ARIAL, "Lê Văn Cả"),
        ("Baùo caùo kinh tế quý I", VNI, "Báo cáo kinh tế quý I"),
        ("Leâ Văn Cả", VNI, "Lê Văn Cả"),
        ("Ñ/c Leâ Vaên Cả", VNI, "Đ/c Lê Văn Cả"),
        ("§/c TrÇn Văn Cả", TIME, "Đ/c Trần Văn Cả"),
        ("Hoàn thành tốt nhieäm vuï (95ñ)", VNI, "Hoàn thành tốt nhiệm vụ (95đ)"),
        ("Số lần ch\u00ada đạt", TIME, "Số lần chưa đạt"),
        ("Họ và tên: B¸ ThÞ T\u00ad", TIME, "Họ và tên: Bá Thị Tư"),
        ("Thôt Krông, bản Sủng", ARIAL, "Thôt Krông, bản Sủng"),
        ("95ð", ARIAL, "95đ"),
        ("95 \u00adð", ARIAL, "95 \u00adđ"),
        ("95 \u200bð", ARIAL, "95 \u200bđ"),
        ("Ðiểm chung (30 ð)", ARIAL, "Điểm chung (30 đ)"),
    ],
)
def test_words_of_an_old_encoding_beside_words_in_unicode(
    stored: str, font: str, read: str
) -> None:
    assert texts(decode(column(font, stored))[0]) == [read]


def test_each_piece_of_a_cell_is_read_by_its_own_font() -> None:
    """Somebody typed the family name again, in Unicode; in one font both may be names."""
    runs = (("Phạm ", ARIAL), ("Quèc Chñ", TIME)), (("hè, ", ARIAL), ("Sè TT", TIME))
    stored = {
        number: {1: Cell("".join(text for text, _ in pieces), None, ARIAL, runs=pieces)}
        for number, pieces in enumerate(runs, 1)
    }
    read, findings = decode(Grid("so.xlsx", "Sheet1", stored))
    assert texts(read) == ["Phạm Quốc Chủ", "hè, Số TT"]
    assert [cell.stored for row in read.rows.values() for cell in row.values()] == [
        "Phạm Quèc Chñ",
        "hè, Sè TT",
    ]
    assert findings == (converted(vi="2 ô TCVN3", en="TCVN3 (cells: 2)"),)


def test_a_sign_alone_in_a_font_of_tcvn3_is_its_letter() -> None:
    """The column of part đ, the mark Đ of "Đạt": no office writes a trade mark there."""
    unicode = ("Nguyễn Văn An", "Trần Thị Hòa", "Phòng Kinh tế")
    read, findings = decode(column(TIME, *unicode, "®", "§"))
    assert texts(read) == [*unicode, "đ", "Đ"]
    assert [finding.code for finding in findings] == ["T07"]


def test_a_font_is_believed_of_letters_that_vietnamese_does_not_have() -> None:
    unicode = ("Nguyễn Văn An", "Trần Thị Hòa", "Phòng Kinh tế")
    read, findings = decode(column(TIME, *unicode, "Chøc vô"))
    assert texts(read) == [*unicode, "Chức vụ"]
    assert [finding.code for finding in findings] == ["T07"]
