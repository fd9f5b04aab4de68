"""The office's own total and class, wherever they stand: kept to be compared, never used."""

from __future__ import annotations

import re
from decimal import Decimal

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Mention, Number, Stated
from cadre_cli.sheets.grades import grade_of, points_beside
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.table import Column, FieldSpec, Table

_TOTAL_HEADINGS = (
    "Tổng điểm",
    "Tổng điểm (100đ)",
    "Tổng điểm (100 điểm)",
    "Tổng điểm (100)",
    "Tổng số điểm",
    "Tổng cộng",
    "Tổng cộng điểm",
    "Cộng",
    "Cộng điểm",
    "Tổng điểm đánh giá",
    "Tổng điểm theo dõi, đánh giá",
    "Tổng điểm theo dõi, đánh giá công chức",
    "Điểm đánh giá",
    "Điểm xếp loại",
    "Điểm tổng",
    "Tổng điểm Lãnh đạo chấm",
    "Điểm trung bình",
)
_GRADE_HEADINGS = (
    "Xếp loại",
    "Kết quả xếp loại",
    "Mức xếp loại",
    "Mức xếp loại chính thức",
    "Xếp loại chất lượng",
    "Mức xếp loại chất lượng",
    "Kết quả xếp loại chất lượng",
    "Đánh giá, xếp loại",
    "Kết quả đánh giá, xếp loại",
    "Kết quả đánh giá",
    "Phân loại",
    "Kết quả phân loại",
    "Kết quả phân loại hàng tháng",
    "Xếp loại NĐ 335",
    "Xếp loại tháng",
    "Đề nghị xếp loại",
    "Đề xuất xếp loại",
    "ĐG đơn vị duyệt",
)
_CLASSES = (
    "A",
    "B",
    "C",
    "D",
    "Loại A",
    "Loại B",
    "Loại C",
    "Loại D",
    "HTXSNV",
    "HTTNV",
    "HTNV",
    "KHTNV",
    "HTXS",
    "HTT",
    "HT",
    "KHT",
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
    "Hoàn thành xuất sắc",
    "Hoàn thành tốt",
    "Hoàn thành",
    "Không hoàn thành",
)
_PARENTS = (
    "Phân loại",
    "Xếp loại",
    "Kết quả phân loại",
    "Kết quả xếp loại",
    "Mức xếp loại",
    "Xếp loại chất lượng",
)
_CLASS_HEADINGS = (
    *(name for name in _CLASSES if len(name) > 2),
    *(f"{parent} / {name}" for parent in _PARENTS for name in _CLASSES),
)


def stated_fields(*, telling: bool) -> tuple[FieldSpec, ...]:
    """The columns; `telling` where they are what the kind is recognised by."""
    return (
        FieldSpec("total", _TOTAL_HEADINGS, telling=telling),
        FieldSpec("grade", _GRADE_HEADINGS, telling=telling),
        FieldSpec("grade_mark", _CLASS_HEADINGS, several=True, telling=telling),
    )


def stated_of(reader: RowReader, who: Mention, table: Table) -> Stated | None:
    """What the office states for a person; None when the row states nothing."""
    total = reader.number("total")
    total_at = reader.at.cell("total") if reader.has("total") else None
    decimals = _decimals(reader, table, total)
    grade, grade_at, words = _grade(reader, table)
    beside = points_beside(words)
    if total is None and beside is not None:
        total, total_at, decimals = beside, grade_at, _places_of(beside)
    if total is None and grade is None:
        return None
    return Stated(who, reader.at, total, total_at, decimals, grade, grade_at)


def _grade(reader: RowReader, table: Table) -> tuple[str | None, CellRef | None, str | None]:
    """The code, its cell, and the words it was read from (of the x, its column's heading)."""
    for column in table.all("grade_mark"):
        if reader.text_at(column) is not None:
            name = column.heading.rpartition(" / ")[2]
            return grade_of(name), reader.ref_at(column), name
    if not reader.has("grade"):
        marks = table.all("grade_mark")
        return None, reader.ref_at(marks[0]) if marks else None, None
    words = reader.raw_text("grade")
    return grade_of(words), reader.at.cell("grade"), words


_SHOWN_PLACES = re.compile(r"\.([0#?]+)")


def _decimals(reader: RowReader, table: Table, total: Number) -> int:
    """The decimals Excel shows the total with; a General cell shows what is stored."""
    columns: tuple[Column, ...] = table.all("total")
    cell = reader.cell_at(columns[0]) if columns else None
    if cell is None or not isinstance(total, Decimal):
        return 2
    if cell.shown in ("General", "@") or isinstance(cell.value, str):
        return _places_of(total)
    shown = _SHOWN_PLACES.search(cell.shown.partition(";")[0])
    return max(2, len(shown[1]) if shown else 0)


def _places_of(value: Decimal) -> int:
    """At least two, at most eight: what is left of a stored double after that is noise."""
    exponent = value.normalize().as_tuple().exponent
    return min(8, max(2, -exponent if isinstance(exponent, int) else 0))
