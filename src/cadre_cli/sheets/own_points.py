"""An office's own table of 100 points, and points beside the criteria: bonus and penalty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cadre_cli.domain.marks import Mark
from cadre_cli.sheets.criteria import TOTAL, criterion_in
from cadre_cli.sheets.criterion_columns import (
    CriterionColumn,
    marks_of,
    scorers_of,
    stated_maxima,
)
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.stated_columns import TOTAL_FIELDS
from cadre_cli.sheets.table import Column, FieldSpec, Table
from cadre_cli.vietnamese.numbers import stated_maximum

ADJUSTMENTS: Mapping[str, tuple[str, ...]] = {
    "bonus": (
        "Điểm cộng",
        "Điểm thưởng",
        "Điểm cộng thêm",
        "Điểm thưởng thêm",
        "Thưởng điểm",
        "Điểm cộng, điểm trừ / Cộng",
        "Điểm cộng, trừ / Cộng",
        "Điểm thưởng, điểm trừ / Thưởng",
    ),
    "penalty": (
        "Điểm trừ",
        "Trừ điểm",
        "Điểm phạt",
        "Điểm bị trừ",
        "Điểm cộng, điểm trừ / Trừ",
        "Điểm cộng, trừ / Trừ",
        "Điểm thưởng, điểm trừ / Trừ",
    ),
    "signed": (
        "Điểm cộng/trừ",
        "Điểm cộng, trừ",
        "Điểm cộng, điểm trừ",
        "Điểm cộng/điểm trừ",
        "Cộng/trừ",
        "Cộng, trừ",
        "Cộng/trừ điểm",
        "Điểm thưởng, phạt",
        "Điểm thưởng, điểm phạt",
    ),
}
"""Headings of points beside the criteria; a "signed" column holds both, penalties below 0."""

_WHOLE = Decimal(100)
"""What the stated maxima of an office's own table must add up to; whether it counts, rules say."""

_NO_CRITERION = frozenset(
    {
        *("ordinal", "name", "family", "code", "unit", "position", "note", "kind"),
        *("d", "dd", "e", "grade", "grade_mark", "evaluator"),
        *ADJUSTMENTS,
    }
)


def adjustment_fields() -> tuple[FieldSpec, ...]:
    """The columns of bonus and penalty; by them alone no table is recognised."""
    return tuple(FieldSpec(name, headings) for name, headings in ADJUSTMENTS.items())


def adjustments_of(reader: RowReader, table: Table) -> tuple[Mark, ...]:
    """The bonus and penalty of one row; a blank is none at all."""
    found = []
    for name in ADJUSTMENTS:
        for column in table.all(name):
            points = reader.number_at(column)
            if points is not None:
                found.append(Mark(name, points, reader.ref_at(column)))
    return tuple(found)


def own_columns(table: Table) -> tuple[CriterionColumn, ...]:
    """The columns of an office's own table, empty unless one scorer's maxima make up 100 points."""
    maxima = stated_maxima(table)
    listed = [
        (column, maxima.get(column.column, stated_maximum(column.heading)))
        for column in table.columns
        if _may_be_criterion(column)
    ]
    stated = [(column, most) for column, most in listed if most is not None and most < _WHOLE]
    codes = {column.column: criterion_in(column.heading).criterion for column, _ in stated}
    wholes = _wholes({code for code in codes.values() if code is not None})
    kept = [(column, most) for column, most in stated if codes[column.column] not in wholes]
    named = [(column, most, _words(column)) for column, most in kept]
    scorers = scorers_of([(column, words) for column, _, words in named])
    columns = tuple(
        CriterionColumn(column, words, scorers[column.column], most)
        for column, most, words in named
    )
    return columns if _is_whole(columns) else ()


def _may_be_criterion(column: Column) -> bool:
    """A total is none; "Ý thức kỷ luật (20đ) / Tự chấm" is one, whatever its last word is taken for."""
    if column.field in _NO_CRITERION:
        return False
    return column.field not in TOTAL_FIELDS or " / " in column.heading


def _wholes(codes: set[str]) -> set[str]:
    """Codes that are the sum of others in the table."""
    parents = {code.partition(".")[0] for code in codes if "." in code}
    return parents | ({TOTAL} if codes - {TOTAL} else set())


def _words(column: Column) -> str:
    """The criterion's own words: without the scorer below a merged heading."""
    if column.field in TOTAL_FIELDS:
        return column.heading.rpartition(" / ")[0]
    return column.heading


def _is_whole(columns: Sequence[CriterionColumn]) -> bool:
    return any(
        sum((c.maximum or Decimal(0) for c in columns if c.scorer == scorer), Decimal(0)) == _WHOLE
        for scorer in {column.scorer for column in columns}
    )


def own_marks(
    reader: RowReader, columns: Sequence[CriterionColumn], known: Sequence[Mark]
) -> tuple[Mark, ...]:
    """The marks of one row; those read for the common criteria already are not read twice."""
    before = {mark.at: mark for mark in known}
    found: list[Mark] = []
    for column in columns:
        mark = before.get(reader.ref_at(column.column))
        if mark is None:
            found += marks_of(reader, (column,))
        else:
            found.append(
                Mark(column.criterion, mark.points, mark.at, column.scorer, column.maximum)
            )
    return tuple(found)
