"""Months that people brought from the body they worked in before (NĐ 335 Đ19.1), a row for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records
from cadre_cli.domain.stated import BroughtMonth
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.findings_words import WordsNotUnderstood
from cadre_cli.sheets.grades import grade_of
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.people_rows import person_of
from cadre_cli.sheets.person_columns import PERSON
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.stated_headings import GRADE_HEADINGS, TOTAL_HEADINGS
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.vietnamese.dates import read_month, read_period, read_year

_EXPECTED = "Tháng 1/2026, hoặc 1 khi tiêu đề bảng ghi năm"
_SCALE = Decimal(100)
_BODY = ("body",)
"""Names and totals speak for this kind only where a former body is named: else they are the office's own."""


def parse(table: Table) -> Parsed:
    """A month for each row; a month without a year takes that of the title, never today's."""
    found: list[BroughtMonth] = []
    findings: list[Finding] = [*not_understood(table)]
    for reader in parse_rows(table):
        who = person_of(reader, table.subject)
        period = _period(reader, table)
        if who is None:
            reader.require("name")
        elif period is not None:
            found.append(
                BroughtMonth(
                    who,
                    reader.at,
                    period,
                    reader.points("total", low=Decimal(0), high=_SCALE, most=_SCALE),
                    grade_of(reader.text("grade")),
                    reader.text("body"),
                    reader.text("document"),
                )
            )
        if who is not None:
            reader.require("total")
        findings += reader.findings
    return Parsed(Records(brought=tuple(found), kinds=frozenset({KIND.name})), tuple(findings))


def _period(reader: RowReader, table: Table) -> Period | None:
    """The row's month or quarter; D11 where it cannot be told which."""
    written = reader.text("month")
    if written is None:
        reader.require("month")
        return None
    whole = read_period(written)
    if whole is not None:
        return whole
    number = int(written) if written.isdecimal() else read_month(written)
    year = table.period.year if table.period is not None else read_year(table.title)
    if number is not None and 1 <= number <= 12 and year is not None:
        return Period.of(year, number)
    told = len(reader.findings)
    day = reader.day("month", whole=True) if number is None else None
    if isinstance(day, date):
        return Period.of(day.year, day.month)
    del reader.findings[told:]  # it is no day either: said once, as what a month should be
    reader.findings.append(
        WordsNotUnderstood(
            at=reader.at.cell("month"),
            heading=reader.heading("month"),
            written=written,
            expected=_EXPECTED,
        )
    )
    return None


KIND = SheetKind(
    name="brought",
    shown=Text("kết quả mang từ cơ quan cũ", "results brought from a former body"),
    fields=with_others(
        (
            *(replace(spec, beside=_BODY) if spec.name == "name" else spec for spec in PERSON),
            FieldSpec(
                "body",
                (
                    "Cơ quan cũ",
                    "Đơn vị cũ",
                    "Cơ quan, đơn vị cũ",
                    "Nơi công tác cũ",
                    "Nơi công tác trước",
                    "Cơ quan chuyển đi",
                    "Cơ quan đã đánh giá",
                    "Cơ quan gửi kết quả",
                    "Nơi chuyển đến từ",
                ),
                required=True,
                telling=True,
            ),
            FieldSpec(
                "month",
                ("Tháng", "Kỳ", "Kỳ đánh giá", "Tháng, năm", "Tháng đánh giá"),
                required=True,
                telling=True,
            ),
            FieldSpec("total", TOTAL_HEADINGS, required=True, telling=True, beside=_BODY),
            FieldSpec("grade", GRADE_HEADINGS, telling=True, beside=_BODY),
            FieldSpec(
                "document", ("Văn bản", "Số văn bản", "Văn bản gửi kết quả", "Công văn", "Căn cứ")
            ),
            FieldSpec("note", ("Ghi chú",)),
        )
    ),
    parse=parse,
    titles=("cơ quan cũ", "mang theo", "chuyển đến", "nơi công tác cũ"),
    needs_period=False,
)
