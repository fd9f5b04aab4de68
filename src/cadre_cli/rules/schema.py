"""What a rule set is: documents, dates in force, passages, numbers, choices, names of classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.domain.trace import Basis


class RuleSetError(Exception):
    """A rule set or an office's decision breaks the schema: says file, place and remedy.

    `str()` is the Vietnamese sentence, `text` both languages; `place` is a path inside the file
    such as `choices.deduction_on.default`.
    """

    def __init__(self, text: Text | str, file: str = "", place: str = "") -> None:
        self.text = text if isinstance(text, Text) else verbatim(text)
        self.file = file
        self.place = place
        where = ", ".join(part for part in (file, place) if part)
        super().__init__(f"{where}: {self.text.vi}" if where else self.text.vi)


class NoRuleInForce(Exception):
    """No rule set, or more than one, governs this kind of person on this day; names the gap or both.

    `str()` is the Vietnamese sentence, `text` both languages.
    """

    def __init__(self, text: Text | str) -> None:
        self.text = text if isinstance(text, Text) else verbatim(text)
        super().__init__(self.text.vi)


class NotCovered(NoRuleInForce):
    """The office decided that no point rule applies to this kind of person; `basis` is that decision.

    Catch it before NoRuleInForce: the person is not covered, which is no fault of the data.
    """

    def __init__(self, text: Text | str, basis: Basis) -> None:
        super().__init__(text)
        self.basis = basis


@dataclass(frozen=True, slots=True)
class Valued:
    """A number in force on the chosen day, with its passage."""

    name: str
    value: Decimal
    basis: Basis
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An open point of the law as taken for this office: one of its `options`, with its authority."""

    id: str
    options: tuple[str, ...]
    taken: str
    basis: Basis
    meaning: str = ""
    taken_means: str = ""
    """What the option taken means, in Vietnamese."""
    decided: bool = False
    """Whether the office decided it, rather than the default."""

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers of an option that is written as several, such as 90/70/50."""
        return tuple(Decimal(part) for part in self.taken.split("/"))


@dataclass(frozen=True, slots=True)
class Grade:
    """A class: its code (HTXS HTT HT KHT), official name, and the least total that reaches it."""

    code: str
    name: str
    at_least: Decimal
    basis: Basis


@dataclass(frozen=True, slots=True)
class Criterion:
    """A row of the common criteria: `code` "I", "I.1" …; a group's maximum is its children's sum."""

    code: str
    text: str
    maximum: Decimal
    basis: Basis

    @property
    def group(self) -> str | None:
        """The code of the group it belongs to; None for a group itself."""
        head, dot, _ = self.code.partition(".")
        return head if dot else None


@dataclass(frozen=True, slots=True)
class Forced:
    """A case that forces a class whatever the points (NĐ 335 Đ20.4). `event` names the EventKind.

    `unless` are the exemptions that its text knows: "already counted", "former body" …
    """

    event: str
    grade: str
    text: str
    basis: Basis
    leaders_only: bool = False
    unless: tuple[str, ...] = ()

    def applies(self, event: str, exemption: str | None, *, leads: bool) -> bool:
        """Whether something on record about such a person is this case."""
        return (
            self.event == event
            and (leads or not self.leaders_only)
            and (exemption is None or exemption not in self.unless)
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """What a class asks of a person or an organisation beside points, or instead of them.

    `measure` names what is measured; a share is a fraction of 1, a yes is 1 and a no is 0. Exactly
    one bound is set. With `enough` this alone leads to the class (grounds for the lowest);
    without it every condition of the class must hold. `leaders` is None where it is asked of all.
    """

    grade: str
    measure: str
    text: str
    basis: Basis
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    leaders: bool | None = None
    kinds: tuple[str, ...] = ()
    enough: bool = False

    def asked_of(self, kind: str, *, leads: bool) -> bool:
        """Whether this is asked of such a person; no kinds means all."""
        return (not self.kinds or kind in self.kinds) and self.leaders in (None, leads)

    def holds(self, value: Fraction) -> bool:
        """Whether the measured value is within the bound."""
        return not (
            (self.at_least is not None and value < self.at_least)
            or (self.at_most is not None and value > self.at_most)
            or (self.above is not None and value <= self.above)
            or (self.below is not None and value >= self.below)
        )


@dataclass(frozen=True, slots=True)
class NotFound:
    """A part of the text whose wording could not be found: nothing is assumed in its place.

    `grades` are the classes that it leaves open, empty when it is about something else.
    """

    what: str
    basis: Basis
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules that govern one kind of person on one day, the office's decisions applied."""

    id: str
    title: str
    document: str
    method: str
    since: date
    until: date | None
    checked_on: date
    read_as: str
    on: date
    kind: str
    values: Mapping[str, Valued]
    choices: Mapping[str, Choice]
    grades: tuple[Grade, ...]
    """From the highest to the lowest."""
    criteria: tuple[Criterion, ...] = ()
    forced: tuple[Forced, ...] = ()
    passages: Mapping[str, Basis] = field(default_factory=dict)
    """Passages that are not numbers, by name ("not_rated_leave", "handed_over" …)."""
    chosen_by: tuple[Basis, ...] = ()
    """The choice by which this rule set governs this kind of person, when the text does not say so."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What each passage says, in Vietnamese, by the same names as `passages`."""
    or_method: str | None = None
    """The method used instead of `method` where the submission holds what that one needs."""
    conditions: tuple[Condition, ...] = ()
    not_found: tuple[NotFound, ...] = ()

    def value(self, name: str) -> Valued:
        """The number called `name`; KeyError is a fault of the program, not of the data."""
        return self.values[name]

    def choice(self, name: str) -> Choice:
        """The choice called `name`, as taken."""
        return self.choices[name]

    def passage(self, name: str) -> Basis:
        """The passage called `name`."""
        return self.passages[name]

    def grade_for(self, total: Fraction) -> Grade:
        """The class whose band holds the exact, unrounded total."""
        return next((grade for grade in self.grades if total >= grade.at_least), self.grades[-1])

    def grade(self, code: str) -> Grade:
        """The class with this code."""
        return next(grade for grade in self.grades if grade.code == code)


RulesOf = Callable[[str], RuleSet]
"""Kind of person → the rule set in force for them in the period at hand; raises NoRuleInForce."""
