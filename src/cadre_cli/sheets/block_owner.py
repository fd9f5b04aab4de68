"""Whose rows these are when no column says so: a heading row above names the person or the unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.name_lines import name_in_heading
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.names import names_body
from cadre_cli.vietnamese.text import one_line
from cadre_cli.vietnamese.titles import strip_titles

_AROUND = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|\d+)\s*[.)\-:/]\s*|^[*•]\s*|\s*\([^()]*\)\s*:?$|\s*:$")
"""A marker before the name of a unit, and a number of people or a colon behind it."""


def owner_of_block(table: Table, group: tuple[str, ...], row: int) -> Mention | None:
    """The person whom the innermost group heading above a row names.

    "1. Nguyễn Văn An - Công chức Văn phòng", "Đ/c Nguyễn Văn An", "Họ và tên: Nguyễn Văn An".
    """
    for text in reversed(group):
        name = name_in_heading(text)
        if name is not None:
            return Mention(name, strip_titles(name), _place_of(table, text, row))
    return None


def owner_of_sheet(table: Table) -> Mention | None:
    """The person a whole table is about, else the village: the roster says who is in charge of it."""
    subject = table.subject
    if subject.person is not None or subject.village is None:
        return subject.person
    at = CellRef(table.grid.file, table.grid.sheet)
    return Mention(subject.village, subject.village, at)


def unit_of_block(group: Sequence[str]) -> str | None:
    """The unit that the innermost heading row above names.

    >>> unit_of_block(("Khối Ủy ban", "II. Phòng Kinh tế (3 người):"))
    'Phòng Kinh tế'
    """
    bare = (_AROUND.sub("", one_line(words)) for words in reversed(group))
    return next((words for words in bare if names_body(words)), None)


def _place_of(table: Table, text: str, row: int) -> CellRef:
    for number, column in _upwards(table, row):
        if one_line(as_text(table.grid.cell(number, column)) or "") == one_line(text):
            return table.grid.ref(number, column)
    return table.grid.ref(row, min(table.places.values(), default=1))


def _upwards(table: Table, row: int) -> Iterator[tuple[int, int]]:
    for number in range(row - 1, max(table.heading_rows), -1):
        for column in sorted(table.grid.rows.get(number, {})):
            yield number, column
