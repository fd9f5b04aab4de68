"""Legacy text in real workbooks, where they are at hand: `CADRE_SAMPLES` names their folder."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.sheets.decode import decode
from cadre_cli.workbook.read import read

SAMPLES = Path(os.environ.get("CADRE_SAMPLES") or "nowhere")
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="CADRE_SAMPLES names no folder")


def grids(name: str) -> tuple[Grid, ...]:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    workbook, findings = read(path.read_bytes(), name)
    assert workbook is not None, findings
    return workbook.grids


def transcript(name: str) -> list[str]:
    lines = (SAMPLES / "transcripts" / name).read_text(encoding="utf-8").splitlines()
    return [text for line in lines for cell in line.split("\t") if (text := one_line(cell))]


def words(sheets: list[Grid]) -> Iterator[str]:
    for sheet in sheets:
        for _, row in sorted(sheet.rows.items()):
            for _, cell in sorted(row.items()):
                if text := one_line(str(cell.value)):
                    yield text


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize(
    ("file", "encoding"),
    [("30_tcvn3_bieu_kemtheo_TT04", "TCVN3"), ("39_vni_huyen_cangio_mau21", "VNI")],
)
def test_a_legacy_workbook_reads_as_its_transcript(file: str, encoding: str) -> None:
    decoded = [decode(sheet) for sheet in grids(f"{file}.xls")]
    found = [text.casefold() for text in words([sheet for sheet, _ in decoded])]
    # A font of capitals (.VnTimeH) shows what the transcript has as it was typed.
    assert found == [text.casefold() for text in transcript(f"{file}.txt")]
    said = [finding for _, findings in decoded for finding in findings]
    assert {finding.code for finding in said} == {"T07"}
    assert all(encoding in finding.said() for finding in said)


def test_unicode_workbooks_are_composed_and_otherwise_left_alone() -> None:
    changed: list[tuple[str, str]] = []
    said: list[Finding] = []
    for path in sorted(SAMPLES.glob("*.xls*")):
        if path.name.startswith(("30_", "39_")):
            continue
        for sheet in grids(path.name):
            read_so, findings = decode(sheet)
            said += findings
            changed += [
                (cell.stored, str(cell.value))
                for row in read_so.rows.values()
                for cell in row.values()
                if cell.stored is not None
            ]
    assert said == []
    assert all(unicodedata.normalize("NFC", stored) == value for stored, value in changed)
