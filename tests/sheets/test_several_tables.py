"""Several tables in one sheet: below each other, side by side, far to the right."""

from itertools import zip_longest

import pytest
from tests.grids import grid
from tests.sheets.people import fields, only, said, why

from cadre_cli.domain.periods import Period
from cadre_cli.domain.tasks import Category, Phase
from cadre_cli.sheets.kinds import KINDS, roster, tasks
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut, Table

TASKS = (
    "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao |\n"
    "| 1 | Rà soát hộ nghèo | Lê Văn An | Trần Văn Cả | 20/03/2026 | 2 |\n"
)
MARKS = "| STT | Họ và tên | Điểm tiêu chí chung (30đ) |\n| 1 | Lê Văn An | 27 |\n"


def tables(markdown: str, sheet: str = "Sheet1") -> tuple[Table, ...]:
    found = recognise(grid(markdown, sheet=sheet), KINDS)
    assert not isinstance(found, LeftOut), found
    return found


def shape(found: tuple[Table, ...]) -> list[tuple[str, tuple[int, ...], list[int]]]:
    return [(one.kind, one.heading_rows, [row.number for row in one.rows]) for one in found]


def beside(left: str, right: str, gap: str = " |") -> str:
    """Two Markdown tables of the same height in the same rows."""
    pairs = zip(left.strip().splitlines(), right.strip().splitlines(), strict=True)
    return "\n".join(f"{one}{gap}{other.removeprefix('|')}" for one, other in pairs)


def test_a_plan_and_the_assignments_below_it_are_two_tables() -> None:
    found = tables(
        "THÁNG 3 NĂM 2026\n"
        "I. ĐĂNG KÝ KẾ HOẠCH\n"
        "| STT | Nội dung công việc | Người thực hiện |\n"
        "| 1 | Rà soát hộ nghèo | Lê Văn An |\n"
        "\n"
        "II. GIAO VIỆC\n" + TASKS
    )
    assert shape(found) == [("tasks", (3,), [4]), ("tasks", (7,), [8])]
    assert [said(one) for one in found] == [[], []]
    assert [why(one) for one in found] == [{}, {}]
    assert [one.period for one in found] == [Period.parse("2026-03")] * 2
    assert [tasks.parse(one).records.tasks[0].phase for one in found] == [
        Phase.PLAN,
        Phase.ASSIGNMENT,
    ]


def test_a_letterhead_between_two_tables_is_nobody_where_rows_have_no_numbers() -> None:
    found = tables(
        "DANH SÁCH CÁN BỘ\n"
        "| Họ và tên | Chức vụ | Đơn vị |\n| Lê Văn An | Chuyên viên | Văn phòng |\n"
        "| ỦY BAN NHÂN DÂN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "| XÃ ĐỒNG LIM | | Độc lập - Tự do - Hạnh phúc |\n| Số: 12/BC-UBND | | |\n"
        "ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026\n" + MARKS
    )
    assert shape(found) == [("roster", (2,), [3]), ("common", (8,), [9])]


def test_a_table_below_the_signatures_of_another_is_read_and_their_names_are_not() -> None:
    found = tables(
        TASKS
        + "| | NGƯỜI LẬP BIỂU | | CHỦ TỊCH | | |\n| | Vũ Văn Ký | | Hà Thị Duyệt | | |\n\n"
        + "ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026\n"
        + MARKS
    )
    assert shape(found) == [("tasks", (1,), [2]), ("common", (7,), [8])]
    assert [said(one) for one in found] == [[], []]
    assert why(found[0]) == {3: "phần ký và những dòng dưới đó"}


def test_a_table_without_numbering_begins_where_its_headings_stand() -> None:
    found = tables(TASKS + "\n| Họ và tên | Tổng điểm | Xếp loại |\n| Lê Văn An | 87 | HTTNV |")
    assert shape(found) == [("tasks", (1,), [2]), ("stated", (4,), [5])]


def test_nobody_is_called_by_the_heading_of_the_next_table() -> None:
    found = tables(
        "| Họ và tên | Điểm tiêu chí chung (30đ) | d | đ |\n| Lê Văn An | 27 | | |\n\n"
        "| Họ và tên | Xếp loại |\n| Lê Văn An | HTTNV |"
    )
    assert shape(found) == [("common", (1,), [2]), ("stated", (4,), [5])]


def test_what_stands_below_the_title_of_the_next_table_is_no_row_of_the_one_above() -> None:
    found = tables(
        "| Họ và tên | Chức vụ | Đơn vị |\n| Lê Văn An | Chuyên viên | Văn phòng |\n\n"
        "GIAO VIỆC THÁNG 3 NĂM 2026\n(Kèm theo Quyết định số 28/QĐ-UBND)\nĐơn vị tính: điểm\n"
        "| Nội dung công việc | Người thực hiện | Thời hạn |\n| Rà soát | Lê Văn An | 20/03/2026 |"
    )
    assert shape(found) == [("roster", (1,), [2]), ("tasks", (7,), [8])]
    assert found[1].period == Period.parse("2026-03")


def test_months_over_points_below_another_table_are_read() -> None:
    found = tables(
        "| Họ và tên | Điểm tiêu chí chung (30đ) | d | đ |\n| Lê Văn An | 27 | | |\n\n"
        "TỔNG HỢP NĂM 2026\n"
        "| Họ và tên | Tháng 1 | | Tháng 2 | | Tháng 3 | |\n"
        "| | Điểm | Xếp loại | Điểm | Xếp loại | Điểm | Xếp loại |\n"
        "| Lê Văn An | 71 | HTT | 90 | HTXS | | |"
    )
    assert [(one.kind, one.period) for one in found[1:]] == [
        ("stated", Period.parse(f"2026-0{month}")) for month in (1, 2)
    ]


def test_an_earlier_month_below_a_narrow_summary_keeps_its_month() -> None:
    found = tables(
        "TỔNG HỢP XẾP LOẠI THÁNG 3 NĂM 2026\n"
        "| STT | Xếp loại | Họ và tên |\n"
        "| 1 | HTT | Lê Văn An |\n\n"
        "GIAO VIỆC VÀ KẾT QUẢ THÁNG 2 NĂM 2026\n"
        "| STT | Kết quả thực hiện | | Nội dung công việc | Người thực hiện | Người giao"
        " | Số lượng giao | Số lượng hoàn thành |\n"
        "| | Số lần chưa đạt | Ngày hoàn thành | | | | | |\n"
        "| 1 | 0 | @2026-02-18 | Soạn công văn | Lê Văn An | Trần Thị Bình | 2 | 1 |"
    )
    assert [(one.kind, str(one.period), [row.number for row in one.rows]) for one in found] == [
        ("stated", "2026-03", [3]),
        ("tasks", "2026-02", [8]),
    ]


def test_the_heading_of_the_next_page_begins_no_table() -> None:
    [found] = tables("GIAO VIỆC THÁNG 3 NĂM 2026\n" + TASKS + "THÁNG 3 NĂM 2026\n" + TASKS)
    assert [row.number for row in found.rows] == [3, 6]


def test_another_month_above_the_same_heading_begins_a_table() -> None:
    found = tables(f"GIAO VIỆC THÁNG 3 NĂM 2026\n{TASKS}\nGIAO VIỆC THÁNG 4 NĂM 2026\n{TASKS}")
    assert [one.period for one in found] == [Period.parse("2026-03"), Period.parse("2026-04")]
    assert shape(found) == [("tasks", (2,), [3]), ("tasks", (6,), [7])]


def test_two_numberings_in_one_row_are_two_tables() -> None:
    found = tables("GIAO VIỆC THÁNG 3 NĂM 2026\n" + beside(TASKS, MARKS))
    assert shape(found) == [("tasks", (2,), [3]), ("common", (2,), [3])]
    assert [one.period for one in found] == [Period.parse("2026-03")] * 2
    assert [said(one) for one in found] == [[], []]


def test_numbered_tables_may_touch() -> None:
    found = tables(beside(TASKS, MARKS, gap=""))
    assert [fields(one) for one in found][1] == {
        "ordinal": "G1",
        "name": "H1",
        "common_total": "I1",
    }


def test_the_same_headings_again_behind_an_empty_column_are_a_second_table() -> None:
    people = "| Họ và tên | Chức vụ | Đơn vị |\n| {} | Công chức | Văn phòng |"
    found = tables(beside(people.format("Lê Văn An"), people.format("Vũ Thị Bình"), gap=" | |"))
    names = [[o.name for o in roster.parse(one).records.officers] for one in found]
    assert names == [["Lê Văn An"], ["Vũ Thị Bình"]]
    assert [said(one) for one in found] == [[], []]


SLIP = """
PHẦN B. TIÊU CHÍ CHUNG
| STT | Tiêu chí | Điểm tối đa | Cá nhân tự chấm | Chủ tịch UBND xã duyệt |
| I | Phẩm chất chính trị, đạo đức, ý thức kỷ luật | 10 | 10 | 9 |
| II | Năng lực chuyên môn, tinh thần trách nhiệm | 10 | 10 | 10 |
| III | Năng lực đổi mới, sáng tạo | 10 | 9 | 8 |
"""
WORK = """
PHIẾU ĐÁNH GIÁ THÁNG 3 NĂM 2026
Họ và tên: Lê Văn An
PHẦN A. KẾT QUẢ
| STT | Sản phẩm, công việc | Người giao | Thời hạn | Số lượng giao |
| 1 | Rà soát hộ nghèo | Trần Văn Cả | 20/03/2026 | 2 |
"""


def test_the_criteria_below_somebodys_work_are_that_persons() -> None:
    found = tables(WORK.strip() + SLIP)
    assert [one.kind for one in found] == ["tasks", "slip"]
    assert [one.subject.person and one.subject.person.name for one in found] == ["Lê Văn An"] * 2
    assert fields(found[0])["content"] == "B4"
    assert [said(one) for one in found] == [[], []]


def test_work_and_criteria_of_several_people_stand_below_each_other() -> None:
    other = WORK.replace("Lê Văn An", "Vũ Thị Bình")
    found = tables(f"{WORK.strip()}{SLIP}\n{other.strip()}{SLIP}")
    assert [(one.kind, one.subject.person and one.subject.person.name) for one in found] == [
        ("tasks", "Lê Văn An"), ("slip", "Lê Văn An"), ("tasks", "Vũ Thị Bình"), ("slip", "Vũ Thị Bình")
    ]  # fmt: skip


def test_criteria_below_another_slip_or_an_empty_name_are_not() -> None:
    twice = tables(WORK.strip() + SLIP + SLIP)
    assert len([one for one in twice if one.kind == "slip"]) == 1
    blank = tables(WORK.strip() + "\nHọ và tên: ………" + SLIP)
    assert [one.subject.person for one in blank if one.kind == "slip"] in ([], [None])


PEOPLE = "| STT | Họ và tên | Tổng điểm | Xếp loại |"
AN = "| 1 | Vũ An | 90 | HTXS |"
POINTS = "| STT | Họ và tên | Điểm tiêu chí chung | < |"
SCORED = "| ^ | ^ | Tự chấm | Lãnh đạo chấm |"
VU_AN = "| 1 | Vũ An | 28 | 27 |"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([POINTS, SCORED, VU_AN], [PEOPLE, AN], [("common", (1, 2), [3]), ("stated", (1,), [2])]),
        ([PEOPLE, AN], [POINTS, SCORED, VU_AN], [("stated", (1,), [2]), ("common", (1, 2), [3])]),
        ([POINTS, SCORED, VU_AN], ["", "", PEOPLE, AN], [("common", (1, 2), [3]), ("stated", (3,), [4])]),
        (["", "", PEOPLE, AN], [POINTS, SCORED, VU_AN], [("stated", (3,), [4]), ("common", (1, 2), [3])]),
        (["| Họ | Tên | Tổng điểm | Xếp loại |", "| Vũ | An | 90 | HTXS |"], ["| Họ và tên | Điểm tiêu chí chung | d | đ |", "| Vũ An | 28 | | 1 |"],
         [("stated", (1,), [2]), ("common", (1,), [2])]),
    ],
)  # fmt: skip
def test_tables_beside_each_other_begin_and_end_their_headings_where_they_like(
    left: list[str], right: list[str], expected: list[object]
) -> None:
    empty = "| | | | |"
    rows = zip_longest(
        (one or empty for one in left), (one or empty for one in right), fillvalue=empty
    )
    found = tables("\n".join(f"{one} {other}" for one, other in rows))
    assert shape(found) == expected
    assert [said(one) for one in found] == [[], []]


def test_an_empty_column_inside_a_table_parts_nothing() -> None:
    [found] = tables(
        "| STT | Nội dung công việc | Người thực hiện | | Người giao | Thời hạn | Số lượng |\n"
        "| 1 | Rà soát | Lê Văn An | | Trần Văn Cả | 20/03/2026 | 2 |"
    )
    assert sorted(fields(found)) == sorted(
        ["ordinal", "content", "owner", "assigner", "deadline", "assigned"]
    )


def test_a_table_far_to_the_right_is_read_too() -> None:
    found = tables(
        TASKS
        + "| 2 | Báo cáo | Lê Văn An | Trần Văn Cả | 20/03/2026 | 1 | | STT | Họ và tên | Tổng điểm | Xếp loại |\n"
        + "| 3 | Tổng hợp | Lê Văn An | Trần Văn Cả | 20/03/2026 | 1 | | 1 | Lê Văn An | 87 | HTT |\n"
        + "| 4 | Kiểm tra | Lê Văn An | Trần Văn Cả | 20/03/2026 | 1 | | 2 | Vũ An | 88 | HTT |\n"
    )
    assert shape(found) == [("tasks", (1,), [2, 3, 4, 5]), ("stated", (3,), [4, 5])]
    assert fields(found[1])["name"] == "I3"


def test_working_cells_at_the_right_are_no_table() -> None:
    found = tables(
        TASKS.rstrip() + " | ghi nhớ | 12 |\n| 2 | B | Lê Văn An | | | 1 | gọi lại | 3 |"
    )
    assert shape(found) == [("tasks", (1,), [2, 3])]


def test_a_table_of_an_unknown_kind_below_is_pointed_out_as_before() -> None:
    found = only(
        tables(
            TASKS + "\n| STT | Tên thôn | Trưởng thôn | Số hộ |\n| 1 | Thôn Đông | Vũ An | 120 |"
        )
    )
    assert said(found) == [("B07", "A5")]
    assert why(found) == {4: "bảng khác ở dưới bảng này"}


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn |", 1),
        ("| STT | Nội dung công việc | Thời hạn | Người thực hiện | Người giao |", 2),
    ],
)
def test_a_section_with_headings_of_its_own_keeps_the_meaning_of_its_title(
    heading: str, count: int
) -> None:
    found = tables(
        f"GIAO VIỆC THÁNG 3 NĂM 2026\n{TASKS}\nII. NHIỆM VỤ PHÁT SINH\n{heading}\n"
        "| 1 | Chống bão | Lê Văn An | Lê Văn An | Trần Văn Cả |"
    )
    categories = [task.category for one in found for task in tasks.parse(one).records.tasks]
    assert (len(found), categories) == (count, [Category.PLANNED, Category.UNPLANNED])


def test_many_small_tables_are_all_read_whichever_have_more_headings() -> None:
    found = tables((TASKS + MARKS) * 40)
    assert [one.kind for one in found] == ["tasks", "common"] * 40
    assert {len(one.rows) for one in found} == {1}
    assert {code for one in found for code, _ in said(one)} == set()


def test_a_table_with_few_headings_may_stand_above_ones_with_more() -> None:
    assert [one.kind for one in tables(MARKS + TASKS * 8)] == ["common", "tasks"]


def test_the_numbers_of_the_next_table_s_columns_may_stand_above_its_heading() -> None:
    found = tables(
        "GIAO VIỆC THÁNG 3 NĂM 2026\n"
        + TASKS
        + "ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026\n| 1 | 2 | 3 |\n"
        + MARKS
    )
    assert shape(found) == [("tasks", (2,), [3]), ("common", (6,), [7])]
    assert [str(one.period) for one in found] == ["2026-03", "2026-04"]


OF_ONE = (
    "| STT | Nội dung công việc | Người giao | Thời hạn | Số lượng giao |\n"
    "| 1 | Rà soát hộ nghèo | Trần Văn Cả | 20/03/2026 | 2 |\n"
)


def test_the_same_heading_below_another_name_is_another_person_s() -> None:
    found = tables(
        "GIAO VIỆC THÁNG 3 NĂM 2026\nHọ và tên: Lê Văn An\n" + OF_ONE
        + "GIAO VIỆC THÁNG 3 NĂM 2026\nHọ và tên: Vũ Thị Bình\n" + OF_ONE
        + "Họ và tên: Vũ Thị Bình\n" + OF_ONE
    )  # fmt: skip
    assert shape(found) == [("tasks", (3,), [4]), ("tasks", (7,), [8, 11])]
    owners = [t.owners[0].name for one in found for t in tasks.parse(one).records.tasks]
    assert owners == ["Lê Văn An", "Vũ Thị Bình", "Vũ Thị Bình"]


def test_the_same_heading_below_another_unit_is_another_unit_s() -> None:
    found = tables("Đơn vị: Phòng Kinh tế\n" + TASKS + "Đơn vị: Văn phòng HĐND và UBND\n" + TASKS)
    assert [one.subject.unit for one in found] == ["Phòng Kinh tế", "Văn phòng HĐND và UBND"]
