from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import cell, law

from cadre_cli.domain.texts import verbatim
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.rules.schema import Valued
from cadre_cli.scoring import steps
from cadre_cli.scoring.steps import recompute

LABEL = verbatim("số")
PASSAGE = law("Điều 1")


def number(value: str) -> Step:
    return steps.given(LABEL, Fraction(value), cell())


ONE, TWO, THIRD = number("1"), number("2"), number("1/3")


@pytest.mark.parametrize(
    ("step", "value", "operation"),
    [
        (steps.given(LABEL, Decimal("0.1"), cell()), "1/10", Operation.GIVEN),
        (steps.constant(Valued("x", Decimal(70), PASSAGE)), "70", Operation.CONSTANT),
        (steps.total(LABEL, (ONE, TWO, THIRD)), "10/3", Operation.SUM),
        (steps.total(LABEL, ()), "0", Operation.SUM),
        (steps.difference(LABEL, TWO, ONE, THIRD), "2/3", Operation.DIFFERENCE),
        (steps.product(LABEL, TWO, THIRD), "2/3", Operation.PRODUCT),
        (steps.ratio(LABEL, ONE, THIRD), "3", Operation.RATIO),
        (steps.mean(LABEL, (ONE, TWO, THIRD)), "10/9", Operation.MEAN),
        (steps.capped(LABEL, TWO, ONE), "1", Operation.CAPPED),
        (steps.capped(LABEL, THIRD, ONE), "1/3", Operation.CAPPED),
        (steps.floored(LABEL, THIRD, ONE), "1", Operation.FLOORED),
        (steps.floored(LABEL, TWO, ONE), "2", Operation.FLOORED),
        (steps.chosen(LABEL, TWO, ONE), "2", Operation.CHOSEN),
    ],
)
def test_each_operation_is_exact_and_recomputes(step, value, operation):
    assert (step.value, step.operation, recompute(step)) == (
        Fraction(value),
        operation,
        Fraction(value),
    )


def test_a_step_keeps_its_inputs_its_reasons_and_its_key():
    note = verbatim("vì sao")
    assert steps.product(LABEL, ONE, TWO, basis=(PASSAGE,), note=note, key="a") == Step(
        LABEL, Fraction(2), Operation.PRODUCT, (ONE, TWO), (PASSAGE,), None, note, "a"
    )


def test_a_constant_rests_on_its_passage_and_is_called_by_its_meaning():
    valued = Valued("result_full", Decimal(70), PASSAGE, "Điểm tối đa")
    assert steps.constant(valued) == Step(
        verbatim("Điểm tối đa"), Fraction(70), Operation.CONSTANT, basis=(PASSAGE,)
    )


def test_a_wrong_value_does_not_recompute():
    wrong = Step(LABEL, Fraction(4), Operation.SUM, (ONE, TWO))
    assert recompute(wrong) == 3


def test_division_by_zero_is_never_silent():
    with pytest.raises(ZeroDivisionError):
        steps.ratio(LABEL, ONE, number("0"))
