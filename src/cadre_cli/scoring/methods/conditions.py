"""Classes by conditions instead of points (NĐ 90/2020), as far as the workbooks of the year show them.

There is no total. What the tasks show are shares of one person's own work; what the text asks of
units, of effect or of work beyond what was required stands in no workbook and is named as unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.results import Classification, NotRated, Reason, Score
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.classes import (
    changes_of,
    not_here,
    own_events,
    unsettled,
    whole_leave,
)
from cadre_cli.scoring.method import Evidence, Method
from cadre_cli.scoring.ownership import uncertain_events, unclear_owner
from cadre_cli.scoring.year_conditions import YearFacts, year_class


def score(evidence: Evidence, rules: RuleSet) -> Score:
    """No points; only what keeps a class from being told at all is named as missing."""
    unclear = [each for task in evidence.tasks for each in unclear_owner(task, evidence, rules)]
    missing = tuple(dict.fromkeys((*unclear, *uncertain_events(evidence, rules))))
    return Score(evidence.officer, evidence.period, rules.id, None, missing=missing)


def classify(score: Score, evidence: Evidence, rules: RuleSet) -> Classification:
    """The year's class by conditions, or what is not known of it."""
    officer, stated = evidence.officer, evidence.stated
    if officer.doubt is not None:
        return unsettled(score, evidence, officer.doubt)
    if officer.rated_above:
        text = Text("do cấp trên trực tiếp đánh giá, xếp loại", "rated by the level above")
        reason = Reason(text, at=officer.at.cell("name"))
        return Classification(score, None, None, NotRated.RATED_ABOVE, (reason,), stated)
    leave = whole_leave(evidence)
    if leave is not None:
        words = Text(f"nghỉ cả kỳ: {leave.words}", f"on leave throughout: {leave.words}")
        away = Reason(words, (rules.passage("leave"),), leave.at)
        return Classification(score, None, None, NotRated.ON_LEAVE, (away,), stated)
    gone = None if evidence.tasks else not_here(evidence)
    if gone is not None:
        return Classification(score, None, None, NotRated.NOT_HERE, (gone,), stated)
    if score.missing:
        lacking = tuple(Reason(each.what, at=each.at) for each in score.missing)
        return Classification(score, None, None, NotRated.INCOMPLETE, lacking, stated)
    events = tuple(e for e in own_events(evidence) if _in_year(e.first_day, evidence))
    facts = YearFacts(
        leads=officer.post.leads,
        maternity=any(event.kind is EventKind.MATERNITY for event in events),
        events=events,
        measures=measures_of(evidence.tasks),
    )
    found = year_class(facts, rules)
    reasons = (*found.reasons, *changes_of(evidence, rules))
    return Classification(score, None, found.grade, found.not_rated, reasons, stated)


def _in_year(day: object, evidence: Evidence) -> bool:
    return not isinstance(day, date) or day in evidence.period


@dataclass(frozen=True, slots=True)
class _Done:
    """What one task shows; `good` and `late` are about work that was done."""

    done: bool
    late: bool = False
    poor: bool = False


def measures_of(tasks: Iterable[Task]) -> dict[str, Fraction]:
    """Shares of a person's tasks; none at all while a single task leaves its result open.

    How work not done bears on "late or of low quality" is nowhere said: that share is only known
    when everything was done.
    """
    counted = [task for task in tasks if task.category.in_denominator]
    shown = [each for each in map(_shown, counted) if each is not None]
    if not counted or len(shown) < len(counted):
        return {}
    done = [each for each in shown if each.done]
    every = len(counted)
    measures = {
        "tasks_done": Fraction(len(done), every),
        "tasks_on_time_good": Fraction(sum(not (d.late or d.poor) for d in done), every),
    }
    if len(done) == every:
        measures["tasks_late"] = Fraction(sum(d.late for d in done), every)
        measures["tasks_late_or_poor"] = Fraction(sum(d.late or d.poor for d in done), every)
    return measures


def _shown(task: Task) -> _Done | None:
    if task.category is Category.HANDED_OVER:
        return _Done(done=False)
    if task.category is Category.UNKNOWN:
        return None
    unreadable = UNKNOWN in (task.finished, task.finished_on, task.failures, task.latenesses)
    marks = (task.quality_met, task.on_time)
    if unreadable or any(mark is UNKNOWN for mark in marks):
        return None
    if task.has("evaluator") and task.evaluator is None:
        return None
    if not any(map(task.has, ("finished", "finished_share", "finished_on"))):
        return None
    return _Done(_is_done(task), _is_late(task), bool(task.failures) or task.quality_met is False)


def _is_done(task: Task) -> bool:
    if isinstance(task.finished, Decimal):
        assigned = task.assigned if isinstance(task.assigned, Decimal) else Decimal(1)
        return task.finished >= assigned
    return isinstance(task.finished_on, date)


def _is_late(task: Task) -> bool:
    if task.latenesses is not None:
        return bool(task.latenesses)
    if task.on_time is not None:
        return task.on_time is False
    days = (task.finished_on, task.deadline)
    return all(isinstance(day, date) for day in days) and days[0] > days[1]  # type: ignore[operator]  # both are days here


METHOD = Method("conditions", score, classify)
