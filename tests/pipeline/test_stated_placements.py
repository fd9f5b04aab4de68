"""Posts and kinds that only the tables of people state."""

from dataclasses import replace

import pytest
from tests.factories import cell, mention, officer

from cadre_cli.domain.officers import Kind, Officer, Placement, Post, StatedPlacement
from cadre_cli.pipeline.stated_placements import with_stated
from cadre_cli.sheets.positions import post_of

AN = "Nguyễn Văn An"


def states(
    position: str | None, kind: Kind | None = None, unit: str | None = None
) -> StatedPlacement:
    post = None if position is None else post_of(position)
    who = replace(mention(AN), officers=(), unit=unit)
    return StatedPlacement(who, Placement(position, post, unit, kind), cell(3, 5), cell(4, 5))


def met(**changes: object) -> Officer:
    return officer(AN, **({"from_roster": False, "kind_stated": False, "unit": None} | changes))


def filled(who: Officer, *stated: StatedPlacement) -> Officer:
    (found,) = with_stated((who,), stated)
    return found


def test_somebody_on_no_roster_is_what_the_table_says() -> None:
    found = filled(met(), states("Chủ tịch", unit="Lãnh đạo"), states(None, Kind.CAN_BO))
    assert (found.position, found.post) == ("Chủ tịch", Post.HEAD_OF_OFFICE)
    assert (found.kind, found.kind_stated, found.unit) == (Kind.CAN_BO, True, "Lãnh đạo")
    assert found.rated_above


def test_without_a_stated_kind_the_post_implies_it() -> None:
    assert filled(met(), states("Phó Chủ tịch")).kind is Kind.CAN_BO


@pytest.mark.parametrize(
    "roster",
    [
        {"position": "Chuyên viên"},
        {"post": Post.DEPUTY_OF_UNIT},
        {"post_stated": True},
    ],
    ids=["position", "leads", "said not to lead"],
)
def test_what_the_roster_says_holds(roster: dict[str, object]) -> None:
    listed = officer(AN, kind_stated=True, **roster)
    assert filled(listed, states("Chủ tịch", Kind.VIEN_CHUC)) == listed


def test_a_roster_without_posts_is_filled_from_the_tables() -> None:
    found = filled(officer(AN), states("Trưởng phòng"))
    assert (found.post, found.unit) == (Post.HEAD_OF_UNIT, "Phòng Văn hóa - Xã hội")


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (
            states("Chủ tịch"),
            states("Chuyên viên"),
            "chức vụ ghi khác nhau: Chủ tịch / Chuyên viên",
        ),
        (
            states(None, Kind.CONG_CHUC),
            states(None, Kind.VIEN_CHUC),
            "đối tượng ghi khác nhau: công chức / viên chức",
        ),
    ],
)
def test_tables_that_contradict_each_other_leave_it_open(
    one: StatedPlacement, other: StatedPlacement, says: str
) -> None:
    found = filled(met(), one, other)
    assert found.post is Post.NONE
    assert found.doubt is not None
    assert found.doubt.what.vi == says


def test_two_ways_of_writing_one_post_are_no_contradiction() -> None:
    found = filled(met(), states("PCT UBND"), states("Phó Chủ tịch UBND xã"))
    assert (found.doubt, found.position) == (None, "PCT UBND")
