"""The columns d, đ, e of leaders (NĐ 335/2025 Đ15.3), in a sheet of their own or beside marks."""

from __future__ import annotations

from decimal import Decimal

from cadre_cli.domain.marks import LeaderParts
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention, Number
from cadre_cli.sheets.findings_values import OutOfRange
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.table import FieldSpec
from cadre_cli.sheets.wording import says

# Without tones "d" and "đ" are one letter, so every longer heading also carries its own words.
_D = FieldSpec(
    "d",
    (
        "d - Kết quả hoạt động của cơ quan, đơn vị",
        "d",
        "d (%)",
        "Điểm d",
        "Tiêu chí d",
        "d. Kết quả hoạt động của cơ quan, tổ chức, đơn vị",
        "d) Kết quả hoạt động",
        "Kết quả hoạt động của cơ quan, tổ chức, đơn vị",
        "Kết quả hoạt động của cơ quan, đơn vị",
        "Kết quả hoạt động của đơn vị",
        "Kết quả hoạt động",
        "Kết quả hoạt động của cơ quan, tổ chức, đơn vị, lĩnh vực phụ trách",
    ),
)
_DD = FieldSpec(
    "dd",
    (
        "đ - Khả năng tổ chức triển khai",
        "đ",
        "đ (%)",
        "Điểm đ",
        "Tiêu chí đ",
        "đ. Khả năng tổ chức triển khai thực hiện nhiệm vụ",
        "đ) Khả năng tổ chức triển khai",
        "Khả năng tổ chức triển khai thực hiện nhiệm vụ",
        "Khả năng tổ chức triển khai",
        "Khả năng tổ chức, triển khai nhiệm vụ",
        "Tổ chức triển khai thực hiện nhiệm vụ",
        "Tổ chức triển khai",
    ),
)
_E = FieldSpec(
    "e",
    (
        "e - Năng lực tập hợp, đoàn kết",
        "e",
        "e (%)",
        "Điểm e",
        "Tiêu chí e",
        "e. Năng lực tập hợp, đoàn kết",
        "e) Năng lực tập hợp, đoàn kết",
        "Năng lực tập hợp, đoàn kết",
        "Năng lực tập hợp, đoàn kết công chức",
        "Năng lực tập hợp, đoàn kết cán bộ, công chức",
        "Năng lực quy tụ, đoàn kết",
        "Tập hợp, đoàn kết",
        "Đoàn kết nội bộ",
    ),
)
_FIELDS = (_D, _DD, _E)


def leader_fields(*, telling: bool) -> tuple[FieldSpec, ...]:
    """The three columns; `telling` where they are what the kind is recognised by.

    They tell as one: a sheet of common points with the leaders' columns beside them is a sheet of
    common points.
    """
    return tuple(
        FieldSpec(spec.name, spec.headings, telling=telling and spec is _DD) for spec in _FIELDS
    )


ALLOWED = Text("100% hoặc 50%", "100% or 50%")
HALF = Decimal("0.5")
"""What Đ15.3 knows beside all of it."""
_ROWS = (
    ("d", ("ket qua hoat dong",)),
    ("dd", ("to chuc trien khai", "to chuc va trien khai")),
    ("e", ("tap hop doan ket", "quy tu doan ket", "doan ket noi bo")),
)


def part_named(label: str) -> str | None:
    """The part ("d", "dd", "e") that the words of a slip's row name.

    >>> part_named("đ) Khả năng tổ chức triển khai thực hiện nhiệm vụ"), part_named("Tiến độ")
    ('dd', None)
    """
    return next((key for key, words in _ROWS if says(label, *words)), None)


def leader_parts_of(reader: RowReader, who: Mention) -> LeaderParts | None:
    """The parts a row states; None when it states none, as rows of people who do not lead."""
    d, dd, e = (_part(reader, field.name) for field in _FIELDS)
    if d is None and dd is None and e is None:
        return None
    return LeaderParts(who=who, at=reader.at, d=d, dd=dd, e=e)


def _part(reader: RowReader, field: str) -> Number:
    """1 or one half: Đ15.3 knows no third value, so a bare 1 is all of it.

    Anything else is D04, and kept to be named.
    """
    value = reader.share(field, one_is_all=True)
    if not isinstance(value, Decimal) or value in (Decimal(1), HALF):
        return value
    reader.findings.append(
        OutOfRange(
            at=reader.at.cell(field),
            heading=reader.heading(field),
            value=reader.text(field) or value,
            allowed=ALLOWED,
        )
    )
    return value
