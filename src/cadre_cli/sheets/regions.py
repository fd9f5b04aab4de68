"""Parts of a sheet in which several tables stand: below each other, or side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from cadre_cli.domain.grid import Area, Grid
from cadre_cli.sheets.choosing import IDENTITY, Candidate, Choice
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.headings import Heading, is_numbering
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


def sides(layout: Layout, best: Candidate, choice: Choice) -> tuple[range, ...]:
    """The columns of each of several tables whose headings stand in the same rows; () for one table.

    They part where the rows are numbered anew, or at an empty column when the headings left of it
    are repeated or name what the rows are about ("Họ", "Tên" and "Họ và tên"). Either side must be a
    table in its own right.
    """
    headings = layout.headings(best.top, best.bottom)
    parts = [part for part in _parts(layout, best, headings) if part]
    if len(parts) < 2:
        return ()
    whole = {column.column: column.field for column in best.matched.columns}
    ranges: list[range] = []
    for place, part in enumerate(parts):
        left = part[0].column
        stop = parts[place + 1][0].column if place + 1 < len(parts) else _last_column(layout) + 1
        before = [one for one in headings if ranges and one.column in ranges[-1]]
        stands = _stands_alone(layout, best, choice, part, whole) or bool(
            _identity(layout, best, choice, part) & _identity(layout, best, choice, before)
        )
        if not ranges or stands:
            ranges.append(range(1 if not ranges else left, stop))
        else:
            ranges[-1] = range(ranges[-1].start, stop)
    first = [heading for heading in headings if heading.column in ranges[0]]
    alone = len(ranges) > 1 and _stands_alone(layout, best, choice, first, {})
    return tuple(ranges) if alone else ()


def _parts(
    layout: Layout, best: Candidate, headings: tuple[Heading, ...]
) -> Iterator[list[Heading]]:
    """The headings cut before each second numbering column and after each empty column."""
    part: list[Heading] = []
    for heading in headings:
        anew = is_numbering(heading.whole) and any(is_numbering(one.whole) for one in part)
        merged = bool(part) and part[-1].origin == heading.origin and part[-1].row == heading.row
        apart = bool(part) and heading.column > part[-1].column + 1
        gap = apart and _is_empty(layout, range(part[-1].column + 1, heading.column), best.top)
        if (anew and not merged) or gap:
            yield part
            part = []
        part.append(heading)
    yield part


def _is_empty(layout: Layout, columns: range, top: int) -> bool:
    """Whether nothing stands in the columns from the heading down, merges spread."""
    rows = layout.grid.rows
    return not any(column in rows[row] for row in rows if row >= top for column in columns) and (
        not any(layout.words(top, column) for column in columns)
    )


def _stands_alone(
    layout: Layout,
    best: Candidate,
    choice: Choice,
    part: list[Heading],
    whole: dict[int, str | None],
) -> bool:
    """Whether headings are a table without the others.

    Without a numbering of its own a part is another table only when the whole made no use of a
    column of it: it was of another kind, or its like already stood at the left.
    """
    likeliest = _alone(layout, best, choice, part)
    if likeliest is None:
        return False
    if not whole or any(is_numbering(heading.whole) for heading in part):
        return True
    return any(
        column.field is not None and whole.get(column.column) is None
        for column in likeliest.matched.columns
    )


def _identity(
    layout: Layout, best: Candidate, choice: Choice, part: list[Heading]
) -> frozenset[str]:
    """The fields that say what the rows of a part are about, were it a table."""
    alone = _alone(layout, best, choice, part) if part else None
    return alone.matched.fields & IDENTITY if alone is not None else frozenset()


def _alone(
    layout: Layout, best: Candidate, choice: Choice, part: list[Heading]
) -> Candidate | None:
    """The likeliest table of some of the headings."""
    cut = Layout(columns_within(layout.grid, range(part[0].column, part[-1].column + 1)), best.top)
    found = [one for one in choice.candidates(cut, [(best.top, best.bottom)]) if one.identifies]
    return max(found, key=lambda one: one.weight, default=None)


def _last_column(layout: Layout) -> int:
    return max((max(cells) for cells in layout.grid.rows.values() if cells), default=1)
