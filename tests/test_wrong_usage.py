"""What somebody reads who mistypes a command: in the language spoken, Click's own sentences too."""

import os
import subprocess
import sys

import pytest
from tests.running import cadre


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("score", "Còn thiếu 'PATH…'."),
        ("scor thang-03.xlsx", "Không có lệnh scor. Có phải:"),
        ("score --peroid 2026-03 x.xlsx", "Không có tùy chọn --peroid. Có phải: '--period'?"),
        ("score x.xlsx --period", "Sau tùy chọn --period phải có giá trị."),
        ("explain thang-03.xlsx", "Còn thiếu tùy chọn '--who'."),
        ("new xa-dong-lim them", "Thừa: them"),
        ("rank --year 26", "'--year': 26 không nằm trong khoảng"),
    ],
)
def test_a_slip_on_the_command_line_is_told_in_vietnamese(line: str, said: str) -> None:
    done = cadre(*line.split())
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Xem hướng dẫn: cadre" in done.stderr or "--period phải" in done.stderr
    for english in ("Usage", "Missing", "Invalid", "No such", "Try '", "Error"):
        assert english not in done.stderr


def test_the_help_page_has_vietnamese_headings() -> None:
    page = cadre("score", "--help").stdout
    assert "Cách dùng: cadre score" in page
    assert "Tùy chọn" in page
    assert "Hiện trang hướng dẫn này." in page


def test_english_stays_english() -> None:
    program = "from cadre_cli.cli.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "score"],
        env={**os.environ, "CADRE_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "Missing argument" in done.stderr
