"""Which columns of a table of people hold marks, for which criterion, by which scorer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.marks import Mark
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.criteria import (
    CHILDREN,
    LEAVES,
    NO_SCORER_NAMED,
    SETTLED,
    TOTAL,
    Named,
    criterion_in,
    is_maximum_label,
    scorer_named,
    scorer_rank,
)
from cadre_cli.sheets.findings_values import OutOfRange
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.stated_columns import TOTAL_FIELDS, common_totals
from cadre_cli.sheets.table import OTHER, Column, FieldSpec, How, Table
from cadre_cli.sheets.wording import plain, says
from cadre_cli.vietnamese.numbers import stated_maximum

_SHORT_NAMES = {
    "I": ("Phẩm chất chính trị, đạo đức và ý thức kỷ luật",),
    "I.1": ("Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ",),
    "I.2": ("Ý thức kỷ luật, kỷ cương trong thực thi công vụ", "Ý thức kỷ luật, kỷ cương"),
    "II": ("Năng lực chuyên môn, tinh thần trách nhiệm, thái độ phục vụ",),
    "II.1": ("Năng lực chuyên môn, nghiệp vụ",),
    "II.2": ("Khả năng đáp ứng yêu cầu thực thi nhiệm vụ", "Khả năng đáp ứng yêu cầu"),
    "II.3": ("Tinh thần trách nhiệm trong thực thi công vụ", "Tinh thần trách nhiệm"),
    "II.4": (
        "Thái độ phục vụ người dân, doanh nghiệp",
        "Thái độ phục vụ",
        "Thái độ phục vụ, phối hợp",
    ),
    "III": (
        "Năng lực đổi mới, sáng tạo",
        "Đổi mới, sáng tạo",
        "Đổi mới, sáng tạo, dám nghĩ, dám làm",
    ),
    "III.1": ("Sản phẩm, giải pháp đột phá, sáng tạo", "Giải pháp đột phá"),
    "III.2": ("Sẵn sàng tham gia nhiệm vụ đột xuất, phức tạp", "Sẵn sàng tham gia"),
    "III.3": (
        "Tinh thần chịu trách nhiệm trước kết quả công việc",
        "Chịu trách nhiệm trước kết quả",
    ),
    "III.4": ("Chủ động đưa ra quyết định, không né tránh", "Chủ động đưa ra quyết định"),
}
_TOTAL_HEADINGS = (
    "Điểm tiêu chí chung",
    "Điểm tiêu chí chung (30đ)",
    "Điểm tiêu chí chung (30 điểm)",
    "Tiêu chí chung",
    "Tiêu chí chung (30đ)",
    "Tổng điểm tiêu chí chung",
    "Điểm chung (30đ)",
    "Điểm chung",
    "Điểm TC chung",
    "Điểm TC",
    "Tiêu chí chung / Tổng",
    "Tiêu chí chung / Cộng",
    "Tiêu chí chung / Tổng điểm",
    "Tiêu chí chung / Tổng cộng",
)


def criterion_fields(*, telling: bool) -> tuple[FieldSpec, ...]:
    """A field for each criterion, named by its code, and one for the total of the 30 points."""
    fields = [
        FieldSpec(code, (*_codes(code), *names), several=True, telling=telling)
        for code, names in _SHORT_NAMES.items()
    ]
    return (*fields, FieldSpec(TOTAL_FIELD, _TOTAL_HEADINGS, several=True, telling=telling))


TOTAL_FIELD = "common_total"


def _codes(code: str) -> tuple[str, ...]:
    group, _, number = code.partition(".")
    arabic = str(len(group))
    if not number:
        return (code, f"Nhóm {code}", f"Nhóm {arabic}", f"Nhóm tiêu chí {code}", f"Tiêu chí {code}")
    return (code, f"{arabic}.{number}", f"Tiêu chí {code}", f"Tiêu chí {arabic}.{number}")


@dataclass(frozen=True, slots=True)
class CriterionColumn:
    """A column of marks. `scorer` as in Mark: 0 the person, 1 and up the superiors by rank."""

    column: Column
    criterion: str
    scorer: int
    maximum: Decimal | None


def criterion_columns(table: Table) -> tuple[CriterionColumn, ...]:
    """The columns of marks, from left to right; stated maxima from headings or a row of maxima.

    Every heading is read here, also one that recognition left without a field: "2" under a merged
    "II. Năng lực chuyên môn" names a criterion that the words alone do not.
    """
    totals = common_totals(table)
    named = [
        (column, _named(column, is_total=column.column in totals))
        for column in table.columns
        if (column.column in totals or _may_hold_marks(column)) and not _says_besides(column)
    ]
    named = _counted_flat([(column, name) for column, name in named if _is_criterion(name)])
    named = _children_by_order(named)
    scorers = scorers_of([(column, name.criterion or "") for column, name in named])
    maxima = stated_maxima(table)
    return tuple(
        CriterionColumn(
            column,
            name.criterion or column.heading,
            scorers[column.column],
            maxima.get(column.column, name.maximum),
        )
        for column, name in named
    )


def without_remarks(table: Table) -> Table:
    """With no field for columns below a criterion that hold what was said of it, not its marks."""
    columns = tuple(
        replace(each, field=None) if _may_hold_marks(each) and _says_besides(each) else each
        for each in table.columns
    )
    return replace(table, columns=columns)


_BESIDES = ("tru", "giam", "gop y", "y kien", "nhan xet", "ly do", "so lan")
_AFTER = ("sau", "con lai")
_TAKEN_OFF = re.compile(r"(?:so )?(?:diem |muc )?(?:bi |de nghi )?(?:tru|giam|phat)(?: diem)?")


def _says_besides(column: Column) -> bool:
    """Whether "I / Lãnh đạo góp ý trừ" says what was remarked or taken off.

    "Lãnh đạo chấm sau khi trừ" is what is left, and the words of a criterion are its own.
    """
    *parents, last = column.heading.split(" / ")
    if not parents or column.how is How.GIVEN or criterion_in(last).criterion is not None:
        return False
    remarked = says(last, *_BESIDES) and not says(last, *_AFTER)
    taken_off = _TAKEN_OFF.fullmatch(plain(last).strip()) is not None
    return taken_off or (remarked and scorer_rank(last) != NO_SCORER_NAMED)


_OTHER_FIELDS = frozenset({"ordinal", "name", "family", "code", "unit", "position", "note"})
_ALSO_OTHER = frozenset(
    {
        "discipline",
        "leave",
        "d",
        "dd",
        "e",
        *TOTAL_FIELDS,
        "grade",
        "grade_mark",
        "result_points",
        "evaluator",
        "bonus",
        "penalty",
        "signed",
        OTHER,
    }
)


def _may_hold_marks(column: Column) -> bool:
    return column.field not in _OTHER_FIELDS and column.field not in _ALSO_OTHER


def _is_criterion(name: Named) -> bool:
    return name.criterion is not None or name.flat is not None


def _named(column: Column, *, is_total: bool = False) -> Named:
    """By its own words; else by the field that recognition (or the office) gave it."""
    name = criterion_in(column.heading)
    if is_total and not _is_criterion(name):
        return Named(TOTAL, stated_maximum(column.heading))
    if not _is_criterion(name) and column.field is not None:
        code = TOTAL if column.field == TOTAL_FIELD else column.field
        if code in _SHORT_NAMES or code == TOTAL:
            return replace(name, criterion=code)
    return name


_Columns = list[tuple[Column, Named]]


def _counted_flat(columns: _Columns) -> _Columns:
    """Criteria that are only counted: three are the groups, ten are the rows below them."""
    numbers = {name.flat for _, name in columns if name.flat is not None}
    codes: Sequence[str] = ()
    if numbers == set(range(1, len(LEAVES) + 1)):
        codes = LEAVES
    elif numbers == {1, 2, 3}:
        codes = tuple(CHILDREN)
    return [
        (column, replace(name, criterion=codes[name.flat - 1]))
        if name.flat is not None and codes
        else (column, name)
        for column, name in columns
    ]


def _children_by_order(columns: _Columns) -> _Columns:
    """Columns under one merged group heading whose own numbers were lost, told by their order."""
    found = list(columns)
    for group, count in CHILDREN.items():
        for rank in {scorer_rank(column.heading) for column, _ in columns}:
            places = [
                place
                for place, (column, name) in enumerate(columns)
                if name.criterion == group and scorer_rank(column.heading) == rank
            ]
            if len(places) != count:
                continue
            for number, place in enumerate(places, 1):
                column, _ = columns[place]
                found[place] = (column, Named(f"{group}.{number}"))
    return found


def scorers_of(columns: Sequence[tuple[Column, str]]) -> Mapping[int, int]:
    """Column → scorer. Superiors count from 1 by rank; two of one rank by their order.

    A column that names nobody, right of those of superiors, holds what was settled on at last.
    """
    named: dict[str, int] = {}
    for column, criterion in columns:
        if scorer_rank(column.heading) > NO_SCORER_NAMED:
            named[criterion] = max(column.column, named.get(criterion, 0))
    ranks: dict[int, tuple[int, int]] = {}
    met: dict[tuple[str, int], int] = {}
    for column, criterion in columns:
        rank = scorer_rank(column.heading)
        if rank == NO_SCORER_NAMED and column.column > named.get(criterion, column.column):
            rank = SETTLED
        again = met.get((criterion, rank), 0)
        met[criterion, rank] = again + 1
        ranks[column.column] = (rank, 0 if rank == 0 else again)
    superiors = sorted({rank for rank in ranks.values() if rank[0] > 0})
    return {
        column: 0 if rank[0] == 0 else superiors.index(rank) + 1 for column, rank in ranks.items()
    }


_ROWS_SEARCHED = 4


def maxima_rows(table: Table) -> tuple[int, ...]:
    """Rows that state maxima ("Điểm tối đa") among the headings or right below them."""
    first, last = min(table.heading_rows), max(table.heading_rows) + _ROWS_SEARCHED
    marks = {column.column for column in table.columns if _is_criterion(_named(column))}
    leftmost = min(marks, default=0)
    return tuple(
        number
        for number in range(first, last)
        for place, cell in sorted(table.grid.rows.get(number, {}).items())
        if place < leftmost and is_maximum_label(as_text(cell))
    )


def stated_maxima(table: Table) -> Mapping[int, Decimal]:
    """Column → the maximum that a row of maxima states for it."""
    stated: dict[int, Decimal] = {}
    for number in maxima_rows(table):
        for column, cell in table.grid.rows.get(number, {}).items():
            if isinstance(cell.value, Decimal):
                stated[column] = cell.value
            elif isinstance(cell.value, str):
                named = criterion_in(f"I / {cell.value.replace('đ', ' điểm')}")
                if named.maximum is not None:
                    stated[column] = named.maximum
    return stated


def marks_of(reader: RowReader, columns: Sequence[CriterionColumn]) -> tuple[Mark, ...]:
    """The marks of one person; those that are blank are there too, so that they can be named."""
    return tuple(
        Mark(
            column.criterion,
            _points(reader, column),
            reader.ref_at(column.column),
            column.scorer,
            column.maximum,
            scorer_named(column.column.heading),
        )
        for column in columns
    )


def _points(reader: RowReader, column: CriterionColumn) -> Number:
    points = reader.points_at(column.column, most=column.maximum)
    highest = column.maximum
    if not isinstance(points, Decimal) or (points >= 0 and (highest is None or points <= highest)):
        return points
    allowed = Text("từ 0 trở lên", "0 or more")
    if highest is not None:
        allowed = Text(f"từ 0 đến {shown(highest)}", f"0 to {shown(highest, 'en')}")
    reader.findings.append(
        OutOfRange(
            at=reader.ref_at(column.column),
            heading=column.column.heading,
            value=points,
            allowed=allowed,
        )
    )
    return UNKNOWN
