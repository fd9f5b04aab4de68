"""The workbook of findings alone: what `check --annotate` writes for files it cannot mark."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import properties
from cadre_cli.reports.parts.checks import NO_LINKS, Links, checks
from cadre_cli.reports.parts.provenance import Made, provenance
from cadre_cli.rules.schema import RuleSet

_TITLE = Text("Kết quả kiểm tra số liệu", "Findings")


def build(
    outcome: Outcome,
    rules: Mapping[str, RuleSet],
    version: str,
    as_of: date,
    lang: str = "vi",
    *,
    links: Links = NO_LINKS,
    options: Mapping[str, str] = MappingProxyType({}),
) -> Report:
    """The findings and what they rest on; parameters as those of the month's report."""
    return Report(
        "kiem-tra" if outcome.period is None else f"{outcome.period}.kiem-tra",
        properties(_TITLE.of(lang), outcome, as_of),
        (
            checks(outcome, lang, links),
            provenance(outcome, rules, Made(version, as_of, options), lang),
        ),
    )
