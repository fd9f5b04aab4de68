"""The office's own table of people × criteria worth 100 points, taken as it is.

Total = Σ points of the highest superior who scored + bonus − penalty, held in 0…100.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from cadre_cli.domain.marks import Mark
from cadre_cli.domain.results import Missing, Score
from cadre_cli.domain.texts import Text, shown, verbatim
from cadre_cli.domain.trace import Step
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.classes import classify, whole_leave
from cadre_cli.scoring.local_points import adjusted, held_total, rests_on
from cadre_cli.scoring.method import Evidence, Method
from cadre_cli.scoring.ownership import uncertain_events
from cadre_cli.scoring.steps import given

_SELF = 0


def fits(evidence: Evidence, rules: RuleSet) -> bool:
    """Whether the office kept such a table: the stated maxima of one scorer make up the scale."""
    if evidence.common is None:
        return False
    table = evidence.common.table
    scale = rules.value("scale").value
    return any(
        sum((m.maximum or Decimal(0) for m in table if m.scorer == scorer), Decimal(0)) == scale
        for scorer in {mark.scorer for mark in table}
    )


def score(evidence: Evidence, rules: RuleSet) -> Score:
    """One person's score; without a root while a criterion has no points."""
    officer, period = evidence.officer, evidence.period
    if whole_leave(evidence) is not None:
        return Score(officer, period, rules.id, None)
    table = evidence.common.table if evidence.common is not None else ()
    steps, lacking = _criteria(table)
    beside = adjusted(evidence, rules)
    told = (*lacking, *beside.missing, *uncertain_events(evidence, rules))
    missing = tuple(dict.fromkeys(told))
    parts = beside.parts()
    root = None
    if not missing:
        root = held_total(steps, beside, rules, basis=rests_on(rules, "table"))
        parts["total"] = root
    return Score(officer, period, rules.id, root, parts, missing)


def _criteria(table: Sequence[Mark]) -> tuple[list[Step], list[Missing]]:
    """The marks of the highest superior who gave any; a self-score alone never counts."""
    scorers = {mark.scorer for mark in table if mark.points is not None}
    highest = max(scorers, default=None)
    if highest is None or highest == _SELF:
        blank = next((m.at for m in table if m.scorer != _SELF), table[0].at if table else None)
        what = Text(
            "bảng tiêu chí chưa có điểm của cấp trên", "no superior has scored the criteria"
        )
        return [], [Missing(what, blank)]
    read = [_points(mark) for mark in table if mark.scorer == highest]
    return (
        [each for each in read if isinstance(each, Step)],
        [each for each in read if isinstance(each, Missing)],
    )


def _points(mark: Mark) -> Step | Missing:
    match mark.points:
        case Decimal() as points if points < 0 or points > (mark.maximum or points):
            why = Text(
                f"có điểm {shown(points)}, ngoài mức 0–{shown(mark.maximum)}",
                f"has {shown(points, 'en')} points, outside 0–{shown(mark.maximum, 'en')}",
            )
        case Decimal() as points:
            return given(verbatim(mark.criterion), points, mark.at)
        case None:
            why = Text("chưa có điểm", "has no points")
        case _:
            why = Text(
                "có điểm không đọc được hoặc ngoài thang điểm",
                "has points that cannot be read or are out of range",
            )
    return Missing(Text(f"“{mark.criterion}” {why.vi}", f"“{mark.criterion}” {why.en}"), mark.at)


METHOD = Method("criteria_table", score, classify, fits)
