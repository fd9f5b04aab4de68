"""Results → the office's own columns, as changes to its cells: what is written, and what is left."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.grid import Value
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.stated import ResultCell, ResultRow
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.filling_shares import in_scale, task_shares
from cadre_cli.pipeline.fills import (
    DIFFERS,
    FORMULA,
    MOST_DECIMALS,
    NO_RESULT,
    NO_RESULT_WHY,
    NOT_A_CLASS,
    NOT_A_NUMBER,
    NOT_KNOWN,
    OTHER_SCALE,
    SHOWN_ALIKE,
    TWICE,
    Fill,
    Left,
    decimal,
    is_blank,
)
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.cited import not_rated_name
from cadre_cli.rules.schema import RuleSet
from cadre_cli.sheets.grades import grade_of, spelt_like
from cadre_cli.sheets.result_cells import OF_YEAR
from cadre_cli.vietnamese.numbers import read_number, read_out_of, stated_maximum

_MARK = "x"
_SHARES = ("result", "a", "b", "c", "d", "dd", "e")
_LEADING = ("d", "dd", "e")


def fills(
    outcome: Outcome, asked: Asked, *, replace: bool
) -> tuple[tuple[Fill, ...], tuple[Left, ...]]:
    """What is to be written into the office's own cells, and which of them are left and why.

    Blank cells are filled. A cell that holds another value is changed only with `replace`, a
    formula never. Who has no result keeps the cell as it is: an unknown is not a zero.
    """
    results = {result.officer.id: result for result in outcome.results}
    rules = rules_used(outcome, asked)
    rows = Counter((row.who.officer, _sheet(row)) for row in outcome.result_rows)
    written, left = task_shares(outcome, replace=replace)
    for row in outcome.result_rows:
        result = results.get(row.who.officer or "")
        for cell in row.cells:
            found: Fill | Text | None
            if result is None:
                found = NOT_KNOWN
            elif rows[row.who.officer, _sheet(row)] > 1:
                found = TWICE
            else:
                found = _found(cell, row, result, rules.get(result.officer.kind), replace=replace)
            if isinstance(found, Fill):
                written.append(found)
            elif found is not None:
                left.append(Left(cell.at, cell.heading, row.who.name, found))
    return tuple(written), tuple(left)


def _sheet(row: ResultRow) -> tuple[str, str | None]:
    return row.who.at.file, row.who.at.sheet


def _found(
    cell: ResultCell,
    row: ResultRow,
    result: Classification,
    rules: RuleSet | None,
    *,
    replace: bool,
) -> Fill | Text | None:
    """What becomes of one cell, why it is left, or None where it says the right thing already."""
    if cell.why_not is not None:
        settled = cell.part == OF_YEAR and not is_blank(cell)
        return None if settled else cell.why_not
    if cell.part == "mark":
        return _mark(cell, row, result, replace=replace)
    if cell.part == "grade":
        return _class(cell, result, rules, replace=replace)
    if cell.part in _SHARES:
        return _share(cell, result, replace=replace)
    return _number(cell, result, rules, replace=replace)


def _number(
    cell: ResultCell, result: Classification, rules: RuleSet | None, *, replace: bool
) -> Fill | Text | None:
    score = result.score
    step = score.root if cell.part == "total" else score.parts.get(cell.part)
    if step is None or score.root is None:
        return _no_result(result)
    if _other_scale(cell, step.value, rules):
        return OTHER_SCALE
    exact = decimal(step.value, MOST_DECIMALS)
    shown = _rounded(step.value)
    held = _points_held(cell)
    if isinstance(held, Decimal) and abs(Fraction(held) - step.value) <= SHOWN_ALIKE:
        return None
    if cell.formula:
        return FORMULA
    if not is_blank(cell):
        if not isinstance(held, Decimal):
            return NOT_A_NUMBER
        if not replace:
            return DIFFERS.fill(held=cell.held, becomes=shown)
    return Fill(cell, result.officer.name, exact, shown)


def _points_held(cell: ResultCell) -> Value:
    """The points in the cell, read as they are scored: "26 điểm" and "26/30" are 26."""
    if not isinstance(cell.held, str):
        return cell.held
    points = read_number(cell.held)
    if points is None and (out_of := read_out_of(cell.held)) is not None:
        return out_of[0]
    return points if isinstance(points, Decimal) else None


def _share(cell: ResultCell, result: Classification, *, replace: bool) -> Fill | Text | None:
    """A part in the scale of its column: per cent, points of 100, fractions of 1."""
    if cell.part in _LEADING and not result.officer.post.leads:
        return None  # the part is the leaders' alone
    step = result.score.parts.get(cell.part)
    if step is None or result.score.root is None:
        return _no_result(result)
    return in_scale(cell, step.value, result.officer.name, replace=replace)


def _class(
    cell: ResultCell, result: Classification, rules: RuleSet | None, *, replace: bool
) -> Fill | Text | None:
    if result.grade is None or rules is None:
        return _no_result(result)
    words = _spelt(cell, rules.grade(result.grade).code, rules.grade(result.grade).name)
    said = None if is_blank(cell) else _said(cell)
    if said == result.grade:
        return None
    if cell.formula:
        return FORMULA
    if not is_blank(cell):
        if said is None:
            return NOT_A_CLASS
        if not replace:
            return DIFFERS.fill(held=said, becomes=result.grade)
    return Fill(cell, result.officer.name, words, result.grade if cell.legacy else words)


def _said(cell: ResultCell) -> str | None:
    """The class that the cell names; text that is not Unicode is told by the column's spellings."""
    stored = {written: code for code, written in cell.words.items()}
    held = cell.held if isinstance(cell.held, str) else None
    return stored.get(held or "") or grade_of(held)


def _spelt(cell: ResultCell, code: str, name: str) -> str:
    """The class as the column spells it; where letters with marks would show wrongly, its code."""
    if code in cell.words:
        return cell.words[code]
    if cell.legacy:
        return code
    return spelt_like(cell.words.values(), code, name)


def _mark(
    cell: ResultCell, row: ResultRow, result: Classification, *, replace: bool
) -> Fill | Text | None:
    """An x in the column of the class, and none in the others."""
    marks = [each for each in row.cells if each.part == "mark"]
    if result.grade is None or result.grade not in {each.grade for each in marks}:
        return _no_result(result)
    right = cell.grade == result.grade
    if right is not is_blank(cell):
        return None
    others = [each for each in marks if each.grade != result.grade and not is_blank(each)]
    if cell.formula or any(each.formula for each in others):
        return FORMULA
    if others and not replace:  # said once, at the mark that stands there
        return None if right else DIFFERS.fill(held=cell.grade, becomes=result.grade)
    becomes = _MARK if right else None
    return Fill(cell, result.officer.name, becomes, becomes)


def _no_result(result: Classification) -> Text:
    why = result.not_rated
    return NO_RESULT if why is None else NO_RESULT_WHY.fill(why=not_rated_name(why))


def _other_scale(cell: ResultCell, value: Fraction, rules: RuleSet | None) -> bool:
    """Whether the heading states another maximum than the rule's."""
    stated = stated_maximum(cell.heading)
    if stated is None or rules is None:
        return False
    if cell.part == "points" and "result_full" in rules.values:
        return stated != rules.value("result_full").value
    if cell.part == "common" and rules.criteria:
        return stated != sum(c.maximum for c in rules.criteria if c.group is None)
    return value > stated


def _rounded(value: Fraction) -> Decimal:
    """Two decimals, more where rounding up would reach a whole number: 89,996 is not yet 90."""
    for places in range(2, MOST_DECIMALS):
        shown = decimal(value, places)
        if shown != shown.to_integral_value() or shown <= value:
            return shown
    return decimal(value, MOST_DECIMALS)
