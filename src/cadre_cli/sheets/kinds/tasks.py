"""Sheets of tasks: the plan that was registered, what was assigned, how it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.tasks import Phase, Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.block_owner import owner_of_block, owner_of_sheet, unit_of_block
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.findings_table import NoSuchColumn
from cadre_cli.sheets.findings_tasks import CrossedOutButCounted, OneEachAssumed
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.placements import stated_above
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.result_cells import ResultColumn, result_cell, share_of_work
from cadre_cli.sheets.table import Parsed, SheetKind, Table
from cadre_cli.sheets.task_category import category_of_row
from cadre_cli.sheets.task_columns import counts_finished, settled
from cadre_cli.sheets.task_fields import FIELDS, RESULT_FIELDS
from cadre_cli.sheets.task_results import result_of
from cadre_cli.sheets.task_words import (
    by_role,
    is_called_off,
    is_extra,
    phase_of,
)

_SHOWN = Text("giao việc, kết quả công việc", "tasks")
_ZERO = Decimal(0)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What holds for the whole sheet."""

    table: Table
    phase: Phase
    owner: Mention | None
    """The one person a line above the table names, when no column names owners."""
    share: ResultColumn | None = None

    @property
    def is_plan(self) -> bool:
        return self.phase is Phase.PLAN


def parse(table: Table) -> Parsed:
    """Every row as a Task of the phase that the sheet records."""
    unread = not_understood(table)
    table, about_columns = settled(table, frozenset(RESULT_FIELDS))
    held = frozenset(table.places)
    phase = phase_of(table.title, table.grid.sheet, held, RESULT_FIELDS)
    above = None if held & {"owner", "owner_unit"} else owner_of_sheet(table)
    sheet = _Sheet(table, phase, above, share_of_work(table))
    tasks: list[Task] = []
    findings: list[Finding] = []
    for reader in parse_rows(table):
        task = _task(reader, sheet)
        if task is not None:
            tasks.append(task)
        findings += reader.findings
    about_sheet = [*unread, *about_columns, *_missing_columns(sheet, tasks), *_assumed(sheet)]
    kind = "plan" if sheet.is_plan else "tasks"
    told = () if above is None else stated_above(table.subject, above)
    return Parsed(
        Records(tasks=tuple(tasks), kinds=frozenset({kind}), placements=told),
        (*about_sheet, *findings, *repeated_rows(table)),
    )


def _task(reader: RowReader, sheet: _Sheet) -> Task | None:
    content = _content(reader, sheet.table)
    named = reader.text("number"), reader.text("code")
    if content is None and not any(named) and not _says_anything(reader):
        return None
    _require(reader, sheet, content)
    if not sheet.is_plan:
        reader.findings += _called_off(reader, sheet.table, content)
    owners, co_owners = _people(reader, sheet)
    assigned = reader.quantity("assigned")
    period = sheet.table.period
    assigned_on = reader.day("assigned_on", until=period.last_day if period else None)
    result = result_of(reader, sheet.table, assigned, assigned_on)
    share = None if sheet.is_plan else sheet.share
    if result["finished_share"] is not None:  # of what was assigned: unplanned work too
        reader.require("assigned")
    return Task(
        at=reader.at,
        phase=sheet.phase,
        number=named[0],
        code=named[1],
        content=content,
        product=reader.text("product"),
        unit=reader.text("unit") or unit_of_block(reader.group) or sheet.table.subject.unit,
        owners=owners,
        co_owners=co_owners,
        assigner=_one(reader, "assigner"),
        assigned_on=assigned_on,
        deadline=reader.day("deadline", since=assigned_on),
        registered_on=reader.day("registered_on"),
        category=category_of_row(reader, sheet.table.title),
        assigned=assigned,
        assumed_one=_assumes_one(sheet),
        coefficient=reader.number("coefficient", above=_ZERO, shared=True),
        note=reader.text("note"),
        extra_allowed=is_extra(reader.text("note")),
        share_cell=None if share is None else result_cell(share, sheet.table, reader.at.row),
        **result,
    )


def _content(reader: RowReader, table: Table) -> str | None:
    """The words of the task; "Nhiệm vụ" and "Công việc chi tiết" side by side are both kept."""
    words = [reader.text_at(column) for column in table.all("content")]
    return " – ".join(dict.fromkeys(word for word in words if word)) or None


def _called_off(reader: RowReader, table: Table, content: str | None) -> Iterator[Finding]:
    """G13: a row that the office has crossed out, or notes as dropped, counts like any other."""
    for column in table.all("content")[:1]:
        cell = reader.cell_at(column)
        if cell is not None and cell.struck:
            how = Text("bị gạch ngang", "is crossed out")
            yield CrossedOutButCounted(at=reader.ref_at(column), task=content or "", how=how)
            return
    note = reader.text("note")
    if note is not None and is_called_off(note):
        how = Text(f"có ghi chú “{note}”", f'has the note "{note}"')
        yield CrossedOutButCounted(at=reader.at.cell("note"), task=content or "", how=how)


_TELLS_A_TASK = ("product", "owner", "assigner", "deadline", "assigned", "finished", "finished_on")


def _says_anything(reader: RowReader) -> bool:
    """Whether a row without words of a task is one all the same: two more of its cells are filled."""
    return sum(1 for name in _TELLS_A_TASK if reader.text(name) is not None) >= 2


def _require(reader: RowReader, sheet: _Sheet, content: str | None) -> None:
    """D05 for needed cells that have no finding of their own (contract 9.12)."""
    if content is None and not (reader.text("number") or reader.text("code")):
        reader.require("content")
    if (
        sheet.phase in (Phase.ASSIGNMENT, Phase.WHOLE)
        and category_of_row(reader, sheet.table.title).in_denominator
    ):
        reader.require("assigned")


def _people(reader: RowReader, sheet: _Sheet) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Owners and co-owners; a unit where no person is named, a heading row where no cell says."""
    roles = [one.role for one in reader.people("owner")]
    owners, helping = by_role(reader.mentions("owner"), roles)
    owners = _with_code(owners, reader)
    if not owners and not reader.has("owner"):
        owners = reader.mentions("owner_unit")
    if not owners and not reader.has("owner"):
        block = owner_of_block(sheet.table, reader.group, reader.at.row) or sheet.owner
        owners = (block,) if block is not None else ()
    return owners, (*helping, *reader.mentions("co_owners"))


def _with_code(owners: tuple[Mention, ...], reader: RowReader) -> tuple[Mention, ...]:
    """The owner with the code that a column of its own gives, which may stand there alone."""
    code = reader.text("owner_code")
    if code is None or len(owners) > 1:
        return owners
    if not owners:
        return (Mention(code, code, reader.at.cell("owner_code"), code=code),)
    return (replace(owners[0], code=owners[0].code or code),)


def _one(reader: RowReader, field: str) -> Mention | None:
    return reader.mention(field)


def _assumes_one(sheet: _Sheet) -> bool:
    """Whether each row counts as one product: the sheet has no column of quantities at all.

    Beside a finished quantity one product a row would make 4 finished reports 400% (contract 9.12).
    """
    return _assigns(sheet) and not counts_finished(sheet.table)


def _assigns(sheet: _Sheet) -> bool:
    """Whether the sheet assigns work and states no assigned quantity."""
    return sheet.phase in (Phase.ASSIGNMENT, Phase.WHOLE) and "assigned" not in sheet.table.places


def _assumed(sheet: _Sheet) -> Iterator[Finding]:
    if _assumes_one(sheet):
        yield OneEachAssumed(at=CellRef(sheet.table.grid.file, sheet.table.grid.sheet))


_NEEDED = (
    ("content", "Nội dung công việc"),
    ("owner", "Người thực hiện"),
    ("assigner", "Người giao"),
    ("deadline", "Thời hạn hoàn thành"),
    ("assigned", "Số lượng được giao"),
)


def _missing_columns(sheet: _Sheet, tasks: list[Task]) -> Iterator[Finding]:
    """B05 by phase: a plan needs work and owner, a sheet of results whatever it is joined by."""
    held = frozenset(sheet.table.places)
    for field, heading in _NEEDED:
        if field in held or not _needs(sheet.phase, field, held):
            continue
        if field == "assigned" and not counts_finished(sheet.table):
            continue
        if field == "owner" and ("owner_unit" in held or any(task.owners for task in tasks)):
            continue
        yield NoSuchColumn(
            at=CellRef(sheet.table.grid.file, sheet.table.grid.sheet), table=_SHOWN, heading=heading
        )


def _needs(phase: Phase, field: str, held: frozenset[str]) -> bool:
    match phase:
        case Phase.PLAN:
            return field in ("content", "owner")
        case Phase.EVALUATION:
            return field == "content" and not held & {"number", "code"}
        case _:
            return True


KIND = SheetKind(
    name="tasks",
    shown=_SHOWN,
    fields=with_others(FIELDS),
    parse=parse,
    titles=(
        "giao việc",
        "giao nhiệm vụ",
        "kế hoạch công tác",
        "kế hoạch tháng",
        "đăng ký công việc",
        "đăng ký nhiệm vụ",
        "kết quả thực hiện nhiệm vụ",
        "kết quả công việc",
        "phiếu giao việc",
        "phân công nhiệm vụ",
        "bảng kê công việc",
        "theo dõi công việc",
        "nhiệm vụ",
        "công việc",
    ),
)
