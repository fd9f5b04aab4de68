"""Households helped on the weekly day in the villages: a garden put in order, a house mended."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.villages import HelpedHousehold, VillageRecords
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.measures import in_brackets
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.village_columns import (
    NOTE,
    ORDINAL,
    day_within,
    headings,
    village_field,
    village_of,
)


def parse(table: Table) -> Parsed:
    """A row for each household and piece of help."""
    households: list[HelpedHousehold] = []
    findings: list[Finding] = [*not_understood(table), *repeated_rows(table)]
    for reader in parse_rows(table):
        one = _household(reader, table)
        if one is not None:
            households.append(one)
        findings += reader.findings
    return Parsed(
        Records(
            villages=VillageRecords(households=tuple(households)), kinds=frozenset({KIND.name})
        ),
        tuple(findings),
    )


def _household(reader: RowReader, table: Table) -> HelpedHousehold | None:
    household, work = reader.text("household"), reader.text("work")
    area = reader.text("area")
    if household is None and work is None:
        return None
    reader.require("household")
    return HelpedHousehold(
        at=reader.at,
        village=village_of(reader, table),
        household=household,
        work=work,
        day=day_within(reader, "day", table.period),
        who=reader.mentions("who"),
        result=reader.text("result") or (area and _with_unit(area, reader.heading("area"))),
    )


def _with_unit(area: str, heading: str) -> str:
    """The area as it was written, with the unit that its heading states."""
    unit = in_brackets(heading)
    return f"{area} {unit}" if unit and unit not in area else area


_FIELDS = (
    ORDINAL,
    village_field(beside=("household",)),
    FieldSpec(
        "household",
        headings(
            """Hộ được giúp | Hộ được giúp đỡ | Tên hộ | Hộ gia đình | Tên hộ gia đình | Chủ hộ | Tên
            chủ hộ | Họ tên chủ hộ | Họ và tên chủ hộ | Hộ được hỗ trợ | Hộ gia đình được giúp |
            Hộ gia đình được giúp đỡ | Hộ gia đình được hỗ trợ | Hộ"""
        ),
        required=True,
        telling=True,
    ),
    FieldSpec(
        "work",
        headings(
            """Nội dung giúp đỡ | Nội dung giúp | Nội dung hỗ trợ | Việc đã giúp | Công việc giúp đỡ
            | Hình thức giúp đỡ | Cải tạo vườn tạp | Chỉnh trang vườn hộ | Việc giúp | Nội dung |
            Công việc | Phần việc"""
        ),
        telling=True,
        beside=("household",),
    ),
    FieldSpec(
        "day",
        headings(
            "Ngày giúp | Ngày thực hiện | Ngày | Ngày đi thôn | Thời gian | Thời gian thực hiện"
        ),
        telling=True,
        beside=("household",),
    ),
    FieldSpec(
        "who",
        headings(
            """Người giúp | Người thực hiện | Cán bộ giúp đỡ | Cán bộ thực hiện | Cán bộ tham gia |
            Đơn vị giúp đỡ | Lực lượng tham gia | Cán bộ, công chức tham gia | Cán bộ phụ trách |
            Thành phần tham gia | Đoàn thể giúp đỡ"""
        ),
        telling=True,
        beside=("household",),
    ),
    FieldSpec(
        "area",
        headings(
            "Diện tích vườn | Diện tích cải tạo | Diện tích vườn cải tạo | Diện tích vườn tạp"
        ),
        telling=True,
        beside=("household",),
    ),
    FieldSpec("result", headings("Kết quả | Kết quả thực hiện | Kết quả đạt được | Ngày công")),
    NOTE,
)
KIND = SheetKind(
    name="households",
    shown=Text("hộ được giúp đỡ", "households helped"),
    fields=with_others(_FIELDS),
    parse=parse,
    titles=(
        "giúp hộ",
        "giúp đỡ hộ",
        "hộ được giúp",
        "hộ được giúp đỡ",
        "cải tạo vườn tạp",
        "hỗ trợ hộ",
    ),
)
