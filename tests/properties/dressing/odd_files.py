"""Files that Excel opens and libraries stumble over: .xlsb, Strict OOXML, wrong parts, 1904 dates."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from struct import pack

from tests.properties.dressing.layout import Sheet
from tests.properties.dressing.page import Entry
from tests.workbook.packages import MAIN, OFFICE, STRICT_MAIN, STRICT_OFFICE, relationships, zipped
from tests.workbook.test_xlsb import cell, font, record, row, style, wide

_STATES = {"visible": 0, "hidden": 1, "veryHidden": 2}
_EPOCH = date(1899, 12, 30)


def xlsb(sheets: Sequence[Sheet]) -> bytes:
    """Records after [MS-XLSB]: texts in their cells, a style for each look."""
    looks = [(None, None), *{(e.shown, e.font): 0 for s in sheets for e in s.cells.values()}]
    formats = list(dict.fromkeys(shown for shown, _ in looks if shown))
    fonts = list(dict.fromkeys(name or "Calibri" for _, name in looks))
    styles = (
        b"".join(record(44, pack("<H", 164 + n) + wide(f)) for n, f in enumerate(formats))
        + b"".join(font(name) for name in fonts)
        + record(617)
        + b"".join(
            style(164 + formats.index(shown) if shown else 0, fonts.index(name or "Calibri"))
            for shown, name in looks
        )
        + record(618)
    )
    book = record(153, bytes(12))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("r1", "officeDocument", "xl/workbook.bin")),
        "xl/styles.bin": styles,
    }
    related = [("rs", "styles", "styles.bin")]
    for number, sheet in enumerate(sheets, 1):
        book += record(156, pack("<II", _STATES[sheet.state], number) + wide(f"r{number}") + wide(sheet.name))  # fmt: skip
        related.append((f"r{number}", "worksheet", f"worksheets/sheet{number}.bin"))
        parts[f"xl/worksheets/sheet{number}.bin"] = _binary_sheet(sheet, looks)
    parts["xl/workbook.bin"] = book
    parts["xl/_rels/workbook.bin.rels"] = relationships(*related)
    return zipped(parts)


def _binary_sheet(sheet: Sheet, looks: Sequence[tuple[str | None, str | None]]) -> bytes:
    columns = b"".join(
        record(60, pack("<II", column - 1, column - 1) + bytes(8) + pack("<H", 1))
        for column in sorted(sheet.hidden_columns)
    )
    rows = b""
    for number in sorted({place[0] for place in sheet.cells} | sheet.hidden_rows):
        cells = (
            _binary_cell(place, sheet.cells[at_row, place], looks)
            for at_row, place in sorted(sheet.cells)
            if at_row == number
        )
        rows += row(number - 1, *cells, hidden=number in sheet.hidden_rows)
    merges = b"".join(
        record(176, pack("<IIII", top - 1, bottom - 1, left - 1, right - 1))
        for top, left, bottom, right in sheet.merges
    )
    return columns + rows + merges


def _binary_cell(
    column: int, entry: Entry, looks: Sequence[tuple[str | None, str | None]]
) -> bytes:
    look = looks.index((entry.shown, entry.font))
    match entry.value:
        case str() as words:
            return cell(6, column - 1, wide(words), look)
        case date() as day:
            return cell(5, column - 1, pack("<d", (day - _EPOCH).days), look)
        case number:
            return cell(5, column - 1, pack("<d", float(number or 0)), look)


def changed(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """A package with each of its XML parts rewritten."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: change(name, part.decode()) for name, part in parts.items()})


def strict(_: str, part: str) -> str:
    """ISO 29500 Strict, as "Strict Open XML Spreadsheet" saves it."""
    return part.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)


def wrong_parts(name: str, part: str) -> str:
    """A dimension of one cell, a whole column merged far right, styles of rows never used."""
    if "worksheets/sheet" not in name:
        return part
    part = re.sub(r'<dimension ref="[^"]*"/>', '<dimension ref="A1"/>', part)
    whole = '<mergeCell ref="BA1:BA1048576"/>'
    if "<mergeCells" in part:
        return re.sub("(<mergeCells[^>]*>)", rf"\1{whole}", part)
    after = "<sheetData/>" if "<sheetData/>" in part else "</sheetData>"
    return part.replace(after, f'{after}<mergeCells count="1">{whole}</mergeCells>')
