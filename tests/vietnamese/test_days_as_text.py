"""Days in one column may be written in every way that people know."""

from datetime import date
from decimal import Decimal

import pytest

from cadre_cli.vietnamese.dates import (
    DateOrder,
    decide_order,
    from_serial,
    is_ambiguous,
    read_date,
)


@pytest.mark.parametrize(
    "text",
    [
        "5/3/2026", "05/03/2026", "05.3.2026", "05-03-2026", "5 - 3 - 2026", "05 03 2026", "05.03/2026",
        "5/3/26", "2026-03-05", "2026/3/5", "2026-03-05T09:28:00Z", "05/03/2026 09:28", "05/03/2026 9h30",
        "17h00 ngày 05/3/2026", "Thứ Năm, ngày 05/3/2026", "ngày 05/3/2026.", "Ngày: 5/3/2026",
        "ngày 5 tháng 3 năm 2026", "NGÀY 05 THÁNG 03 NĂM 2026", "5 tháng ba năm 2026", "5/3 năm 2026",
        "ngày 5 tháng 3, 2026", "5 tháng 3/2026", "05\u00a0tháng 03 năm\n2026",
    ],
)  # fmt: skip
def test_one_day_is_written_in_many_ways(text: str) -> None:
    assert read_date(text) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "", "30/02/2026", "29/2/2023", "31/4/2026", "01/04/20274", "06/2018", "2002 - 2007", "45536",
        "ngày 15 tháng 3", "tháng 3 năm 2026", "trước 15/3/2026", "5/3/2026; 6/3/2026", "10 11 12",
        "Hằng tháng", "5/3", "0/3/2026", "5/0/2026", "1/1/0001", "١/٢/٢٠٢٦", "1.2.3",
        "ngày … tháng … năm 2026",
    ],
)  # fmt: skip
def test_what_names_no_day_is_not_guessed_at(text: str) -> None:
    assert read_date(text) is None


def test_may_in_words_is_told_from_a_month_left_blank() -> None:
    assert read_date("05 Tháng Năm 2026") == date(2026, 5, 5)
    assert read_date("ngày 5 tháng năm năm 2026") == date(2026, 5, 5)
    assert read_date("ngày 5 tháng năm 2026") is None
    assert read_date("NGÀY 5 THÁNG NĂM 2026") is None


def test_months_in_words_are_those_of_the_calendar() -> None:
    said = "Giêng Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Mười-Một Chạp".replace("-", "_").split()
    read = [read_date(f"1 tháng {word.replace('_', ' ')} năm 2026") for word in said]
    assert read == [date(2026, month, 1) for month in range(1, 13)]


def test_the_order_changes_only_dates_in_digits() -> None:
    month_first = DateOrder.MONTH_FIRST
    assert read_date("10/20/1959", month_first) == date(1959, 10, 20)
    assert read_date("05/03/2026", month_first) == date(2026, 5, 3)
    assert read_date("21/09/1996", month_first) is None
    assert read_date("2026-03-05", month_first) == date(2026, 3, 5)
    assert read_date("ngày 5 tháng 3 năm 2026", month_first) == date(2026, 3, 5)


def test_a_day_is_ambiguous_when_both_readings_are_days_and_differ() -> None:
    texts = ("05/03/2026", "05.03.26", "13/03/2026", "03/03/2026", "2026-03-05", "không")
    assert [is_ambiguous(text) for text in texts] == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["05/03/2026", "21/09/1996", "ngày 5 tháng 3 năm 2026"], DateOrder.DAY_FIRST),
        (["05/03/2026", "", "x"], DateOrder.DAY_FIRST),
        ([], DateOrder.DAY_FIRST),
        (["04/30/1984", "03/25/2026", "05/03/2026"], DateOrder.MONTH_FIRST),
        (["04/30/1984"], DateOrder.MONTH_FIRST),
        (["03/13/2026", "02/03/2026"], None),
        (
            ["03/13/2026", "03/14/2026", "02/03/2026", "03/03/2026", "04/03/2026", "05/03/2026"],
            None,
        ),
        (["21/09/1996", "10/20/1959"], None),
    ],
)
def test_a_column_is_decided_by_the_days_possible_one_way(
    column: list[str], order: DateOrder | None
) -> None:
    assert decide_order(column) is order


def test_a_serial_number_is_a_day_within_living_memory() -> None:
    serials = ("31529", "45536", "45536.99", "20000", "60000")
    assert [from_serial(Decimal(serial)) for serial in serials] == [
        date(1986, 4, 27),
        date(2024, 9, 1),
        date(2024, 9, 1),
        date(1954, 10, 3),
        date(2064, 4, 8),
    ]
    for number in ("19999", "60001", "2026", "-45536", "NaN", "Infinity"):
        assert from_serial(Decimal(number)) is None
