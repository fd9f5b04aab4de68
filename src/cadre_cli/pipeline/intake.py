"""One file: bytes → Intake (records and findings); no law, so it may run in a worker process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid, Workbook
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.office import SheetKinds
from cadre_cli.pipeline.findings_intake import NoKnownTable, SheetLeftOut
from cadre_cli.pipeline.named_rows import Named, rows_left, rows_named
from cadre_cli.pipeline.roster_events import dated
from cadre_cli.pipeline.unread import is_lost, unread_table
from cadre_cli.pipeline.unused_settings import period_unused
from cadre_cli.pipeline.village_logs import KINDS as OF_VILLAGES
from cadre_cli.pipeline.village_logs import in_months
from cadre_cli.pipeline.which_period import Dated, PeriodUnclear, contradictions, period_of
from cadre_cli.sheets.decode import decode
from cadre_cli.sheets.findings_days import lacks_year
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.letterhead import Letterhead, letterhead
from cadre_cli.sheets.recognise import is_empty, recognise
from cadre_cli.sheets.table import LeftOut, SheetKind, Table
from cadre_cli.sheets.titles import ABANDONED, EXAMPLE, FORM
from cadre_cli.workbook.own import is_copy
from cadre_cli.workbook.read import read

OWN_MARK = "cadre"
_ORGANISATIONS = "organisations"
"""Sheets about the office and its units: by themselves they make no period of people."""
FORM_MARK = "cadre-form"
"""Document property of the blank forms that come with `cadre`."""


@dataclass(frozen=True, slots=True)
class Part:
    """The records of a file that belong to one period; `period` is None for rosters and catalogues.

    A summary of the year, or a table of organisations or villages, only speaks `beside` others: it
    makes no period of people of its own.
    """

    period: Period | None
    records: Records
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """One file, read: small and without law, so that workers can send it back.

    `unreadable` is set when nothing could be read from it (exit code 3), `ours` when it is a
    workbook that `cadre` itself wrote.
    """

    source: Source
    parts: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = ()
    letterhead: Letterhead | None = None
    unreadable: bool = False
    ours: bool = False
    to_fill: tuple[Part, ...] = ()
    """Blank cells for results of months that a year's summary has columns of; nothing was read."""
    sheets: tuple[str, ...] = ()
    rows_named: Named = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the user adds to the files themselves.

    `period` (--period) serves where a file names none. `password` opens the locked ones; it is
    handed on, never kept or shown. `folder` is where the file lies, as far as that may say its period.
    """

    period: Period | None = None
    password: str | None = field(default=None, repr=False)
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A workbook with what each of its sheets was taken for: what `cadre inspect` shows."""

    workbook: Workbook
    sheets: tuple[tuple[Table, ...] | LeftOut, ...]
    findings: tuple[Finding, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the workbook, sheet by sheet."""
        return tuple(
            table for sheet in self.sheets if not isinstance(sheet, LeftOut) for table in sheet
        )


def sheet_kinds() -> SheetKinds:
    """The sheet kinds an office may name in cadre.toml, each with its fields."""
    return {kind.name: tuple(spec.name for spec in kind.fields) for kind in KINDS}


def understand(
    data: bytes, name: str, office: Office, password: str | None = None
) -> tuple[Understood | None, tuple[Finding, ...]]:
    """Read a file and recognise its sheets; None with T findings when it cannot be read."""
    workbook, findings = read(data, name, password)
    if workbook is None:
        return None, findings
    decoded = [decode(grid) for grid in workbook.grids]
    workbook = replace(workbook, grids=tuple(grid for grid, _ in decoded))
    findings += tuple(finding for _, said in decoded for finding in said)
    sheets = tuple(recognise(grid, KINDS, office) for grid in workbook.grids)
    return Understood(workbook, sheets, findings), findings


def intake(data: bytes, name: str, office: Office, reading: Reading = Reading()) -> Intake:
    """One file's records per period."""
    understood, findings = understand(data, name, office, reading.password)
    if understood is None:
        return Intake(Source(name, _sha256(data)), findings=findings, unreadable=True)
    workbook = understood.workbook
    source = Source(name, workbook.sha256)
    if OWN_MARK in workbook.names and not is_copy(workbook.names[OWN_MARK]):
        return Intake(source, ours=True)
    said = list(findings)
    for grid, sheet in zip(workbook.grids, understood.sheets, strict=True):
        if isinstance(sheet, LeftOut):
            said += _left_out(workbook, grid, sheet)
        said += rows_left(grid, office)
    parts, about = _parts(understood.tables, name, reading)
    said += about
    said += period_unused(name, reading.period, (part.period for part in parts))
    if _nothing_known(understood):
        said = [finding for finding in said if finding.code != "B02"]
        said.append(NoKnownTable(at=CellRef(name), why=_whys(understood)))
    return Intake(
        source,
        _by_period(parts),
        tuple(sorted(said, key=lambda finding: finding.order)),
        _letterhead(understood),
        to_fill=_by_period(_to_fill(understood.tables, name, reading)),
        sheets=tuple(grid.sheet for grid in workbook.grids),
        rows_named=rows_named(workbook.grids, office),
    )


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _left_out(workbook: Workbook, grid: Grid, sheet: LeftOut) -> list[Finding]:
    if is_empty(grid):  # Excel's own empty Sheet2, Sheet3: nothing to say about
        return []
    if FORM_MARK in workbook.names and sheet.why == EXAMPLE:  # the guide of our own forms
        return []
    return [SheetLeftOut(at=sheet.at, sheet=grid.sheet, why=sheet.why)]


def _nothing_known(understood: Understood) -> bool:
    """Whether no sheet is of a known kind, nor all that are filled blank forms or examples."""
    sheets = zip(understood.workbook.grids, understood.sheets, strict=True)
    filled = [sheet for grid, sheet in sheets if not is_empty(grid)]
    if any(not isinstance(sheet, LeftOut) for sheet in filled):
        return False
    whys = [sheet.why for sheet in filled if isinstance(sheet, LeftOut)]
    return not whys or any(why not in (FORM, EXAMPLE, ABANDONED) for why in whys)


def _whys(understood: Understood) -> Text:
    filled = [
        (grid.sheet, sheet.why)
        for grid, sheet in zip(understood.workbook.grids, understood.sheets, strict=True)
        if isinstance(sheet, LeftOut) and not is_empty(grid)
    ]
    if not filled:
        return Text("các trang đều trống", "all sheets are empty")
    return Text(
        "; ".join(f"“{sheet}” {why.vi}" for sheet, why in filled),
        "; ".join(f"“{sheet}” {why.en}" for sheet, why in filled),
    )


def _parts(
    tables: Sequence[Table], name: str, reading: Reading
) -> tuple[list[Part], list[Finding]]:
    """The records of every table; those without a period of their own are read last.

    In a workbook of one period a roster tells of that period, elsewhere only of days it names.
    """
    parts: list[Part] = []
    findings: list[Finding] = []
    told: list[Dated] = []
    timeless: list[Part] = []
    for table in sorted(tables, key=lambda one: not kind_of(one).needs_period):
        part, about = _part(table, name, reading, _only_period(parts))
        findings += [one for one in about if one.code != "B15" or one not in findings]
        (parts if kind_of(table).needs_period else timeless).append(part)
        if part.period is not None and not part.beside:
            at = CellRef(table.grid.file, table.grid.sheet)
            told.append(Dated(at, part.records.kinds, part.period))
    wrong = contradictions(told)
    findings += wrong
    parts = [_without_own_period(part, wrong) for part in parts]
    only = _only_period(parts)
    for part in timeless:
        records, lacking = (part.records, ()) if only is not None else dated(part.records)
        findings += lacking
        parts.append(Part(None, replace(records, events=records.events if only is None else ())))
        if only is not None and records.events:
            parts.append(Part(only, Records(events=records.events)))
    return parts, findings


def _without_own_period(part: Part, wrong: Sequence[PeriodUnclear]) -> Part:
    """Marks whose period contradicts that of the work: by themselves they make no period.

    Nobody could be scored in it, and its result would hide that the other one lacks them.
    """
    held = part.records
    marks = {(each.at.file, each.at.sheet) for each in held.common}
    parts = {(each.at.file, each.at.sheet) for each in held.leader_parts}
    sheets = marks | parts | {(each.at.file, each.at.sheet) for each in held.stated}
    told = any((one.at.file, one.at.sheet) in sheets for one in wrong)
    return replace(part, beside=True) if told else part


def _only_period(parts: Sequence[Part]) -> Period | None:
    periods = {part.period for part in parts if not part.beside}
    return periods.pop() if len(periods) == 1 else None


def kind_of(table: Table) -> SheetKind:
    """The kind that a table was recognised as."""
    return next(kind for kind in KINDS if kind.name == table.kind)


def _part(
    table: Table, name: str, reading: Reading, own: Period | None
) -> tuple[Part, list[Finding]]:
    """One table's records, or that it could not be read; `own` is the period of the workbook that a roster stands in."""
    kind = kind_of(table)
    if not kind.needs_period and own is not None:
        table = replace(table, period=own)
    period: Period | None = None
    unclear: list[Finding] = []
    if kind.needs_period:
        period, unclear = period_of(table, name, reading.period, reading.folder)
    if period is not None and table.month is None:
        table = replace(table, period=period)  # as the file, the folder or --period say it
    parsed = kind.parse(table)
    findings = [*table.findings, *parsed.findings]
    unread = Records(unread=unread_table(table, parsed.records.kinds))
    if any(finding.code == "B05" for finding in table.findings):
        # One problem, one finding: a missing column would blame every row below it.
        return Part(period, unread, beside=True), list(table.findings)
    findings += unclear
    if kind.needs_period and period is None:
        # With the period the years of its days are told, too: one problem, one finding.
        return Part(None, unread, beside=True), [f for f in findings if not lacks_year(f)]
    records = parsed.records
    if is_lost(table, parsed):
        records += unread
    beside = table.month is not None or table.kind == _ORGANISATIONS or table.kind in OF_VILLAGES
    return Part(period, records, beside=beside), findings


def _to_fill(tables: Sequence[Table], name: str, reading: Reading) -> list[Part]:
    """The result cells of months in which a year's summary says nothing yet."""
    parts: list[Part] = []
    for table in (month for each in tables for month in each.blank_months):
        period, _ = period_of(table, name, reading.period, reading.folder)
        rows = kind_of(table).parse(table).records.result_rows
        parts.append(Part(period, Records(result_rows=rows), beside=True))
    return parts


def _by_period(parts: Sequence[Part]) -> tuple[Part, ...]:
    joined: dict[tuple[Period | None, bool], Records] = {}
    for part in parts:
        for period, records in in_months(part.period, part.records):
            place = (period, part.beside)
            joined[place] = joined.get(place, Records()) + records
    return tuple(Part(period, records, beside) for (period, beside), records in joined.items())


def _letterhead(understood: Understood) -> Letterhead | None:
    """The first sheet's that has one above its tables."""
    for grid, sheet in zip(understood.workbook.grids, understood.sheets, strict=True):
        tables = () if isinstance(sheet, LeftOut) else sheet
        first = min((row for table in tables for row in table.heading_rows), default=None)
        head = letterhead(grid, first)
        if head is not None:
            return head
    return None


def unread(name: str, finding: Finding) -> Intake:
    """A file that could not even be opened."""
    return Intake(Source(name, ""), findings=(finding,), unreadable=True)
