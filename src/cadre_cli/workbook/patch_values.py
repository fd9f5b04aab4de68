"""A value as a cell stores it, and the values that cells of a part hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from cadre_cli.domain.grid import Cell, ErrorValue, NoValue, Value
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.cells import read_cells
from cadre_cli.workbook.making import Budget, CellMaker
from cadre_cli.workbook.patch_map import Place, address
from cadre_cli.workbook.patch_xml import Node, cell_text, with_attribute

MOST_CHARACTERS = 32_767
"""Of a cell's text (Excel's own limit)."""

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_FIRST_AFTER_THE_DAY_THAT_NEVER_WAS = date(1900, 3, 1)
_SPEAKS_OF_THE_VALUE = frozenset(("t", "cm", "vm"))
"""Attributes that say what kind of value stands in the cell; they go with it."""


def values(
    data: bytes, cells: Mapping[Place, Node], part: str, maker: Callable[[], CellMaker]
) -> Mapping[Place, Cell]:
    """What some cells of a part hold, read as the reader reads them; blank ones are left out."""
    filled = {place: node for place, node in cells.items() if node.inner != node.close}
    if not filled:
        return {}
    rows: dict[int, bytes] = {}
    prefix = next(iter(filled.values())).prefix
    for place, node in sorted(filled.items(), key=lambda each: each[0]):
        written = data[node.start : node.end]
        if "r" not in node.attributes:  # its place is then said by the cells before it
            inside = data[node.inner : node.end]
            written = with_attribute(data[node.start : node.inner], "r", address(place)) + inside
        rows[place[0]] = rows.get(place[0], b"") + written
    p = prefix.encode()
    written = b"".join(
        b'<%srow r="%d">%s</%srow>' % (p, row, cells_of, p) for row, cells_of in rows.items()
    )
    small = b"<%sworksheet><%ssheetData>%s</%ssheetData></%sworksheet>" % (p, p, written, p, p)
    content = read_cells(small, part, maker(), Budget())
    return {
        (row, column): cell for row, held in content.rows.items() for column, cell in held.items()
    }


def holds(cell: Cell | None, value: Value) -> bool:
    """Whether a cell holds a value, as read or as stored; a yes is not the number 1."""
    if cell is None:
        return value is None
    held = (cell.value,) if cell.stored is None else (cell.value, cell.stored)
    return any(type(each) is type(value) and each == value for each in held)


def rewritten(data: bytes, node: Node, value: Value, *, since_1904: bool) -> bytes:
    """A cell with another value: its place, style and other attributes stay, its formula goes."""
    tag = data[node.start : node.inner]
    for name in node.attributes.keys() & _SPEAKS_OF_THE_VALUE:
        tag = with_attribute(tag, name, None)
    kind, inside = stored(value, node.prefix, since_1904=since_1904)
    if kind is not None:
        tag = with_attribute(tag, "t", kind)
    if not inside:
        return tag if node.alone else tag[:-1].rstrip() + b"/>"
    opened = tag[:-2].rstrip() + b">" if node.alone else tag
    return opened + f"{inside}</{node.name}>".encode()


def stored(value: Value, prefix: str, *, since_1904: bool) -> tuple[str | None, str]:
    """The type of a value (None for numbers and blanks) and what stands inside the cell."""
    p = prefix
    match value:
        case None:
            return None, ""
        case bool():
            return "b", f"<{p}v>{int(value)}</{p}v>"
        case str():
            text = f'<{p}t xml:space="preserve">{cell_text(value)}</{p}t>'
            return "inlineStr", f"<{p}is>{text}</{p}is>"
        case Decimal():
            return None, f"<{p}v>{_double(value)}</{p}v>"
        case date() | time():
            return None, f"<{p}v>{_serial(value, since_1904=since_1904)}</{p}v>"
        case ErrorValue() | NoValue():
            raise ValueError(f"not a value to be written: {value}")


def refusal(value: Value) -> Text | None:
    """Why a value cannot be written; None when it can."""
    if isinstance(value, str) and len(value) > MOST_CHARACTERS:
        return Text(
            f"đoạn chữ dài quá {MOST_CHARACTERS} ký tự",
            f"the text is longer than {MOST_CHARACTERS} characters",
        )
    if isinstance(value, Decimal) and not math.isfinite(float(value)):
        return Text("không phải một số", "it is not a number")
    return None


def _double(value: Decimal) -> str:
    return repr(float(value)).removesuffix(".0")


def _serial(value: date | time, *, since_1904: bool) -> str:
    day = 0
    if isinstance(value, date):
        when = value.date() if isinstance(value, datetime) else value
        day = (when - (_EPOCH_1904 if since_1904 else _EPOCH)).days
        if not since_1904 and when < _FIRST_AFTER_THE_DAY_THAT_NEVER_WAS:
            day -= 1
    clock = value.time() if isinstance(value, datetime) else value
    if not isinstance(clock, time):
        return str(day)
    passed = timedelta(
        hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond
    )
    return repr(day + passed / timedelta(days=1)).removesuffix(".0")
