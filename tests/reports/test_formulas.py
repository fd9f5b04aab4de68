from __future__ import annotations

from fractions import Fraction

from cadre_cli.domain.report import (
    Binary,
    Call,
    Computed,
    Constant,
    Function,
    Operator,
    Ref,
)
from cadre_cli.domain.texts import verbatim
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.reports.formulas import express, shown_step


def leaf(value: int) -> Step:
    return Step(verbatim("leaf"), Fraction(value), Operation.CONSTANT)


def of(operation: Operation, *inputs: Step, value: Fraction = Fraction(0)) -> Step:
    return Step(verbatim("step"), value, operation, inputs)


ONE, TWO, THREE = Constant(Fraction(1)), Constant(Fraction(2)), Constant(Fraction(3))


def test_each_operation_has_its_formula() -> None:
    parts = (leaf(1), leaf(2), leaf(3))
    minus, times, over = Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE
    assert {operation: express(of(operation, *parts), {}) for operation in OPERATIONS} == {
        Operation.SUM: Call(Function.SUM, (ONE, TWO, THREE)),
        Operation.MEAN: Call(Function.AVERAGE, (ONE, TWO, THREE)),
        Operation.CAPPED: Call(Function.MIN, (ONE, TWO, THREE)),
        Operation.FLOORED: Call(Function.MAX, (ONE, TWO, THREE)),
        Operation.DIFFERENCE: Binary(minus, Binary(minus, ONE, TWO), THREE),
        Operation.PRODUCT: Binary(times, Binary(times, ONE, TWO), THREE),
        Operation.RATIO: Binary(over, Binary(over, ONE, TWO), THREE),
        Operation.CHOSEN: ONE,
    }


OPERATIONS = tuple(set(Operation) - {Operation.GIVEN, Operation.CONSTANT})


def test_a_step_shown_elsewhere_is_referred_to() -> None:
    shown, other = leaf(2), leaf(2)
    at = Ref("details", "row", "done")
    step = of(Operation.PRODUCT, shown, other)
    assert express(step, {id(shown): at}) == Binary(Operator.MULTIPLY, at, TWO)


def test_a_sum_of_nothing_is_the_number_0() -> None:
    assert shown_step(of(Operation.SUM), {}) == Fraction(0)


def test_a_sum_of_one_is_that_one() -> None:
    only = leaf(2)
    at = Ref("details", "row", "done")
    step = of(Operation.SUM, only, value=Fraction(2))
    assert shown_step(step, {id(only): at}) == Computed(Fraction(2), at)
