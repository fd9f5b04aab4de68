"""Draws the pictures of the README from what the program really prints and writes.

Needs LibreOffice and pdftoppm (poppler); the terminal's picture needs neither.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
YEAR = Path("examples/xa-dong-lim/2026")
MONTH = YEAR / "thang-03.xlsx"
WIDTH = 100
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main() -> int:
    """Draw all pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shown = _in_a_terminal("score", str(MONTH), "--quiet", "--out", folder)
        shown = shown.replace(folder, "ket-qua")
        _terminal(f"$ cadre score {MONTH.name} --quiet\n{shown}", PICTURES / "man-hinh.svg")
        _sheet(Path(folder) / "thang-03.ket-qua.xlsx", PICTURES / "ket-qua.png")
        months = [str(YEAR / f"thang-{number:02d}.xlsx") for number in range(1, 7)]
        asked = ("--report", "leaders,slips", "--quiet", "--out", folder)
        _in_a_terminal("score", *months, *asked)
        _sheet(Path(folder) / "thang-06.lanh-dao.xlsx", PICTURES / "lanh-dao.png")
        _sheet(Path(folder) / "thang-06.phieu-01.xlsx", PICTURES / "phieu-01.png", page=3)
    return 0


def _in_a_terminal(*arguments: str) -> str:
    """What the program shows on a console of its own, colours included."""
    here, there = pty.openpty()
    environment = {
        **os.environ,
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
        "CADRE_LANG": "vi",
    }
    program = [sys.executable, "-m", "cadre_cli", *arguments]
    with subprocess.Popen(
        program, cwd=ROOT, env=environment, stdout=there, stderr=there, stdin=there
    ) as running:
        os.close(there)
        output = bytearray()
        while True:
            try:
                part = os.read(here, 65536)
            except OSError:  # the program has closed its console
                break
            if not part:
                break
            output += part
        running.wait()
    return output.decode("utf-8").replace("\r\n", "\n")


def _terminal(shown: str, target: Path) -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi(shown))
    picture = console.export_svg(title="cadre", unique_id="cadre")
    # The fonts of the picture's template come from elsewhere; the reader's own serve as well.
    picture = _FONT_FACE.sub("", picture).replace("Fira Code", "DejaVu Sans Mono, Consolas")
    target.write_text(picture, encoding="utf-8", newline="\n")


def _sheet(workbook: Path, target: Path, page: int = 1) -> None:
    """One page of a workbook, as LibreOffice prints it."""
    folder = workbook.parent
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, workbook]
    subprocess.run(office, check=True, capture_output=True)
    number = str(page)
    draw = ["pdftoppm", "-r", "80", "-png", "-f", number, "-l", number, "-singlefile"]
    source = workbook.with_suffix(".pdf")
    subprocess.run([*draw, source, target.with_suffix("")], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
