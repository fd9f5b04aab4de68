"""One column filled in a copy of a workbook, beside openpyxl's load and save.

    python benchmarks/write_back.py [tasks …]

The aim is a tenth. openpyxl moreover loses what it does not know, the patcher nothing: every other
part stays the same byte for byte. A plain install of openpyxl brings no lxml; where it is there,
openpyxl writes quicker with it, so both are measured.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from side_by_side import Way, asked, compare
from sizes import FIRST_ROW, one_sheet

SHEET, COLUMN = "Giao việc", 13


def ours(path: Path) -> Callable[[], object]:
    """Every cell of the column, each only while it is blank as read."""
    from cadre_cli.domain.grid import CellEdit
    from cadre_cli.domain.places import CellRef
    from cadre_cli.workbook.patch import Patched, patch

    data = path.read_bytes()

    def work() -> None:
        edits = [
            CellEdit(CellRef(path.name, SHEET, row, COLUMN), None, Decimal(row))
            for row in range(FIRST_ROW, FIRST_ROW + int(path.stem))
        ]
        copy = patch(data, edits)
        assert isinstance(copy, Patched), copy

    return work


def theirs(path: Path) -> Callable[[], object]:
    """The same cells by load and save."""
    os.environ["OPENPYXL_LXML"] = "False"
    return with_lxml(path)


def with_lxml(path: Path) -> Callable[[], object]:
    """The same by an openpyxl that finds lxml."""
    import openpyxl

    def work() -> None:
        book = openpyxl.load_workbook(path)
        for row in range(FIRST_ROW, FIRST_ROW + int(path.stem)):
            book[SHEET].cell(row, COLUMN).value = row
        book.save(BytesIO())

    return work


WAYS: Mapping[str, Way] = {
    "cadre": ours,
    "openpyxl load + save": theirs,
    "openpyxl load + save with lxml": with_lxml,
}


def main(sizes: list[int]) -> None:
    """Measure workbooks of so many tasks."""
    with tempfile.TemporaryDirectory() as folder:
        for tasks in sizes or (2_000, 20_000, 100_000):
            path = Path(folder, f"{tasks}.xlsx")
            path.write_bytes(one_sheet(tasks))
            runs = 5 if tasks < 50_000 else 1
            compare(f"Writing one column into {tasks:,} tasks", __file__, WAYS, path, runs)


if __name__ == "__main__" and not asked(WAYS):
    main([int(tasks) for tasks in sys.argv[1:]])
