"""What notes and columns tell of a person."""

from datetime import date

import pytest

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.event_words import is_disciplined, kind_of_event
from cadre_cli.sheets.happenings import event_in_column, event_in_note

AT = CellRef("thang-03.xlsx", "Điểm", 5, 7)
BINH = Mention("Trần Thị Bình", "Trần Thị Bình", CellRef("thang-03.xlsx", "Điểm", 5, 2))
MARCH = Period.of(2026, 3)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nghỉ thai sản", EventKind.MATERNITY),
        ("nghỉ ốm cả tháng", EventKind.LEAVE),
        ("Nghỉ không lương", EventKind.LEAVE),
        ("Nghỉ việc riêng 3 ngày", EventKind.LEAVE),
        ("Khiển trách (Quyết định số 12/QĐ-UBND)", EventKind.DISCIPLINE),
        ("Bị kỷ luật cảnh cáo", EventKind.DISCIPLINE),
        ("Buộc thôi việc", EventKind.DISCIPLINE),
        ("Chuyển công tác đến Phòng Kinh tế từ 15/3", EventKind.TRANSFER_IN),
        ("Chuyển công tác từ 15/3/2026", EventKind.TRANSFER_OUT),
        ("Điều động về Văn phòng", EventKind.TRANSFER_IN),
        ("Chuyển sang làm viên chức từ 01/3/2026", EventKind.KIND_CHANGED),
        ("Nghỉ hưu từ 01/3/2026", EventKind.LEFT),
        ("Mới tuyển dụng", EventKind.JOINED),
        ("Bổ nhiệm Phó Trưởng phòng từ 16/5/2026", EventKind.APPOINTED),
        ("Dự kiến bổ nhiệm Phó Trưởng phòng từ 16/5/2026", None),
        ("Quy hoạch Trưởng phòng, đề nghị bổ nhiệm", None),
        ("Bổ nhiệm Trưởng phòng, dự kiến luân chuyển", EventKind.APPOINTED),
        ("Được giao phụ trách thôn Đá", None),
        ("Bổ nhiệm ngạch chuyên viên chính", None),
        ("Đang xem xét kỷ luật khiển trách", None),
        ("Khiển trách theo đề nghị của UBKT", EventKind.DISCIPLINE),
        ("Đề nghị khiển trách (QĐ 12/QĐ-UBND)", EventKind.DISCIPLINE),
        ("Ý thức kỷ luật tốt", None),
        ("Không bị kỷ luật", None),
        ("Không bị khiển trách", None),
        ("Chưa bị xử lý kỷ luật", None),
        ("Không có biểu hiện suy thoái", None),
        ("Hết hiệu lực thi hành kỷ luật", None),
        ("Không hoàn thành nhiệm vụ, bị khiển trách", EventKind.DISCIPLINE),
        ("Nghỉ ốm cả tháng, không bị kỷ luật", EventKind.LEAVE),
        ("Đi làm lại sau nghỉ thai sản", None),
        ("Chuẩn bị nghỉ thai sản", None),
        ("Hoàn thành tốt", None),
        (None, None),
    ],
)
def test_words_tell_what_happened(words: str | None, kind: EventKind | None) -> None:
    assert kind_of_event(words) is kind


def test_a_discipline_names_its_decision_and_that_decision_s_day() -> None:
    words = "Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/3/2026)"
    assert event_in_note(words, BINH, AT, MARCH) == Event(
        EventKind.DISCIPLINE,
        BINH,
        AT,
        words,
        first_day=date(2026, 3, 5),
        document="Quyết định số 12/QĐ-UBND ngày 05/3/2026",
    )


def test_days_of_a_leave_are_read_and_a_missing_year_is_the_period_s() -> None:
    words = "Nghỉ ốm từ 02/3 đến 20/3"
    assert event_in_note(words, BINH, AT, MARCH) == Event(
        EventKind.LEAVE,
        BINH,
        AT,
        words,
        first_day=date(2026, 3, 2),
        last_day=date(2026, 3, 20),
    )


def test_a_missing_year_at_the_turn_of_the_year_is_the_one_that_has_happened() -> None:
    january = Period.of(2026, 1)
    event = event_in_note("Nghỉ ốm từ 25/12 đến 10/01", BINH, AT, january)
    assert event is not None
    assert (event.first_day, event.last_day) == (date(2025, 12, 25), date(2026, 1, 10))
    event = event_in_note("Nghỉ thai sản từ 01/10", BINH, AT, january)
    assert event is not None
    assert event.first_day == date(2025, 10, 1)


def test_a_leave_in_months_runs_from_the_first_day_to_the_last() -> None:
    event = event_in_note("Nghỉ thai sản từ tháng 1/2026 đến hết tháng 6/2026", BINH, AT, MARCH)
    assert event is not None
    assert (event.first_day, event.last_day) == (date(2026, 1, 1), date(2026, 6, 30))
    assert event.covers(MARCH)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Nghỉ thai sản", True),
        ("Nghỉ ốm cả tháng", True),
        ("Nghỉ ốm", False),
        ("Nghỉ phép 3 ngày", False),
        ("Nghỉ thai sản từ 20/3/2026", False),
        ("Nghỉ thai sản đến 10/3/2026", False),
        ("Nghỉ phép ngày 01/3/2026", False),
        ("Nghỉ phép ngày 27/02/2026", False),
        ("Nghỉ ốm 2 ngày (01/3, 02/3)", False),
        ("Nghỉ ốm 5 ngày từ 01/3", False),
        ("Nghỉ ốm 60 ngày từ 15/02/2026", True),
        ("Nghỉ ốm từ 15/02/2026", True),
        ("Nghỉ phép tháng 3/2026", True),
    ],
)
def test_only_words_that_say_so_cover_the_whole_period(words: str, whole: bool) -> None:
    event = event_in_note(words, BINH, AT, MARCH)
    assert event is not None
    assert event.covers(MARCH) is whole


def test_a_column_for_discipline_may_say_how_well_somebody_keeps_it() -> None:
    said = ("Tốt", "Chấp hành nghiêm", "Không vi phạm", "Cảnh cáo", "x", "Nhắc nhở", "5")
    disciplined = [is_disciplined(words) for words in said]
    assert disciplined == [False, False, False, True, True, None, None]
    events = [event_in_column(EventKind.DISCIPLINE, each, BINH, AT, MARCH) for each in said]
    assert [event is not None for event in events] == [bool(each) for each in disciplined]


def test_a_filled_column_is_an_event_and_an_empty_one_is_none() -> None:
    at = AT
    assert event_in_column(EventKind.DISCIPLINE, "Không", BINH, at, MARCH) is None
    assert event_in_column(EventKind.DISCIPLINE, None, BINH, at, MARCH) is None
    assert event_in_column(EventKind.DISCIPLINE, "Có", BINH, at, MARCH) == Event(
        EventKind.DISCIPLINE, BINH, at, "Có"
    )
    assert event_in_column(EventKind.LEAVE, "thai sản", BINH, at, MARCH) == Event(
        EventKind.MATERNITY, BINH, at, "thai sản", whole_period=True
    )
