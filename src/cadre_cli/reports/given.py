"""What every report of one office and period is built from, and what a report says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.report import Properties, Report
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import properties
from cadre_cli.reports.parts.checks import NO_LINKS, Links
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.rules.schema import RuleSet


@dataclass(frozen=True, slots=True)
class Given:
    """The same for the same outcome on any day.

    `rules` are the rule sets in use, by kind of person. `links` is the way from the report's folder
    to each source, by its name; without one the cells of findings are named, not linked. `beside`
    are the office's other periods at hand, for what is compared over time.
    """

    outcome: Outcome
    rules: Mapping[str, RuleSet]
    made: Made
    lang: str = "vi"
    links: Links = field(default_factory=lambda: NO_LINKS)
    beside: tuple[Outcome, ...] = ()

    def name(self, ending: str) -> str:
        """What a report is called when nothing else names it: by its period alone."""
        period = self.outcome.period
        return ending if period is None else f"{period}.{ending}"

    def properties(self, title: Text) -> Properties:
        """Title with the period, author and day of the file."""
        period = self.outcome.period
        words = title.of(self.lang) + ("" if period is None else f" {period.title.of(self.lang)}")
        return properties(words, self.outcome, self.made.as_of)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of report: `ending` stands in file names before `.xlsx`, `about` in lists.

    `each` gives the same report as several workbooks, one a person, each with the letters and
    figures its name ends with. `needs_results` is False where findings alone make the report.
    `also` tells for which outcomes it is written beside the default one without being asked for.
    """

    ending: str
    about: Text
    build: Callable[[Given], Report]
    each: Callable[[Given], Iterator[tuple[str, Report]]] | None = None
    needs_results: bool = True
    also: Callable[[Outcome], bool] | None = None
