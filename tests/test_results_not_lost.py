"""A disk without room, a folder that cannot be written: clear words, nothing half-written or lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import offices

resource = pytest.importorskip("resource", reason="only Unix limits the size of files")

_LIMITED = (
    "import resource, sys\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))\n"
    "sys.argv = ['cadre', *sys.argv[2:]]\n"
    "from cadre_cli.cli.app import main\n"
    "main()\n"
)


def score(month: Path, room: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`cadre score` where no file may grow beyond `room` bytes, as on a full disk."""
    command = [sys.executable, "-c", _LIMITED, str(room), "score", str(month), *arguments]
    here = {**os.environ, "HOME": str(month.parent), "TMPDIR": str(month.parent)}
    return subprocess.run(
        command, cwd=month.parent, env=here, capture_output=True, text=True, check=False
    )


@pytest.fixture
def march(tmp_path: Path) -> Path:
    return offices.month(tmp_path / "thang-03.xlsx")


def test_a_result_that_finds_no_room_is_said_and_the_rest_is_written(march: Path) -> None:
    folder = march.parent / "ket-qua"
    assert score(march, 10**9).returncode == 0
    whole = folder / "thang-03.ket-qua.xlsx"
    before, source = whole.read_bytes(), march.read_bytes()
    done = score(march, len(before) - 1, "--report", "month,basis")
    assert done.returncode == 4
    assert f"Không lưu được “{whole}”" in done.stderr
    assert "đĩa đã đầy" in done.stderr
    assert "thang-03.can-cu.xlsx" in done.stderr
    # The earlier result is as it was, no piece of the new one is left behind anywhere.
    assert (whole.read_bytes(), march.read_bytes()) == (before, source)
    left = sorted(path.name for path in march.parent.rglob("*") if path.is_file())
    assert left == ["thang-03.can-cu.xlsx", "thang-03.ket-qua.xlsx", "thang-03.xlsx"]


def test_an_output_folder_that_is_a_file_sends_the_result_elsewhere(march: Path) -> None:
    (march.parent / "out").write_text("a file, not a folder")
    done = score(march, 10**9, "--out", str(march.parent / "out"), "--report", "summary")
    assert done.returncode == 0, done.stderr
    assert "thư mục không ghi được" in done.stderr
    assert (march.parent / "thang-03.tong-hop.xlsx").is_file()
