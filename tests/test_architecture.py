"""The architecture is a test: layers, lists of plug-ins, a light start, codes that stay."""

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from cadre_cli import __version__
from cadre_cli.checks import AFTER, BEFORE, ORGANISATIONS, YEAR
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.scoring.methods import METHODS
from cadre_cli.sheets.kinds import KINDS

ROOT = Path(__file__).parent.parent


def modules_of(package: str) -> set[str]:
    path = importlib.import_module(package).__path__
    return {found.name for found in pkgutil.iter_modules(path)}


def test_the_layers_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_sheet_kind_is_listed() -> None:
    listed = {kind.parse.__module__.rpartition(".")[2] for kind in KINDS}
    assert listed == modules_of("cadre_cli.sheets.kinds")


def test_every_method_is_listed() -> None:
    listed = {method.score.__module__.rpartition(".")[2] for method in METHODS.values()}
    assert listed == modules_of("cadre_cli.scoring.methods")


def test_every_report_is_listed() -> None:
    assert set(REPORTS) == modules_of("cadre_cli.reports.kinds")


def test_every_module_of_checks_is_run() -> None:
    shared = {"check", "people", "ratings", "robust", "year_check"}
    run = {*BEFORE, *AFTER, *ORGANISATIONS, *YEAR}
    for name in modules_of("cadre_cli.checks") - shared:
        own = importlib.import_module(f"cadre_cli.checks.{name}").CHECKS
        assert own, name
        assert set(own) <= run, name


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["score", "--help"]])
def test_a_page_of_help_loads_no_heavy_library(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        f"sys.argv = ['cadre', *{arguments!r}]\n"
        "from cadre_cli.cli.app import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'openpyxl', 'pandas', 'numpy', 'xlsxwriter', 'pydantic'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_version_is_told_before_anything_is_loaded() -> None:
    program = (
        "import sys\n"
        "sys.argv = ['cadre', '--version']\n"
        "from cadre_cli.__main__ import main\n"
        "main()\n"
        "sys.exit(', '.join({'typer', 'importlib.metadata'} & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"cadre {__version__}\n")


def test_no_path_is_too_long_for_windows() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert [path for path in listed if len(path) > 120] == []
