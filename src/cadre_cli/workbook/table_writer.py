"""A table of a report on its sheet: merged headings, rows high enough for their words, outline."""

from __future__ import annotations

from cadre_cli.domain.report import Cell, Column, Link, Look, Row, Shows, Table
from cadre_cli.workbook.addresses import column_starts, heading_rows
from cadre_cli.workbook.formats import BODY_SIZE
from cadre_cli.workbook.measure import height_of, lines_needed
from cadre_cli.workbook.sheet_writer import SheetWriter

_SMALL = 9
_DEEPEST_OUTLINE = 7
"""Excel groups rows no deeper."""
_INDENT_WIDTH = 1.5
"""One step of indent, in digits."""

Placed = tuple[Column, int, int]
"""A column with the first and last grid column it covers."""


def write_table(writer: SheetWriter, table: Table, top: int) -> None:
    """The table from sheet row `top` on, counted from 0."""
    placed = [
        (column, start, start + column.span - 1)
        for column, start in zip(table.columns, column_starts(table), strict=True)
    ]
    if not table.bare:
        _headings(writer, table, placed, top)
    first = top + heading_rows(table)
    for number, row in enumerate(table.rows, first):
        height = _row(writer, row, placed, number, bare=table.bare)
        below = table.rows[number - first + 1 : number - first + 2]
        _outline(writer, row, number, height, closed=any(next_row.folded for next_row in below))
    _behaviour(writer, table, top, first, placed)


def _headings(writer: SheetWriter, table: Table, placed: list[Placed], top: int) -> None:
    groups = _groups(placed)
    bottom = top + bool(groups)
    look = writer.formats.heading()

    def put(text: str, upper: int, lower: int, first: int, last: int) -> float:
        writer.merge(upper, first, lower, last, look)
        writer.text(upper, first, text, look)
        return writer.needed(text, first, last, BODY_SIZE, bold=True)

    over = max((put(words, top, top, first, last) for words, first, last in groups), default=0.0)
    own = [
        (column.group, put(column.heading, bottom if column.group else top, bottom, first, last))
        for column, first, last in placed
    ]
    if groups:
        writer.height(top, over)
    below_group = max((height for group, height in own if group), default=0.0)
    alone = max((height for group, height in own if not group), default=0.0)
    writer.height(bottom, max(below_group, alone - over))
    if table.numbered:
        _column_numbers(writer, placed, bottom + 1)


def _groups(placed: list[Placed]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for column, first, last in placed:
        if column.group and found and found[-1][0] == column.group and found[-1][2] == first - 1:
            found[-1] = (column.group, found[-1][1], last)
        elif column.group:
            found.append((column.group, first, last))
    return found


def _column_numbers(writer: SheetWriter, placed: list[Placed], row: int) -> None:
    look = writer.formats.heading(small=True)
    for number, (_, first, last) in enumerate(placed, 1):
        writer.merge(row, first, row, last, look)
        writer.text(row, first, f"({number})", look)
    writer.height(row, height_of(1, _SMALL))


def _row(
    writer: SheetWriter, row: Row, placed: list[Placed], number: int, *, bare: bool = False
) -> float:
    """Write a row and tell the height it needs."""
    if row.look is Look.GROUP:
        first, last = placed[0][1], placed[-1][2]
        text = str(row.cells[0] or "")
        look = writer.formats.cell(Shows.TEXT, row.look, 0, text=True, indent=row.indent)
        writer.merge(number, first, number, last, look)
        writer.text(number, first, text, look)
        return writer.needed(text, first, last, BODY_SIZE, bold=True)
    height = height_of(1, BODY_SIZE)
    indent = row.indent
    for (column, first, last), cell in zip(placed, row.cells, strict=True):
        steps = indent if _is_words(cell) and column.shows is Shows.TEXT else 0
        indent = 0 if steps else indent
        height = max(height, _cell(writer, row, column, cell, (number, first, last, steps), bare))
    return height


def _cell(
    writer: SheetWriter,
    row: Row,
    column: Column,
    cell: Cell,
    place: tuple[int, int, int, int],
    bare: bool,
) -> float:
    number, first, last, indent = place
    words = _words(cell)
    look = writer.formats.cell(
        column.shows,
        row.look,
        writer.section.decimals,
        text=_is_words(cell),
        indent=indent,
        link=isinstance(cell, Link),
        bare=bare,
        tone=row.tones.get(column.key),
    )
    writer.merge(number, first, number, last, look)
    writer.cell(number, first, cell, look)
    if not words:
        return 0.0
    width = sum(writer.section.grid[first : last + 1]) - indent * _INDENT_WIDTH
    return height_of(
        lines_needed(words, width, BODY_SIZE, bold=row.look is not Look.DATA), BODY_SIZE
    )


def _words(cell: Cell) -> str:
    if isinstance(cell, Link):
        return cell.text
    return cell if isinstance(cell, str) else ""


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str | Link)


def _outline(writer: SheetWriter, row: Row, number: int, height: float, *, closed: bool) -> None:
    options: dict[str, object] = {}
    if row.level:
        options["level"] = min(row.level, _DEEPEST_OUTLINE)
    if row.folded:
        options["hidden"] = True
    if closed and not row.folded:
        options["collapsed"] = True
    writer.heights[number] = 0.0 if row.folded else height
    writer.sheet.set_row(number, height, None, options)


def _behaviour(
    writer: SheetWriter, table: Table, top: int, first: int, placed: list[Placed]
) -> None:
    if table.pinned:
        writer.sheet.freeze_panes(first, sum(c.span for c in table.columns[: table.pinned_columns]))
    if table.filtered:
        last = max(first + len(table.rows) - 1, first - 1)
        writer.sheet.autofilter(first - 1, placed[0][1], last, placed[-1][2])
