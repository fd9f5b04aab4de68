"""What was computed: scores, classes, and the outcome of one office in one period."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.stated import BroughtMonth, OrganisationRecord, ResultRow, Stated
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.domain.villages import NO_BOOK, VillageBook


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a score needs and the workbook does not say."""

    what: Text
    at: CellRef | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One person's score under one rule set; the explanation is the score itself.

    `root` is None when nothing can be computed; `missing` then says what is lacking (or
    `nothing_assigned` is set, X05). `parts` holds what could be computed, by key: "common", "a",
    "b", "c", "d", "dd", "e", "result" (fraction of 1), "points" (result × 70), "total".
    """

    officer: Officer
    period: Period
    rule_set: str
    root: Step | None
    parts: Mapping[str, Step] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()
    nothing_assigned: bool = False


class NotRated(enum.Enum):
    """Why somebody has no class."""

    INCOMPLETE = "incomplete"
    """Data is missing: chưa đủ dữ liệu."""
    NOTHING_ASSIGNED = "nothing_assigned"
    """X05."""
    ON_LEAVE = "on_leave"
    """Away for the whole period (X04)."""
    RATED_ABOVE = "rated_above"
    """Scored by the level above, as the chairman is."""
    NO_RULE = "no_rule"
    """No rule set in force for this kind of person on this day, or more than one."""
    NOT_COVERED = "not_covered"
    """The office decided not to apply the rule to this kind of person."""
    UNDER_SIX_MONTHS = "under_six_months"
    """Worked under six months of the year (N02)."""
    NOT_HERE = "not_here"
    """Not yet or no longer in the office in this period (X04)."""
    TRANSFERRED = "transferred"
    """Went to another body, which classifies the year (N07)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a class is what it is, or why it differs from the class by points."""

    text: Text
    basis: tuple[Basis, ...] = ()
    at: CellRef | None = None
    routine: bool = False
    """Only names the band that the total lies in: told when explaining, not as a remark."""


@dataclass(frozen=True, slots=True)
class Classification:
    """One person's result in one period.

    `grade_by_points` follows the bands alone, `grade` is what is proposed (HTXS HTT HT KHT).
    `grade` is None exactly when `not_rated` says why.
    """

    score: Score
    grade_by_points: str | None
    grade: str | None
    not_rated: NotRated | None = None
    reasons: tuple[Reason, ...] = ()
    stated: Stated | None = None

    @property
    def officer(self) -> Officer:
        """Whose result it is."""
        return self.score.officer

    def bases(self) -> tuple[Basis, ...]:
        """Everything the result rests on, each once."""
        steps = self.score.root.bases() if self.score.root is not None else ()
        reasons = tuple(basis for reason in self.reasons for basis in reason.basis)
        return tuple(dict.fromkeys(steps + reasons))


@dataclass(frozen=True, slots=True)
class OrganisationResult:
    """One organisation's class in one period: what is proposed, beside what the office recorded.

    `root` is its total, None while points are missing. `settled` is False where the class follows
    the points and conditions that nobody recorded are still open.
    """

    record: OrganisationRecord
    rule_set: str
    root: Step | None
    grade_by_points: str | None
    grade: str | None
    reasons: tuple[Reason, ...] = ()
    settled: bool = False

    @property
    def held(self) -> str | None:
        """The class its head is held to: the one on record, else the one proposed."""
        return self.record.grade or self.grade

    def bases(self) -> tuple[Basis, ...]:
        """Everything the class rests on, each once."""
        steps = self.root.bases() if self.root is not None else ()
        reasons = tuple(basis for reason in self.reasons for basis in reason.basis)
        return tuple(dict.fromkeys(steps + reasons))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One office in one period: everyone's result and everything found.

    `period` is None for what belongs to no period: files that could not be read at all.
    """

    office: Office
    period: Period | None
    sources: tuple[Source, ...]
    results: tuple[Classification, ...]
    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...] = ()
    tasks: tuple[Task, ...] = ()
    """The assigned tasks the scores were made from, so that a report can list them."""
    common: tuple[CommonMarks, ...] = ()
    """The marks for the common criteria of every scorer, as slips show them."""
    result_rows: tuple[ResultRow, ...] = ()
    """Where the office keeps everyone's results itself, so that a copy can be filled."""
    fillable: tuple[Source, ...] = ()
    """Workbooks of such rows from which nothing was read: a year's summary, blank in this month."""
    events: tuple[Event, ...] = ()
    """What is on record about its people, every mention resolved."""
    brought: tuple[BroughtMonth, ...] = ()
    """Months that people brought from a former body, of any period (they serve the year)."""
    organisations: tuple[OrganisationResult, ...] = ()
    """The office and its units, where a table of organisations is on record."""
    villages: VillageBook = NO_BOOK
    """What the office wrote about its villages, this period beside earlier ones."""

    @property
    def nobodys(self) -> tuple[Task, ...]:
        """The tasks that count for nobody, since no owner is named or known."""
        return tuple(t for t in self.tasks if not any(owner.officers for owner in t.owners))
