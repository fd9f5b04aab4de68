"""Sheets of one office and period joined: plan, assignment and result of a task; people; catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records, Submission
from cadre_cli.domain.tasks import Category, Phase, Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.converting import from_catalogue
from cadre_cli.pipeline.organisations import organisations_of
from cadre_cli.pipeline.own_rules import rules_of_office
from cadre_cli.pipeline.passed_over import with_passed_over
from cadre_cli.pipeline.people import Directory, officers_of
from cadre_cli.pipeline.placing import CHOICE as CHANGE
from cadre_cli.pipeline.placing import as_of_period, rows_in_force
from cadre_cli.pipeline.quantities import with_quantities
from cadre_cli.pipeline.stated_placements import with_stated
from cadre_cli.pipeline.villages import villages_resolved
from cadre_cli.rules.decisions import taken
from cadre_cli.vietnamese.text import key

_RESULTS = (
    "finished",
    "finished_share",
    "said_unfinished",
    "finished_on",
    "failures",
    "latenesses",
    "quality_met",
    "on_time",
    "evaluator",
    "evaluated_on",
    "objective_cause",
    "confirmed_by",
    "handed_to",
    "points",
    "max_points",
    "share_cell",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultWithoutTask(Finding):
    """Dòng kết quả, dòng nguyên nhân khách quan phải khớp với đúng một việc đã giao.

    Thường do số việc (hoặc mã, tên việc) ở hai bảng ghi khác nhau, hoặc một số việc dùng cho nhiều
    dòng giao. Dòng này chưa được tính cho ai.
    """

    code: ClassVar[str] = "D10"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Dòng “{task}” chưa ghép được với việc đã giao: {why}.",
        en="The row “{task}” cannot be put beside an assigned task: {why}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Ghi số việc (hoặc mã) giống hệt ở bảng giao việc; mỗi dòng giao một số riêng.",
        en="Write the same task number (or code) as in the assignment sheet, one number a line.",
    )
    wrong: ClassVar[str] = "| Số việc | Số lượng hoàn thành |\n|---|---|\n| 17a | 2 |"
    right: ClassVar[str] = "| Số việc | Số lượng hoàn thành |\n|---|---|\n| 17 | 2 |"

    task: str
    why: Text


_NO_MATCH = Text("không có việc nào khớp", "no task fits it")
_TAKEN = Text("việc này đã có một dòng kết quả khác", "the task has another result already")
_NO_NUMBER = Text("chưa ghi số việc", "it names no task")


def _several(matches: int) -> Text:
    return Text(f"có {matches} việc cùng khớp", f"{matches} tasks fit it")


def join(
    records: Records, office: Office, period: Period, sources: tuple[Source, ...]
) -> tuple[Submission, tuple[Finding, ...]]:
    """All records of one office and period as one submission, with every person told apart."""
    how = _change_taken(office)
    records = replace(records, officers=rows_in_force(records.officers, period, how))
    people = with_stated(officers_of(records), records.placements)
    directory = _with_superiors(Directory.of(people))
    tasks, findings = _with_results(tuple(_resolved(t, directory) for t in records.tasks))
    plan = tuple(task for task in tasks if task.phase is Phase.PLAN)
    assigned = [task for task in tasks if task.phase is not Phase.PLAN]
    events = tuple(replace(e, who=directory.resolve_or_ask(e.who)) for e in records.events)
    officers, events, unclear = as_of_period(
        directory.officers, events, period, how, office.name or ""
    )
    assigned, unplaced = _confirmed(assigned, events)
    counted, uncounted = with_quantities(from_catalogue(assigned, records.catalogue))
    kinds = records.kinds | ({"plan"} if plan else set()) | ({"tasks"} if assigned else set())
    return (
        Submission(
            office=office,
            period=period,
            officers=officers,
            tasks=counted,
            plan=plan,
            catalogue=records.catalogue,
            common=with_passed_over(
                _entered(tuple(replace(c, who=directory.resolve(c.who)) for c in records.common)),
                officers,
            ),
            leader_parts=tuple(
                replace(p, who=directory.resolve(p.who)) for p in records.leader_parts
            ),
            events=events,
            stated=tuple(replace(s, who=directory.resolve(s.who)) for s in records.stated),
            sources=sources,
            kinds=frozenset(kinds),
            unread=tuple(dict.fromkeys(records.unread)),
            result_rows=tuple(
                replace(r, who=directory.resolve(r.who)) for r in records.result_rows
            ),
            organisations=organisations_of(records, office),
            brought=tuple(replace(b, who=directory.resolve(b.who)) for b in records.brought),
            villages=villages_resolved(records.villages, directory.resolve_or_ask),
            placements=tuple(replace(p, who=directory.resolve(p.who)) for p in records.placements),
        ),
        (*findings, *unplaced, *uncounted, *unclear),
    )


def _change_taken(office: Office) -> str:
    """How the office takes a period in which somebody's post, unit or kind changed."""
    terms = rules_of_office(office).choice_terms(CHANGE)
    return taken(terms[0], office.decisions).taken


def _with_superiors(directory: Directory) -> Directory:
    """The roster's own mentions of superiors resolved, so that homonyms are told apart there too."""
    return Directory.of(
        officer
        if officer.superior is None
        else replace(officer, superior=directory.resolve(officer.superior, officer.unit))
        for officer in directory.officers
    )


def _resolved(task: Task, directory: Directory) -> Task:
    def one(mention: Mention | None) -> Mention | None:
        return None if mention is None else directory.resolve(mention, task.unit)

    def many(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(directory.resolve(mention, task.unit) for mention in mentions)

    return replace(
        task,
        owners=tuple(directory.resolve_or_ask(owner, task.unit) for owner in task.owners),
        co_owners=many(task.co_owners),
        assigner=one(task.assigner),
        evaluator=one(task.evaluator),
        handed_to=one(task.handed_to),
    )


def _with_results(tasks: tuple[Task, ...]) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """Rows of an evaluation sheet put beside the row that assigned the task."""
    results = [task for task in tasks if task.phase is Phase.EVALUATION]
    if not results:
        return tasks, ()
    joined = [task for task in tasks if task.phase is not Phase.EVALUATION]
    places = {
        id(task): number for number, task in enumerate(joined) if task.phase is Phase.ASSIGNMENT
    }
    index = _index(task for task in joined if task.phase is Phase.ASSIGNMENT)
    findings: list[Finding] = []
    matches = [(result, _matching(result, index)) for result in results]
    # What agrees throughout goes first: a code alone may fit the task of another row.
    for result, matching in sorted(matches, key=lambda one: not _agree(*one)):
        place = places.get(id(matching[0])) if len(matching) == 1 else None
        if place is None:
            why = _several(len(matching)) if matching else _NO_MATCH
            findings.append(_unmatched(result, why))
        elif joined[place].result_at is not None:
            findings.append(_unmatched(result, _TAKEN))
        else:
            joined[place] = _evaluated(joined[place], result)
    return tuple(joined), tuple(findings)


def _agree(result: Task, matching: tuple[Task, ...]) -> bool:
    names = dict(_names(result))
    return len(matching) == 1 and all(
        names.get(name, value) == value for name, value in _names(matching[0])
    )


def _unmatched(result: Task, why: Text) -> Finding:
    words = result.number or result.code or result.content or "?"
    return ResultWithoutTask(at=result.at.cell("number", "code", "content"), task=words, why=why)


_Index = Mapping[tuple[str, str], tuple[Task, ...]]


def _index(tasks: Iterable[Task]) -> _Index:
    index: dict[tuple[str, str], list[Task]] = defaultdict(list)
    for task in tasks:
        for name, value in _names(task):
            index[name, value].append(task)
    return {name: tuple(found) for name, found in index.items()}


def _names(task: Task) -> Iterable[tuple[str, str]]:
    """What a row can be joined by, surest first: its number, its code, its words."""
    for name in ("number", "code", "content"):
        value = getattr(task, name)
        if value:
            yield name, key(value)


def _matching(result: Task, index: _Index) -> tuple[Task, ...]:
    """The tasks that fit by the surest name that fits any, narrowed by owner and the other names.

    A code of the catalogue stands for the work of many: it joins nobody's result to another's task.
    """
    names = tuple(_names(result))
    owners = {mention.officer for mention in result.owners}
    for name in names:
        found = index.get(name, ())
        own = tuple(t for t in found if owners & {m.officer for m in t.owners})
        if result.owners and (own or name[0] == "code"):
            found = own
        for other in names:
            found = tuple(t for t in found if t in index.get(other, ())) or found
        if found:
            return found
    return ()


def _evaluated(task: Task, result: Task) -> Task:
    told = {name: getattr(result, name) for name in _RESULTS if getattr(task, name) is None}
    note = "; ".join(part for part in (task.note, result.note) if part) or None
    return replace(
        task,
        **told,
        note=note,
        category=task.category if result.category is Category.PLANNED else result.category,
        extra_allowed=task.extra_allowed or result.extra_allowed,
        phase=Phase.WHOLE,
        result_at=result.at,
        result_owners=result.owners,
    )


def _entered(common: tuple[CommonMarks, ...]) -> tuple[CommonMarks, ...]:
    """Without what a summary repeats of people whose marks stand in a sheet of their own.

    A slip with nothing but the person's own points does not make the summary a repetition. Bonus and
    penalty, and an office's own table of 100 points, repeat nothing.
    """
    marked = {
        entry.who.officer
        for entry in common
        if not entry.from_summary
        and any(mark.points is not None and mark.scorer > 0 for mark in entry.marks)
    }
    return tuple(
        replace(c, marks=()) if c.from_summary and c.who.officer in marked else c
        for c in common
        if not c.from_summary or c.who.officer not in marked or c.table or c.adjustments
    )


def _confirmed(
    tasks: list[Task], events: tuple[Event, ...]
) -> tuple[list[Task], tuple[Finding, ...]]:
    """Objective causes of an events sheet put on the task they are about; what fits none is told."""
    causes = [event for event in events if event.kind is EventKind.OBJECTIVE_CAUSE]
    placed = list(tasks)
    findings: list[Finding] = []
    for cause in causes:
        places = [number for number, task in enumerate(tasks) if _is_about(cause, task)]
        if len(places) == 1:
            placed[places[0]] = _with_cause(placed[places[0]], cause)
        elif cause.confirmed_by:  # C06 names the others
            why = _several(len(places)) if places else _NO_MATCH if cause.task else _NO_NUMBER
            findings.append(ResultWithoutTask(at=cause.at, task=cause.task or cause.words, why=why))
    return placed, tuple(findings)


def _is_about(cause: Event, task: Task) -> bool:
    """Whether the cause names the task, and nobody else than its owner."""
    if cause.task is None or key(cause.task) not in {key(n) for n in (task.number, task.code) if n}:
        return False
    return not cause.who.name or any(cause.who.officer in owner.officers for owner in task.owners)


def _with_cause(task: Task, cause: Event) -> Task:
    return replace(
        task,
        objective_cause=task.objective_cause or cause.words,
        confirmed_by=task.confirmed_by or cause.confirmed_by,
    )
