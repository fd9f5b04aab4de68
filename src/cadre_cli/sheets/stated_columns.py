"""The office's own total and class, wherever they stand: kept to be compared, never used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from cadre_cli.domain.grid import Cell
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import Mention, Number
from cadre_cli.sheets.columns import as_text, without_noise
from cadre_cli.sheets.criteria import NO_SCORER_NAMED, criterion_in, scorer_rank
from cadre_cli.sheets.grades import grade_of, points_beside
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.stated_headings import (
    CLASS_HEADINGS,
    GRADE_HEADINGS,
    SCORED_HEADINGS,
    SELF_SCORED_HEADINGS,
    TOTAL_HEADINGS,
)
from cadre_cli.sheets.table import Column, FieldSpec, How, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import read_number, read_out_of, stated_maximum
from cadre_cli.vietnamese.text import squeeze

TOTAL_FIELDS = ("total", "self_scored", "scored")
"""Fields whose columns hold the office's totals, unless they hold those of the common criteria."""

COMMON_MAXIMUM = Decimal(30)
"""The points of the common criteria (NĐ 335 Đ12.2); here it only tells two totals apart."""
_WHOLE = Decimal(100)


def stated_fields(*, telling: bool) -> tuple[FieldSpec, ...]:
    """The columns; `telling` where they are what the kind is recognised by."""
    return (
        FieldSpec("total", TOTAL_HEADINGS, several=True, telling=telling),
        FieldSpec("grade", GRADE_HEADINGS, several=True, telling=telling),
        FieldSpec("grade_mark", CLASS_HEADINGS, several=True, telling=telling),
        FieldSpec("self_scored", SELF_SCORED_HEADINGS, several=True, telling=True),
        FieldSpec("scored", SCORED_HEADINGS, several=True, telling=True),
    )


def with_short_classes(table: Table) -> Table:
    """With "HT" as a class where columns beside it are headed by others: alone it is anything."""
    if len(table.all("grade_mark")) < _OTHER_CLASSES:
        return table
    columns = tuple(
        replace(column, field="grade_mark", how=How.FOLDED)
        if column.field is None and squeeze(column.heading) in _SHORT_CLASSES
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


_OTHER_CLASSES = 2
_SHORT_CLASSES = frozenset({"ht", "a", "b", "c", "d"})


def common_totals(table: Table) -> frozenset[int]:
    """Columns headed like a total or by a scorer alone that hold points of the common criteria.

    "Tổng cộng (30đ)" says so, and "Nhóm I / Tự chấm" names its criterion above. Without a maximum it is the table that tells: it lists criteria, or
    its title speaks of them, and no number in the column is above 30.
    """
    if table.month is not None:
        return frozenset()  # by month only whole totals are written side by side
    about_criteria = says(table.title, "tieu chi chung", "diem chung") or any(
        criterion_in(column.heading).criterion is not None for column in table.columns
    )
    return frozenset(
        column.column
        for name in TOTAL_FIELDS
        for column in table.all(name)
        if _is_common_total(table, column, about_criteria=about_criteria)
    )


def _is_common_total(table: Table, column: Column, *, about_criteria: bool) -> bool:
    if criterion_in(column.heading).criterion is not None:
        return True
    maximum = stated_maximum(column.heading)
    if maximum is not None:
        return maximum <= COMMON_MAXIMUM
    cells = [without_noise(table.grid.cell(row.number, column.column)) for row in table.rows]
    points = [read for cell in cells if cell is not None and (read := _points(cell)) is not None]
    if not points:
        # Nothing can be read of what a superior gave: without it a lower one's points would count.
        scored = scorer_rank(column.heading) != NO_SCORER_NAMED
        return about_criteria and scored and any(cell is not None for cell in cells)
    return about_criteria and max(points) <= COMMON_MAXIMUM


def _points(cell: Cell) -> Decimal | None:
    """The points of a cell, of "27/30" their maximum."""
    words = as_text(cell) or ""
    number = read_number(words)
    if isinstance(number, Decimal):
        return number
    out_of = read_out_of(words)
    return None if out_of is None else out_of[1]


def stated_of(
    reader: RowReader, who: Mention, table: Table, not_totals: frozenset[int]
) -> Stated | None:
    """What the office states for a person; None when the row states nothing.

    `not_totals` are columns that only look like the total (`common_totals`).
    """
    column = _last_filled(reader, _totals(table, not_totals))
    total = (
        None
        if column is None
        else reader.points_at(column, most=stated_maximum(column.heading) or _WHOLE)
    )
    total_at = None if column is None else reader.ref_at(column)
    decimals = 2 if column is None else _decimals(reader, column, total)
    grade, grade_at, words = _grade(reader, table)
    beside = points_beside(words)
    if total is None and beside is not None:
        total, total_at, decimals = beside, grade_at, places_of(beside)
    if total is None and grade is None:
        return None
    return Stated(who, reader.at, total, total_at, decimals, grade, grade_at)


def _totals(table: Table, not_totals: frozenset[int]) -> tuple[Column, ...]:
    """Columns of totals by superiors or by nobody in particular; a self-score is not the office's."""
    for name in ("total", "scored"):
        found = [column for column in table.all(name) if column.column not in not_totals]
        if found:
            return _by_rank(found)
    return ()


def _by_rank(columns: Sequence[Column]) -> tuple[Column, ...]:
    """From the lowest superior to the highest, those of the person left out."""
    ranked = [(scorer_rank(column.heading), column.column, column) for column in columns]
    return tuple(column for rank, _, column in sorted(ranked, key=lambda r: r[:2]) if rank > 0)


def _last_filled(reader: RowReader, columns: Sequence[Column]) -> Column | None:
    """The last column that says anything; where all are blank the last, to be named."""
    filled = [c for c in columns if (cell := reader.cell_at(c)) and cell.value is not None]
    return next(reversed(filled or list(columns)), None)


def _grade(reader: RowReader, table: Table) -> tuple[str | None, CellRef | None, str | None]:
    """The code, its cell, and the words it was read from (of an x, its column's heading)."""
    marks = table.all("grade_mark")
    for column in marks:
        if reader.text_at(column) is not None:
            name = column.heading.rpartition(" / ")[2]
            return grade_of(name), reader.ref_at(column), name
    column_or_none = _last_filled(reader, _by_rank(table.all("grade")))
    if column_or_none is None:
        return None, reader.ref_at(marks[0]) if marks else None, None
    words = reader.text_at(column_or_none, breaks=True)
    return grade_of(words), reader.ref_at(column_or_none), words


_SHOWN_PLACES = re.compile(r"\.([0#?]+)")


def _decimals(reader: RowReader, column: Column, total: Number) -> int:
    """The decimals Excel shows the total with; a General cell shows what is stored."""
    cell = reader.cell_at(column)
    if cell is None or not isinstance(total, Decimal):
        return 2
    if cell.shown in ("General", "@") or isinstance(cell.value, str):
        return places_of(total)
    shown = _SHOWN_PLACES.search(cell.shown.partition(";")[0])
    return max(2, len(shown[1]) if shown else 0)


def places_of(value: Decimal) -> int:
    """At least two, at most eight: what is left of a stored double after that is noise."""
    exponent = value.normalize().as_tuple().exponent
    return min(8, max(2, -exponent if isinstance(exponent, int) else 0))
