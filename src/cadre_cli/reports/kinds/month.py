"""The result workbook of one office in one period: `<name>.ket-qua.xlsx`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import properties
from cadre_cli.reports.parts.checks import NO_LINKS, Links, checks
from cadre_cli.reports.parts.details import details
from cadre_cli.reports.parts.explanation import explanation
from cadre_cli.reports.parts.provenance import Made, provenance
from cadre_cli.reports.parts.summary import summary
from cadre_cli.rules.schema import RuleSet

_TITLE = Text("Kết quả đánh giá, xếp loại", "Results of the assessment")


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
    """Summary, details, explanation, checks and basis of one outcome.

    `rules` are the rule sets in use, by kind of person. `links` is the way from the report's
    folder to each source, by its name; without one the cells of findings are named, not linked. `options` are those that change results.
    """
    period = "" if outcome.period is None else f" {outcome.period.title.of(lang)}"
    return Report(
        "ket-qua" if outcome.period is None else f"{outcome.period}.ket-qua",
        properties(f"{_TITLE.of(lang)}{period}", outcome, as_of),
        (
            summary(outcome, rules, lang),
            details(outcome, rules, lang),
            explanation(outcome, rules, lang),
            checks(outcome, lang, links),
            provenance(outcome, rules, Made(version, as_of, options), lang),
        ),
    )
