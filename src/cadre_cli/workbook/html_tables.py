"""The tables of an HTML page and the lines of text between them, each with cells of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cadre_cli.domain.grid import Cell, ErrorValue, Value
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.grid_builder import Span
from cadre_cli.workbook.html_markup import Tag, tokens
from cadre_cli.workbook.html_styles import (
    Rules,
    declarations,
    font_of,
    is_hidden,
    rules_of,
    sheet_rules,
    style_of,
)
from cadre_cli.workbook.limits import OverLimit
from cadre_cli.workbook.making import MOST_REMEMBERED, Budget, Row, whole
from cadre_cli.workbook.styles import NAMED_FORMATS, PLAIN, Style, shows_date
from cadre_cli.workbook.values import ERROR_WORDS, as_double, moment, number

_BLANKS = re.compile("[ \t\r\n\f]+")
_SPACES = re.compile(" {2,}")
_BLOCK_END = "\r"
"""Where a block ended; several in a row are one line break, unlike several `br`."""
_BLOCK_ENDS = re.compile("(?: ?\r ?)+")
_BREAK = re.compile(" ?\n ?")
_LINES = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "center", "tr", "caption"}
)
_MOST_ACROSS, _MOST_DOWN = 1_000, 65_534
"""What browsers make of a larger colspan and rowspan."""
_MOST_TOKENS = 2_000_000
_MOST_OPEN = 100
"""Tables within tables; a deeper one is no table of an office."""


@dataclass(slots=True)
class Piece:
    """A table, or a line of text outside of tables; places counted from 1 within it."""

    rows: dict[int, Row] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Row, column, height, width."""
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    height: int = 0
    is_table: bool = True


@dataclass(slots=True)
class _Open:
    """A table whose end has not come: where the next cell goes, and the cell being read."""

    piece: Piece
    column: int = 1
    columns_named: int = 0
    busy: dict[int, int] = field(default_factory=dict)
    """Column → the last row a cell from above reaches down to."""
    cell: Tag | None = None
    style: Style = PLAIN
    words: list[str] = field(default_factory=list)
    has_words: bool = False


class Tables:
    """Reads a page; `pieces` are its tables and lines in the order in which they begin."""

    def __init__(self, page: str) -> None:
        self.pieces: list[Piece] = []
        self._budget = Budget()
        self._rules: dict[str, Rules] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._open: list[_Open] = []
        self._line: list[str] = []
        for count, token in enumerate(tokens(page)):
            if count > _MOST_TOKENS:
                raise _too_long()
            if isinstance(token, str):
                self._say(_BLANKS.sub(" ", token))
            elif token.closes:
                self._close(token.name)
            else:
                self._begin(token)
        while self._open:
            self._close("table")
        self._end_line()

    def _words(self) -> list[str]:
        return self._open[-1].words if self._open and self._open[-1].cell else self._line

    def _say(self, words: str) -> None:
        self._words().append(words)
        if self._open and words != " ":
            self._open[-1].has_words = True

    def _begin(self, tag: Tag) -> None:
        match tag.name:
            case "table":
                self._end_line()
                if len(self._open) < _MOST_OPEN:
                    self._open.append(_Open(Piece()))
            case "tr" if self._open:
                self._begin_row(tag)
            case "td" | "th" if self._open:
                self._begin_cell(tag)
            case "col" if self._open:
                self._column(tag)
            case "br":
                self._words().append("\n")
            case "style":
                for selector, said in sheet_rules(tag.raw).items():
                    self._rules.setdefault(selector, {}).update(said)
                self._styles.clear()
            case "font" | "span":
                self._font(tag)
            case name if name in _LINES:
                self._break()

    def _close(self, name: str) -> None:
        if name == "table" and self._open:
            self._end_cell(self._open[-1])
            self._open.pop()
            self._end_line()
        elif name in ("td", "th", "tr") and self._open:
            self._end_cell(self._open[-1])
        elif name in _LINES:
            self._break()

    def _break(self) -> None:
        """A new line within a cell; outside of tables the line so far is a piece of its own."""
        words = self._words()
        if words is self._line:
            self._end_line()
        else:
            words.append(_BLOCK_END)

    def _end_line(self) -> None:
        text = _text(self._line)
        self._line.clear()
        if text:
            self._budget.spend(1)
            self.pieces.append(Piece({1: {1: Cell(text)}}, height=1, is_table=False))

    def _begin_row(self, tag: Tag) -> None:
        table = self._open[-1]
        self._end_cell(table)
        self._end_line()
        if table.piece.height == 0:  # a caption stands above
            self.pieces.append(table.piece)
        table.piece.height += 1
        table.column = 1
        if self._hides(tag):
            table.piece.hidden_rows.append((table.piece.height, table.piece.height))

    def _column(self, tag: Tag) -> None:
        table = self._open[-1]
        first = table.columns_named + 1
        table.columns_named += min(whole(tag.attributes.get("span", "1")) or 1, _MOST_ACROSS)
        if self._hides(tag):
            table.piece.hidden_columns.append((first, table.columns_named))

    def _begin_cell(self, tag: Tag) -> None:
        table = self._open[-1]
        self._end_cell(table)
        if table.piece.height == 0:
            self._begin_row(Tag("tr"))
        table.cell = tag
        table.style = self._looks(tag.attributes)
        table.words, table.has_words = [], False

    def _hides(self, tag: Tag) -> bool:
        if not tag.attributes and tag.name not in self._rules:
            return False
        return is_hidden(rules_of(tag.attributes, tag.name, self._rules))

    def _looks(self, attributes: dict[str, str]) -> Style:
        """The style of a cell; a page has few, each written out at thousands of cells."""
        said = attributes.get("class", ""), attributes.get("style", "")
        style = self._styles.get(said)
        if style is None:
            style = style_of(rules_of(attributes, "td", self._rules))
            if len(self._styles) < MOST_REMEMBERED:
                self._styles[said] = style
        return style

    def _end_cell(self, table: _Open) -> None:
        if table.cell is None:
            return
        attributes, table.cell = table.cell.attributes, None
        piece, row = table.piece, table.piece.height
        while table.busy.get(table.column, 0) >= row:
            self._budget.spend(1)
            table.column += 1
        across = min(whole(attributes.get("colspan", "1")) or 1, _MOST_ACROSS)
        down = min(whole(attributes.get("rowspan", "1")) or 1, _MOST_DOWN)
        if across > 1 or down > 1:
            self._budget.spend(across)
            piece.merges.append((row, table.column, down, across))
        if down > 1:
            table.busy.update(
                dict.fromkeys(range(table.column, table.column + across), row + down - 1)
            )
        cell = _cell(attributes, table.style, _text(table.words))
        if cell is not None:
            self._budget.spend(1)
            piece.rows.setdefault(row, {})[table.column] = cell
        table.column += across

    def _font(self, tag: Tag) -> None:
        """A font named before the first word of a cell is that of the cell."""
        if not self._open or self._open[-1].cell is None or self._open[-1].has_words:
            return
        name = tag.attributes.get("face") or font_of(declarations(tag.attributes.get("style", "")))
        if name:
            table = self._open[-1]
            table.style = replace(table.style, font=name.partition(",")[0].strip())


def _too_long() -> OverLimit:
    return OverLimit(
        Text(
            f"trang web có hơn {_MOST_TOKENS} thẻ và đoạn chữ",
            f"the web page has more than {_MOST_TOKENS} tags and texts",
        )
    )


def _text(words: list[str]) -> str:
    joined = _BLOCK_ENDS.sub("\n", _SPACES.sub(" ", "".join(words)))
    joined = _BREAK.sub("\n", joined).strip(" \n")
    return joined if joined.replace("\N{NO-BREAK SPACE}", " ").strip() else ""


def _cell(attributes: dict[str, str], style: Style, text: str) -> Cell | None:
    """The cell with the value that Excel (`x:num` …) or LibreOffice (`sdval`) stored beside its text."""
    formula = attributes.get("x:fmla", "").removeprefix("=") or None
    if "sdnum" in attributes:
        code = attributes["sdnum"].rpartition(";")[2]
        code = NAMED_FORMATS.get(code, code) or "General"
        style = Style(style.font, code, shows_date(code))
    value = _value(attributes, style, text)
    if value == "" and formula is None:
        return None
    return Cell(value, formula, style.font, style.shown)


def _value(attributes: dict[str, str], style: Style, text: str) -> Value:
    error = attributes.get("x:err") or text
    if error in ERROR_WORDS:  # LibreOffice writes sdval="0" beside it
        return ErrorValue(error)
    stored = attributes.get("x:num", attributes.get("sdval"))
    if stored is not None:
        stored = stored.strip() or text
        if as_double(stored) is not None:
            return moment(stored) if style.is_date else number(stored)
    if attributes.get("x:bool", "").upper() in ("TRUE", "FALSE"):
        return attributes["x:bool"].upper() == "TRUE"
    return text
