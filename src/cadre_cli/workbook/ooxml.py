"""The reader of OOXML workbooks (.xlsx, .xlsm): Transitional and Strict, one pass over each part."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid, Visibility, Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.cells import read_cells
from cadre_cli.workbook.limits import Damaged
from cadre_cli.workbook.making import Budget, CellMaker
from cadre_cli.workbook.markup import outline
from cadre_cli.workbook.parts import Package, Parts, Relation, open_package
from cadre_cli.workbook.sniff import ActiveContent
from cadre_cli.workbook.strings import read_strings
from cadre_cli.workbook.styles import read_styles

_WORKBOOK = "xl/workbook.xml"
_VISIBILITY = {state.value: state for state in Visibility}
_ACTIVE = (
    ("vbaproject.bin", Text("macro", "macros")),
    ("xl/macrosheets/", Text("macro kiểu Excel 4", "Excel 4 macros")),
    ("xl/externallinks/", Text("liên kết tới tệp khác", "links to other files")),
    ("xl/connections.", Text("kết nối dữ liệu", "data connections")),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sheet as the workbook part lists it."""

    name: str
    relation: str
    visibility: Visibility


def read_ooxml(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; Damaged, Locked or OverLimit when it cannot be had."""
    package = open_package(data)
    # A grid is only dicts and values without cycles: the collector finds nothing and costs a third.
    with collector_paused():
        workbook = _workbook(package, name, sha256)
    return workbook, active_content(package, name)


def _workbook(package: Package, name: str, sha256: str) -> Workbook:
    roots = package.relations("")
    part = target(roots, "officedocument") or _WORKBOOK
    elements = outline(package.read(part), part)
    related = package.relations(part)
    since_1904 = any(
        element.path == "workbookPr" and element.attributes.get("date1904") in ("1", "true")
        for element in elements
    )
    maker = cell_maker(package, related, since_1904=since_1904)
    budget = Budget()
    entries = [
        _Entry(
            element.attributes.get("name", ""),
            element.attributes.get("id", ""),
            _VISIBILITY.get(element.attributes.get("state", ""), Visibility.VISIBLE),
        )
        for element in elements
        if element.path == "sheets/sheet"
    ]
    by_id = {relation.id: relation for relation in related}
    grids = (_grid(package, name, entry, by_id, maker, budget) for entry in entries)
    return Workbook(
        name,
        sha256,
        tuple(grid for grid in grids if grid is not None),
        custom_properties(package, target(roots, "customproperties")),
    )


def cell_maker(package: Parts, related: tuple[Relation, ...], *, since_1904: bool) -> CellMaker:
    """What makes the cells of a workbook from its texts and styles."""
    strings, styles = target(related, "sharedstrings"), target(related, "styles")
    return CellMaker(
        read_strings(package.read(strings), strings) if strings else (),
        read_styles(package.read(styles), styles) if styles else (),
        since_1904=since_1904,
    )


def _grid(
    package: Package,
    file: str,
    entry: _Entry,
    related: Mapping[str, Relation],
    maker: CellMaker,
    budget: Budget,
) -> Grid | None:
    """A sheet's grid; None for sheets without cells (charts, dialogs, Excel 4 macros)."""
    relation = related.get(entry.relation)
    if relation is None:
        raise Damaged(
            Text(
                f"không tìm thấy nội dung của trang “{entry.name}” trong tệp",
                f"the content of the sheet “{entry.name}” is not in the file",
            )
        )
    if relation.kind != "worksheet":
        return None
    content = read_cells(package.read(relation.target), relation.target, maker, budget)
    return Grid(
        file,
        entry.name,
        content.rows,
        content.merges,
        content.hidden_rows,
        content.hidden_columns,
        entry.visibility,
    )


def custom_properties(package: Package, part: str | None) -> Mapping[str, str]:
    """The custom properties, name → text: where a workbook `cadre` wrote carries its mark."""
    if part is None or part not in package:
        return {}
    properties: dict[str, str] = {}
    last = ""
    for element in outline(package.read(part), part):
        if element.path == "property":
            last = element.attributes.get("name", "")
        elif last and element.path.startswith("property/"):
            properties.setdefault(last, element.text)
    return properties


def active_content(package: Package, name: str) -> tuple[Finding, ...]:
    """T09 for macros, links and connections among the parts."""
    parts = package.names()
    found = tuple(words for mark, words in _ACTIVE if any(mark in part for part in parts))
    return (ActiveContent(at=CellRef(name), found=found),) if found else ()


def target(relations: tuple[Relation, ...], kind: str) -> str | None:
    """The first part of a kind."""
    return next((relation.target for relation in relations if relation.kind == kind), None)


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles meanwhile: for work that makes many objects and hardly any cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Counts all that was made among the old objects, unseen: a first pass over it costs
            # a tenth of the reading.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
