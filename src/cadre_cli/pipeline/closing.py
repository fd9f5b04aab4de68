"""`cadre close`: one office's period, scored, goes into the ledger for good."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.bodies import CLOSE, closing_body
from cadre_cli.ledger.chain import canonical
from cadre_cli.ledger.file import LEDGER, LedgerFault, appending
from cadre_cli.ledger.findings import (
    ClockOdd,
    ClosedWithErrors,
    DecisionIncomplete,
    SourceGone,
)
from cadre_cli.ledger.history import history
from cadre_cli.ledger.reading import Told, read_ledger, told, unusable
from cadre_cli.pipeline.auditing import changes_since, of_another_office
from cadre_cli.pipeline.files import OfficeFiles, read_input
from cadre_cli.pipeline.intake import understand
from cadre_cli.pipeline.ledgers import inside, office_folder
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.sealed_cells import cells_of, lives_on
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


@dataclass(frozen=True, slots=True)
class Closing:
    """What became of closing one office's period.

    `entry` is what was written, `draft` what was (or would be) recorded, `former` the closing that
    stands already. Without any of them there was nothing to close.
    """

    office: str | None
    ledger: Path
    wanted: Period
    findings: tuple[Finding, ...] = ()
    entry: EntryRef | None = None
    draft: ClosedPeriod | None = None
    former: ClosedPeriod | None = None
    known: tuple[Period, ...] = ()
    """The periods that the workbooks are about."""
    refused: Text | None = None

    @property
    def nobody(self) -> bool:
        """Whether there are workbooks of the period, and nobody has a result."""
        nothing = self.draft is None and self.former is None and self.refused is None
        return nothing and self.wanted in self.known


def close(
    files: OfficeFiles, outcomes: Sequence[Outcome], given: Path, asked: Asked, wanted: Wanted
) -> Closing:
    """Close the period of one office, unless it is closed, cannot be, or was only to be shown."""
    folder = office_folder(files, given)
    path = folder / LEDGER
    outcome = next((each for each in outcomes if each.period == wanted.period), None)
    read = read_ledger(path)
    named = files.office if outcome is None else outcome.office
    known = tuple(each.period for each in outcomes if each.period is not None)
    done = Closing(named.name, path, wanted.period, read.findings, known=known)
    if _unfit(read):
        return done
    done = replace(done, findings=(*read.findings, *of_another_office(read.history, named, path)))
    if done.findings != read.findings:
        return done
    former = read.history.closed_in(wanted.period)
    if former is not None and wanted.why is None and wanted.document is None:
        since = changes_since(former, folder, files.office, wanted.password)
        return replace(done, former=former, findings=(*done.findings, *since))
    if former is not None and (lacks := _lacking(wanted)) is not None:
        return replace(done, former=former, findings=(*done.findings, lacks))
    if former is None and (wanted.why is not None or wanted.document is not None):
        return replace(done, refused=_NOT_CLOSED_YET)
    if outcome is None or not outcome.results:
        return done
    unplaced = [each for each in outcomes if each.period is None]
    said = (*outcome.findings, *(finding for each in unplaced for finding in each.findings))
    sources, moved = _sources(files, outcome, folder, wanted)
    if moved:
        return replace(done, former=former, findings=(*done.findings, *moved))
    names = {each.name: inside(each, folder) for each in (*files.inputs, *files.shared)}
    draft = replace(
        _draft(outcome, names, asked, wanted),
        sources=sources,
        findings=_counted(said),
        supersedes=None if former is None else former.entry.seq,
    )
    done = replace(done, draft=draft, former=former)
    done = replace(done, findings=(*done.findings, *_with_errors(said, wanted.period, path)))
    return done if wanted.dry_run else _written(done, draft, wanted)


def _written(done: Closing, draft: ClosedPeriod, wanted: Wanted) -> Closing:
    """The entry in the ledger, unless somebody was quicker."""
    at = wanted.at.isoformat()
    try:
        with appending(done.ledger) as held:
            now = told(done.ledger, held.stored)
            standing = now.history.closed_in(wanted.period)
            if _unfit(now):
                return replace(done, draft=None, findings=now.findings)
            if (standing and standing.entry) != (done.former and done.former.entry):
                return replace(done, draft=None, former=standing)
            entry = held.append(CLOSE, at, canonical(closing_body(draft)))
            kept = (*held.stored.entries, entry)
    except LedgerFault as fault:
        return replace(done, draft=None, findings=(*done.findings, unusable(done.ledger, fault)))
    draft = history(kept).closings[-1]
    return replace(
        done,
        entry=entry.ref,
        draft=draft,
        findings=(*done.findings, *_odd(draft, done.ledger)),
    )


def _unfit(read: Told) -> bool:
    """Whether nothing may be written to this ledger."""
    return any(finding.severity is Severity.ERROR for finding in read.findings)


def _lacking(wanted: Wanted) -> DecisionIncomplete | None:
    lacks = [
        name
        for name, given in ((_WHY, wanted.why), (_DOCUMENT, wanted.document))
        if not (given or "").strip()
    ]
    if not lacks:
        return None
    words = Text(", ".join(each.vi for each in lacks), ", ".join(each.en for each in lacks))
    who = f"{wanted.period}"
    return DecisionIncomplete(at=CellRef(LEDGER), who=who, lacks=words)


_WHY = Text("lý do (--why)", "the reason (--why)")
_DOCUMENT = Text("văn bản (--document)", "the document (--document)")


def _counted(findings: Sequence[Finding]) -> Mapping[Severity, int]:
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in Severity}


def _with_errors(said: Sequence[Finding], period: Period, path: Path) -> Iterator[Finding]:
    codes = [finding.code for finding in said if finding.severity is Severity.ERROR]
    if codes:
        yield ClosedWithErrors(
            at=CellRef(path.name),
            period=str(period),
            count=len(codes),
            codes=tuple(sorted(set(codes))),
        )


def _odd(draft: ClosedPeriod, path: Path) -> Iterator[Finding]:
    """A clock that says the period has not even begun."""
    moment = draft.entry.at.date()
    if moment < draft.period.first_day:
        title = draft.period.title
        what = Text(f"trước cả {title.vi}", f"before {title.en} began")
        yield ClockOdd(at=CellRef(path.name), entry=draft.entry.seq, moment=moment, what=what)


def _draft(
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
        sources=(),
        findings={},
        why=wanted.why,
        document=wanted.document,
    )


def _sources(
    files: OfficeFiles, outcome: Outcome, folder: Path, wanted: Wanted
) -> tuple[tuple[ClosedSource, ...], tuple[Finding, ...]]:
    """The workbooks with their cells; what was saved anew while we scored cannot be closed."""
    inputs = {each.name: each for each in (*files.inputs, *files.shared)}
    sources: list[ClosedSource] = []
    moved: list[Finding] = []
    for source in outcome.sources:
        each = inputs[source.file]
        data = read_input(each)
        understood = None
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == source.sha256:
            understood, _ = understand(data, each.name, files.office, wanted.password)
        if understood is None:
            at, period = CellRef(source.file), str(wanted.period)
            moved.append(SourceGone(at=at, period=period, what=source.file, why=_SAVED_MEANWHILE))
            continue
        cells = cells_of(understood, each.name, wanted.period)
        shared = source.shared or lives_on(understood, each.name, wanted.period)
        sources.append(ClosedSource(inside(each, folder), source.sha256, shared, cells))
    return tuple(sources), tuple(moved)


_NOT_CLOSED_YET = Text(
    "Kỳ này chưa chốt lần nào: bỏ --why và --document, chúng chỉ dùng khi chốt lại.",
    "The period is not closed yet: leave out --why and --document, which are for closing again.",
)
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
    )


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
