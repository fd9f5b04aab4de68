"""The words above a table's heading: its title, its period, and whether it is only a form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.columns import as_text
from cadre_cli.vietnamese.dates import has_blank_period, read_period
from cadre_cli.vietnamese.numbers import is_numbering_row
from cadre_cli.vietnamese.text import fold, one_line

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap tu do|dang cong san|so( [a-z0-9]+)*$|don vi tinh|mau (so )?\w{1,8}$|bieu (so )?\w{1,8}$"
)
# With its tones: "Sổ theo dõi tháng 3" is a title, "Số 12/BC-UBND" a number of the letterhead.
_BOOK = re.compile(r"(?:sổ|số (?:liệu|lượng))\s", re.IGNORECASE)
_EXAMPLE = re.compile(r"(bang |sheet )?(vi du|huong dan|hdsd|cach (dien|ghi|nhap)|thuyet minh)\b")

_NAMED_FORM = re.compile(r"(?:(?:bieu |sheet )?mau|form)\b(?!\s*(?:so\s*)?\w?\d)")
# With its tones: "cán bộ" ends in "bộ".
_ABANDONED = re.compile(
    r"(?:^|[\s(_.–-])(?:bỏ|hủy|huỷ|nháp|không (?:dùng|sử dụng)|\(cũ)\)?$|[–-]\s*cũ$"
)

ABANDONED = Text("tên trang cho biết là trang bỏ đi hoặc bản nháp", "its name says it is abandoned")
EXAMPLE = Text("là trang ví dụ hoặc hướng dẫn", "it is an example or instructions")
FORM = Text(
    "là mẫu chưa điền: kỳ trong tiêu đề còn để trống và chưa có dòng nào ghi đủ người và việc "
    "(dòng ví dụ, trang tên “Mẫu …” không kể)",
    "it is an unfilled form: the period in the title is blank, and no row says who did what "
    "(examples and sheets called “Mẫu …” aside)",
)


def title_lines(grid: Grid, top: int) -> tuple[str, ...]:
    """The lines above the heading from the top, without letterhead and numbers of columns."""
    lines: list[str] = []
    for number in sorted(row for row in grid.rows if row < top):
        texts = [as_text(cell) or "" for _, cell in sorted(grid.rows[number].items())]
        if is_numbering_row(texts):
            continue
        for text in texts:
            lines += [line for part in text.splitlines() if _speaks(line := one_line(part))]
    return tuple(lines)


def _speaks(line: str) -> bool:
    head = _LETTERHEAD.match(fold(line)) is not None
    return len(fold(line)) > 2 and (not head or _BOOK.match(line) is not None)


def period_of(lines: Sequence[str]) -> Period | None:
    """The title's period (contract 9.1): of several the shortest, of those the first.

    "KẾ HOẠCH NĂM 2026" may stand above "Tháng 3 năm 2026".
    """
    said = [period for line in lines if (period := read_period(line)) is not None]
    within = read_period("\n".join(lines))
    return min(
        (*said, *([within] if within else [])), key=lambda one: one.unit_months, default=None
    )


def is_form(lines: Sequence[str]) -> bool:
    """Whether the title's period was left blank ("Tháng … năm 20…")."""
    return any(has_blank_period(line) for line in lines) and all(
        read_period(line) is None for line in lines
    )


def blank_period_at(grid: Grid, top: int) -> CellRef | None:
    """The first cell above the heading that leaves the period blank."""
    for number in sorted(row for row in grid.rows if row < top):
        for column, cell in sorted(grid.rows[number].items()):
            if any(has_blank_period(one_line(line)) for line in (as_text(cell) or "").splitlines()):
                return grid.ref(number, column)
    return None


def is_example(sheet: str) -> bool:
    """Whether the sheet's name says that the people in it are invented.

    >>> is_example("Ví dụ"), is_example("Hướng dẫn nhập"), is_example("Tháng 3")
    (True, True, False)
    """
    return _EXAMPLE.match(fold(sheet)) is not None


def is_named_form(sheet: str) -> bool:
    """Whether the sheet's name calls it a form; "Mẫu 01" is what the decree calls filled ones, too.

    >>> is_named_form("Mẫu giao việc"), is_named_form("Biểu mẫu"), is_named_form("Mẫu số 01")
    (True, True, False)
    """
    return _NAMED_FORM.match(fold(sheet)) is not None


def is_abandoned(sheet: str) -> bool:
    """Whether the sheet's name says that it is no longer, or not yet, in use.

    >>> is_abandoned(" PL02b- Bỏ"), is_abandoned("Giao việc (nháp)"), is_abandoned("Cán bộ")
    (True, True, False)
    """
    return _ABANDONED.search(one_line(sheet).lower()) is not None
