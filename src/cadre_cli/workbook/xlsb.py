"""The reader of Excel Binary Workbooks (.xlsb): the parts of OOXML with records instead of XML.

Every kind of cell is read, errors among them. Formulas are kept as tokens there; that a cell has
one is told, its text is "…".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, Grid, Value, Visibility, Workbook
from cadre_cli.workbook.grid_builder import GridBuilder
from cadre_cli.workbook.limits import MOST_CELLS
from cadre_cli.workbook.making import UNKNOWN_FORMULA, Budget, made_of
from cadre_cli.workbook.ooxml import active_content, custom_properties, target
from cadre_cli.workbook.parts import Package, Relation, open_package
from cadre_cli.workbook.strings import Words, Written, cut_at
from cadre_cli.workbook.styles import PLAIN, Style, style
from cadre_cli.workbook.values import ERROR_CODES, moment, number
from cadre_cli.workbook.xlsb_records import Fields, damaged, records

_WORKBOOK = "xl/workbook.bin"
_ROW, _BLANK, _PACKED, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED = range(8)
_F_TEXT, _F_NUMBER, _F_BOOLEAN, _F_ERROR = 8, 9, 10, 11
_SHORT = range(12, 19)
"""The same as 1 to 7 for a cell that follows the one before: its column is left out."""
_RICH_TEXT = 62
_STRING, _FONT, _FORMAT, _STYLE, _COLUMN = 19, 43, 44, 47, 60
_PROPERTIES, _SHEET, _MERGE, _STYLES_BEGIN, _STYLES_END = 153, 156, 176, 617, 618
_VISIBILITY = (Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VERY_HIDDEN)


@dataclass(slots=True)
class _Shared:
    """What all sheets refer to."""

    strings: list[Written] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    since_1904: bool = False
    budget: Budget = field(default_factory=Budget)


def read_xlsb(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; Damaged, Locked or OverLimit when it cannot be had."""
    package = open_package(data)
    roots = package.relations("")
    part = target(roots, "officedocument") or _WORKBOOK
    related = package.relations(part)
    shared = _Shared()
    if styles := target(related, "styles"):
        _read_styles(package.read(styles), styles, shared)
    if strings := target(related, "sharedstrings"):
        _read_strings(package.read(strings), strings, shared)
    by_id = {relation.id: relation for relation in related}
    grids: list[Grid] = []
    for kind, content in records(package.read(part), part):
        fields = Fields(content, part)
        if kind == _PROPERTIES:
            shared.since_1904 = bool(fields.whole(4) & 1)
        elif kind == _SHEET:
            state = fields.whole(4)
            fields.skip(4)
            relation, title = by_id.get(fields.text()), fields.text()
            grid = _grid(package, relation, GridBuilder(name, title, shared.budget), shared, state)
            if grid is not None:
                grids.append(grid)
    properties = custom_properties(package, target(roots, "customproperties"))
    return Workbook(name, sha256, tuple(grids), properties), active_content(package, name)


def _read_styles(data: bytes, part: str, shared: _Shared) -> None:
    codes: dict[int, str] = {}
    of_cells = False
    for kind, content in records(data, part):
        fields = Fields(content, part)
        if kind == _FORMAT:
            key = fields.whole(2)
            codes[key] = fields.text()
        elif kind == _FONT:
            fields.skip(21)
            shared.fonts.append(fields.text())
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            of_cells = kind == _STYLES_BEGIN
        elif kind == _STYLE and of_cells:
            fields.skip(2)
            key, font = fields.whole(2), fields.whole(2)
            shared.styles.append(style(_font(shared, font), key, codes.get(key)))


def _font(shared: _Shared, index: int) -> str | None:
    return shared.fonts[index] if index < len(shared.fonts) else None


def _read_strings(data: bytes, part: str, shared: _Shared) -> None:
    for kind, content in records(data, part):
        if kind == _STRING:
            shared.strings.append(_rich(Fields(content, part), shared))
            if len(shared.strings) > MOST_CELLS:
                shared.budget.spend(MOST_CELLS + 1)


def _rich(fields: Fields, shared: _Shared) -> Written:
    """A text, and where which of its fonts begins."""
    flags = fields.whole(1)
    text = fields.text()
    runs = fields.whole(4) if flags & 1 else 0
    return cut_at(
        text,
        [(fields.whole(2), _font(shared, fields.whole(2))) for _ in range(min(runs, len(text)))],
    )


def _grid(
    package: Package, relation: Relation | None, made: GridBuilder, shared: _Shared, state: int
) -> Grid | None:
    """A sheet's grid; None for sheets without cells (charts, dialogs, Excel 4 macros)."""
    if relation is None:
        raise damaged(f"{_WORKBOOK}: {made.name}")
    if relation.kind != "worksheet":
        return None
    part = relation.target
    row = column = 0
    for kind, content in records(package.read(part), part):
        fields = Fields(content, part)
        if kind == _ROW:
            row, column = fields.whole(4) + 1, 0
            fields.skip(7)
            if fields.whole(1) & 0x10:
                made.hidden_rows.append((row, row))
        elif kind <= _F_ERROR or kind in _SHORT or kind == _RICH_TEXT:
            column = column + 1 if kind in _SHORT else fields.whole(4) + 1
            cell = _cell(kind - 11 if kind in _SHORT else kind, fields, shared)
            if cell is not None:
                made.put(row, column, cell)
        elif kind == _MERGE:
            top, bottom, left, right = (fields.whole(4) for _ in range(4))
            if top <= bottom and left <= right:
                made.merge(top + 1, left + 1, bottom - top + 1, right - left + 1)
        elif kind == _COLUMN:
            first, last = fields.whole(4) + 1, fields.whole(4) + 1
            fields.skip(8)
            if fields.whole(2) & 1:
                made.hidden_columns.append((first, last))
    return made.build(_VISIBILITY[state] if state < len(_VISIBILITY) else Visibility.VISIBLE)


def _cell(kind: int, fields: Fields, shared: _Shared) -> Cell | None:
    index = fields.whole(3)
    fields.skip(1)
    looks = shared.styles[index] if index < len(shared.styles) else PLAIN
    if kind == _BLANK:
        return None
    written: Value | Words
    if kind in (_SHARED, _RICH_TEXT):
        written = _shared(fields.whole(4), shared) if kind == _SHARED else _rich(fields, shared)
    else:
        written = _value(kind, fields, looks, shared)
    formula = UNKNOWN_FORMULA if _F_TEXT <= kind <= _F_ERROR else None
    if written == "" and formula is None:
        return None
    return made_of(written, formula, looks)


def _value(kind: int, fields: Fields, looks: Style, shared: _Shared) -> Value:
    if kind in (_TEXT, _F_TEXT):
        return fields.text()
    if kind in (_ERROR, _F_ERROR):
        code = fields.whole(1)
        return ErrorValue(ERROR_CODES.get(code, f"#{code}!"))
    if kind in (_BOOLEAN, _F_BOOLEAN):
        return bool(fields.whole(1))
    stored = repr(fields.packed_number() if kind == _PACKED else fields.double())
    return moment(stored, since_1904=shared.since_1904) if looks.is_date else number(stored)


def _shared(index: int, shared: _Shared) -> Written:
    if index >= len(shared.strings):
        raise damaged("xl/sharedStrings.bin")
    return shared.strings[index]
