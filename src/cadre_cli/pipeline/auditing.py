"""`cadre audit`: the chain recomputed, the workbooks of closed periods read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cadre_cli.domain.closed import ClosedPeriod, ClosedSource, Decision, EntryRef, Petition
from cadre_cli.domain.findings import Finding, NotRun, Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.findings import (
    ChainBroken,
    DecisionOfNobody,
    LedgerUnusable,
    PetitionLate,
    SavedAgain,
    SourceGone,
    WorkbookChanged,
)
from cadre_cli.ledger.history import History
from cadre_cli.ledger.reading import read_ledger
from cadre_cli.pipeline.files import Input, read_input
from cadre_cli.pipeline.intake import Understood, understand
from cadre_cli.pipeline.ledgers import Home, same_bytes
from cadre_cli.pipeline.sealed_cells import Difference, cell_words, cells_of, differences
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Audited:
    """One office's ledger against the office's folder as it is now.

    `last` is the newest entry, whose seal stands for the whole ledger; None where there is no
    ledger or an empty one.
    """

    office: str | None
    shown: str
    exists: bool
    entries: int = 0
    last: EntryRef | None = None
    closed: tuple[ClosedPeriod, ...] = ()
    decisions: tuple[Decision, ...] = ()
    petitions: tuple[Petition, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """`as_of` is the day petitions are judged on; `seal` one that the ledger must hold."""

    as_of: date | None = None
    seal: str | None = None
    password: str | None = None


def audit(home: Home, asked: AuditAsked) -> Audited:
    """Everything that can be told about an office's ledger."""
    path, office = home.ledger, home.files.office
    if not path.exists():
        return Audited(office.name, home.shown, exists=False)
    told = read_ledger(path)
    history = told.history
    found = [*told.findings, *of_another_office(history.office, office, path)]
    if asked.seal is not None and not any(e.hash.startswith(asked.seal) for e in told.entries):
        what = _NO_SEAL.fill(seal=asked.seal)
        found.append(ChainBroken(at=CellRef(path.name), entry=len(told.entries) + 1, what=what))
    opened = _Workbooks(home.folder, office, asked.password)
    for closed in () if home.is_copy else history.closed:
        found += _changes(closed, opened)
    found += _strays(history, path)
    late, not_run = _late(history, asked.as_of, path)
    found += late
    return Audited(
        office=history.office or office.name,
        shown=home.shown,
        exists=True,
        entries=len(told.entries),
        last=told.entries[-1].ref if told.entries and not _broken(told.findings) else None,
        closed=history.closed,
        decisions=history.decisions,
        petitions=history.petitions,
        findings=tuple(found),
        not_run=(*not_run, NotRun("S01", _COPY)) if home.is_copy else not_run,
    )


def _broken(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def changes_since(
    closed: ClosedPeriod, folder: Path, office: Office, password: str | None
) -> tuple[Finding, ...]:
    """What became of a closed period's workbooks since."""
    return tuple(_changes(closed, _Workbooks(folder, office, password)))


class _Workbooks:
    """The workbooks of the office folder, each read and taken apart at most once in an audit."""

    def __init__(self, folder: Path, office: Office, password: str | None) -> None:
        self._folder = folder
        self._office = office
        self._password = password
        self._bytes: dict[str, bytes | Text] = {}
        self._understood: dict[str, Understood | Text] = {}

    def sha256(self, file: str) -> str | Text:
        """The hash of the workbook as it is now, or why it cannot be read."""
        if file not in self._bytes:
            data = read_input(Input(self._folder / file, file))
            if isinstance(data, Finding):
                self._bytes[file] = _GONE if not (self._folder / file).exists() else _said(data)
            else:
                self._bytes[file] = data
        held = self._bytes[file]
        return held if isinstance(held, Text) else hashlib.sha256(held).hexdigest()

    def moved(self, source: ClosedSource) -> Text:
        """That a workbook is gone, and where its like lies now."""
        place = same_bytes(self._folder, source.sha256)
        return _GONE if place is None else _MOVED.fill(place=place)

    def understood(self, file: str) -> Understood | Text:
        """What the workbook is taken for now; ask for its hash first."""
        if file not in self._understood:
            data = self._bytes[file]
            if isinstance(data, Text):
                return data
            found, said = understand(data, file, self._office, self._password)
            self._understood[file] = _said(said[-1]) if found is None else found
        return self._understood[file]


def _said(finding: Finding) -> Text:
    vi, en = finding.said("vi"), finding.said("en")
    return Text(f"không đọc được: {vi}".rstrip("."), f"cannot be read: {en}".rstrip("."))


def _changes(closed: ClosedPeriod, workbooks: _Workbooks) -> Iterator[Finding]:
    for source in closed.sources:
        sha256 = workbooks.sha256(source.file)
        if sha256 == source.sha256:
            continue
        now = sha256 if isinstance(sha256, Text) else workbooks.understood(source.file)
        if isinstance(now, Text):
            if now is _GONE:
                now = workbooks.moved(source)
            yield _gone(closed, source, source.file, now)
        else:
            yield from _cells_changed(closed, source, now)


def _cells_changed(
    closed: ClosedPeriod, source: ClosedSource, understood: Understood
) -> Iterator[Finding]:
    now = cells_of(understood, source.file, closed.period)
    gone, changed = differences(source.file, source.cells, now)
    for sheet in gone:
        yield _gone(closed, source, sheet, _SHEET_GONE)
    for each in sorted(changed, key=lambda one: not _whose(closed, one).vi):
        yield WorkbookChanged(
            at=each.at,
            severity=_severity(source),
            period=str(closed.period),
            was=cell_words(each.was),
            now=cell_words(each.now),
            whose=_whose(closed, each),
        )
    if not gone and not changed:
        count = sum(len(cells) for cells in source.cells.values())
        yield SavedAgain(at=CellRef(source.file), period=str(closed.period), count=count)


def _severity(source: ClosedSource) -> Severity:
    """A roster or catalogue of the office folder lives on; the workbook of a month does not."""
    return Severity.WARNING if source.shared else Severity.ERROR


def _gone(closed: ClosedPeriod, source: ClosedSource, what: str, why: Text) -> SourceGone:
    at = CellRef(source.file) if what == source.file else CellRef(source.file, what)
    period, severity = str(closed.period), _severity(source)
    return SourceGone(at=at, severity=severity, period=period, what=what, why=why)


def _whose(closed: ClosedPeriod, changed: Difference) -> Text:
    names = [person.name for person in closed.people if changed.at in person.cells]
    if not names:
        return Text("", "")
    told = ", ".join(names)
    return Text(f" (điểm của {told} dựa vào ô này)", f" (the score of {told} rests on it)")


def _strays(history: History, path: Path) -> Iterator[Finding]:
    for each in history.strays():
        yield DecisionOfNobody(
            at=CellRef(path.name),
            entry=each.entry.seq,
            who=each.who.name,
            period=str(each.period),
        )


def _late(
    history: History, day: date | None, path: Path
) -> tuple[list[Finding], tuple[NotRun, ...]]:
    """Petitions past their term on `day`; without a day lateness is not judged, and that is said."""
    still = [each for each in history.petitions if each.answered is None]
    if day is None:
        due = any(each.due is not None for each in still)
        return [], (NotRun("S07", _NO_DAY),) if due else ()
    late: list[Finding] = [
        PetitionLate(
            at=CellRef(path.name),
            who=each.who.name,
            period=str(each.period),
            received=each.received,
            due=each.due,
            day=day,
        )
        for each in still
        if each.due is not None and each.due < day
    ]
    return late, ()


def of_another_office(theirs: str | None, office: Office, path: Path) -> Iterator[Finding]:
    """That the ledger in the folder is another office's, where both names are known."""
    ours = office.name
    if theirs is None or ours is None or key(theirs) == key(ours):
        return
    yield LedgerUnusable(
        at=CellRef(path.name),
        why=Text(
            f"đây là sổ của “{theirs}”, không phải của “{ours}”",
            f"it is the ledger of “{theirs}”, not of “{ours}”",
        ),
        remedy_text=_OWN_LEDGER,
    )


_OWN_LEDGER = Text(
    "Chép lại đúng sổ của cơ quan; nếu cơ quan đổi tên, sáp nhập thì cất sổ cũ ở thư mục khác và mở "
    "sổ mới.",
    "Put the office's own ledger into the folder; after a merger or a change of name keep the former "
    "ledger elsewhere and begin a new one.",
)
_COPY = Text(
    "bản sao của sổ, nằm dưới thư mục của cơ quan: chỉ soát chuỗi niêm phong",
    "a copy of the ledger below the office's folder: only its chain was checked",
)
_GONE = Text("không còn ở chỗ cũ", "is no longer in its place")
_MOVED = Text(
    "không còn ở chỗ cũ; tệp có nội dung y nguyên nay nằm ở “{place}”",
    "is no longer in its place; a file of the same content lies at “{place}”",
)
_SHEET_GONE = Text(
    "không còn, hoặc không còn nói về kỳ này", "is gone, or no longer speaks of the period"
)
_NO_DAY = Text(
    "không biết hôm nay là ngày nào: ghi --as-of để biết kiến nghị nào quá hạn",
    "today is not known: state --as-of to learn which petitions are late",
)
_NO_SEAL = Text(
    "không có mục nào mang mã niêm phong “{seal}”: sổ này không phải sổ đã ghi ở biên bản, hoặc "
    "phần cuối đã bị bỏ đi",
    "no entry bears the seal “{seal}”: it is not the ledger of the minutes, or its end was taken away",
)
