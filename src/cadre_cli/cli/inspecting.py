"""What each sheet was taken for: the page of `cadre inspect`, as words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cadre_cli.cli.pasting import lines_to_paste
from cadre_cli.cli.pasting_unread import lines_for_unread
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.intake import Understood
from cadre_cli.sheets.field_names import field_name
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.recognise import NO_HEADING
from cadre_cli.sheets.table import Column, LeftOut, Table

_HOW = {
    "given": Text("cơ quan khai", "given"),
    "exact": Text("đúng chữ", "exact"),
    "folded": Text("khác dấu, hoa thường", "folded"),
    "near": Text("gần giống", "near"),
}
_SHEET = Text("Trang “{sheet}”: {kind}", "Sheet “{sheet}”: {kind}")
_NOT_READ = Text("Trang “{sheet}”: không đọc – {why}", "Sheet “{sheet}”: left out – {why}")
_HEADING = Text(
    "  Tiêu đề ở dòng {rows}; kỳ: {period}", "  Headings in row {rows}; period: {period}"
)
_ROWS = Text("  Đã đọc {rows} dòng", "  {rows} rows read")
_COLUMN = Text(
    "  {at}  {heading} → {name} [{field}] ({how})", "  {at}  {heading} → {field} ({how})"
)
_UNUSED = Text("  {at}  {heading} → không dùng", "  {at}  {heading} → not used")
_LEFT = Text("  Bỏ {at}: {why}", "  Left out {at}: {why}")
_PASTE = Text(
    "Nếu hiểu sai, dán vào cadre.toml rồi sửa lại cho đúng:",
    "If it was misunderstood, paste into cadre.toml and correct:",
)
_MONTH = Text("tháng {month}", "month {month}")
_NONE = Text("không cần hoặc không ghi", "none")


def as_json(file: str, understood: Understood) -> dict[str, Any]:
    """`cadre.inspect/1` of the contract."""
    sheets = [
        entry
        for grid, sheet in zip(understood.workbook.grids, understood.sheets, strict=True)
        for entry in _sheet_json(grid.sheet, sheet)
    ]
    return {
        "schema": "cadre.inspect/1",
        "file": file,
        "sha256": understood.workbook.sha256,
        "sheets": sheets,
    }


def unread_json(file: str, findings: Sequence[Finding], lang: str) -> dict[str, Any]:
    """The same shape for a file that could not be read: no sheets, and why."""
    return {
        "schema": "cadre.inspect/1",
        "file": file,
        "sha256": None,
        "sheets": [],
        "findings": [
            {"code": each.code, "message": each.said(lang), "fix": each.remedy(lang)}
            for each in findings
        ],
    }


def _sheet_json(name: str, sheet: tuple[Table, ...] | LeftOut) -> Iterator[dict[str, Any]]:
    """One entry for each table; `table` counts those of one sheet, `month` is that of its columns."""
    if isinstance(sheet, LeftOut):
        yield _left_out_json(name, sheet)
        return
    for number, table in enumerate(sheet, 1):
        yield {**_table_json(table), "month": table.month, "table": number}


def _left_out_json(name: str, sheet: LeftOut) -> dict[str, Any]:
    return {
        "sheet": name,
        "kind": None,
        "why": sheet.why.vi,
        "heading_rows": [],
        "columns": {},
        "rows": 0,
        "left_out": [],
    }


def _table_json(table: Table) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for column in table.columns:
        if column.field is None:
            continue
        said = {"cell": column.at.a1, "heading": column.heading, "how": column.how.value}
        if column.field in columns:
            columns[column.field].setdefault("more", []).append(said)
        else:
            columns[column.field] = said
    return {
        "sheet": table.grid.sheet,
        "kind": table.kind,
        "why": None,
        "period": None if table.period is None else str(table.period),
        "heading_rows": list(table.heading_rows),
        "columns": columns,
        "rows": len(table.rows),
        "left_out": [{"row": each.at.row, "why": each.why.vi} for each in table.left_out],
    }


def as_lines(understood: Understood, lang: str) -> Iterator[str]:
    """The same in words, with the lines to paste into cadre.toml at the end."""
    tables: list[Table] = []
    unread: list[Grid] = []
    for grid, sheet in zip(understood.workbook.grids, understood.sheets, strict=True):
        if isinstance(sheet, LeftOut):
            yield _NOT_READ.fill(sheet=grid.sheet, why=sheet.why).of(lang)
            if sheet.why == NO_HEADING:
                unread.append(grid)
            continue
        for table in sheet:
            tables.append(table)
            yield from _table_lines(table, lang)
    lines = [*lines_to_paste(tables), *lines_for_unread(unread, tables)]
    if lines:
        yield ""
        yield _PASTE.of(lang)
        yield from lines


def _table_lines(table: Table, lang: str) -> Iterator[str]:
    shown = next(kind.shown for kind in KINDS if kind.name == table.kind)
    yield _SHEET.fill(sheet=table.grid.sheet, kind=shown).of(lang)
    rows = ", ".join(str(row) for row in table.heading_rows)
    yield _HEADING.fill(rows=rows, period=_period(table)).of(lang)
    for column in table.columns:
        yield _column_line(column, table.kind, lang)
    yield _ROWS.fill(rows=len(table.rows)).of(lang)
    for each in table.left_out:
        yield _LEFT.fill(at=each.at.a1 or each.at.row or "", why=each.why).of(lang)


def _period(table: Table) -> object:
    if table.period is None and table.month is not None:
        return _MONTH.fill(month=table.month)
    return table.period or _NONE


def _column_line(column: Column, kind: str, lang: str) -> str:
    """The heading, what it was taken for in the office's language, and the id for cadre.toml."""
    facts = {"at": column.at.a1, "heading": " ".join(column.heading.split())}
    if column.field is None:
        return _UNUSED.fill(**facts).of(lang)
    name = field_name(kind, column.field)
    told = _COLUMN.fill(**facts, name=name, field=column.field, how=_HOW[column.how.value])
    return told.of(lang)
