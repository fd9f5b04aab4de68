"""Points of a task against the most that the task can bring, where offices score by points."""

from __future__ import annotations

from decimal import Decimal

from cadre_cli.checks.check import Before, Check, each_task
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text, shown
from cadre_cli.sheets.findings_values import OutOfRange


def _above_maximum(task: Task) -> Finding | None:
    points, most = task.points, task.max_points
    if not isinstance(points, Decimal) or not isinstance(most, Decimal) or points <= most:
        return None
    return OutOfRange(
        at=task.cell("points"),
        heading="Điểm chấm",
        value=points,
        allowed=Text(f"từ 0 đến {shown(most)}", f"0 to {shown(most, 'en')}"),
    )


CHECKS: tuple[Before, ...] = (
    Check("points above the maximum", ("D04",), ("tasks",), each_task(_above_maximum)),
)
