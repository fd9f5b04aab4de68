"""Every task of everybody: `<name>.chi-tiet.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.details import details
from cadre_cli.reports.parts.provenance import provenance

_TITLE = Text("Chi tiết sản phẩm, công việc", "Products and tasks in detail")


def build(given: Given) -> Report:
    """The details and the basis."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            details(given.outcome, given.rules, given.lang),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "chi-tiet",
    Text(
        "từng việc của từng người",
        "everybody's tasks",
    ),
    build,
)
