"""What the ledger gives back: closed periods, decisions, petitions, as they were recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Kind, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry of the ledger: its number, when it was written, and the hash that seals it."""

    seq: int
    at: datetime
    hash: str


@dataclass(frozen=True, slots=True)
class LedgerState:
    """How far a ledger went when it was read: its entries, and the seal of the last, which holds all."""

    entries: int
    seal: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person as the ledger names one: `code` or `unit` tell homonyms apart."""

    name: str
    code: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class TakenChoice:
    """A choice as it was taken when the period was closed, and who stands behind it."""

    id: str
    option: str
    authority: Authority
    document: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the competent authority decided of one person in one period.

    `grade` is None when the authority decided that the person is not rated. A later decision
    supersedes an earlier one; a revocation leaves the proposal as it was.
    """

    entry: EntryRef
    who: Named
    period: Period
    grade: str | None
    by: str
    document: str
    why: str
    supersedes: int | None = None
    """The entry of the decision in whose place this one stands."""


@dataclass(frozen=True, slots=True)
class Petition:
    """A petition against a result: when it was received, when it must be and was answered.

    `due` is None where no term is known for the person's rule set.
    """

    entry: EntryRef
    who: Named
    period: Period
    received: date
    why: str
    document: str | None = None
    due: date | None = None
    answered: date | None = None
    answer: str | None = None
    answered_by: str | None = None
    answer_document: str | None = None


@dataclass(frozen=True, slots=True)
class ClosedPerson:
    """One person's result as it was recorded; `parts` by the keys of `Score.parts`, exact.

    `grade` is what was proposed; `effective_grade` what holds after the authority's decision.
    """

    name: str
    code: str | None
    unit: str | None
    position: str | None
    kind: Kind
    post: Post
    group: str | None
    village: str | None
    rule_set: str | None
    choices: tuple[TakenChoice, ...]
    parts: Mapping[str, Fraction]
    total: Fraction | None
    grade_by_points: str | None
    grade: str | None
    not_rated: NotRated | None
    reasons: tuple[Text, ...] = ()
    cells: tuple[CellRef, ...] = ()
    """The cells that the score rests on."""
    bases: tuple[Basis, ...] | None = None
    """The passages and choices it rests on; None in entries that only kept the rule set's choices."""
    decided: Decision | None = None

    @property
    def leads(self) -> bool:
        """Whether the formula for leaders applied."""
        return self.post.leads

    @property
    def who(self) -> Named:
        """The person as the ledger names one."""
        return Named(self.name, self.code, self.unit)

    @property
    def effective_grade(self) -> str | None:
        """The authority's decision where there is one, else what was proposed."""
        return self.grade if self.decided is None else self.decided.grade


@dataclass(frozen=True, slots=True)
class ClosedSource:
    """A workbook as it was when the period was closed.

    `cells` holds every cell that was read for the period, by sheet and address, as canonical text.
    A `shared` source is the roster or catalogue of the office folder, which lives on.
    """

    file: str
    sha256: str
    shared: bool = False
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """One office's period as it was closed; `supersedes` is the entry that this one replaces."""

    office: str | None
    period: Period
    entry: EntryRef
    as_of: date
    version: str
    people: tuple[ClosedPerson, ...]
    sources: tuple[ClosedSource, ...]
    findings: Mapping[Severity, int]
    events: tuple[Event, ...] = ()
    """What was on record about people: discipline, leave, transfers."""
    rule_sets: Mapping[str, str] = field(default_factory=dict)
    """Each rule set that was applied → SHA-256 of all it said then."""
    asked_rules: str | None = None
    """The rule set that `--rules` put in the place of the one that the day and kind choose."""
    supersedes: int | None = None
    why: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """What a ledger says of one year.

    `periods` are those closed within the year, each once (the latest closing), in order of time,
    with the decisions in force applied to their people. `decisions` are those about the year as a
    whole. `findings` say where the ledger cannot be trusted (S02) or read (S05).
    """

    year: int
    office: str | None = None
    """The office whose ledger it is, by its latest closing."""
    periods: tuple[ClosedPeriod, ...] = ()
    decisions: tuple[Decision, ...] = ()
    petitions: tuple[Petition, ...] = ()
    findings: tuple[Finding, ...] = ()
    state: LedgerState | None = None
    """How far the ledger went; None where there is none, or none that can be used."""

    def of(self, period: Period) -> ClosedPeriod | None:
        """The closed period, None while it is open."""
        return next((each for each in self.periods if each.period == period), None)
