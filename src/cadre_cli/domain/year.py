"""The year: what each month gave a person, and what follows from it for the whole year."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.closed import LedgerState
from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, NotRated, OrganisationResult, Reason, Score
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis, Step


class Origin(enum.Enum):
    """Where the result of a month was taken from."""

    LEDGER = "ledger"
    """Closed: as it was recorded then."""
    COMPUTED = "computed"
    """Not closed: scored from the workbooks now."""
    BROUGHT = "brought"
    """Sent by the body where the person worked before (NĐ 335 Đ19.1)."""

    @property
    def name_of(self) -> Text:
        """The word shown to people."""
        return _ORIGINS[self]


_ORIGINS = {
    Origin.LEDGER: Text("sổ đã chốt", "ledger"),
    Origin.COMPUTED: Text("tính từ bảng", "workbooks"),
    Origin.BROUGHT: Text("cơ quan cũ gửi", "former body"),
}


@dataclass(frozen=True, slots=True)
class YearEntry:
    """One person's result in one month (or quarter, or half-year), and where it comes from.

    `total` is exact, also where the ledger kept it. `grade` is what was proposed, or decided by
    the authority since; None exactly when `not_rated` says why. `body` names the former body of a
    month that was brought along.
    """

    officer: Officer
    period: Period
    origin: Origin
    total: Fraction | None = None
    grade: str | None = None
    not_rated: NotRated | None = None
    rule_set: str = ""
    bases: tuple[Basis, ...] = ()
    at: CellRef | None = None
    body: str | None = None
    unrated: bool = False
    """The authority decided that the person is not classified in the month (a choice then counts)."""


class MonthState(enum.Enum):
    """How a month of a person counts in the year."""

    COUNTED = "counted"
    ZERO = "counted as 0"
    """Nothing was assigned, and the office decided that such a month is 0."""
    AWAY = "away"
    """On leave throughout, not yet there or no longer: outside the time actually worked."""
    NO_SCORE = "no score"
    """In the workbook, without a score: nothing assigned, or data missing."""
    ELSEWHERE = "elsewhere"
    """In the former body, whose result is not there (NĐ 335 Đ19.1)."""
    ABSENT = "absent"
    """The office has a workbook for the month, and the person is not in it."""
    NO_DATA = "no data"
    """The office has no workbook for the month."""


@dataclass(frozen=True, slots=True)
class YearMonth:
    """One of the twelve months of one person; the months of a quarter share its entry.

    `why` says why it does not count; `entry` is there for whatever a workbook or the ledger holds.
    """

    number: int
    state: MonthState
    entry: YearEntry | None = None
    why: Text | None = None

    @property
    def total(self) -> Fraction | None:
        """What the month counts with; None when it does not count."""
        if self.state is MonthState.ZERO:
            return Fraction(0)
        if self.state is not MonthState.COUNTED or self.entry is None:
            return None
        return self.entry.total


@dataclass(frozen=True, slots=True)
class Title:
    """An emulation title for a person or a collective, as far as the year's results lead to it.

    `proposed` is None where something nobody recorded decides; `reasons` name each condition with
    its passage, met, not met or still to be shown.
    """

    code: str
    name: str
    proposed: bool | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A head's class held to that of the organisation: what it was, and the organisation's."""

    was: str
    organisation: str


@dataclass(frozen=True, slots=True)
class YearPerson:
    """One person's year: twelve months, their mean, the class by points and the one proposed.

    `officer` is as last on record, with an id of the year's own. `mean` is None while nothing
    counts. `before_cap` is the class proposed before the cap on the highest one; where the two
    differ, `reasons` say so. `grade` is None when `not_rated` says why, and where the authority has
    to choose: for somebody tied at the cap (`tied`), or whose known facts fit no class. Ranks share
    a place (1, 2, 2, 4) and are None for those not rated.
    """

    officer: Officer
    months: tuple[YearMonth, ...]
    mean: Step | None = None
    quarters: Mapping[int, Step] = field(default_factory=dict)
    halves: Mapping[int, Step] = field(default_factory=dict)
    rule_set: str = ""
    grade_by_points: str | None = None
    before_cap: str | None = None
    grade: str | None = None
    not_rated: NotRated | None = None
    reasons: tuple[Reason, ...] = ()
    group: str | None = None
    tied: bool = False
    held: Held | None = None
    rank: int | None = None
    rank_in_unit: int | None = None
    rank_in_group: int | None = None
    events: tuple[Event, ...] = ()
    titles: tuple[Title, ...] = ()

    def as_result(self, year: int) -> Classification:
        """The year as one period's result, for whatever lists results and what they rest on."""
        parts = {} if self.mean is None else {"total": self.mean}
        score = Score(self.officer, Period.parse(str(year)), self.rule_set, self.mean, parts)
        return Classification(score, self.grade_by_points, self.grade, self.not_rated, self.reasons)


@dataclass(frozen=True, slots=True)
class Cap:
    """The cap on the highest class in the office as a whole (`group` None) or in one group.

    `eligible` is what the share is taken of, `candidates` those at the highest class before the
    cap, `proposed` those who keep it, `tied` (ids) those across the line whom the authority has to
    choose from, `below` (ids) those proposed the second class because of it.
    """

    group: str | None
    base: str
    share: Fraction
    eligible: int
    limit: int
    candidates: int
    proposed: int
    tied: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Collective:
    """A unit of the office, or the office itself (`unit` None), in the year.

    `classes` counts its rated people by class; `grade` is its own class as an organisation, where
    one is on record.
    """

    unit: str | None
    people: int
    classes: Mapping[str, int]
    grade: str | None = None
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What the standing committee wrote of somebody's work in a village, or found worth copying."""

    period: Period
    at: CellRef
    village: str | None
    who: tuple[str, ...]
    remark: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class YearRanking:
    """One office's year, people in the order of their rank, those without one last.

    `origins` says for each period in use whether it came from the ledger or the workbooks.
    """

    office: Office
    year: int
    people: tuple[YearPerson, ...] = ()
    caps: tuple[Cap, ...] = ()
    collectives: tuple[Collective, ...] = ()
    organisations: tuple[OrganisationResult, ...] = ()
    remarks: tuple[Remark, ...] = ()
    origins: Mapping[Period, Origin] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    ledger: LedgerState | None = None
    """How far the ledger went when it was read."""
