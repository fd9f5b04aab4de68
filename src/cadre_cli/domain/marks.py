"""Points and parts that superiors give: common criteria, and d, đ, e of leaders."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.values import Mention, Number


@dataclass(frozen=True, slots=True)
class Mark:
    """Points given for one criterion by one scorer.

    `criterion` is the code of the rule ("I.1", "II", "total") or, when it could not be told, the
    heading's own words. `scorer` counts the successive scorers: 0 the person, 1 and up the superiors
    in order of rank. `maximum` is what the sheet itself states, None where it states none.
    """

    criterion: str
    points: Number
    at: CellRef
    scorer: int = 1
    maximum: Decimal | None = None
    given_by: str = field(default="", compare=False)
    """The scorer in the heading's own words, to be told; "" where there is no heading."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A higher superior's blank cell, and whose marks count instead, both as their headings say."""

    at: CellRef
    blank: str
    used: str


@dataclass(frozen=True, slots=True)
class CommonMarks:
    """One person's marks for the common criteria (NĐ 335 Đ12.2), every scorer's."""

    who: Mention
    at: RowRef
    marks: tuple[Mark, ...]
    from_summary: bool = False
    """Taken from the office's summary of results: counts where no other sheet marks the person."""
    table: tuple[Mark, ...] = ()
    """Every criterion of the office's own table, when their stated maxima make up 100 points."""
    adjustments: tuple[Mark, ...] = ()
    """Points beside the criteria: "bonus", "penalty", or "signed" for a column that holds both."""
    passed_over: PassedOver | None = None
    """Set where a higher superior marked most peers and left this person out."""


@dataclass(frozen=True, slots=True)
class LeaderParts:
    """The parts d, đ, e of one leader as fractions of 1, as the office entered them (NĐ 335 Đ15.3).

    What is neither 1 nor one half stands here as entered, to be named; no score is built on it.
    On a slip each part has a row of its own: `cells` are those by key, where `at` does not tell.
    """

    who: Mention
    at: RowRef
    d: Number = None
    dd: Number = None
    e: Number = None
    cells: tuple[tuple[str, CellRef], ...] = ()

    @property
    def filled(self) -> tuple[str, ...]:
        """The parts ("d", "dd", "e") in which something stands; a printed 0 is nothing."""
        return tuple(
            key for key in ("d", "dd", "e") if getattr(self, key) not in (None, Decimal(0))
        )

    def cell(self, key: str) -> CellRef:
        """The cell of a part ("d", "dd", "e"), else the person's."""
        return dict(self.cells).get(key) or self.at.cell(key, "name", "who")
