"""One report per file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Outcome
from cadre_cli.reports.kinds import findings, month
from cadre_cli.reports.parts.checks import Links
from cadre_cli.rules.schema import RuleSet


class Build(Protocol):
    """What a report of one office and period is built from."""

    def __call__(
        self,
        outcome: Outcome,
        rules: Mapping[str, RuleSet],
        version: str,
        as_of: date,
        lang: str = "vi",
        *,
        links: Links = ...,
        options: Mapping[str, str] = ...,
    ) -> Report:
        """The report, the same for the same outcome on any day."""
        ...


REPORTS: Mapping[str, Build] = {"month": month.build, "findings": findings.build}
"""Every report by its name."""
