"""`cadre score --report`: which workbooks are written, and what is said of a wrong name."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from tests import offices
from tests.running import cadre

from cadre_cli.pipeline.files import OWN_ENDINGS
from cadre_cli.reports.kinds import REPORTS


def score(path: Path, *arguments: str) -> Result:
    return cadre("score", path, *arguments)


@pytest.fixture
def march(tmp_path: Path) -> Path:
    return offices.month(tmp_path / "thang-03.xlsx")


def written(march: Path) -> list[str]:
    folder = march.parent / "ket-qua"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_without_a_name_the_whole_workbook_is_written(march: Path) -> None:
    assert score(march).exit_code == 0
    assert written(march) == ["thang-03.ket-qua.xlsx"]


def test_names_may_be_repeated_or_parted_by_commas(march: Path) -> None:
    done = score(march, "--report", "summary,Findings", "--report", "summary", "--report", "basis")
    assert done.exit_code == 0, done.stderr
    assert written(march) == [
        "thang-03.can-cu.xlsx",
        "thang-03.kiem-tra.xlsx",
        "thang-03.tong-hop.xlsx",
    ]


def test_every_report_opens_and_ends_as_its_own_files_do(march: Path) -> None:
    assert score(march, "--report", ",".join(REPORTS)).exit_code == 0
    names = [f"thang-03.{kind.ending}.xlsx" for kind in REPORTS.values()]
    assert written(march) == sorted(names)
    for name in names:
        book = openpyxl.load_workbook(march.parent / "ket-qua" / name)
        assert book.custom_doc_props["cadre"].value == "1"
        assert name.endswith(OWN_ENDINGS)  # a folder is searched without them


def test_a_wrong_name_is_wrong_usage_and_names_the_right_ones(march: Path) -> None:
    done = score(march, "--report", "tong-hop")
    assert done.exit_code == 2
    assert "tong-hop" in done.stderr
    assert "summary" in done.stderr
    assert written(march) == []


def test_dry_run_names_each_workbook_and_writes_none(march: Path) -> None:
    done = score(march, "--report", "month,summary", "--dry-run")
    assert "thang-03.ket-qua.xlsx" in done.stderr
    assert "thang-03.tong-hop.xlsx" in done.stderr
    assert written(march) == []


def test_the_findings_of_a_file_without_results_are_written_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"not a workbook")
    assert score(path).exit_code == 3
    assert written(path) == []
    assert score(path, "--report", "findings,month").exit_code == 3
    assert written(path) == ["hong.kiem-tra.xlsx"]
