"""An office's own table of 100 points, bonus and penalty, as columns of a table of people."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.sheets.kinds.parsing import cell, parsed, table_of

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds import common, stated
from cadre_cli.sheets.own_points import own_columns
from cadre_cli.sheets.table import SheetKind

TITLE = "BẢNG CHẤM ĐIỂM, XẾP LOẠI CÁN BỘ, CÔNG CHỨC THÁNG 5 NĂM 2024\n\n"


def marks(kind: SheetKind, markdown: str) -> tuple[CommonMarks, ...]:
    return parsed(kind, TITLE + markdown).records.common


def test_criteria_whose_maxima_make_up_100_are_the_offices_table() -> None:
    an, binh = marks(
        stated.KIND,
        "| STT | Họ và tên | Ý thức kỷ luật (20đ) | Đạo đức (10đ) | Kết quả công việc (70đ) | Tổng điểm | Xếp loại |\n"
        "| 1 | Nguyễn Văn An | 18 | 9 | 60 | 87 | B |\n"
        "| 2 | Trần Thị Bình | 20 | | 66 | 86 | B |\n",
    )
    assert [(m.criterion, m.points, m.maximum, m.at) for m in an.table] == [
        ("Ý thức kỷ luật (20đ)", 18, 20, cell("C4")),
        ("Đạo đức (10đ)", 9, 10, cell("D4")),
        ("Kết quả công việc (70đ)", 60, 70, cell("E4")),
    ]
    assert [m.points for m in binh.table] == [20, None, 66]


def test_a_row_of_maxima_states_them_too() -> None:
    [an] = marks(
        stated.KIND,
        "| STT | Họ và tên | Tiêu chí 1 | Tiêu chí 2 | Tiêu chí 3 | Tiêu chí 4 | Tổng điểm |\n"
        "| | Điểm tối đa | 30 | 30 | 20 | 20 | 100 |\n"
        "| 1 | Nguyễn Văn An | 25 | 28 | 20 | 18 | 91 |\n",
    )
    assert [(m.points, m.maximum) for m in an.table] == [(25, 30), (28, 30), (20, 20), (18, 20)]


def test_two_scorers_of_one_table_are_told_apart() -> None:
    [an] = marks(
        stated.KIND,
        "| STT | Họ và tên | Kỷ luật (30đ) | < | Công việc (70đ) | < | Xếp loại |\n"
        "| ^ | ^ | Tự chấm | Lãnh đạo chấm | Tự chấm | Lãnh đạo chấm | ^ |\n"
        "| 1 | Nguyễn Văn An | 30 | 25 | 70 | 60 | B |\n",
    )
    assert [(m.criterion, m.scorer, m.points) for m in an.table] == [
        ("Kỷ luật (30đ)", 0, 30),
        ("Kỷ luật (30đ)", 1, 25),
        ("Công việc (70đ)", 0, 70),
        ("Công việc (70đ)", 1, 60),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "Kỷ luật (20đ) | Công việc (70đ)",
        "Kỷ luật | Công việc",
        "Nhóm I (10đ) | Nhóm II (10đ)",
    ],
)
def test_other_tables_are_none(headings: str) -> None:
    table = table_of(
        stated.KIND,
        TITLE
        + f"| STT | Họ và tên | {headings} | Tổng điểm (100đ) | Xếp loại |\n"
        + "| 1 | Nguyễn Văn An | 5 | 6 | 90 | A |\n",
    )
    assert own_columns(table) == ()


def test_groups_beside_their_own_rows_are_not_added_twice() -> None:
    table = table_of(
        common.KIND,
        TITLE
        + "| STT | Họ và tên | I. Kỷ luật (30đ) | I.1 (10đ) | I.2 (20đ) | II. Năng lực (70đ) | Ghi chú |\n"
        + "| 1 | Nguyễn Văn An | 25 | 8 | 17 | 60 | |\n",
    )
    assert [(c.column.column, c.maximum) for c in own_columns(table)] == [(4, 10), (5, 20), (6, 70)]


def test_bonus_and_penalty_stand_beside_the_criteria() -> None:
    an, binh, cuong = marks(
        common.KIND,
        "| STT | Họ và tên | Điểm tiêu chí chung (30đ) | Điểm cộng | Điểm trừ |\n"
        "| 1 | Nguyễn Văn An | 27 | 2 | |\n"
        "| 2 | Trần Thị Bình | 28 | | 1,5 |\n"
        "| 3 | Lê Văn Cường | 28 | hai | |\n",
    )
    assert an.adjustments == (Mark("bonus", Decimal(2), cell("D4")),)
    assert binh.adjustments == (Mark("penalty", Decimal("1.5"), cell("E5")),)
    assert cuong.adjustments == (Mark("bonus", UNKNOWN, cell("D6")),)
    assert [m.criterion for m in an.marks] == ["total"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Điểm thưởng", "bonus"),
        ("Điểm cộng thêm", "bonus"),
        ("Trừ điểm", "penalty"),
        ("Điểm cộng/trừ", "signed"),
    ],
)
def test_headings_of_bonus_and_penalty(heading: str, name: str) -> None:
    [an] = marks(
        stated.KIND,
        f"| STT | Họ và tên | {heading} | Tổng điểm | Xếp loại |\n| 1 | Nguyễn Văn An | -2 | 88 | B |\n",
    )
    assert an == CommonMarks(
        an.who, an.at, (), from_summary=True, adjustments=(Mark(name, Decimal(-2), cell("C4")),)
    )
