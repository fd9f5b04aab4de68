"""Tables that are there and cannot be read: what they hold is unknown, which is not nothing."""

from __future__ import annotations

from collections.abc import Iterable

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Unread
from cadre_cli.sheets.table import Parsed, Table


def unread_table(table: Table, kinds: Iterable[str]) -> tuple[Unread, ...]:
    """That a table's sheet could not be read, for each kind of record it would hold."""
    at = CellRef(table.grid.file, table.grid.sheet)
    return tuple(Unread(kind, at) for kind in sorted(kinds))


def is_lost(table: Table, parsed: Parsed) -> bool:
    """Whether nothing of the table counts: its columns are shifted (B08), or tasks are nobody's."""
    if any(finding.code == "B08" for finding in table.findings):
        return True
    tasks = parsed.records.tasks
    unowned = bool(tasks) and not any(task.owners for task in tasks)
    return unowned and any(finding.code == "B05" for finding in parsed.findings)
