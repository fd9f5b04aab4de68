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

from cadre_cli.domain.report import Computed, Ref, Report
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.workbook.addresses import Addresses
from cadre_cli.workbook.render import render

SOFFICE = shutil.which("soffice")
_STORED = re.compile(rb"(</f>)<v>[^<]*</v>")


def without_stored_values(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, _STORED.sub(rb"\1", old.read(name)))
    return made.getvalue()


def recalculated(report: Report, folder: Path) -> dict[Ref, object]:
    source, out = folder / "ket-qua.xlsx", folder / "out"
    source.write_bytes(without_stored_values(render(report)))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    book = openpyxl.load_workbook(out / source.name, data_only=True)
    places = Addresses.of(report)
    found: dict[Ref, object] = {}
    for ref, cell in report.cells():
        if isinstance(cell, Computed):
            row, column = places.place(ref)
            found[ref] = book[places.names[ref.section]].cell(row + 1, column + 1).value
    return found


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_formula_gives_in_libreoffice_what_is_stored(tmp_path: Path) -> None:
    report = REPORTS["month"](
        offices.outcome(part_ceiling="each"), offices.rules(), "0.1.0", offices.AS_OF
    )
    stored = {r: float(cell.value) for r, cell in report.cells() if isinstance(cell, Computed)}
    assert len(stored) > 300
    assert recalculated(report, tmp_path) == pytest.approx(stored, abs=1e-9)
