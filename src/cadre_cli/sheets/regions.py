"""Parts of a sheet in which several tables stand: below each other, or side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise

from cadre_cli.domain.grid import Area, Grid
from cadre_cli.sheets.choosing import Choice
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.headings import is_numbering
from cadre_cli.sheets.layout import LAST_HEADING_ROW, Layout

_NEAR = 5
"""Rows by which the heading of a table may stand above or below that of the one beside it."""


def rows_within(grid: Grid, first: int, end: int | None = None) -> Grid:
    """The sheet from a row on, up to but without row `end`."""
    if end is None:
        rows = {row: cells for row, cells in grid.rows.items() if row >= first}
    else:
        rows = {row: grid.rows[row] for row in range(first, end) if row in grid.rows}
    inside = range(first, end or max(rows, default=first) + 1)
    merges = tuple(area for area in grid.merges if area.top in inside)
    return replace(grid, rows=rows, merges=merges)


def columns_within(grid: Grid, columns: range) -> Grid:
    """The sheet as if it had no other columns."""
    rows = {
        row: kept
        for row, cells in grid.rows.items()
        if (kept := {column: cell for column, cell in cells.items() if column in columns})
    }
    last = columns.stop - 1
    merges = (area for area in grid.merges if area.left in columns)
    cut = (Area(one.top, one.left, one.bottom, min(one.right, last)) for one in merges)
    return replace(grid, rows=rows, merges=tuple(cut))


def apart(part: Grid, choice: Choice) -> tuple[int, tuple[range, ...]]:
    """The first heading's row, and the columns of each of several tables beside each other.

    They part at an empty column, or where another column numbers rows. Each must be a table in its
    own right and begin near the one before; no columns for one table, or several below each other.
    """
    last = max(map(max, part.rows.values()), default=0)
    start, top = 1, None
    ranges: list[range] = []
    tops: list[int] = []
    for here, following in pairwise((*_cuts(part), last + 1)):
        top = _top(part, range(start, here), choice) if top is None else top
        other = _top(part, range(here, following), choice) if top is not None else None
        if top is None or other is None or abs(top - other) > _NEAR:
            top = None  # of the columns so far and these together
            continue
        ranges.append(range(start, here))
        tops += [top, other]
        start, top = here, other
    return (min(tops), (*ranges, range(start, last + 1))) if ranges else (0, ())


def _cuts(part: Grid) -> list[int]:
    """The columns that follow an empty one, or number rows when others at the left do, too."""
    filled = {column for cells in part.rows.values() for column in cells}
    cuts = {column for column in filled if column - 1 not in filled} - {min(filled, default=0)}
    numbering = [
        (row, column)
        for row in islice(sorted(part.rows), LAST_HEADING_ROW)
        for column, cell in part.rows[row].items()
        if is_numbering(as_text(cell) or "")
    ]
    cuts |= {
        column
        for row, column in numbering
        if any(left < column and abs(row - other) <= 1 for other, left in numbering)
    }
    return sorted(cuts)


def _top(part: Grid, columns: range, choice: Choice) -> int | None:
    """Where the heading of the first table begins that some of the columns hold."""
    cut = columns_within(part, columns)
    if not cut.rows:
        return None
    best = choice.best(Layout(cut, min(cut.rows)), strict=True)
    return None if best is None else best.top
