"""The office's table of organisations: points, what a class asks beside them, and the class (NĐ 335 Đ5–Đ9)."""

from __future__ import annotations

from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Records
from cadre_cli.domain.stated import OrganisationRecord
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.sheets.findings_words import WordsNotUnderstood
from cadre_cli.sheets.grades import grade_of
from cadre_cli.sheets.organisation_columns import COUNTS, MEASURED, SHARES
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.person_columns import ORDINAL
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.stated_headings import GRADE_HEADINGS, TOTAL_HEADINGS
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.wording import affirms, is_nothing, says
from cadre_cli.vietnamese.numbers import read_number

_YES = ("co", "da", "co ket luan", "da khac phuc", "hoan thanh", "x")
_NO = ("khong", "chua", "chua khac phuc")
_ALL_OR_LESS = frozenset({"tasks_on_time_good", "tasks_done", "programme_done"})
"""Shares of which a no says that something is lacking, not that nothing was done."""
_SOME_OR_NONE = frozenset({"tasks_beyond", "tasks_late"})
"""Shares of which a yes says that there are some, not how many."""
_EXPECTED = "Có, Không, hoặc một tỷ lệ như 100%"


def parse(table: Table) -> Parsed:
    """A record for each row that names an organisation; a cell that cannot be read stays unknown."""
    found: list[OrganisationRecord] = []
    findings: list[Finding] = [*not_understood(table)]
    for reader in parse_rows(table):
        name = reader.text("organisation")
        if name is None:
            reader.require("organisation")
        else:
            found.append(_record(reader, name))
        findings += reader.findings
    return Parsed(
        Records(organisations=tuple(found), kinds=frozenset({KIND.name})), tuple(findings)
    )


def _record(reader: RowReader, name: str) -> OrganisationRecord:
    low = Decimal(0)
    measures: dict[str, Number] = {}
    for field in MEASURED:
        value = _measure(reader, field)
        if value is not None:
            measures[field] = value
    return OrganisationRecord(
        at=reader.at,
        name=name,
        common=reader.points("common", low=low),
        result=reader.points("result", low=low),
        total=reader.points("total", low=low),
        measures=measures,
        grade=grade_of(reader.text("grade")),
        document=reader.text("document"),
        note=reader.text("note"),
    )


def _measure(reader: RowReader, field: str) -> Number:
    """A share, a count, or a yes or no in words."""
    written = reader.text(field)
    if written is None or field in COUNTS:
        return reader.number(field, low=Decimal(0))
    if read_number(written.rstrip("% ")) is not None:
        if field in SHARES:
            column = reader.column(field)
            if column is not None:
                return reader.share_at(column)
        return reader.number(field, low=Decimal(0), high=Decimal(1))
    value = _in_words(field, written)
    if value is not None:
        return value
    reader.findings.append(
        WordsNotUnderstood(
            at=reader.at.cell(field),
            heading=reader.heading(field),
            written=written,
            expected=_EXPECTED,
        )
    )
    return UNKNOWN


def _in_words(field: str, written: str) -> Decimal | None:
    """What a yes or a no says of a measure; None where it does not say how much."""
    if field == "shortcomings_remedied":
        if says(written, "chua", "khong khac phuc"):
            return Decimal(0)
        if says(written, "khong co", "khong con") or affirms(written, *_YES):
            return Decimal(1)
        return None  # "Không": nothing to remedy, or not remedied
    if is_nothing(written) or says(written, *_NO):
        return None if field in _ALL_OR_LESS else Decimal(0)
    return Decimal(1) if affirms(written, *_YES) and field not in _SOME_OR_NONE else None


_NAME = FieldSpec(
    "organisation",
    (
        "Cơ quan, tổ chức, đơn vị",
        "Tên cơ quan, tổ chức, đơn vị",
        "Cơ quan, đơn vị",
        "Tên cơ quan, đơn vị",
        "Tên đơn vị",
        "Đơn vị",
        "Tên tổ chức",
        "Tổ chức",
        "Tập thể",
        "Tên tập thể",
        "Phòng, trung tâm",
        "Phòng, ban",
        "Phòng, ban, đơn vị",
        "Phòng chuyên môn",
        "Cơ quan chuyên môn",
        "Đơn vị được đánh giá",
        "Cơ quan",
    ),
    required=True,
    telling=True,
)
_POINTS = (
    FieldSpec(
        "common",
        (
            "Điểm tiêu chí chung",
            "Điểm tiêu chí chung (30đ)",
            "Điểm tiêu chí chung (30)",
            "Tiêu chí chung",
            "Tiêu chí chung (30đ)",
            "Tiêu chí chung (30 điểm)",
            "Nhóm tiêu chí chung",
            "Điểm nhóm tiêu chí chung",
            "Điểm chung",
        ),
        telling=True,
    ),
    FieldSpec(
        "result",
        (
            "Điểm kết quả thực hiện nhiệm vụ",
            "Điểm kết quả thực hiện nhiệm vụ (70đ)",
            "Điểm kết quả",
            "Điểm kết quả (70)",
            "Kết quả thực hiện nhiệm vụ",
            "Kết quả thực hiện nhiệm vụ (70đ)",
            "Kết quả thực hiện nhiệm vụ (70 điểm)",
            "Tiêu chí kết quả thực hiện nhiệm vụ",
            "Nhóm tiêu chí kết quả",
            "Điểm nhiệm vụ",
        ),
        telling=True,
    ),
    FieldSpec("total", TOTAL_HEADINGS),
    FieldSpec("grade", (*GRADE_HEADINGS, "Mức công nhận", "Kết quả công nhận")),
)
_REST = (
    FieldSpec(
        "document",
        ("Quyết định công nhận", "Văn bản công nhận", "Số quyết định", "Quyết định", "Văn bản"),
    ),
    FieldSpec("note", ("Ghi chú",)),
)
_MEASURES = tuple(FieldSpec(name, headings, telling=True) for name, headings in MEASURED.items())
KIND = SheetKind(
    name="organisations",
    shown=Text("kết quả của cơ quan, đơn vị", "results of the organisations"),
    fields=with_others((ORDINAL, _NAME, *_POINTS, *_MEASURES, *_REST)),
    parse=parse,
    titles=(
        "xếp loại cơ quan",
        "xếp loại các cơ quan",
        "xếp loại đơn vị",
        "xếp loại các đơn vị",
        "xếp loại các phòng",
        "xếp loại tập thể",
        "xếp loại các tập thể",
        "xếp loại tổ chức",
        "xếp loại chất lượng cơ quan",
        "xếp loại chất lượng các cơ quan",
        "xếp loại chất lượng tập thể",
        "kết quả của các đơn vị",
        "kết quả các phòng",
    ),
)
