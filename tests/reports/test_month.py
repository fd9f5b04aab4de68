from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.factories import FILE, rule_set
from tests.reports import offices
from tests.reports.plain import plain

from cadre_cli.domain.office import Office
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.report import Cell, Computed, Link, Ref, Report
from cadre_cli.domain.results import Outcome
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.keys import DETAILS, EXPLANATION, SUMMARY
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made

GOLDEN = Path(__file__).parent / "golden"
PARTY = Office("Đảng ủy xã Hóa Quỳ", "Tỉnh ủy Thanh Hóa", letterhead="party")


def month(outcome: Outcome, lang: str = "vi", links: Mapping[str, str] | None = None) -> Report:
    made = Made("0.1.0", offices.AS_OF)
    return REPORTS["month"].build(Given(outcome, offices.rules(), made, lang, links or {}))


def test_the_whole_workbook_in_vietnamese(golden: Golden) -> None:
    golden(GOLDEN / "month.txt", plain(month(offices.outcome())))


def test_the_summary_of_a_party_body_in_english(golden: Golden) -> None:
    report = month(offices.outcome(PARTY), "en")
    golden(GOLDEN / "summary-party-en.txt", plain(replace(report, sections=report.sections[:1])))


def test_the_workbook_of_findings(golden: Golden) -> None:
    made = Made("0.1.0", offices.AS_OF, {"rules": "nd335-2025"})
    report = REPORTS["findings"].build(Given(offices.outcome(), offices.rules(), made))
    golden(GOLDEN / "findings.txt", plain(report))


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"deduction_on": "line"},
        {"part_ceiling": "each"},
        {"leader_d": "from_sheet"},
        {"process_rules": "off", "lateness_from_dates": "none", "quality_mark_failed": "zero"},
    ],
)
def test_every_formula_has_the_exact_value_stored_beside_it(choices: dict[str, str]) -> None:
    report = month(offices.outcome(**choices))
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert stored == evaluate(report)


def test_parts_points_and_totals_are_live_formulas() -> None:
    cells = dict(month(offices.outcome()).cells())
    rated = [ref.row for ref, cell in cells.items() if ref.column == "total" and cell is not None]
    assert len(rated) == 6
    for row in rated:
        for column in ("common", "a", "b", "c", "points", "total"):
            assert isinstance(cells[Ref(SUMMARY, row, column)], Computed), (row, column)


def test_the_total_equals_the_score_to_the_last_fraction() -> None:
    outcome = offices.outcome()
    cells = dict(month(outcome).cells())
    for result in outcome.results:
        cell = cells[Ref(SUMMARY, f"person:{result.officer.id}", "total")]
        root = result.score.root
        assert (cell is None) == (root is None)
        if root is not None:
            assert isinstance(cell, Computed)
            assert cell.value == root.value


def test_what_is_not_known_is_blank_and_said_in_words() -> None:
    cells = dict(month(offices.outcome()).cells())

    def row(name: str) -> list[Cell]:
        return [cells[Ref(SUMMARY, f"person:{name}", column)] for column in COLUMNS]

    blank = [None] * 6
    lacking = "Hệ số quy đổi của “14. Chi trả trợ cấp tháng 3” chưa ghi ('Giao việc'!K18)"
    assert row("Lương Thị Khánh") == [*blank, "Chưa đủ dữ liệu", lacking]
    assert row("Hoàng Thị Én")[:7] == [*blank, "Không xếp loại"]
    assert row("Đặng Văn Lâm")[:7] == [*blank, "Không xếp loại"]


COLUMNS = ("a", "b", "c", "points", "total", "by_points", "grade", "reason")


def test_classes_stand_beside_the_total_as_words_never_as_formulas() -> None:
    cells = dict(month(offices.outcome()).cells())
    disciplined = [
        cells[Ref(SUMMARY, "person:Trịnh Thị Mai", column)] for column in ("by_points", "grade")
    ]
    assert disciplined == ["Hoàn thành tốt nhiệm vụ", "Không hoàn thành nhiệm vụ"]


@pytest.mark.parametrize("kept", [True, False])
def test_a_task_is_one_row_though_its_result_stands_in_another_sheet(kept: bool) -> None:
    columns = {"content": 3, "finished": 4, "evaluator": 5}
    apart = tuple(
        replace(task, result_at=RowRef(FILE, "Kết quả", 40 + place, columns))
        for place, task in enumerate(offices.assigned())
    )
    outcome = offices.outcome(tasks=apart)
    report = month(outcome if kept else replace(outcome, tasks=()))
    cells = dict(report.cells())
    row = [
        cells[Ref(DETAILS, "person:Phạm Thị Cúc/1", column)]
        for column in ("coefficient", "assigned_count", "finished_count", "failures")
    ]
    assert row == [1, 10, 10, 1]
    assert Ref(DETAILS, "person:Phạm Thị Cúc/4", "content") not in cells
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert stored == evaluate(report)


def test_tasks_are_listed_from_the_steps_when_the_outcome_does_not_hold_them() -> None:
    outcome = replace(offices.outcome(), tasks=())
    report = month(outcome)
    cells = dict(report.cells())
    assert cells[Ref(DETAILS, "person:Đỗ Minh Đức/1", "content")] == "8. Chứng thực bản sao"
    stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
    assert stored == evaluate(report)


def test_cells_of_findings_lead_to_the_source_where_a_way_is_given() -> None:
    def cell(links: Mapping[str, str]) -> Cell:
        cells = dict(month(offices.outcome(), links=links).cells())
        return cells[Ref("checks", "finding:1", "cell")]

    at = offices.outcome().findings[0].at
    assert cell({}) == "E12"
    assert cell({"thang-03.xlsx": "../thang-03.xlsx"}) == Link("E12", at, "../thang-03.xlsx")


def test_display_decimals_change_the_page_and_no_number() -> None:
    outcome = offices.outcome()
    three = rule_set()
    choice = replace(three.choices["deduction_on"], id="display_decimals", taken="3")
    laid = {"cong_chuc": replace(three, choices={**three.choices, "display_decimals": choice})}
    report = REPORTS["month"].build(Given(outcome, laid, Made("0.1.0", offices.AS_OF)))
    assert [section.decimals for section in report.sections[:3]] == [3, 3, 3]
    numbers = [cell for _, cell in report.cells() if isinstance(cell, Computed)]
    before = [cell for _, cell in month(outcome).cells() if isinstance(cell, Computed)]
    assert numbers == before


def test_nobody_at_all_still_makes_a_page() -> None:
    empty = replace(offices.outcome(), results=(), findings=(), not_run=(), tasks=())
    report = month(empty)
    counts = [cell for ref, cell in report.cells() if ref.column == "people"]
    assert counts[:-1] == [0] * 6
    assert evaluate(report) == {Ref(SUMMARY, "count:all", "people"): 0}


def test_an_explanation_opens_a_shared_step_once_and_a_task_only_for_its_deductions() -> None:
    cells = dict(month(offices.outcome()).cells())
    how = [
        cell
        for ref, cell in cells.items()
        if ref.section == EXPLANATION
        and ref.column == "how"
        and ref.row.startswith("person:Phạm Thị Cúc/")
    ]
    told = ("xem trang “Chi tiết”", "đã diễn giải ở dòng trên", "10 − 0,25", "0,25 × 1 × 1")
    assert [how.count(words) for words in told] == [6, 2, 1, 1]
