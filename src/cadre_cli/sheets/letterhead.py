"""The office's name as the letterhead of a sheet states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cadre_cli.domain.grid import Grid
from cadre_cli.vietnamese.text import fold, one_line

_ROWS = 5
_OFFICES = ("uy ban nhan dan", "ubnd", "dang uy", "hdnd", "dang bo")
_PLACES = ("xa", "phuong", "thi tran", "dac khu")


_MOTTOS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
_NUMBER = re.compile(r"Số\s*:?\s*[\d….\s]*[/-]\s*[A-ZĐ]{2,}[A-ZĐ.-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`name` is the commune's body, `superior` the line above it ("UBND TỈNH …") when there is one.

    `party` tells a Party letterhead ("ĐẢNG CỘNG SẢN VIỆT NAM") from the State's.
    """

    name: str
    superior: str | None = None
    party: bool = False


def is_of_letterhead(texts: Sequence[str]) -> bool:
    """Whether a row's texts are a line of a letterhead and nothing of a table: motto, number.

    >>> is_of_letterhead(["UBND XÃ LIM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    True
    >>> is_of_letterhead(["Số: 12/BC-UBND"]), is_of_letterhead(["Số 12/BC-UBND", "Lê Văn An"])
    (True, False)
    """
    motto = any(fold(text).startswith(_MOTTOS) for text in texts)
    return motto or (len(texts) == 1 and _NUMBER.fullmatch(one_line(texts[0])) is not None)


def letterhead(grid: Grid, table: int | None = None) -> Letterhead | None:
    """The letterhead in the first rows, None when no line there names a commune's body.

    Rows from the heading of the first `table` on are data: they may name any body. The left block holds the superior body above the office; the right one the national motto.
    """
    written = [
        (column, number, cell.value)
        for number, row in grid.rows.items()
        if number <= _ROWS and (table is None or number < table)
        for column, cell in row.items()
        if isinstance(cell.value, str)
    ]
    texts = [text for _, _, text in sorted(written)]  # the left block whole, then the right one
    party = any(fold(text).startswith("dang cong san viet nam") for text in texts)
    lines = [one_line(part) for text in texts for part in text.splitlines() if part.strip()]
    joined = _joined(lines)
    for place, line in enumerate(joined):
        if _names_commune(line):
            above = next((other for other in joined[:place] if _names_body(other)), None)
            return Letterhead(line, above, party)
    return None


def _joined(lines: list[str]) -> list[str]:
    """ỦY BAN NHÂN DÂN in one line and XÃ ĐỒNG LIM in the next are one name."""
    joined: list[str] = []
    for line in lines:
        if joined and fold(joined[-1]) in _OFFICES and fold(line).startswith(_PLACES):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _names_body(line: str) -> bool:
    return any(fold(line).startswith(office) for office in _OFFICES)


def _names_commune(line: str) -> bool:
    words = fold(line).split()
    padded = f" {' '.join(words)} "
    return _names_body(line) and len(words) <= 12 and any(f" {p} " in padded for p in _PLACES)
