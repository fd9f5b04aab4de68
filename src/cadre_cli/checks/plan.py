"""The plan against what was assigned: who has none, what was left out, what was added (K01–K04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.checks.check import Before, Check, assigned_cell, named
from cadre_cli.checks.people import among, away_ids, is_group
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlan(Finding):
    """Mỗi người cần có việc trong kế hoạch công tác của kỳ.

    Thường do nộp kế hoạch chậm, hoặc tên trong kế hoạch ghi khác danh sách.
    """

    code: ClassVar[str] = "K01"
    message: ClassVar[Text] = Text(
        "{officer} không có việc nào trong kế hoạch {period}.",
        "{officer} has no task in the plan for {period}.",
    )
    fix: ClassVar[Text] = Text(
        "Bổ sung kế hoạch của người này; nếu nghỉ cả kỳ thì ghi vào bảng biến động.",
        "Add this person's plan; if they were away throughout, record the leave.",
    )
    wrong: ClassVar[str] = (
        "| Danh sách | Kế hoạch tháng 3 |\n|---|---|\n| Lê Văn Cường | (không có dòng nào) |"
    )
    right: ClassVar[str] = (
        "| Danh sách | Kế hoạch tháng 3 |\n|---|---|\n| Lê Văn Cường | Rà soát hộ nghèo |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    period: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverAssigned(Finding):
    """Việc đã có trong kế hoạch thì phải được giao (hoặc ghi rõ là hoãn, bỏ).

    Thường do việc bị hoãn, hoặc nội dung ở bảng giao việc ghi khác kế hoạch.
    """

    code: ClassVar[str] = "K02"
    message: ClassVar[Text] = Text(
        "Việc “{task}” có trong kế hoạch nhưng không thấy trong bảng giao việc.",
        'The task "{task}" is planned but stands in no sheet of assignments.',
    )
    fix: ClassVar[Text] = Text(
        "Giao việc này, bỏ khỏi kế hoạch, hoặc ghi nội dung hai bảng giống nhau.",
        "Assign it, take it out of the plan, or word it alike in both sheets.",
    )
    wrong: ClassVar[str] = (
        "| Kế hoạch | Giao việc |\n|---|---|\n| Kiểm kê đất đai | (không có dòng nào) |"
    )
    right: ClassVar[str] = (
        "| Kế hoạch | Giao việc |\n|---|---|\n| Kiểm kê đất đai | Kiểm kê đất đai |"
    )

    severity: Severity = Severity.WARNING
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedTask(Finding):
    """Việc ngoài kế hoạch: chỉ cộng vào số hoàn thành, khi bảng ghi rõ là đột xuất, phát sinh.

    Việc không có trong kế hoạch mà cột Loại nhiệm vụ để trống vẫn tính như việc được giao.
    """

    code: ClassVar[str] = "K03"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 18 khoản 1 điểm d"
    message: ClassVar[Text] = Text("Việc “{task}”: {what}.", 'The task "{task}": {what}.')
    fix: ClassVar[Text] = Text(
        "Đúng thì không phải sửa; chưa đúng thì sửa cột Loại nhiệm vụ "
        "(“Đột xuất” là việc ngoài kế hoạch).",
        'If this is right nothing needs doing; else correct the category ("Đột xuất": unplanned).',
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Loại nhiệm vụ |\n|---|---|\n| Đón đoàn kiểm tra (ngoài kế hoạch) | |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Loại nhiệm vụ |\n|---|---|\n| Đón đoàn kiểm tra | Đột xuất |"
    )

    severity: Severity = Severity.NOTE
    task: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredLate(Finding):
    """Kế hoạch phải đăng ký trước thời hạn của việc.

    Thường do điền kế hoạch sau khi việc đã xong, hoặc gõ nhầm ngày đăng ký.
    """

    code: ClassVar[str] = "K04"
    message: ClassVar[Text] = Text(
        "Việc “{task}” đăng ký ngày {registered_on}, sau thời hạn {deadline}.",
        'The task "{task}" was registered on {registered_on}, after its deadline {deadline}.',
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra lại ngày đăng ký; nếu đúng thì ghi việc này là phát sinh.",
        "Check the day of registering; if it is right, mark the task as unplanned.",
    )
    wrong: ClassVar[str] = "| Ngày đăng ký | Thời hạn |\n|---|---|\n| 25/03/2026 | 20/03/2026 |"
    right: ClassVar[str] = "| Ngày đăng ký | Thời hạn |\n|---|---|\n| 02/03/2026 | 20/03/2026 |"

    severity: Severity = Severity.WARNING
    task: str
    registered_on: date
    deadline: date


def _no_plan(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    for officer in _without_plan(submission):
        at = officer.at.cell("name")
        yield NoPlan(at=at, officer=officer.name, period=submission.period.title)


def _without_plan(submission: Submission) -> tuple[Officer, ...]:
    """Those who should have a plan and own no row of it; a row for "toàn thể" is everybody's."""
    planning = [owner for task in submission.plan for owner in (*task.owners, *task.co_owners)]
    if any(is_group(owner) for owner in planning):
        return ()
    covered = {each for owner in planning for each in owner.officers} | away_ids(submission)
    working = {each for task in submission.tasks for o in task.owners for each in o.officers}
    return tuple(
        officer
        for officer in submission.officers
        if officer.id not in covered
        and not officer.rated_above
        and (officer.from_roster or officer.id in working)
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """Tasks found by their words, or by their code for one of their owners.

    Numbers of rows are counted anew in each sheet and say nothing. A code alone may stand for many
    tasks of many people.
    """

    words: frozenset[str]
    codes: dict[str, tuple[Task, ...]]

    @classmethod
    def of(cls, tasks: tuple[Task, ...]) -> _Listed:
        codes: dict[str, tuple[Task, ...]] = {}
        for task in tasks:
            if task.code:
                codes[key(task.code)] = (*codes.get(key(task.code), ()), task)
        return cls(frozenset(key(task.content) for task in tasks if task.content), codes)

    def __contains__(self, task: Task) -> bool:
        if task.content and key(task.content) in self.words:
            return True
        coded = self.codes.get(key(task.code), ()) if task.code else ()
        return any(_may_share_owner(task, other) for other in coded)


def _may_share_owner(one: Task, other: Task) -> bool:
    if not (one.owners and other.owners):
        return True
    return any(among(owner, other.owners) for owner in one.owners)


def _never_assigned(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    if submission.unread_of("tasks"):
        return  # it may be assigned in the sheet that could not be read
    assigned = _Listed.of(submission.tasks)
    for task in submission.plan:
        if task not in assigned:
            yield NeverAssigned(at=task.at.cell("content", "code"), task=named(task))


_MARKED = Text(
    "ngoài kế hoạch, chỉ cộng vào số hoàn thành, không cộng vào số được giao",
    "outside the plan, counted as done and not as assigned",
)
_NOT_PLANNED = Text(
    "không có trong kế hoạch nhưng chưa ghi là đột xuất, đang tính như việc được giao",
    "not in the plan and not marked as unplanned, counted like any assigned task",
)


def _unplanned(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    planned = _Listed.of(submission.plan)
    no_plan = {officer.id for officer in _without_plan(submission)}  # K01 has told of them
    for task in submission.tasks:
        if task.category is Category.UNPLANNED:
            what = _MARKED
        elif (
            not submission.plan
            or task.category is not Category.PLANNED
            or task in planned
            or any(owner.officer in no_plan for owner in task.owners)
        ):
            continue
        else:
            what = _NOT_PLANNED
        at = assigned_cell(task, "category", "content", "code")
        yield UnplannedTask(at=at, task=named(task), what=what)


def _registered_late(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    for task in submission.plan:
        registered, due = task.registered_on, task.deadline
        if isinstance(registered, date) and isinstance(due, date) and registered > due:
            yield RegisteredLate(
                at=task.at.cell("registered_on"),
                task=named(task),
                registered_on=registered,
                deadline=due,
            )


CHECKS: tuple[Before, ...] = (
    Check("person without a plan", ("K01",), ("plan", "plan owners"), _no_plan),
    Check("planned, never assigned", ("K02",), ("plan", "tasks"), _never_assigned),
    Check("unplanned task", ("K03",), ("tasks",), _unplanned),
    Check("plan registered late", ("K04",), ("plan", "plan registered_on"), _registered_late),
)
