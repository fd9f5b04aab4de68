"""`cadre close`: one office's period, scored, goes into the ledger for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cadre_cli.domain.closed import (
    ClosedPeriod,
    EntryRef,
)
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.bodies import CLOSE, closing_body
from cadre_cli.ledger.chain import canonical
from cadre_cli.ledger.file import LEDGER, LedgerFault, appending
from cadre_cli.ledger.findings import (
    ClockOdd,
    ClosedWithErrors,
    DecisionIncomplete,
)
from cadre_cli.ledger.history import history
from cadre_cli.ledger.reading import Told, read_ledger, told, unusable
from cadre_cli.pipeline.auditing import changes_since, of_another_office
from cadre_cli.pipeline.files import OfficeFiles
from cadre_cli.pipeline.ledgers import inside, office_folder
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.recording import Wanted, draft_of, sources_of


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
        return self._empty and self.wanted in self.known

    @property
    def nothing(self) -> bool:
        """Whether no workbook is about the period."""
        return self._empty and self.wanted not in self.known

    @property
    def _empty(self) -> bool:
        return self.draft is None and self.former is None and self.refused is None


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
    done = replace(
        done, findings=(*read.findings, *of_another_office(read.history.office, named, path))
    )
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
    sources, moved = sources_of(files, outcome, folder, wanted)
    if moved:
        return replace(done, former=former, findings=(*done.findings, *moved))
    names = {each.name: inside(each, folder) for each in (*files.inputs, *files.shared)}
    draft = replace(
        draft_of(outcome, names, asked, wanted),
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


_NOT_CLOSED_YET = Text(
    "Kỳ này chưa chốt lần nào: bỏ --why và --document, chúng chỉ dùng khi chốt lại.",
    "The period is not closed yet: leave out --why and --document, which are for closing again.",
)
