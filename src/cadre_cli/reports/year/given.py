"""What the year-end workbook is built from, and the names its sheets call each other's cells by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.periods import Period
from cadre_cli.domain.report import Ref
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.year import YearPerson, YearRanking
from cadre_cli.reports.cited import decimals_of, grade_names
from cadre_cli.reports.keys import person_row
from cadre_cli.reports.parts.checks import NO_LINKS, Links
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.rules.schema import RuleSet

YEAR = "year"
PARTS = "parts"
RANKS = "ranks"
CAPS = "caps"
TITLES = "titles"
COLLECTIVES = "collectives"
CHARTS = "charts"
REASONS = "reasons"
REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class YearGiven:
    """The same for the same ranking on any day; `before` is the year before where there is one."""

    ranking: YearRanking
    rules: Mapping[str, RuleSet]
    made: Made
    lang: str = "vi"
    links: Links = field(default_factory=lambda: NO_LINKS)
    before: YearRanking | None = None

    @property
    def outcome(self) -> Outcome:
        """The year as one period's outcome, for the sheets that every report has."""
        ranking = self.ranking
        return Outcome(
            office=ranking.office,
            period=Period.parse(str(ranking.year)),
            sources=ranking.sources,
            results=tuple(person.as_result(ranking.year) for person in ranking.people),
            findings=ranking.findings,
            not_run=ranking.not_run,
        )

    @property
    def decimals(self) -> int:
        """Decimals for display."""
        return decimals_of(self.rules)

    @property
    def grades(self) -> Mapping[str, str]:
        """Class code → official name, from the highest to the lowest."""
        return grade_names(self.rules)

    def by_unit(self) -> dict[str | None, list[YearPerson]]:
        """People by unit, each unit's in the order of their rank."""
        units: dict[str | None, list[YearPerson]] = {}
        for person in self.ranking.people:
            units.setdefault(person.officer.unit, []).append(person)
        return dict(sorted(units.items(), key=lambda one: (one[0] is None, one[0] or "")))


def year_cell(person: YearPerson, column: str) -> Ref:
    """A person's cell in the table of the year."""
    return Ref(YEAR, person_row(person.officer), column)


def month_column(number: int) -> str:
    """The column of a month in the table of the year."""
    return f"month{number}"
