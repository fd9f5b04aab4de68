"""One file looked into without any law: what `cadre inspect` and the person behind it see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cadre_cli.domain.findings import Finding
from cadre_cli.pipeline.files import Input, gather, read_input
from cadre_cli.pipeline.intake import Understood, kind_of, sheet_kinds, understand
from cadre_cli.pipeline.which_period import folder_of, period_of
from cadre_cli.sheets.table import LeftOut, Table


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was understood of a file; `understood` is None when it could not be read."""

    file: str
    understood: Understood | None
    findings: tuple[Finding, ...]


def inspect_file(path: Path, password: str | None = None) -> Inspection:
    """Read one file with the mapping of its office's cadre.toml."""
    files = gather([path], sheet_kinds())
    office = files[0].office
    each = next((one for one in files[0].inputs), Input(path, path.as_posix()))
    data = read_input(each)
    if isinstance(data, Finding):
        return Inspection(each.name, None, (data,))
    understood, findings = understand(data, each.name, office, password)
    if understood is not None:
        understood = _with_periods(understood, each)
    return Inspection(each.name, understood, findings)


def _with_periods(understood: Understood, each: Input) -> Understood:
    """With the period of each table as the file's or the folder's name says it, too."""
    folder = folder_of(each.path, each.name)

    def told(table: Table) -> Table:
        if table.month is not None or not kind_of(table).needs_period:
            return table
        return replace(table, period=period_of(table, each.name, None, folder)[0])

    return replace(
        understood,
        sheets=tuple(
            sheet if isinstance(sheet, LeftOut) else tuple(map(told, sheet))
            for sheet in understood.sheets
        ),
    )
