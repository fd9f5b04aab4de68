"""Entries → what holds now: the latest closing of each period, decisions in force, petitions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from cadre_cli.domain.closed import (
    ClosedPeriod,
    ClosedPerson,
    Decision,
    EntryRef,
    Named,
    Petition,
)
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.bodies import (
    ANSWER,
    CLOSE,
    DECISION,
    PETITION,
    REVOCATION,
    Body,
    closed_period,
    named,
)
from cadre_cli.ledger.chain import Break, Entry
from cadre_cli.vietnamese.names import name_key
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Revocation:
    """The end of a decision, with what ended it; what was proposed holds again."""

    entry: EntryRef
    revokes: int
    by: str
    document: str
    why: str


@dataclass(frozen=True, slots=True)
class History:
    """All that a ledger tells, in the order it was written; superseded things are still there.

    `broken` is the first entry that cannot be understood: what follows it is not told.
    """

    closings: tuple[ClosedPeriod, ...] = ()
    decided: tuple[Decision, ...] = ()
    revoked: tuple[Revocation, ...] = ()
    petitions: tuple[Petition, ...] = ()
    broken: Break | None = None

    @property
    def office(self) -> str | None:
        """The office whose ledger this is, by its latest closing."""
        return next((each.office for each in reversed(self.closings) if each.office), None)

    @property
    def closed(self) -> tuple[ClosedPeriod, ...]:
        """Each closed period once, as last closed, in order of time, decisions applied."""
        latest = {each.period: each for each in self.closings}
        in_time = sorted(latest, key=lambda period: (period.last_day, period.first_day))
        return tuple(self._with_decisions(latest[period]) for period in in_time)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions in force: not superseded by a later one, not revoked."""
        latest: dict[tuple[Period, Named], Decision] = {}
        for each in self.decided:
            latest[each.period, _who_key(each.who)] = each
        ended = {each.revokes for each in self.revoked}
        ended |= {each.supersedes for each in self.decided if each.supersedes is not None}
        return tuple(each for each in latest.values() if each.entry.seq not in ended)

    def closed_in(self, period: Period) -> ClosedPeriod | None:
        """The period as it was last closed, None while it is open."""
        return next((each for each in self.closed if each.period == period), None)

    def people_of(self, period: Period) -> tuple[ClosedPerson, ...]:
        """Who may be decided about: people of the closed period, or of any closed within the year.

        A quarter is no year: months closed within it do not make it a period that anybody closed.
        """
        if (closed := self.closed_in(period)) is not None:
            return closed.people
        if period.unit is not PeriodUnit.YEAR:
            return ()
        within = [
            each
            for each in self.closed
            if period.first_day <= each.period.first_day and each.period.last_day <= period.last_day
        ]
        people: dict[Named, ClosedPerson] = {}
        for each in within:
            people |= {_who_key(person.who): person for person in each.people}
        return tuple(people.values())

    def strays(self) -> tuple[Decision, ...]:
        """Decisions in force about somebody whom their period does not name."""
        return tuple(
            each
            for each in self.decisions
            if (people := self.people_of(each.period)) and _meant(each.who, people) is None
        )

    def _with_decisions(self, closed: ClosedPeriod) -> ClosedPeriod:
        decided: dict[int, Decision] = {}
        for each in self.decisions:
            place = _meant(each.who, closed.people) if each.period == closed.period else None
            if place is not None:
                decided[place] = each
        people = tuple(
            replace(person, decided=decided.get(place))
            for place, person in enumerate(closed.people)
        )
        return replace(closed, people=people)


def same_person(one: Named, other: Named) -> bool:
    """Whether two names mean one person; a code settles it, else name and unit do."""
    return _who_key(one) == _who_key(other)


def _who_key(who: Named) -> Named:
    """A form of the name in which the same person, written a little otherwise, is equal."""
    if who.code:
        return Named("", key(who.code))
    return Named(name_key(who.name), None, key(who.unit) if who.unit else None)


def _meant(who: Named, people: Sequence[ClosedPerson]) -> int | None:
    """The place of the person meant: by code, by name and unit, else by a name that is alone."""
    exact = [place for place, each in enumerate(people) if same_person(each.who, who)]
    if not exact:
        exact = [
            place
            for place, each in enumerate(people)
            if name_key(each.name) == name_key(who.name)
            and not (who.code and each.code)  # two codes that differ are two people
        ]
    return exact[0] if len(exact) == 1 else None


def history(entries: Iterable[Entry]) -> History:
    """Replay the entries; one that cannot be understood ends it and is named."""
    told = _Told([], [], [], [])
    for entry in entries:
        try:
            _tell(told, entry)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return told.history(Break(entry.seq, _NOT_UNDERSTOOD))
    return told.history(None)


@dataclass(frozen=True, slots=True)
class _Told:
    closings: list[ClosedPeriod]
    decided: list[Decision]
    revoked: list[Revocation]
    petitions: list[Petition]

    def history(self, broken: Break | None) -> History:
        return History(
            tuple(self.closings),
            tuple(self.decided),
            tuple(self.revoked),
            tuple(self.petitions),
            broken,
        )


def _tell(told: _Told, entry: Entry) -> None:
    body: Body = json.loads(entry.body)
    ref = EntryRef(entry.seq, datetime.fromisoformat(entry.at), entry.hash)
    match entry.kind:
        case _ if entry.kind == CLOSE:
            told.closings.append(closed_period(body, ref))
        case _ if entry.kind == DECISION:
            told.decided.append(_decision(body, ref))
        case _ if entry.kind == REVOCATION:
            revoked = Revocation(ref, body["revokes"], body["by"], body["document"], body["why"])
            told.revoked.append(revoked)
        case _ if entry.kind == PETITION:
            told.petitions.append(_petition(body, ref))
        case _ if entry.kind == ANSWER:
            _answer(told.petitions, body)
        case _:
            raise ValueError(entry.kind)


def _decision(body: Body, ref: EntryRef) -> Decision:
    return Decision(
        entry=ref,
        who=named(body["who"]),
        period=Period.parse(body["period"]),
        grade=body["grade"],
        by=body["by"],
        document=body["document"],
        why=body["why"],
        supersedes=body.get("supersedes"),
    )


def _petition(body: Body, ref: EntryRef) -> Petition:
    return Petition(
        entry=ref,
        who=named(body["who"]),
        period=Period.parse(body["period"]),
        received=date.fromisoformat(body["received"]),
        why=body["why"],
        document=body["document"],
        due=None if body["due"] is None else date.fromisoformat(body["due"]),
    )


def _answer(petitions: list[Petition], body: Body) -> None:
    place = next(n for n, each in enumerate(petitions) if each.entry.seq == body["answers"])
    petitions[place] = replace(
        petitions[place],
        answered=date.fromisoformat(body["answered"]),
        answer=body["why"],
        answered_by=body["by"],
        answer_document=body["document"],
    )


_NOT_UNDERSTOOD = Text(
    "nội dung không phải do cadre ghi, hoặc dữ liệu thiếu",
    "what it says was not written by cadre, or lacks something",
)
