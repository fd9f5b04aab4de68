"""The reader of XML Spreadsheet 2003 (SpreadsheetML), which programs export under the name .xls."""

from __future__ import annotations

import re
from dataclasses import replace

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue, Value, Visibility, Workbook
from cadre_cli.domain.places import column_letters
from cadre_cli.workbook.grid_builder import GridBuilder
from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW
from cadre_cli.workbook.making import YES, Budget, whole
from cadre_cli.workbook.markup import Handlers, local, parse
from cadre_cli.workbook.styles import NAMED_FORMATS, PLAIN, Style, shows_date
from cadre_cli.workbook.values import iso_moment, moment, number

_PART = "XML Spreadsheet 2003"
_VISIBILITY = {"SheetHidden": Visibility.HIDDEN, "SheetVeryHidden": Visibility.VERY_HIDDEN}
_NO_DAY = re.compile("(?:1899-12-31|1904-01-01)T")
"""Day 0 of either calendar: a time of day is stored on it."""
_REFERENCE = re.compile(
    r"""
    "(?:[^"]|"")*" | '(?:[^']|'')*'
  | (?<![\w.])R(?P<row>\d{1,7}|\[-?\d{1,7}\])?C(?P<column>\d{1,5}|\[-?\d{1,5}\])?(?![\w.(!])
    """,
    re.VERBOSE,
)


def read_spreadsheetml(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; Damaged or OverLimit when it cannot be had."""
    elements = _Elements(name)
    parse(data, _PART, Handlers(elements.start, elements.end, elements.chunks.append))
    return Workbook(name, sha256, tuple(elements.grids)), ()


def in_a1(formula: str, row: int, column: int) -> str:
    """A formula in the notation that people see, from R1C1 as it stands in a cell.

    >>> in_a1('=SUM(R[-3]C:R[-1]C)*R1C2&"R1C1"', 5, 3)
    'SUM(C2:C4)*$B$1&"R1C1"'
    """

    def written(found: re.Match[str]) -> str:
        if found[0][0] in "\"'":
            return found[0]
        at_row, fixed_row = _moved(found["row"], row)
        at_column, fixed_column = _moved(found["column"], column)
        if not (1 <= at_row <= LAST_ROW and 1 <= at_column <= LAST_COLUMN):
            return "#REF!"
        return f"{fixed_column}{column_letters(at_column)}{fixed_row}{at_row}"

    return _REFERENCE.sub(written, formula.removeprefix("="))


def _moved(written: str | None, here: int) -> tuple[int, str]:
    if written is None:
        return here, ""
    if written.startswith("["):
        return here + int(written[1:-1]), ""
    return int(written), "$"


class _Elements:
    """Gathers the sheets from expat's calls."""

    def __init__(self, file: str) -> None:
        self.chunks: list[str] = []
        self.grids: list[Grid] = []
        self._file = file
        self._budget = Budget()
        self._path: list[str] = []
        self._styles: dict[str, Style] = {}
        self._style = ""
        self._since_1904 = False
        self._sheet = GridBuilder(file, "", self._budget)
        self._visibility = Visibility.VISIBLE
        self._row = self._column = 0
        self._next_row = self._next_column = 1
        self._row_style = ""
        self._column_styles: dict[int, str] = {}
        self._cell: dict[str, str] = {}
        self._type: str | None = None
        self._stored: str | None = None
        self._font: str | None = None

    def start(self, written: str, given: dict[str, str]) -> None:
        """An element begins."""
        name, parent = local(written), self._path[-1] if self._path else ""
        attributes = {local(key): value for key, value in given.items()}
        self._path.append(name)
        match name, parent:
            case "Cell", "Row":
                self._begin_cell(attributes)
            case "Data", "Cell":
                self._type = attributes.get("Type", "String")
                self.chunks.clear()
            case "Font", _ if "Data" in self._path:
                if self._font is None and not "".join(self.chunks):
                    self._font = attributes.get("Face")
            case "Row", "Table":
                self._begin_row(attributes)
            case "Column", "Table":
                self._begin_column(attributes)
            case "Worksheet", _:
                self._begin_sheet(attributes.get("Name", ""))
            case "Date1904", "ExcelWorkbook":
                self._since_1904 = True
            case "Visible", "WorksheetOptions":
                self.chunks.clear()
            case _:
                self._begin_style(name, parent, attributes)

    def end(self, written: str) -> None:
        """An element ends."""
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        match name, parent:
            case "Data", "Cell":
                self._stored = "".join(self.chunks)
            case "Cell", "Row":
                self._end_cell()
            case "Visible", "WorksheetOptions":
                said = "".join(self.chunks).strip()
                self._visibility = _VISIBILITY.get(said, Visibility.VISIBLE)
            case "Worksheet", _:
                self.grids.append(self._sheet.build(self._visibility))

    def _begin_style(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        match name, parent:
            case "Style", "Styles":
                self._style = attributes.get("ID", "")
                above = attributes.get("Parent", "Default")
                self._styles[self._style] = self._styles.get(above, PLAIN)
            case "Font", "Style":
                self._restyle(font=attributes.get("FontName"))
            case "NumberFormat", "Style":
                self._restyle(shown=attributes.get("Format", "General"))

    def _restyle(self, font: str | None = None, shown: str | None = None) -> None:
        style = self._styles.get(self._style, PLAIN)
        if font is not None:
            style = replace(style, font=font)
        if shown is not None:
            code = NAMED_FORMATS.get(shown, shown)
            style = replace(style, shown=code, is_date=shows_date(code))
        self._styles[self._style] = style

    def _begin_sheet(self, name: str) -> None:
        self._sheet = GridBuilder(self._file, name, self._budget)
        self._visibility = Visibility.VISIBLE
        self._next_row = self._next_column = 1
        self._column_styles = {}

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first = whole(attributes.get("Index", "")) or self._next_column
        last = first + (whole(attributes.get("Span", "")) or 0)
        self._next_column = last + 1
        if attributes.get("Hidden") in YES:
            self._sheet.hidden_columns.append((first, last))
        if "StyleID" in attributes and last <= LAST_COLUMN:
            self._budget.spend(last - first + 1)
            self._column_styles.update(dict.fromkeys(range(first, last + 1), attributes["StyleID"]))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = whole(attributes.get("Index", "")) or self._next_row
        last = self._row + (whole(attributes.get("Span", "")) or 0)
        self._next_row = last + 1
        self._next_column = 1
        self._row_style = attributes.get("StyleID", "")
        if attributes.get("Hidden") in YES:
            self._sheet.hidden_rows.append((self._row, last))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column = whole(attributes.get("Index", "")) or self._next_column
        self._cell = attributes
        self._type = self._stored = self._font = None

    def _end_cell(self) -> None:
        across = whole(self._cell.get("MergeAcross", "")) or 0
        down = whole(self._cell.get("MergeDown", "")) or 0
        self._next_column = self._column + across + 1
        self._sheet.merge(self._row, self._column, down + 1, across + 1)
        style = self._looks()
        formula = self._cell.get("Formula")
        value = self._value(style)
        if formula is None and value in (None, ""):
            return
        if value is None:
            value = NoValue.NO_STORED_VALUE
        text = None if formula is None else in_a1(formula, self._row, self._column)
        cell = Cell(value, text, self._font or style.font, style.shown)
        self._sheet.put(self._row, self._column, cell)

    def _looks(self) -> Style:
        """The cell's own style, else its row's, its column's, or the workbook's."""
        own = self._cell.get("StyleID") or self._row_style
        named = own or self._column_styles.get(self._column, "Default")
        return self._styles.get(named, PLAIN)

    def _value(self, style: Style) -> Value:
        stored = self._stored
        if self._type is None or stored is None:
            return None
        if self._type == "String":
            return stored
        stored = stored.strip()
        if not stored:
            return None
        match self._type:
            case "Number":
                if style.is_date:
                    return moment(stored, since_1904=self._since_1904)
                return number(stored)
            case "DateTime":
                return iso_moment(_NO_DAY.sub("", stored))
            case "Boolean":
                return stored in YES
            case "Error":
                return ErrorValue(stored)
            case _:
                return stored
