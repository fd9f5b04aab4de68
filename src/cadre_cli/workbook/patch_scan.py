"""A sheet's part looked through for the cells that are to be changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cadre_cli.workbook.elements import read_area
from cadre_cli.workbook.making import COLUMNS, whole
from cadre_cli.workbook.markup import parse_placed
from cadre_cli.workbook.patch_map import Columns, FoundRow, Place, SheetMap
from cadre_cli.workbook.patch_rows import RowIndex, index_rows, read_cells, read_row, without_rows
from cadre_cli.workbook.patch_xml import Node, close_at, refuse_other_encodings, tag_end

_BEFORE_LEGACY = frozenset(
    [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "customProperties",
        "cellWatches",
        "ignoredErrors",
        "smartTags",
        "drawing",
    ]
)
"""What the standard's sequence puts before `legacyDrawing` (ECMA-376 part 1, 18.3.1.99)."""


def scan(data: bytes, part: str, places: Collection[Place]) -> SheetMap:
    """Some cells of a sheet; where one is not stored, the row around it."""
    index = index_rows(data)
    if index is None:
        return _parsed(data, part, {row for row, _ in places}, set(places))
    found = _around(data, part, index)
    for place, node in read_cells(data, index, places):
        found.cells.setdefault(place, node)
    for number in {row for row, column in places if (row, column) not in found.cells}:
        row = read_row(data, index, number)
        if row is not None:
            found.rows[number] = row
    return found


def scan_rows(data: bytes, part: str, rows: Iterable[int] | None) -> SheetMap:
    """Some rows of a sheet (None: all) with all their cells."""
    index = None if rows is None else index_rows(data)
    if index is None or rows is None:
        return _parsed(data, part, None if rows is None else set(rows), ())
    found = _around(data, part, index)
    for number in rows:
        row = read_row(data, index, number)
        if row is not None:
            found.rows[number] = row
    return found


def _parsed(
    data: bytes, part: str, rows: Collection[int] | None, places: Collection[Place]
) -> SheetMap:
    refuse_other_encodings(data, part)
    scanning = _Scan(data, rows, places)
    parse_placed(data, part, scanning.start, scanning.end)
    return scanning.map


def _around(data: bytes, part: str, index: RowIndex) -> SheetMap:
    """What stands around the rows; a large sheet is parsed without them."""
    scanning = _Scan(data, (), ())
    rest, back = without_rows(data, index)
    parse_placed(
        rest,
        part,
        lambda name, attributes, at: scanning.start(name, attributes, back(at)),
        lambda name, at: scanning.end(name, back(at)),
    )
    scanning.map.ascents = list(zip(index.numbers, index.starts, strict=True))
    scanning.map.heights = index.heights
    return scanning.map


class _Scan:
    """Gathers a SheetMap from the parser's calls; names are compared with the root's prefix on."""

    def __init__(
        self, data: bytes, rows: Collection[int] | None, places: Collection[Place]
    ) -> None:
        self.map = SheetMap(Node("", {}, 0, 0))
        self._data = data
        self._rows = rows
        self._places = places
        self._depth = 0
        self._number = 0
        self._column = 0
        self._highest = 0
        self._row: FoundRow | None = None
        self._cell: Node | None = None
        self._top: Node | None = None
        self._names = ("", "", "", "")

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        self._depth += 1
        row, cell, formula, merge = self._names
        if name == cell:
            if self._row is not None:
                self._start_cell(name, attributes, at)
        elif name == row and self._depth == 3:
            self._start_row(name, attributes, at)
        elif name == formula:
            if attributes.get("t") in ("array", "dataTable"):
                self.map.arrays += read_area(attributes.get("ref", ""))
        elif name == merge:
            self.map.merges += read_area(attributes.get("ref", ""))
        elif self._depth <= 3:
            self._start_other(name, attributes, at)

    def end(self, name: str, at: int) -> None:
        row, cell, *_ = self._names
        if name == cell:
            if self._cell is not None:
                close_at(self._cell, self._data, at)
                self._cell = None
        elif name == row and self._depth == 3:
            if self._row is not None:
                close_at(self._row.node, self._data, at)
                self._row = None
        elif self._depth == 2 and self._top is not None:
            close_at(self._top, self._data, at)
            if self._top.local in _BEFORE_LEGACY:
                self.map.after = self._top.end
        self._depth -= 1

    def _start_row(self, name: str, attributes: dict[str, str], at: int) -> None:
        given = attributes.get("r")
        number = self._number + 1 if given is None else whole(given) or 0
        self._number, self._column = number, 0
        if number > self._highest:
            self._highest = number
            self.map.ascents.append((number, at))
        if attributes.get("hidden") in ("1", "true"):
            self.map.heights[number] = 0
        elif "ht" in attributes:
            self.map.heights[number] = _measure(attributes["ht"])
        if self._rows is None or number in self._rows:
            self._row = FoundRow(number, Node(name, attributes, at, tag_end(self._data, at)), [])
            self.map.rows.setdefault(number, self._row)

    def _start_cell(self, name: str, attributes: dict[str, str], at: int) -> None:
        row = self._row
        if row is None or row.cells is None:
            return
        given = attributes.get("r", "")
        self._column = COLUMNS[given.rstrip("0123456789")] if given else self._column + 1
        self._cell = Node(name, attributes, at, tag_end(self._data, at))
        row.cells.append((self._column, self._cell))
        if (row.number, self._column) in self._places:
            self.map.cells[row.number, self._column] = self._cell

    def _start_other(self, name: str, attributes: dict[str, str], at: int) -> None:
        node = Node(name, attributes, at, tag_end(self._data, at))
        if self._depth == 1:
            self.map.root = node
            words = (f"{node.prefix}{word}" for word in ("row", "c", "f", "mergeCell"))
            self._names = (next(words), next(words), next(words), next(words))
        elif self._depth == 2:
            self._top = node
            if node.local == "sheetData":
                self.map.data_part = node
            elif node.local == "legacyDrawing":
                self.map.legacy = node
            elif node.local == "sheetFormatPr":
                self.map.format = attributes
        elif node.local == "col" and self._top is not None and self._top.local == "cols":
            close_at(node, self._data, node.inner)  # `col` holds nothing
            first, last = whole(node.get("min") or ""), whole(node.get("max") or "")
            if first is not None and last is not None:
                self.map.columns.append(Columns(first, last, node))


def _measure(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 15.0
