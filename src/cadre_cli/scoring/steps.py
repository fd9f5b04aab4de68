"""The only arithmetic of the scores: every operation keeps its inputs and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.domain.trace import Basis, Operation, Step
from cadre_cli.rules.schema import Valued

Bases = tuple[Basis, ...]


def given(
    label: Text,
    value: Decimal | Fraction | int,
    at: CellRef,
    *,
    basis: Bases = (),
    note: Text | None = None,
) -> Step:
    """A number read from a cell, or concluded from what that cell leaves blank (`note` says how)."""
    exact = Fraction(*value.as_integer_ratio())  # the same as Fraction(value), in half the time
    return Step(label, exact, Operation.GIVEN, (), basis, at, note)


def constant(valued: Valued, label: Text | None = None) -> Step:
    """A number of the rule set, with the passage it stands in."""
    words = label if label is not None else verbatim(valued.meaning or valued.name)
    return Step(words, Fraction(valued.value), Operation.CONSTANT, basis=(valued.basis,))


def total(
    label: Text,
    inputs: Sequence[Step],
    *,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """The sum of all inputs; of none it is 0.

    >>> total(verbatim("nothing"), ()).value
    Fraction(0, 1)
    """
    value = _sum([part.value for part in inputs])
    return Step(label, value, Operation.SUM, tuple(inputs), basis, None, note, key)


def difference(
    label: Text, whole: Step, *less: Step, basis: Bases = (), note: Text | None = None
) -> Step:
    """`whole` without everything in `less`."""
    return _computed(label, Operation.DIFFERENCE, (whole, *less), basis, note)


def product(
    label: Text,
    *inputs: Step,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """All inputs multiplied."""
    return _computed(label, Operation.PRODUCT, inputs, basis, note, key)


def ratio(
    label: Text,
    part: Step,
    whole: Step,
    *,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """`part` ÷ `whole`. A `whole` of 0 is the caller's affair: what to say then is not arithmetic."""
    return _computed(label, Operation.RATIO, (part, whole), basis, note, key)


def mean(
    label: Text,
    inputs: Sequence[Step],
    *,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """The arithmetic mean of at least one input."""
    return _computed(label, Operation.MEAN, tuple(inputs), basis, note, key)


def capped(
    label: Text,
    step: Step,
    ceiling: Step,
    *,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """`step`, but never above `ceiling`."""
    return _computed(label, Operation.CAPPED, (step, ceiling), basis, note, key)


def floored(
    label: Text,
    step: Step,
    floor: Step,
    *,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """`step`, but never below `floor`."""
    return _computed(label, Operation.FLOORED, (step, floor), basis, note, key)


def chosen(
    label: Text,
    taken: Step,
    *among: Step,
    basis: Bases = (),
    note: Text | None = None,
    key: str | None = None,
) -> Step:
    """`taken` as it is; `among` are the numbers that the decision was made on, `basis` says why."""
    return _computed(label, Operation.CHOSEN, (taken, *among), basis, note, key)


def recompute(step: Step) -> Fraction:
    """The value that follows from the step's inputs; equal to `step.value` for every true step."""
    if step.operation in (Operation.GIVEN, Operation.CONSTANT):
        return step.value
    return _apply(step.operation, [part.value for part in step.inputs])


def _computed(
    label: Text,
    operation: Operation,
    inputs: tuple[Step, ...],
    basis: Bases,
    note: Text | None,
    key: str | None = None,
) -> Step:
    value = _apply(operation, [part.value for part in inputs])
    return Step(label, value, operation, inputs, basis, None, note, key)


def _apply(operation: Operation, values: list[Fraction]) -> Fraction:
    match operation:
        case Operation.SUM:
            return _sum(values)
        case Operation.DIFFERENCE:
            return values[0] - _sum(values[1:])
        case Operation.PRODUCT:
            return _product(values)
        case Operation.RATIO:
            return values[0] / values[1]
        case Operation.MEAN:
            return _sum(values) / len(values)
        case Operation.CAPPED:
            return min(values)
        case Operation.FLOORED:
            return max(values)
        case _:
            return values[0]


# One reduction at the end instead of one per operand: an office has tens of thousands of these.
def _sum(values: Sequence[Fraction]) -> Fraction:
    if len(values) == 1:
        return values[0]
    bottom = lcm(*(value.denominator for value in values))
    return Fraction(sum(v.numerator * (bottom // v.denominator) for v in values), bottom)


def _product(values: Sequence[Fraction]) -> Fraction:
    top = bottom = 1
    for value in values:
        top *= value.numerator
        bottom *= value.denominator
    return Fraction(top, bottom)
