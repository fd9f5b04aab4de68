"""Tables with a row for each person: marks, leaders' parts, events, the office's own results."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.marks import CommonMarks, LeaderParts
from cadre_cli.domain.officers import StatedPlacement
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records
from cadre_cli.domain.stated import ResultRow, Stated
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.block_owner import unit_of_block
from cadre_cli.sheets.criteria import TOTAL, is_maximum_label
from cadre_cli.sheets.criterion_columns import (
    CriterionColumn,
    criterion_columns,
    marks_of,
    maxima_rows,
    without_remarks,
)
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.event_words import is_disciplined
from cadre_cli.sheets.findings_words import WordsNotUnderstood
from cadre_cli.sheets.happenings import event_in_column, event_in_note
from cadre_cli.sheets.leader_columns import leader_parts_of
from cadre_cli.sheets.other_columns import not_understood
from cadre_cli.sheets.own_points import adjustments_of, own_columns, own_marks
from cadre_cli.sheets.part_columns import part_columns
from cadre_cli.sheets.placements import stated_in_row
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.result_cells import ResultColumn, result_columns, result_row
from cadre_cli.sheets.stated_columns import common_totals, stated_of
from cadre_cli.sheets.table import NOBODY, Parsed, Subject, Table
from cadre_cli.vietnamese.numbers import stated_maximum


@dataclass(slots=True)
class _Found:
    """What the rows of one table have told so far."""

    common: list[CommonMarks] = field(default_factory=list)
    parts: list[LeaderParts] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    result_rows: list[ResultRow] = field(default_factory=list)
    placements: list[StatedPlacement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def records(self, kind: str) -> Records:
        kinds = {kind}
        kinds |= {"common"} if self.common else set()
        kinds |= {"leader_parts"} if self.parts else set()
        return Records(
            common=tuple(self.common),
            leader_parts=tuple(self.parts),
            events=tuple(self.events),
            stated=tuple(self.stated),
            result_rows=tuple(self.result_rows),
            kinds=frozenset(kinds),
            placements=tuple(self.placements),
        )


def read_people(table: Table, kind: str) -> Parsed:
    """Everything a table of people says, whichever of its kinds it was recognised as.

    In a summary ("stated") the marks are mostly sums of another sheet: they are kept apart as such,
    and blank ones say nothing.
    """
    table = without_remarks(table)
    columns = criterion_columns(table)
    own = own_columns(table)
    maxima = maxima_rows(table)
    common = common_totals(table)
    used = frozenset(one.column.column for one in (*columns, *own))
    parts = part_columns(table, used)
    known = used | {column.column for column in parts.values()}
    unread = not_understood(table, known, frozenset(maxima))
    found = _Found(findings=[*repeated_rows(table, maxima), *unread])
    marked = {one.column.column for one in columns if one.criterion != TOTAL}
    not_totals = common | {column.column for name, column in parts.items() if name == "result"}
    results = result_columns(table, common, parts, frozenset(marked))
    for reader in parse_rows(table):
        if reader.at.row in maxima or is_maximum_label(reader.text("name")):
            continue
        summary = kind == "stated"
        _read_row(
            reader, table, (columns, own), found, results, not_totals=not_totals, summary=summary
        )
        found.findings += reader.findings
    return Parsed(found.records(kind), tuple(found.findings))


def _read_row(
    reader: RowReader,
    table: Table,
    marked: tuple[tuple[CriterionColumn, ...], tuple[CriterionColumn, ...]],
    found: _Found,
    results: tuple[ResultColumn, ...],
    *,
    not_totals: frozenset[int],
    summary: bool,
) -> None:
    who = person_of(reader, table.subject)
    named = who or Mention("", "", reader.at.cell("name"))
    columns, own = marked
    marks = marks_of(reader, columns)
    own_table = own_marks(reader, own, marks)
    beside = adjustments_of(reader, table)
    parts = leader_parts_of(reader, named)
    stated = stated_of(reader, named, table, not_totals)
    given = any(mark.points is not None for mark in (*marks, *own_table, *beside))
    if who is None:
        if given or parts:
            reader.require("name")
        else:
            reader.findings.clear()  # a row of nobody's: what it holds is not needed
        return
    if given or (columns and not summary):
        found.common.append(CommonMarks(who, reader.at, marks, summary, own_table, beside))
    if parts:
        found.parts.append(parts)
    if stated:
        found.stated.append(stated)
    if results:
        found.result_rows.append(result_row(reader.at, who, table, results))
    found.events += happenings_of(reader, who, table.period)
    if table.month is None:  # a summary of the year tells what people are at its end
        found.placements.append(stated_in_row(reader, who))


_COLUMNS = (("discipline", EventKind.DISCIPLINE), ("leave", EventKind.LEAVE))
_EXPECTED = "Khiển trách, Cảnh cáo … kèm số quyết định; không có thì để trống"


def person_of(reader: RowReader, subject: Subject = NOBODY) -> Mention | None:
    """Whose row it is, with unit and code to tell homonyms apart."""
    who = reader.mention("name", unit="unit", code="code")
    if who is None or who.unit is not None:
        return who
    return replace(who, unit=unit_of_block(reader.group) or subject.unit)


def _happened(reader: RowReader, field: str) -> str | None:
    """What a column of events says; "Ý thức kỷ luật (20đ)" is a criterion, not a discipline."""
    if stated_maximum(reader.heading(field)) is not None:
        return None
    return reader.text(field)


def happenings_of(reader: RowReader, who: Mention, period: Period | None) -> tuple[Event, ...]:
    """Leave, discipline and transfer from their columns or from the note (contract 9.9).

    A note that repeats what a column says makes no second event.
    """
    events = [
        event_in_column(kind, _happened(reader, field), who, reader.at.cell(field), period)
        for field, kind in _COLUMNS
    ]
    if is_disciplined(_happened(reader, "discipline")) is None:
        reader.findings.append(
            WordsNotUnderstood(
                at=reader.at.cell("discipline"),
                heading=reader.heading("discipline"),
                written=reader.text("discipline") or "",
                expected=_EXPECTED,
            )
        )
    events.append(event_in_note(reader.text("note"), who, reader.at.cell("note"), period))
    told: dict[EventKind, Event] = {}
    for event in events:
        if event is not None:
            told.setdefault(event.kind, event)
    return tuple(told.values())
