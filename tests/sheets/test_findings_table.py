"""Shifted data, hidden data, and totals that do not add up."""

import pytest
from tests.sheets.people import said, table

from cadre_cli.domain.grid import Visibility

HEAD = "| STT | Họ và tên | Số lượng | Hoàn thành |\n"


def test_numbers_under_the_names_and_names_beside_are_a_shift() -> None:
    found = table(
        """
        | Họ và tên | Số lượng | Hoàn thành | |
        | 1 | Trần Thị Bình | 3 | 2 |
        | 2 | Lê Văn Chung | 4 | 4 |
        | 3 | Vũ An | 4 | 4 |
        """
    )
    assert said(found) == [("B08", "A1")]
    assert found.rows == ()
    assert len(found.left_out) == 3


def test_one_odd_cell_is_no_shift() -> None:
    found = table(HEAD + "| 1 | Trần Thị Bình | 3 | chưa báo cáo |\n| 2 | Vũ An | 4 | 4 |")
    assert said(found) == []


def test_a_total_that_misses_a_row_is_pointed_out() -> None:
    found = table(
        HEAD + "| 1 | Trần Thị Bình | 3 | 2 |\n| 2 | Vũ An | 4 | 4 |\n| | Tổng cộng | 3 | 6 |"
    )
    assert said(found) == [("B10", "C4")]
    assert found.findings[0].said() == "Cột “Số lượng”: dòng tổng ghi 3, cộng lại được 7."


@pytest.mark.parametrize("total", ["7", "{=SUM(C2:C3)|7}", "2", "3.5"])
def test_a_sum_a_count_and_a_mean_are_right(total: str) -> None:
    found = table(
        HEAD + f"| 1 | Trần Thị Bình | 3 | 2 |\n| 2 | Vũ An | '4 | 4 |\n| | Cộng | {total} | 6 |"
    )
    assert said(found) == []


def test_a_grand_total_counts_no_subtotal_twice() -> None:
    found = table(
        HEAD
        + """
| I | Văn phòng | 5 | |
| 1 | Trần Thị Bình | 2 | |
| 2 | Vũ An | 3 | |
| | Cộng | 5 | |
| II | Phòng Kinh tế | 4 | |
| 1 | Lê Văn Chung | 4 | |
| | Cộng | 4 | |
| | Tổng cộng (I + II) | 9 | |
""".strip()
    )
    assert said(found) == []
    assert [one.number for one in found.totals] == [5, 8, 9]


@pytest.mark.parametrize("odd", ["95đ", "50%"])
def test_points_or_a_percentage_among_quantities_are_no_part_of_a_sum(odd: str) -> None:
    found = table(
        HEAD + f"| 1 | Trần Thị Bình | {odd} | 2 |\n| 2 | Vũ An | 4 | 4 |\n| | Tổng cộng | 6 | 6 |"
    )
    assert said(found) == []


def test_a_groups_own_subtotal_is_compared_with_its_rows() -> None:
    found = table(
        HEAD + "| I | Văn phòng | 6 | |\n| 1 | Trần Thị Bình | 2 | |\n| 2 | Vũ An | 3 | |"
    )
    assert said(found) == [("B10", "C2")]


def test_totals_may_come_first_on_the_next_page_as_well() -> None:
    page = HEAD + "| | Tổng số | {} | |\n| {} | {} | 4 | |\n"
    found = table(page.format(4, 1, "Trần Thị Bình") + page.format(4, 2, "Vũ An"))
    assert said(found) == []
    wrong = table(page.format(4, 1, "Trần Thị Bình") + page.format(5, 2, "Vũ An"))
    assert said(wrong) == [("B10", "C5")]


def test_totals_may_come_first() -> None:
    found = table(HEAD + "| | Tổng số | 5 | |\n| 1 | Trần Thị Bình | 2 | |\n| 2 | Vũ An | 3 | |")
    assert said(found) == []


def test_a_column_with_words_has_no_sum() -> None:
    found = table(
        HEAD + "| 1 | Trần Thị Bình | 2 | |\n| 2 | Vũ An | khoảng 3 | |\n| | Cộng | 9 | |"
    )
    assert said(found) == []


def test_hidden_data_counts_and_is_named_once() -> None:
    found = table(
        HEAD + "| 1 | Trần Thị Bình | 3 | 2 |\n| 2 | Vũ An | 4 | 4 |",
        hidden_rows=(3,),
        hidden_columns=(4, 9),
    )
    assert said(found) == [("B09", None)]
    assert found.findings[0].said() == "Có số liệu đang bị ẩn mà vẫn được tính: dòng 3; cột D."
    assert len(found.rows) == 2


def test_a_hidden_sheet_is_read_and_named() -> None:
    found = table(HEAD + "| 1 | Vũ An | 4 | 4 |", visibility=Visibility.VERY_HIDDEN)
    assert found.findings[0].said() == "Có số liệu đang bị ẩn mà vẫn được tính: cả trang này."


def test_hidden_blanks_are_nobodys_business() -> None:
    found = table(HEAD + "| 1 | Vũ An | 4 | |", hidden_rows=(30,), hidden_columns=(4,))
    assert said(found) == []
