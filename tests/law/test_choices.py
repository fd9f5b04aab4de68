"""Every choice in every position: worked by hand, and none forgotten."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.checks.finding import found
from tests.factories import MARCH, event, mention, officer, submission, task
from tests.law.test_law import Case, assessed
from tests.law.test_law import cases as worked
from tests.law.test_titles import CASES as TITLE_CASES

from cadre_cli.cli.show import display
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.office import Decided
from cadre_cli.domain.officers import Kind, Placement, Post
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import verbatim
from cadre_cli.domain.year import Origin, YearEntry
from cadre_cli.pipeline.placing import as_of_period
from cadre_cli.reports.cited import decimals_of
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import NotCovered, RuleSet
from cadre_cli.rules.terms import ChoiceTerm
from cadre_cli.scoring.groups import group_of
from cadre_cli.scoring.ranking import cap_limit
from cadre_cli.scoring.steps import given
from cadre_cli.scoring.year_months import means_of, months_of

FACTS = tomllib.loads((Path(__file__).parent / "choices.toml").read_text(encoding="utf-8"))
AN = "Nguyễn Văn An"
DOCUMENT = "QĐ 12/QĐ-UBND ngày 05/01/2026"


def of(table: str) -> list[Any]:
    return [pytest.param(facts, id=facts["name"]) for facts in FACTS[table]]


def decided(facts: Mapping[str, Any]) -> dict[str, Decided]:
    """The position of a case as an office's decision, none where it is the default."""
    name, _, option = facts["position"].partition("=")
    default = rule_book().choice_terms(name)[0].default
    return {} if option == default else {name: Decided(option, DOCUMENT)}


def rules_of(facts: Mapping[str, Any], kind: str = "cong_chuc") -> RuleSet:
    """The decree's rules of 2026 with the position taken."""
    rules = rules_for(rule_book(), MARCH.last_day, kind, decided(facts), PeriodUnit.MONTH)
    name, _, option = facts["position"].partition("=")
    assert rules.choice(name).taken == option
    return rules


@pytest.mark.parametrize("facts", of("governed"))
def test_who_is_governed(facts: Mapping[str, Any]) -> None:
    period = Period.parse(facts["period"])

    def chosen() -> RuleSet:
        day, unit = period.last_day, period.unit
        return rules_for(rule_book(), day, facts["kind"], decided(facts), unit)

    if facts["expect"] == "not_covered":
        with pytest.raises(NotCovered) as refused:
            chosen()
        bases = (refused.value.basis,)
    else:
        assert chosen().id == facts["expect"]
        bases = chosen().chosen_by
    assert facts["position"] in {f"{basis.choice}={basis.option}" for basis in bases}


@pytest.mark.parametrize("facts", of("cap"))
def test_how_many_may_stand_at_the_top(facts: Mapping[str, Any]) -> None:
    rules = rules_of(facts)
    base, share = rules.choice("cap_base").taken, Fraction(rules.choice("cap_share").taken)
    counted = facts["rated"] if base == "all_rated" else facts["eligible"]
    assert cap_limit(counted, share, base) == facts["expect"]


@pytest.mark.parametrize("facts", of("group"))
def test_who_has_similar_duties(facts: Mapping[str, Any]) -> None:
    rules = rules_of(facts)
    people = [
        officer(f"{kind} {post}", kind=kind, post=post)
        for kind in (Kind.CONG_CHUC, Kind.HOP_DONG)
        for post in (Post.NONE, Post.HEAD_OF_UNIT)
    ]
    groups = {group_of(person, rules) for person in people} - {None}
    assert len(groups) == facts["expect"]


@pytest.mark.parametrize("facts", of("mean"))
def test_the_mean_of_a_year(facts: Mapping[str, Any]) -> None:
    rules = rules_of(facts)
    who = officer(AN)
    written = facts.get("months") or facts["quarters"]
    unit = PeriodUnit.MONTH if "months" in facts else PeriodUnit.QUARTER
    entries = [
        YearEntry(
            *(who, Period.of(2026, number, unit), Origin.COMPUTED),
            total=Fraction(total.removesuffix(" KXL")) if total else None,
            not_rated=None if total else NotRated.NOTHING_ASSIGNED,
            unrated=total.endswith("KXL"),
        )
        for number, total in enumerate(written, start=1)
    ]
    months = months_of(2026, entries, (), [entry.period for entry in entries], rules)
    mean = means_of(months, rules).year
    assert mean is not None
    assert mean.value == Fraction(facts["expect"])
    assert facts["position"] in {f"{b.choice}={b.option}" for b in mean.bases()}


@pytest.mark.parametrize("facts", of("display"))
def test_how_a_total_is_shown_and_on_what_its_class_is_decided(facts: Mapping[str, Any]) -> None:
    rules = rules_of(facts)
    total = Fraction(facts["total"])
    step = given(verbatim("Tổng điểm"), total, officer(AN).at.first)
    assert display(step, "vi", decimals_of({"cong_chuc": rules})) == facts["expect"]
    assert rules.grade_for(total).code == facts["grade"]


@pytest.mark.parametrize("facts", of("process"))
def test_how_grave_the_principles_are(facts: Mapping[str, Any]) -> None:
    """One task with two owners; one that somebody else judged; one that its owner judged."""
    binh, cuong = "Trần Thị Bình", "Lê Văn Cường"
    sheet = submission(
        officers=tuple(map(officer, (AN, binh, cuong))),
        tasks=(
            task(AN, 2, owners=(mention(AN), mention(cuong))),
            task(AN, 3, assigner=mention(binh), evaluator=mention(cuong)),
            task(AN, 4, assigner=mention(AN), evaluator=mention(AN)),
        ),
    )
    findings = found(sheet, "G02", "C01", "C02", rules=rules_of(facts))
    graves = {finding.code: finding.severity.value for finding in findings}
    wanted = {"G02", "C01", "C02"} if facts["expect"] else set()
    assert graves == dict.fromkeys(wanted, facts["expect"])


@pytest.mark.parametrize("facts", of("standing"))
def test_what_somebody_is_in_a_month_of_change(facts: Mapping[str, Any]) -> None:
    taken = rules_of(facts).choice("change_within_period").taken
    change = event(
        EventKind.APPOINTED,
        AN,
        first_day=facts["day"],
        becomes=Placement(position="Trưởng phòng", post=Post.HEAD_OF_UNIT),
    )
    [settled], _, _ = as_of_period([officer(AN)], [change], Period.parse("2026-05"), taken)
    assert settled.post.leads is facts["expect"]


# ── nothing is forgotten ─────────────────────────────────────────────────────────────────────

ELSEWHERE = {"visit_weekday", "visits_counted"}
"""What is told of visits decides no score: tests of the villages' sheets hold it in its positions."""


@cache
def shown_positions() -> frozenset[tuple[str, str]]:
    """What the results of all worked cases rest on, and what the cases above show."""
    shown = set()
    for each in worked():
        case = each.values[0]
        assert isinstance(case, Case)
        rules, result = assessed(case)
        shown |= {(b.choice, b.option or "") for b in result.bases() if b.choice is not None}
        for position in case.facts.get("positions", ()):
            name, _, option = position.partition("=")
            assert rules.choice(name).taken == option, case.facts["name"]
            shown.add((name, option))
    for cases in (*FACTS.values(), TITLE_CASES):
        for facts in cases:
            name, _, option = facts["position"].partition("=")
            shown.add((name, option))
    return frozenset((name, option) for name, option in shown if name is not None)


def wanted_positions(term: ChoiceTerm, shown: set[str]) -> set[str]:
    """Every option; of numbers the default and at least one other."""
    if term.row is None and term.numbers is None:
        return set(term.options)
    return {term.default, next(iter(sorted(shown - {term.default})), "one that is not the default")}


@pytest.mark.parametrize("choice", sorted(set(rule_book().choice_ids) - ELSEWHERE))
def test_every_choice_has_a_case_in_every_position(choice: str) -> None:
    shown = {option for name, option in shown_positions() if name == choice}
    for term in rule_book().choice_terms(choice):
        assert wanted_positions(term, shown) <= shown


def test_every_case_names_its_source() -> None:
    assert [f["name"] for cases in FACTS.values() for f in cases if not f.get("source")] == []


# ── against the collected facts, where they are at hand ─────────────────────────────────────

COLLECTED = Path(os.environ.get("CADRE_FACTS") or "nowhere")
at_hand = pytest.mark.skipif(not COLLECTED.is_dir(), reason="CADRE_FACTS names no folder")
RANGES = re.compile(r"Đ(\d+)(?:[.\d]*[a-zđ]?)?(?:[–-]Đ?(\d+))?((?:, \d+(?:[–-]\d+)?)*)")
SECTIONS = {
    "NĐ 335/2025/NĐ-CP": ("# 1. Nghị định 335", "# 2. Companion"),
    "NĐ 233/2026/NĐ-CP": ("## 2.3 ", "## 2.4 "),
    "QĐ 366-QĐ/TW": ("# 3. Party rules", "# 4. NĐ 90"),
    "NĐ 90/2020/NĐ-CP": ("# 4. NĐ 90", "# 5. Local"),
}
PAGE_ONE = {"NĐ 335/2025/NĐ-CP": ("## A. `nd335-2025`", "## C. `qd366-2025`")}


def told_articles(document: str) -> set[int]:
    """The articles of a document that the collected facts speak of."""
    text = (COLLECTED / "law.md").read_text(encoding="utf-8")
    found: set[int] = set()
    for start, end in filter(None, (SECTIONS[document], PAGE_ONE.get(document))):
        for first, last, more in RANGES.findall(text[text.index(start) : text.index(end)]):
            found |= set(range(int(first), int(last or first) + 1))
            for one, other in re.findall(r"(\d+)(?:[–-](\d+))?", more):
                found |= set(range(int(one), int(other or one) + 1))
    return found


def cited_articles(document: str) -> set[int]:
    """The articles that our rule sets cite of a document."""
    bases = [
        basis
        for each in rule_book().documents
        for basis in (
            *(line.basis for line in each.governs),
            *(dated.what.basis for term in each.values for dated in term.dated),
            *(dated.what.basis for term in each.grades for dated in term.dated),
            *(term.case.basis for term in each.forced),
            *(term.basis for term in each.passages),
            *(term.basis for term in each.choices),
            *(condition.basis for condition in each.conditions),
            *(part.basis for part in each.not_found),
        )
        if basis.document == document
    ]
    return {
        int(number)
        for basis in bases
        for listed in re.findall(r"Điều (\d+(?:, \d+)*)", basis.passage)
        for number in listed.split(", ")
    }


@at_hand
@pytest.mark.parametrize("document", SECTIONS)
def test_every_cited_article_stands_in_the_collected_facts(document: str) -> None:
    assert cited_articles(document) - told_articles(document) == set()


@at_hand
def test_every_choice_stands_there_as_in_the_data() -> None:
    """Options, the default first, and the authority of each listed choice."""
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in (COLLECTED / "choices.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    assert len(rows) > 20
    for name, options, authority, *_ in ((row[0].strip("`"), *row[1:]) for row in rows):
        terms = rule_book().choice_terms(name)
        assert terms, name
        listed = re.findall(r"`([^`]+)`", options)
        for term in terms:
            if listed and term.numbers is None and term.row is None and not term.many:
                assert set(listed) == set(term.options), name
        defaults = {term.default for term in terms}
        if listed and not terms[0].many:
            assert listed[0] in defaults, name
        known = {term.basis.authority.value for term in terms}
        assert any(word in known for word in re.findall(r"[a-z]+", authority)), (name, authority)


def test_the_day_before_and_the_day_itself() -> None:
    """31/12/2025 and 01/01/2026 for civil servants; 30/6 and 01/7/2026 for public employees."""
    ids = [
        rules_for(rule_book(), day, kind, {}, PeriodUnit.MONTH).id
        for kind, day in (
            *(("cong_chuc", date(2025, 12, 31)), ("cong_chuc", date(2026, 1, 1))),
            *(("vien_chuc", date(2026, 6, 30)), ("vien_chuc", date(2026, 7, 1))),
        )
    ]
    assert ids == ["qd1240", "nd335-2025", "qd1240", "nd233-2026"]
