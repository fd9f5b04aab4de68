"""The example commune, checked against arithmetic of its own and at the cell of every slip."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.running import cadre
from tools.build_examples import FOLDER, build, differing
from tools.example_april import APRIL, AWAY
from tools.example_commune import BY_NAME, CATALOGUE, CHAIRMAN, PEOPLE
from tools.example_march import MARCH
from tools.example_work import Month, grade, total

from cadre_cli.domain.office import Office
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.pipeline.files import gather
from cadre_cli.pipeline.intake import Intake, intake, sheet_kinds
from cadre_cli.pipeline.period import outcomes

MARCH_FILE, APRIL_FILE = "2026/thang-03.xlsx", "2026/thang-04.xlsx"
INCOMPLETE = {"Hà Văn Dũng", "Mai Thị Bích"}
DISCIPLINED = "Bùi Văn Sơn"
IDLE = "Lê Thị Xuân"
ON_LEAVE = "Hồ Thị Duyên"


def _outcome(file: str) -> Outcome:
    office = gather([FOLDER / file], sheet_kinds())[0].office
    shared = [_read(name, office) for name in ("danh-sach.xlsx", "danh-muc.xlsx")]
    (outcome,) = outcomes(office, [_read(file, office)], shared)
    return outcome


def _read(name: str, office: Office) -> Intake:
    return intake((FOLDER / name).read_bytes(), name, office)


@pytest.fixture(scope="module")
def march() -> Outcome:
    return _outcome(MARCH_FILE)


@pytest.fixture(scope="module")
def april() -> Outcome:
    return _outcome(APRIL_FILE)


# ── totals, by arithmetic that knows nothing of cadre ────────────────────────────────────────


def _expected(month: Month, name: str) -> Fraction | None:
    """The total by Đ14–17; d by hand: only those over Phan Văn Lộc have somebody below 50."""
    if name not in month.marks or (month is MARCH and name in INCOMPLETE):
        return None
    over_him = month is MARCH and name in ("Cao Văn Thành", "Vi Văn Toản")
    return total(month, name, Fraction(1, 2) if over_him else Fraction(1))


def _totals(outcome: Outcome) -> dict[str, Fraction | None]:
    return {
        r.officer.name: None if r.score.root is None else r.score.root.value
        for r in outcome.results
    }


def test_every_total_of_march_is_that_of_the_decree(march: Outcome) -> None:
    assert _totals(march) == {person.name: _expected(MARCH, person.name) for person in PEOPLE}


def test_every_total_of_april_is_that_of_the_decree(april: Outcome) -> None:
    assert _totals(april) == {person.name: _expected(APRIL, person.name) for person in PEOPLE}


def _paper(common: str, assigned: str, *numerators: str) -> Fraction:
    """Common + 70 × the mean of three numerators over one denominator."""
    done = sum((Fraction(each) for each in numerators), Fraction(0))
    return Fraction(common) + 70 * done / (3 * Fraction(assigned))


@pytest.mark.parametrize(
    ("name", "points"),
    [
        # one of five lines not done, one lateness and one failure on a unit of 7, one lateness of 2
        ("Tống Văn Hiếu", _paper("23.5", "29.2", "20.6", "18.85", "18.35")),
        # little done; the cause that nobody confirmed excuses nothing
        ("Phan Văn Lộc", _paper("15", "42.4", "13.2", "12.1", "11.5")),
        # 5 units handed over stay below the line; the clerk's own coefficient of 4,8 counts
        ("Vũ Đình Khôi", _paper("24.5", "57.6", "49.4", "48.6", "49.4")),
        # 5 units taken over stand above it only; a confirmed flood excuses one of two latenesses
        ("Trương Văn Nam", _paper("28.5", "28", "26.4", "26.4", "25.9")),
        # extra work lifts the parts above 1; the result is held at 70
        ("Hoàng Thị Lan", Fraction(29 + 70)),
        # a head: d halved by Phan Văn Lộc, đ by the office
        ("Cao Văn Thành", Fraction("26.5") + 70 * (4 + Fraction("42.75") / 44) / 6),
    ],
)  # fmt: skip
def test_totals_worked_out_on_paper(march: Outcome, name: str, points: Fraction) -> None:
    assert _totals(march)[name] == points


# ── every outcome ────────────────────────────────────────────────────────────────────────────


def _told(result: Classification) -> str:
    return result.grade or (result.not_rated.value if result.not_rated else "?")


def test_march_shows_every_outcome(march: Outcome) -> None:
    assert Counter(_told(result) for result in march.results) == {
        "HTXS": 6,
        "HTT": 12,
        "HT": 3,
        "KHT": 2,
        "incomplete": 2,
        "on_leave": 1,
        "nothing_assigned": 1,
        "rated_above": 1,
    }


def test_the_classes_follow_the_bands_and_the_forced_cases(march: Outcome) -> None:
    expected = {CHAIRMAN: "rated_above", ON_LEAVE: "on_leave", IDLE: "nothing_assigned"}
    expected |= dict.fromkeys(INCOMPLETE, "incomplete")
    for person in PEOPLE:
        points = _expected(MARCH, person.name)
        if points is not None:
            expected[person.name] = "KHT" if person.name == DISCIPLINED else grade(points)
    assert {result.officer.name: _told(result) for result in march.results} == expected


def test_discipline_forces_the_class_of_somebody_with_good_points(march: Outcome) -> None:
    (result,) = [each for each in march.results if each.officer.name == DISCIPLINED]
    assert (result.grade_by_points, result.grade) == ("HTT", "KHT")


def test_all_four_kinds_of_person_are_there(march: Outcome) -> None:
    kinds = {result.officer.kind for result in march.results if result.grade is not None}
    assert {kind.value for kind in kinds} == {"can_bo", "cong_chuc", "vien_chuc", "hop_dong"}


def test_the_month_is_as_large_as_that_of_a_real_office() -> None:
    assert len(PEOPLE) == 28
    assert len(MARCH.jobs) == 118
    assert len(CATALOGUE) == 41


# ── every slip at its cell ───────────────────────────────────────────────────────────────────


@cache
def _sheet(name: str, file: str = MARCH_FILE) -> Worksheet:
    return openpyxl.load_workbook(FOLDER / file, data_only=True)[name]


def _cell(sheet: str, heading: str, row_says: str, file: str = MARCH_FILE) -> str:
    """The address below a heading in the row where a cell says something, as a reader would find it."""
    page = _sheet(sheet, file)
    columns = [
        cell.column_letter for row in page.iter_rows() for cell in row if cell.value == heading
    ]
    rows = [cell.row for row in page.iter_rows() for cell in row if cell.value == row_says]
    assert len(columns) == 1
    assert len(rows) == 1
    return f"{columns[0]}{rows[0]}"


def _found(outcome: Outcome, *severities: str) -> set[tuple[str, str | None, str | None]]:
    return {
        (f.code, f.at.sheet, f.at.a1) for f in outcome.findings if f.severity.value in severities
    }


def test_march_names_each_slip_of_the_clerk_at_its_cell(march: Outcome) -> None:
    given, done, own = "Giao việc", "Kết quả", "Tổng hợp"
    assert _found(march, "error", "warning") == {
        ("G02", given, _cell(given, "Người thực hiện", "Điều tra diện tích gieo trồng vụ xuân")),
        ("G12", given, _cell(given, "Hệ số quy đổi", "Tờ trình điều chỉnh kế hoạch sử dụng đất")),
        ("C01", done, _cell(done, "Người đánh giá", "Kiểm tra bếp ăn bán trú, trạm y tế")),
        ("C03", done, _cell(done, "Số lượng hoàn thành", "Báo cáo thống kê tháng 3")),
        ("C06", done, _cell(done, "Cấp xác nhận", "Kế hoạch bảo vệ đập Khe Vầu mùa mưa 2026")),
        ("C11", own, _cell(own, "Tổng điểm (100đ)", "Trần Thị Ngọc")),
        ("C12", own, _cell(own, "Xếp loại", "Tống Văn Hiếu")),
        ("K01", "Danh sách", _roster_cell(IDLE)),
        ("K02", "Kế hoạch", _cell("Kế hoạch", "Nội dung công việc", "Hội nghị tập huấn kỹ năng số cho cán bộ thôn")),
        ("X01", "Sự kiện", _cell("Sự kiện", "Loại sự việc", DISCIPLINED)),
        ("X05", "Danh sách", _roster_cell(IDLE)),
    }  # fmt: skip


def _roster_cell(name: str) -> str:
    page = _sheet("Danh sách", "danh-sach.xlsx")
    (row,) = [cell.row for cell in page["C"] if cell.value == name]
    return f"C{row}"


def test_march_notes_the_number_that_is_text_and_the_work_outside_the_plan(march: Outcome) -> None:
    given = "Giao việc"
    as_text = _cell(given, "Hệ số quy đổi", "Báo cáo dịch bệnh gia súc, gia cầm hằng tuần")
    outside = {
        _cell(given, "Loại nhiệm vụ", job.content)
        for job in MARCH.jobs
        if job.category == "Đột xuất"
    }
    silent = {"X04", "X06"}  # who is not rated and what is assumed: said of people, not of cells
    assert {f for f in _found(march, "note") if f[0] not in silent} == {
        ("D09", given, as_text),
        *(("K03", given, cell) for cell in outside),
    }


def test_april_has_no_slip(april: Outcome) -> None:
    assert _found(april, "error", "warning") == set()


def test_in_april_everybody_who_worked_is_classified(april: Outcome) -> None:
    unrated = {r.officer.name: _told(r) for r in april.results if r.grade is None}
    assert unrated == {CHAIRMAN: "rated_above", **dict.fromkeys(AWAY, "on_leave")}


# ── the folder ───────────────────────────────────────────────────────────────────────────────


def test_the_command_scores_a_whole_folder(tmp_path: Path) -> None:
    kept = ("cadre.toml", "danh-*.xlsx", "2026/thang-0[1-3].xlsx")
    for each in (path for pattern in kept for path in FOLDER.glob(pattern)):
        copy = tmp_path / each.relative_to(FOLDER)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(each, copy)
    result = cadre("score", tmp_path / "2026", "--json", "--dry-run")
    told = [
        (each["office"], each["period"], len(each["people"]))
        for each in json.loads(result.stdout)["outcomes"]
    ]
    assert told == [("UBND xã Đồng Lim", f"2026-{month:02d}", 28) for month in (1, 2, 3)]
    assert result.exit_code == 1  # March has errors


def test_coefficients_are_formulas_with_their_results_stored() -> None:
    formulas = openpyxl.load_workbook(FOLDER / "danh-muc.xlsx")
    values = openpyxl.load_workbook(FOLDER / "danh-muc.xlsx", data_only=True)
    found = {
        (row[1].value, stored[8].value)
        for sheet in formulas.sheetnames
        for row, stored in zip(formulas[sheet].iter_rows(), values[sheet].iter_rows(), strict=True)
        if str(row[8].value).startswith("=ROUND(")
    }
    assert found == {(item.code, item.points / 5) for item in CATALOGUE.values()}


def test_everybody_in_the_data_is_on_the_roster() -> None:
    named = {
        name for month in (MARCH, APRIL) for job in month.jobs for name in (job.owner, job.boss)
    }
    assert named <= BY_NAME.keys()


def test_files_on_the_disk_are_those_that_are_built() -> None:
    assert differing(FOLDER, build()) == []


def test_a_file_that_was_changed_by_hand_is_named(tmp_path: Path) -> None:
    files = dict(build())
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "cadre.toml").write_text("[office]", encoding="utf-8")
    (tmp_path / APRIL_FILE).write_bytes(files[Path(MARCH_FILE)])
    assert differing(tmp_path, files) == [Path("cadre.toml"), Path(APRIL_FILE)]
