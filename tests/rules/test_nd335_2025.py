"""What NĐ 335/2025 says, read back from the rule book."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import RuleSet, Valued

MARCH = date(2026, 3, 31)
DECREE = "NĐ 335/2025/NĐ-CP"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return rules_for(rule_book(), MARCH, "cong_chuc", {})


def test_the_decree_governs_civil_servants_by_its_own_text(rules: RuleSet) -> None:
    assert (rules.id, rules.document, rules.method) == (
        "nd335-2025",
        DECREE,
        "converted_products",
    )
    assert (rules.since, rules.until, rules.on, rules.kind) == (
        date(2026, 1, 1),
        None,
        MARCH,
        "cong_chuc",
    )
    assert rules.chosen_by == ()


@pytest.mark.parametrize(
    ("name", "value", "passage"),
    [
        ("scale", "100", "Điều 12 khoản 2 và khoản 3"),
        ("common_max", "30", "Điều 12 khoản 2"),
        ("result_full", "70", "Điều 12 khoản 3"),
        ("deduction_per_failure", "0.25", "Điều 14 khoản 2 điểm b"),
        ("deduction_per_lateness", "0.25", "Điều 14 khoản 2 điểm c"),
        ("parts_staff", "3", "Điều 16 khoản 1"),
        ("parts_leader", "6", "Điều 16 khoản 2"),
        ("leader_part_full", "1", "Điều 15 khoản 3"),
        ("leader_part_reduced", "0.5", "Điều 15 khoản 3"),
        ("led_least_total", "50", "Điều 15 khoản 3 điểm a"),
        ("cap_share", "0.20", "Điều 20 khoản 5"),
        ("cap_share_outstanding", "0.25", "Điều 20 khoản 5"),
        ("months_for_rating", "6", "Điều 11 khoản 1"),
        ("petition_days", "7", "Điều 22"),
    ],
)
def test_numbers_are_exact_and_cite_their_passage(
    rules: RuleSet, name: str, value: str, passage: str
) -> None:
    number = rules.value(name)
    basis = Basis(Authority.LAW, DECREE, passage)
    assert number == Valued(name, Decimal(value), basis, number.meaning)
    assert number.meaning


@pytest.mark.parametrize(
    ("total", "code"),
    [
        (Fraction(0), "KHT"),
        (Fraction(49_999, 1000), "KHT"),
        (Fraction(50), "HT"),
        (Fraction(70) - Fraction(1, 10**12), "HT"),
        (Fraction(70), "HTT"),
        (Fraction(90) - Fraction(1, 10**12), "HTT"),
        (Fraction(90), "HTXS"),
        (Fraction(100), "HTXS"),
    ],
)
def test_bands_compare_the_unrounded_total(rules: RuleSet, total: Fraction, code: str) -> None:
    assert rules.grade_for(total).code == code


def test_classes_bear_their_official_names_from_high_to_low(rules: RuleSet) -> None:
    assert [(grade.code, grade.name, grade.basis.passage) for grade in rules.grades] == [
        ("HTXS", "Hoàn thành xuất sắc nhiệm vụ", "Điều 20 khoản 1"),
        ("HTT", "Hoàn thành tốt nhiệm vụ", "Điều 20 khoản 2"),
        ("HT", "Hoàn thành nhiệm vụ", "Điều 20 khoản 3"),
        ("KHT", "Không hoàn thành nhiệm vụ", "Điều 20 khoản 4 điểm a"),
    ]


def test_the_common_criteria_are_those_of_form_01(rules: RuleSet) -> None:
    half = Decimal("2.5")
    assert [(row.code, row.maximum) for row in rules.criteria] == [
        ("I", 10),
        ("I.1", 5),
        ("I.2", 5),
        ("II", 10),
        ("II.1", half),
        ("II.2", half),
        ("II.3", half),
        ("II.4", half),
        ("III", 10),
        ("III.1", half),
        ("III.2", half),
        ("III.3", half),
        ("III.4", half),
    ]
    assert (
        sum(row.maximum for row in rules.criteria if row.group) == rules.value("common_max").value
    )


def test_forced_cases_are_keyed_by_what_the_records_know(rules: RuleSet) -> None:
    assert [
        (EventKind(case.event), case.grade, case.basis.passage, case.leaders_only)
        for case in rules.forced
    ] == [
        (EventKind.DEGRADATION, "KHT", "Điều 20 khoản 4 điểm b", False),
        (EventKind.DISCIPLINE, "KHT", "Điều 20 khoản 4 điểm c; Điều 11 khoản 3", False),
        (EventKind.UNIT_CORRUPTION, "KHT", "Điều 20 khoản 4 điểm d", True),
    ]


@pytest.mark.parametrize(
    ("name", "passage"),
    [
        ("conversion", "Điều 3 khoản 6; Điều 13 khoản 1 điểm c; Điều 14 khoản 1"),
        ("part_a", "Điều 14 khoản 2 điểm a"),
        ("part_b", "Điều 14 khoản 2 điểm b"),
        ("part_c", "Điều 14 khoản 2 điểm c"),
        ("objective_cause", "Điều 14 khoản 2 điểm b và điểm c"),
        ("handed_over", "Điều 18 khoản 1 điểm d"),
        ("taken_over", "Điều 18 khoản 1 điểm d"),
        ("unplanned", "Điều 18 khoản 1 điểm d"),
        ("common", "Điều 12 khoản 2"),
        ("total", "Điều 17 khoản 1"),
        ("mean", "Điều 17 khoản 3"),
        ("result_staff", "Điều 16 khoản 1"),
        ("result_leader", "Điều 16 khoản 2"),
        ("leader_d", "Điều 15 khoản 3 điểm a"),
        ("leader_dd", "Điều 15 khoản 3 điểm b"),
        ("leader_e", "Điều 15 khoản 3 điểm c"),
        ("leave", "Điều 11 khoản 2; Điều 19 khoản 3"),
        ("not_classified_short", "Điều 11 khoản 1"),
        ("forced", "Điều 20 khoản 4"),
        ("cap", "Điều 20 khoản 5"),
        ("head_not_above_body", "Điều 20 khoản 6"),
    ],
)
def test_passages_that_are_no_numbers_have_names(rules: RuleSet, name: str, passage: str) -> None:
    assert rules.passage(name) == Basis(Authority.LAW, DECREE, passage)
    assert rules.meanings[name]


DEFAULTS = {
    "change_within_period": ("last_day", Authority.ASSUMED),
    "cap_base": ("tot", Authority.LAW),
    "cap_share": ("0.20", Authority.LAW),
    "cap_group": ("kind_and_post", Authority.ASSUMED),
    "deduction_on": ("unit", Authority.ASSUMED),
    "part_ceiling": ("result", Authority.LAW),
    "zero_assigned": ("not_rated", Authority.ASSUMED),
    "lateness_from_dates": ("one", Authority.ASSUMED),
    "quality_mark_failed": ("one_failure", Authority.ASSUMED),
    "unfinished_at_period_end": ("not_done", Authority.LAW),
    "leader_d": ("computed", Authority.LAW),
    "display_decimals": ("2", Authority.ASSUMED),
    "month_without_score": ("skip", Authority.ASSUMED),
    "month_not_classified": ("counts", Authority.ASSUMED),
    "year_of_quarters": ("mean", Authority.ASSUMED),
    "catalogue_divisor": ("5", Authority.LOCAL),
    "process_rules": ("error", Authority.ASSUMED),
    "hop_dong_rule": ("nd335-2025", Authority.ASSUMED),
    "can_bo_rule": ("nd335-2025", Authority.ASSUMED),
}


def test_every_open_point_has_its_default_and_who_stands_behind_it(rules: RuleSet) -> None:
    taken = {name: (choice.taken, choice.basis.authority) for name, choice in rules.choices.items()}
    assert taken == DEFAULTS


def test_a_choice_says_what_it_is_about_and_what_was_taken(rules: RuleSet) -> None:
    choice = rules.choice("deduction_on")
    assert choice.options == ("unit", "line")
    assert choice.basis == Basis(
        Authority.ASSUMED, DECREE, "Điều 14 khoản 2 điểm b và điểm c", "deduction_on", "unit"
    )
    assert choice.meaning.startswith("Một lần chưa đạt")
    assert choice.taken_means.startswith("trừ 25 % của một sản phẩm")
