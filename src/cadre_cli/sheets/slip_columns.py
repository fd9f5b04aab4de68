"""The columns of a slip that are headed by nothing but a superior."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.criteria import NO_SCORER_NAMED, scorer_rank
from cadre_cli.sheets.table import Column, How, Table
from cadre_cli.vietnamese.numbers import read_number


def with_superiors(table: Table) -> Table:
    """With the columns headed by nothing but a superior ("Trưởng phòng chấm") as points."""
    superiors = {
        column.column
        for column in table.columns
        if column.field is None
        and scorer_rank(column.heading) > NO_SCORER_NAMED
        and _holds_points(table, column)
    }
    columns = tuple(
        replace(column, field="points", how=How.FOLDED) if column.column in superiors else column
        for column in table.columns
    )
    return replace(table, columns=columns) if superiors else table


def _holds_points(table: Table, column: Column) -> bool:
    """Whether numbers stand in a column, more than words."""
    cells = (table.grid.cell(row.number, column.column) for row in (*table.rows, *table.totals))
    said = [words for cell in cells if (words := as_text(cell))]
    return sum(read_number(words) is not None for words in said) * 2 > len(said)
