"""`cadre verify` as an inspector meets it, years after a result was signed."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests import offices
from tests.running import cadre

from cadre_cli.cli.verifying import said
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.verification import EditedCell, Verification
from cadre_cli.reports.kinds import REPORTS

SETTINGS = """\
[office]
name = "UBND xã Đồng Lim"
[files]
roster = "danh-sach.xlsx"
[decisions]
deduction_on = { option = "line", document = "QĐ số 18/QĐ-UBND" }
"""


def verified(result: Path, *arguments: object) -> Any:
    data = json.loads(cadre("verify", result, "--json", *arguments).stdout)
    assert data["schema"] == "cadre.verify/1"
    (answer,) = data["results"]
    return answer


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office folder with a month, a roster of its own and a decision, scored."""
    folder = tmp_path / "xa"
    offices.month(folder / "2026" / "thang-03.xlsx")
    roster = [*offices.ROSTER, offices.CHAIRMAN]
    offices.workbook(folder / "danh-sach.xlsx", {"Danh sách": roster})
    (folder / "cadre.toml").write_text(SETTINGS, encoding="utf-8")
    assert cadre("score", folder / "2026", "--quiet").exit_code == 0
    return folder


@pytest.fixture
def result(office: Path) -> Path:
    return office / "ket-qua" / "thang-03.ket-qua.xlsx"


def states(answer: Any) -> dict[str, str]:
    return {each["file"]: each["state"] for each in answer["sources"]}


def edit(result: Path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(result)
    book[sheet][cell] = value
    book.save(result)


def row_of(result: Path, name: str) -> int:
    sheet = openpyxl.load_workbook(result)["Tổng hợp"]
    return next(row[1].row for row in sheet if row[1].value == name)


def test_a_result_follows_to_the_byte_from_what_it_names(result: Path) -> None:
    done = cadre("verify", result)
    assert done.exit_code == 0, done.output
    assert "KẾT LUẬN: ĐÚNG." in done.stdout
    assert "từng byte" in done.stdout
    answer = verified(result)
    assert (answer["follows"], answer["identical"]) == (True, True)
    assert states(answer) == {"thang-03.xlsx": "same", "danh-sach.xlsx": "same"}


def test_a_changed_source_is_named_with_who_and_which_line_it_moves(
    office: Path, result: Path
) -> None:
    tasks = [list(line) for line in offices.TASKS]
    tasks[3][9] = 4  # Bình has done 4 of 10
    sheet = offices.tasks_sheet(tasks)
    offices.month(office / "2026" / "thang-03.xlsx", Giao_việc=sheet)
    answer = verified(result)
    assert (answer["follows"], states(answer)["thang-03.xlsx"]) == (False, "changed")
    (changed, *_) = answer["comparison"]["changed"]
    assert changed["a"]["name"] == "Trần Thị Bình"
    assert ("Tổng hợp: Hoàn thành", "10", "4") in [
        (each["what"], each["a"], each["b"]) for each in changed["causes"]
    ]
    done = cadre("verify", result)
    assert (done.exit_code, "Tệp nguồn đã thay đổi" in done.stdout) == (1, True)


def test_a_source_changed_without_effect_is_still_not_the_source_of_then(
    office: Path, result: Path
) -> None:
    path = office / "2026" / "thang-03.xlsx"
    offices.month(path, Ghi_chú=[["lưu"]])
    answer = verified(result)
    assert (answer["follows"], answer["comparison"]["changed"]) == (False, [])


def test_a_missing_source_leaves_it_open(office: Path, result: Path) -> None:
    (office / "danh-sach.xlsx").unlink()
    (office / "cadre.toml").write_text(SETTINGS.replace("roster", "catalogue"), encoding="utf-8")
    done = cadre("verify", result)
    assert (
        done.exit_code,
        "CHƯA KIỂM LẠI ĐƯỢC. Thiếu tệp nguồn: danh-sach.xlsx" in done.stdout,
    ) == (
        3,
        True,
    )


def test_a_source_is_known_by_its_content_wherever_it_lies(office: Path, result: Path) -> None:
    (office / "luu-tru").mkdir()
    (office / "2026" / "thang-03.xlsx").rename(office / "luu-tru" / "T3 (cũ).xlsx")
    answer = verified(result)
    assert (answer["follows"], states(answer)["thang-03.xlsx"]) == (True, "moved")


def test_a_result_sent_elsewhere_is_verified_with_its_sources_named(
    office: Path, result: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "thanh-tra/tinh/2030/quy-1/ho-so/kq.xlsx"
    sent.parent.mkdir(parents=True)
    shutil.copy(result, sent)
    assert verified(sent)["follows"] is None
    assert verified(sent, "--sources", office)["follows"] is True


def test_the_decisions_of_then_hold_whatever_cadre_toml_says_today(
    office: Path, result: Path
) -> None:
    (office / "cadre.toml").write_text(SETTINGS.replace('"line"', '"unit"'), encoding="utf-8")
    answer = verified(result)
    assert answer["follows"] is True
    assert "cadre.toml đã đổi" in answer["notes"][0]


@pytest.mark.parametrize(("column", "value"), [("L", 95), ("N", "Hoàn thành xuất sắc nhiệm vụ")])
def test_a_changed_total_or_class_is_found(result: Path, column: str, value: object) -> None:
    cell = f"{column}{row_of(result, 'Nguyễn Văn An')}"
    edit(result, "Tổng hợp", cell, value)
    answer = verified(result)
    assert answer["follows"] is False
    assert cell in [each["cell"] for each in answer["edited"]]
    assert [each["a"]["name"] for each in answer["comparison"]["changed"]] == ["Nguyễn Văn An"]


def test_a_change_in_page_and_record_alike_is_found_by_scoring_again(result: Path) -> None:
    edit(result, "Tổng hợp", f"L{row_of(result, 'Nguyễn Văn An')}", 95)
    book = openpyxl.load_workbook(result)
    for row in book["Căn cứ"]:
        if row[1].value and row[1].value.startswith("Nguyễn Văn An"):
            words = row[2].value.split(" ")
            row[2].value = " ".join(["total=95", *words[1:]])
    book.save(result)
    answer = verified(result)
    assert answer["follows"] is False
    assert [each["a"]["name"] for each in answer["comparison"]["changed"]] == ["Nguyễn Văn An"]


def test_a_changed_word_of_a_detail_is_found(result: Path) -> None:
    sheet = openpyxl.load_workbook(result)["Chi tiết"]
    cell = next(c.coordinate for row in sheet for c in row if c.value == "Soạn công văn")
    edit(result, "Chi tiết", cell, "Soạn đề án")
    (edited,) = verified(result)["edited"]
    assert (edited["cell"], edited["held"], edited["follows"]) == (
        cell,
        "Soạn đề án",
        "Soạn công văn",
    )


def test_what_is_typed_into_a_blank_cell_of_a_result_is_found(result: Path) -> None:
    row = row_of(result, "Nguyễn Văn An")
    cells = [f"O{row}", f"H{row}"]  # the reason, and d of somebody who leads nobody
    book = openpyxl.load_workbook(result)
    assert [book["Tổng hợp"][cell].value for cell in cells] == [None, None]
    edit(result, "Tổng hợp", cells[0], "Đã thống nhất nâng loại")
    edit(result, "Tổng hợp", cells[1], 0.9)
    edit(result, "Tổng hợp", f"R{row}", "đã đối chiếu")  # beside the table: the office's own
    answer = verified(result)
    assert answer["follows"] is False
    assert {each["cell"] for each in answer["edited"]} == set(cells)


def test_blank_cells_are_called_so() -> None:
    at = CellRef("kq.xlsx", "Tổng hợp", 9, 15)
    edited = (EditedCell(at, "nâng loại", ""), EditedCell(at, "", "thiếu điểm"))
    answer = Verification("kq.xlsx", None, None, "", "", (), edited=edited)
    lines = [line.strip() for line in said(answer, "vi")]
    assert "'Tổng hợp'!O9: đang ghi “nâng loại”, phải để trống" in lines
    assert "'Tổng hợp'!O9: đang để trống, phải là “thiếu điểm”" in lines


def test_signing_and_saving_again_changes_nothing(result: Path) -> None:
    book = openpyxl.load_workbook(result)
    sheet = book["Tổng hợp"]
    for row in sheet:
        for cell in row:
            if isinstance(cell.value, str) and "ngày … tháng" in cell.value:
                cell.value = "Đồng Lim, ngày 05 tháng 4 năm 2026"
    sheet.cell(sheet.max_row + 1, 2).value = "Nguyễn Văn Ký"
    book.save(result)
    answer = verified(result)
    assert (answer["follows"], answer["identical"], answer["edited"]) == (True, False, [])


def test_a_deleted_row_is_found(result: Path) -> None:
    book = openpyxl.load_workbook(result)
    sheet = book["Tổng hợp"]
    row = next(row[1].row for row in sheet if row[1].value == "Trần Thị Bình")
    for cell in sheet[row]:
        if not isinstance(cell, openpyxl.cell.cell.MergedCell):
            cell.value = None
    book.save(result)
    answer = verified(result)
    assert answer["follows"] is False
    assert [each["name"] for each in answer["comparison"]["only_b"]] == ["Trần Thị Bình"]


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04broken"])
def test_what_is_no_readable_result_is_exit_code_3(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "kq.xlsx"
    if content is not None:
        path.write_bytes(content)
    done = cadre("verify", path)
    assert (done.exit_code, "T01" in done.stderr) == (3, True)


def test_a_workbook_of_the_office_is_no_result(office: Path) -> None:
    done = cadre("verify", office / "danh-sach.xlsx")
    assert (done.exit_code, "không phải bảng kết quả" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    "options",
    [
        ["--rules", "qd1240"],
        ["--as-of", "2026-04-30"],
        ["--lang", "en"],
        ["--period", "2026-03"],
    ],
)
def test_the_options_of_then_are_applied_again(
    office: Path, tmp_path: Path, options: list[str]
) -> None:
    out = tmp_path / "noi-khac"
    cadre("score", office / "2026" / "thang-03.xlsx", *options, "--out", out, "--quiet")
    answer = verified(out / "thang-03.ket-qua.xlsx")
    assert (answer["follows"], answer["identical"]) == (True, True)


def test_no_command_of_verifying_writes_anything(office: Path, result: Path) -> None:
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    cadre("verify", result)
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "key",
    [
        "period",
        "as_of",
        "cadre.lang",
        "cadre.version",
        "configuration.sha256",
        "decision.deduction_on",
        "source.1.file",
        "source.1.sha256",
        "result.1",
    ],
)
@pytest.mark.parametrize("value", ["???", None, 7])
def test_a_basis_sheet_that_somebody_spoilt_is_no_fault_of_the_program(
    result: Path, key: str, value: object
) -> None:
    book = openpyxl.load_workbook(result)
    for row in book["Căn cứ"]:
        if row[0].value == key:
            row[2].value = value
    book.save(result)
    done = cadre("verify", result)
    assert done.exit_code in (0, 1, 3), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_homonyms_keep_their_own_results_through_a_save(tmp_path: Path) -> None:
    roster = [
        *offices.ROSTER,
        offices.CHAIRMAN,
        [5, "Trần Thị Bình", "Chuyên viên", "Văn phòng", "Công chức"],
    ]
    tasks = [
        *offices.TASKS[:3],
        offices.task("Tổng hợp", "Trần Thị Bình (Phòng Kinh tế)", 10, 1, 10),
        offices.task("Tiếp dân", "Trần Thị Bình (Văn phòng)", 10, 1, 6),
        offices.TASKS[4],
    ]
    common = [
        [*offices.COMMON[0]],
        [*offices.COMMON[1][:2], "Đơn vị", *offices.COMMON[1][2:]],
        [1, "Lê Văn Cả", "Phòng Kinh tế", 28, None, 1, 1],
        [2, "Nguyễn Văn An", "Phòng Kinh tế", 27],
        [3, "Trần Thị Bình", "Phòng Kinh tế", 30],
        [4, "Trần Thị Bình", "Văn phòng", 20],
    ]
    path = offices.month(
        tmp_path / "thang-03.xlsx",
        Danh_sách=roster,
        Giao_việc=offices.tasks_sheet(tasks),
        Tiêu_chí_chung=common,
    )
    cadre("score", path, "--quiet")
    result = tmp_path / "ket-qua" / "thang-03.ket-qua.xlsx"
    openpyxl.load_workbook(result).save(result)
    answer = verified(result)
    assert (answer["follows"], answer["comparison"]["same"]) == (True, 5)
    edit(result, "Tổng hợp", f"L{row_of(result, 'Trần Thị Bình')}", 61)
    (changed,) = verified(result)["comparison"]["changed"]
    assert changed["a"]["unit"] in ("Phòng Kinh tế", "Văn phòng")
    assert changed["a"]["unit"] == changed["b"]["unit"]


def test_no_other_report_is_accused_of_having_been_changed(office: Path, tmp_path: Path) -> None:
    out = tmp_path / "bao-cao"
    reports = ",".join(REPORTS)
    cadre("score", office / "2026", "--quiet", "--report", reports, "--out", out)
    accused = {}
    for path in sorted(out.glob("*.xlsx")):
        done = cadre("verify", path, "--json", "--sources", office)
        for answer in json.loads(done.stdout)["results"] if done.stdout else ():
            accused[path.name] = (answer["follows"], len(answer["edited"]))
    assert accused["thang-03.ket-qua.xlsx"] == (True, 0)
    assert set(accused.values()) == {(True, 0)}


def test_a_folder_of_results_is_verified_one_by_one(office: Path, result: Path) -> None:
    other = result.with_name("sua.ket-qua.xlsx")
    shutil.copy(result, other)
    edit(other, "Tổng hợp", f"L{row_of(other, 'Nguyễn Văn An')}", 95)
    done = cadre("verify", result.parent, "--json")
    answers = json.loads(done.stdout)["results"]
    assert [(Path(each["file"]).name, each["follows"]) for each in answers] == [
        ("sua.ket-qua.xlsx", False),
        ("thang-03.ket-qua.xlsx", True),
    ]
    assert done.exit_code == 1


def test_an_office_s_own_workbooks_among_results_are_left_out(office: Path, result: Path) -> None:
    for name in ("tong-ket-thi-dua.xlsx", "tong-ket-2026 (bản ký).xlsx"):
        shutil.copy(office / "danh-sach.xlsx", result.with_name(name))
    done = cadre("verify", result.parent)
    assert (done.exit_code, "KẾT LUẬN: ĐÚNG" in done.stdout) == (0, True)
    assert "Bỏ qua" in done.stderr
    assert "thi-dua" not in done.stderr
    named = cadre("verify", result.with_name("tong-ket-thi-dua.xlsx"))
    assert (named.exit_code, "không phải bảng kết quả" in named.stderr) == (3, True)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_again_still_follows(result: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path,
        result,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copy(tmp_path / result.name, result)
    answer = verified(result)
    assert (answer["follows"], answer["identical"], answer["edited"]) == (True, False, [])
