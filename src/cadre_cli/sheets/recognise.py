"""Grid → Tables: which sheets are read and what stands in them, or why not."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.office import LEAVE, Office, OwnRows
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.choosing import Choice, of_sheet
from cadre_cli.sheets.layout import LAST_HEADING_ROW, Layout
from cadre_cli.sheets.months import has_months
from cadre_cli.sheets.own_rows import named_rows, told, without
from cadre_cli.sheets.parts import tables_of
from cadre_cli.sheets.table import LeftOut, SheetKind, Table
from cadre_cli.sheets.titles import (
    ABANDONED,
    EXAMPLE,
    FORM,
    is_abandoned,
    is_example,
    is_form,
    title_lines,
)
from cadre_cli.vietnamese.text import fold

_DEFAULTS = Office()
_MONTHS = Text(
    "mỗi tháng một cột, nhưng không rõ là điểm, là xếp loại hay là của năm nào",
    "it has a column for each month, but whether points or classes, or of which year, is unclear",
)
_LEFT = Text("cơ quan khai không đọc trang này", "the office names it as a sheet to leave")
_EMPTY = Text("trang trống", "the sheet is empty")
NO_HEADING = Text(
    "không thấy hàng tiêu đề của bảng nào đã biết", "no heading of a known kind of table was found"
)
_CRITERIA = Text(
    "là danh mục tiêu chí chấm điểm, không có người được chấm",
    "it lists criteria and their points, and names nobody",
)


def recognise(
    grid: Grid, kinds: Sequence[SheetKind], office: Office = _DEFAULTS
) -> tuple[Table, ...] | LeftOut:
    """The tables of a sheet, from the top and from left to right, or why the sheet is not read.

    What looks like data outside all of them is B07.
    """
    sheet = CellRef(grid.file, grid.sheet)
    if is_empty(grid):
        return LeftOut(sheet, _EMPTY)
    if of_sheet(office.sheets, grid.sheet) == LEAVE:
        return LeftOut(sheet, _LEFT)
    choice = Choice(grid.sheet, kinds, office)
    own = of_sheet(office.rows, grid.sheet) or OwnRows()
    left, taken = named_rows(grid, own.leave), named_rows(grid, own.take)
    whole, grid = grid, without(grid, left)
    choice.taken = taken - left
    if not choice.named and is_example(grid.sheet):
        return LeftOut(sheet, EXAMPLE)
    if not choice.named and is_abandoned(grid.sheet):
        return LeftOut(sheet, ABANDONED)
    found = tables_of(grid, choice)
    if found and left:
        found = told(found, whole, left)
    return found or LeftOut(sheet, _why_nothing(grid, choice))


def is_empty(grid: Grid) -> bool:
    """Whether nothing stands in the sheet, or nothing but spaces far down."""
    return all(
        isinstance(cell.value, str) and not cell.value.strip()
        for row in grid.rows.values()
        for cell in row.values()
    )


def _why_nothing(grid: Grid, choice: Choice) -> Text:
    layout = Layout(grid)
    best = choice.best(layout)
    blocks = choice.blocks(layout)
    top = best.top if best is not None else blocks[0][0] if blocks else LAST_HEADING_ROW
    unfilled = best is not None and best.kind.of_one_person
    if not choice.named and (unfilled or is_form(title_lines(grid, top))):
        return FORM
    if best is None and any(has_months(layout.headings(*block)) for block in blocks):
        return _MONTHS
    return _CRITERIA if _lists_criteria(layout) else NO_HEADING


def _lists_criteria(layout: Layout) -> bool:
    """A heading of criteria and points without people, as annexes of regulations have."""
    for row in sorted(layout.grid.rows):
        if row > LAST_HEADING_ROW:
            break
        texts = [fold(text) for text in layout.texts(row)]
        if any("tieu chi" in text for text in texts) and any("diem" in text for text in texts[1:]):
            return len(texts) > 1
    return False
