"""What others ask of a ledger: all it tells, or the closed results of a year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cadre_cli.domain.closed import ClosedYear, LedgerState
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.ledger.chain import Entry
from cadre_cli.ledger.file import LEDGER, LedgerFault, Stored, stored
from cadre_cli.ledger.findings import ChainBroken, ClockOdd, LedgerUnusable
from cadre_cli.ledger.history import History, history

__all__ = ["LEDGER", "Told", "closed_results", "read_ledger"]


@dataclass(frozen=True, slots=True)
class Told:
    """A ledger as it was read: what it tells, its entries, and whether it can be trusted."""

    history: History
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    """S02 and S05: the ledger is broken or cannot be used; S09: the clock was odd."""
    state: LedgerState | None = None


def closed_results(path: Path, year: int, upto: int | None = None) -> ClosedYear:
    """What the ledger at `path` says of a year; empty where there is no ledger yet.

    `upto` is the number of the last entry that counts: the ledger as it was then. Never raises for
    what somebody did to the file: `findings` then say so (S02, S05).
    """
    told = read_ledger(path, upto)
    whole = Period.of(year, 1, PeriodUnit.YEAR)
    return ClosedYear(
        year,
        office=told.history.office,
        periods=tuple(each for each in told.history.closed if each.period.year == year),
        decisions=tuple(
            each
            for each in told.history.decisions
            if each.period == whole and told.history.closed_in(whole) is None
        ),
        petitions=tuple(each for each in told.history.petitions if each.period.year == year),
        findings=told.findings,
        state=told.state,
    )


def read_ledger(path: Path, upto: int | None = None) -> Told:
    """All that the ledger tells; what stands before a break is still told, the break is named."""
    try:
        held = stored(path)
    except LedgerFault as fault:
        return Told(History(), findings=(unusable(path, fault),))
    return told(path, held if upto is None else _as_it_was(held, upto))


def _as_it_was(held: Stored, upto: int) -> Stored:
    broken = held.broken if held.broken is not None and held.broken.seq <= upto else None
    return Stored(held.entries[:upto], broken)


def state_at(path: Path, entries: int) -> LedgerState | None:
    """The ledger when it had so many entries; None where it never had, or they cannot be trusted."""
    state = read_ledger(path, entries).state
    return state if state is not None and state.entries == entries else None


def told(path: Path, held: Stored) -> Told:
    """What entries already read tell."""
    whole = held.entries if held.broken is None else held.entries[: held.broken.seq - 1]
    replayed = history(whole)
    broken = held.broken or replayed.broken
    findings: list[Finding] = []
    if broken is not None:
        findings.append(ChainBroken(at=CellRef(path.name), entry=broken.seq, what=broken.what))
    findings += clocks(path, whole)
    state = LedgerState(len(whole), whole[-1].hash) if whole else None
    return Told(replayed, held.entries, tuple(findings), state)


def unusable(path: Path, fault: LedgerFault) -> LedgerUnusable:
    """The finding for a file that cannot be used."""
    return LedgerUnusable(at=CellRef(path.name), why=fault.why, remedy_text=fault.fix)


def clocks(path: Path, entries: tuple[Entry, ...]) -> list[Finding]:
    """Entries dated before the one that they follow."""
    found: list[Finding] = []
    for before, entry in pairwise(entries):
        try:
            earlier = entry.ref.at < before.ref.at
        except (ValueError, TypeError):
            continue
        if earlier:
            what = Text(
                f"trước mục {before.seq} ghi trước nó", f"before entry {before.seq} ahead of it"
            )
            moment = entry.ref.at.date()
            found.append(ClockOdd(at=CellRef(path.name), entry=entry.seq, moment=moment, what=what))
    return found
