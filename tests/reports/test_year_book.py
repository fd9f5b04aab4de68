"""The year-end workbook: every sheet as text, every formula equal to what is stored beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.factories import MARCH, cell
from tests.reports import year_offices
from tests.reports.plain import plain

from cadre_cli.domain.report import Computed, Row, Tone
from cadre_cli.domain.year import Remark
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.frames import classes_by_office, unit_by_month
from cadre_cli.reports.keys import CHECKS, PROVENANCE
from cadre_cli.reports.year.book import year_book
from cadre_cli.workbook.render import render

GOLDEN = Path(__file__).parent / "golden"


def test_the_whole_year_in_vietnamese(golden: Golden) -> None:
    """The sheets of the year itself; slips, checks and basis are those of other reports."""
    report = year_book(year_offices.given())
    own = [each for each in report.sections if each.key not in (CHECKS, PROVENANCE)]
    slips = [each for each in own if each.key.startswith("slip:")]
    rest = tuple(each for each in own if each not in slips)
    golden(GOLDEN / "year.txt", plain(replace(report, sections=rest)))
    assert [each.name for each in slips][:2] == ["Nguyễn Văn An", "Trần Thị Bình"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_formula_has_the_exact_value_stored_beside_it(lang: str) -> None:
    last = replace(year_offices.ranking(), year=2025)
    report = year_book(year_offices.given(lang, before=last))
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert len(stored) > 100
    assert stored == evaluate(report)


def test_the_same_year_gives_the_same_bytes() -> None:
    assert render(year_book(year_offices.given())) == render(year_book(year_offices.given()))


def test_months_are_told_apart_by_shade_as_well_as_by_number() -> None:
    (table, *_) = year_book(year_offices.given()).sections[0].tables
    rows = {row.cells[1]: row for row in table.rows if len(row.cells) > 1}

    def tone(name: str, month: int) -> Tone | None:
        row: Row = rows[name]
        return row.tones.get(f"month{month}")

    assert tone("Nguyễn Văn An", 1) is Tone.BEST
    assert tone("Lê Văn Cả", 1) is None
    assert tone("Lò Văn Én", 12) is Tone.WEAK
    assert tone("Vi Thị Dung", 12) is Tone.OUTSIDE
    assert tone("Lò Văn Én", 1) is Tone.OUTSIDE


def test_frames_hold_exact_numbers_and_no_gap_becomes_a_number() -> None:
    ranking = year_offices.ranking()
    means = unit_by_month(ranking)
    # January of the Văn phòng: 269/3, 80, 75, 71, 72; one had nothing to do, one was elsewhere.
    assert means.loc["Văn phòng", 1] * 15 == 269 + 3 * (80 + 75 + 71 + 72)
    classes = classes_by_office(
        [ranking, replace(ranking, office=replace(ranking.office, name="B"))]
    )
    assert classes.to_numpy().sum() == 2 * len(ranking.people)


def test_remarks_of_the_standing_committee_have_a_sheet_where_there_are_any() -> None:
    given = year_offices.given()
    assert "Nhận xét" not in [each.name for each in year_book(given).sections]
    told = Remark(MARCH, cell(4), "Thôn Đá", ("Hà Văn Cúc",), "Bám thôn, sát việc", None)
    said = replace(given, ranking=replace(given.ranking, remarks=(told,)))
    text = plain(year_book(said))
    assert "1 | 2026-03 | Thôn Đá | Hà Văn Cúc | Bám thôn, sát việc |" in text
