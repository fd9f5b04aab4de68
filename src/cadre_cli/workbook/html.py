"""The reader of HTML (and of Excel's Single File Web Page), which programs export as .xls.

A page becomes one grid, its tables and lines of text below each other, for so Excel shows it and
so the clerk finds a cell: letterhead, title, data and signatures are often tables of their own.
Only what was shown is in such a file (T10).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid, Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.grid_builder import GridBuilder
from cadre_cli.workbook.html_tables import Piece, Tables
from cadre_cli.workbook.limits import NoTable
from cadre_cli.workbook.losses import DIGITS, FORMULAS, HIDDEN, KINDS, EncodingGuessed, PoorerFormat
from cadre_cli.workbook.making import Budget
from cadre_cli.workbook.mhtml import is_mhtml, pages_of
from cadre_cli.workbook.text_encoding import decode

_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_HEAD = 4096
_SHEET_NAME = re.compile("<x:Name>([^<]{1,200})</x:Name>")


def read_html(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; NoTable when the page has none."""
    at = CellRef(name)
    findings: list[Finding] = [
        PoorerFormat(at=at, really="HTML", lost=(KINDS, FORMULAS, HIDDEN, DIGITS)),
    ]
    grids: list[Grid] = []
    budget = Budget()
    for title, content in pages_of(data) if is_mhtml(data) else [(None, data)]:
        declared = _CHARSET.search(content[:_HEAD])
        decoded = decode(content, declared[1].decode("ascii", "replace") if declared else None)
        if decoded.guessed is not None:
            findings.append(EncodingGuessed(at=at, encoding=decoded.guessed))
        pieces = Tables(decoded.text).pieces
        if any(piece.is_table for piece in pieces):
            named = _SHEET_NAME.search(decoded.text)
            own = unescape(named[1]) if named else f"Bảng {len(grids) + 1}"
            grids.append(_grid(pieces, GridBuilder(name, title or own, budget)))
    if not grids:
        raise NoTable(
            Text(
                "tệp thực ra là trang web (HTML) và trong trang không có bảng nào",
                "it is really a web page (HTML), and the page has no table",
            )
        )
    return Workbook(name, sha256, tuple(grids)), tuple(dict.fromkeys(findings))


def _grid(pieces: Sequence[Piece], made: GridBuilder) -> Grid:
    """The pieces of a page below each other."""
    above = 0
    for piece in pieces:
        for row, cells in piece.rows.items():
            for column, cell in cells.items():
                made.put(above + row, column, cell)
        for row, column, height, width in piece.merges:
            made.merge(above + row, column, height, width)
        made.hidden_rows += [(above + first, above + last) for first, last in piece.hidden_rows]
        above += piece.height
    tables = [piece for piece in pieces if piece.is_table]
    if len(tables) == 1:  # a column is hidden in all of a sheet or not at all
        made.hidden_columns += tables[0].hidden_columns
    return made.build()
