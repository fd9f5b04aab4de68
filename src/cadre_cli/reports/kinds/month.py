"""The result workbook of one office in one period: `<name>.ket-qua.xlsx`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import properties
from cadre_cli.reports.parts.checks import checks
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
    sources_at: str | None = None,
    options: Mapping[str, str] = MappingProxyType({}),
) -> Report:
    """Summary, details, explanation, checks and basis of one outcome.

    `rules` are the rule sets in use, by kind of person. `sources_at` is the way from the report's
    folder to the folder that file names start from ("" for the same one); without it the cells
    of findings are named but not linked. `options` are those that change results.
    """
    period = "" if outcome.period is None else f" {outcome.period.title.of(lang)}"
    return Report(
        "ket-qua" if outcome.period is None else f"{outcome.period}.ket-qua",
        properties(f"{_TITLE.of(lang)}{period}", outcome, as_of),
        (
            summary(outcome, rules, lang),
            details(outcome, rules, lang),
            explanation(outcome, rules, lang),
            checks(outcome, lang, sources_at),
            provenance(outcome, rules, Made(version, as_of, options), lang),
        ),
    )
