"""Events on record without a month scored now: whose they are, told by the people of the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cadre_cli.checks import who_is_meant
from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Submission
from cadre_cli.pipeline.people import Directory
from cadre_cli.pipeline.year_people import Lined
from cadre_cli.pipeline.year_sources import YearSources
from cadre_cli.rules.schema import RulesOf


def year_events(
    office: Office, found: YearSources, people: Sequence[Lined], rules_of: RulesOf
) -> tuple[Mapping[str, tuple[Event, ...]], tuple[Finding, ...]]:
    """Person's id of the year → events of its own tables and of closed periods; names of nobody.

    A table of the year often stands in a workbook without a roster, and the ledger keeps names: who
    is meant is only known here. A name that fits several is nobody's (D07).
    """
    officers = tuple(replace(each.officer, from_roster=True) for each in people)
    directory = Directory.of(officers)
    recorded = [event for outcome in found.of_year for event in outcome.events]
    recorded += [placed(e, closed.period) for closed in found.periods for e in closed.events]
    told = tuple(replace(event, who=directory.resolve(event.who)) for event in recorded)
    owned = {o.id: tuple(event for event in told if event.who.officer == o.id) for o in officers}
    period = Period.parse(str(found.year))
    kinds = frozenset({"roster"})
    meant = Submission(office, period, officers, events=told, kinds=kinds, sources=found.sources)
    return owned, who_is_meant(meant, rules_of)


_MOVES = frozenset(
    {EventKind.JOINED, EventKind.LEFT, EventKind.TRANSFER_IN, EventKind.TRANSFER_OUT}
)


def placed(event: Event, period: Period) -> Event:
    """A coming or going without a day is of the month whose workbook records it (contract 9.9)."""
    if event.kind not in _MOVES or event.first_day is not None:
        return event
    return replace(event, first_day=period.first_day)
