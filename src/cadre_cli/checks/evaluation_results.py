"""What a result says: dates, causes, numbers of failures and of latenesses (C04, C06–C08)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from cadre_cli.checks.check import Before, Check, each_task, named
from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossibleFinish(Finding):
    """Ngày hoàn thành phải sau ngày giao và không quá ngày cuối của kỳ đang tính.

    Thường do gõ nhầm tháng, hoặc việc xong ở tháng sau nhưng vẫn ghi vào tháng này.
    """

    code: ClassVar[str] = "C04"
    message: ClassVar[Text] = Text(
        "Việc “{task}” hoàn thành ngày {finished_on}, {conflict}.",
        'The task "{task}" was finished on {finished_on}, {conflict}.',
    )
    fix: ClassVar[Text] = Text(
        "Sửa ngày hoàn thành; việc xong sau kỳ này thì để trống, tính vào kỳ sau.",
        "Correct the finishing date; what was finished later belongs to the next period.",
    )
    wrong: ClassVar[str] = "| Ngày giao | Ngày hoàn thành |\n|---|---|\n| 05/03/2026 | 20/02/2026 |"
    right: ClassVar[str] = "| Ngày giao | Ngày hoàn thành |\n|---|---|\n| 05/03/2026 | 20/03/2026 |"

    severity: Severity = Severity.ERROR
    task: str
    finished_on: date
    conflict: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseNotConfirmed(Finding):
    """Nguyên nhân khách quan chỉ được miễn trừ khi cấp có thẩm quyền xác nhận.

    Thường do ghi lý do vào cột ghi chú mà không ghi ai xác nhận, văn bản nào. Chưa xác nhận thì
    vẫn trừ điểm.
    """

    code: ClassVar[str] = "C06"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14 khoản 2 điểm b, c"
    message: ClassVar[Text] = Text(
        "“{task}”: nêu nguyên nhân khách quan (“{cause}”) nhưng chưa ghi ai xác nhận.",
        '"{task}": an objective cause is claimed ("{cause}") but nobody confirmed it.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi cấp có thẩm quyền đã xác nhận và số văn bản; nếu không có thì bỏ nguyên nhân.",
        "Write which authority confirmed it, with the document; else take the claim out.",
    )
    wrong: ClassVar[str] = (
        "| Nguyên nhân khách quan | Cấp xác nhận |\n|---|---|\n| Mưa lũ chia cắt thôn | |"
    )
    right: ClassVar[str] = (
        "| Nguyên nhân khách quan | Cấp xác nhận |\n|---|---|\n"
        "| Mưa lũ chia cắt thôn | Chủ tịch UBND xã, CV 45/UBND |"
    )

    severity: Severity = Severity.ERROR
    task: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesAgainstMark(Finding):
    """Ngày tháng và kết quả tiến độ (số lần chậm, Đúng hạn / Chậm) phải khớp nhau.

    Thường do quên ghi số lần chậm, hoặc thời hạn đã gia hạn mà bảng chưa sửa. Điểm tính theo kết quả
    tiến độ do người đánh giá ghi.
    """

    code: ClassVar[str] = "C07"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14 khoản 2 điểm c"
    message: ClassVar[Text] = Text(
        "Việc “{task}”: hạn {deadline}, xong {finished_on}, nhưng ghi {marked}.",
        'The task "{task}": due {deadline}, finished {finished_on}, yet marked {marked}.',
    )
    fix: ClassVar[Text] = Text(
        "Xem lại ngày và kết quả tiến độ, sửa chỗ ghi nhầm.",
        "Look at the dates and at the mark, and correct whichever is wrong.",
    )
    wrong: ClassVar[str] = (
        "| Thời hạn | Ngày hoàn thành | Số lần chậm |\n|---|---|---|\n| 20/03/2026 | 25/03/2026 | 0 |"
    )
    right: ClassVar[str] = (
        "| Thời hạn | Ngày hoàn thành | Số lần chậm |\n|---|---|---|\n| 20/03/2026 | 25/03/2026 | 1 |"
    )

    severity: Severity = Severity.WARNING
    task: str
    deadline: date
    finished_on: date
    marked: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NotACount(Finding):
    """Số lần chưa đạt, số lần chậm là số nguyên từ 0 trở lên.

    Thường do ghi số ngày chậm, số điểm bị trừ (−0,25) hoặc tỷ lệ thay cho số lần.
    """

    code: ClassVar[str] = "C08"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14 khoản 2 điểm b, c"
    message: ClassVar[Text] = Text(
        "Việc “{task}”: {what} là {written}, không phải số lần.",
        'The task "{task}": {what} is {written}, which is no number of times.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi số lần: 0, 1, 2 …; không ghi số ngày, số điểm trừ.",
        "Write the number of times: 0, 1, 2 …; not days, not points.",
    )
    wrong: ClassVar[str] = "| Số lần chậm |\n|---|\n| 0,25 |"
    right: ClassVar[str] = "| Số lần chậm |\n|---|\n| 1 |"

    severity: Severity = Severity.ERROR
    task: str
    what: Text
    written: Decimal


def _impossible_finish(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    for task in submission.tasks:
        done = task.finished_on
        if not isinstance(done, date):
            continue
        given, last = task.assigned_on, submission.period.last_day
        if isinstance(given, date) and done < given:
            on = f"{given:%d/%m/%Y}"
            conflict = Text(f"trước ngày giao {on}", f"before it was assigned on {on}")
        elif done > last:
            on = f"{last:%d/%m/%Y}"
            conflict = Text(f"sau ngày cuối kỳ {on}", f"after the period's last day {on}")
        else:
            continue
        at = task.cell("finished_on", "status")
        yield ImpossibleFinish(at=at, task=named(task), finished_on=done, conflict=conflict)


def _causes(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    claims = [e for e in submission.events if e.kind is EventKind.OBJECTIVE_CAUSE]
    confirmed = {key(e.task) for e in claims if e.task and e.confirmed_by}
    told: set[CellRef] = set()
    for task in submission.tasks:
        if not task.objective_cause or task.confirmed_by or confirmed & _names(task):
            continue
        at = _claimed_at(task, claims)
        told.add(at)
        yield CauseNotConfirmed(at=at, task=named(task), cause=task.objective_cause)
    for claim in claims:
        if not claim.confirmed_by and claim.at not in told and not _in_a_row(claim, submission):
            about = claim.task or claim.who.name
            yield CauseNotConfirmed(at=claim.at, task=about, cause=claim.words)


def _names(task: Task) -> set[str]:
    return {key(name) for name in (task.number, task.code) if name}


def _claimed_at(task: Task, claims: list[Event]) -> CellRef:
    """The cell for the confirming authority, else the claim: in the task's row or an events sheet."""
    if not (task.has("confirmed_by") or task.has("objective_cause")):
        for claim in claims:
            if claim.task and key(claim.task) in _names(task):
                return claim.at
    return task.cell("confirmed_by", "objective_cause", "note")


def _in_a_row(claim: Event, submission: Submission) -> bool:
    """Whether a task has the claim in its own row, where it has been told already."""
    return bool(claim.task) and any(
        task.objective_cause and key(claim.task or "") in _names(task) for task in submission.tasks
    )


_ON_TIME = Text("đúng hạn (0 lần chậm)", "on time (0 latenesses)")
_LATE = Text("chậm", "late")


def _dates_against_mark(task: Task) -> Finding | None:
    due, done = task.deadline, task.finished_on
    if not (isinstance(due, date) and isinstance(done, date)):
        return None
    said = _said_late(task)
    if said is None or said == (done > due):
        return None
    if not said and task.objective_cause and task.confirmed_by:
        return None  # late, and rightly held to be no lateness
    at = task.cell("latenesses", "on_time", "late", "days_late")
    return DatesAgainstMark(
        at=at, task=named(task), deadline=due, finished_on=done, marked=_LATE if said else _ON_TIME
    )


def _said_late(task: Task) -> bool | None:
    """Whether the evaluator says it was late; a blank number of times is taken for none."""
    if isinstance(task.latenesses, Decimal):
        return task.latenesses > 0
    if isinstance(task.on_time, bool):
        return not task.on_time
    unwritten = task.latenesses is None and task.has("latenesses")
    waits = task.evaluator is None and task.has("evaluator")  # C03
    return False if unwritten and not waits else None


_FAILURES = Text("số lần chưa đạt", "the number of failed assessments")
_LATENESSES = Text("số lần chậm", "the number of latenesses")


def _not_a_count(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    for task in submission.tasks:
        for field, what in (("failures", _FAILURES), ("latenesses", _LATENESSES)):
            written = getattr(task, field)
            if isinstance(written, Decimal) and (written < 0 or written % 1):
                at = task.cell(field)
                yield NotACount(at=at, task=named(task), what=what, written=written)


CHECKS: tuple[Before, ...] = (
    Check("finishing date", ("C04",), ("tasks", "finished_on"), _impossible_finish),
    Check("objective cause", ("C06",), (), _causes),
    Check(
        "dates and mark",
        ("C07",),
        ("tasks", "deadline", "finished_on"),
        each_task(_dates_against_mark),
    ),
    Check("number of times", ("C08",), ("tasks", "results"), _not_a_count),
)
