"""What a table is: its columns, its rows, and the findings about its headings and values."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention


class How(enum.Enum):
    """How surely a heading was taken for a field."""

    GIVEN = "given"
    EXACT = "exact"
    FOLDED = "folded"
    NEAR = "near"


OTHER = "other"
"""The field of columns that are known to say nothing of what a table is read for."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field a sheet kind may have: its headings as offices write them, most usual first.

    A heading "Parent / Child" names a merged parent heading and one of its children. `several`
    fields may stand in more than one column (successive scorers, criteria). `telling` fields are
    those by which the kind is recognised; with `beside` only where one of those fields has a column
    too. `required` fields make B05 when no column has them.
    """

    name: str
    headings: tuple[str, ...]
    required: bool = False
    several: bool = False
    telling: bool = False
    beside: tuple[str, ...] = ()
    share_of: str = ""
    """The field of a quantity that this field states as a percentage: "% hoàn thành"."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading that was taken for a field (or for none: `field` is None, the words are kept)."""

    field: str | None
    column: int
    at: CellRef
    heading: str
    """The full heading, parents first, joined by " / "."""
    how: How


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row, sheet or part of one that was not read, and why."""

    at: CellRef
    why: Text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data: its number in the sheet, and the group headings above it, outermost first.

    `group` are the texts of the group rows in force here (a unit, "II. Nhiệm vụ phát sinh" …).
    """

    number: int
    group: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom all rows of a table are about, where a line above it or the sheet's name says so."""

    person: Mention | None = None
    unit: str | None = None
    village: str | None = None
    position: str | None = None
    position_at: CellRef | None = None


NOBODY = Subject()


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table; a sheet may hold several, one below or beside the other.

    `grid` holds the table's own part of the sheet, at the addresses of the sheet.
    """

    kind: str
    grid: Grid
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    period: Period | None = None
    title: str = ""
    findings: tuple[Finding, ...] = ()
    """B findings about headings and layout."""
    subject: Subject = NOBODY
    blank_title: CellRef | None = None
    """The cell of its title in which the period was left blank, where the table is filled."""
    month: int | None = None
    """The month that its columns are about, in a table with a block of columns for each month."""
    blank_months: tuple[Table, ...] = ()
    """The same for the months in which nothing is filled in yet, with the first of the others."""

    @property
    def places(self) -> Mapping[str, int]:
        """Field → its (first) column."""
        places: dict[str, int] = {}
        for column in self.columns:
            if column.field is not None:
                places.setdefault(column.field, column.column)
        return places

    def all(self, name: str) -> tuple[Column, ...]:
        """Every column of a field that may have several, from left to right."""
        return tuple(column for column in self.columns if column.field == name)

    def cell(self, row: int, name: str) -> Cell | None:
        """The cell of a field in a row; None when there is no such column or nothing is stored."""
        column = self.places.get(name)
        return None if column is None else self.grid.cell(row, column)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The records of one table and what was found wrong with its values."""

    records: Records = field(default_factory=Records)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet: what it is called, its fields, and how its rows become records.

    `titles` are words of a sheet's title or name that speak for the kind. `needs_period` is False
    for a roster or a catalogue. A sheet `of_one_person` names that person above its table, and
    each heading begins another person's. With `by_month` its columns may stand once
    for each month of a year.
    """

    name: str
    shown: Text
    fields: tuple[FieldSpec, ...]
    parse: Callable[[Table], Parsed]
    titles: tuple[str, ...] = ()
    needs_period: bool = True
    of_one_person: bool = False
    by_month: bool = False
