"""How the sheets were understood, as lines of cadre.toml to paste and correct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.domain.texts import quoted
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.field_names import field_name
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.text import one_line


def lines_to_paste(tables: Sequence[Table]) -> Iterator[str]:
    """[reading] of cadre.toml for just this reading: pasted unchanged it changes nothing.

    A line for each field with the headings that were taken for it.
    """
    by_sheet: dict[str, set[str]] = {}
    for table in tables:
        by_sheet.setdefault(table.grid.sheet.strip(), set()).add(table.kind)
    single = {sheet: min(kinds) for sheet, kinds in by_sheet.items() if len(kinds) == 1}
    if single:  # a sheet with tables of several kinds has no kind of its own
        yield "[reading.sheets]"
        for sheet, kind in single.items():
            shown = next(one.shown for one in KINDS if one.name == kind)
            yield f"{quoted(sheet)} = {quoted(kind)}  # {shown.vi}"
    for sheet, left in _left(tables).items():
        yield f"# [reading.rows.{quoted(sheet)}]  # bỏ dấu # ở đầu ba dòng này nếu cần"
        yield f"# take = [{left}]  # dòng đã bỏ mà cần đọc: chữ của một ô"
        yield '# leave = []  # dòng đã đọc mà cần bỏ: "Việc mẫu", "Việc mẫu*"'
    for kind in dict.fromkeys(table.kind for table in tables):
        yield f"[reading.columns.{kind}]"
        for field, names in _headings([table for table in tables if table.kind == kind]).items():
            listed = ", ".join(quoted(name) for name in names)
            yield f"{_key(field)} = [{listed}]  # {field_name(kind, field)}"


def _left(tables: Sequence[Table]) -> dict[str, str]:
    """Sheet → the words, quoted, of the first of its rows that were not read."""
    found: dict[str, str] = {}
    for table in tables:
        for row in sorted(each.at.row for each in table.left_out if each.at.row):
            words = _words_of(table, row)
            if words:
                found.setdefault(table.grid.sheet.strip(), quoted(words))
    return found


def _words_of(table: Table, row: int) -> str:
    """The longest text of a row, on one line; "" where no cell of it holds a letter."""
    texts = (one_line(as_text(cell) or "") for cell in table.grid.rows.get(row, {}).values())
    return max((text for text in texts if any(map(str.isalpha, text))), key=len, default="")


def _headings(tables: Sequence[Table]) -> dict[str, list[str]]:
    """Field → its headings; a part of a heading that recognition divided itself has none."""
    found: dict[str, list[str]] = {}
    for table in tables:
        known = sheet_kinds()[table.kind]
        for column in table.columns:
            name = " ".join(column.heading.split())
            if column.field in known and name not in found.setdefault(str(column.field), []):
                found[str(column.field)].append(name)
    return found


def _key(field: str) -> str:
    """Bare where TOML allows it; "I.1" would be two keys."""
    return field if field.replace("_", "").isalnum() and field.isascii() else quoted(field)
