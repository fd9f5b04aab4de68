from dataclasses import replace
from datetime import date

import pytest
from tests.checks.finding import at, found, not_run
from tests.factories import FILE, mention, officer, row, rule_set, submission, task

from cadre_cli.checks.assignment import (
    AssignedToSelf,
    AssignerNotSuperior,
    NoAssigner,
    NoOwner,
    OwnerChanged,
    SeveralOwners,
)
from cadre_cli.checks.assignment_terms import (
    AssignedTwice,
    DeadlineBeforeAssigned,
    NoDeadline,
    NoProduct,
)
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.officers import Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import Category
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"
HEAD = officer(BINH, post=Post.HEAD_OF_UNIT)
STAFF = (officer(AN), officer(CUONG), HEAD)


def one(**changes: object):
    return submission(officers=STAFF, tasks=(task(**changes),))


def test_a_task_without_an_owner_names_the_owners_cell() -> None:
    expected = NoOwner(at=at("owner"), task="Công việc 1")
    assert found(one(owners=()), "G01", "G02") == (expected,)


def test_a_sheet_without_a_column_for_owners_blames_no_row() -> None:
    fields = ("content", "deadline")
    sheet = one(owners=(), at=row(fields=fields))
    assert found(sheet, "G01") == ()
    assert not_run(sheet)["G01"] == "không bảng giao việc nào có cột Người thực hiện"


def test_two_owners_are_one_finding() -> None:
    sheet = one(owners=(mention(AN), mention(CUONG)))
    expected = SeveralOwners(at=at("owner"), task="Công việc 1", owners=(AN, CUONG))
    assert found(sheet, "G02") == (expected,)


def test_a_group_as_recipient_is_several_owners() -> None:
    everyone = "Toàn thể cán bộ, công chức"
    sheet = one(owners=(mention(name=everyone),))
    expected = SeveralOwners(at=at("owner"), task="Công việc 1", owners=(everyone,))
    assert found(sheet, "G01", "G02", "D06") == (expected,)


def test_one_person_written_twice_is_one_owner() -> None:
    assert found(one(owners=(mention(AN), mention(AN, name="Đ/c An"))), "G02") == ()


@pytest.mark.parametrize(
    ("decided", "severity"), [("error", Severity.ERROR), ("warning", Severity.WARNING)]
)
def test_the_office_decides_how_grave_several_owners_are(decided: str, severity: Severity) -> None:
    sheet = one(owners=(mention(AN), mention(CUONG)))
    rules = rule_set({"process_rules": decided})
    assert [each.severity for each in found(sheet, "G02", rules=rules)] == [severity]


def test_the_office_may_allow_several_owners() -> None:
    sheet = one(owners=(mention(AN), mention(CUONG)))
    assert found(sheet, "G02", rules=rule_set({"process_rules": "off"})) == ()


RESULTS = row(9, "Kết quả", ("number", "owner", "finished"))


def test_a_result_under_another_name_without_a_handover() -> None:
    sheet = one(result_at=RESULTS, result_owners=(mention(CUONG),))
    expected = OwnerChanged(
        at=CellRef(FILE, "Kết quả", 9, 2), task="Công việc 1", assigned_to=(AN,), done_by=(CUONG,)
    )
    assert found(sheet, "G03") == (expected,)


@pytest.mark.parametrize(
    "changes",
    [
        {"category": Category.HANDED_OVER},
        {"handed_to": mention(CUONG)},
        {"result_owners": (mention(AN),)},
        {"result_owners": ()},
    ],
)
def test_a_handover_on_record_or_the_same_owner_is_no_change(changes: dict[str, object]) -> None:
    facts = {"result_at": RESULTS, "result_owners": (mention(CUONG),)} | changes
    assert found(one(**facts), "G03") == ()


def test_a_change_of_owner_cannot_be_seen_in_one_sheet() -> None:
    assert "chung một dòng" in not_run(one())["G03"]


def test_a_task_without_an_assigner() -> None:
    expected = NoAssigner(at=at("assigner"), task="Công việc 1")
    assert found(one(assigner=None), "G04", "G05", "G06") == (expected,)


def test_a_colleague_is_not_a_superior() -> None:
    sheet = one(assigner=mention(CUONG))
    expected = AssignerNotSuperior(
        at=at("assigner"), task="Công việc 1", assigner=CUONG, owner=(AN,)
    )
    assert found(sheet, "G05") == (expected,)


@pytest.mark.parametrize(
    ("above", "below", "superior"),
    [
        (Post.HEAD_OF_OFFICE, Post.DEPUTY_OF_OFFICE, True),
        (Post.DEPUTY_OF_OFFICE, Post.HEAD_OF_UNIT, True),
        (Post.DEPUTY_OF_OFFICE, Post.HEAD_OF_OFFICE, False),
        (Post.HEAD_OF_UNIT, Post.DEPUTY_OF_UNIT, True),
        (Post.DEPUTY_OF_UNIT, Post.NONE, True),
        (Post.DEPUTY_OF_UNIT, Post.HEAD_OF_UNIT, False),
        (Post.HEAD_OF_UNIT, Post.HEAD_OF_OFFICE, False),
    ],
)
def test_who_stands_above_whom_by_post(above: Post, below: Post, superior: bool) -> None:
    people = (officer(AN, post=below), officer(BINH, post=above))
    sheet = submission(officers=people, tasks=(task(),))
    assert (found(sheet, "G05") == ()) is superior


def test_the_head_of_another_unit_is_not_a_superior() -> None:
    people = (officer(AN), officer(BINH, post=Post.HEAD_OF_UNIT, unit="Phòng Kinh tế"))
    sheet = submission(officers=people, tasks=(task(),))
    assert [each.at for each in found(sheet, "G05")] == [at("assigner")]


def test_the_rosters_own_superiors_count_upwards() -> None:
    people = (
        officer(AN, superior=mention(CUONG)),
        officer(CUONG, superior=mention(BINH)),
        officer(BINH, unit="Thường trực"),
    )
    assert found(submission(officers=people, tasks=(task(),)), "G05") == ()


def test_superiors_cannot_be_told_without_posts() -> None:
    sheet = submission(officers=(officer(AN), officer(BINH)), tasks=(task(),))
    assert "ai là cấp trên" in not_run(sheet)["G05"]


def test_assigning_to_oneself() -> None:
    expected = AssignedToSelf(at=at("assigner"), task="Công việc 1", assigner=AN)
    assert found(one(assigner=mention(AN)), "G05", "G06") == (expected,)


def test_a_task_without_a_deadline() -> None:
    expected = NoDeadline(at=at("deadline"), task="Công việc 1")
    assert found(one(deadline=None), "G07", "G08") == (expected,)


def test_an_unreadable_deadline_is_not_a_missing_one() -> None:
    assert found(one(deadline=UNKNOWN), "G07", "G08") == ()


def test_a_deadline_before_the_day_of_assignment() -> None:
    given, due = date(2026, 3, 5), date(2026, 2, 28)
    expected = DeadlineBeforeAssigned(
        at=at("deadline"), task="Công việc 1", assigned_on=given, deadline=due
    )
    assert found(one(assigned_on=given, deadline=due), "G08") == (expected,)


def test_a_deadline_on_the_day_of_assignment_is_fine() -> None:
    day = date(2026, 3, 5)
    assert found(one(assigned_on=day, deadline=day), "G08") == ()


def test_a_task_without_a_product() -> None:
    expected = NoProduct(at=at("product"), task="Công việc 1")
    assert found(one(product=None), "G09") == (expected,)


def test_a_sheet_without_products_blames_no_row() -> None:
    sheet = one(product=None, at=row(fields=("content", "owner", "deadline")))
    assert found(sheet, "G09") == ()
    assert "Sản phẩm" in not_run(sheet)["G09"]


def test_the_same_task_twice_names_the_later_row_and_the_first() -> None:
    twins = (task(content="Rà soát hộ nghèo"), task(line=5, content="RÀ SOÁT  hộ nghèo"))
    expected = AssignedTwice(
        at=CellRef(FILE, "Giao việc", 5, 1),
        task="RÀ SOÁT hộ nghèo",
        owners=(AN,),
        first=Text("'Giao việc'!A2", "'Giao việc'!A2"),
    )
    assert found(submission(officers=STAFF, tasks=twins), "G10") == (expected,)


def test_the_same_task_in_another_file_names_the_file() -> None:
    twins = (task(), task(at=replace(task().at, row=5, file="ban-sua.xlsx")))
    (twice,) = found(submission(officers=STAFF, tasks=twins), "G10")
    assert f"ở “{FILE}” 'Giao việc'!A2" in twice.said()


@pytest.mark.parametrize(
    "other",
    [
        {"owner": CUONG},
        {"deadline": date(2026, 3, 20)},
        {"deadline": UNKNOWN},
        {"content": "Rà soát hộ cận nghèo"},
    ],
)
def test_another_owner_deadline_or_wording_is_another_task(other: dict[str, object]) -> None:
    facts = {"line": 5, "content": "Rà soát hộ nghèo"} | other
    pair = (task(content="Rà soát hộ nghèo"), task(**facts))
    assert found(submission(officers=STAFF, tasks=pair), "G10") == ()


def test_a_long_task_is_quoted_short() -> None:
    words = "Tham mưu xây dựng kế hoạch rà soát hộ nghèo, hộ cận nghèo giai đoạn 2026 – 2030"
    (finding,) = found(one(content=words, deadline=None), "G07")
    assert finding.said() == (
        "Việc “Tham mưu xây dựng kế hoạch rà soát hộ nghèo, hộ cận nghèo…” chưa ghi thời hạn."
    )


def test_a_task_in_order_is_met_with_silence() -> None:
    assert found(one(assigned_on=date(2026, 3, 2)), *(f"G{n:02}" for n in range(1, 13))) == ()


def test_without_tasks_nothing_about_tasks_runs() -> None:
    lacking = not_run(submission(tasks=()))
    assert {lacking[f"G{n:02}"] for n in range(1, 13)} == {"không có bảng giao việc"}
