from datetime import date
from decimal import Decimal

import pytest
from tests.checks.finding import at, found, not_run
from tests.factories import (
    FILE,
    TASK_FIELDS,
    cell,
    common,
    event,
    mention,
    officer,
    row,
    rule_set,
    submission,
    task,
)

from cadre_cli.checks.evaluation import EvaluatedByOther, EvaluatedByOwner, NotEvaluated
from cadre_cli.checks.evaluation_quantities import FinishedLeftBlank, MoreThanAssigned
from cadre_cli.checks.evaluation_results import (
    CauseNotConfirmed,
    DatesAgainstMark,
    ImpossibleFinish,
    NotACount,
)
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import Category
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN

AN, BINH, DUNG = "Nguyễn Văn An", "Trần Thị Bình", "Phạm Thị Dung"
PEOPLE = (officer(AN), officer(BINH), officer(DUNG))
TASK = Text("việc “Công việc 1”", 'the task "Công việc 1"')


def one(**changes: object):
    return submission(officers=PEOPLE, tasks=(task(**changes),))


def test_another_than_the_assigner_evaluated() -> None:
    sheet = one(evaluator=mention(DUNG))
    expected = EvaluatedByOther(
        at=at("evaluator"), task="Công việc 1", assigner=BINH, evaluator=DUNG
    )
    assert found(sheet, "C01", "C02", "C03") == (expected,)


def test_the_owner_evaluated_and_that_alone_is_said() -> None:
    expected = EvaluatedByOwner(at=at("evaluator"), task="Công việc 1", evaluator=AN)
    assert found(one(evaluator=mention(AN)), "C01", "C02") == (expected,)


@pytest.mark.parametrize("who", [AN, DUNG])
@pytest.mark.parametrize(("decided", "severities"), [("warning", [Severity.WARNING]), ("off", [])])
def test_the_office_decides_how_grave_it_is(
    who: str, decided: str, severities: list[Severity]
) -> None:
    rules = rule_set({"process_rules": decided})
    sheet = one(evaluator=mention(who))
    assert [each.severity for each in found(sheet, "C01", "C02", rules=rules)] == severities


def test_a_slip_in_the_evaluators_name_is_told_as_a_slip() -> None:
    sheet = one(evaluator=mention(name="Trần Thị Bìnhh", at=at("evaluator")))
    assert [each.code for each in found(sheet, "C01", "D06")] == ["D06"]


def test_names_are_compared_where_there_is_no_roster() -> None:
    sheet = one(assigner=mention(name="Bà Trần Thị Bình"), evaluator=mention(name="trần thị bình"))
    assert found(sheet, "C01") == ()
    other = one(assigner=mention(name="Chủ tịch"), evaluator=mention(name="Phó Chủ tịch"))
    assert [each.at for each in found(other, "C01")] == [at("evaluator")]


@pytest.mark.parametrize(
    ("assigner", "evaluator", "differ"),
    [
        ("Chủ tịch", "Chủ tịch UBND xã", False),
        ("UBND xã", "Chủ tịch", False),
        ("UBND xã", "Phó Chủ tịch UBND xã", False),
        ("Đảng ủy", "Đảng ủy xã", False),
        ("Đảng ủy", "Chủ tịch UBND xã", True),
        ("Bí thư Đảng ủy", "HĐND xã", True),
        ("Chủ tịch", "Phó Chủ tịch", True),
        ("Chủ tịch", DUNG, True),
    ],
)
def test_a_post_in_the_place_of_a_name_may_be_that_of_the_other(
    assigner: str, evaluator: str, *, differ: bool
) -> None:
    sheet = one(assigner=mention(name=assigner), evaluator=mention(name=evaluator))
    assert bool(found(sheet, "C01")) is differ


@pytest.mark.parametrize(
    ("filled", "first_empty"),
    [
        ({"finished": None}, "finished"),
        ({}, "failures"),
        ({"failures": Decimal(0)}, "latenesses"),
        ({"failures": Decimal(0), "latenesses": Decimal(0)}, "evaluator"),
    ],
)
def test_a_task_nobody_evaluated_names_the_first_empty_cell(
    filled: dict[str, object], first_empty: str
) -> None:
    expected = NotEvaluated(at=at(first_empty), what=TASK)
    assert found(one(evaluator=None, **filled), "C03") == (expected,)


def test_an_evaluation_in_a_sheet_of_its_own_is_named_there() -> None:
    results = row(7, "Kết quả", ("number", "finished", "failures", "evaluator"))
    assigned = row(fields=("number", "content", "owner", "deadline"))
    sheet = one(at=assigned, result_at=results, finished=None, evaluator=None)
    expected = NotEvaluated(at=CellRef(FILE, "Kết quả", 7, 2), what=TASK)
    assert found(sheet, "C03") == (expected,)


@pytest.mark.parametrize(
    "changes",
    [
        {"category": Category.HANDED_OVER},
        {"at": row(fields=("content", "owner", "deadline"))},
        {"at": row(fields=("content", "owner", "finished"))},
        {"at": row(fields=("content", "owner", "finished", "points"))},
        {"evaluator": mention(BINH)},
    ],
)
def test_where_no_evaluation_is_waited_for(changes: dict[str, object]) -> None:
    assert found(one(**({"evaluator": None} | changes)), "C03") == ()


@pytest.mark.parametrize(
    "fields", [("content", "finished", "points"), ("content", "points"), ("content", "latenesses")]
)
def test_a_sheet_without_evaluators_waits_for_points_or_any_mark(fields: tuple[str, ...]) -> None:
    sheet = one(at=row(fields=fields), finished=None, evaluator=None)
    assert found(sheet, "C03") == (NotEvaluated(at=at(fields[1], fields=fields), what=TASK),)


def test_a_self_score_alone_is_no_evaluation() -> None:
    where = row(2, "Tiêu chí chung", ("name", "I", "I.superior"))
    marks = (
        Mark("I", Decimal(9), cell(2, 2, "Tiêu chí chung"), scorer=0),
        Mark("I", None, cell(3, 2, "Tiêu chí chung"), scorer=1),
    )
    sheet = submission(common=(CommonMarks(mention(AN), where, marks),))
    (finding,) = found(sheet, "C03", "C09")
    assert finding.at == CellRef(FILE, "Tiêu chí chung", 2, 3)
    assert finding.said() == (
        "Chưa được đánh giá: tiêu chí chung của Nguyễn Văn An (mới có điểm tự chấm)."
    )


def test_a_self_score_without_a_column_for_superiors_names_the_person() -> None:
    (finding,) = found(submission(common=(common(scorer=0),)), "C03")
    assert finding.at == CellRef(FILE, "Tiêu chí chung", 2, 1)


def test_a_self_score_in_one_sheet_and_the_superiors_in_another_are_an_evaluation() -> None:
    assert found(submission(common=(common(scorer=0), common(scorer=1))), "C03") == ()


def test_finished_before_it_was_assigned() -> None:
    sheet = one(assigned_on=date(2026, 3, 5), finished_on=date(2026, 3, 4))
    expected = ImpossibleFinish(
        at=at("finished_on"),
        task="Công việc 1",
        finished_on=date(2026, 3, 4),
        conflict=Text("trước ngày giao 05/03/2026", "before it was assigned on 05/03/2026"),
    )
    assert found(sheet, "C04") == (expected,)


def test_finished_after_the_period() -> None:
    (finding,) = found(one(finished_on=date(2026, 4, 1)), "C04")
    assert finding.at == at("finished_on")
    assert finding.said() == (
        "Việc “Công việc 1” hoàn thành ngày 01/04/2026, sau ngày cuối kỳ 31/03/2026."
    )


@pytest.mark.parametrize("day", [date(2026, 3, 5), date(2026, 3, 31), UNKNOWN, None])
def test_finished_within_the_period_or_on_an_unreadable_day(day: object) -> None:
    assert found(one(assigned_on=date(2026, 3, 5), finished_on=day), "C04") == ()


def test_more_finished_than_assigned() -> None:
    sheet = one(assigned=Decimal(5), finished=Decimal(8))
    expected = MoreThanAssigned(
        at=at("finished"), task="Công việc 1", assigned=Decimal(5), finished=Decimal(8)
    )
    assert found(sheet, "C05") == (expected,)


@pytest.mark.parametrize(
    "changes",
    [
        {"extra_allowed": True},
        {"category": Category.UNPLANNED},
        {"category": Category.TAKEN_OVER},
        {"finished": Decimal(5)},
        {"finished": UNKNOWN},
    ],
)
def test_extra_work_that_is_marked_is_fine(changes: dict[str, object]) -> None:
    facts = {"assigned": Decimal(5), "finished": Decimal(8)} | changes
    assert found(one(**facts), "C05") == ()


def test_a_blank_finished_quantity_in_an_evaluated_row_is_said() -> None:
    expected = FinishedLeftBlank(
        at=at("finished"), task="Công việc 1", choice="unfinished_at_period_end = not_done"
    )
    assert found(one(finished=None), "C03", "C05", "C16") == (expected,)
    assert "đang tính là 0 sản phẩm theo unfinished_at_period_end" in expected.said()


_UNTOLD = tuple(field for field in TASK_FIELDS if field != "evaluator")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"finished": Decimal(0)}, []),
        ({"finished": UNKNOWN}, []),
        ({"finished_on": date(2026, 3, 5)}, []),
        ({"finished_share": Decimal(0)}, []),
        ({"points": Decimal(9)}, []),
        ({"said_unfinished": True}, []),
        ({"category": Category.HANDED_OVER}, []),
        ({"evaluator": None, "failures": Decimal(0)}, []),
        ({"evaluator": None, "at": row(2, fields=_UNTOLD)}, []),
        ({"evaluator": None, "at": row(2, fields=_UNTOLD), "latenesses": Decimal(0)}, ["C16"]),
        ({"evaluator": None, "at": row(2, fields=_UNTOLD), "quality_met": True}, ["C16"]),
    ],
)
def test_only_a_quantity_forgotten_in_an_evaluated_row_is_asked_about(
    changes: dict[str, object], said: list[str]
) -> None:
    facts = {"finished": None} | changes
    assert [each.code for each in found(one(**facts), "C16")] == said


def test_a_cause_that_nobody_confirmed() -> None:
    sheet = one(objective_cause="Mưa lũ")
    expected = CauseNotConfirmed(at=at("confirmed_by"), task="Công việc 1", cause="Mưa lũ")
    assert found(sheet, "C06") == (expected,)


def test_without_a_column_for_the_authority_the_claim_is_named() -> None:
    fields = ("content", "objective_cause")
    sheet = one(objective_cause="Mưa lũ", at=row(fields=fields))
    assert [each.at for each in found(sheet, "C06")] == [at("objective_cause", fields=fields)]


def cause(**changes: object):
    return event(EventKind.OBJECTIVE_CAUSE, words="Mưa lũ", task="1", **changes)


def test_a_cause_is_confirmed_in_its_row_or_among_the_events() -> None:
    claimed = task(objective_cause="Mưa lũ")
    confirmed = (cause(confirmed_by="Chủ tịch UBND xã"),)
    assert found(submission(tasks=(claimed,), events=confirmed), "C06") == ()
    assert found(one(objective_cause="Mưa lũ", confirmed_by="Chủ tịch UBND xã"), "C06") == ()


def test_an_unconfirmed_event_is_told_once() -> None:
    bare = row(fields=("number", "content"))
    joined = task(objective_cause="Mưa lũ", at=bare)
    expected = CauseNotConfirmed(at=cause().at, task="Công việc 1", cause="Mưa lũ")
    assert found(submission(tasks=(joined,), events=(cause(),)), "C06") == (expected,)


def test_an_unconfirmed_event_about_no_known_task() -> None:
    expected = CauseNotConfirmed(at=cause().at, task="1", cause="Mưa lũ")
    assert found(submission(tasks=(), events=(cause(),)), "C06") == (expected,)


DUE, LATE = date(2026, 3, 20), date(2026, 3, 25)
ON_TIME = Text("đúng hạn (0 lần chậm)", "on time (0 latenesses)")


@pytest.mark.parametrize("latenesses", [Decimal(0), None])
def test_late_by_the_dates_and_on_time_by_the_number(latenesses: Decimal | None) -> None:
    sheet = one(deadline=DUE, finished_on=LATE, latenesses=latenesses)
    expected = DatesAgainstMark(
        at=at("latenesses"), task="Công việc 1", deadline=DUE, finished_on=LATE, marked=ON_TIME
    )
    assert found(sheet, "C07") == (expected,)


def test_on_time_by_the_dates_and_late_by_the_mark() -> None:
    fields = ("content", "deadline", "finished_on", "on_time")
    sheet = one(deadline=DUE, finished_on=DUE, on_time=False, at=row(fields=fields))
    (finding,) = found(sheet, "C07")
    assert finding.at == at("on_time", fields=fields)
    assert finding.said() == (
        "Việc “Công việc 1”: hạn 20/03/2026, xong 20/03/2026, nhưng ghi chậm."
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"latenesses": Decimal(1)},
        {"latenesses": None, "evaluator": None},
        {"latenesses": UNKNOWN},
        {"latenesses": Decimal(0), "objective_cause": "Mưa lũ", "confirmed_by": "Chủ tịch"},
    ],
)
def test_dates_and_mark_agree_or_nothing_is_marked(changes: dict[str, object]) -> None:
    assert found(one(**({"deadline": DUE, "finished_on": LATE} | changes)), "C07") == ()


@pytest.mark.parametrize("written", [Decimal("0.25"), Decimal(-1)])
def test_a_number_of_times_is_whole_and_not_negative(written: Decimal) -> None:
    sheet = one(failures=written, latenesses=written)
    failed = Text("số lần chưa đạt", "the number of failed assessments")
    late = Text("số lần chậm", "the number of latenesses")
    assert found(sheet, "C08") == (
        NotACount(at=at("failures"), task="Công việc 1", what=failed, written=written),
        NotACount(at=at("latenesses"), task="Công việc 1", what=late, written=written),
    )


def test_a_task_evaluated_as_it_should_be_is_met_with_silence() -> None:
    sheet = one(
        assigned_on=date(2026, 3, 2),
        finished_on=DUE,
        deadline=DUE,
        failures=Decimal(1),
        latenesses=Decimal(0),
    )
    assert found(sheet, *(f"C0{n}" for n in range(1, 10))) == ()


def test_checks_of_results_say_which_column_they_lacked() -> None:
    fields = tuple(set(TASK_FIELDS) - {"evaluator", "finished_on"})
    lacking = not_run(one(at=row(fields=fields)))
    assert {code: lacking.get(code, "") for code in ("C01", "C02", "C04", "C07")} == {
        "C01": "không bảng giao việc nào có cột Người đánh giá",
        "C02": "không bảng giao việc nào có cột Người đánh giá",
        "C04": "không bảng giao việc nào có cột Ngày hoàn thành",
        "C07": "không bảng giao việc nào có cột Ngày hoàn thành",
    }


def test_an_assignment_without_a_row_of_results_waits_where_others_have_one() -> None:
    alone = row(3, fields=TASK_FIELDS[:11])
    waiting = task(line=3, at=alone, finished=None, evaluator=None)
    what = Text("việc “Công việc 2”", 'the task "Công việc 2"')
    expected = NotEvaluated(at=alone.cell("content"), what=what)
    both = submission(officers=PEOPLE, tasks=(task(), waiting))
    assert found(both, "C03") == (expected,)
    assert found(submission(officers=PEOPLE, tasks=(waiting,)), "C03") == ()


def test_a_late_day_beside_a_blank_number_is_worth_a_look_without_an_evaluator_column() -> None:
    at = row(fields=tuple(field for field in TASK_FIELDS if field != "evaluator"))
    late = task(at=at, evaluator=None, deadline=date(2026, 3, 10), finished_on=date(2026, 3, 12))
    assert [f.code for f in found(submission(officers=PEOPLE, tasks=(late,)), "C07")] == ["C07"]
