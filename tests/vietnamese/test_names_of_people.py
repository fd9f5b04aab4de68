"""Names: stripped, compared, recognised, sorted."""

import pytest

from cadre_cli.vietnamese.names import (
    given_name,
    is_everyone,
    looks_like_name,
    name_key,
    sort_key,
    strip_titles,
)


@pytest.mark.parametrize(
    "written",
    [
        "Lê An", "Đ/c Lê An", "đ/C. Lê An", "ĐC Lê An", "đồng chí Lê An", "Ông Lê An", "ông/bà Lê An",
        "BÀ Lê An", "Anh Lê An", "ThS Lê An", "ThS. Lê An", "TS.Lê An", "ts. Lê An", "KS. Lê An",
        "PGS.TS. Lê An", "GS TS Lê An", "BS.CKII. Lê An", "CN. Lê An", "Thượng tá Lê An",
        "Đ/c Thiếu úy Lê An", " Ông  Lê\nAn",
    ],
)  # fmt: skip
def test_titles_and_ranks_are_no_part_of_a_name(written: str) -> None:
    assert strip_titles(written) == "Lê An"


@pytest.mark.parametrize(
    "name",
    ["Anh", "Bàn Văn Tư", "Cn", "Ánh Tuyết", "Tsơ Lan", "Ks Lan", "Ông Văn Hải", "ÔNG THỊ MAI", ""],
)
def test_names_that_begin_like_titles_stay(name: str) -> None:
    assert strip_titles(name) == name


def test_the_key_of_a_name_joins_spellings_and_keeps_people_apart() -> None:
    assert name_key("Đ/c NGUYỄN VĂN HOÀ.") == name_key("nguyễn  văn hòa")
    assert name_key("K’ Brâng") == name_key("K'Brâng")
    assert (
        len({name_key(name) for name in ("Lê Hoa", "Lê Hòa", "Lê Hoá", "Lê Tuân", "Lê Tuấn")}) == 5
    )


def test_people_are_called_by_the_last_word() -> None:
    names = ("Ông Nguyễn Văn An (VP)", "H'Hen Niê", "Minh", "", "(VP)")
    assert [given_name(name) for name in names] == ["An", "Niê", "Minh", "", ""]


def test_lists_go_by_given_then_middle_then_family_name() -> None:
    ordered = [
        "Lê An", "Vũ An", "Lê Thị An", "Lê Văn An", "Lê Ăn", "Lê Ân", "Trần Bình", "Lê Cúc", "Lê Dung",
        "Lê Dũng", "Lê Đào", "Lê Hoa", "Lê Hòa", "Lê Hoàn", "Lê Uyên", "Lê Ước",
    ]  # fmt: skip
    assert sorted(set(ordered), key=sort_key) == ordered


def test_letters_come_before_tones() -> None:
    ordered = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mài", "Mạn", "Mây"]
    assert sorted(set(ordered), key=sort_key) == ordered


def test_case_titles_and_tone_placement_do_not_move_a_name() -> None:
    assert sort_key("ĐỒNG CHÍ LÊ HOÀ")[:3] == sort_key("Lê Hòa")[:3]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An", "NGUYỄN VĂN AN", "Đ/c Lê An", "H'Hen Niê", "Y Moan", "Đoàn Văn Hùng",
        "Tô Thị Ba", "Trương Ba", "Mã Văn Tư", "Phó Đức Minh", "Tống Thị Mai", "Tôn Nữ Thị Hương Lan",
    ],
)  # fmt: skip
def test_names_look_like_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Minh", "nguyễn văn an", "Lập hồ sơ", "Họ và tên", "HỌ TÊN", "CHỦ TỊCH", "UBND XÃ", "TỔNG CỘNG",
        "Phòng Kinh Tế", "NGƯỜI LẬP BIỂU", "Nguyễn Văn An 2", "Lê An, Lê Bình", "DANH SÁCH CÁN BỘ",
        "PHỤ LỤC II", "KHÔNG PHÂN LOẠI", "Một Hai Ba Bốn Năm Sáu", "Trưởng Thôn", "Đoàn Thanh Niên",
        "HĐND VÀ UBND",
    ],
)  # fmt: skip
def test_other_words_do_not(text: str) -> None:
    assert not looks_like_name(text)


def test_recipients_that_are_everybody() -> None:
    everyone = (
        "ALL",
        "all",
        "-TOÀN TRƯỜNG-",
        "Toàn thể CBCC",
        "tất cả cán bộ",
        "Cả phòng",
        "Mọi người",
    )
    people = ("", "Lê Toàn", "Allen", "Văn phòng", "Trần Thị Tất")
    assert [is_everyone(text) for text in everyone] == [True] * len(everyone)
    assert [is_everyone(text) for text in people] == [False] * len(people)
