"""Who rated whom and how high, as far as the sheets show it: what L01 and L02 compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.checks.check import Results
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention

TASK_POINTS = Text(
    "điểm chấm từng việc, tính theo % điểm tối đa", "points of tasks, in % of the maximum"
)
COMMON = Text("điểm tiêu chí chung", "points of the common criteria")


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater gave one person, in the unit of `scale` at most."""

    rater: Mention
    person: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Ratings:
    """All that was given of one sort, by rater; `scale` is the most that can be given."""

    of: Text
    scale: Fraction
    by_rater: Mapping[str, tuple[Rating, ...]]

    def name(self, rater: str) -> str:
        """The rater as the sheets write the name."""
        return self.by_rater[rater][0].rater.name

    def at(self, rater: str) -> CellRef:
        """The sheet that names the rater first; no cell there is to be changed."""
        first = min((each.rater.at for each in self.by_rater[rater]), key=lambda at: at.order)
        return CellRef(first.file, first.sheet)

    def values(self, rater: str) -> tuple[Fraction, ...]:
        """What a rater gave, a value for each person."""
        return tuple(each.value for each in self.by_rater[rater])


def ratings(submission: Submission, results: Results) -> tuple[Ratings, ...]:
    """Points of tasks by who gave them, and common criteria by who assigns a person's work.

    Sheets of common criteria seldom name who filled them: whoever assigns most of a person's tasks
    is taken for it, and nobody where no single person does.
    """
    return (
        Ratings(TASK_POINTS, Fraction(100), _by_rater(_task_points(submission))),
        Ratings(COMMON, Fraction(30), _by_rater(_common(submission, results))),
    )


def _by_rater(found: Iterable[Rating]) -> dict[str, tuple[Rating, ...]]:
    index: dict[str, list[Rating]] = defaultdict(list)
    for rating in found:
        index[rating.rater.officers[0]].append(rating)
    return {rater: tuple(listed) for rater, listed in index.items()}


def _task_points(submission: Submission) -> Iterable[Rating]:
    sums: dict[tuple[str, str], tuple[Mention, Fraction, Fraction]] = {}
    for task in submission.tasks:
        rater, owner = rater_of(task), _owner(task)
        if rater is None or owner is None or rater.officer == owner:
            continue
        if not isinstance(task.points, Decimal) or not isinstance(task.max_points, Decimal):
            continue
        place = (rater.officers[0], owner)
        first, given, most = sums.get(place, (rater, Fraction(0), Fraction(0)))
        sums[place] = (first, given + Fraction(task.points), most + Fraction(task.max_points))
    for (_, owner), (rater, given, most) in sums.items():
        if most:
            yield Rating(rater, owner, given / most * 100)


def _common(submission: Submission, results: Results) -> Iterable[Rating]:
    assigners: dict[str, list[Mention]] = defaultdict(list)
    for task in submission.tasks:
        rater, owner = rater_of(task), _owner(task)
        if rater is not None and owner is not None and rater.officer != owner:
            assigners[owner].append(rater)
    for result in results:
        step = result.score.parts.get("common")
        given = assigners.get(result.officer.id, ())
        counted = Counter(each.officers[0] for each in given)
        if step is None or not counted:
            continue
        chief, tasks = counted.most_common(1)[0]
        if tasks * 2 > len(given):
            first = next(each for each in given if each.officers[0] == chief)
            yield Rating(first, result.officer.id, step.value)


def rater_of(task: Task) -> Mention | None:
    """Who evaluated a task, else who assigned it; None when no one officer is."""
    for who in (task.evaluator, task.assigner):
        if who is not None:
            return who if who.officer is not None else None
    return None


def _owner(task: Task) -> str | None:
    return task.owners[0].officer if len(task.owners) == 1 else None
