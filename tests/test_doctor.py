"""`cadre doctor`, and the note that a workbook is open."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests import offices
from tests.running import cadre


def examined(folder: Path) -> dict[str, Any]:
    data = json.loads(cadre("doctor", folder, "--json").stdout)
    assert data["schema"] == "cadre.doctor/1"
    return {point["key"]: point for point in data["points"]}


def test_a_folder_without_anything_lacks_nothing_that_is_needed(tmp_path: Path) -> None:
    done = cadre("doctor", tmp_path)
    assert done.exit_code == 0, done.output
    assert "Không thiếu gì." in done.stdout
    assert "nd335-2025  " in done.stdout
    assert "có hiệu lực từ 01/01/2026" in done.stdout
    points = examined(tmp_path)
    assert (points["configuration"]["state"], points["library.xlsxwriter"]["state"]) == (
        "note",
        "fine",
    )
    assert str(tmp_path / "so-danh-gia.sqlite") in points["ledger"]["value"]
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_is_said_with_its_remedy_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "cadre.toml").write_text('[files]\nroster = "ds.xlsx"\n', encoding="utf-8")
    (tmp_path / "so-danh-gia.sqlite").write_bytes(b"no ledger")
    done = cadre("doctor", tmp_path)
    assert done.exit_code == 1
    points = examined(tmp_path)
    assert {key for key, point in points.items() if point["state"] == "lacking"} == {
        "roster",
        "ledger",
    }
    (tmp_path / "cadre.toml").write_text("[office]\ntên = 'x'\n", encoding="utf-8")
    done = cadre("doctor", tmp_path)
    assert (done.exit_code, "dòng 2" in done.stdout) == (1, True)


def test_the_offices_own_rules_are_listed(tmp_path: Path) -> None:
    source = Path("examples/xa-khe-vau")
    for name in ("cadre.toml", "quy-dinh-cua-xa.toml"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    data = json.loads(cadre("doctor", tmp_path, "--json").stdout)
    listed = {each["id"] for each in data["rule_sets"]}
    assert listed > {"nd335-2025", "qd1240"}
    assert len(listed) > len(json.loads(cadre("doctor", "--json").stdout)["rule_sets"])


def test_forms_still_blank_are_named(tmp_path: Path) -> None:
    assert cadre("new", tmp_path / "xa", "--name", "UBND xã Đá").exit_code == 0
    done = cadre("doctor", tmp_path / "xa")
    assert done.stdout.count("mẫu chưa điền → ") == 2
    assert "Không thiếu gì để chạy; mẫu chưa điền" in done.stdout


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert cadre("doctor", tmp_path / "khong-co").exit_code == 2


@pytest.mark.parametrize("lock", ["~$thang-03.xlsx", ".~lock.thang-03.xlsx#"])
def test_a_workbook_that_is_open_is_noted_and_the_result_is_the_same(
    tmp_path: Path, lock: str
) -> None:
    march = offices.month(tmp_path / "thang-03.xlsx")
    cadre("score", march)
    result = tmp_path / "ket-qua" / "thang-03.ket-qua.xlsx"
    before = result.read_bytes()
    march.with_name(lock).write_bytes(b"\x05Nguoi dung")
    outcomes = json.loads(cadre("check", march, "--json").stdout)["outcomes"]
    assert [
        (outcome["period"], each["file"], each["sheet"])
        for outcome in outcomes
        for each in outcome["findings"]
        if each["code"] == "T12"
    ] == [(None, march.as_posix(), None)]
    done = cadre("score", tmp_path)
    assert (done.exit_code, lock in done.stderr) == (0, True)
    assert examined(tmp_path)["open"]["value"].endswith("thang-03.xlsx")
    assert cadre("score", march).exit_code == 0
    assert result.read_bytes() == before


def test_a_workbook_that_nobody_has_open_is_not_noted(tmp_path: Path) -> None:
    march = offices.month(tmp_path / "thang-03.xlsx")
    march.with_name("~$thang-04.xlsx").write_bytes(b"")
    assert "T12" not in cadre("check", march).stdout
