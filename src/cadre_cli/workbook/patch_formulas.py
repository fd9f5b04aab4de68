"""What formulas ask for when a cell's value changes: shared texts, the calculation chain, a new sum."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.patch_map import Place, address
from cadre_cli.workbook.patch_package import Draft
from cadre_cli.workbook.patch_scan import scan_rows
from cadre_cli.workbook.patch_xml import (
    Node,
    Splice,
    content,
    named,
    remove,
    set_attribute,
    spliced,
    tree,
)
from cadre_cli.workbook.shared import Master

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_BEFORE_CALC = frozenset(
    (
        *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews"),
        *("sheets", "functionGroups", "externalReferences", "definedNames"),
    )
)
"""What the standard's sequence puts before `calcPr` (ECMA-376 part 1, 18.2.27)."""


def formula_of(data: bytes, cell: Node) -> Node | None:
    """The formula element of a cell, with places counted from the cell's start."""
    if _FORMULA.search(data, cell.inner, cell.close) is None:
        return None
    return tree(data[cell.start : cell.end], "").first("f")


def orphans(data: bytes, part: str, written: Mapping[Place, Node]) -> Iterator[Splice]:
    """Cells that share the formula text of a cell in `written` get it for their own."""
    masters: dict[str, Master] = {}
    for (row, column), cell in written.items():
        formula = formula_of(data, cell)
        if formula is not None and formula.get("t") == "shared" and not formula.alone:
            text = _text(data[cell.start : cell.end][formula.inner : formula.close])
            if text:
                masters[formula.get("si") or ""] = Master(text, row, column)
    if not masters:
        return
    cells = (
        ((row.number, column), cell)
        for row in scan_rows(data, part, None).rows.values()
        for column, cell in row.all_cells(data)
    )
    for place, cell in cells:
        formula = None if place in written else formula_of(data, cell)
        if formula is None or formula.get("t") != "shared" or not formula.alone:
            continue
        master = masters.get(formula.get("si") or "")
        if master is not None:
            own = f"<{formula.name}>{content(master.read_from(*place))}</{formula.name}>"
            at = cell.start
            yield Splice(at + formula.start, at + formula.end, own.encode())


def forget(draft: Draft, sheet: str, places: Collection[Place]) -> None:
    """Take cells without formula any more out of the calculation chain, and an empty chain away."""
    relation = draft.related(draft.workbook, "calcchain")
    if relation is None or not places:
        return
    data = draft.read(relation.target)
    gone = {address(place) for place in places}
    splices: list[Splice] = []
    left = 0
    said: str | None = None  # the sheet that entries without one of their own belong to
    inherited: str | None = None
    for node in tree(data, relation.target).children:
        own = node.get("i")
        said = own or said
        if said == sheet and node.get("r") in gone:
            splices.append(remove(node))
            continue
        left += 1
        if own is None and inherited != said and said is not None:
            splices.append(set_attribute(data, node, "i", said))
        inherited = said
    if left:
        draft.write(relation.target, spliced(data, splices))
    else:
        draft.unrelate(draft.workbook, relation.id)
        draft.remove(relation.target)


def calculate_on_load(draft: Draft) -> None:
    """Let Excel work everything out anew when it opens the file, if it holds any formula."""
    if not any(_has_formulas(draft.read(sheet.part)) for sheet in draft.sheets()):
        return
    data = draft.read(draft.workbook)
    root = tree(data, draft.workbook)
    node = root.first("calcPr")
    if node is not None:
        splices = [set_attribute(data, node, "fullCalcOnLoad", "1")]
    else:
        before = [child for child in root.children if child.local in _BEFORE_CALC]
        line = named(f"{root.prefix}calcPr", fullCalcOnLoad=1)
        at = before[-1].end if before else root.close
        splices = [Splice(at, at, line.encode())]
    draft.write(draft.workbook, spliced(data, splices))


def _has_formulas(data: bytes) -> bool:
    may = b"<f" in data or b":f" in data
    return may and _FORMULA.search(data) is not None


def _text(raw: bytes) -> str:
    """Characters between tags: parsed, for they may hold entities."""
    parts: list[str] = []
    parse(b"<f>" + raw + b"</f>", "", Handlers(lambda *_: None, lambda _: None, parts.append))
    return "".join(parts)
