"""What a roster tells of its people, and the period it belongs to (contract 9.9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text

_PUNISHED = frozenset({EventKind.DISCIPLINE, EventKind.DEGRADATION, EventKind.UNIT_CORRUPTION})
_ABSENT = frozenset({EventKind.LEAVE, EventKind.MATERNITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWithoutDate(Finding):
    """Kỷ luật, nghỉ ghi ở danh sách dùng chung phải có ngày thì mới biết thuộc kỳ nào.

    Danh sách nằm trong tệp của tháng thì sự việc không ghi ngày được hiểu là của tháng đó. Danh sách
    để riêng, hoặc nằm trong tệp có nhiều tháng, dùng cho mọi kỳ: sự việc không ghi ngày chưa được
    xét ở kỳ nào, không bao giờ tự đoán. Nghỉ thì ghi cả ngày bắt đầu và ngày kết thúc.
    """

    code: ClassVar[str] = "D13"
    message: ClassVar[Text] = Text(
        "{officer}: “{words}” {lacks}, danh sách dùng cho nhiều kỳ nên chưa xét ở kỳ nào.",
        "{officer}: “{words}” {lacks}; the roster serves several periods, so it counts in none.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi thêm ngày, tháng, năm (nghỉ: từ ngày … đến ngày …), hoặc ghi sự việc này ở tệp của "
        "tháng.",
        "Add day, month and year (leave: from … to …), or enter it in the month's own workbook.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Kỷ luật |\n|---|---|\n| Lê Văn Cường | Khiển trách |"
    right: ClassVar[str] = (
        "| Họ và tên | Kỷ luật |\n|---|---|\n"
        "| Lê Văn Cường | Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/03/2026) |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    words: str
    lacks: Text


_NO_DAY = Text("không ghi ngày", "has no date")
_NO_END = Text("không ghi ngày kết thúc", "has no last day")


def dated(records: Records) -> tuple[Records, tuple[Finding, ...]]:
    """The records of a roster that serves several periods, without events that fit none for sure.

    Where the day is lacking of what would change a class it is asked for (D13); a transfer without
    a day changes nothing and is left out.
    """
    kept: list[Event] = []
    findings: list[Finding] = []
    for event in records.events:
        lacks = _lacking(event)
        if lacks is None:
            kept.append(event)
        elif event.kind in _PUNISHED | _ABSENT:
            findings.append(
                EventWithoutDate(
                    at=event.at, officer=event.who.name, words=event.words, lacks=lacks
                )
            )
    return replace(records, events=tuple(kept)), tuple(findings)


def _lacking(event: Event) -> Text | None:
    if not isinstance(event.first_day, date):
        return _NO_DAY
    if event.kind in _ABSENT and not isinstance(event.last_day, date):
        return _NO_END
    return None


def of_period(records: Records, period: Period) -> Records:
    """The records of such a roster with what it tells of this period.

    A punishment counts on its day; since when somebody is there or gone, in every period.
    """
    return replace(
        records, events=tuple(event for event in records.events if _concerns(event, period))
    )


def _concerns(event: Event, period: Period) -> bool:
    if not isinstance(event.first_day, date) or event.kind not in _PUNISHED | _ABSENT:
        return True
    last = event.last_day if isinstance(event.last_day, date) else event.first_day
    return event.first_day <= period.last_day and last >= period.first_day
