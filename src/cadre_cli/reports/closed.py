"""What the ledger tells → the JSON of the contract."""

from __future__ import annotations

from cadre_cli.domain.closed import (
    ClosedPeriod,
    ClosedPerson,
    Decision,
    EntryRef,
    Named,
    Petition,
)
from cadre_cli.reports.machine import Json, decimal_text

CLOSE_SCHEMA = "cadre.close/1"
DECIDE_SCHEMA = "cadre.decide/1"
AUDIT_SCHEMA = "cadre.audit/1"


def entry_json(entry: EntryRef | None) -> Json | None:
    """An entry as others name it; its hash is the seal of all up to it."""
    if entry is None:
        return None
    return {"seq": entry.seq, "at": entry.at.isoformat(), "hash": entry.hash}


def closed_json(closed: ClosedPeriod, *, with_people: bool = True) -> Json:
    """A closed period; without people for a list of many."""
    told: Json = {
        "period": str(closed.period),
        "entry": entry_json(closed.entry) if closed.entry.hash else None,
        "supersedes": closed.supersedes,
        "why": closed.why,
        "document": closed.document,
        "as_of": closed.as_of.isoformat(),
        "version": closed.version,
        "rule_sets": dict(closed.rule_sets),
        "asked_rules": closed.asked_rules,
        "sources": [
            {"file": each.file, "sha256": each.sha256, "shared": each.shared}
            for each in closed.sources
        ],
        "findings": {severity.value: count for severity, count in closed.findings.items()},
    }
    if with_people:
        told["people"] = [person_json(each) for each in closed.people]
    else:
        told["people"] = len(closed.people)
    return told


def person_json(person: ClosedPerson) -> Json:
    """A person's recorded result, with the decision in force."""
    return {
        "name": person.name,
        "code": person.code,
        "unit": person.unit,
        "position": person.position,
        "kind": str(person.kind),
        "leader": person.leads,
        "rule_set": person.rule_set,
        "total": None if person.total is None else decimal_text(person.total),
        "grade_by_points": person.grade_by_points,
        "grade": person.grade,
        "not_rated": None if person.not_rated is None else person.not_rated.value,
        "decided": None if person.decided is None else decision_json(person.decided),
        "effective_grade": person.effective_grade,
    }


def decision_json(decision: Decision) -> Json:
    """A decision in force."""
    return {
        "entry": entry_json(decision.entry),
        "period": str(decision.period),
        **named_json(decision.who),
        "grade": decision.grade,
        "by": decision.by,
        "document": decision.document,
        "why": decision.why,
    }


def petition_json(petition: Petition) -> Json:
    """A petition, answered or open. `due` does not know public holidays."""
    return {
        "entry": entry_json(petition.entry),
        "period": str(petition.period),
        **named_json(petition.who),
        "received": petition.received.isoformat(),
        "due": None if petition.due is None else petition.due.isoformat(),
        "due_assumes": "working days Monday to Friday, public holidays not known",
        "why": petition.why,
        "document": petition.document,
        "answered": None if petition.answered is None else petition.answered.isoformat(),
        "answer": petition.answer,
        "answered_by": petition.answered_by,
        "answer_document": petition.answer_document,
    }


def named_json(who: Named) -> Json:
    """A person as the ledger names one."""
    return {"name": who.name, "code": who.code, "unit": who.unit}
