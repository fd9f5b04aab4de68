"""One sheet's part → its cells, merges and hidden rows and columns, sparse, in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from cadre_cli.domain.grid import Area
from cadre_cli.workbook.elements import SheetElements
from cadre_cli.workbook.making import Budget, CellMaker, Row
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.plain import NotPlain, read_plain

Held = TypeVar("Held")

_OPENING, _CLOSING = b"<sheetData>", b"</sheetData>"
_PLAIN_START = re.compile(
    rb'(?:\xef\xbb\xbf)?<(?:\?xml version="1\.0" encoding="(?i:utf-8)"|[a-z])'
)


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What one sheet's part holds; rows and columns in ascending order."""

    rows: dict[int, Row]
    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def read_cells(data: bytes, part: str, maker: CellMaker, budget: Budget) -> SheetContent:
    """The content of a sheet.

    `<dimension>` is not believed; cells that only have a look are left out.
    """
    cut = _cut(data)
    if cut is not None:
        body, around = cut
        trial = Budget(budget.left)
        try:
            rows, hidden = read_plain(body, maker, trial)
        except NotPlain:
            pass
        else:
            budget.left = trial.left
            sheet = _elements(around, part, maker, budget)
            sheet.hidden_rows.extend(hidden)
            return _content(sheet, {**rows, **sheet.rows})
    sheet = _elements(data, part, maker, budget)
    return _content(sheet, sheet.rows)


def _cut(data: bytes) -> tuple[str, bytes] | None:
    """The rows as text and the part without them; None when they cannot be told by their bytes."""
    start, end = data.find(_OPENING), data.rfind(_CLOSING)
    # A comment, CDATA section or DOCTYPE before the rows could hide or imitate their mark.
    if not 0 <= start < end or not _PLAIN_START.match(data) or b"<!" in data[:start]:
        return None
    start += len(_OPENING)
    try:
        return data[start:end].decode(), data[:start] + data[end:]
    except UnicodeDecodeError:
        return None


def _elements(data: bytes, part: str, maker: CellMaker, budget: Budget) -> SheetElements:
    sheet = SheetElements(part, maker, budget)
    parse(data, part, Handlers(sheet.start, sheet.end, sheet.chunks.append))
    return sheet


def _content(sheet: SheetElements, rows: dict[int, Row]) -> SheetContent:
    return SheetContent(
        {number: _ordered(row) for number, row in _ordered(rows).items() if row},
        tuple(sheet.merges),
        frozenset(sheet.hidden_rows),
        _union(sheet.hidden_columns),
    )


def _ordered(numbered: dict[int, Held]) -> dict[int, Held]:
    keys = list(numbered)
    ascending = sorted(keys)
    return numbered if keys == ascending else {key: numbered[key] for key in ascending}


def _union(spans: set[tuple[int, int]]) -> frozenset[int]:
    columns: set[int] = set()
    covered = 0
    for first, last in sorted(spans):
        columns.update(range(max(first, covered + 1), last + 1))
        covered = max(covered, last)
    return frozenset(columns)
