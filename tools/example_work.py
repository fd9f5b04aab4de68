"""What a line of the example's work is, and how it counts by NĐ 335/2025 Đ14, Đ18 (not by cadre)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tools.example_commune import BY_NAME, CATALOGUE, coefficient

PLANNED, UNPLANNED, PASSED_ON, TAKEN_OVER = "Theo kế hoạch", "Đột xuất", "Chuyển giao", "Nhận thay"
QUARTER = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Job:
    """One line: days are days of the month; `done` None means all, `on` None not finished."""

    owner: str
    code: str
    content: str
    due: int
    quantity: int = 1
    done: int | None = None
    on: int | None = None
    failed: int = 0
    category: str = PLANNED
    given: int = 2
    assigner: str = ""
    evaluator: str = ""
    """Someone else than the assigner; "-" where nobody has evaluated yet."""
    helpers: str = ""
    cause: str = ""
    confirmed_by: str = ""
    note: str = ""
    factor: str = ""
    """A coefficient that differs from the catalogue's, as the clerk typed it."""
    as_text: bool = False
    """The coefficient is stored as text."""
    second_owner: str = ""
    said_late: bool = True
    """Whether the evaluator counted a late finish as a lateness."""

    @property
    def boss(self) -> str:
        """Who gave the task: the superior on the roster unless the line says otherwise."""
        return self.assigner or BY_NAME[self.owner].superior

    @property
    def judge(self) -> str:
        """Who evaluated it, "" when nobody has."""
        return "" if self.evaluator == "-" else self.evaluator or self.boss

    @property
    def finished(self) -> int | None:
        """The finished quantity as written; None where the cell is blank."""
        if self.done is not None:
            return self.done
        return self.quantity if self.on is not None else None

    @property
    def late(self) -> int:
        """The number of latenesses as written."""
        return int(self.on is not None and self.on > self.due and self.said_late)

    @property
    def weight(self) -> Fraction:
        """The coefficient as the sheet writes it."""
        if self.factor:
            return Fraction(self.factor.replace(",", "."))
        return coefficient(self.code)

    @property
    def product(self) -> str:
        """The product as the catalogue names it."""
        return CATALOGUE[self.code].product


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the sheet of events."""

    who: str
    what: str
    first: date | None = None
    last: date | None = None
    document: str = ""
    reason: str = ""
    confirmed_by: str = ""
    about: str = ""
    """The content of the task an objective cause is about."""


@dataclass(frozen=True, slots=True)
class Month:
    """All that the office recorded for one month."""

    year: int
    month: int
    jobs: tuple[Job, ...]
    marks: Mapping[str, Sequence[float]]
    """The ten criteria I.1 … III.4 by the superior."""
    leading: Mapping[str, tuple[int, int, int]]
    """d, đ, e in percent as the office entered them."""
    happenings: tuple[Happening, ...] = ()
    dropped: tuple[Job, ...] = ()
    """Planned and never assigned."""
    self_points: Mapping[str, float] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Job, ...]:
        """The lines somebody owns."""
        return tuple(job for job in self.jobs if name in (job.owner, job.second_owner))


def common(month: Month, name: str) -> Fraction:
    """The points for the common criteria (Đ12.2)."""
    return sum((Fraction(str(mark)) for mark in month.marks[name]), Fraction(0))


def _excused(month: Month, job: Job) -> bool:
    in_row = bool(job.cause and job.confirmed_by)
    return in_row or any(
        each.about == job.content and each.confirmed_by for each in month.happenings
    )


def work(month: Month, name: str) -> tuple[Fraction, Fraction, Fraction] | None:
    """a, b, c of one person (Đ14.2); None when nothing was assigned."""
    assigned = sum(
        (
            job.weight * job.quantity
            for job in month.of(name)
            if job.category in (PLANNED, PASSED_ON)
        ),
        Fraction(0),
    )
    if assigned == 0:
        return None
    done = good = timely = Fraction(0)
    for job in month.of(name):
        if job.category == PASSED_ON:
            continue
        made = job.weight * (job.finished or 0)
        taken = Fraction(0) if _excused(month, job) else QUARTER * job.weight
        done += made
        good += max(made - taken * job.failed, Fraction(0))
        timely += max(made - taken * job.late, Fraction(0))
    return done / assigned, good / assigned, timely / assigned


def total(month: Month, name: str, d: Fraction | None = None) -> Fraction | None:
    """Common + 70 × result (Đ16, Đ17.1); `d` is given for those who lead."""
    parts = work(month, name)
    if parts is None:
        return None
    every = list(parts)
    if BY_NAME[name].leads:
        _, dd, e = month.leading[name]
        if d is None:
            raise ValueError(f"{name} leads: d is needed")
        every += [d, Fraction(dd, 100), Fraction(e, 100)]
    result = sum(every, Fraction(0)) / len(every)
    return common(month, name) + min(result * 70, Fraction(70))


def grade(points: Fraction) -> str:
    """The band of Đ20.1–20.4a."""
    return next(
        name
        for least, name in ((90, "HTXS"), (70, "HTT"), (50, "HT"), (0, "KHT"))
        if points >= least
    )
