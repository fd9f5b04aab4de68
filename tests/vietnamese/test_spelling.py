"""Texts as they lie in real workbooks, and what is left of them for comparing."""

import unicodedata

import pytest

from cadre_cli.vietnamese.text import (
    clean,
    fold,
    has_words,
    is_blank,
    key,
    likeness,
    nearest,
    one_line,
    squeeze,
    words,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Nguyễn  Văn\u00a0An ", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Đặng Thuỳ"), "Đặng Thuỳ"),
        ("Nguyê\u0303n, Lô\u0323c", "Nguyễn, Lộc"),  # code page 1258
        ("Nguyên\u0303 Thi\u0323 Bình", "Nguyễn Thị Bình"),  # each tone typed last
        ("GIANG\u0300 A Mai\u0300, Phươc\u0301", "GIÀNG A Mài, Phước"),
        ("Hoa\u0300 Thuy\u0309 Qua\u0301 Muôn\u0323", "Hoà Thuỷ Quá Muộn"),
        (unicodedata.normalize("NFD", "Ñang, Muñoz, Nguyễn"), "Ñang, Muñoz, Nguyễn"),
        ("\ufeffHọ\u200b tên", "Họ tên"),
        ("nhiệm\u00ad vụ", "nhiệm vụ"),
        ("An_x000D_\nBình", "An\nBình"),
        ("An_x000d_Bình", "An\nBình"),
        ("An\r\n  Bình \r Chi", "An\nBình\nChi"),
        ("\tmột\t hai\x07", "một hai"),
        ("", ""),
    ],
)
def test_clean_keeps_what_was_meant(written: str, meant: str) -> None:
    assert clean(written) == meant


def test_line_breaks_part_lines_only_where_they_are_wanted() -> None:
    assert clean("Họ và\n tên") == "Họ và\ntên"
    assert one_line("Họ và\n tên") == "Họ và tên"


def test_blank_is_what_shows_nothing() -> None:
    assert [is_blank(text) for text in ("", "  \u00a0", "\u200b\n_x000D_", "0", "…")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("heading", "folded"),
    [
        ("S\nT\nT", "s t t"),
        ("HỌ VÀ TÊN", "ho va ten"),
        ("Đơn vị chủ trì /\nChủ nhiệm đề tài", "don vi chu tri chu nhiem de tai"),
        ("Ðiểm tự chấm (đ)", "diem tu cham d"),
        ("_Ghi chú_:", "ghi chu"),
        ("%", ""),
    ],
)
def test_fold_leaves_words_only(heading: str, folded: str) -> None:
    assert fold(heading) == folded


def test_squeeze_reads_headings_broken_by_letter() -> None:
    assert squeeze("S\nT\nT") == squeeze("STT") == squeeze("s.t.t") == "stt"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("Thuý", "THÚY"),
        ("đảng uỷ", "Đảng ủy"),
        ("CỘNG HOÀ", "cộng hòa"),
        ("khỏan", "khoản"),
        ("qúy", "quý"),
        ("gìa", "già"),
        ("Ðặng", "Đặng"),
        ("K’Brâng", "K'Brâng"),
        ("Nguyễn\nVăn  An", "nguyễn văn an"),
    ],
)
def test_one_name_spelt_two_ways_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_names_that_differ_by_a_tone_or_a_mark_stay_apart() -> None:
    names = (
        "Hoa",
        "Hòa",
        "Hoá",
        "Hoả",
        "Tuân",
        "Tuấn",
        "Tuần",
        "Dung",
        "Dũng",
        "Đung",
        "Lan",
        "Lân",
    )
    assert len({key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("hoá", "hoá"),
        ("thuỷ", "thuỷ"),
        ("mía", "mía"),
        ("cúu", "cúu"),
        ("ngươì", "người"),
        ("HồVăn", "hồvăn"),
    ],
)
def test_the_tone_stands_where_the_newer_spelling_puts_it(text: str, spelt: str) -> None:
    assert key(text) == spelt


def test_phrases_are_found_by_whole_words() -> None:
    assert words("Phụ trách thôn/bản") == ("phu", "trach", "thon", "ban")
    assert has_words("CB PHỤ TRÁCH THÔN", "phụ trách thôn")
    assert not has_words("Phụ trách thông tin", "phụ trách thôn")
    assert not has_words("thôn phụ trách", "phụ trách thôn")
    assert not has_words("bất kỳ", " / ")


def test_likeness_is_the_same_both_ways_and_bounded() -> None:
    pairs = [("Họ tên", "Họ và tên"), ("", "a"), ("abc", "xyz"), ("ab", "ba")]
    assert [likeness(a, b) for a, b in pairs] == [likeness(b, a) for a, b in pairs]
    assert [likeness(a, b) for a, b in pairs[1:]] == [0.0, 0.0, 0.5]


def test_long_texts_are_compared_by_their_words() -> None:
    long = "Tổng hợp kết quả thực hiện nhiệm vụ " * 900
    assert likeness(long, long + "tháng") > 0.99
    assert likeness(long, "hoàn toàn khác " * 900) == 0.0


def test_the_nearest_names_come_first_whatever_their_order() -> None:
    roster = ["Nguyễn Văn Tuấn", "Nguyễn Văn Tuân", "Nguyễn Văn Toàn", "Lê Thị Bình"]
    expected = ("Nguyễn Văn Tuân", "Nguyễn Văn Tuấn", "Nguyễn Văn Toàn")
    assert nearest("Nguyễn Văn Tuân", roster) == expected
    assert nearest("Nguyễn Văn Tuân", reversed(roster)) == expected
    assert nearest("Nguyễn Văn Tuân", roster, most=1) == expected[:1]
    assert nearest("Hoàng Minh", roster) == ()
