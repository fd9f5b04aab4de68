"""The findings alone: `<name>.kiem-tra.xlsx`; `check --annotate` writes it for files it cannot mark."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.checks import checks
from cadre_cli.reports.parts.provenance import provenance

_TITLE = Text("Kết quả kiểm tra số liệu", "Findings")


def build(given: Given) -> Report:
    """The findings and what they rest on."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            checks(given.outcome, given.lang, given.links),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "kiem-tra",
    Text(
        "các phát hiện, bấm được tới từng ô",
        "the findings, each with a link to its cell",
    ),
    build,
    needs_results=False,
)
