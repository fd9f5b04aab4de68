"""Every cell of a book at its place, and for each place the record and field it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tests.properties.dressing.page import Book, Entry, Leaf, Line, Page

Place = tuple[int, int]
Merge = tuple[int, int, int, int]
"""Top, left, bottom, right, counted from 1."""


@dataclass
class Sheet:
    """A sheet with places: what a writer needs, and where each cell came from."""

    name: str
    state: str = "visible"
    cells: dict[Place, Entry] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    origin: dict[Place, tuple[str, str]] = field(default_factory=dict)
    """Place → the record's key and the field, for cells of data and their empty neighbours."""

    @property
    def size(self) -> Place:
        """The last row and column that hold anything."""
        ends = [*self.cells, *((bottom, right) for _, _, bottom, right in self.merges)]
        rows, columns = zip(*ends, strict=True) if ends else ((0,), (0,))
        return max(*rows, *self.hidden_rows, 0), max(*columns, *self.hidden_columns, 0)


def lay_out(book: Book) -> Mapping[str, tuple[Sheet, ...]]:
    """File name without extension → its sheets."""
    count = 0
    volumes: dict[str, tuple[Sheet, ...]] = {}
    for volume in book.volumes:
        sheets = tuple(_sheet(leaf) for leaf in volume.leaves)
        for sheet in sheets:
            for place, entry in sheet.cells.items():
                count += 1
                stored = entry
                for change in book.texts:
                    stored = change(stored, count)
                sheet.cells[place] = stored
        volumes[volume.name] = sheets
    return volumes


def _sheet(leaf: Leaf) -> Sheet:
    sheet = Sheet(leaf.name, leaf.state)
    row, column = 1, 1
    for page in leaf.pages:
        end = _put(sheet, page, row, column)
        if leaf.beside:
            column += len(page.headings) + 1
        else:
            row = end + 1
    for at_row, at_column, words in leaf.junk:
        sheet.cells[at_row, at_column] = Entry(words)
    return sheet


def _put(sheet: Sheet, page: Page, top: int, left: int) -> int:
    """The row below the page."""
    row = top
    for loose in page.above:
        row = _loose(sheet, loose, row, left)
    for title in page.titles:
        sheet.cells[row, left] = Entry(title)
        if page.merges and len(page.headings) > 2:
            sheet.merges.append((row, left, row, left + len(page.headings) - 1))
        row += 1
    if "above" in page.numbers:
        row = _numbers(sheet, page, row, left)
    row = _heading(sheet, page, row, left)
    if "below" in page.numbers:
        row = _numbers(sheet, page, row, left)
    for count, line in enumerate(page.lines):
        if page.repeated_after is not None and count == page.repeated_after:
            row = _heading(sheet, page, row, left)
        _line(sheet, page, line, row, left)
        _cover(sheet, page, line, row, left)
        row += 1
    for loose in page.below:
        row = _loose(sheet, loose, row, left)
    return row


def _loose(sheet: Sheet, loose: Mapping[int, str], row: int, left: int) -> int:
    for column, words in loose.items():
        sheet.cells[row, left + column] = Entry(words)
    return row + 1


def _numbers(sheet: Sheet, page: Page, row: int, left: int) -> int:
    pattern = "({})" if "(" in page.numbers else "{}"
    gap = "gap" in page.numbers and len(page.headings) > 5
    for place in range(len(page.headings)):
        if gap and place == 2:
            continue
        number = place + (4 if gap and place > 2 else 1)
        words = pattern.format(number)
        sheet.cells[row, left + place] = Entry(Decimal(words) if words.isdigit() else words)
    return row + 1


def _heading(sheet: Sheet, page: Page, top: int, left: int) -> int:
    """Parents over their children, joined by merges or (old forms) only centred over them."""
    depth = max(len(heading.words) for heading in page.headings)
    for place, heading in enumerate(page.headings):
        column = left + place
        if heading.hidden:
            sheet.hidden_columns.add(column)
        for level, words in enumerate(heading.words):
            before = page.headings[place - 1].words if place else ()
            child = level < len(heading.words) - 1
            if child and before[: level + 1] == heading.words[: level + 1]:
                continue  # the parent stands there already
            sheet.cells[top + level, column] = Entry(words)
            if not page.merges:
                continue
            if child:
                wide = _covered(page, place, level)
                if wide > 1:
                    sheet.merges.append((top + level, column, top + level, column + wide - 1))
            elif level < depth - 1:
                sheet.merges.append((top + level, column, top + depth - 1, column))
    return top + depth


def _covered(page: Page, place: int, level: int) -> int:
    parents = page.headings[place].words[: level + 1]
    wide = 0
    for heading in page.headings[place:]:
        if heading.words[: level + 1] != parents or len(heading.words) <= level + 1:
            break
        wide += 1
    return wide


def _line(sheet: Sheet, page: Page, line: Line, row: int, left: int) -> None:
    if line.hidden:
        sheet.hidden_rows.add(row)
    for place, heading in enumerate(page.headings):
        entry = line.cells.get(heading.field)
        if entry is not None and entry.value is not None and heading.field not in line.covered:
            sheet.cells[row, left + place] = entry
        if line.is_data:
            sheet.origin[row, left + place] = (line.key, heading.field)
    if line.wide and page.merges:
        sheet.merges.append((row, left, row, left + len(page.headings) - 1))


def _cover(sheet: Sheet, page: Page, line: Line, row: int, left: int) -> None:
    """Each covered cell joined to the one above it, or to the merge that ends there."""
    for place, heading in enumerate(page.headings):
        if heading.field not in line.covered:
            continue
        column = left + place
        above = next((m for m in sheet.merges if m[1] == m[3] == column and m[2] == row - 1), None)
        if above is not None:
            sheet.merges.remove(above)
        top = row - 1 if above is None else above[0]
        sheet.merges.append((top, column, row, column))
