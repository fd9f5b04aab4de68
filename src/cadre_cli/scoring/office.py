"""Everyone of one office in one period, those led before those who lead them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from cadre_cli.domain.events import Event
from cadre_cli.domain.marks import CommonMarks, LeaderParts, Mark
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Classification, NotRated, Reason, Score
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.values import Mention
from cadre_cli.domain.villages import VillageTask
from cadre_cli.rules.schema import NoRuleInForce, NotCovered, RulesOf
from cadre_cli.scoring.hierarchy import from_below, led_by
from cadre_cli.scoring.method import Evidence, Methods, method_for
from cadre_cli.scoring.methods import METHODS

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Files:
    """What is on record about each officer, by id; a name that fits several stands with each."""

    tasks: Mapping[str, tuple[Task, ...]]
    common: Mapping[str, tuple[CommonMarks, ...]]
    leader_parts: Mapping[str, tuple[LeaderParts, ...]]
    events: Mapping[str, tuple[Event, ...]]
    stated: Mapping[str, tuple[Stated, ...]]
    village_tasks: Mapping[str, tuple[VillageTask, ...]]

    @classmethod
    def of(cls, submission: Submission) -> _Files:
        """The submission sorted by person."""
        return cls(
            _by_person((task, task.owners) for task in submission.tasks),
            _by_person((marks, (marks.who,)) for marks in submission.common if _sure(marks.who)),
            _by_person((each, (each.who,)) for each in submission.leader_parts if _sure(each.who)),
            _by_person((event, (event.who,)) for event in submission.events),
            _by_person((each, (each.who,)) for each in submission.stated if _sure(each.who)),
            _by_person((each, each.who) for each in submission.villages.tasks),
        )

    def evidence(
        self, officer: Officer, submission: Submission, led: tuple[Classification, ...]
    ) -> Evidence:
        """All that bears on one person's score."""
        return Evidence(
            officer,
            submission.period,
            self.tasks.get(officer.id, ()),
            _one_common(self.common.get(officer.id, ())),
            _one_leader_parts(self.leader_parts.get(officer.id, ())),
            self.events.get(officer.id, ()),
            led,
            _one_stated(self.stated.get(officer.id, ())),
            submission.unread_of("tasks"),
            self.village_tasks.get(officer.id, ()),
        )


def assess(
    submission: Submission, rules_of: RulesOf, methods: Methods = METHODS
) -> tuple[Classification, ...]:
    """Everyone's result, in the order of the roster."""
    rules_for = cache(rules_of)
    files = _Files.of(submission)
    results: dict[str, Classification] = {}
    for officer in from_below(submission.officers):
        led = tuple(results[each.id] for each in led_by(officer, submission.officers))
        evidence = files.evidence(officer, submission, led)
        try:
            rules = rules_for(officer.kind.value)
        except NotCovered as decided:
            reason = Reason(decided.text, (decided.basis,))
            results[officer.id] = _without_rules(evidence, NotRated.NOT_COVERED, reason)
        except NoRuleInForce as gap:
            results[officer.id] = _without_rules(evidence, NotRated.NO_RULE, Reason(gap.text))
        else:
            method = method_for(rules, evidence, methods)
            results[officer.id] = method.classify(method.score(evidence, rules), evidence, rules)
    return tuple(results[officer.id] for officer in submission.officers)


def _without_rules(evidence: Evidence, why: NotRated, reason: Reason) -> Classification:
    score = Score(evidence.officer, evidence.period, "", None)
    return Classification(score, None, None, why, (reason,), evidence.stated)


def _sure(who: Mention) -> bool:
    return who.officer is not None


def _by_person(found: Iterable[tuple[_T, tuple[Mention, ...]]]) -> Mapping[str, tuple[_T, ...]]:
    index: dict[str, list[_T]] = defaultdict(list)
    for record, mentions in found:
        meant = [(*mention.officers, *mention.possible) for mention in mentions]
        for person in dict.fromkeys(each for several in meant for each in several):
            index[person].append(record)
    return {person: tuple(records) for person, records in index.items()}


def _one_common(found: tuple[CommonMarks, ...]) -> CommonMarks | None:
    """Marks of one person from several sheets (the self-score in one, the superior's in another).

    A summary of results repeats what was given elsewhere, often rounded: it counts only where no
    other sheet holds a superior's mark.
    """
    if not found:
        return None
    first_hand = tuple(each for each in found if not each.from_summary)
    counted = first_hand if any(_marked_by_superior(each) for each in first_hand) else found
    beside = tuple(each for each in first_hand if each.adjustments) or found
    return replace(
        counted[0],
        marks=tuple(mark for each in counted for mark in each.marks),
        passed_over=counted[0].passed_over if len(counted) == 1 else None,
        table=_one_table(found),
        adjustments=tuple(mark for each in beside for mark in each.adjustments),
    )


def _one_table(found: tuple[CommonMarks, ...]) -> tuple[Mark, ...]:
    """The office's own table; the one that a superior filled where there are several."""
    tables = [each.table for each in found if each.table]
    filled = [
        table for table in tables if any(m.scorer > 0 and m.points is not None for m in table)
    ]
    return next(iter(filled or tables), ())


def _marked_by_superior(found: CommonMarks) -> bool:
    return any(mark.scorer > 0 and mark.points is not None for mark in found.marks)


def _one_leader_parts(found: tuple[LeaderParts, ...]) -> LeaderParts | None:
    """The sheet that states the most parts; sheets of one period do not state them twice."""
    return max(
        found, key=lambda each: sum(x is not None for x in (each.d, each.dd, each.e)), default=None
    )


def _one_stated(found: tuple[Stated, ...]) -> Stated | None:
    """The sheet that states the most of total and class."""
    return max(
        found, key=lambda each: (each.total is not None) + (each.grade is not None), default=None
    )
