"""What a report is before anybody knows Excel: sections of lines and tables, formulas without addresses.

A number in a report is either an input (it stands in a cell of the office's own workbook) or
`Computed`: a formula together with its exact value. A formula names cells by section, row and
column; only the renderer turns these names into addresses.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.places import CellRef


class Operator(enum.Enum):
    """The four operations, written as Excel writes them."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class Function(enum.Enum):
    """The functions a report may use: those every spreadsheet program has had for decades."""

    SUM = "SUM"
    MIN = "MIN"
    MAX = "MAX"
    AVERAGE = "AVERAGE"
    COUNTIF = "COUNTIF"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of the law, or the word that COUNTIF looks for."""

    value: Fraction | str


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell of the same report: section, row and column by their keys."""

    section: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Down:
    """The cells of one column from a row down to another, both included."""

    section: str
    first: str
    last: str
    column: str


@dataclass(frozen=True, slots=True)
class Binary:
    """Two formulas joined by an operator."""

    operator: Operator
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the spreadsheet with its arguments."""

    function: Function
    arguments: tuple[Formula, ...]


Formula = Constant | Ref | Down | Binary | Call


@dataclass(frozen=True, slots=True)
class Computed:
    """A live formula and the exact value it has."""

    value: Fraction
    formula: Formula


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: a cell of this report, or of the workbook file at `path`.

    `path` is relative to the folder of the report, with `/` between folders.
    """

    text: str
    to: Ref | CellRef
    path: str = ""


Cell = str | int | Decimal | Fraction | Computed | Link | None
"""Text is always text, whatever it begins with; None is a blank cell, which is not 0."""


class Align(enum.Enum):
    """Where words stand in their cell."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class Shows(enum.Enum):
    """How the cells of a column are shown; what is stored is never rounded."""

    TEXT = "text"
    CENTRED = "centred text"
    POINTS = "points, with the report's decimals"
    SHARE = "a fraction of 1 as per cent, with the report's decimals"
    PLAIN = "a number with as many decimals as it has"
    WHOLE = "a whole number"
    AMOUNT = "a whole number with its thousands apart"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Neighbours with the same `group` stand under one heading.

    `span` is how many columns of the section's grid it covers.
    """

    key: str
    heading: str
    shows: Shows = Shows.TEXT
    group: str | None = None
    span: int = 1


class Look(enum.Enum):
    """What a row is, which decides its type and shade."""

    DATA = "data"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Tone(enum.Enum):
    """How one cell stands out from its row, told apart in black and white, too."""

    BEST = "bold"
    WEAK = "light grey"
    WORST = "dark grey, bold"
    OUTSIDE = "hatched"
    """Not part of what is counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in the order of the columns; a GROUP row holds one text for all.

    `key` is unique in its section. `level` is the depth of the outline (0 stands outside it);
    `folded` rows are there but closed. `indent` moves the first text to the right. `tones` are
    those of single cells, by the keys of their columns.
    """

    key: str
    cells: tuple[Cell, ...]
    look: Look = Look.DATA
    level: int = 0
    folded: bool = False
    indent: int = 0
    tones: Mapping[str, Tone] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, beginning at column `start` of the section's grid.

    `numbered` puts the row (1) (2) (3) … of the decree's forms under the headings. `pinned`
    keeps the headings in sight and repeats them on every page, with `pinned_columns` columns.
    `bare` leaves out headings and borders: lines of words with numbers beside them. `continued`:
    words too long for the tallest row go on in a row below.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    start: int = 0
    numbered: bool = False
    pinned: bool = False
    pinned_columns: int = 0
    filtered: bool = False
    bare: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words across the page; `size` in points, "" leaves a blank line.

    A line that is `kept`, and every bold one, is printed on the page of what follows it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 11
    align: Align = Align.LEFT
    kept: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of lines next to each other: the two halves of a letterhead, a signature block."""

    columns: tuple[tuple[Line, ...], ...]


class ChartKind(enum.Enum):
    """Shapes that stay readable in black and white; there are no pies, which need colours."""

    COLUMNS = "column"
    BARS = "bar"
    STACKED_BARS = "stacked bar"
    LINES = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """The cells of one column that a chart draws, and what they are called in its legend."""

    name: str
    values: Down


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart of Excel over cells of the same report: it follows them when they change.

    `names` are the cells along the axis, as many as each series has values. `shows` is how numbers
    are labelled. `most` is the end of the axis of values, where it has a natural one. `about` says
    in words what is seen, for those who listen to the page.
    """

    title: str
    kind: ChartKind
    names: Down
    series: tuple[Series, ...]
    shows: Shows = Shows.WHOLE
    most: float | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Charts:
    """Charts next to each other, over the whole width and so many rows of the sheet."""

    charts: tuple[Chart, ...]
    rows: int = 16


Block = Line | SideBySide | Table | Charts


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet of paper: A4, margins in millimetres, fitted to one page wide."""

    top: float
    bottom: float
    left: float
    right: float
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """One sheet. `key` is what formulas call it, `name` what its tab shows.

    `grid` are the widths of its columns in digits of the default type, as Excel counts them.
    """

    key: str
    name: str
    page: Page
    grid: tuple[float, ...]
    blocks: tuple[Block, ...]
    decimals: int = 2

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, from top to bottom."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. `created` is a day of the report, never today.

    `marks` are properties of our own, such as the mark of a workbook `cadre` wrote.
    """

    title: str
    author: str
    created: date
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """A workbook to be written: `name` without extension, built from office and period alone."""

    name: str
    properties: Properties
    sections: tuple[Section, ...]

    def cells(self) -> Iterator[tuple[Ref, Cell]]:
        """Every cell of every table with its name, in reading order."""
        for section in self.sections:
            for table in section.tables:
                for row in table.rows:
                    for column, cell in zip(table.columns, row.cells, strict=False):
                        yield Ref(section.key, row.key, column.key), cell
