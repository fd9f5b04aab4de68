"""In which scale a column writes shares: decided once, by its heading and all that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cadre_cli.domain.grid import Cell
from cadre_cli.domain.scales import OF_HUNDRED, OF_ONE, Scale
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import read_number, stated_maximum

_PER_CENT = re.compile(r"(?<!\d)(?<!\d )%")
"""A sign of its own: "(40%)" is how much a part weighs."""
_ONE = Decimal("1.5")
"""No share that was written as a fraction is above it."""
_TEN = 10
"""Up to it a column without a word about its scale may count in points of ten."""
_UNSAID = Text(
    "không rõ cột ghi tỷ lệ hay điểm: tiêu đề không ghi (%), ô không ở định dạng %",
    "it may be a share or points: no (%) in the heading, no percent format in the cell",
)
_ONES = Text(
    "cột mới chỉ ghi số 1, không rõ là 1% hay 100%: ghi kèm dấu % hoặc để ô ở định dạng %",
    "the column holds only ones, 1% or 100%: write the sign %, or use the percent format",
)
_SEVERAL = Text(
    "các ô của cột ghi theo nhiều thang (như {one} và {other}): ghi cả cột theo một thang",
    "the column is written in several scales (as {one} and {other}): write it in one",
)


def is_share(heading: str) -> bool:
    """Whether a heading, or one above it, says that per cents stand below it."""
    return _PER_CENT.search(heading) is not None or says(heading, "ty le", "phan tram")


def scale_of(table: Table, column: Column) -> Scale:
    """The scale of a column: the largest number decides, together with the heading.

    A "(%)" over fractions is a column of fractions; over ones alone it tells nothing. What the
    heading and the numbers say must agree, else the scale is untold.
    """
    parents, _, own = column.heading.rpartition(" / ")
    maximum = stated_maximum(own)
    per_cent = is_share(own) or (maximum is None and is_share(parents))
    numbers = sorted(number for number in _bare_numbers(table, column) if number > 0)
    if not numbers:
        return OF_HUNDRED if per_cent else Scale(maximum, None if maximum else _UNSAID)
    least, most = numbers[0], numbers[-1]
    if maximum is not None and not per_cent:
        return Scale(maximum) if most <= maximum else _several(maximum, most)
    if most <= _ONE:
        return OF_ONE if least < 1 else Scale(None, _ONES)
    if per_cent:
        return OF_HUNDRED
    if least < 1:
        return _several(least, most)
    return OF_HUNDRED if most > _TEN else Scale(None, _UNSAID)


def _several(one: Decimal, other: Decimal) -> Scale:
    return Scale(None, _SEVERAL.fill(one=one, other=other))


def _bare_numbers(table: Table, column: Column) -> Iterator[Decimal]:
    for row in table.rows:
        cell = table.grid.cell(row.number, column.column)
        number = None if cell is None else _bare(cell)
        if number is not None:
            yield number


def _bare(cell: Cell) -> Decimal | None:
    """The number of a cell that does not itself say percent."""
    number = read_number(cell.value) if isinstance(cell.value, str) else cell.value
    says_so = "%" in (cell.value if isinstance(cell.value, str) else cell.shown)
    return number if isinstance(number, Decimal) and not says_so else None
