"""`cadre check --annotate`: a marked copy of each workbook, which a clerk may put right and hand in."""

import hashlib
from pathlib import Path

import openpyxl
import pytest
from tests import offices
from tests.running import cadre

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.grid import CellMark
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.annotating import MOST_TOLD, marks
from cadre_cli.pipeline.findings_intake import NoKnownTable, SheetLeftOut

TWO_OWNERS = offices.task("Họp", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1)


@pytest.fixture
def month(tmp_path: Path) -> Path:
    rows = offices.tasks_sheet([*offices.TASKS, TWO_OWNERS])
    return offices.month(tmp_path / "2026" / "thang-03.xlsx", Giao_việc=rows)


def boxes(path: Path) -> dict[str, str]:
    return {
        f"{page.title}!{cell.coordinate}": cell.comment.text
        for page in openpyxl.load_workbook(path)
        for row in page
        for cell in row
        if cell.comment is not None
    }


def copy_of(month: Path, name: str = "thang-03.danh-dau.xlsx") -> Path:
    return month.parent / "ket-qua" / name


def put_right(copy: Path) -> None:
    """What a clerk does in Excel: one owner instead of two, and save."""
    book = openpyxl.load_workbook(copy)
    book["Giao việc"]["D10"] = "Nguyễn Văn An"
    book.save(copy)


def test_each_cell_with_a_finding_gets_a_colour_and_a_comment_with_code_and_remedy(
    month: Path,
) -> None:
    before = hashlib.sha256(month.read_bytes()).hexdigest()
    done = cadre("check", month, "--annotate")
    assert done.exit_code == 1
    assert "thang-03.danh-dau.xlsx" in done.stderr
    told = boxes(copy_of(month))["Giao việc!D10"]
    assert told.startswith("— cadre —\nLỖI G02: Việc “Họp”")
    assert "\n→ " in told
    cell = openpyxl.load_workbook(copy_of(month))["Giao việc"]["D10"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert hashlib.sha256(month.read_bytes()).hexdigest() == before


def test_findings_about_a_sheet_or_a_file_stand_in_a1_and_say_so(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "khac.xlsx", {"Trang 1": [["thu", "chi"], [1, 2]]})
    cadre("check", path, "--annotate")
    (told,) = boxes(tmp_path / "ket-qua" / "khac.danh-dau.xlsx").items()
    assert told[0] == "Trang 1!A1"
    assert "LỖI B01: Cả tệp: " in told[1]


def test_without_the_option_nothing_is_written(month: Path) -> None:
    cadre("check", month)
    cadre("check", month, "--annotate", "--dry-run")
    assert not copy_of(month).parent.exists()


def test_a_dry_run_says_what_would_be_written(month: Path) -> None:
    done = cadre("check", month, "--annotate", "--dry-run")
    assert "Sẽ ghi (--dry-run)" in done.stderr
    assert "thang-03.danh-dau.xlsx" in done.stderr


def test_out_names_the_folder_and_needs_annotate(month: Path, tmp_path: Path) -> None:
    cadre("check", month, "--annotate", "--out", tmp_path / "x")
    assert (tmp_path / "x" / "thang-03.danh-dau.xlsx").is_file()
    assert cadre("check", month, "--out", tmp_path / "x").exit_code == 2


def test_json_stays_alone_on_standard_output(month: Path) -> None:
    done = cadre("check", month, "--annotate", "--json")
    assert done.stdout.startswith('{"schema"') or done.stdout.lstrip().startswith("{")
    assert "danh-dau" not in done.stdout
    assert copy_of(month).is_file()


def test_the_same_input_gives_the_same_copy(month: Path) -> None:
    cadre("check", month, "--annotate")
    first = copy_of(month).read_bytes()
    cadre("check", month, "--annotate")
    assert copy_of(month).read_bytes() == first
    assert [path.name for path in copy_of(month).parent.iterdir()] == ["thang-03.danh-dau.xlsx"]


def test_a_folder_is_searched_without_marked_copies(month: Path) -> None:
    cadre("check", month, "--annotate")
    copy_of(month).rename(month.with_name("thang-03.danh-dau.xlsx"))
    done = cadre("check", month.parent)
    assert done.stdout.count("G02 LỖI") == 1


def test_a_copy_that_was_put_right_is_read_when_it_is_named(month: Path) -> None:
    cadre("check", month, "--annotate")
    put_right(copy_of(month))
    assert "G02" not in cadre("check", copy_of(month)).stdout
    assert "G02" in cadre("check", month).stdout


def test_a_copy_that_was_put_right_and_saved_as_the_months_file_is_read(month: Path) -> None:
    cadre("check", month, "--annotate")
    put_right(copy_of(month))
    month.write_bytes(copy_of(month).read_bytes())
    assert "G02" not in cadre("check", month.parent).stdout


def test_what_the_clerk_put_right_in_a_copy_is_never_written_over(month: Path) -> None:
    cadre("check", month, "--annotate")
    put_right(copy_of(month))
    work = copy_of(month).read_bytes()
    done = cadre("check", month, "--annotate")
    assert copy_of(month).read_bytes() == work
    assert "thang-03(2).danh-dau.xlsx" in done.stderr
    assert "đã có người sửa và lưu lại" in done.stderr


def test_a_copy_that_is_checked_itself_loses_its_old_marks_in_the_next_copy(month: Path) -> None:
    cadre("check", month, "--annotate")
    put_right(copy_of(month))
    work = copy_of(month).read_bytes()
    cadre("check", copy_of(month), "--annotate")
    assert copy_of(month).read_bytes() == work
    fresh = boxes(copy_of(month, "thang-03(2).danh-dau.xlsx"))
    assert "Giao việc!D10" not in fresh
    book = openpyxl.load_workbook(copy_of(month, "thang-03(2).danh-dau.xlsx"))
    assert book["Giao việc"]["D10"].fill.fill_type is None


def test_an_input_is_never_written_over_even_when_it_is_our_own_copy(month: Path) -> None:
    cadre("check", month, "--annotate")
    untouched = copy_of(month).read_bytes()
    cadre("check", copy_of(month), "--annotate")
    assert copy_of(month).read_bytes() == untouched
    assert copy_of(month, "thang-03(2).danh-dau.xlsx").is_file()


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 hong")
    done = cadre("check", path, "--annotate")
    assert done.exit_code == 3
    assert not (tmp_path / "ket-qua").exists()


def test_two_files_of_one_name_get_two_copies(tmp_path: Path) -> None:
    for folder in ("thon-a", "thon-b"):
        rows = offices.tasks_sheet([*offices.TASKS, [*TWO_OWNERS[:-1], folder]])
        offices.month(tmp_path / folder / "thang-03.xlsx", Giao_việc=rows)
    cadre("check", tmp_path, "--annotate")
    written = sorted(path.name for path in tmp_path.rglob("*.danh-dau.xlsx"))
    assert written == ["thon-a.thang-03.danh-dau.xlsx", "thon-b.thang-03.danh-dau.xlsx"]


def test_one_place_is_one_mark_with_the_gravest_first_and_a_list_cut_short() -> None:
    at = CellRef("thang-03.xlsx", "Ví dụ")
    notes = [
        SheetLeftOut(at=at, sheet=str(number), why=Text("là ví dụ", "an example"))
        for number in range(MOST_TOLD + 3)
    ]
    error = NoKnownTable(at=at, why=Text("trống", "empty"))
    (mark,) = marks([*notes, error], "vi")
    assert (mark.at, mark.severity) == (at, Severity.ERROR)
    assert mark.text.startswith("LỖI B01: Cả trang: Không nhận ra bảng nào")
    assert mark.text.endswith("… và 4 phát hiện nữa ở đây.")
    assert marks([], "vi") == ()


def test_a_mark_speaks_english_on_request() -> None:
    finding = NoKnownTable(at=CellRef("a.xlsx"), why=Text("trống", "empty"))
    (mark,) = marks([finding], "en")
    assert mark == CellMark(
        CellRef("a.xlsx"),
        f"ERROR B01: The whole file: {finding.said('en')}\n→ {finding.remedy('en')}",
        Severity.ERROR,
    )
