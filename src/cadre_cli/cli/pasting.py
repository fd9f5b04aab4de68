"""How the sheets were understood, as lines of cadre.toml to paste and correct."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cadre_cli.domain.texts import quoted
from cadre_cli.pipeline.intake import sheet_kinds
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.field_names import field_name
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.other_columns import not_understood
from cadre_cli.sheets.table import OTHER, Table
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
        of_kind = [table for table in tables if table.kind == kind]
        headings = _headings(of_kind)
        yield f"[reading.columns.{kind}]"
        for field, names in headings.items():
            listed = ", ".join(quoted(name) for name in names)
            yield f"{toml_key(field)} = [{listed}]  # {field_name(kind, field)}"
        yield from _to_fill_in(kind, headings.keys(), _not_understood(of_kind))


def _to_fill_in(kind: str, found: Collection[str], unclear: Sequence[str]) -> Iterator[str]:
    """Lines for the headings that were not understood: each field without a column, to be chosen."""
    if not unclear:
        return
    yield f"# Chưa hiểu: {'; '.join(unclear)}"
    yield "# Cột nào cần tính: bỏ dấu # ở dòng của nội dung ấy, ghi tiêu đề vào giữa hai dấu nháy."
    for field in sheet_kinds()[kind]:
        if field not in found and field != OTHER:
            yield f'# {toml_key(field)} = [""]  # {field_name(kind, field)}'
    if OTHER in found:
        yield "# Cột không cần tính: ghi thêm tiêu đề vào dòng other ở trên."
    else:
        listed = ", ".join(map(quoted, unclear))
        yield f"# {OTHER} = [{listed}]  # {field_name(kind, OTHER)}: để lại những cột không cần tính"


def _not_understood(tables: Sequence[Table]) -> list[str]:
    """The headings of columns with data that nothing was read from."""
    return list(
        dict.fromkeys(
            " ".join(finding.heading.split())
            for table in tables
            for finding in not_understood(table)
        )
    )


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


def toml_key(field: str) -> str:
    """Bare where TOML allows it; "I.1" would be two keys."""
    return field if field.replace("_", "").isalnum() and field.isascii() else quoted(field)
