"""What a cell says, and what is wrong with what it says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.sheets.people import table

from cadre_cli.domain.periods import Period
from cadre_cli.domain.values import UNKNOWN, Mention
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import Column, How

HEAD = "| STT | Họ và tên | Hạn hoàn thành | Số lượng | Hoàn thành | Tỷ lệ | Đạt | Ghi chú |\n"


def readers(rows: str) -> list[RowReader]:
    return list(parse_rows(table(HEAD + rows.strip())))


def one(field: str, cell: str) -> RowReader:
    order = ("name", "deadline", "assigned", "finished", "part", "mark", "note")
    cells = {"name": "Vũ An", "assigned": "1", field: cell}
    return readers("| 1 | " + " | ".join(cells.get(name, "") for name in order) + " |")[0]


def codes(reader: RowReader) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.at.a1) for finding in reader.findings]


@pytest.mark.parametrize(
    ("cell", "value", "found"),
    [
        ("2.5", Decimal("2.5"), []),
        ("", None, []),
        ("-", None, []),
        ("2,5", Decimal("2.5"), ["D09"]),
        ("'3", Decimal(3), ["D09"]),
        ("khoảng 5", UNKNOWN, ["D01"]),
        ("51-100", UNKNOWN, ["D01"]),
        ("@2026-10-01", UNKNOWN, ["D01"]),
        ("#N/A", UNKNOWN, ["T06"]),
        ("{=A1*2}", UNKNOWN, ["T05"]),
        ("{=A1*2|4}", Decimal(4), []),
        ("-1", UNKNOWN, ["D04"]),
        ("101", UNKNOWN, ["D04"]),
        ("96.898", Decimal("96.898"), ["D09"]),
    ],
)
def test_a_number(cell: str, value: object, found: list[str]) -> None:
    reader = one("assigned", f"'{cell}" if cell == "96.898" else cell)
    assert reader.number("assigned", low=Decimal(0), high=Decimal(100)) == value
    assert codes(reader) == [(code, "D2") for code in found]


def test_unbounded_a_number_that_reads_two_ways_is_asked_about() -> None:
    reader = one("assigned", "'96.898")
    assert reader.number("assigned") is UNKNOWN
    assert codes(reader) == [("D01", "D2")]


def test_the_rest_of_the_column_tells_how_a_number_reads() -> None:
    first, second = readers("| 1 | Vũ An | | 1.109.000 |\n| 2 | Lê Bình | | '96.898 |")
    assert first.number("assigned") == Decimal(1109000)
    assert second.number("assigned") == Decimal(96898)


def test_numbers_as_text_are_mentioned_once_a_column() -> None:
    found = readers("| 1 | Vũ An | | '1 |\n| 2 | Lê Bình | | '2 |")
    assert [reader.number("assigned") for reader in found] == [Decimal(1), Decimal(2)]
    assert [codes(reader) for reader in found] == [[("D09", "D2")], []]


def test_a_bound_that_is_not_itself_allowed() -> None:
    reader = one("assigned", "0")
    assert reader.number("assigned", above=Decimal(0)) is UNKNOWN
    assert reader.findings[0].said() == ("Cột “Số lượng”: 0 nằm ngoài khoảng cho phép (lớn hơn 0).")


def test_a_score_out_of_its_maximum_is_a_score() -> None:
    reader = one("assigned", "9/10")
    column = Column("assigned", reader.at.columns["assigned"], reader.at.first, "Điểm", How.EXACT)
    assert reader.points_at(column, most=Decimal(10)) == Decimal(9)
    assert one("assigned", "9/10").points_at(column) == Decimal(9)
    assert one("assigned", "9/10").points_at(column, most=Decimal(30)) is UNKNOWN
    assert one("assigned", "9/10").number("assigned") is UNKNOWN


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("0.5", Decimal("0.5")),
        ("50%", Decimal("0.5")),
        ("50", Decimal("0.5")),
        ("0.5{0%}", Decimal("0.5")),
        ("1{0%}", Decimal(1)),
        ("1", UNKNOWN),
        ("100", Decimal(1)),
        ("0", Decimal(0)),
        ("", None),
        ("150", UNKNOWN),
        ("-1", UNKNOWN),
        ("một nửa", UNKNOWN),
    ],
)
def test_a_part_of_the_whole_is_a_fraction_of_one(cell: str, part: object) -> None:
    assert one("part", cell).share("part") == part


@pytest.mark.parametrize(
    ("beside", "one"), [("95", UNKNOWN), ("1", UNKNOWN), ("0.5", Decimal(1)), ("95%", UNKNOWN)]
)
def test_a_bare_one_is_told_by_fractions_beside_it_alone(beside: str, one: object) -> None:
    found = readers(f"| 1 | Vũ An | | 1 | | {beside} |\n| 2 | Lê Bình | | 1 | | 1 |")
    assert found[1].share("part") == one
    assert [code for code, _ in codes(found[1])] == ["D04"] * (one is UNKNOWN)


def test_a_fraction_in_a_column_of_hundreds_is_asked_about() -> None:
    """80, 100 and 0,8: the last may be 80 % or less than 1 %."""
    found = readers("| 1 | Vũ An | | 1 | | 80 |\n| 2 | Lê Bình | | 1 | | 0.8 |")
    assert [reader.share("part") for reader in found] == [Decimal("0.8"), UNKNOWN]
    assert [codes(reader) for reader in found] == [[], [("D04", "F3")]]


@pytest.mark.parametrize(
    ("cell", "day", "found"),
    [
        ("@2026-03-05", date(2026, 3, 5), []),
        ("@2026-03-05 09:28", date(2026, 3, 5), []),
        ("5/3/2026", date(2026, 3, 5), []),
        ("ngày 5 tháng 3 năm 2026", date(2026, 3, 5), []),
        ("46086", date(2026, 3, 5), []),
        ("", None, []),
        ("…", None, []),
        ("30/02/2026", UNKNOWN, ["D02"]),
        ("Hằng tháng", UNKNOWN, ["D02"]),
        ("12", UNKNOWN, ["D02"]),
        ("#REF!", UNKNOWN, ["T06"]),
        ("03/25/2026", date(2026, 3, 25), ["D03"]),
    ],
)
def test_a_day(cell: str, day: object, found: list[str]) -> None:
    reader = one("deadline", cell)
    assert reader.day("deadline") == day
    assert codes(reader) == [(code, "C2") for code in found]


@pytest.mark.parametrize(
    ("period", "cell", "day", "found"),
    [
        (Period(2026, 3), "31/3", date(2026, 3, 31), ["D19"]),
        (Period(2026, 3), "ngày 05 tháng 4", date(2026, 4, 5), ["D19"]),
        (Period(2026, 3), "28-2", date(2026, 2, 28), ["D19"]),
        (Period(2026, 1), "25/12", date(2025, 12, 25), ["D03"]),
        (Period(2026, 1), "31/12", UNKNOWN, ["D02"]),
        (Period(2026, 12), "05/01", date(2027, 1, 5), ["D03"]),
        (Period(2026, 3), "31/12", UNKNOWN, ["D02"]),
        (Period(2026, 3), "30/02", UNKNOWN, ["D02"]),
        (Period(2026, 1, 12), "31/12", date(2026, 12, 31), ["D19"]),
        (None, "31/3", UNKNOWN, ["D02"]),
    ],
)
def test_a_day_without_a_year_is_of_the_period(
    period: Period | None, cell: str, day: object, found: list[str]
) -> None:
    [read] = parse_rows(replace(table(f"{HEAD}| 1 | Vũ An | {cell} |"), period=period))
    assert read.day("deadline") == day
    assert codes(read) == [(code, "C2") for code in found]


def test_an_earlier_day_of_the_row_settles_the_year() -> None:
    [read] = parse_rows(replace(table(f"{HEAD}| 1 | Vũ An | 31/12 |"), period=Period(2026, 1)))
    assert read.day("deadline", since=date(2026, 1, 5)) == date(2026, 12, 31)
    assert read.day("deadline", since=date(2025, 12, 20)) == date(2025, 12, 31)


def test_days_without_a_year_are_mentioned_once_a_column() -> None:
    sheet = table(f"{HEAD}| 1 | Vũ An | 30/3 |\n| 2 | Lê Bình | 31/3 |")
    first, second = parse_rows(replace(sheet, period=Period(2026, 3)))
    assert (first.day("deadline"), second.day("deadline")) == (
        date(2026, 3, 30),
        date(2026, 3, 31),
    )
    assert (codes(first), codes(second)) == ([("D19", "C2")], [])


def test_in_a_column_with_both_orders_every_doubtful_date_is_pointed_out() -> None:
    found = readers(
        """
| 1 | Vũ An | 21/03/2026 |
| 2 | Lê Bình | 03/25/2026 |
| 3 | Hà Dung | 05/03/2026 |
"""
    )
    assert [reader.day("deadline") for reader in found] == [
        date(2026, 3, 21),
        date(2026, 3, 25),
        date(2026, 3, 5),
    ]
    assert [codes(reader) for reader in found] == [[], [("D03", "C3")], [("D03", "C4")]]


def test_one_odd_date_does_not_turn_its_neighbours_round() -> None:
    found = readers(
        """
| 1 | Vũ An | 03/13/2026 |
| 2 | Lê Bình | 02/03/2026 |
| 3 | Hà Dung | 02/03/2026 |
"""
    )
    assert [reader.day("deadline") for reader in found] == [
        date(2026, 3, 13),
        date(2026, 3, 2),
        date(2026, 3, 2),
    ]
    assert [codes(reader) for reader in found] == [
        [("D03", "C2")],
        [("D03", "C3")],
        [("D03", "C4")],
    ]


def test_days_of_other_columns_tell_the_order_where_a_column_alone_does_not() -> None:
    """An American setting wrote all of them: 3/2/2026 beside 3/20/2026 is the second of March."""
    [reader] = parse_rows(
        table(
            "| STT | Họ và tên | Hạn hoàn thành | Số lượng | Ngày giao | Ngày xong |\n"
            "| 1 | Vũ An | 3/2/2026 | 2 | 2/26/2026 | 3/20/2026 |"
        )
    )
    assert reader.day("deadline") == date(2026, 3, 2)
    assert codes(reader) == [("D03", "C2")]


@pytest.mark.parametrize(
    ("cell", "mark", "found"),
    [
        ("x", True, []),
        ("Có", True, []),
        ("Đạt", True, []),
        ("1", True, []),
        ("TRUE", True, []),
        ("Không", False, []),
        ("Chưa đạt", False, []),
        ("0", False, []),
        ("", None, []),
        ("#N/A", UNKNOWN, ["T06"]),
        ("hay hay", UNKNOWN, ["D04"]),
    ],
)
def test_a_mark(cell: str, mark: object, found: list[str]) -> None:
    reader = one("mark", cell)
    assert reader.flag("mark") == mark
    assert codes(reader) == [(code, "G2") for code in found]


def test_text_is_what_the_clerk_sees() -> None:
    assert one("note", "hai\\ndòng").text("note") == "hai dòng"
    assert one("note", "hai\\ndòng").raw_text("note") == "hai\ndòng"
    assert one("note", "1{00}").text("note") == "01"
    assert one("note", "2.50").text("note") == "2.5"
    assert one("note", "@2026-03-05").text("note") == "05/03/2026"
    assert one("note", "-").text("note") is None


def test_a_column_that_is_not_there_says_nothing() -> None:
    reader = one("note", "")
    assert not reader.has("evaluator")
    assert (reader.text("evaluator"), reader.number("evaluator"), reader.day("evaluator")) == (
        None,
        None,
        None,
    )
    assert (reader.mentions("evaluator"), reader.flag("evaluator")) == ((), None)
    assert reader.require("evaluator")


def test_one_person_and_several() -> None:
    reader = one("name", "Đ/c Vũ An - PCT UBND")
    who = reader.mention("name")
    assert who is not None
    assert (who.name, str(who.at)) == ("Vũ An", "'Sheet1'!B2")
    several = one("note", "Vũ An; Lê Bình\\nHà Dung")
    assert [m.name for m in several.mentions("note")] == ["Vũ An", "Lê Bình", "Hà Dung"]


def test_a_name_in_two_columns_is_one_person() -> None:
    found = table("| STT | Họ đệm | Tên | Số lượng |\n| 1 | Trần Thị | Bình | 2 |")
    reader = next(parse_rows(found))
    who = reader.mention("name")
    assert who == Mention("Trần Thị Bình", "Trần Thị Bình", found.grid.ref(2, 3))


def test_merged_down_and_ditto_take_the_value_above() -> None:
    found = readers(
        """
| 1 | Vũ An | 25/03/2026 | 2 | | | | |
| 2 | ^     | "          | 3 | | | | |
| 3 | Lê Bình | "        | 4 | | | | |
"""
    )
    assert [reader.text("name") for reader in found] == ["Vũ An", "Vũ An", "Lê Bình"]
    assert [reader.day("deadline") for reader in found] == [date(2026, 3, 25)] * 3


def test_a_blank_below_is_not_filled() -> None:
    found = readers("| 1 | Vũ An | 25/03/2026 | 2 |\n| 2 | Lê Bình | | 3 |")
    assert found[1].day("deadline") is None


def test_an_empty_cell_that_is_needed() -> None:
    reader = one("name", "")
    assert not reader.require("name", "assigned")
    assert codes(reader) == [("D05", "B2")]
    broken = one("name", "#N/A")
    assert not broken.require("name")
    assert codes(broken) == [("T06", "B2")]


def test_asking_twice_tells_once() -> None:
    reader = one("assigned", "khoảng 5")
    assert (reader.number("assigned"), reader.number("assigned")) == (UNKNOWN, UNKNOWN)
    assert codes(reader) == [("D01", "D2")]


def test_a_note_that_fails_troubles_nobody() -> None:
    reader = one("note", "#N/A")
    assert reader.text("note") is None
    assert codes(reader) == []


def test_excels_count_of_days_is_a_day_in_a_cell_for_text_too() -> None:
    assert one("deadline", "'46083").day("deadline") == date(2026, 3, 2)
    assert one("deadline", "'4608").day("deadline") is UNKNOWN
    assert one("deadline", "'96083").day("deadline") is UNKNOWN


def test_a_ditto_mark_may_have_invisible_marks_around_it() -> None:
    rows = '| 1 | Vũ An | | 2 | | | | |\n| 2 | \u200b"\ufeff | | 3 | | | | |'
    assert [reader.text("name") for reader in readers(rows)] == ["Vũ An", "Vũ An"]
