"""The marks of an earlier run taken away: what else was changed in the copy since then stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cadre_cli.workbook import patch_comments, patch_shapes, patch_styles
from cadre_cli.workbook.making import whole
from cadre_cli.workbook.own import without_label
from cadre_cli.workbook.patch_map import FoundRow, SheetMap
from cadre_cli.workbook.patch_marks import drawing_of
from cadre_cli.workbook.patch_package import Draft
from cadre_cli.workbook.patch_rows import index_rows
from cadre_cli.workbook.patch_scan import scan, scan_rows
from cadre_cli.workbook.patch_sheet import related_id, restyled
from cadre_cli.workbook.patch_styles import Bare
from cadre_cli.workbook.patch_xml import (
    Node,
    Splice,
    closed,
    remove,
    set_attribute,
    spliced,
    was_alone,
)


def clear_marks(draft: Draft) -> None:
    """Give every marked cell its own style back, and take our comments and our label away."""
    styles = draft.related(draft.workbook, "styles")
    if styles is not None:
        content, bare = patch_styles.unmarked(draft.read(styles.target), styles.target)
        for sheet in draft.sheets() if bare else ():
            _give_back(draft, sheet.part, bare)
        if content == patch_styles.PLAIN_STYLES:  # the workbook came without any
            draft.unrelate(draft.workbook, styles.id)
            draft.remove(styles.target)
        else:
            draft.write(styles.target, content)
    for sheet in draft.sheets():
        _uncomment(draft, sheet.part)
    without_label(draft)


def _give_back(draft: Draft, part: str, bare: Mapping[int, Bare]) -> None:
    data = draft.read(part)
    index = index_rows(data)
    rows = None
    if index is not None:  # only rows that name a style of ours need a look
        named = re.compile(b' s="(?:%s)"' % b"|".join(b"%d" % style for style in bare))
        rows = index.holding(match.start() for match in named.finditer(data, 0, index.end))
    found = scan_rows(data, part, rows)
    draft.write(part, spliced(data, _given_back(data, found, bare)))


def _given_back(data: bytes, found: SheetMap, bare: Mapping[int, Bare]) -> Iterator[Splice]:
    holder = found.data_part
    made = {number: _made(data, row, bare) for number, row in found.rows.items()}
    every = set(made.values()) == {"+++"} and len(made) == len(found.ascents)
    if holder is not None and every and was_alone(data, holder):
        yield Splice(holder.start, holder.end, closed(data, holder))
        return
    for number, row in found.rows.items():
        if made[number] == "+++":
            yield remove(row.node)
        elif made[number] == "++":
            tag = data[row.node.start : row.node.inner - 1]
            yield Splice(row.node.start, row.node.end, tag + b"/>")
        else:
            yield from _cells_given_back(data, row, bare)
    for columns in found.columns:
        style = bare.get(_style(columns.node.attributes, "style"))
        if style is not None:
            yield set_attribute(data, columns.node, "style", str(style.style or 0))


def _cells_given_back(data: bytes, row: FoundRow, bare: Mapping[int, Bare]) -> Iterator[Splice]:
    """The cells of a row that stays; of the row itself when the clerk has styled it like a mark."""
    own = bare.get(_style(row.node.attributes, "s"))
    if own is not None:
        yield set_attribute(data, row.node, "s", str(own.style or 0))
    for _, node in row.all_cells(data):
        before = bare.get(_style(node.attributes, "s"))
        if before is None:
            continue
        if before.made and _empty(node):
            yield remove(node)
        else:
            yield restyled(data, node, before.style)


def _made(data: bytes, row: FoundRow, bare: Mapping[int, Bare]) -> str:
    """What there was of a row that holds nothing but our marks on blanks (`Bare.made`); else ""."""
    before = [bare.get(_style(node.attributes, "s")) for _, node in row.all_cells(data)]
    made = {each.made if each else "" for each in before}
    if len(made) != 1 or not all(_empty(node) for _, node in row.all_cells(data)):
        return ""
    return made.pop()


def _empty(cell: Node) -> bool:
    return cell.inner == cell.close


def _style(attributes: Mapping[str, str], name: str) -> int:
    number = whole(attributes.get(name, ""))
    return -1 if number is None else number


def _uncomment(draft: Draft, part: str) -> None:
    relation = draft.related(part, "comments")
    if relation is None:
        return
    content, places = patch_comments.unmarked(draft.read(relation.target), relation.target)
    if content is None:
        draft.unrelate(part, relation.id)
        draft.remove(relation.target)
    else:
        draft.write(relation.target, content)
    if places:
        _remove_boxes(draft, part, frozenset(places))


def _remove_boxes(draft: Draft, part: str, places: frozenset[tuple[int, int]]) -> None:
    data = draft.read(part)
    legacy = scan(data, part, ()).legacy
    drawing = drawing_of(draft, part, legacy)
    if legacy is None or drawing is None:
        return
    shapes = patch_shapes.without_boxes(draft.read(drawing).decode("latin-1"), places)
    if shapes is not None:
        draft.write(drawing, shapes.encode("latin-1"))
        return
    draft.write(part, spliced(data, [remove(legacy)]))
    draft.unrelate(part, related_id(legacy))
    draft.remove(drawing)
