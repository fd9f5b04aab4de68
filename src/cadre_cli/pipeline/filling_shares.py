"""Shares in the scale of their column: parts of a result, and how much of a task is done."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.results import Outcome
from cadre_cli.domain.stated import ResultCell
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.fills import (
    DIFFERS,
    FORMULA,
    MOST_DECIMALS,
    NOT_A_NUMBER,
    SHOWN_ALIKE,
    Fill,
    Left,
    decimal,
    is_blank,
    per_cent,
)
from cadre_cli.vietnamese.numbers import read_number


def task_shares(outcome: Outcome, *, replace: bool) -> tuple[list[Fill], list[Left]]:
    """What share of each task is done, where the quantities beside the column say it."""
    written: list[Fill] = []
    left: list[Left] = []
    for task in outcome.tasks:
        cell, share = task.share_cell, _done(task)
        if cell is None or share is None:
            continue
        who = task.owners[0].name if task.owners else task.content or ""
        found: Fill | Text | None
        if cell.why_not is None:
            found = in_scale(cell, share, who, replace=replace)
        else:
            found = cell.why_not if is_blank(cell) else None
        if isinstance(found, Fill):
            written.append(found)
        elif found is not None:
            left.append(Left(cell.at, cell.heading, who, found))
    return written, left


def _done(task: Task) -> Fraction | None:
    """None where the share is what the office states, or it would be one of nothing."""
    done, assigned = task.finished, task.assigned
    if not isinstance(done, Decimal) or not isinstance(assigned, Decimal) or not assigned:
        return None
    return None if task.finished_share is not None else Fraction(done) / Fraction(assigned)


def in_scale(cell: ResultCell, share: Fraction, who: str, *, replace: bool) -> Fill | Text | None:
    """What becomes of a cell for a share, why it is left, or None where it says so already."""
    scale = cell.scale
    if scale is None:
        return None
    held = _share_held(cell)
    if held is not None and abs(held - share) <= SHOWN_ALIKE / 100:
        return None
    if cell.formula:
        return FORMULA
    number = scale.number(share)
    shown = decimal(number, 4 if scale.full == 1 else 2)
    if not is_blank(cell):
        if _number_held(cell) is None:
            return NOT_A_NUMBER
        if held is None and scale.why is not None:
            return scale.why
        if not replace:
            if cell.percent and held is not None:
                return DIFFERS.fill(held=per_cent(held), becomes=per_cent(share))
            return DIFFERS.fill(held=cell.held, becomes=shown)
    return Fill(cell, who, decimal(number, MOST_DECIMALS), shown, share)


def _share_held(cell: ResultCell) -> Fraction | None:
    """What stands in the cell as a fraction of 1; None for a blank, words and a doubtful 1."""
    number = _number_held(cell)
    if number is None or cell.scale is None:
        return None
    if cell.percent:
        return Fraction(number) / 100 if isinstance(cell.held, str) else Fraction(number)
    return cell.scale.share(number)


def _number_held(cell: ResultCell) -> Decimal | None:
    written = cell.held if isinstance(cell.held, str) else None
    number = cell.held if written is None else read_number(written.rstrip(" %"))
    return number if isinstance(number, Decimal) else None
