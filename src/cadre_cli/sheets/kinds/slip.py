"""A slip for each person: Mẫu số 01 of NĐ 335/2025 (Phụ lục II), criteria down the rows."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.columns import Columns
from cadre_cli.sheets.criterion_columns import CriterionColumn, marks_of, scorers_of
from cadre_cli.sheets.findings_values import EmptyCell
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.placements import stated_above
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.slip_rows import SlipRow, slip_rows
from cadre_cli.sheets.slip_summary import Scorers, slip_parts, slip_summary
from cadre_cli.sheets.slip_sums import sums_that_differ
from cadre_cli.sheets.stated_headings import SCORED_HEADINGS, SELF_SCORED_HEADINGS
from cadre_cli.sheets.table import FieldSpec, Parsed, Row, SheetKind, Table


def parse(table: Table) -> Parsed:
    """The marks of every scorer, and the total that section II states.

    The official form has a column for the person's own points only; some bodies add the
    superior's. Nothing is concluded from the first where the second is missing.
    """
    columns = Columns(table)
    criteria = slip_rows(table)
    marks: list[Mark] = []
    findings: list[Finding] = [*not_understood(table)]
    for row in criteria:
        reader = RowReader(table, Row(row.number), columns)
        marks += marks_of(reader, _columns(table, row))
        findings += reader.findings
    summed = (*table.all("max_points"), *table.all("self_points"), *table.all("points"))
    findings += sums_that_differ(table, criteria, summed)
    if not any(mark.points is not None for mark in marks) and table.subject.person is None:
        return Parsed()
    who = table.subject.person
    if who is None:
        blank = table.grid.ref(table.heading_rows[0], table.columns[0].column)
        return Parsed(findings=(*findings, EmptyCell(at=blank, heading="Họ và tên")))
    named = Mention(who.written, who.name, who.at, who.unit or table.subject.unit, who.code)
    at = _place(table, named)
    last = criteria[-1].number if criteria else table.heading_rows[-1]
    scorers = _scorers(table)
    stated = slip_summary(table, named, at, last, scorers)
    parts, unclear = slip_parts(table, named, at, last, scorers)
    told = {"common": True, "stated": stated, "leader_parts": parts}
    records = Records(
        common=(CommonMarks(named, at, tuple(marks)),),
        stated=() if stated is None else (stated,),
        leader_parts=() if parts is None else (parts,),
        kinds=frozenset(kind for kind, found in told.items() if found),
        placements=stated_above(table.subject, named),
    )
    return Parsed(records, (*findings, *unclear))


def _scorers(table: Table) -> Scorers:
    given = [(one, "") for one in (*table.all("self_points"), *table.all("points"))]
    ranks = scorers_of(given)
    superiors = sorted((column for column, rank in ranks.items() if rank), key=ranks.__getitem__)
    return Scorers(
        frozenset(column for column, rank in ranks.items() if not rank),
        tuple(superiors),
        frozenset(column.column for column in table.all("max_points")),
    )


def _place(table: Table, who: Mention) -> RowRef:
    """Where the person stands: the line that names them, which is no row of the table."""
    row, column = who.at.row or table.heading_rows[0], who.at.column or 1
    return RowRef(table.grid.file, table.grid.sheet, row, {"name": column})


def _columns(table: Table, row: SlipRow) -> Sequence[CriterionColumn]:
    """The columns of points as if this row's criterion stood above them."""
    given = sorted((*table.all("self_points"), *table.all("points")), key=lambda one: one.column)
    scorers = scorers_of([(column, row.criterion) for column in given])
    return [
        CriterionColumn(column, row.criterion, scorers[column.column], row.maximum)
        for column in given
    ]


KIND = SheetKind(
    name="slip",
    shown=Text("phiếu theo dõi, đánh giá của một người (Mẫu số 01)", "a person's slip (form 01)"),
    fields=with_others(
        (
            FieldSpec("ordinal", ("TT", "STT", "Số TT", "#", "Mã", "Mã tiêu chí", "Ký hiệu")),
            FieldSpec(
                "criterion",
                (
                    "Tiêu chí chấm điểm",
                    "Tiêu chí",
                    "Tiêu chí đánh giá",
                    "Nội dung tiêu chí",
                    "Tiêu chí chung",
                    "Nội dung đánh giá",
                    "Nội dung chấm điểm",
                    "Tên tiêu chí",
                    "Các tiêu chí",
                    "Nhóm tiêu chí",
                ),
                required=True,
                telling=True,
            ),
            FieldSpec(
                "max_points",
                (
                    "Điểm tối đa",
                    "Điểm chuẩn",
                    "Thang điểm",
                    "Khung điểm",
                    "Khung điểm tối đa",
                    "Mức điểm tối đa",
                    "Điểm Max",
                    "Điểm T.Đa",
                ),
                telling=True,
            ),
            FieldSpec(
                "self_points",
                (
                    "Điểm do cá nhân tự chấm",
                    *SELF_SCORED_HEADINGS,
                    "Điểm cá nhân tự chấm",
                    "Cá nhân chấm",
                    "Cá nhân",
                    "Cá nhân tự đánh giá",
                    "Tự đánh giá",
                    "Điểm tự đánh giá",
                    "Công chức tự chấm",
                ),
                several=True,
                telling=True,
            ),
            FieldSpec(
                "points",
                (
                    "Điểm do cấp có thẩm quyền chấm",
                    "Điểm của cấp có thẩm quyền",
                    "Điểm cấp có thẩm quyền chấm",
                    "Cấp có thẩm quyền",
                    "Điểm do lãnh đạo chấm",
                    "Điểm do cấp có thẩm quyền theo dõi, đánh giá chấm",
                    "Điểm do người đứng đầu chấm",
                    "Điểm thống nhất",
                    "Điểm chính thức",
                    *SCORED_HEADINGS,
                    "Điểm đạt",
                    "Điểm đạt được",
                    "Điểm đánh giá",
                    "Điểm",
                ),
                several=True,
                telling=True,
            ),
            FieldSpec("note", ("Ghi chú", "Lý do", "Minh chứng")),
        )
    ),
    parse=parse,
    titles=("phiếu theo dõi, đánh giá", "phiếu đánh giá", "phiếu tự đánh giá", "phiếu chấm điểm"),
    of_one_person=True,
)
