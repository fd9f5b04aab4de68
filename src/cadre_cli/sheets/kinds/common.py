"""Marks for the common criteria: a row for each person, a column for each criterion and scorer."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import CommonMarks, Event, LeaderParts, Records, Stated
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.criteria import is_maximum_label
from cadre_cli.sheets.criterion_columns import (
    criterion_columns,
    criterion_fields,
    marks_of,
    maxima_rows,
)
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.leader_columns import LEADER_FIELDS, leader_parts_of
from cadre_cli.sheets.people_rows import happenings_of, person_of
from cadre_cli.sheets.person_columns import HAPPENED, PERSON
from cadre_cli.sheets.reading import parse_rows
from cadre_cli.sheets.stated_columns import stated_fields, stated_of
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table

_NOT_TELLING = tuple(FieldSpec(field.name, field.headings) for field in LEADER_FIELDS)
_EVALUATOR = FieldSpec("evaluator", ("Người chấm", "Người đánh giá", "Người chấm điểm"))


def parse(table: Table) -> Parsed:
    """Everyone's marks, and where the sheet has them the parts of leaders, events, stated totals."""
    columns = criterion_columns(table)
    maxima = maxima_rows(table)
    common: list[CommonMarks] = []
    parts: list[LeaderParts] = []
    events: list[Event] = []
    stated: list[Stated] = []
    findings: list[Finding] = list(repeated_rows(table, maxima))
    for reader in parse_rows(table):
        if reader.at.row in maxima or is_maximum_label(reader.text("name")):
            continue
        marks = marks_of(reader, columns)
        who = person_of(reader)
        if who is None:
            if any(mark.points is not None for mark in marks):
                reader.require("name")
                findings += reader.findings
            continue
        common.append(CommonMarks(who, reader.at, marks))
        events += happenings_of(reader, who, table.period)
        if part := leader_parts_of(reader, who):
            parts.append(part)
        if total := stated_of(reader, who, table):
            stated.append(total)
        findings += reader.findings
    return Parsed(
        Records(
            common=tuple(common),
            leader_parts=tuple(parts),
            events=tuple(events),
            stated=tuple(stated),
            kinds=frozenset({"common"} | ({"leader_parts"} if parts else set())),
        ),
        tuple(findings),
    )


KIND = SheetKind(
    name="common",
    shown=Text("điểm tiêu chí chung", "common criteria"),
    fields=(
        *PERSON,
        *criterion_fields(),
        *_NOT_TELLING,
        *stated_fields(telling=False),
        _EVALUATOR,
        *HAPPENED,
    ),
    parse=parse,
    titles=("tiêu chí chung", "chấm điểm", "điểm chung", "phiếu theo dõi, đánh giá", "30 điểm"),
)
