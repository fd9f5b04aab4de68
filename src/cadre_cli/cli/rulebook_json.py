"""`cadre.rules/1`: the rule sets as data."""

from __future__ import annotations

from datetime import date

from cadre_cli.cli.rulebook import Shelf
from cadre_cli.domain.trace import Basis
from cadre_cli.reports.machine import Json
from cadre_cli.rules.book import Governs, RuleDocument
from cadre_cli.rules.schema import Choice, Condition, RuleSet

SCHEMA = "cadre.rules/1"


def list_json(shelf: Shelf, on: date | None) -> Json:
    """What `cadre rules list --json` prints; `governing` only for a day asked for."""
    answer: Json = {
        "schema": SCHEMA,
        "rule_sets": [_listed(each, shelf) for each in shelf.documents(on)],
    }
    if on is not None:
        answer["on"] = on.isoformat()
        answer["governing"] = dict(shelf.governing(on))
    return answer


def _listed(document: RuleDocument, shelf: Shelf) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "document": document.document,
        "since": document.since.isoformat(),
        "until": _day(document.until),
        "checked_on": document.checked_on.isoformat(),
        "read_as": document.read_as,
        "kinds": sorted({line.kind for line in document.governs}),
        "extends": document.extends,
        "own": shelf.is_own(document),
    }


def show_json(shelf: Shelf, rules: RuleSet) -> Json:
    """What `cadre rules show ID --json` prints."""
    document = shelf.book.find(rules.id)
    governs = () if document is None else document.governs
    return {
        "schema": SCHEMA,
        "id": rules.id,
        "title": rules.title,
        "document": rules.document,
        "method": rules.method,
        "or_method": rules.or_method,
        "extends": None if document is None else document.extends,
        "since": rules.since.isoformat(),
        "until": _day(rules.until),
        "checked_on": rules.checked_on.isoformat(),
        "read_as": rules.read_as,
        "governs": [_governs(line) for line in governs],
        "values": {
            name: {"value": str(v.value), "meaning": v.meaning, **_cited(v.basis)}
            for name, v in rules.values.items()
        },
        "criteria": [
            {"code": c.code, "text": c.text, "maximum": str(c.maximum), **_cited(c.basis)}
            for c in rules.criteria
        ],
        "grades": [
            {"code": g.code, "name": g.name, "at_least": str(g.at_least), **_cited(g.basis)}
            for g in rules.grades
        ],
        "forced": [
            {
                "event": f.event,
                "grade": f.grade,
                "text": f.text,
                "leaders_only": f.leaders_only,
                **_cited(f.basis),
            }
            for f in rules.forced
        ],
        "conditions": [_condition(each) for each in rules.conditions],
        "not_found": [{"what": n.what, **_cited(n.basis)} for n in rules.not_found],
        "passages": {
            name: {"meaning": rules.meanings.get(name, ""), **_cited(basis)}
            for name, basis in rules.passages.items()
        },
        "choices": {name: _choice(each) for name, each in rules.choices.items()},
    }


def _governs(line: Governs) -> Json:
    return {
        "kind": line.kind,
        "since": line.since.isoformat(),
        "until": _day(line.until),
        "periods": [unit.name.lower() for unit in line.units],
        "choices": dict(line.asked),
        **_cited(line.basis),
    }


def _condition(asked: Condition) -> Json:
    bounds = {
        "at_least": asked.at_least,
        "at_most": asked.at_most,
        "above": asked.above,
        "below": asked.below,
    }
    return {
        "grade": asked.grade,
        "measure": asked.measure,
        "text": asked.text,
        **{name: str(bound) for name, bound in bounds.items() if bound is not None},
        "leaders": asked.leaders,
        "kinds": list(asked.kinds),
        "enough": asked.enough,
        **_cited(asked.basis),
    }


def _choice(choice: Choice) -> Json:
    return {
        "options": list(choice.options),
        "taken": choice.taken,
        "meaning": choice.meaning,
        "taken_means": choice.taken_means,
        **_cited(choice.basis),
    }


def _cited(basis: Basis) -> Json:
    return {
        "authority": basis.authority.value,
        "document": basis.document,
        "passage": basis.passage,
        "read_as": basis.read_as,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
