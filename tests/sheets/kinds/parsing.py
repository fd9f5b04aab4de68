"""A sheet shown as Markdown, recognised as one kind and parsed."""

from __future__ import annotations

from tests.grids import grid

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut, Parsed, SheetKind, Table

FILE = "thang-03.xlsx"


def table_of(kind: SheetKind, markdown: str, sheet: str = "Sheet1") -> Table:
    """The table that recognition makes of the sheet when only this kind is known."""
    (table,) = tables_of(kind, markdown, sheet)
    return table


def tables_of(kind: SheetKind, markdown: str, sheet: str = "Sheet1") -> tuple[Table, ...]:
    """Every table that recognition makes of the sheet when only this kind is known."""
    found = recognise(grid(markdown, sheet=sheet, file=FILE), (kind,), Office())
    assert not isinstance(found, LeftOut), found
    return found


def parsed(kind: SheetKind, markdown: str, sheet: str = "Sheet1") -> Parsed:
    """The records and findings of the sheet."""
    return kind.parse(table_of(kind, markdown, sheet))


def cell(a1: str, sheet: str = "Sheet1") -> CellRef:
    """`cell("D5")` of the sheet; `cell("")` is the sheet as a whole."""
    if not a1:
        return CellRef(FILE, sheet)
    return CellRef(FILE, sheet, int(a1[1:]), ord(a1[0]) - 64)


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    """Each finding as its code and its cell ("D5"), in order of place."""
    return [(finding.code, finding.at.a1) for finding in sorted(findings, key=lambda f: f.order)]


def person(name: str, a1: str, sheet: str = "Sheet1", **more: str) -> Mention:
    """Somebody named in a cell without titles."""
    return Mention(name, name, cell(a1, sheet), **more)
