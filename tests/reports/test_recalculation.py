"""LibreOffice works the result workbook out anew; nothing it finds may differ from what is stored."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.reports import offices

from cadre_cli.batch import assess_all
from cadre_cli.domain.report import Computed, Ref, Report
from cadre_cli.pipeline.files import gather
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.addresses import Addresses
from cadre_cli.workbook.render import render

SOFFICE = shutil.which("soffice")
EXAMPLE = Path(__file__).parents[2] / "examples" / "xa-dong-lim"
_STORED = re.compile(rb"(</f>)<v>[^<]*</v>")


def without_stored_values(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, _STORED.sub(rb"\1", old.read(name)))
    return made.getvalue()


def recalculated(reports: dict[str, Report], folder: Path) -> dict[tuple[str, Ref], object]:
    """Every computed cell of every report, worked out from the formulas alone."""
    out = folder / "out"
    for name, report in reports.items():
        (folder / f"{name}.xlsx").write_bytes(without_stored_values(render(report)))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out)]
    sources = [str(folder / f"{name}.xlsx") for name in reports]
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=120)
    found: dict[tuple[str, Ref], object] = {}
    for name, report in reports.items():
        book = openpyxl.load_workbook(out / f"{name}.xlsx", data_only=True)
        places = Addresses.of(report)
        for ref, _ in computed(report):
            row, column = places.place(ref)
            found[name, ref] = book[places.names[ref.section]].cell(row + 1, column + 1).value
    return found


def computed(report: Report) -> list[tuple[Ref, Computed]]:
    return [(ref, cell) for ref, cell in report.cells() if isinstance(cell, Computed)]


def example(name: str) -> Report:
    """The report of a month of the example commune, through the whole path."""
    (files,) = gather([EXAMPLE / "2026" / name], sheet_kinds())
    ((outcome,),) = (each.outcomes for each in assess_all([files], Asked()))
    assert outcome.period is not None
    rules = rules_used(outcome, Asked())
    return REPORTS["month"].build(Given(outcome, rules, Made("0.1.0", outcome.period.last_day)))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_formula_gives_in_libreoffice_what_is_stored(tmp_path: Path) -> None:
    invented = offices.outcome(part_ceiling="each")
    reports = {
        "van-phong": REPORTS["month"].build(
            Given(invented, offices.rules(), Made("0.1.0", offices.AS_OF))
        ),
        "thang-03": example("thang-03.xlsx"),
        "thang-04": example("thang-04.xlsx"),
    }
    stored = {
        (name, ref): float(cell.value)
        for name, report in reports.items()
        for ref, cell in computed(report)
    }
    assert len(stored) > 2000
    assert recalculated(reports, tmp_path) == pytest.approx(stored, abs=1e-9)
