"""However an office dresses a month, the same people, tasks, scores and findings come back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.dressing.files import write
from tests.properties.dressing.layout import Sheet, lay_out
from tests.properties.dressing.wardrobe import FAMILIES, WARDROBE, Dressed, dressed

from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.intake import intake
from cadre_cli.pipeline.period import outcomes
from cadre_cli.vietnamese.text import key

OFFICE = Office(name="UBND xã Đồng Lim")
_TASK_FIELDS = (
    "category", "assigned", "coefficient", "finished", "finished_on", "assigned_on", "deadline",
    "failures", "latenesses",
)  # fmt: skip
_OF_THE_ROW = ("K03",)
"""Findings that name another cell of the row where the column they would name is not there."""


@dataclass(frozen=True)
class Month:
    """What came back: everything that decides a class, and what is told, by record and field."""

    periods: tuple[str, ...]
    people: tuple[object, ...]
    tasks: tuple[object, ...]
    scores: tuple[object, ...]
    findings: Counter[object]
    extra: frozenset[str]

    def besides(self, allowed: frozenset[str]) -> Month:
        told = Counter({one: n for one, n in self.findings.items() if one[0] not in allowed})
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return Month(**values | {"findings": told, "extra": frozenset()})


def read(clothes: Dressed) -> Month:
    files = write(lay_out(clothes.book), clothes.form)
    read = [intake(data, name, OFFICE) for name, (data, _) in files.items()]
    done = outcomes(OFFICE, read)
    sheets = {name: sheets for name, (_, sheets) in files.items()}
    with_results = [outcome for outcome in done if outcome.period is not None]
    return Month(
        periods=tuple(str(outcome.period) for outcome in with_results),
        people=tuple(sorted(_person(r) for o in with_results for r in o.results)),
        tasks=tuple(sorted((_task(t) for o in with_results for t in o.tasks), key=repr)),
        scores=tuple(sorted(_score(r) for o in with_results for r in o.results)),
        findings=Counter(_told(done, sheets)),
        extra=frozenset(f.code for o in done for f in o.findings),
    )


def _person(result: Classification) -> tuple[object, ...]:
    one = result.officer
    return (key(one.name), key(one.unit or ""), key(one.position or ""), one.kind, str(one.post))


def _task(task: Task) -> tuple[object, ...]:
    values = [getattr(task, name) for name in _TASK_FIELDS]
    people = [_names(task.owners), _names([task.assigner]), _names([task.evaluator])]
    return (key(task.content or ""), key(task.product or ""), *people, *values)


def _names(people: Iterable[Mention | None]) -> tuple[object, ...]:
    return tuple(None if one is None else (key(one.name), len(one.officers)) for one in people)


def _score(result: Classification) -> tuple[object, ...]:
    score = result.score
    parts = {name: str(step.value) for name, step in sorted(score.parts.items())}
    return (key(result.officer.name), str(parts), str(result.grade), str(result.not_rated))


def _told(done: Iterable[Outcome], sheets: dict[str, tuple[Sheet, ...]]) -> Iterable[object]:
    for outcome in done:
        for finding in outcome.findings:
            origin = _origin(finding.at, sheets)
            if finding.code in _OF_THE_ROW and isinstance(origin, tuple):
                origin = origin[0]
            yield (finding.code, origin)


def _origin(at: CellRef, files: dict[str, tuple[Sheet, ...]]) -> object:
    """The record and field of a finding's cell; None where it is about a sheet or a file."""
    if at.row is None or at.column is None:
        return None
    sheets = files[at.file]
    named = [sheet for sheet in sheets if sheet.name == at.sheet] or sheets[:1]
    return named[0].origin.get((at.row, at.column), at.a1)


@cache
def plain() -> Month:
    return read(Dressed((), "xlsx"))


def comes_back(clothes: Dressed) -> None:
    found = read(clothes)
    missing = clothes.brings - found.extra
    assert not missing, (missing, clothes)
    assert found.besides(clothes.may) == plain().besides(clothes.may)


def test_the_clean_month_has_what_is_wrong_in_it_on_purpose() -> None:
    assert set(plain().extra) == {"X06", "K03", "C01", "C05", "C11", "C12", "G07"}


@pytest.mark.parametrize("family", sorted(FAMILIES))
@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.data())
def test_one_family_of_quirks(family: str, data: st.DataObject) -> None:
    comes_back(data.draw(dressed(FAMILIES[family])))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(dressed(most=6))
def test_a_few_quirks_together(clothes: Dressed) -> None:
    comes_back(clothes)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(dressed())
def test_any_quirks_together(clothes: Dressed) -> None:
    comes_back(clothes)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(WARDROBE)))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_quirk_alone(place: int, data: st.DataObject) -> None:
    comes_back(data.draw(dressed(WARDROBE[place : place + 1])))
