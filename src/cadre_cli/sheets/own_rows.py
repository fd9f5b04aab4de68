"""Rows that the office's own mapping names: those to leave, those to take all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.table import LeftOut, Table
from cadre_cli.vietnamese.text import fold

_WHY = Text("cơ quan khai không đọc dòng này", "the office names it as a row to leave")


def named_rows(grid: Grid, named: Iterable[str]) -> frozenset[int]:
    """The rows of a sheet that the office names by the words of a cell, or by how they begin."""
    return frozenset(row for one in named for row in _rows(grid, one))


def _rows(grid: Grid, named: str) -> Iterator[int]:
    wanted, begins = fold(named.rstrip("*")).strip(), named.endswith("*")
    for row, cells in grid.rows.items():
        said = (fold(as_text(cell) or "").strip() for cell in cells.values())
        if any(text == wanted or (begins and text.startswith(wanted)) for text in said):
            yield row


def without(grid: Grid, rows: frozenset[int]) -> Grid:
    """The sheet without these rows; all others stay where they are."""
    if not rows:
        return grid
    return replace(grid, rows={n: cells for n, cells in grid.rows.items() if n not in rows})


def told(tables: tuple[Table, ...], grid: Grid, rows: frozenset[int]) -> tuple[Table, ...]:
    """The tables, each with the rows left out of it by the office's word."""
    tops = [min(table.heading_rows) for table in tables]

    def of(row: int) -> int:
        return max((place for place, top in enumerate(tops) if top < row), default=0)

    return tuple(
        replace(
            table,
            left_out=(
                *table.left_out,
                *(
                    LeftOut(grid.ref(row, min(grid.rows[row])), _WHY)
                    for row in sorted(rows)
                    if of(row) == place and grid.rows[row]
                ),
            ),
        )
        for place, table in enumerate(tables)
    )
