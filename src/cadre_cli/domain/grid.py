"""A workbook as it was stored: sheets of cells, nothing dropped, nothing interpreted."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text


class NoValue(enum.Enum):
    """A formula whose result was never stored (Excel has not saved the file since it was written)."""

    NO_STORED_VALUE = "no stored value"


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An Excel error such as `#N/A`: its own value, never blank, never 0."""

    code: str


Value = Decimal | str | bool | datetime | date | time | ErrorValue | NoValue | None
"""What a cell holds. Numbers are `Decimal(repr(x))` of the stored double, so 0.1 stays 0.1."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One stored cell.

    `formula` is the text after `=` or None; `font` the font's name (TCVN3 and VNI hide behind
    fonts); `shown` Excel's number format code ("General", "0.00", "0%", "dd/mm/yyyy"). `stored` is
    the text as the file holds it where `value` is written otherwise (in Unicode), else None;
    `struck` says that the whole cell is crossed out. `runs` are the pieces of a text in several
    fonts, each with its font; `font` is then that of the first.
    """

    value: Value
    formula: str | None = None
    font: str | None = None
    shown: str = "General"
    stored: str | None = None
    struck: bool = False
    runs: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, bounds included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: tuple[int, int]) -> bool:
        row, column = place
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Visibility(enum.Enum):
    """Whether a sheet shows in Excel."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `rows[row][column]` is a cell; only cells that hold a value or formula are there.

    Hidden rows and columns are named, their cells stay: an office hides data that counts.
    """

    file: str
    sheet: str
    rows: Mapping[int, Mapping[int, Cell]]
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visibility: Visibility = Visibility.VISIBLE

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place, None when nothing is stored there."""
        return self.rows.get(row, {}).get(column)

    def ref(self, row: int, column: int) -> CellRef:
        """The address of a place in this sheet."""
        return CellRef(self.file, self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets in their order; `sha256` is the hash of the very bytes that were read."""

    name: str
    sha256: str
    grids: tuple[Grid, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """Document properties worth knowing, such as the mark of a workbook `cadre` wrote itself."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One change to a copy of a workbook, refused unless the cell still holds `was`, as stored.

    `in_general` is written instead where the cell has no number format that rounds for display,
    `in_percent` where it is shown as a percentage; elsewhere it is refused for the reason `unless_percent`, if given.
    """

    at: CellRef
    was: Value
    becomes: Value
    in_general: Value = None
    in_percent: Value = None
    unless_percent: Text | None = None


@dataclass(frozen=True, slots=True)
class CellMark:
    """A remark on a cell of a copy: a colour by its severity and a comment.

    A row stands for its first cell, a sheet for its cell A1, a file for A1 of its first sheet.
    """

    at: CellRef
    text: str
    severity: Severity
