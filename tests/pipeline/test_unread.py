"""Whose tasks stand in a sheet that could not be read was not "assigned nothing"."""

from pathlib import Path

import pytest
from tests.offices import COMMON, HEADINGS, Sheet, month, tasks_sheet

from cadre_cli.domain.office import Office
from cadre_cli.domain.results import NotRated, Outcome
from cadre_cli.pipeline.intake import intake
from cadre_cli.pipeline.period import outcomes

AN = "Nguyễn Văn An"
WHY = "chưa đọc được bảng giao việc ở trang “Giao việc”"


def without_owner() -> Sheet:
    at = HEADINGS.index("Người thực hiện")
    head, tasks = tasks_sheet()[:3], tasks_sheet()[3:]
    return [*head, *([*line[:at], *line[at + 1 :]] for line in tasks)]


def shifted() -> Sheet:
    head, tasks = tasks_sheet()[:4], tasks_sheet()[4:]
    return [*head, *([None, place, *line[1:]] for place, line in enumerate(tasks, 1))]


def without_period() -> Sheet:
    return [["UBND XÃ ĐỒNG LIM"], ["GIAO VIỆC VÀ KẾT QUẢ"], *tasks_sheet()[2:]]


def read(path: Path) -> Outcome:
    (outcome,) = outcomes(Office(), [intake(path.read_bytes(), path.name, Office())])
    return outcome


@pytest.mark.parametrize(
    ("sheet", "code"),
    [(without_owner(), "B05"), (shifted(), "B08"), (without_period(), "B06")],
    ids=["no owner", "shifted", "no period"],
)
def test_nobody_is_said_to_have_been_assigned_nothing(
    tmp_path: Path, sheet: Sheet, code: str
) -> None:
    outcome = read(month(tmp_path / "so.xlsx", Giao_việc=sheet))
    an = next(each for each in outcome.results if each.officer.name == AN)
    assert code in {finding.code for finding in outcome.findings}
    assert "X05" not in {finding.code for finding in outcome.findings}
    assert an.not_rated is NotRated.INCOMPLETE
    assert [missing.what.vi for missing in an.score.missing] == [WHY]


def test_the_checks_say_what_they_did_not_see(tmp_path: Path) -> None:
    outcome = read(month(tmp_path / "so.xlsx", Giao_việc=without_period()))
    whys = {each.check: each.why.vi for each in outcome.not_run}
    assert {whys["G02"], whys["C04"]} == {"bảng giao việc ở trang “Giao việc” không đọc được"}


def test_a_sheet_of_points_that_could_not_be_read_is_named(tmp_path: Path) -> None:
    points: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG"], *COMMON[1:]]
    outcome = read(month(tmp_path / "so.xlsx", Tiêu_chí_chung=points))
    whys = {each.check: each.why.vi for each in outcome.not_run}
    assert whys["C09"] == "bảng tiêu chí chung ở trang “Tiêu chí chung” không đọc được"


def test_what_stands_in_another_sheet_counts_and_is_checked(tmp_path: Path) -> None:
    outcome = read(month(tmp_path / "so.xlsx", Việc_khác=without_period()))
    an = next(each for each in outcome.results if each.officer.name == AN)
    assert an.score.root is not None
    assert "G02" in {each.check for each in outcome.not_run}


def test_planned_work_may_be_assigned_where_nobody_could_read_it(tmp_path: Path) -> None:
    plan: Sheet = [
        ["ĐĂNG KÝ CÔNG VIỆC THÁNG 3 NĂM 2026"],
        ["STT", "Nội dung công việc", "Người thực hiện"],
        [1, "Rà soát hộ nghèo", AN],
    ]
    read_all = read(month(tmp_path / "so.xlsx", Kế_hoạch=plan))
    assert "K02" in {finding.code for finding in read_all.findings}
    outcome = read(month(tmp_path / "so2.xlsx", Kế_hoạch=plan, Việc_khác=without_period()))
    assert "K02" not in {finding.code for finding in outcome.findings}
