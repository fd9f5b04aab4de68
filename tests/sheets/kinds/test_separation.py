"""Which kind a sheet is taken for when all the kinds stand to choose."""

import pytest
from tests.grids import grid
from tests.sheets.people import only

from cadre_cli.domain.office import Office
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng", "tasks"),
        ("Nội dung công việc | Người thực hiện", "tasks"),
        ("Số việc | Số lượng hoàn thành | Số lần chưa đạt | Số lần chậm", "tasks"),
        ("Họ và tên | Nội dung công việc | Thời hạn | Số lượng | Ngày hoàn thành", "tasks"),
        ("Họ và tên | Chức vụ | I.1 | I.2 | II.1 | II.2", "common"),
        ("Họ và tên | Nhóm I | Nhóm II | Nhóm III | Tổng điểm | Xếp loại", "common"),
        ("Họ và tên | Chức vụ | Điểm tiêu chí chung (30đ)", "common"),
        ("Họ và tên | Chức vụ | Tổng điểm | Xếp loại", "stated"),
        ("Họ và tên | Điểm tiêu chí chung | Điểm KPI | Tổng điểm | Xếp loại", "stated"),
        ("Họ và tên | Đơn vị | Mức xếp loại", "stated"),
        ("Họ và tên | Chức vụ | d | đ | e", "leader_parts"),
        (
            (
                "Họ và tên | Kết quả hoạt động của cơ quan, đơn vị | Khả năng tổ chức triển khai "
                "| Năng lực tập hợp, đoàn kết"
            ),
            "leader_parts",
        ),
        ("Họ và tên | Loại sự việc | Từ ngày | Đến ngày | Văn bản", "events"),
        ("Họ và tên | Hình thức kỷ luật | Số quyết định | Ngày quyết định", "events"),
        ("Họ và tên | Điểm tiêu chí chung (30đ) | Kỷ luật", "common"),
        ("Họ và tên | Tổng điểm | Kỷ luật", "stated"),
        ("Họ và tên | Chức vụ | Đơn vị | Kỷ luật", "roster"),
        ("Họ và tên | Chức vụ | Đơn vị công tác | Ngày sinh", "roster"),
        ("Họ và tên | Mã cán bộ | Chức vụ | Đơn vị | Đối tượng | Ghi chú", "roster"),
        (
            "Mã CV | Nhiệm vụ | Sản phẩm đầu ra | Nhóm | Khung điểm | Điểm chấm | Hệ số quy đổi",
            "catalogue",
        ),
        ("Mã sản phẩm | Tên sản phẩm | Đơn vị tính | Hệ số", "catalogue"),
    ],
)
def test_headings_alone_say_what_a_sheet_is(heading: str, kind: str) -> None:
    count = heading.count("|") + 1
    row = " | ".join(["Nguyễn Văn An"] * count)
    table = only(recognise(grid(f"| STT | {heading} |\n| 1 | {row} |\n| 2 | {row} |"), KINDS))
    assert table.kind == kind


def test_days_of_a_month_are_no_criteria() -> None:
    days = " | ".join(str(day) for day in range(1, 32))
    marks = " | ".join("+" for _ in range(31))
    sheet = recognise(
        grid(f"BẢNG CHẤM CÔNG\n\n| TT | Họ và tên | {days} |\n| 1 | Nguyễn Văn An | {marks} |"),
        KINDS,
        Office(),
    )
    assert isinstance(sheet, LeftOut)


def test_a_roster_with_terms_of_service_is_no_list_of_events() -> None:
    heading = "| STT | Họ và tên | Chức vụ | Nơi công tác | Từ ngày | Đến ngày |"
    sheet = recognise(
        grid(f"{heading}\n| 1 | Nguyễn Văn An | Công chức | Văn phòng | 01/01/2020 | |"),
        KINDS,
        Office(),
    )
    assert only(sheet).kind == "roster"


def test_a_column_of_discipline_leaves_a_sheet_of_points_what_it_is() -> None:
    sheet = grid(
        """
        TỔNG HỢP ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026

        | STT | Họ và tên | Điểm tiêu chí chung (tối đa 30) | Kỷ luật |
        | 1 | Nguyễn Văn An | 27 | |
        | 2 | Trần Thị Bình | 26 | Không |
        | 3 | Lê Văn Cường | 25 | Khiển trách |
        """
    )
    table = only(recognise(sheet, KINDS))
    parsed = next(kind for kind in KINDS if kind.name == table.kind).parse(table)
    assert table.kind == "common"
    assert parsed.findings == ()
    assert [mark.points for one in parsed.records.common for mark in one.marks] == [27, 26, 25]
    assert [(event.who.name, event.words) for event in parsed.records.events] == [
        ("Lê Văn Cường", "Khiển trách")
    ]
