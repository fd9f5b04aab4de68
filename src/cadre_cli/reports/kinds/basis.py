"""What the results rest on: `<name>.can-cu.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.provenance import provenance

_TITLE = Text("Căn cứ của kết quả", "What the results rest on")


def build(given: Given) -> Report:
    """The basis alone."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (provenance(given.outcome, given.rules, given.made, given.lang),),
    )


REPORT = ReportKind(
    "can-cu",
    Text(
        "căn cứ: văn bản, lựa chọn, giả định, tệp nguồn",
        "rule sets, choices, assumptions, sources",
    ),
    build,
)
