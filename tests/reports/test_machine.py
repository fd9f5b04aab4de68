from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import mention, row
from tests.reports import offices

from cadre_cli.domain.results import Outcome
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.reports.machine import check_json, decimal_text, dumps, score_json


def people(outcome: Outcome) -> dict[str, dict[str, object]]:
    answer = json.loads(dumps(score_json([outcome])))
    return {person["name"]: person for person in answer["outcomes"][0]["people"]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(27), "27"),
        (Decimal("70.50"), "70.5"),
        (Fraction(100), "100"),
        (Fraction(18, 28), "0.6428571429"),
        (Fraction("0.00000000005"), "0"),
        (Fraction("0.00000000015"), "0.0000000002"),
        (Fraction("0.00000000025"), "0.0000000002"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction("69.99999999999"), "70"),
    ],
)
def test_scores_are_decimal_strings_rounded_half_even(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


def test_a_person_as_the_contract_shows_one() -> None:
    outcome = offices.outcome()
    stated = Stated(mention("Phạm Thị Cúc"), row(), total=Decimal(71), grade="HTT")
    results = tuple(
        replace(each, stated=stated) if each.officer.name == "Phạm Thị Cúc" else each
        for each in outcome.results
    )
    found = people(replace(outcome, results=results))["Phạm Thị Cúc"]
    assert list(found.items()) == [
        ("name", "Phạm Thị Cúc"),
        ("code", None),
        ("unit", "Văn phòng HĐND và UBND"),
        ("position", "Công chức Văn phòng - Thống kê"),
        ("kind", "cong_chuc"),
        ("leader", False),
        ("rule_set", "nd335-2025"),
        ("common", "27"),
        ("parts", {"a": "0.6428571429", "b": "0.6339285714", "c": "0.6071428571"}),
        ("result", "0.6279761905"),
        ("total", "70.9583333333"),
        ("grade", "HTT"),
        ("not_rated", None),
        ("stated_total", "71"),
        ("stated_grade", "HTT"),
        ("missing", []),
        ("reasons", ["70,9583… điểm: từ 70 đến dưới 90 điểm"]),
    ]


def test_a_leader_also_has_d_dd_and_e() -> None:
    assert people(offices.outcome())["Nguyễn Văn An"]["parts"] == {
        "a": "0.9166666667",
        "b": "0.9166666667",
        "c": "0.9166666667",
        "d": "1",
        "dd": "0.5",
        "e": "1",
    }


def test_an_incomplete_person_says_what_is_missing_and_has_no_number() -> None:
    found = people(offices.outcome())["Lương Thị Khánh"]
    keys = ("parts", "result", "total", "grade", "not_rated", "missing")
    assert [found[key] for key in keys] == [
        {"a": None, "b": None, "c": None},
        None,
        None,
        None,
        "incomplete",
        ["Hệ số quy đổi của “14. Chi trả trợ cấp tháng 3” chưa ghi"],
    ]


def test_a_stated_total_that_cannot_be_read_is_null() -> None:
    outcome = offices.outcome()
    stated = Stated(mention("Lê Quang Vinh"), row(), total=UNKNOWN)
    changed = (replace(outcome.results[0], stated=stated), *outcome.results[1:])
    found = people(replace(outcome, results=changed))["Lê Quang Vinh"]
    assert (found["stated_total"], found["stated_grade"]) == (None, None)


def test_check_has_findings_and_no_people() -> None:
    outcome = offices.outcome()
    assert check_json([outcome], "en") == {
        "schema": "cadre.check/1",
        "outcomes": [
            {
                "office": "UBND xã Hóa Quỳ",
                "period": "2026-03",
                "sources": [{"file": "thang-03.xlsx", "sha256": "3f" * 32}],
                "findings": [
                    {
                        "code": "G02",
                        "severity": "error",
                        "file": "thang-03.xlsx",
                        "sheet": "Giao việc",
                        "cell": "E12",
                        "message": "Task “Tổng hợp báo cáo cải cách hành chính quý I” has 2 owners: "
                        "Đỗ Minh Đức, Vũ Văn Giang.",
                        "fix": "Keep one owner; put the others into the column for collaborators.",
                        "law": "Quyết định 1240: một việc, một đầu mối",
                    },
                    {
                        "code": "B02",
                        "severity": "note",
                        "file": "thang-03.xlsx",
                        "sheet": "Hướng dẫn",
                        "cell": None,
                        "message": "This sheet was left out.",
                        "fix": "Nothing to do.",
                        "law": None,
                    },
                ],
                "not_run": [{"check": "G11", "why": "there is no catalogue of products"}],
            }
        ],
    }


def test_findings_come_in_the_order_of_the_sheets_whatever_the_order_found() -> None:
    outcome = offices.outcome()
    other = replace(outcome, findings=outcome.findings[::-1])
    assert dumps(score_json([other])) == dumps(score_json([outcome]))


def test_what_belongs_to_no_period_has_none() -> None:
    outcome = replace(offices.outcome(), period=None, results=())
    answer = json.loads(dumps(check_json([outcome])))
    assert answer["outcomes"][0]["period"] is None


def test_json_keeps_vietnamese_letters_and_ends_with_a_newline() -> None:
    text = dumps(score_json([offices.outcome()]))
    assert "Phạm Thị Cúc" in text
    assert text.endswith("}\n")
