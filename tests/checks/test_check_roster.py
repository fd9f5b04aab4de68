from dataclasses import replace

import pytest
from tests.checks.finding import at, found, not_run
from tests.factories import mention, officer, row, submission, task

from cadre_cli.checks.roster import NameFitsSeveral, NotOnRoster
from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.texts import Text

AN, TUAN, BINH = "Nguyễn Văn An", "Nguyễn Văn Tuấn", "Trần Thị Bình"
PEOPLE = (officer(AN), officer(TUAN), officer(BINH))


def test_a_stranger_is_named_once_at_the_first_cell_with_near_names() -> None:
    stranger = [mention(name="Nguyễn Văn Tuân", at=at("owner", line)) for line in (3, 2)]
    tasks = tuple(task(line=m.at.row or 0, owners=(m,)) for m in stranger)
    sheet = submission(officers=PEOPLE, tasks=tasks)
    (finding,) = found(sheet, "D06")
    assert isinstance(finding, NotOnRoster)
    assert (finding.at, finding.places) == (at("owner", 2), 2)
    assert finding.said().startswith(
        "“Nguyễn Văn Tuân” không có trong danh sách (ghi ở 2 ô). Có phải: Nguyễn Văn Tuấn"
    )


def test_a_stranger_unlike_anybody_is_offered_no_name() -> None:
    who = mention(name="Hoàng Thị Xuyến", at=at("assigner"))
    sheet = submission(officers=PEOPLE, tasks=(task(assigner=who),))
    expected = NotOnRoster(
        at=at("assigner"), name="Hoàng Thị Xuyến", places=1, offered=Text("", "")
    )
    assert found(sheet, "D06") == (expected,)


def test_somebody_met_in_a_score_table_alone_is_not_on_the_roster() -> None:
    met = officer("Hoàng Thị Xuyến", from_roster=False)
    sheet = submission(officers=(*PEOPLE, met), tasks=(task("Hoàng Thị Xuyến"),))
    assert [(each.code, each.at) for each in found(sheet, "D06")] == [("D06", at("owner"))]


def test_events_name_people_too() -> None:
    who = mention(name="Hoàng Thị Xuyến", at=at("note", 9))
    leave = Event(EventKind.LEAVE, who, who.at, "nghỉ ốm")
    sheet = submission(officers=PEOPLE, events=(leave,))
    assert [each.at for each in found(sheet, "D06")] == [who.at]


def _assigned_by(words: str, *people: Officer, name: str | None = None, **changes: object):
    who = replace(mention(name=name or words, at=at("assigner")), written=words)
    return submission(
        officers=(*PEOPLE, *people), tasks=(task(assigner=who, evaluator=who),), **changes
    )


@pytest.mark.parametrize(
    "words",
    ["Bí thư Đảng ủy", "HĐND xã", "UBND huyện", "Thường trực Đảng ủy", "Chủ tịch UBND tỉnh"],
)
def test_a_superior_outside_the_office_is_a_note_and_no_error(words: str) -> None:
    sheet = _assigned_by(words)
    assert found(sheet, "D06") == ()
    [told] = found(sheet, "D21")
    assert (told.at, told.severity, told.places) == (at("assigner"), Severity.NOTE, 1)


def test_who_assigns_evaluates_also_outside_the_office() -> None:
    by = mention(name="Bí thư Đảng ủy", at=at("assigner"))
    other = mention(name="HĐND xã", at=at("evaluator"))
    sheet = submission(officers=PEOPLE, tasks=(task(assigner=by, evaluator=other),))
    assert [each.code for each in found(sheet, "C01", "D06")] == ["C01"]


def test_the_post_beside_a_name_is_needed_once() -> None:
    named = replace(mention(name="Đỗ Văn Giáp", at=at("assigner")), written="Đỗ Văn Giáp (Bí thư)")
    bare = mention(name="Đỗ Văn Giáp", at=at("evaluator"))
    sheet = submission(officers=PEOPLE, tasks=(task(assigner=named, evaluator=bare),))
    assert found(sheet, "D06") == ()
    alone = submission(officers=PEOPLE, tasks=(task(assigner=bare, evaluator=bare),))
    assert [each.code for each in found(alone, "D06", "D21")] == ["D06"]


def test_posts_and_bodies_of_the_office_itself_are_asked_for_by_name() -> None:
    secretary = officer("Đỗ Văn Giáp", position="Bí thư Đảng ủy", at=row(9, "Danh sách"))
    assert [each.code for each in found(_assigned_by("Bí thư", secretary), "D06", "D21")] == ["D06"]
    assert [each.code for each in found(_assigned_by("Chủ tịch"), "D06", "D21")] == ["D06"]
    party = {"office": Office("Đảng ủy xã Hóa Quỳ")}
    assert [e.code for e in found(_assigned_by("Đảng ủy xã", **party), "D06", "D21")] == ["D06"]
    slip = _assigned_by("Nguyễn Văn Tuân (Bí thư Đảng ủy)", name="Nguyễn Văn Tuân")
    assert [each.code for each in found(slip, "D06", "D21")] == ["D06"]


def test_a_unit_may_lend_a_hand() -> None:
    helpers = (mention(name="Công an xã"), mention(name="Nguyễn Văn Tuân", at=at("note")))
    sheet = submission(officers=PEOPLE, tasks=(task(co_owners=helpers),))
    assert [each.at for each in found(sheet, "D06")] == [at("note")]


def test_a_name_that_fits_two_people() -> None:
    first = officer("Lê Thị Hoa", id="1", unit="Văn phòng")
    second = officer("Lê Thị Hoa", id="2", unit="Phòng Kinh tế", position="Kế toán")
    both = mention("1", "2", name="Lê Thị Hoa", at=at("owner"))
    people = (first, second, officer(BINH))
    sheet = submission(officers=people, tasks=(task(owners=(both,)),), common=())
    expected = NameFitsSeveral(
        at=at("owner"),
        name="Lê Thị Hoa",
        people=("Lê Thị Hoa (Văn phòng)", "Lê Thị Hoa (Kế toán; Phòng Kinh tế)"),
        places=1,
    )
    assert found(sheet, "D06", "D07") == (expected,)


def test_people_on_record_are_met_with_silence() -> None:
    assert found(submission(officers=PEOPLE), "D06", "D07") == ()


def test_without_a_roster_nobody_is_a_stranger() -> None:
    sheet = submission(officers=(officer(AN, from_roster=False),))
    assert found(sheet, "D06") == ()
    assert not_run(sheet)["D06"] == "không có danh sách cán bộ, công chức"
