"""What failed assessments and latenesses take from a line of work (NĐ 335 Đ14.2b, c)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.rules.schema import RuleSet, Valued
from cadre_cli.scoring.steps import chosen, constant, difference, floored, product


@dataclass(frozen=True, slots=True)
class Times:
    """How often something was found wrong with a line.

    `count` is None when nothing was. `deduction` and `passage` name the number and the passage of
    the rule set. With `all_of_it` the line loses its whole credit (choice `quality_mark_failed`).
    """

    count: Step | None
    deduction: str
    passage: str
    all_of_it: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """An objective cause on record; it lifts deductions only when an authority confirmed it."""

    said: Text
    lifts: bool

    @classmethod
    def of(cls, words: str, confirmed_by: str | None) -> Cause:
        """The cause in its own words, with who confirmed it (None when nobody did)."""
        if confirmed_by is None:
            vi, en = "chưa ghi người xác nhận: vẫn trừ", "not confirmed by anybody: taken off"
        else:
            vi = f"{confirmed_by} xác nhận: không trừ"
            en = f"confirmed by {confirmed_by}: nothing is taken off"
        said = Text(f"nguyên nhân khách quan: {words}; {vi}", f"objective cause: {words}; {en}")
        return cls(said, confirmed_by is not None)


_ZERO_LABEL = Text("Không trừ quá số đã hoàn thành", "No more is taken than was done")


def deducted(name: str, done: Step, times: Times, cause: Cause | None, rules: RuleSet) -> Step:
    """What is left of `done`, which is a quantity × its coefficient."""
    if times.count is None:
        return done
    label = _label(name, times)
    if times.count.value == 0:  # late by the dates, and the office decided that these do not count
        return chosen(label, done, times.count)
    if cause is not None and cause.lifts:
        basis = (rules.passage("objective_cause"),)
        return chosen(label, done, times.count, basis=basis, note=cause.said)
    note = None if cause is None else cause.said
    if times.all_of_it:
        return chosen(label, _zero(times.count.basis[0]), done, times.count, note=note)
    return _less(label, done, times, times.count, note, rules)


def _less(
    label: Text, done: Step, times: Times, count: Step, note: Text | None, rules: RuleSet
) -> Step:
    quantity, factor = done.inputs
    share = constant(rules.value(times.deduction))
    choice = rules.choice("deduction_on")
    basis: tuple[Basis, ...] = (rules.passage(times.passage),)
    if quantity.value != 1:  # of a single product, one unit is the whole line
        one_unit = share.value * factor.value * count.value
        if _left(done.value, one_unit) != _left(done.value, one_unit * quantity.value):
            basis = (*basis, choice.basis)
    per_line = (quantity,) if choice.taken == "line" else ()
    taken = product(_TAKEN, share, factor, count, *per_line, basis=basis)
    left = difference(label, done, taken, note=note)
    if left.value >= 0:
        return left
    return floored(label, left, _zero(choice.basis))


_TAKEN = Text("Phần bị trừ", "Taken off")


def _left(done: Fraction, taken: Fraction) -> Fraction:
    return max(done - taken, Fraction(0))


def _label(name: str, times: Times) -> Text:
    if times.passage == "part_b":
        return Text(f"Đạt chất lượng: {name}", f"Of quality: {name}")
    return Text(f"Đúng tiến độ: {name}", f"On schedule: {name}")


def _zero(basis: Basis) -> Step:
    return constant(Valued("zero", Decimal(0), basis), _ZERO_LABEL)
