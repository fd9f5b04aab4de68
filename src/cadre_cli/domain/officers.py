"""People of the office, and what can change about them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention


class Kind(enum.StrEnum):
    """The kinds of person; the law is chosen by day and kind."""

    CAN_BO = "can_bo"
    CONG_CHUC = "cong_chuc"
    VIEN_CHUC = "vien_chuc"
    HOP_DONG = "hop_dong"

    @property
    def words(self) -> str:
        """As offices write it; these words are not translated."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    Kind.CAN_BO: "cán bộ",
    Kind.CONG_CHUC: "công chức",
    Kind.VIEN_CHUC: "viên chức",
    Kind.HOP_DONG: "hợp đồng",
}


class Post(enum.Enum):
    """Whether and how somebody leads, which decides the formula (NĐ 335 Đ16) and who is led (Đ15.3a)."""

    NONE = "none"
    HEAD_OF_OFFICE = "head of the office"
    DEPUTY_OF_OFFICE = "deputy head of the office"
    HEAD_OF_UNIT = "head of a unit"
    DEPUTY_OF_UNIT = "deputy head of a unit"

    @property
    def leads(self) -> bool:
        """Whether the six-part formula for leaders and managers applies."""
        return self is not Post.NONE


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the office. `id` tells people of one submission apart; it is not shown.

    `kind_stated` is False when the kind was concluded from the position or by default.
    `superior` and `led_by` name people as the roster writes them; `field` is what a deputy is in
    charge of; `village` may hold several. `rated_above` is set for those whom the level above
    scores (the chairman): on the roster, without a score of their own here.
    `from_roster` is False for somebody met only in a score table or as the owner of a task: post,
    unit and kind are then what those tables say.
    In a submission post, unit and kind are those that hold in its period.
    """

    id: str
    name: str
    at: RowRef
    code: str | None = None
    unit: str | None = None
    position: str | None = None
    kind: Kind = Kind.CONG_CHUC
    kind_stated: bool = True
    post: Post = Post.NONE
    superior: Mention | None = None
    group: str | None = None
    village: str | None = None
    field: str | None = None
    rated_above: bool = False
    from_roster: bool = True
    post_stated: bool = False
    """Whether a column of the roster says if the person leads, whatever the position."""
    note: str | None = None
    since: date | None = None
    """First day of what the row says, on a roster with a row for each post held."""
    until: date | None = None
    """Last day of it."""
    changes: tuple[Change, ...] = ()
    """What changed in or before the period at hand, so that a result can say so."""
    doubt: Doubt | None = None
    absent: bool = False
    """Not there in the period by the roster's own days."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What somebody is: post, unit, kind of person; None where it is not said."""

    position: str | None = None
    post: Post | None = None
    unit: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class StatedPlacement:
    """What a table of people says that somebody is, beside their marks or results.

    Used where the roster says nothing; where the roster says otherwise, the roster holds (D20).
    """

    who: Mention
    placement: Placement
    position_at: CellRef
    kind_at: CellRef


@dataclass(frozen=True, slots=True)
class Change:
    """A change of post, unit or kind that bears on one period of an officer.

    With `within` it happened inside the period, so that a choice decided what holds throughout.
    """

    day: date
    words: str
    at: CellRef
    document: str | None = None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What somebody was in the period nobody has written, and the score hangs on it."""

    what: Text
    at: CellRef
