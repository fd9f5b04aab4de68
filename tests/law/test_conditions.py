"""Worked examples of classes by conditions: the year of a person, an organisation, its head."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.factories import event

from cadre_cli.domain.events import EventKind, Exemption
from cadre_cli.domain.periods import Period
from cadre_cli.rules.load import rule_book, rules_by_id, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.organisations import (
    OrganisationFacts,
    held_to_organisation,
    rate_organisation,
)
from cadre_cli.scoring.year_conditions import YearFacts, year_class

HERE = Path(__file__).parent


def cases(table: str) -> list[Any]:
    return [
        pytest.param(path.stem, file | facts, id=f"{path.stem}: {facts['name']}")
        for path in sorted(HERE.glob("*.toml"))
        for file in (tomllib.loads(path.read_text(encoding="utf-8")),)
        for facts in file.pop(table, ())
    ]


def rules_of(rule_set: str, facts: Mapping[str, Any], kind: str) -> RuleSet:
    period = Period.parse(facts["period"])
    rules = rules_for(rule_book(), period.last_day, kind, {}, period.unit)
    assert rules.id == rule_set
    return rules


def number(facts: Mapping[str, Any], key: str) -> Fraction | None:
    return Fraction(facts[key]) if key in facts else None


def measures(facts: Mapping[str, Any]) -> dict[str, Fraction]:
    return {name: Fraction(value) for name, value in facts.get("measures", {}).items()}


@pytest.mark.parametrize(("rule_set", "facts"), cases("year"))
def test_the_year_of_a_person(rule_set: str, facts: Mapping[str, Any]) -> None:
    rules = rules_of(rule_set, facts, facts.get("kind", "cong_chuc"))
    happened = facts.get("event")
    exemption = Exemption(facts["exemption"]) if "exemption" in facts else None
    result = year_class(
        YearFacts(
            leads=facts.get("leader", False),
            months_worked=number(facts, "months_worked"),
            months_away=number(facts, "months_away"),
            maternity=facts.get("maternity", False),
            events=(event(EventKind(happened), exemption=exemption),) if happened else (),
            measures=measures(facts),
            by_points=facts.get("by_points"),
        ),
        rules,
    )
    expected = facts["expect"]
    assert result.grade == expected.get("grade")
    assert (result.not_rated.value if result.not_rated else None) == expected.get("not_rated")
    assert result.settled == expected.get("settled", result.grade is not None)
    assert result.by_points == facts.get("by_points")
    assert all(reason.text.vi for reason in result.reasons)
    assert result.reasons
    if exemption is not None and expected.get("grade") != "KHT":  # never passed over in silence
        assert any("cấp có thẩm quyền xem xét" in reason.text.vi for reason in result.reasons)


@pytest.mark.parametrize(("rule_set", "facts"), cases("organisation"))
def test_an_organisation(rule_set: str, facts: Mapping[str, Any]) -> None:
    rules = rules_of(rule_set, facts, "to_chuc")
    known = OrganisationFacts(number(facts, "common"), number(facts, "result"), measures(facts))
    result = rate_organisation(known, rules)
    expected = facts["expect"]
    assert (result.total, result.grade) == (number(expected, "total"), expected.get("grade"))
    assert result.settled == expected.get("settled", result.grade is not None)


@pytest.mark.parametrize(("rule_set", "facts"), cases("head"))
def test_the_head_of_an_organisation(rule_set: str, facts: Mapping[str, Any]) -> None:
    rules = rules_by_id(
        rule_book(), rule_set, Period.parse(facts["period"]).last_day, "cong_chuc", {}
    )
    held = held_to_organisation(facts["grade"], facts["organisation"], rules)
    assert held == facts["expect"]["grade"]


def test_every_case_names_its_passage() -> None:
    every = [*cases("year"), *cases("organisation"), *cases("head")]
    assert [case for case in every if not case.values[1].get("source")] == []
