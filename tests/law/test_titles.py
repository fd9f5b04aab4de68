"""Emulation titles as the known words of the law give them, and what is left to ask."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.factories import officer

from cadre_cli.domain.office import Decided
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.year import Title, YearPerson
from cadre_cli.rules.book import TITLES
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.titles import collectives_of, with_titles

FILE = Path(__file__).parent / "ltdkt-2022.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["title"]
SAID = {True: "đề nghị", None: "xét", False: "không"}
DAY = date(2026, 12, 31)


def rules(facts: Mapping[str, Any]) -> RuleSet:
    name, _, option = facts["position"].partition("=")
    decided = {name: Decided(option, "QĐ 12/QĐ-UBND ngày 05/01/2026")}
    found = rules_for(rule_book(), DAY, TITLES, decided, PeriodUnit.YEAR)
    assert found.choice(name).taken == option
    return found


def said(titles: Iterable[Title]) -> dict[str, str]:
    return {title.code: SAID[title.proposed] for title in titles}


@pytest.mark.parametrize("facts", CASES, ids=[facts["name"] for facts in CASES])
def test_titles_as_worked_out_by_hand(facts: Mapping[str, Any]) -> None:
    years = rules_for(rule_book(), DAY, "cong_chuc", {}, PeriodUnit.YEAR)
    people = [
        YearPerson(officer(f"Người {n}", unit=None), (), rule_set=years.id, grade=grade)
        for n, grade in enumerate(facts["grades"])
    ]
    titled = with_titles(people, {years.id: years}, rules(facts))
    if len(people) == 1:
        assert said(titled[0].titles) == facts["expect"]
        return
    classes = {"": facts["collective"]} if "collective" in facts else {}
    (office,) = collectives_of(titled, classes, rules(facts))
    assert said(office.titles) == facts["expect"]


def test_every_case_names_its_source() -> None:
    assert [facts["name"] for facts in CASES if not facts.get("source")] == []


def test_somebody_tied_at_the_cap_has_the_title_either_way_and_an_open_class_none_yet() -> None:
    years = rules_for(rule_book(), DAY, "cong_chuc", {}, PeriodUnit.YEAR)
    tied = YearPerson(officer("An"), (), rule_set=years.id, tied=True)
    undecided = YearPerson(officer("Bình"), (), rule_set=years.id)
    found = with_titles((tied, undecided), {years.id: years}, rules(CASES[0]))
    assert [said(each.titles)["LDTT"] for each in found] == ["đề nghị", "xét"]
