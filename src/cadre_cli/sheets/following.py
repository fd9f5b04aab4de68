"""Where one table of a sheet ends and another begins: whose it is, and of what slip."""

from __future__ import annotations

from cadre_cli.domain.grid import Grid
from cadre_cli.sheets.choosing import Candidate
from cadre_cli.sheets.subject import names_another
from cadre_cli.sheets.table import Subject, Table
from cadre_cli.vietnamese.names import name_key

_OF_WORK = frozenset(
    [
        "owner",
        "assigner",
        "assigned_on",
        "deadline",
        "assigned",
        "finished",
        "finished_on",
        "product",
        "coefficient",
    ]
)
"""What a list of tasks below a slip's criteria has, and its section II has not."""


def follows_a_slip(other: Candidate, between: Grid, row: int) -> bool:
    """Whether a heading below a slip's criteria is no more of that slip, but another or a list of tasks."""
    if other.kind.of_one_person:
        return names_another(between, row)
    return len(other.matched.fields & _OF_WORK) > 1 or "name" in other.matched.fields


def is_more_of_a_slip(table: Table, rest: Grid, best: Candidate) -> bool:
    """Whether what was found below a table goes on with its slip."""
    return table.kind == "slip" and not follows_a_slip(best, rest, best.top)


def is_about_another(named: Subject, before: Subject) -> bool:
    """Whether the lines above a heading name somebody, a unit or a village that they did not before."""
    if named.person is not None and before.person is not None:
        return name_key(named.person.name) != name_key(before.person.name)
    return (
        named.person is not None
        or named.unit not in (None, before.unit)
        or named.village not in (None, before.village)
    )
