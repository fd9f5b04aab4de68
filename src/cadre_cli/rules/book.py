"""All rule sets over all time: what a decree says, before a day and a kind of person are chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from cadre_cli.domain.officers import Kind
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis
from cadre_cli.rules.schema import Condition, Criterion, Forced, Grade, NotFound
from cadre_cli.rules.terms import ChoiceTerm

T = TypeVar("T")

KIND_NAMES: Mapping[str, Text] = {
    Kind.CAN_BO: Text("cán bộ", "cadres"),
    Kind.CONG_CHUC: Text("công chức", "civil servants"),
    Kind.VIEN_CHUC: Text("viên chức", "public employees"),
    Kind.HOP_DONG: Text("người lao động hợp đồng", "contract workers"),
    "to_chuc": Text("cơ quan, tổ chức, đơn vị", "organisations"),
    "danh_hieu": Text("danh hiệu thi đua", "emulation titles"),
}

ORGANISATION = "to_chuc"
"""What stands in the place of a kind of person where a rule set is about organisations."""

TITLES = "danh_hieu"
"""The same for the rules of emulation titles, which follow from a year's classes."""

EVERY_UNIT = tuple(PeriodUnit)

NOT_COVERED = "none"
"""The option by which a choice about a kind of person says that no point rule applies to it."""


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Something of the law and the first day on which it holds."""

    since: date
    what: T


def on_day(dated: Sequence[Dated[T]], day: date) -> T | None:
    """What holds on `day`: the latest that has begun; None before the first."""
    begun = [entry for entry in dated if entry.since <= day]
    return max(begun, key=lambda entry: entry.since).what if begun else None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the law as it stood on a day, with its passage."""

    value: Decimal
    basis: Basis


@dataclass(frozen=True, slots=True)
class ByChoice:
    """A number that no text gives: the `part`-th, from 1, of those that a choice takes."""

    choice: str
    part: int


@dataclass(frozen=True, slots=True)
class NumberTerm:
    """A number of the law over all time; `meaning` and `unit` are Vietnamese.

    With `by` it follows a choice, and `dated` is empty.
    """

    name: str
    meaning: str
    unit: str
    dated: tuple[Dated[Amount], ...]
    by: ByChoice | None = None


@dataclass(frozen=True, slots=True)
class GradeTerm:
    """A class over all time: its official name and its band may be amended.

    With `by` the band begins where a choice says.
    """

    code: str
    dated: tuple[Dated[Grade], ...]
    by: ByChoice | None = None


@dataclass(frozen=True, slots=True)
class ForcedTerm:
    """A case that forces a class, and the days on which it does; `until` is exclusive."""

    since: date
    until: date | None
    case: Forced


@dataclass(frozen=True, slots=True)
class PassageTerm:
    """A passage that is not a number: `meaning` says in short what it rules."""

    name: str
    meaning: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Governs:
    """A kind of person whom a rule set governs from `since` until (exclusive) `until`.

    With `by_choice` it does so only where that choice takes the option `when`; otherwise the text
    itself says so. `also` are further choices that must be taken so. `units` are the lengths of
    period it is for: one text may rule the months of a person, another the year.
    """

    kind: str
    since: date
    until: date | None
    basis: Basis
    by_choice: str | None = None
    when: str | None = None
    also: tuple[tuple[str, str], ...] = ()
    units: tuple[PeriodUnit, ...] = EVERY_UNIT

    def covers(self, day: date) -> bool:
        """Whether this holds on `day`."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Each choice it hangs on, with the option that must be taken."""
        first = () if self.by_choice is None else ((self.by_choice, self.when or ""),)
        return (*first, *self.also)

    def collides(self, other: Governs) -> bool:
        """Whether both could govern one person on one day."""
        apart = (
            self.kind != other.kind
            or not set(self.units) & set(other.units)
            or (self.until is not None and self.until <= other.since)
            or (other.until is not None and other.until <= self.since)
        )
        asked = dict(other.asked)
        otherwise = any(asked.get(choice, when) != when for choice, when in self.asked)
        return not apart and not otherwise


@dataclass(frozen=True, slots=True)
class RuleDocument:
    """One rule set over all time, as its file says it; `until` is exclusive.

    `checked_on` is the last day somebody compared the file with the text, `read_as` how it was
    read (V whole text, Q quoted, T translated, S secondary, N not found). `extends` is the id of
    the set whose numbers, passages and choices hold wherever this one says nothing of its own.
    """

    id: str
    title: str
    document: str
    method: str
    issued: date | None
    since: date
    until: date | None
    checked_on: date
    read_as: str
    governs: tuple[Governs, ...]
    values: tuple[NumberTerm, ...]
    grades: tuple[GradeTerm, ...]
    criteria: tuple[Dated[tuple[Criterion, ...]], ...]
    forced: tuple[ForcedTerm, ...]
    passages: tuple[PassageTerm, ...]
    choices: tuple[ChoiceTerm, ...]
    file: str = ""
    extends: str | None = None
    or_method: str | None = None
    conditions: tuple[Condition, ...] = ()
    not_found: tuple[NotFound, ...] = ()

    def in_force(self, day: date) -> bool:
        """Whether the document is in force on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule set, in the order of their ids."""

    documents: tuple[RuleDocument, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids `--rules` accepts."""
        return tuple(document.id for document in self.documents)

    def find(self, rule_set: str) -> RuleDocument | None:
        """The rule set with this id."""
        return next((each for each in self.documents if each.id == rule_set), None)

    def choice_terms(self, choice: str) -> tuple[ChoiceTerm, ...]:
        """The choice as each rule set that has it puts it."""
        return tuple(term for each in self.documents for term in each.choices if term.id == choice)

    @property
    def choice_ids(self) -> tuple[str, ...]:
        """Every choice an office may decide, each once."""
        ids = (term.id for each in self.documents for term in each.choices)
        return tuple(dict.fromkeys(ids))
