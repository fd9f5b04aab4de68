"""Quantities that count as they stand and that somebody should look at before a class is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Reason
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.schema import Choice, RuleSet
from cadre_cli.scoring.lines import task_name
from cadre_cli.scoring.method import Evidence

_MOST = 3
_BEYOND = Text(
    "ghi hoàn thành nhiều hơn số được giao mà không ghi là làm thêm: {tasks}; phần vượt vẫn được tính "
    "({choice})",
    "more finished than assigned, not marked as extra: {tasks}; what is above counts ({choice})",
)
_BLANK = Text(
    "ô Hoàn thành để trống, đang tính là 0 sản phẩm: {tasks} ({choice})",
    "the finished quantity is blank and counts as 0: {tasks} ({choice})",
)


def doubtful_quantities(evidence: Evidence, rules: RuleSet) -> Iterator[Reason]:
    """More finished than assigned without being marked as extra (C05), and blank (C16).

    Each names its tasks with their cells, and the choice by which they count.
    """
    beyond = [task for task in evidence.tasks if task.beyond_assigned is not None]
    blank = [task for task in evidence.tasks if task.left_blank]
    for tasks, text, choice in (
        (beyond, _BEYOND, rules.choice("part_ceiling")),
        (blank, _BLANK, rules.choice("unfinished_at_period_end")),
    ):
        if tasks:
            named = text.fill(tasks=_named(tasks), choice=_taken(choice))
            yield Reason(named, at=_cell(tasks[0]))


def _taken(choice: Choice) -> Text:
    """The option in the words of a page to be signed; its id stands in the basis."""
    told = f"{choice.id} = {choice.taken}"
    return Text(f"lựa chọn: {choice.taken_means}" if choice.taken_means else told, told)


def _named(tasks: Sequence[Task]) -> Text:
    """The first task by its name, the others by their cells: it stands in one cell of a page."""
    first, rest = _one(tasks[0]), tasks[1:]
    if not rest:
        return Text(first, first)
    cells = ", ".join(_cell(task).a1 or "" for task in rest[:_MOST])
    cells += ", …" * (len(rest) > _MOST)
    return Text(
        f"{first} và {len(rest)} việc khác ({cells})", f"{first} and {len(rest)} more ({cells})"
    )


def _one(task: Task) -> str:
    at = _cell(task).a1
    if task.beyond_assigned is None:
        return f"“{task_name(task)}” ({at})"
    given, done = task.beyond_assigned
    return f"“{task_name(task)}” {shown(done)}/{shown(given)} ({at})"


def _cell(task: Task) -> CellRef:
    return task.cell("finished", "finished_share")
