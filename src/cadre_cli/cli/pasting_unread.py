"""Sheets of which no heading is known, as lines of cadre.toml to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.cli.pasting import toml_key
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.texts import quoted
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.field_names import field_name
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.layout import LAST_HEADING_ROW
from cadre_cli.sheets.table import OTHER, Table
from cadre_cli.vietnamese.text import one_line

_LIKELIEST = "tasks"
"""The kind whose headings offices word most freely."""
_LEAST_HEADINGS = 4
_LEAST_ROWS = 2


def lines_for_unread(grids: Sequence[Grid], tables: Sequence[Table]) -> Iterator[str]:
    """Lines that say nothing until somebody takes the # away: a table that looks like one of ours.

    They stand below the other lines; what `tables` have lines for is to be added to those.
    """
    headings = {grid.sheet.strip(): _headings(grid) for grid in grids}
    unread = {sheet: names for sheet, names in headings.items() if names}
    if not unread:
        return
    listed = "; ".join(f"{kind.name} ({kind.shown.vi})" for kind in KINDS)
    yield "# Trang chưa đọc vì không có tiêu đề nào quen. Trang nào cần tính: bỏ dấu # ở đầu dòng."
    yield "# Đã có mục cùng tên [reading…] ở trên thì ghi thêm các dòng vào mục ấy."
    yield f"# Loại bảng: {listed}"
    yield "# [reading.sheets]"
    for sheet in unread:
        yield f"# {quoted(sheet)} = {quoted(_LIKELIEST)}"
    for sheet, names in unread.items():
        yield f"# Tiêu đề ở trang “{sheet}”: {'; '.join(names)}"
    if _LIKELIEST not in {table.kind for table in tables}:
        yield f"# [reading.columns.{_LIKELIEST}]"
        for field in sheet_kinds()[_LIKELIEST]:
            if field != OTHER:
                yield f'# {toml_key(field)} = [""]  # {field_name(_LIKELIEST, field)}'


def _headings(grid: Grid) -> list[str]:
    """The words of the row that looks most like a heading; none where no table stands below it."""
    best: list[str] = []
    for number in sorted(row for row in grid.rows if row <= LAST_HEADING_ROW):
        texts = [one_line(as_text(cell) or "") for _, cell in sorted(grid.rows[number].items())]
        words = [text for text in texts if any(map(str.isalpha, text))]
        below = [row for row in grid.rows if row > number]
        filled = [row for row in below if len(grid.rows[row]) >= _LEAST_HEADINGS]
        if len(words) > len(best) and len(filled) >= _LEAST_ROWS:
            best = words
    return best if len(best) >= _LEAST_HEADINGS else []
