"""Step → Formula over the cells of the same report, and the value a formula has.

A formula is derived from the very steps the score consists of, so formula, explanation and score
cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from cadre_cli.domain.report import (
    Binary,
    Call,
    Cell,
    Computed,
    Constant,
    Down,
    Formula,
    Function,
    Link,
    Operator,
    Ref,
    Report,
)
from cadre_cli.domain.trace import Operation, Step

Known = Mapping[int, Formula]
"""`id(step)` → the cell that shows the step already. Steps are shared, so identity is the name."""

_FUNCTIONS = {
    Operation.SUM: Function.SUM,
    Operation.MEAN: Function.AVERAGE,
    Operation.CAPPED: Function.MIN,
    Operation.FLOORED: Function.MAX,
}
_OPERATORS = {
    Operation.DIFFERENCE: Operator.SUBTRACT,
    Operation.PRODUCT: Operator.MULTIPLY,
    Operation.RATIO: Operator.DIVIDE,
}


def express(step: Step, known: Known) -> Formula:
    """The step as a formula: cells where it or its inputs are shown, constants elsewhere."""
    if id(step) in known:
        return known[id(step)]
    if not step.inputs:
        return Constant(step.value)
    parts = [express(part, known) for part in step.inputs]
    if step.operation in _FUNCTIONS:
        return parts[0] if len(parts) == 1 else Call(_FUNCTIONS[step.operation], tuple(parts))
    if step.operation in _OPERATORS:
        operator = _OPERATORS[step.operation]
        return reduce(lambda left, right: Binary(operator, left, right), parts)
    return parts[0]


def shown_step(step: Step, known: Known) -> Cell:
    """The cell of a step: an input or a number of the law as it is, all else with its formula."""
    formula = express(step, known)
    return step.value if isinstance(formula, Constant) else Computed(step.value, formula)


def summed(cells: Iterable[Cell], down: Down) -> Computed:
    """The sum of the cells of one column, blank ones left out."""
    total = sum((value for cell in cells if (value := number(cell)) is not None), Fraction(0))
    return Computed(total, Call(Function.SUM, (down,)))


def counted(cells: Iterable[Cell], word: str, down: Down) -> Computed:
    """How many cells of one column hold `word`."""
    count = sum(1 for cell in cells if cell == word)
    return Computed(Fraction(count), Call(Function.COUNTIF, (down, Constant(word))))


def number(cell: Cell) -> Fraction | None:
    """The number a cell holds; None for text, links and blanks."""
    match cell:
        case Computed(value, _):
            return value
        case int() | Decimal() | Fraction():
            return Fraction(cell)
        case _:
            return None


def evaluate(report: Report) -> dict[Ref, Fraction]:
    """Every formula of the report worked out exactly, stored values of formulas not looked at."""
    return _Sheet(dict(report.cells())).everything()


class _Sheet:
    """The cells of a report by name, each formula worked out once."""

    def __init__(self, cells: Mapping[Ref, Cell]) -> None:
        self.cells = cells
        self.columns: dict[tuple[str, str], list[str]] = {}
        for ref in cells:
            self.columns.setdefault((ref.section, ref.column), []).append(ref.row)
        self.known: dict[Ref, Fraction] = {}

    def everything(self) -> dict[Ref, Fraction]:
        return {
            ref: self.at(ref) or Fraction(0)
            for ref, cell in self.cells.items()
            if isinstance(cell, Computed)
        }

    def at(self, ref: Ref) -> Fraction | None:
        cell = self.cells[ref]
        if not isinstance(cell, Computed):
            return number(cell)
        if ref not in self.known:
            self.known[ref] = self.value(cell.formula)
        return self.known[ref]

    def value(self, formula: Formula) -> Fraction:
        match formula:
            case Constant(value) if isinstance(value, Fraction):
                return value
            case Ref():
                return self.at(formula) or Fraction(0)
            case Binary(operator, left, right):
                return _operate(operator, self.value(left), self.value(right))
            case Call(Function.COUNTIF, (Down() as down, Constant(word))):
                return Fraction(sum(_words(self.cells[ref]) == word for ref in self.refs(down)))
            case Call(function, arguments):
                return _call(function, [v for part in arguments for v in self.values(part)])
            case _:
                raise TypeError(f"not a number: {formula!r}")

    def values(self, formula: Formula) -> list[Fraction]:
        """The numbers an argument brings into a function; blanks bring none."""
        if isinstance(formula, Down):
            found = [self.at(ref) for ref in self.refs(formula)]
            return [value for value in found if value is not None]
        if isinstance(formula, Ref):
            value = self.at(formula)
            return [] if value is None else [value]
        return [self.value(formula)]

    def refs(self, down: Down) -> list[Ref]:
        rows = self.columns[down.section, down.column]
        between = rows[rows.index(down.first) : rows.index(down.last) + 1]
        return [Ref(down.section, row, down.column) for row in between]


def _words(cell: Cell) -> str | None:
    return cell.text if isinstance(cell, Link) else cell if isinstance(cell, str) else None


def _operate(operator: Operator, left: Fraction, right: Fraction) -> Fraction:
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            return left / right


def _call(function: Function, values: list[Fraction]) -> Fraction:
    match function:
        case Function.MIN:
            return min(values)
        case Function.MAX:
            return max(values)
        case Function.AVERAGE:
            return sum(values, Fraction(0)) / len(values)
        case _:
            return sum(values, Fraction(0))
