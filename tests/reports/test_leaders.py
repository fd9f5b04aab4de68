"""The leaders' page: what is counted, and from which months."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.reports import generated, offices

from cadre_cli.domain.report import Cell, Chart, ChartKind, Charts, Computed, Line, Ref, Report
from cadre_cli.domain.results import Outcome
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.keys import DETAILS, LEADERS
from cadre_cli.reports.kinds.leaders import build
from cadre_cli.reports.parts.provenance import Made


def page(outcome: Outcome, *beside: Outcome) -> Report:
    made = Made("0.1.0", offices.AS_OF)
    return build(Given(outcome, offices.rules(), made, beside=beside))


def charts(report: Report) -> list[Chart]:
    blocks = report.sections[0].blocks
    return [chart for block in blocks if isinstance(block, Charts) for chart in block.charts]


def value(cell: Cell) -> object:
    return cell.value if isinstance(cell, Computed) else cell


def headline(report: Report) -> dict[str, object]:
    keys = ("people", "rated", "good", "mean", "on_time", "errors")
    cells = dict(report.cells())
    return {key: value(cells[Ref(LEADERS, "headline", key)]) for key in keys}


def test_the_headline_counts_everybody_and_shares_only_of_those_with_a_class() -> None:
    # 12 people: 3 xuất sắc, 2 tốt, 1 không hoàn thành; 3 lack data, 3 are not classified.
    found = headline(page(offices.outcome()))
    assert (found["people"], found["rated"], found["good"]) == (12, 6, Fraction(5, 6))
    assert found["on_time"] == Fraction(9, 13)
    assert found["errors"] == 1


def test_tasks_are_on_time_late_or_unfinished_as_their_scores_read_them() -> None:
    cells = dict(page(offices.outcome()).cells())

    def told(person: str, place: int) -> Cell:
        return cells[Ref(DETAILS, f"person:{person}/{place}", "timeliness")]

    assert [told("Phạm Thị Cúc", place) for place in (1, 2, 3)] == ["Đúng hạn", "Chậm", "Chưa xong"]
    assert told("Vũ Văn Giang", 1) == "Đúng hạn"  # twice late, excused by the authority
    assert told("Vũ Văn Giang", 2) is None  # handed over
    assert told("Lương Thị Khánh", 1) is None  # no coefficient, so no score
    assert told("Trịnh Thị Mai", 1) == "Chưa xong"


def test_a_trend_needs_months_before_and_takes_none_after() -> None:
    march = generated.outcome(3, "2026-03")
    january, april = generated.outcome(1, "2026-01"), generated.outcome(4, "2026-04")
    quarter, old = generated.outcome(5, "2026-Q1"), generated.outcome(6, "2025-03")
    alone, later = page(march), page(march, april, quarter, old)
    assert ChartKind.LINES not in [chart.kind for chart in charts(alone)]
    assert later == alone
    report = page(march, april, january)
    rows = [ref.row for ref, _ in report.cells() if ref.column == "month"]
    assert rows == ["month:2026-01", "month:2026-03"]
    assert ChartKind.LINES in [chart.kind for chart in charts(report)]


@pytest.mark.parametrize("units", [1, 7, 8, 30])
def test_each_unit_has_its_bar_however_many_there_are(units: int) -> None:
    report = page(generated.outcome(9, people=40, units=units))
    stacked = [chart for chart in charts(report) if chart.kind is ChartKind.STACKED_BARS]
    drawn = [(chart.names.first, chart.names.last) for chart in stacked]
    assert (drawn[0][0], drawn[-1][1]) == ("unit:0", f"unit:{units - 1}")
    assert len(drawn) == (2 if units > 20 else 1)
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert stored == evaluate(report)


def test_where_no_progress_is_scored_nothing_is_said_of_punctuality() -> None:
    outcome = offices.outcome()
    silent = tuple(
        replace(each, score=replace(each.score, parts={}, root=None)) for each in outcome.results
    )
    report = page(replace(outcome, results=silent))
    assert headline(report)["on_time"] is None
    assert ChartKind.BARS not in [chart.kind for chart in charts(report)]
    told = [block.text for block in report.sections[0].blocks if isinstance(block, Line)]
    assert any("không tách phần tiến độ" in text for text in told)
