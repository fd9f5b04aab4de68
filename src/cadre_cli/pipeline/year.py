"""One office's year: closed periods and outcomes → who stands where, under which caps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cadre_cli.checks import assumed, run_year
from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import NotRun
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import NotRated, Reason
from cadre_cli.domain.stated import BroughtMonth
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.domain.year import YearPerson, YearRanking
from cadre_cli.pipeline.period import Asked, rules_in
from cadre_cli.pipeline.year_events import placed, year_events
from cadre_cli.pipeline.year_files import about_files
from cadre_cli.pipeline.year_people import Lined, line_up
from cadre_cli.pipeline.year_sources import YearSources, brought, decision_for
from cadre_cli.rules.book import TITLES
from cadre_cli.rules.schema import NoRuleInForce, RuleSet, RulesOf
from cadre_cli.scoring.groups import group_of
from cadre_cli.scoring.methods.conditions import measures_of
from cadre_cli.scoring.ranking import capped, ranked
from cadre_cli.scoring.titles import collectives_of, with_titles
from cadre_cli.scoring.year import YearEvidence, year_of
from cadre_cli.scoring.year_heads import classes_of, held_to_own


@dataclass(frozen=True, slots=True)
class Year:
    """A year's ranking with the rules it rests on, by rule-set id, and the year before it if any."""

    ranking: YearRanking
    rules: Mapping[str, RuleSet]
    before: YearRanking | None = None


def year_of_office(office: Office, found: YearSources, asked: Asked) -> Year:
    """Everyone's year: months lined up, classes, heads, caps, the authority's decisions, titles."""
    whole = Period.of(found.year, 1, PeriodUnit.YEAR)
    rules_of = rules_in(office, asked, whole)
    office = next((outcome.office for outcome in found.own), office)
    lined, unsure = line_up(found.entries(), found.moves, found.beside)
    on_record, unmeant = year_events(office, found, lined, rules_of)
    evidence = tuple(_evidence(each, found, on_record[each.officer.id]) for each in lined)
    people = _grouped((year_of(each, rules_of) for each in evidence), rules_of)
    rules = _rules_by_id(people, rules_of)
    organisations = classes_of(found.organisations)
    held = tuple(held_to_own(person, organisations, rules) for person in people)
    after, caps = capped(held, rules)
    decided = tuple(_decided(person, found, rules) for person in after)
    emulation = _emulation(rules_of)
    if emulation is not None:
        decided = with_titles(decided, rules, emulation)
    ranking = YearRanking(
        office=office,
        year=found.year,
        people=ranked(decided),
        caps=caps,
        collectives=collectives_of(decided, organisations, emulation),
        organisations=found.organisations,
        remarks=found.remarks,
        origins=found.origins,
        sources=found.sources,
        ledger=found.closed.state,
        not_run=_not_run(found, emulation),
    )
    findings = (
        *unsure,
        *unmeant,
        *about_files(found),
        *found.closed.findings,
        *run_year(ranking, rules),
        *assumed(ranking, rules_of),
    )
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))
    return Year(replace(ranking, findings=ordered), rules)


def _evidence(lined: Lined, found: YearSources, on_record: tuple[Event, ...]) -> YearEvidence:
    events: list[Event] = list(on_record)
    tasks: list[Task] = []
    months: list[BroughtMonth] = []
    told: set[Period | None] = set()
    still_open = {outcome.period for outcome in found.open}
    for outcome in found.own:
        ids = {who for period, who in lined.seen if period == outcome.period}
        work = found.work_in(outcome)
        if ids and work is not None:
            told.add(outcome.period)
            tasks += [t for t in work if any(o.officer in ids for o in t.owners)]
        months += [b for b in outcome.brought if b.who.officer in ids]
        if outcome.period is not None and outcome.period in still_open:
            events += [placed(e, outcome.period) for e in outcome.events if e.who.officer in ids]
    covered = tuple(found.origins)
    before = tuple(brought(months, lined.officer, lined.entries, found.year))
    from_before = {entry.period for entry in before}
    own = tuple(entry for entry in lined.entries if entry.period not in from_before)
    whole = len({month for period in covered for month in _months(period)}) == 12
    whole = whole and told >= {entry.period for entry in own}  # else judged on a part of the work
    return YearEvidence(
        officer=lined.officer,
        year=found.year,
        entries=(*own, *before),
        events=tuple(events),
        covered=covered,
        measures=measures_of(tasks) if whole and not before else {},
    )


def _months(period: Period) -> range:
    return range(period.first_day.month, period.last_day.month + 1)


def _grouped(people: Iterable[YearPerson], rules_of: RulesOf) -> tuple[YearPerson, ...]:
    return tuple(
        replace(person, group=group_of(person.officer, rules_of(person.officer.kind.value)))
        if person.rule_set
        else person
        for person in people
    )


def _rules_by_id(people: Iterable[YearPerson], rules_of: RulesOf) -> dict[str, RuleSet]:
    kinds = {p.officer.kind.value for p in people if p.rule_set}
    found = [rules_of(kind) for kind in sorted(kinds)]
    return {rules.id: rules for rules in found}


def _emulation(rules_of: RulesOf) -> RuleSet | None:
    """The rules of emulation titles; None in years before the law that was read."""
    try:
        return rules_of(TITLES)
    except NoRuleInForce:
        return None


def _decided(person: YearPerson, found: YearSources, rules: Mapping[str, RuleSet]) -> YearPerson:
    """The class as the authority decided it for the year, which stands above every proposal."""
    decision = decision_for(person.officer, found.closed.decisions)
    if decision is None:
        return person
    names = {g.code: g.name for book in rules.values() for g in book.grades}
    told = "không xếp loại" if decision.grade is None else names.get(decision.grade, decision.grade)
    text = Text(
        f"{decision.by} đã quyết định: {told} ({decision.document}; {decision.why})",
        f"{decision.by} decided: {decision.grade or 'not rated'} ({decision.document}; {decision.why})",
    )
    basis = Basis(Authority.LOCAL, decision.document)
    return replace(
        person,
        grade=decision.grade,
        tied=False,
        not_rated=NotRated.NOT_COVERED if decision.grade is None else None,
        reasons=(*person.reasons, Reason(text, (basis,))),
    )


def _not_run(found: YearSources, emulation: RuleSet | None) -> tuple[NotRun, ...]:
    not_run: list[NotRun] = []
    if not found.organisations:
        why = Text(
            "không có mức xếp loại năm của cơ quan, đơn vị để so với người đứng đầu",
            "the year's classes of the office and its units are on no record",
        )
        not_run.append(NotRun("X03", why))
    if emulation is None:
        why = Text(
            "chưa có văn bản thi đua, khen thưởng của năm này nên không đề nghị danh hiệu",
            "no law on emulation was read for this year: no titles are proposed",
        )
        not_run.append(NotRun("titles", why))
    return tuple(not_run)
