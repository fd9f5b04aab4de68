"""What a check is: the codes it may raise, what it needs, and what is said when that is absent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cadre_cli.domain.findings import Finding, NotRun, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Classification, OrganisationResult
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import NoRuleInForce, RuleSet, RulesOf

Results = tuple[Classification, ...]
BeforeRun = Callable[[Submission, RulesOf], Iterator[Finding]]
AfterRun = Callable[[Submission, Results, RulesOf], Iterator[Finding]]
OrganisationsRun = Callable[
    [Submission, Results, Sequence[OrganisationResult], RulesOf], Iterator[Finding]
]
Run = TypeVar("Run", BeforeRun, AfterRun, OrganisationsRun)


@dataclass(frozen=True, slots=True)
class Check(Generic[Run]):
    """One check. `needs` names what must be on record (keys of NEEDS) for it to mean anything."""

    name: str
    codes: tuple[str, ...]
    needs: tuple[str, ...]
    run: Run


Before = Check[BeforeRun]
"""A check over what the office wrote, before anybody is scored."""
After = Check[AfterRun]
"""A check over the results."""
OverOrganisations = Check[OrganisationsRun]
"""A check over the organisations of the period, beside the results of people."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something a check cannot do without, and the sentence that says it was absent.

    `kind` is the kind of sheet it stands in: one that could not be read is no absent one.
    """

    met: Callable[[Submission], bool]
    why: Text
    kind: str | None = None


def _column(vi: str, en: str, *fields: str) -> Need:
    return Need(
        lambda submission: any(task.has(field) for task in submission.tasks for field in fields),
        Text(f"không bảng giao việc nào có cột {vi}", f"no sheet of tasks has a column for {en}"),
        "tasks",
    )


NEEDS: Mapping[str, Need] = {
    "tasks": Need(
        lambda submission: bool(submission.tasks),
        Text("không có bảng giao việc", "there is no sheet of tasks"),
        "tasks",
    ),
    "roster": Need(
        lambda submission: any(officer.from_roster for officer in submission.officers),
        Text("không có danh sách cán bộ, công chức", "there is no roster"),
        "roster",
    ),
    "ranks": Need(
        lambda submission: any(
            officer.post.leads or officer.superior is not None for officer in submission.officers
        ),
        Text(
            "danh sách không cho biết ai là lãnh đạo, ai là cấp trên của ai",
            "the roster does not say who leads or who is whose superior",
        ),
    ),
    "catalogue": Need(
        lambda submission: bool(submission.catalogue),
        Text("không có danh mục sản phẩm/công việc", "there is no catalogue"),
        "catalogue",
    ),
    "plan": Need(
        lambda submission: submission.has("plan") or bool(submission.plan),
        Text("không có kế hoạch công tác của kỳ này", "there is no plan for the period"),
        "plan",
    ),
    "plan owners": Need(
        lambda submission: not submission.plan or any(task.owners for task in submission.plan),
        Text("kế hoạch không ghi việc của ai", "the plan does not say whose each task is"),
    ),
    "plan registered_on": Need(
        lambda submission: any(task.at.has("registered_on") for task in submission.plan),
        Text(
            "kế hoạch không có cột ngày đăng ký",
            "the plan has no column for the day of registering",
        ),
    ),
    "separate results": Need(
        lambda submission: any(task.result_at is not None for task in submission.tasks),
        Text(
            "giao việc và kết quả ghi chung một dòng, không có hai nơi để so người thực hiện",
            "assignment and result share a row, so there are no two owners to compare",
        ),
    ),
    "results": Need(
        lambda submission: any(task.is_evaluated_sheet for task in submission.tasks),
        Text("không bảng nào có cột kết quả", "no sheet has a column for results"),
    ),
    "organisations": Need(
        lambda submission: bool(submission.organisations),
        Text(
            "không có bảng kết quả của cơ quan, đơn vị để so với người đứng đầu",
            "no table of organisations is on record, so their heads' classes cannot be compared",
        ),
        "organisations",
    ),
    "criteria": Need(
        lambda submission: bool(submission.common),
        Text("không có bảng chấm điểm tiêu chí chung", "there is no sheet of common criteria"),
        "common",
    ),
    "stated d": Need(
        lambda submission: any(
            parts.d is not None and parts.who.officer is not None
            for parts in submission.leader_parts
        ),
        Text("không bảng nào ghi thành phần d để so sánh", "no sheet states part d to compare"),
        "leader_parts",
    ),
    "stated totals": Need(
        lambda submission: any(stated.total is not None for stated in submission.stated),
        Text("cơ quan không ghi tổng điểm để so sánh", "the office states no totals to compare"),
        "stated",
    ),
    "stated grades": Need(
        lambda submission: any(stated.grade is not None for stated in submission.stated),
        Text(
            "cơ quan không ghi mức xếp loại để so sánh", "the office states no classes to compare"
        ),
    ),
    "raters": Need(
        lambda submission: any(
            who is not None and who.officer is not None
            for task in submission.tasks
            for who in (task.evaluator, task.assigner)
        ),
        Text("không rõ ai chấm, ai giao việc", "it is not known who rates or assigns"),
    ),
    "self-scores": Need(
        lambda submission: any(
            mark.scorer == 0 and mark.points is not None
            for common in submission.common
            for mark in common.marks
        ),
        Text("không có điểm tự chấm để so sánh", "there are no self-scores to compare"),
    ),
    "coefficients": Need(
        lambda submission: any(task.coefficient is not None for task in submission.tasks),
        Text("không có hệ số quy đổi để so khối lượng", "no coefficients to compare loads by"),
    ),
    "period before": Need(
        lambda submission: any(
            each.tasks and (submission.period.first_day - each.period.last_day).days == 1
            for each in submission.earlier
        ),
        Text(
            "lần chạy này không có bảng giao việc của kỳ liền trước để so sánh",
            "this run has no tasks of the period just before to compare with",
        ),
    ),
    "visits": Need(
        lambda submission: bool(submission.villages.visits),
        Text("không có nhật ký đi thôn", "there is no log of visits to the villages"),
        "visits",
    ),
    "visits at hand": Need(
        lambda submission: any(each.villages.visits for each in (submission, *submission.earlier)),
        Text("không có nhật ký đi thôn", "there is no log of visits to the villages"),
        "visits",
    ),
    "village criteria": Need(
        lambda submission: bool(submission.villages.criteria),
        Text(
            "không có bảng tiêu chí nông thôn mới của thôn",
            "there is no sheet of new-rural criteria",
        ),
        "new_rural",
    ),
    "earlier criteria": Need(
        lambda submission: any(each.villages.criteria for each in submission.earlier),
        Text(
            "không có bảng tiêu chí nông thôn mới của kỳ trước để so sánh",
            "no earlier period has new-rural criteria to compare with",
        ),
    ),
    "owner": _column("Người thực hiện", "the owner", "owner", "owner_unit"),
    "assigner": _column("Người giao", "the assigner", "assigner"),
    "assigned_on": _column("Ngày giao", "the day of assignment", "assigned_on"),
    "deadline": _column("Thời hạn", "the deadline", "deadline"),
    "product": _column("Sản phẩm", "the product", "product"),
    "evaluator": _column("Người đánh giá", "the evaluator", "evaluator"),
    "finished": _column(
        "Số lượng hoàn thành", "the finished quantity", "finished", "finished_share"
    ),
    "finished_on": _column("Ngày hoàn thành", "the finishing date", "finished_on", "status"),
}


def run(
    checks: Iterable[Check[Run]], submission: Submission, find: Callable[[Run], Iterator[Finding]]
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """What the checks found, in the order in which findings are listed, and which could not run.

    A check over sheets one of which could not be read has looked at the others only, and says so.
    """
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for check in checks:
        needs = [NEEDS[need] for need in check.needs]
        lacking = next((need for need in needs if not need.met(submission)), None)
        if lacking is None:
            findings.extend(find(check.run))
        unread = next((why for need in needs for why in _unread(need, submission)), None)
        why = unread if unread is not None else lacking.why if lacking is not None else None
        if why is not None:
            not_run.extend(NotRun(code, why) for code in check.codes)
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: finding.order)
    return tuple(ordered), tuple(dict.fromkeys(not_run))


_SHEETS = {
    "tasks": Text("bảng giao việc", "the sheet of tasks"),
    "plan": Text("bảng kế hoạch", "the plan"),
    "common": Text("bảng tiêu chí chung", "the sheet of common criteria"),
    "roster": Text("danh sách", "the roster"),
    "catalogue": Text("danh mục", "the catalogue"),
    "leader_parts": Text("bảng tiêu chí lãnh đạo", "the sheet of leaders' parts"),
    "stated": Text("bảng tổng hợp", "the summary of results"),
    "organisations": Text("bảng kết quả của cơ quan, đơn vị", "the table of organisations"),
    "visits": Text("nhật ký đi thôn", "the log of visits"),
    "new_rural": Text("bảng tiêu chí nông thôn mới", "the sheet of new-rural criteria"),
}


def _unread(need: Need, submission: Submission) -> Iterator[Text]:
    """That a sheet of the kind is there, and could not be read."""
    for at in submission.unread_of(need.kind) if need.kind is not None else ():
        sheet = _SHEETS[need.kind or ""]
        yield Text(
            f"{sheet.vi} ở trang “{at.sheet}” không đọc được",
            f"{sheet.en} “{at.sheet}” could not be read",
        )


def each_task(look: Callable[[Task], Finding | None]) -> BeforeRun:
    """A check that looks at one task at a time."""

    def over_tasks(submission: Submission, _: RulesOf) -> Iterator[Finding]:
        for task in submission.tasks:
            finding = look(task)
            if finding is not None:
                yield finding

    return over_tasks


def rules_or_none(rules_of: RulesOf, kind: str) -> RuleSet | None:
    """The rule set for a kind of person, None where none is in force (X07 says so, once)."""
    try:
        return rules_of(kind)
    except NoRuleInForce:
        return None


_PROCESS = {"error": Severity.ERROR, "warning": Severity.WARNING, "off": None}


def process_severity(rules: RuleSet | None) -> Severity | None:
    """How grave a breach of "one focal point" or "who assigns evaluates" is; None where it is off.

    NĐ 335 does not spell these principles out, so their weight is the choice `process_rules`;
    a rule set that has no such choice takes the default, an error.
    """
    if rules is None or "process_rules" not in rules.choices:
        return Severity.ERROR
    return _PROCESS[rules.choice("process_rules").taken]


def named(task: Task, longest: int = 60) -> str:
    """The task as a message quotes it, shortened at a space."""
    words = " ".join((task.content or task.code or task.number or task.product or "?").split())
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[longest // 2 :] else cut}…"


def assigned_cell(task: Task, *fields: str) -> CellRef:
    """The cell of a field in the row of the assignment, where it has that column at all."""
    if any(task.at.has(field) for field in fields):
        return task.at.cell(*fields)
    return task.cell(*fields)
