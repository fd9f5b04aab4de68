"""The same rows of text written into every container that is read."""

import csv
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import StringIO

from tests.workbook import biff_stream as biff
from tests.workbook import test_xlsb as xlsb
from tests.workbook.packages import parts, sheet, zipped
from tests.workbook.test_ods import content
from tests.workbook.test_spreadsheetml import page

from cadre_cli.domain.places import column_letters

Rows = Sequence[Sequence[str]]


def ooxml(rows: Rows) -> bytes:
    written = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{column_letters(number)}{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for number, text in enumerate(row, 1)
        )
        + "</row>"
        for at, row in enumerate(rows, 1)
    )
    return zipped(parts(sheet(written)))


def biff8(rows: Rows) -> bytes:
    cells = [
        biff.text(at, number, text)
        for at, row in enumerate(rows)
        for number, text in enumerate(row)
    ]
    return biff.workbook(("Giao việc", biff.VISIBLE, b"".join(cells)))


def binary(rows: Rows) -> bytes:
    return xlsb.packed(
        b"".join(
            xlsb.row(
                at, *(xlsb.cell(6, number, xlsb.wide(text)) for number, text in enumerate(row))
            )
            for at, row in enumerate(rows)
        )
    )


def spreadsheetml(rows: Rows) -> bytes:
    return page(_nested(rows, "Row", '<Cell><Data ss:Type="String">{}</Data></Cell>'))


def opendocument(rows: Rows) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    table = _nested(rows, "table:table-row", cell)
    text = content(f'<table:table table:name="Giao việc">{table}</table:table>')
    return zipped({"mimetype": "x", "content.xml": text})


def html(rows: Rows) -> bytes:
    return f"<html><table>{_nested(rows, 'tr', '<td>{}</td>')}</table></html>".encode()


def separated(rows: Rows) -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode()


def _nested(rows: Rows, row: str, cell: str) -> str:
    return "".join(
        f"<{row}>{''.join(cell.format(escape(text)) for text in each)}</{row}>" for each in rows
    )


WRITERS: Mapping[str, Callable[[Rows], bytes]] = {
    "xlsx": ooxml,
    "xls": biff8,
    "xlsb": binary,
    "xml": spreadsheetml,
    "ods": opendocument,
    "html": html,
    "csv": separated,
}
