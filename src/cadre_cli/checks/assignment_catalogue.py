"""Whether a task can be converted to the standard unit, and by the office's catalogue (G11, G12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from cadre_cli.checks.check import (
    Before,
    Check,
    assigned_cell,
    each_task,
    named,
    rules_or_none,
)
from cadre_cli.checks.people import kind_of
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCoefficient(Finding):
    """Mỗi việc phải quy đổi được: mã có trong danh mục, hoặc có hệ số quy đổi.

    Thường do gõ sai mã công việc, việc mới chưa bổ sung vào danh mục, để trống hệ số, hoặc một mã
    dùng cho hai dòng danh mục. Hệ số không bao giờ tự coi là 1.
    """

    code: ClassVar[str] = "G11"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 13"
    message: ClassVar[Text] = Text(
        "Chưa quy đổi được {what}: {why}.", "{what} cannot be converted: {why}."
    )
    fix: ClassVar[Text] = Text(
        "Sửa mã cho đúng danh mục, bổ sung việc vào danh mục, hoặc ghi hệ số quy đổi.",
        "Correct the code, add the task to the catalogue, or write its coefficient.",
    )
    wrong: ClassVar[str] = "| Mã CV | Hệ số quy đổi |\n|---|---|\n| QL.1O | |"
    right: ClassVar[str] = "| Mã CV | Hệ số quy đổi |\n|---|---|\n| QL.10 | 2,5 |"

    severity: Severity = Severity.ERROR
    what: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCoefficient(Finding):
    """Hệ số quy đổi ghi ở bảng giao việc phải đúng danh mục.

    Thường do danh mục đã sửa mà bảng giao việc chép từ tháng trước. Điểm tính theo hệ số ghi ở bảng.
    """

    code: ClassVar[str] = "G12"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 13"
    message: ClassVar[Text] = Text(
        "Việc “{task}” ghi hệ số {written}, danh mục ghi {listed} (mã {catalogue_code}).",
        'The task "{task}" has coefficient {written}, the catalogue {listed} '
        "(code {catalogue_code}).",
    )
    fix: ClassVar[Text] = Text(
        "Dùng hệ số của danh mục, hoặc sửa danh mục nếu đã có quyết định điều chỉnh.",
        "Use the catalogue's coefficient, or mend the catalogue if it was changed by decision.",
    )
    wrong: ClassVar[str] = (
        "| Mã CV | Hệ số (giao việc) | Hệ số (danh mục) |\n|---|---|---|\n| QL.10 | 5 | 2,5 |"
    )
    right: ClassVar[str] = (
        "| Mã CV | Hệ số (giao việc) | Hệ số (danh mục) |\n|---|---|---|\n| QL.10 | 2,5 | 2,5 |"
    )

    severity: Severity = Severity.WARNING
    task: str
    catalogue_code: str
    written: Decimal
    listed: Decimal


def _task(task: Task) -> Text:
    return Text(f"việc “{named(task)}”", f'the task "{named(task)}"')


def _not_in_catalogue(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    codes = {key(item.code) for item in submission.catalogue if item.code}
    for task in submission.tasks:
        if task.code and key(task.code) not in codes:
            why = Text(
                f"mã {task.code} không có trong danh mục",
                f"the code {task.code} is not in the catalogue",
            )
            yield NoCoefficient(at=assigned_cell(task, "code"), what=_task(task), why=why)


_TWICE = Text(
    "mã {code} có nhiều dòng trong danh mục với hệ số khác nhau",
    "the catalogue has several lines of the code {code} with different coefficients",
)
_NONE_GIVEN = Text("chưa có hệ số", "it has no coefficient")
_NO_COLUMN = Text(
    "bảng không có cột Mã công việc hay Hệ số",
    "the sheet has no column for a code or a coefficient",
)


def _no_coefficient(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """Tasks that cannot be converted; said once for a sheet that has no column to say it in."""
    columnless: Counter[CellRef] = Counter()
    listed = Counter(key(item.code) for item in submission.catalogue if item.code)
    for task in _unconverted(submission, rules_of):
        if task.has("coefficient") or task.has("code"):
            at = assigned_cell(task, "coefficient", "code")
            twice = task.catalogue_at is None and listed[key(task.code or "")] > 1
            why = _TWICE.fill(code=task.code) if twice else _NONE_GIVEN
            yield NoCoefficient(at=at, what=_task(task), why=why)
        else:
            columnless[CellRef(task.at.file, task.at.sheet)] += 1
    for sheet, count in columnless.items():
        what = Text(f"{count} việc", f"{count} tasks")
        yield NoCoefficient(at=sheet, what=what, why=_NO_COLUMN)


def _unconverted(submission: Submission, rules_of: RulesOf) -> Iterator[Task]:
    """Tasks without a coefficient where the rules ask for one; an unlisted code is told elsewhere."""
    officers = submission.by_id
    codes = {key(item.code) for item in submission.catalogue if item.code}
    for task in submission.tasks:
        told = (task.coefficient, task.catalogue_coefficient, task.catalogue_points)
        unlisted = bool(codes) and bool(task.code) and key(task.code or "") not in codes
        if unlisted or any(value is not None for value in told):
            continue
        rules = rules_or_none(rules_of, kind_of(task.owners, officers))
        if rules is not None and "conversion" in rules.passages:  # not so under local points
            yield task


def _other_coefficient(task: Task) -> Finding | None:
    written, listed = task.coefficient, task.catalogue_coefficient
    if not isinstance(written, Decimal) or listed is None or written == listed:
        return None
    return OtherCoefficient(
        at=assigned_cell(task, "coefficient"),
        task=named(task),
        catalogue_code=task.code or "",
        written=written,
        listed=listed,
    )


CHECKS: tuple[Before, ...] = (
    Check("code in the catalogue", ("G11",), ("tasks", "catalogue"), _not_in_catalogue),
    Check("task without a coefficient", ("G11",), ("tasks",), _no_coefficient),
    Check(
        "coefficient of the catalogue",
        ("G12",),
        ("tasks", "catalogue"),
        each_task(_other_coefficient),
    ),
)
