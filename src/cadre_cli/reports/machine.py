"""Outcomes → the JSON of the contract: the same outcomes give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.results import Classification, OrganisationResult, Outcome
from cadre_cli.domain.trace import Step

Json = dict[str, object]

SCORE_SCHEMA = "cadre.score/1"
CHECK_SCHEMA = "cadre.check/1"

_DECIMALS = 10
_PARTS = ("a", "b", "c")
_LEADER_PARTS = ("d", "dd", "e")


def score_json(outcomes: Sequence[Outcome], lang: str = "vi") -> Json:
    """What `score --json` prints."""
    return {"schema": SCORE_SCHEMA, "outcomes": [_outcome(each, lang, True) for each in outcomes]}


def check_json(outcomes: Sequence[Outcome], lang: str = "vi") -> Json:
    """What `check --json` prints: the same without people."""
    return {"schema": CHECK_SCHEMA, "outcomes": [_outcome(each, lang, False) for each in outcomes]}


def dumps(data: object) -> str:
    """The text of a JSON answer, keys in the order of the contract, a newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def decimal_text(value: Fraction | Decimal | int) -> str:
    """A score as a decimal string: at most 10 decimals, half-even, no trailing zeros.

    >>> decimal_text(Fraction(18, 28)), decimal_text(Fraction(27)), decimal_text(Fraction(-1, 10**11))
    ('0.6428571429', '27', '0')
    """
    scaled = round(Fraction(value) * 10**_DECIMALS)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**_DECIMALS)
    decimals = f"{rest:0{_DECIMALS}d}".rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def findings_json(findings: Iterable[Finding], lang: str = "vi") -> list[Json]:
    """Findings in the order of the contract: file, sheet, cell, code."""
    return [_finding(each, lang) for each in sorted(findings, key=lambda found: found.order)]


def not_run_json(checks: Iterable[NotRun], lang: str = "vi") -> list[Json]:
    """Checks that could not run."""
    return [{"check": each.check, "why": each.why.of(lang)} for each in checks]


def _outcome(outcome: Outcome, lang: str, with_people: bool) -> Json:
    answer: Json = {
        "office": outcome.office.name,
        "period": None if outcome.period is None else str(outcome.period),
        "sources": [{"file": each.file, "sha256": each.sha256} for each in outcome.sources],
    }
    if with_people:
        answer["people"] = [_person(result, lang) for result in outcome.results]
        if outcome.organisations:
            answer["organisations"] = [_organisation(each, lang) for each in outcome.organisations]
    answer["findings"] = findings_json(outcome.findings, lang)
    answer["not_run"] = not_run_json(outcome.not_run, lang)
    return answer


def _person(result: Classification, lang: str) -> Json:
    officer, score, stated = result.officer, result.score, result.stated
    keys = _PARTS + (_LEADER_PARTS if officer.post.leads else ())
    stated_total = None if stated is None else stated.total
    return {
        "name": officer.name,
        "code": officer.code,
        "unit": officer.unit,
        "position": officer.position,
        "kind": str(officer.kind),
        "leader": officer.post.leads,
        "rule_set": score.rule_set or None,
        "common": _value(score.parts.get("common")),
        "parts": {key: _value(score.parts.get(key)) for key in keys},
        "result": _value(score.parts.get("result")),
        "total": _value(score.root),
        "grade": result.grade,
        "not_rated": None if result.not_rated is None else result.not_rated.value,
        "stated_total": decimal_text(stated_total) if isinstance(stated_total, Decimal) else None,
        "stated_grade": None if stated is None else stated.grade,
        "missing": [each.what.of(lang) for each in score.missing],
        "reasons": [each.text.of(lang) for each in result.reasons],
    }


def _organisation(result: OrganisationResult, lang: str) -> Json:
    record, stated = result.record, result.record.total
    return {
        "name": record.name,
        "office_itself": record.unit is None,
        "rule_set": result.rule_set or None,
        "common": decimal_text(record.common) if isinstance(record.common, Decimal) else None,
        "result": decimal_text(record.result) if isinstance(record.result, Decimal) else None,
        "total": _value(result.root),
        "grade": result.grade,
        "grade_by_points": result.grade_by_points,
        "settled": result.settled,
        "stated_total": decimal_text(stated) if isinstance(stated, Decimal) else None,
        "stated_grade": record.grade,
        "reasons": [each.text.of(lang) for each in result.reasons],
    }


def _value(step: Step | None) -> str | None:
    return None if step is None else decimal_text(step.value)


def _finding(finding: Finding, lang: str) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.at.file,
        "sheet": finding.at.sheet,
        "cell": finding.at.a1,
        "message": finding.said(lang),
        "fix": finding.remedy(lang),
        "law": finding.law,
    }
