"""The page that is signed, alone with its basis: `<name>.tong-hop.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.parts.summary import summary

_TITLE = Text("Tổng hợp kết quả đánh giá, xếp loại", "Summary of assessment and classes")


def build(given: Given) -> Report:
    """The summary, its shares as numbers because their details are not here, and the basis."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            summary(given.outcome, given.rules, given.lang, with_details=False),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "tong-hop",
    Text(
        "bảng tổng hợp để ký, theo đơn vị",
        "the summary that is signed, by unit",
    ),
    build,
)
