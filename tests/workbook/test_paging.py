"""Where pages end: nothing that belongs together is torn, and no page ends early without need."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.domain.report import (
    Block,
    Charts,
    Column,
    Line,
    Look,
    Page,
    Row,
    Section,
    SideBySide,
    Table,
)
from cadre_cli.workbook.paging import Pages, pages

PAGE = Page(20, 20, 30, 15)  # landscape: 170 mm, 481,9 points high
GRID = (20.0, 20.0)
COLUMNS = (Column("a", "A"), Column("b", "B"))


def rows(*looks: Look) -> tuple[Row, ...]:
    return tuple(Row(str(place), ("x", None), look) for place, look in enumerate(looks))


def paged(*blocks: Block, height: float = 20, grid: tuple[float, ...] = GRID) -> Pages:
    """The pages when every row is 20 points high: 23 rows make a page."""
    section = Section("s", "S", PAGE, grid, blocks)
    return pages(section, dict.fromkeys(range(500), height))


def breaks(*blocks: Block, grid: tuple[float, ...] = GRID) -> list[int]:
    return list(paged(*blocks, grid=grid).breaks)


def test_every_page_ends_where_it_is_full() -> None:
    assert breaks(Table(COLUMNS, rows(*[Look.DATA] * 60))) == [23, 46]


def test_a_sheet_that_is_filtered_or_closed_ends_its_own_full_pages() -> None:
    looks = rows(*[Look.DATA] * 22, Look.GROUP, *[Look.DATA] * 30)
    assert breaks(Table(COLUMNS, looks, filtered=True)) == [23]
    closed = tuple(replace(row, folded=place == 40) for place, row in enumerate(looks))
    assert breaks(Table(COLUMNS, closed)) == [23]


def test_a_group_s_heading_goes_to_the_page_of_its_first_row() -> None:
    looks = [Look.DATA] * 21 + [Look.GROUP] + [Look.DATA] * 5
    assert breaks(Table(COLUMNS, rows(*looks))) == [22]  # heading of the table, 21 rows, the group


def test_a_sum_stays_with_the_last_row_it_adds() -> None:
    looks = [Look.DATA] * 22 + [Look.SUBTOTAL]
    assert breaks(Table(COLUMNS, rows(*looks))) == [22]


def test_the_last_row_of_a_table_does_not_stand_alone_on_a_page() -> None:
    assert breaks(Table(COLUMNS, rows(*[Look.DATA] * 23))) == [22]


def test_a_signature_block_is_whole_and_not_alone() -> None:
    signed = SideBySide(((Line("a"),) * 6, (Line("b"),) * 6))
    assert breaks(*(Line("x"),) * 20, signed) == [18]


def test_repeated_headings_take_their_room_on_later_pages() -> None:
    # 23 rows a page; from page 2 on one of them is the heading: 22 more.
    plain = rows(*[Look.DATA] * 60)
    assert breaks(Table(COLUMNS, plain, pinned=True)) == [23, 45]


def test_no_heading_stands_above_what_is_no_row_of_its_table() -> None:
    """What follows the table takes its last two rows along, so that the headings are theirs."""
    table = Table(COLUMNS, rows(*[Look.DATA] * 22), pinned=True)
    signed = SideBySide(((Line("a"),) * 6,))
    found = paged(table, Line("x"), signed)
    assert found == Pages((21,), (0, 0))
    assert paged(table, Line("x")) == found
    assert paged(Table(COLUMNS, rows(*[Look.DATA] * 10), pinned=True), signed).breaks == ()


def test_headings_are_not_repeated_where_more_than_a_page_follows_their_table() -> None:
    table = Table(COLUMNS, rows(*[Look.DATA] * 30), pinned=True)
    later = Table(COLUMNS, tuple(Row(f"later {n}", ("x", None)) for n in range(40)))
    assert paged(table, later).repeated is None
    assert paged(table).repeated == (0, 0)


def test_a_line_to_write_on_stays_with_what_it_is_for() -> None:
    lines = (*(Line("x"),) * 22, Line("Ưu điểm:", kept=True), Line("…"))
    assert breaks(*lines) == [22]


def test_a_small_table_and_a_chart_are_not_torn() -> None:
    lines = (Line("x"),) * 20
    assert breaks(*lines, Table(COLUMNS, rows(*[Look.DATA] * 5))) == [20]
    assert breaks(*lines, Charts((), rows=6)) == [20]


def test_what_is_higher_than_a_page_is_torn_all_the_same() -> None:
    assert breaks(Charts((), rows=30)) == [23]
    assert breaks(Line("x"), SideBySide(((Line("a"),) * 30,))) == [23]


def test_a_wide_sheet_is_made_smaller_so_that_more_rows_fit() -> None:
    looks = [Look.DATA] * 23 + [Look.SUBTOTAL] + [Look.DATA] * 10
    assert breaks(Table((*COLUMNS, Column("c", "C")), rows(*looks)), grid=(80.0, 60.0, 60.0)) == []
