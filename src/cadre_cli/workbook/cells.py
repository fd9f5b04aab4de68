"""One sheet's part → its cells, merges and hidden rows and columns, sparse, in one pass."""

from __future__ import annotations

from dataclasses import dataclass

from cadre_cli.domain.grid import Area
from cadre_cli.workbook.cutting import NotPlain, cut_out
from cadre_cli.workbook.elements import SheetElements
from cadre_cli.workbook.grid_builder import covered, ordered
from cadre_cli.workbook.limits import LAST_COLUMN
from cadre_cli.workbook.making import Budget, CellMaker, Row
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.plain import read_plain

_OPENING, _CLOSING = b"<sheetData>", b"</sheetData>"


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What one sheet's part holds; rows and columns in ascending order."""

    rows: dict[int, Row]
    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def read_cells(data: bytes, part: str, maker: CellMaker, budget: Budget) -> SheetContent:
    """The content of a sheet.

    `<dimension>` is not believed; cells that only have a look are left out.
    """
    mark = data.find(_OPENING)
    start = mark + len(_OPENING) if mark > 0 else -1
    trial = Budget(budget.left)
    try:
        end = data.rfind(_CLOSING)
        around = cut_out(data, start, end)
        rows, hidden = read_plain(data, start, end, maker, trial)
    except NotPlain:
        sheet = _elements(data, part, maker, budget)
        return _content(sheet, _ascending(sheet.rows))
    budget.left = trial.left
    sheet = _elements(around, part, maker, budget)
    sheet.hidden_rows.extend(hidden)
    return _content(sheet, _ascending(rows | sheet.rows) if sheet.rows else rows)


def _elements(data: bytes, part: str, maker: CellMaker, budget: Budget) -> SheetElements:
    sheet = SheetElements(part, maker, budget)
    parse(data, part, Handlers(sheet.start, sheet.end, sheet.chunks.append))
    return sheet


def _ascending(rows: dict[int, Row]) -> dict[int, Row]:
    return {number: ordered(row) for number, row in ordered(rows).items() if row}


def _content(sheet: SheetElements, rows: dict[int, Row]) -> SheetContent:
    return SheetContent(
        rows,
        tuple(sheet.merges),
        frozenset(sheet.hidden_rows),
        covered(sheet.hidden_columns, LAST_COLUMN),
    )
