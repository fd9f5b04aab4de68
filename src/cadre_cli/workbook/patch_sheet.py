"""Where the cells of a sheet's part stand, and the part with some of them changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from cadre_cli.domain.grid import Area
from cadre_cli.domain.places import column_letters
from cadre_cli.workbook.elements import read_area
from cadre_cli.workbook.making import COLUMNS, whole
from cadre_cli.workbook.markup import local, parse_placed
from cadre_cli.workbook.patch_rows import cut, index_rows
from cadre_cli.workbook.patch_xml import (
    Node,
    Splice,
    close_at,
    refuse_other_encodings,
    set_attribute,
    tag_end,
)

Place = tuple[int, int]
"""Row and column, counted from 1."""

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


@dataclass(slots=True)
class FoundRow:
    """A row that holds a wanted cell, with all its cells in their order."""

    number: int
    node: Node
    cells: list[tuple[int, Node]] = field(default_factory=list)


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

    def place_of(self, place: Place) -> Place:
        """The first cell of the merged area a place lies in, which is the one that shows."""
        area = next((area for area in self.merges if place in area), None)
        return place if area is None else (area.top, area.left)

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


Wants = Callable[[int, int, dict[str, str]], bool]


class _Scan:
    """Gathers a SheetMap from the parser's calls; names are compared with the root's prefix on."""

    def __init__(self, data: bytes, rows: Collection[int] | None, wants: Wants) -> None:
        self.map = SheetMap(Node("", {}, 0, 0))
        self._data = data
        self._rows = rows
        self._wants = wants
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
            self._row = FoundRow(number, Node(name, attributes, at, tag_end(self._data, at)))
            self.map.rows.setdefault(number, self._row)

    def _start_cell(self, name: str, attributes: dict[str, str], at: int) -> None:
        row = self._row
        if row is None:
            return
        given = attributes.get("r", "")
        self._column = COLUMNS[given.rstrip("0123456789")] if given else self._column + 1
        self._cell = Node(name, attributes, at, tag_end(self._data, at))
        row.cells.append((self._column, self._cell))
        if self._wants(row.number, self._column, attributes):
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


def scan(
    data: bytes, part: str, rows: Collection[int] | None, wants: Wants = lambda *_: True
) -> SheetMap:
    """The wanted cells of a sheet: those of `rows` (None: all) that `wants` says yes to."""
    refuse_other_encodings(data, part)
    scanning = _Scan(data, rows, wants)
    index = None if rows is None else index_rows(data)
    if index is None or rows is None:
        parse_placed(data, part, scanning.start, scanning.end)
        return scanning.map
    some, back = cut(data, index, rows)
    parse_placed(
        some,
        part,
        lambda name, attributes, at: scanning.start(name, attributes, back(at)),
        lambda name, at: scanning.end(name, back(at)),
    )
    scanning.map.ascents = list(zip(index.numbers, index.starts, strict=True))
    scanning.map.heights = index.heights
    return scanning.map


def inserted(
    found: SheetMap, data: bytes, cells: Iterable[tuple[Place, Callable[[str], str]]]
) -> Iterator[Splice]:
    """Cells where none is stored, in order; each is written by its function, given the prefix."""
    prefix = found.root.prefix
    new_rows: dict[int, list[str]] = {}
    opened: dict[int, list[str]] = {}
    for (row, column), write in sorted(cells, key=lambda each: each[0]):
        stored = found.rows.get(row)
        if stored is None:
            new_rows.setdefault(row, []).append(write(prefix))
        elif stored.node.alone:
            opened.setdefault(row, []).append(write(prefix))
        else:
            after = (cell.start for number, cell in stored.cells if number > column)
            at = next(after, stored.node.close)
            yield Splice(at, at, write(prefix).encode())
    for row, written in opened.items():
        node = found.rows[row].node
        tag = data[node.start : node.inner - 2]
        yield Splice(node.start, node.end, tag + f">{''.join(written)}</{node.name}>".encode())
    yield from _new_rows(found, data, new_rows)


def _new_rows(found: SheetMap, data: bytes, rows: dict[int, list[str]]) -> Iterator[Splice]:
    holder = found.data_part
    if holder is None or not rows:
        return
    name = f"{holder.prefix}row"
    numbers = [number for number, _ in found.ascents]
    written = {
        row: f'<{name} r="{row}">{"".join(cells)}</{name}>' for row, cells in sorted(rows.items())
    }
    if holder.alone:
        tag = data[holder.start : holder.inner - 2].decode()
        whole_part = f"{tag}>{''.join(written.values())}</{holder.name} >"
        yield Splice(holder.start, holder.end, whole_part.encode())
        return
    for row, text in written.items():
        place = bisect_right(numbers, row)
        at = found.ascents[place][1] if place < len(numbers) else holder.close
        yield Splice(at, at, text.encode())


def address(place: Place) -> str:
    """`D12`."""
    return f"{column_letters(place[1])}{place[0]}"


def restyled(data: bytes, node: Node, style: int | None) -> Splice:
    """A cell with another style; None for the plain one, by saying nothing."""
    return set_attribute(data, node, "s", None if style is None else str(style))


def _measure(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 15.0


def related_id(node: Node) -> str:
    """The relationship an element refers to (`r:id`)."""
    return next((v for k, v in node.attributes.items() if local(k) == "id"), "")
