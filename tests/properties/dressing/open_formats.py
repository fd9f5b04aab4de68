"""OpenDocument and XML Spreadsheet 2003: what LibreOffice and older programs save."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from tests.properties.dressing.layout import Sheet
from tests.properties.dressing.page import Entry
from tests.workbook.packages import zipped
from tests.workbook.test_ods import SPACES
from tests.workbook.test_spreadsheetml import SPACE

Look = tuple[str | None, str | None]
"""Number format and font."""

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_DATA_STYLES = {
    "dd/mm/yyyy": ("date", "DL/ML/YL"),
    "d-mmm-yy": ("date", "D-M-Y"),
    "m/d/yyyy": ("date", "M/D/YL"),
    "0%": ("percentage", "0%"),
}


def ods(sheets: Sequence[Sheet]) -> bytes:
    """As LibreOffice writes it."""
    looks = sorted({_look(e) for s in sheets for e in s.cells.values()}, key=str)
    fonts = sorted({font for _, font in looks if font})
    faces = "".join(f'<style:font-face style:name="{f}" fo:font-family="\'{f}\'"/>' for f in fonts)
    automatic = "".join(
        [_data_style(shown, name) for shown, name in _DATA_STYLES.items()]
        + [_cell_style(looks.index(look), look) for look in looks]
        + ['<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>']
    )  # fmt: skip
    tables = "".join(_ods_table(sheet, looks) for sheet in sheets)
    content = (
        f"<office:document-content {SPACES}><office:font-face-decls>{faces}"
        f"</office:font-face-decls><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": _ODS, "META-INF/manifest.xml": _MANIFEST, "content.xml": content})


def _look(entry: Entry) -> Look:
    return entry.shown, entry.font


def _data_style(shown: str, style: tuple[str, str]) -> str:
    kind, pattern = style
    parts = {
        "DL": '<number:day number:style="long"/>', "ML": '<number:month number:style="long"/>',
        "YL": '<number:year number:style="long"/>', "D": "<number:day/>",
        "M": '<number:month number:textual="true"/>', "Y": "<number:year/>",
        "0": '<number:number number:decimal-places="0" number:min-integer-digits="1"/>',
    }  # fmt: skip
    inside = "".join(
        parts.get(word) or f"<number:text>{word}</number:text>"
        for word in re.findall(r"[A-Z]+|.", pattern)
    )
    name = list(_DATA_STYLES).index(shown)
    return f'<number:{kind}-style style:name="N{name}">{inside}</number:{kind}-style>'


def _cell_style(number: int, look: Look) -> str:
    shown, font = look
    data = f' style:data-style-name="N{list(_DATA_STYLES).index(shown)}"' if shown else ""
    inside = f'<style:text-properties style:font-name="{font}"/>' if font else ""
    return (
        f'<style:style style:name="ce{number}" style:family="table-cell"{data}>'
        f"{inside}</style:style>"
    )


def _ods_table(sheet: Sheet, looks: Sequence[Look]) -> str:
    height, width = sheet.size
    spans = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in sheet.merges}
    columns = "".join(
        "<table:table-column"
        + (' table:visibility="collapse"' if column in sheet.hidden_columns else "")
        + "/>"
        for column in range(1, width + 1)
    )
    rows: list[str] = []
    empty = 0
    filled = {row for row, _ in (*sheet.cells, *spans)} | sheet.hidden_rows
    for row in range(1, height + 1):
        if row not in filled:
            empty += 1
            continue
        if empty:
            rows.append(
                f'<table:table-row table:number-rows-repeated="{empty}"><table:table-cell/>'
                "</table:table-row>"
            )
            empty = 0
        cells = "".join(
            _ods_cell(sheet.cells.get((row, column)), spans.get((row, column)), looks)
            for column in range(1, width + 1)
        )
        hidden = ' table:visibility="collapse"' if row in sheet.hidden_rows else ""
        rows.append(f"<table:table-row{hidden}>{cells}</table:table-row>")
    away = "" if sheet.state == "visible" else ' table:style-name="away"'
    return f'<table:table table:name="{escape(sheet.name)}"{away}>{columns}{"".join(rows)}</table:table>'


def _ods_cell(entry: Entry | None, span: tuple[int, int] | None, looks: Sequence[Look]) -> str:
    spanned = (
        ""
        if span is None
        else f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    )
    if entry is None or entry.value is None:
        return f"<table:table-cell{spanned}/>"
    style = f' table:style-name="ce{looks.index(_look(entry))}"'
    formula = f' table:formula="of:={escape(entry.formula)}"' if entry.formula else ""
    match entry.value:
        case str() as words:
            inside = "".join(f"<text:p>{_paragraph(line)}</text:p>" for line in words.split("\n"))
            return f'<table:table-cell{style}{spanned} office:value-type="string">{inside}</table:table-cell>'
        case date() as day:
            value = f'office:value-type="date" office:date-value="{day.isoformat()}"'
        case amount if entry.shown == "0%":
            value = f'office:value-type="percentage" office:value="{float(amount)!r}"'
        case amount:
            value = f'office:value-type="float" office:value="{float(amount)!r}"'
    return f"<table:table-cell{style}{spanned}{formula} {value}/>"


def _paragraph(line: str) -> str:
    """ODF folds blanks: those at the ends and beyond the first are elements of their own."""
    line = escape(line).replace("\t", "<text:tab/>")
    line = re.sub(" {2,}", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', line)
    line = re.sub("^ ", "<text:s/>", line)
    return re.sub(" $", "<text:s/>", line)


def spreadsheetml(sheets: Sequence[Sheet]) -> bytes:
    """As Excel 2003 writes it."""
    looks = sorted({_look(e) for s in sheets for e in s.cells.values()}, key=str)
    styles = "".join(
        f'<Style ss:ID="s{number}">'
        + (f'<Font ss:FontName="{font}"/>' if font else "")
        + (f'<NumberFormat ss:Format="{shown}"/>' if shown else "")
        + "</Style>"
        for number, (shown, font) in enumerate(looks)
    )
    pages = "".join(_xml_page(sheet, looks) for sheet in sheets)
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SPACE}" '
        f'xmlns:ss="{SPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f"<Styles>{styles}</Styles>{pages}</Workbook>"
    ).encode()


_XML_STATES: dict[str, str] = {"hidden": "SheetHidden", "veryHidden": "SheetVeryHidden"}


def _xml_page(sheet: Sheet, looks: Sequence[Look]) -> str:
    spans = {(t, left): (b - t, r - left) for t, left, b, r in sheet.merges}
    columns = "".join(
        f'<Column ss:Index="{column}" ss:Hidden="1"/>' for column in sorted(sheet.hidden_columns)
    )
    rows: list[str] = []
    for row in sorted({row for row, _ in (*sheet.cells, *spans)} | sheet.hidden_rows):
        cells = "".join(
            _xml_cell(column, sheet.cells.get((row, column)), spans.get((row, column)), looks)
            for column in sorted({c for r, c in (*sheet.cells, *spans) if r == row})
        )
        hidden = ' ss:Hidden="1"' if row in sheet.hidden_rows else ""
        rows.append(f'<Row ss:Index="{row}"{hidden}>{cells}</Row>')
    state = _XML_STATES.get(sheet.state)
    options = f"<x:WorksheetOptions><x:Visible>{state}</x:Visible></x:WorksheetOptions>" if state else ""  # fmt: skip
    return (
        f'<Worksheet ss:Name="{escape(sheet.name)}"><Table>{columns}{"".join(rows)}</Table>'
        f"{options}</Worksheet>"
    )


def _xml_cell(
    column: int, entry: Entry | None, span: tuple[int, int] | None, looks: Sequence[Look]
) -> str:
    across = "" if span is None else f' ss:MergeDown="{span[0]}" ss:MergeAcross="{span[1]}"'
    if entry is None or entry.value is None:
        return f'<Cell ss:Index="{column}"{across}/>'
    formula = f' ss:Formula="={escape(entry.formula)}"' if entry.formula else ""
    kind, written = _xml_value(entry)
    return (
        f'<Cell ss:Index="{column}" ss:StyleID="s{looks.index(_look(entry))}"{across}{formula}>'
        f'<Data ss:Type="{kind}">{written}</Data></Cell>'
    )


def _xml_value(entry: Entry) -> tuple[str, str]:
    match entry.value:
        case date() as day:
            return "DateTime", f"{day.isoformat()}T00:00:00.000"
        case str() as words:
            return "String", escape(words).replace("\n", "&#10;")
        case number:
            return "Number", repr(float(number or 0))
