"""`cadre verify` and `cadre compare` on the workbook of a year, as an inspector meets it later."""

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests import years
from tests.ledger import ledgers
from tests.running import cadre

from cadre_cli.domain.periods import Period
from cadre_cli.ledger.reading import LEDGER

POINTS = {"Lê Văn Cả": [85, 86], "Trần Thị Bình": [80, 82]}
MAY_KNOW = ("--by", "Chủ tịch UBND", "--document", "QĐ 9/QĐ-UBND", "--why", "kiến nghị đúng")


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two months of 2026, January closed, and one month of the year before; both years ranked."""
    folder = tmp_path_factory.mktemp("nam") / "xa"
    year = {who: [*two, *[None] * 10] for who, two in POINTS.items()}
    years.year(folder, year)
    years.month(folder / "2025" / "T12.xlsx", 2025, 12, dict.fromkeys(POINTS, 75))
    assert cadre("close", "2026-01", folder, "--quiet").exit_code == 0
    cadre("rank", "--year", 2026, folder, "--quiet")
    return folder


@pytest.fixture
def office(ranked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(ranked, tmp_path / "xa"))


def book(office: Path) -> Path:
    return office / "ket-qua" / "tong-ket-2026.xlsx"


def verified(office: Path, *arguments: object) -> Any:
    data = json.loads(cadre("verify", book(office), "--json", *arguments).stdout)
    (answer,) = data["results"]
    return answer


def states(answer: Any) -> dict[str, str]:
    return {each["file"]: each["state"] for each in answer["sources"]}


def moved(answer: Any) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        each["a"]["name"]: {one["field"]: (one["a"], one["b"]) for one in each["differences"]}
        for each in answer["comparison"]["changed"]
    }


def test_a_year_follows_to_the_byte_from_its_months_and_the_ledger(ranked: Path) -> None:
    done = cadre("verify", ranked / "ket-qua")
    assert done.exit_code == 0, done.output
    assert "KẾT LUẬN: ĐÚNG." in done.stdout
    assert "giống tệp này từng byte" in done.stdout
    for source in ("2026/thang-01.xlsx", "2026/thang-02.xlsx", "so-danh-gia.sqlite"):
        assert f"{source}: như cũ\n" in done.stdout


def test_a_month_changed_since_is_named_with_whom_it_moves(office: Path) -> None:
    years.month(office / "2026" / "thang-02.xlsx", 2026, 2, {"Lê Văn Cả": 86, "Trần Thị Bình": 72})
    answer = verified(office)
    assert (answer["follows"], states(answer)["2026/thang-02.xlsx"]) == (False, "changed")
    assert moved(answer) == {"Trần Thị Bình": {"total": ("81", "76"), "month2": ("82", "72")}}


def test_a_class_and_a_month_changed_by_hand_are_named_with_their_cells(office: Path) -> None:
    workbook = openpyxl.load_workbook(book(office))
    sheet = workbook["Tổng kết năm"]
    row = next(each[1].row for each in sheet if each[1].value == "Trần Thị Bình")
    sheet.cell(row, 4).value = 99
    sheet.cell(row, 18).value = "HTXS"
    workbook.save(book(office))
    answer = verified(office)
    assert answer["follows"] is False
    told = {each["cell"]: (each["held"], each["follows"]) for each in answer["edited"]}
    assert told == {f"D{row}": ("99", "80"), f"R{row}": ("HTXS", "HTT")}
    (office / "2026" / "thang-02.xlsx").unlink()  # page and record still contradict each other
    assert verified(office)["follows"] is False


def test_a_title_and_a_reason_typed_into_blank_cells_are_found(office: Path) -> None:
    workbook = openpyxl.load_workbook(book(office))
    sheet = workbook["Tổng kết năm"]
    rows = {each[1].value: each[1].row for each in sheet}
    title = sheet.cell(rows["Phạm Văn Chủ"], 20)
    reason = sheet.cell(rows["Trần Thị Bình"], 21)
    assert (title.value, reason.value) == (None, None)
    title.value, reason.value = "CSTĐCS", "Đề nghị của Hội đồng"
    workbook.save(book(office))
    answer = verified(office)
    assert answer["follows"] is False
    told = {each["cell"]: (each["held"], each["follows"]) for each in answer["edited"]}
    assert told == {
        title.coordinate: ("CSTĐCS", ""),
        reason.coordinate: ("Đề nghị của Hội đồng", ""),
    }
    assert moved(answer) == {"Phạm Văn Chủ": {"titles": ("CSTĐCS", None)}}


def test_what_an_office_writes_in_its_own_columns_is_no_change(office: Path) -> None:
    workbook = openpyxl.load_workbook(book(office))
    units, year = workbook["Tập thể"], workbook["Tổng kết năm"]
    heading = next(c for each in units for c in each if c.value == "Ghi chú")
    units.cell(heading.row + 1, heading.column).value = "Hội đồng nhất trí"
    year.cell(year.max_row + 1, 2).value = "Nguyễn Văn Ký"
    workbook.create_sheet("Ghi chú riêng")["A1"] = "họp ngày 5/1"
    workbook.save(book(office))
    answer = verified(office)
    assert (answer["follows"], answer["identical"], answer["edited"]) == (True, False, [])
    units.cell(heading.row + 1, heading.column - 1).value = "TTLĐTT"  # the title of the office
    workbook.save(book(office))
    assert [each["held"] for each in verified(office)["edited"]] == ["TTLĐTT"]


@pytest.mark.parametrize("gone", ["2026/thang-02.xlsx", "so-danh-gia.sqlite"])
def test_a_missing_source_leaves_it_open(office: Path, gone: str) -> None:
    (office / gone).unlink()
    done = cadre("verify", book(office))
    assert (done.exit_code, f"Thiếu tệp nguồn: {gone}" in done.stdout) == (3, True)


def test_a_ledger_that_grew_still_holds_unless_that_changes_the_year(office: Path) -> None:
    ledgers.close(office / LEDGER, ledgers.closed(Period.parse("2024-05")))
    answer = verified(office)
    assert (answer["follows"], states(answer)["so-danh-gia.sqlite"]) == (True, "grown")
    cadre("decide", "Trần Thị Bình", 2026, office, "--grade", "HT", *MAY_KNOW)
    done = cadre("verify", book(office))
    assert (done.exit_code, "Sổ đánh giá đã ghi thêm mục" in done.stdout) == (1, True)
    assert "Trần Thị Bình (Phòng Kinh tế): xếp loại HTT → HT" in done.stdout


def test_a_ledger_begun_anew_is_not_the_ledger_of_then(office: Path) -> None:
    (office / LEDGER).unlink()
    ledgers.close(office / LEDGER, ledgers.closed(Period.parse("2024-05")))
    done = cadre("verify", book(office))
    assert (done.exit_code, "không còn là sổ khi tổng kết" in done.stdout) == (1, True)


def test_a_year_before_that_changed_blames_nobody(office: Path) -> None:
    years.month(office / "2025" / "T12.xlsx", 2025, 12, {"Trần Thị Bình": 95})
    answer = verified(office)
    assert (answer["follows"], answer["identical"], answer["edited"]) == (True, False, [])


def test_the_options_of_then_are_applied_again(office: Path) -> None:
    cadre("rank", "--year", 2026, office, "--as-of", "2026-06-30", "--lang", "en", "--quiet")
    assert verified(office)["identical"] is True


def test_two_workbooks_of_a_year_are_compared_month_by_month(office: Path, tmp_path: Path) -> None:
    years.month(office / "2026" / "thang-02.xlsx", 2026, 2, {"Lê Văn Cả": 86, "Trần Thị Bình": 72})
    cadre("rank", "--year", 2026, office, "--out", tmp_path, "--quiet")
    done = cadre("compare", book(office), tmp_path / "tong-ket-2026.xlsx")
    assert "bình quân năm 81 → 76; tháng 2 82 → 72" in done.stdout
    assert "trang “Căn cứ”" not in done.stdout


def test_a_year_beside_its_months_is_told_what_it_can_be_compared_with(office: Path) -> None:
    done = cadre("compare", book(office), office / "2026")
    assert "Không có gì để so với" in done.stderr
    assert "cadre verify" in done.stderr
