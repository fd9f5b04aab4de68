"""The office's list of products with their conversion to the standard product (NĐ 335 Điều 13)."""

from __future__ import annotations

from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.tasks import CatalogueItem
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.findings_table import NoSuchColumn
from cadre_cli.sheets.findings_values import EmptyCell
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table


def parse(table: Table) -> Parsed:
    """An item for each row; a coefficient that is missing stays None beside its points."""
    items: list[CatalogueItem] = []
    findings: list[Finding] = list(_missing_columns(table))
    for reader in parse_rows(table):
        items.append(_item(reader))
        findings += reader.findings
    findings += repeated_rows(table)
    records = Records(catalogue=tuple(items), kinds=frozenset({KIND.name}))
    return Parsed(records, tuple(findings))


def _item(reader: RowReader) -> CatalogueItem:
    item = CatalogueItem(
        at=reader.at,
        code=reader.text("code"),
        content=_content(reader),
        product=reader.text("product"),
        unit=reader.text("unit") or (reader.group[-1] if reader.group else None),
        group=reader.text("group"),
        points=reader.number("points", above=Decimal(0), shared=True),
        coefficient=reader.number("coefficient", above=Decimal(0), shared=True),
        note=reader.text("note"),
    )
    if item.code is None and item.content is None:
        reader.require(*[name for name in ("code", "content") if reader.has(name)][:1])
    if item.points is None and item.coefficient is None:
        name = "coefficient" if reader.has("coefficient") else "points"
        if reader.has(name):
            reader.findings.append(EmptyCell(at=reader.at.cell(name), heading=reader.heading(name)))
    return item


def _content(reader: RowReader) -> str | None:
    """The task, and the work in detail where a second column describes it."""
    return reader.text("content") or reader.text("detail") or reader.text("product")


def _missing_columns(table: Table) -> list[Finding]:
    """Code or content, and coefficient or points (contract 9.12)."""
    at = CellRef(table.grid.file, table.grid.sheet)
    pairs = (
        (("code", "content", "product", "detail"), "Mã CV"),
        (("coefficient", "points"), "Hệ số quy đổi"),
    )
    return [
        NoSuchColumn(at=at, table=KIND.shown, heading=heading)
        for names, heading in pairs
        if not any(name in table.places for name in names)
    ]


_FIELDS = (
    FieldSpec("ordinal", ("STT", "TT", "Số TT", "Số thứ tự", "#")),
    FieldSpec(
        "code",
        (
            "Mã CV",
            "Mã công việc",
            "Mã sản phẩm",
            "Mã SP",
            "Mã sản phẩm, công việc",
            "Mã sản phẩm/công việc",
            "Mã SP/CV",
            "Mã nhiệm vụ",
            "Mã danh mục",
            "Mã",
        ),
        telling=True,
    ),
    FieldSpec(
        "content",
        (
            "Nhiệm vụ",
            "Tên sản phẩm, công việc",
            "Tên sản phẩm/công việc",
            "Sản phẩm, công việc",
            "Sản phẩm/công việc",
            "Tên công việc",
            "Tên sản phẩm",
            "Nội dung công việc",
            "Nội dung nhiệm vụ",
            "Nội dung",
            "Công việc",
            "Tên nhiệm vụ",
            "Danh mục sản phẩm, công việc",
            "Danh mục sản phẩm/công việc",
            "Danh mục công việc",
            "Danh mục sản phẩm",
            "Đầu việc",
        ),
    ),
    FieldSpec("detail", ("Công việc chi tiết", "Mô tả", "Mô tả công việc", "Chi tiết công việc")),
    FieldSpec("product", ("Sản phẩm đầu ra", "Sản phẩm", "Kết quả đầu ra", "Sản phẩm cần đạt")),
    FieldSpec("measure", ("Đơn vị tính", "ĐVT", "Đơn vị tính sản phẩm")),
    FieldSpec(
        "unit",
        (
            "Phòng, ban chuyên môn",
            "Phòng ban",
            "Phòng, ban",
            "Phòng",
            "Đơn vị",
            "Đơn vị thực hiện",
            "Bộ phận",
            "Lĩnh vực",
        ),
    ),
    FieldSpec(
        "group",
        (
            "Nhóm",
            "Nhóm sản phẩm",
            "Nhóm công việc",
            "Mức độ phức tạp",
            "Độ phức tạp",
            "Nhóm nhiệm vụ",
        ),
        telling=True,
    ),
    FieldSpec(
        "frame", ("Khung điểm", "Khung điểm tối đa", "Khung hệ số", "Thang điểm"), telling=True
    ),
    FieldSpec(
        "points",
        (
            "Điểm chấm",
            "Điểm quy đổi",
            "Điểm sản phẩm",
            "Điểm công việc",
            "Điểm chuẩn",
            "Số điểm",
            "Điểm",
        ),
        telling=True,
    ),
    FieldSpec(
        "coefficient",
        (
            "Hệ số quy đổi",
            "Hệ số",
            "Hệ số (K)",
            "Hệ số K",
            "Hệ số quy đổi sản phẩm",
            "Hệ số quy đổi theo sản phẩm chuẩn",
            "Hệ số công việc",
            "Quy đổi sản phẩm chuẩn",
            "HSQĐ",
        ),
        telling=True,
    ),
    FieldSpec("note", ("Ghi chú", "Diễn giải")),
)
KIND = SheetKind(
    name="catalogue",
    shown=Text("danh mục sản phẩm, công việc quy đổi", "catalogue of products"),
    fields=_FIELDS,
    parse=parse,
    titles=("danh mục", "danh mục sản phẩm", "bảng hệ số", "hệ số quy đổi"),
    needs_period=False,
)
