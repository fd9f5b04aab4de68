"""What we write keeps Excel's own rules for a package, as an independent validator holds them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.running import cadre
from tools.build_examples import FOLDER as EXAMPLE
from tools.build_templates import FOLDER as FORMS

from cadre_cli.reports.kinds import REPORTS

MONTH = EXAMPLE / "2026" / "thang-04.xlsx"


def faults(path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(path)
    return [f"{path.name}: {each.part_uri} {each.description}" for each in result.errors]


def written(folder: Path, *arguments: object) -> list[Path]:
    """The workbooks that a command writes into an empty folder."""
    cadre(*arguments, "--out", folder)
    found = sorted(folder.glob("*.xls*"))
    assert found
    return found


def test_a_result_workbook_is_valid(tmp_path: Path) -> None:
    assert [each for path in written(tmp_path, "score", MONTH) for each in faults(path)] == []


def test_the_validator_would_notice(tmp_path: Path) -> None:
    (path,) = written(tmp_path, "score", MONTH)
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(damaged, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            # Excel wants merges after the cells.
            merges = b'<mergeCells count="1"><mergeCell ref="A90:B91"/></mergeCells><sheetData>'
            target.writestr(entry, data.replace(b"<sheetData>", merges))
    assert faults(damaged) != []


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(FORMS.glob("*.xlsx")), ids=lambda path: path.name)
def test_every_template_is_valid(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("month", ["2024/thang-06", "2026/thang-03"])
@pytest.mark.parametrize(
    "command",
    [
        lambda month: ("check", month, "--annotate"),
        lambda month: ("score", month),
        lambda month: ("score", month, "--report", ",".join(REPORTS)),
    ],
    ids=["marked", "results", "reports"],
)
def test_every_workbook_written_is_valid(
    tmp_path: Path, month: str, command: Callable[[Path], tuple[object, ...]]
) -> None:
    found = written(tmp_path, *command(EXAMPLE / f"{month}.xlsx"))
    assert [each for path in found for each in faults(path)] == []


@pytest.mark.slow
@pytest.mark.parametrize("year", [2024, 2026])
def test_the_workbook_of_a_year_is_valid(tmp_path: Path, year: int) -> None:
    found = written(tmp_path, "rank", "--year", year, EXAMPLE)
    assert [each for path in found for each in faults(path)] == []
