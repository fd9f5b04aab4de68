"""What the cells of a table say beyond their own value: merges, ditto marks, the column's habits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Context, Decimal
from functools import cached_property

from cadre_cli.domain.grid import Area, Cell, ErrorValue, NoValue, Value
from cadre_cli.domain.scales import Scale
from cadre_cli.sheets.scales import scale_of
from cadre_cli.sheets.table import Column, Row, Table
from cadre_cli.vietnamese import dates, numbers, text

DITTO = frozenset({'"', "”", "“", "〃", "''", "-nt-", "nt", "- nt -"})
"""Marks for "as above" (64 cells in 5 of 188 workbooks); `''` is one only when it is typed."""

_LONGEST_DITTO = 12
_LONGEST_DATE = 20
_ZERO_PADDED = re.compile(r"0{2,}")
_FIFTEEN_DIGITS = Context(prec=15)
"""What Excel keeps of a number that is typed and shows of one that is computed."""


def as_text(cell: Cell | None) -> str | None:
    """The cell's words as the clerk sees them, line breaks kept; None when it says nothing.

    A code stored as the number 1 with the format "00" is "01".
    """
    value = None if cell is None else cell.value
    match value:  # the most usual first: every cell is asked many times
        case str():
            return text.clean(value) or None
        case None | ErrorValue() | NoValue():
            return None
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return _number_text(value, cell.shown if cell is not None else "General")
        case datetime() | date():
            return value.strftime("%d/%m/%Y")
        case time():
            return value.strftime("%H:%M")


def _number_text(value: Decimal, shown: str) -> str:
    if value == value.to_integral_value():
        whole = str(int(value))
        return whole.zfill(len(shown)) if _ZERO_PADDED.fullmatch(shown) else whole
    return format(value.normalize(), "f")


def without_noise(cell: Cell | None) -> Cell | None:
    """The cell as Excel shows it: of a number's digits the first fifteen, the others are noise.

    0,1 + 0,2 is stored as 0.30000000000000004; nobody can type, or see, more than fifteen.
    """
    if cell is None or not isinstance(cell.value, Decimal):
        return cell
    shown = _FIFTEEN_DIGITS.plus(cell.value)
    if shown == cell.value:
        return cell
    return replace(cell, value=Decimal(f"{shown.normalize():f}"))


def is_error(value: Value) -> bool:
    """Whether the cell holds an Excel error or a formula without a result: neither blank nor 0."""
    return isinstance(value, ErrorValue | NoValue)


def _is_ditto(words: str) -> bool:
    """Whether a cell says "as above", whatever invisible marks stand around the sign."""
    return len(words) <= _LONGEST_DITTO and text.one_line(words) in DITTO


class Columns:
    """The columns of one table, looked at once for all of its rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.places: Mapping[str, int] = table.places
        self.noted: set[int] = set()
        """Columns whose numbers-as-text were already mentioned (D09 once a column)."""
        self.yearless: set[int] = set()
        """Columns whose days without a year were already mentioned (D19 once a column)."""
        self.said: set[tuple[int, str]] = set()
        """Words of a column that were already mentioned."""
        self._orders: dict[int, dates.DateOrder | None] = {}
        self._separators: dict[int, numbers.Separators] = {}
        self._lone: dict[int, bool] = {}
        self._scales: dict[int, Scale] = {}

    @cached_property
    def headings(self) -> Mapping[int, str]:
        """Column → its heading as the office wrote it."""
        return {column.column: column.heading for column in self.table.columns}

    @cached_property
    def by_field(self) -> Mapping[str, Column]:
        """Field → its first column."""
        found: dict[str, Column] = {}
        for column in self.table.columns:
            if column.field is not None:
                found.setdefault(column.field, column)
        return found

    @cached_property
    def _merges(self) -> Mapping[tuple[int, int], Area]:
        """Place inside a vertical merge → the merge; a merge of a whole column ends with the table."""
        last = max((row.number for row in self.table.rows), default=0)
        return {
            (row, area.left): area
            for area in self.table.grid.merges
            if area.bottom > area.top
            for row in range(area.top, min(area.bottom, last) + 1)
        }

    def rows_of_merge(self, row: Row, column: Column) -> tuple[int, ...]:
        """The rows of data that the merged cell here covers; none when it is not merged."""
        area = self._merges.get((row.number, column.column))
        if area is None:
            return ()
        numbers_of_rows = (each.number for each in self.table.rows)
        return tuple(number for number in numbers_of_rows if area.top <= number <= area.bottom)

    @cached_property
    def _above(self) -> Mapping[int, int]:
        """Row of data → the row of data above it."""
        order = [row.number for row in self.table.rows]
        return dict(zip(order[1:], order, strict=False))

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that counts here: a merge's one value, or for a ditto mark the one above."""
        grid = self.table.grid
        area = self._merges.get((row, column))
        cell = (area and grid.cell(area.top, column)) or grid.cell(row, column)
        if cell is not None and isinstance(cell.value, str) and _is_ditto(cell.value):
            above = self._above.get(row)
            return None if above is None else self.cell(above, column)
        return without_noise(cell)

    def written(self, column: int) -> list[str]:
        """Every text in the body of a column."""
        values = (self.cell(row.number, column) for row in self.table.rows)
        return [cell.value for cell in values if cell is not None and isinstance(cell.value, str)]

    # ── the column's habits ──────────────────────────────────────────────────────────────────

    def read_number(self, column: int, words: str) -> Decimal | numbers.Undecided | None:
        """A number as this column writes them: `96.898` is read as its neighbours are."""
        if column not in self._separators:
            self._separators[column] = numbers.decide_column(self.written(column))
        return numbers.read_number(words, separators=self._separators[column])

    def read_date(self, column: int, words: str) -> tuple[date, bool] | None:
        """A date as this column writes them, and whether somebody should look at it (D03).

        Day first, unless every date that tells says otherwise, in the column or, where too few of
        the column tell, in the whole table. To be looked at: what is only possible month first, and
        where the column holds both ways, what could be either.
        """
        if column not in self._orders:
            self._orders[column] = self._order(column)
        order = self._orders[column]
        day_first = dates.read_date(words, dates.DateOrder.DAY_FIRST)
        month_first = dates.read_date(words, dates.DateOrder.MONTH_FIRST)
        if order is dates.DateOrder.MONTH_FIRST and month_first is not None:
            return month_first, month_first != day_first
        day = day_first if day_first is not None else month_first
        if day is None:
            return None
        return day, day_first is None or (order is None and month_first not in (None, day_first))

    def _order(self, column: int) -> dates.DateOrder | None:
        order = dates.decide_order(self.written(column))
        if order is not dates.DateOrder.MONTH_FIRST and self._is_month_first:
            return dates.DateOrder.MONTH_FIRST
        return order

    @cached_property
    def _is_month_first(self) -> bool:
        """Whether the dates of all columns together tell that, and none speaks against it."""
        columns = {column.column for column in self.table.columns}
        written = (words for column in columns for words in self.written(column))
        trimmed = (words.strip() for words in written)
        short = (words for words in trimmed if words[:1].isdigit() and len(words) <= _LONGEST_DATE)
        return dates.decide_order(short) is dates.DateOrder.MONTH_FIRST

    def is_lone_percentage(self, row: int, column: int) -> bool:
        """Whether the cell alone says percent, in a column whose other numbers are quantities."""
        if not is_percentage(self.cell(row, column)):
            return False
        if column not in self._lone:
            cells = (self.cell(each.number, column) for each in self.table.rows)
            said = [is_percentage(cell) for cell in cells if cell is not None and _is_number(cell)]
            self._lone[column] = said.count(True) == 1 < len(said)
        return self._lone[column]

    def scale(self, column: Column) -> Scale:
        """In which scale the column writes shares."""
        if column.column not in self._scales:
            self._scales[column.column] = scale_of(self.table, column)
        return self._scales[column.column]


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return numbers.read_number(cell.value) is not None
    return isinstance(cell.value, Decimal)


def is_percentage(cell: Cell | None) -> bool:
    """Whether the cell itself says percent: "80%", or 0.8 that Excel shows as 80%."""
    if cell is None:
        return False
    if isinstance(cell.value, str):
        return cell.value.rstrip().endswith("%")
    return isinstance(cell.value, Decimal) and "%" in cell.shown


def as_percentage(cell: Cell | None) -> str:
    """A percentage as Excel shows it: 0.8 as "80%"."""
    if cell is not None and isinstance(cell.value, Decimal):
        return f"{(cell.value * 100).normalize():f}%".replace(".", ",")
    return as_text(cell) or ""
