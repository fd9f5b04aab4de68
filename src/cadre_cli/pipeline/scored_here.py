"""The head of the office where this office scores them itself, though the level above classes them.

Contract 9.2 lets who is rated by the level above stand on the roster without scores. Whose tasks and
marks of a superior are both on record is scored here: what is lacking then is asked for as with
everybody else, since "rated by the level above" would hide it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre_cli.domain.records import Submission


def with_scored_here(submission: Submission) -> Submission:
    """The submission in which nobody who is scored here counts as scored by the level above."""
    scored = set(_working(submission)) & set(_marked(submission))
    return replace(
        submission,
        officers=tuple(
            replace(each, rated_above=False) if each.rated_above and each.id in scored else each
            for each in submission.officers
        ),
    )


def _working(submission: Submission) -> Iterator[str | None]:
    yield from (owner.officer for task in submission.tasks for owner in task.owners)


def _marked(submission: Submission) -> Iterator[str | None]:
    """Whom a superior gave common points, or one of d, đ, e, readable or not."""
    for common in submission.common:
        if any(mark.points is not None and mark.scorer > 0 for mark in common.marks):
            yield common.who.officer
    for parts in submission.leader_parts:
        if parts.filled:
            yield parts.who.officer
