"""X03: the head of an organisation does not stand above it (NĐ 335 Đ20.6)."""

from __future__ import annotations

import pytest
from tests.checks.finding import found, not_run
from tests.factories import cell, common, leader_parts, officer, submission, task

from cadre_cli.checks.organisation import HeadAboveOrganisation
from cadre_cli.domain.records import OrganisationClass, Post, Submission
from cadre_cli.domain.texts import Text, verbatim

HEAD = "Trần Thị Bình"
UNIT = "Phòng Văn hóa - Xã hội"


def office(post: Post, unit: str | None, grade: str) -> Submission:
    """A head with 28 + 70 points, by the decree HTXS, and the class of an organisation."""
    return submission(
        officers=(officer(HEAD, post=post),),
        tasks=(task(HEAD),),
        common=(common(who=HEAD),),
        leader_parts=(leader_parts(d=1, who=HEAD),),
        organisations=(OrganisationClass(cell(3), grade, unit),),
    )


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
    assert found(sheet, "X03", after=True) == (
        HeadAboveOrganisation(
            at=sheet.officers[0].at.cell("name"),
            officer=HEAD,
            organisation=name,
            grade="HTXS",
            held="HTT",
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
    assert found(office(post, unit, grade), "X03", after=True) == ()


def test_without_a_class_on_record_it_says_that_it_did_not_run() -> None:
    assert not_run(submission(), after=True)["X03"].startswith("không có mức xếp loại của cơ quan")
