"""Which rows are a heading, and of which sheet kind: what the words of the sheet speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from cadre_cli.domain.office import Office
from cadre_cli.sheets.criteria import criterion_in
from cadre_cli.sheets.criterion_columns import TOTAL_FIELD
from cadre_cli.sheets.findings_table import TwoHeadings
from cadre_cli.sheets.headings import FAMILY, GIVEN, Heading, Matched, is_numbering, match
from cadre_cli.sheets.layout import MOST_HEADING_ROWS, Layout
from cadre_cli.sheets.months import MonthColumn, month_columns, with_months
from cadre_cli.sheets.subject import names_its_subject
from cadre_cli.sheets.table import OTHER, FieldSpec, How, SheetKind
from cadre_cli.sheets.titles import title_lines
from cadre_cli.vietnamese.text import fold

_HALVES_OF_NAME = frozenset(map(fold, (*FAMILY.headings, GIVEN)))

IDENTITY = frozenset({"name", "content", "product", "code", "number", "criterion", "organisation"})
"""Fields that say what a row is about: a table without one of them is only a part of another."""

_MOST_BLOCKS = 6
_FIRST_BLOCKS = 2
_LEAST_HITS = 2
_BELOW = 200
"""Rows below the window of headings in which a row of data must stand."""
_WEIGHTS = {How.GIVEN: 1.0, How.EXACT: 1.0, How.FOLDED: 0.99, How.NEAR: 0.4}
_NUMBER_ALONE = re.compile(r"[1-4][.)]?")
_INCIDENTAL = frozenset({"note", "ordinal", "number", OTHER})
"""Fields that every kind of sheet has: they speak for none."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One heading block read as one sheet kind; the greater weight is the likelier."""

    kind: SheetKind
    top: int
    bottom: int
    matched: Matched
    weight: tuple[float, ...]
    months: tuple[MonthColumn, ...] = ()
    """The columns of each month, in a summary of the year."""

    @property
    def identifies(self) -> bool:
        """Whether a column says what each row is about."""
        return bool(self.matched.fields & IDENTITY)


_Said = TypeVar("_Said")


def of_sheet(said: Mapping[str, _Said], sheet: str) -> _Said | None:
    """What the office's mapping says of a sheet, whatever the case and tones of its name."""
    return next((one for name, one in said.items() if fold(name) == fold(sheet)), None)


class Choice:
    """The kinds a sheet may be of, with the office's own words for it."""

    def __init__(self, sheet: str, kinds: Sequence[SheetKind], office: Office) -> None:
        given = of_sheet(office.sheets, sheet)
        self.named = given is not None
        """Whether the office's own mapping says what kind the sheet is."""
        self.kinds = tuple(kind for kind in kinds if given in (None, kind.name))
        self.taken: frozenset[int] = frozenset()
        """Rows that the office takes for data, whatever they look like."""
        self._columns = office.columns
        self._known = _known_headings(self.kinds) | {
            fold(words)
            for kind in self.kinds
            for several in office.columns.get(kind.name, {}).values()
            for words in several
        }

    def knows(self, text: str) -> bool:
        """Whether it is spelt like a heading of one of the kinds."""
        return is_numbering(text) or fold(text) in self._known

    def blocks(self, layout: Layout) -> list[tuple[int, int]]:
        """The rows that may be a heading, by how many known words they hold."""
        rows = [row for row in sorted(layout.grid.rows) if row <= layout.last]
        hits = {row: sum(map(self.knows, layout.texts(row))) for row in rows}
        known = (row for row in rows if hits[row] >= _LEAST_HITS)
        surest = sorted(known, key=lambda row: (-hits[row], row))
        if not surest:
            # Of a table's headings at least one is spelt as usual, if only STT.
            surest = [row for row in rows if hits[row] and len(layout.texts(row)) > 2]
        # The first of several tables may have fewer headings than those below it.
        tops = dict.fromkeys((*surest[:_MOST_BLOCKS], *sorted(surest)[:_FIRST_BLOCKS]))
        blocks = [layout.block(top, bottom) for top in tops for bottom in (top, top + 1)]
        # Above points and class of each month "Họ và tên" may be all that is known.
        blocks += [layout.block(top - 1, top) for top in tops if hits.get(top - 1) == 1]
        return list(dict.fromkeys(blocks))

    def best(
        self, layout: Layout, *, strict: bool = False, of_person: bool = False
    ) -> Candidate | None:
        """The likeliest block and kind, or a table of its own above it.

        Likeness is tried in the block that the same words settled, and everywhere when they
        settled nothing. When `strict`, the office's word for the sheet is not enough. When
        `of_person`, somebody named further above has no slip yet: one needs no name line.
        """
        if strict:
            return self._next(layout, of_person=of_person)
        tried = self.blocks(layout)
        sure = self.candidates(layout, tried, strict=False)
        best = max(sure, key=_weight_of, default=None)
        if best is not None:
            best = _with_children(layout, self, _topmost(layout, sure, best))
            tried = [(best.top, best.bottom)]
        found = self.candidates(layout, tried, near=True, strict=False)
        return max(found, key=_weight_of, default=None)

    def _next(self, layout: Layout, *, of_person: bool) -> Candidate | None:
        """The first block from the top that is surely the heading of a table with rows."""
        for top in sorted(row for row in layout.grid.rows if row <= layout.last):
            if sum(map(self.knows, layout.texts(top))) < _LEAST_HITS:
                continue
            blocks = dict.fromkeys(layout.block(top, bottom) for bottom in (top, top + 1))
            if sum(map(self.knows, layout.texts(top - 1))) == 1:  # "Họ và tên" over months
                blocks[layout.block(top - 1, top)] = None
            sure = self.candidates(layout, blocks, of_person=of_person)
            tables = [one for one in sure if _has_rows(layout, one, layout.last + _BELOW)]
            best = max(tables, key=_weight_of, default=None)
            if best is not None:
                best = _with_children(layout, self, best)
                block = [(best.top, best.bottom)]
                found = self.candidates(layout, block, near=True, of_person=of_person)
                return max(found, key=_weight_of, default=None)
        return None

    def candidates(
        self,
        layout: Layout,
        blocks: Iterable[tuple[int, int]],
        *,
        near: bool = False,
        strict: bool = True,
        of_person: bool = False,
    ) -> list[Candidate]:
        """Each block as each kind that enough of its headings speak for."""
        found: list[Candidate] = []
        for top, bottom in blocks:
            headings = layout.headings(top, bottom)
            title = " ".join((layout.grid.sheet, *title_lines(layout.grid, top)))
            for kind in self.kinds:
                named = of_person or names_its_subject(layout.grid, top)
                if kind.of_one_person and not named:
                    continue
                months = month_columns(headings, layout.grid, title) if kind.by_month else ()
                matched = self.matched(headings, kind, layout, months, near=near)
                weight = _weight(kind, matched, headings, title, named=self.named and not strict)
                if weight is not None:
                    place = (top - bottom, -top)
                    weight = (*weight, *place)
                    found.append(Candidate(kind, top, bottom, matched, weight, months))
        return found

    def matched(
        self,
        headings: Sequence[Heading],
        kind: SheetKind,
        layout: Layout,
        months: tuple[MonthColumn, ...],
        *,
        near: bool,
    ) -> Matched:
        """The headings under one kind, those of single months apart."""
        given: Mapping[str, tuple[str, ...]] = self._columns.get(kind.name, {})
        taken = {each.column.column for each in months}
        others = [heading for heading in headings if heading.column not in taken]
        found = match(others, _with_split_names(kind), given, layout.grid, near=near)
        return with_months(found, months) if months else found


def _weight_of(candidate: Candidate) -> tuple[float, ...]:
    return candidate.weight


def _weight(
    kind: SheetKind, matched: Matched, headings: Sequence[Heading], title: str, *, named: bool
) -> tuple[float, ...] | None:
    """What speaks for a kind: telling headings, then the title, then fewer missing columns."""
    hows = {column.field: _WEIGHTS[column.how] for column in reversed(matched.columns)}
    hows.pop(None, None)
    hows.pop(OTHER, None)
    counted = {name: how for name, how in hows.items() if name not in _INCIDENTAL}
    telling = sum(_told(spec, counted) for spec in kind.fields if spec.telling)
    required = [spec.name for spec in kind.fields if spec.required]
    missing = sum(name not in counted for name in required)
    titled = float(_is_titled(kind, title))
    if not named:
        alone = len(counted) < 2 and len(headings) > 2
        if alone or telling + titled < 2 or (required and missing == len(required)):
            return None
    return (telling, titled, -float(missing), sum(hows.values()))


def _told(spec: FieldSpec, counted: Mapping[str | None, float]) -> float:
    """What a telling field speaks with; words folded or not speak alike, the title comes next."""
    if spec.beside and not counted.keys() & set(spec.beside):
        return 0.0
    return round(counted.get(spec.name, 0.0), 1)


def _topmost(layout: Layout, sure: Sequence[Candidate], best: Candidate) -> Candidate:
    """The first of several tables one below the other; statistics above a table are none."""
    above = [one for one in sure if one.bottom < best.top and _has_rows(layout, one, best.top)]
    if not above:
        return best
    first = min(one.top for one in above)
    return max((one for one in above if one.top == first), key=_weight_of)


def _with_children(layout: Layout, choice: Choice, best: Candidate) -> Candidate:
    """With the rows around it that are one heading with it, centred instead of merged.

    Below stand rows that only divide headings: known ones alone, and together more than without
    them. Above, over the children that were settled on, the headings of the other columns, be it
    only that of the numbering.
    """
    whole = best
    for bottom in range(best.bottom + 1, best.top + MOST_HEADING_ROWS):
        filled, texts = layout.filled(bottom), layout.texts(bottom)
        criteria = TOTAL_FIELD in {spec.name for spec in best.kind.fields}
        if len(filled) < 2 or not all(_is_child(text, choice, criteria=criteria) for text in texts):
            continue
        for one in _of_kind(best, choice.candidates(layout, [(best.top, bottom)], strict=False)):
            places = _places(one) | (_criteria(one) if criteria else set())
            if set(filled) <= places > _places(whole):
                whole = one
    for top in range(best.top - 1, max(0, best.bottom - MOST_HEADING_ROWS), -1):
        texts = layout.texts(top)
        if sum(map(choice.knows, texts)) < _LEAST_HITS and not any(map(is_numbering, texts)):
            continue
        for one in _of_kind(best, choice.candidates(layout, [(top, whole.bottom)], strict=False)):
            if _places(one) > _places(whole):
                whole = one
    return whole


def _is_child(text: str, choice: Choice, *, criteria: bool) -> bool:
    """Whether a text may divide a heading: a known one, "2. Ý thức kỷ luật", or its number alone."""
    if choice.knows(text) or fold(text) in _HALVES_OF_NAME:
        return True
    by_number = _NUMBER_ALONE.fullmatch(text) is not None
    return criteria and (by_number or criterion_in(text).criterion is not None)


def _criteria(one: Candidate) -> set[int]:
    """Columns whose headings name a criterion, their groups above them."""
    columns = one.matched.columns
    return {c.column for c in columns if criterion_in(c.heading).criterion is not None}


def _of_kind(best: Candidate, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    return (one for one in candidates if one.kind.name == best.kind.name)


def _places(one: Candidate) -> set[int]:
    """Columns whose headings are understood, those that mean the same as another among them."""
    columns = one.matched.columns
    known = {c.column for c in columns if c.field is not None or is_numbering(c.heading)}
    twice = (each.at.column for each in one.matched.findings if isinstance(each, TwoHeadings))
    return known | {column for column in twice if column is not None}


def _has_rows(layout: Layout, one: Candidate, end: int) -> bool:
    """Whether rows of data stand between a heading and the next table.

    Such a heading numbers its rows or has three columns of ours, and says what a row is about; of
    people's totals or classes two are enough.
    """
    fields = one.matched.fields
    numbered = any(is_numbering(column.heading) for column in one.matched.columns)
    summary = one.kind.name == "stated" and "name" in fields
    if not one.identifies or len(fields - _INCIDENTAL) < (2 if numbered or summary else 3):
        return False
    places = _places(one)
    rows = layout.grid.rows
    return any(
        len(places & set(rows[row])) > 1 for row in range(one.bottom + 1, end) if row in rows
    )


@lru_cache(maxsize=8)
def _known_headings(kinds: tuple[SheetKind, ...]) -> frozenset[str]:
    """Every heading of every kind, and the parents and children of those with two levels."""
    fields = [spec for kind in kinds for spec in kind.fields if spec.name != OTHER]
    headings = [words for spec in fields for words in spec.headings]
    parts = [part for words in headings for part in (words, *words.split(" / "))]
    return frozenset(fold(part) for part in parts)


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
        replace(spec, headings=(*spec.headings, GIVEN)) if spec.name == "name" else spec
        for spec in kind.fields
    )
    return replace(kind, fields=(*fields, FAMILY))
