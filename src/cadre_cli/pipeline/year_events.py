"""Events in tables about the whole year: whose they are, told by the people of its months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cadre_cli.checks import who_is_meant
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Event, Office, Submission
from cadre_cli.pipeline.people import Directory
from cadre_cli.pipeline.year_people import Lined
from cadre_cli.pipeline.year_sources import YearSources
from cadre_cli.rules.schema import RulesOf


def year_events(
    office: Office, found: YearSources, people: Sequence[Lined], rules_of: RulesOf
) -> tuple[Mapping[str, tuple[Event, ...]], tuple[Finding, ...]]:
    """Person's id of the year → the events of the year's own tables, and names that fit nobody.

    Such a table often stands in a workbook without a roster, so who is meant is only known here.
    """
    officers = tuple(replace(each.officer, from_roster=True) for each in people)
    directory = Directory.of(officers)
    told = tuple(
        replace(event, who=directory.resolve(event.who))
        for outcome in found.of_year
        for event in outcome.events
    )
    owned = {o.id: tuple(event for event in told if event.who.officer == o.id) for o in officers}
    period = Period.parse(str(found.year))
    kinds = frozenset({"roster"})
    meant = Submission(office, period, officers, events=told, kinds=kinds, sources=found.sources)
    return owned, who_is_meant(meant, rules_of)
