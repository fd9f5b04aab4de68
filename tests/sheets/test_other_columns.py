"""Columns that nothing is read from: harmless ones in silence, others never (B14)."""

import tomllib

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import FILE, codes, parsed, tables_of

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import quoted
from cadre_cli.sheets.kinds import common, events, leader_parts, stated, tasks
from cadre_cli.sheets.other_columns import ColumnNotUnderstood
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut, SheetKind

TASKS = """
GIAO VIỆC THÁNG 3 NĂM 2026

| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao | {heading} |
| 1 | Báo cáo | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 4 | {cell} |
| 2 | Kế hoạch | Nguyễn Văn An | Phạm Thị Dung | 20/03/2026 | 1 | |
"""


def of_tasks(heading: str, cell: str) -> list[tuple[str, str | None]]:
    return codes(parsed(tasks.KIND, TASKS.format(heading=heading, cell=cell)).findings)


@pytest.mark.parametrize(
    "heading", ["Bị nhắc nhở", "Lỗi / Vi phạm", "Đ/giá", "Xử lý", "Số lượng hoàn thành quy đổi"]
)
def test_data_under_a_heading_nobody_knows_is_pointed_out(heading: str) -> None:
    assert of_tasks(heading, "2") == [("B14", "G3")]


def test_quantities_with_the_coefficient_in_them_are_passed_over_beside_both() -> None:
    assert of_tasks("Hệ số | Số lượng giao quy đổi", "2 | 8") == []


@pytest.mark.parametrize("cell", ["", "-", "…"])
def test_an_empty_column_is_no_matter(cell: str) -> None:
    assert of_tasks("Bị nhắc nhở", cell) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Đơn vị tính",
        "Mức độ ưu tiên",
        "TÀI LIỆU",
        "Minh chứng",
        "Số điện thoại",
        "Lĩnh vực",
        "Tự đánh giá chất lượng",
        "31",
    ],
)
def test_a_column_known_to_be_harmless_is_passed_over(heading: str) -> None:
    assert of_tasks(heading, "3") == []


def test_a_heading_turned_away_for_another_is_named_once() -> None:
    assert of_tasks("SL giao", "3") == []
    found = tables_of(tasks.KIND, TASKS.format(heading="SL giao", cell="3"))
    assert [finding.code for table in found for finding in table.findings] == ["B04"]


@pytest.mark.parametrize(
    ("kind", "title", "headings", "cells"),
    [
        (common.KIND, "ĐIỂM TIÊU CHÍ CHUNG", "Điểm tiêu chí chung (30đ)", "27"),
        (leader_parts.KIND, "TIÊU CHÍ LÃNH ĐẠO", "d | đ | e", "1 | 1 | 1"),
        (stated.KIND, "TỔNG HỢP KẾT QUẢ", "Tổng điểm | Xếp loại", "95 | HTXSNV"),
        (events.KIND, "SỰ VIỆC", "Sự việc | Từ ngày", "Nghỉ ốm | @2026-03-02"),
    ],
)
def test_tables_of_people_too(kind: SheetKind, title: str, headings: str, cells: str) -> None:
    found = parsed(
        kind,
        f"""
        {title} THÁNG 3 NĂM 2026

        | STT | Họ và tên | Bị nhắc | Ngày sinh | {headings} |
        | 1 | Nguyễn Văn An | 2 | @1990-05-05 | {cells} |
        """,
    )
    (said,) = found.findings
    assert said == ColumnNotUnderstood(
        at=said.at, heading="Bị nhắc", pasted='"Bị nhắc"', kind=kind.name
    )
    assert (said.code, said.at.a1, said.severity) == ("B14", "C3", Severity.WARNING)
    assert f"[reading.columns.{kind.name}]" in said.remedy("vi")


@pytest.mark.parametrize("heading", ["Bị nhắc", 'Số lần "nhắc"', "Bị “nhắc”"])
def test_the_line_to_paste_is_valid(heading: str) -> None:
    said = ColumnNotUnderstood(
        at=CellRef("a.xlsx"), heading=heading, pasted=quoted(heading), kind="tasks"
    )
    for lang in ("vi", "en"):
        line = said.remedy(lang)[said.remedy(lang).index("other = ") :]
        assert tomllib.loads(line) == {"other": [heading]}


def test_one_line_names_every_such_column_of_a_table() -> None:
    """A key stands once in a section of cadre.toml: two lines pasted would be a fault."""
    found = parsed(
        common.KIND,
        """
        CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026

        | STT | Họ và tên | Bị nhắc | Tổng (30đ) | Khen miệng |
        | 1 | Nguyễn Văn An | 2 | 26 | 1 |
        """,
    )
    for said in found.findings:
        line = said.remedy("vi")[said.remedy("vi").index("other = ") :]
        assert tomllib.loads(line) == {"other": ["Bị nhắc", "Khen miệng"]}
    assert codes(found.findings) == [("B14", "C3"), ("B14", "E3")]


def test_columns_of_criteria_are_understood() -> None:
    found = parsed(
        common.KIND,
        """
        CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026

        | STT | Họ và tên | Nhóm I (10đ) | Nhóm II (10đ) | Nhóm III (10đ) | Tổng (30đ) |
        | 1 | Nguyễn Văn An | 9 | 9 | 8 | 26 |
        """,
    )
    assert codes(found.findings) == []


def test_the_office_may_say_that_a_column_is_not_to_be_read() -> None:
    sheet = grid(TASKS.format(heading="Bị nhắc", cell="2"), file=FILE)
    office = Office(columns={"tasks": {"other": ("Bị nhắc",)}})
    found = recognise(sheet, (tasks.KIND,), office)
    assert not isinstance(found, LeftOut)
    assert codes(tasks.KIND.parse(found[0]).findings) == []
