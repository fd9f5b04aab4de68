"""The rows of a sheet in the plain shape `<c r="D5" s="3" t="s"><v>12</v></c>`: cut, not parsed.

What is written in any other shape goes through elements.py.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from cadre_cli.domain.grid import Cell
from cadre_cli.workbook.cutting import CHARACTERS, NotPlain
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
_ROW_TEXT = rf'<row r="([1-9][0-9]{{0,6}})"({_ATTRIBUTES}) ?'
_ROW = re.compile(f"{_ROW_TEXT}>")
_EMPTY_ROW = re.compile(f"{_ROW_TEXT}/>")
_HIDDEN = re.compile(' hidden="(?:1|true)"')
_NAMED = re.compile(' ([A-Za-z0-9]+)="([^"]*)"')
_REST = re.compile(
    r'(?: s="(?P<style>[0-9]{1,9})")?+(?: t="(?P<kind>[A-Za-z]+)")?+ ?'
    r"(?:/>|>"
    rf"(?:<f(?P<how>{_ATTRIBUTES})(?: ?/>|>(?P<formula>{_TEXT})</f>))?+"
    rf"(?:<v>(?P<value>{_TEXT})</v>|(?P<no_value><v ?/>)"
    rf'|<is><t(?: xml:space="preserve")?>(?P<text>{_TEXT})</t></is>)?+'
    r"</c>)"
)
_END = "</v></c>"
_ROW_END = "</row>"
_MISSING = Cell(None)
"""Tells a form never met from one that is known to hold nothing."""
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def read_plain(body: str, maker: CellMaker, budget: Budget) -> tuple[dict[int, Row], list[int]]:
    """The rows between `<sheetData>` and its end, and which of them are hidden."""
    rows: dict[int, Row] = {}
    hidden: list[int] = []
    formulas = Formulas()
    last = 0
    at = 0
    # Row by row: all rows at once would be the sheet in memory once more.
    while (end := body.find(_ROW_END, at)) >= 0:
        head, *pieces = body[at:end].split('<c r="')
        at = end + len(_ROW_END)
        last, digits = _open_row(head, last, hidden)
        row = _cells(pieces, last, digits, maker, formulas)
        if row:
            rows[last] = row
            budget.spend(len(row))
    _empty_rows(body[at:], last, hidden)
    return rows, hidden


def _open_row(head: str, last: int, hidden: list[int]) -> tuple[int, str]:
    """The row that cells follow, as a number and in its digits; empty rows may stand before it."""
    match = _ROW.fullmatch(head)
    if match is None:
        before, mark, row = head.rpartition("<row")
        last = _empty_rows(before, last, hidden)
        match = _ROW.fullmatch(mark + row)
    return _next_row(match, last, hidden), match[1] if match else ""


def _empty_rows(written: str, last: int, hidden: list[int]) -> int:
    """The number of the last of the rows without cells."""
    at = 0
    while at < len(written):
        match = _EMPTY_ROW.match(written, at)
        last = _next_row(match, last, hidden)
        at = match.end() if match else 0
    return last


def _next_row(match: re.Match[str] | None, last: int, hidden: list[int]) -> int:
    if match is None:
        raise NotPlain
    number = int(match[1])
    if not last < number <= LAST_ROW:
        raise NotPlain
    if "hidden" in match[2] and _HIDDEN.search(match[2]):
        hidden.append(number)
    return number


def _cells(pieces: list[str], number: int, text: str, maker: CellMaker, formulas: Formulas) -> Row:
    """The cells of one row; the loop that most of the reading time goes into."""
    row: Row = {}
    recall, known, missing = maker.remembered.get, COLUMNS.get, _MISSING
    mark = text + '"'
    for piece in pieces:
        # `D5" s="3">…` of row 5: what stands before the mark is the column, or this is not plain.
        letters, _, rest = piece.partition(mark)
        column = known(letters) or COLUMNS[letters]
        if not column:
            raise NotPlain
        cell = recall(rest, missing)
        if cell is missing:
            cell = _made(rest, number, column, maker, formulas)
        if cell is not None:
            row[column] = cell
    return row


def _made(rest: str, row: int, column: int, maker: CellMaker, formulas: Formulas) -> Cell | None:
    # Nearly every cell, told without the pattern: ` s="3" t="s"`, `><v>`, `12`, `</v></c>`.
    head, mark, tail = rest.partition("><v>")
    formula = None
    if not mark:
        head, mark, tail = rest.partition("><f>")
        formula, mark, tail = tail.partition("</f><v>") if mark else (None, "", "")
    if mark and tail.endswith(_END):
        cell = maker.usual(head, tail[: -len(_END)], formula)
        if cell is not None:
            if len(maker.remembered) < MOST_REMEMBERED:
                maker.remembered[rest] = cell
            return cell
    match = _REST.fullmatch(rest)
    if match is None:
        raise NotPlain
    style, kind, how, formula, value, no_value, in_place = match.groups()
    attributes: dict[str, str] = dict(_NAMED.findall(how)) if how else {}
    text = None
    if how is not None:
        text = formulas.text(attributes, _characters(formula or ""), row, column)
    cell = maker.make(
        kind or "n",
        style or "0",
        _characters(value) if value is not None else no_value and "",
        None if in_place is None else unescaped(_characters(in_place)),
        text,
    )
    # A shared formula reads differently in each cell; all else depends on what is stored alone.
    if attributes.get("t") != "shared" and len(maker.remembered) < MOST_REMEMBERED:
        maker.remembered[rest] = cell
    return cell


def _characters(written: str) -> str:
    return unescape(written, _ENTITIES) if "&" in written else written
