"""The month's result workbook, beside openpyxl writing the same cells in the same styles.

    python benchmarks/writing.py [people tasks]

openpyxl does it twice: with each style object made once, and made anew for every cell as scripts
do. Ours begins at the report, so it also lays out the pages, measures the heights of rows, names
the cells of formulas and stores their values, which openpyxl cannot. The aim is half the time.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from side_by_side import Way, asked, compare
from sizes import month

STYLES = ("font", "fill", "border", "alignment", "number_format")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What openpyxl is to write: cells with their styles, and the frame around them."""

    title: str
    cells: list[tuple[int, int, object, tuple[Any, ...]]]
    heights: dict[int, float]
    widths: dict[str, float]
    merges: list[str]


def ours(path: Path) -> Callable[[], bytes]:
    """The report of a workbook scored, rendered."""
    from cadre_cli.batch import assess_all
    from cadre_cli.pipeline.files import gather
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.period import Asked, rules_used
    from cadre_cli.reports.given import Given
    from cadre_cli.reports.kinds import DEFAULT, REPORTS
    from cadre_cli.reports.parts.provenance import Made
    from cadre_cli.workbook.render import render

    (assessed,) = assess_all(gather([path], sheet_kinds()), Asked())
    (outcome,) = assessed.outcomes
    made = Made("0", date(2026, 3, 31))
    return partial(
        render, REPORTS[DEFAULT].build(Given(outcome, rules_used(outcome, Asked()), made))
    )


def shared(path: Path) -> Callable[[], bytes]:
    """OpenPyXL with each style object made once."""
    return partial(_written, _sheets(path), lambda look: look)


def per_cell(path: Path) -> Callable[[], bytes]:
    """OpenPyXL with a style object for every cell."""
    return partial(_written, _sheets(path), copy)


def _sheets(path: Path) -> list[Sheet]:
    """Our workbook as openpyxl reads it; equal styles are one object."""
    import openpyxl
    from openpyxl.cell import MergedCell

    once: dict[Any, Any] = {}
    known: dict[int, tuple[Any, ...]] = {}

    def looks(cell: Any) -> tuple[Any, ...]:
        if cell.style_id not in known:
            made = (copy(getattr(cell, of)) for of in STYLES)
            known[cell.style_id] = tuple(once.setdefault(look, look) for look in made)
        return known[cell.style_id]

    return [
        Sheet(
            sheet.title,
            [
                (*place, cell.value, looks(cell))
                for row in sheet.iter_rows()
                for cell in row
                if cell.has_style and not isinstance(cell, MergedCell)
                for place in [(cell.row, cell.column)]
            ],
            {row: size.height for row, size in sheet.row_dimensions.items() if size.height},
            {column: size.width for column, size in sheet.column_dimensions.items()},
            [str(area) for area in sheet.merged_cells.ranges],
        )
        for sheet in openpyxl.load_workbook(BytesIO(ours(path)()))
    ]


def _written(sheets: list[Sheet], style: Callable[[Any], Any]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        for row, column, value, looks in sheet.cells:
            cell = page.cell(row, column, value)
            for of, look in zip(STYLES, looks, strict=True):
                setattr(cell, of, style(look))
        for row, height in sheet.heights.items():
            page.row_dimensions[row].height = height
        for letter, width in sheet.widths.items():
            page.column_dimensions[letter].width = width
        for area in sheet.merges:
            page.merge_cells(area)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


WAYS: Mapping[str, Way] = {
    "cadre": ours,
    "openpyxl, styles made once": shared,
    "openpyxl, styles made per cell": per_cell,
}


def main(people: int = 80, tasks: int = 2_000) -> None:
    """Measure the result workbook of one month."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "thang-03.xlsx")
        path.write_bytes(month(people, tasks))
        title = f"Writing the result of {people} people, {tasks:,} tasks"
        compare(title, __file__, WAYS, path, runs=3)


if __name__ == "__main__" and not asked(WAYS):
    main(*(int(number) for number in sys.argv[1:]))
