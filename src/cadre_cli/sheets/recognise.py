"""Grid → Table: where the heading is, which sheet kind it speaks for, which rows are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Office
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.findings_table import NoSuchColumn
from cadre_cli.sheets.headings import Heading, Matched, is_numbering, match
from cadre_cli.sheets.hidden import hidden_data
from cadre_cli.sheets.layout import LAST_HEADING_ROW, Layout
from cadre_cli.sheets.rows import read_body
from cadre_cli.sheets.shift import shifted
from cadre_cli.sheets.table import FieldSpec, How, LeftOut, SheetKind, Table
from cadre_cli.sheets.titles import EXAMPLE, FORM, is_example, is_form, period_of, title_lines
from cadre_cli.sheets.totals import totals_that_differ
from cadre_cli.vietnamese.text import fold

FAMILY = FieldSpec(
    "family",
    ("Họ", "Họ đệm", "Họ và đệm", "Họ và tên đệm", "Họ, tên đệm", "Họ lót", "Họ và chữ lót"),
)
"""The family name in a column of its own, beside one headed "Tên"."""

_DEFAULTS = Office()
_MOST_BLOCKS = 4
_WEIGHTS = {How.GIVEN: 1.0, How.EXACT: 1.0, How.FOLDED: 0.99, How.NEAR: 0.4}
_INCIDENTAL = frozenset({"note", "ordinal", "number"})
"""Fields that every kind of sheet has: they speak for none."""

_EMPTY = Text("trang trống", "the sheet is empty")
_NO_HEADING = Text(
    "không thấy hàng tiêu đề của bảng nào đã biết", "no heading of a known kind of table was found"
)
_CRITERIA = Text(
    "là danh mục tiêu chí chấm điểm, không có người được chấm",
    "it lists criteria and their points, and names nobody",
)
_NO_ROWS = Text("bảng chưa có dòng số liệu nào", "the table has no rows of data")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One heading block read as one sheet kind."""

    kind: SheetKind
    top: int
    bottom: int
    matched: Matched
    weight: tuple[float, ...]


def recognise(
    grid: Grid, kinds: Sequence[SheetKind], office: Office = _DEFAULTS
) -> Table | LeftOut:
    """The table of a sheet, or why the sheet is not read.

    A sheet that holds several tables yields the first; what looks like data below it is B07.
    """
    sheet = CellRef(grid.file, grid.sheet)
    if not grid.rows:
        return LeftOut(sheet, _EMPTY)
    named = _named_kind(grid.sheet, office.sheets)
    if named is None and is_example(grid.sheet):
        return LeftOut(sheet, EXAMPLE)
    allowed = [kind for kind in kinds if named in (None, kind.name)]
    layout = Layout(grid)
    blocks = _blocks(layout, allowed, office)
    best = _best(layout, blocks, allowed, office)
    if best is None:
        top = blocks[0][0] if blocks else LAST_HEADING_ROW
        if named is None and is_form(title_lines(grid, top)):
            return LeftOut(sheet, FORM)
        return LeftOut(sheet, _CRITERIA if _lists_criteria(layout) else _NO_HEADING)
    lines = title_lines(grid, best.top)
    if named is None and is_form(lines):
        return LeftOut(sheet, FORM)
    return _table(grid, best, lines)


def _table(grid: Grid, best: _Candidate, lines: tuple[str, ...]) -> Table:
    columns = best.matched.columns
    body = read_body(grid, best.bottom, columns, best.kind)
    findings: list[Finding] = [*best.matched.findings, *_missing(grid, best), *body.findings]
    rows, left_out = tuple(body.rows), tuple(body.left_out)
    known = [column for column in columns if column.field is not None]
    out_of_line = shifted(grid, known, rows)
    if out_of_line is not None:
        findings.append(out_of_line)
        why = Text("tiêu đề và số liệu lệch cột", "headings and data are shifted")
        left_out += tuple(LeftOut(grid.ref(row.number, known[0].column), why) for row in rows)
        rows = ()
    else:
        findings += totals_that_differ(grid, columns, body)
        findings += hidden_data(grid, columns, rows)
    return Table(
        kind=best.kind.name,
        grid=grid,
        heading_rows=tuple(range(best.top, best.bottom + 1)),
        columns=columns,
        rows=rows,
        totals=tuple(body.totals),
        left_out=left_out,
        period=period_of(lines, grid.sheet) if best.kind.needs_period else None,
        title="\n".join(lines),
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
    )


def _missing(grid: Grid, best: _Candidate) -> Iterator[Finding]:
    """B05 at the sheet: there is no cell to point at."""
    for spec in best.kind.fields:
        if spec.required and spec.name not in best.matched.fields:
            yield NoSuchColumn(
                at=CellRef(grid.file, grid.sheet), table=best.kind.shown, heading=spec.headings[0]
            )


# ── which rows are the heading, and of which kind ────────────────────────────────────────────


def _blocks(layout: Layout, kinds: Sequence[SheetKind], office: Office) -> list[tuple[int, int]]:
    """The rows that may be a heading, by how many known words they hold."""
    known = _known_headings(tuple(kinds)) | {
        fold(words)
        for kind in kinds
        for given in office.columns.get(kind.name, {}).values()
        for words in given
    }
    rows = [row for row in sorted(layout.grid.rows) if row <= LAST_HEADING_ROW]
    hits = {row: sum(_is_known(text, known) for text in layout.texts(row)) for row in rows}
    surest = sorted((row for row in rows if hits[row] >= 2), key=lambda row: (-hits[row], row))
    # Of a table's headings at least one is spelt as usual, if only STT.
    tops = (surest or [row for row in rows if hits[row] and len(layout.texts(row)) > 2])[
        :_MOST_BLOCKS
    ]
    blocks = [layout.block(top, bottom) for top in tops for bottom in (top, top + 1)]
    return list(dict.fromkeys(blocks))


def _is_known(text: str, known: frozenset[str] | set[str]) -> bool:
    return is_numbering(text) or fold(text) in known


@lru_cache(maxsize=8)
def _known_headings(kinds: tuple[SheetKind, ...]) -> frozenset[str]:
    """Every heading of every kind, and the parents and children of those with two levels."""
    headings = [words for kind in kinds for spec in kind.fields for words in spec.headings]
    parts = [part for words in headings for part in (words, *words.split(" / "))]
    return frozenset(fold(part) for part in parts)


def _best(
    layout: Layout, blocks: Sequence[tuple[int, int]], kinds: Sequence[SheetKind], office: Office
) -> _Candidate | None:
    """The likeliest block and kind.

    Likeness is tried in the block that the same words settled, and everywhere when they settled
    nothing.
    """
    sure = _candidates(layout, blocks, kinds, office, near=False)
    best = max(sure, key=lambda one: one.weight, default=None)
    settled = blocks if best is None else [(best.top, best.bottom)]
    found = _candidates(layout, settled, kinds, office, near=True)
    return max(found, key=lambda one: one.weight, default=None)


def _candidates(
    layout: Layout,
    blocks: Sequence[tuple[int, int]],
    kinds: Sequence[SheetKind],
    office: Office,
    *,
    near: bool,
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for top, bottom in blocks:
        headings = layout.headings(top, bottom)
        title = " ".join((layout.grid.sheet, *title_lines(layout.grid, top)))
        for kind in kinds:
            given = office.columns.get(kind.name, {})
            matched = match(headings, _with_split_names(kind), given, layout.grid, near=near)
            weight = _weight(
                kind,
                matched,
                headings,
                title,
                named=_named_kind(layout.grid.sheet, office.sheets) is not None,
            )
            if weight is not None:
                found.append(_Candidate(kind, top, bottom, matched, (*weight, top - bottom, -top)))
    return found


def _weight(
    kind: SheetKind, matched: Matched, headings: Sequence[Heading], title: str, *, named: bool
) -> tuple[float, ...] | None:
    """What speaks for a kind: telling headings, then the title, then fewer missing columns."""
    hows = {column.field: _WEIGHTS[column.how] for column in reversed(matched.columns)}
    hows.pop(None, None)
    counted = {name: how for name, how in hows.items() if name not in _INCIDENTAL}
    telling = sum(counted.get(spec.name, 0.0) for spec in kind.fields if spec.telling)
    required = [spec.name for spec in kind.fields if spec.required]
    missing = sum(name not in counted for name in required)
    titled = float(_is_titled(kind, title))
    if not named:
        alone = len(counted) < 2 and len(headings) > 2
        if alone or telling + titled < 2 or (required and missing == len(required)):
            return None
    return (telling, titled, -float(missing), sum(hows.values()))


def _is_titled(kind: SheetKind, title: str) -> bool:
    folded = f" {fold(title)} "
    return any(f" {fold(words)} " in folded for words in kind.titles)


@lru_cache(maxsize=32)
def _with_split_names(kind: SheetKind) -> SheetKind:
    """The kind with "Họ" and "Tên" in two columns, for kinds whose rows are people."""
    names = {spec.name for spec in kind.fields}
    if "name" not in names or "family" in names:
        return kind
    fields = tuple(
        replace(spec, headings=(*spec.headings, "Tên")) if spec.name == "name" else spec
        for spec in kind.fields
    )
    return replace(kind, fields=(*fields, FAMILY))


def _named_kind(sheet: str, given: Mapping[str, str]) -> str | None:
    """The kind that the office's own mapping gives this sheet."""
    return next((kind for name, kind in given.items() if fold(name) == fold(sheet)), None)


def _lists_criteria(layout: Layout) -> bool:
    """A heading of criteria and points without people, as annexes of regulations have."""
    for row in sorted(layout.grid.rows):
        if row > LAST_HEADING_ROW:
            break
        texts = [fold(text) for text in layout.texts(row)]
        if any("tieu chi" in text for text in texts) and any("diem" in text for text in texts[1:]):
            return len(texts) > 1
    return False
