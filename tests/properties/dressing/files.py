"""The sheets of a book as real files: what Excel, a library or an export would have stored."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from html import escape
from random import Random

from tests.properties.dressing.layout import Sheet
from tests.properties.dressing.odd_files import changed, strict, wrong_parts, xlsb
from tests.properties.dressing.open_formats import ods, spreadsheetml
from tests.properties.dressing.page import Entry
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet
from xlwt import Font

Sheets = tuple[Sheet, ...]


def xlsx(sheets: Sheets, *, since_1904: bool = False) -> bytes:
    """As XlsxWriter writes it."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "date_1904": since_1904}
    with xlsxwriter.Workbook(stream, options) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.merges:
                page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
            for (row, column), entry in sheet.cells.items():
                _put(book, page, (row - 1, column - 1), entry)
            for row in sheet.hidden_rows:
                page.set_row(row - 1, None, None, {"hidden": True})
            for column in sheet.hidden_columns:
                page.set_column(column - 1, column - 1, None, None, {"hidden": True})
            if sheet.state == "visible":
                page.activate()  # the active sheet cannot be hidden
            elif sheet.state == "hidden":
                page.hide()
            elif sheet.state == "veryHidden":
                page.very_hidden()
    return stream.getvalue()


def _put(book: Workbook, page: Worksheet, at: tuple[int, int], entry: Entry) -> None:
    look = {
        key: value
        for key, value in (("num_format", entry.shown), ("font_name", entry.font))
        if value
    }
    style = book.add_format(look) if look else None
    match entry.value:
        case str() if entry.runs:
            pieces = (
                part
                for words, font in entry.runs
                for part in (book.add_format({"font_name": font}), words)
            )
            page.write_rich_string(*at, *pieces)
        case str() as words:
            page.write_string(*at, words, style)
        case date() as day:
            page.write_datetime(*at, day, style)
        case number if entry.formula:
            page.write_formula(*at, f"={entry.formula}", style, float(number))
        case number:
            page.write_number(*at, float(number), style)


def xlsx_by_openpyxl(sheets: Sheets) -> bytes:
    """As openpyxl writes it: strings in a table of their own, other parts, other styles."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.sheet_state = sheet.state
        for (row, column), entry in sheet.cells.items():
            cell = page.cell(row, column)
            cell.value = float(entry.value) if isinstance(entry.value, Decimal) else entry.value
            if isinstance(entry.value, str):
                cell.data_type = "s"
            if entry.shown:
                cell.number_format = entry.shown
            if entry.font:
                cell.font = Font(name=entry.font)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(sheets: Sheets) -> bytes:
    """Excel 97-2003, as xlwt writes it."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[tuple[str | None, str | None], xlwt.XFStyle] = {}
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        page.visibility = {"visible": 0, "hidden": 1, "veryHidden": 2}[sheet.state]
        for (row, column), entry in sheet.cells.items():
            look = (entry.shown, entry.font)
            if look not in styles:
                style = xlwt.XFStyle()
                style.num_format_str = entry.shown or "General"
                if entry.font:
                    style.font.name = entry.font
                styles[look] = style
            at = (row - 1, column - 1)
            if entry.runs:
                page.write_rich_text(*at, [(words, _xls_font(font)) for words, font in entry.runs])
                continue
            value = float(entry.value) if isinstance(entry.value, Decimal) else entry.value
            page.write(*at, value, styles[look])
        page.merged_ranges.extend(
            (top - 1, bottom - 1, left - 1, right - 1) for top, left, bottom, right in sheet.merges
        )
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xls_font(name: str) -> Font:
    import xlwt

    font = xlwt.Font()
    font.name = name
    return font


def as_shown(entry: Entry, decimal: str = ",") -> str:
    """What stands in the cell on a Vietnamese screen."""
    match entry.value:
        case None:
            return ""
        case str() as words:
            return words
        case date() as day:
            return f"{day:%d/%m/%Y}"
        case number if entry.shown == "0%":
            return f"{(number * 100).normalize():f}%"
        case number:
            return f"{number:f}".replace(".", decimal)


def _table(sheet: Sheet, decimal: str = ",") -> list[list[str]]:
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    return [
        [
            as_shown(sheet.cells.get((row, column), Entry(None)), decimal)
            for column in range(1, last_column + 1)
        ]
        for row in range(1, last_row + 1)
    ]


def separated(delimiter: str, encoding: str) -> Callable[[Sheet], bytes]:
    """Text as Excel saves it; with commas between fields the decimal mark is a point."""

    def write(sheet: Sheet) -> bytes:
        stream = io.StringIO()
        table = _table(sheet, "." if delimiter == "," else ",")
        csv.writer(stream, delimiter=delimiter).writerows(table)
        return stream.getvalue().encode(encoding)

    return write


def html(sheets: Sheets) -> bytes:
    """A page of tables named .xls, as programs export it."""
    rows = (
        "<tr>" + "".join(f"<td>{escape(words)}</td>" for words in row) + "</tr>"
        for sheet in sheets
        for row in _table(sheet)
    )
    return b"\xef\xbb\xbf" + f"<html><body><table>{''.join(rows)}</table></body></html>".encode()


def _in_one(sheets: Sheets) -> Sheet:
    """The only sheet of a format that has one: all of them below each other."""
    whole = Sheet("")
    below = 0
    for sheet in sheets:
        whole.origin |= {(row + below, column): o for (row, column), o in sheet.origin.items()}
        below += len(_table(sheet))
    return whole


PASSWORD = "Mật khẩu 123"


def locked(sheets: Sheets) -> bytes:
    """With a password to open it."""
    from msoffcrypto.method.ecma376_agile import ECMA376Agile

    book = io.BytesIO(xlsx(sheets))
    with zipfile.ZipFile(book, "a") as archive:  # a compound file keeps small streams otherwise
        archive.writestr("xl/media/dau.png", Random(1).randbytes(8_000))
    return bytes(ECMA376Agile.encrypt(PASSWORD, io.BytesIO(book.getvalue())))


def with_macros(sheets: Sheets) -> bytes:
    """With a part of macros, which nobody runs."""
    book = io.BytesIO(xlsx(sheets))
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return book.getvalue()


WHOLE: Mapping[str, Callable[[Sheets], bytes]] = {
    "xlsx": xlsx,
    "openpyxl.xlsx": xlsx_by_openpyxl,
    "1904.xlsx": partial(xlsx, since_1904=True),
    "strict.xlsx": lambda sheets: changed(xlsx(sheets), strict),
    "wrong parts.xlsx": lambda sheets: changed(xlsx(sheets), wrong_parts),
    "renamed.xls": xlsx,
    "locked.xlsx": locked,
    "macros.xlsm": with_macros,
    "xls": xls,
    "xlsb": xlsb,
    "ods": ods,
    "2003.xml": spreadsheetml,
    "2003.xls": spreadsheetml,
    "html.xls": html,
}
"""Formats that keep a workbook in one file."""
SINGLE: Mapping[str, Callable[[Sheet], bytes]] = {
    "csv": separated(";", "utf-8"),
    "bom.csv": separated(";", "utf-8-sig"),
    "utf16.csv": separated("\t", "utf-16"),
    "comma.csv": separated(",", "utf-8-sig"),
    "tsv": separated("\t", "utf-8"),
}
"""Formats that keep one sheet."""
RICH = tuple(form for form in WHOLE if form != "html.xls")
"""Formats that keep merges, fonts and hidden things."""
NAMED = (*RICH, *SINGLE)
"""Formats in which a sheet has a name."""
BRINGS = {
    "html.xls": "T04 T10",
    "renamed.xls": "T04",
    "macros.xlsm": "T09",
    "2003.xls": "T04",
    **dict.fromkeys(SINGLE, "T10"),
}
"""Codes that a format must add."""
MAY = {"html.xls": "D09 D03", **dict.fromkeys(SINGLE, "D09 D03")}
"""Codes that a format may add: its numbers and days are text."""


def write(volumes: Mapping[str, Sheets], form: str) -> dict[str, tuple[bytes, Sheets]]:
    """File name → its bytes and the sheets that stand in it."""
    files: dict[str, tuple[bytes, Sheets]] = {}
    for name, sheets in volumes.items():
        if form in WHOLE:
            stand = (_in_one(sheets),) if form == "html.xls" else sheets
            files[f"{name}.{form.rpartition('.')[2]}"] = (WHOLE[form](sheets), stand)
            continue
        for sheet in sheets:
            end = form.rpartition(".")[2]
            place = f"{name}/{sheet.name}.{end}" if len(sheets) > 1 else f"{name}.{end}"
            if place in files:  # a slip and a list of tasks called by the same person
                place = f"{name}/khac/{sheet.name}.{end}"
            files[place] = (SINGLE[form](sheet), (sheet,))
    return files
