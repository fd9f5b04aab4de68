"""Columns of a sheet of tasks whose heading may mean two things: their cells decide."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, Value
from cadre_cli.domain.places import column_letters
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.findings_table import HeadingByLikeness, TwoHeadings
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.task_marks import is_done
from cadre_cli.sheets.wording import is_nothing, says
from cadre_cli.vietnamese.numbers import read_number

_COUNTS_OR_MARKS = {"failed": ("failures", "quality_met"), "late": ("latenesses", "on_time")}
_SAYS_QUANTITY = ("so luong", "sl", "slht", "khoi luong", "kl")
_SHOWN = {
    "deadline": "Thời hạn hoàn thành",
    "finished_on": "Ngày hoàn thành",
    "finished": "Số lượng hoàn thành",
}


def settled(table: Table, results: frozenset[str]) -> tuple[Table, tuple[Finding, ...]]:
    """The table with those columns given the field that their cells speak for.

    "Chậm" and "Chưa đạt" hold numbers of times where every filled cell is a whole number, else
    marks. "Thời gian hoàn thành" is the deadline beside a column of finishing dates, and the
    finishing date beside a deadline; alone it is what its cells say of work not done. Numbers under
    "Sản phẩm hoàn thành" are the finished quantity. `results` are the fields of results.
    """
    columns = list(table.columns)
    findings: list[Finding] = []
    for place, column in enumerate(table.columns):
        so_far = replace(table, columns=tuple(columns))
        field = _field(column, so_far, results)
        if field == column.field:
            continue
        first = next((one for one in columns if one.field == field), None)
        if first is not None:
            findings.append(_rival(column, first))
            field = None
        elif field in _SHOWN:
            findings.append(
                HeadingByLikeness(at=column.at, heading=column.heading, taken=_SHOWN[field])
            )
        columns[place] = replace(column, field=field)
    return replace(table, columns=tuple(columns)), tuple(findings)


def _field(column: Column, table: Table, results: frozenset[str]) -> str | None:
    held = frozenset(table.places)
    match column.field:
        case "failed" | "late" as asked:
            counts, marks = _COUNTS_OR_MARKS[asked]
            if _holds_counts(table, column):
                return counts
            return asked if marks in held else marks
        case "products_done":
            if _holds_counts(table, column):
                return "finished"
            return column.field if "product" in held else "product"
        case "finish_time":
            if "finished_on" in held:
                return "finished_on" if "deadline" in held else "deadline"
            if "deadline" in held or (held & results and "assigner" not in held):
                return "finished_on"
            return (
                "finished_on" if held & results and not _is_deadline(table, column) else "deadline"
            )
        case other:
            return other


def counts_finished(table: Table) -> bool:
    """Whether the column of finished work holds quantities: it says so, or a number stands in it.

    Percentages, dates and words such as "Hoàn thành" are none.
    """
    for column in table.all("finished"):
        cells = [table.grid.cell(row.number, column.column) for row in table.rows]
        numbers = any(cell is not None and _is_quantity(cell) for cell in cells)
        return numbers or says(column.heading, *_SAYS_QUANTITY)
    return False


def _is_quantity(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return "%" not in cell.value and isinstance(read_number(cell.value), Decimal)
    return isinstance(cell.value, Decimal) and "%" not in cell.shown


def _is_deadline(table: Table, column: Column) -> bool:
    """Whether every row of work not done has a day all the same."""
    undone = [
        table.grid.cell(row.number, column.column)
        for row in table.rows
        if _is_undone(table, row.number)
    ]
    return bool(undone) and all(_says_something(cell) for cell in undone)


def _is_undone(table: Table, row: int) -> bool:
    """Whether the row's quantity or words of a result say that nothing is done."""
    for field in ("finished", "finished_share", "status"):
        words = as_text(table.cell(row, field))
        if field in table.places and (is_nothing(words) or is_done(words) is False):
            return True
    return False


def _holds_counts(table: Table, column: Column) -> bool:
    """Whether all that is filled in the column is whole numbers, and something is."""
    cells = [table.grid.cell(row.number, column.column) for row in table.rows]
    filled = [cell.value for cell in cells if cell is not None and _says_something(cell)]
    return bool(filled) and all(map(_is_count, filled))


def _says_something(cell: Cell | None) -> bool:
    words = as_text(cell)
    return words is not None and any(letter.isalnum() for letter in words)


def _is_count(value: Value) -> bool:
    number = read_number(value) if isinstance(value, str) else value
    return isinstance(number, Decimal) and number >= 0 and number % 1 == 0


def _rival(column: Column, first: Column) -> Finding:
    return TwoHeadings(
        at=column.at,
        heading=column.heading,
        first=first.heading,
        where=column_letters(first.column),
    )
