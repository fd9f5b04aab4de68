"""A rule set that extends another: what it says anew, what it keeps, whom it takes over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cadre_cli.domain.office import Decided
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.load import book_for, rule_book, rules_by_id, rules_for
from cadre_cli.rules.schema import Grade, RuleSetError, Valued

OWN = """\
id = "quy-dinh-xa"
extends = "qd1240"
title = "Quy định của xã"
document = "QĐ 05/QĐ-UBND"
since = 2024-01-01
until = 2025-07-01

[values.common_max]
dated = [{ value = 20, passage = "Điều 3" }]

[grades.HTXS]
dated = [{ at_least = 85, name = "Loại A", passage = "Điều 5" }]

[choices.visit_weekday]
meaning = "Ngày đi thôn"
default = "Tuesday"
authority = "local"
silent_at = "Điều 7"
[choices.visit_weekday.options]
Thursday = "thứ năm"
Monday = "thứ hai"
Tuesday = "thứ ba"
Wednesday = "thứ tư"
Friday = "thứ sáu"
Saturday = "thứ bảy"
Sunday = "chủ nhật"
"""
MAY = date(2024, 5, 31)


def local(passage: str) -> Basis:
    return Basis(Authority.LOCAL, "QĐ 05/QĐ-UBND", passage)


def test_what_it_says_replaces_and_the_rest_stays() -> None:
    rules = rules_for(book_for(OWN), MAY, "cong_chuc", {})
    before = rules_for(rule_book(), MAY, "cong_chuc", {})
    assert (rules.id, rules.title, rules.document) == (
        *("quy-dinh-xa", "Quy định của xã"),
        "QĐ 05/QĐ-UBND",
    )
    assert rules.value("common_max") == Valued(
        *("common_max", Decimal(20), local("Điều 3")),
        before.value("common_max").meaning,
    )
    assert rules.value("result_full") == before.value("result_full")
    assert rules.grades == (
        Grade("HTXS", "Loại A", Decimal(85), local("Điều 5")),
        *before.grades[1:],
    )
    assert rules.choice("visit_weekday").taken == "Tuesday"
    assert rules.choice("local_rule_for") == before.choice("local_rule_for")
    assert (rules.method, rules.or_method) == ("points_per_task", "criteria_table")
    assert (rules.passages, rules.not_found) == (before.passages, before.not_found)


@pytest.mark.parametrize("kind", ["can_bo", "cong_chuc", "vien_chuc", "hop_dong"])
@pytest.mark.parametrize(
    ("day", "rule_set"),
    [
        (date(2023, 12, 31), "qd1240"),
        (date(2024, 1, 1), "quy-dinh-xa"),
        (date(2025, 6, 30), "quy-dinh-xa"),
        (date(2025, 7, 1), "qd1240"),
    ],
)
def test_it_takes_over_on_its_own_days_alone(kind: str, day: date, rule_set: str) -> None:
    assert rules_for(book_for(OWN), day, kind, {}).id == rule_set


def test_the_year_stays_with_the_decree() -> None:
    assert rules_for(book_for(OWN), MAY, "cong_chuc", {}, PeriodUnit.YEAR).id == "nd90-2020"


def test_whom_it_takes_over_is_still_for_the_office_to_decide() -> None:
    only = {"local_rule_for": Decided("cong_chuc", "QĐ 06/QĐ-UBND")}
    assert rules_for(book_for(OWN), MAY, "cong_chuc", only).chosen_by == (
        Basis(Authority.LOCAL, "QĐ 06/QĐ-UBND", "", "local_rule_for", "cong_chuc"),
    )


def test_it_may_stand_beside_the_one_it_extends() -> None:
    beside = OWN.replace(
        "[values.common_max]",
        '[[governs]]\nkind = "to_chuc"\npassage = "Điều 1"\n\n[values.common_max]',
    )
    book = book_for(beside)
    assert rules_for(book, MAY, "to_chuc", {}).id == "quy-dinh-xa"
    assert rules_for(book, MAY, "cong_chuc", {}).id == "qd1240"


def test_one_that_replaces_a_decree_from_a_day_on() -> None:
    own = OWN.replace('"qd1240"', '"nd335-2025"').replace("2024-01-01", "2026-06-01")
    own = own.replace("until = 2025-07-01\n", "")[
        : own.index("[choices") - len("until = 2025-07-01\n")
    ]
    book = book_for(own)
    assert rules_for(book, date(2026, 5, 31), "cong_chuc", {}).id == "nd335-2025"
    rules = rules_for(book, date(2026, 6, 1), "cong_chuc", {})
    assert (rules.id, rules.value("common_max").value) == ("quy-dinh-xa", 20)
    assert rules.value("deduction_per_failure").basis.document == "NĐ 335/2025/NĐ-CP"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('extends = "qd1240"', 'extends = "qd124"', "extends: không có bộ quy tắc “qd124”"),
        ('extends = "qd1240"\n', "", "extends: thiếu mục “extends”. Được dùng: ltdkt-2022, nd233-2026"),
        ('id = "quy-dinh-xa"', 'id = "nd335-2025"', "id: mã nd335-2025 có hai lần"),
        ("[values.common_max]", "[value.common_max]", "value: mục lạ “value”. Có phải là “values”"),
        ("[values.common_max]", "[values.bonus_max]", "values.bonus_max.meaning: thiếu mục"),
        ('value = 20, passage = "Điều 3"', "value = 20", "values.common_max.dated[0].passage: thiếu"),
        ("[grades.HTXS]", "[grades.A]", "grades.A: mức “A” không có. Được dùng: HTXS, HTT, HT, KHT"),
        ("at_least = 85", "at_least = 60", "grades: các mức phải xếp từ cao xuống thấp"),
        ("since = 2024-01-01", "since = 1999-01-01", "since: sớm hơn ngày của qd1240, 2000-01-01"),
        ("until = 2025-07-01", "until = 2024-01-01", "until: until phải sau since"),
        ("visit_weekday", "local_rule_for", "phải ghi ở mục [decisions] của cadre.toml"),
        ('Monday = "thứ hai"\n', "", "choices.visit_weekday: lựa chọn visit_weekday có các phương án"),
    ],
)  # fmt: skip
def test_a_wrong_one_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    assert old in OWN
    text = OWN.replace(old, new)
    with pytest.raises(RuleSetError) as caught:
        book_for(text, "quy-dinh.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("quy-dinh.toml")


def test_it_can_be_asked_for_by_its_id() -> None:
    asked = rules_by_id(book_for(OWN), "quy-dinh-xa", date(2026, 3, 31), "cong_chuc", {})
    assert asked.chosen_by == (
        Basis(Authority.ASSUMED, "QĐ 05/QĐ-UBND", "", "rules", "quy-dinh-xa"),
    )
