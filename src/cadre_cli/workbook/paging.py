"""Where the pages of a sheet end, so that no heading stands alone and no signature block is torn.

Spreadsheet programs break a page wherever it is full. The heights of all rows are known here, hence
also where that would be: a page that would tear apart what belongs together ends before it. The
programs differ by a few points, so a sheet whose rows all stay where they are gets all its breaks
from here; one that is filtered or has closed rows only those that keep things together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

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


def page_breaks(section: Section, heights: Mapping[int, float]) -> list[int]:
    """Rows (counted from 0) before which a page has to begin."""
    last = sum(block_rows(block) for block in section.blocks)
    rows = [heights.get(row, _DEFAULT_HEIGHT) for row in range(last)]
    repeated = next((span for span in _repeated(section)), None)
    steady = not any(
        table.filtered or any(row.folded for row in table.rows) for table in section.tables
    )
    room = _room(section.page, section.grid) * (_SLACK if steady else 1)
    kept = _joined(list(_kept(section, rows, room * _SMALL)))
    return list(islice(_breaks(rows, kept, room, repeated, every=steady), _MOST_BREAKS))


def _room(page: Page, grid: Sequence[float]) -> float:
    """Points of rows that a page holds, once the sheet is made as wide as the page."""
    width, height = reversed(_A4) if page.landscape else _A4
    pixels = sum(int(digits * _PIXELS_PER_DIGIT + 0.5) + _PADDING for digits in grid)
    scale = min(1.0, (width - page.left - page.right) / (pixels * _MM_PER_PIXEL))
    return (height - page.top - page.bottom) / _MM_PER_POINT / scale


def _breaks(
    rows: Sequence[float], kept: Sequence[Span], room: float, repeated: Span | None, *, every: bool
) -> Iterator[int]:
    """The rows that begin a page: all, or only those where else something would be torn."""
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
        if every or first != row:
            yield first
        start, used, row = first, 0.0, first


def _kept(section: Section, rows: Sequence[float], small: float) -> Iterator[Span]:
    """What belongs together: a heading and what it is the heading of, a sum and the row above it."""
    top = 0
    blocks = section.blocks
    for place, block in enumerate(blocks):
        last = top + block_rows(block) - 1
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        match block:
            case Line(bold=True) | Line(kept=True) if following is not None:
                yield top, top + 1
            case SideBySide():
                yield max(top - 1, 0), last
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
        elif row.look in (Look.SUBTOTAL, Look.TOTAL) and number > first:
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


def _repeated(section: Section) -> Iterator[Span]:
    """The headings that are printed again on every page."""
    top = 0
    for block in section.blocks:
        if isinstance(block, Table) and block.pinned:
            yield top, top + heading_rows(block) - 1
        top += block_rows(block)
