"""A BIFF stream (.xls) record by record: what xlrd does not tell about formulas and active content.

Only marks are looked for; every value comes from xlrd. Whatever is cut off or out of place ends
the walk: a file that is really damaged has already been refused there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

from cadre_cli.domain.texts import Text

_BOF, _EOF, _BOUND_SHEET, _FORMULA = 0x0809, 0x000A, 0x0085, 0x0006
_MACROS, _BOOK_LINK, _QUERY, _CONNECTION = 0x00D3, 0x01AE, 0x01AD, 0x0876
_WORKSHEET, _MACRO_SHEET = 0, 1
_OWN_BOOK, _ADD_IN = b"\x01\x04", b"\x01\x3a"
_NOT_EXCEL = (0x0DBB, 0x07CC)
"""Build and year that LibreOffice and the program libraries copied from an early Excel 97."""
_EMPTY_TEXT, _ZERO = b"\x03\xff\xff", bytes(8)
"""What those write as the result of a formula that they did not calculate; LibreOffice (7.4 was
looked at) writes 0 for every formula that gives a text, right beside the true zeros."""

Place = tuple[int, int]
"""Row and column, counted from 0 as BIFF does."""


@dataclass(frozen=True, slots=True)
class Formulas:
    """Which cells of a sheet hold a formula, and which of them have no value to be trusted."""

    places: frozenset[Place] = frozenset()
    without_value: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """Formulas per worksheet in the order of the workbook, and what is never run or followed."""

    sheets: tuple[Formulas, ...] = ()
    active: tuple[Text, ...] = ()


def marks(stream: bytes) -> Marks:
    """The marks of a workbook stream of Excel 5 to 2003."""
    worksheets: list[int] = []
    active: list[Text] = []
    for kind, at, length in _records(stream, 0):
        if kind == _BOUND_SHEET and length >= 6:
            position, _, sort = unpack_from("<IBB", stream, at)
            if sort == _WORKSHEET:
                worksheets.append(position)
            elif sort == _MACRO_SHEET:
                active.append(Text("macro kiểu Excel 4", "Excel 4 macros"))
        elif kind == _MACROS:
            active.append(Text("macro", "macros"))
        elif kind == _BOOK_LINK and length > 4:
            if stream[at + 2 : at + 4] not in (_OWN_BOOK, _ADD_IN):
                active.append(Text("liên kết tới tệp khác", "links to other files"))
        elif kind in (_QUERY, _CONNECTION):
            active.append(Text("kết nối dữ liệu", "data connections"))
    placeholders = len(stream) >= 12 and unpack_from("<HH", stream, 8) == _NOT_EXCEL
    sheets = tuple(_formulas(stream, start, placeholders=placeholders) for start in worksheets)
    return Marks(sheets, tuple(dict.fromkeys(active)))


def _formulas(stream: bytes, start: int, *, placeholders: bool) -> Formulas:
    places: set[Place] = set()
    without: set[Place] = set()
    for kind, at, length in _records(stream, start):
        if kind != _FORMULA or length < 16:
            continue
        row, column, _, stored = unpack_from("<HHH8s", stream, at)
        places.add((row, column))
        empty = stored[:1] + stored[6:] == _EMPTY_TEXT
        if placeholders and (empty or stored == _ZERO):
            without.add((row, column))
    return Formulas(frozenset(places), frozenset(without))


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record's data up to the end of the substream at `start`."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, start)
        start += 4
        if start + length > len(stream):
            return
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:  # a chart on the sheet is a substream of its own
            yield kind, start, length
        start += length
