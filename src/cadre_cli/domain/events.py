"""What is on record about a person: disciplines, leave, coming and going, changes of post."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.officers import Placement
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Day, Mention


class Exemption(enum.Enum):
    """Why a discipline on record may force no class here (NĐ 335 Đ11.3); the text of each rule set says which."""

    ALREADY_COUNTED = "already counted"
    """The same conduct has led to a class before, in another year or by the other punishment."""
    FORMER_BODY = "former body"
    """The violation happened in the body where the person worked before: it counts there."""
    NOT_DUTY = "not related to duty"
    """Written to be unrelated to public duty."""


class EventKind(enum.Enum):
    """What can happen to a person that changes whether or how they are classified."""

    DISCIPLINE = "discipline"
    DEGRADATION = "concluded degradation"
    """NĐ 335 Đ20.4b."""
    UNIT_CORRUPTION = "corruption or waste in the body led"
    """NĐ 335 Đ20.4d, leaders."""
    LEAVE = "leave"
    MATERNITY = "maternity leave"
    TRANSFER_IN = "transferred in"
    TRANSFER_OUT = "transferred out"
    JOINED = "joined"
    LEFT = "left"
    APPOINTED = "appointed to a post"
    RELIEVED = "relieved of a post"
    MOVED = "moved to another unit of the office"
    KIND_CHANGED = "became another kind of person"
    OBJECTIVE_CAUSE = "confirmed objective cause"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on record about a person, with the paper it rests on.

    `first_day` and `last_day` are None where nothing is written; `whole_period` says that the
    words themselves cover the period ("nghỉ thai sản", "nghỉ cả tháng").
    `task` is the number or code of the task an objective cause is about.
    """

    kind: EventKind
    who: Mention
    at: CellRef
    words: str
    first_day: Day = None
    last_day: Day = None
    document: str | None = None
    confirmed_by: str | None = None
    whole_period: bool = False
    task: str | None = None
    becomes: Placement | None = None
    """What the person is from the first day on, where it tells of a change of post, unit or kind."""
    was: Placement | None = None
    """What the person was before, as far as the row says so."""
    exemption: Exemption | None = None
    """What the row says of a discipline that may keep it from forcing a class."""

    def covers(self, period: Period) -> bool:
        """Whether it lasts through every working day (Monday to Friday) of the period."""
        ends = self.last_day is None or (
            isinstance(self.last_day, date) and self.last_day >= period.last_working_day
        )
        if self.whole_period and self.first_day is None:
            return ends
        first = period.first_working_day
        return isinstance(self.first_day, date) and self.first_day <= first and ends
