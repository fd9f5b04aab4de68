"""Formats of which no copy can be made: it is said why and what to do, and nothing is lost."""

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import openpyxl
import pytest
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from tests import offices
from tests.running import cadre
from tests.workbook.containers import WRITERS

from cadre_cli.cli.words import LISTED_INSTEAD

PASSWORD = "Bí mật 123"
AS_XLSX = "mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi chạy lại thì được"
FORMATS = {
    "a.xls": ("xls", f"tệp ở định dạng Excel 97-2003 (.xls); {AS_XLSX}"),
    "b.xlsb": ("xlsb", f"tệp ở định dạng Excel Binary Workbook (.xlsb); {AS_XLSX}"),
    "c.ods": ("ods", f"tệp ở định dạng OpenDocument (.ods); {AS_XLSX}"),
    "d.xls": ("html", f"tệp thực ra là trang web (HTML); {AS_XLSX}"),
    "e.xls": ("xml", f"tệp ở định dạng XML Spreadsheet 2003; {AS_XLSX}"),
    "f.csv": ("csv", f"tệp là văn bản hoặc CSV; {AS_XLSX}"),
    "g.tsv": ("tsv", f"tệp là văn bản hoặc CSV; {AS_XLSX}"),
    "h.xlsx": ("locked", "tệp có mật khẩu mở; bỏ mật khẩu trong Excel rồi chạy lại"),
}


def written(kind: str, number: int) -> bytes:
    """A month's tasks, one of them with two owners, in a format."""
    two = offices.task(f"Họp {number}", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1)
    rows = [
        [each.strftime("%d/%m/%Y") if isinstance(each, date) else str(each or "") for each in row]
        for row in offices.tasks_sheet([two])
    ]
    if kind == "tsv":
        return "\n".join("\t".join(row) for row in rows).encode()
    if kind == "locked":
        book = BytesIO(WRITERS["xlsx"](rows))
        with ZipFile(book, "a") as archive:  # a compound file keeps small streams otherwise
            archive.writestr("xl/media/dau.png", Random(1).randbytes(8_000))
        return bytes(ECMA376Agile.encrypt(PASSWORD, BytesIO(book.getvalue())))
    return WRITERS[kind](rows)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "2026" / "thang-03"
    folder.mkdir(parents=True)
    for number, (name, (kind, _)) in enumerate(FORMATS.items(), 1):
        (folder / name).write_bytes(written(kind, number))
    (tmp_path / "mat-khau.txt").write_text(PASSWORD, encoding="utf-8")
    return folder


def asked(office: Path) -> tuple[object, ...]:
    return office, "--password-file", office.parents[1] / "mat-khau.txt", "--out", office / "ra"


def test_what_cannot_be_marked_gets_its_findings_in_a_workbook(office: Path) -> None:
    done = cadre("check", *asked(office), "--annotate")
    assert done.exit_code == 1
    for name, (_, why) in FORMATS.items():
        assert f"Không đánh dấu được “{name}”: {why}." in done.stderr
    assert done.stderr.count(LISTED_INSTEAD.vi) == len(FORMATS)
    stems = [name.partition(".")[0] for name in FORMATS]
    assert sorted(p.name for p in (office / "ra").iterdir()) == [
        f"{stem}.kiem-tra.xlsx" for stem in stems
    ]
    page = openpyxl.load_workbook(office / "ra" / "f.kiem-tra.xlsx").worksheets[0]
    assert "G02" in [cell.value for row in page for cell in row]


def test_what_cannot_be_filled_gets_its_results_in_a_workbook(office: Path) -> None:
    done = cadre("score", *asked(office), "--write-back")
    assert done.exit_code == 1
    for name, (_, why) in FORMATS.items():
        assert f"Không điền được vào “{name}”: {why}. Kết quả vẫn có" in done.stderr
    assert [p.name for p in (office / "ra").iterdir()] == ["2026-03.ket-qua.xlsx"]


def test_without_the_password_a_locked_workbook_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "thang-03.xlsx"
    path.write_bytes(written("locked", 1))
    for command in (("check", path, "--annotate"), ("score", path, "--write-back")):
        done = cadre(*command)
        assert done.exit_code == 3
        assert "T02 LỖI" in done.stdout + done.stderr
        assert not (tmp_path / "ket-qua").exists()


def test_of_two_equal_files_the_one_called_a_draft_is_left_out(tmp_path: Path) -> None:
    """A CSV file's name is its sheet's: the draft came first and took the other along."""
    for name in ("Giao việc - bỏ.csv", "Phòng Kinh tế.csv"):
        (tmp_path / name).write_bytes(written("csv", 1))
    told = cadre("check", tmp_path, "--period", "2026-03").stdout
    assert "G02 LỖI  Phòng Kinh tế.csv" in told.replace(f"{tmp_path}/", "")
