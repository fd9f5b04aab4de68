"""The cells in which an office keeps everyone's results itself, so that a copy can be filled.

Only columns that are the office's arithmetic are ours to fill. What a scorer or an authority writes
under its own name is theirs; what fits two readings is left and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.grid import Cell
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.scales import Scale
from cadre_cli.domain.stated import ResultCell, ResultRow
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.columns import as_text, is_percentage
from cadre_cli.sheets.criteria import NO_SCORER_NAMED, TOTAL, criterion_in, scorer_rank
from cadre_cli.sheets.criterion_columns import TOTAL_FIELD
from cadre_cli.sheets.grades import grade_of, points_beside
from cadre_cli.sheets.scales import is_share, scale_of
from cadre_cli.sheets.stated_columns import COMMON_MAXIMUM
from cadre_cli.sheets.table import OTHER, Column, How, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.legacy import Encoding, font_encoding
from cadre_cli.vietnamese.numbers import stated_maximum

_NO_WORDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of results: which `part` it is for, and why it is not ours to fill, if it is not.

    `scale` as in ResultCell.
    """

    part: str
    column: Column
    words: Mapping[str, str]
    grade: str | None = None
    why_not: Text | None = None
    scale: Scale | None = None


_JUDGED = Text(
    "cột do người chấm hoặc người có thẩm quyền ghi", "the column is for a scorer or an authority"
)
_SEVERAL = Text(
    "có nhiều cột giống nhau, không rõ cột nào là của kết quả",
    "there are several such columns, and which one is for the result is not clear",
)
_TOGETHER = Text(
    "điểm và mức xếp loại ghi chung một ô", "points and class stand in one cell together"
)
_WHICH_TOTAL = Text(
    "không rõ cột cộng điểm tiêu chí chung hay tổng điểm cả kỳ; tiêu đề ghi (100đ) thì rõ",
    "it may be the total of the common criteria or the whole; a heading with (100đ) would tell",
)
_NOT_POINTS = Text(
    "tiêu đề không nói rõ cột ghi điểm hay tỷ lệ", "the heading does not say points or a share"
)

_NEAR = Text(
    "tiêu đề chỉ gần giống tiêu đề của cột này; đúng là cột này thì ghi vào cadre.toml",
    "the heading is only like one of this column; if it is this column, name it in cadre.toml",
)

OF_YEAR = "year"
_OF_YEAR = Text(
    "cột về cả năm, không của riêng kỳ nào: cadre rank tính và ghi vào tong-ket-….xlsx",
    "the column is about the whole year: cadre rank works it out, into tong-ket-….xlsx",
)
_YEARLY = ("trung binh", "binh quan", "ca nam", "xep loai", "phan loai", "tong diem")
_LEADING = ("d", "dd", "e")


def result_columns(
    table: Table,
    common_totals: frozenset[int],
    parts: Mapping[str, Column],
    marked: frozenset[int] = frozenset(),
) -> tuple[ResultColumn, ...]:
    """The columns for total and class wherever they stand, in a summary also those of its parts.

    `parts` are the columns of a, b, c and of the result. Where criteria are `marked` one by one, the
    sum of them (one of `common_totals`) is the office's arithmetic, too.
    """
    others = common_totals | {column.column for column in parts.values()}
    totals = [column for column in table.all("total") if column.column not in others]
    summary = table.kind == "stated"
    sums = [each for each in table.columns if each.column in common_totals] if marked else []
    common = list(dict.fromkeys((*table.all(TOTAL_FIELD), *sums))) if summary or marked else []
    found = [
        *_only_one("total", totals, table),
        *_only_one("grade", table.all("grade"), table),
        *_only_one("common", common, table),
    ]
    if summary:
        points = [column for column in table.all("result_points") if column.column not in others]
        found += [_points(column, table) for column in points]
        leading = {name: column for name in _LEADING for column in table.all(name)[:1]}
        for part, column in {**parts, **leading}.items():
            found.append(_share(part, column, table))
    if table.month is not None:
        found += [
            ResultColumn(OF_YEAR, column, _NO_WORDS, why_not=_OF_YEAR)
            for column in table.all(OTHER)
            if says(column.heading, *_YEARLY)
        ]
    marks = [(column, _class_of(column)) for column in table.all("grade_mark")]
    found += [ResultColumn("mark", column, _NO_WORDS, grade) for column, grade in marks if grade]
    return tuple(found)


def _only_one(part: str, columns: Sequence[Column], table: Table) -> Iterator[ResultColumn]:
    ours = [column for column in columns if scorer_rank(column.heading) == NO_SCORER_NAMED]
    for column in columns:
        why = None
        if column not in ours:
            why = _JUDGED
        elif len(ours) > 1:
            why = _SEVERAL
        elif part == "grade" and says(column.heading, "diem"):
            why = _TOGETHER
        elif part == "total" and _may_be_common(table, column):
            why = _WHICH_TOTAL
        words = _spelt(table, column) if part == "grade" else _NO_WORDS
        yield ResultColumn(part, column, words, why_not=why)


def _may_be_common(table: Table, column: Column) -> bool:
    """Whether a total that states no maximum may be that of the criteria beside it."""
    if stated_maximum(column.heading) is not None:
        return False
    values = (table.grid.cell(row.number, column.column) for row in table.rows)
    if any(c and isinstance(c.value, Decimal) and c.value > COMMON_MAXIMUM for c in values):
        return False
    criteria = {criterion_in(each.heading).criterion for each in table.columns} - {None, TOTAL}
    return bool(criteria) or (table.kind != "stated" and table.month is None)


def _share(part: str, column: Column, table: Table) -> ResultColumn:
    judged = scorer_rank(column.heading) != NO_SCORER_NAMED
    why = _JUDGED if judged else None
    return ResultColumn(part, column, _NO_WORDS, why_not=why, scale=scale_of(table, column))


def _points(column: Column, table: Table) -> ResultColumn:
    said = says(column.heading, "diem", "kpi", "70d")
    if not said and is_share(column.heading):
        return _share("result", column, table)
    return ResultColumn("points", column, _NO_WORDS, why_not=None if said else _NOT_POINTS)


def _class_of(column: Column) -> str | None:
    return grade_of(column.heading.rpartition(" / ")[2])


def _spelt(table: Table, column: Column) -> Mapping[str, str]:
    """The ways in which the column spells classes, by code, as the file stores them."""
    found: dict[str, str] = {}
    for row in table.rows:
        cell = table.grid.cell(row.number, column.column)
        if cell is None or not isinstance(cell.value, str) or points_beside(cell.value) is not None:
            continue
        code = grade_of(cell.value)
        if code is not None:
            found.setdefault(code, cell.stored or cell.value)
    return found


def result_row(
    at: RowRef, who: Mention, table: Table, columns: tuple[ResultColumn, ...]
) -> ResultRow:
    """A person's own cells of results with what they hold."""
    legacy = _is_legacy(table.cell(at.row, "name"))
    return ResultRow(
        who, tuple(result_cell(each, table, at.row, legacy=legacy) for each in columns)
    )


def share_of_work(table: Table) -> ResultColumn | None:
    """The column of the percentage done, beside one of the finished quantity that says as much."""
    columns = table.all("finished_share") if "finished" in table.places else ()
    for column in columns[:1]:
        share = _share("share", column, table)
        unsure = column.how is How.NEAR and share.why_not is None
        return replace(share, why_not=_NEAR) if unsure else share
    return None


def result_cell(each: ResultColumn, table: Table, row: int, *, legacy: bool = False) -> ResultCell:
    """The cell of a column in one row, with what it holds."""
    column = each.column.column
    cell = table.grid.cell(row, column)
    why_not = each.why_not
    if each.part == "grade" and cell and points_beside(as_text(cell)) is not None:
        why_not = why_not or _TOGETHER
    return ResultCell(
        part=each.part,
        at=table.grid.ref(row, column),
        heading=each.column.heading,
        held=None if cell is None else cell.stored or cell.value,
        formula=cell is not None and cell.formula is not None,
        words=each.words,
        legacy=legacy,
        grade=each.grade,
        why_not=why_not,
        scale=each.scale,
        percent=is_percentage(cell),
    )


def _is_legacy(cell: Cell | None) -> bool:
    """Whether a name is stored in TCVN3 or VNI: the row's other cells then show Unicode wrongly."""
    if cell is None or cell.stored is None:
        return False
    return font_encoding(cell.font) is not Encoding.UNICODE
