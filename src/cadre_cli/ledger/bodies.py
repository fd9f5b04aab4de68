"""Entries' bodies: domain values ↔ plain JSON, exact numbers as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from cadre_cli.domain.closed import (
    ClosedPeriod,
    ClosedPerson,
    ClosedSource,
    EntryRef,
    Named,
    TakenChoice,
)
from cadre_cli.domain.events import Event, EventKind, Exemption
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.officers import Kind, Placement, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, cell_at
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.domain.values import UNKNOWN, Day, Mention

Body = dict[str, Any]
"""A body once its JSON is read; what it holds is checked by taking it apart."""

CLOSE, DECISION, REVOCATION, PETITION, ANSWER = (
    "close", "decision", "revocation", "petition", "answer",
)  # fmt: skip


def closing_body(closed: ClosedPeriod) -> Body:
    """A closed period as the ledger keeps it; the entry itself is not part of it."""
    bases = tuple(dict.fromkeys(basis for person in closed.people for basis in person.bases or ()))
    return {
        "office": closed.office,
        "period": str(closed.period),
        "as_of": closed.as_of.isoformat(),
        "version": closed.version,
        "rule_sets": dict(closed.rule_sets),
        "asked_rules": closed.asked_rules,
        "supersedes": closed.supersedes,
        "why": closed.why,
        "document": closed.document,
        "sources": [
            {
                "file": source.file,
                "sha256": source.sha256,
                "shared": source.shared,
                "cells": {sheet: dict(cells) for sheet, cells in source.cells.items()},
            }
            for source in closed.sources
        ],
        "choices": _choices_of(closed.people),
        "bases": [_basis_body(basis) for basis in bases],
        "people": [_person_body(person, bases) for person in closed.people],
        "events": [_event_body(event) for event in closed.events],
        "findings": {severity.value: count for severity, count in closed.findings.items()},
    }


def closed_period(body: Body, entry: EntryRef) -> ClosedPeriod:
    """The closed period that a body tells of."""
    choices = {key: _choices(each) for key, each in body["choices"].items()}
    bases = tuple(map(_basis, body.get("bases", ())))
    return ClosedPeriod(
        office=body["office"],
        period=Period.parse(body["period"]),
        entry=entry,
        as_of=date.fromisoformat(body["as_of"]),
        version=body["version"],
        people=tuple(_person(each, choices, bases) for each in body["people"]),
        sources=tuple(
            ClosedSource(each["file"], each["sha256"], each["shared"], each["cells"])
            for each in body["sources"]
        ),
        findings={Severity(name): int(count) for name, count in body["findings"].items()},
        events=tuple(_event(each) for each in body["events"]),
        rule_sets=body["rule_sets"],
        asked_rules=body["asked_rules"],
        supersedes=body["supersedes"],
        why=body["why"],
        document=body["document"],
    )


def named_body(who: Named) -> Body:
    """A person as an entry names one."""
    return {"name": who.name, "code": who.code, "unit": who.unit}


def named(body: Body) -> Named:
    """The person that an entry names."""
    return Named(body["name"], body["code"], body["unit"])


def _governed_by(person: ClosedPerson) -> str:
    """People of one kind under one rule set share their choices, which are kept once."""
    return f"{person.kind}/{person.rule_set or ''}"


def _choices_of(people: Iterable[ClosedPerson]) -> Body:
    return {
        _governed_by(person): [
            {
                "id": each.id,
                "option": each.option,
                "authority": each.authority.value,
                "document": each.document,
                "passage": each.passage,
            }
            for each in person.choices
        ]
        for person in people
    }


def _choices(listed: Iterable[Body]) -> tuple[TakenChoice, ...]:
    return tuple(
        TakenChoice(
            each["id"],
            each["option"],
            Authority(each["authority"]),
            each["document"],
            each["passage"],
        )
        for each in listed
    )


def _basis_body(basis: Basis) -> Body:
    return {
        "authority": basis.authority.value,
        "document": basis.document,
        "passage": basis.passage,
        "choice": basis.choice,
        "option": basis.option,
        "read_as": basis.read_as,
    }


def _basis(body: Body) -> Basis:
    return Basis(**body | {"authority": Authority(body["authority"])})


def _person_body(person: ClosedPerson, bases: tuple[Basis, ...]) -> Body:
    places = {basis: place for place, basis in enumerate(bases)}
    return {
        "name": person.name,
        "code": person.code,
        "unit": person.unit,
        "position": person.position,
        "kind": person.kind.value,
        "post": person.post.value,
        "group": person.group,
        "village": person.village,
        "rule_set": person.rule_set,
        "parts": {key: str(value) for key, value in person.parts.items()},
        "total": None if person.total is None else str(person.total),
        "grade_by_points": person.grade_by_points,
        "grade": person.grade,
        "not_rated": None if person.not_rated is None else person.not_rated.value,
        "reasons": [[reason.vi, reason.en] for reason in person.reasons],
        "cells": _cells_body(person.cells),
        "bases": None if person.bases is None else [places[basis] for basis in person.bases],
    }


def _person(
    body: Body, choices: Mapping[str, tuple[TakenChoice, ...]], bases: tuple[Basis, ...]
) -> ClosedPerson:
    places = body.get("bases")  # entries of earlier versions have none
    kind, rule_set = Kind(body["kind"]), body["rule_set"]
    return ClosedPerson(
        name=body["name"],
        code=body["code"],
        unit=body["unit"],
        position=body["position"],
        kind=kind,
        post=Post(body["post"]),
        group=body["group"],
        village=body["village"],
        rule_set=rule_set,
        choices=choices[f"{kind}/{rule_set or ''}"],
        parts={key: Fraction(value) for key, value in body["parts"].items()},
        total=None if body["total"] is None else Fraction(body["total"]),
        grade_by_points=body["grade_by_points"],
        grade=body["grade"],
        not_rated=None if body["not_rated"] is None else NotRated(body["not_rated"]),
        reasons=tuple(Text(vi, en) for vi, en in body["reasons"]),
        cells=_cells(body["cells"]),
        bases=None if places is None else tuple(bases[place] for place in places),
    )


def _cells_body(cells: Iterable[CellRef]) -> Body:
    """File → sheet → addresses, for one file and sheet hold many."""
    told: Body = {}
    for cell in cells:
        if cell.sheet is not None and cell.a1 is not None:
            told.setdefault(cell.file, {}).setdefault(cell.sheet, []).append(cell.a1)
    return told


def _cells(body: Body) -> tuple[CellRef, ...]:
    return tuple(
        CellRef(file, sheet, *cell_at(a1))
        for file, sheets in body.items()
        for sheet, listed in sheets.items()
        for a1 in listed
    )


def _event_body(event: Event) -> Body:
    who = event.who
    return {
        "kind": event.kind.value,
        "who": {"name": who.name, "code": who.code, "unit": who.unit, "written": who.written},
        "file": event.at.file,
        "sheet": event.at.sheet,
        "cell": event.at.a1,
        "words": event.words,
        "first_day": _day_text(event.first_day),
        "last_day": _day_text(event.last_day),
        "document": event.document,
        "confirmed_by": event.confirmed_by,
        "whole_period": event.whole_period,
        "task": event.task,
        "becomes": _placement_body(event.becomes),
        "was": _placement_body(event.was),
        "exemption": None if event.exemption is None else event.exemption.value,
    }


def _event(body: Body) -> Event:
    place = (None, None) if body["cell"] is None else cell_at(body["cell"])
    at = CellRef(body["file"], body["sheet"], *place)
    who = body["who"]
    return Event(
        kind=EventKind(body["kind"]),
        who=Mention(who["written"], who["name"], at, who["unit"], who["code"]),
        at=at,
        words=body["words"],
        first_day=_day(body["first_day"]),
        last_day=_day(body["last_day"]),
        document=body["document"],
        confirmed_by=body["confirmed_by"],
        whole_period=body["whole_period"],
        task=body["task"],
        becomes=_placement(body["becomes"]),
        was=_placement(body["was"]),
        exemption=None if body["exemption"] is None else Exemption(body["exemption"]),
    )


def _placement_body(placement: Placement | None) -> Body | None:
    if placement is None:
        return None
    return {
        "position": placement.position,
        "post": None if placement.post is None else placement.post.value,
        "unit": placement.unit,
        "kind": None if placement.kind is None else placement.kind.value,
    }


def _placement(body: Body | None) -> Placement | None:
    if body is None:
        return None
    post, kind = body["post"], body["kind"]
    return Placement(
        body["position"],
        None if post is None else Post(post),
        body["unit"],
        None if kind is None else Kind(kind),
    )


def _day_text(day: Day) -> str | None:
    if day is UNKNOWN:
        return "?"
    return day.isoformat() if isinstance(day, date) else None


def _day(written: str | None) -> Day:
    if written is None:
        return None
    return UNKNOWN if written == "?" else date.fromisoformat(written)
