"""`cadre --version` and `cadre --help` beside what Typer itself takes, as whole processes.

    python benchmarks/starting.py

The version is told before anything is loaded. The aims are at most 1.3 times the import of Typer,
and 1.2 times the help of an app without content.
"""

from __future__ import annotations

import sys

from side_by_side import compare_processes

BARE_APP = """
import sys, typer
app = typer.Typer()
@app.command()
def one(): pass
@app.command()
def two(): pass
sys.argv = ["app", "--help"]
app()
"""
RUNS = 9


def main() -> None:
    """The version beside the import of Typer, the help beside that of an app with nothing in it."""
    python = [sys.executable, "-c"]
    cadre = [*python, "from cadre_cli.__main__ import main; main()"]
    compare_processes(
        "cadre --version",
        {"cadre": [*cadre, "--version"], "import typer": [*python, "import typer"],
         "Python alone": [*python, ""]},
        RUNS,
    )  # fmt: skip
    compare_processes(
        "cadre --help",
        {"cadre": [*cadre, "--help"], "a bare Typer app's help": [*python, BARE_APP],
         "Python alone": [*python, ""]},
        RUNS,
    )  # fmt: skip


if __name__ == "__main__":
    main()
