"""What a method of assessment is: a formula shape that scores and classifies one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cadre_cli.domain.events import Event
from cadre_cli.domain.marks import CommonMarks, LeaderParts
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Score
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.villages import VillageTask
from cadre_cli.rules.schema import RuleSet


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything on record that bears on one person's score in one period.

    `led` are the results of those the person leads (NĐ 335 Đ15.3a), empty for people without a
    leading post; they were computed first.
    """

    officer: Officer
    period: Period
    tasks: tuple[Task, ...] = ()
    common: CommonMarks | None = None
    leader_parts: LeaderParts | None = None
    events: tuple[Event, ...] = ()
    led: tuple[Classification, ...] = ()
    stated: Stated | None = None
    unread_tasks: tuple[CellRef, ...] = ()
    """Sheets of tasks that could not be read: this person may have work there."""
    village_tasks: tuple[VillageTask, ...] = ()
    """Points given in the villages, which count or not by the choice `village_points`."""


@dataclass(frozen=True, slots=True)
class Method:
    """A formula shape: `score` builds the tree of steps, `classify` the class with its reasons."""

    name: str
    score: Callable[[Evidence, RuleSet], Score]
    classify: Callable[[Score, Evidence, RuleSet], Classification]
    fits: Callable[[Evidence, RuleSet], bool] = lambda _evidence, _rules: True
    """Whether the evidence holds what it needs, for rules that name two methods."""


Methods = Mapping[str, Method]


def method_for(rules: RuleSet, evidence: Evidence, methods: Methods) -> Method:
    """The method of the rules; their second one where the evidence holds what that one needs."""
    other = methods[rules.or_method] if rules.or_method is not None else None
    if other is not None and other.fits(evidence, rules):
        return other
    return methods[rules.method]
