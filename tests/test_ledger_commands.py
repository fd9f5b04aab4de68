"""close, decide, audit and export as clerks and inspectors meet them."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests import offices
from tests.ledger import ledgers
from tests.running import cadre

from cadre_cli.cli.commands import close as closing
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.trace import Authority
from cadre_cli.ledger import file as ledger_file
from cadre_cli.ledger.file import stored
from cadre_cli.ledger.reading import LEDGER, closed_results
from cadre_cli.rules.load import digest_of

WHO = "Nguyễn Văn An"
SIGNED = (
    "--by",
    "Chủ tịch UBND xã",
    "--document",
    "QĐ 45/QĐ-UBND ngày 05/4/2026",
    "--why",
    "Theo hồ sơ",
)


def answer(*arguments: object) -> Any:
    return json.loads(cadre(*arguments, "--json").stdout)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "xa-dong-lim"
    offices.month(folder / "2026" / "thang-03.xlsx")
    (folder / "cadre.toml").write_text('[office]\nname = "UBND xã Đồng Lim"\n', encoding="utf-8")
    return folder


@pytest.fixture
def closed(office: Path) -> Path:
    assert cadre("close", "2026-03", office).exit_code == 0
    return office


def entries(office: Path) -> int:
    return len(stored(office / LEDGER).entries)


# ── close ────────────────────────────────────────────────────────────────────────────────────────


def test_close_records_everyone_exactly(office: Path) -> None:
    done = cadre("close", "2026-03", office)
    assert done.exit_code == 0, done.stderr
    assert "Đã chốt tháng 3 năm 2026: 4 người" in done.stdout
    (period,) = closed_results(office / LEDGER, 2026).periods
    people = {person.name: person for person in period.people}
    an = people[WHO]
    # The worked example of NĐ 335: 27 + 70 × (9/14 + 71/112 + 17/28) / 3.
    assert an.total == 27 + 70 * (Fraction(9, 14) + Fraction(71, 112) + Fraction(17, 28)) / 3
    assert (an.grade, an.not_rated, an.rule_set) == ("HTT", None, "nd335-2025")
    (deduction,) = [each for each in an.choices if each.id == "deduction_on"]
    assert (deduction.option, deduction.authority) == ("unit", Authority.ASSUMED)
    source = office / "2026" / "thang-03.xlsx"
    (recorded,) = period.sources
    assert recorded.file == "2026/thang-03.xlsx"
    assert recorded.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert recorded.cells["Giao việc"]["H5"] == "10"
    assert "H5" in {cell.a1 for cell in an.cells}
    assert (period.rule_sets, period.asked_rules) == (
        {"nd335-2025": digest_of("nd335-2025")},
        None,
    )
    seal = stored(office / LEDGER).entries[0].hash
    assert seal[:16] in done.stdout


def test_what_is_on_record_about_people_is_recorded_with_the_period(office: Path) -> None:
    roster = [list(row) for row in [*offices.ROSTER, offices.CHAIRMAN]]
    for row, words in zip(
        roster[2:], ("Kỷ luật", None, "Khiển trách (QĐ số 12/QĐ-UBND)"), strict=False
    ):
        row.append(words)
    offices.month(office / "2026" / "thang-03.xlsx", Danh_sách=roster)
    assert cadre("close", "2026-03", office).exit_code == 1  # X01: a forced class
    (period,) = closed_results(office / LEDGER, 2026).periods
    (event,) = period.events
    assert (event.kind, event.who.name) == (EventKind.DISCIPLINE, WHO)
    assert (str(event.at), event.at.file) == ("'Danh sách'!F5", "2026/thang-03.xlsx")
    an = next(person for person in period.people if person.name == WHO)
    assert (an.grade_by_points, an.grade) == ("HTT", "KHT")


def test_a_dry_run_writes_no_ledger(office: Path) -> None:
    done = cadre("close", "2026-03", office, "--dry-run")
    assert (done.exit_code, "Sẽ chốt" in done.stdout) == (0, True)
    assert not (office / LEDGER).exists()


def test_closing_a_closed_period_says_so_and_writes_nothing(closed: Path) -> None:
    done = cadre("close", "2026-03", closed)
    assert done.exit_code == 0
    assert "đã chốt ngày" in done.stdout
    assert "mục số 1" in done.stdout
    assert entries(closed) == 1


def test_closing_again_needs_reason_and_document_and_erases_nothing(closed: Path) -> None:
    lacking = cadre("close", "2026-03", closed, "--why", "Sửa số lượng")
    assert lacking.exit_code == 1
    assert "thiếu văn bản (--document)" in lacking.stderr
    assert entries(closed) == 1
    done = cadre("close", "2026-03", closed, "--why", "Sửa số lượng", "--document", "BB 03")
    assert done.exit_code == 0
    assert "Thay cho lần chốt ở mục 1" in done.stdout
    (period,) = closed_results(closed / LEDGER, 2026).periods
    assert (period.supersedes, period.why, period.document) == (1, "Sửa số lượng", "BB 03")
    assert entries(closed) == 2


def test_a_reason_for_closing_again_is_refused_the_first_time(office: Path) -> None:
    done = cadre("close", "2026-03", office, "--why", "x", "--document", "y")
    assert (done.exit_code, (office / LEDGER).exists()) == (2, False)


def test_closing_with_errors_is_possible_and_said(office: Path) -> None:
    tasks = [*offices.TASKS, offices.task("Việc không người làm", "", 1, 1, 1)]
    offices.month(office / "2026" / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    data = answer("close", "2026-03", office)
    (closing,) = data["closings"]
    assert "S04" in {finding["code"] for finding in closing["findings"]}
    assert closing["recorded"]["findings"]["error"] >= 1
    assert cadre("close", "2026-03", office).exit_code == 0  # closed already, nothing changed


def test_a_period_without_workbooks_is_not_closed(office: Path) -> None:
    done = cadre("close", "2026-04", office)
    assert done.exit_code == 2
    assert "Các kỳ có bảng: 2026-03" in done.stderr
    assert not (office / LEDGER).exists()


def test_a_ledger_of_another_office_is_refused(office: Path) -> None:
    ledgers.close(office / LEDGER, ledgers.closed(office="UBND xã Khe Vầu"))
    done = cadre("close", "2026-03", office)
    assert done.exit_code == 1
    assert "S05" in done.stderr
    assert "UBND xã Khe Vầu" in done.stderr
    assert entries(office) == 1


def test_nothing_is_added_to_a_broken_ledger(closed: Path) -> None:
    ledgers.by_hand(closed / LEDGER, "UPDATE entry SET body = replace(body, 'HTT', 'HTXS')")
    again = cadre("close", "2026-03", closed, "--why", "x", "--document", "y")
    decided = cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED)
    assert (again.exit_code, decided.exit_code, entries(closed)) == (1, 1, 1)
    assert "S02" in again.stderr
    assert "S02" in decided.stderr


def test_a_ledger_that_cannot_be_written_is_said_and_stays_as_it_is(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_file, "_PATIENCE", 0.05)
    offices.month(closed / "2026" / "thang-04.xlsx", Giao_việc=offices.tasks_sheet(month=4))
    was = (closed / LEDGER).read_bytes()
    with contextlib.closing(sqlite3.connect(closed / LEDGER, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        shut = cadre("close", "2026-04", closed)
        decided = cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED)
    for done in (shut, decided):
        assert (done.exit_code, done.stdout.replace("UBND xã Đồng Lim", "").strip()) == (1, "")
        assert "S05 LỖI" in done.stderr
        assert "một chương trình khác đang ghi" in done.stderr
    assert (closed / LEDGER).read_bytes() == was


def test_each_office_of_a_tree_has_its_own_ledger(office: Path) -> None:
    other = office.parent / "xa-khe-vau"
    offices.month(other / "thang-03.xlsx")
    (other / "cadre.toml").write_text('[office]\nname = "UBND xã Khe Vầu"\n', encoding="utf-8")
    done = cadre("close", "2026-03", office.parent)
    assert (done.exit_code, (other / LEDGER).exists()) == (2, False)
    assert "2 cơ quan (UBND xã Đồng Lim, UBND xã Khe Vầu)" in done.stderr
    assert cadre("close", "2026-03", office.parent, "--all-offices").exit_code == 0
    assert [entries(each) for each in (office, other)] == [1, 1]
    data = answer("audit", office.parent)
    assert [each["office"] for each in data["ledgers"]] == ["UBND xã Đồng Lim", "UBND xã Khe Vầu"]


def test_on_a_terminal_the_offices_are_listed_and_asked_about(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = office.parent / "xa-khe-vau"
    offices.month(other / "thang-03.xlsx")
    (other / "cadre.toml").write_text('[office]\nname = "UBND xã Khe Vầu"\n', encoding="utf-8")
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(closing, "sys", SimpleNamespace(stdin=terminal, stderr=terminal))
    monkeypatch.setattr(closing.typer, "confirm", lambda *_, **__: False)
    done = cadre("close", "2026-03", office.parent)
    assert "  UBND xã Đồng Lim\n  UBND xã Khe Vầu\n" in done.stderr
    assert (done.exit_code, (office / LEDGER).exists(), (other / LEDGER).exists()) == (
        0,
        False,
        False,
    )


def test_a_workbook_without_a_period_is_named_where_nothing_was_closed(tmp_path: Path) -> None:
    tasks = offices.tasks_sheet()
    tasks[1] = ["GIAO VIỆC VÀ KẾT QUẢ THÁNG 3"]
    offices.workbook(tmp_path / "T3.xlsx", {"Giao việc": tasks})
    done = cadre("close", "2026-03", tmp_path)
    assert "Không có bảng nào của tháng 3 năm 2026" in done.stderr
    assert "B06" in done.stderr


def test_a_folder_without_configuration_keeps_its_ledger_itself(tmp_path: Path) -> None:
    offices.month(tmp_path / "2026" / "thang-03.xlsx")
    assert cadre("close", "2026-03", tmp_path).exit_code == 0
    assert (tmp_path / LEDGER).exists()
    assert cadre("audit", tmp_path).exit_code == 0


def test_two_who_close_at_once_make_one_entry(office: Path) -> None:
    command = [sys.executable, "-m", "cadre_cli", "close", "2026-03", str(office), "-q"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    told = [each.communicate()[0].decode() for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted("đã chốt" in each for each in told) == [False, True]
    assert entries(office) == 1


# ── decide ───────────────────────────────────────────────────────────────────────────────────────


def grade(office: Path, who: str = WHO) -> str | None:
    (period,) = closed_results(office / LEDGER, 2026).periods
    return next(each.effective_grade for each in period.people if each.name == who)


def test_a_decision_holds_until_the_next_or_its_end(closed: Path) -> None:
    assert cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED).exit_code == 0
    assert grade(closed) == "HT"
    second = cadre("decide", "nguyễn văn an", "2026-03", closed, "--grade", "KXL", *SIGNED)
    assert "Thay cho mục 2" in second.stdout
    assert grade(closed) is None
    ended = cadre("decide", WHO, "2026-03", closed, "--revoke", *SIGNED)
    assert "trở lại mức đề xuất: HTT" in ended.stdout
    assert grade(closed) == "HTT"
    assert cadre("decide", WHO, "2026-03", closed, "--revoke", *SIGNED).exit_code == 2
    assert entries(closed) == 4


def test_a_decision_ends_though_the_person_has_a_code_since(closed: Path) -> None:
    ledgers.decide(closed / LEDGER, WHO, "KHT")
    coded = ledgers.person(WHO, code="CB01")
    ledgers.close(closed / LEDGER, ledgers.closed(ledgers.MARCH, coded, supersedes=1))
    assert grade(closed) == "KHT"
    assert cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED).exit_code == 0
    assert cadre("decide", WHO, "2026-03", closed, "--revoke", *SIGNED).exit_code == 0
    assert grade(closed) == "HTT"


def test_the_same_decision_is_not_recorded_twice(closed: Path) -> None:
    command = ("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED)
    assert [cadre(*command).exit_code for _ in range(2)] == [0, 0]
    assert entries(closed) == 2


@pytest.mark.parametrize("lacking", [0, 2, 4])
def test_a_decision_without_who_document_or_reason_is_refused(closed: Path, lacking: int) -> None:
    signed = SIGNED[:lacking] + SIGNED[lacking + 2 :]
    done = cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *signed)
    assert done.exit_code == 1
    assert f"({SIGNED[lacking]})" in done.stderr
    assert "S03" in done.stderr
    blank = [*signed, SIGNED[lacking], " "]
    assert cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *blank).exit_code == 1
    assert entries(closed) == 1


def test_only_a_closed_period_is_decided_about(closed: Path) -> None:
    done = cadre("decide", WHO, "2026-04", closed, "--grade", "HT", *SIGNED)
    assert done.exit_code == 2
    assert "cadre close 2026-04" in done.stderr
    quarter = cadre("decide", WHO, "2026-Q1", closed, "--grade", "KHT", *SIGNED)
    assert (quarter.exit_code, entries(closed)) == (2, 1)


def test_a_year_is_decided_about_people_of_its_closed_months(closed: Path) -> None:
    assert cadre("decide", WHO, "2026", closed, "--grade", "HTXS", *SIGNED).exit_code == 0
    (decision,) = closed_results(closed / LEDGER, 2026).decisions
    assert (decision.who.name, str(decision.period), decision.grade) == (WHO, "2026", "HTXS")
    assert grade(closed) == "HTT"


def test_homonyms_are_named_and_nobody_is_chosen(tmp_path: Path) -> None:
    two = (ledgers.person(), ledgers.person(unit="Văn phòng"))
    ledgers.close(tmp_path / LEDGER, ledgers.closed(ledgers.MARCH, *two))
    done = cadre("decide", WHO, "2026-03", tmp_path, "--grade", "HT", *SIGNED)
    assert done.exit_code == 2
    assert "Nguyễn Văn An / Phòng Kinh tế, Nguyễn Văn An / Văn phòng" in done.stderr
    assert entries(tmp_path) == 1
    named = f"{WHO} / Văn phòng"
    assert cadre("decide", named, "2026-03", tmp_path, "--grade", "HT", *SIGNED).exit_code == 0
    (period,) = closed_results(tmp_path / LEDGER, 2026).periods
    assert [person.effective_grade for person in period.people] == ["HTT", "HT"]


def test_a_name_a_little_off_is_offered(closed: Path) -> None:
    done = cadre("decide", "Nguyễn Văn Ân", "2026-03", closed, "--grade", "HT", *SIGNED)
    assert (done.exit_code, WHO in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "wrong", [(), ("--grade", "XS"), ("--grade", "HT", "--revoke"), ("--received", "6/4")]
)
def test_what_is_to_be_recorded_must_be_plain(closed: Path, wrong: tuple[str, ...]) -> None:
    assert cadre("decide", WHO, "2026-03", closed, *wrong, *SIGNED).exit_code == 2
    assert entries(closed) == 1


def test_a_petition_has_its_term_in_working_days(closed: Path) -> None:
    received = ("--received", "2026-04-06", "--why", "Xin xem lại điểm b")
    done = cadre("decide", WHO, "2026-03", closed, *received)
    assert done.exit_code == 0
    assert "chậm nhất ngày 15/04/2026 (7 ngày làm việc" in done.stdout
    assert "không biết ngày nghỉ lễ" in done.stdout
    open_one = cadre("audit", closed)
    assert "Kiến nghị chưa trả lời, mục 2: Nguyễn Văn An" in open_one.stdout
    assert "S07" in open_one.stderr  # not judged without a day, and that is said
    assert "S07" not in cadre("audit", closed, "--as-of", "2026-04-15").stdout
    late = cadre("audit", closed, "--as-of", "2026-04-16")
    assert (late.exit_code, "S07 CẢNH BÁO" in late.stdout) == (0, True)
    answered = cadre("decide", WHO, "2026-03", closed, "--answered", "2026-04-10", *SIGNED)
    assert answered.exit_code == 0
    assert "Kiến nghị chưa trả lời" not in cadre("audit", closed).stdout
    (petition,) = answer("audit", closed)["ledgers"][0]["petitions"]
    assert (petition["due"], petition["answered"]) == ("2026-04-15", "2026-04-10")


def test_which_of_two_petitions_is_answered_is_asked(closed: Path) -> None:
    for day in ("2026-04-06", "2026-04-07"):
        cadre("decide", WHO, "2026-03", closed, "--received", day, "--why", "Xin xem lại")
    answered = ("decide", WHO, "2026-03", closed, "--answered", "2026-04-10", *SIGNED)
    unclear = cadre(*answered)
    assert (unclear.exit_code, "các mục 2, 3" in unclear.stderr) == (2, True)
    assert cadre(*answered, "--entry", "3").exit_code == 0
    early = cadre("decide", WHO, "2026-03", closed, "--answered", "2026-04-01", *SIGNED)
    assert (early.exit_code, entries(closed)) == (2, 4)


def test_a_dry_run_of_a_decision_writes_nothing(closed: Path) -> None:
    was = (closed / LEDGER).read_bytes()
    done = cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED, "--dry-run")
    assert (done.exit_code, "Sẽ ghi" in done.stdout) == (0, True)
    assert (closed / LEDGER).read_bytes() == was


# ── audit ────────────────────────────────────────────────────────────────────────────────────────


def found(*arguments: object) -> list[tuple[str, str | None, str | None, str]]:
    (ledger,) = answer("audit", *arguments)["ledgers"]
    return [(f["code"], f["sheet"], f["cell"], f["message"]) for f in ledger["findings"]]


def test_an_untouched_office_is_clean(closed: Path) -> None:
    done = cadre("audit", closed)
    assert done.exit_code == 0
    assert "Sổ nguyên vẹn, bảng không đổi." in done.stdout
    assert found(closed) == []


def test_a_changed_cell_is_named_with_what_it_was(closed: Path) -> None:
    tasks = [list(row) for row in offices.TASKS]
    tasks[0][offices.HEADINGS.index("Số lượng hoàn thành")] = 8
    offices.month(closed / "2026" / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    ((code, sheet, cell, said),) = found(closed)
    assert (code, sheet, cell) == ("S01", "Giao việc", "J5")
    assert "khi chốt là 10, nay là 8 (điểm của Nguyễn Văn An dựa vào ô này)" in said
    assert cadre("audit", closed).exit_code == 1
    again = cadre("close", "2026-03", closed)
    assert (again.exit_code, "S01" in again.stderr) == (1, True)


def test_a_row_added_later_is_a_change(closed: Path) -> None:
    tasks = [*offices.TASKS, offices.task("Việc thêm", "Trần Thị Bình", 1, 1, 1)]
    offices.month(closed / "2026" / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    cells = {cell for _, _, cell, said in found(closed) if "khi chốt là để trống" in said}
    assert {"B10", "D10", "H10"} <= cells


def test_another_month_in_the_same_workbook_is_no_change(office: Path) -> None:
    path = office / "2026" / "nam-2026.xlsx"
    (office / "2026" / "thang-03.xlsx").unlink()
    sheets = {
        "Danh sách": [*offices.ROSTER, offices.CHAIRMAN],
        "Tháng 3": offices.tasks_sheet(),
        "Tiêu chí chung": offices.COMMON,
    }
    offices.workbook(path, sheets)
    assert cadre("close", "2026-03", office).exit_code == 0
    offices.workbook(path, {**sheets, "Tháng 4": offices.tasks_sheet(month=4)})
    ((code, _, _, said),) = found(office)
    assert (code, "ô của kỳ ấy không đổi" in said) == ("S06", True)
    assert cadre("audit", office).exit_code == 0


def test_a_shared_roster_lives_on(office: Path) -> None:
    offices.workbook(office / "danh-sach.xlsx", {"Danh sách": offices.ROSTER})
    assert cadre("close", "2026-03", office).exit_code == 0
    changed = [list(row) for row in offices.ROSTER]
    changed[4][2] = "Phó Trưởng phòng"
    offices.workbook(office / "danh-sach.xlsx", {"Danh sách": changed})
    done = cadre("audit", office)
    assert (done.exit_code, "S01 CẢNH BÁO  danh-sach.xlsx" in done.stdout) == (0, True)


def test_a_roster_of_the_year_beside_that_of_the_office(office: Path) -> None:
    """Both are called danh-sach.xlsx when the year's folder is named."""
    offices.workbook(office / "danh-sach.xlsx", {"Danh sách": offices.ROSTER})
    own = [*offices.ROSTER, offices.CHAIRMAN]
    offices.workbook(office / "2026" / "danh-sach.xlsx", {"Danh sách": own})
    assert cadre("close", "2026-03", office / "2026").exit_code == 0
    (period,) = closed_results(office / LEDGER, 2026).periods
    assert {source.file for source in period.sources} == {
        "2026/danh-sach.xlsx",
        "2026/thang-03.xlsx",
        "danh-sach.xlsx",
    }
    assert found(office) == []


def test_a_workbook_that_is_gone_is_named(closed: Path) -> None:
    source = closed / "2026" / "thang-03.xlsx"
    source.rename(source.with_name("thang-03-sua.xlsx"))
    ((code, _, _, said),) = found(closed)
    assert (code, "không còn ở chỗ cũ" in said) == ("S01", True)
    assert "tệp có nội dung y nguyên nay nằm ở “2026/thang-03-sua.xlsx”" in said


def test_a_workbook_that_is_gone_for_good_is_named(closed: Path) -> None:
    (closed / "2026" / "thang-03.xlsx").unlink()
    ((code, _, _, said),) = found(closed)
    assert (code, said.endswith("nay không còn ở chỗ cũ.")) == ("S01", True)


def test_a_workbook_that_became_unreadable_is_named(closed: Path) -> None:
    (closed / "2026" / "thang-03.xlsx").write_bytes(b"PK\x03\x04 broken")
    ((code, _, _, said),) = found(closed)
    assert (code, "không đọc được" in said) == ("S01", True)


def test_a_backup_below_the_office_is_checked_without_workbooks(closed: Path) -> None:
    backup = closed / "sao-luu" / "2026-04-02"
    backup.mkdir(parents=True)
    shutil.copy(closed / LEDGER, backup)
    done = cadre("audit", closed)
    assert (done.exit_code, "S01" in done.stdout) == (0, False)
    assert "chỉ soát chuỗi niêm phong" in done.stderr
    ledgers.by_hand(backup / LEDGER, "UPDATE entry SET at = '2026-04-01T00:00:00+07:00'")
    assert cadre("audit", closed).exit_code == 1


def test_a_sheet_that_was_renamed_is_named_once(closed: Path) -> None:
    source = closed / "2026" / "thang-03.xlsx"
    offices.month(source, Giao_việc=[], Việc_tháng_3=offices.tasks_sheet())
    assert [(code, sheet) for code, sheet, cell, _ in found(closed) if cell is None] == [
        ("S01", "Giao việc")
    ]


def test_an_edited_entry_is_named(closed: Path) -> None:
    ledgers.by_hand(closed / LEDGER, "UPDATE entry SET body = replace(body, 'HTT', 'HTXS')")
    ((code, _, _, said),) = found(closed)
    assert (code, "mục số 1" in said, "đã bị sửa sau khi ghi" in said) == ("S02", True, True)


def test_the_seal_of_the_minutes_proves_the_ledger(closed: Path) -> None:
    seal = stored(closed / LEDGER).entries[0].hash
    assert cadre("audit", closed, "--seal", f"{seal[:8]} {seal[8:16].upper()}").exit_code == 0
    (closed / LEDGER).unlink()
    assert cadre("close", "2026-03", closed, "--as-of", "2026-03-30").exit_code == 0
    other = cadre("audit", closed, "--seal", seal[:16])
    assert (other.exit_code, "S02" in other.stdout) == (1, True)
    assert cadre("audit", closed, "--seal", "abc").exit_code == 2


def test_a_decision_that_fits_nobody_any_more_is_named(tmp_path: Path) -> None:
    ledgers.close(tmp_path / LEDGER, ledgers.closed(sources=()))
    ledgers.decide(tmp_path / LEDGER, WHO, "HT")
    renamed = ledgers.closed(
        ledgers.MARCH, ledgers.person("Nguyễn Văn Ân"), sources=(), supersedes=1
    )
    ledgers.close(tmp_path / LEDGER, renamed)
    ((code, _, _, said),) = found(tmp_path)
    assert (code, f"“{WHO}”" in said) == ("S08", True)


def test_an_office_without_a_ledger_is_said(office: Path) -> None:
    done = cadre("audit", office)
    assert (done.exit_code, "chưa có sổ" in done.stdout) == (2, True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for command in (("audit",), ("close", "2026-03"), ("decide", WHO, "2026-03")):
        assert cadre(*command, tmp_path / "x").exit_code == 2


# ── export ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def told(closed: Path) -> Path:
    cadre("decide", WHO, "2026-03", closed, "--grade", "HT", *SIGNED[:-1], "=HYPERLINK(1)")
    return closed


def test_json_holds_all_that_the_seal_is_made_of(told: Path, tmp_path: Path) -> None:
    assert cadre("export", told, "--to", tmp_path / "so.json").exit_code == 0
    data = json.loads((tmp_path / "so.json").read_text(encoding="utf-8"))
    assert data["schema"] == "cadre.ledger/1"
    prev = "0" * 64
    for entry in data["entries"]:
        assert entry["prev"] == prev
        body = json.dumps(entry["body"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        whole = b"".join(_behind_length(each) for each in (prev, entry["entry"], entry["at"], body))
        prev = hashlib.sha256(whole).hexdigest()
        assert entry["hash"] == prev


def _behind_length(text: str) -> bytes:
    data = text.encode()
    return len(data).to_bytes(8, "big") + data


def test_csv_opens_in_excel_without_running_anything(told: Path, tmp_path: Path) -> None:
    target = tmp_path / "so.csv"
    assert cadre("export", told, "--to", target).exit_code == 0
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["entry"] for row in rows] == ["close"] * 4 + ["decision"]
    an = next(row for row in rows if row["name"] == WHO)
    assert (an["total"], an["grade"], an["code"]) == ("70.9583333333", "HTT", "")
    assert (rows[-1]["decided_grade"], rows[-1]["why"]) == ("HT", "'=HYPERLINK(1)")
    assert {row["hash"] for row in rows} == {each.hash for each in stored(told / LEDGER).entries}


def test_parquet_holds_the_same_rows(told: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert cadre("export", told, "--to", tmp_path / "so.parquet").exit_code == 0
    rows = parquet.read_table(tmp_path / "so.parquet").to_pylist()
    an = next(row for row in rows if row["name"] == WHO)
    assert Fraction(an["total_exact"]) == Fraction(1703, 24)
    assert [row["seq"] for row in rows] == [1, 1, 1, 1, 2]


@pytest.fixture
def without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)


def test_parquet_without_its_library_says_what_to_install(
    told: Path, tmp_path: Path, without_pyarrow: None
) -> None:
    done = cadre("export", told, "--to", tmp_path / "so.parquet")
    assert done.exit_code == 2
    assert "cadre-cli[parquet]" in done.stderr
    assert not (tmp_path / "so.parquet").exists()


def test_an_existing_file_is_never_written_over(told: Path, tmp_path: Path) -> None:
    (tmp_path / "so.csv").write_text("của tôi", encoding="utf-8")
    done = cadre("export", told, "--to", tmp_path / "so.csv")
    assert (tmp_path / "so.csv").read_text(encoding="utf-8") == "của tôi"
    assert "so(2).csv" in done.stderr


def test_a_broken_ledger_is_exported_and_named(told: Path, tmp_path: Path) -> None:
    ledgers.by_hand(told / LEDGER, "UPDATE entry SET body = '[]' WHERE seq = 1")
    done = cadre("export", told, "--to", tmp_path / "so.csv")
    assert (done.exit_code, "S02" in done.stderr) == (1, True)
    assert (tmp_path / "so.csv").exists()


def test_export_refuses_what_it_cannot_write(told: Path, office: Path, tmp_path: Path) -> None:
    assert cadre("export", told, "--to", tmp_path / "so.xlsx").exit_code == 2
    assert cadre("export", told, "--to", tmp_path / "so.csv", "--dry-run").exit_code == 0
    assert not (tmp_path / "so.csv").exists()
    assert cadre("export", tmp_path, "--to", tmp_path / "so.csv").exit_code == 2
