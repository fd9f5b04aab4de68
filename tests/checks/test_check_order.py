from datetime import date

from tests.checks.finding import RULES
from tests.factories import officer, submission, task

from cadre_cli.checks import AFTER, BEFORE, ORGANISATIONS, run_before
from cadre_cli.checks.check import NEEDS, Check
from cadre_cli.checks.check import run as run_checks


def test_findings_come_by_cell_and_each_once() -> None:
    tasks = (
        task(line=5, deadline=None),
        task(line=2, product=None, deadline=None, assigned_on=date(2026, 3, 1)),
    )
    sheet = submission(officers=(officer(),), tasks=tasks, kinds=frozenset())
    findings, _ = run_before(sheet, lambda _: RULES)
    told = [(each.code, each.at.a1) for each in findings if each.code in ("G07", "G09")]
    assert told == [("G09", "D2"), ("G07", "H2"), ("G07", "H5")]
    twice = run_checks((*BEFORE, *BEFORE), sheet, lambda look: look(sheet, lambda _: RULES))
    assert twice[0] == findings


def test_every_need_of_a_check_is_known() -> None:
    needed = {need for check in (*BEFORE, *AFTER, *ORGANISATIONS) for need in check.needs}
    assert needed == set(NEEDS)


def test_of_several_things_absent_the_first_is_told_for_every_code() -> None:
    checks = (Check("invented", ("G98", "G99"), ("tasks", "roster"), BEFORE[0].run),)
    findings, lacking = run_checks(checks, submission(tasks=(), officers=()), lambda _: iter(()))
    assert findings == ()
    assert [(each.check, each.why.vi) for each in lacking] == [
        ("G98", "không có bảng giao việc"),
        ("G99", "không có bảng giao việc"),
    ]
