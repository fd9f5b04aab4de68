"""One sheet kind per file; the order settles what nothing else does."""

from cadre_cli.sheets.kinds import (
    brought,
    catalogue,
    common,
    contributions,
    events,
    households,
    leader_parts,
    new_rural,
    organisations,
    roster,
    slip,
    stated,
    tasks,
    village_tasks,
    visits,
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
    village_tasks.KIND,
    new_rural.KIND,
    contributions.KIND,
    households.KIND,
    visits.KIND,
)
