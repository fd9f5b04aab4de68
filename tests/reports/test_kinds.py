"""Each report alone: its golden text, formulas that hold within its own workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.reports import offices
from tests.reports.plain import plain

from cadre_cli.domain.report import Computed, Report
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.addresses import Addresses

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("summary", "explanation", "slips", "leaders")
"""Reports whose pages differ from those of the month's workbook."""
MOST = 4
"""Sheets of one report that its golden text shows: one slip is like another."""


def made(name: str) -> Report:
    return REPORTS[name].build(
        Given(offices.outcome(), offices.rules(), Made("0.1.0", offices.AS_OF))
    )


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_a_report(name: str, golden: Golden) -> None:
    report = made(name)
    alone = [section for section in report.sections if section.key != "provenance"][:MOST]
    golden(GOLDEN / f"{name}.txt", plain(replace(report, sections=tuple(alone))))


@pytest.mark.parametrize("name", REPORTS)
def test_formulas_need_no_cell_of_another_workbook(name: str) -> None:
    report = made(name)
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert stored == evaluate(report)
    places = Addresses.of(report)
    for ref, cell in report.cells():
        if isinstance(cell, Computed):
            assert places.formula(cell.formula, ref.section).startswith("=")


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_says_what_it_rests_on(name: str) -> None:
    assert made(name).sections[-1].key == "provenance"
