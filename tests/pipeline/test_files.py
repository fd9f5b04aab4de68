"""Which files are read for which office, and that a result is never lost or half-written."""

from pathlib import Path

import pytest
import xlsxwriter

from cadre_cli.pipeline.files import Input, OfficeFiles, WrongConfiguration, gather, read_input
from cadre_cli.pipeline.safe_writing import write_safely
from cadre_cli.workbook.sniff import Unreadable

KINDS = {"tasks": ("owner", "content"), "roster": ("name",)}


def touch(path: Path, content: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def configured(folder: Path, text: str = '[office]\nname = "UBND xã Đồng Lim"\n') -> None:
    touch(folder / "cadre.toml", text.encode())


def names(files: OfficeFiles) -> list[str]:
    return [each.name for each in files.inputs]


def own(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
        book.set_custom_property("cadre", "1")
    return path


def test_a_folder_is_searched_without_locks_hidden_files_and_own_results(tmp_path: Path) -> None:
    configured(tmp_path)
    for name in ("2026/thang-03.xlsx", "2026/b/thang-04.xls", "~$thang-03.xlsx", ".an/x.xlsx"):
        touch(tmp_path / name)
    for name in ("ket-qua/thang-03.ket-qua.xlsx", "thang-03.ket-qua.xlsx", "doc.docx"):
        touch(tmp_path / name)
    (files,) = gather([tmp_path], KINDS)
    assert names(files) == ["2026/b/thang-04.xls", "2026/thang-03.xlsx"]
    assert (files.office.name, files.folder) == ("UBND xã Đồng Lim", tmp_path)


def test_one_file_brings_the_roster_and_catalogue_of_its_office(tmp_path: Path) -> None:
    configured(tmp_path)
    month = touch(tmp_path / "2026" / "thang-03.xlsx")
    touch(tmp_path / "danh-sach.xlsx")
    touch(tmp_path / "danh-muc.xlsx")
    (files,) = gather([month], KINDS)
    assert [each.path.name for each in files.inputs] == ["thang-03.xlsx"]
    assert [each.path.name for each in files.shared] == ["danh-sach.xlsx", "danh-muc.xlsx"]


def test_a_roster_that_cadre_toml_names_must_be_there(tmp_path: Path) -> None:
    configured(tmp_path, '[files]\nroster = "can-bo.xlsx"\n')
    (files,) = gather([touch(tmp_path / "thang-03.xlsx")], KINDS)
    assert [type(finding) for finding in files.missing] == [Unreadable]


def test_a_tree_with_one_cadre_toml_per_office_is_several_offices(tmp_path: Path) -> None:
    for commune in ("xa-a", "xa-b"):
        configured(tmp_path / commune, f'[office]\nname = "{commune}"\n')
        touch(tmp_path / commune / "thang-03.xlsx")
    offices = gather([tmp_path], KINDS)
    assert [files.office.name for files in offices] == ["xa-a", "xa-b"]


def test_ignored_patterns_hold_for_folders_but_not_for_a_file_named_outright(
    tmp_path: Path,
) -> None:
    configured(tmp_path, '[files]\nignore = ["cu/**"]\n')
    old = touch(tmp_path / "cu" / "thang-01.xlsx")
    touch(tmp_path / "thang-03.xlsx")
    (files,) = gather([tmp_path], KINDS)
    assert names(files) == ["thang-03.xlsx"]
    (files,) = gather([old], KINDS)
    assert [each.path for each in files.inputs] == [old]


@pytest.mark.parametrize("path", ["khong-co.xlsx", "khong-co", "."])
def test_a_path_without_a_workbook_is_a_finding_not_an_exception(tmp_path: Path, path: str) -> None:
    (files,) = gather([tmp_path / path], KINDS)
    (each,) = files.inputs
    assert isinstance(read_input(each), Unreadable)


@pytest.mark.parametrize("lock", ["~$Bang diem.xlsx", "~$ng diem.xlsx"])
def test_a_lock_file_named_outright_is_told_as_such(tmp_path: Path, lock: str) -> None:
    (tmp_path / "Bang diem.xlsx").touch()
    (tmp_path / lock).touch()
    told = read_input(Input(tmp_path / lock, lock))
    assert isinstance(told, Unreadable)
    assert "tệp khóa Excel" in told.said()
    assert told.remedy() == "Chỉ tệp “Bang diem.xlsx” thay cho tệp này."


def test_a_wrong_cadre_toml_names_file_line_and_the_word_meant(tmp_path: Path) -> None:
    configured(tmp_path, '[office]\nname = "UBND xã Đồng Lim"\nsuperrior = "x"\n')
    with pytest.raises(WrongConfiguration, match=r"cadre\.toml, dòng 3: .*superior"):
        gather([touch(tmp_path / "thang-03.xlsx")], KINDS)


def test_a_decision_on_an_option_that_does_not_exist_names_its_line(tmp_path: Path) -> None:
    decision = '[decisions]\ndeduction_on = { option = "lines", document = "QĐ 12" }\n'
    configured(tmp_path, decision)
    with pytest.raises(WrongConfiguration, match=r"dòng 2: .*deduction_on"):
        gather([touch(tmp_path / "thang-03.xlsx")], KINDS)


def test_a_result_replaces_the_result_of_an_earlier_run(tmp_path: Path) -> None:
    target = own(tmp_path / "thang-03.ket-qua.xlsx")
    assert write_safely(target, b"new").path == target
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_file_that_cadre_did_not_write_is_left_alone(tmp_path: Path) -> None:
    target = touch(tmp_path / "thang-03.ket-qua.xlsx", b"the clerk's own")
    written = write_safely(target, b"new")
    assert (written.path.name, written.why) == ("thang-03(2).ket-qua.xlsx", "not ours")
    assert target.read_bytes() == b"the clerk's own"


def test_a_folder_where_the_result_should_lie_is_named_as_such(tmp_path: Path) -> None:
    target = tmp_path / "thang-03.ket-qua.xlsx"
    target.mkdir()
    written = write_safely(target, b"new")
    assert (written.path.name, written.why) == ("thang-03(2).ket-qua.xlsx", "a folder")


def test_a_target_held_open_elsewhere_gets_a_second_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = own(tmp_path / "thang-03.ket-qua.xlsx")
    before = target.read_bytes()
    replace = Path.replace

    def held(source: Path, place: Path) -> Path:
        if place == target:
            raise PermissionError(13, "held by Excel")
        return replace(source, place)

    monkeypatch.setattr(Path, "replace", held)
    written = write_safely(target, b"new")
    assert (written.path.name, written.why) == ("thang-03(2).ket-qua.xlsx", "open elsewhere")
    assert (target.read_bytes(), written.path.read_bytes()) == (before, b"new")
    assert len(list(tmp_path.iterdir())) == 2  # no temporary file is left behind


def test_colleagues_may_open_the_result(tmp_path: Path) -> None:
    result = write_safely(tmp_path / "thang-03.ket-qua.xlsx", b"new").path
    other = touch(tmp_path / "other")
    assert result.stat().st_mode == other.stat().st_mode


def test_a_folder_that_cannot_be_written_sends_the_result_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = touch(tmp_path / "ket-qua")  # a file stands where the folder should be
    elsewhere = tmp_path / "here"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    written = write_safely(blocked / "thang-03.ket-qua.xlsx", b"new")
    assert written.path == elsewhere / "thang-03.ket-qua.xlsx"
    assert written.instead_of == blocked / "thang-03.ket-qua.xlsx"
    assert (written.path.read_bytes(), written.why) == (b"new", "not writable")
