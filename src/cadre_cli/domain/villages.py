"""What the office writes about its villages, row by row: points, criteria, contributions, help, visits.

As everywhere a blank is None and something that cannot be read is UNKNOWN. A village is known by the
words of its cell; `villages.names` compares them.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Day, Mention, Number, Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageTask:
    """One task of the person in charge of a village, with the points given for it.

    `remark` is what the standing committee wrote, `model` a way of working worth copying.
    """

    at: RowRef
    village: str | None
    who: tuple[Mention, ...] = ()
    content: str | None = None
    points: Number = None
    max_points: Number = None
    remark: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageCriterion:
    """Where one village stands on one new-rural criterion.

    `reached` is the office's own mark: a figure beside a target says nothing by itself, for nobody
    knows whether more or less is better.
    """

    at: RowRef
    village: str | None
    number: str | None = None
    name: str | None = None
    target: str | None = None
    result: str | None = None
    reached: bool | Unknown | None = None
    evidence: str | None = None


class Giving(enum.Enum):
    """What people give."""

    MONEY = "money"
    LAND = "land"
    WORK = "days of work"
    TREES = "trees"
    STRUCTURES = "structures"
    OTHER = "other"

    @property
    def shown(self) -> Text:
        """The word in a report."""
        return _GIVINGS[self]


_GIVINGS = {
    Giving.MONEY: Text("Tiền", "Money"),
    Giving.LAND: Text("Đất", "Land"),
    Giving.WORK: Text("Công lao động", "Work"),
    Giving.TREES: Text("Cây", "Trees"),
    Giving.STRUCTURES: Text("Công trình", "Structures"),
    Giving.OTHER: Text("Hiện vật khác", "Other things"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Something given to a village's works. `amount` is in `unit`, the unit that sums are kept in.

    `unit` is None where it could not be told (D16): such an amount is listed and never summed.
    """

    at: CellRef
    village: str | None
    giving: Giving
    amount: Number
    unit: str | None
    day: Day = None
    giver: str | None = None
    purpose: str | None = None
    written: str = ""
    """The amount and unit as the office wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedHousehold:
    """A household that was helped, mostly on the weekly day: a garden put in order, a house mended."""

    at: RowRef
    village: str | None
    household: str | None
    work: str | None = None
    day: Day = None
    who: tuple[Mention, ...] = ()
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A day in a village: who went, what was heard, what was promised, by whom and until when.

    `done` is None where nothing is written of it: still open, as far as anybody can see.
    """

    at: RowRef
    day: Day
    village: str | None
    who: tuple[Mention, ...] = ()
    heard: str | None = None
    promised: str | None = None
    owed_by: tuple[Mention, ...] = ()
    due: Day = None
    done: bool | None = None
    done_on: Day = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class VillageRecords:
    """Everything that sheets about villages hold."""

    tasks: tuple[VillageTask, ...] = ()
    criteria: tuple[VillageCriterion, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    households: tuple[HelpedHousehold, ...] = ()
    visits: tuple[Visit, ...] = ()

    def __add__(self, other: VillageRecords) -> VillageRecords:
        return VillageRecords(
            self.tasks + other.tasks,
            self.criteria + other.criteria,
            self.contributions + other.contributions,
            self.households + other.households,
            self.visits + other.visits,
        )

    def __bool__(self) -> bool:
        return bool(
            self.tasks or self.criteria or self.contributions or self.households or self.visits
        )


NO_VILLAGES = VillageRecords()

THURSDAY = 3
"""The weekly day in the villages as `date.weekday` counts, where no rule set names another."""


@dataclass(frozen=True, slots=True)
class InCharge:
    """Somebody whom the roster puts in charge of villages."""

    officer: str
    name: str
    villages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VillageBook:
    """The villages of one office as a period's report needs them: this period beside earlier ones.

    `places` are the villages that the roster and the sheets name, `weekday` the weekly day, `as_of`
    the day to which ages are counted. `earlier` is in order of time.
    """

    now: VillageRecords = NO_VILLAGES
    earlier: tuple[tuple[Period, VillageRecords], ...] = ()
    places: tuple[str, ...] = ()
    weekday: int = THURSDAY
    as_of: date | None = None
    in_charge: tuple[InCharge, ...] = ()
    visits_counted: str | None = None
    """The office's decision that visits are looked at when common criteria are scored; None without one."""


NO_BOOK = VillageBook()
