"""Hidden rows, columns and sheets whose data counted (B09)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid, Visibility
from cadre_cli.domain.places import CellRef, column_letters
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.findings_table import HiddenData
from cadre_cli.sheets.table import Column, Row

_MOST_NAMED = 8


def hidden_data(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Finding]:
    """One B09 for a sheet: hidden data counts like any other, and somebody must know it is there."""
    if not rows:
        return
    numbers = [row.number for row in rows]
    hidden_rows = [str(number) for number in numbers if number in grid.hidden_rows]
    hidden_columns = [
        column_letters(column.column)
        for column in columns
        if column.field is not None
        and column.column in grid.hidden_columns
        and any(grid.cell(number, column.column) is not None for number in numbers)
    ]
    parts = []
    if grid.visibility is not Visibility.VISIBLE:
        parts.append(Text("cả trang này", "this whole sheet"))
    if hidden_rows:
        parts.append(Text("dòng {n}", "row {n}").fill(n=_list(hidden_rows)))
    if hidden_columns:
        parts.append(Text("cột {n}", "column {n}").fill(n=_list(hidden_columns)))
    if parts:
        what = Text("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))
        yield HiddenData(at=CellRef(grid.file, grid.sheet), what=what)


def _list(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
