"""Report → the bytes of a new .xlsx: live formulas with stored values, A4 pages, the same bytes again.

Nothing of this machine or this moment goes in: the day written into the file is the report's own.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from cadre_cli.domain.report import Charts, Line, Report, SideBySide, Table
from cadre_cli.workbook.addresses import Addresses, block_rows
from cadre_cli.workbook.chart_writer import write_charts
from cadre_cli.workbook.continued import continued
from cadre_cli.workbook.formats import BODY_SIZE, FONT, Formats
from cadre_cli.workbook.paging import pages
from cadre_cli.workbook.sheet_writer import SheetWriter, split
from cadre_cli.workbook.table_writer import write_table
from cadre_cli.workbook.texts import clean_line

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip can hold, which is what Excel itself writes."""
_LONGEST_PROPERTY = 255


def render(report: Report) -> bytes:
    """The workbook; the same report gives the same bytes on any day and machine."""
    import xlsxwriter

    from cadre_cli.workbook.plain_formulas import PlainFormulas

    report = continued(report)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "default_format_properties": {"font_name": FONT, "font_size": BODY_SIZE},
        },
    )
    said = report.properties
    created = datetime(said.created.year, said.created.month, said.created.day)
    title, author = (clean_line(words, _LONGEST_PROPERTY) for words in (said.title, said.author))
    book.set_properties({"title": title, "author": author, "created": created})
    for name, value in sorted(said.marks.items()):
        book.set_custom_property(name, clean_line(value, _LONGEST_PROPERTY), "text")
    addresses, formats = Addresses.of(report), Formats(book)
    for section in report.sections:
        sheet = book.add_worksheet(addresses.names[section.key], PlainFormulas)
        writer = SheetWriter(sheet, section, addresses, formats)
        writer.set_page()
        _write_blocks(writer)
        paged = pages(section, writer.heights)
        sheet.set_h_pagebreaks(list(paged.breaks))
        if paged.repeated is not None:
            sheet.repeat_rows(*paged.repeated)
    book.close()
    return first_page_unnumbered(buffer.getvalue())


def _write_blocks(writer: SheetWriter) -> None:
    top = 0
    for block in writer.section.blocks:
        match block:
            case Line():
                writer.height(top, writer.line(top, 0, len(writer.section.grid) - 1, block))
            case SideBySide():
                _side_by_side(writer, block, top)
            case Table():
                write_table(writer, block, top)
            case Charts():
                write_charts(writer, block, top)
        top += block_rows(block)


def _side_by_side(writer: SheetWriter, block: SideBySide, top: int) -> None:
    parts = list(zip(split(writer.section.grid, len(block.columns)), block.columns, strict=True))
    for number in range(block_rows(block)):
        heights = [
            writer.line(top + number, first, last, lines[number])
            for (first, last), lines in parts
            if number < len(lines)
        ]
        writer.height(top + number, max(heights))


def first_page_unnumbered(data: bytes) -> bytes:
    """Page 1 of every sheet carries no number (NĐ 30/2020, PL I): XlsxWriter has no word for it."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as parts,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book,
    ):
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                content = content.replace(b"<headerFooter", b'<headerFooter differentFirst="1"', 1)
            entry = zipfile.ZipInfo(part.filename, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = part.external_attr
            entry.create_system = 0
            book.writestr(entry, content)
    return made.getvalue()
