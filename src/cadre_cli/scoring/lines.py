"""What one line of work contributes: assigned, done, of quality, on schedule, in standard units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Missing
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.rules.schema import RuleSet, Valued
from cadre_cli.scoring.deductions import Cause, Times, deducted
from cadre_cli.scoring.steps import chosen, constant, given, product, ratio

Read = Step | Missing
"""A number from a cell, or what is lacking and where it belongs."""

_ASSIGNED = Text("Số lượng được giao", "Assigned quantity")
_FINISHED = Text("Số lượng đã hoàn thành", "Finished quantity")
_COEFFICIENT = Text("Hệ số quy đổi", "Conversion coefficient")
_ONE_EACH = Text(
    "bảng không có cột số lượng: mỗi dòng tính 1 sản phẩm",
    "the sheet has no quantity column: one product a line",
)
_POINTS = Text("Điểm trong danh mục", "Points in the catalogue")
_STANDARD_POINTS = Text("Điểm của sản phẩm chuẩn", "Points of the standard product")
_FROM_CATALOGUE = Text("theo danh mục của cơ quan", "from the office's catalogue")
_BY_DATE = Text(
    "không ghi số lượng nhưng có ngày hoàn thành: tính đủ số được giao",
    "no quantity but a finishing date: all that was assigned",
)
_BY_SHARE = Text(
    "tỷ lệ hoàn thành × số lượng được giao", "the share finished × the assigned quantity"
)
_NOT_DONE = Text(
    "không ghi số lượng, không có ngày hoàn thành: chưa hoàn thành",
    "neither a quantity nor a finishing date: not done",
)
_CATEGORY_PASSAGES = {
    Category.UNPLANNED: "unplanned",
    Category.TAKEN_OVER: "taken_over",
    Category.HANDED_OVER: "handed_over",
}
_CATEGORY_NOTES = {
    Category.UNPLANNED: Text(
        "việc đột xuất: chỉ tính vào số hoàn thành", "unplanned: counts only as done"
    ),
    Category.TAKEN_OVER: Text(
        "việc nhận thay: chỉ tính vào số hoàn thành", "taken over: counts only as done"
    ),
    Category.HANDED_OVER: Text(
        "việc đã chuyển giao: vẫn tính vào số được giao", "handed over: stays among the assigned"
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One task in standard units; a part is None when it does not count or cannot be known.

    `quality` and `progress` are what is left of `done` after deductions (NĐ 335 Đ14.2b, c).
    """

    task: Task
    assigned: Step | None = None
    done: Step | None = None
    quality: Step | None = None
    progress: Step | None = None
    missing: tuple[Missing, ...] = ()


def task_name(task: Task) -> str:
    """The task as its row names it, short enough for one line of an explanation."""
    content = " ".join((task.content or task.product or task.code or "").split())
    words = ". ".join(part for part in (task.number, content) if part)
    if not words:
        return str(task.at.first)
    return words if len(words) <= 90 else f"{words[:89].rstrip()}…"


def line(task: Task, rules: RuleSet) -> Line:
    """What the task contributes under the rules."""
    name = task_name(task)
    if task.category is Category.UNKNOWN:
        return Line(task, missing=(_unknown_category(task, name),))
    factor, quantity = _coefficient(task, name, rules), _assigned(task, name)
    missing = [factor] if isinstance(factor, Missing) else []
    assigned = None
    if task.category.in_denominator:
        if isinstance(quantity, Missing):
            missing.append(quantity)
        elif not isinstance(factor, Missing):
            assigned = _converted(
                Text(f"Được giao: {name}", f"Assigned: {name}"), quantity, factor, task, rules
            )
    if not task.category.in_numerator:
        return Line(task, assigned, missing=tuple(missing))
    finished = not_evaluated(task, name) or _finished(task, name, quantity, rules)
    if isinstance(finished, Missing):
        return Line(task, assigned, missing=tuple(dict.fromkeys((*missing, finished))))
    if isinstance(factor, Missing):
        return Line(task, assigned, missing=tuple(missing))
    done = _converted(Text(f"Hoàn thành: {name}", f"Done: {name}"), finished, factor, task, rules)
    if done.value == 0:  # nothing to take from: marks and dates cannot matter
        return Line(task, assigned, done, done, done, tuple(missing))
    cause = _objective_cause(task)
    failures = _failures(task, name, rules)
    latenesses = _latenesses(task, name, rules)
    missing += [times for times in (failures, latenesses) if isinstance(times, Missing)]
    return Line(
        task,
        assigned,
        done,
        None if isinstance(failures, Missing) else deducted(name, done, failures, cause, rules),
        None if isinstance(latenesses, Missing) else deducted(name, done, latenesses, cause, rules),
        tuple(missing),
    )


def _unknown_category(task: Task, name: str) -> Missing:
    vi = f"chưa rõ “{name}” ở trong hay ngoài kế hoạch"
    en = f"whether “{name}” is planned or outside the plan is not clear"
    return Missing(Text(vi, en), task.cell("category"))


def _converted(label: Text, quantity: Step, factor: Step, task: Task, rules: RuleSet) -> Step:
    passage = _CATEGORY_PASSAGES.get(task.category)
    basis: tuple[Basis, ...] = () if passage is None else (rules.passage(passage),)
    return product(label, quantity, factor, basis=basis, note=_CATEGORY_NOTES.get(task.category))


def _coefficient(task: Task, name: str, rules: RuleSet) -> Read:
    """The row's own coefficient, else the catalogue's, else its points ÷ the standard product's."""
    at = task.at.cell("coefficient", "code")
    where = task.catalogue_at or at
    if task.coefficient is not None:
        read = _number(_COEFFICIENT, task.coefficient, at, name)
    elif task.catalogue_coefficient is not None:
        read = _number(_COEFFICIENT, task.catalogue_coefficient, where, name, _FROM_CATALOGUE)
    elif task.catalogue_points is not None:
        points = given(_POINTS, task.catalogue_points, where, note=_FROM_CATALOGUE)
        read = ratio(_COEFFICIENT, points, _standard_points(task, rules))
    else:
        read = _number(_COEFFICIENT, None, at, name)
    if isinstance(read, Step) and read.value <= 0:
        return _lacking(_COEFFICIENT, name, at, Text("phải lớn hơn 0", "must be above 0"))
    return read


def _standard_points(task: Task, rules: RuleSet) -> Step:
    """As the office decided, else as its catalogue says, else the choice's default."""
    choice = rules.choice("catalogue_divisor")
    if task.standard_points is not None and task.standard_at is not None and not choice.decided:
        return given(_STANDARD_POINTS, task.standard_points, task.standard_at, note=_FROM_CATALOGUE)
    return constant(Valued(choice.id, Decimal(choice.taken), choice.basis), _STANDARD_POINTS)


def _assigned(task: Task, name: str) -> Read:
    at = task.at.cell("assigned")
    if task.assigned is None and task.assumed_one:
        return given(_ASSIGNED, 1, task.at.first, note=_ONE_EACH)
    return _number(_ASSIGNED, task.assigned, at, name, _ONE_EACH if task.assumed_one else None)


def not_evaluated(task: Task, name: str) -> Missing | None:
    """C03 when the sheet has a place for an evaluator and nobody stands in it (contract 9.5)."""
    if task.evaluator is None and task.has("evaluator"):
        return Missing(
            Text(f"“{name}” chưa được đánh giá", f"“{name}” has not been evaluated"),
            task.cell("evaluator"),
        )
    return None


def _finished(task: Task, name: str, quantity: Read, rules: RuleSet) -> Read:
    """The finished quantity, or what the finishing date says in its place (contract 9.5)."""
    at = task.cell("finished", "finished_share", "finished_on")
    if task.finished is not None:
        note = None if task.finished_share is None else _BY_SHARE
        return _number(_FINISHED, task.finished, at, name, note)
    if task.finished_on is UNKNOWN:
        return _lacking(
            Text("Ngày hoàn thành", "Finishing date"), name, task.cell("finished_on"), _UNREADABLE
        )
    if task.finished_on is not None:
        if isinstance(quantity, Missing):
            return quantity
        return chosen(_FINISHED, quantity, note=_BY_DATE)
    if any(map(task.has, ("finished", "finished_share", "finished_on"))):
        basis = (rules.choice("unfinished_at_period_end").basis,)
        return given(_FINISHED, 0, at, basis=basis, note=_NOT_DONE)
    return Missing(
        Text(f"“{name}” chưa có kết quả thực hiện", f"“{name}” has no result yet"), task.at.first
    )


_UNREADABLE = Text("không đọc được", "cannot be read")
_NEGATIVE = Text("không thể nhỏ hơn 0", "cannot be below 0")


def _number(label: Text, value: Number, at: CellRef, name: str, note: Text | None = None) -> Read:
    match value:
        case Decimal():
            if value < 0:
                return _lacking(label, name, at, _NEGATIVE)
            return given(label, value, at, note=note)
        case None:
            return _lacking(label, name, at, Text("chưa ghi", "not given"))
        case _:
            return _lacking(label, name, at, _UNREADABLE)


def _lacking(label: Text, name: str, at: CellRef, why: Text) -> Missing:
    return Missing(
        Text(f"{label.vi} của “{name}” {why.vi}", f"{label.en} of “{name}”: {why.en}"), at
    )


def _failures(task: Task, name: str, rules: RuleSet) -> Times | Missing:
    """How often the content was found below quality: the number, else the mark.

    A blank number is 0 (contract 9.5), but never beside a mark that says otherwise.
    """
    what = Text("Số lần chưa đạt", "Failed assessments")
    if task.failures is not None:
        return _counted(task, "failures", "deduction_per_failure", "part_b", what, name)
    at = task.cell("quality_met", "failed")
    if task.quality_met is UNKNOWN:
        return _lacking(Text("Kết quả chất lượng", "Quality mark"), name, at, _UNREADABLE)
    if task.quality_met is not False:
        return Times(None, "deduction_per_failure", "part_b")
    choice = rules.choice("quality_mark_failed")
    note = Text("ghi Chưa đạt, không có số lần", "marked as failed, no number of times")
    once = given(what, 1, at, basis=(choice.basis,), note=note)
    return Times(once, "deduction_per_failure", "part_b", all_of_it=choice.taken == "zero")


def _latenesses(task: Task, name: str, rules: RuleSet) -> Times | Missing:
    """How often it was late: the number, else the mark, else (without a column for it) the dates."""
    what = Text("Số lần chậm", "Latenesses")
    if task.latenesses is not None:
        return _counted(task, "latenesses", "deduction_per_lateness", "part_c", what, name)
    if task.on_time is UNKNOWN:
        at = task.cell("on_time", "late", "days_late")
        return _lacking(Text("Kết quả tiến độ", "Progress mark"), name, at, _UNREADABLE)
    if task.on_time is False:
        note = Text("ghi Chậm, không có số lần", "marked as late, no number of times")
        once = given(
            what,
            1,
            task.cell("on_time", "late", "days_late"),
            basis=(rules.passage("part_c"),),
            note=note,
        )
        return Times(once, "deduction_per_lateness", "part_c")
    if task.on_time is None and not task.has("latenesses"):
        days = (task.finished_on, task.deadline)
        if UNKNOWN in days and None not in days:
            at = task.cell("finished_on" if task.finished_on is UNKNOWN else "deadline")
            return _lacking(Text("Tiến độ", "Progress"), name, at, _UNREADABLE)
        if _finished_late(task):
            return _late_by_dates(task, what, rules)
    return Times(None, "deduction_per_lateness", "part_c")


def _finished_late(task: Task) -> bool:
    return (
        isinstance(task.finished_on, date)
        and isinstance(task.deadline, date)
        and task.finished_on > task.deadline
    )


def _late_by_dates(task: Task, what: Text, rules: RuleSet) -> Times:
    choice = rules.choice("lateness_from_dates")
    dates = (shown(task.finished_on), shown(task.deadline))
    note = Text(f"xong ngày {dates[0]}, hạn {dates[1]}", f"finished {dates[0]}, due {dates[1]}")
    count = 1 if choice.taken == "one" else 0
    times = given(what, count, task.cell("finished_on"), basis=(choice.basis,), note=note)
    return Times(times, "deduction_per_lateness", "part_c")


def _counted(
    task: Task, field: str, deduction: str, passage: str, what: Text, name: str
) -> Times | Missing:
    value: Number = getattr(task, field)
    at = task.cell(field)
    read = _number(what, value, at, name)
    if isinstance(read, Missing):
        return read
    if read.value.denominator != 1:
        return _lacking(what, name, at, Text("phải là số nguyên", "must be a whole number"))
    return Times(read if read.value else None, deduction, passage)


def _objective_cause(task: Task) -> Cause | None:
    """The objective cause of the row; it lifts deductions only when confirmed (contract 9.6)."""
    return Cause.of(task.objective_cause, task.confirmed_by) if task.objective_cause else None
