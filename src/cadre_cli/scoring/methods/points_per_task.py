"""Points per task, an office's own monthly scale: common criteria + share of points × full points.

Share = Σ points given ÷ Σ maximum points over all the person's tasks; the result is that share of
the points the office keeps for tasks. Bonus is added, penalty taken off, the total held in 0…100.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.results import Missing, Score
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Step
from cadre_cli.domain.values import Number
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.classes import classify, whole_leave
from cadre_cli.scoring.common_criteria import common_points
from cadre_cli.scoring.lines import not_evaluated, task_name
from cadre_cli.scoring.local_points import adjusted, held_total, rests_on
from cadre_cli.scoring.method import Evidence, Method
from cadre_cli.scoring.ownership import uncertain_events, unclear_owner, unread_tasks
from cadre_cli.scoring.steps import constant, given, product, ratio, total
from cadre_cli.scoring.village_work import village_work

_GIVEN = Text("Điểm được chấm", "Points given")
_MOST = Text("Điểm tối đa", "Maximum points")
_SUM_GIVEN = Text("Tổng điểm được chấm", "Sum of the points given")
_SUM_MOST = Text("Tổng điểm tối đa", "Sum of the maximum points")
_RESULT = Text("Kết quả thực hiện nhiệm vụ", "Result of the tasks")
_POINTS = Text("Điểm kết quả thực hiện nhiệm vụ", "Points for the result of the tasks")
_PASSED_ON = Text(
    "việc đã chuyển giao: không được chấm, vẫn tính điểm tối đa",
    "handed over: no points given, its maximum still counts",
)


@dataclass(frozen=True, slots=True)
class _Work:
    parts: dict[str, Step]
    missing: tuple[Missing, ...] = ()
    nothing_assigned: bool = False


def score(evidence: Evidence, rules: RuleSet) -> Score:
    """One person's score; without a root when data is missing or nothing was assigned."""
    officer, period = evidence.officer, evidence.period
    if whole_leave(evidence) is not None:
        return Score(officer, period, rules.id, None)
    common = common_points(evidence.common, officer.at.cell("name"), rules)
    work = _work(evidence, rules)
    beside = adjusted(evidence, rules)
    parts: dict[str, Step] = {} if common.step is None else {"common": common.step}
    parts |= work.parts | beside.parts()
    told = (*common.missing, *work.missing, *beside.missing, *uncertain_events(evidence, rules))
    missing = tuple(dict.fromkeys(told))
    root = None
    if common.step is not None and "points" in parts and not missing:
        root = held_total(
            (common.step, parts["points"]), beside, rules, basis=rests_on(rules, "total")
        )
        parts["total"] = root
    return Score(officer, period, rules.id, root, parts, missing, work.nothing_assigned)


def _work(evidence: Evidence, rules: RuleSet) -> _Work:
    if evidence.tasks and not any(_has_points(task) for task in evidence.tasks):
        return _Work({}, (_no_points(evidence.tasks[0], rules),))
    in_villages, decided = village_work(evidence, rules)
    missing: list[Missing] = []
    points: list[Step] = []
    most: list[Step] = []
    for task in (*evidence.tasks, *in_villages):
        unclear = unclear_owner(task, evidence, rules)
        read = unclear or _task(task, rules)
        if isinstance(read, _Marked):
            points.append(read.points)
            most.append(read.most)
        else:
            missing += read
    if missing:
        return _Work({}, tuple(missing))
    whole = total(_SUM_MOST, most)
    if whole.value == 0:
        unread = unread_tasks(evidence)
        return _Work({}, unread, nothing_assigned=not unread)
    earned = total(_SUM_GIVEN, points)
    basis = (rules.passage("result"), *decided)
    result = ratio(_RESULT, earned, whole, basis=basis, key="result")
    full = constant(rules.value("result_full"))
    return _Work({"result": result, "points": product(_POINTS, result, full, key="points")})


def _has_points(task: Task) -> bool:
    return task.points is not None or task.has("points")


def _no_points(task: Task, rules: RuleSet) -> Missing:
    """Sheets of another rule: said once, with the choices by which this one applies."""
    taken = ", ".join(f"{b.choice} = {b.option}" for b in rules.chosen_by if b.choice is not None)
    vi = "bảng công việc không có cột điểm chấm và điểm tối đa của từng việc"
    en = "the tasks have no columns for points given and maximum points"
    if taken:
        vi += f"; đang theo {rules.id} vì {taken}, đổi ở mục [decisions] của cadre.toml"
        en += f"; {rules.id} applies by {taken}, to be decided under [decisions] in cadre.toml"
    return Missing(Text(vi, en), task.at.first)


@dataclass(frozen=True, slots=True)
class _Marked:
    points: Step
    most: Step


def _task(task: Task, rules: RuleSet) -> _Marked | tuple[Missing, ...]:
    """The task's points and its maximum, or what is lacking of them."""
    name = task_name(task)
    most = _number(_MOST, name, task, "max_points")
    points: Step | Missing
    if task.category is Category.HANDED_OVER and task.points is None:
        at = task.cell("points", "max_points")
        points = given(
            _named(_GIVEN, name), 0, at, basis=(rules.passage("handed_over"),), note=_PASSED_ON
        )
    else:
        points = not_evaluated(task, name) or _number(_GIVEN, name, task, "points")
    if isinstance(most, Missing) or isinstance(points, Missing):
        return tuple(each for each in (most, points) if isinstance(each, Missing))
    if points.value > most.value:
        said = Text(
            f"“{name}” được chấm {shown(points.value)}, trên mức tối đa {shown(most.value)}",
            f"“{name}” has {shown(points.value, 'en')} points, above {shown(most.value, 'en')}",
        )
        return (Missing(said, points.at),)
    return _Marked(points, most)


def _number(label: Text, name: str, task: Task, field: str) -> Step | Missing:
    value: Number = getattr(task, field)
    at = task.cell(field)
    match value:
        case Decimal() if value >= 0:
            return given(_named(label, name), value, at)
        case Decimal():
            why = Text("không thể nhỏ hơn 0", "cannot be below 0")
        case None:
            why = Text("chưa ghi", "not given")
        case _:
            why = Text("không đọc được", "cannot be read")
    return Missing(
        Text(f"{label.vi} của “{name}” {why.vi}", f"{label.en} of “{name}”: {why.en}"), at
    )


def _named(label: Text, name: str) -> Text:
    return Text(f"{label.vi}: {name}", f"{label.en}: {name}")


METHOD = Method("points_per_task", score, classify)
