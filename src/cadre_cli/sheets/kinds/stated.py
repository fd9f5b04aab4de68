"""The office's own summary: totals and classes as it worked them out, kept to be compared."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Event, Records, Stated
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.people_rows import happenings_of, person_of
from cadre_cli.sheets.person_columns import HAPPENED, PERSON
from cadre_cli.sheets.reading import parse_rows
from cadre_cli.sheets.stated_columns import stated_fields, stated_of
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table

_RESULT = FieldSpec(
    "result_points",
    (
        "Điểm kết quả thực hiện nhiệm vụ",
        "Điểm kết quả thực hiện nhiệm vụ (70đ)",
        "Điểm kết quả thực hiện nhiệm vụ (70 điểm)",
        "Điểm tiêu chí kết quả thực hiện nhiệm vụ",
        "Kết quả thực hiện nhiệm vụ (70đ)",
        "Điểm kết quả (70đ)",
        "Điểm KPI",
        "Điểm chuyên môn (70đ)",
        "Điểm chuyên môn",
        "Kết quả thực hiện nhiệm vụ",
    ),
    telling=True,
)
_COMMON = FieldSpec(
    "common_points",
    (
        "Điểm tiêu chí chung",
        "Điểm tiêu chí chung (30đ)",
        "Điểm tiêu chí chung (30 điểm)",
        "Điểm chung (30đ)",
        "Điểm chung",
        "Điểm TC",
        "Tiêu chí chung",
    ),
)


def parse(table: Table) -> Parsed:
    """Only what the office states: marks beside it are sums of another sheet, not entries."""
    stated: list[Stated] = []
    events: list[Event] = []
    findings: list[Finding] = list(repeated_rows(table))
    for reader in parse_rows(table):
        who = person_of(reader)
        if who is None:
            continue
        if total := stated_of(reader, who, table):
            stated.append(total)
        events += happenings_of(reader, who, table.period)
        findings += reader.findings
    return Parsed(
        Records(stated=tuple(stated), events=tuple(events), kinds=frozenset({"stated"})),
        tuple(findings),
    )


KIND = SheetKind(
    name="stated",
    shown=Text("bảng tổng hợp kết quả, xếp loại", "the office's summary of results"),
    fields=(*PERSON, *stated_fields(telling=True), _COMMON, _RESULT, *HAPPENED),
    parse=parse,
    titles=(
        "tổng hợp kết quả",
        "kết quả đánh giá, xếp loại",
        "kết quả xếp loại",
        "tổng hợp phân loại",
        "kết quả phân loại",
        "xếp loại chất lượng",
    ),
)
