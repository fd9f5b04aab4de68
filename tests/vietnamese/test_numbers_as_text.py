"""Numbers as text, which is how most offices keep them."""

from decimal import Decimal

import pytest

from cadre_cli.vietnamese.numbers import (
    Separators,
    Undecided,
    decide_column,
    is_numbering_row,
    read_number,
    read_out_of,
    read_roman,
    stated_maximum,
)

D = Decimal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8,5", D("8.5")),
        ("8.5", D("8.5")),
        ("1.234,5", D("1234.5")),
        ("1,234.5", D("1234.5")),
        ("1 234,5", D("1234.5")),
        ("1.109.000", D(1109000)),
        ("4,219,614", D(4219614)),
        ("10\u00a0000", D(10000)),
        ("1000.123", D("1000.123")),
        ("0,125", D("0.125")),
        ("1.234,567", D("1234.567")),
        ("95đ", D(95)),
        ("95 điểm", D(95)),
        ("2 lần", D(2)),
        (" 9 ", D(9)),
        ("85 %", D("0.85")),
        ("12,5%", D("0.125")),
        ("-2", D(-2)),
        ("−2,5", D("-2.5")),
        ("+3", D(3)),
        ("0", D(0)),
        ("05", D(5)),
    ],
)
def test_what_reads_one_way_is_read(text: str, number: D) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "x", "Đạt", "khoảng 8", "8-9", "51-100", "9/10", "01.003", "V.07.04.11", "007",
        "0912345678", "1.2.3", "1.23.456", "1.234.5", "1,234,5", "12 34", "8.", ".5", "1e3", "(5)",
        "%", "½", "١٢", "8,5 10", "1.234.567,8,9", "9" * 40, "#N/A", "12/05/2026", "0.123.456",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_guessed_at(text: str) -> None:
    assert read_number(text) is None


def test_one_mark_and_three_digits_read_two_ways() -> None:
    assert read_number("96.898") == Undecided("96.898", D("96.898"), D(96898))
    assert read_number(" -8,500đ ") == Undecided("-8,500đ", D("-8.5"), D(-8500))


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("96.898", D(96898), D("96.898")),
        ("8,500", D("8.5"), D(8500)),
        ("8.5", D("8.5"), D("8.5")),
        ("1,109,000", D(1109000), D(1109000)),
    ],
)
def test_the_column_settles_only_what_is_open(text: str, vietnamese: D, english: D) -> None:
    assert read_number(text, separators=Separators.VIETNAMESE) == vietnamese
    assert read_number(text, separators=Separators.ENGLISH) == english


@pytest.mark.parametrize(
    ("column", "separators"),
    [
        (["1.109.000", "96.898", "786"], Separators.VIETNAMESE),
        (["8,5", "1.250"], Separators.VIETNAMESE),
        (["4,219,614", "96,898"], Separators.ENGLISH),
        (["0.5", "1.125"], Separators.ENGLISH),
        (["1,234.5"], Separators.ENGLISH),
        (["96.898", "786", "", "chưa có"], Separators.UNDECIDED),
        (["8.5", "8,5", "1.125"], Separators.UNDECIDED),
        (["01.003", "1 234"], Separators.UNDECIDED),
        ([], Separators.UNDECIDED),
    ],
)
def test_a_column_is_decided_by_what_reads_one_way(
    column: list[str], separators: Separators
) -> None:
    assert decide_column(column) is separators


def test_a_percentage_may_stay_what_it_is() -> None:
    assert read_number("85%", percent_as_fraction=False) == D(85)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("9/10", (D(9), D(10))),
        ("8,5 / 10 điểm", (D("8.5"), D(10))),
        ("27đ/30đ", (D(27), D(30))),
        ("12/05/2026", None),
        ("9/0", None),
        ("9/", None),
        ("9", None),
        ("50%/100", None),
        ("8.500/10", None),
    ],
)
def test_points_out_of_a_maximum(text: str, parts: tuple[D, D] | None) -> None:
    assert read_out_of(text) == parts


def test_roman_numerals_are_those_of_groups() -> None:
    read = {text: read_roman(text) for text in ("I", "IV.", "(IX)", "XII)", "XL", "XLIX", "III-")}
    assert read == {"I": 1, "IV.": 4, "(IX)": 9, "XII)": 12, "XL": 40, "XLIX": 49, "III-": 3}


@pytest.mark.parametrize(
    "text", ["", "A", "C", "D", "L", "M", "i", "x", "IIII", "VX", "IC", "I II", "Vi"]
)
def test_letters_of_a_list_are_no_roman_numerals(text: str) -> None:
    assert read_roman(text) is None


@pytest.mark.parametrize(
    "row",
    [
        "1 2 3 4 5 6",
        "(1) (2) (3) (4)",
        "A B C 1 2",
        "A 1 2 3 4=3/2",
        "1 2 3 4 5=3-4 6 7 8=6-7",
        "1 2 3 4 5 6 10",
        "1 _ 2 _ 3",
        "a b 1 2 3=(1)+(2)",
    ],
)
def test_rows_that_number_the_columns(row: str) -> None:
    assert is_numbering_row(["" if cell == "_" else cell for cell in row.split()])


@pytest.mark.parametrize(
    "row",
    [
        ["1", "2"],
        ["A", "B", "C", "D"],
        ["1", "Nguyễn Văn An", "2", "3", "4"],
        ["Tổng cộng", "1", "2", "3"],
        ["10", "20", "30"],
        ["1", "0", "2", "3"],
        ["3", "3", "3"],
        ["1", "x1", "2", "y", "z", "3"],
        ["1", "2", "9", "20"],
        ["8,5", "9,0", "9,5"],
        [],
    ],
)
def test_rows_of_data_are_not_taken_for_column_numbers(row: list[str]) -> None:
    assert not is_numbering_row(row)


@pytest.mark.parametrize(
    ("heading", "maximum"),
    [
        ("Điểm chung (30đ)", D(30)),
        ("Tổng điểm tự chấm (100đ)", D(100)),
        ("1. Đạo đức, lối sống (2,5 điểm)", D("2.5")),
        ("Lãnh đạo chấm\n(tối đa: 30 điểm)", D(30)),
        ("Điểm tối đa 2.5", D("2.5")),
        ("Thang điểm 100", D(100)),
        ("Tự chấm /30", D(30)),
        ("Điểm/30 điểm", D(30)),
        ("Từ 0 (0-10 điểm)", D(10)),
        ("I. Phẩm chất: 10 điểm", D(10)),
        ("Điểm tối đa", None),
        ("Tháng 03/2026", None),
        ("QĐ 12/30", None),
        ("27/30", None),
        ("(trừ 5 điểm)", None),
        ("(0 điểm)", None),
        ("Ý 1 (10 điểm), ý 2 (20 điểm)", None),
        ("tối đa 1.000", None),
        ("", None),
    ],
)
def test_the_maximum_inside_a_heading(heading: str, maximum: D | None) -> None:
    assert stated_maximum(heading) == maximum
