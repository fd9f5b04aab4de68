"""The steps of one person's a, b and c laid side by side, task by task.

a = Σ k·done ÷ Σ k·assigned, and b and c have the same denominator (NĐ 335 Đ14.2): the tree holds
three sums over the same tasks, a table wants one row per task.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cadre_cli.domain.officers import Officer
from cadre_cli.domain.report import Formula, Ref
from cadre_cli.domain.results import Score
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.reports.keys import DETAILS, subtotal_cell, task_row

SUMS = ("assigned", "done", "quality", "progress")
"""Columns of converted quantities: Σ of each stands in the formulas of a, b and c."""

_Place = tuple[str, str, int]
"""File, sheet and row of the assignment: what a task is known by."""


@dataclass(slots=True)
class TaskLine:
    """One task's steps by column; `task` is None when only the steps are known."""

    task: Task | None = None
    steps: dict[str, Step] = field(default_factory=dict)

    def leaf(self, column: str) -> Step | None:
        """The input behind a column of inputs: k, assigned, finished, failures, latenesses."""
        match column:
            case "coefficient":
                whole = self.steps.get("assigned") or self.steps.get("done")
                return None if whole is None or len(whole.inputs) < 2 else whole.inputs[1]
            case "assigned_count" | "finished_count":
                name = "assigned" if column == "assigned_count" else "done"
                whole = self.steps.get(name)
                return None if whole is None or not whole.inputs else whole.inputs[0]
            case _:
                return self._times("quality" if column == "failures" else "progress")

    def _times(self, column: str) -> Step | None:
        """How often something was found wrong: the given number beside `done` in the credit."""
        credit, done = self.steps.get(column), self.steps.get("done")
        if credit is None or done is None or credit is done:
            return None
        inside = {id(step) for step in done.walk()}
        leaves = (step for step in credit.walk() if step.operation is Operation.GIVEN)
        return next((leaf for leaf in leaves if id(leaf) not in inside), None)

    def notes(self) -> tuple[Text, ...]:
        """Every remark of its steps, each once."""
        found = (part.note for step in self.steps.values() for part in step.walk())
        return tuple(dict.fromkeys(text for text in found if text is not None))

    @property
    def name(self) -> str:
        """The task as its steps name it, without the word for the column."""
        step = next(iter(self.steps.values()), None)
        return "" if step is None else step.label.vi.partition(": ")[2] or step.label.vi


@dataclass(frozen=True, slots=True)
class Lines:
    """A person's tasks, and which SUM step is the total of which column."""

    lines: tuple[TaskLine, ...] = ()
    sums: tuple[tuple[str, Step], ...] = ()

    def cells(self, officer: Officer) -> dict[int, Formula]:
        """`id(step)` → its cell in the details, for sums and for converted quantities."""
        found: dict[int, Formula] = {
            id(step): subtotal_cell(officer, column) for column, step in self.sums
        }
        for place, line in enumerate(self.lines, 1):
            for column, step in line.steps.items():
                found.setdefault(id(step), Ref(DETAILS, task_row(officer, place), column))
        return found


def lines_of(score: Score, tasks: Sequence[Task]) -> Lines:
    """The tasks behind a score, in the order of the sheets; `tasks` are those of the person.

    A task that no step speaks of (its person's score is incomplete) is there without steps.
    """
    places = _places(tasks)
    lines: dict[_Place, TaskLine] = {}
    for task in tasks:
        lines[_place(task)] = TaskLine(task)
    sums: list[tuple[str, Step]] = []
    placed: dict[int, _Place] = {}
    for part, column in (("a", "done"), ("b", "quality"), ("c", "progress")):
        ratio = _ratio(score.parts.get(part))
        if ratio is None:
            continue
        numerator, denominator = ratio.inputs
        sums += [(column, numerator), ("assigned", denominator)]
        for name, total in (("assigned", denominator), (column, numerator)):
            for step in total.inputs:
                place = _place_of(step, places, placed)
                lines.setdefault(place, TaskLine()).steps.setdefault(name, step)
    return Lines(tuple(lines[place] for place in sorted(lines)), tuple(sums))


def tasks_by_person(tasks: Iterable[Task]) -> dict[str, tuple[Task, ...]]:
    """Officer's id → the tasks that name them as owner, alone or not."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        owners = dict.fromkeys(each for mention in task.owners for each in mention.officers)
        for owner in owners:
            found.setdefault(owner, []).append(task)
    return {owner: tuple(listed) for owner, listed in found.items()}


def _ratio(part: Step | None) -> Step | None:
    if part is None:
        return None
    return next((step for step in part.walk() if step.operation is Operation.RATIO), None)


def _place(task: Task) -> _Place:
    return (task.at.file, task.at.sheet, task.at.row)


def _places(tasks: Iterable[Task]) -> dict[_Place, _Place]:
    """Any row a task stands in → the row of its assignment."""
    places: dict[_Place, _Place] = {}
    for task in tasks:
        for row in (task.at, task.result_at):
            if row is not None:
                places[row.file, row.sheet, row.row] = _place(task)
    return places


def _place_of(step: Step, places: Mapping[_Place, _Place], placed: dict[int, _Place]) -> _Place:
    """The task a converted quantity belongs to.

    What is assigned, done and credited of one task shares its coefficient, which is a step of that
    task alone: `placed` remembers it, wherever the cells of the parts stand. A step met first goes
    by its first cell, which is that of the quantity.
    """
    place = next((placed[id(part)] for part in step.walk() if id(part) in placed), None)
    if place is None:
        at = next(leaf.at for leaf in step.walk() if leaf.at is not None)
        own = (at.file, at.sheet or "", at.row or 0)
        place = places.get(own, own)
    for part in (step, *step.inputs[1:2]):
        placed.setdefault(id(part), place)
    return place
