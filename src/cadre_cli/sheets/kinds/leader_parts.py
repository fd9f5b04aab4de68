"""The parts d, đ, e of leaders and managers (NĐ 335/2025 Đ15.3) in a sheet of their own."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Event, LeaderParts, Records
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.leader_columns import LEADER_FIELDS, leader_parts_of
from cadre_cli.sheets.people_rows import happenings_of, person_of
from cadre_cli.sheets.person_columns import HAPPENED, PERSON
from cadre_cli.sheets.reading import parse_rows
from cadre_cli.sheets.table import Parsed, SheetKind, Table


def parse(table: Table) -> Parsed:
    """A row for each leader; a row that states no part is left to C10."""
    parts: list[LeaderParts] = []
    events: list[Event] = []
    findings: list[Finding] = list(repeated_rows(table))
    for reader in parse_rows(table):
        who = person_of(reader)
        if who is None:
            if any(reader.text(field.name) is not None for field in LEADER_FIELDS):
                reader.require("name")
                findings += reader.findings
            continue
        if part := leader_parts_of(reader, who):
            parts.append(part)
        events += happenings_of(reader, who, table.period)
        findings += reader.findings
    return Parsed(
        Records(leader_parts=tuple(parts), events=tuple(events), kinds=frozenset({"leader_parts"})),
        tuple(findings),
    )


KIND = SheetKind(
    name="leader_parts",
    shown=Text("tiêu chí lãnh đạo, quản lý (d, đ, e)", "leaders' parts (d, đ, e)"),
    fields=(*PERSON, *LEADER_FIELDS, *HAPPENED),
    parse=parse,
    titles=("lãnh đạo, quản lý", "tiêu chí lãnh đạo", "d, đ, e", "công chức lãnh đạo"),
)
