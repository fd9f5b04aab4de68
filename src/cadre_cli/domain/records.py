"""What the office wrote, row by row, and the office and period it belongs to."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cadre_cli.domain.grid import Value
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Day, Mention, Number, Unknown
from cadre_cli.domain.villages import NO_VILLAGES, VillageRecords

__all__ = ["UNKNOWN", "Day", "Mention", "Number", "Unknown"]
# What a cell says is known to all other code from here; only records of villages stand in between.


class Kind(enum.StrEnum):
    """The kinds of person; the law is chosen by day and kind."""

    CAN_BO = "can_bo"
    CONG_CHUC = "cong_chuc"
    VIEN_CHUC = "vien_chuc"
    HOP_DONG = "hop_dong"


class Post(enum.Enum):
    """Whether and how somebody leads, which decides the formula (NĐ 335 Đ16) and who is led (Đ15.3a)."""

    NONE = "none"
    HEAD_OF_OFFICE = "head of the office"
    DEPUTY_OF_OFFICE = "deputy head of the office"
    HEAD_OF_UNIT = "head of a unit"
    DEPUTY_OF_UNIT = "deputy head of a unit"

    @property
    def leads(self) -> bool:
        """Whether the six-part formula for leaders and managers applies."""
        return self is not Post.NONE


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the office. `id` tells people of one submission apart; it is not shown.

    `kind_stated` is False when the kind was concluded from the position or by default.
    `superior` and `led_by` name people as the roster writes them; `field` is what a deputy is in
    charge of; `village` may hold several. `rated_above` is set for those whom the level above
    scores (the chairman): on the roster, without a score of their own here.
    `from_roster` is False for somebody met only in a score table or as the owner of a task.
    In a submission post, unit and kind are those that hold in its period.
    """

    id: str
    name: str
    at: RowRef
    code: str | None = None
    unit: str | None = None
    position: str | None = None
    kind: Kind = Kind.CONG_CHUC
    kind_stated: bool = True
    post: Post = Post.NONE
    superior: Mention | None = None
    group: str | None = None
    village: str | None = None
    field: str | None = None
    rated_above: bool = False
    from_roster: bool = True
    note: str | None = None
    since: date | None = None
    """First day of what the row says, on a roster with a row for each post held."""
    until: date | None = None
    """Last day of it."""
    changes: tuple[Change, ...] = ()
    """What changed in or before the period at hand, so that a result can say so."""
    doubt: Doubt | None = None
    absent: bool = False
    """Not there in the period by the roster's own days."""


class Exemption(enum.Enum):
    """Why a discipline on record may force no class here (NĐ 335 Đ11.3); the text of each rule set says which."""

    ALREADY_COUNTED = "already counted"
    """The same conduct has led to a class before, in another year or by the other punishment."""
    FORMER_BODY = "former body"
    """The violation happened in the body where the person worked before: it counts there."""
    NOT_DUTY = "not related to duty"
    """Written to be unrelated to public duty."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is: post, unit, kind of person; None where it is not said."""

    position: str | None = None
    post: Post | None = None
    unit: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of post, unit or kind that bears on one period of an officer.

    With `within` it happened inside the period, so that a choice decided what holds throughout.
    """

    day: date
    words: str
    at: CellRef
    document: str | None = None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What somebody was in the period nobody has written, and the score hangs on it."""

    what: Text
    at: CellRef


class Phase(enum.Enum):
    """Which of the three steps a sheet of tasks records."""

    PLAN = "plan"
    ASSIGNMENT = "assignment"
    EVALUATION = "evaluation"
    WHOLE = "whole"


class Category(enum.Enum):
    """How a task counts (NĐ 335 Đ18.1d)."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    """Sudden work outside the plan: numerators only."""
    TAKEN_OVER = "taken over"
    """Taken over from a colleague: numerators only."""
    HANDED_OVER = "handed over"
    """Passed to a colleague: stays in the denominators, not in the numerators."""
    UNKNOWN = "unknown"
    """Its words may mean work outside the plan and nobody understands them (D11)."""

    @property
    def in_denominator(self) -> bool:
        """Whether the assigned quantity counts."""
        return self not in (Category.UNPLANNED, Category.TAKEN_OVER)

    @property
    def in_numerator(self) -> bool:
        """Whether the finished quantity counts."""
        return self is not Category.HANDED_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One line of work of one period.

    Quantities count products; `coefficient` converts one product to the standard unit.
    `failures` and `latenesses` are numbers of times (Đ14.2b, c). `quality_met` and `on_time` are
    marks such as Đạt / Chưa đạt, Đúng hạn / Chậm, for sheets without those numbers.
    `at` is the row of the assignment, `result_at` that of the evaluation when it stands elsewhere.
    `columns_missing` names fields the sheet has no column for at all, so that a missing column is
    not blamed on each row.
    """

    at: RowRef
    phase: Phase = Phase.WHOLE
    number: str | None = None
    code: str | None = None
    content: str | None = None
    product: str | None = None
    unit: str | None = None
    owners: tuple[Mention, ...] = ()
    co_owners: tuple[Mention, ...] = ()
    assigner: Mention | None = None
    assigned_on: Day = None
    deadline: Day = None
    registered_on: Day = None
    category: Category = Category.PLANNED
    assigned: Number = None
    assumed_one: bool = False
    """The sheet has no quantity column: one product a line (contract 9.12)."""
    coefficient: Number = None
    finished: Number = None
    finished_on: Day = None
    failures: Number = None
    latenesses: Number = None
    quality_met: bool | Unknown | None = None
    on_time: bool | Unknown | None = None
    evaluator: Mention | None = None
    evaluated_on: Day = None
    objective_cause: str | None = None
    confirmed_by: str | None = None
    handed_to: Mention | None = None
    points: Number = None
    max_points: Number = None
    note: str | None = None
    extra_allowed: bool = False
    """A finished quantity above the assigned one is marked as extra work (C05)."""
    result_at: RowRef | None = None
    catalogue_coefficient: Decimal | None = None
    """The coefficient of the office's catalogue for `code`, once joined."""
    catalogue_at: CellRef | None = None
    catalogue_points: Decimal | None = None
    """Points of the catalogue line, for a catalogue that states no coefficient (choice catalogue_divisor)."""
    standard_points: Decimal | None = None
    """Points of the standard product where the catalogue itself says them."""
    standard_at: CellRef | None = None
    result_owners: tuple[Mention, ...] = ()
    """Owners as the evaluation row names them, when it stands elsewhere (G03)."""
    finished_share: Number = None
    """What is finished as a fraction of the assigned quantity, where a sheet states percentages.

    Once joined `finished` holds the quantity (share × assigned). A stated quantity leaves no share.
    """

    def cell(self, *fields: str) -> CellRef:
        """The cell to change for a field: in the evaluation row when it has that column."""
        if self.result_at is not None and any(self.result_at.has(name) for name in fields):
            return self.result_at.cell(*fields)
        return self.at.cell(*fields)

    def has(self, name: str) -> bool:
        """Whether a sheet this task stands in has a column for the field."""
        return self.at.has(name) or (self.result_at is not None and self.result_at.has(name))

    @property
    def is_evaluated_sheet(self) -> bool:
        """Whether any column for results exists, so that a result may be expected."""
        results = (
            "finished",
            "finished_on",
            "evaluator",
            "points",
            "failures",
            "latenesses",
            "finished_share",
        )
        return any(self.has(name) for name in results)


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """A line of the office's list of products with its conversion (NĐ 335 Đ13)."""

    at: RowRef
    code: str | None
    content: str | None
    product: str | None = None
    unit: str | None = None
    group: str | None = None
    points: Number = None
    coefficient: Number = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Points given for one criterion by one scorer.

    `criterion` is the code of the rule ("I.1", "II", "total") or, when it could not be told, the
    heading's own words. `scorer` counts the successive scorers: 0 the person, 1 and up the superiors
    in order of rank. `maximum` is what the sheet itself states, None where it states none.
    """

    criterion: str
    points: Number
    at: CellRef
    scorer: int = 1
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CommonMarks:
    """One person's marks for the common criteria (NĐ 335 Đ12.2), every scorer's."""

    who: Mention
    at: RowRef
    marks: tuple[Mark, ...]
    from_summary: bool = False
    """Taken from the office's summary of results: counts where no other sheet marks the person."""
    table: tuple[Mark, ...] = ()
    """Every criterion of the office's own table, when their stated maxima make up 100 points."""
    adjustments: tuple[Mark, ...] = ()
    """Points beside the criteria: "bonus", "penalty", or "signed" for a column that holds both."""


@dataclass(frozen=True, slots=True)
class LeaderParts:
    """The parts d, đ, e of one leader as fractions of 1, as the office entered them (NĐ 335 Đ15.3)."""

    who: Mention
    at: RowRef
    d: Number = None
    dd: Number = None
    e: Number = None


class EventKind(enum.Enum):
    """What can happen to a person that changes whether or how they are classified."""

    DISCIPLINE = "discipline"
    DEGRADATION = "concluded degradation"
    """NĐ 335 Đ20.4b."""
    UNIT_CORRUPTION = "corruption or waste in the body led"
    """NĐ 335 Đ20.4d, leaders."""
    LEAVE = "leave"
    MATERNITY = "maternity leave"
    TRANSFER_IN = "transferred in"
    TRANSFER_OUT = "transferred out"
    JOINED = "joined"
    LEFT = "left"
    APPOINTED = "appointed to a post"
    RELIEVED = "relieved of a post"
    MOVED = "moved to another unit of the office"
    KIND_CHANGED = "became another kind of person"
    OBJECTIVE_CAUSE = "confirmed objective cause"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on record about a person, with the paper it rests on.

    `first_day` and `last_day` are None where nothing is written; `whole_period` says that the
    words themselves cover the period ("nghỉ thai sản", "nghỉ cả tháng").
    `task` is the number or code of the task an objective cause is about.
    """

    kind: EventKind
    who: Mention
    at: CellRef
    words: str
    first_day: Day = None
    last_day: Day = None
    document: str | None = None
    confirmed_by: str | None = None
    whole_period: bool = False
    task: str | None = None
    becomes: Standing | None = None
    """What the person is from the first day on, where it tells of a change of post, unit or kind."""
    was: Standing | None = None
    """What the person was before, as far as the row says so."""
    exemption: Exemption | None = None
    """What the row says of a discipline that may keep it from forcing a class."""

    def covers(self, period: Period) -> bool:
        """Whether it lasts through every working day (Monday to Friday) of the period."""
        ends = self.last_day is None or (
            isinstance(self.last_day, date) and self.last_day >= period.last_working_day
        )
        if self.whole_period and self.first_day is None:
            return ends
        first = period.first_working_day
        return isinstance(self.first_day, date) and self.first_day <= first and ends


@dataclass(frozen=True, slots=True)
class Stated:
    """The office's own total and class for a person, kept to be compared (C11, C12), never used."""

    who: Mention
    at: RowRef
    total: Number = None
    total_at: CellRef | None = None
    decimals: int = 2
    """Decimals the office shows its total with, at least two."""
    grade: str | None = None
    """Code of the class, None when blank or not a class."""
    grade_at: CellRef | None = None


@dataclass(frozen=True, slots=True)
class ResultCell:
    """A cell that the office keeps for a result: what `part` of it, and what stands there now.

    `part` is "total", "common", "points", "grade", or "mark" for a column of one class (`grade`)
    in which an x is put. `held` is the value as the file stores it. `words` are the ways in which
    the column spells classes already, by code, as stored; `legacy` says that its text is not
    Unicode, so that only plain letters show rightly. `why_not` is set where the cell is not ours
    to fill.
    """

    part: str
    at: CellRef
    heading: str
    held: Value = None
    formula: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    legacy: bool = False
    grade: str | None = None
    why_not: Text | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The row that the office keeps for a person's results, filled or blank (`--write-back`)."""

    who: Mention
    cells: tuple[ResultCell, ...]


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """One organisation's result as the office's table of organisations states it (NĐ 335 Đ5–Đ9).

    `unit` is None for the office itself. `measures` is what a class asks beside points, by the names
    of `rules/measures.py`: a share as a fraction of 1, a yes as 1 and a no as 0. `total` and `grade`
    are the office's own: compared, and the class is that which its head is held to (Đ20.6).
    """

    at: RowRef
    name: str
    unit: str | None = None
    common: Number = None
    result: Number = None
    total: Number = None
    measures: Mapping[str, Number] = field(default_factory=dict)
    grade: str | None = None
    document: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class BroughtMonth:
    """A month's total that somebody brought from the body they worked in before (NĐ 335 Đ19.1)."""

    who: Mention
    at: RowRef
    period: Period
    total: Number = None
    grade: str | None = None
    body: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name as it was given, and the hash of its bytes.

    `shared` is set for the roster and the catalogue of the office folder, read for every period.
    """

    file: str
    sha256: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A table that was recognised, and whose rows nobody could read: what it holds is unknown.

    `kind` is "tasks", "plan", "common" … as in `kinds`; `at` is its sheet.
    """

    kind: str
    at: CellRef


@dataclass(frozen=True, slots=True)
class Records:
    """All that one or several workbooks hold, before people are told apart and sheets joined.

    `kinds` says which sheet kinds were found, so that a check can say what it lacked.
    """

    officers: tuple[Officer, ...] = ()
    tasks: tuple[Task, ...] = ()
    catalogue: tuple[CatalogueItem, ...] = ()
    common: tuple[CommonMarks, ...] = ()
    leader_parts: tuple[LeaderParts, ...] = ()
    events: tuple[Event, ...] = ()
    stated: tuple[Stated, ...] = ()
    kinds: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()
    result_rows: tuple[ResultRow, ...] = ()
    organisations: tuple[OrganisationRecord, ...] = ()
    brought: tuple[BroughtMonth, ...] = ()
    villages: VillageRecords = NO_VILLAGES

    def __add__(self, other: Records) -> Records:
        return Records(
            self.officers + other.officers,
            self.tasks + other.tasks,
            self.catalogue + other.catalogue,
            self.common + other.common,
            self.leader_parts + other.leader_parts,
            self.events + other.events,
            self.stated + other.stated,
            self.kinds | other.kinds,
            self.unread + other.unread,
            self.result_rows + other.result_rows,
            self.organisations + other.organisations,
            self.brought + other.brought,
            self.villages + other.villages,
        )


@dataclass(frozen=True, slots=True)
class Signer:
    """A line of the signature block: the post in capitals, and the person's name or ""."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The office's own decision on a choice: the option taken and the document that took it."""

    option: str
    document: str


@dataclass(frozen=True, slots=True)
class Office:
    """The office as `cadre.toml` (or its letterhead) describes it.

    `folder` is where `cadre.toml` lies, None without one. Paths are relative to it.
    `sheets` and `columns` are the office's own mapping of what recognition got wrong: sheet name
    to sheet kind, and per sheet kind field to headings.
    """

    name: str | None = None
    superior: str | None = None
    letterhead: str = "state"
    place: str | None = None
    signers: tuple[Signer, ...] = ()
    folder: str | None = None
    roster: str | None = None
    catalogue: str | None = None
    ignore: tuple[str, ...] = ()
    monthly_before_2026: str | None = None
    extends: str | None = None
    decisions: Mapping[str, Decided] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    overlay: str | None = None
    """The text of the office's own rule set, the file that `extends` names."""
    configuration: Source | None = None
    """The cadre.toml all this was read from."""


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything one office submitted for one period, people told apart and sheets joined.

    Every Mention of a person has its `officers` filled in. `tasks` are the assigned ones, with
    their results; `plan` are the rows of the plan that was registered.
    """

    office: Office
    period: Period
    officers: tuple[Officer, ...]
    tasks: tuple[Task, ...] = ()
    plan: tuple[Task, ...] = ()
    catalogue: tuple[CatalogueItem, ...] = ()
    common: tuple[CommonMarks, ...] = ()
    leader_parts: tuple[LeaderParts, ...] = ()
    events: tuple[Event, ...] = ()
    stated: tuple[Stated, ...] = ()
    sources: tuple[Source, ...] = ()
    kinds: frozenset[str] = frozenset()
    organisations: tuple[OrganisationRecord, ...] = ()
    brought: tuple[BroughtMonth, ...] = ()
    unread: tuple[Unread, ...] = ()
    result_rows: tuple[ResultRow, ...] = ()
    villages: VillageRecords = NO_VILLAGES
    as_of: date | None = None
    """The day to which ages are counted, by default the period's last."""
    earlier: tuple[Submission, ...] = ()
    """The office's earlier periods in the same run, in order of time, without theirs."""

    @property
    def day(self) -> date:
        """The day to which ages are counted."""
        return self.as_of or self.period.last_day

    @property
    def by_id(self) -> dict[str, Officer]:
        """Officers by their id."""
        return {officer.id: officer for officer in self.officers}

    def has(self, kind: str) -> bool:
        """Whether a sheet of that kind was read ("roster", "catalogue", "plan" …)."""
        return kind in self.kinds

    def unread_of(self, kind: str) -> tuple[CellRef, ...]:
        """The sheets of a kind that are there and could not be read, each once."""
        return tuple(dict.fromkeys(one.at for one in self.unread if one.kind == kind))
