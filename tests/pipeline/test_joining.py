"""Plan, assignment and result of a task, and the catalogue's line, become one task."""

from decimal import Decimal

from tests.factories import MARCH, event, mention, officer, row, task

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records, Submission
from cadre_cli.domain.tasks import CatalogueItem, Category, Phase, Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.pipeline.joining import ResultWithoutTask, join

ASSIGNED = ("number", "content", "owner", "assigner", "deadline", "assigned")
AN, SAU = mention("Nguyễn Văn An"), mention("Lê Thị Sáu")
NO_MATCH = Text("không có việc nào khớp", "no task fits it")
SEVERAL = Text("có 2 việc cùng khớp", "2 tasks fit it")
TAKEN = Text("việc này đã có một dòng kết quả khác", "the task has another result already")
NO_NUMBER = Text("chưa ghi số việc", "it names no task")
RESULT = ("number", "finished", "finished_on", "failures", "latenesses", "evaluator")


def assignment(number: str | None, line: int, **changes: object) -> Task:
    blank = {"finished": None, "finished_on": None, "failures": None, "latenesses": None}
    facts = {"phase": Phase.ASSIGNMENT, "evaluator": None, "at": row(line, "Giao việc", ASSIGNED)}
    return task(number=number, **(blank | facts | changes))


def result(number: str | None, line: int, **changes: object) -> Task:
    facts = {
        "at": row(line, "Kết quả", RESULT),
        "phase": Phase.EVALUATION,
        "number": number,
        "finished": Decimal(2),
        "evaluator": mention("Lê Thị Sáu"),
    }
    return Task(**(facts | changes))  # type: ignore[arg-type]  # the factory's own keywords


def joined(*tasks: Task, **records: object) -> tuple[Submission, tuple[Finding, ...]]:
    everyone = (officer("Nguyễn Văn An"), officer("Lê Thị Sáu", at=row(3, "Danh sách")))
    return join(Records(officers=everyone, tasks=tasks, **records), Office(), MARCH, ())  # type: ignore[arg-type]


def test_a_result_is_put_beside_its_assignment_by_number() -> None:
    submission, findings = joined(
        assignment("1", 5), assignment("2", 6), result("2", 8, said_unfinished=True)
    )
    assert findings == ()
    first, second = submission.tasks
    assert (first.finished, first.result_at) == (None, None)
    assert (second.finished, second.phase) == (Decimal(2), Phase.WHOLE)
    assert (first.said_unfinished, second.said_unfinished) == (None, True)
    assert second.cell("finished") == CellRef("thang-03.xlsx", "Kết quả", 8, 2)
    assert second.cell("deadline") == CellRef("thang-03.xlsx", "Giao việc", 6, 5)


def test_a_result_that_fits_no_task_or_several_is_named_and_not_counted() -> None:
    submission, findings = joined(
        assignment("1", 5), assignment("7", 6), assignment("7", 7), result("9", 8), result("7", 9)
    )
    assert findings == (
        ResultWithoutTask(at=CellRef("thang-03.xlsx", "Kết quả", 8, 1), task="9", why=NO_MATCH),
        ResultWithoutTask(at=CellRef("thang-03.xlsx", "Kết quả", 9, 1), task="7", why=SEVERAL),
    )
    assert [each.finished for each in submission.tasks] == [None, None, None]


def test_of_tasks_with_one_code_owner_and_words_tell_which_is_meant() -> None:
    by_code = {"code": "VP.01", "owners": (AN,)}
    submission, findings = joined(
        assignment(None, 5, content="Tờ trình", **by_code),
        assignment(None, 6, content="Công văn", **by_code),
        result(None, 8, content="Công văn", **by_code),
        result(None, 9, content="Tờ trình", finished=Decimal(1), **by_code),
    )
    assert findings == ()
    assert [each.finished for each in submission.tasks] == [Decimal(1), Decimal(2)]


def test_a_code_alone_gives_nobody_the_result_of_another() -> None:
    submission, findings = joined(
        assignment(None, 5, code="VP.01", content="Tờ trình", owners=(AN,)),
        result(None, 8, code="VP.01", content="Công văn", owners=(SAU,)),
    )
    assert submission.tasks[0].result_at is None
    assert [(finding.code, finding.at.row) for finding in findings] == [("D10", 8)]


def test_a_second_result_for_one_task_is_not_counted() -> None:
    submission, findings = joined(assignment("1", 5), result("1", 8), result("1", 9))
    assert findings == (
        ResultWithoutTask(at=CellRef("thang-03.xlsx", "Kết quả", 9, 1), task="1", why=TAKEN),
    )
    assert submission.tasks[0].result_at == row(8, "Kết quả", RESULT)


def test_the_result_row_may_say_that_the_task_was_handed_over() -> None:
    submission, _ = joined(assignment("1", 5), result("1", 8, category=Category.HANDED_OVER))
    assert submission.tasks[0].category is Category.HANDED_OVER


def test_a_result_sheet_without_categories_keeps_that_of_the_assignment() -> None:
    submission, _ = joined(assignment("1", 5, category=Category.UNPLANNED), result("1", 8))
    assert submission.tasks[0].category is Category.UNPLANNED


def test_plan_rows_stand_apart() -> None:
    submission, _ = joined(assignment("1", 5), assignment("1", 9, phase=Phase.PLAN))
    assert (len(submission.tasks), len(submission.plan)) == (1, 1)
    assert submission.has("plan")


def test_a_confirmed_cause_of_the_events_sheet_reaches_its_task() -> None:
    cause = event(EventKind.OBJECTIVE_CAUSE, words="mưa lũ", task="1", confirmed_by="UBND xã")
    submission, _ = joined(assignment("1", 5), result("1", 8), events=(cause,))
    done = submission.tasks[0]
    assert (done.objective_cause, done.confirmed_by) == ("mưa lũ", "UBND xã")


def test_a_confirmed_cause_lifts_nothing_of_another_person() -> None:
    cause = event(
        EventKind.OBJECTIVE_CAUSE, "Lê Thị Sáu", words="mưa lũ", task="VP.01", confirmed_by="UBND"
    )
    tasks = (
        assignment("1", 5, code="VP.01", owners=(AN,)),
        assignment("2", 6, code="VP.01", owners=(SAU,)),
    )
    submission, findings = joined(*tasks, events=(cause,))
    assert [each.objective_cause for each in submission.tasks] == [None, "mưa lũ"]
    assert findings == ()


def test_a_confirmed_cause_that_fits_no_task_or_several_is_named() -> None:
    at = CellRef("thang-03.xlsx", "Biến động", 2, 4)
    tasks = (assignment("1", 5, code="VP.01"), assignment("2", 6, code="VP.01"))
    for about, said in (("9", NO_MATCH), ("VP.01", SEVERAL), (None, NO_NUMBER)):
        cause = event(EventKind.OBJECTIVE_CAUSE, words="mưa lũ", task=about, confirmed_by="UBND xã")
        submission, findings = joined(*tasks, events=(cause,))
        assert findings == (ResultWithoutTask(at=at, task=about or "mưa lũ", why=said),)
        assert [each.objective_cause for each in submission.tasks] == [None, None]


def test_the_points_of_the_catalogue_never_stand_in_for_an_unreadable_coefficient() -> None:
    at = row(6, "Danh mục", ("code", "points", "coefficient"))
    line = CatalogueItem(at, "VP.01", None, points=Decimal(25), coefficient=UNKNOWN)
    submission, _ = joined(assignment("1", 5, code="VP.01"), catalogue=(line,))
    done = submission.tasks[0]
    assert (done.catalogue_coefficient, done.catalogue_points) == (None, None)


def test_of_two_lines_of_one_code_the_words_tell_which_or_neither_counts() -> None:
    at = row(6, "Danh mục", ("code", "content", "coefficient"))
    lines = (
        CatalogueItem(at, "VP.01", "Công văn", coefficient=Decimal(1)),
        CatalogueItem(at, "VP.01", "Tờ trình", coefficient=Decimal(2)),
    )
    tasks = [
        assignment(str(n), n, code="VP.01", content=words)
        for n, words in enumerate(("Tờ trình", "Việc khác"), start=5)
    ]
    submission, _ = joined(*tasks, catalogue=lines)
    assert [each.catalogue_coefficient for each in submission.tasks] == [Decimal(2), None]


def test_points_serve_only_in_a_list_without_coefficients() -> None:
    at = row(6, "Danh mục", ("code", "points", "coefficient"))
    blank = CatalogueItem(at, "VP.01", None, points=Decimal(25))
    other = CatalogueItem(at, "VP.02", None, points=Decimal(50), coefficient=Decimal(2))
    task = assignment("1", 5, code="VP.01")
    lent = [
        joined(task, catalogue=lines)[0].tasks[0].catalogue_points
        for lines in ((blank,), (blank, other))
    ]
    assert lent == [Decimal(25), None]


def test_the_catalogue_lends_coefficient_words_and_its_cell() -> None:
    at = row(6, "Danh mục", ("code", "content", "coefficient"))
    line = CatalogueItem(at, "VP.01", "Soạn kế hoạch", "Kế hoạch", coefficient=Decimal("2.5"))
    submission, _ = joined(assignment("1", 5, code="vp.01", content=None), catalogue=(line,))
    done = submission.tasks[0]
    assert (done.catalogue_coefficient, done.content) == (Decimal("2.5"), "Soạn kế hoạch")
    assert done.catalogue_at == CellRef("thang-03.xlsx", "Danh mục", 6, 3)
