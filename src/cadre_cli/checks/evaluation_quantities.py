"""What is finished: more than was assigned, or left blank in a row that is evaluated (C05, C16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from cadre_cli.checks.check import Before, Check, each_task, named, rules_or_none
from cadre_cli.checks.people import kind_of
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf

_CHOICE = "unfinished_at_period_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreThanAssigned(Finding):
    """Hoàn thành nhiều hơn số được giao thì phải ghi rõ phần vượt là việc phát sinh, làm thêm.

    Thường do gõ nhầm số, hoặc việc phát sinh ghi gộp vào dòng được giao.
    """

    code: ClassVar[str] = "C05"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 18 khoản 1 điểm d"
    message: ClassVar[Text] = Text(
        "Việc “{task}” giao {assigned} nhưng ghi hoàn thành {finished}.",
        'The task "{task}": {assigned} assigned, {finished} finished.',
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra lại số; phần làm thêm thì ghi dòng riêng, Loại nhiệm vụ “Đột xuất”.",
        'Check the number; put extra work into a row of its own marked "Đột xuất".',
    )
    wrong: ClassVar[str] = "| Số lượng giao | Số lượng hoàn thành |\n|---|---|\n| 5 | 8 |"
    right: ClassVar[str] = (
        "| Loại nhiệm vụ | Số lượng giao | Số lượng hoàn thành |\n|---|---|---|\n"
        "| | 5 | 5 |\n| Đột xuất | | 3 |"
    )

    severity: Severity = Severity.WARNING
    task: str
    assigned: Decimal
    finished: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedLeftBlank(Finding):
    """Dòng đã đánh giá mà ô Hoàn thành để trống thì tính là chưa làm được sản phẩm nào.

    Thường do quên ghi số lượng: các cột khác của dòng (người đánh giá, số lần chưa đạt, số lần chậm)
    đã điền, chỉ thiếu số hoàn thành. Không có số, không có ngày hoàn thành thì tính là 0 (lựa chọn
    unfinished_at_period_end), nên điểm của người đó có thể thấp hơn thực tế.
    """

    code: ClassVar[str] = "C16"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14 khoản 2"
    message: ClassVar[Text] = Text(
        "Việc “{task}” đã đánh giá nhưng ô Hoàn thành để trống, đang tính là 0 sản phẩm theo "
        "{choice}.",
        'The task "{task}" is evaluated, but its finished quantity is blank and counts as 0, by '
        "{choice}.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu đã làm thì ghi số lượng; nếu chưa làm thì ghi 0.",
        "Write the quantity if the work was done, 0 if it was not.",
    )
    wrong: ClassVar[str] = (
        "| Số lượng giao | Số lượng hoàn thành | Số lần chậm | Người đánh giá |\n|---|---|---|---|\n"
        "| 3 | | 0 | Trần Thị Bình |"
    )
    right: ClassVar[str] = (
        "| Số lượng giao | Số lượng hoàn thành | Số lần chậm | Người đánh giá |\n|---|---|---|---|\n"
        "| 3 | 3 | 0 | Trần Thị Bình |"
    )

    severity: Severity = Severity.WARNING
    task: str
    choice: str


def _more_than_assigned(task: Task) -> Finding | None:
    if task.beyond_assigned is None:
        return None
    given, done = task.beyond_assigned
    at = task.cell("finished", "finished_share")
    return MoreThanAssigned(at=at, task=named(task), assigned=given, finished=done)


def _left_blank(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """Where the rule counts quantities at all; points per task ask nothing of a blank one."""
    officers = submission.by_id
    for task in submission.tasks:
        if not task.left_blank:
            continue
        rules = rules_or_none(rules_of, kind_of(task.owners, officers))
        if rules is not None and _CHOICE in rules.choices:
            at = task.cell("finished", "finished_share")
            choice = f"{_CHOICE} = {rules.choice(_CHOICE).taken}"
            yield FinishedLeftBlank(at=at, task=named(task), choice=choice)


CHECKS: tuple[Before, ...] = (
    Check("more than assigned", ("C05",), ("tasks", "finished"), each_task(_more_than_assigned)),
    Check("finished left blank", ("C16",), ("tasks", "finished"), _left_blank),
)
