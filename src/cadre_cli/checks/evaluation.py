"""Who evaluates: who assigned the task, never its owner, and somebody (C01–C03)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import (
    Before,
    Check,
    each_task,
    named,
    process_severity,
    rules_or_none,
)
from cadre_cli.checks.people import among, kind_of, same_person
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.names import may_be_short_for, names_body, names_position
from cadre_cli.vietnamese.text import key, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatedByOther(Finding):
    """Ai giao việc thì người đó đánh giá.

    Thường do cấp phó ký thay, hoặc bộ phận tổng hợp điền một tên cho cả bảng. Cấp trên khác đánh giá
    thay vẫn là lỗi này. Mức độ do cơ quan quyết định (lựa chọn process_rules trong cadre.toml).
    """

    code: ClassVar[str] = "C01"
    law: ClassVar[str | None] = "Quyết định 1240-QĐ/HU: ai giao việc, người đó đánh giá"
    message: ClassVar[Text] = Text(
        "Việc “{task}” do {assigner} giao nhưng {evaluator} đánh giá.",
        'The task "{task}" was assigned by {assigner} but evaluated by {evaluator}.',
    )
    fix: ClassVar[Text] = Text(
        "Để {assigner} đánh giá việc này, hoặc sửa tên nếu ghi nhầm.",
        "Let {assigner} evaluate it, or correct the name if it is a slip.",
    )
    wrong: ClassVar[str] = (
        "| Người giao | Người đánh giá |\n|---|---|\n| Trần Thị Bình | Phạm Thị Dung |"
    )
    right: ClassVar[str] = (
        "| Người giao | Người đánh giá |\n|---|---|\n| Trần Thị Bình | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    task: str
    assigner: str
    evaluator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatedByOwner(Finding):
    """Người thực hiện không tự đánh giá việc của mình.

    Thường do chép cột Người thực hiện sang cột Người đánh giá, hoặc mới có điểm tự chấm.
    Mức độ do cơ quan quyết định (lựa chọn process_rules trong cadre.toml).
    """

    code: ClassVar[str] = "C02"
    law: ClassVar[str | None] = "Quyết định 1240-QĐ/HU: ai giao việc, người đó đánh giá"
    message: ClassVar[Text] = Text(
        "Việc “{task}”: {evaluator} tự đánh giá việc của mình.",
        'The task "{task}": {evaluator} evaluated their own work.',
    )
    fix: ClassVar[Text] = Text(
        "Để lãnh đạo đã giao việc đánh giá và ghi tên vào ô này.",
        "Let the leader who assigned it evaluate it, and write that name here.",
    )
    wrong: ClassVar[str] = (
        "| Người thực hiện | Người đánh giá |\n|---|---|\n| Lê Văn Cường | Lê Văn Cường |"
    )
    right: ClassVar[str] = (
        "| Người thực hiện | Người đánh giá |\n|---|---|\n| Lê Văn Cường | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    task: str
    evaluator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEvaluated(Finding):
    """Việc và tiêu chí chung phải được cấp có thẩm quyền đánh giá thì mới tính điểm.

    Thường do lãnh đạo chưa chấm xong, hoặc mới có cột tự chấm. Chưa đánh giá không có nghĩa là 0.
    """

    code: ClassVar[str] = "C03"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 17, Điều 18"
    message: ClassVar[Text] = Text("Chưa được đánh giá: {what}.", "Not evaluated: {what}.")
    fix: ClassVar[Text] = Text(
        "Điền kết quả và người đánh giá; chưa có thì người này chưa được tính điểm.",
        "Fill in the result and the evaluator; until then this person has no score.",
    )
    wrong: ClassVar[str] = (
        "| Số lượng hoàn thành | Số lần chậm | Người đánh giá |\n|---|---|---|\n| 2 | | |"
    )
    right: ClassVar[str] = (
        "| Số lượng hoàn thành | Số lần chậm | Người đánh giá |\n|---|---|---|\n"
        "| 2 | 0 | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    what: Text


def _wrong_evaluator(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    officers = submission.by_id
    names = tuple(officer.name for officer in submission.officers)
    for task in submission.tasks:
        if task.evaluator is None:
            continue
        severity = process_severity(rules_or_none(rules_of, kind_of(task.owners, officers)))
        at = task.cell("evaluator")
        if severity is None:
            continue
        if among(task.evaluator, task.owners):
            yield EvaluatedByOwner(
                at=at, severity=severity, task=named(task), evaluator=task.evaluator.written
            )
        elif task.assigner is not None and _differ(task.assigner, task.evaluator, names, officers):
            yield EvaluatedByOther(
                at=at,
                severity=severity,
                task=named(task),
                assigner=task.assigner.written,
                evaluator=task.evaluator.written,
            )


def _differ(
    assigner: Mention,
    evaluator: Mention,
    names: tuple[str, ...],
    officers: Mapping[str, Officer],
) -> bool:
    """Whether two people evaluate and assign, and not one whose name slipped (D06 says that)."""
    if same_person(assigner, evaluator):
        return False
    strangers = [mention for mention in (assigner, evaluator) if not mention.officers]
    if strangers and _may_hold(assigner, evaluator, officers):
        return False  # whoever holds the post may be the other one: who it is, D06 asks
    if strangers and (
        may_be_short_for(evaluator.name, assigner.name)
        or may_be_short_for(assigner.name, evaluator.name)
    ):
        return False  # "Đ/c Bách" may be Trần Văn Bách: whether he is, D06 asks
    slipped = any(nearest(stranger.name, names) for stranger in strangers)
    return not (slipped and nearest(assigner.name, [evaluator.name]))


def _may_hold(one: Mention, other: Mention, officers: Mapping[str, Officer]) -> bool:
    """Whether a post or body and what is written beside it may mean one person.

    "Chủ tịch" and "Chủ tịch UBND", "UBND xã" and "Chủ tịch", "Chủ tịch" and who is chairman.
    """
    posts = [_post_of(each, officers) for each in (one, other)]
    short, long = sorted(posts, key=len)
    if not short or long == short or long.startswith(f"{short} "):
        return bool(short)
    body, post = sorted(posts, key=names_position)
    if not names_body(body) or not names_position(post):
        return False
    return body.split()[0] in post.split() or len(post.split()) <= _BARE


_BARE = 3
"""Words of the longest post that does not say of what: "Phó Chủ tịch"."""


def _post_of(mention: Mention, officers: Mapping[str, Officer]) -> str:
    """The post somebody holds, or the post or body that is written in the place of a name."""
    if len(mention.officers) == 1:
        return key(officers[mention.officers[0]].position or "")
    named = names_position(mention.written) or names_body(mention.written)
    return key(mention.written) if named else ""


_RESULTS = (
    "finished",
    "finished_share",
    "finished_on",
    "failures",
    "latenesses",
    "quality_met",
    "on_time",
    "points",
    "evaluator",
)


_FINISHED = ("finished", "finished_share", "finished_on")


def _not_evaluated(task: Task) -> Finding | None:
    if task.category is Category.HANDED_OVER or not _waits(task):
        return None
    what = Text(
        f"việc “{named(task)}”",
        f'the task "{named(task)}"',
    )
    return NotEvaluated(at=_first_empty(task), what=what)


def _waits(task: Task) -> bool:
    """Whether nobody has evaluated the task yet: an assignment without a row of results waits.

    Elsewhere an evaluator's name is what tells (contract 9.5). In a sheet without that column a blank
    finished quantity is work not done, so only missing points, or a row without any result in a
    sheet that asks for no quantity, leave the question open.
    """
    if task.has("evaluator"):
        return task.evaluator is None
    if any(map(task.has, _FINISHED)):
        return task.has("points") and _blank(task, "points", *_FINISHED)
    return not task.is_evaluated_sheet or _blank(task, *_RESULTS)


def _blank(task: Task, *fields: str) -> bool:
    return all(getattr(task, field) is None for field in fields)


def _first_empty(task: Task) -> CellRef:
    """The first empty result cell of the row; a quantity and a date of finishing stand for each other."""
    row = _result_row(task)
    told = not _blank(task, *_FINISHED)
    empty = [
        field
        for field in _RESULTS
        if row.has(field) and _blank(task, field) and not (told and field in _FINISHED)
    ]
    if not empty:
        return task.cell("evaluator", *_RESULTS, "content", "number", "code")
    return min((row.cell(field) for field in empty), key=lambda cell: cell.order)


def _result_row(task: Task) -> RowRef:
    if task.result_at is not None and any(task.result_at.has(field) for field in _RESULTS):
        return task.result_at
    return task.at


def _only_self_scored(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    """Marks for the common criteria that only the person gave (contract 9.7, NĐ 335 Đ17.2).

    The superior's may stand in another sheet than the person's own.
    """
    scored = {
        common.who.officer
        for common in submission.common
        if any(mark.points is not None and mark.scorer > 0 for mark in common.marks)
    } - {None}
    for common in submission.common:
        given = {mark.scorer for mark in common.marks if mark.points is not None}
        if given == {0} and common.who.officer not in scored:
            what = Text(
                f"tiêu chí chung của {common.who.name} (mới có điểm tự chấm)",
                f"the common criteria of {common.who.name} (only a self-score)",
            )
            yield NotEvaluated(at=_superiors_cell(common), what=what)


def _superiors_cell(common: CommonMarks) -> CellRef:
    empty = [mark.at for mark in common.marks if mark.scorer > 0 and mark.points is None]
    return min(empty, key=lambda cell: cell.order) if empty else common.at.cell("name")


CHECKS: tuple[Before, ...] = (
    Check("who assigns evaluates", ("C01", "C02"), ("tasks", "evaluator"), _wrong_evaluator),
    Check("task not evaluated", ("C03",), ("tasks", "results"), each_task(_not_evaluated)),
    Check("common criteria not evaluated", ("C03",), ("criteria",), _only_self_scored),
)
