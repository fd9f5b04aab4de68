"""TCVN3 and VNI: what is stored, what it says, and when a text says so by itself."""

import unicodedata

import pytest
from tests.vietnamese.legacy_text import TCVN3, VNI, to_tcvn3, to_vni

from cadre_cli.vietnamese.legacy import Encoding, from_tcvn3, from_vni
from cadre_cli.vietnamese.readings import read_as, weigh
from cadre_cli.vietnamese.syllables import is_syllable

UNICODE, TCVN, VNI_WINDOWS = Encoding.UNICODE, Encoding.TCVN3, Encoding.VNI


def test_every_letter_of_tcvn3_is_read() -> None:
    letters = [each[2:] for each in TCVN3.split()]
    assert [from_tcvn3(to_tcvn3(letter)) for letter in letters] == letters
    assert len(set(letters)) == 67 + 7


def test_every_letter_of_vni_is_read_in_both_cases_whatever_the_case_of_its_mark() -> None:
    letters = [each[-1] for each in VNI.split()]
    assert len(set(letters)) == 67
    for letter in letters:
        stored = to_vni(letter)
        for base, meant in ((stored[0], letter), (stored[0].upper(), letter.upper())):
            assert from_vni(base + stored[1:]) == meant
            assert from_vni(base + stored[1:].upper()) == meant
    assert (from_vni("kyï"), from_vni("KYÏ")) == ("kỵ", "KỴ")


SYLLABLES = """
nghiêng khuỷu quyết quỳ gì giữa giếng thuở ngoằn ươm yêu UYÊN Hoà Hòa xoong Quỳnh quýt khoeo tuýt được chếch
ạch ốc
"""
NO_SYLLABLES = "café naïve Übung señor bac cằt hủậ truớc Krông Brâng ñam w ngh q đ aa"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES.split())
def test_what_is_no_syllable_is_known(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("stored", "encoding", "meant"),
    [
        ("Hä vµ tªn", TCVN, "Họ và tên"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", TCVN, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("Sè Q§-UBND cña Héi ®ång", TCVN, "Số QĐ-UBND của Hội đồng"),
        ("NGUYÔN V¡N Thµnh, TR¦¥NG THÞ L­¬ng", TCVN, "NGUYễN VĂN Thành, TRƯƠNG THị Lương"),
        ("th­ kÝ ®¨ng ký", TCVN, "thư kí đăng ký"),
        ("Uûy ban nhaân daân huyeän Caàn Giôø", VNI_WINDOWS, "Ủy ban nhân dân huyện Cần Giờ"),
        ("COÄNG HOØA XAÕ HOÄI", VNI_WINDOWS, "CỘNG HÒA XÃ HỘI"),
        (
            "Theo Quyeát ñònh soá 38/2005/QÑ-UBND ngaøy",
            VNI_WINDOWS,
            "Theo Quyết định số 38/2005/QĐ-UBND ngày",
        ),
    ],
)
def test_a_sentence_tells_its_encoding_by_itself(
    stored: str, encoding: Encoding, meant: str
) -> None:
    weighed = weigh(stored)
    assert (weighed.best, weighed.sure) == ((encoding,), True)
    assert read_as(stored, encoding) == meant


@pytest.mark.parametrize(
    ("stored", "best"),
    [
        ("Ghi chó", (UNICODE, TCVN, VNI_WINDOWS)),
        ("Sè TT", (UNICODE, TCVN)),
        ("Hòa", (UNICODE, TCVN, VNI_WINDOWS)),
        ("Hoà", (UNICODE, VNI_WINDOWS)),
        ("Lön", (TCVN, VNI_WINDOWS)),
        ("Hång", (TCVN,)),
        ("AÙnh", (VNI_WINDOWS,)),
    ],
)
def test_a_short_text_may_leave_it_open(stored: str, best: tuple[Encoding, ...]) -> None:
    weighed = weigh(stored)
    assert (weighed.best, weighed.sure) == (best, False)


@pytest.mark.parametrize(
    "text",
    [
        "Đặng Thùy", "Thành", "café crème", "déjà vu", "naïve façade", "Übung macht den Meister",
        "Größe für Müller", "señor Peña, São Paulo", "K'Brâng", "H'Hen Niê", "Y Krông Êban", "5 µm",
        "20 × 30", "3m×4m", "§ 12", "© 2026", "«Nam»", "±5 °C", "m²", "1½", "Excel®", "QÐ-UBND",
        "Beyoncé", "Ban hành¹", "œuvre", "Москва", "Ελλάδα", "soft\u00adware", "nhiệm\u00ad vụ",
        "Det är på så vis man når få mål",
    ],
)  # fmt: skip
def test_plain_text_is_never_taken_for_a_legacy_encoding(text: str) -> None:
    weighed = weigh(text)
    assert not (weighed.sure and weighed.best != (UNICODE,))
    kept = text.replace("Ð", "Đ")
    assert read_as(text, UNICODE) == kept


@pytest.mark.parametrize(
    ("stored", "encoding", "meant"),
    [
        ("Gi¸ trÞ hợp đồng", TCVN, "Giá trị hợp đồng"),
        ("hợp đồng Gi¸ trÞ và Q§-UBND", TCVN, "hợp đồng Giá trị và QĐ-UBND"),
        ("Quyết định cuûa huyeän", VNI_WINDOWS, "Quyết định của huyện"),
        ("viÖc làm chÝnh thøc", TCVN, "việc làm chính thức"),
        ("Céng ty cña nhaân daân", TCVN, "Cộng ty của nhân dân"),
        ("Nhaân daân huyeän nghÌo, c¸c x·", VNI_WINDOWS, "Nhân dân huyện nghèo, các xã"),
        ("kÝch th­íc 3 × 4 t×m thÊy", TCVN, "kích thước 3 × 4 tìm thấy"),
    ],
)
def test_encodings_that_meet_in_one_cell_are_read_word_by_word(
    stored: str, encoding: Encoding, meant: str
) -> None:
    assert read_as(stored, encoding) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ðặng Văn Ðức", "Đặng Văn Đức"),
        ("HÐND, QÐ-UBND, Ð/c", "HĐND, QĐ-UBND, Đ/c"),
        ("Guðrún", "Guðrún"),
        (unicodedata.normalize("NFD", "Đường Hòa"), "Đường Hòa"),
        ("Nguyê\u0303n, lô\u0323c", "Nguyễn, lộc"),
    ],
)
def test_unicode_is_composed_and_gets_its_own_d(written: str, meant: str) -> None:
    assert read_as(written, UNICODE) == meant


def test_a_font_of_capitals_shows_capitals() -> None:
    assert read_as("Tªn ®¬n vÞ:", TCVN, capitals=True) == "TÊN ĐƠN VỊ:"
    assert read_as("tªn hợp đồng", TCVN, capitals=True) == "TÊN hợp đồng"


@pytest.mark.parametrize(
    "text", ["«" * 32_000 + "x", "¸" * 32_000, "B" * 32_000 + "§", "§A" * 16_000]
)
def test_the_longest_cell_is_weighed_without_delay(text: str) -> None:
    # A pattern that backtracks needs minutes here, so the time limit of the whole run finds it.
    weigh(text)
    assert read_as(text, UNICODE) == text
