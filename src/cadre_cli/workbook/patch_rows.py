"""Where the rows of a sheet's part begin, told by their bytes: a large sheet is parsed only in part."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cadre_cli.workbook.patch_map import FoundRow, Place, address, attributes, node_at
from cadre_cli.workbook.patch_xml import Node

_OPENING, _CLOSING = b"<sheetData>", b"</sheetData>"
_PLAIN_START = re.compile(
    rb'(?:\xef\xbb\xbf)?<(?:\?xml version="1\.0" encoding="(?i:utf-8)"|[a-z])'
)
_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"([^<>]*)>')
_HEIGHT = re.compile(rb' ht="([0-9.]{1,9})"')
_HIDDEN = re.compile(rb' hidden="(?:1|true)"')
_NOT_PLAIN = (b't="array"', b't="dataTable"', b"</c ", b"</row ")
"""Comments and sections can hide a row's beginning; areas of one formula reach over other rows."""


@dataclass(frozen=True, slots=True)
class RowIndex:
    """The rows of a part, in ascending order: number, first byte, height (None: the default)."""

    numbers: list[int]
    starts: list[int]
    heights: dict[int, float]
    end: int
    """The byte where the rows end."""

    def span(self, number: int) -> tuple[int, int] | None:
        """Where a row begins and the next one does; None when there is no such row."""
        place = bisect_left(self.numbers, number)
        if place == len(self.numbers) or self.numbers[place] != number:
            return None
        following = place + 1
        end = self.starts[following] if following < len(self.starts) else self.end
        return self.starts[place], end

    def holding(self, places: Iterable[int]) -> set[int]:
        """The rows in which some bytes stand."""
        found = (bisect_right(self.starts, place) - 1 for place in places)
        return {self.numbers[number] for number in found if number >= 0}


def index_rows(data: bytes) -> RowIndex | None:
    """The rows, when they can be told by their bytes alone; None when a parser must find them."""
    start, end = data.find(_OPENING), data.rfind(_CLOSING)
    if not 0 <= start < end or not _PLAIN_START.match(data):
        return None
    if (b"!" in data and b"<!" in data) or any(mark in data for mark in _NOT_PLAIN):
        return None
    rows = list(_ROW.finditer(data, start, end))
    numbers = [int(row[1]) for row in rows]
    if len(rows) != data.count(b"<row", start, end):
        return None
    if data.count(b"<c", start, end) != data.count(b'<c r="', start, end):
        return None
    if any(one >= other for one, other in pairwise(numbers)):
        return None
    heights = {
        number: height
        for number, row in zip(numbers, rows, strict=True)
        if (height := _height(row[2])) is not None
    }
    return RowIndex(numbers, [row.start() for row in rows], heights, end)


def _height(attributes: bytes) -> float | None:
    if b' ht="' not in attributes and b" hidden=" not in attributes:
        return None
    if _HIDDEN.search(attributes):
        return 0
    found = _HEIGHT.search(attributes)
    return float(found[1]) if found and found[1].count(b".") < 2 and found[1] != b"." else None


def read_row(data: bytes, index: RowIndex, number: int) -> FoundRow | None:
    """A row by its number; its cells are looked for on demand."""
    span = index.span(number)
    return None if span is None else FoundRow(number, node_at(data, span[0], b"</row>"))


def read_cells(
    data: bytes, index: RowIndex, places: Iterable[Place]
) -> Iterator[tuple[Place, Node]]:
    """The wanted cells that are stored, found in one look over the columns they stand in."""
    wanted = {address(place).encode(): place for place in places}
    columns = {written.rstrip(b"0123456789") for written in wanted}
    if not columns or not index.starts:
        return
    cell = re.compile(rb'<c r="((?:%s)[0-9]+)"([^<>]*)>' % b"|".join(sorted(columns)))
    known: dict[bytes, dict[str, str]] = {}  # the cells of a column say much the same
    for found in cell.finditer(data, index.starts[0], index.end):
        written, rest = found.groups()
        place = wanted.get(written)
        span = None if place is None else index.span(place[0])
        if place is None or span is None or not span[0] < found.start() < span[1]:
            continue
        others = known.get(rest)
        if others is None:
            others = known[rest] = attributes(rest)
        start, inner = found.span()
        close = end = inner
        if not rest.endswith(b"/"):
            close = data.index(b"</c>", inner)
            end = close + len(b"</c>")
        yield place, Node("c", {"r": written.decode(), **others}, start, inner, close, end)


def without_rows(data: bytes, index: RowIndex) -> tuple[bytes, Callable[[int], int]]:
    """The part without its rows, and the way back to bytes of the whole part."""
    head = index.starts[0] if index.starts else index.end
    gap = index.end - head
    return data[:head] + data[index.end :], lambda at: at if at < head else at + gap
