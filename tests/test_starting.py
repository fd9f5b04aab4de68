"""A double-click, and workbooks dropped on the program: tried on a terminal that is not one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import offices

from cadre_cli.cli.starting import dropped_on, paths_in

pty = pytest.importorskip("pty", reason="Windows has no such terminal")

COMMANDS = frozenset({"check", "score"})


@pytest.fixture
def march(tmp_path: Path) -> Path:
    return offices.month(tmp_path / "Bảng tháng" / "thang 03.xlsx")


def typed(folder: Path, arguments: list[str], *lines: str) -> tuple[int, str]:
    """`cadre` on a terminal of its own, with these lines typed: exit code and what was shown."""
    above, below = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "TERM": "dumb"}
    program = subprocess.Popen(
        [sys.executable, "-m", "cadre_cli", *arguments],
        stdin=below,
        stdout=below,
        stderr=below,
        cwd=folder,
        env=environment,
        close_fds=True,
    )
    os.close(below)
    os.write(above, "".join(f"{line}\n" for line in lines).encode())
    shown = b""
    while True:
        try:
            part = os.read(above, 65536)
        except OSError:  # the other end has gone
            break
        if not part:
            break
        shown += part
    os.close(above)
    return program.wait(timeout=60), shown.decode("utf-8", "replace")


def test_without_an_argument_a_person_meets_a_menu_and_leaves_it_with_enter(march: Path) -> None:
    code, shown = typed(march.parent, [], "")
    assert code == 0
    assert "1  Kiểm tra bảng tính" in shown
    assert "Kéo tệp hoặc thư mục thả vào đây" in shown


def test_a_workbook_dropped_into_the_menu_is_checked_and_scored_when_asked(march: Path) -> None:
    code, shown = typed(march.parent, [], "7", f'"{march}"', "c", "")
    assert code == 0, shown
    assert "Không hiểu “7”" in shown
    assert "0 lỗi" in shown
    assert "70,96" in shown
    assert (march.parent / "ket-qua" / "thang 03.ket-qua.xlsx").is_file()


def test_workbooks_dropped_on_the_program_are_checked_and_nothing_is_written_unasked(
    march: Path,
) -> None:
    code, shown = typed(march.parent, [march.name], "")
    assert (code, "Chấm điểm luôn?" in shown) == (0, True)
    assert "70,96" not in shown
    assert [path.name for path in march.parent.iterdir()] == [march.name]


@pytest.mark.parametrize("arguments", [[], ["thang 03.xlsx"]])
def test_a_script_meets_what_it_always_met(march: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cadre_cli", *arguments],
        cwd=march.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Kéo tệp" not in done.stdout.decode() + done.stderr.decode()


def test_only_files_that_are_there_count_as_dropped(march: Path, tmp_path: Path) -> None:
    assert dropped_on([str(march)], COMMANDS) == [str(march)]
    assert dropped_on([str(march), "khong-co.xlsx"], COMMANDS) is None
    assert dropped_on(["check", str(march)], COMMANDS) is None
    assert dropped_on(["--version"], COMMANDS) is None


def test_a_line_of_dropped_files_is_read_as_every_terminal_writes_it(march: Path) -> None:
    other = march.with_name("b.xlsx")
    other.write_bytes(b"")
    assert paths_in(str(march)) == [str(march)]
    assert paths_in(f'"{march}" {other}'.replace(str(other), f'"{other}"')) == [
        str(march),
        str(other),
    ]
    assert paths_in(f"'{march}'") == [str(march)]
    assert paths_in(str(march).replace(" ", "\\ ")) == [str(march)]
    assert paths_in("khong co.xlsx") is None
