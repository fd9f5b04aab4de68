"""All that an office wrote: as its workbooks hold it, and joined for one period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.events import Event
from cadre_cli.domain.marks import CommonMarks, LeaderParts
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.officers import Officer, StatedPlacement
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.stated import BroughtMonth, OrganisationRecord, ResultRow, Stated
from cadre_cli.domain.tasks import CatalogueItem, Task
from cadre_cli.domain.villages import NO_VILLAGES, VillageRecords


@dataclass(frozen=True, slots=True)
class Unread:
    """A table that was recognised, and whose rows nobody could read: what it holds is unknown.

    `kind` is "tasks", "plan", "common" … as in `kinds`; `at` is its sheet.
    """

    kind: str
    at: CellRef


@dataclass(frozen=True, slots=True)
class Records:
    """All that one or several workbooks hold, before people are told apart and sheets joined.

    `kinds` says which sheet kinds were found, so that a check can say what it lacked.
    """

    officers: tuple[Officer, ...] = ()
    tasks: tuple[Task, ...] = ()
    catalogue: tuple[CatalogueItem, ...] = ()
    common: tuple[CommonMarks, ...] = ()
    leader_parts: tuple[LeaderParts, ...] = ()
    events: tuple[Event, ...] = ()
    stated: tuple[Stated, ...] = ()
    kinds: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()
    result_rows: tuple[ResultRow, ...] = ()
    organisations: tuple[OrganisationRecord, ...] = ()
    brought: tuple[BroughtMonth, ...] = ()
    villages: VillageRecords = NO_VILLAGES
    placements: tuple[StatedPlacement, ...] = ()

    def __add__(self, other: Records) -> Records:
        return Records(
            self.officers + other.officers,
            self.tasks + other.tasks,
            self.catalogue + other.catalogue,
            self.common + other.common,
            self.leader_parts + other.leader_parts,
            self.events + other.events,
            self.stated + other.stated,
            self.kinds | other.kinds,
            self.unread + other.unread,
            self.result_rows + other.result_rows,
            self.organisations + other.organisations,
            self.brought + other.brought,
            self.villages + other.villages,
            self.placements + other.placements,
        )


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything one office submitted for one period, people told apart and sheets joined.

    Every Mention of a person has its `officers` filled in. `tasks` are the assigned ones, with
    their results; `plan` are the rows of the plan that was registered.
    """

    office: Office
    period: Period
    officers: tuple[Officer, ...]
    tasks: tuple[Task, ...] = ()
    plan: tuple[Task, ...] = ()
    catalogue: tuple[CatalogueItem, ...] = ()
    common: tuple[CommonMarks, ...] = ()
    leader_parts: tuple[LeaderParts, ...] = ()
    events: tuple[Event, ...] = ()
    stated: tuple[Stated, ...] = ()
    sources: tuple[Source, ...] = ()
    kinds: frozenset[str] = frozenset()
    organisations: tuple[OrganisationRecord, ...] = ()
    brought: tuple[BroughtMonth, ...] = ()
    unread: tuple[Unread, ...] = ()
    result_rows: tuple[ResultRow, ...] = ()
    villages: VillageRecords = NO_VILLAGES
    placements: tuple[StatedPlacement, ...] = ()
    as_of: date | None = None
    """The day to which ages are counted, by default the period's last."""
    earlier: tuple[Submission, ...] = ()
    """The office's earlier periods in the same run, in order of time, without theirs."""

    @property
    def day(self) -> date:
        """The day to which ages are counted."""
        return self.as_of or self.period.last_day

    @property
    def by_id(self) -> dict[str, Officer]:
        """Officers by their id."""
        return {officer.id: officer for officer in self.officers}

    def has(self, kind: str) -> bool:
        """Whether a sheet of that kind was read ("roster", "catalogue", "plan" …)."""
        return kind in self.kinds

    def unread_of(self, kind: str) -> tuple[CellRef, ...]:
        """The sheets of a kind that are there and could not be read, each once."""
        return tuple(dict.fromkeys(one.at for one in self.unread if one.kind == kind))
