"""D04: nobody gets more points for a task than it can bring."""

from __future__ import annotations

from decimal import Decimal

from tests.checks.finding import found
from tests.factories import TASK_FIELDS, row, submission, task

from cadre_cli.domain.texts import Text
from cadre_cli.sheets.findings_values import OutOfRange

FIELDS = (*TASK_FIELDS, "max_points", "points")


def test_points_above_the_maximum_are_named_at_their_cell() -> None:
    at = row(fields=FIELDS)
    lines = (
        task(at=at, points=Decimal(11), max_points=Decimal(10)),
        task(at=row(3, fields=FIELDS), points=Decimal(10), max_points=Decimal(10)),
        task(at=row(4, fields=FIELDS), points=Decimal(10)),
    )
    assert found(submission(tasks=lines), "D04") == (
        OutOfRange(
            at=at.cell("points"),
            heading="Điểm chấm",
            value=Decimal(11),
            allowed=Text("từ 0 đến 10", "0 to 10"),
        ),
    )
