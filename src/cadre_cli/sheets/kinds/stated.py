"""The office's own summary: totals and classes as it worked them out, kept to be compared."""

from __future__ import annotations

from cadre_cli.domain.texts import Text
from cadre_cli.sheets.criterion_columns import criterion_fields
from cadre_cli.sheets.leader_columns import leader_fields
from cadre_cli.sheets.other_columns import with_others
from cadre_cli.sheets.own_points import adjustment_fields
from cadre_cli.sheets.people_rows import read_people
from cadre_cli.sheets.person_columns import DESCRIBED, HAPPENED
from cadre_cli.sheets.stated_columns import stated_fields
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table

_RESULT = FieldSpec(
    "result_points",
    (
        "Điểm kết quả thực hiện nhiệm vụ",
        "Điểm kết quả thực hiện nhiệm vụ (70đ)",
        "Điểm tiêu chí kết quả thực hiện nhiệm vụ",
        "Kết quả thực hiện nhiệm vụ (70đ)",
        "Điểm kết quả",
        "Điểm KPI",
        "Điểm chuyên môn",
        "Kết quả thực hiện nhiệm vụ",
    ),
    telling=True,
)


def parse(table: Table) -> Parsed:
    """What the office states; marks in its summary count only for people marked nowhere else."""
    return read_people(table, "stated")


KIND = SheetKind(
    name="stated",
    shown=Text("bảng tổng hợp kết quả, xếp loại", "the office's summary of results"),
    fields=with_others(
        (
            *DESCRIBED,
            *stated_fields(telling=True),
            *criterion_fields(telling=False),
            *leader_fields(telling=False),
            *adjustment_fields(),
            _RESULT,
            *HAPPENED,
        )
    ),
    parse=parse,
    titles=(
        "tổng hợp kết quả",
        "kết quả đánh giá, xếp loại",
        "kết quả xếp loại",
        "tổng hợp phân loại",
        "kết quả phân loại",
        "xếp loại chất lượng",
    ),
    by_month=True,
)
