"""Everybody's score step by step: `<name>.dien-giai.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.explanation import explanation
from cadre_cli.reports.parts.provenance import provenance

_TITLE = Text("Diễn giải điểm của từng người", "Everybody's points explained")


def build(given: Given) -> Report:
    """The explanation with all its steps, because the details are not here, and the basis."""
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            explanation(given.outcome, given.rules, given.lang, with_details=False),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "dien-giai",
    Text(
        "diễn giải từng bước tính điểm",
        "every step of every score",
    ),
    build,
)
