"""Which row of a slip is which criterion: by its words, else by its place under its group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.criteria import CHILDREN, TOTAL, criterion_in
from cadre_cli.sheets.rows import GROUP
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import read_number, read_roman
from cadre_cli.vietnamese.text import fold, one_line


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A row of the slip: its criterion ("I.1", "II", "total" or its own words) and its maximum."""

    number: int
    criterion: str
    maximum: Decimal | None


def slip_rows(table: Table) -> tuple[SlipRow, ...]:
    """The rows of criteria with their groups and total; section II below is none of them."""
    return tuple(_rows(table))


def _rows(table: Table) -> Iterator[SlipRow]:
    groups = {each.at.row or 0 for each in table.left_out if each.why is GROUP}
    others = {row.number for row in (*table.rows, *table.totals)}
    group: str | None = None
    for number in sorted(groups | others):
        ordinal, words = _said(table, number, "ordinal"), _said(table, number, "criterion")
        label = words or ordinal
        if says(label, "tong hop ket qua"):
            return
        if _is_total(label):
            yield SlipRow(number, TOTAL, _maximum(table, number))
            return
        if not words or not _has_points(table, number):
            continue
        code = _code(ordinal, words, group)
        if code in CHILDREN:
            group = code
        elif "." in code:
            group = code.partition(".")[0]
        yield SlipRow(number, code, _maximum(table, number))


def _code(ordinal: str, words: str, group: str | None) -> str:
    """The words tell, where they name a row below the groups; numbering settles the rest."""
    named = criterion_in(words).criterion
    if named is not None and "." in named:
        return named
    roman = read_roman(ordinal.strip(" .)"))
    if roman is not None and roman <= len(CHILDREN):
        return "I" * roman
    dotted = criterion_in(ordinal).criterion
    if dotted is not None:
        return dotted
    bare = ordinal.strip(" .)(")
    if group is not None and bare.isdigit() and 1 <= int(bare) <= CHILDREN[group]:
        return f"{group}.{bare}"
    return named or words


def _is_total(label: str) -> bool:
    return fold(label) in ("tong cong", "cong", "tong", "tong diem", "tong so diem", "tong so")


def _maximum(table: Table, number: int) -> Decimal | None:
    cell = table.cell(number, "max_points")
    value = None if cell is None else cell.value
    if isinstance(value, str):
        read = read_number(one_line(value))
        return read if isinstance(read, Decimal) else None
    return value if isinstance(value, Decimal) else None


def _has_points(table: Table, number: int) -> bool:
    """Whether the row is scored: it has a maximum, or somebody's points."""
    columns: tuple[Column, ...] = (
        *table.all("max_points"),
        *table.all("self_points"),
        *table.all("points"),
    )
    return any(table.grid.cell(number, column.column) is not None for column in columns)


def _said(table: Table, number: int, field: str) -> str:
    return one_line(as_text(table.cell(number, field)) or "")
