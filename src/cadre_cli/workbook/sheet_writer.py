"""One sheet being written with XlsxWriter: its page, and cells that say exactly what they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import Cell, Computed, Line, Link, Ref, Section
from cadre_cli.workbook.addresses import Addresses
from cadre_cli.workbook.formats import FONT, Formats
from cadre_cli.workbook.measure import height_of, lines_needed
from cadre_cli.workbook.texts import clean_text

_MOST_LINKS = 65_000
"""Excel opens no sheet with more than 65,530 links; the rest stay plain text."""
_LONGEST_LINK = 2_000
_A4 = 9
_MM_PER_INCH = 25.4
_WHOLE_SHEET = "A1:XFD1048576"


def source_address(at: CellRef, path: str) -> str | None:
    """A link into another workbook; None where no such link can be written.

    >>> source_address(CellRef("thang-03.xlsx", "Giao việc", 12, 4), "thang-03.xlsx")
    "external:thang-03.xlsx#'Giao việc'!D12"
    """
    if not path or "#" in path:
        return None
    if at.sheet is None:
        return f"external:{path}"
    sheet = at.sheet.replace("'", "''")
    return f"external:{path}#'{sheet}'!{at.a1 or f'A{at.row or 1}'}"


def split(grid: Sequence[float], parts: int) -> list[tuple[int, int]]:
    """First and last grid column of each part, as near to equal widths as the grid allows.

    >>> split((5, 20, 20, 10, 10, 10, 15), 2)
    [(0, 2), (3, 6)]
    """
    edges = [0.0, *accumulate(grid)]
    cuts = [0]
    for number in range(1, parts):
        wanted = edges[-1] * number / parts
        free = range(cuts[-1] + 1, len(grid) - (parts - number) + 1)
        _, nearest = min((abs(edges[column] - wanted), column) for column in free)
        cuts.append(nearest)
    cuts.append(len(grid))
    return [(cuts[number], cuts[number + 1] - 1) for number in range(parts)]


@dataclass(slots=True)
class SheetWriter:
    """The primitives of one sheet; rows and columns count from 0 here."""

    sheet: Any
    section: Section
    addresses: Addresses
    formats: Formats
    links: int = 0
    heights: dict[int, float] = field(default_factory=dict)
    """What each row takes of a printed page, in points."""

    def set_page(self) -> None:
        """Paper, margins, the page number in the top margin, column widths."""
        page, sheet = self.section.page, self.sheet
        if page.landscape:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        margins = (page.left, page.right, page.top, page.bottom)
        sheet.set_margins(*(millimetres / _MM_PER_INCH for millimetres in margins))
        sheet.set_header(f'&C&"{FONT},Regular"&13&P', {"margin": page.top / 2 / _MM_PER_INCH})
        sheet.set_start_page(1)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        sheet.outline_settings(True, False, False, False)
        sheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET, "formula_range": _WHOLE_SHEET})
        for number, width in enumerate(self.section.grid):
            sheet.set_column(number, number, width)

    def needed(self, text: str, first: int, last: int, size: float, *, bold: bool) -> float:
        """The height in points that text needs in the columns from `first` to `last`."""
        width = sum(self.section.grid[first : last + 1])
        return height_of(lines_needed(text, width, size, bold=bold), size)

    def height(self, row: int, points: float) -> None:
        """Set the height of a row outside any outline."""
        self.heights[row] = points
        self.sheet.set_row(row, points)

    def line(self, row: int, first: int, last: int, line: Line) -> float:
        """A line of words over some columns; the height it needs."""
        look = self.formats.line(line)
        self.merge(row, first, row, last, look)
        self.text(row, first, line.text, look)
        return self.needed(line.text, first, last, line.size, bold=line.bold)

    def merge(self, top: int, left: int, bottom: int, right: int, look: Any) -> None:
        """Join cells; a single cell stays as it is."""
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", look)

    def text(self, row: int, column: int, text: str, look: Any) -> None:
        """Write text as text, whatever it begins with."""
        cleaned = clean_text(text)
        if cleaned:
            self.sheet.write_string(row, column, cleaned, look)
        else:
            self.sheet.write_blank(row, column, None, look)

    def cell(self, row: int, column: int, cell: Cell, look: Any) -> None:
        """Write whatever a cell of a table may hold."""
        match cell:
            case None:
                self.sheet.write_blank(row, column, None, look)
            case str():
                self.text(row, column, cell, look)
            case Computed(value, formula):
                written = self.addresses.formula(formula, self.section.key)
                self.sheet.write_formula(row, column, written, look, float(value))
            case Link():
                self._link(row, column, cell, look)
            case int() | Decimal() | Fraction():
                self.sheet.write_number(row, column, float(cell), look)

    def _link(self, row: int, column: int, link: Link, look: Any) -> None:
        address = self._address(link)
        if address is None or self.links >= _MOST_LINKS or len(address) > _LONGEST_LINK:
            self.text(row, column, link.text, look)
            return
        self.links += 1
        self.sheet.write_url(row, column, address, look, clean_text(link.text))

    def _address(self, link: Link) -> str | None:
        if isinstance(link.to, Ref):
            return f"internal:{self.addresses.written(link.to)}"
        return source_address(link.to, link.path)
