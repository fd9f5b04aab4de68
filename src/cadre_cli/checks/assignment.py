"""Who was given a task, and by whom: one task, one owner, assigned by a superior (G01–G06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import (
    Before,
    Check,
    assigned_cell,
    each_task,
    named,
    process_severity,
    rules_or_none,
)
from cadre_cli.checks.people import (
    among,
    distinct,
    is_group,
    is_superior,
    kind_of,
    same_person,
)
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOwner(Finding):
    """Mỗi nhiệm vụ phải có một người chịu trách nhiệm chính.

    Thường do để trống ô người thực hiện, hoặc chỉ ghi người phối hợp.
    """

    code: ClassVar[str] = "G01"
    message: ClassVar[Text] = Text(
        "Việc “{task}” chưa ghi người thực hiện.", 'Nobody owns the task "{task}".'
    )
    fix: ClassVar[Text] = Text(
        "Ghi họ tên một người chịu trách nhiệm chính vào ô này.",
        "Write the name of the one person responsible into this cell.",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện |\n|---|---|\n| Rà soát hộ nghèo | |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện |\n|---|---|\n| Rà soát hộ nghèo | Lê Văn Cường |"
    )

    severity: Severity = Severity.ERROR
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralOwners(Finding):
    """Mỗi nhiệm vụ chỉ có một đầu mối: một người chịu trách nhiệm chính.

    Thường do ghi cả người phối hợp vào cột người thực hiện, hoặc giao chung cho “toàn thể”.
    Mức độ của lỗi này do cơ quan quyết định (lựa chọn process_rules trong cadre.toml).
    """

    code: ClassVar[str] = "G02"
    law: ClassVar[str | None] = "Quyết định 1240-QĐ/HU: một việc, một đầu mối"
    message: ClassVar[Text] = Text(
        "Việc “{task}” giao cho hơn một người: {owners}.",
        'The task "{task}" has more than one owner: {owners}.',
    )
    fix: ClassVar[Text] = Text(
        "Giữ một người chịu trách nhiệm chính; những người khác ghi ở cột Phối hợp, "
        "hoặc tách thành từng việc.",
        "Keep one owner; name the others in the column of co-workers, or split the task.",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện | Phối hợp |\n|---|---|---|\n"
        "| Rà soát hộ nghèo | Lê Văn Cường, Trần Thị Bình | |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện | Phối hợp |\n|---|---|---|\n"
        "| Rà soát hộ nghèo | Lê Văn Cường | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    task: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerChanged(Finding):
    """Đổi người thực hiện giữa chừng thì phải ghi việc chuyển giao.

    Thường do đã giao lại việc cho người khác nhưng bảng giao việc chưa ghi “Chuyển giao”,
    “Nhận thay”. Không ghi thì kết quả vẫn tính cho người được giao ban đầu.
    """

    code: ClassVar[str] = "G03"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 18 khoản 1 điểm d"
    message: ClassVar[Text] = Text(
        "Việc “{task}” giao cho {assigned_to} nhưng kết quả ghi của {done_by}, "
        "không thấy ghi chuyển giao.",
        'The task "{task}" was assigned to {assigned_to}, its result is under {done_by}, '
        "and no handover is on record.",
    )
    fix: ClassVar[Text] = Text(
        "Sửa lại tên nếu ghi nhầm; nếu đã chuyển việc thì ghi “Chuyển giao” ở dòng của {assigned_to} "
        "và thêm một dòng “Nhận thay” cho {done_by}.",
        "Correct the name if it is a slip; if the task was passed on, mark the row of {assigned_to} "
        'as "Chuyển giao" and add a row "Nhận thay" for {done_by}.',
    )
    wrong: ClassVar[str] = (
        "| Số việc | Người thực hiện (bảng giao) | Người thực hiện (bảng kết quả) |\n"
        "|---|---|---|\n| 7 | Lê Văn Cường | Trần Thị Bình |"
    )
    right: ClassVar[str] = (
        "| Số việc | Người thực hiện | Loại nhiệm vụ |\n|---|---|---|\n"
        "| 7 | Lê Văn Cường | Chuyển giao |\n| 8 | Trần Thị Bình | Nhận thay |"
    )

    severity: Severity = Severity.WARNING
    task: str
    assigned_to: tuple[str, ...]
    done_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAssigner(Finding):
    """Mỗi nhiệm vụ phải ghi rõ ai giao.

    Thường do để trống ô người giao, vì cả bảng cùng một lãnh đạo giao.
    """

    code: ClassVar[str] = "G04"
    message: ClassVar[Text] = Text(
        "Việc “{task}” chưa ghi người giao.", 'Nobody is named who assigned the task "{task}".'
    )
    fix: ClassVar[Text] = Text(
        "Ghi họ tên lãnh đạo giao việc vào ô này, ở từng dòng.",
        "Write the name of the leader who assigned it into this cell, in every row.",
    )
    wrong: ClassVar[str] = "| Nội dung công việc | Người giao |\n|---|---|\n| Lập sổ bộ thuế | |"
    right: ClassVar[str] = (
        "| Nội dung công việc | Người giao |\n|---|---|\n| Lập sổ bộ thuế | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignerNotSuperior(Finding):
    """Người giao việc phải là cấp trên của người thực hiện theo danh sách.

    Thường do ghi người chuyển văn bản thay cho lãnh đạo giao việc, hoặc danh sách ghi thiếu
    chức vụ, thiếu cột “Cấp trên”.
    """

    code: ClassVar[str] = "G05"
    message: ClassVar[Text] = Text(
        "Việc “{task}”: theo danh sách, {assigner} không phải cấp trên của {owner}.",
        'The task "{task}": on the roster {assigner} is not a superior of {owner}.',
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra người giao; nếu đúng thì bổ sung chức vụ hoặc cấp trên vào danh sách.",
        "Check the assigner; if it is right, add the post or the superior to the roster.",
    )
    wrong: ClassVar[str] = (
        "| Người giao | Người thực hiện |\n|---|---|\n"
        "| Phạm Thị Dung (công chức) | Lê Văn Cường (công chức) |"
    )
    right: ClassVar[str] = (
        "| Người giao | Người thực hiện |\n|---|---|\n"
        "| Trần Thị Bình (Trưởng phòng) | Lê Văn Cường (công chức) |"
    )

    severity: Severity = Severity.WARNING
    task: str
    assigner: str
    owner: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedToSelf(Finding):
    """Người giao việc và người thực hiện không nên là một người.

    Thường do công chức tự đăng ký việc rồi ghi tên mình ở cả hai cột.
    """

    code: ClassVar[str] = "G06"
    message: ClassVar[Text] = Text(
        "Việc “{task}”: {assigner} vừa giao vừa thực hiện.",
        'The task "{task}": {assigner} both assigned it and owns it.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi lãnh đạo đã giao (hoặc duyệt) việc này vào cột Người giao.",
        "Name the leader who assigned (or approved) it as the assigner.",
    )
    wrong: ClassVar[str] = (
        "| Người giao | Người thực hiện |\n|---|---|\n| Lê Văn Cường | Lê Văn Cường |"
    )
    right: ClassVar[str] = (
        "| Người giao | Người thực hiện |\n|---|---|\n| Trần Thị Bình | Lê Văn Cường |"
    )

    severity: Severity = Severity.WARNING
    task: str
    assigner: str


def _no_owner(task: Task) -> Finding | None:
    if task.owners or not (task.has("owner") or task.has("owner_unit")):
        return None
    return NoOwner(at=assigned_cell(task, "owner", "owner_unit"), task=named(task))


def _several_owners(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    officers = submission.by_id
    for task in submission.tasks:
        owners = distinct(task.owners)
        if len(owners) < 2 and not any(is_group(owner) for owner in owners):
            continue
        severity = process_severity(rules_or_none(rules_of, kind_of(owners, officers)))
        if severity is not None:
            at = owners[0].at if not task.has("owner") else assigned_cell(task, "owner")
            names = tuple(owner.written for owner in owners)
            yield SeveralOwners(at=at, severity=severity, task=named(task), owners=names)


def _owner_changed(task: Task) -> Finding | None:
    if task.result_at is None or not (task.owners and task.result_owners):
        return None
    if any(among(owner, task.owners) for owner in task.result_owners) or _handed_over(task):
        return None
    return OwnerChanged(
        at=task.result_at.cell("owner", "owner_unit"),
        task=named(task),
        assigned_to=tuple(owner.written for owner in task.owners),
        done_by=tuple(owner.written for owner in task.result_owners),
    )


def _handed_over(task: Task) -> bool:
    return task.handed_to is not None or task.category in (
        Category.HANDED_OVER,
        Category.TAKEN_OVER,
    )


def _no_assigner(task: Task) -> Finding | None:
    if task.assigner is not None or not task.has("assigner"):
        return None
    return NoAssigner(at=assigned_cell(task, "assigner"), task=named(task))


def _assigner_not_superior(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    known = {officer.id: officer for officer in submission.officers if officer.from_roster}
    for task in submission.tasks:
        assigner = task.assigner
        above = known.get(assigner.officer or "") if assigner is not None else None
        if assigner is None or above is None:
            continue
        below = tuple(
            owner.written
            for owner in distinct(task.owners)
            if owner.officer in known
            and owner.officer != above.id  # G06
            and not is_superior(above, known[owner.officer], known)
        )
        if below:
            yield AssignerNotSuperior(
                at=assigned_cell(task, "assigner"),
                task=named(task),
                assigner=assigner.written,
                owner=below,
            )


def _assigned_to_self(task: Task) -> Finding | None:
    if task.assigner is None or not any(same_person(task.assigner, o) for o in task.owners):
        return None
    at = assigned_cell(task, "assigner")
    return AssignedToSelf(at=at, task=named(task), assigner=task.assigner.written)


CHECKS: tuple[Before, ...] = (
    Check("task without an owner", ("G01",), ("tasks", "owner"), each_task(_no_owner)),
    Check("one task, one focal point", ("G02",), ("tasks",), _several_owners),
    Check("owner changed", ("G03",), ("tasks", "separate results"), each_task(_owner_changed)),
    Check("task without an assigner", ("G04",), ("tasks", "assigner"), each_task(_no_assigner)),
    Check("assigned by a superior", ("G05",), ("tasks", "roster", "ranks"), _assigner_not_superior),
    Check("assigned to oneself", ("G06",), ("tasks",), each_task(_assigned_to_self)),
)
