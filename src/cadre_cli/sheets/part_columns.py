"""The columns in which an office keeps the parts a, b, c of a result, and what 100 % is in them.

Nothing of them is ever read into a score: they are the office's arithmetic, filled in a copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from cadre_cli.domain.grid import Cell
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import stated_maximum
from cadre_cli.vietnamese.text import fold

WORDS = {"a": "so luong", "b": "chat luong", "c": "tien do"}
_LEAST = 2
"""Columns of parts that a table has at least: one letter alone may mean anything."""
_ASIDE = re.compile(r"\([^)]*[%\d][^)]*\)")
"""What a bracket says of the scale: "(%)", "(100đ)"."""
_LABELS = r"(?:(?:diem|tieu chi|ty le|phan tram|thanh phan|ket qua) )*"
_LETTER = re.compile(rf"{_LABELS}([abc])")
_WORDED = re.compile(
    rf"{_LABELS}(?:([abc]) )?({'|'.join(WORDS.values())})(?: (?:cong viec|san pham|nhiem vu))?(?: ([abc]))?"
)
_CLASSES = ("xep loai", "phan loai", "muc")
_RESULTS = ("ket qua", "kqnv", "kpi", "nhiem vu")
_PER_CENT = re.compile(r"(?<!\d)(?<!\d )%")
"""A sign of its own: "(40%)" is how much a part weighs."""
_WHOLE = Decimal(100)
_ONE = Decimal("1.5")
"""No share that was written as a fraction is above it; no column of per cents stays below."""


def part_columns(table: Table, used: frozenset[int]) -> Mapping[str, Column]:
    """Part → its column; of a heading that stands twice the first. `used` columns hold marks.

    "KQNV / Cộng (%)" is the result as a share ("result"), though its own words are those of a total.
    """
    found: dict[str, Column] = {}
    for column in table.columns:
        known = column.field is not None or column.column in used
        part = None if known else part_of(column.heading)
        if part is not None:
            found.setdefault(part, column)
    if len(found) < _LEAST:
        found = {}
    for column in table.all("total"):
        if _is_result_share(column.heading):
            found.setdefault("result", column)
    return found


def _is_result_share(heading: str) -> bool:
    parents, _, own = heading.rpartition(" / ")
    return is_share(own) and says(parents, *_RESULTS)


def part_of(heading: str) -> str | None:
    """The part that a heading names: "a", "a (%)", "Số lượng (a)", "KQNV / Chất lượng".

    A capital alone is a class of customs and some communes, and "Số lượng" alone counts products.
    """
    parents, _, own = heading.rpartition(" / ")
    bare = _ASIDE.sub(" ", own)
    if says(parents, *_CLASSES) or bare.strip() in ("A", "B", "C"):
        return None
    words = fold(bare)
    if letter := _LETTER.fullmatch(words):
        return letter[1]
    worded = _WORDED.fullmatch(words)
    if worded is None:
        return None
    before, name, after = worded.groups()
    part = next(part for part, said in WORDS.items() if said == name)
    letters = {each for each in (before, after) if each is not None}
    told = bool(letters) or is_share(heading) or says(parents, *_RESULTS)
    return part if told and letters <= {part} else None


def is_share(heading: str) -> bool:
    """Whether a heading, or one above it, says that per cents stand below it."""
    return _PER_CENT.search(heading) is not None or says(heading, "ty le", "phan tram")


def whole_of(table: Table, column: Column) -> Decimal | None:
    """What stands for 100 % in the column: 100, 1, the points its heading names; None if unsaid.

    A cell that Excel shows as a percentage says so by itself, whatever the column's answer.
    """
    parents, _, own = column.heading.rpartition(" / ")
    cells = (table.grid.cell(row.number, column.column) for row in table.rows)
    plain = [cell.value for cell in cells if cell is not None and _is_plain(cell)]
    numbers = [value for value in plain if isinstance(value, Decimal) and value != 0]
    most = stated_maximum(own)
    if is_share(own) or (most is None and is_share(parents)):
        return Decimal(1) if any(0 < value < 1 for value in numbers) else _WHOLE
    if most is not None:
        return most
    if not numbers:
        return None
    return Decimal(1) if max(numbers) <= _ONE else _WHOLE


def _is_plain(cell: Cell) -> bool:
    return isinstance(cell.value, Decimal) and "%" not in cell.shown
