"""X03 and the table of organisations: the head does not stand above it (NĐ 335 Đ20.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.checks.finding import not_run
from tests.factories import common, leader_parts, officer, row, rule_set, submission, task

from cadre_cli.checks import run_organisations
from cadre_cli.checks.organisation import HeadAboveOrganisation
from cadre_cli.checks.organisation_table import (
    OrganisationNotClassified,
    OtherOrganisationGrade,
    OtherOrganisationTotal,
    UnitNotOnRoster,
)
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.officers import Post
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.records import Submission
from cadre_cli.domain.stated import OrganisationRecord
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.office import assess
from cadre_cli.scoring.organisations import assess_organisations
from cadre_cli.sheets.findings_values import OutOfRange

RECORDED = Text("mức đã ghi trong bảng", "as recorded")
HEAD = "Trần Thị Bình"
UNIT = "Phòng Văn hóa - Xã hội"
FIELDS = ("organisation", "common", "result", "total", "grade")
YEAR = rules_for(rule_book(), date(2026, 12, 31), "to_chuc", {}, PeriodUnit.YEAR)
ALL_GOOD = {"tasks_on_time_good": Decimal(1), "tasks_done": Decimal(1), "tasks_late": Decimal(0)}


def organisation(unit: str | None, grade: str | None = None, **facts: object) -> OrganisationRecord:
    at = row(3, "Kết quả cơ quan", FIELDS)
    record = OrganisationRecord(at, unit or "UBND xã Hóa Quỳ", unit, grade=grade)
    return replace(record, **facts)  # type: ignore[arg-type]  # keyword overrides of any field


def rules_of(kind: str) -> RuleSet:
    return YEAR if kind == "to_chuc" else rule_set()


def office(post: Post, unit: str | None, grade: str | None, **facts: object) -> Submission:
    """A head with 28 + 70 points, by the decree HTXS, and the class of an organisation."""
    return submission(
        officers=(officer(HEAD, post=post),),
        tasks=(task(HEAD),),
        common=(common(who=HEAD),),
        leader_parts=(leader_parts(d=1, who=HEAD),),
        organisations=(organisation(unit, grade, **facts),),
    )


def told(sheet: Submission, *codes: str) -> tuple[Finding, ...]:
    results = assess(sheet, rules_of)
    findings, _ = run_organisations(sheet, results, rules_of, assess_organisations(sheet, rules_of))
    return tuple(each for each in findings if each.code in codes)


@pytest.mark.parametrize(
    ("post", "unit", "name"),
    [
        (Post.HEAD_OF_UNIT, "PHÒNG VĂN HOÁ - XÃ HỘI", verbatim(UNIT)),
        (Post.HEAD_OF_OFFICE, None, Text("cơ quan", "the office")),
    ],
)
def test_a_head_above_the_own_organisation_is_named(
    post: Post, unit: str | None, name: Text
) -> None:
    sheet = office(post, unit, "HTT")
    assert told(sheet, "X03") == (
        HeadAboveOrganisation(
            at=sheet.officers[0].at.cell("name"),
            officer=HEAD,
            organisation=name,
            grade="HTXS",
            held="HTT",
            whence=RECORDED,
        ),
    )


@pytest.mark.parametrize(
    ("post", "unit", "grade"),
    [
        (Post.HEAD_OF_UNIT, UNIT, "HTXS"),
        (Post.HEAD_OF_UNIT, "Phòng Kinh tế", "KHT"),
        (Post.DEPUTY_OF_UNIT, UNIT, "KHT"),
        (Post.HEAD_OF_UNIT, None, "KHT"),
    ],
)
def test_nobody_else_is_held_to_it(post: Post, unit: str | None, grade: str) -> None:
    assert told(office(post, unit, grade), "X03") == ()


def test_without_a_class_on_record_it_says_that_it_did_not_run() -> None:
    assert not_run(submission(), after=True)["X03"].startswith("không có bảng kết quả của cơ quan")


def test_where_no_class_is_recorded_the_computed_one_counts_and_is_named_so() -> None:
    """20 + 45 = 65 points: Hoàn thành (Đ8.3), which the head's HTXS stands above."""
    sheet = office(Post.HEAD_OF_UNIT, UNIT, None, common=Decimal(20), result=Decimal(45))
    [finding] = told(sheet, "X03")
    assert isinstance(finding, HeadAboveOrganisation)
    assert (finding.held, finding.whence.vi) == ("HT", "mức tính từ bảng, chưa công nhận")


def test_nothing_is_compared_with_an_organisation_whose_points_are_missing() -> None:
    sheet = office(Post.HEAD_OF_UNIT, UNIT, None, common=Decimal(20))
    assert told(sheet, "X03") == ()
    assert told(sheet, "X04") == (
        OrganisationNotClassified(
            at=sheet.organisations[0].at.cell("organisation"),
            organisation=UNIT,
            why=NO_POINTS,
        ),
    )


NO_POINTS = Text("chưa có điểm của cơ quan", "the organisation has no points")


def test_a_total_that_is_no_sum_is_named() -> None:
    sheet = office(
        *(Post.HEAD_OF_UNIT, UNIT, None),
        common=Decimal(27),
        result=Decimal(60),
        total=Decimal(90),
    )
    assert told(sheet, "C11") == (
        OtherOrganisationTotal(
            at=sheet.organisations[0].at.cell("total"),
            organisation=UNIT,
            stated=Decimal(90),
            total=Decimal(87),
        ),
    )


def test_a_class_above_its_conditions_is_named_with_the_condition() -> None:
    """92 points, but 20 % of the tasks beyond what was required where Đ8.1 asks 30 %."""
    measures = ALL_GOOD | {"tasks_beyond": Decimal("0.2"), "shortcomings_remedied": Decimal(1)}
    sheet = office(
        *(Post.HEAD_OF_UNIT, UNIT, "HTXS"),
        common=Decimal(27),
        result=Decimal(65),
        measures=measures,
    )
    [finding] = told(sheet, "C12")
    assert isinstance(finding, OtherOrganisationGrade)
    assert (finding.stated, finding.grade) == ("HTXS", "HTT")
    assert "ít nhất 30 % nhiệm vụ hoàn thành vượt mức" in finding.why.vi


def test_points_above_the_group_are_out_of_range() -> None:
    sheet = office(Post.HEAD_OF_UNIT, UNIT, None, common=Decimal(31), result=Decimal(60))
    assert told(sheet, "D04") == (
        OutOfRange(
            at=sheet.organisations[0].at.cell("common"),
            heading="Tiêu chí chung",
            value=Decimal(31),
            allowed=Text("từ 0 đến 30", "0 to 30"),
        ),
    )


def test_a_unit_that_the_roster_does_not_have_is_named_with_the_nearest() -> None:
    sheet = office(Post.HEAD_OF_UNIT, "Phòng Văn hóa Xã hội khác", "HTT")
    [finding] = told(sheet, "D14")
    assert isinstance(finding, UnitNotOnRoster)
    assert finding.offered.vi == f" Gần giống: “{UNIT}”."


def test_the_office_counts_its_failed_units_where_the_table_does_not_say() -> None:
    """One unit at Không hoàn thành takes Xuất sắc from the office (Đ8.1)."""
    measures = ALL_GOOD | {"tasks_beyond": Decimal("0.5"), "shortcomings_remedied": Decimal(1)}
    whole = organisation(None, common=Decimal(28), result=Decimal(66), measures=measures)
    for grade, expected in (("KHT", "HTT"), ("HT", "HTXS")):
        sheet = submission(organisations=(whole, organisation(UNIT, grade)))
        assert assess_organisations(sheet, rules_of)[0].grade == expected


def test_the_total_of_an_organisation_is_a_trace_down_to_its_cells() -> None:
    sheet = submission(
        organisations=(organisation(UNIT, common=Decimal(27), result=Decimal("60.5")),)
    )
    [result] = assess_organisations(sheet, rules_of)
    assert result.root is not None
    assert [(step.value, step.at) for step in result.root.walk()] == [
        (Decimal("87.5"), None),
        (27, sheet.organisations[0].at.cell("common")),
        (Decimal("60.5"), sheet.organisations[0].at.cell("result")),
    ]


def test_more_units_at_the_top_than_the_cap_allows_are_named_and_nobody_is_chosen() -> None:
    """Three units at Hoàn thành tốt or better: x ≤ 0,2 × (3 − x) allows none (Đ8.5)."""
    units = ("Phòng A", "Phòng B", "Phòng C")
    grades = ("HTXS", "HTXS", "HTT")
    sheet = submission(
        organisations=tuple(organisation(u, g) for u, g in zip(units, grades, strict=True))
    )
    [finding] = told(sheet, "X02")
    assert finding.said() == (
        "2 đơn vị ở mức Hoàn thành xuất sắc, tỷ lệ cho phép 0; cấp có thẩm quyền chọn: "
        "Phòng A, Phòng B."
    )
    assert [each.held for each in assess_organisations(sheet, rules_of)] == list(grades)


def test_within_the_cap_nothing_is_said() -> None:
    """Six at Hoàn thành tốt or better: x ≤ 0,2 × (6 − x) allows one."""
    units = [organisation(f"Phòng {n}", "HTXS" if n == 0 else "HTT") for n in range(6)]
    assert told(submission(organisations=tuple(units)), "X02") == ()
