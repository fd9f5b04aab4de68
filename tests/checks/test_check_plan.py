from datetime import date

import pytest
from tests.checks.finding import at, found, not_run
from tests.factories import FILE, MARCH, event, mention, officer, row, submission, task

from cadre_cli.checks.plan import NeverAssigned, NoPlan, RegisteredLate, UnplannedTask
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import Category, Phase
from cadre_cli.domain.texts import Text

AN, CUONG = "Nguyễn Văn An", "Lê Văn Cường"
PLAN_FIELDS = ("number", "content", "owner", "deadline", "registered_on")


def planned(content: str = "Công việc 1", line: int = 2, **changes: object):
    where = row(line, "Kế hoạch", PLAN_FIELDS)
    return task(line=line, at=where, phase=Phase.PLAN, content=content, **changes)


def month(**changes: object):
    facts = {"officers": (officer(AN),), "plan": (planned(),), "tasks": (task(),)} | changes
    return submission(**facts)


def test_somebody_without_a_plan() -> None:
    where = row(3, "Danh sách", ("name",))
    sheet = month(officers=(officer(AN), officer(CUONG, at=where)))
    expected = NoPlan(at=CellRef(FILE, "Danh sách", 3, 1), officer=CUONG, period=MARCH.title)
    assert found(sheet, "K01") == (expected,)
    assert expected.said() == ("Lê Văn Cường không có việc nào trong kế hoạch tháng 3 năm 2026.")


@pytest.mark.parametrize(
    "changes",
    [
        {"events": (event(EventKind.MATERNITY, CUONG, whole_period=True),)},
        {"events": (event(EventKind.LEFT, CUONG, first_day=date(2026, 2, 1)),)},
        {"events": (event(EventKind.JOINED, CUONG, first_day=date(2026, 4, 1)),)},
        {"officers": (officer(AN), officer(CUONG, rated_above=True))},
        {"plan": (planned(), planned("Việc chung", owners=(mention(name="toàn thể công chức"),)))},
    ],
)
def test_who_needs_no_plan_of_their_own(changes: dict[str, object]) -> None:
    facts = {"officers": (officer(AN), officer(CUONG))} | changes
    assert found(month(**facts), "K01") == ()


def test_leave_of_a_few_days_excuses_nobody_from_planning() -> None:
    leave = event(EventKind.LEAVE, CUONG, first_day=date(2026, 3, 2), last_day=date(2026, 3, 6))
    sheet = month(officers=(officer(AN), officer(CUONG)), events=(leave,))
    assert [finding.code for finding in found(sheet, "K01")] == ["K01"]


def test_a_plan_without_owners_cannot_say_who_has_none() -> None:
    sheet = month(plan=(planned(owners=()),))
    assert found(sheet, "K01") == ()
    assert not_run(sheet)["K01"] == "kế hoạch không ghi việc của ai"


def test_a_planned_task_that_was_never_assigned() -> None:
    sheet = month(plan=(planned(), planned("Kiểm kê đất đai", 3)))
    expected = NeverAssigned(at=CellRef(FILE, "Kế hoạch", 3, 2), task="Kiểm kê đất đai")
    assert found(sheet, "K02") == (expected,)


def test_a_plan_finds_its_task_by_code_for_the_same_owner() -> None:
    plan = (planned("Báo cáo", code="QL.10"),)
    tasks = (task(content="Báo cáo tháng 3 về giảm nghèo", code="ql.10"),)
    assert found(month(plan=plan, tasks=tasks), "K02", "K03") == ()


NOT_PLANNED = Text(
    "không có trong kế hoạch nhưng chưa ghi là đột xuất, đang tính như việc được giao",
    "not in the plan and not marked as unplanned, counted like any assigned task",
)


def test_a_task_that_the_plan_does_not_hold() -> None:
    sheet = month(tasks=(task(), task(line=3, content="Đón đoàn kiểm tra")))
    expected = UnplannedTask(at=at("category", 3), task="Đón đoàn kiểm tra", what=NOT_PLANNED)
    assert found(sheet, "K03") == (expected,)


def test_sudden_work_is_noted_without_any_plan() -> None:
    sheet = month(plan=(), tasks=(task(category=Category.UNPLANNED),))
    (finding,) = found(sheet, "K03")
    assert finding.at == at("category")
    assert finding.said() == (
        "Việc “Công việc 1”: ngoài kế hoạch, chỉ cộng vào số hoàn thành, "
        "không cộng vào số được giao."
    )


def test_who_has_no_plan_at_all_is_told_once_and_not_for_every_task() -> None:
    tasks = (task(), task(CUONG, 3, content="Trực một cửa"))
    sheet = month(officers=(officer(AN), officer(CUONG)), tasks=tasks)
    assert [finding.code for finding in found(sheet, "K01", "K03")] == ["K01"]


def test_a_task_registered_after_its_deadline() -> None:
    sheet = month(plan=(planned(registered_on=date(2026, 3, 25), deadline=date(2026, 3, 20)),))
    expected = RegisteredLate(
        at=CellRef(FILE, "Kế hoạch", 2, 5),
        task="Công việc 1",
        registered_on=date(2026, 3, 25),
        deadline=date(2026, 3, 20),
    )
    assert found(sheet, "K04") == (expected,)


def test_a_plan_carried_out_is_met_with_silence() -> None:
    sheet = month(plan=(planned(registered_on=date(2026, 3, 1)),))
    assert found(sheet, "K01", "K02", "K03", "K04") == ()


def test_without_a_plan_the_plan_is_not_checked() -> None:
    lacking = not_run(month(plan=()))
    assert {lacking[code] for code in ("K01", "K02", "K04")} == {
        "không có kế hoạch công tác của kỳ này"
    }
