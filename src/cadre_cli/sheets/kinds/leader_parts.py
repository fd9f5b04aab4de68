"""The parts d, đ, e of leaders and managers (NĐ 335/2025 Đ15.3) in a sheet of their own."""

from __future__ import annotations

from cadre_cli.domain.texts import Text
from cadre_cli.sheets.criterion_columns import criterion_fields
from cadre_cli.sheets.leader_columns import leader_fields
from cadre_cli.sheets.other_columns import with_others
from cadre_cli.sheets.people_rows import read_people
from cadre_cli.sheets.person_columns import DESCRIBED, HAPPENED
from cadre_cli.sheets.stated_columns import stated_fields
from cadre_cli.sheets.table import Parsed, SheetKind, Table


def parse(table: Table) -> Parsed:
    """A row for each leader; a row that states no part is left to C10."""
    return read_people(table, "leader_parts")


KIND = SheetKind(
    name="leader_parts",
    shown=Text("tiêu chí lãnh đạo, quản lý (d, đ, e)", "leaders' parts (d, đ, e)"),
    fields=with_others(
        (
            *DESCRIBED,
            *leader_fields(telling=True),
            *criterion_fields(telling=False),
            *stated_fields(telling=False),
            *HAPPENED,
        )
    ),
    parse=parse,
    titles=("lãnh đạo, quản lý", "tiêu chí lãnh đạo", "d, đ, e", "công chức lãnh đạo"),
)
