"""Points of the people in charge of villages: per village and task, as leaders gave them in the month."""

from __future__ import annotations

from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Number
from cadre_cli.domain.villages import VillageRecords, VillageTask
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.village_columns import (
    NOTE,
    ORDINAL,
    headings,
    village_field,
    village_of,
)

_ZERO = Decimal(0)


def parse(table: Table) -> Parsed:
    """A row for each task; one that names no task is about the village as a whole."""
    tasks: list[VillageTask] = []
    findings: list[Finding] = [*not_understood(table), *repeated_rows(table)]
    for reader in parse_rows(table):
        task = _task(reader, table)
        if task is not None:
            tasks.append(task)
        findings += reader.findings
    return Parsed(
        Records(villages=VillageRecords(tasks=tuple(tasks)), kinds=frozenset({KIND.name})),
        tuple(findings),
    )


_SAID = ("content", "points", "remark", "model", "who")


def _task(reader: RowReader, table: Table) -> VillageTask | None:
    if not any(reader.text(name) for name in _SAID):
        return None
    most = reader.number("max_points", above=_ZERO, shared=True)
    who = reader.mentions("who")
    if not who and table.subject.person is not None:
        who = (table.subject.person,)
    if not who:
        reader.require("who")
    return VillageTask(
        at=reader.at,
        village=village_of(reader, table),
        who=who,
        content=reader.text("content"),
        points=_points(reader, table, most),
        max_points=most,
        remark=reader.text("remark"),
        model=reader.text("model"),
    )


def _points(reader: RowReader, table: Table, most: Number) -> Number:
    """What the highest of several scorers gave: the last column that says something."""
    high = most if isinstance(most, Decimal) else None
    for column in reversed(table.all("points")):
        if reader.text_at(column) is not None or reader.cell_at(column) is not None:
            given = reader.points_at(column, low=_ZERO, high=high, most=high)
            if given is not None:
                return given
    return None


_FIELDS = (
    ORDINAL,
    village_field(beside=("points", "remark", "model", "content")),
    FieldSpec(
        "who",
        headings(
            """Cán bộ phụ trách thôn | Cán bộ phụ trách | Người phụ trách thôn | Người phụ trách |
            Cán bộ, công chức phụ trách thôn | Cán bộ, công chức phụ trách | Công chức phụ trách
            thôn | Cán bộ được phân công | Cán bộ được phân công phụ trách | Cán bộ phụ trách xóm |
            Đồng chí phụ trách | Đồng chí phụ trách thôn | Họ và tên | Họ tên | Họ và tên cán bộ |
            Cán bộ | Cán bộ bám thôn | Cán bộ cắm thôn | Cán bộ đứng điểm"""
        ),
    ),
    FieldSpec("position", headings("Chức vụ | Chức danh | Chức vụ, chức danh | Đơn vị")),
    FieldSpec(
        "content",
        headings(
            """Nhiệm vụ tại thôn | Nhiệm vụ | Nội dung nhiệm vụ | Nội dung công việc | Công việc |
            Nhiệm vụ được giao | Nhiệm vụ trong tháng | Nhiệm vụ tháng | Nội dung | Nội dung chấm
            điểm | Nội dung đánh giá | Đầu việc | Tiêu chí chấm điểm"""
        ),
    ),
    FieldSpec(
        "max_points",
        headings("Điểm tối đa | Điểm chuẩn | Điểm Max | Thang điểm | Khung điểm"),
    ),
    FieldSpec("self_points", headings("Điểm tự chấm | Tự chấm | Cán bộ tự chấm | Tự chấm điểm")),
    FieldSpec(
        "points",
        headings(
            """Điểm chấm | Điểm đạt | Điểm đạt được | Điểm được chấm | Điểm Ban Thường vụ chấm |
            Ban Thường vụ chấm | Điểm BTV chấm | BTV chấm | Điểm Đảng ủy chấm | Điểm thẩm định |
            Điểm UBND chấm | Điểm lãnh đạo chấm | Điểm trong tháng | Điểm tháng | Số điểm | Điểm"""
        ),
        several=True,
        telling=True,
        beside=("village", "remark", "model"),
    ),
    FieldSpec(
        "remark",
        headings(
            """Nhận xét của Ban Thường vụ | Nhận xét của BTV | Ban Thường vụ nhận xét | Ý kiến của
            Ban Thường vụ | Nhận xét của Thường trực Đảng ủy | Nhận xét của Thường trực | Nhận xét
            của Đảng ủy | Nhận xét, đánh giá của Ban Thường vụ | Nhận xét của BTV Đảng ủy | Nhận xét
            của Ban Thường vụ Đảng ủy | Kết luận của Ban Thường vụ | Nhận xét"""
        ),
        telling=True,
        beside=("village", "points", "model"),
    ),
    FieldSpec(
        "model",
        headings(
            """Mô hình hay | Mô hình hay, cách làm hay | Mô hình, cách làm hay | Cách làm hay | Mô
            hình hay, cách làm mới | Cách làm hay, mô hình mới | Mô hình cần nhân rộng | Mô hình
            nhân rộng | Mô hình tốt | Mô hình mới | Mô hình tiêu biểu | Mô hình, điển hình | Mô hình
            điểm | Điển hình cần nhân rộng"""
        ),
        telling=True,
        beside=("village", "points", "remark"),
    ),
    NOTE,
)
KIND = SheetKind(
    name="village_tasks",
    shown=Text("chấm điểm cán bộ phụ trách thôn", "points of those in charge of villages"),
    fields=with_others(_FIELDS),
    parse=parse,
    titles=(
        "phụ trách thôn",
        "phụ trách xóm",
        "phụ trách bản",
        "phụ trách tổ dân phố",
        "phụ trách khu phố",
        "phụ trách khu dân cư",
        "phụ trách địa bàn",
        "bám thôn",
        "đứng điểm",
    ),
)
