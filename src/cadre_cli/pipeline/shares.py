"""Finished quantities of sheets that state a percentage of the assigned quantity instead."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cadre_cli.domain.records import UNKNOWN, Number, Task


def with_finished(task: Task) -> Task:
    """The task with the quantity that its percentage means; a stated quantity is left as it is.

    Without an assigned quantity a percentage says nothing: the finished quantity is unknown, not 0.
    """
    if task.finished_share is None:
        return task
    if task.finished is not None:
        return replace(task, finished_share=None)
    return replace(task, finished=_part(task.finished_share, _assigned(task)))


def _assigned(task: Task) -> Number:
    return Decimal(1) if task.assigned is None and task.assumed_one else task.assigned


def _part(share: Number, assigned: Number) -> Number:
    if isinstance(share, Decimal) and isinstance(assigned, Decimal):
        return share * assigned
    return UNKNOWN
