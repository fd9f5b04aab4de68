"""What was assigned: deadline and product, and nothing twice (G07–G10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.checks.check import (
    Before,
    Check,
    assigned_cell,
    each_task,
    named,
)
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Mention
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.names import name_key
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDeadline(Finding):
    """Mỗi nhiệm vụ phải có thời hạn hoàn thành.

    Thường do việc thường xuyên bị để trống thời hạn, hoặc chỉ ghi “theo yêu cầu”.
    """

    code: ClassVar[str] = "G07"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 18 khoản 1"
    message: ClassVar[Text] = Text(
        "Việc “{task}” chưa ghi thời hạn.", 'The task "{task}" has no deadline.'
    )
    fix: ClassVar[Text] = Text(
        "Ghi ngày phải xong; việc thường xuyên thì ghi ngày cuối kỳ.",
        "Write the day it is due; for standing work, the last day of the period.",
    )
    wrong: ClassVar[str] = "| Nội dung công việc | Thời hạn |\n|---|---|\n| Trực một cửa | |"
    right: ClassVar[str] = (
        "| Nội dung công việc | Thời hạn |\n|---|---|\n| Trực một cửa | 31/03/2026 |"
    )

    severity: Severity = Severity.ERROR
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineBeforeAssigned(Finding):
    """Thời hạn không thể trước ngày giao việc.

    Thường do gõ nhầm tháng hoặc năm, hoặc chép thời hạn của tháng trước.
    """

    code: ClassVar[str] = "G08"
    message: ClassVar[Text] = Text(
        "Việc “{task}” giao ngày {assigned_on} nhưng thời hạn là {deadline}.",
        'The task "{task}" was assigned on {assigned_on} but was due on {deadline}.',
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra lại thời hạn (và ngày giao), nhất là tháng và năm.",
        "Check the deadline (and the day of assignment), above all month and year.",
    )
    wrong: ClassVar[str] = "| Ngày giao | Thời hạn |\n|---|---|\n| 05/03/2026 | 28/02/2026 |"
    right: ClassVar[str] = "| Ngày giao | Thời hạn |\n|---|---|\n| 05/03/2026 | 28/03/2026 |"

    severity: Severity = Severity.ERROR
    task: str
    assigned_on: date
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProduct(Finding):
    """Mỗi nhiệm vụ cần nêu sản phẩm đầu ra để đánh giá được.

    Thường do việc chỉ ghi “tham mưu”, “phối hợp”. Nếu mã công việc có trong danh mục thì sản phẩm
    lấy theo danh mục.
    """

    code: ClassVar[str] = "G09"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 13 khoản 1"
    message: ClassVar[Text] = Text(
        "Việc “{task}” chưa ghi sản phẩm.", 'The task "{task}" states no product.'
    )
    fix: ClassVar[Text] = Text(
        "Ghi sản phẩm cụ thể: báo cáo, tờ trình, danh sách, số hồ sơ …",
        "Write the product: a report, a submission, a list, a number of dossiers …",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Sản phẩm |\n|---|---|\n| Tham mưu công tác giảm nghèo | |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Sản phẩm |\n|---|---|\n"
        "| Tham mưu công tác giảm nghèo | Báo cáo rà soát hộ nghèo |"
    )

    severity: Severity = Severity.WARNING
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedTwice(Finding):
    """Một việc không giao hai lần cho cùng một người với cùng thời hạn.

    Thường do chép bảng tháng trước rồi thêm dòng. Giữ cả hai thì việc được tính hai lần.
    """

    code: ClassVar[str] = "G10"
    message: ClassVar[Text] = Text(
        "Việc “{task}” đã giao cho {owners} ở {first}, cùng thời hạn.",
        'The task "{task}" was already assigned to {owners} at {first}, with the same deadline.',
    )
    fix: ClassVar[Text] = Text(
        "Xóa dòng trùng; nếu là hai việc thì ghi rõ chỗ khác nhau.",
        "Delete the repeated row; if they are two tasks, write what tells them apart.",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện | Thời hạn |\n|---|---|---|\n"
        "| Rà soát hộ nghèo | Lê Văn Cường | 20/03/2026 |\n"
        "| Rà soát hộ nghèo | Lê Văn Cường | 20/03/2026 |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện | Thời hạn |\n|---|---|---|\n"
        "| Rà soát hộ nghèo thôn Xuân Tiến | Lê Văn Cường | 20/03/2026 |\n"
        "| Rà soát hộ nghèo thôn Đồng Lách | Lê Văn Cường | 20/03/2026 |"
    )

    severity: Severity = Severity.WARNING
    task: str
    owners: tuple[str, ...]
    first: Text


def _no_deadline(task: Task) -> Finding | None:
    if task.deadline is not None or not task.has("deadline"):
        return None
    return NoDeadline(at=assigned_cell(task, "deadline"), task=named(task))


def _deadline_before_assigned(task: Task) -> Finding | None:
    given, due = task.assigned_on, task.deadline
    if not (isinstance(given, date) and isinstance(due, date)) or due >= given:
        return None
    return DeadlineBeforeAssigned(
        at=assigned_cell(task, "deadline"), task=named(task), assigned_on=given, deadline=due
    )


def _no_product(task: Task) -> Finding | None:
    if task.product or not task.has("product"):
        return None
    return NoProduct(at=assigned_cell(task, "product"), task=named(task))


_Same = tuple[str, frozenset[str], object]


def _assigned_twice(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    seen: dict[_Same, Task] = {}
    for task in submission.tasks:
        words = task.content or task.code
        if not words or not task.owners or task.deadline is UNKNOWN:
            continue
        same = (key(words), frozenset(map(_person, task.owners)), task.deadline)
        first = seen.setdefault(same, task)
        if first is not task:
            yield AssignedTwice(
                at=task.at.first,
                task=named(task),
                owners=tuple(owner.written for owner in task.owners),
                first=_where(first.at.first, task.at.file),
            )


def _where(cell: CellRef, here: str) -> Text:
    """The cell, with its file where that is another one."""
    named = str(cell) if cell.file == here else f"“{cell.file}” {cell}"
    return Text(named, named)


def _person(mention: Mention) -> str:
    return mention.officer or name_key(mention.name)


CHECKS: tuple[Before, ...] = (
    Check("task without a deadline", ("G07",), ("tasks", "deadline"), each_task(_no_deadline)),
    Check(
        "deadline before assignment",
        ("G08",),
        ("tasks", "deadline", "assigned_on"),
        each_task(_deadline_before_assigned),
    ),
    Check("task without a product", ("G09",), ("tasks", "product"), each_task(_no_product)),
    Check("assigned twice", ("G10",), ("tasks",), _assigned_twice),
)
