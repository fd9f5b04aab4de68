"""`cadre score` with its result workbook beside the clerk's script, as whole processes.

    python benchmarks/whole.py

The aims are a fifth of the time for S and 0.12 for M. `cadre` moreover checks, explains and writes
five sheets with live formulas; the script sums and paints two.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from side_by_side import compare_processes
from sizes import month

SIZES = {"S": (30, 300), "M": (80, 2_000)}


def main() -> None:
    """Measure both sizes."""
    with tempfile.TemporaryDirectory() as folder:
        for size, (people, tasks) in SIZES.items():
            path = Path(folder, f"{size}.xlsx")
            path.write_bytes(month(people, tasks))
            clerk = str(Path(__file__).with_name("clerk.py"))
            compare_processes(
                f"Scoring {size}, {people} people, {tasks:,} tasks",
                {
                    "cadre score": [
                        *(sys.executable, "-m", "cadre_cli", "score", "--quiet", str(path)),
                        *("--out", folder),
                    ],
                    "the clerk's script": [sys.executable, clerk, str(path), f"{folder}/kq.xlsx"],
                },
                runs=3,
            )


if __name__ == "__main__":
    main()
