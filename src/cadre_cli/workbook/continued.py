"""Words for which Excel's tallest row is too low go on in a row below, so that print cuts nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from cadre_cli.domain.report import Look, Report, Row, Section, Table
from cadre_cli.workbook.addresses import column_starts
from cadre_cli.workbook.formats import BODY_SIZE
from cadre_cli.workbook.measure import lines_needed, most_lines

_AFTER_A_WORD = re.compile(r"(?<=[ \n])")
_GOES_ON = "…"
_MOST = most_lines(BODY_SIZE) - 1
"""One line is left for the sign that the words go on."""


def continued(report: Report) -> Report:
    """The same report, each row of a `continued` table that is too tall followed by the rest of it."""
    return replace(report, sections=tuple(map(_section, report.sections)))


def _section(section: Section) -> Section:
    if not any(table.continued for table in section.tables):
        return section
    blocks = (
        replace(block, rows=tuple(_rows(section, block)))
        if isinstance(block, Table) and block.continued
        else block
        for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))


def _rows(section: Section, table: Table) -> Iterator[Row]:
    widths = [
        sum(section.grid[start : start + column.span])
        for column, start in zip(table.columns, column_starts(table), strict=True)
    ]
    for row in table.rows:
        parts = [
            list(_parts(cell, width)) if isinstance(cell, str) and _is_long(cell, width) else [cell]
            for cell, width in zip(row.cells, widths, strict=False)
        ]
        if row.look is not Look.DATA or all(len(each) == 1 for each in parts):
            yield row
            continue
        for number, cells in enumerate(zip_longest(*parts)):
            key = f"{row.key}{_GOES_ON}{number}" if number else row.key
            yield replace(row, key=key, cells=cells)


def _is_long(text: str, width: float) -> bool:
    return len(text) > _MOST and lines_needed(text, width, BODY_SIZE, bold=False) > _MOST + 1


def _parts(text: str, width: float) -> Iterator[str]:
    words = _AFTER_A_WORD.split(text)
    before = ""
    while words:
        fitting = bisect_right(
            range(1, len(words) + 1),
            _MOST,
            key=lambda count: lines_needed(
                "".join(words[:count]).rstrip(), width, BODY_SIZE, bold=False
            ),
        )
        count = max(fitting, 1)
        rest = words[count:]
        yield before + "".join(words[:count]).rstrip() + (f" {_GOES_ON}" if rest else "")
        words, before = rest, f"{_GOES_ON} "
