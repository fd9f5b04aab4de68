"""The result workbook of one office in one period, everything in it: `<name>.ket-qua.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.checks import checks
from cadre_cli.reports.parts.details import details
from cadre_cli.reports.parts.explanation import explanation
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.parts.summary import summary

_TITLE = Text("Kết quả đánh giá, xếp loại", "Results of the assessment")


def build(given: Given) -> Report:
    """Summary, details, explanation, checks and basis of one outcome."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            summary(given.outcome, given.rules, given.lang),
            details(given.outcome, given.rules, given.lang),
            explanation(given.outcome, given.rules, given.lang),
            checks(given.outcome, given.lang, given.links),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "ket-qua",
    Text(
        "đầy đủ: tổng hợp, chi tiết, diễn giải, kiểm tra, căn cứ (mặc định)",
        "everything: summary, details, explanation, checks, basis (the default)",
    ),
    build,
)
