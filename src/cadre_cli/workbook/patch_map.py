"""What is known of a sheet's part before it is changed: where its rows, cells and drawings stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.grid import Area
from cadre_cli.domain.places import column_letters
from cadre_cli.workbook.making import COLUMNS, whole
from cadre_cli.workbook.patch_xml import Node

Place = tuple[int, int]
"""Row and column, counted from 1."""


def address(place: Place) -> str:
    """`D12`."""
    return f"{column_letters(place[1])}{place[0]}"


_CELL = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"[^<>]*>')


@dataclass(slots=True)
class FoundRow:
    """A row that holds a wanted cell.

    `cells` are all its cells in their order; None where they are told by their bytes, on demand.
    """

    number: int
    node: Node
    cells: list[tuple[int, Node]] | None = None

    def all_cells(self, data: bytes) -> list[tuple[int, Node]]:
        """All its cells in their order."""
        if self.cells is None:
            self.cells = [
                (COLUMNS[found[1].decode()], node_at(data, found.start(), b"</c>"))
                for found in _CELL.finditer(data, self.node.inner, self.node.close)
            ]
        return self.cells


def node_at(data: bytes, start: int, end_tag: bytes) -> Node:
    """An element that is known to hold none of its own kind, told by its bytes."""
    inner = data.index(b">", start) + 1
    tag = data[start:inner]
    name, said = end_tag[2:-1].decode(), attributes(tag[len(end_tag) - 2 :])
    if tag.endswith(b"/>"):
        return Node(name, said, start, inner, inner, inner)
    close = data.index(end_tag, inner)
    return Node(name, said, start, inner, close, close + len(end_tag))


def attributes(written: bytes) -> dict[str, str]:
    """What stands between a plain start tag's name and its end, taken apart."""
    names_and_values = written.decode().split('"')
    pairs = zip(names_and_values[::2], names_and_values[1::2], strict=False)
    return {name.strip(" ="): value for name, value in pairs}


@dataclass(slots=True)
class Columns:
    """A `col` element: the columns it speaks of, and what it says."""

    first: int
    last: int
    node: Node


@dataclass(slots=True)
class SheetMap:
    """What was found in a sheet's part.

    `cells` are the wanted ones that are stored, `rows` those around wanted places. `ascents` are
    the rows (number, byte) that are greater than all before them. `arrays` are areas that one
    formula fills. `heights` are rows with a height of their own, in points, 0 when hidden.
    """

    root: Node
    data_part: Node | None = None
    after: int = 0
    """Where a `legacyDrawing` belongs."""
    legacy: Node | None = None
    cells: dict[Place, Node] = field(default_factory=dict)
    rows: dict[int, FoundRow] = field(default_factory=dict)
    ascents: list[tuple[int, int]] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    arrays: list[Area] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    format: dict[str, str] = field(default_factory=dict)

    def covered(self, places: Iterable[Place]) -> Mapping[Place, Place]:
        """Those of the places that a merged area hides, each with the cell that shows instead."""
        if not self.merges:
            return {}
        wanted = set(places)
        rows = sorted({row for row, _ in wanted})
        areas: dict[int, list[Area]] = {}
        for area in self.merges:
            inside = slice(bisect_left(rows, area.top), bisect_right(rows, area.bottom))
            for row in rows[inside]:
                areas.setdefault(row, []).append(area)
        return {
            place: (area.top, area.left)
            for place in wanted
            for area in areas.get(place[0], ())
            if place in area and place != (area.top, area.left)
        }

    def style_around(self, place: Place) -> int:
        """The style of a place that is not stored: its row's, else its column's."""
        row, column = place
        found = self.rows.get(row)
        if found is not None and found.node.get("customFormat") in ("1", "true"):
            return whole(found.node.get("s") or "") or 0
        for each in self.columns:
            if each.first <= column <= each.last:
                return whole(each.node.get("style") or "") or 0
        return 0
