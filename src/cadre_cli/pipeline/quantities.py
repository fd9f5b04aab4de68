"""Quantities that only the joined sheets tell: shares of what was assigned, and one each no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.sheets.findings_table import NoSuchColumn

_TABLE = Text("giao việc, kết quả công việc", "tasks")
_HEADING = "Số lượng được giao"


def with_quantities(tasks: Iterable[Task]) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """The tasks with the quantities that percentages mean; what lacks an assigned one is B05."""
    known, findings = _without_assumption(tuple(tasks))
    return tuple(map(_with_finished, known)), findings


def _without_assumption(tasks: tuple[Task, ...]) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """One product a row is no longer assumed where the sheet of results counts several.

    Within one sheet this is seen when it is read; 4 finished of 1 assumed would be 400%.
    """
    sheets = dict.fromkeys(
        CellRef(task.at.file, task.at.sheet)
        for task in tasks
        if task.assumed_one and task.result_at is not None and _counts_several(task.finished)
    )
    kept = tuple(
        replace(task, assumed_one=False)
        if task.assumed_one and CellRef(task.at.file, task.at.sheet) in sheets
        else task
        for task in tasks
    )
    return kept, tuple(NoSuchColumn(at=at, table=_TABLE, heading=_HEADING) for at in sheets)


def _counts_several(finished: Number) -> bool:
    return isinstance(finished, Decimal) and finished > 1


def _with_finished(task: Task) -> Task:
    """A stated quantity is left as it is; a percentage of an unknown one is unknown, not 0."""
    if task.finished_share is None:
        return task
    if task.finished is not None:
        return replace(task, finished_share=None)
    assigned = Decimal(1) if task.assigned is None and task.assumed_one else task.assigned
    return replace(task, finished=_part(task.finished_share, assigned))


def _part(share: Number, assigned: Number) -> Number:
    if isinstance(share, Decimal) and isinstance(assigned, Decimal):
        return share * assigned
    return UNKNOWN
