"""A list of discipline, leave, transfers and confirmed causes."""

from datetime import date

from tests.sheets.kinds.parsing import cell, codes, parsed, person

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.kinds.events import KIND

TITLE = "THEO DÕI SỰ VIỆC THÁNG 3 NĂM 2026\n\n"
HEAD = "| STT | Họ và tên | Loại sự việc | Từ ngày | Đến ngày | Văn bản | Nội dung | Cấp xác nhận | Số việc |\n"


def test_each_row_is_an_event_with_its_paper() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | Nguyễn Văn An | Kỷ luật | @2026-03-05 | | QĐ số 12/QĐ-UBND | Khiển trách | | |\n"
        + "| 2 | Trần Thị Bình | Thai sản | @2026-01-01 | @2026-06-30 | | | | |\n"
        + "| 3 | Lê Văn Cường | Chuyển đến | @2026-03-15 | | | từ xã bên | | |\n"
        + "| 4 | Phạm Thị Dung | Nguyên nhân khách quan | | | | mưa lũ | Chủ tịch UBND | V07 |\n",
    )
    assert codes(result.findings) == []
    assert result.records.events == (
        Event(
            EventKind.DISCIPLINE,
            person("Nguyễn Văn An", "B4"),
            cell("C4"),
            "Kỷ luật; Khiển trách",
            first_day=date(2026, 3, 5),
            document="QĐ số 12/QĐ-UBND",
        ),
        Event(
            EventKind.MATERNITY,
            person("Trần Thị Bình", "B5"),
            cell("C5"),
            "Thai sản",
            first_day=date(2026, 1, 1),
            last_day=date(2026, 6, 30),
            whole_period=True,
        ),
        Event(
            EventKind.TRANSFER_IN,
            person("Lê Văn Cường", "B6"),
            cell("C6"),
            "Chuyển đến; từ xã bên",
            first_day=date(2026, 3, 15),
        ),
        Event(
            EventKind.OBJECTIVE_CAUSE,
            person("Phạm Thị Dung", "B7"),
            cell("C7"),
            "Nguyên nhân khách quan; mưa lũ",
            confirmed_by="Chủ tịch UBND",
            task="V07",
        ),
    )
    assert result.records.kinds == frozenset({"events"})


def test_a_cause_may_name_its_task_alone() -> None:
    result = parsed(
        KIND,
        TITLE + HEAD + "| 1 | | Nguyên nhân khách quan | | | | mất điện | Chủ tịch UBND | V07 |\n",
    )
    [event] = result.records.events
    assert (event.who, event.task) == (Mention("", "", cell("B4")), "V07")


def test_what_is_not_understood_is_said_and_not_dropped_in_silence() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | Nguyễn Văn An | Biểu dương | 30/02/2026 | | | | | |\n"
        + "| 2 | | Kỷ luật | | | | | | |\n"
        + "| 3 | Trần Thị Bình | Nghỉ ốm | 31/02/2026 | | | | | |\n",
    )
    assert codes(result.findings) == [("D11", "C4"), ("D05", "B5"), ("D02", "D6")]
    assert [event.kind for event in result.records.events] == [EventKind.LEAVE]


def test_a_day_of_leave_is_that_day_and_a_beginning_stays_open() -> None:
    row = "| 1 | Nguyễn Văn An | Nghỉ phép | @2026-03-02 |\n"
    found = [
        parsed(KIND, f"{TITLE}| STT | Họ và tên | Loại sự việc | {day} |\n{row}").records.events[0]
        for day in ("Ngày", "Từ ngày")
    ]
    assert [event.last_day for event in found] == [date(2026, 3, 2), None]


def test_a_list_of_everybody_tells_of_those_who_were_disciplined() -> None:
    result = parsed(
        KIND,
        """
        THEO DÕI KỶ LUẬT THÁNG 3 NĂM 2026

        | STT | Họ và tên | Kỷ luật | Số quyết định |
        | 1 | Nguyễn Văn An | Không | |
        | 2 | Trần Thị Bình | | |
        | 3 | Lê Văn Cường | Cảnh cáo | QĐ số 12/QĐ-UBND |
        | 4 | Phạm Thị Dung | | QĐ số 13/QĐ-UBND |
        """,
    )
    assert codes(result.findings) == [("D05", "C7")]
    assert [(event.who.name, event.document) for event in result.records.events] == [
        ("Lê Văn Cường", "QĐ số 12/QĐ-UBND")
    ]
