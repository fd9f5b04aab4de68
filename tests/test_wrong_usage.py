"""What somebody reads who mistypes a command: in the language spoken, Click's own sentences too."""

import os
import subprocess
import sys

import pytest
import typer
from tests.running import cadre

from cadre_cli.cli.options import period


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
    assert "Usage: cadre score" in done.stderr


@pytest.mark.parametrize(
    ("written", "meant"),
    [("3/2026", "2026-03"), ("03-2026", "2026-03"), ("tháng 3/2026", "2026-03"), ("T3.2026", "2026-03"),
     ("quý 1/2026", "2026-Q1"), ("2026-03", "2026-03")],
)  # fmt: skip
def test_a_period_that_cannot_be_mistaken_is_taken(written: str, meant: str) -> None:
    assert str(period(written, "vi")) == meant


@pytest.mark.parametrize("written", ["13/2026", "3/26", "1/3/2026", "tuần 3/2026"])
def test_other_periods_are_wrong_usage(written: str) -> None:
    with pytest.raises(typer.BadParameter):
        period(written, "vi")
