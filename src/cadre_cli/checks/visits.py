"""The weekly day in the villages: villages and weeks without a visit, promises overdue (L08, L10, L11).

Notes for those who lead; nobody's score rests on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.domain.villages import THURSDAY
from cadre_cli.rules.schema import RulesOf
from cadre_cli.villages.book import book_of
from cadre_cli.villages.promises import open_promises
from cadre_cli.villages.weeks import coverage

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


def weekday_of(submission: Submission, rules_of: RulesOf) -> int:
    """The weekly day (0 is Monday): as a rule set in force has it, else as the office decided."""
    taken = _taken("visit_weekday", submission, rules_of)
    return THURSDAY if taken is None else _DAYS.index(taken[0])


def visits_counted(submission: Submission, rules_of: RulesOf) -> str | None:
    """The document by which visits are shown to whoever scores common criteria; None without one."""
    taken = _taken("visits_counted", submission, rules_of)
    return taken[1] if taken is not None and taken[0] == "shown" else None


def _taken(name: str, submission: Submission, rules_of: RulesOf) -> tuple[str, str] | None:
    """A choice about the villages and its document: these are the office's own under any decree."""
    for kind in dict.fromkeys(officer.kind.value for officer in submission.officers):
        rules = rules_or_none(rules_of, kind)
        if rules is not None and name in rules.choices:
            choice = rules.choice(name)
            return choice.taken, choice.basis.document
    decided = submission.office.decisions.get(name)
    return None if decided is None else (decided.option, decided.document)


def day_name(weekday: int) -> Text:
    """The day of the week in both languages."""
    return Text(_NAMES[weekday], _DAYS[weekday])


@dataclass(frozen=True, slots=True, kw_only=True)
class NoVisit(Finding):
    """Một thôn, hoặc một tuần, không có lượt cán bộ đi thôn nào.

    Mỗi tuần có một ngày làm việc với thôn. Có thể đã đi mà chưa ghi nhật ký. Đây là lời nhắc cho
    người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L08"
    message: ClassVar[Text] = Text(
        "{whom}: {missed} trên {weeks} tuần không có lượt đi thôn nào ({days}).",
        "{whom}: {missed} of {weeks} weeks without a visit ({days}).",
    )
    fix: ClassVar[Text] = Text(
        "Ghi thêm nhật ký nếu đã đi; nếu chưa, bố trí người đi trong tuần tới.",
        "Add the visit to the log if it was made; else send somebody in the coming week.",
    )
    wrong: ClassVar[str] = (
        "| Thôn | 05/3 | 12/3 | 19/3 | 26/3 |\n|---|---|---|---|---|\n| Thôn Đá | 1 | | | 1 |"
    )
    right: ClassVar[str] = (
        "| Thôn | 05/3 | 12/3 | 19/3 | 26/3 |\n|---|---|---|---|---|\n| Thôn Đá | 1 | 1 | 1 | 1 |"
    )

    severity: Severity = Severity.NOTE
    whom: Text
    missed: int
    weeks: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseOverdue(Finding):
    """Việc đã hứa với dân mà quá hạn vẫn chưa thấy ghi là đã xong.

    Có thể đã làm mà chưa ghi kết quả. Đây là lời nhắc cho người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L10"
    message: ClassVar[Text] = Text(
        "{village}: “{matter}” hứa xong ngày {due}, đã quá {days} ngày chưa thấy ghi kết quả{who}.",
        '{village}: "{matter}" was promised for {due} and is {days} days overdue{who}.',
    )
    fix: ClassVar[Text] = Text(
        "Làm xong và trả lời dân, rồi ghi kết quả vào dòng này của nhật ký.",
        "Do it, tell the people, and write the outcome into this row of the log.",
    )
    wrong: ClassVar[str] = (
        "| Thôn | Việc đã hứa | Hạn giải quyết | Kết quả giải quyết |\n|---|---|---|---|\n"
        "| Thôn Đá | Sửa mương | 20/3/2026 | |"
    )
    right: ClassVar[str] = (
        "| Thôn | Việc đã hứa | Hạn giải quyết | Kết quả giải quyết |\n|---|---|---|---|\n"
        "| Thôn Đá | Sửa mương | 20/3/2026 | Đã giải quyết |"
    )

    severity: Severity = Severity.NOTE
    village: str
    matter: str
    due: date
    days: int
    who: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWeekday(Finding):
    """Các lượt đi thôn không đúng ngày đi thôn trong tuần.

    Vẫn tính là có đi trong tuần ấy. Nhiều lượt như vậy thì nên xem lại lịch. Đây là lời nhắc cho
    người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L11"
    message: ClassVar[Text] = Text(
        "{count} trên {visits} lượt đi thôn không vào {weekday}: {days}.",
        "{count} of {visits} visits were not on {weekday}: {days}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm gì nếu đã báo đổi ngày; ngày đi thôn của cơ quan ghi ở cadre.toml, mục "
        "[decisions], visit_weekday.",
        "Nothing to do if the day was changed on purpose; the office's own weekly day stands in "
        "cadre.toml, [decisions], visit_weekday.",
    )
    wrong: ClassVar[str] = "| Ngày đi thôn | Thôn |\n|---|---|\n| 06/3/2026 (thứ sáu) | Thôn Đá |"
    right: ClassVar[str] = "| Ngày đi thôn | Thôn |\n|---|---|\n| 05/3/2026 (thứ năm) | Thôn Đá |"

    severity: Severity = Severity.NOTE
    count: int
    visits: int
    weekday: Text
    days: tuple[date, ...]


_WHOLE = Text("Cả xã", "The whole commune")


def _without_visit(submission: Submission, _: Results, rules_of: RulesOf) -> Iterator[Finding]:
    """A week in which nobody went anywhere is told once, not for each village."""
    found = coverage(book_of(submission, weekday_of(submission, rules_of)), submission.period)
    at = CellRef(submission.villages.visits[0].at.file, submission.villages.visits[0].at.sheet)
    empty = found.empty_weeks
    weeks = len(found.weeks)
    if empty:
        days = tuple(week.day for week in empty)
        yield NoVisit(at=at, whom=_WHOLE, missed=len(empty), weeks=weeks, days=days)
    for village in found.villages:
        without = found.without(village)
        if set(without) - set(empty):
            whom, days = verbatim(village), tuple(week.day for week in without)
            yield NoVisit(at=at, whom=whom, missed=len(days), weeks=weeks, days=days)


def _overdue(submission: Submission, _: Results, rules_of: RulesOf) -> Iterator[Finding]:
    book = book_of(submission, weekday_of(submission, rules_of))
    for each in open_promises(book, submission.day):
        if each.overdue is None or not isinstance(each.visit.due, date):
            continue
        names = ", ".join(one.name for one in each.owed_by)
        yield PromiseOverdue(
            at=each.visit.at.cell("outcome", "due"),
            village=each.visit.village or "?",
            matter=each.matter,
            due=each.visit.due,
            days=each.overdue,
            who=Text(f"; người hứa: {names}", f"; owed by {names}") if names else Text("", ""),
        )


def _other_weekday(submission: Submission, _: Results, rules_of: RulesOf) -> Iterator[Finding]:
    weekday = weekday_of(submission, rules_of)
    dated = [
        visit
        for visit in submission.villages.visits
        if isinstance(visit.day, date) and visit.day in submission.period
    ]
    others = [visit for visit in dated if _weekday(visit.day) != weekday]
    if others:
        yield OtherWeekday(
            at=others[0].at.cell("day"),
            count=len(others),
            visits=len(dated),
            weekday=day_name(weekday),
            days=tuple(sorted({visit.day for visit in others if isinstance(visit.day, date)})),
        )


def _weekday(day: object) -> int | None:
    return day.weekday() if isinstance(day, date) else None


CHECKS: tuple[After, ...] = (
    Check("villages and weeks without a visit", ("L08",), ("visits",), _without_visit),
    Check("promises overdue", ("L10",), ("visits at hand",), _overdue),
    Check("visits on another weekday", ("L11",), ("visits",), _other_weekday),
)
