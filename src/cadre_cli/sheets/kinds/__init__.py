"""One sheet kind per file; the order settles what nothing else does."""

from cadre_cli.sheets.kinds import (
    brought,
    catalogue,
    common,
    events,
    leader_parts,
    organisations,
    roster,
    slip,
    stated,
    tasks,
)
from cadre_cli.sheets.table import SheetKind

KINDS: tuple[SheetKind, ...] = (
    tasks.KIND,
    common.KIND,
    slip.KIND,
    leader_parts.KIND,
    stated.KIND,
    events.KIND,
    brought.KIND,
    roster.KIND,
    catalogue.KIND,
    organisations.KIND,
)
