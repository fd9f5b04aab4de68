"""What is recorded of a period: its people, the rules applied, its workbooks with their cells."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cadre_cli.domain.closed import (
    ClosedPeriod,
    ClosedPerson,
    ClosedSource,
    EntryRef,
    TakenChoice,
)
from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Source
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.findings import SourceGone
from cadre_cli.pipeline.files import Input, OfficeFiles, read_input
from cadre_cli.pipeline.intake import understand
from cadre_cli.pipeline.ledgers import inside
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.sealed_cells import cells_of, lives_on
from cadre_cli.rules.load import digest_of
from cadre_cli.rules.schema import RuleSet


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a period is to be closed; `why` and `document` are for closing it again."""

    period: Period
    at: datetime
    version: str
    why: str | None = None
    document: str | None = None
    dry_run: bool = False
    password: str | None = None


def draft_of(
    outcome: Outcome, names: Mapping[str, str], asked: Asked, wanted: Wanted
) -> ClosedPeriod:
    """The period as it is to be recorded; its entry is not known yet."""
    rules = rules_used(outcome, asked)
    return ClosedPeriod(
        office=outcome.office.name,
        period=wanted.period,
        entry=EntryRef(0, wanted.at, ""),
        as_of=asked.day(wanted.period),
        version=wanted.version,
        people=tuple(_person(each, rules, names) for each in outcome.results),
        events=tuple(_inside(each, names) for each in outcome.events),
        sources=(),
        findings={},
        rule_sets=_digests(outcome),
        asked_rules=asked.rules,
        why=wanted.why,
        document=wanted.document,
    )


def _digests(outcome: Outcome) -> Mapping[str, str]:
    office = outcome.office
    used = sorted({each.score.rule_set for each in outcome.results if each.score.rule_set})
    return {id_: digest_of(id_, office.overlay, office.extends or "") for id_ in used}


def sources_of(
    files: OfficeFiles, outcome: Outcome, folder: Path, wanted: Wanted
) -> tuple[tuple[ClosedSource, ...], tuple[Finding, ...]]:
    """The workbooks with their cells; what was saved anew while we scored cannot be closed."""
    sources: list[ClosedSource] = []
    moved: list[Finding] = []
    for source in outcome.sources:
        each, data = _as_scored(files, source)
        understood = None
        if data is not None:
            understood, _ = understand(data, source.file, files.office, wanted.password)
        if each is None or understood is None:
            at, period = CellRef(source.file), str(wanted.period)
            moved.append(SourceGone(at=at, period=period, what=source.file, why=_SAVED_MEANWHILE))
            continue
        cells = cells_of(understood, source.file, wanted.period)
        shared = source.shared or lives_on(understood, source.file, wanted.period)
        sources.append(ClosedSource(inside(each, folder), source.sha256, shared, cells))
    return tuple(sources), tuple(moved)


def _as_scored(files: OfficeFiles, source: Source) -> tuple[Input | None, bytes | None]:
    """The workbook that was scored, by its bytes: a roster beside it may bear the same name."""
    for each in (*files.inputs, *files.shared):
        data = read_input(each) if each.name == source.file else None
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == source.sha256:
            return each, data
    return None, None


_SAVED_MEANWHILE = Text(
    "vừa được lưu lại trong lúc chấm: chạy lại lệnh", "was saved while we scored: run again"
)


def _person(
    result: Classification, rules: Mapping[str, RuleSet], names: Mapping[str, str]
) -> ClosedPerson:
    officer, score = result.officer, result.score
    return ClosedPerson(
        name=officer.name,
        code=officer.code,
        unit=officer.unit,
        position=officer.position,
        kind=officer.kind,
        post=officer.post,
        group=officer.group,
        village=officer.village,
        rule_set=score.rule_set or None,
        choices=_choices(rules.get(officer.kind)) if score.rule_set else (),
        parts={name: step.value for name, step in score.parts.items()},
        total=None if score.root is None else score.root.value,
        grade_by_points=result.grade_by_points,
        grade=result.grade,
        not_rated=result.not_rated,
        reasons=tuple(reason.text for reason in result.reasons),
        cells=_rests_on(result, names),
        bases=result.bases(),
    )


def _inside(event: Event, names: Mapping[str, str]) -> Event:
    """An event whose place is named as within the office folder."""
    return replace(event, at=replace(event.at, file=names.get(event.at.file, event.at.file)))


def _choices(rules: RuleSet | None) -> tuple[TakenChoice, ...]:
    return tuple(
        TakenChoice(
            choice.id,
            choice.taken,
            choice.basis.authority,
            choice.basis.document,
            choice.basis.passage,
        )
        for choice in (() if rules is None else rules.choices.values())
    )


def _rests_on(result: Classification, names: Mapping[str, str]) -> tuple[CellRef, ...]:
    """The cells below a person's score, their class and what is missing, each once."""
    roots = [step for step in (result.score.root, *result.score.parts.values()) if step is not None]
    places = [step.at for root in roots for step in root.walk()]
    places += [each.at for each in result.score.missing]
    places += [each.at for each in result.reasons]
    cells = {
        replace(at, file=names.get(at.file, at.file))
        for at in places
        if at is not None and at.a1 is not None
    }
    return tuple(sorted(cells, key=lambda at: at.order))
