"""Months as clerks keep them in a hurry: what is crossed out, shortened or written as a percentage."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from tests.running import cadre

HEAD = (
    "STT",
    "Nội dung công việc",
    "Người thực hiện",
    "Người giao",
    "Thời hạn hoàn thành",
    "Số lượng giao",
    "Hệ số",
    "Số lượng hoàn thành",
    "Số lần chưa đạt",
    "Số lần chậm",
    "Người đánh giá",
    "Ghi chú",
)
HOA, BACH = "Lê Thị Hoa", "Trần Văn Bách"
HEAD_OF_OFFICE = (BACH, "Chánh Văn phòng")


def task(
    number: int, assigned: object, done: object, *, by: str = BACH, note: str = ""
) -> list[object]:
    name = f"Việc số {number}"
    return [number, name, HOA, BACH, "31/03/2026", assigned, 1, done, 0, 0, by, note]


class Month:
    """One workbook with a sheet of tasks from row 3 and one of common points from row 3."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "thang-03.xlsx"
        self.book = openpyxl.Workbook()
        self.tasks: Worksheet = self.book.worksheets[0]
        self.tasks.title = "Giao việc"
        self.tasks.append(["GIAO VIỆC VÀ KẾT QUẢ THÁNG 3 NĂM 2026"])
        self.tasks.append(HEAD)
        self.common: Worksheet = self.book.create_sheet("Tiêu chí chung")
        self.common.append(["ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026"])
        self.common.append(["STT", "Họ và tên", "Chức vụ", "Điểm tiêu chí chung"])

    def cadre(self, *arguments: str) -> Result:
        self.book.save(self.path)
        return cadre(arguments[0], str(self.path), *arguments[1:])


@pytest.fixture
def month(tmp_path: Path) -> Month:
    return Month(tmp_path)


def test_a_crossed_out_task_counts_and_somebody_is_told(month: Month) -> None:
    month.tasks.append(task(1, 2, 2))
    month.tasks.append(task(2, 5, 0))
    month.tasks.append(task(3, 1, 0, note="Hủy theo chỉ đạo"))
    month.tasks["B4"].font = Font(strike=True)
    month.common.append([1, HOA, "Chuyên viên", 27])
    said = month.cadre("check").stdout
    assert "G13 CẢNH BÁO" in said
    assert "B4: Việc “Việc số 2” bị gạch ngang" in said
    assert "L5: Việc “Việc số 3” có ghi chú “Hủy theo chỉ đạo”" in said


@pytest.mark.parametrize(("points", "shown"), [("90%", "General"), (0.9, "0%")])
def test_a_percentage_is_no_number_of_points(month: Month, points: object, shown: str) -> None:
    month.tasks.append(task(1, 2, 2))
    month.common.append([1, HOA, "Chuyên viên", points])
    month.common["D3"].number_format = shown
    done = month.cadre("score", "--dry-run")
    assert "D3: Cột “Điểm tiêu chí chung” cần một số, nhưng ô ghi “90%”" in done.stderr
    assert "không đọc được" in done.stdout


def test_who_is_called_by_the_given_name_is_accused_of_nothing(month: Month) -> None:
    month.tasks.append(task(1, 2, 2, by="Đ/c Bách"))
    month.tasks.append(task(2, 2, 2, by="Phạm Đức Lợi"))
    month.common.append([1, HOA, "Chuyên viên", 27])
    said = month.cadre("check").stdout
    assert "K3" not in said
    assert "K4: Việc “Việc số 2” do Trần Văn Bách giao nhưng Phạm Đức Lợi đánh giá" in said


def test_a_short_name_without_a_row_of_points_is_offered_the_full_one(month: Month) -> None:
    month.tasks.append([*task(1, 2, 2)[:2], "Đ/c Hoa", *task(1, 2, 2)[3:]])
    month.common.append([1, HOA, "Chuyên viên", 27])
    assert (
        "“Đ/c Hoa” có thể là: Lê Thị Hoa (Chuyên viên) (ghi ở 1 ô)" in month.cadre("check").stdout
    )


def test_a_number_that_reads_two_ways_is_shown_both_ways(month: Month) -> None:
    month.tasks.append(task(1, "1.200", 2))
    month.common.append([1, HOA, "Chuyên viên", 27])
    said = month.cadre("check").stdout
    assert "F3: Cột “Số lượng giao”: “1.200” đọc được hai cách, 1200 hoặc 1,2" in said


def test_without_any_sheet_of_tasks_nobody_is_said_to_have_been_given_nothing(month: Month) -> None:
    del month.book["Giao việc"]
    month.common.append([1, HOA, "Chuyên viên", 27])
    done = month.cadre("score", "--dry-run")
    assert "không có việc nào được giao trong các bảng đã đọc" in " ".join(done.stdout.split())
    assert "Bổ sung bảng giao việc" in done.stderr


def test_explain_takes_the_only_one_called_by_a_given_name_and_says_so(month: Month) -> None:
    month.tasks.append(task(1, 2, 2))
    month.common.append([1, HOA, "Chuyên viên", 27])
    month.common.append([2, *HEAD_OF_OFFICE, 28])
    done = month.cadre("explain", "--who", "Hoa")
    assert f"Hiểu “Hoa” là {HOA}." in done.stderr
    assert HOA in done.stdout


def test_points_of_tasks_under_the_words_of_superiors(month: Month) -> None:
    month.tasks.title = "Chấm tháng 11"
    month.tasks.delete_rows(1, 2)
    month.tasks.append(["CHẤM ĐIỂM CÔNG VIỆC THÁNG 11 NĂM 2025"])
    heads = ("Điểm tối đa", "Cá nhân tự chấm", "Lãnh đạo chấm")
    month.tasks.append(
        ["STT", "Tên công việc", "Người thực hiện", "Người giao", "Thời hạn", *heads]
    )
    month.tasks.append([1, "Báo cáo", HOA, BACH, "30/11/2025", "10đ", "10đ", "9,5đ"])
    del month.book["Tiêu chí chung"]
    assert "B14" not in month.cadre("check").stdout


def test_a_table_that_scores_nobody_says_so(month: Month) -> None:
    del month.book["Giao việc"]
    del month.book["Tiêu chí chung"]
    sheet = month.book.create_sheet("Tổng hợp")
    sheet.append(["TỔNG HỢP KẾT QUẢ XẾP LOẠI THÁNG 3 NĂM 2026"])
    sheet.append(["STT", "Họ và tên", "Chức vụ", "Thủ trưởng (điểm, loại)"])
    sheet.append([1, HOA, "Chuyên viên", "95đ - HTXS"])
    assert "Chưa chấm được ai" in month.cadre("score").stderr


def test_tasks_that_count_for_nobody_stand_beside_the_results(month: Month) -> None:
    month.tasks.append(task(1, 2, 2))
    month.tasks.append([*task(2, 5, 0)[:2], None, *task(2, 5, 0)[3:]])
    month.common.append([1, HOA, "Chuyên viên", 27])
    done = month.cadre("score")
    warning = "1 việc chưa rõ người thực hiện nên chưa tính cho ai ('Giao việc'!C4)"
    assert warning in done.stdout
    [written] = (month.path.parent / "ket-qua").glob("*.ket-qua.xlsx")
    page = openpyxl.load_workbook(written)["Tổng hợp"]
    assert any(warning in str(cell.value) for row in page.iter_rows() for cell in row)


def test_a_leader_on_no_roster_is_scored_by_the_post_beside_the_points(month: Month) -> None:
    """By the three parts of staff the class would be HTT; the six of a leader make it HTXS."""
    month.tasks.append(task(1, 10, 8))
    month.common["E2"], month.common["F2"] = "đ", "e"
    month.common.append([1, HOA, "Phó Chủ tịch", 28, 1, 1])
    month.common.append([2, BACH, "Chuyên viên", 28])
    done = month.cadre("score", "--json", "--dry-run")
    people = {each["name"]: each for each in json.loads(done.stdout)["outcomes"][0]["people"]}
    hoa = people[HOA]
    assert (hoa["position"], hoa["leader"], hoa["grade"]) == ("Phó Chủ tịch", True, "HTXS")
    month.common["C3"] = None
    alone = month.cadre("score", "--dry-run")
    assert alone.exit_code == 1
    assert "C14 LỖI" in alone.stderr
    assert "của lãnh đạo nhưng chưa ghi chức vụ" in " ".join(alone.stdout.split())


def test_a_filled_sheet_whose_title_leaves_the_month_blank_counts(month: Month) -> None:
    """Ten of twenty done: without the second sheet it would be all, and the class the highest."""
    month.tasks.append(task(1, 10, 10))
    more = month.book.create_sheet("Giao việc bổ sung")
    for line in (("GIAO VIỆC BỔ SUNG",), ("Tháng ..... năm 2026",), HEAD, task(2, 10, 0)):
        more.append(line)
    month.common.append([1, HOA, "Chuyên viên", 28])
    done = month.cadre("score", "--json", "--dry-run", "--period", "2026-03")
    found = json.loads(done.stdout)["outcomes"][0]
    (hoa,) = (each for each in found["people"] if each["name"] == HOA)
    assert (hoa["parts"]["a"], hoa["grade"]) == ("0.5", "HT")
    (told,) = (each for each in found["findings"] if each["code"] == "B18")
    assert (told["sheet"], told["cell"]) == ("Giao việc bổ sung", "A2")
