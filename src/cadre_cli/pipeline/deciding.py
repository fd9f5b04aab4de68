"""`cadre decide`: what the authority decided, and petitions, go into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cadre_cli.domain.closed import ClosedPerson, Decision, EntryRef, Petition
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.working_days import working_days_after
from cadre_cli.ledger.bodies import ANSWER, DECISION, PETITION, REVOCATION, Body, named_body
from cadre_cli.ledger.chain import canonical
from cadre_cli.ledger.file import LEDGER, LedgerFault, appending, stored
from cadre_cli.ledger.findings import DecisionIncomplete
from cadre_cli.ledger.history import History, same_person
from cadre_cli.ledger.reading import told, unusable
from cadre_cli.rules.load import book_for, rules_by_id
from cadre_cli.rules.schema import NoRuleInForce, RuleSetError

PETITION_DAYS = "petition_days"
"""The number of a rule set that says within how many working days a petition is answered."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be recorded about one person in one period, and on whose authority."""

    person: ClosedPerson
    period: Period
    at: datetime
    by: str | None = None
    document: str | None = None
    why: str | None = None

    @property
    def about(self) -> Body:
        """What every body of a deed begins with."""
        return {
            "period": str(self.period),
            "who": named_body(self.person.who),
            "by": self.by,
            "document": self.document,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of it: the entry written (None under --dry-run), or why nothing was."""

    kind: str
    body: Body | None = None
    entry: EntryRef | None = None
    refused: Text | None = None
    already: int | None = None
    """The entry that says the same already."""
    findings: tuple[Finding, ...] = ()


Making = Callable[[History], Body | Text | Finding | int]
"""The body to be recorded after what the ledger holds already, or why there is none."""


def record(path: Path, kind: str, deed: Deed, make: Making, *, dry_run: bool) -> Recorded:
    """Append what `make` gives; it is asked while the ledger is locked, so that nothing moves."""
    try:
        if dry_run:
            now = told(path, stored(path))
            if _broken(now.findings):
                return Recorded(kind, findings=now.findings)
            return _made(kind, make(now.history))
        with appending(path) as held:
            now = told(path, held.stored)
            if _broken(now.findings):
                return Recorded(kind, findings=now.findings)
            made = _made(kind, make(now.history))
            if made.body is None:
                return made
            entry = held.append(kind, deed.at.isoformat(), canonical(made.body))
    except LedgerFault as fault:
        return Recorded(kind, findings=(unusable(path, fault),))
    return Recorded(kind, made.body, entry.ref)


def _broken(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _made(kind: str, made: Body | Text | Finding | int) -> Recorded:
    match made:
        case int():
            return Recorded(kind, already=made)
        case Text():
            return Recorded(kind, refused=made)
        case Finding():
            return Recorded(kind, findings=(made,))
        case _:
            return Recorded(kind, made)


def decide(path: Path, deed: Deed, grade: str | None, *, dry_run: bool = False) -> Recorded:
    """The class that the authority decided; a former decision on it is superseded."""

    def make(history: History) -> Body | Text | Finding | int:
        if (lacks := _lacks(deed, _BY, _DOCUMENT, _WHY)) is not None:
            return lacks
        former = in_force(history, deed)
        if former is not None and _same(former, deed, grade):
            return former.entry.seq
        return deed.about | {
            "grade": grade,
            "proposed": deed.person.grade,
            "supersedes": None if former is None else former.entry.seq,
        }

    return record(path, DECISION, deed, make, dry_run=dry_run)


def revoke(path: Path, deed: Deed, *, dry_run: bool = False) -> Recorded:
    """The end of the decision in force; what was proposed holds again."""

    def make(history: History) -> Body | Text | Finding:
        if (lacks := _lacks(deed, _BY, _DOCUMENT, _WHY)) is not None:
            return lacks
        former = in_force(history, deed)
        if former is None:
            return _NOTHING_TO_REVOKE.fill(who=deed.person.name, period=str(deed.period))
        return deed.about | {"revokes": former.entry.seq}

    return record(path, REVOCATION, deed, make, dry_run=dry_run)


def petition(
    path: Path, deed: Deed, received: date, office: Office, *, dry_run: bool = False
) -> Recorded:
    """A petition, with the day by which it must be answered where the person's rule set knows it."""

    def make(_: History) -> Body | Text | Finding:
        if (lacks := _lacks(deed, _WHY)) is not None:
            return lacks
        days = answering_days(deed, office)
        due = None if days is None else working_days_after(received, days).isoformat()
        return deed.about | {"received": received.isoformat(), "days": days, "due": due}

    return record(path, PETITION, deed, make, dry_run=dry_run)


def answer(
    path: Path, deed: Deed, answered: date, which: int | None, *, dry_run: bool = False
) -> Recorded:
    """The answer to the person's open petition; `which` names its entry where there are several."""

    def make(history: History) -> Body | Text | Finding:
        if (lacks := _lacks(deed, _BY, _DOCUMENT, _WHY)) is not None:
            return lacks
        still = [each for each in open_petitions(history, deed) if which in (None, each.entry.seq)]
        if len(still) != 1:
            numbers = tuple(str(each.entry.seq) for each in still)
            return _WHICH.fill(numbers=numbers) if still else _NOTHING_OPEN
        if answered < still[0].received:
            return _TOO_EARLY.fill(answered=answered, received=still[0].received)
        return deed.about | {"answered": answered.isoformat(), "answers": still[0].entry.seq}

    return record(path, ANSWER, deed, make, dry_run=dry_run)


def in_force(history: History, deed: Deed) -> Decision | None:
    """The decision that holds for the person and period, whatever code or unit it was made under."""
    closed = history.closed_in(deed.period)
    people = () if closed is None else closed.people
    held = [each.decided for each in people if same_person(each.who, deed.person.who)]
    if len(held) == 1:
        return held[0]
    return next(
        (
            each
            for each in history.decisions
            if each.period == deed.period and same_person(each.who, deed.person.who)
        ),
        None,
    )


def open_petitions(history: History, deed: Deed) -> tuple[Petition, ...]:
    """The person's petitions about the period that have no answer yet."""
    return tuple(
        each
        for each in history.petitions
        if each.answered is None
        and each.period == deed.period
        and same_person(each.who, deed.person.who)
    )


def answering_days(deed: Deed, office: Office) -> int | None:
    """Working days within which a petition is answered; None where no text that governs says so."""
    person, period = deed.person, deed.period
    if person.rule_set is None:
        return None
    try:
        book = book_for(office.overlay, office.extends or "")
        day, decided = period.last_day, dict(office.decisions)
        rules = rules_by_id(book, person.rule_set, day, person.kind, decided, period.unit)
    except (NoRuleInForce, RuleSetError):
        return None
    days = rules.values.get(PETITION_DAYS)
    return None if days is None else int(days.value)


_Need = tuple[Text, Callable[[Deed], str | None]]
_BY: _Need = (Text("người quyết định (--by)", "who decided (--by)"), lambda deed: deed.by)
_DOCUMENT: _Need = (
    Text("văn bản (--document)", "the document (--document)"),
    lambda deed: deed.document,
)
_WHY: _Need = (Text("lý do, nội dung (--why)", "the reason (--why)"), lambda deed: deed.why)


def _lacks(deed: Deed, *needs: _Need) -> DecisionIncomplete | None:
    lacks = [name for name, given in needs if not (given(deed) or "").strip()]
    if not lacks:
        return None
    words = Text(", ".join(each.vi for each in lacks), ", ".join(each.en for each in lacks))
    return DecisionIncomplete(at=CellRef(LEDGER), who=deed.person.name, lacks=words)


def _same(former: Decision, deed: Deed, grade: str | None) -> bool:
    told = (former.grade, former.by, former.document, former.why)
    return told == (grade, deed.by, deed.document, deed.why)


_NOTHING_TO_REVOKE = Text(
    "Không có quyết định nào đang có hiệu lực về “{who}” trong kỳ {period} để hủy.",
    "No decision on “{who}” in {period} is in force, so there is nothing to revoke.",
)
_NOTHING_OPEN = Text(
    "Không có kiến nghị nào đang chờ trả lời của người này trong kỳ ấy.",
    "No petition of this person about that period waits for an answer.",
)
_WHICH = Text(
    "Có nhiều kiến nghị đang chờ, ở các mục {numbers}: ghi thêm --entry SỐ.",
    "Several petitions wait, entries {numbers}: add --entry NUMBER.",
)
_TOO_EARLY = Text(
    "Ngày trả lời {answered} trước cả ngày nhận {received}.",
    "The answer of {answered} is before the day of receipt, {received}.",
)
