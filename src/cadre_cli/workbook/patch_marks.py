"""Marks on the cells of a copy: a colour and a comment each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.grid import CellMark
from cadre_cli.workbook import patch_comments, patch_shapes, patch_styles
from cadre_cli.workbook.making import whole
from cadre_cli.workbook.patch_boxes import box
from cadre_cli.workbook.patch_map import Place, SheetMap, address
from cadre_cli.workbook.patch_package import OFFICE, BookSheet, Draft, refuse_strict
from cadre_cli.workbook.patch_scan import scan
from cadre_cli.workbook.patch_sheet import inserted, related_id, restyled
from cadre_cli.workbook.patch_styles import PLAIN_STYLES, Bare
from cadre_cli.workbook.patch_xml import Node, Splice, spliced

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_LONGEST = 32_000
"""Of a comment, in characters; Excel's own limit is a little higher."""
_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class _Told:
    """What is to be said at a place: the gravest severity colours the cell."""

    severity: Severity
    text: str


@dataclass(slots=True)
class _Sheet:
    """A sheet to be marked."""

    sheet: BookSheet
    found: SheetMap
    told: Mapping[Place, _Told]

    def bare(self, place: Place) -> Bare:
        """What a cell is before it is marked."""
        node = self.found.cells.get(place)
        if node is not None:
            return Bare(whole(node.get("s") or ""))
        row = self.found.rows.get(place[0])
        made = "+++" if row is None else "++" if row.node.alone else "+"
        return Bare(self.found.style_around(place), made)


def set_marks(draft: Draft, marks: Sequence[CellMark]) -> None:
    """Colour and comment the cells; several marks on one cell share a box."""
    refuse_strict(draft)
    sheets = [_sheet(draft, sheet, of_sheet) for sheet, of_sheet in _by_sheet(draft, marks).items()]
    wanted = {(each.bare(p), told.severity) for each in sheets for p, told in each.told.items()}
    part = _styles_part(draft)
    styles, numbers = patch_styles.marked(draft.read(part), part, wanted)
    draft.write(part, styles)
    for each in sheets:
        data = draft.read(each.sheet.part)
        splices = [*_colour(each, data, numbers), *_comment(draft, each)]
        draft.write(each.sheet.part, spliced(data, splices))


def _by_sheet(draft: Draft, marks: Sequence[CellMark]) -> dict[BookSheet, list[CellMark]]:
    """The marks of each sheet; what belongs to no sheet of cells is told on the first."""
    sheets = draft.sheets()
    by_name = {sheet.name: sheet for sheet in sheets}
    found: dict[BookSheet, list[CellMark]] = {}
    for mark in marks:
        sheet = by_name.get(mark.at.sheet or "", sheets[0] if sheets else None)
        if sheet is not None:
            found.setdefault(sheet, []).append(mark)
    return found


def _sheet(draft: Draft, sheet: BookSheet, marks: Sequence[CellMark]) -> _Sheet:
    data = draft.read(sheet.part)
    places = [(mark.at.row or 1, mark.at.column or 1) for mark in marks]
    found = scan(data, sheet.part, places)
    covered = found.covered(places)
    if covered:
        found = scan(data, sheet.part, {covered.get(place, place) for place in places})
    told: dict[Place, _Told] = {}
    for given, mark in zip(places, marks, strict=True):
        place = covered.get(given, given)
        before = told.get(place)
        if before is None:
            told[place] = _Told(mark.severity, mark.text)
        else:
            gravest = min(before.severity, mark.severity, key=lambda each: _GRAVITY[each])
            told[place] = _Told(gravest, f"{before.text}\n\n{mark.text}")
    return _Sheet(sheet, found, told)


def _styles_part(draft: Draft) -> str:
    relation = draft.related(draft.workbook, "styles")
    if relation is not None:
        return relation.target
    part = draft.free_name("xl/styles{}.xml", alone=True)
    draft.add(part, PLAIN_STYLES, _STYLES_TYPE)
    draft.relate(draft.workbook, "styles", part)
    return part


def _colour(
    sheet: _Sheet, data: bytes, numbers: Mapping[tuple[Bare, Severity], int]
) -> Iterator[Splice]:
    found = sheet.found
    styles = {p: numbers[sheet.bare(p), told.severity] for p, told in sheet.told.items()}
    yield from (restyled(data, found.cells[p], n) for p, n in styles.items() if p in found.cells)
    fresh = [(p, _blank(p, n)) for p, n in styles.items() if p not in found.cells]
    yield from inserted(found, data, fresh)


def _blank(place: Place, style: int) -> Callable[[str], str]:
    return lambda prefix: f'<{prefix}c r="{address(place)}" s="{style}"/>'


def _comment(draft: Draft, sheet: _Sheet) -> Iterator[Splice]:
    """Write the comments and their boxes; what the sheet's own part must say of them."""
    part = sheet.sheet.part
    texts = _texts(draft, sheet)
    relation = draft.related(part, "comments")
    comments = relation.target if relation else draft.free_name("xl/comments{}.xml")
    if relation is None:
        draft.add(comments, patch_comments.EMPTY.encode(), _COMMENTS_TYPE)
        draft.relate(part, "comments", comments)
    content, fresh = patch_comments.marked(draft.read(comments), comments, texts)
    draft.write(comments, content)
    if not fresh:
        return
    taken = _blocks(draft)
    drawing = drawing_of(draft, part, sheet.found.legacy)
    if drawing is None:
        drawing = draft.free_name("xl/drawings/vmlDrawing{}.vml")
        empty = patch_shapes.new_drawing(max(taken, default=0) + 1)
        draft.add(drawing, empty.encode(), patch_shapes.CONTENT_TYPE)
        yield _shown(sheet.found, draft.relate(part, "vmlDrawing", drawing))
    boxes = [box(place, texts[place], sheet.found) for place in fresh]
    # Latin-1 keeps every byte: the drawing may be in any encoding, ours are plain letters.
    shapes = draft.read(drawing).decode("latin-1")
    draft.write(drawing, patch_shapes.with_boxes(shapes, boxes, taken).encode("latin-1"))


def _shown(found: SheetMap, relation: str) -> Splice:
    """The sheet's reference to its old drawing; one that led nowhere is replaced."""
    name = f"{found.root.prefix}legacyDrawing"
    line = f'<{name} xmlns:r="{OFFICE}" r:id="{relation}"/>'
    if found.root.attributes.get("xmlns:r") == OFFICE:
        line = f'<{name} r:id="{relation}"/>'
    if found.legacy is not None:
        return Splice(found.legacy.start, found.legacy.end, line.encode())
    return Splice(found.after, found.after, line.encode())


def _texts(draft: Draft, sheet: _Sheet) -> dict[Place, str]:
    """The text of each box. Beside a conversation there is no box: its neighbour tells it."""
    comments = draft.related(sheet.sheet.part, "comments")
    threads = (
        patch_comments.conversations(draft.read(comments.target), comments.target)
        if comments
        else ()
    )
    texts: dict[Place, str] = {}
    for place, told in sorted(sheet.told.items(), key=lambda each: each[0]):
        row, column = place
        text = told.text
        while (row, column) in threads:
            column += 1
        if (row, column) != place:
            text = f"{address(place)}: {text}"
        before = texts.get((row, column))
        texts[row, column] = text if before is None else f"{before}\n\n{text}"
    return {place: text[:_LONGEST] for place, text in texts.items()}


def drawing_of(draft: Draft, part: str, legacy: Node | None) -> str | None:
    """The old drawing of a sheet, which form controls share with comments."""
    wanted = None if legacy is None else related_id(legacy)
    found = (r.target for r in draft.relations(part) if r.id == wanted and r.target in draft)
    return next(found, None)


def _blocks(draft: Draft) -> set[int]:
    """The blocks of shape ids that any drawing of the workbook uses."""
    return {
        block
        for sheet in draft.sheets()
        for relation in draft.relations(sheet.part)
        if relation.kind == "vmldrawing" and relation.target in draft
        for block in patch_shapes.blocks(draft.read(relation.target).decode("latin-1"))
    }
