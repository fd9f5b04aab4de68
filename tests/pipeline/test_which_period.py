"""Which period a workbook is of where its title, sheets and name are silent."""

from datetime import date
from pathlib import Path

import pytest
from tests.offices import COMMON, HEADINGS, month, workbook

from cadre_cli.batch import assess_all
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.pipeline.files import gather
from cadre_cli.pipeline.intake import Intake, Reading, intake, sheet_kinds
from cadre_cli.pipeline.period import Asked

ROW = [1, "Lập danh sách", "Báo cáo", "Nguyễn Văn An", "Lê Văn Cả", "02/3", "31/3"]


def read(folder: Path, name: str, asked: Period | None = None) -> Intake:
    sheets = {"Giao việc": [HEADINGS, [*ROW, 1, 1]], "Sổ việc": [HEADINGS, [*ROW, 1, 1]]}
    data = workbook(folder / "so.xlsx", sheets).read_bytes()
    return intake(data, name, Office(), Reading(asked))


def periods(one: Intake) -> list[Period | None]:
    return [part.period for part in one.parts]


def noted(one: Intake) -> list[str]:
    return [finding.said() for finding in one.findings if finding.code == "B15"]


def test_a_folder_says_the_period_and_that_is_noted_once(tmp_path: Path) -> None:
    one = read(tmp_path, "2026/Tháng 3/An.xlsx")
    assert periods(one) == [Period(2026, 3)]
    assert noted(one) == [
        "Kỳ đánh giá tháng 3 năm 2026 lấy theo tên thư mục: tiêu đề, tên trang và tên tệp không ghi."
    ]
    assert not any(finding.code == "B06" for finding in one.findings)


def test_whoever_asks_for_a_period_is_heard_before_the_folder(tmp_path: Path) -> None:
    one = read(tmp_path, "2026/Tháng 3/An.xlsx", Period(2026, 4))
    assert (periods(one), noted(one)) == ([Period(2026, 4)], [])


def test_a_file_s_name_is_heard_before_the_folder(tmp_path: Path) -> None:
    one = read(tmp_path, "2026/Tháng 3/thang-04-2026.xlsx")
    assert (periods(one), noted(one)) == ([Period(2026, 4)], [])


def test_the_period_of_the_file_tells_the_year_of_its_days(tmp_path: Path) -> None:
    [part] = read(tmp_path, "thang-03-2026.xlsx").parts
    task = part.records.tasks[0]
    assert (task.assigned_on, task.deadline) == (date(2026, 3, 2), date(2026, 3, 31))


def test_the_folder_above_what_was_given_is_heard_too(tmp_path: Path) -> None:
    month = tmp_path / "2026" / "Tháng 3"
    month.mkdir(parents=True)
    workbook(month / "An.xlsx", {"Giao việc": [HEADINGS, [*ROW, 1, 1]]})
    [office] = gather([month], sheet_kinds())
    [assessed] = assess_all([office], Asked(), scored=False)
    assert [outcome.period for outcome in assessed.outcomes] == [Period(2026, 3)]


def test_a_lacking_period_is_one_finding_whatever_days_it_would_tell(tmp_path: Path) -> None:
    assert {finding.code for finding in read(tmp_path, "An.xlsx").findings} == {"B06"}


def blank(folder: Path, name: str, title: str = "Tháng ….. năm 2026", sheet: str = "Sổ") -> Intake:
    data = workbook(folder / "so.xlsx", {sheet: [[title], HEADINGS, [*ROW, 1, 1]]}).read_bytes()
    return intake(data, name, Office(), Reading())


def test_a_filled_sheet_with_a_blank_title_takes_the_period_of_the_file_and_says_so(
    tmp_path: Path,
) -> None:
    one = blank(tmp_path, "thang-03-2026.xlsx")
    [told] = [finding for finding in one.findings if finding.code == "B18"]
    assert periods(one) == [Period(2026, 3)]
    assert told.at == CellRef("thang-03-2026.xlsx", "Sổ", 1, 1)
    assert told.said() == "Tiêu đề để trống kỳ; tháng 3 năm 2026 lấy theo tên tệp."


def test_a_sheet_s_name_is_heard_before_the_file_s_and_the_title_may_say_the_year(
    tmp_path: Path,
) -> None:
    one = blank(tmp_path, "An.xlsx", sheet="Tháng 4")
    assert periods(one) == [Period(2026, 4)]
    both = blank(tmp_path, "thang-04-2026.xlsx", sheet="T4-2026")
    [told] = [finding for finding in both.findings if finding.code == "B18"]
    assert "lấy theo tên trang" in told.said()


def test_a_title_without_its_year_takes_that_of_the_folder(tmp_path: Path) -> None:
    assert periods(blank(tmp_path, "2026/An.xlsx", "Tháng 3 năm ……")) == [Period(2026, 3)]


@pytest.mark.parametrize("title", ["Tháng … năm 2025", "Tháng 2 năm ……"])
def test_what_is_left_of_a_blank_title_may_contradict_the_file(tmp_path: Path, title: str) -> None:
    [told] = [f for f in blank(tmp_path, "thang-03-2026.xlsx", title).findings if f.code == "B06"]
    assert "ở tiêu đề" in told.said()
    assert "cho cùng một kỳ" in told.remedy()


def test_a_blank_title_that_nothing_stands_in_for_asks_for_period_at_its_cell(
    tmp_path: Path,
) -> None:
    [told] = blank(tmp_path, "An.xlsx", "Tháng … năm ……").findings
    assert (told.code, told.at) == ("B06", CellRef("An.xlsx", "Sổ", 1, 1))
    assert "--period" in told.remedy()


def test_marks_of_another_month_than_the_work_make_no_result_of_their_own(tmp_path: Path) -> None:
    february = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 2 NĂM 2026"], *COMMON[1:]]
    path = month(tmp_path / "so.xlsx", Tiêu_chí_chung=february)
    done = intake(path.read_bytes(), "so.xlsx", Office())
    [told] = [finding for finding in done.findings if finding.code == "B06"]
    assert told.remedy().startswith("Sửa “Tháng … năm …” ở tiêu đề, tên trang của bảng sai kỳ")
    assert {part.period for part in done.parts if not part.beside} == {None, Period(2026, 3)}
