"""Sheets laid out as offices lay them out: letterhead, title, merged headings, groups, signatures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from cadre_cli.reports.page import STATE_PAGE
from cadre_cli.workbook.render import first_page_unnumbered

FIXED = datetime(2026, 1, 1)
"""Day of making written into every workbook: the same input gives the same bytes."""
FONT = "Times New Roman"
LINE = 15.5
"""Points a line of 12-point text takes; rows are sized here because viewers do not agree on it."""

_KINDS: Mapping[str, Mapping[str, Any]] = {
    "text": {},
    "centre": {"align": "center"},
    "whole": {"align": "center", "num_format": "0"},
    "points": {"align": "center", "num_format": "0.0#"},
    "factor": {"align": "center", "num_format": "0.00"},
    "date": {"align": "center", "num_format": "dd/mm/yyyy"},
    "amount": {"align": "right", "num_format": "General"},
    "percent": {"align": "center", "num_format": "0%"},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its headings from the outermost parent down, its width in characters, its kind."""

    path: tuple[str, ...]
    width: float
    kind: str = "text"


def column(heading: str, width: float, kind: str = "text") -> Column:
    """A column by its headings joined with " | "."""
    return Column(tuple(heading.split(" | ")), width, kind)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the result Excel would store. `{row}` in it is the row's own number."""

    text: str
    value: Fraction | float | str


class Book:
    """A workbook in memory with the formats of the house."""

    def __init__(self, title: str, *, form: bool = False) -> None:
        """`form` marks a blank form of ours, whose guide nobody need be told was left out."""
        self._stream = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._stream, {"in_memory": True})
        self._book.set_properties({"title": title, "author": "cadre", "created": FIXED})
        if form:
            self._book.set_custom_property("cadre-form", "1", "text")
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **wanted: Any) -> Any:
        """A cell format, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            basic = {"font_name": FONT, "font_size": 12, "valign": "vcenter"}
            self._formats[key] = self._book.add_format({**basic, **wanted})
        return self._formats[key]

    def cell(self, kind: str, **more: Any) -> Any:
        """The format of a cell inside a table."""
        return self.format(border=1, text_wrap=True, **{**_KINDS[kind], **more})

    def sheet(self, name: str, columns: Sequence[Column]) -> Form:
        """A new sheet."""
        return Form(self, self._book.add_worksheet(name), columns)

    def define(self, name: str, area: str) -> None:
        """A name for an area, for lists to choose from."""
        self._book.define_name(name, area)

    def bytes(self) -> bytes:
        """The finished file."""
        self._book.close()
        return first_page_unnumbered(self._stream.getvalue())


class Form:
    """One sheet, written from the top; `row` is the next free row, counted from 0."""

    def __init__(self, book: Book, page: Any, columns: Sequence[Column]) -> None:
        self.book = book
        self.open_head = False
        """Whether letterhead and title may be typed over in a protected sheet."""
        self.page = page
        self.columns = tuple(columns)
        self.row = 0
        self.first = 0
        """The first row of data (from 0), once headings are written."""
        for place, each in enumerate(self.columns):
            page.set_column(place, place, each.width, book.format(locked=False))
        page.set_landscape()
        page.set_paper(9)
        sides = (STATE_PAGE.left, STATE_PAGE.right, STATE_PAGE.top, STATE_PAGE.bottom)
        page.set_margins(*(millimetres / 25.4 for millimetres in sides))
        page.fit_to_pages(1, 0)
        page.set_header(f'&C&"{FONT},Regular"&13&P', {"margin": STATE_PAGE.top / 2 / 25.4})
        page.center_horizontally()
        page.hide_gridlines(2)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.columns) - 1

    def letterhead(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Two blocks side by side, as NĐ 30/2020 has them."""
        half = self.middle()
        for line, (body, motto) in enumerate(zip(left, right, strict=True)):
            mine = {"align": "center", "locked": not self.open_head}
            bold = self.book.format(bold=True, underline=int(line == len(left) - 1), **mine)
            plain = self.book.format(**mine)
            self._across(0, half, body, plain if line < len(left) - 1 else bold)
            self._across(half + 1, self.last, motto, bold)
            self.row += 1

    def middle(self) -> int:
        """The column after which about two fifths of the width are used up."""
        whole, used = sum(each.width for each in self.columns), 0.0
        for place, each in enumerate(self.columns[:-2]):
            used += each.width
            if used >= whole * 0.42:
                return place
        return max(0, self.last - 2)

    def title(self, *lines: str) -> None:
        """The title in bold, what explains it below in italics."""
        self.row += 1
        for place, line in enumerate(lines):
            style: dict[str, Any] = {"bold": True, "font_size": 14}
            if place and line.startswith("("):
                style = {"italic": True}
            style["locked"] = not self.open_head
            self._across(0, self.last, line, self.book.format(align="center", **style))
            self.row += 1
        self.row += 1

    def headings(self, height: float = 34) -> None:
        """The merged headings and the row that numbers the columns; repeated on every page."""
        depth = max(len(each.path) for each in self.columns)
        style = self.book.cell("centre", bold=True, bg_color="#DDEBF7")
        top = self.row
        done: set[tuple[int, int]] = set()
        for place, each in enumerate(self.columns):
            for level, words in enumerate(each.path):
                if (level, place) in done:
                    continue
                right = place
                while self._shares(right + 1, each, level):
                    right += 1
                bottom = depth - 1 if level == len(each.path) - 1 else level
                done |= {(level, at) for at in range(place, right + 1)}
                self._area(top + level, place, top + bottom, right, words, style)
        for level in range(depth):
            self.page.set_row(top + level, height)
        self.row = top + depth
        number = self.book.cell("centre", italic=True, font_size=10)
        for place in range(len(self.columns)):
            self.page.write_string(self.row, place, f"({place + 1})", number)
        self.row += 1
        self.first = self.row
        self.page.repeat_rows(top, self.row - 1)
        self.page.freeze_panes(self.row, self._frozen())

    def _shares(self, place: int, first: Column, level: int) -> bool:
        if place > self.last or level == len(first.path) - 1:
            return False
        return self.columns[place].path[: level + 1] == first.path[: level + 1]

    def _frozen(self) -> int:
        names = ("Họ và tên", "Nội dung công việc", "Công việc chi tiết", "Thôn")
        found = [at for at, each in enumerate(self.columns) if each.path[-1] in names]
        return found[0] + 1 if found else 0

    def group(self, marker: str, words: str) -> None:
        """A heading inside the table: a Roman numeral and a name over the rest of the row."""
        style = {"bold": True, "bg_color": "#F2F2F2"}
        self.page.write_string(self.row, 0, marker, self.book.cell("centre", **style))
        self._area(self.row, 1, self.row, self.last, words, self.book.cell("text", **style))
        self.page.set_row(self.row, LINE + 3)
        self.row += 1

    def data(self, values: Sequence[object], **style: Any) -> int:
        """A row of the table; the row's number as Excel shows it."""
        if len(values) != len(self.columns):
            raise ValueError(f"{len(values)} values for {len(self.columns)} columns: {values}")
        for place, value in enumerate(values):
            self.write(place, value, self.book.cell(self.columns[place].kind, **style))
        lines = max(
            _lines(value, each.width) for value, each in zip(values, self.columns, strict=True)
        )
        self.page.set_row(self.row, LINE * lines + 3)
        self.row += 1
        return self.row

    def write(self, place: int, value: object, style: Any) -> None:
        """One cell of the current row."""
        at = (self.row, place)
        match value:
            case None | "":
                self.page.write_blank(*at, None, style)
            case Formula():
                text = value.text.replace("{row}", str(self.row + 1))
                stored = float(value.value) if isinstance(value.value, Fraction) else value.value
                self.page.write_formula(*at, text, style, stored)
            case date():
                self.page.write_datetime(*at, value, style)
            case Fraction() | int() | float():
                self.page.write_number(*at, float(value), style)
            case _:
                self.page.write_string(*at, str(value), style)

    def blank(self, rows: int) -> tuple[int, int]:
        """Empty rows to be filled in; their first and last number as Excel shows them."""
        for line in range(self.row, self.row + rows):
            for place, each in enumerate(self.columns):
                self.page.write_blank(line, place, None, self.book.cell(each.kind, locked=False))
        self.row += rows
        return self.row - rows + 1, self.row

    def protect(self) -> None:
        """Headings cannot be overwritten by mistake; everything a clerk does with rows is allowed.

        No password: whoever has to change the form simply lifts the protection.
        """
        allowed = (
            "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort",
            "autofilter", "insert_hyperlinks",
        )  # fmt: skip
        self.page.protect("", dict.fromkeys(allowed, True))

    def total(
        self, label: str, sums: Mapping[int, Fraction | float], rows: tuple[int, int]
    ) -> None:
        """The office's own total below the table, over rows numbered as Excel shows them."""
        for place, each in enumerate(self.columns):
            style = self.book.cell(each.kind, bold=True)
            if place in sums:
                first = xl_rowcol_to_cell(rows[0] - 1, place)
                last = xl_rowcol_to_cell(rows[1] - 1, place)
                self.write(place, Formula(f"=SUM({first}:{last})", sums[place]), style)
            else:
                self.write(place, label if place == 1 else None, style)
        self.row += 1

    def notes(self, *lines: str) -> None:
        """Remarks below the table."""
        for line in lines:
            self._across(0, self.last, line, self.book.format(italic=True, text_wrap=True))
            whole = sum(each.width for each in self.columns)
            self.page.set_row(self.row, LINE * _lines(line, whole) + 3)
            self.row += 1

    def signatures(self, place_and_day: str, blocks: Sequence[tuple[str, str]]) -> None:
        """The block of signatures: posts side by side, room to sign, names below."""
        self.row += 1
        half = self.middle()
        centred = self.book.format(align="center", italic=True)
        self._across(half + 1, self.last, place_and_day, centred)
        bold = self.book.format(align="center", bold=True)
        spans = ((0, half), (half + 1, self.last))
        for line in range(2):
            self.row += 1 if line == 0 else 4
            for (left, right), block in zip(spans, blocks, strict=True):
                self._across(left, right, block[line], bold)
            if line == 0:
                self.row += 1
                for left, right in spans:
                    self._across(left, right, "(Ký, ghi rõ họ tên)", centred)
        self.row += 1

    def _across(self, left: int, right: int, words: str, style: Any) -> None:
        self._area(self.row, left, self.row, right, words, style)

    def _area(self, top: int, left: int, bottom: int, right: int, words: str, style: Any) -> None:
        if (top, left) == (bottom, right):
            self.page.write_string(top, left, words, style)
        else:
            self.page.merge_range(top, left, bottom, right, words, style)


def _lines(value: object, width: float) -> int:
    """Lines a text wraps to in a column; a line loses about a word at its end."""
    if not isinstance(value, str):
        return 1
    return max(1, -(-len(value) * 20 // int(23 * width)))


def same_workbook(one: bytes, other: bytes) -> bool:
    """Whether two workbooks hold the same parts, byte for byte; how hard they are packed says nothing."""
    return one == other or _parts(one) == _parts(other)


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
