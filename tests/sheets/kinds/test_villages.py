"""Sheets about villages: points, new-rural criteria, contributions, households helped, visits."""

from datetime import date
from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import codes
from tests.sheets.people import only

from cadre_cli.domain.values import UNKNOWN
from cadre_cli.domain.villages import Giving, VillageRecords
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import Parsed, SheetKind, Table


def table(markdown: str, sheet: str = "Sheet1") -> Table:
    """The one table that recognition makes of the sheet among all kinds."""
    return only(recognise(grid(markdown, sheet=sheet), KINDS))


def kind(of: Table) -> SheetKind:
    return next(each for each in KINDS if each.name == of.kind)


def parsed(markdown: str, name: str, sheet: str = "Sheet1") -> Parsed:
    found = table(markdown, sheet)
    assert found.kind == name
    return kind(found).parse(found)


def villages(markdown: str, name: str, sheet: str = "Sheet1") -> VillageRecords:
    return parsed(markdown, name, sheet).records.villages


# ── points of those in charge of villages ────────────────────────────────────────────────────

POINTS = """
CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN THÁNG 3 NĂM 2024
| TT | Thôn | Cán bộ phụ trách | Nhiệm vụ | Điểm tối đa | Điểm tự chấm | Điểm chấm | Nhận xét của Ban Thường vụ | Mô hình hay |
"""


def test_points_per_village_and_task() -> None:
    found = villages(
        POINTS
        + "| 1 | Thôn Đá | Đ/c Lê Văn Cường | Vận động làm đường | 10 | 9 | 8 | Sát dân | Tổ tự quản |",
        "village_tasks",
    )
    (task,) = found.tasks
    assert (task.village, task.who[0].name, task.content) == (
        "Thôn Đá",
        "Lê Văn Cường",
        "Vận động làm đường",
    )
    assert (task.points, task.max_points, task.remark, task.model) == (
        Decimal(8),
        Decimal(10),
        "Sát dân",
        "Tổ tự quản",
    )


def test_points_above_their_maximum_are_unknown() -> None:
    found = parsed(
        POINTS + "| 1 | Thôn Đá | Lê Văn Cường | Làm đường | 10 | | 12 | | |", "village_tasks"
    )
    assert found.records.villages.tasks[0].points is UNKNOWN
    assert codes(found.findings) == [("D04", "G3")]


def test_a_row_that_names_no_village_is_asked_about() -> None:
    found = parsed(POINTS + "| 1 | | Lê Văn Cường | Làm đường | 10 | | 8 | | |", "village_tasks")
    assert codes(found.findings) == [("D05", "B3")]


def test_the_village_may_be_a_heading_inside_the_table_or_the_sheet_itself() -> None:
    rows = """
    CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN THÁNG 3 NĂM 2024
    | TT | Cán bộ phụ trách | Nhiệm vụ | Điểm tối đa | Điểm chấm | Nhận xét của Ban Thường vụ |
    """
    row = "| 1 | Lê Văn Cường | Làm đường | 10 | 8 | Tốt |"
    grouped = villages(rows + "| I | Thôn Đá | | | | |\n" + row, "village_tasks")
    assert [task.village for task in grouped.tasks] == ["Thôn Đá"]
    own = villages(rows + row, "village_tasks", sheet="Bản Lìm")
    assert [task.village for task in own.tasks] == ["Bản Lìm"]


@pytest.mark.parametrize(
    "sheet",
    [
        # A village beside the task says where it was done: it is a person's work all the same.
        """
        GIAO VIỆC VÀ KẾT QUẢ THÁNG 3 NĂM 2024
        | TT | Nội dung công việc | Người thực hiện | Thôn | Người giao | Thời hạn | Điểm tối đa | Điểm chấm |
        | 1 | Làm đường | Lê Văn Cường | Thôn Đá | Trần Thị Bình | @2024-03-30 | 10 | 8 |
        """,
        """
        KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 3 NĂM 2024
        | TT | Nội dung công việc | Người thực hiện | Thôn | Điểm tối đa | Điểm chấm |
        | 1 | Làm đường | Lê Văn Cường | Thôn Đá | 10 | 8 |
        """,
        """
        GIAO VIỆC THÁNG 3 NĂM 2026
        | TT | Ngày giao | Nội dung | Người thực hiện | Thôn | Người giao | Thời hạn | Kết quả |
        | 1 | @2026-03-02 | Làm đường | Lê Văn Cường | Thôn Đá | Trần Thị Bình | @2026-03-30 | 1 |
        """,
    ],
)
def test_a_sheet_of_tasks_with_a_column_of_villages_stays_one(sheet: str) -> None:
    assert table(sheet).kind == "tasks"


def test_a_roster_with_the_villages_of_each_stays_one() -> None:
    found = table(
        """
        DANH SÁCH CÁN BỘ
        | TT | Họ và tên | Chức vụ | Đơn vị | Thôn phụ trách |
        | 1 | Lê Văn Cường | Công chức | Văn phòng | Thôn Đá |
        """
    )
    assert found.kind == "roster"


# ── new-rural criteria ───────────────────────────────────────────────────────────────────────

CRITERIA = """
KẾT QUẢ THỰC HIỆN TIÊU CHÍ NÔNG THÔN MỚI THÁNG 3 NĂM 2026
| TT | Thôn | Tên tiêu chí | Chỉ tiêu | Kết quả thực hiện | Đạt/Chưa đạt | Minh chứng |
"""


def test_a_criterion_is_reached_as_the_office_marks_it() -> None:
    found = villages(
        CRITERIA
        + "| 1 | Thôn Đá | Giao thông | ≥ 90% | 92% | Đạt | BB 12 |\n"
        + "| 2 | Thôn Đá | Nhà ở | 100% | 80% | Chưa đạt | |\n"
        + "| 3 | Thôn Đá | Hộ nghèo | ≤ 3% | 4% | | |",
        "new_rural",
    )
    told = [(c.name, c.target, c.result, c.reached, c.evidence) for c in found.criteria]
    assert told == [
        ("Giao thông", "≥ 90%", "92%", True, "BB 12"),
        ("Nhà ở", "100%", "80%", False, None),
        ("Hộ nghèo", "≤ 3%", "4%", None, None),
    ]


def test_a_mark_that_says_neither_is_asked_about() -> None:
    found = parsed(CRITERIA + "| 1 | Thôn Đá | Giao thông | 90% | | gần được | |", "new_rural")
    assert found.records.villages.criteria[0].reached is UNKNOWN
    assert codes(found.findings) == [("D11", "F3")]


@pytest.mark.parametrize("mark", ["gần đạt", "Cơ bản đạt", "Phấn đấu đạt trong quý IV", "Đạt 95%"])
def test_nearly_reached_is_not_reached(mark: str) -> None:
    found = parsed(CRITERIA + f"| 1 | Thôn Đá | Giao thông | 90% | | {mark} | |", "new_rural")
    assert found.records.villages.criteria[0].reached is UNKNOWN


def test_groups_of_criteria_and_their_totals_are_no_criteria() -> None:
    found = villages(
        """
        TIÊU CHÍ NÔNG THÔN MỚI THÁNG 3 NĂM 2026
        Thôn: Đá
        | TT | Tiêu chí | Chỉ tiêu | Kết quả | Đánh giá |
        | I | HẠ TẦNG | | | |
        | 1 | Giao thông | 90% | 92% | Đạt |
        | | Cộng tiêu chí 1 | | | |
        """,
        "new_rural",
    )
    assert [(c.village, c.name) for c in found.criteria] == [("Đá", "Giao thông")]


# ── contributions ────────────────────────────────────────────────────────────────────────────


def test_each_amount_is_kept_in_one_unit_and_totals_are_not_counted() -> None:
    found = parsed(
        """
        TỔNG HỢP ĐÓNG GÓP CỦA NHÂN DÂN THÁNG 3 NĂM 2026
        | TT | Thôn | Tiền (triệu đồng) | Đất (ha) | Ngày công | Cây | Công trình |
        | 1 | Thôn Đá | 15.5 | 0.2 | 30 | 12 | 1 |
        | 2 | Thôn 3 | 2 | 120 m² | 10 | | |
        | | Tổng cộng | 17.5 | | 40 | 12 | 1 |
        """,
        "contributions",
    )
    told = [(g.village, g.giving, g.amount, g.unit) for g in found.records.villages.contributions]
    assert told == [
        ("Thôn Đá", Giving.MONEY, Decimal(15_500_000), "đồng"),
        ("Thôn Đá", Giving.LAND, Decimal(2000), "m²"),
        ("Thôn Đá", Giving.WORK, Decimal(30), "ngày công"),
        ("Thôn Đá", Giving.TREES, Decimal(12), "cây"),
        ("Thôn Đá", Giving.STRUCTURES, Decimal(1), "công trình"),
        ("Thôn 3", Giving.MONEY, Decimal(2_000_000), "đồng"),
        ("Thôn 3", Giving.LAND, Decimal(120), "m²"),
        ("Thôn 3", Giving.WORK, Decimal(10), "ngày công"),
    ]
    assert found.findings == ()


def test_a_total_that_is_not_the_sum_is_told() -> None:
    found = table(
        """
        TỔNG HỢP ĐÓNG GÓP CỦA NHÂN DÂN THÁNG 3 NĂM 2026
        | TT | Thôn | Tiền (đồng) | Ngày công |
        | 1 | Thôn Đá | 500000 | 30 |
        | 2 | Thôn 3 | 200000 | 10 |
        | | Tổng cộng | 900000 | 40 |
        """
    )
    assert codes(found.findings) == [("B10", "C5")]


def test_what_has_no_sure_unit_is_asked_about_and_not_summed() -> None:
    found = parsed(
        """
        NHÂN DÂN ĐÓNG GÓP THÁNG 3 NĂM 2026
        | TT | Ngày | Thôn | Hộ đóng góp | Hình thức | Số lượng | Đơn vị tính |
        | 1 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Hiến đất | 120 | m2 |
        | 2 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Tiền mặt | 5 | triệu đồng |
        | 3 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Tiền mặt | 7 | |
        | 4 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Đất | 2 | sào |
        | 5 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Xi măng | 20 | bao |
        | 6 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Gạo | 3 | bao |
        | 7 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Đường | 10 | kg |
        | 8 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Đường (kg) | 5 | |
        | 9 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Đường | 40 | m |
        | 10 | @2026-03-03 | Thôn Đá | Vi Văn Ỏn | Đá làm đường | 6 | m³ |
        """,
        "contributions",
    )
    told = [(g.amount, g.unit) for g in found.records.villages.contributions]
    assert told == [
        (Decimal(120), "m²"),
        (Decimal(5_000_000), "đồng"),
        (Decimal(7), None),
        (Decimal(2), None),
        (Decimal(20), "bao xi măng"),
        (Decimal(3), "bao gạo"),
        (Decimal(10), "kg đường"),
        (Decimal(5), "kg đường"),
        (Decimal(40), "m đường"),
        (Decimal(6), "m³ đá làm đường"),
    ]
    kinds = [g.giving for g in found.records.villages.contributions[6:]]
    assert kinds == [Giving.OTHER, Giving.OTHER, Giving.STRUCTURES, Giving.OTHER]
    assert codes(found.findings) == [("D16", "F5"), ("D16", "F6")]


def test_the_unit_of_money_may_stand_above_the_table() -> None:
    head = "ĐÓNG GÓP CỦA NHÂN DÂN THÁNG 3 NĂM 2026\n"
    rows = "| TT | Thôn | Tiền | Ngày công |\n| 1 | Thôn Đá | 15 | 3 |"
    above = parsed(head + "Đơn vị tính: nghìn đồng\n" + rows, "contributions")
    assert above.records.villages.contributions[0].amount == Decimal(15_000)
    nowhere = parsed(head + rows, "contributions")
    assert nowhere.records.villages.contributions[0].unit is None
    assert codes(nowhere.findings) == [("D16", "C3")]


# ── households ───────────────────────────────────────────────────────────────────────────────


def test_a_household_and_how_it_was_helped() -> None:
    (one,) = villages(
        """
        DANH SÁCH HỘ ĐƯỢC GIÚP ĐỠ THÁNG 3 NĂM 2026
        | TT | Ngày | Thôn | Tên hộ | Nội dung giúp đỡ | Người thực hiện | Kết quả |
        | 1 | @2026-03-05 | Thôn Đá | Lò Văn Ón | Cải tạo vườn tạp | Lê Văn Cường; Hà Thị Én | 500 m2 |
        """,
        "households",
    ).households
    assert (one.village, one.household, one.work, one.day, one.result) == (
        "Thôn Đá",
        "Lò Văn Ón",
        "Cải tạo vườn tạp",
        date(2026, 3, 5),
        "500 m2",
    )
    assert [who.name for who in one.who] == ["Lê Văn Cường", "Hà Thị Én"]


# ── visits ───────────────────────────────────────────────────────────────────────────────────

VISITS = """
NHẬT KÝ ĐI THÔN THÁNG 3 NĂM 2026
| TT | Ngày đi thôn | Cán bộ | Thôn | Ý kiến, kiến nghị của nhân dân | Việc đã hứa | Người chịu trách nhiệm | Thời hạn | Kết quả |
"""


@pytest.mark.parametrize(
    ("outcome", "done"),
    [
        ("Đã giải quyết", True),
        ("Đã xong", True),
        ("x", True),
        ("Chưa", False),
        ("Đang giải quyết", False),
        ("Chuyển cấp trên", False),
        ("Khơi được 200 m mương", None),
        ("", None),
    ],
)
def test_a_promise_is_kept_only_where_the_log_says_so(outcome: str, done: bool | None) -> None:
    (visit,) = villages(
        VISITS
        + f"| 1 | @2026-03-05 | Lê Văn Cường | Thôn Đá | Mương tắc | Khơi mương | Hà Thị Én | @2026-03-20 | {outcome} |",
        "visits",
    ).visits
    assert (visit.day, visit.village, visit.heard, visit.promised, visit.due) == (
        date(2026, 3, 5),
        "Thôn Đá",
        "Mương tắc",
        "Khơi mương",
        date(2026, 3, 20),
    )
    assert [who.name for who in visit.owed_by] == ["Hà Thị Én"]
    assert visit.done is done


def test_no_opinion_is_no_matter() -> None:
    (visit,) = villages(
        VISITS + "| 1 | @2026-03-05 | Lê Văn Cường | Thôn Đá | Không có ý kiến | | | | |", "visits"
    ).visits
    assert (visit.heard, visit.promised) == (None, None)


def test_a_visit_without_a_day_or_after_the_month_is_asked_about() -> None:
    found = parsed(
        VISITS
        + "| 1 | | Lê Văn Cường | Thôn Đá | Mương tắc | | | | |\n"
        + "| 2 | @2027-03-05 | Lê Văn Cường | Thôn Đá | Mương tắc | | | | |\n"
        + "| 3 | @2026-02-26 | Lê Văn Cường | Thôn Đá | Mương tắc | | | | |",
        "visits",
    )
    assert codes(found.findings) == [("D05", "B3"), ("D17", "B4")]
    assert [visit.day for visit in found.records.villages.visits] == [
        None,
        UNKNOWN,
        date(2026, 2, 26),
    ]


def test_a_plain_log_is_one_too() -> None:
    found = table(
        """
        NHẬT KÝ ĐI THÔN THÁNG 3 NĂM 2026
        | TT | Ngày | Cán bộ | Thôn | Nội dung | Kết quả |
        | 1 | @2026-03-05 | Lê Văn Cường | Thôn Đá | Đường hỏng | Chưa |
        """
    )
    assert found.kind == "visits"


def test_a_book_of_visits_is_titled_as_one() -> None:
    found = table(
        """
        SỔ THEO DÕI NGÀY THỨ NĂM VỀ CƠ SỞ THÁNG 3 NĂM 2026
        | TT | Thời gian | Thành phần | Địa bàn | Nội dung làm việc | Kiến nghị của dân | Kết luận | Hạn | Kết quả |
        | 1 | '05/3/2026 | Đ/c Cường, Đ/c Én | Thôn Đá | Họp chi bộ | Sửa cống | Giao Én sửa cống | '30/3/2026 | đang làm |
        """
    )
    assert (found.kind, str(found.period)) == ("visits", "2026-03")
    (visit,) = kind(found).parse(found).records.villages.visits
    assert (visit.heard, visit.promised, visit.done) == ("Sửa cống", "Giao Én sửa cống", False)


def test_the_criteria_of_a_province_s_form() -> None:
    found = villages(
        """
        TIÊU CHÍ THÔN NÔNG THÔN MỚI THÁNG 3 NĂM 2026
        | TT | Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu chung | Điểm chuẩn | Điểm tự chấm | Điểm phúc tra |
        | I | QUY HOẠCH | | | | | |
        | 1.1. | Quy hoạch | Có bản vẽ | Đạt | 2 | 2 | 2 |
        | | Cộng tiêu chí 1 (1 + 2) | | | 2 | 2 | 2 |
        """,
        "new_rural",
        sheet="Thôn Đá",
    )
    told = [(c.village, c.number, c.name, c.target, c.reached) for c in found.criteria]
    assert told == [("Thôn Đá", "1.1", "Quy hoạch: Có bản vẽ", "Đạt", None)]


def test_gardens_put_in_order_are_no_gifts_of_land() -> None:
    (one,) = villages(
        """
        GIÚP HỘ CẢI TẠO VƯỜN TẠP THÁNG 3 NĂM 2026
        | TT | Thôn | Chủ hộ | Diện tích vườn (m2) | Đơn vị giúp đỡ |
        | 1 | Thôn Đá | Lò Văn Ón | 500 | Đoàn thanh niên |
        """,
        "households",
    ).households
    assert (one.household, one.result) == ("Lò Văn Ón", "500 m2")


def test_a_row_of_a_year_s_book_needs_its_day() -> None:
    found = parsed(
        """
        SỔ THEO DÕI ĐÓNG GÓP NĂM 2026
        | TT | Ngày | Thôn | Người đóng góp | Tiền (nghìn đồng) | Ngày công |
        | 1 | @2026-01-05 | Thôn Đá | Lò Văn Ón | 500 | 2 |
        | 2 | | Thôn 3 | Vi Thị Mận | 100 | |
        """,
        "contributions",
    )
    assert codes(found.findings) == [("D05", "B4")]


def test_a_column_for_each_criterion() -> None:
    found = parsed(
        """
        TỔNG HỢP TIÊU CHÍ NÔNG THÔN MỚI CÁC THÔN THÁNG 3 NĂM 2026
        | TT | Thôn | Tiêu chí | < | < | Số tiêu chí đạt |
        | ^ | ^ | 1. Giao thông | Nhà ở dân cư | Tiêu chí 17 | ^ |
        | 1 | Thôn Đá | Đạt | x | Chưa đạt | 2 |
        | 2 | Thôn 3 | Đạt | | gần đạt | 1 |
        """,
        "new_rural",
    )
    told = [(c.village, c.name, c.number, c.reached) for c in found.records.villages.criteria]
    assert told == [
        ("Thôn Đá", "1. Giao thông", None, True),
        ("Thôn Đá", "Nhà ở dân cư", None, True),
        ("Thôn Đá", "Tiêu chí 17", "17", False),
        ("Thôn 3", "1. Giao thông", None, True),
        ("Thôn 3", "Tiêu chí 17", "17", UNKNOWN),
    ]
    assert [finding for finding in codes(found.findings) if finding[0] != "B03"] == [("D11", "E5")]
