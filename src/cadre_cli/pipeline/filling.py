"""Results → the office's own columns, as changes to its cells: what is written, and what is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cadre_cli.domain.grid import CellEdit, Value
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.stated import ResultCell, ResultRow
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.cited import not_rated_name
from cadre_cli.rules.schema import RuleSet
from cadre_cli.sheets.grades import grade_of, spelt_like
from cadre_cli.sheets.result_cells import OF_YEAR
from cadre_cli.vietnamese.numbers import read_number, read_out_of, stated_maximum

_MOST_DECIMALS = 10
_MARK = "x"
_SHOWN_ALIKE = Fraction(1, 200)
"""Half a unit of the second decimal: what rounding may take away, as in C11."""

NOT_KNOWN = Text("chưa rõ dòng này là của ai", "whose row it is, is not clear")
TWICE = Text("người này có nhiều dòng trong bảng", "the person has several rows in the table")
FORMULA = Text("ô là công thức của cơ quan", "the cell holds the office's own formula")
DIFFERS = Text(
    "cơ quan đã ghi khác ({held}, tính lại {becomes}); muốn thay trong bản sao thì thêm --replace",
    "the office wrote otherwise ({held}, recomputed {becomes}); --replace changes it in the copy",
)
NO_RESULT = Text("chưa có kết quả", "there is no result")
NO_RESULT_WHY = Text("chưa có kết quả: {why}", "there is no result: {why}")
NOT_A_NUMBER = Text("ô đang ghi chữ, không phải điểm", "the cell holds words, no points")
NOT_A_CLASS = Text(
    "ô đang ghi chữ không phải một mức xếp loại", "the cell holds words that are no class"
)
OTHER_SCALE = Text("cột ghi theo thang điểm khác", "the column has another scale")


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell to be written: whose it is, and what becomes of it."""

    cell: ResultCell
    who: str
    becomes: Value
    shown: Value
    """What the clerk will see: a number with two decimals, a class in Unicode."""
    share: Fraction | None = None
    """Of a part: the share of 100 %, written as such where the cell is shown as a percentage."""
    unchecked: str = ""
    """The formula of the cell's data validation, where only Excel can work it out."""

    @property
    def per_cent(self) -> str:
        """A share in words, 64,29%; "" for what is no share, and for one that counts in points."""
        counts = self.cell.whole not in (None, 1, 100)
        return "" if self.share is None or counts else _per_cent(self.share)

    @property
    def edit(self) -> CellEdit:
        """The change, refused unless the cell still holds what was read."""
        rounded = self.shown if isinstance(self.becomes, Decimal) else None
        held = self.cell.held
        if self.share is None:
            return CellEdit(self.cell.at, held, self.becomes, rounded)
        percent = _decimal(self.share, _MOST_DECIMALS)
        unsaid = self.cell.whole is None
        return CellEdit(self.cell.at, held, self.becomes, rounded, percent, only_percent=unsaid)


@dataclass(frozen=True, slots=True)
class Left:
    """A cell of results that is left as it is, and why."""

    at: CellRef
    heading: str
    who: str
    why: Text


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
    written, left = _shares_of_work(outcome, replace=replace)
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


def _shares_of_work(outcome: Outcome, *, replace: bool) -> tuple[list[Fill], list[Left]]:
    """What share of each task is done, where the quantities beside the column say it."""
    written: list[Fill] = []
    left: list[Left] = []
    for task in outcome.tasks:
        cell, done, assigned = task.share_cell, task.finished, task.assigned
        if cell is None or not isinstance(done, Decimal) or not isinstance(assigned, Decimal):
            continue
        if task.finished_share is not None or not assigned:
            continue  # the share is what the office states, or it is one of nothing
        who = task.owners[0].name if task.owners else task.content or ""
        share = Fraction(done) / Fraction(assigned)
        found = _in_scale(cell, share, who, replace=replace)
        if isinstance(found, Fill):
            written.append(found)
        elif found is not None:
            left.append(Left(cell.at, cell.heading, who, found))
    return written, left


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
    exact = _decimal(step.value, _MOST_DECIMALS)
    shown = _rounded(step.value)
    held = _points_held(cell)
    if isinstance(held, Decimal) and abs(Fraction(held) - step.value) <= _SHOWN_ALIKE:
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
    return _in_scale(cell, step.value, result.officer.name, replace=replace)


def _in_scale(cell: ResultCell, share: Fraction, who: str, *, replace: bool) -> Fill | Text | None:
    whole = cell.whole or _HUNDRED
    held = _share_held(cell)
    if held is not None and abs(held - share) <= _SHOWN_ALIKE / 100:
        return None
    if cell.formula:
        return FORMULA
    places = 2 if whole > 1 else 4
    shown = _decimal(share * Fraction(whole), places)
    if not is_blank(cell):
        if held is None:
            return NOT_A_NUMBER
        if not replace:
            return DIFFERS.fill(held=_per_cent(held), becomes=_per_cent(share))
    exact = _decimal(share * Fraction(whole), _MOST_DECIMALS)
    return Fill(cell, who, exact, shown, share)


_SHARES = ("result", "a", "b", "c", "d", "dd", "e")
_LEADING = ("d", "dd", "e")
_HUNDRED = Decimal(100)


def _share_held(cell: ResultCell) -> Fraction | None:
    """What stands in the cell as a share of 100 %; None for a blank and for words."""
    written = cell.held if isinstance(cell.held, str) else None
    number = cell.held if written is None else read_number(written.rstrip(" %"))
    if not isinstance(number, Decimal):
        return None
    if cell.percent:
        return Fraction(number) / 100 if written is not None else Fraction(number)
    return Fraction(number) / Fraction(cell.whole or _HUNDRED)


def _per_cent(share: Fraction) -> str:
    return f"{_decimal(share * 100, 2)}%".replace(".", ",")


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


def is_blank(cell: ResultCell) -> bool:
    """Whether nothing stands in the cell: no value, no formula, at most dots to write upon."""
    if cell.formula:
        return False
    held = cell.held
    return held is None or (isinstance(held, str) and not held.strip(" .…_\u00a0\n\r\t"))


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
    for places in range(2, _MOST_DECIMALS):
        shown = _decimal(value, places)
        if shown != shown.to_integral_value() or shown <= value:
            return shown
    return _decimal(value, _MOST_DECIMALS)


def _decimal(value: Fraction, places: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()
