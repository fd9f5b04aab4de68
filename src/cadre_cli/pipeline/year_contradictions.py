"""Two workbooks of one month that state one task otherwise: neither is taken (N12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Task
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthContradicts(Finding):
    """Hai tệp của cùng một tháng ghi cùng một việc với kết quả khác nhau.

    Thường do lưu cả bản cũ và bản đã sửa. Chương trình không chọn bản nào: tháng đó chưa tính cho
    người có việc ấy.
    """

    code: ClassVar[str] = "N12"
    message: ClassVar[Text] = Text(
        "{period}: việc “{task}” của {officer} ghi khác nhau ở “{other}” ({cell}).",
        "{period}: the task “{task}” of {officer} is stated otherwise in “{other}” ({cell}).",
    )
    fix: ClassVar[Text] = Text(
        "Chỉ giữ một bản của tháng trong thư mục (chuyển bản cũ đi, hoặc ghi vào ignore của "
        "cadre.toml) rồi chạy lại.",
        "Keep one version of the month in the folder (move the old one away, or name it under "
        "ignore in cadre.toml) and run again.",
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


def contradictions(outcome: Outcome) -> Mapping[str, MonthContradicts]:
    """Officer's id → the first task that two files of the period state otherwise."""
    first: dict[tuple[str, ...], Task] = {}
    found: dict[str, MonthContradicts] = {}
    names = {result.officer.id: result.officer.name for result in outcome.results}
    for task in outcome.tasks:
        for who in _owners(task):
            earlier = first.setdefault(_same(task, who), task)
            differs = earlier.at.file != task.at.file and _stated(earlier) != _stated(task)
            if differs and who in names and who not in found and outcome.period is not None:
                found[who] = MonthContradicts(
                    at=task.cell("content"),
                    period=outcome.period.title,
                    task=task.content or task.number or "?",
                    officer=names[who],
                    other=earlier.at.file,
                    cell=earlier.cell("content"),
                )
    return found


def _owners(task: Task) -> Iterator[str]:
    yield from dict.fromkeys(each for mention in task.owners for each in mention.officers)


def _same(task: Task, who: str) -> tuple[str, ...]:
    """What makes two rows one task: whose it is, its words, its deadline and what was assigned."""
    said = (task.content or "", task.product or "", str(task.deadline), str(task.assigned))
    return (who, *(key(part) for part in said))


def _stated(task: Task) -> tuple[object, ...]:
    return (
        task.coefficient,
        task.finished,
        task.finished_on,
        task.failures,
        task.latenesses,
        task.quality_met,
        task.on_time,
        task.points,
        task.max_points,
    )
