"""A block of columns for each month of a year: the office's summary of totals and classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.periods import Period
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.grades import grade_of, points_beside
from cadre_cli.sheets.headings import Heading, Matched
from cadre_cli.sheets.table import OTHER, Column, How, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.dates import read_year
from cadre_cli.vietnamese.numbers import read_number
from cadre_cli.vietnamese.text import fold

_NAMED = re.compile(r"(?:thang|t) ?0?(1[0-2]|[1-9])(?: (?:nam )?(20\d\d))?")
_SPELT = re.compile(r"thang \d")
_BARE = re.compile(r"0?(1[0-2]|[1-9])")
_LEAST = 3
"""Months that a year's summary shows at least: two columns may compare this month with the last."""
_WEEKDAYS = frozenset(range(2, 8))
_LOOKED_AT = 60
"""Rows in which a column without words of its own must show what it holds."""
_ABOUT = ("diem", "xep loai", "phan loai", "danh gia", "ket qua theo doi")
_GRADED = ("xep loai", "phan loai")
_PERSON = frozenset({"ordinal", "name", "family", "code", "unit", "position"})


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A column of one month; `year` is None unless its heading says it."""

    column: Column
    month: int
    year: int | None


def has_months(headings: Sequence[Heading]) -> bool:
    """Whether at least three headings are months of a year."""
    return bool(_found(headings))


def month_columns(headings: Sequence[Heading], grid: Grid, title: str) -> tuple[MonthColumn, ...]:
    """The columns of totals and classes by month; () where it is not certain that they are that.

    Without years of their own the months must run from left to right: a school year begins in
    July, and which year its columns belong to nobody says.
    """
    found = _found(headings)
    if not found:
        return ()
    told = [
        (heading, month, year, _field(heading, grid)) for heading, (month, year) in found.items()
    ]
    about = says(title, *_ABOUT) or any(says(heading.whole, *_ABOUT) for heading, *_ in told)
    graded = any(field == "grade" for *_, field in told)
    if not (about or graded) or not _in_order(told):
        return ()
    return tuple(
        MonthColumn(
            Column(
                field,
                heading.column,
                grid.ref(heading.row, heading.column),
                heading.whole,
                How.EXACT,
            ),
            month,
            year,
        )
        for heading, month, year, field in told
        if field is not None
    )


def with_months(others: Matched, months: Sequence[MonthColumn]) -> Matched:
    """The columns that say whose row it is, and those of the months.

    What else there is (a note, an average or a class of the year) is about no single month.
    """
    whose = {one.column for one in others.columns if one.field in _PERSON}
    kept = [one if one.column in whose else replace(one, field=OTHER) for one in others.columns]
    columns = _in_order_of_place((*kept, *(each.column for each in months)))
    return Matched(columns, tuple(each for each in others.findings if each.at.column in whose))


def by_month(table: Table, months: Sequence[MonthColumn]) -> list[Table]:
    """A table for each month in which anything is filled in, as if it had no other months.

    The first carries those of months that are still blank.
    """
    parts: list[Table] = []
    blank: list[Table] = []
    others = {each.column.column for each in months}
    whose = tuple(column for column in table.columns if column.column not in others)
    for month in sorted({each.month for each in months}):
        own = tuple(each for each in months if each.month == month)
        columns = tuple(each.column for each in own)
        if not parts:
            first = replace(table, columns=_in_order_of_place(whose + columns), month=month)
        if not _is_filled(table, columns):
            period = _period(own[0], table.title)
            whole = _in_order_of_place(whose + columns)
            blank.append(
                replace(table, columns=whole, period=period, month=month, findings=(), left_out=())
            )
            continue
        findings, left_out = ((), ()) if parts else (table.findings, table.left_out)
        parts.append(
            replace(
                table,
                columns=_in_order_of_place(whose + columns),
                period=_period(own[0], table.title),
                month=month,
                findings=findings,
                left_out=left_out,
            )
        )
    parts = parts or [replace(first, rows=())]
    return [replace(parts[0], blank_months=tuple(blank)), *parts[1:]]


def _in_order_of_place(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(sorted(columns, key=lambda column: column.column))


def _is_filled(table: Table, columns: Sequence[Column]) -> bool:
    cells = (table.grid.cell(row.number, one.column) for row in table.rows for one in columns)
    return any(cell is not None for cell in cells)


def _period(column: MonthColumn, title: str) -> Period | None:
    """The month in the year of its own heading, else of the title; None where neither says one."""
    years = {year for line in title.splitlines() if (year := read_year(line)) is not None}
    year = column.year or (years.pop() if len(years) == 1 else None)
    return None if year is None else Period.of(year, column.month)


def _found(headings: Sequence[Heading]) -> Mapping[Heading, tuple[int, int | None]]:
    """The headings that name a month, when they are enough and no days of a week or a month."""
    found = {heading: month for heading in headings if (month := _month(heading, headings))}
    months = {month for month, _ in found.values()}
    spelt = any(_SPELT.match(fold(part)) for heading in found for part in heading.parts)
    weekdays = months <= _WEEKDAYS and not spelt
    return {} if len(months) < _LEAST or weekdays else found


def _month(heading: Heading, headings: Sequence[Heading]) -> tuple[int, int | None] | None:
    for part in heading.parts:
        if named := _NAMED.fullmatch(fold(part)):
            return int(named[1]), int(named[2]) if named[2] else None
    parents = " ".join(heading.parts[:-1])
    bare = _BARE.fullmatch(fold(heading.parts[-1]))
    if bare is None or not says(parents, "thang", "cac thang") or says(parents, "ngay"):
        return None
    same = [fold(one.parts[-1]) for one in headings if one.parts[:-1] == heading.parts[:-1]]
    is_day = any(words.isdigit() and int(words) > 12 for words in same)
    return None if is_day else (int(bare[1]), None)


_Told = tuple[Heading, int, int | None, str | None]


def _in_order(told: Sequence[_Told]) -> bool:
    """Whether the months run from left to right, those of points and those of classes apart."""
    for field in ("total", "grade"):
        months = [(year or 0, month) for _, month, year, what in told if what == field]
        if any(later <= earlier for earlier, later in pairwise(months)):
            return False
    return True


def _field(heading: Heading, grid: Grid) -> str | None:
    """Points or class: by the words beside the month, else by what the column holds."""
    words = " ".join(part for part in heading.parts if not _NAMED.fullmatch(fold(part)))
    if says(words, *_GRADED):
        return "grade"
    if says(words, "diem", "tong"):
        return "total"
    for said in _filled(grid, heading):
        if grade_of(said) is not None or points_beside(said) is not None:
            return "grade"
        return "total" if read_number(said) is not None else None
    return "total"


def _filled(grid: Grid, heading: Heading) -> Iterator[str]:
    for row in range(heading.row + 1, heading.row + _LOOKED_AT):
        said = as_text(grid.cell(row, heading.column))
        if said:
            yield said
