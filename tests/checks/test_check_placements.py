"""Tables and roster that say different things of one person (D20)."""

from dataclasses import replace

from tests.checks.finding import found
from tests.factories import cell, mention, officer, submission

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.officers import Change, Kind, Placement, Post, StatedPlacement

AN = "Nguyễn Văn An"


def states(position: str, post: Post, kind: Kind | None = None, line: int = 5) -> StatedPlacement:
    at = cell(3, line, "Điểm chung"), cell(4, line, "Điểm chung")
    return StatedPlacement(mention(AN), Placement(position, post, None, kind), *at)


CHIEF = states("Phó Trưởng phòng", Post.DEPUTY_OF_UNIT, Kind.VIEN_CHUC)


def test_the_roster_holds_and_the_other_cell_is_named() -> None:
    listed = officer(AN, position="Chuyên viên")
    post, kind = found(submission(officers=(listed,), placements=(CHIEF, CHIEF)), "D20")
    assert (post.at, post.severity) == (cell(3, 5, "Điểm chung"), Severity.WARNING)
    assert post.said().startswith("Nguyễn Văn An: chức vụ ghi ở đây là “Phó Trưởng phòng”, ở ")
    assert "là “Chuyên viên”; tính theo ô sau" in post.said()
    assert kind.at == cell(4, 5, "Điểm chung")
    assert "“viên chức”" in kind.said()


def test_two_tables_without_a_roster_are_an_error_at_the_second() -> None:
    met = officer(AN, from_roster=False, kind_stated=False)
    other = states("Chuyên viên", Post.NONE, line=9)
    (post,) = found(submission(officers=(met,), placements=(CHIEF, other)), "D20")
    assert (post.at, post.severity) == (cell(3, 9, "Điểm chung"), Severity.ERROR)
    assert "chưa tính điểm" in post.said()


def test_a_post_that_changed_within_the_period_may_stand_in_both_ways() -> None:
    listed = officer(AN, position="Chuyên viên", kind=Kind.VIEN_CHUC)
    sheet = submission(officers=(listed,), placements=(CHIEF,))
    change = Change(sheet.period.last_day, "Bổ nhiệm", cell(), within=True)
    assert len(found(sheet, "D20")) == 1
    changed = replace(sheet, officers=(replace(listed, changes=(change,)),))
    assert found(changed, "D20") == ()
