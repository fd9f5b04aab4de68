"""A result in the words of a cell's drop-down."""

import pytest

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.stated import ResultCell
from cadre_cli.pipeline.fills import Fill
from cadre_cli.pipeline.fitting import fitted
from cadre_cli.workbook.allowed import Allowed, Choices, Limits, Untold

AT = CellRef("thang-03.xlsx", "Tổng hợp", 3, 6)
GOOD = "Hoàn thành tốt nhiệm vụ"


def written(word: str, rule: Allowed, *, part: str = "grade", legacy: bool = False) -> Fill:
    cell = ResultCell(part=part, at=AT, heading="Xếp loại", legacy=legacy)
    (fill,) = fitted([Fill(cell, "Nguyễn Văn An", word, word)], {AT: rule})
    return fill


@pytest.mark.parametrize(
    ("word", "listed", "becomes"),
    [
        (GOOD, ("HTXSNV", "HTTNV"), "HTTNV"),
        (GOOD, ("Hoàn thành xuất sắc", "Hoàn thành tốt"), "Hoàn thành tốt"),
        ("HTT", ("A", "B", "C", "D"), "B"),
        (GOOD, ("HTT", GOOD), GOOD),
        (GOOD, ("Đạt", "Không đạt"), GOOD),
        (GOOD, ("Không hoàn thành", "Chờ xếp loại"), GOOD),
    ],
)
def test_the_word_of_the_list_that_means_the_same(
    word: str, listed: tuple[str, ...], becomes: str
) -> None:
    fill = written(word, Choices(listed))
    assert (fill.becomes, fill.shown) == (becomes, becomes)


def test_a_list_in_a_font_of_old_is_understood_where_the_row_is_written_so() -> None:
    tcvn3 = ("Hoµn thµnh xuÊt s¾c", "Hoµn thµnh tèt")
    assert written("HTT", Choices(tcvn3), legacy=True).becomes == "Hoµn thµnh tèt"
    assert written("HTT", Choices(tcvn3), legacy=True).shown == "HTT"


def test_a_mark_takes_the_case_of_the_list() -> None:
    assert written("x", Choices(("X",)), part="mark").becomes == "X"
    assert written("x", Choices(("1",)), part="mark").becomes == "x"


def test_other_rules_change_no_word_and_what_cannot_be_told_is_named() -> None:
    from decimal import Decimal

    limits = Limits("textLength", "lessThan", Decimal(9), Decimal(9))
    assert written(GOOD, limits).becomes == GOOD
    assert written(GOOD, Untold("OFFSET(A1,0,0)")).unchecked == "OFFSET(A1,0,0)"
