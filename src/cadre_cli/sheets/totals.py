"""Totals that the office wrote, compared with the rows they are about (B10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.sheets.body import Body
from cadre_cli.sheets.columns import as_text, is_percentage
from cadre_cli.sheets.findings_table import TotalDiffers
from cadre_cli.sheets.headings import is_numbering
from cadre_cli.sheets.table import Column
from cadre_cli.vietnamese.numbers import is_points, read_number
from cadre_cli.vietnamese.text import fold

_LEAST_TOLERANCE = Decimal("0.005")
_QUANTITIES = frozenset({"assigned", "finished"})
_GRAND = re.compile(r"\b(tong cong|tong so|tong)\b")
_MEAN = re.compile(r"\b(trung binh|binh quan)\b")


def totals_that_differ(grid: Grid, columns: Sequence[Column], body: Body) -> Iterator[Finding]:
    """B10 for each total or subtotal that is the sum of none of the sets of rows it may be about.

    A number of rows or a mean in the total's row is not taken for a wrong sum.
    """
    summed = [c for c in columns if c.field is not None and not is_numbering(c.heading)]
    order = [row.number for row in body.rows]
    for number, scopes in _scopes(grid, body, order):
        for column in summed:
            cell = grid.cell(number, column.column)
            if cell is None or not isinstance(cell.value, Decimal):
                continue
            sums = [_values(grid, scope, column) for scope in scopes]
            known = [values for values in sums if values]
            if sums[0] and not any(_agrees(cell.value, values) for values in known):
                yield TotalDiffers(
                    at=grid.ref(number, column.column),
                    heading=column.heading,
                    written=cell.value,
                    found=sum(sums[0], Decimal(0)),
                )


def _scopes(grid: Grid, body: Body, order: Sequence[int]) -> Iterator[tuple[int, list[list[int]]]]:
    """Each row with a total, and the rows it may add up, the likeliest first."""
    previous = 0
    numbers = [total.number for total in body.totals]
    for place, total in enumerate(body.totals, 1):
        above = [row for row in order if row < total.number]
        since = [row for row in above if row > previous]
        group = [
            r.number
            for r in body.rows
            if total.group and r.group[: len(total.group)] == total.group
        ]
        label = fold(" ".join(as_text(c) or "" for c in grid.rows[total.number].values()))
        if _MEAN.search(label):
            continue  # mostly rounded, and no sum of anything
        scopes = [list(order), since, group] if _GRAND.search(label) else [since, group, above]
        # Totals may come first, on the next page as well.
        until = numbers[place] if place < len(numbers) else None
        below = [row for row in order if row > total.number and (until is None or row < until)]
        scopes = [*scopes, below] if above else [list(order), below]
        yield total.number, [scope for scope in scopes if scope] or [list(order)]
        previous = total.number
    for place, group_row in enumerate(body.groups):
        depth = len(group_row.path)
        end = next((g.row for g in body.groups[place + 1 :] if len(g.path) <= depth), None)
        rows = [row for row in order if row > group_row.row and (end is None or row < end)]
        if rows:
            yield group_row.row, [rows]


def _values(grid: Grid, rows: Sequence[int], column: Column) -> list[Decimal]:
    """The numbers of a column; none when a row holds something there that is no such number.

    Points ("95đ") are none among quantities, and a percentage only among percentages.
    """
    cells = [cell for row in rows if (cell := grid.cell(row, column.column)) is not None]
    filled = [cell for cell in cells if (as_text(cell) or "x").strip()]
    read = [_number(cell, column.field) for cell in filled]
    numbers = [value for value in read if value is not None]
    shares = set(map(is_percentage, filled))
    if len(shares) > 1 or (column.field in _QUANTITIES and True in shares):
        return []
    return numbers if len(numbers) == len(read) else []


def _number(cell: Cell, field: str | None) -> Decimal | None:
    if isinstance(cell.value, str) and field in _QUANTITIES and is_points(cell.value):
        return None
    value = read_number(cell.value) if isinstance(cell.value, str) else cell.value
    return value if isinstance(value, Decimal) else None


def _agrees(total: Decimal, values: Sequence[Decimal]) -> bool:
    exact = sum(values, Decimal(0))
    exponent = total.normalize().as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    tolerance = max(_LEAST_TOLERANCE, Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0))
    meant = (exact, Decimal(len(values)), exact / len(values))
    return any(abs(total - number) <= tolerance for number in meant)
