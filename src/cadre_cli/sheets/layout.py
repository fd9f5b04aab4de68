"""Where the heading of a sheet is, and what stands above each column once merges are spread."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cadre_cli.domain.grid import Area, Grid
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.headings import Heading
from cadre_cli.vietnamese.numbers import is_numbering_row
from cadre_cli.vietnamese.text import one_line

LAST_HEADING_ROW = 30
"""Headings were seen down to row 14, below a block of statistics."""
MOST_HEADING_ROWS = 4
_LOOK_FOR_DATA = 200
"""Rows below the heading in which a column of a merged heading must show something."""


class Layout:
    """The rows of a sheet from `first` on with their merges spread over the cells they cover."""

    def __init__(self, grid: Grid, first: int = 1, rows: int = LAST_HEADING_ROW) -> None:
        self.grid = grid
        self.last = first - 1 + rows
        """The last row in which a heading is looked for."""
        self._areas = {
            (row, column): area
            for area in grid.merges
            if first <= area.bottom and area.top <= self.last + MOST_HEADING_ROWS
            for row in range(max(area.top, first), min(area.bottom, self.last + 8) + 1)
            for column in range(area.left, min(area.right, area.left + 99) + 1)
        }
        self._words: dict[tuple[int, int], str] = {}

    def area(self, row: int, column: int) -> Area:
        """The merge a place lies in, or the place alone."""
        return self._areas.get((row, column)) or Area(row, column, row, column)

    def words(self, row: int, column: int) -> str:
        """What the place shows in one line, "" when nothing."""
        area = self.area(row, column)
        place = (area.top, area.left)
        if place not in self._words:
            self._words[place] = one_line(as_text(self.grid.cell(*place)) or "")
        return self._words[place]

    def filled(self, row: int) -> list[int]:
        """The columns of a row that show something, merges spread."""
        places = set(self.grid.rows.get(row, ()))
        places |= {column for at, column in self._areas if at == row}
        return sorted(column for column in places if self.words(row, column))

    def texts(self, row: int) -> list[str]:
        """What a row shows, each merge once, from left to right."""
        seen: dict[tuple[int, int], str] = {}
        for column in self.filled(row):
            area = self.area(row, column)
            seen.setdefault((area.top, area.left), self.words(row, column))
        return list(seen.values())

    # ── a block of heading rows ──────────────────────────────────────────────────────────────

    def block(self, top: int, bottom: int) -> tuple[int, int]:
        """The block with the merges that begin or end in it, and a row of children that follows."""
        for row in (top, bottom):
            for column in self.filled(row):
                area = self.area(row, column)
                if area.bottom - area.top < MOST_HEADING_ROWS:
                    top, bottom = min(top, area.top), max(bottom, area.bottom)
        while bottom - top + 1 < MOST_HEADING_ROWS and self._children_below(bottom):
            bottom += 1
        return top, bottom

    def _children_below(self, bottom: int) -> bool:
        """Whether the next row only divides headings that span several columns."""
        spans = [
            area
            for column in self.filled(bottom)
            if (area := self.area(bottom, column)).right > area.left and area.bottom == bottom
        ]
        below = self.filled(bottom + 1)
        return (
            len(below) > 1
            and bool(spans)
            and not is_numbering_row([self.words(bottom + 1, column) for column in below])
            and all(any(area.left <= column <= area.right for area in spans) for column in below)
        )

    def headings(self, top: int, bottom: int) -> tuple[Heading, ...]:
        """The words above each column, from the outermost parent to the child."""
        rows = [row for row in range(top, bottom + 1) if not is_numbering_row(self.texts(row))]
        columns = sorted(set(chain.from_iterable(self.filled(row) for row in rows)))
        found: list[Heading] = []
        for column in columns:
            places = self._above(rows, column, len(columns))
            if places:
                parts = tuple(self.words(*place) for place in places)
                found.append(Heading(column, places[-1][0], parts, places[-1][1]))
        return tuple(self._with_data(found, bottom))

    def _above(self, rows: list[int], column: int, width: int) -> list[tuple[int, int]]:
        """The cells (top left corners) over a column; a title over the whole table is none."""
        places: list[tuple[int, int]] = []
        for row in rows:
            area = self.area(row, column)
            if not self.words(row, column) and row != rows[-1]:
                area = self._parent_at_left(row, column, rows) or area
            too_wide = width > 3 and area.right - area.left + 1 >= width - 1
            place = (area.top, area.left)
            if self.words(*place) and not too_wide and place not in places:
                places.append(place)
        return places

    def _parent_at_left(self, row: int, column: int, rows: list[int]) -> Area | None:
        """A parent whose merge is too short for its children, or that was only centred (no merge)."""
        if not self.words(rows[-1], column) or self.area(rows[-1], column).top < rows[-1]:
            return None
        for left in range(column - 1, 0, -1):
            if self.words(row, left):
                area = self.area(row, left)
                divided = area.bottom < rows[-1] and self.words(rows[-1], left)
                return area if divided else None
            if not self.words(rows[-1], left):
                return None
        return None

    def _with_data(self, headings: list[Heading], bottom: int) -> Iterator[Heading]:
        """Without the columns under a merged heading where nothing stands (TT over two columns)."""
        for heading in headings:
            same = [other for other in headings if other.origin == heading.origin]
            same = [other for other in same if other.row == heading.row]
            if len(same) == 1:
                yield heading
                continue
            used = [other for other in same if self._has_data(other.column, bottom)] or same[:1]
            if heading in used:
                yield heading

    def _has_data(self, column: int, bottom: int) -> bool:
        rows = self.grid.rows
        return any(
            column in rows[row] for row in range(bottom + 1, bottom + _LOOK_FOR_DATA) if row in rows
        )
