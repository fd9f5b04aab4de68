"""Points given in the villages: into the person's month, or beside it, as the office decided."""

from __future__ import annotations

from cadre_cli.domain.tasks import Task
from cadre_cli.domain.trace import Basis
from cadre_cli.domain.villages import VillageTask
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.method import Evidence

_CHOICE = "village_points"


def village_work(evidence: Evidence, rules: RuleSet) -> tuple[tuple[Task, ...], tuple[Basis, ...]]:
    """The tasks in the villages that count as the person's tasks, and the choice by which they do.

    The choice is named too where it leaves them out: the result rests on that. Rows with nothing
    but a remark are no tasks. Rule sets without the choice have no place for such points.
    """
    found = tuple(task for task in evidence.village_tasks if _is_scored(task))
    if not found or _CHOICE not in rules.choices:
        return (), ()
    choice = rules.choice(_CHOICE)
    counted = tuple(map(_as_task, found)) if choice.taken == "tasks" else ()
    return counted, (choice.basis,)


def _is_scored(task: VillageTask) -> bool:
    return task.points is not None or task.max_points is not None


def _as_task(task: VillageTask) -> Task:
    where = " – ".join(part for part in (task.village, task.content) if part)
    return Task(
        at=task.at,
        content=where or None,
        owners=task.who,
        points=task.points,
        max_points=task.max_points,
    )
