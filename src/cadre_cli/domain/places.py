"""Where something stands: a file, a sheet, a cell, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


def column_letters(column: int) -> str:
    """The letters Excel shows above a column counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_at(a1: str) -> tuple[int, int]:
    """Row and column of an address as Excel shows it; ValueError when it is none.

    >>> cell_at("D12"), cell_at("AB7")
    ((12, 4), (7, 28))
    """
    letters = a1.rstrip("0123456789")
    if not letters.isascii() or not letters.isupper():
        raise ValueError(f"not a cell: {a1!r}")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(a1[len(letters) :]), column


@dataclass(frozen=True, slots=True)
class CellRef:
    """A place the clerk can go to: a cell, or with parts left out a row, a sheet or a whole file.

    `row` and `column` count from 1, as Excel shows them.

    >>> str(CellRef("thang-03.xlsx", "Giao việc", 12, 4))
    "'Giao việc'!D12"
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def a1(self) -> str | None:
        """`D12`; None when this is not a single cell."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The order in which findings are listed: file, sheet, row, column."""
        return (self.file, self.sheet or "", self.row or 0, self.column or 0)

    def __str__(self) -> str:
        if self.sheet is None:
            return self.file
        sheet = f"'{self.sheet}'"
        if self.a1 is not None:
            return f"{sheet}!{self.a1}"
        return f"{sheet}!{self.row}:{self.row}" if self.row is not None else sheet


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row of a recognised table; names the cell of any field the table has a column for.

    `columns` maps a field's name to its column and is shared by all rows of a table.
    """

    file: str
    sheet: str
    row: int
    columns: Mapping[str, int]

    def cell(self, *fields: str) -> CellRef:
        """The cell of the first of `fields` that has a column; else the row's leftmost cell."""
        for field in fields:
            if field in self.columns:
                return CellRef(self.file, self.sheet, self.row, self.columns[field])
        return self.first

    def has(self, field: str) -> bool:
        """Whether the table has a column for `field`."""
        return field in self.columns

    @property
    def first(self) -> CellRef:
        """The row's leftmost known cell, which stands for the row as a whole."""
        return CellRef(self.file, self.sheet, self.row, min(self.columns.values(), default=1))
