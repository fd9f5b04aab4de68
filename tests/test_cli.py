"""The command line as its users and their scripts meet it: exit codes, wording, JSON."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests import offices, villages
from tests.running import cadre

from cadre_cli.cli.app import app


def answer(*arguments: object) -> Any:
    return json.loads(cadre(*arguments, "--json").stdout)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def march(tmp_path: Path) -> Path:
    return offices.month(tmp_path / "thang-03.xlsx")


def test_score_shows_everyone_and_writes_the_result(march: Path) -> None:
    done = cadre("score", march)
    assert done.exit_code == 0, done.stderr
    assert "70,96" in done.stdout
    assert "HTXS" in done.stdout
    assert (march.parent / "ket-qua" / "thang-03.ket-qua.xlsx").is_file()
    assert "thang-03.ket-qua.xlsx" in done.stderr


def test_the_json_of_score_is_that_of_the_contract(march: Path) -> None:
    data = answer("score", march, "--dry-run")
    (outcome,) = data["outcomes"]
    assert data["schema"] == "cadre.score/1"
    assert (outcome["office"], outcome["period"]) == ("UBND XÃ ĐỒNG LIM", "2026-03")
    assert outcome["sources"] == [{"file": march.as_posix(), "sha256": sha256(march)}]
    people = {person["name"]: person for person in outcome["people"]}
    an = people["Nguyễn Văn An"]
    assert an["parts"] == {"a": "0.6428571429", "b": "0.6339285714", "c": "0.6071428571"}
    assert (an["common"], an["result"], an["total"]) == ("27", "0.6279761905", "70.9583333333")
    assert (an["grade"], an["not_rated"], an["rule_set"]) == ("HTT", None, "nd335-2025")
    head = people["Lê Văn Cả"]
    assert head["leader"] is True
    assert (head["parts"]["d"], head["parts"]["dd"], head["total"]) == ("1", "1", "98")
    assert (people["Phạm Văn Chủ"]["grade"], people["Phạm Văn Chủ"]["total"]) == (None, None)


def test_the_json_of_check_has_no_people(march: Path) -> None:
    data = answer("check", march)
    assert data["schema"] == "cadre.check/1"
    assert "people" not in data["outcomes"][0]


def test_an_error_finding_is_exit_code_1_with_cell_remedy_and_both_names(tmp_path: Path) -> None:
    tasks = [*offices.TASKS, offices.task("Họp", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1)]
    path = offices.month(tmp_path / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    done = cadre("check", path)
    assert done.exit_code == 1
    assert "G02 LỖI" in done.stdout
    assert "“Giao việc” › D10: Việc “Họp”" in done.stdout
    assert "Nguyễn Văn An, Trần Thị Bình" in done.stdout
    found = [f for f in answer("check", path)["outcomes"][0]["findings"] if f["code"] == "G02"]
    assert [(f["sheet"], f["cell"], f["severity"]) for f in found] == [
        ("Giao việc", "D10", "error")
    ]


@pytest.mark.parametrize("content", [None, b"", b"Gui cac thon\nHan nop\n", b"PK\x03\x04broken"])
def test_an_unreadable_file_is_exit_code_3_and_the_others_are_still_done(
    march: Path, content: bytes | None
) -> None:
    broken = march.with_name("hong.xlsx")
    if content is not None:
        broken.write_bytes(content)
    done = cadre("score", broken, march)
    assert done.exit_code == 3
    assert "T01" in done.stderr
    assert "Traceback" not in done.output
    assert "70,96" in done.stdout


def test_a_workbook_without_a_known_table_is_read_but_an_error(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "khac.xlsx", {"Trang 1": [["thu", "chi"], [1, 2]]})
    done = cadre("check", path)
    assert (done.exit_code, "B01 LỖI" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["score"],
        ["score", "x.xlsx", "--period", "tháng 3"],
        ["score", "x.xlsx", "--as-of", "hôm nay"],
        ["score", "x.xlsx", "--rules", "nd999"],
        ["score", "x.xlsx", "--lang", "fr"],
        ["rules", "show", "nd999"],
        ["rules", "finding", "Z99"],
        ["khong-co-lenh"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert cadre(*arguments).exit_code == 2


def test_a_wrong_cadre_toml_stops_with_file_and_line(march: Path) -> None:
    (march.parent / "cadre.toml").write_text("[office]\ntên = 'x'\n", encoding="utf-8")
    done = cadre("score", march)
    assert done.exit_code == 2
    assert "dòng 2" in done.stderr


def test_a_fault_of_the_program_in_one_file_is_exit_code_4_and_the_rest_is_done(
    march: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cadre_cli.pipeline import intake

    read = intake.read

    def failing(data: bytes, name: str, password: str | None) -> object:
        if "hai" in name:
            raise RuntimeError("a bug of ours")
        return read(data, name, password)

    monkeypatch.setattr(intake, "read", failing)
    other = offices.month(march.with_name("hai.xlsx"))
    done = cadre("score", march, other)
    assert done.exit_code == 4
    report = next(word for word in done.stderr.split() if "cadre-loi" in word).strip(".,")
    assert "a bug of ours" in Path(report).read_text(encoding="utf-8")
    assert "Traceback" not in done.output
    assert "70,96" in done.stdout


def test_explain_walks_from_the_total_to_cells_and_passages(march: Path) -> None:
    done = cadre("explain", march, "--who", "nguyễn văn an")
    assert done.exit_code == 0, done.output
    assert "Tổng điểm = 70,9583…" in done.stdout
    assert "['Giao việc'!J5]" in done.stdout
    assert "Điều 14 khoản 2 điểm b" in done.stdout
    data = answer("explain", march, "--who", "Nguyễn Văn An")
    (root,) = data["explanations"][0]["steps"]
    assert (root["key"], root["exact"]) == ("total", "1703/24")


def test_explain_does_not_guess_whom_is_meant(march: Path) -> None:
    done = cadre("explain", march, "--who", "Nguyễn Văn Anh")
    assert done.exit_code == 2
    assert "Gần giống: Nguyễn Văn An" in done.stderr


def test_inspect_says_what_each_sheet_was_taken_for(march: Path) -> None:
    data = answer("inspect", march)
    assert [(sheet["sheet"], sheet["kind"]) for sheet in data["sheets"]] == [
        ("Danh sách", "roster"),
        ("Giao việc", "tasks"),
        ("Tiêu chí chung", "common"),
    ]
    owner = data["sheets"][1]["columns"]["owner"]
    assert (owner["cell"], owner["how"]) == ("D4", "exact")
    said = cadre("inspect", march).stdout
    assert "  D4  Người thực hiện → Người thực hiện [owner] (đúng chữ)" in said
    assert '\nowner = ["Người thực hiện"]  # Người thực hiện\n' in said


def test_rules_are_listed_shown_and_every_finding_has_its_page() -> None:
    assert "nd335-2025" in cadre("rules", "list").stdout
    assert "nd335-2025" not in cadre("rules", "list", "--on", "2025-12-31").stdout
    assert "deduction_on = unit" in cadre("rules", "show", "nd335-2025").stdout
    assert "một đầu mối" in cadre("rules", "finding", "g02").stdout
    assert len(answer("rules", "finding")["findings"]) > 40


def test_a_mistyped_code_is_met_with_codes_like_it() -> None:
    assert "Có phải: G02?" in cadre("rules", "finding", "g2").stderr
    assert "G01, G02, G03" in cadre("rules", "finding", "G99").stderr
    assert "cadre rules finding" in cadre("rules", "finding", "?").stderr


def test_a_page_says_that_its_meaning_is_in_vietnamese() -> None:
    english = cadre("rules", "finding", "G02", "--lang", "en").stdout
    assert english.startswith("(Meaning, law and examples are in Vietnamese.)")


def test_english_is_spoken_on_request(tmp_path: Path) -> None:
    tasks = [*offices.TASKS, offices.task("Họp", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1)]
    path = offices.month(tmp_path / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    assert "G02 ERROR" in cadre("check", path, "--lang", "en").stdout


def test_quiet_keeps_the_errors(tmp_path: Path) -> None:
    tasks = [*offices.TASKS, offices.task("Họp", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1)]
    path = offices.month(tmp_path / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    done = cadre("score", path, "--quiet")
    assert "G02" in done.stderr
    assert "X06" not in done.stderr


def test_dry_run_says_what_would_be_written_and_writes_nothing(march: Path) -> None:
    done = cadre("score", march, "--dry-run")
    assert "thang-03.ket-qua.xlsx" in done.stderr
    assert sorted(path.name for path in march.parent.iterdir()) == ["thang-03.xlsx"]


def test_own_results_are_not_taken_for_input(march: Path) -> None:
    cadre("score", march)
    copy = march.with_name("chep.xlsx")
    copy.write_bytes((march.parent / "ket-qua" / "thang-03.ket-qua.xlsx").read_bytes())
    data = answer("score", march.parent, "--dry-run")
    assert [len(outcome["sources"]) for outcome in data["outcomes"]] == [1]


def test_a_download_copy_is_read_once(march: Path) -> None:
    march.with_name("thang-03 (1).xlsx").write_bytes(march.read_bytes())
    data = answer("score", march.parent, "--dry-run")
    people = [p for o in data["outcomes"] for p in o["people"] if p["name"] == "Nguyễn Văn An"]
    assert [person["total"] for person in people] == ["70.9583333333"]


def test_a_period_the_file_does_not_state_is_asked_for(tmp_path: Path) -> None:
    sheet = offices.tasks_sheet()
    sheet[1] = ["GIAO VIỆC VÀ KẾT QUẢ"]
    common = [["ĐIỂM TIÊU CHÍ CHUNG"], *offices.COMMON[1:]]
    path = offices.month(tmp_path / "bang.xlsx", Giao_việc=sheet, Tiêu_chí_chung=common)
    codes = [f["code"] for o in answer("check", path)["outcomes"] for f in o["findings"]]
    assert "B06" in codes
    data = answer("score", path, "--period", "2026-03", "--dry-run")
    assert data["outcomes"][0]["period"] == "2026-03"


def test_the_input_is_the_same_after_every_command(march: Path) -> None:
    before = sha256(march)
    for command in (
        ["check", march],
        ["score", march],
        ["explain", march, "--who", "Nguyễn Văn An"],
        ["inspect", march],
        ["check", march, "--json"],
        ["score", march, "--json", "--out", march.parent / "x"],
    ):
        cadre(*command)
        assert sha256(march) == before, command


def test_the_same_input_gives_the_same_bytes(march: Path) -> None:
    result = march.parent / "ket-qua" / "thang-03.ket-qua.xlsx"
    first_json = cadre("score", march, "--json").stdout
    first = sha256(result)
    assert cadre("score", march, "--json").stdout == first_json
    assert sha256(result) == first


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    for month in range(1, 5):
        rows = offices.tasks_sheet(month=month)
        offices.month(tmp_path / f"{month:02d}.xlsx", Giao_việc=rows)
    one = cadre("check", tmp_path, "--json").stdout
    assert cadre("check", tmp_path, "--json", "--jobs", "2").stdout == one


@pytest.mark.parametrize(
    ("encoding", "extra"),
    [("cp1252", {}), ("cp1258", {"NO_COLOR": "1"}), ("utf-8", {}), ("ascii", {"NO_COLOR": "1"})],
)
def test_vietnamese_survives_any_console_encoding(
    march: Path, encoding: str, extra: dict[str, str]
) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", **extra}
    done = subprocess.run(
        [sys.executable, "-m", "cadre_cli", "score", march, "--dry-run"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert "Nguyễn Văn An" in done.stdout.decode("utf-8")
    assert b"\x1b[" not in done.stdout


def test_every_command_argument_and_option_tells_what_it_is() -> None:
    from typer.main import get_command

    def commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
        for word, each in getattr(command, "commands", {}).items():
            yield from commands(f"{name} {word}", each)
        yield name, command

    told = {
        (name, each.name): getattr(each, "help", None)
        for name, command in commands("cadre", get_command(app))
        for each in command.params
        if not each.name.endswith("_completion")
    }
    assert len(told) > 20
    assert {place for place, words in told.items() if not words} == set()
    assert all(command.help for name, command in commands("cadre", get_command(app)))


def test_sheets_about_villages_get_a_workbook_of_their_own(tmp_path: Path) -> None:
    villages.whole(tmp_path / "xa")
    done = cadre("score", tmp_path / "xa")
    assert done.exit_code == 1, done.stderr  # 2 sào: nobody knows how much that is
    assert "D16" in done.stdout + done.stderr
    written = sorted(path.name for path in (tmp_path / "xa" / "ket-qua").iterdir())
    assert written == ["thon-02.thon.xlsx", "thon-03.thon.xlsx"]
    again = cadre("score", tmp_path / "xa")  # what was written is not read again
    assert again.stdout == done.stdout


def test_villages_beside_a_month_of_people(march: Path) -> None:
    log = villages.visits("THÁNG 3 NĂM 2026", (date(2026, 3, 5), "Lê Văn Cả", "Thôn Đá"))
    offices.workbook(march.parent / "tham-thon.xlsx", {"Nhật ký": log})
    cadre("score", march.parent)
    written = sorted(path.name for path in (march.parent / "ket-qua").iterdir())
    assert written == ["2026-03.ket-qua.xlsx", "2026-03.thon.xlsx"]


def test_months_of_one_name_of_several_offices_do_not_replace_each_other(tmp_path: Path) -> None:
    for name in ("xa-1/thon", "xa-2/thon", "xa-3"):
        month = offices.month(tmp_path / "huyen" / name / "thang-03.xlsx")
        month.with_name("cadre.toml").write_text(f'[office]\nname = "{name}"\n')
    out = tmp_path / "chung"
    assert cadre("score", tmp_path / "huyen", "--report", "summary", "--out", out).exit_code == 0
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.xlsx")) == [
        "huyen-xa-3/thang-03.tong-hop.xlsx",
        "xa-1-thon/thang-03.tong-hop.xlsx",
        "xa-2-thon/thang-03.tong-hop.xlsx",
    ]


@pytest.mark.parametrize("command", ["score", "check"])
def test_the_working_folder_without_workbooks_is_told(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cadre(command, ".")
    assert done.exit_code == 3
    assert "trong thư mục không có bảng tính nào" in done.stdout + done.stderr
