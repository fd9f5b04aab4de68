"""The reader beside `pandas.read_excel(sheet_name=None, engine="openpyxl")`.

    python benchmarks/reading.py [S|M|L …]

S is a month of 30 people and 300 tasks, M of 80 and 2,000, L one sheet of 100,000 rows and 14
columns. The aim is seven times as fast in no more memory, though ours also keeps what the other
loses: errors and blanks apart, formulas beside their values, merges, fonts, what is hidden.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from side_by_side import Way, asked, compare
from sizes import month, one_sheet

SIZES: Mapping[str, tuple[Callable[[], bytes], int]] = {
    "S": (partial(month, 30, 300), 7),
    "M": (partial(month, 80, 2_000), 7),
    "L": (partial(one_sheet, 100_000), 3),
}
"""What is read, and how many times in turns."""


def ours(path: Path) -> Callable[[], object]:
    """The reader of `cadre`."""
    from cadre_cli.workbook.read import read

    return partial(read, path.read_bytes(), path.name)


def theirs(path: Path, *, lxml: bool = False) -> Callable[[], object]:
    """What a script would call; pandas and openpyxl do not bring lxml along."""
    os.environ["OPENPYXL_LXML"] = str(lxml)
    import pandas

    return lambda: pandas.read_excel(path, sheet_name=None, engine="openpyxl")


WAYS: Mapping[str, Way] = {
    "cadre": ours,
    "pandas + openpyxl": theirs,
    "pandas + openpyxl + lxml": partial(theirs, lxml=True),
}


def main(sizes: list[str]) -> None:
    """Measure the sizes named, or all."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes or SIZES:
            make, runs = SIZES[size]
            path = Path(folder, f"{size}.xlsx")
            path.write_bytes(make())
            compare(f"Reading {size}, {path.stat().st_size // 1024} KB", __file__, WAYS, path, runs)


if __name__ == "__main__" and not asked(WAYS):
    main(sys.argv[1:])
