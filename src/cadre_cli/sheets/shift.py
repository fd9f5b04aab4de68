"""Headings and data shifted against each other (B08): names under an amount, numbers under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.findings_table import Shifted
from cadre_cli.sheets.table import Column, Row
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
_MOST = Decimal("0.6")


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
                return Shifted(
                    at=column.at, heading=column.heading, example=_first(grid, column.column, rows)
                )
    amounts_only = [column for column in columns if column.field in _AMOUNTS]
    wrong = _wrong_amounts(grid, amounts_only, rows)
    if len(wrong) > 1 and len(wrong) * 2 > len(amounts_only):
        first = wrong[0]
        return Shifted(at=first.at, heading=first.heading, example=_first(grid, first.column, rows))
    return None


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


def _is_words(cell: Cell) -> bool:
    """Words of people or work: not a number, a date, a range or a mark."""
    if not isinstance(cell.value, str) or isinstance(cell.value, date):
        return False
    letters = sum(letter.isalpha() for letter in cell.value)
    digits = sum(letter.isdigit() for letter in cell.value)
    return letters > 5 and digits == 0 and " " in cell.value.strip() and not read_out_of(cell.value)


def _first(grid: Grid, column: int, rows: Sequence[Row]) -> str:
    return next((said for row in rows if (said := as_text(grid.cell(row.number, column)))), "")
