"""Two workbooks of one month that state one task otherwise: neither is taken (N12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Doubt
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthContradicts(Finding):
    """Hai tệp của cùng một tháng ghi cùng một việc với kết quả khác nhau.

    Thường do lưu cả bản cũ và bản đã sửa. Cộng cả hai thì sai, mà chương trình không chọn bản nào:
    tháng đó chưa tính cho người có việc ấy, cả khi chấm tháng, chốt tháng và tổng kết năm.
    """

    code: ClassVar[str] = "N12"
    message: ClassVar[Text] = Text(
        "{period}: việc “{task}” của {officer} ghi khác nhau ở “{other}” ({cell}).",
        "{period}: the task “{task}” of {officer} is stated otherwise in “{other}” ({cell}).",
    )
    fix: ClassVar[Text] = Text(
        "Chỉ giữ một bản của tháng trong thư mục (chuyển bản cũ đi, hoặc ghi vào ignore của "
        "cadre.toml) rồi chạy lại; nếu là hai việc khác nhau thì ghi rõ chỗ khác nhau.",
        "Keep one version of the month in the folder (move the old one away, or name it under "
        "ignore in cadre.toml) and run again; if they are two tasks, write what tells them apart.",
    )
    wrong: ClassVar[str] = (
        "| thang-03.xlsx | thang-03 (sửa).xlsx |\n|---|---|\n| Báo cáo: 10 | Báo cáo: 5 |"
    )
    right: ClassVar[str] = "| thang-03.xlsx |\n|---|\n| Báo cáo: 5 |"

    severity: Severity = Severity.ERROR
    period: Text
    task: str
    officer: str
    other: str
    cell: CellRef


def without_contradicted(submission: Submission) -> tuple[Submission, tuple[Finding, ...]]:
    """The submission, in which nobody whose task two files state otherwise gets a score."""
    found = contradictions(submission)
    if not found:
        return submission, ()
    officers = tuple(
        replace(officer, doubt=_doubt(found[officer.id])) if officer.id in found else officer
        for officer in submission.officers
    )
    return replace(submission, officers=officers), tuple(found.values())


def _doubt(contradiction: MonthContradicts) -> Doubt:
    task, other = contradiction.task, contradiction.other
    what = Text(
        f"hai tệp ghi khác nhau về việc “{task}” (tệp kia: “{other}”)",
        f'two files state the task "{task}" otherwise (the other: "{other}")',
    )
    return Doubt(what, contradiction.at)


def contradictions(submission: Submission) -> Mapping[str, MonthContradicts]:
    """Officer's id → the first task that two files of the period state otherwise."""
    if len({task.at.file for task in submission.tasks}) < 2:  # most months are one workbook
        return {}
    first: dict[tuple[str, ...], Task] = {}
    found: dict[str, MonthContradicts] = {}
    names = {officer.id: officer.name for officer in submission.officers}
    for task in submission.tasks:
        for who in _owners(task):
            earlier = first.setdefault(_same(task, who), task)
            differs = earlier.at.file != task.at.file and _stated(earlier) != _stated(task)
            if differs and who in names and who not in found:
                found[who] = MonthContradicts(
                    at=task.cell("content"),
                    period=submission.period.title,
                    task=task.content or task.number or "?",
                    officer=names[who],
                    other=earlier.at.file,
                    cell=earlier.cell("content"),
                )
    return found


def _owners(task: Task) -> Iterator[str]:
    yield from dict.fromkeys(each for mention in task.owners for each in mention.officers)


def _same(task: Task, who: str) -> tuple[str, ...]:
    """What makes two rows one task: whose it is, its words and its deadline.

    Without a deadline also what was assigned: a workbook a week may repeat the words.
    """
    due = f"/{task.assigned}" if task.deadline is None else str(task.deadline)
    said = (task.content or "", task.product or "", due)
    return (who, *(key(part) for part in said))


def _stated(task: Task) -> tuple[object, ...]:
    return (
        task.coefficient,
        task.assigned,
        task.finished,
        task.finished_on,
        task.failures,
        task.latenesses,
        task.quality_met,
        task.on_time,
        task.points,
        task.max_points,
    )
