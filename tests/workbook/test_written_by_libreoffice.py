"""What LibreOffice makes of a workbook, read beside the workbook itself (`make slow`)."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from cadre_cli.domain.grid import Cell, NoValue, Value, Workbook
from cadre_cli.workbook.read import read

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
FORMATS = {
    "xls": "xls",
    "ods": "ods",
    "fods": "fods",
    "csv": "csv:Text - txt - csv (StarCalc):59,34,76,1",
}
Seen = dict[tuple[str, int, int], tuple[Value, str | None]]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("libreoffice") / "thang-03.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet, hidden = book.add_worksheet("Giao việc"), book.add_worksheet("Danh mục")
    hidden.hide()
    hidden.write("A1", "mã")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:D1", "KẾT QUẢ THÁNG 3 NĂM 2026")
    sheet.write_row("A2", ["STT", "Nội dung\ncông việc", "Điểm", "Hạn"])
    sheet.write_row("A3", [1, "Họp & giao ban <2>", 70.958333])
    sheet.write_datetime("D3", datetime(2026, 3, 5), day)
    sheet.write("B4", "Hä vµ tªn", book.add_format({"font_name": ".VnTime"}))
    sheet.write("C4", 0.5, book.add_format({"num_format": "0.0%"}))
    sheet.write_datetime("D4", datetime(2026, 3, 5, 7, 30), day)
    sheet.write_formula("A5", "=1/0", None, "#DIV/0!")
    sheet.write_formula("B5", "=B3", None, "Họp & giao ban <2>")
    sheet.write_formula("C5", "=C3*2", None, 141.916666)
    sheet.write_formula("D5", "=A3-1", None, 0)
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_column("D:D", None, None, {"hidden": True})
    book.close()
    return path


@pytest.fixture(scope="module")
def converted(original: Path) -> Callable[[str], Workbook]:
    def convert(kind: str) -> Workbook:
        folder = original.parent / kind
        profile = f"-env:UserInstallation={(original.parent / 'profile').as_uri()}"
        command = [str(OFFICE), "--headless", profile, "--convert-to", FORMATS[kind], "--outdir"]
        subprocess.run([*command, folder, original], check=True, capture_output=True, timeout=180)
        return opened(folder / f"thang-03.{kind}")

    return convert


def opened(path: Path) -> Workbook:
    workbook, _ = read(path.read_bytes(), path.name)
    assert workbook is not None
    return workbook


def seen(workbook: Workbook) -> Seen:
    return {
        (grid.sheet, row, column): (cell.value, cell.font)
        for grid in workbook.grids
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


@pytest.mark.parametrize("kind", ["xls", "ods", "fods"])
def test_values_fonts_merges_and_what_is_hidden_are_the_same(
    kind: str, original: Path, converted: Callable[[str], Workbook]
) -> None:
    ours, theirs = opened(original), converted(kind)
    wanted = seen(ours)
    if kind == "xls":  # LibreOffice stores 0 for a formula's text as it does for a formula's 0
        wanted["Giao việc", 5, 2] = wanted["Giao việc", 5, 4] = (NoValue.NO_STORED_VALUE, "Calibri")

    assert seen(theirs) == wanted
    for own, other in zip(ours.grids, theirs.grids, strict=True):
        assert set(other.merges) == set(own.merges)
        assert (other.hidden_rows, other.hidden_columns) == (own.hidden_rows, own.hidden_columns)
        assert other.visibility is own.visibility


def test_a_csv_file_has_what_shows(converted: Callable[[str], Workbook]) -> None:
    (grid,) = converted("csv").grids

    assert grid.rows[3] == {
        1: Cell("1"),
        2: Cell("Họp & giao ban <2>"),
        3: Cell("70.958333"),
        4: Cell("05/03/2026"),
    }
