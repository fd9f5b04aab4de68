"""Cells of a result workbook that do not hold what was written again from the same sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue, Workbook
from cadre_cli.domain.texts import shown
from cadre_cli.domain.verification import EditedCell
from cadre_cli.pipeline.reading_back import Recorded
from cadre_cli.reports.year.emulation import BY_HAND
from cadre_cli.vietnamese.text import clean, key
from cadre_cli.workbook.read import read

_ENOUGH = Decimal("1e-9")
"""What doubles computed in another order differ by, in relation to the number."""
_BY_HAND = frozenset(key(words) for text in BY_HAND for words in (text.vi, text.en))
_LEAST_CELLS = 3
"""A row with fewer is a title or a remark, beside which an office may write."""


def edited_cells(
    recorded: Recorded, fresh: bytes, unsure: frozenset[str], *, numbers_only: bool
) -> Iterator[EditedCell]:
    """Cells that hold something else than what the same version writes from the same sources.

    On the page that is signed only rows of people and numbers count: the date and the names of
    those who sign are filled in by hand. In a row of results a blank cell is a result, too; columns
    that the report leaves to people (`BY_HAND`), and what stands beside a table, are the office's.
    Sheets that are `unsure` are left out.
    """
    again, _ = read(fresh, recorded.file)
    if again is None:
        return
    page = {one.at.sheet for one in recorded.people if one.at is not None}
    rows = {(one.at.sheet, one.at.row) for one in recorded.people if one.at is not None}
    for grid, there in _beside(again, recorded.workbook):
        if grid.sheet in unsure:
            continue
        signed = there.sheet in page
        for row, cells in grid.rows.items():
            person = (there.sheet, row) in rows
            for column, cell in cells.items():
                held = there.cell(row, column)
                if _same(cell, held) or (numbers_only and not isinstance(cell.value, Decimal)):
                    continue
                if signed and not person and isinstance(cell.value, str):
                    continue
                yield EditedCell(there.ref(row, column), _words(held), _words(cell))
            if person or not (signed or numbers_only or len(cells) < _LEAST_CELLS):
                yield from _filled_in(grid, there, row)


def _filled_in(grid: Grid, there: Grid, row: int) -> Iterator[EditedCell]:
    """Cells of a row of results that were blank and are not any more."""
    columns = _columns_at(grid, row)
    for column, held in there.rows.get(row, {}).items():
        cell = grid.cell(row, column)
        if column in columns and (cell is None or cell.value is None) and _words(held):
            yield EditedCell(there.ref(row, column), _words(held), "")


def _columns_at(grid: Grid, row: int) -> frozenset[int]:
    """The columns of the table that a row stands in, those of people's own remarks left out."""
    first = last = row
    while first - 1 in grid.rows:
        first -= 1
    while last + 1 in grid.rows:
        last += 1
    table = [(c, cell) for n in range(first, last + 1) for c, cell in grid.rows[n].items()]
    theirs = {column for column, cell in table if key(_words(cell)) in _BY_HAND}
    return frozenset(column for column, _ in table) - theirs


def _beside(again: Workbook, there: Workbook) -> Iterator[tuple[Grid, Grid]]:
    """The sheets of both by name, one renamed tab by its place; a tab added by the office is its own.

    Another report than the month's (`score --report`) has other sheets: nothing is beside them, and
    nobody is said to have changed it.
    """
    named = {grid.sheet: grid for grid in there.grids}
    known = sum(grid.sheet in named for grid in again.grids)
    renamed = len(again.grids) == len(there.grids) and known == len(again.grids) - 1
    if known < len(again.grids) and not renamed:
        return
    for place, grid in enumerate(again.grids):
        yield grid, named[grid.sheet] if grid.sheet in named else there.grids[place]


def _same(one: Cell, other: Cell | None) -> bool:
    left, right = one.value, None if other is None else other.value
    if right is NoValue.NO_STORED_VALUE:
        return True  # saved by a program that does not calculate; the formula is still there
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return abs(left - right) <= _ENOUGH * max(Decimal(1), abs(left))
    return clean(_words(one)) == clean(_words(other))


def _words(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    match cell.value:
        case ErrorValue(code):
            return code
        case NoValue():
            return f"={cell.formula}" if cell.formula else ""
        case Decimal():
            return shown(Decimal(format(cell.value, ".10g")))
        case _:
            return shown(cell.value)
