"""Whether a task was finished on time, as its score already reads it: nothing is judged anew here.

A lateness that the authority excused takes nothing from the score and is on time here, too. A task
without a score (several owners, no result, a method without progress) is none of the three.
"""

from __future__ import annotations

import enum
from collections import Counter

from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.lines import TaskLine, lines_of, tasks_by_person


class Timeliness(enum.Enum):
    """How a task with a result stands at the end of its period."""

    ON_TIME = "on time"
    LATE = "late"
    UNFINISHED = "unfinished"

    @property
    def words(self) -> Text:
        """As sheets show it, and as formulas count it."""
        return _WORDS[self]


_WORDS = {
    Timeliness.ON_TIME: Text("Đúng hạn", "On time"),
    Timeliness.LATE: Text("Chậm", "Late"),
    Timeliness.UNFINISHED: Text("Chưa xong", "Not done"),
}


def timeliness(line: TaskLine) -> Timeliness | None:
    """From the converted quantities of a task: assigned, done, done on schedule."""
    assigned, done, progress = (line.steps.get(key) for key in ("assigned", "done", "progress"))
    if done is None or progress is None:
        return None
    if done.value == 0 or (assigned is not None and done.value < assigned.value):
        return Timeliness.UNFINISHED
    return Timeliness.ON_TIME if progress.value == done.value else Timeliness.LATE


def times_counted(outcome: Outcome) -> Counter[Timeliness]:
    """How many tasks of an outcome were on time, late, unfinished."""
    listed = tasks_by_person(outcome.tasks)
    found = (
        timeliness(line)
        for result in outcome.results
        for line in lines_of(result.score, listed.get(result.officer.id, ())).lines
    )
    return Counter(each for each in found if each is not None)
