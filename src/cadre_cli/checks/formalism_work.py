"""Signs of work done for show, over the work itself: L03, L04, L07. Scores are in formalism.

Notes for those who lead, never deductions. Each looks at the office as a whole first, and only where
that is in order at its people or units: one habit of all is told once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results
from cadre_cli.checks.robust import NEARLY_ALL
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key

_MONTH_END = timedelta(days=3)
"""Work due in the last days of a period is closed with it: the same day says nothing there."""
_OFFICE_TASKS, _PERSON_TASKS = 20, 12
"""Tasks below which a share is chance: a person who often finishes on the day has not 11 of 12 so."""
_COPIED_TASKS = 8
"""Tasks of one person: recurring duties are the half of most people's work, not nine tenths of it."""
_MOST = Fraction(1, 2)
"""What "most" means, for work outside the plan."""
_WHOLE = Text("Cả cơ quan", "The office as a whole")


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOnTheDeadline(Finding):
    """(Gần như) mọi việc đều ghi hoàn thành đúng vào ngày hạn.

    Có thể ngày hoàn thành được chép từ cột thời hạn. Việc có hạn ở những ngày cuối kỳ không xét. Đây
    là lời nhắc cho người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L03"
    message: ClassVar[Text] = Text(
        "{whose}: {same} trên {tasks} việc có ngày hoàn thành trùng ngày hạn.",
        "{whose}: {same} of {tasks} tasks were finished exactly on the deadline.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi ngày nộp sản phẩm thật; xem sổ văn bản đi hoặc ngày ký sản phẩm.",
        "Write the day the product was really handed in; see the register or the day of signing.",
    )
    wrong: ClassVar[str] = (
        "| Thời hạn | Ngày hoàn thành |\n|---|---|\n| 12/3 | 12/3 |\n| 17/3 | 17/3 |\n| 20/3 | 20/3 |"
    )
    right: ClassVar[str] = (
        "| Thời hạn | Ngày hoàn thành |\n|---|---|\n| 12/3 | 11/3 |\n| 17/3 | 17/3 |\n| 20/3 | 18/3 |"
    )

    severity: Severity = Severity.NOTE
    whose: Text
    same: int
    tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedFromBefore(Finding):
    """(Gần như) mọi việc chép nguyên văn từ kỳ trước.

    Việc lặp lại hằng tháng là bình thường; chép cả bảng thì kế hoạch chỉ là hình thức. Đây là lời nhắc
    cho người lãnh đạo, không trừ điểm ai. Dưới 8 việc không xét.
    """

    code: ClassVar[str] = "L04"
    message: ClassVar[Text] = Text(
        "{whose}: {same} trên {tasks} việc giống từng chữ với {before}.",
        "{whose}: {same} of {tasks} tasks are word for word those of {before}.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi rõ sản phẩm của tháng này (số, ngày, nội dung cụ thể) thay cho câu chép lại.",
        "Say what this month's products are (numbers, days, contents) instead of the same words.",
    )
    wrong: ClassVar[str] = (
        "| Tháng 2 | Tháng 3 |\n|---|---|\n| Thực hiện nhiệm vụ được giao | Thực hiện nhiệm vụ được giao |"
    )
    right: ClassVar[str] = (
        "| Tháng 2 | Tháng 3 |\n|---|---|\n"
        "| Rà soát hộ nghèo thôn Đá | Trình phê duyệt danh sách hộ nghèo thôn Đá |"
    )

    severity: Severity = Severity.NOTE
    whose: Text
    same: int
    tasks: int
    before: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MostlyUnplanned(Finding):
    """Quá nửa số việc được ghi là đột xuất, ngoài kế hoạch.

    Có thể kế hoạch lập cho có, hoặc việc thường xuyên bị ghi thành đột xuất (việc đột xuất chỉ cộng
    thêm). Đây là lời nhắc cho người lãnh đạo, không trừ điểm ai. Dưới 20 việc không xét.
    """

    code: ClassVar[str] = "L07"
    message: ClassVar[Text] = Text(
        "{whose}: {unplanned} trên {tasks} việc được ghi là đột xuất, ngoài kế hoạch.",
        "{whose}: {unplanned} of {tasks} tasks are marked as unplanned.",
    )
    fix: ClassVar[Text] = Text(
        "Đưa việc biết trước vào kế hoạch tháng; chỉ ghi Đột xuất cho việc phát sinh thật.",
        "Put foreseeable work into the month's plan; mark only what really came up as unplanned.",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Loại nhiệm vụ |\n|---|---|\n| Báo cáo tháng | Đột xuất |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Loại nhiệm vụ |\n|---|---|\n| Báo cáo tháng | Theo kế hoạch |"
    )

    severity: Severity = Severity.NOTE
    whose: Text
    unplanned: int
    tasks: int


@dataclass(frozen=True, slots=True)
class _Share:
    """How many of some tasks show a sign, and where they stand."""

    whose: Text
    marked: int
    tasks: Sequence[Task]

    @property
    def at(self) -> CellRef:
        first = min((task.at for task in self.tasks), key=lambda at: at.first.order)
        return CellRef(first.file, first.sheet)

    def reaches(self, share: Fraction, least: int) -> bool:
        return len(self.tasks) >= least and self.marked >= share * len(self.tasks)


def _shares(
    submission: Submission, tasks: Sequence[Task], shows: Callable[[Task], bool]
) -> tuple[_Share, tuple[_Share, ...]]:
    """The share of the whole office, and that of each person."""
    names = {officer.id: officer.name for officer in submission.officers}
    by_owner: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        if len(task.owners) == 1 and task.owners[0].officer is not None:
            by_owner[task.owners[0].officer].append(task)
    people = tuple(
        _Share(verbatim(names.get(owner, owner)), sum(map(shows, own)), own)
        for owner, own in by_owner.items()
    )
    return _Share(_WHOLE, sum(map(shows, tasks)), tasks), people


def _on_the_deadline(submission: Submission, _: Results, __: RulesOf) -> Iterator[Finding]:
    closing = submission.period.last_day - _MONTH_END
    dated = [
        task
        for task in submission.tasks
        if isinstance(task.deadline, date)
        and isinstance(task.finished_on, date)
        and task.deadline <= closing
    ]
    whole, people = _shares(submission, dated, lambda task: task.finished_on == task.deadline)
    found = (whole,) if whole.reaches(NEARLY_ALL, _OFFICE_TASKS) else people
    for share in found:
        if share is whole or share.reaches(NEARLY_ALL, _PERSON_TASKS):
            yield AllOnTheDeadline(
                at=share.at, whose=share.whose, same=share.marked, tasks=len(share.tasks)
            )


# ── the month before ─────────────────────────────────────────────────────────────────────────


def just_before(submission: Submission) -> Submission | None:
    """The period that ended the day before this one began, of the same length."""
    day = submission.period.first_day - timedelta(days=1)
    same = (
        each
        for each in submission.earlier
        if each.period.last_day == day and each.period.unit == submission.period.unit
    )
    return next((each for each in same if each.tasks), None)


def _copied(submission: Submission, _: Results, __: RulesOf) -> Iterator[Finding]:
    before = just_before(submission)
    if before is None:
        return
    known = _words_of(before)
    said = [task for task in submission.tasks if task.content]
    whole, people = _shares(submission, said, lambda task: _words(task) in known[_owner(task)])
    found = (whole,) if whole.reaches(NEARLY_ALL, _OFFICE_TASKS) else people
    for share in found:
        if share is whole or share.reaches(NEARLY_ALL, _COPIED_TASKS):
            yield CopiedFromBefore(
                at=share.at,
                whose=share.whose,
                same=share.marked,
                tasks=len(share.tasks),
                before=before.period.title,
            )


def _words_of(before: Submission) -> Mapping[str, set[str]]:
    """By owner's name, for ids belong to one submission: what was written of each task."""
    known: dict[str, set[str]] = defaultdict(set)
    for task in before.tasks:
        known[_owner(task)].add(_words(task))
    return known


def _owner(task: Task) -> str:
    return key(task.owners[0].name) if len(task.owners) == 1 else ""


def _words(task: Task) -> str:
    return f"{key(task.content or '')}|{key(task.product or '')}"


# ── outside the plan ─────────────────────────────────────────────────────────────────────────


def _unplanned(submission: Submission, _: Results, __: RulesOf) -> Iterator[Finding]:
    whole, _people = _shares(submission, submission.tasks, _is_unplanned)
    if _exceeds(whole):
        yield _mostly(whole)
        return
    units = {officer.id: officer.unit for officer in submission.officers}
    by_unit: dict[str, list[Task]] = defaultdict(list)
    for task in submission.tasks:
        owner = task.owners[0].officer if len(task.owners) == 1 else None
        unit = units.get(owner) if owner is not None else None
        if unit is not None:
            by_unit[unit].append(task)
    for unit, tasks in by_unit.items():
        share = _Share(verbatim(unit), sum(map(_is_unplanned, tasks)), tasks)
        if _exceeds(share):
            yield _mostly(share)


def _is_unplanned(task: Task) -> bool:
    return task.category is Category.UNPLANNED


def _exceeds(share: _Share) -> bool:
    return len(share.tasks) >= _OFFICE_TASKS and share.marked > _MOST * len(share.tasks)


def _mostly(share: _Share) -> Finding:
    return MostlyUnplanned(
        at=share.at, whose=share.whose, unplanned=share.marked, tasks=len(share.tasks)
    )


CHECKS: tuple[After, ...] = (
    Check("finished on the deadline", ("L03",), ("deadline", "finished_on"), _on_the_deadline),
    Check("copied from the period before", ("L04",), ("tasks", "period before"), _copied),
    Check("mostly unplanned", ("L07",), ("tasks",), _unplanned),
)
