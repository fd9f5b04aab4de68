"""The page of a result workbook that is signed, read back: everybody's row by the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.comparison import MONTHS, Standing, Told
from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import Column
from cadre_cli.reports.parts import summary
from cadre_cli.reports.parts.provenance import PARTS
from cadre_cli.reports.year import table as year
from cadre_cli.reports.year.given import month_column
from cadre_cli.sheets.grades import grade_of
from cadre_cli.vietnamese.text import clean, key

DECIMALS = 9
"""What a stored double and ten decimals of text surely keep of a number."""
NUMBERS = ("total", *PARTS, *MONTHS)
"""What is a number in a person's row."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as its report writes it: heading in either language → what a person's cell there says."""

    headings: Mapping[str, str]
    needed: frozenset[str]


def _page(vi: Sequence[Column], en: Sequence[Column], names: Mapping[str, str]) -> _Page:
    headings = {key(each.heading): names.get(each.key, each.key) for each in (*en, *vi)}
    needed = {"number", "name", "total", "grade", *names.values()}
    return _Page(headings, frozenset(needed))


_PAGES = (
    _page(summary.columns("vi"), summary.columns("en"), {}),
    _page(
        year.columns("vi"),
        year.columns("en"),
        {"mean": "total"} | {month_column(n): name for n, name in enumerate(MONTHS, 1)},
    ),
)


def signed_page(grid: Grid) -> tuple[Standing, ...] | None:
    """Everybody in the summary of a period or a year, or None when the sheet is neither."""
    for row in sorted(grid.rows):
        for page in _PAGES:
            columns = _columns(grid, row, page)
            if columns is not None:
                return tuple(_rows(grid, row, columns))
    return None


def _columns(grid: Grid, row: int, page: _Page) -> dict[str, int] | None:
    """Which column of the page stands where, with its heading at this row and the next."""
    found: dict[str, int] = {}
    for at in (row, row + 1):
        for column, cell in grid.rows.get(at, {}).items():
            name = page.headings.get(key(text_of(cell)))
            if name is not None and name not in found:
                found[name] = column
    return found if page.needed <= set(found) and _at_row(grid, row, found["name"]) else None


def _at_row(grid: Grid, row: int, column: int) -> bool:
    return bool(text_of(grid.cell(row, column)))


def _rows(grid: Grid, heading: int, columns: Mapping[str, int]) -> Iterator[Standing]:
    """Rows with a number and a name; below the table (classes counted, signatures) none has both."""
    unit: str | None = None
    for row in range(heading + 1, max(grid.rows, default=0) + 1):
        cells = grid.rows.get(row, {})
        name = text_of(cells.get(columns["name"]))
        number = cells.get(columns["number"])
        if name and number is not None and isinstance(number.value, Decimal):
            yield _row(grid, row, columns, unit)
        elif number is not None and isinstance(number.value, str) and not name:
            unit = clean(number.value)


def _row(grid: Grid, row: int, columns: Mapping[str, int], unit: str | None) -> Standing:
    def at(name: str) -> tuple[Cell | None, CellRef]:
        return grid.cell(row, columns[name]), grid.ref(row, columns[name])

    said: dict[str, Told] = {}
    for name in (*NUMBERS, "grade", "by_points", "rank", "titles"):
        if name not in columns:
            continue
        cell, place = at(name)
        if cell is not None and cell.value is NoValue.NO_STORED_VALUE:
            continue  # saved by a program that does not calculate: the record still tells
        if name in MONTHS and cell is not None and isinstance(cell.value, str):
            said[name] = Told(None, place)  # why it does not count stands in its place
        elif name in NUMBERS:
            said[name] = Told(_fraction(cell), place, DECIMALS)
        elif name == "rank":
            said[name] = Told(_fraction(cell), place)
        elif name == "titles":
            said[name] = Told(text_of(cell) or None, place)
        else:
            said[name] = Told(grade_of(text_of(cell) or None), place)
    position = text_of(grid.cell(row, columns["position"])) if "position" in columns else ""
    cell, place = at("name")
    return Standing(text_of(cell), said, None, unit, position or None, place)


def _fraction(cell: Cell | None) -> Fraction | str | None:
    """The number of a cell; text where somebody wrote words in its place."""
    if cell is None or cell.value is None:
        return None
    return Fraction(cell.value) if isinstance(cell.value, Decimal) else text_of(cell) or "?"


def text_of(cell: Cell | None) -> str:
    """What a cell says as text; a number without a point is that of a hash or version typed anew."""
    if cell is None or cell.value is None:
        return ""
    if isinstance(cell.value, Decimal):
        return format(cell.value, "f")
    if isinstance(cell.value, ErrorValue):
        return cell.value.code
    return clean(cell.value) if isinstance(cell.value, str) else str(cell.value)
