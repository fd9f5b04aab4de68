"""The office's name as the letterhead of a sheet states it."""

from __future__ import annotations

from dataclasses import dataclass

from cadre_cli.domain.grid import Grid
from cadre_cli.vietnamese.text import fold, one_line

_ROWS = 5
_OFFICES = ("uy ban nhan dan", "ubnd", "dang uy", "hdnd", "dang bo")
_PLACES = ("xa", "phuong", "thi tran", "dac khu")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`name` is the commune's body, `superior` the line above it ("UBND TỈNH …") when there is one.

    `party` tells a Party letterhead ("ĐẢNG CỘNG SẢN VIỆT NAM") from the State's.
    """

    name: str
    superior: str | None = None
    party: bool = False


def letterhead(grid: Grid) -> Letterhead | None:
    """The letterhead in the first rows, None when no line there names a commune's body.

    The left block holds the superior body above the office; the right one the national motto.
    """
    lines: list[str] = []
    party = False
    for number in sorted(row for row in grid.rows if row <= _ROWS):
        for _, cell in sorted(grid.rows[number].items()):
            if isinstance(cell.value, str):
                party = party or fold(cell.value).startswith("dang cong san viet nam")
                lines += [one_line(part) for part in cell.value.splitlines() if part.strip()]
    for place, line in enumerate(lines):
        if _names_commune(line):
            above = next((other for other in lines[:place] if _names_body(other)), None)
            return Letterhead(line, above, party)
    return None


def _names_body(line: str) -> bool:
    return any(fold(line).startswith(office) for office in _OFFICES)


def _names_commune(line: str) -> bool:
    words = fold(line).split()
    padded = f" {' '.join(words)} "
    return _names_body(line) and len(words) <= 12 and any(f" {p} " in padded for p in _PLACES)
