"""Which period a workbook is of where its title, sheets and name are silent."""

from datetime import date
from pathlib import Path

from tests.offices import HEADINGS, workbook

from cadre_cli.batch import assess_all
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
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
