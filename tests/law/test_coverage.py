"""That the worked cases leave nothing out: forced cases, kinds of person, edges of the bands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.law.test_law import Case, assessed
from tests.law.test_law import cases as worked

from cadre_cli.rules.book import ORGANISATION, TITLES, RuleDocument
from cadre_cli.rules.load import rule_book

HERE = Path(__file__).parent


def tables(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Rule set and facts of every case in tables of one name."""
    for path in sorted(HERE.glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        shared = {key: value for key, value in file.items() if not isinstance(value, list)}
        for facts in file.get(name, ()):
            yield path.stem, shared | facts


def documents() -> list[Any]:
    return [pytest.param(each, id=each.id) for each in rule_book().documents]


def governed(document: RuleDocument) -> set[str]:
    return {line.kind for line in document.governs}


@pytest.mark.parametrize("document", documents())
def test_every_kind_of_person_has_a_case(document: RuleDocument) -> None:
    shown = {
        facts.get("kind", "cong_chuc")
        for name, facts in (*tables("case"), *tables("year"))
        if name == document.id
    }
    shown |= {ORGANISATION for name, _ in tables("organisation") if name == document.id}
    shown |= {TITLES for name, _ in tables("title") if name == document.id}
    assert governed(document) - shown == set()


@pytest.mark.parametrize("document", documents())
def test_every_forced_case_has_a_case(document: RuleDocument) -> None:
    """Where one is of leaders alone, also that it leaves the others as they are."""
    forced = {(term.case.event, term.since) for term in document.forced}
    shown = set()
    for name, facts in (*tables("case"), *tables("year")):
        if name == document.id and "event" in facts and facts["expect"].get("grade") == "KHT":
            year = int(str(facts.get("period", "2026-03"))[:4])
            shown |= {
                (event, since)
                for event, since in forced
                if event == facts["event"] and since.year <= year
            }
    assert forced - shown == set()


def test_a_forced_case_of_leaders_leaves_others_alone() -> None:
    event = "corruption or waste in the body led"
    grades = {
        facts.get("leader", False) or "led" in facts: facts["expect"].get("grade")
        for name, facts in tables("case")
        if name == "nd335-2025" and facts.get("event") == event
    }
    assert grades[True] == "KHT"
    assert grades[False] not in (None, "KHT")


@pytest.mark.parametrize("rule_set", ["nd335-2025", "qd1240", "khung-20-70-10"])
def test_every_edge_of_a_band_is_shown_from_both_sides(rule_set: str) -> None:
    """At the least total of a class, and within a hundredth below it."""
    totals: list[tuple[Fraction, str | None]] = []
    edges: set[Fraction] = set()
    for each in worked():
        case = each.values[0]
        assert isinstance(case, Case)
        if case.rule_set != rule_set or case.facts.get("choices"):
            continue
        rules, result = assessed(case)
        edges |= {Fraction(grade.at_least) for grade in rules.grades if grade.at_least}
        if result.score.root is not None:
            totals.append((result.score.root.value, result.grade_by_points))
    assert len(edges) == 3
    for edge in edges:
        at = {grade for total, grade in totals if total == edge}
        below = {grade for total, grade in totals if edge - Fraction(1, 100) <= total < edge}
        assert (len(at), len(below)) == (1, 1), edge
        assert at != below
