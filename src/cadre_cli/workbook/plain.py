"""The rows of a sheet in the plain shape `<c r="D5" s="3" t="s"><v>12</v></c>`: cut, not parsed.

What is written in any other shape goes through elements.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
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
_ROW_BEGUN, _ROW_END = '<row r="', b"</row>"
_OPENED = re.compile(rf"{_ATTRIBUTES} ?>{_FOLLOWING}")
_AT_ONCE = 1 << 16
"""Bytes of rows, or one row where it is longer."""
_VALUE, _VALUE_END = "<v>", "</v></c>"
_AFTER = {"": 0}
"""What may stand after a cell → the column of the next, 0 at the end of a row; as far as met."""
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def read_plain(
    data: bytes, start: int, end: int, maker: CellMaker, budget: Budget
) -> tuple[dict[int, Row], list[int]]:
    """The rows between `<sheetData>` and its end, ascending, and which of them are hidden."""
    rows: dict[int, Row] = {}
    hidden: list[int] = []
    formulas = Formulas()
    last = 0
    rest = max(start, data.rfind(_ROW_END, start, end) + len(_ROW_END))
    for written in _written(data, start, rest):
        row = _next_row(written, last + 1, maker, formulas)
        if row is None:
            last, row = _any_row(written, last, hidden, maker, formulas)
        else:
            last += 1
        if row:
            rows[last] = row
            budget.spend(len(row))
    digits, _, _ = _opening(decoded(data, rest, end), last, hidden)
    if digits:
        raise NotPlain
    return rows, hidden


def _written(data: bytes, start: int, end: int) -> Iterator[str]:
    """Each row as text without its end.

    Some at a time: all rows at once would be the sheet in memory once more.
    """
    while start < end:
        until = data.rfind(_ROW_END, start, min(start + _AT_ONCE, end))
        if until < 0:
            until = data.index(_ROW_END, start, end)
        yield from decoded(data, start, until).split(_ROW_END.decode())
        start = until + len(_ROW_END)


def _next_row(written: str, number: int, maker: CellMaker, formulas: Formulas) -> Row | None:
    """The cells of a row that shows and has the next number, as nearly all do; None for others.

    The row is cut where its number ends an address: `<row r="`, ` ht="20"><c r="A`,
    ` s="3"><v>1</v></c><c r="B`, …. So each piece holds all of a cell but its address, which it
    shares with many others, and the column of the next. Where the number stands elsewhere, too (in
    row 5, `s="5"`), there are pieces that are no cell.
    """
    begun, *pieces = written.split(f'{number}"')
    column = _opened(pieces[0]) if pieces and begun == _ROW_BEGUN else None
    if column is None or number > LAST_ROW:
        return None
    try:
        return _cells(pieces[1:], number, column, maker, formulas)
    except NotPlain:
        return None


@lru_cache(maxsize=4096)
def _opened(piece: str) -> int | None:
    """The first column after the attributes of a row, 0 when it has no cells, None when it is hidden."""
    match = _OPENED.fullmatch(piece)
    if match is None or "hidden" in piece:
        return None
    return COLUMNS[match[1]] or None if match[1] else 0


def _any_row(
    written: str, last: int, hidden: list[int], maker: CellMaker, formulas: Formulas
) -> tuple[int, Row]:
    """The number and the cells of any row below the last one."""
    digits, number, at = _opening(written, last, hidden)
    if not digits:
        raise NotPlain
    first, *cells = written[at:].split(_CELL)
    if first:
        raise NotPlain
    pieces = [""]
    for letters, found, rest in (cell.partition(f'{digits}"') for cell in cells):
        if not found:
            raise NotPlain
        pieces[-1] += _CELL + letters
        pieces.append(rest)
    column = COLUMNS[pieces[0].removeprefix(_CELL)] if cells else 0
    if cells and not column:
        raise NotPlain
    return number, _cells(pieces[1:], number, column, maker, formulas)


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


def _cells(
    pieces: list[str], number: int, column: int, maker: CellMaker, formulas: Formulas
) -> Row:
    """The cells of one row, from a column on; what most of the reading time goes into."""
    row: Row = {}
    recall = maker.remembered.get
    for piece in pieces:
        cell, following = recall(piece) or _made(piece, number, column, maker, formulas)
        if cell is not None:
            row[column] = cell
        column = following
    if column:
        raise NotPlain
    return ordered(row)


def _made(
    piece: str, row: int, column: int, maker: CellMaker, formulas: Formulas
) -> tuple[Cell | None, int]:
    """The cell of a piece that was not met before, and the column of the next."""
    head, _, rest = piece.partition(_VALUE)
    digits, _, after = rest.partition(_VALUE_END)
    making, following = maker.makings.get(head), _AFTER.get(after)
    cell = formula = None
    # A whole number or a shared text, with attributes and a next column that were met before.
    if making is not None and following is not None and digits.isdigit() and digits.isascii():
        cell = making(digits, None)
    if cell is None or following is None:
        cell, formula, letters = _usual(piece, maker) or _any(piece, row, column, maker, formulas)
        following = COLUMNS[letters] if letters else 0
        if letters:
            if not following:
                raise NotPlain
            _AFTER[_CELL + letters] = following
    made = cell, following
    # A formula is hardly written twice, and a shared one reads differently in each cell.
    if formula is None and len(maker.remembered) < MOST_REMEMBERED:
        maker.remembered[piece] = made
    return made


def _usual(piece: str, maker: CellMaker) -> tuple[Cell, str | None, str | None] | None:
    """The cell of a piece that is written as nearly every cell is, its formula, the next letters."""
    usual = _USUAL.fullmatch(piece)
    if usual is None:
        return None
    head, formula, digits, letters = usual.groups()
    cell = maker.usual(f"{head}>")(digits, formula)
    return None if cell is None else (cell, formula, letters)


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
