"""Where the pages of a sheet end, so that no heading stands alone and no signature block is torn.

Spreadsheet programs break a page wherever it is full. The heights of all rows are known here, hence
also where that would be: a page that would tear apart what belongs together ends before it. The
programs differ by a few points, so a sheet whose rows all stay where they are gets all its breaks
from here; one that is filtered or has closed rows only those that keep things together.

Excel repeats one table's headings on every page of a sheet, also above what is no row of that
table. Hence what follows such a table takes its last rows along to a new page, and where it takes
more than a page nothing is repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cadre_cli.domain.report import Charts, Line, Look, Page, Section, SideBySide, Table
from cadre_cli.workbook.addresses import block_rows, heading_rows

_A4 = (210.0, 297.0)
_MM_PER_POINT = 25.4 / 72
_MM_PER_PIXEL = 25.4 / 96
_PIXELS_PER_DIGIT, _PADDING = 7, 5
_DEFAULT_HEIGHT = 15.0
_MOST_BREAKS = 1_000
"""Excel takes 1,026 in a sheet."""
_SLACK = 0.98
"""Pages end a little early where all breaks are ours, for programs that set rows higher."""
_SMALL = 0.3
"""A table that takes no more than this part of a page is not torn."""

Span = tuple[int, int]
"""First and last row of what stays on one page, counted from 0."""


_ALONG = 2
"""Rows of a table that what follows it takes along to another page: so many a reader can tell."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Rows (counted from 0) before which a page has to begin, and those repeated on every page."""

    breaks: tuple[int, ...]
    repeated: Span | None


def pages(section: Section, heights: Mapping[int, float]) -> Pages:
    """How the pages of a sheet end whose rows are so high, in points."""
    last = sum(block_rows(block) for block in section.blocks)
    rows = [heights.get(row, _DEFAULT_HEIGHT) for row in range(last)]
    steady = not any(
        table.filtered or any(row.folded for row in table.rows) for table in section.tables
    )
    room = _room(section.page, section.grid) * (_SLACK if steady else 1)
    repeated, end = next(_repeated(section), (None, last))
    kept = _joined([*_kept(section, rows, room * _SMALL), *_taken_along(rows, repeated, end, room)])
    starts = list(_starts(rows, kept, room, repeated))
    if repeated is not None and any(start > end for start, _ in starts):
        repeated = None
        starts = list(_starts(rows, kept, room, repeated))
    breaks = [start for start, needed in starts if steady or needed]
    return Pages(tuple(breaks[:_MOST_BREAKS]), repeated)


def _room(page: Page, grid: Sequence[float]) -> float:
    """Points of rows that a page holds, once the sheet is made as wide as the page."""
    width, height = reversed(_A4) if page.landscape else _A4
    pixels = sum(int(digits * _PIXELS_PER_DIGIT + 0.5) + _PADDING for digits in grid)
    scale = min(1.0, (width - page.left - page.right) / (pixels * _MM_PER_PIXEL))
    return (height - page.top - page.bottom) / _MM_PER_POINT / scale


def _starts(
    rows: Sequence[float], kept: Sequence[Span], room: float, repeated: Span | None
) -> Iterator[tuple[int, bool]]:
    """The rows that begin a page, and whether something would be torn if that were left open."""
    inside = {row: span for span in kept for row in range(span[0] + 1, span[1] + 1)}
    again = 0.0 if repeated is None else sum(rows[repeated[0] : repeated[1] + 1])
    start, used, row = 0, 0.0, 0
    while row < len(rows):
        above = again if repeated is not None and start > repeated[1] else 0.0
        if used + rows[row] <= room - above or row == start:
            used += rows[row]
            row += 1
            continue
        first = inside[row][0] if row in inside else row
        if first <= start:  # higher than a page: it has to be torn
            first = row
        yield first, first != row
        start, used, row = first, 0.0, first


def _taken_along(
    rows: Sequence[float], repeated: Span | None, end: int, room: float
) -> Iterator[Span]:
    """All that follows a table with repeated headings, with its last rows, where a page holds it."""
    if repeated is None or end + 1 >= len(rows):
        return
    first = max(end + 1 - _ALONG, repeated[1] + 1)
    if sum(rows[repeated[0] : repeated[1] + 1]) + sum(rows[first:]) <= room:
        yield first, len(rows) - 1


def _kept(section: Section, rows: Sequence[float], small: float) -> Iterator[Span]:
    """What belongs together: a heading and what it is the heading of, a sum or last row and the row above."""
    top = 0
    blocks = section.blocks
    for place, block in enumerate(blocks):
        last = top + block_rows(block) - 1
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        match block:
            case Line(bold=True) | Line(kept=True) if following is not None:
                yield top, top + 1
            case SideBySide():
                yield max(top - _ALONG, 0), last
            case Charts():
                yield top, last
            case Table() if not block.pinned and sum(rows[top : last + 1]) <= small:
                yield top, last
            case Table():
                yield from _kept_rows(block, top, last)
        top = last + 1


def _kept_rows(table: Table, top: int, last: int) -> Iterator[Span]:
    first = top + heading_rows(table)
    yield top, min(first, last)
    for number, row in enumerate(table.rows, first):
        if row.look is Look.GROUP and number < last:
            yield number, number + 1
        elif number > first and (number == last or row.look in (Look.SUBTOTAL, Look.TOTAL)):
            yield number - 1, number


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that overlap as one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _repeated(section: Section) -> Iterator[tuple[Span, int]]:
    """The headings that are printed again on every page, with the last row of their table."""
    top = 0
    for block in section.blocks:
        if isinstance(block, Table) and block.pinned:
            yield (top, top + heading_rows(block) - 1), top + block_rows(block) - 1
        top += block_rows(block)
