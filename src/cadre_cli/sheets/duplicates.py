"""The same row twice (D08)."""

from __future__ import annotations

from collections.abc import Container, Iterator

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import RowRef
from cadre_cli.sheets.columns import Columns, as_text
from cadre_cli.sheets.findings_values import same_row_twice
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.text import one_line

_UNCOUNTED = frozenset({"ordinal"})


def repeated_rows(table: Table, without: Container[int] = ()) -> Iterator[Finding]:
    """D08 for every row that says, running number aside, just what an earlier one says.

    Rows under different group headings differ: the heading may name the person or the unit. A cell
    in a merge, or with a ditto mark, says what the cell above says.
    """
    columns = Columns(table)
    places = [c.column for c in table.columns if c.field is None or c.field not in _UNCOUNTED]
    met: dict[tuple[object, ...], int] = {}
    for row in table.rows:
        words = tuple(_said(columns, row.number, place) for place in places)
        if row.number in without or sum(1 for word in words if word) < 2:
            continue
        first = met.setdefault((row.group, words), row.number)
        if first != row.number:
            at = RowRef(table.grid.file, table.grid.sheet, row.number, table.places)
            yield same_row_twice(at.first, first)


def _said(columns: Columns, row: int, column: int) -> str:
    # Letter by letter: without tones Tuân and Tuấn would be one person.
    return one_line(as_text(columns.cell(row, column)) or "")
