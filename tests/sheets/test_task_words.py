"""Words of a sheet of tasks."""

import pytest

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import Category, Phase
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.name_lines import name_in_heading
from cadre_cli.sheets.task_fields import RESULT_FIELDS
from cadre_cli.sheets.task_marks import is_done, late_by_days, on_time, quality_met
from cadre_cli.sheets.task_words import (
    by_role,
    category_in_note,
    category_of,
    is_extra,
    phase_of,
)

AT = CellRef("thang-03.xlsx", "Giao việc", 5, 3)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Đột xuất", Category.UNPLANNED),
        ("II. Nhiệm vụ phát sinh", Category.UNPLANNED),
        ("Phát sinh ngoài kế hoạch", Category.UNPLANNED),
        ("Nhận thay", Category.TAKEN_OVER),
        ("Chuyển giao", Category.HANDED_OVER),
        ("Theo kế hoạch", Category.PLANNED),
        ("I. Nhiệm vụ thường xuyên", Category.PLANNED),
        ("Nhiệm vụ thường xuyên, đột xuất", None),
        ("Không phát sinh", None),
        ("Việc đã chuyển cho đồng chí Bình", Category.HANDED_OVER),
        ("II. Công tác bàn giao mặt bằng", None),
        ("Chuyển giao khoa học kỹ thuật", None),
        ("Văn phòng", None),
        (None, None),
    ],
)
def test_how_a_task_counts(words: str | None, category: Category | None) -> None:
    assert category_of(words) is category


def test_in_a_note_only_plain_words_count() -> None:
    assert category_in_note("Nhận thay đồng chí Cường") is Category.TAKEN_OVER
    assert category_in_note("Đã chuyển cho đ/c Bình ngày 10/3") is Category.HANDED_OVER
    assert category_in_note("Hồ sơ đã chuyển cho Sở Nội vụ", done=True) is None
    assert category_in_note("Nhận thay đồng chí Cường", done=True) is Category.TAKEN_OVER
    assert category_in_note("Chuyển giao khoa học kỹ thuật") is None
    assert category_in_note("Phát sinh khó khăn khi đo đạc") is None
    assert category_in_note("Theo kế hoạch") is None


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("Đạt", True),
        ("Đạt yêu cầu", True),
        ("Tốt", True),
        ("x", True),
        ("Không đạt", False),
        ("Chưa đạt (phải sửa)", False),
        ("Chưa đánh giá", None),
        (None, None),
    ],
)
def test_marks_of_quality(words: str | None, met: bool | None) -> None:
    assert quality_met(words) == (met, True)


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("Đúng hạn", True),
        ("Vượt tiến độ", True),
        ("Trước hạn", True),
        ("Không chậm", True),
        ("Chậm", False),
        ("Quá hạn 3 ngày", False),
        ("Không đúng hạn", False),
        ("Chưa đúng hạn", False),
        ("Không đảm bảo tiến độ", False),
        ("Chưa kịp thời", False),
        ("Vượt thời hạn 2 ngày", False),
        ("Không quá hạn", True),
        ("Đảm bảo tiến độ", True),
        ("Hằng tháng", None),
        ("6 tháng", None),
        ("Theo yêu cầu", None),
        (None, None),
    ],
)
def test_marks_of_progress_and_what_is_none(words: str | None, met: bool | None) -> None:
    assert on_time(words) == (met, True)


@pytest.mark.parametrize("words", ["80%", "2", "0,8"])
def test_a_number_is_no_mark_of_progress(words: str) -> None:
    assert on_time(words) == (None, False)


@pytest.mark.parametrize(
    ("words", "heading", "good"),
    [
        ("x", "Chậm", False),
        ("✓", "Tiến độ / Trễ hạn", False),
        ("Có", "Bị chậm", False),
        ("Không", "Chậm tiến độ", True),
        ("0", "Chậm", True),
        ("Chậm 3 ngày", "Chậm", False),
        ("Đúng hạn", "Chậm", True),
        ("✓", "Đúng hạn", True),
        ("x", "Đúng hạn/Chậm", True),
        ("x", "Chấm tiến độ", True),
    ],
)
def test_a_heading_that_asks_for_lateness_turns_a_tick_round(
    words: str, heading: str, good: bool
) -> None:
    assert on_time(words, heading) == (good, True)


@pytest.mark.parametrize(
    ("words", "heading", "good"),
    [
        ("x", "Chưa đạt", False),
        ("x", "Chất lượng / Không đạt", False),
        ("Không", "Chưa đạt", True),
        ("Chưa đạt", "Chưa đạt", False),
        ("Đạt", "Không đạt", True),
        ("✓", "Đạt", True),
    ],
)
def test_a_heading_that_asks_for_failure_turns_a_tick_round(
    words: str, heading: str, good: bool
) -> None:
    assert quality_met(words, heading) == (good, True)


def test_days_late_are_a_mark_and_no_number_of_times() -> None:
    said = [late_by_days(words) for words in ("2", "0", "1 ngày", "Chậm 4 ngày", "-", None, "ít")]
    late, punctual, open_ = (False, True), (True, True), (None, True)
    assert said == [late, punctual, late, late, open_, open_, (None, False)]


def test_yes_and_no_change_sides_under_a_heading_that_asks_for_lateness() -> None:
    said = [on_time(words, "Miss Deadline") for words in ("Không", "Có", "x", "Chậm")]
    assert said == [(True, True), (False, True), (False, True), (False, True)]


def test_other_words_are_not_understood() -> None:
    assert quality_met("cần xem lại") == (None, False)
    assert quality_met("Chưa thật sự tốt") == (None, False)
    assert quality_met("Đạt 80%") == (None, False)
    assert on_time("Không vượt") == (None, False)
    assert on_time("theo công văn") == (None, False)


def test_done_is_said_in_words_without_numbers() -> None:
    said = [is_done(words) for words in ("Đã hoàn thành", "Đang triển khai", "Hoàn thành 80%", "3")]
    assert said == [True, False, None, None]


def test_a_part_of_the_work_is_neither_all_of_it_nor_none() -> None:
    parts = ("Hoàn thành một phần", "Cơ bản hoàn thành", "Sắp xong")
    assert [is_done(words) for words in parts] == [None, None, None]
    undone = ("Chưa kịp hoàn thành", "Không hoàn thành", "Chưa")
    assert [is_done(words) for words in undone] == [False, False, False]
    assert is_done("Đã đăng bài lên cổng thông tin") is None


def test_extra_work_is_marked_in_the_note() -> None:
    assert is_extra("Làm thêm 2 báo cáo")
    assert is_extra("vượt chỉ tiêu")
    assert not is_extra("Không vượt")
    assert not is_extra(None)


@pytest.mark.parametrize(
    ("title", "sheet", "columns", "phase"),
    [
        ("KẾ HOẠCH CÔNG TÁC THÁNG 3", "Sheet1", {"content", "owner"}, Phase.PLAN),
        ("ĐĂNG KÝ CÔNG VIỆC", "Sheet1", {"content", "owner", "assigner"}, Phase.PLAN),
        ("", "Kế hoạch", {"content", "owner", "deadline"}, Phase.PLAN),
        ("KẾ HOẠCH GIAO VIỆC", "Sheet1", {"content", "owner", "assigner"}, Phase.ASSIGNMENT),
        ("", "Giao việc", {"content", "owner", "assigner", "deadline"}, Phase.ASSIGNMENT),
        ("KẾT QUẢ", "Sheet1", {"number", "finished", "evaluator"}, Phase.EVALUATION),
        ("GIAO VIỆC", "Sheet1", {"content", "assigner", "deadline", "finished"}, Phase.WHOLE),
        ("KẾ HOẠCH", "Sheet1", {"content", "deadline", "finished"}, Phase.WHOLE),
    ],
)
def test_the_step_a_sheet_records(title: str, sheet: str, columns: set[str], phase: Phase) -> None:
    assert phase_of(title, sheet, columns, RESULT_FIELDS) is phase


def test_those_who_only_co_operate_are_not_owners() -> None:
    an = Mention("Nguyễn Văn An (chủ trì)", "Nguyễn Văn An", AT)
    binh = Mention("Trần Thị Bình (phối hợp)", "Trần Thị Bình", AT)
    assert by_role((an, binh), ("lead", None)) == ((an,), (binh,))
    chi = Mention("Lê Chi", "Lê Chi", AT)
    assert by_role((an, chi), (None, "support")) == ((an,), (chi,))
    dung = Mention("Lê Dung (chủ trì, phối hợp với xã bạn)", "Lê Dung", AT)
    assert by_role((dung,), ("lead",)) == ((dung,), ())


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1. Nguyễn Văn An", "Nguyễn Văn An"),
        ("Đ/c Trần Thị Bình", "Trần Thị Bình"),
        ("Họ và tên: Lê Văn Cường - Công chức Tài chính", "Lê Văn Cường"),
        ("III. PHẠM THỊ DUNG", "PHẠM THỊ DUNG"),
        ("2. K’Brếu - Công chức", "K’Brếu"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Điểu Xrôi", "Điểu Xrôi"),
        ("Điều Chỉnh", None),
        ("Đồng Thị Cúc", "Đồng Thị Cúc"),
        ("VĂN TIẾN TÙNG", "VĂN TIẾN TÙNG"),
        ("Đồng Lim", None),
        ("Văn Thư", None),
        ("Văn phòng HĐND và UBND", None),
        ("I. Nhiệm vụ thường xuyên", None),
        ("Lĩnh vực đất đai", None),
        ("A. Phòng Kinh tế", None),
    ],
)
def test_a_heading_row_may_name_a_person(heading: str, name: str | None) -> None:
    assert name_in_heading(heading) == name
