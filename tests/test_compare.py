"""`cadre compare` as a clerk, a leader and a script meet it."""

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests import offices
from tests.running import cadre


def compared(*arguments: object) -> Any:
    done = cadre("compare", *arguments, "--json")
    assert done.exit_code == 0, done.output
    (comparison,) = json.loads(done.stdout)["comparisons"]
    return comparison


def changes(comparison: Any) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        changed["a"]["name"]: {
            each["field"]: (each["a"], each["b"]) for each in changed["differences"]
        }
        for changed in comparison["changed"]
    }


def causes(comparison: Any, name: str) -> list[tuple[str, str | None, str | None, str]]:
    (changed,) = (each for each in comparison["changed"] if each["a"]["name"] == name)
    return [
        (
            each["kind"],
            each["a"],
            each["b"],
            (each["at_b"] or each["at_a"] or "").rpartition(": ")[2],
        )
        for each in changed["causes"]
    ]


@pytest.fixture
def march(tmp_path: Path) -> Path:
    return offices.month(tmp_path / "a" / "thang-03.xlsx")


def corrected(march: Path) -> Path:
    """The same month with one lateness less for An: cell M6 of “Giao việc”."""
    tasks = [list(line) for line in offices.TASKS]
    tasks[1][12] = 0
    sheet = offices.tasks_sheet(tasks)
    return offices.month(march.parent.parent / "b" / "thang-03.xlsx", Giao_việc=sheet)


def result_of(march: Path) -> Path:
    assert cadre("score", march, "--quiet").exit_code == 0
    return march.parent / "ket-qua" / "thang-03.ket-qua.xlsx"


def signed(path: Path, *rows: list[offices.Cell]) -> Path:
    """A list as an office signs it, made outside of `cadre`."""
    head: offices.Sheet = [
        ["UBND XÃ ĐỒNG LIM"],
        ["KẾT QUẢ XẾP LOẠI THÁNG 3 NĂM 2026"],
        ["STT", "Họ và tên", "Đơn vị", "Tổng điểm", "Xếp loại"],
    ]
    return offices.workbook(path, {"Danh sách": [*head, *rows]})


def test_two_versions_of_a_workbook_name_the_cell_that_moved_a_result(march: Path) -> None:
    comparison = compared(march, corrected(march))
    # 27 + 70 × (18/28 + 17,75/28 + 18/28) ÷ 3: one lateness of a product of 4 is a quarter of 4
    assert changes(comparison) == {
        "Nguyễn Văn An": {
            "total": ("70.9583333333", "71.7916666667"),
            "points": ("43.9583333333", "44.7916666667"),
            "c": ("0.6071428571", "0.6428571429"),
        }
    }
    assert causes(comparison, "Nguyễn Văn An") == [("removed", "1", None, "'Giao việc'!M6")]
    assert comparison["same"] == 3


def test_the_terminal_says_it_in_words(march: Path) -> None:
    said = cadre("compare", march, corrected(march)).stdout
    assert "Nguyễn Văn An (Phòng Kinh tế): tổng điểm 70,96 → 71,79" in said
    assert (
        "chỉ có ở A: Đúng tiến độ: Báo cáo › Số lần chậm = 1 (thang-03.xlsx: 'Giao việc'!M6)"
        in said
    )
    assert "3 người có kết quả như nhau." in said
    assert "Không có gì khác nhau: 4 người" in cadre("compare", march, march).stdout


def test_differences_are_no_error_but_what_cannot_be_read_is(march: Path, tmp_path: Path) -> None:
    assert cadre("compare", march, corrected(march)).exit_code == 0
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(march.read_bytes()[:3000])
    done = cadre("compare", march, cut)
    assert (done.exit_code, "T01" in done.stderr) == (3, True)
    assert cadre("compare", march, tmp_path / "khong-co.xlsx").exit_code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["{a}"],
        ["{a}", "{a}", "{a}"],
        ["{a}", "--rules", "nd999"],
        ["{a}", "--choice", "deduction_on"],
        ["{a}", "--choice", "deduction_on=hai"],
        ["{a}", "--rules", "qd1240", "--rules", "qd1240", "--rules", "qd1240"],
    ],
)
def test_wrong_usage_is_exit_code_2(march: Path, arguments: list[str]) -> None:
    assert cadre("compare", *(each.format(a=march) for each in arguments)).exit_code == 2


def test_one_workbook_under_another_choice_names_the_choice(march: Path) -> None:
    comparison = compared(march, "--choice", "deduction_on=line")
    # on the line 0,25 of the whole 10 units is lost instead of 0,25 of one; of 8 instead of one of 4
    assert changes(comparison)["Nguyễn Văn An"]["b"] == ("0.6339285714", "0.5535714286")
    assert ("choice", "unit", "line", "") in [
        (*cause[:3], "") for cause in causes(comparison, "Nguyễn Văn An")
    ]
    assert [each["key"] for each in comparison["grounds"]] == ["choice.nd335-2025.deduction_on"]


def test_one_workbook_under_two_rule_sets_says_which(march: Path) -> None:
    comparison = compared(march, "--rules", "nd335-2025", "--rules", "qd366-2025")
    rules = {each["key"]: (each["a"], each["b"]) for each in comparison["grounds"]}
    assert rules["rules.cong_chuc"] == ("nd335-2025", "qd366-2025")


def test_a_result_workbook_is_laid_beside_the_corrected_input(march: Path) -> None:
    comparison = compared(result_of(march), corrected(march))
    assert comparison["a"]["form"] == "result"
    assert changes(comparison)["Nguyễn Văn An"]["total"] == ("70.9583333333", "71.7916666667")
    assert causes(comparison, "Nguyễn Văn An") == [("cell", "1", "0", "'Giao việc'!B6")]
    assert comparison["grounds"][0]["meaning"].startswith("Tệp nguồn")


def test_two_result_workbooks_tell_why_without_their_sources(march: Path) -> None:
    first, second = result_of(march), result_of(corrected(march))
    march.unlink()
    comparison = compared(first, second)
    assert list(changes(comparison)) == ["Nguyễn Văn An"]
    assert causes(comparison, "Nguyễn Văn An") == [("cell", "1", "0", "'Giao việc'!B6")]


def test_a_result_saved_by_a_program_that_does_not_calculate_is_still_read(march: Path) -> None:
    result = result_of(march)
    again = result.with_name("luu-lai.xlsx")
    book = openpyxl.load_workbook(result)
    book["Tổng hợp"].title = "Bảng ký"
    book.save(again)
    comparison = compared(result, again)
    assert (comparison["changed"], comparison["same"]) == ([], 4)


def test_a_changed_cell_of_a_result_is_told_and_counts_as_shown(march: Path) -> None:
    result = result_of(march)
    edited = result.with_name("da-sua.xlsx")
    book = openpyxl.load_workbook(result)
    sheet = book["Tổng hợp"]
    (cell,) = (each for row in sheet for each in row if each.value == "Nguyễn Văn An")
    sheet.cell(cell.row, 12).value = 90.5
    book.save(edited)
    comparison = compared(result, edited)
    assert changes(comparison)["Nguyễn Văn An"] == {"total": ("70.9583333333", "90.5")}
    (note,) = comparison["b"]["notes"]
    assert f"L{cell.row}" in note


def test_a_signed_list_is_compared_as_exactly_as_it_is_written(march: Path, tmp_path: Path) -> None:
    listed = signed(
        tmp_path / "da-ky.xlsx",
        [1, "Lê Văn Cả", "Phòng Kinh tế", 98, "HTXS"],
        [2, "Nguyễn Văn An", "Phòng Kinh tế", 70.96, "HTXS"],
        [3, "Trần Thị Bính", "Phòng Kinh tế", 100, "HTXS"],
        [4, "Vi Thị Lạ", "Phòng Kinh tế", 80, "HTT"],
    )
    comparison = compared(result_of(march), listed)
    assert comparison["b"]["form"] == "list"
    # 70,96 is 70,9583… as it is shown; the class is not that of the points
    assert changes(comparison) == {"Nguyễn Văn An": {"grade": ("HTT", "HTXS")}}
    assert [one["name"] for one in comparison["only_a"]] == ["Trần Thị Bình", "Phạm Văn Chủ"]
    assert [one["name"] for one in comparison["only_b"]] == ["Trần Thị Bính", "Vi Thị Lạ"]
    assert [(each["a"]["name"], each["b"]["name"], each["why"]) for each in comparison["near"]] == [
        ("Trần Thị Bình", "Trần Thị Bính", "near_name")
    ]


def test_a_list_without_a_period_is_of_the_other_sides(march: Path, tmp_path: Path) -> None:
    rows = [
        ["DANH SÁCH ĐÃ KÝ"],
        ["STT", "Họ và tên", "Tổng điểm", "Xếp loại"],
        [1, "Nguyễn Văn An", 70.96, "Hoàn thành nhiệm vụ"],
    ]
    listed = offices.workbook(tmp_path / "ds.xlsx", {"Kết quả xếp loại": rows})
    comparison = compared(march, listed)
    assert changes(comparison) == {"Nguyễn Văn An": {"grade": ("HTT", "HT")}}


def test_a_list_is_never_asked_why_and_names_who_has_no_class(march: Path, tmp_path: Path) -> None:
    listed = signed(
        tmp_path / "da-ky.xlsx",
        [1, "Ông LÊ VĂN CẢ", None, 98, "HTXS"],
        [2, "Nguyễn Văn An", None, 71, "HTT"],
        [3, "Bà Trần Thị Bình", None, 100, "Hoàn thành nhiệm vụ"],
        [4, "Phạm Văn Chủ", None, None, "Không xếp loại"],
    )
    comparison = compared(result_of(march), listed)
    assert changes(comparison) == {"Trần Thị Bình": {"grade": ("HTXS", "HT")}}
    assert causes(comparison, "Trần Thị Bình") == []
    assert (comparison["only_a"], comparison["only_b"], comparison["same"]) == ([], [], 3)
    assert "0 chữ số thập phân" in comparison["b"]["notes"][0]


def test_one_person_listed_twice_is_not_chosen_between(march: Path, tmp_path: Path) -> None:
    listed = signed(
        tmp_path / "da-ky.xlsx",
        [1, "Nguyễn Văn An", "Phòng Kinh tế", 70.96, "HTT"],
        [2, "Nguyễn Văn An", "Phòng Kinh tế", 90.5, "HTXS"],
    )
    comparison = compared(march, listed)
    assert changes(comparison) == {}
    assert [each["why"] for each in comparison["near"]] == ["same_name", "same_name"]


def test_another_month_is_told_and_not_explained(march: Path) -> None:
    common = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *offices.COMMON[1:]]
    tasks = [list(line) for line in offices.TASKS]
    tasks[3][9] = 4
    april = offices.month(
        march.with_name("thang-04.xlsx"),
        Giao_việc=offices.tasks_sheet(tasks, month=4),
        Tiêu_chí_chung=common,
    )
    comparison = compared(march, april)
    assert comparison["grounds"][0]["key"] == "period"
    assert [changed["causes"] for changed in comparison["changed"]] != []
    assert not any(changed["causes"] for changed in comparison["changed"])


def test_the_comparison_is_written_where_asked_and_nowhere_else(march: Path) -> None:
    other = corrected(march)
    before = sorted(march.parent.parent.rglob("*"))
    target = march.parent.parent / "so-sanh.xlsx"
    assert cadre("compare", march, other, "--out", target, "--dry-run").exit_code == 0
    assert sorted(march.parent.parent.rglob("*")) == before
    assert cadre("compare", march, other, "--out", target).exit_code == 0
    first = target.read_bytes()
    assert cadre("compare", march, other, "--out", target).exit_code == 0
    assert target.read_bytes() == first
    sheet = openpyxl.load_workbook(target, data_only=True)["So sánh"]
    rows = [[cell.value for cell in row] for row in sheet if row[2].value == "Nguyễn Văn An"]
    assert [round(value, 4) for value in rows[0][7:10]] == [70.9583, 71.7917, 0.8333]
    assert rows[0][4] == "Khác điểm"
    assert sheet.auto_filter.ref is not None


def test_two_folders_are_compared_period_by_period(tmp_path: Path) -> None:
    for month in (3, 4):
        common = [[f"ĐIỂM TIÊU CHÍ CHUNG THÁNG {month} NĂM 2026"], *offices.COMMON[1:]]
        rows = offices.tasks_sheet(month=month)
        path = tmp_path / "a" / f"thang-0{month}.xlsx"
        offices.month(path, Giao_việc=rows, Tiêu_chí_chung=common)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    (tmp_path / "b" / "thang-04.xlsx").unlink()
    answer = json.loads(cadre("compare", tmp_path / "a", tmp_path / "b", "--json").stdout)
    assert [each["a"]["period"] for each in answer["comparisons"]] == ["2026-03"]
    assert [each["period"] for each in answer["alone"]] == ["2026-04"]
