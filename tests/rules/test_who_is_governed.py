"""Which rule set governs whom on which day, and what the office's decisions change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cadre_cli.domain.records import Decided, Kind
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import RuleBook
from cadre_cli.rules.decisions import DecisionFault, check_decisions
from cadre_cli.rules.load import book_of, in_force, rule_book, rules_by_id, rules_for
from cadre_cli.rules.schema import NoRuleInForce, NotCovered, RuleSetError

FIRST = date(2026, 1, 1)
MARCH = date(2026, 3, 31)
DECISION = "QĐ 12/QĐ-UBND ngày 05/01/2026"


def decided(**options: str) -> Mapping[str, Decided]:
    return {name: Decided(option, DECISION) for name, option in options.items()}


def test_the_decree_is_in_force_from_its_first_day() -> None:
    day_before = FIRST - timedelta(days=1)
    assert in_force(rule_book(), day_before) == ()
    assert [each.id for each in in_force(rule_book(), FIRST)] == ["nd335-2025"]


@pytest.mark.parametrize("kind", list(Kind))
def test_the_day_before_the_first_day_nobody_is_governed(kind: Kind) -> None:
    assert rules_for(rule_book(), FIRST, kind, {}).id == "nd335-2025"
    with pytest.raises(NoRuleInForce, match=r"31/12/2025\. nd335-2025 áp dụng từ 01/01/2026"):
        rules_for(rule_book(), FIRST - timedelta(days=1), kind, {})


@pytest.mark.parametrize("kind", list(Kind))
def test_no_day_since_then_is_without_a_rule(kind: Kind) -> None:
    days = (FIRST + timedelta(days=count) for count in range(3 * 366))
    assert {rules_for(rule_book(), day, kind, {}).id for day in days} == {"nd335-2025"}


@pytest.mark.parametrize(
    ("kind", "day", "choice", "option", "document", "passage", "read_as"),
    [
        ("can_bo", MARCH, "can_bo_rule", "nd335-2025", 335, "Điều 1; Điều 2", "V"),
        ("hop_dong", MARCH, "hop_dong_rule", "nd335-2025", 335, "Điều 28 khoản 2", "V"),
        (
            *("vien_chuc", date(2026, 6, 30), "vien_chuc_rule_2026", "nd335-2025"),
            *(335, "Điều 1; Điều 27 khoản 2", "V"),
        ),
        (
            *("vien_chuc", date(2026, 7, 1), "vien_chuc_rule_2026h2", "nd233-2026"),
            *(233, "Điều 12; Điều 13", "S"),
        ),
    ],
)
def test_others_are_governed_by_a_choice_that_results_name(
    kind: str, day: date, choice: str, option: str, document: int, passage: str, read_as: str
) -> None:
    names = {335: "NĐ 335/2025/NĐ-CP", 233: "NĐ 233/2026/NĐ-CP"}
    basis = Basis(Authority.ASSUMED, names[document], passage, choice, option, read_as)
    assert rules_for(rule_book(), day, kind, {}).chosen_by == (basis,)


def test_an_office_may_decide_to_govern_contract_workers() -> None:
    rules = rules_for(rule_book(), MARCH, "hop_dong", decided(hop_dong_rule="nd335-2025"))
    basis = Basis(Authority.LOCAL, DECISION, "", "hop_dong_rule", "nd335-2025")
    assert rules.chosen_by == (basis,)


@pytest.mark.parametrize(
    ("kind", "choice"),
    [("hop_dong", "hop_dong_rule"), ("vien_chuc", "vien_chuc_rule_2026")],
)
def test_an_office_may_decide_not_to_cover_a_kind_of_person(kind: str, choice: str) -> None:
    with pytest.raises(NotCovered, match=rf"{choice} = none \(QĐ 12/QĐ-UBND") as caught:
        rules_for(rule_book(), MARCH, kind, decided(**{choice: "none"}))
    assert caught.value.basis == Basis(Authority.LOCAL, DECISION, "", choice, "none")


def test_a_rule_set_that_is_not_here_is_named() -> None:
    with pytest.raises(NoRuleInForce, match="can_bo_rule = qd366-2025, nhưng chưa có") as caught:
        rules_for(rule_book(), MARCH, "can_bo", decided(can_bo_rule="qd366-2025"))
    assert not isinstance(caught.value, NotCovered)


def test_a_kind_nobody_knows_has_no_rule() -> None:
    with pytest.raises(NoRuleInForce, match=r"áp dụng cho bo_doi ngày 31/03/2026\.$"):
        rules_for(rule_book(), MARCH, "bo_doi", {})


def test_two_rule_sets_at_once_are_both_named() -> None:
    decree = rule_book().documents[0]
    book = RuleBook((decree, replace(decree, id="nd999-2027")))
    with pytest.raises(NoRuleInForce, match="nd335-2025 và nd999-2027 cùng áp dụng cho công chức"):
        rules_for(book, MARCH, "cong_chuc", {})


def test_a_gap_is_named_from_both_sides() -> None:
    decree = rule_book().documents[0]
    ended = replace(
        decree,
        until=date(2027, 1, 1),
        governs=tuple(
            replace(line, until=line.until or date(2027, 1, 1)) for line in decree.governs
        ),
    )
    later = replace(
        decree,
        id="nd999-2027",
        since=date(2027, 2, 1),
        governs=(replace(decree.governs[0], since=date(2027, 2, 1)),),
        choices=(),
    )
    book = book_of((later, ended))
    said = (
        "Không có bộ quy tắc nào áp dụng cho công chức ngày 15/01/2027."
        " nd335-2025 hết áp dụng từ 01/01/2027. nd999-2027 áp dụng từ 01/02/2027."
    )
    with pytest.raises(NoRuleInForce) as caught:
        rules_for(book, date(2027, 1, 15), "cong_chuc", {})
    assert str(caught.value) == said
    assert rules_for(book, date(2026, 12, 31), "cong_chuc", {}).id == "nd335-2025"
    assert rules_for(book, date(2027, 2, 1), "cong_chuc", {}).id == "nd999-2027"


CHOICES = [
    (term.id, option)
    for each in rule_book().documents
    for term in each.choices
    for option in term.options
]


@pytest.mark.parametrize(("choice", "option"), CHOICES)
def test_every_option_can_be_decided(choice: str, option: str) -> None:
    decisions = decided(**{choice: option})
    assert check_decisions(rule_book(), decisions) == ()
    taken = rules_for(rule_book(), MARCH, "cong_chuc", decisions).choice(choice)
    assert (taken.taken, taken.basis) == (
        option,
        Basis(Authority.LOCAL, DECISION, "", choice, option),
    )
    assert taken.taken_means


def test_other_choices_keep_their_defaults() -> None:
    plain = rules_for(rule_book(), MARCH, "cong_chuc", {})
    rules = rules_for(rule_book(), MARCH, "cong_chuc", decided(deduction_on="line"))
    expected = {**plain.choices, "deduction_on": rules.choice("deduction_on")}
    assert replace(plain, choices=expected) == rules


@pytest.mark.parametrize(
    ("choice", "written", "taken"),
    [
        ("cap_share", "0.2", "0.20"),
        ("display_decimals", "0", "0"),
        ("catalogue_divisor", "25", "25"),
    ],
)
def test_a_number_may_be_written_in_its_own_way(choice: str, written: str, taken: str) -> None:
    rules = rules_for(rule_book(), MARCH, "cong_chuc", decided(**{choice: written}))
    assert rules.choice(choice).taken == taken


def test_decisions_that_cannot_be_taken_are_named_with_the_nearest_word() -> None:
    decisions = decided(
        deduction_onn="line", deduction_on="lines", cap_share="0.3", display_decimals="hai"
    )
    assert check_decisions(rule_book(), decisions) == (
        DecisionFault(
            ("deduction_onn",),
            Text("Không có lựa chọn “deduction_onn”.", "There is no choice “deduction_onn”."),
            Text("Có phải là “deduction_on”?", "Did you mean “deduction_on”?"),
        ),
        DecisionFault(
            ("deduction_on", "option"),
            Text(
                "Lựa chọn “deduction_on” không có phương án “lines”.",
                "The choice “deduction_on” has no option “lines”.",
            ),
            Text("Có phải là “line”?", "Did you mean “line”?"),
        ),
        DecisionFault(
            ("cap_share", "option"),
            Text(
                "Lựa chọn “cap_share” không có phương án “0.3”.",
                "The choice “cap_share” has no option “0.3”.",
            ),
            Text(
                "Ghi một số từ 0.20 đến 0.25, bước 0.01.",
                "Write a number from 0.20 to 0.25 in steps of 0.01.",
            ),
        ),
        DecisionFault(
            ("display_decimals", "option"),
            Text(
                "Lựa chọn “display_decimals” không có phương án “hai”.",
                "The choice “display_decimals” has no option “hai”.",
            ),
            Text("Ghi một số từ 0 đến 4, bước 1.", "Write a number from 0 to 4 in steps of 1."),
        ),
    )


@pytest.mark.parametrize("decision", [Decided("lines", DECISION), Decided("line", " ")])
def test_a_decision_that_was_not_checked_is_refused(decision: Decided) -> None:
    with pytest.raises(RuleSetError, match=r"decisions\.deduction_on: cần phương án"):
        rules_for(rule_book(), MARCH, "cong_chuc", {"deduction_on": decision})


def test_asking_for_the_rule_set_that_governs_anyway_changes_nothing() -> None:
    asked = rules_by_id(rule_book(), "nd335-2025", MARCH, "can_bo", {})
    assert asked == rules_for(rule_book(), MARCH, "can_bo", {})


def test_a_rule_set_asked_for_outside_its_days_is_lent_and_says_so() -> None:
    day = date(2024, 5, 31)
    lent = rules_by_id(rule_book(), "nd335-2025", day, "cong_chuc", {})
    basis = Basis(Authority.ASSUMED, "NĐ 335/2025/NĐ-CP", "", "rules", "nd335-2025")
    own = rules_for(rule_book(), FIRST, "cong_chuc", {})
    assert lent == replace(own, on=day, chosen_by=(basis,))


def test_asking_for_a_rule_set_covers_nobody_the_office_left_out() -> None:
    with pytest.raises(NotCovered):
        rules_by_id(rule_book(), "nd335-2025", MARCH, "hop_dong", decided(hop_dong_rule="none"))


def test_an_unknown_rule_set_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        RuleSetError, match=r"không có bộ quy tắc “nd335”\. Có phải là “nd335-2025”"
    ):
        rules_by_id(rule_book(), "nd335", MARCH, "cong_chuc", {})
