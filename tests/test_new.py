"""`cadre new`: an office folder that works at once, and nothing ever written over."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.running import cadre
from tools.build_examples import FOLDER as EXAMPLE
from tools.build_templates import FOLDER as FORMS

from cadre_cli.office import read_office
from cadre_cli.pipeline.intake import sheet_kinds


def below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_folder_holds_settings_forms_and_every_template(tmp_path: Path) -> None:
    done = cadre("new", tmp_path / "xa")
    assert done.exit_code == 0
    templates = below(FORMS)
    at_top = ("danh-sach.xlsx", "danh-muc.xlsx")
    expected = {name if name in at_top else f"mau/{name}" for name in templates}
    made = below(tmp_path / "xa")
    assert set(made) == expected | {"cadre.toml"}
    assert made["mau/thang.xlsx"] == templates["thang.xlsx"]


def test_the_settings_are_read_as_they_stand(tmp_path: Path) -> None:
    name = 'UBND xã "Đồng\\Lim"\n'
    cadre("new", tmp_path, "--name", name)
    text = (tmp_path / "cadre.toml").read_text(encoding="utf-8")
    office, faults = read_office(text, "cadre.toml", sheet_kinds())
    assert faults == ()
    assert office is not None
    assert office.name == 'UBND xã "Đồng\\Lim"'
    # What stands there as a sample is right as soon as its # is taken away.
    shown = [
        line.removeprefix("# ") if " = " in line or line.startswith(("# ]", "#     {")) else line
        for line in text.splitlines()
    ]
    office, faults = read_office("\n".join(dict.fromkeys(shown)), "cadre.toml", sheet_kinds())
    assert [fault.said() for fault in faults] == []


def test_a_month_of_the_form_is_of_that_month_on_every_sheet(tmp_path: Path) -> None:
    assert cadre("new", tmp_path, "--period", "2026-03").exit_code == 0
    values = openpyxl.load_workbook(tmp_path / "2026" / "thang-03.xlsx", data_only=True)
    titles = [
        cell.value
        for page in values
        for row in page.iter_rows(max_row=6)
        for cell in row
        if str(cell.value).startswith("THÁNG")
    ]
    assert titles == ["THÁNG 3 NĂM 2026"] * 4
    formulas = openpyxl.load_workbook(tmp_path / "2026" / "thang-03.xlsx")
    assert formulas["Sự kiện"]["A5"].value == "='Giao việc và kết quả'!$A$5"
    assert formulas["Giao việc và kết quả"].data_validations.count > 0
    checked = cadre("check", tmp_path / "2026" / "thang-03.xlsx")
    assert (checked.exit_code, "Không có lỗi nào." in checked.stdout) == (0, True)


def test_nothing_is_written_over_and_the_next_month_is_added(tmp_path: Path) -> None:
    cadre("new", tmp_path, "--period", "2026-03")
    (tmp_path / "danh-sach.xlsx").write_bytes(b"what the office wrote")
    before = below(tmp_path)
    done = cadre("new", tmp_path, "--period", "2026-04")
    assert done.exit_code == 0
    assert "Đã có, giữ nguyên" in done.stderr
    after = below(tmp_path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"2026/thang-04.xlsx"}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = cadre("new", tmp_path / "xa", "--period", "2026-03", "--dry-run")
    assert done.exit_code == 0
    assert "2026/thang-03.xlsx" in done.stderr.replace("\\", "/")
    assert not (tmp_path / "xa").exists()


def test_the_demo_is_the_example_as_it_was_built(tmp_path: Path) -> None:
    assert cadre("new", tmp_path / "thu", "--demo").exit_code == 0
    assert below(tmp_path / "thu") == {
        name: data for name, data in below(EXAMPLE).items() if not name.startswith("ket-qua/")
    }
    assert cadre("score", tmp_path / "thu" / "2026" / "thang-04.xlsx").exit_code == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ("--period", "2026-Q1"),
        ("--period", "tháng ba"),
        ("--demo", "--period", "2026-03"),
        ("--demo", "--name", "UBND xã A"),
    ],
)
def test_wrong_usage_makes_nothing(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    assert cadre("new", tmp_path / "xa", *wrong).exit_code == 2
    assert not (tmp_path / "xa").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "xa").write_text("x", encoding="utf-8")
    assert cadre("new", tmp_path / "xa").exit_code == 2
    assert (tmp_path / "xa").read_text(encoding="utf-8") == "x"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    done = cadre("new", tmp_path / "tep" / "xa")
    assert done.exit_code == 4
    assert "Không lưu được" in done.stderr
