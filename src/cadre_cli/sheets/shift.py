"""Headings and data shifted against each other (B08): names under an amount, numbers under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.findings_table import Shifted
from cadre_cli.sheets.table import Column, Row
from cadre_cli.vietnamese.dates import from_serial, read_date
from cadre_cli.vietnamese.numbers import read_number, read_out_of

_WORDS = frozenset({"name", "owner", "content"})
_AMOUNTS = frozenset(
    {
        "assigned",
        "finished",
        "coefficient",
        "points",
        "max_points",
        "failures",
        "latenesses",
        "total",
    }
)
_DAYS = frozenset({"deadline", "assigned_on", "finished_on", "evaluated_on"})
_PEOPLE = frozenset({"name", "owner", "assigner", "evaluator", "content"})
_MOST = Decimal("0.6")
_LEAST_WRONG = 3
"""Columns of the wrong sort that are no chance, and how many times fewer must be left."""


def shifted(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> Shifted | None:
    """B08 when most cells under a heading for words are numbers, and words stand right beside them."""
    if len(rows) < 2:
        return None
    for column in columns:
        if column.field in _WORDS and _share(grid, column.column, rows, _is_number) > _MOST:
            near = (column.column - 1, column.column + 1)
            beside = any(_share(grid, place, rows, _is_words) > _MOST for place in near if place)
            wrong = _wrong_amounts(grid, columns, rows)
            amounts = any(other.field in _AMOUNTS | _DAYS for other in columns)
            if beside and (wrong or not amounts):
                return _at(grid, column, rows)
    amounts_only = [column for column in columns if column.field in _AMOUNTS]
    wrong = _wrong_amounts(grid, amounts_only, rows)
    if len(wrong) > 1 and len(wrong) * 2 > len(amounts_only):
        return _at(grid, wrong[0], rows)
    partly = _moved_by_one(grid, columns, rows)
    return None if partly is None else _at(grid, partly, rows)


def _at(grid: Grid, column: Column, rows: Sequence[Row]) -> Shifted:
    return Shifted(at=column.at, heading=column.heading, example=_first(grid, column.column, rows))


# ── from some column on ──────────────────────────────────────────────────────────────────────


def _moved_by_one(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> Column | None:
    """The first column with what belongs to its neighbour, where moving by one sets all right.

    Some columns at the left may be in line still: whoever inserts a cell inserts it in the middle.
    """
    sorts = [(column, sort) for column in columns if (sort := _sort_of_field(column.field))]
    places = {column.column + step for column, _ in sorts for step in (-1, 0, 1)}
    held = {place: _sort_held(grid, place, rows) for place in places}
    wrong = [column for column, sort in sorts if held[column.column] not in (None, sort)]
    if len(wrong) < _LEAST_WRONG:
        return None
    right = sum(held[column.column] == sort for column, sort in sorts)
    for step in (1, -1):
        for start, _ in sorts:
            moved = [
                (held[column.column + step * (column.column >= start.column)], sort)
                for column, sort in sorts
            ]
            still = sum(found not in (None, sort) for found, sort in moved)
            better = sum(found == sort for found, sort in moved)
            if still * _LEAST_WRONG <= len(wrong) and better > right:
                return wrong[0]
    return None


def _sort_of_field(field: str | None) -> str | None:
    if field in _PEOPLE:
        return "words"
    return "amount" if field in _AMOUNTS else "day" if field in _DAYS else None


def _sort_held(grid: Grid, column: int, rows: Sequence[Row]) -> str | None:
    """Of what sort most cells of a column are."""
    sorts = (("words", _is_words), ("day", _is_day), ("amount", _is_number))
    return next((sort for sort, holds in sorts if _share(grid, column, rows, holds) > _MOST), None)


def _wrong_amounts(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns for amounts or days that mostly hold words."""
    return [
        column
        for column in columns
        if column.field in _AMOUNTS | _DAYS and _share(grid, column.column, rows, _is_words) > _MOST
    ]


def _share(grid: Grid, column: int, rows: Sequence[Row], holds: Callable[[Cell], bool]) -> Decimal:
    """The share of the rows whose cell in a column is of a sort; formulas yield 0 where nothing is."""
    cells = [cell for row in rows if (cell := grid.cell(row.number, column)) is not None]
    filled = [cell for cell in cells if cell.formula is None]
    return Decimal(sum(holds(cell) for cell in filled)) / len(rows)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return read_number(cell.value) is not None
    return isinstance(cell.value, Decimal)


def _is_day(cell: Cell) -> bool:
    """A date, one written as text, or the count of days behind one."""
    match cell.value:
        case Decimal() as serial:
            return from_serial(serial) is not None
        case str() as words:
            return read_date(words) is not None
        case other:
            return isinstance(other, date)


def _is_words(cell: Cell) -> bool:
    """Words of people or work: not a number, a date, a range or a mark."""
    if not isinstance(cell.value, str) or isinstance(cell.value, date):
        return False
    letters = sum(letter.isalpha() for letter in cell.value)
    digits = sum(letter.isdigit() for letter in cell.value)
    return letters > 5 and digits == 0 and " " in cell.value.strip() and not read_out_of(cell.value)


def _first(grid: Grid, column: int, rows: Sequence[Row]) -> str:
    return next((said for row in rows if (said := as_text(grid.cell(row.number, column)))), "")
