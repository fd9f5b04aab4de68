"""The reader of CSV and TSV: every value is text, as stored, but for the words of Excel's errors.

Such a file keeps neither kinds of values, formulas, hidden rows, merges nor fonts (T10).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import PurePosixPath

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.grid_builder import GridBuilder
from cadre_cli.workbook.limits import Damaged, NoTable
from cadre_cli.workbook.losses import (
    FONTS,
    FORMULAS,
    HIDDEN,
    KINDS,
    MERGES,
    EncodingGuessed,
    PoorerFormat,
)
from cadre_cli.workbook.making import Budget, Row
from cadre_cli.workbook.text_encoding import decode
from cadre_cli.workbook.values import ERROR_WORDS

_DELIMITERS = ("\t", ";", "|", ",")
"""In order of trust: with `;` between fields, a comma is the decimal mark."""
_SAMPLE = 200_000
_DECLARED = re.compile(r'"?sep=([\t;,|:~^ ])"?(?:\r\n|\r|\n)', re.IGNORECASE)
_FORCED_TEXT = re.compile(r'="([^"]*)"')
"""How exports keep Excel from turning 01.003 into a number."""
_END = "\x00"
"""A line after the last; where a quotation mark was never closed, it is swallowed."""


def read_delimited(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook of one grid; NoTable or Damaged when there is none to be had."""
    decoded = decode(data)
    text = decoded.text
    declared = _DECLARED.match(text)
    if declared:  # Excel obeys this line and does not show it
        delimiter, text = declared[1], text[declared.end() :]
    else:
        delimiter = _delimiter(text)
    made = GridBuilder(name, PurePosixPath(name).stem, Budget())  # as Excel names its sheet
    known: dict[str, Cell] = {}
    for row, fields in enumerate(_rows(text, delimiter), 1):
        cells: Row = {}
        for column, written in enumerate(fields, 1):
            if written and not written.isspace():
                cell = known.get(written)
                if cell is None:
                    cell = known[written] = _cell(written)
                cells[column] = cell
        made.put_row(row, cells)
    at = CellRef(name)
    lost = (KINDS, FORMULAS, HIDDEN, MERGES, FONTS)
    findings: list[Finding] = [PoorerFormat(at=at, really="CSV", lost=lost)]
    if decoded.guessed is not None:
        findings.append(EncodingGuessed(at=at, encoding=decoded.guessed))
    return Workbook(name, sha256, (made.build(),)), tuple(findings)


def _cell(written: str) -> Cell:
    if written.strip() in ERROR_WORDS:
        return Cell(ErrorValue(written.strip()))
    forced = _FORCED_TEXT.fullmatch(written)
    return Cell(forced[1] if forced else written)


def _delimiter(text: str) -> str:
    """The one that cuts most rows into the same number of fields; NoTable when none does."""
    sample = text[: text.rfind("\n", 0, _SAMPLE) + 1] or text[:_SAMPLE]
    if len(text) <= _SAMPLE:
        sample = text
    alike = {delimiter: _rows_alike(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=alike.__getitem__)
    if not alike[best]:
        raise NoTable(
            Text(
                "tệp là văn bản thường, không có bảng (không có dấu phẩy, chấm phẩy hoặc tab chia "
                "các dòng thành cột đều nhau)",
                "it is plain text without a table (no comma, semicolon or tab cuts its lines alike)",
            )
        )
    return best


def _rows_alike(sample: str, delimiter: str) -> int:
    """How many rows have the usual number of fields; 0 where that is too few to be a table."""
    widths: list[int] = []
    with suppress(csv.Error):  # what is wrong with it is said when all of it is read
        widths.extend(len(row) for row in csv.reader(_lines(sample), delimiter=delimiter))
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return 0
    width, rows = max(counted.items(), key=lambda each: (each[1], each[0]))
    filled = sum(width > 0 for width in widths)
    most = rows >= 2 and rows * 2 >= filled
    return rows if most or (width >= 3 and rows >= 3) else 0


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows as Excel cuts them; the only place where `csv` reads the whole text."""
    reader = csv.reader(chain(_lines(text), [_END]), delimiter=delimiter)
    held: list[str] | None = None
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise _not_closed() from error
        if held is not None:
            yield held
        held = row
    if held != [_END]:
        raise _not_closed()


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _not_closed() -> Damaged:
    return Damaged(
        Text(
            "trong tệp CSV có dấu nháy kép mở mà không đóng",
            "the CSV file has a quotation mark that is opened and never closed",
        )
    )
