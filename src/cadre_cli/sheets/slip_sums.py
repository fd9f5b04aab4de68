"""Groups and total of a slip, compared with the rows they add up (B10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.sheets.criteria import CHILDREN, TOTAL
from cadre_cli.sheets.findings_table import TotalDiffers
from cadre_cli.sheets.slip_rows import SlipRow
from cadre_cli.sheets.table import Column, Table

_NOISE = Decimal("0.005")


def sums_that_differ(
    table: Table, criteria: Sequence[SlipRow], columns: Sequence[Column]
) -> Iterator[Finding]:
    """B10 where the group's or the total's cell is not the sum of the rows below its group.

    The numbering of the sheet is not asked: a slip's groups are those of the decree.
    """
    for column in columns:
        held = dict(_held(table, criteria, column))
        known: dict[str, Decimal] = {}
        for group, count in CHILDREN.items():
            below = [held.get(f"{group}.{n}") for n in range(1, count + 1)]
            found = sum((one[0] for one in below if one), Decimal(0))
            complete = all(below)
            own = held.get(group)
            if own and complete and abs(own[0] - found) > _NOISE:
                yield _differs(column, own, found)
            if complete or own:
                known[group] = found if complete else own[0] if own else found
        total = held.get(TOTAL)
        whole = sum(known.values(), Decimal(0))
        if total and len(known) == len(CHILDREN) and abs(total[0] - whole) > _NOISE:
            yield _differs(column, total, whole)


_Held = tuple[Decimal, CellRef]


def _held(table: Table, criteria: Sequence[SlipRow], column: Column) -> Iterator[tuple[str, _Held]]:
    for row in criteria:
        cell = table.grid.cell(row.number, column.column)
        if cell is not None and isinstance(cell.value, Decimal):
            yield row.criterion, (cell.value, table.grid.ref(row.number, column.column))


def _differs(column: Column, own: _Held, found: Decimal) -> Finding:
    return TotalDiffers(at=own[1], heading=column.heading, written=own[0], found=found)
