"""The tables of a sheet one after the other: below each other, side by side, far to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, takewhile

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.body import GROUP, OTHER_TABLE, Body
from cadre_cli.sheets.choosing import Candidate, Choice
from cadre_cli.sheets.filled import is_filled
from cadre_cli.sheets.findings_table import DataOutside, NoSuchColumn
from cadre_cli.sheets.following import follows_a_slip, is_about_another, is_more_of_a_slip
from cadre_cli.sheets.hidden import hidden_data
from cadre_cli.sheets.layout import LAST_HEADING_ROW, Layout
from cadre_cli.sheets.months import by_month
from cadre_cli.sheets.neighbours import SCORED, of_people, with_content
from cadre_cli.sheets.regions import apart, columns_within, rows_within
from cadre_cli.sheets.rows import Begins, read_body
from cadre_cli.sheets.shift import shifted
from cadre_cli.sheets.slip_columns import with_superiors
from cadre_cli.sheets.subject import names_another, subject_above, subject_of
from cadre_cli.sheets.table import NOBODY, LeftOut, Subject, Table
from cadre_cli.sheets.titles import blank_period_at, is_form, period_of, title_lines
from cadre_cli.sheets.totals import totals_that_differ
from cadre_cli.vietnamese.dates import read_period

_SHIFTED = Text("tiêu đề và số liệu lệch cột", "headings and data are shifted")
_MOST_TABLES = 500
"""Tables one below the other: a slip for each person of a large office is fewer."""
_DEEPEST = 3
"""Tables beside tables beside tables: nobody was seen to go further."""
_FURTHER = 60
"""Rows below a table in which another is looked for: between two slips stand remarks and signatures."""
_CRITERIA_ROWS = 15
"""Rows of a slip: a numbering of columns, 13 criteria, a total."""
_LEAST_KNOWN = 3
"""Known headings by which a row below a table begins another."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What was said above or at the left of a part of a sheet; `depth` counts parts in parts."""

    lines: tuple[str, ...] = ()
    period: Period | None = None
    subject: Subject = NOBODY
    depth: int = 0


def tables_of(grid: Grid, choice: Choice) -> tuple[Table, ...]:
    """Every table of a sheet, from the top and from left to right; () when it holds none of ours.

    What looks like data outside all of them is B07.
    """
    found = _read(grid, choice, _Above())
    return tuple([table for table in found if _says_anything(table)] or found[:1])


def _says_anything(table: Table) -> bool:
    """Whether it has rows; a slip may be scored by groups alone, which are no rows of data."""
    return bool(table.rows or table.totals) or table.kind == "slip"


def _read(part: Grid, choice: Choice, above: _Above) -> list[Table]:
    """The tables of a part of the sheet."""
    found: list[tuple[Table, Body | None]] = []
    unfilled: set[int] = set()
    rest = part
    for _ in range(_MOST_TABLES):
        if not rest.rows:
            break
        top, beside = apart(rest, choice) if above.depth < _DEEPEST else (0, ())
        if beside:
            found += _all(_beside(rest, beside, choice, _above_all(rest, top, above)))
            break
        later = rest is not part or above.depth > 0
        layout = Layout(rest, min(rest.rows), _FURTHER if later else LAST_HEADING_ROW)
        best, slipless = _likeliest(part, layout, choice, found, above, later=later)
        lines = () if best is None else title_lines(rest, best.top)
        if best is None:
            break
        blank = blank_period_at(rest, best.top) if is_form(lines) else None
        if blank is not None and above.period is not None:
            above = replace(above, period=None)  # another month, not said which
        if found and is_more_of_a_slip(found[-1][0], rest, best):
            rest = rows_within(rest, best.bottom + 1)
            continue
        above = _said(rest, best, lines, above, later=later, slipless=slipless)
        may_be_form = blank is not None and (later or not choice.named)
        heading = range(best.top, best.bottom + 1)
        begins = _begins(rest, best, choice, above)
        columns = best.matched.columns
        of_person = above.subject.person is not None
        body = read_body(
            rest, heading, columns, best.kind, begins, choice.taken, of_person=of_person
        )
        if best.kind.of_one_person and _is_unfilled(rest, best, above):
            unfilled.add(len(found))
        table, *months = (
            replace(one, blank_title=blank) for one in _tables(rest, best, body, above)
        )
        if may_be_form and not any(map(is_filled, (table, *months))):
            break
        found.append((table, body))
        found += _all(months)
        far = _far_right(rest, best, body) if above.depth < _DEEPEST else None
        if far is not None:
            found += _all(_read(far, choice, replace(above, depth=above.depth + 1)))
        if body.end is None:
            break
        rest = rows_within(rest, body.end)
    return [_without_others(found, n) for n in range(len(found)) if n not in unfilled]


def _is_unfilled(part: Grid, best: Candidate, above: _Above) -> bool:
    """Whether a slip names nobody and nobody was scored in it."""
    places = [c.column for c in best.matched.columns if c.field in ("self_points", "points")]
    rows = range(best.bottom + 1, best.bottom + 1 + _CRITERIA_ROWS)
    cells = (part.cell(row, place) for row in rows for place in places)
    scored = any(cell is not None and isinstance(cell.value, Decimal) for cell in cells)
    return above.subject.person is None and not scored


def _all(tables: Iterable[Table]) -> list[tuple[Table, Body | None]]:
    """Tables that are finished already."""
    return [(table, None) for table in tables]


def _beside(part: Grid, ranges: Sequence[range], choice: Choice, above: _Above) -> list[Table]:
    deeper = replace(above, depth=above.depth + 1)
    return [
        table
        for columns in ranges
        for table in _read(columns_within(part, columns), choice, deeper)
    ]


def _above_all(part: Grid, top: int, above: _Above) -> _Above:
    """What the lines above several tables say, for each that says nothing itself."""
    lines = title_lines(part, top)
    period = period_of(lines) or above.period or read_period(part.sheet)
    return _Above(lines or above.lines, period, subject_of(part, top, above.subject), above.depth)


def _said(
    part: Grid,
    best: Candidate,
    lines: tuple[str, ...],
    above: _Above,
    *,
    later: bool,
    slipless: bool,
) -> _Above:
    """What holds for a table: its own title, else what was said before it, else the sheet's name.

    A slip is about the person named above it and nobody else, however the sheet is called; below
    a list of tasks it may go on about the person of that list.
    """
    period = period_of(lines) or above.period or read_period(part.sheet)
    if best.kind.of_one_person and later and not slipless:
        subject = subject_above(part, best.top)
    else:
        subject = subject_of(part, best.top, above.subject)
    return _Above(lines or above.lines, period, subject, above.depth)


def _far_right(part: Grid, best: Candidate, body: Body) -> Grid | None:
    """What stands beside a table, at the right of its last column; None when it is no table."""
    reach = max(column.column for column in best.matched.columns) + 1
    last = max((max(cells) for cells in part.rows.values() if cells), default=0)
    if last < reach + 1:
        return None
    beside = columns_within(rows_within(part, min(part.rows), body.end), range(reach, last + 1))
    return beside if sum(len(cells) > 1 for cells in beside.rows.values()) > 1 else None


# ── where another table begins ───────────────────────────────────────────────────────────────


def _begins(part: Grid, best: Candidate, choice: Choice, above: _Above) -> Begins:
    """Whether a row below a table is the heading of another.

    A heading that is only repeated begins one where another person or another period stands above
    it; else it is that of the next page.
    """

    def begins(row: int, last: int, repeats: bool) -> bool:
        between = rows_within(part, last + 1, row)
        if repeats and best.kind.of_one_person:
            return names_another(between, row)
        if repeats:
            other = period_of(title_lines(between, row)) not in (None, above.period)
            return other or is_about_another(subject_above(between, row), above.subject)
        layout = Layout(
            rows_within(part, last + 1, row + 5), row
        )  # a slip is told by its name line
        texts = layout.texts(row)
        known = sum(map(choice.knows, texts))
        if known < _LEAST_KNOWN or known * 10 < len(texts) * 6:
            return False
        blocks = dict.fromkeys(layout.block(row, bottom) for bottom in (row, row + 1))
        found = [one for one in choice.candidates(layout, blocks) if one.identifies]
        if best.kind.of_one_person:
            found = [one for one in found if follows_a_slip(one, between, row)]
        return bool(found)

    return begins


def _likeliest(
    part: Grid,
    layout: Layout,
    choice: Choice,
    found: Sequence[tuple[Table, Body | None]],
    above: _Above,
    *,
    later: bool,
) -> tuple[Candidate | None, bool]:
    """The likeliest table, and whether it would be the slip of whose work stands above it."""
    slipless = later and _has_no_slip(above.subject, found)
    best = with_content(choice.best(layout, strict=later, of_person=slipless))
    if slipless and best is not None and best.kind.of_one_person:
        between = rows_within(part, found[-1][0].rows[-1].number + 1, best.top)
        slipless = not names_another(between, best.top)
    return best, slipless


def _has_no_slip(subject: Subject, found: Sequence[tuple[Table, Body | None]]) -> bool:
    """Whether the last table lists the work of somebody who was named, and whose slip is to come."""
    last = found[-1][0] if found else None
    if last is None or last.kind != "tasks" or not last.rows or subject.person is None:
        return False
    slips = (table.subject.person for table, _ in found if table.kind == "slip")
    return all(who is None or who.at != subject.person.at for who in slips)


def _without_others(found: Sequence[tuple[Table, Body | None]], place: int) -> Table:
    """A table without what a later one took for its own; what else looks like data is B07."""
    table, body = found[place]
    if body is None or body.end is None:
        return table
    tops = [other.heading_rows[0] for other, _ in found[place + 1 :]]
    following = min((top for top in tops if top >= body.end), default=None)
    kept, outside = table.left_out, body.outside
    if following is not None:
        kept = tuple(each for each in kept if not _is_below(each, body.end))
        outside = takewhile(lambda at: (at.row or 0) < following, outside)
    more = [DataOutside(at=at, end=body.end - 1) for at in islice(outside, 1)]
    return replace(table, left_out=kept, findings=_in_order([*table.findings, *more]))


def _is_below(each: LeftOut, end: int) -> bool:
    """Whether a row between two tables belongs to the next one's title or heading."""
    return (each.at.row or 0) >= end and each.why in (GROUP, OTHER_TABLE)


# ── one table ────────────────────────────────────────────────────────────────────────────────


def _tables(grid: Grid, best: Candidate, body: Body, above: _Above) -> list[Table]:
    """The table, or one for each month that it has columns of."""
    table = _table(grid, best, body, above)
    return by_month(table, best.months) if best.months else [table]


def _table(grid: Grid, best: Candidate, body: Body, above: _Above) -> Table:
    columns = best.matched.columns
    findings: list[Finding] = [*best.matched.findings, *_missing(grid, best)]
    rows, left_out = tuple(body.rows), tuple(body.left_out)
    known = [column for column in columns if column.field is not None]
    out_of_line = shifted(grid, known, rows)
    if out_of_line is not None:
        findings.append(out_of_line)
        left_out += tuple(LeftOut(grid.ref(row.number, known[0].column), _SHIFTED) for row in rows)
        rows = ()
    else:
        if not best.kind.of_one_person:  # a slip's sums are told by its criteria
            findings += totals_that_differ(grid, columns, body)
        findings += hidden_data(grid, columns, rows)
    table = Table(
        kind=best.kind.name,
        grid=grid,
        heading_rows=tuple(range(best.top, best.bottom + 1)),
        columns=columns,
        rows=rows,
        totals=tuple(body.totals),
        left_out=left_out,
        period=above.period if best.kind.needs_period else None,
        title="\n".join(above.lines),
        findings=_in_order(findings),
        subject=above.subject,
    )
    if best.kind.of_one_person:
        return with_superiors(table, "points")
    return of_people(table) if SCORED in {spec.name for spec in best.kind.fields} else table


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _missing(grid: Grid, best: Candidate) -> Iterator[Finding]:
    """B05 at the sheet: there is no cell to point at."""
    for spec in best.kind.fields:
        if spec.required and spec.name not in best.matched.fields:
            yield NoSuchColumn(
                at=CellRef(grid.file, grid.sheet), table=best.kind.shown, heading=spec.headings[0]
            )
