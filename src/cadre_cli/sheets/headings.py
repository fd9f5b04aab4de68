"""Which heading is which field: given by the office, the same words, or nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.places import column_letters
from cadre_cli.sheets.criteria import coded_criterion
from cadre_cli.sheets.findings_table import HeadingByLikeness, TwoHeadings
from cadre_cli.sheets.heading_senses import (
    RESULT,
    holds_points_and_class,
    is_converted,
    sensible,
    without_party_posts,
)
from cadre_cli.sheets.table import OTHER, Column, FieldSpec, How, SheetKind
from cadre_cli.sheets.vocabulary import Fit, Vocabulary, vocabulary
from cadre_cli.vietnamese.text import fold, squeeze

FAMILY = FieldSpec(
    "family",
    ("Họ", "Họ đệm", "Họ và đệm", "Họ và tên đệm", "Họ, tên đệm", "Họ lót", "Họ và chữ lót"),
)
"""The family name in a column of its own, beside one headed "Tên"."""
GIVEN = "Tên"
_FAMILY_NAMES = frozenset(map(fold, FAMILY.headings))
_OWNER = "owner"

_Given = Mapping[str, tuple[str, ...]]
"""Field → the headings that the office's own mapping names for it."""

_CRITERION = re.compile(r"I{1,3}(\.\d)?")
"""How the fields of the common criteria are called: by their codes."""

_GRADE = "grade"
"""The field of classes, each cell perhaps with its points."""
NUMBERING = frozenset({"stt", "tt", "sott", "sothutu"})
"""Squeezed headings of the column that numbers the rows (`S\\nT\\nT`, "SốTT")."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above one column: of each heading row from the top, repeats of a merge left out."""

    column: int
    row: int
    parts: tuple[str, ...]
    origin: int = 0
    """The leftmost column of its merge: columns under one merge share it."""

    @property
    def whole(self) -> str:
        """Parents first: "Số lượng / Được giao"."""
        return " / ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of one heading under one sheet kind."""

    columns: tuple[Column, ...]
    findings: tuple[Finding, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns if column.field is not None)


def is_numbering(heading: str) -> bool:
    r"""Whether a column numbers the rows.

    >>> is_numbering("S\nT\nT"), is_numbering("Số TT"), is_numbering("Số lượng")
    (True, True, False)
    """
    return heading.strip() == "#" or squeeze(heading.rpartition(" / ")[2]) in NUMBERING


def match(
    headings: Iterable[Heading],
    kind: SheetKind,
    given: _Given,
    grid: Grid,
    *,
    near: bool = True,
) -> Matched:
    """Each heading to at most one field, the surest fits first; by likeness too when `near`."""
    listed = tuple(headings)
    known = vocabulary(kind)
    said = _used(listed, given)
    fits = {
        (heading.column, field): fit
        for heading in listed
        for field, fit in _fits(heading, known, said, near=near).items()
    }
    fits = without_party_posts(_without_shared_likeness(fits))
    by_column = {heading.column: heading for heading in listed}
    specs = {spec.name: spec for spec in kind.fields}
    taken: dict[int, tuple[str, Fit]] = {}
    filled: dict[str, int] = {}
    rivals: dict[int, int] = {}
    for (column, field), fit in sorted(fits.items(), key=lambda item: _rank(*item)):
        if column in taken:
            continue
        first = filled.get(field)
        if first is None or specs[field].several:
            taken[column] = (field, fit)
            filled.setdefault(field, column)
        elif _rivals(fit, taken[first][1]):
            rivals.setdefault(column, first)
    _split_name(listed, taken, filled)
    if _OWNER in specs and _OWNER not in filled:
        _split_owner(listed, taken)
    if {"coefficient", "assigned"} <= filled.keys():
        for heading in listed:
            if heading.column not in taken and is_converted(heading.parts):
                taken[heading.column] = (OTHER, Fit(How.EXACT, 1, heading.whole))
    findings: list[Finding] = [
        TwoHeadings(
            at=grid.ref(by_column[column].row, column),
            heading=by_column[column].whole,
            first=by_column[first].whole,
            where=column_letters(first),
        )
        for column, first in sorted(rivals.items())
        if column not in taken and not _one_merge(by_column[column], by_column[first])
    ]
    columns = []
    for heading in listed:
        at = grid.ref(heading.row, heading.column)
        fitted = taken.get(heading.column)
        if fitted is None:
            columns.append(Column(None, heading.column, at, heading.whole, How.EXACT))
            continue
        columns.append(Column(fitted[0], heading.column, at, heading.whole, fitted[1].how))
        if fitted[1].how is How.NEAR:
            findings.append(HeadingByLikeness(at=at, heading=heading.whole, taken=fitted[1].words))
    return Matched(tuple(columns), tuple(findings))


def _without_shared_likeness(fits: Mapping[tuple[int, str], Fit]) -> dict[tuple[int, str], Fit]:
    """Without points of a result that several columns are only like: each is then a part of it.

    "Kết quả thực hiện nhiệm vụ" stands above "Việc thường xuyên" and "Việc đột xuất" alike.
    """
    alike = [place for place, fit in fits.items() if place[1] == RESULT and fit.how is How.NEAR]
    left_out = set(alike) if len(alike) > 1 else set()
    return {place: fit for place, fit in fits.items() if place not in left_out}


def _one_merge(heading: Heading, other: Heading) -> bool:
    return (heading.row, heading.origin) == (other.row, other.origin)


def _split_name(
    headings: tuple[Heading, ...], taken: dict[int, tuple[str, Fit]], filled: dict[str, int]
) -> None:
    """A merged "Họ và tên" over two columns: the family name at the left, the given name beside."""
    first = next((one for one in headings if one.column == filled.get("name")), None)
    if first is None or "family" in filled:
        return
    beside = [one for one in headings if _one_merge(one, first) and one.column > first.column]
    if beside and beside[0].column not in taken:
        fit = taken[first.column][1]
        taken[first.column] = ("family", fit)
        taken[beside[0].column] = ("name", fit)


def _split_owner(headings: tuple[Heading, ...], taken: dict[int, tuple[str, Fit]]) -> None:
    """Whose task it is in two columns; "Tên" alone may be that of the task."""
    free = [heading for heading in headings if heading.column not in taken]
    for left, right in pairwise(sorted(free, key=lambda one: one.column)):
        if (
            right.column == left.column + 1
            and fold(left.parts[-1]) in _FAMILY_NAMES
            and fold(right.parts[-1]) == fold(GIVEN)
        ):
            taken[left.column] = (FAMILY.name, Fit(How.EXACT, 1, left.whole))
            taken[right.column] = (_OWNER, Fit(How.EXACT, 1, right.whole))
            return


def _rank(place: tuple[int, str], fit: Fit) -> tuple[int, float, int, int]:
    return (*fit.rank, place[0])


def _rivals(fit: Fit, other: Fit) -> bool:
    """Whether two headings claim a field with equal right."""
    if fit.how is How.NEAR:
        return False
    return other.how is not How.GIVEN or fit.how is How.GIVEN


def _used(headings: tuple[Heading, ...], given: _Given) -> _Given:
    """What the office's mapping says of this table.

    Headings named for a field say nothing of a table that has none of them; no headings at all
    say that no column is that field.
    """
    return {
        field: several
        for field, several in given.items()
        if not several or any(_is_named(heading, several) for heading in headings)
    }


def _is_named(heading: Heading, several: tuple[str, ...]) -> bool:
    spellings = (fold(heading.whole), fold(heading.parts[-1]))
    return any(fold(words) in spellings for words in several)


def _fits(heading: Heading, words: Vocabulary, given: _Given, *, near: bool) -> dict[str, Fit]:
    """The fields a heading may be; where the office has named a field's heading, only that one."""
    said = {
        field: Fit(How.GIVEN, 1, heading.whole)
        for field, several in given.items()
        if _is_named(heading, several)
    }
    if not said and holds_points_and_class(heading.whole):
        return {_GRADE: Fit(How.FOLDED, 1, heading.whole)} if _GRADE in words.names else {}
    known = sensible(heading.parts, words.fits(heading.parts, near=near), words.shares)
    if near and not known:
        known = sensible(heading.parts, words.alike(heading.parts), words.shares)
    if near and not said:
        known = _by_code(known, heading, words.names)
    return said or {field: fit for field, fit in known.items() if field not in given}


def _by_code(known: dict[str, Fit], heading: Heading, names: Collection[str]) -> dict[str, Fit]:
    """The criterion whose code begins the heading ("I.2. Ý thức …"), where its words are only alike."""
    if any(fit.how is not How.NEAR or not _CRITERION.fullmatch(n) for n, fit in known.items()):
        return known
    coded = coded_criterion(heading.whole)
    return {coded: Fit(How.FOLDED, 1, heading.whole)} if coded in names and coded else known
