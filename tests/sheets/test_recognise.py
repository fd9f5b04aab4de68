"""Where the heading is, what its columns are, and which sheets are not read."""

from dataclasses import replace

import pytest
from tests.grids import grid
from tests.sheets.people import SMALL, fields, left_out, only, said, table, why

from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import How, LeftOut
from cadre_cli.sheets.titles import EXAMPLE, FORM

BLANK_TITLE = "Tháng … năm 20…\n"
HEADING = "| STT | Họ và tên | Hạn hoàn thành | Số lượng |"
UNFILLED = f"{HEADING}\n| 1 | | | |\n"
PLAIN = """
| STT | Họ và tên | Hạn hoàn thành | Số lượng |
| 1 | Trần Thị Bình | 25/03/2026 | 2 |
"""


@pytest.mark.parametrize("row", [1, 3, 4, 5, 7, 14])
def test_the_heading_is_found_wherever_it_stands(row: int) -> None:
    found = table(PLAIN, row=row)
    assert found.heading_rows == (row,)
    assert fields(found) == {"name": f"B{row}", "deadline": f"C{row}", "assigned": f"D{row}"}
    assert [one.number for one in found.rows] == [row + 1]
    assert said(found) == []


def test_statistics_above_are_not_the_heading() -> None:
    found = table(
        """
        | Tổng số việc | 12 |
        | Hoàn thành   | 10 |
        | Chậm         | 2  |

        | STT | Họ và tên | Hạn hoàn thành | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert found.heading_rows == (5,)


def test_case_tones_and_line_breaks_do_not_matter() -> None:
    found = table(
        """
        | S\\nT\\nT | HỌ VÀ TÊN | Han hoan thanh | SỐ\\nLƯỢNG |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert [(c.field, c.how) for c in found.columns] == [
        (None, How.EXACT),
        ("name", How.EXACT),
        ("deadline", How.FOLDED),
        ("assigned", How.EXACT),
    ]


def test_a_mistyped_heading_is_taken_and_said() -> None:
    found = table(
        """
        | STT | Họ và tên | Hạn hoàn thnh | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert fields(found)["deadline"] == "C1"
    assert said(found) == [("B03", "C1")]
    assert found.findings[0].said() == "Cột “Hạn hoàn thnh” được hiểu là “Hạn hoàn thành”."


def test_a_known_heading_inside_a_longer_one_is_taken_and_said() -> None:
    found = table(
        """
        | STT | Họ và tên | Hạn hoàn thành theo giao việc | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert said(found) == [("B03", "C1")]


def test_another_word_is_no_slip_of_the_pen() -> None:
    found = table(
        """
        | STT | Họ và tên | Số lượng | Đã hoàn thành |
        | 1 | Trần Thị Bình | 2 | 1 |
        """
    )
    assert "deadline" not in fields(found)


def test_what_stands_in_brackets_is_no_part_of_the_heading() -> None:
    found = table(
        """
        | STT | Họ và tên | Hạn hoàn thành (ngày) | Số lượng |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert [(c.field, c.how) for c in found.columns][2] == ("deadline", How.FOLDED)


def test_parents_and_children_are_joined_through_merges() -> None:
    found = table(
        """
        | STT | Họ và tên | Số lượng  | <          | Ghi chú |
        | ^   | ^         | Được giao | Hoàn thành | ^       |
        | 1 | Trần Thị Bình | 3 | 2 | |
        """
    )
    assert found.heading_rows == (1, 2)
    assert fields(found) == {
        "name": "B1",
        "assigned": "C2",
        "finished": "D2",
        "note": "E1",
    }
    assert [c.heading for c in found.columns][2] == "Số lượng / Được giao"


def test_a_parent_may_cover_fewer_columns_than_its_children() -> None:
    found = table(
        """
        | STT | Họ và tên | Số lượng  |            |
        | ^   | ^         | Được giao | Hoàn thành |
        | 1 | Trần Thị Bình | 3 | 2 |
        """
    )
    assert [c.heading for c in found.columns][2:] == [
        "Số lượng / Được giao",
        "Số lượng / Hoàn thành",
    ]


def test_a_parent_may_be_centred_without_a_merge() -> None:
    found = table(
        """
        | STT | Họ và tên | Số lượng  |            | Ghi chú |
        |     |           | Được giao | Hoàn thành |         |
        | 1 | Trần Thị Bình | 3 | 2 | |
        """
    )
    assert found.heading_rows == (1, 2)
    assert fields(found) == {"name": "B1", "assigned": "C2", "finished": "D2", "note": "E1"}
    assert [one.number for one in found.rows] == [3]


def test_a_number_column_merged_over_two_leaves_the_names_where_they_are() -> None:
    found = table(
        """
        | STT | < | Họ và tên | Hạn hoàn thành | Số lượng |
        | 1 | | Trần Thị Bình | 25/03/2026 | 2 |
        """
    )
    assert [(c.field, c.column) for c in found.columns] == [
        (None, 1),
        ("name", 3),
        ("deadline", 4),
        ("assigned", 5),
    ]


def test_a_name_in_two_columns_is_two_fields() -> None:
    apart = table(
        """
        | STT | Họ và đệm | Tên | Hạn hoàn thành | Số lượng |
        | 1 | Trần Thị | Bình | 25/03/2026 | 2 |
        """
    )
    merged = table(
        """
        | STT | Họ và tên | < | Hạn hoàn thành | Số lượng |
        | 1 | Trần Thị | Bình | 25/03/2026 | 2 |
        """
    )
    assert fields(apart)["family"] == "B1"
    assert fields(apart)["name"] == "C1"
    assert {c.field: c.column for c in merged.columns if c.field in ("family", "name")} == {
        "family": 2,
        "name": 3,
    }
    assert said(merged) == []


@pytest.mark.parametrize(
    "numbers", ["| 1 | 2 | 3 | 4 |", "| A | B | 1 | 2 |", "| (1) | (2) | (3) | (4)=(3)x2 |"]
)
def test_a_row_that_numbers_the_columns_is_no_data(numbers: str) -> None:
    head, row = PLAIN.strip().splitlines()
    below = table(f"{head}\n{numbers}\n{row}")
    above = table(f"{numbers}\n{head}\n{row}")
    assert [one.number for one in below.rows] == [3]
    assert why(below) == {2: "dòng đánh số cột"}
    assert [one.number for one in above.rows] == [3]


def test_two_headings_for_one_field_are_both_named() -> None:
    found = table(
        """
        | STT | Họ và tên | Hạn hoàn thành | Số lượng | Họ tên |
        | 1 | Trần Thị Bình | 25/03/2026 | 2 | Bình |
        """
    )
    assert said(found) == [("B04", "E1")]
    assert "cột B" in found.findings[0].said()
    assert fields(found)["name"] == "B1"


def test_a_field_of_several_columns_may_have_them() -> None:
    found = table(
        """
        | STT | Họ và tên | Điểm | Điểm lãnh đạo chấm |
        | 1 | Trần Thị Bình | 8 | 9 |
        """
    )
    assert [c.column for c in found.all("points")] == [3, 4]
    assert said(found) == []


def test_a_missing_column_is_said_of_the_sheet() -> None:
    needy = replace(
        SMALL,
        fields=tuple(replace(f, required=f.name in ("name", "finished")) for f in SMALL.fields),
    )
    found = only(recognise(grid(PLAIN), (needy,)))
    assert said(found) == [("B05", None)]
    assert found.findings[0].said() == "Bảng “bảng nhỏ” thiếu cột “Hoàn thành”."


def test_the_office_says_what_a_heading_means() -> None:
    office = Office(columns={"small": {"name": ("Đầu mối",)}})
    found = only(
        recognise(
            grid(
                """
            | STT | Họ và tên | Đầu mối | Hạn hoàn thành | Số lượng |
            | 1 | Lê Văn Chung | Trần Thị Bình | 25/03/2026 | 2 |
            """
            ),
            (SMALL,),
            office,
        )
    )
    assert fields(found)["name"] == "C1"
    assert [c.how for c in found.columns if c.field == "name"] == [How.GIVEN]


def test_the_office_says_what_a_sheet_is() -> None:
    other = replace(SMALL, name="other")
    office = Office(sheets={"bang 1": "other"})
    found = only(recognise(grid(PLAIN, sheet="Bảng 1"), (SMALL, other), office))
    assert found.kind == "other"


def test_the_title_settles_what_the_headings_leave_open() -> None:
    other = replace(SMALL, name="other", titles=("giao việc",))
    named = only(recognise(grid("BẢNG GIAO VIỆC\n" + PLAIN.strip()), (SMALL, other)))
    assert named.kind == "other"


def test_the_period_is_the_titles_else_the_sheet_names() -> None:
    titled = table(
        """
        UBND XÃ HÓA QUỲ
        BẢNG THEO DÕI THÁNG 3 NĂM 2026
        (Kèm theo Quyết định số 283/QĐ-UBND ngày 31 tháng 5 năm 2025)
        """
        + PLAIN,
        sheet="T4-2026",
    )
    named = table(PLAIN, sheet="T4-2026")
    neither = table("(Kèm theo Quyết định số 283/QĐ-UBND ngày 31/5/2025)\n" + PLAIN)
    assert titled.period == Period.parse("2026-03")
    assert "BẢNG THEO DÕI THÁNG 3 NĂM 2026" in titled.title
    assert named.period == Period.parse("2026-04")
    assert neither.period is None


@pytest.mark.parametrize(
    "lines",
    [
        "KẾ HOẠCH NĂM 2026\nTháng 3 năm 2026\n",
        "KẾ HOẠCH CÔNG TÁC QUÝ I NĂM 2026\nTHÁNG 3 NĂM 2026\n",
        "Tháng 3 năm 2026\n(thực hiện kế hoạch năm 2026)\n",
    ],
)
def test_of_several_periods_in_the_title_the_shortest_counts(lines: str) -> None:
    assert table(lines + PLAIN).period == Period.parse("2026-03")


def test_forms_examples_and_other_sheets_are_left_out() -> None:
    assert left_out(BLANK_TITLE + UNFILLED).why == FORM
    assert left_out(BLANK_TITLE + PLAIN, sheet="Mẫu giao việc").why == FORM
    assert left_out(PLAIN, sheet="Ví dụ").why == EXAMPLE
    assert left_out(PLAIN, sheet="Hướng dẫn").why == EXAMPLE
    assert left_out("").why.vi == "trang trống"
    assert "không thấy hàng tiêu đề" in left_out("| Mã | Tên danh mục |\n| 01 | Thi đua |").why.vi
    criteria = left_out("| TT | Tiêu chí chấm điểm | Điểm tối đa |\n| I | Phẩm chất | 10 |")
    assert "tiêu chí" in criteria.why.vi
    assert criteria.at == grid("", sheet="Sheet1").ref(1, 1).__class__("so.xlsx", "Sheet1")


@pytest.mark.parametrize(
    "rows",
    [
        "| 1 | | | |\n| 2 | | | |",
        "| 1 | Trần Thị Bình | | |\n| 2 | Nguyễn Văn An | | |",
        "| 1 | Nguyễn Văn A | 25/03/2026 | 2 |",
        "| 1 | ………… | 25/03/2026 | 2 |",
        "| 1 | Trần Thị Bình | | 0 |",
        "| Ví dụ | Trần Thị Bình | 25/03/2026 | 2 |",
    ],
    ids=["numbers", "names alone", "an invented name", "dots", "a printed nought", "an example"],
)
def test_a_blank_period_above_rows_that_say_nothing_of_anybody_is_a_form(rows: str) -> None:
    assert left_out(f"{BLANK_TITLE}{HEADING}\n{rows}").why == FORM


def test_a_blank_period_above_filled_rows_is_read_and_the_cell_is_kept() -> None:
    found = table("GIAO VIỆC BỔ SUNG\nTháng ..... năm 2026\n" + PLAIN, sheet="Tháng 4-2026")
    assert (len(found.rows), found.period) == (1, Period.parse("2026-04"))
    assert found.blank_title == CellRef("so.xlsx", "Tháng 4-2026", 2, 1)
    assert table("Tháng 3 năm 2026\n" + PLAIN).blank_title is None


def test_a_filled_table_with_a_blank_period_is_not_of_the_month_above_it() -> None:
    sheet = "Tháng 3 năm 2026\n" + PLAIN + "\n\nTháng … năm ……\n"
    other = "| STT | Số lượng | Họ và tên | Hạn hoàn thành |\n"
    found = recognise(
        grid(sheet + other + "| 1 | 3 | Trần Thị Bình | 25/03/2026 |", sheet="S"), (SMALL,)
    )
    assert not isinstance(found, LeftOut)
    assert [one.period for one in found] == [Period.parse("2026-03"), None]


def test_the_order_of_columns_does_not_matter() -> None:
    turned = table(
        """
        | Số lượng | Hạn hoàn thành | Họ và tên | STT |
        | 2 | 25/03/2026 | Trần Thị Bình | 1 |
        """
    )
    assert fields(turned) == {"name": "C1", "deadline": "B1", "assigned": "A1"}
    assert [one.number for one in turned.rows] == [2]


def test_an_empty_grid_of_a_known_name_is_still_left_out() -> None:
    found = recognise(grid(""), (SMALL,), Office(sheets={"Sheet1": "small"}))
    assert isinstance(found, LeftOut)


def test_parents_in_two_rows_that_are_only_centred_over_their_children() -> None:
    found = table(
        """
        | STT | Họ và tên     | Điểm | Giao việc      |          |
        |     |               |      | Trong kỳ       |          |
        |     |               |      | Hạn hoàn thành | Số lượng |
        | 1   | Trần Thị Bình | 8    | 25/03/2026     | 2        |
        """
    )
    assert found.heading_rows == (1, 2, 3)
    assert fields(found) == {"name": "B1", "points": "C1", "deadline": "D3", "assigned": "E3"}
    assert [one.number for one in found.rows] == [4]


def test_other_columns_above_the_children_that_were_settled_on() -> None:
    found = table(
        """
        | STT | Điểm | Giao việc     |                |          |
        |     |      | Trong kỳ      |                |          |
        |     |      | Họ và tên     | Hạn hoàn thành | Số lượng |
        | 1   | 8    | Trần Thị Bình | 25/03/2026     | 2        |
        """
    )
    assert found.heading_rows == (1, 2, 3)
    assert fields(found) == {"points": "B1", "name": "C3", "deadline": "D3", "assigned": "E3"}


def test_a_sheet_of_spaces_is_empty() -> None:
    assert left_out("|  |\n| '   |").why == left_out("").why
