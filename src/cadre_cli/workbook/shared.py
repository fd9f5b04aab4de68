"""Shared formulas: one text stored once, read from another cell with its references moved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cadre_cli.domain.places import column_letters
from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW

OUT_OF_SHEET = "#REF!"

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*" | '(?:[^']|'')*' | \[[^\]]*\]          # text, sheet names, table columns: kept
  | (?<![\w.$])(?:
      (?P<cc>\$?)(?P<column>[A-Z]{1,3})(?P<rr>\$?)(?P<row>\d{1,7})(?![\w.(!])
    | (?P<c1>\$?[A-Z]{1,3}):(?P<c2>\$?[A-Z]{1,3})(?![\w.(!$])
    | (?P<r1>\$?\d{1,7}):(?P<r2>\$?\d{1,7})(?![\w.(!$])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Master:
    """The cell that stores the text of a shared formula."""

    text: str
    row: int
    column: int

    def read_from(self, row: int, column: int) -> str:
        """The formula as it stands in another cell: relative references moved along.

        >>> Master('SUM(A1:$B$2)&"A1"', 1, 3).read_from(2, 4)
        'SUM(B2:$B$2)&"A1"'
        """
        down, right = row - self.row, column - self.column

        def moved(found: re.Match[str]) -> str:
            part = found.groupdict()
            if part["row"]:
                across = _column(part["cc"] + part["column"], right)
                return _together(across, _row(part["rr"] + part["row"], down), "")
            if part["c1"]:
                return _together(_column(part["c1"], right), _column(part["c2"], right), ":")
            if part["r1"]:
                return _together(_row(part["r1"], down), _row(part["r2"], down), ":")
            return found[0]

        return _TOKEN.sub(moved, self.text)


def column_number(letters: str) -> int:
    """The column Excel shows as `letters`, counted from 1.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column


def _column(written: str, right: int) -> str | None:
    if written.startswith("$"):
        return written
    column = column_number(written.upper()) + right
    return column_letters(column) if 1 <= column <= LAST_COLUMN else None


def _row(written: str, down: int) -> str | None:
    if written.startswith("$"):
        return written
    row = int(written) + down
    return str(row) if 1 <= row <= LAST_ROW else None


def _together(first: str | None, second: str | None, between: str) -> str:
    return OUT_OF_SHEET if first is None or second is None else f"{first}{between}{second}"
