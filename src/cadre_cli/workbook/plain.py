"""The rows of a sheet in the plain shape `<c r="D5" s="3" t="s"><v>12</v></c>`: cut, not parsed.

What is written in any other shape goes through elements.py.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from cadre_cli.domain.grid import Cell
from cadre_cli.workbook.cutting import CHARACTERS, NotPlain, decoded
from cadre_cli.workbook.grid_builder import ordered
from cadre_cli.workbook.limits import LAST_ROW
from cadre_cli.workbook.making import (
    COLUMNS,
    MOST_REMEMBERED,
    Budget,
    CellMaker,
    Formulas,
    Row,
)
from cadre_cli.workbook.values import unescaped

_TEXT = rf"{CHARACTERS}(?:&(?:amp|lt|gt|quot|apos);{CHARACTERS})*+"
_ATTRIBUTES = r'(?: (?:[A-Za-z0-9]+:)?[A-Za-z0-9]+="[^"<>&\x00-\x1f]*+")*+'
_ROW = re.compile(f'<row r="([1-9][0-9]{{0,6}})"({_ATTRIBUTES}) ?(/?)>')
_HIDDEN = re.compile(' hidden="(?:1|true)"')
_NAMED = re.compile(' ([A-Za-z0-9]+)="([^"]*)"')
_CELL = '<c r="'
_FOLLOWING = rf"(?:{_CELL}([A-Za-z]+))?+"
_USUAL = re.compile(
    r'((?: s="[0-9]{1,9}")?+(?: t="s")?+)>'
    r"(?:<f>([^<&_\x00-\x1f\ufffe\uffff]++)</f>)?+<v>([0-9]++(?:\.[0-9]++)?+)</v></c>"
    f"{_FOLLOWING}"
)
"""Nearly every cell: a number, a shared text, or a formula with its number."""
_ANY = re.compile(
    r'(?: s="(?P<style>[0-9]{1,9})")?+(?: t="(?P<kind>[A-Za-z]+)")?+ ?'
    r"(?:/>|>"
    rf"(?:<f(?P<how>{_ATTRIBUTES})(?: ?/>|>(?P<formula>{_TEXT})</f>))?+"
    rf"(?:<v>(?P<value>{_TEXT})</v>|(?P<no_value><v ?/>)"
    rf'|<is><t(?: xml:space="preserve")?>(?P<text>{_TEXT})</t></is>)?+'
    rf"</c>){_FOLLOWING}"
)
_ROW_END = b"</row>"
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def read_plain(
    data: bytes, start: int, end: int, maker: CellMaker, budget: Budget
) -> tuple[dict[int, Row], list[int]]:
    """The rows between `<sheetData>` and its end, ascending, and which of them are hidden."""
    rows: dict[int, Row] = {}
    hidden: list[int] = []
    formulas = Formulas()
    last = 0
    # Row by row: all rows at once would be the sheet in memory once more.
    while (row_end := data.find(_ROW_END, start, end)) >= 0:
        written = decoded(data, start, row_end)
        start = row_end + len(_ROW_END)
        digits, last, at = _opening(written, last, hidden)
        if not digits:
            raise NotPlain
        row = _cells(written[at:], last, digits, maker, formulas)
        if row:
            rows[last] = ordered(row)
            budget.spend(len(row))
    digits, _, _ = _opening(decoded(data, start, end), last, hidden)
    if digits:
        raise NotPlain
    return rows, hidden


def _opening(written: str, last: int, hidden: list[int]) -> tuple[str, int, int]:
    """The row whose cells follow, in its digits and as a number, and where they begin.

    Rows without cells (`<row r="3" ht="20"/>`) may stand before it. No digits when there is none.
    """
    at = 0
    while at < len(written):
        opening = _ROW.match(written, at)
        if opening is None:
            raise NotPlain
        digits, attributes, empty = opening.groups()
        number = int(digits)
        if not last < number <= LAST_ROW:
            raise NotPlain
        last = number
        if "hidden" in attributes and _HIDDEN.search(attributes):
            hidden.append(number)
        at = opening.end()
        if not empty:
            return digits, number, at
    return "", last, at


def _cells(written: str, number: int, digits: str, maker: CellMaker, formulas: Formulas) -> Row:
    """The cells of one row; the loop that most of the reading time goes into."""
    row: Row = {}
    recall = maker.remembered.get
    first, *pieces = _pieces(written, digits + '"')
    column = COLUMNS[first.removeprefix(_CELL)] if first else 0
    if first and not column:
        raise NotPlain
    for piece in pieces:
        cell, following = recall(piece) or _made(piece, number, column, maker, formulas)
        if cell is not None:
            row[column] = cell
        column = following
    if column:
        raise NotPlain
    return row


def _pieces(written: str, mark: str) -> list[str]:
    """A row cut where its number ends an address: `<c r="A`, ` s="3"><v>1</v></c><c r="B`, ….

    So each piece holds all of a cell but its address, which it shares with many others, and the
    column of the next.
    """
    pieces = written.split(mark)
    if len(pieces) == written.count(_CELL) + 1:
        return pieces
    # The mark stands elsewhere too: in row 5, `s="5"`.
    before, *cells = written.split(_CELL)
    pieces = [before]
    for letters, found, rest in (cell.partition(mark) for cell in cells):
        if not found:
            raise NotPlain
        pieces[-1] += _CELL + letters
        pieces.append(rest)
    return pieces


def _made(
    piece: str, row: int, column: int, maker: CellMaker, formulas: Formulas
) -> tuple[Cell | None, int]:
    """The cell of a piece that was not met before, and the column of the next."""
    cell = formula = letters = None
    usual = _USUAL.fullmatch(piece)
    if usual:
        head, formula, digits, letters = usual.groups()
        cell = maker.usual(head, formula, digits)
    if cell is None:
        cell, formula, letters = _any(piece, row, column, maker, formulas)
    made = cell, COLUMNS[letters] if letters else 0
    if letters and not made[1]:
        raise NotPlain
    # A formula is hardly written twice, and a shared one reads differently in each cell.
    if formula is None and len(maker.remembered) < MOST_REMEMBERED:
        maker.remembered[piece] = made
    return made


def _any(
    piece: str, row: int, column: int, maker: CellMaker, formulas: Formulas
) -> tuple[Cell | None, str | None, str | None]:
    """The cell of any plain piece, its formula, and the letters of the next cell's column."""
    match = _ANY.fullmatch(piece)
    if match is None:
        raise NotPlain
    style, kind, how, formula, value, no_value, in_place, letters = match.groups()
    text = None
    if how is not None:
        attributes = dict(_NAMED.findall(how)) if how else {}
        text = formulas.text(attributes, _characters(formula or ""), row, column)
    cell = maker.make(
        kind or "n",
        style or "0",
        _characters(value) if value is not None else no_value and "",
        None if in_place is None else unescaped(_characters(in_place)),
        text,
    )
    return cell, how, letters


def _characters(written: str) -> str:
    return unescape(written, _ENTITIES) if "&" in written else written
