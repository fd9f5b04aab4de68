"""LibreOffice works every report out anew; nothing it finds may differ from what is stored."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import generated, offices, year_offices
from tests.villages import whole

from cadre_cli.batch import assess_all
from cadre_cli.domain.report import Computed, Properties, Ref, Report
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.files import gather
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.reports.parts.year_slip import MONTHS, YearSlip, year_slip
from cadre_cli.reports.year.book import year_book
from cadre_cli.rules.schema import RuleSet
from cadre_cli.workbook.addresses import Addresses
from cadre_cli.workbook.render import render

SOFFICE = shutil.which("soffice")
EXAMPLES = Path(__file__).parents[2] / "examples"
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
AT_ONCE = 25
"""Workbooks that LibreOffice is given to convert: all of a year take it more than ten minutes."""
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
    for at in range(0, len(sources), AT_ONCE):
        some = sources[at : at + AT_ONCE]
        subprocess.run([*command, *some], check=True, capture_output=True, timeout=600)
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


def made(outcome: Outcome, rules: Mapping[str, RuleSet], beside: Sequence[Outcome] = ()) -> Given:
    day = offices.AS_OF if outcome.period is None else outcome.period.last_day
    return Given(outcome, rules, Made("0.1.0", day), beside=tuple(beside))


def months(*paths: Path) -> list[Given]:
    """What the reports of some months of one example office are built from, through the whole path."""
    (files,) = gather(paths, sheet_kinds())
    outcomes = [
        outcome
        for each in assess_all([files], Asked())
        for outcome in each.outcomes
        if outcome.period is not None and outcome.results
    ]
    assert len(outcomes) == len(paths)
    return [
        made(each, rules_used(each, Asked()), [one for one in outcomes if one is not each])
        for each in outcomes
    ]


def year(section: str = "year:1") -> Report:
    """Mẫu số 02 of somebody away in April."""
    months = {month: None if month == 4 else Fraction(500 + month, 6) for month in MONTHS}
    known = [total for total in months.values() if total is not None]
    mean = sum(known, Fraction(0)) / len(known)
    slip = YearSlip(section, "Phạm Thị Cúc", 2026, months=months, mean=mean)
    said = Properties("Phiếu xếp loại", "UBND xã Hóa Quỳ", date(2026, 12, 31))
    return Report("2026.phieu-02", said, (year_slip(slip, offices.HOA_QUY),))


def invented() -> dict[str, Report]:
    """The sheets that hold formulas, of the office of the tests and of an office made at random."""
    each = made(offices.outcome(part_ceiling="each"), offices.rules())
    drawn = made(generated.outcome(20_26), offices.rules(), [generated.outcome(7, "2026-02")])
    return {
        "van-phong": REPORTS["month"].build(each),
        "van-phong-tong-hop": REPORTS["summary"].build(each),
        "van-phong-phieu": REPORTS["slips"].build(each),
        "ngau-nhien": REPORTS["leaders"].build(drawn),
        "ngau-nhien-chi-tiet": REPORTS["details"].build(drawn),
        "nam": year(),
        "tong-ket": year_book(year_offices.given()),
    }


def in_full(given: Sequence[Given]) -> dict[str, Report]:
    return {
        f"{each.outcome.period}-{kind}": report.build(each)
        for each in given
        for kind, report in REPORTS.items()
    }


def compared(reports: dict[str, Report], folder: Path, least: int) -> None:
    stored = {
        (name, ref): float(cell.value)
        for name, report in reports.items()
        for ref, cell in computed(report)
    }
    assert len(stored) > least
    assert recalculated(reports, folder) == pytest.approx(stored, abs=1e-9)


@needs_libreoffice
def test_every_formula_of_a_report_gives_in_libreoffice_what_is_stored(tmp_path: Path) -> None:
    (march,) = months(EXAMPLES / "xa-dong-lim" / "2026" / "thang-03.xlsx")
    reports = invented() | {
        "thang-03": REPORTS["leaders"].build(march),
        "thon": REPORTS["villages"].build(made(whole(tmp_path)[1], {})),
    }
    compared(reports, tmp_path, 1_500)


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("folder", ["xa-dong-lim/2026", "xa-dong-lim/2024", "xa-khe-vau/2024"])
def test_so_it_is_in_every_month_of_the_examples(folder: str, tmp_path: Path) -> None:
    compared(in_full(months(*sorted((EXAMPLES / folder).glob("thang-*.xlsx")))), tmp_path, 100)


@pytest.mark.slow
@needs_libreoffice
@settings(max_examples=2, deadline=None)
@given(st.lists(st.integers(0, 2**32), min_size=4, max_size=4, unique=True))
def test_so_it_is_in_months_made_at_random(seeds: list[int]) -> None:
    """Drawn anew with every `make slow`; LibreOffice takes too long for many examples."""
    drawn = [made(generated.outcome(seed), offices.rules()) for seed in seeds]
    reports = {
        f"{place}-{kind}": report.build(each)
        for place, each in enumerate(drawn)
        for kind, report in REPORTS.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        compared(reports, Path(folder), 1_000)
