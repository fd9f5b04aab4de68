"""Columns whose headings say what they hold only beside the other columns of their table."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.sheets.choosing import Candidate
from cadre_cli.sheets.slip_columns import with_superiors
from cadre_cli.sheets.stated_columns import with_short_classes
from cadre_cli.sheets.table import Table

SCORED = "scored"
"""The field of points by a superior, in tables of people."""


def with_content(best: Candidate | None) -> Candidate | None:
    """With the products as what the work is about where no other column says it.

    NĐ 335 counts "sản phẩm, công việc", and many lists have just that column.
    """
    if best is None or best.kind.name != "tasks" or "content" in best.matched.fields:
        return best
    columns = tuple(
        replace(each, field="content") if each.field == "product" else each
        for each in best.matched.columns
    )
    return replace(best, matched=replace(best.matched, columns=columns))


def of_people(table: Table) -> Table:
    """A table of people with the columns that only their neighbours explain."""
    return with_short_classes(with_superiors(table, SCORED))
