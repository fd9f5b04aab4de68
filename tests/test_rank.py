"""`cadre rank --year Y DIR` as an office meets it, on good years and on bad ones."""

from __future__ import annotations

import json
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests import offices, years
from tests.factories import event
from tests.ledger import ledgers
from tests.running import cadre

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.periods import Period

FOUR = {
    "Lê Văn Cả": [85] * 12,
    "Nguyễn Văn An": [95] * 6 + [91] * 6,
    "Trần Thị Bình": [80] * 12,
    "Hà Văn Cúc": [80] * 12,
}


def ranked(folder: Path, *arguments: object, year: int = 2026) -> dict[str, Any]:
    done = cadre("rank", "--year", year, folder, "--json", *arguments)
    return dict(json.loads(done.stdout))


def people(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in answer["people"]}


def codes(answer: dict[str, Any]) -> list[str]:
    return [each["code"] for each in answer["findings"]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return years.year(tmp_path_factory.mktemp("nam"), FOUR)


@pytest.fixture
def own(office: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(office, tmp_path / "xa", ignore=shutil.ignore_patterns("ket-qua")))


def test_the_answer_has_the_form_of_the_contract(office: Path) -> None:
    answer = ranked(office, "--dry-run")
    assert (answer["schema"], answer["year"], answer["office"]) == (
        "cadre.rank/1", 2026, "UBND xã Đồng Lim",
    )  # fmt: skip
    best = answer["people"][0]
    assert (best["rank"], best["name"], best["unit"], best["kind"], best["leader"]) == (
        1, "Nguyễn Văn An", "Phòng Kinh tế", "cong_chuc", False,
    )  # fmt: skip
    assert best["months"] == {str(n): "95" if n < 7 else "91" for n in range(1, 13)}
    assert (best["mean"], best["grade_by_points"]) == ("93", "HTXS")
    # Four eligible, literal 20 %: nobody may stand in the highest class.
    assert (best["grade"], best["titles"]) == ("HTT", ["LDTT"])
    assert any("lãnh đạo, quản lý” chỉ được 0 người" in reason for reason in best["reasons"])
    assert answer["caps"][0] | {"base": ""} == {
        "group": None, "base": "", "share": "0.2", "eligible": 4, "limit": 0, "candidates": 1,
        "proposed": 0, "tied_at_limit": [], "below_limit": [],
    }  # fmt: skip
    assert [each["rank"] for each in answer["people"]] == [1, 2, 3, 3, None]


def test_the_same_year_gives_the_same_bytes(office: Path, tmp_path: Path) -> None:
    written = []
    for place in ("mot", "hai"):
        assert cadre("rank", "--year", 2026, office, "--out", tmp_path / place).exit_code == 0
        written.append((tmp_path / place / "tong-ket-2026.xlsx").read_bytes())
    assert written[0] == written[1]


def test_the_workbook_lies_with_the_results_and_the_inputs_stay(own: Path) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*.xlsx")}
    done = cadre("rank", "--year", 2026, own)
    assert done.exit_code == 0, done.stderr
    book = load_workbook(own / "ket-qua" / "tong-ket-2026.xlsx", data_only=True)
    assert book.sheetnames[:4] == ["Tổng kết năm", "Quý, 6 tháng", "Xếp hạng", "Tỷ lệ xuất sắc"]
    cells = {str(cell.value) for row in book["Tổng kết năm"].iter_rows() for cell in row}
    assert {"Nguyễn Văn An", "HTT"} <= cells
    assert any(cell.value == 93 for row in book["Tổng kết năm"].iter_rows() for cell in row)
    assert {path: path.read_bytes() for path in before} == before


def test_a_second_run_does_not_read_its_own_workbook(own: Path) -> None:
    first = ranked(own)
    assert ranked(own) == first


def test_dry_run_writes_nothing(own: Path) -> None:
    assert "tong-ket-2026.xlsx" in cadre("rank", "--year", 2026, own, "--dry-run").stderr
    assert not (own / "ket-qua").exists()


def test_a_year_without_data_is_a_finding_that_says_what_there_is(office: Path) -> None:
    done = cadre("rank", "--year", 2042, office, "--json")
    answer = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (answer["people"], codes(answer)) == ([], ["N08"])
    assert "2026-01" in answer["findings"][0]["message"]


def test_an_empty_folder_says_that_nothing_can_be_read(tmp_path: Path) -> None:
    done = cadre("rank", "--year", 2026, tmp_path, "--json")
    assert done.exit_code == 3
    assert "T01" in codes(json.loads(done.stdout))


@pytest.mark.parametrize("year", ["1", "abc", "20245"])
def test_no_such_year_is_wrong_usage(year: str, tmp_path: Path) -> None:
    assert cadre("rank", "--year", year, tmp_path).exit_code == 2


def test_months_missing_are_named_and_do_not_count(own: Path) -> None:
    for number in (2, 3):
        (own / "2026" / f"thang-{number:02d}.xlsx").unlink()
    answer = ranked(own)
    an = people(answer)["Nguyễn Văn An"]
    assert (an["months"]["2"], an["mean"]) == (None, "92.6")  # (4×95 + 6×91) / 10
    (missing,) = [each for each in answer["findings"] if each["code"] == "N01"]
    assert missing["message"].startswith("Cả cơ quan: chưa có điểm tháng 2, 3")


def test_somebody_missing_from_some_months_is_named(own: Path) -> None:
    folder = own / "2026"
    years.month(folder / "thang-04.xlsx", 2026, 4, {"Lê Văn Cả": 85, "Nguyễn Văn An": 95})
    answer = ranked(own)
    told = [each["message"] for each in answer["findings"] if each["code"] == "N01"]
    assert [line.split(":")[0] for line in told] == ["Trần Thị Bình", "Hà Văn Cúc"]
    assert people(answer)["Trần Thị Bình"]["mean"] == "80"


def test_a_workbook_of_another_year_does_not_count_and_is_named(own: Path) -> None:
    years.month(own / "2026" / "them.xlsx", 2027, 1, {"Lê Văn Cả": 75, "Nguyễn Văn An": 75})
    answer = ranked(own)
    assert people(answer)["Nguyễn Văn An"]["mean"] == "93"
    assert "N11" in codes(answer)


def test_months_with_errors_are_listed_by_the_calendar(own: Path) -> None:
    for number in (4, 10):
        path = own / "2026" / f"thang-{number:02d}.xlsx"
        book = load_workbook(path)
        book["Giao việc"]["L5"] = "nhiều"
        book.save(own / "2026" / f"Thang {number}-2026.xlsx")
        path.unlink()
    found = [each["file"] for each in ranked(own)["findings"] if each["code"] == "N13"]
    assert found == ["2026/Thang 4-2026.xlsx", "2026/Thang 10-2026.xlsx"]


def test_the_same_person_twice_in_a_month_counts_for_neither(own: Path) -> None:
    twice: list[list[Any]] = [
        ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Ghi chú"],
        [1, "Lê Văn Cả", "Trưởng phòng", "Phòng Kinh tế", None],
        [2, "Nguyễn Văn An", "Chuyên viên", "Phòng Kinh tế", None],
        [3, "Nguyễn Văn An", "Chuyên viên", "Phòng Kinh tế", "mới"],
        [4, "Phạm Văn Chủ", "Chủ tịch UBND", "Lãnh đạo", None],
    ]
    month = {"Lê Văn Cả": 85, "Nguyễn Văn An": 95}
    years.month(own / "2026" / "thang-05.xlsx", 2026, 5, month, Danh_sách=twice)
    answer = ranked(own)
    assert "N09" in codes(answer)
    assert people(answer)["Nguyễn Văn An"]["months"]["5"] is None


def test_a_name_typed_otherwise_is_offered_and_never_merged(tmp_path: Path) -> None:
    points = {
        "Lê Văn Cả": [85] * 12,
        "Nguyễn Văn An": [95] * 6 + [None] * 6,
        "Nguyễn Văn Ân": [None] * 6 + [95] * 6,
    }
    answer = ranked(years.year(tmp_path / "xa", points))
    assert "N10" in codes(answer)
    assert {"Nguyễn Văn An", "Nguyễn Văn Ân"} <= set(people(answer))
    assert people(answer)["Nguyễn Văn An"]["months"]["7"] is None


def test_two_workbooks_of_one_month_that_contradict_each_other_count_for_nobody(own: Path) -> None:
    month = {"Lê Văn Cả": 85, "Nguyễn Văn An": 95, "Trần Thị Bình": 80, "Hà Văn Cúc": 80}
    other = own / "2026" / "thang-05 (sửa).xlsx"
    years.month(other, 2026, 5, month, done={"Nguyễn Văn An": 4})
    answer = ranked(own)
    (found,) = [each for each in answer["findings"] if each["code"] == "N12"]
    assert "của Nguyễn Văn An ghi khác nhau" in found["message"]
    assert people(answer)["Nguyễn Văn An"]["months"]["5"] is None
    assert people(answer)["Trần Thị Bình"]["months"]["5"] == "80"


def test_neither_score_nor_the_ledger_takes_a_month_that_two_workbooks_contradict(
    own: Path,
) -> None:
    month = {"Lê Văn Cả": 85, "Nguyễn Văn An": 95, "Trần Thị Bình": 80, "Hà Văn Cúc": 80}
    years.month(own / "2026" / "thang-05 (sửa).xlsx", 2026, 5, month, done={"Nguyễn Văn An": 4})
    done = cadre("score", own / "2026", "--period", "2026-05", "--json", "--dry-run")
    (may,) = [each for each in json.loads(done.stdout)["outcomes"] if each["period"] == "2026-05"]
    scored = {each["name"]: each for each in may["people"]}
    assert (scored["Nguyễn Văn An"]["total"], scored["Nguyễn Văn An"]["grade"]) == (None, None)
    assert scored["Trần Thị Bình"]["total"] == "80"
    (told,) = [each for each in may["findings"] if each["code"] == "N12"]
    assert (done.exit_code, told["severity"]) == (1, "error")
    closed = cadre("close", "2026-05", own)
    assert "S04" in closed.stderr
    assert people(ranked(own))["Nguyễn Văn An"]["months"]["5"] is None


def test_a_changed_quantity_is_a_contradiction_too(own: Path) -> None:
    copy = own / "2026" / "thang-05 (sửa).xlsx"
    shutil.copy(own / "2026" / "thang-05.xlsx", copy)
    book = load_workbook(copy)
    sheet = book["Giao việc"]
    (column,) = [cell.column for cell in sheet[2] if cell.value == "Số lượng giao"]
    sheet.cell(3, column, 7)
    book.save(copy)
    assert codes(ranked(own)).count("N12") == 1


def test_months_brought_from_a_former_body_count_once(own: Path) -> None:
    """Every month's workbook of the year tells of them again."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["KẾT QUẢ CÁC THÁNG Ở CƠ QUAN CŨ CỦA NGƯỜI CHUYỂN ĐẾN"],
        ["NĂM 2026"],
        ["STT", "Họ và tên", "Đơn vị", "Cơ quan cũ", "Tháng", "Tổng điểm", "Văn bản gửi kết quả"],
        [1, "Nguyễn Văn An", "Phòng Kinh tế", "UBND xã Khe Vầu", 1, 71, "CV số 3/UBND"],
        [2, "Nguyễn Văn An", "Phòng Kinh tế", "UBND xã Khe Vầu", 2, "72,5", "CV số 3/UBND"],
    ):
        sheet.append(line)
    book.save(own / "2026" / "nam.xlsx")
    for name in ("thang-01.xlsx", "thang-02.xlsx"):
        (own / "2026" / name).unlink()
    an = people(ranked(own))["Nguyễn Văn An"]
    assert (an["months"]["1"], an["months"]["2"], an["months"]["3"]) == ("71", "72.5", "95")
    assert an["mean"] == "89.125"  # (71 + 72,5 + 4×95 + 6×91) / 12


def test_a_month_after_a_transfer_is_not_called_leave(tmp_path: Path) -> None:
    points = {"Lê Văn Cả": [85] * 12, "Hà Văn Cúc": [80] * 8 + [None] * 4}
    folder = years.year(tmp_path / "xa", points)
    gone: list[list[Any]] = [
        ["THEO DÕI SỰ VIỆC VỀ NHÂN SỰ THÁNG 8 NĂM 2026"],
        ["STT", "Họ và tên", "Loại sự việc", "Từ ngày", "Số văn bản"],
        [1, "Hà Văn Cúc", "Chuyển đi", date(2026, 8, 31), "QĐ số 9/QĐ-UBND"],
    ]
    both = {"Lê Văn Cả": 85, "Hà Văn Cúc": 80}
    years.month(folder / "2026" / "thang-08.xlsx", 2026, 8, both, Sự_kiện=gone)
    cadre("rank", "--year", 2026, folder)
    book = load_workbook(folder / "ket-qua" / "tong-ket-2026.xlsx", data_only=True)
    rows = [[cell.value for cell in row] for row in book["Tổng kết năm"].iter_rows()]
    (cuc,) = [row for row in rows if "Hà Văn Cúc" in row]
    assert cuc.count("đã đi") == 4
    assert "nghỉ" not in cuc


def test_a_closed_month_counts_as_it_was_closed(own: Path) -> None:
    total = Fraction(213, 3) + Fraction(1, 3)  # 71 1/3: the ledger is exact
    person = ledgers.person("Nguyễn Văn An", total=total, parts={"total": total})
    ledgers.close(own / "so-danh-gia.sqlite", ledgers.closed(Period.parse("2026-03"), person))
    answer = ranked(own)
    an = people(answer)["Nguyễn Văn An"]
    assert an["months"]["3"] == "71.3333333333"
    assert an["mean"] == "91.0277777778"  # (5×95 + 6×91 + 71 1/3) / 12
    assert (answer["periods"]["2026-03"], answer["periods"]["2026-04"]) == ("ledger", "computed")


def test_a_month_closed_and_then_changed_is_named_and_counts_as_closed(own: Path) -> None:
    closing = cadre("close", "2026-03", own)
    assert closing.exit_code == 0, closing.stderr
    month = {"Lê Văn Cả": 85, "Nguyễn Văn An": 71, "Trần Thị Bình": 80, "Hà Văn Cúc": 80}
    years.month(own / "2026" / "thang-03.xlsx", 2026, 3, month)
    answer = ranked(own)
    assert people(answer)["Nguyễn Văn An"]["months"]["3"] == "95"
    (changed,) = [each for each in answer["findings"] if each["code"] == "S01"]
    assert (changed["file"], changed["severity"]) == ("2026/thang-03.xlsx", "error")


def test_the_authority_s_decision_about_the_year_stands_above_the_proposal(own: Path) -> None:
    ledgers.decide(own / "so-danh-gia.sqlite", "Nguyễn Văn An", "HTXS", "2026")
    an = people(ranked(own))["Nguyễn Văn An"]
    assert (an["grade"], an["grade_by_points"]) == ("HTXS", "HTXS")
    assert "đã quyết định: Hoàn thành xuất sắc nhiệm vụ" in an["reasons"][-1]


def test_a_broken_ledger_is_named_and_what_stands_before_the_break_is_used(own: Path) -> None:
    path = own / "so-danh-gia.sqlite"
    ledgers.close(path, ledgers.closed(Period.parse("2026-03")))
    ledgers.by_hand(path, "UPDATE entry SET at = 'x'")
    assert {"S02", "S05"} & set(codes(ranked(own)))


def test_an_event_of_the_year_s_own_table_holds(own: Path) -> None:
    events: list[list[Any]] = [
        ["SỰ VIỆC VỀ NHÂN SỰ NĂM 2026"],
        ["STT", "Họ và tên", "Đơn vị", "Sự việc", "Từ ngày", "Số văn bản"],
        [1, "Nguyễn Văn An", "Phòng Kinh tế", "Kỷ luật: Khiển trách", "06/5/2026", "QĐ 77"],
        [2, "Nguyễn Văn Ấm", "Phòng Kinh tế", "Kỷ luật: Khiển trách", "06/5/2026", "QĐ 78"],
    ]
    offices.workbook(own / "su-viec.xlsx", {"Sự việc": events})
    answer = ranked(own)
    assert people(answer)["Nguyễn Văn An"]["grade"] == "KHT"
    (named,) = [each for each in answer["findings"] if each["code"] == "D06"]
    assert (named["file"], named["cell"], "Nguyễn Văn Ấm" in named["message"]) == (
        "su-viec.xlsx", "B4", True,
    )  # fmt: skip


def test_closing_a_month_changes_nothing_of_the_year(tmp_path: Path) -> None:
    """Conditions of 2024 are judged on the work of all months, that of closed ones among them."""
    folder = years.year(tmp_path / "xa", TWO, which=2024)
    slow = folder / "2024" / "thang-02.xlsx"
    years.month(slow, 2024, 2, dict.fromkeys(TWO, 85), late={"Nguyễn Văn An"})
    before = people(ranked(folder, year=2024))
    cadre("close", "2024-02", folder)
    answer = ranked(folder, year=2024)
    assert answer["periods"]["2024-02"] == "ledger"
    assert people(answer) == before
    assert any("91,6666" in reason for reason in before["Nguyễn Văn An"]["reasons"])  # 11 of 12

    years.month(slow, 2024, 2, dict.fromkeys(TWO, 85))
    an = people(ranked(folder, year=2024))["Nguyễn Văn An"]
    assert not any("100 %: " in reason for reason in an["reasons"])  # what was closed is not known


TWO = {"Lê Văn Cả": [85] * 12, "Nguyễn Văn An": [85] * 12}


def test_another_office_s_ledger_is_none_of_this_year(own: Path) -> None:
    theirs = ledgers.closed(
        Period.parse("2026-03"), ledgers.person("Vi Thị Dung"), office="UBND xã Khe Vầu"
    )
    ledgers.close(own / "so-danh-gia.sqlite", theirs)
    answer = ranked(own)
    assert "Vi Thị Dung" not in people(answer)
    assert "S05" in codes(answer)
    assert answer["periods"]["2026-03"] == "computed"


def test_without_configuration_the_folder_given_is_the_office_s(own: Path) -> None:
    (own / "cadre.toml").unlink()
    assert cadre("close", "2026-03", own).exit_code == 0
    assert cadre("rank", "--year", 2026, own).exit_code == 0
    assert (own / "ket-qua" / "tong-ket-2026.xlsx").exists()
    assert ranked(own)["periods"]["2026-03"] == "ledger"


def test_an_event_of_a_closed_month_whose_name_fits_two_is_nobody_s(tmp_path: Path) -> None:
    folder = years.year(tmp_path / "xa", {"Lê Văn Cả": [85] * 12, "Nguyễn Văn An": [80] * 12})
    homonyms = [
        ledgers.person("Nguyễn Văn An", unit=unit) for unit in ("Phòng Kinh tế", "Văn phòng")
    ]
    words = event(
        EventKind.DISCIPLINE, "Nguyễn Văn An", words="Khiển trách", first_day=date(2026, 3, 5)
    )
    period = ledgers.closed(Period.parse("2026-03"), *homonyms, events=(words,))
    ledgers.close(folder / "so-danh-gia.sqlite", period)
    answer = ranked(folder)
    grades = [each["grade"] for each in answer["people"] if each["name"] == "Nguyễn Văn An"]
    assert (len(grades), "KHT" in grades, "D07" in codes(answer)) == (2, False, True)


ONE_MONTH = {"Lê Văn Cả": [85, *[None] * 11], "Nguyễn Văn An": [75, *[None] * 11]}
MAY_DECIDE = ("--by", "Chủ tịch UBND", "--document", "QĐ 9", "--why", "đang xem xét kỷ luật")


def rests_on(answer: dict[str, Any]) -> set[str]:
    return {each["message"] for each in answer["findings"] if each["code"] == "X06"}


def test_a_closed_month_rests_on_what_it_rested_on_before(tmp_path: Path) -> None:
    office = years.year(tmp_path / "xa", ONE_MONTH)
    late = {"Nguyễn Văn An"}
    everybody = {"Lê Văn Cả": 85, "Nguyễn Văn An": 75}
    years.month(office / "2026" / "thang-01.xlsx", 2026, 1, everybody, late=late)
    before = rests_on(ranked(office, "--dry-run"))
    assert cadre("close", "2026-01", office).exit_code == 0
    assert before == rests_on(ranked(office, "--dry-run")) != set()


def test_a_month_decided_not_rated_counts_unless_the_office_decided_otherwise(
    tmp_path: Path,
) -> None:
    office = years.year(tmp_path / "xa", ONE_MONTH)
    cadre("close", "2026-01", office)
    cadre("decide", "Nguyễn Văn An", "2026-01", office, "--grade", "KXL", *MAY_DECIDE)
    answer = ranked(office, "--dry-run")
    assert people(answer)["Nguyễn Văn An"]["months"]["1"] == "75"
    assert any("month_not_classified = counts" in each for each in rests_on(answer))
    with (office / "cadre.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            '[decisions]\nmonth_not_classified = { option = "skip", document = "QĐ 1" }\n'
        )
    left_out = people(ranked(office, "--dry-run"))["Nguyễn Văn An"]
    assert (left_out["months"]["1"], left_out["mean"]) == (None, None)
