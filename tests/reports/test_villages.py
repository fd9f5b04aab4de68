"""The workbook of the villages: its pages as text, and formulas that have the stored values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.offices import Sheet, workbook
from tests.reports.plain import plain
from tests.villages import done, visits, whole

from cadre_cli.domain.office import Decided, Office
from cadre_cli.domain.report import Computed, Report
from cadre_cli.domain.results import Outcome
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.formalism import formalism
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.render import render

GOLDEN = Path(__file__).parent / "golden"


def villages(outcome: Outcome, lang: str = "vi") -> Report:
    assert outcome.period is not None
    made = Made("0.1.0", outcome.period.last_day)
    return REPORTS["villages"].build(Given(outcome, {}, made, lang))


def test_the_whole_workbook(tmp_path: Path, golden: Golden) -> None:
    _, march = whole(tmp_path)
    report = villages(march)
    pages = Report(
        report.name, report.properties, report.sections[:-1]
    )  # hashes move with XlsxWriter
    golden(GOLDEN / "villages.txt", plain(pages))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_formula_has_the_exact_value_stored_beside_it(tmp_path: Path, lang: str) -> None:
    for outcome in whole(tmp_path):
        report = villages(outcome, lang)
        stored = {ref: cell.value for ref, cell in report.cells() if isinstance(cell, Computed)}
        assert stored
        assert stored == evaluate(report)


def test_notes_for_leaders_stand_on_their_page_alone(tmp_path: Path, golden: Golden) -> None:
    _, march = whole(tmp_path)
    page = formalism(march, "vi")
    assert page is not None
    report = villages(march)
    golden(GOLDEN / "formalism.txt", plain(Report("", report.properties, (page,))))
    findings = REPORTS["findings"].build(Given(march, {}, Made("0.1.0", march.villages.as_of)))
    assert all(f.said() not in plain(findings) for f in march.findings if f.code[0] == "L")


def test_weeks_out_are_printed_for_scorers_only_where_the_office_decided_so(tmp_path: Path) -> None:
    roster: Sheet = [
        ["DANH SÁCH CÁN BỘ"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thôn phụ trách"],
        [1, "Lê Văn Cường", "Công chức", "Văn phòng", "Thôn Đá"],
    ]
    log = visits("THÁNG 3 NĂM 2026", (date(2026, 3, 5), "Lê Văn Cường", "Thôn Đá"))
    workbook(tmp_path / "thon-03.xlsx", {"Danh sách": roster, "Đi thôn": log})
    decided = {"visits_counted": Decided("shown", "QĐ 9/QĐ-UBND")}
    (silent,) = done(tmp_path)
    assert render(villages(silent))
    (told,) = done(tmp_path, Office(name="UBND xã Đồng Lim", decisions=decided))
    assert "QĐ 9/QĐ-UBND" not in plain(villages(silent))
    text = plain(villages(told))
    assert "1 | Lê Văn Cường | x |  |  |  | 1 | 4 | Thôn Đá" in text
    assert "QĐ 9/QĐ-UBND" in text
