"""Which rule set governs whom on which day, and what the office's decisions change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cadre_cli.domain.office import Decided
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import RuleBook
from cadre_cli.rules.decisions import DecisionFault, check_decisions
from cadre_cli.rules.load import in_force, rule_book, rules_by_id, rules_for
from cadre_cli.rules.schema import NoRuleInForce, NotCovered, RuleSetError

FIRST = date(2026, 1, 1)
MARCH = date(2026, 3, 31)
DECISION = "QĐ 12/QĐ-UBND ngày 05/01/2026"


DECREE = "NĐ 335/2025/NĐ-CP"
DOCUMENT = next(each for each in rule_book().documents if each.id == "nd335-2025")


def decided(**options: str) -> Mapping[str, Decided]:
    return {name: Decided(option, DECISION) for name, option in options.items()}


def test_the_decree_is_in_force_from_its_first_day() -> None:
    day_before = FIRST - timedelta(days=1)
    assert [each.id for each in in_force(rule_book(), day_before)] == [
        "ltdkt-2022",
        "nd90-2020",
        "qd1240",
    ]
    assert [each.id for each in in_force(rule_book(), FIRST)] == [
        "ltdkt-2022",
        "nd335-2025",
        "nd335-2025-org",
        "nd90-2020",
        "qd1240",
        "qd366-2025",
    ]


MONTH, YEAR = PeriodUnit.MONTH, PeriodUnit.YEAR
OTHER_UNITS = (PeriodUnit.QUARTER, PeriodUnit.HALF)


@pytest.mark.parametrize(
    ("kind", "spans"),
    [
        ("can_bo", [("qd1240", date(2026, 1, 1)), ("nd335-2025", None)]),
        ("cong_chuc", [("qd1240", date(2026, 1, 1)), ("nd335-2025", None)]),
        ("vien_chuc", [("qd1240", date(2026, 7, 1)), ("nd233-2026", None)]),
        ("hop_dong", [("qd1240", date(2026, 1, 1)), ("nd335-2025", None)]),
    ],
)
def test_every_day_has_its_rule_for_months(kind: str, spans: list[tuple[str, date | None]]) -> None:
    day = date(2023, 1, 1)
    for rule_set, until in spans:
        while day < (until or date(2028, 1, 1)):
            for unit in (MONTH, *OTHER_UNITS):
                assert (day, rules_for(rule_book(), day, kind, {}, unit).id) == (day, rule_set)
            day += timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "before_2026", "june_2026", "later"),
    [
        ("can_bo", "nd90-2020", "nd335-2025", "nd335-2025"),
        ("cong_chuc", "nd90-2020", "nd335-2025", "nd335-2025"),
        ("vien_chuc", "nd90-2020", "nd90-2020", "nd233-2026"),
        ("hop_dong", "qd1240", "nd335-2025", "nd335-2025"),
    ],
)
def test_the_year_has_its_own_rule(kind: str, before_2026: str, june_2026: str, later: str) -> None:
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 12, 31))
    found = [rules_for(rule_book(), day, kind, {}, YEAR).id for day in days]
    assert found == [before_2026, june_2026, later]


def test_organisations_are_rated_by_the_year_since_the_decree() -> None:
    assert rules_for(rule_book(), MARCH, "to_chuc", {}, YEAR).id == "nd335-2025-org"
    with pytest.raises(NoRuleInForce, match="cơ quan, tổ chức, đơn vị ngày 31/03/2026"):
        rules_for(rule_book(), MARCH, "to_chuc", {}, MONTH)


def test_a_gap_in_time_is_named_with_what_comes_next() -> None:
    with pytest.raises(NoRuleInForce, match=r"19/08/2020\. nd90-2020 áp dụng từ 20/08/2020"):
        rules_for(rule_book(), date(2020, 8, 19), "cong_chuc", {}, YEAR)


LOCAL = Basis(Authority.ASSUMED, "QĐ 1240-QĐ/HU", "đối tượng áp dụng", "local_rule_for", "all", "N")


@pytest.mark.parametrize(
    ("kind", "day", "bases"),
    [
        (
            *("can_bo", MARCH),
            [Basis(Authority.ASSUMED, DECREE, "Điều 1; Điều 2", "can_bo_rule", "nd335-2025")],
        ),
        (
            *("hop_dong", MARCH),
            [Basis(Authority.ASSUMED, DECREE, "Điều 28 khoản 2", "hop_dong_rule", "nd335-2025")],
        ),
        ("cong_chuc", date(2025, 12, 31), [LOCAL]),
        ("vien_chuc", date(2025, 12, 31), [LOCAL]),
        (
            *("vien_chuc", date(2026, 6, 30)),
            [
                Basis(
                    *(Authority.ASSUMED, DECREE, "Điều 1; Điều 27 khoản 2"),
                    *("vien_chuc_rule_2026", "qd1240"),
                ),
                LOCAL,
            ],
        ),
        (
            *("vien_chuc", date(2026, 7, 1)),
            [
                Basis(
                    *(Authority.ASSUMED, "NĐ 233/2026/NĐ-CP", "Điều 12; Điều 13"),
                    *("vien_chuc_rule_2026h2", "nd233-2026", "S"),
                )
            ],
        ),
    ],
)
def test_others_are_governed_by_a_choice_that_results_name(
    kind: str, day: date, bases: list[Basis]
) -> None:
    rules = rules_for(rule_book(), day, kind, {})
    assert list(rules.chosen_by) == bases
    assert [rules.choice(basis.choice or "").basis for basis in bases] == bases


def test_an_office_may_borrow_the_decree_for_public_employees() -> None:
    rules = rules_for(
        rule_book(), date(2026, 6, 30), "vien_chuc", decided(vien_chuc_rule_2026="nd335-2025")
    )
    basis = Basis(Authority.LOCAL, DECISION, "", "vien_chuc_rule_2026", "nd335-2025")
    assert (rules.id, rules.chosen_by) == ("nd335-2025", (basis,))


def test_an_office_may_score_only_some_under_its_local_rule() -> None:
    only = decided(local_rule_for="vien_chuc, cong_chuc")
    day = date(2024, 5, 31)
    rules = rules_for(rule_book(), day, "cong_chuc", only)
    assert rules.id == "qd1240"
    assert rules.chosen_by == (
        Basis(Authority.LOCAL, DECISION, "", "local_rule_for", "cong_chuc, vien_chuc"),
    )
    assert rules.choice("local_rule_for").taken_means == "công chức; viên chức"
    with pytest.raises(NotCovered, match="Không chấm điểm cán bộ theo lựa chọn local_rule_for"):
        rules_for(rule_book(), day, "can_bo", only)


def test_the_party_rule_governs_cadres_when_the_office_decides_so() -> None:
    rules = rules_for(rule_book(), MARCH, "can_bo", decided(can_bo_rule="qd366-2025"))
    assert (rules.id, rules.method, rules.forced) == ("qd366-2025", "converted_products", ())
    assert rules.value("deduction_per_failure").basis.document == DECREE
    assert [(g.at_least, g.basis.document, g.basis.read_as) for g in rules.grades] == [
        (90, "QĐ 366-QĐ/TW", "Q"),
        (70, "QĐ 366-QĐ/TW", "T"),
        (50, "QĐ 366-QĐ/TW", "T"),
        (0, "QĐ 366-QĐ/TW", "S"),
    ]


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
    left = RuleBook(tuple(d for d in rule_book().documents if d.id != "qd366-2025"))
    with pytest.raises(NoRuleInForce, match="can_bo_rule = qd366-2025, nhưng chưa có") as caught:
        rules_for(left, MARCH, "can_bo", decided(can_bo_rule="qd366-2025"))
    assert not isinstance(caught.value, NotCovered)


def test_a_kind_nobody_knows_has_no_rule() -> None:
    with pytest.raises(NoRuleInForce, match=r"áp dụng cho bo_doi ngày 31/03/2026\.$"):
        rules_for(rule_book(), MARCH, "bo_doi", {})


def test_two_rule_sets_at_once_are_both_named() -> None:
    decree = DOCUMENT
    book = RuleBook((decree, replace(decree, id="nd999-2027")))
    with pytest.raises(NoRuleInForce, match="nd335-2025 và nd999-2027 cùng áp dụng cho công chức"):
        rules_for(book, MARCH, "cong_chuc", {})


def test_a_gap_is_named_from_both_sides() -> None:
    decree = DOCUMENT
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
    book = RuleBook((later, ended))
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
    (each.id, term.id, option)
    for each in rule_book().documents
    for term in each.choices
    for option in term.options
]


@pytest.mark.parametrize(("rule_set", "choice", "option"), CHOICES)
def test_every_option_can_be_decided(rule_set: str, choice: str, option: str) -> None:
    decisions = decided(**{choice: option})
    assert check_decisions(rule_book(), decisions) == ()
    taken = rules_by_id(rule_book(), rule_set, MARCH, "cong_chuc", decisions).choice(choice)
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


DAY_OF = dict.fromkeys(("cap_share", "display_decimals", "catalogue_divisor"), MARCH)
DAY_OF |= dict.fromkeys(("local_2024_split", "local_2024_bands"), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("choice", "written", "taken"),
    [
        ("cap_share", "0.2", "0.20"),
        ("display_decimals", "0", "0"),
        ("catalogue_divisor", "25", "25"),
        ("local_2024_split", "20 + 80", "20/80"),
        ("local_2024_split", "30/60", "30/60"),
        ("local_2024_bands", "85 / 65,5 / 50", "85/65.5/50"),
    ],
)
def test_a_number_may_be_written_in_its_own_way(choice: str, written: str, taken: str) -> None:
    rules = rules_for(rule_book(), DAY_OF[choice], "cong_chuc", decided(**{choice: written}))
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
