"""What a cell says: a number, a day, a person; blank, or something that cannot be read.

A field that was left blank is None. A field that holds something which could not be read is
UNKNOWN: a finding stands for it, and no score may be built on it. Neither is ever 0.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cadre_cli.domain.places import CellRef


class Unknown(enum.Enum):
    """Something is written, but what it says could not be read."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false: ask `is UNKNOWN`")


UNKNOWN = Unknown.UNKNOWN

Number = Decimal | Unknown | None
Day = date | Unknown | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as a cell names one, and after joining the officers on record who fit it.

    `written` is the cell's own text for this person, `name` the same without titles and ranks.
    `officers` holds ids: none (D06), exactly one, or several (D07). Where it is none, `possible` are
    those who may be meant: what the cell is about is then not settled for any of them.
    """

    written: str
    name: str
    at: CellRef
    unit: str | None = None
    code: str | None = None
    officers: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()

    @property
    def officer(self) -> str | None:
        """The id of the one officer this is; None when unknown or when several fit."""
        return self.officers[0] if len(self.officers) == 1 else None
