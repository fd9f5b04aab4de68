"""Which rows below a heading are data, and what the others are."""

from dataclasses import replace

import pytest
from tests.grids import grid
from tests.sheets.people import SMALL, only, said, table, why

from cadre_cli.domain.grid import Area
from cadre_cli.domain.office import Office, OwnRows
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.row_kinds import areas_below
from cadre_cli.sheets.table import Row

HEAD = "| STT | Họ và tên | Hạn hoàn thành | Số lượng | Ghi chú |\n"


def rows(markdown: str) -> list[Row]:
    return list(table(HEAD + markdown).rows)


def test_roman_rows_name_groups_and_letters_stand_below_them() -> None:
    assert rows(
        """
| I | Khối Ủy ban | | | |
| A | Văn phòng | | | |
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| B | Phòng Kinh tế | | | |
| 1 | Lê Văn Chung | 25/03/2026 | 2 | |
| II | Khối Đảng | | | |
| 1 | Vũ An | 25/03/2026 | 2 | |
""".strip()
    ) == [
        Row(4, ("Khối Ủy ban", "Văn phòng")),
        Row(6, ("Khối Ủy ban", "Phòng Kinh tế")),
        Row(8, ("Khối Đảng",)),
    ]


def test_letters_may_stand_above_roman_numerals() -> None:
    assert rows(
        """
| A | Khối Ủy ban | | | |
| I | Văn phòng | | | |
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| B | Khối Đảng | | | |
| I | Ban Xây dựng Đảng | | | |
| 1 | Vũ An | 25/03/2026 | 2 | |
""".strip()
    ) == [Row(4, ("Khối Ủy ban", "Văn phòng")), Row(7, ("Khối Đảng", "Ban Xây dựng Đảng"))]


@pytest.mark.parametrize(
    "group",
    [
        "| Văn phòng HĐND và UBND | < | < | < | < |",
        "| II. Văn phòng HĐND và UBND | | | | |",
        "| | Văn phòng HĐND và UBND | | | |",
        "| | * Văn phòng HĐND và UBND | | | |",
        "| Văn phòng HĐND và UBND | | | | |",
    ],
)
def test_a_group_may_be_merged_starred_or_alone_in_its_row(group: str) -> None:
    found = rows(f"{group}\n| 1 | Trần Thị Bình | 25/03/2026 | 2 | |")
    assert [one.number for one in found] == [3]
    assert found[0].group[0].endswith("Văn phòng HĐND và UBND")


def test_numbering_may_be_blank_restart_or_repeat() -> None:
    found = rows(
        """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
|   | Lê Văn Chung  | 25/03/2026 | 2 | |
| 1 | Vũ An         | 25/03/2026 | 2 | |
| '1 | Hà Thị Dung  | 25/03/2026 | 2 | |
""".strip()
    )
    assert [one.number for one in found] == [2, 3, 4, 5]


def test_amounts_written_as_text_make_no_group_and_dong_chi_is_no_letter() -> None:
    """A CSV file holds nothing but text; the number was left out behind the first rows."""
    found = rows(
        """
| 1 | Đ/C: Trần Thị Bình | | '2 | |
|   | Đ/C: Lê Văn Chung | | '2 | |
|   | Đ/C Vũ An | | | |
""".strip()
    )
    assert [one.number for one in found] == [2, 3, 4]


def test_rows_of_dots_say_nothing_about_how_rows_are_numbered() -> None:
    found = rows(
        "| | Lĩnh vực kinh tế | | | |\n| 1 | Trần Thị Bình | 25/03/2026 | 2 | |\n| ... | ... | ... | | |"
    )
    assert [one.number for one in found] == [3]


@pytest.mark.parametrize("count", ["12", "'12"])
def test_statistics_below_a_table_are_nobody(count: str) -> None:
    found = rows(
        f"""
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| Đã hoàn thành | {count} | | | |
""".strip()
    )
    assert [one.number for one in found] == [2]


def test_somebody_about_whom_nothing_is_filled_in_is_no_group() -> None:
    found = rows(
        """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
|   | Lê Văn Chung  | | | |
""".strip()
    )
    assert [one.number for one in found] == [2, 3]


@pytest.mark.parametrize(
    "label", ["Tổng cộng", "CỘNG", "Tổng số", "Cộng I + II", "TỔNG CỘNG (I+II)", "Tổng"]
)
def test_totals_are_kept_apart(label: str) -> None:
    found = table(HEAD + f"| 1 | Trần Thị Bình | 25/03/2026 | 2 | |\n| | {label} | | 2 | |")
    assert [one.number for one in found.rows] == [2]
    assert [one.number for one in found.totals] == [3]
    assert why(found) == {3: "dòng tổng"}


def test_work_that_begins_like_a_total_is_data() -> None:
    found = rows(
        "| 1 | Tổng hợp báo cáo | 25/03/2026 | 2 | |\n| 2 | Tổng số hộ nghèo | 25/03/2026 | 2 | |"
    )
    assert [one.number for one in found] == [2, 3]


def test_a_total_has_no_day_so_work_called_like_one_is_data() -> None:
    found = rows("| | Tổng hợp | @2026-03-25 | 2 | |\n| | Rà soát | @2026-03-25 | 2 | |")
    assert [one.number for one in found] == [2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "| | NGƯỜI LẬP BIỂU | | CHỦ TỊCH | |",
        "| | | Hóa Quỳ, ngày 31 tháng 3 năm 2026 | | |",
        "| | | Hóa Quỳ, ngày … tháng … năm 20… | | |",
        "| | TM. ỦY BAN NHÂN DÂN | | | |",
        "| | (Ký, ghi rõ họ tên) | | | |",
        "| Nơi nhận: | | | | |",
        "| | CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ | | | |",
        "| | Người tổng hợp | | Thủ trưởng đơn vị | |",
        "| | NGƯỜI ĐƯỢC GIAO | | NGƯỜI GIAO | |",
        "| | NGƯỜI LẬP PHIẾU | | LÃNH ĐẠO DUYỆT | |",
        "| | BỘ PHẬN CHUYÊN MÔN | | BAN CHỈ ĐẠO | |",
        "| | Phụ trách chuyên môn | | | |\n| | (Ký, ghi rõ họ tên) | | | |",
    ],
)
def test_names_below_the_signatures_are_nobody(line: str) -> None:
    found = table(
        HEAD
        + f"| 1 | Trần Thị Bình | 25/03/2026 | 2 | |\n{line}\n\n\n| | Vũ An | | Hà Thị Dung | |"
    )
    assert [one.number for one in found.rows] == [2]
    assert why(found) == {3: "phần ký và những dòng dưới đó"}
    assert said(found) == []


@pytest.mark.parametrize(
    "below",
    [
        "| | RÀ SOÁT HỒ SƠ | | HÀ THỊ DUNG | |\n\n| | LẬP BÁO CÁO | | LÊ VĂN CHUNG | |",
        "| | Rà soát hồ sơ | | Hà Thị Dung | |\n| | | | Hóa Quỳ, ngày 31 tháng 3 năm 2026 | |",
        "| | NGƯỜI GIAO VIỆC 1 | | VŨ AN | |\n| | NGƯỜI GIAO VIỆC 2 | | VŨ AN | |",
    ],
    ids=["work in capitals", "last row above the date", "no room to sign"],
)
def test_words_alone_are_no_signatures_where_nobody_signs_below(below: str) -> None:
    assert 3 in [one.number for one in rows(f"| 1 | Trần Thị Bình | 25/03/2026 | 2 | |\n{below}")]


def test_a_heading_repeated_on_a_new_page_is_no_signature() -> None:
    names = "| ^ | ^ | ^ | Người giao | Người nhận |\n"
    heading = "| STT | Họ và tên | Hạn hoàn thành | Giao việc | < |\n" + names
    again = "| | | | Người giao | Người nhận |\n| 2 | Vũ An | 25/03/2026 | | |"
    found = table(f"{heading}| 1 | Trần Thị Bình | 25/03/2026 | | |\n{again}")
    assert [one.number for one in found.rows] == [3, 5]


def test_of_the_rows_below_the_signatures_only_those_that_the_office_names_are_taken() -> None:
    sheet = grid(
        HEAD
        + """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| | NGƯỜI LẬP BIỂU | | CHỦ TỊCH | |
| | Vũ Văn Ký | | Hà Thị Duyệt | |
| 2 | Lê Văn Chung | 25/03/2026 | 2 | |
| 3 | Vũ An | 25/03/2026 | 2 | |
""".lstrip()
    )
    office = Office(rows={"Sheet1": OwnRows(take=("Lê Văn Chung",))})
    found = only(recognise(sheet, (SMALL,), office))
    assert [one.number for one in found.rows] == [2, 5]
    assert why(found) == dict.fromkeys((3, 4, 6), "phần ký và những dòng dưới đó")
    assert said(found) == [("B07", "A6")]


def test_a_numbered_row_is_never_a_signature() -> None:
    found = rows("| 1 | Chủ tịch | 25/03/2026 | 2 | |\n| 2 | Người lập biểu | | | |")
    assert [one.number for one in found] == [2, 3]


def test_notes_fillers_and_repeated_headings_are_no_data() -> None:
    found = table(
        HEAD
        + """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| ... | ... | ... | ... | |
| | ,,,, | | | |
| STT | Họ và tên | Hạn hoàn thành | Số lượng | Ghi chú |
| 2 | Lê Văn Chung | 25/03/2026 | 2 | |
| Ghi chú: cột 4 do văn phòng ghi | | | | |
| (*) Kể cả việc nhận thay | | | | |
""".strip()
    )
    assert [one.number for one in found.rows] == [2, 6]
    assert why(found) == {
        3: "dòng trống hoặc chỉ có dấu chấm",
        4: "dòng trống hoặc chỉ có dấu chấm",
        5: "tiêu đề lặp lại",
        7: "ghi chú",
        8: "ghi chú",
    }


def test_formulas_filled_far_down_are_no_data() -> None:
    found = table(
        HEAD
        + """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | #N/A |
| | | | | #N/A |
| | | | {=A4} | #N/A |
| 2 | | | | #N/A |
| {=A5+1|3} | | | {=A5*2|0} | |
""".strip()
    )
    # Row 4's amount is needed and has no result: it stays, and its reader says so.
    assert [one.number for one in found.rows] == [2, 4]
    assert set(why(found)) == {3, 5, 6}


def test_data_below_the_signatures_is_pointed_out() -> None:
    found = table(
        HEAD
        + """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
| | NGƯỜI LẬP BIỂU | | | |
| 2 | Lê Văn Chung | 25/03/2026 | 3 | |
""".strip()
    )
    assert said(found) == [("B07", "A4")]
    assert "kết thúc ở dòng 2" in found.findings[0].said()


def test_a_second_table_below_is_pointed_out() -> None:
    found = table(
        HEAD
        + """
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |

| STT | Tên thôn | Trưởng thôn | Số hộ | |
| 1 | Thôn Đông | Lê Văn Chung | 120 | |
""".strip()
    )
    assert [one.number for one in found.rows] == [2]
    assert [code for code, _ in said(found)] == ["B07"]


def test_a_few_empty_rows_end_nothing() -> None:
    found = rows("| 1 | Trần Thị Bình | 25/03/2026 | 2 | |" + "\n" * 6 + "| 2 | Vũ An | | 1 | |")
    assert [one.number for one in found] == [2, 8]


def test_many_empty_rows_end_the_table() -> None:
    found = table(
        HEAD + "| 1 | Trần Thị Bình | 25/03/2026 | 2 | |" + "\n" * 40 + "| 2 | Vũ An | | 1 | |"
    )
    assert [one.number for one in found.rows] == [2]
    assert said(found) == [("B07", "A42")]


def test_parents_alone_in_their_row_are_no_person_on_the_next_page() -> None:
    found = table(
        """
        | STT | Cán bộ, công chức trong kỳ | | |
        | | Cán bộ, công chức | | |
        | | Họ và tên | Hạn hoàn thành | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        | STT | Cán bộ, công chức trong kỳ | | |
        | | Cán bộ, công chức | | |
        | | Họ và tên | Hạn hoàn thành | Số lượng |
        | 2 | Lê Văn Chung | 25/03/2026 | 2 |
        """
    )
    assert found.heading_rows == (1, 2, 3)
    assert [row.number for row in found.rows] == [4, 8]


def test_a_parent_over_nearly_all_columns_is_no_person_on_the_next_page() -> None:
    heading = """
        | Họ | Cán bộ, công chức | < | < |
        | ^ | Tên | Hạn hoàn thành | Số lượng |"""
    found = table(
        f"{heading}\n| Trần Thị | Bình | 25/03/2026 | 2 |{heading}\n| Lê Văn | Chung | 25/03/2026 | 2 |"
    )
    assert [row.number for row in found.rows] == [3, 6]


def test_a_total_above_one_numbered_row_hides_no_group() -> None:
    found = table(
        HEAD
        + """
| | Tổng cộng | 01/03/2026 | 2 | |
| | Lĩnh vực kinh tế | | | |
| 1 | Trần Thị Bình | 25/03/2026 | 2 | |
""".strip()
    )
    assert [row.number for row in found.rows] == [4]


def test_of_a_merge_of_whole_columns_only_the_stored_rows_are_kept() -> None:
    given = grid(HEAD + "| 1 | Trần Thị Bình | 25/03/2026 | 2 | |")
    given = replace(given, merges=(Area(1, 20, 1_048_576, 60),))
    assert areas_below(given, 1) == {(2, column): given.merges[0] for column in range(20, 61)}
    assert [row.number for row in only(recognise(given, (SMALL,))).rows] == [2]


def test_a_heading_of_two_rows_may_be_repeated_on_the_next_page() -> None:
    found = table(
        """
        | STT | Cán bộ | Giao việc | < |
        | ^   | Họ và tên | Hạn hoàn thành | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        | STT | Cán bộ | Giao việc | < |
        | ^   | Họ và tên | Hạn hoàn thành | Số lượng |
        | 1 | 2 | 3 | 4 |
        | 2 | Lê Văn Chung | 25/03/2026 | 2 |
        """
    )
    assert [row.number for row in found.rows] == [3, 7]
    assert why(found) == {4: "tiêu đề lặp lại", 5: "tiêu đề lặp lại", 6: "dòng đánh số cột"}
