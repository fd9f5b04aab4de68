"""The sheets of an OpenDocument spreadsheet; what is repeated a million times is read once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue, Value, Visibility
from cadre_cli.workbook.grid_builder import GridBuilder, outside
from cadre_cli.workbook.limits import LAST_COLUMN
from cadre_cli.workbook.making import Budget, whole
from cadre_cli.workbook.ods_styles import OdsStyles
from cadre_cli.workbook.values import ERROR_WORDS, iso_moment, number

_HIDDEN = frozenset({"collapse", "filter"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_ASIDE = frozenset(
    {"annotation", "shapes", "tracked-changes", "frame", "custom-shape", "forms", "dde-links"}
)
"""Elements that may hold text, or even cells, which are not those of the sheet."""
_BLANKS = re.compile("[ \t\r\n]+")
_PREFIX = re.compile("(?:[A-Za-z]+:)?=?")
_REFERENCE = re.compile(r'"(?:[^"]|"")*"|\[([^\[\]"]{1,300})\]')
_PLACE = re.compile(
    r"\$?('(?:[^']|'')*'|[^.:']*)\.(\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}(?!\w)|\$?\d{1,7})"
)
_DURATION = re.compile(r"(-?)PT(\d{1,9})H(\d{1,9})M(\d{1,9})(?:[.,](\d{1,12}))?S")
_OWN_ERROR = re.compile(r"Err:\d{3}")
_MOST_SPACES = 1_000


def in_excel(formula: str) -> str:
    """A formula with its references as Excel writes them.

    >>> in_excel("of:=SUM([.A1:.B2])*[$'Tháng 2'.C3]")
    "SUM(A1:B2)*'Tháng 2'!C3"
    """
    plain = _PREFIX.sub("", formula, count=1)
    return _REFERENCE.sub(
        lambda found: found[0] if found[1] is None else _PLACE.sub(_place, found[1]), plain
    )


def _place(found: re.Match[str]) -> str:
    return f"{found[1]}!{found[2]}" if found[1] else found[2]


class OdsSheets:
    """Gathers the grids from expat's calls; names and attributes come without prefix."""

    def __init__(self, file: str, styles: OdsStyles) -> None:
        self.grids: list[Grid] = []
        self.has_links = False
        self._file = file
        self._styles = styles
        self._budget = Budget()
        self._path: list[str] = []
        self._aside = 0
        self._sheet = GridBuilder(file, "", self._budget)
        self._visibility = Visibility.VISIBLE
        self._is_copy = False
        self._row = self._column = self._repeated = 0
        self._next_column = 1
        self._row_style = ""
        self._column_styles: dict[int, str] = {}
        self._cell: dict[str, str] = {}
        self._words: list[str] = []
        self._paragraphs = 0
        self._font: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._aside:
            return
        if name in _ASIDE:
            self._aside = len(self._path)
        elif name in _CELLS:
            self._cell, self._words, self._paragraphs = attributes, [], 0
            self._font = None
        elif name == "table-row":
            self._begin_row(attributes)
        elif name == "table-column":
            self._begin_column(attributes)
        elif name == "table" and parent == "spreadsheet":
            self._begin_sheet(attributes)
        elif name == "table-source":  # what LibreOffice keeps of a sheet of another file
            self._is_copy = self.has_links = True
        else:
            self._begin_text(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        depth = len(self._path)
        self._path.pop()
        if self._aside:
            self._aside = 0 if depth == self._aside else self._aside
        elif name in _CELLS:
            self._end_cell()
        elif name == "table-row":
            self._sheet.repeat(self._row, self._repeated - 1)
            self._row += self._repeated - 1
        elif name == "table" and self._path[-1:] == ["spreadsheet"] and not self._is_copy:
            self.grids.append(self._sheet.build(self._visibility))

    @property
    def is_open(self) -> bool:
        """Whether an element of the sheets has not ended."""
        return bool(self._path)

    def text(self, words: str) -> None:
        """Characters; those of a cell stand within its paragraphs."""
        if not self._aside and "p" in self._path[-8:]:
            self._words.append(_BLANKS.sub(" ", words))

    def _begin_text(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            if self._paragraphs:
                self._words.append("\n")
            self._paragraphs += 1
        elif name == "span" and not self._words:
            self._font = self._styles.font_of_run(attributes.get("style-name", ""))
        elif name == "s":
            self._words.append(" " * min(_count(attributes, "c"), _MOST_SPACES))
        elif name == "tab":
            self._words.append("\t")
        elif name == "line-break":
            self._words.append("\n")

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        self._sheet = GridBuilder(self._file, attributes.get("name", ""), self._budget)
        hidden = attributes.get("style-name", "") in self._styles.hidden_sheets
        self._visibility = Visibility.HIDDEN if hidden else Visibility.VISIBLE
        self._is_copy = False
        self._row, self._next_column, self._column_styles = 0, 1, {}

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first = self._next_column
        last = first + _count(attributes, "number-columns-repeated") - 1
        self._next_column = last + 1
        if attributes.get("visibility") in _HIDDEN:
            self._sheet.hidden_columns.append((first, last))
        style = attributes.get("default-cell-style-name")
        if style is not None:
            columns = range(first, min(last, LAST_COLUMN) + 1)
            self._column_styles.update(dict.fromkeys(columns, style))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row += 1
        self._column = 1
        self._repeated = _count(attributes, "number-rows-repeated")
        self._row_style = attributes.get("default-cell-style-name", "")
        if attributes.get("visibility") in _HIDDEN:
            self._sheet.hidden_rows.append((self._row, self._row + self._repeated - 1))

    def _end_cell(self) -> None:
        given, first = self._cell, self._column
        times = _count(given, "number-columns-repeated")
        self._column += times
        if self._is_copy:
            return
        height, width = (
            _count(given, "number-rows-spanned"),
            _count(given, "number-columns-spanned"),
        )
        self._sheet.merge(self._row, first, height, width)
        text = "".join(self._words)
        formula = given.get("formula")
        if formula is None and not text and "value-type" not in given:
            return
        if first + times - 1 > LAST_COLUMN:
            raise outside()
        value = _value(given, text, is_formula=formula is not None)
        if value is None or (value == "" and formula is None):
            if formula is None:
                return
            value = NoValue.NO_STORED_VALUE
        written = None if formula is None else in_excel(formula)
        own = given.get("style-name") or self._row_style
        if own or not self._column_styles:
            style = self._styles.cell(own or "Default")
            cell = Cell(value, written, self._font or style.font, style.shown)
            self._sheet.put_run(self._row, first, first + times - 1, cell)
            return
        for column in range(first, first + times):
            style = self._styles.cell(self._column_styles.get(column, "Default"))
            cell = Cell(value, written, self._font or style.font, style.shown)
            self._sheet.put(self._row, column, cell)


def _value(given: dict[str, str], text: str, *, is_formula: bool) -> Value:
    """The stored value; an error is stored as its word beside an empty text or 0."""
    if given.get("own-type") == "error":
        return ErrorValue(text or "#N/A")
    if is_formula and (text in ERROR_WORDS or _OWN_ERROR.fullmatch(text)):
        return ErrorValue(text)
    match given.get("value-type"):
        case None:
            return text or None
        case "float" | "percentage" | "currency":
            return number(given["value"]) if "value" in given else text or None
        case "date":
            return iso_moment(given.get("date-value", text))
        case "time":
            return _time(given.get("time-value", text))
        case "boolean":
            return given.get("boolean-value", text).lower() == "true"
        case _:
            return text or given.get("string-value", "")


def _time(written: str) -> Value:
    """A time of day; a length of time of a day and more, or below 0, as a number of days."""
    found = _DURATION.fullmatch(written)
    if found is None:
        return written
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4])
    millis = int((found[5] or "0").ljust(3, "0")[:3])
    if not found[1] and seconds < 86_400:
        return (datetime.min + timedelta(seconds=seconds, milliseconds=millis)).time()
    return (-1 if found[1] else 1) * (seconds + Decimal(millis) / 1000) / 86_400


def _count(attributes: dict[str, str], name: str) -> int:
    return whole(attributes.get(name, "1")) or 1
