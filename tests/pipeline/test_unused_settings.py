"""What cadre.toml or --period say and no file needed is told, and so are rows that an office leaves."""

from pathlib import Path

import pytest
from tests.offices import COMMON, Sheet, month, tasks_sheet, workbook

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office, OwnRows
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.intake import Reading, intake
from cadre_cli.pipeline.named_rows import NoSuchRow, RowLeftOut
from cadre_cli.pipeline.period import outcomes
from cadre_cli.pipeline.unused_settings import NoSuchSheet, PeriodNotUsed

APRIL = Period.parse("2026-04")
NO_OFFICE = Office()


def read(path: Path, office: Office = NO_OFFICE, asked: Period | None = None) -> list[Outcome]:
    one = intake(path.read_bytes(), path.name, office, Reading(asked))
    return list(outcomes(office, [one]))


def of(kind: type[Finding], told: list[Outcome]) -> list[Finding]:
    return [each for outcome in told for each in outcome.findings if isinstance(each, kind)]


def test_a_sheet_that_no_file_has(tmp_path: Path) -> None:
    office = Office(sheets={"T9": "tasks", "giao  VIỆC": "tasks"})
    told = read(month(tmp_path / "thang-03.xlsx"), office)
    assert of(NoSuchSheet, told) == [
        NoSuchSheet(at=CellRef("cadre.toml"), sheet="T9", kind="tasks")
    ]
    assert [outcome.period for outcome in told] == [Period.parse("2026-03"), None]


def test_a_row_that_the_office_leaves_is_told_with_its_cell_and_the_words(tmp_path: Path) -> None:
    office = Office(rows={"GIAO VIỆC": OwnRows(leave=("Đề*", "đề án"), take=("Báo cáo",))})
    told = read(month(tmp_path / "thang-03.xlsx"), office)
    (note,) = of(RowLeftOut, told)
    assert (note.at.file, note.at.a1) == ("thang-03.xlsx", "B7")
    assert note.said() == "Dòng 7 không được đọc: cadre.toml khai bỏ “Đề*”."
    assert of(NoSuchRow, told) == []


def test_words_of_a_row_that_no_workbook_has(tmp_path: Path) -> None:
    rows = OwnRows(leave=("Đề án", "Đề ấn mẫu"), take=("Phát sinh*",))
    office = Office(rows={"Giao việc": rows, "T9": OwnRows(leave=("Mẫu",))})
    told = read(month(tmp_path / "thang-03.xlsx"), office)
    assert sorted(one.said() for one in of(NoSuchRow, told)) == [
        f"cadre.toml khai dòng “{words}” ở trang “Giao việc”, nhưng không dòng nào vừa đọc có chữ ấy."
        for words in ("Phát sinh*", "Đề ấn mẫu")
    ]
    assert {one.at.file for one in of(NoSuchRow, told)} == {"cadre.toml"}
    assert [one.said() for one in of(NoSuchSheet, told)] == [
        "cadre.toml ghi trang “T9” (rows), nhưng không tệp nào vừa đọc có trang này."
    ]


def test_where_nothing_could_be_read_no_sheet_is_missed(tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"x")
    assert of(NoSuchSheet, read(broken, Office(sheets={"T9": "tasks"}))) == []


def test_a_period_asked_for_that_the_file_contradicts(tmp_path: Path) -> None:
    told = read(month(tmp_path / "thang-03.xlsx"), asked=APRIL)
    (note,) = of(PeriodNotUsed, told)
    assert note == PeriodNotUsed(at=CellRef("thang-03.xlsx"), asked=APRIL, found=("2026-03",))
    assert note.said() == "--period 2026-04 không dùng vì tệp ghi 2026-03."


@pytest.mark.parametrize("asked", [None, Period.parse("2026-03")])
def test_a_period_that_is_the_files_own_is_not_remarked_on(
    tmp_path: Path, asked: Period | None
) -> None:
    assert of(PeriodNotUsed, read(month(tmp_path / "thang-03.xlsx"), asked=asked)) == []


def test_a_period_that_served_is_not_remarked_on(tmp_path: Path) -> None:
    untold: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG"], *COMMON[1:]]
    path = workbook(tmp_path / "so.xlsx", {"Giao việc": tasks_sheet(), "Điểm": untold})
    assert of(PeriodNotUsed, read(path, asked=APRIL)) == []
