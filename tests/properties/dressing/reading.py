"""What comes back from a dressed month: people, tasks, scores, and each finding by its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from tests.properties.dressing.files import PASSWORD, write
from tests.properties.dressing.layout import Sheet, lay_out
from tests.properties.dressing.page import EXTRA
from tests.properties.dressing.wardrobe import Dressed

from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.intake import Reading, intake
from cadre_cli.pipeline.period import outcomes
from cadre_cli.vietnamese.text import key

OFFICE = Office(name="UBND xã Đồng Lim")
_READING = Reading(password=PASSWORD)
_TASK_FIELDS = (
    "category", "assigned", "coefficient", "finished", "finished_on", "assigned_on", "deadline",
    "failures", "latenesses",
)  # fmt: skip
_OF_THE_ROW = ("K03",)
"""Findings that name another cell of the row where the column they would name is not there."""
_IN_ONE_CELL = {"C11": "total", "C12": "grade"}
"""Findings about the total or the class, which may stand in one cell."""


@dataclass(frozen=True)
class Month:
    """What came back: everything that decides a class, and what is told, by record and field."""

    periods: tuple[str, ...]
    people: tuple[object, ...]
    tasks: tuple[object, ...]
    scores: tuple[object, ...]
    findings: Counter[object]
    extra: frozenset[str]
    asked: frozenset[str]
    """Codes of the findings at rows that were put in to be asked about."""

    def besides(self, allowed: frozenset[str]) -> Month:
        told = Counter({one: n for one, n in self.findings.items() if one[0] not in allowed})
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        hidden = {"findings": told, "extra": frozenset(), "asked": frozenset()}
        return Month(**values | hidden)


@dataclass(frozen=True)
class _Names:
    """The name somebody has in the clean month; whoever is on record stands for all mentions."""

    called: Mapping[str, str]
    officers: Mapping[str, Officer]

    def of(self, officer: Officer) -> str:
        both = f"{key(officer.name)}|{key(officer.unit or '')}"
        return self.called.get(both) or self.called.get(key(officer.name)) or key(officer.name)

    def mentioned(self, mention: Mention | None) -> object:
        if mention is None:
            return None
        if len(mention.officers) == 1:
            return self.of(self.officers[mention.officers[0]])
        return (key(mention.name), len(mention.officers))


def read(clothes: Dressed) -> Month:
    files = write(lay_out(clothes.book), clothes.form)
    taken = [intake(data, name, OFFICE, _READING) for name, (data, _) in files.items()]
    done = outcomes(OFFICE, taken)
    sheets = {name: sheets for name, (_, sheets) in files.items()}
    ours = [one for one in done if one.period is None or str(one.period) not in clothes.besides]
    with_results = [outcome for outcome in ours if outcome.period is not None]
    results = [result for outcome in with_results for result in outcome.results]
    names = _Names(clothes.called, {result.officer.id: result.officer for result in results})
    tasks = [task for outcome in with_results for task in outcome.tasks]
    told = list(_told(ours, sheets))
    return Month(
        periods=tuple(str(outcome.period) for outcome in with_results),
        people=tuple(sorted(_person(result, names) for result in results)),
        tasks=tuple(sorted((_task(t, names) for t in tasks if not _is_extra(t)), key=repr)),
        scores=tuple(sorted(_score(result, names) for result in results)),
        findings=Counter(one for one in told if not _at_extra(one)),
        extra=frozenset(f.code for outcome in ours for f in outcome.findings),
        asked=frozenset(str(one[0]) for one in told if _at_extra(one)),
    )


def _person(result: Classification, names: _Names) -> tuple[object, ...]:
    one = result.officer
    return (names.of(one), key(one.unit or ""), key(one.position or ""), one.kind, str(one.post))


def _task(task: Task, names: _Names) -> tuple[object, ...]:
    values = [getattr(task, name) for name in _TASK_FIELDS]
    owners = tuple(names.mentioned(owner) for owner in task.owners)
    people = (owners, names.mentioned(task.assigner), names.mentioned(task.evaluator))
    return (key(task.content or ""), key(task.product or ""), *people, *values)


def _is_extra(task: Task) -> bool:
    return key(task.content or "").startswith(key(EXTRA))


def _score(result: Classification, names: _Names) -> tuple[object, ...]:
    score = result.score
    parts = {name: str(step.value) for name, step in sorted(score.parts.items())}
    return (names.of(result.officer), str(parts), str(result.grade), str(result.not_rated))


_Told = tuple[str, object]


def _told(done: Iterable[Outcome], sheets: Mapping[str, tuple[Sheet, ...]]) -> Iterator[_Told]:
    for outcome in done:
        for finding in outcome.findings:
            origin = _origin(finding.at, sheets)
            if isinstance(origin, tuple):
                origin = _of_record(finding.code, *origin)
            yield (finding.code, origin)


def _of_record(code: str, record: str, field: str) -> object:
    if code in _OF_THE_ROW:
        return record
    if "+" in field:
        field = _IN_ONE_CELL.get(code, field)
    return (record, field.partition(":")[0])


def _at_extra(told: _Told) -> bool:
    origin = told[1]
    record = origin[0] if isinstance(origin, tuple) else origin
    return isinstance(record, str) and record.startswith(EXTRA)


def _origin(at: CellRef, files: Mapping[str, tuple[Sheet, ...]]) -> object:
    """The record and field of a finding's cell; None where it is about a sheet or a file."""
    if at.row is None or at.column is None:
        return None
    sheets = files[at.file]
    named = [sheet for sheet in sheets if sheet.name == at.sheet] or sheets[:1]
    return named[0].origin.get((at.row, at.column), at.a1)


@cache
def expected(plain: Dressed) -> Month:
    """What must come back: the clean month with what the quirks truly change, in plain cells."""
    return read(plain)
