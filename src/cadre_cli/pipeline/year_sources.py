"""Where the months of a year come from: outcomes computed now, the ledger, a former body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.closed import ClosedPeriod, ClosedPerson, ClosedYear, Decision, TakenChoice
from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.office import Source
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.results import Classification, NotRated, OrganisationResult, Outcome
from cadre_cli.domain.stated import BroughtMonth
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.trace import Basis
from cadre_cli.domain.year import Origin, Remark, YearEntry
from cadre_cli.ledger.reading import LEDGER
from cadre_cli.pipeline.people import code_key
from cadre_cli.pipeline.unit_names import same_unit
from cadre_cli.vietnamese.names import name_key

NOTHING_CLOSED = ClosedYear(0)


@dataclass(frozen=True, slots=True)
class YearSources:
    """One office's year as it was found: outcomes of its workbooks, and what its ledger says.

    A closed period is taken as it was closed, whatever its workbook says now.
    """

    year: int
    outcomes: tuple[Outcome, ...]
    closed: ClosedYear = NOTHING_CLOSED

    @property
    def own(self) -> tuple[Outcome, ...]:
        """The outcomes of the year, the year's own among them."""
        return tuple(
            o for o in self.outcomes if o.period is not None and o.period.year == self.year
        )

    @property
    def open(self) -> tuple[Outcome, ...]:
        """The outcomes of months and quarters that are not closed."""
        return tuple(
            outcome
            for outcome in self.own
            if outcome.period is not None
            and outcome.period.unit is not PeriodUnit.YEAR
            and self.closed.of(outcome.period) is None
        )

    @property
    def of_year(self) -> tuple[Outcome, ...]:
        """The outcomes of tables about the year as a whole."""
        return tuple(o for o in self.own if o.period and o.period.unit is PeriodUnit.YEAR)

    @property
    def periods(self) -> tuple[ClosedPeriod, ...]:
        """The closed months and quarters."""
        return tuple(c for c in self.closed.periods if c.period.unit is not PeriodUnit.YEAR)

    @property
    def origins(self) -> Mapping[Period, Origin]:
        """Each period with results, and where they come from."""
        found = {c.period: Origin.LEDGER for c in self.periods}
        computed = {o.period: Origin.COMPUTED for o in self.open if o.period and o.results}
        return dict(sorted((found | computed).items()))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The workbooks of the year, each once."""
        return tuple(dict.fromkeys(source for outcome in self.own for source in outcome.sources))

    @property
    def organisations(self) -> tuple[OrganisationResult, ...]:
        """The organisations' classes of the year."""
        return tuple(each for outcome in self.of_year for each in outcome.organisations)

    @property
    def moves(self) -> tuple[Event, ...]:
        """The changes of unit on record, in the workbooks and in the ledger."""
        told = [e for outcome in self.own for e in outcome.events]
        told += [e for closed in self.periods for e in closed.events]
        return tuple(event for event in told if event.kind is EventKind.MOVED)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the standing committee wrote in the year's sheets of villages, in order of time."""
        return tuple(
            Remark(
                outcome.period,
                task.at.cell("remark", "model"),
                task.village,
                tuple(mention.name for mention in task.who),
                task.remark,
                task.model,
            )
            for outcome in self.own
            if outcome.period is not None
            for task in outcome.villages.now.tasks
            if task.remark or task.model
        )

    @property
    def beside(self) -> Iterator[tuple[Period, Officer]]:
        """People of closed periods as their workbooks have them, whose results do not count.

        What else these tell of them is still told: work, months brought along.
        """
        closed = {closed.period for closed in self.periods}
        for outcome in self.own:
            if outcome.period is not None and outcome.period in closed:
                yield from ((outcome.period, result.officer) for result in outcome.results)

    def work_in(self, outcome: Outcome) -> tuple[Task, ...] | None:
        """The tasks of a period; of a closed one as it was closed, None where that is not known.

        A workbook that has changed since tells nothing of what the period was closed with, and one
        that was added since is none of it.
        """
        closed = None if outcome.period is None else self.closed.of(outcome.period)
        if closed is None:
            return outcome.tasks
        now = {source.sha256: source.file for source in outcome.sources}
        if any(source.sha256 not in now for source in closed.sources if not source.shared):
            return None
        files = {now.get(source.sha256) for source in closed.sources}
        return tuple(task for task in outcome.tasks if task.at.file in files)

    def entries(self) -> Iterator[YearEntry]:
        """Everyone's results of months and quarters of this office."""
        for outcome in self.open:
            yield from map(_computed, outcome.results)
        for period in self.periods:
            yield from (_closed(n, one, period) for n, one in enumerate(period.people))


def _computed(result: Classification) -> YearEntry:
    above = result.not_rated is NotRated.RATED_ABOVE  # points given here are nobody's to use
    root = None if above else result.score.root
    return YearEntry(
        officer=result.officer,
        period=result.score.period,
        origin=Origin.COMPUTED,
        total=None if root is None else root.value,
        grade=result.grade,
        not_rated=result.not_rated,
        rule_set=result.score.rule_set,
        bases=result.bases(),
        at=result.officer.at.cell("name"),
    )


def _closed(number: int, person: ClosedPerson, closed: ClosedPeriod) -> YearEntry:
    officer = _officer(number, person)
    return YearEntry(
        officer=officer,
        period=closed.period,
        origin=Origin.LEDGER,
        total=person.total,
        grade=person.effective_grade,
        not_rated=person.not_rated,
        rule_set=person.rule_set or "",
        bases=_bases(person),
        at=officer.at.cell("name"),
        unrated=person.decided is not None and person.decided.grade is None,
    )


def _officer(number: int, person: ClosedPerson) -> Officer:
    at = RowRef(LEDGER, "", 1, {})
    if person.cells:
        cell = person.cells[0]
        at = RowRef(cell.file, cell.sheet or "", cell.row or 1, {"name": cell.column or 1})
    return Officer(
        id=f"closed:{number}",
        name=person.name,
        at=at,
        code=person.code,
        unit=person.unit,
        position=person.position,
        kind=person.kind,
        post=person.post,
        group=person.group,
        village=person.village,
        rated_above=person.not_rated is NotRated.RATED_ABOVE,
    )


def _bases(person: ClosedPerson) -> tuple[Basis, ...]:
    """What the result rested on; of an entry that did not keep it, every choice of its rule set."""
    if person.bases is not None:
        return person.bases
    return tuple(_basis(taken) for taken in person.choices)


def _basis(taken: TakenChoice) -> Basis:
    return Basis(taken.authority, taken.document, taken.passage, taken.id, taken.option)


def brought(
    months: Iterable[BroughtMonth], officer: Officer, own: Sequence[YearEntry], year: int
) -> Iterator[YearEntry]:
    """Months of the year from a former body, where this one has no result of its own.

    Every outcome of the office carries the whole table, so each of its rows is met many times.
    """
    scored = {entry.period for entry in own if entry.total is not None}
    once = {(month.at.cell("total"), month.period): month for month in months}
    for month in once.values():
        if month.period.year != year or month.period in scored:
            continue
        if isinstance(month.total, Decimal):
            yield YearEntry(
                officer=officer,
                period=month.period,
                origin=Origin.BROUGHT,
                total=Fraction(month.total),
                grade=month.grade,
                at=month.at.cell("total"),
                body=month.body or month.document or "?",
            )


def decision_for(officer: Officer, decisions: Iterable[Decision]) -> Decision | None:
    """What the authority decided of the person's year; the latest where there are several."""
    found = None
    for decision in decisions:
        who = decision.who
        if who.code and officer.code:
            fits = code_key(who.code) == code_key(officer.code)
        else:
            fits = name_key(who.name) == name_key(officer.name) and (
                who.unit is None or officer.unit is None or same_unit(who.unit, officer.unit)
            )
        if fits and (found is None or decision.entry.seq > found.entry.seq):
            found = decision
    return found
