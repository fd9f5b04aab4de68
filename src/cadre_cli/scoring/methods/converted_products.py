"""Products converted to a standard unit (NĐ 335 Đ14–17): total = common criteria + result × 70.

Per line of work: k its coefficient, q the quantity assigned, n the quantity finished.
a = Σ k·n ÷ Σ k·q; b and c the same with what failed assessments and latenesses take from Σ k·n.
Result = (a + b + c) ÷ 3, of leaders (a + b + c + d + đ + e) ÷ 6, worth at most 70 points.
Unplanned work and work taken over count above the line only, work handed over below it only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.results import Classification, Missing, Score
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Step
from cadre_cli.rules.schema import RuleSet, Valued
from cadre_cli.scoring.classes import classify, whole_leave
from cadre_cli.scoring.common_criteria import common_points
from cadre_cli.scoring.doubtful_quantities import doubtful_quantities
from cadre_cli.scoring.leading import leader_parts
from cadre_cli.scoring.lines import Line, line
from cadre_cli.scoring.method import Evidence, Method
from cadre_cli.scoring.ownership import uncertain_events, unclear_owner, unread_tasks
from cadre_cli.scoring.steps import capped, constant, product, ratio, total

_PARTS = {
    "a": Text("Số lượng (a)", "Quantity (a)"),
    "b": Text("Chất lượng (b)", "Quality (b)"),
    "c": Text("Tiến độ (c)", "Progress (c)"),
}
_NUMERATORS = {
    "a": Text("Số lượng quy đổi đã hoàn thành", "Finished, converted"),
    "b": Text("Số lượng quy đổi hoàn thành đạt chất lượng", "Finished with quality, converted"),
    "c": Text("Số lượng quy đổi hoàn thành đúng tiến độ", "Finished on schedule, converted"),
}
_ASSIGNED = Text("Số lượng quy đổi được giao", "Assigned, converted")
_WHOLE = Text("Giữ không quá 100 %", "Held at 100 %")
_TOTAL = Text("Tổng điểm", "Total")
_RESULT = Text("Kết quả thực hiện nhiệm vụ", "Result of the tasks")
_SUM = Text("Tổng các thành phần", "Sum of the parts")
_POINTS = Text("Điểm kết quả thực hiện nhiệm vụ", "Points for the result of the tasks")
_TIMES_FULL = Text("Kết quả × điểm tối đa", "Result × full points")


@dataclass(frozen=True, slots=True)
class _Work:
    """The parts a, b, c as far as they can be computed, and what the lines lack."""

    parts: Mapping[str, Step]
    missing: tuple[Missing, ...]
    nothing_assigned: bool


def score(evidence: Evidence, rules: RuleSet) -> Score:
    """One person's score; without a root when data is missing or nothing was assigned."""
    officer, period = evidence.officer, evidence.period
    if whole_leave(evidence) is not None:
        return Score(officer, period, rules.id, None)
    place = officer.at.cell("name")
    common = common_points(evidence.common, place, rules)
    work = _work(evidence, rules)
    parts: dict[str, Step] = {} if common.step is None else {"common": common.step}
    parts |= work.parts
    missing = [*common.missing, *work.missing, *uncertain_events(evidence, rules)]
    if officer.post.leads:
        for part, key in zip(leader_parts(evidence, rules), ("d", "dd", "e"), strict=True):
            if isinstance(part, Missing):
                missing.append(part)
            else:
                parts[key] = part
    parts |= _result(parts, officer.post.leads, rules)
    if common.step is not None and "points" in parts:
        basis = (rules.passage("total"), *rules.chosen_by)
        parts["total"] = total(_TOTAL, (common.step, parts["points"]), basis=basis, key="total")
    root = None if missing or work.nothing_assigned else parts.get("total")
    if root is None:
        parts.pop("total", None)
    told = tuple(dict.fromkeys(missing))
    return Score(officer, period, rules.id, root, parts, told, work.nothing_assigned)


def _work(evidence: Evidence, rules: RuleSet) -> _Work:
    unclear = [
        lacking for task in evidence.tasks for lacking in unclear_owner(task, evidence, rules)
    ]
    lines = [line(task, rules) for task in evidence.tasks]
    missing = unclear + [lacking for each in lines for lacking in each.missing]
    below = [each for each in lines if each.task.category.in_denominator]
    if unclear or any(each.assigned is None for each in below):
        return _Work({}, tuple(missing), nothing_assigned=False)
    assigned = total(
        _ASSIGNED,
        [each.assigned for each in below if each.assigned is not None],
        basis=(rules.passage("conversion"),),
    )
    if assigned.value == 0:
        missing += unread_tasks(evidence)
        return _Work({}, tuple(missing), nothing_assigned=not missing)
    above = [each for each in lines if each.task.category.in_numerator]
    parts: dict[str, Step] = {}
    for key in _PARTS:
        known = [step for step in (_credit(each, key) for each in above) if step is not None]
        if len(known) == len(above):
            parts[key] = _part(key, known, assigned, rules)
    return _Work(parts, tuple(missing), nothing_assigned=False)


def _credit(each: Line, key: str) -> Step | None:
    return {"a": each.done, "b": each.quality, "c": each.progress}[key]


def _part(key: str, credited: Sequence[Step], assigned: Step, rules: RuleSet) -> Step:
    """One of a, b, c. Above 100 % it shows the choice that allows or forbids it."""
    passage = rules.passage(f"part_{key}")
    counted = total(_NUMERATORS[key], credited)
    ceiling = rules.choice("part_ceiling")
    if counted.value <= assigned.value:
        return ratio(_PARTS[key], counted, assigned, basis=(passage,), key=key)
    if ceiling.taken != "each":
        return ratio(_PARTS[key], counted, assigned, basis=(passage, ceiling.basis), key=key)
    share = ratio(_PARTS[key], counted, assigned, basis=(passage,))
    whole = constant(Valued("whole", Decimal(1), ceiling.basis), _WHOLE)
    return capped(_PARTS[key], share, whole, key=key)


def _result(parts: Mapping[str, Step], leads: bool, rules: RuleSet) -> dict[str, Step]:
    """The result as a fraction and in points, when all its parts are there."""
    keys = ("a", "b", "c", "d", "dd", "e") if leads else ("a", "b", "c")
    if not all(key in parts for key in keys):
        return {}
    passage = rules.passage("result_leader" if leads else "result_staff")
    count = constant(rules.value("parts_leader" if leads else "parts_staff"))
    every = total(_SUM, [parts[key] for key in keys])
    result = ratio(_RESULT, every, count, basis=(passage,), key="result")
    full = constant(rules.value("result_full"))
    points = capped(
        _POINTS,
        product(_TIMES_FULL, result, full, basis=(rules.passage("total"),)),
        full,
        basis=(rules.passage("result_ceiling"),),
        key="points",
    )
    return {"result": result, "points": points}


def _classify(score: Score, evidence: Evidence, rules: RuleSet) -> Classification:
    """The class; beside one that looks final, the quantities to be looked at."""
    found = classify(score, evidence, rules)
    if found.grade is None:
        return found
    return replace(found, reasons=(*found.reasons, *doubtful_quantities(evidence, rules)))


METHOD = Method("converted_products", score, _classify)
