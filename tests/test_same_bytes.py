"""The same input, rules and options give the same bytes: in any process, order and number of jobs."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests import offices
from tests.running import cadre

from cadre_cli.reports.kinds import REPORTS


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two months, one of them in two workbooks, with findings of many kinds."""
    folder = tmp_path / "xa"
    tasks = [
        *offices.TASKS,
        offices.task("Họp", "Nguyễn Văn An; Trần Thị Bình", 1, 1, 1),
        offices.task("Tiếp dân", "Người Lạ", 1, 1, 1, **{"Người đánh giá": None}),
    ]
    offices.month(folder / "thang-03.xlsx", Giao_việc=offices.tasks_sheet(tasks))
    offices.workbook(
        folder / "thang-03-bo-sung.xlsx",
        {"Giao việc": offices.tasks_sheet([offices.task("Bổ sung", "Trần Thị Bình", 2, 2, 1)])},
    )
    common = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *offices.COMMON[1:]]
    offices.month(
        folder / "thang-04.xlsx", Giao_việc=offices.tasks_sheet(month=4), Tiêu_chí_chung=common
    )
    return folder


def written(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


EVERYTHING = (
    ("score", "{office}", "--json", "--write-back", "--report", ",".join(REPORTS), "--out", "{out}"),
    ("check", "{office}", "--json", "--annotate", "--out", "{out}/danh-dau"),
    ("compare", "xa/thang-03.xlsx", "--choice", "deduction_on=line", "--json", "--out", "{out}/s.xlsx"),
    ("verify", "{out}/2026-03.ket-qua.xlsx", "--json", "--sources", "{office}"),
)  # fmt: skip
DRIVER = """
import sys
from typer.testing import CliRunner
from cadre_cli.cli.app import app
for line in sys.argv[1:]:
    done = CliRunner().invoke(app, line.split("|"))
    print(done.exit_code, done.stdout)
"""


def in_a_process(
    folder: Path, out: str, seed: str, jobs: str, office: str, language: str
) -> tuple[str, dict[str, str]]:
    """Every command that writes or prints data, run in an interpreter of its own."""
    lines = ["|".join(word.format(out=out, office=office) for word in line) for line in EVERYTHING]
    lines = [f"{line}|--jobs|{jobs}" if "verify" not in line else line for line in lines]
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, *lines],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": f"UTC{seed[0]}",
            "LC_ALL": language,
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.replace(out, "OUT"), written(folder / out)


def test_other_hashes_language_and_time_zone_more_jobs_and_another_way_to_the_folder_change_no_byte(
    office: Path,
) -> None:
    one = in_a_process(office.parent, "ra-1", "1", "1", "xa", "C")
    other = in_a_process(office.parent, "ra-2", "4242", "2", str(office), "vi_VN.UTF-8")
    assert len(one[1]) > len(REPORTS)
    assert one[1] == other[1]
    assert one[0] == other[0]


def test_the_order_in_which_files_are_named_changes_no_byte(office: Path) -> None:
    names = [office / name for name in ("thang-03.xlsx", "thang-03-bo-sung.xlsx", "thang-04.xlsx")]
    first = cadre("score", *names, "--json", "--out", office / "a").stdout
    second = cadre("score", *reversed(names), "--json", "--out", office / "b").stdout
    assert written(office / "a") == written(office / "b")
    assert first == second


def test_nothing_in_a_result_tells_when_or_where_it_was_made(office: Path) -> None:
    cadre("score", office / "thang-04.xlsx", "--quiet")
    result = office / "ket-qua" / "thang-04.ket-qua.xlsx"
    with zipfile.ZipFile(result) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core)) == {"2026-04-30T00:00:00Z"}


def test_however_a_file_is_named_its_results_are_the_same_and_verified(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workbooks name it from the office's folder; what is printed names it as it was typed."""
    (office / "cadre.toml").write_text('[office]\nname = "UBND xã Đồng Lim"\n', encoding="utf-8")
    monkeypatch.chdir(office)
    found = {}
    for way in (office / "thang-03.xlsx", Path("thang-03.xlsx"), Path("../xa/thang-03.xlsx")):
        out = office / f"out{len(found)}"
        scored = cadre("score", way, "--json", "--out", out).stdout
        assert f'"file": "{way.as_posix()}"' in scored
        cadre("explain", way, "--who", "Trần Thị Bình", "--out", out / "binh.xlsx")
        found[way] = written(out)
    first, *others = found.values()
    assert set(first) == {"binh.xlsx", "thang-03.ket-qua.xlsx"}
    assert others == [first, first]
    done = cadre("verify", office / "out0" / "thang-03.ket-qua.xlsx")
    assert (done.exit_code, "thang-03.xlsx: như cũ\n" in done.stdout) == (0, True), done.stdout
    assert "từng byte" in done.stdout
