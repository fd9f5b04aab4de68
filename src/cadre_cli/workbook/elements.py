"""A sheet's part element by element: the way that understands every shape the standard allows."""

from __future__ import annotations

import re

from cadre_cli.domain.grid import Area
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW, Damaged
from cadre_cli.workbook.making import COLUMNS, YES, Budget, CellMaker, Formulas, Row, whole
from cadre_cli.workbook.shared import column_number
from cadre_cli.workbook.strings import RichText

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.IGNORECASE)
_CORNER = r"\$?([A-Z]{0,3})\$?([0-9]{0,7})"
_AREA = re.compile(f"{_CORNER}(?::{_CORNER})?", re.IGNORECASE)


class SheetElements:
    """What a sheet's part holds, gathered from expat's calls `start`, `end` and `chunks.append`."""

    def __init__(self, part: str, maker: CellMaker, budget: Budget) -> None:
        self.chunks: list[str] = []
        self.rows: dict[int, Row] = {}
        self.merges: list[Area] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[tuple[int, int]] = set()
        self._part = part
        self._maker = maker
        self._budget = budget
        self._formulas = Formulas()
        self._rich = RichText(self.chunks)
        self._row: Row = {}
        self._row_number = 0
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._formula = ""
        self._formula_attributes: dict[str, str] | None = None
        self._in_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self.chunks.clear()
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self.chunks.clear()
            self._formula_attributes = attributes
        elif name == "is":
            self._in_text = True
            self._rich.begin()
        elif self._in_text:
            self._rich.start(name, attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in YES:
            self._hide_columns(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "v":
            self._value = "".join(self.chunks)
        elif name == "c":
            self._end_cell()
        elif name == "f":
            self._formula = "".join(self.chunks)
        elif self._in_text:
            self._rich.end(name)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r")
        number = self._row_number + 1 if text is None else whole(text)
        if number is None or not 1 <= number <= LAST_ROW:
            raise self._bad_address(text or str(number))
        self._go_to_row(number)
        self._column = 0
        if attributes.get("hidden") in YES:
            self.hidden_rows.append(number)

    def _go_to_row(self, number: int) -> None:
        self._row_number = number
        self._row = self.rows.setdefault(number, {})

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._value = None
        self._formula = ""
        self._formula_attributes = None
        self._in_text = False

    def _end_cell(self) -> None:
        self._go_to_cell(self._attributes.get("r"))
        formula = self._formula_attributes
        text = None
        if formula is not None:
            place = self._row_number, self._column
            text = self._formulas.text(formula, self._formula, *place)
        cell = self._maker.make(
            self._attributes.get("t", "n"),
            self._attributes.get("s", "0"),
            self._value,
            self._rich.written() if self._in_text else None,
            text,
        )
        self._in_text = False
        if cell is not None:
            self._budget.spend(1)
            self._row[self._column] = cell

    def _go_to_cell(self, address: str | None) -> None:
        """What a cell says of its own place holds; one that says nothing follows the one before."""
        if address is None and self._row_number and self._column < LAST_COLUMN:
            self._column += 1
            return
        match = _ADDRESS.fullmatch(address or "")
        column = COLUMNS[match[1]] if match else 0
        row = int(match[2]) if match else 0
        if not (column and row <= LAST_ROW):
            raise self._bad_address(address or "")
        if row != self._row_number:
            self._go_to_row(row)
        self._column = column

    def _merge(self, written: str) -> None:
        self._budget.spend(1)
        self.merges += read_area(written)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first = whole(attributes.get("min", ""))
        last = whole(attributes.get("max", ""))
        if first is not None and last is not None:
            self.hidden_columns.add((max(first, 1), min(last, LAST_COLUMN)))

    def _bad_address(self, address: str) -> Damaged:
        return Damaged(
            Text(
                f"phần “{self._part}” có ô ghi địa chỉ sai (“{address[:20]}”)",
                f"the part “{self._part}” has a cell with a wrong address (“{address[:20]}”)",
            )
        )


def read_area(written: str) -> tuple[Area, ...]:
    """`A1:B2`, `A:A`, `3:3` or `A1` as an area; nothing when it is none.

    >>> read_area("A1:B2"), read_area("$C$5"), read_area("B2:A1")
    ((Area(top=1, left=1, bottom=2, right=2),), (Area(top=5, left=3, bottom=5, right=3),), ())
    """
    match = _AREA.fullmatch(written)
    if match is None:
        return ()
    left, top, right, bottom = match.groups()
    first_column = column_number(left.upper()) or 1
    first_row = int(top or 1)
    last_column = LAST_COLUMN if right == "" else column_number((right or left).upper())
    last_row = LAST_ROW if bottom == "" else int(bottom or top or LAST_ROW)
    if not (1 <= first_row <= last_row <= LAST_ROW and first_column <= last_column <= LAST_COLUMN):
        return ()
    return (Area(first_row, first_column, last_row, last_column),)
