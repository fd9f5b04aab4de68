"""A year's ranking → the JSON of the contract (`cadre.rank/1`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cadre_cli.domain.trace import Step
from cadre_cli.domain.year import Cap, YearMonth, YearPerson, YearRanking
from cadre_cli.reports.machine import Json, decimal_text, findings_json, not_run_json

RANK_SCHEMA = "cadre.rank/1"


def rank_json(rankings: Sequence[YearRanking], year: int, lang: str = "vi") -> Json:
    """What `rank --json` prints: one office as the contract has it; several as a list of the same."""
    if len(rankings) == 1:
        return {"schema": RANK_SCHEMA, **_office(rankings[0], lang)}
    offices = [_office(each, lang) for each in rankings]
    return {"schema": RANK_SCHEMA, "year": year, "offices": offices, "totals": _totals(rankings)}


def _totals(rankings: Sequence[YearRanking]) -> Json:
    """People of all offices by the class proposed; "" counts those without one."""
    counted = Counter(person.grade or "" for each in rankings for person in each.people)
    return {
        "offices": len(rankings),
        "people": sum(counted.values()),
        "classes": {code: counted[code] for code in sorted(counted)},
    }


def _office(ranking: YearRanking, lang: str) -> Json:
    names = {person.officer.id: person.officer.name for person in ranking.people}
    return {
        "year": ranking.year,
        "office": ranking.office.name,
        "people": [_person(each, lang) for each in ranking.people],
        "caps": [_cap(each, names) for each in ranking.caps],
        "findings": findings_json(ranking.findings, lang),
        "not_run": not_run_json(ranking.not_run, lang),
        "periods": {
            str(period): origin.value for period, origin in sorted(ranking.origins.items())
        },
        "sources": [{"file": each.file, "sha256": each.sha256} for each in ranking.sources],
    }


def _person(person: YearPerson, lang: str) -> Json:
    officer = person.officer
    return {
        "rank": person.rank,
        "name": officer.name,
        "code": officer.code,
        "unit": officer.unit,
        "position": officer.position,
        "kind": str(officer.kind),
        "leader": officer.post.leads,
        "group": person.group,
        "rule_set": person.rule_set or None,
        "months": {str(month.number): _total(month) for month in person.months},
        "quarters": {str(n): _value(person.quarters.get(n)) for n in range(1, 5)},
        "half_years": {str(n): _value(person.halves.get(n)) for n in (1, 2)},
        "mean": _value(person.mean),
        "grade_by_points": person.grade_by_points,
        "grade": person.grade,
        "not_rated": None if person.not_rated is None else person.not_rated.value,
        "reasons": [reason.text.of(lang) for reason in person.reasons if not reason.routine],
        "titles": [title.code for title in person.titles if title.proposed],
    }


def _total(month: YearMonth) -> str | None:
    return None if month.total is None else decimal_text(month.total)


def _value(step: Step | None) -> str | None:
    return None if step is None else decimal_text(step.value)


def _cap(cap: Cap, names: dict[str, str]) -> Json:
    return {
        "group": cap.group,
        "base": cap.base,
        "share": decimal_text(cap.share),
        "eligible": cap.eligible,
        "limit": cap.limit,
        "candidates": cap.candidates,
        "proposed": cap.proposed,
        "tied_at_limit": [names[who] for who in cap.tied],
        "below_limit": [names[who] for who in cap.below],
    }
