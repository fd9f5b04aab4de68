"""Two sets of results laid side by side: who is missing, whose result differs, in what and why."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification
from cadre_cli.domain.texts import Text

MONTHS = tuple(f"month{number}" for number in range(1, 13))
"""What a year says of its months: the points that each counts with."""
FIELDS = (
    "grade",
    "total",
    *MONTHS,
    "common",
    "points",
    "a",
    "b",
    "c",
    "d",
    "dd",
    "e",
    "by_points",
    "rank",
    "titles",
    "not_rated",
    "unit",
)
"""What may differ between two results of one person, gravest first."""


class Form(enum.Enum):
    """What one side of a comparison is."""

    SCORED = "scored"
    """Workbooks scored now."""
    RESULT = "result"
    """A result workbook of ours, read back."""
    LIST = "list"
    """A list of somebody else's, such as the signed one: names with classes or totals."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a side says of one thing, and in which cell.

    `value` is None where it says that there is none (no class, no points), which is not 0.
    `decimals` is set where a number is shown with so many only.
    """

    value: Fraction | str | None
    at: CellRef | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """A number or word that went into a result, by what it is about and where it stands.

    `what` names the line ("GV-012 Báo cáo quý I", "Tiêu chí I.1"), `column` the thing told of it.
    """

    what: str
    column: str
    value: Fraction | str | None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's result as one side has it; `said` holds only what the side speaks of at all.

    `result` is there when it was scored now, `entered` when it was read back from a workbook.
    """

    name: str
    said: Mapping[str, Told]
    code: str | None = None
    unit: str | None = None
    position: str | None = None
    at: CellRef | None = None
    result: Classification | None = None
    entered: tuple[Entered, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing the results of a side rest on: a rule set, a choice taken, a source with its hash."""

    value: str
    meaning: Text


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sets: where it comes from, of which office and period, and everybody in it.

    `errors` counts error findings in what was scored; `notes` are doubts about reading it.
    """

    file: str
    form: Form
    office: str | None
    period: Period | None
    people: tuple[Standing, ...]
    grounds: Mapping[str, Ground] = field(default_factory=dict)
    errors: int = 0
    notes: tuple[Text, ...] = ()


class CauseKind(enum.Enum):
    """Why a result differs."""

    RULES = "rules"
    """Another rule set."""
    CHOICE = "choice"
    """A choice taken otherwise."""
    NUMBER = "number"
    """A number of the rules."""
    CELL = "cell"
    """What a cell of the office holds."""
    ADDED = "added"
    """Only in the second."""
    REMOVED = "removed"
    """Only in the first."""
    STEP = "step"
    """Worked out in another way from the same numbers."""
    LACKING = "lacking"
    """Data lacking on one side."""
    REASON = "reason"
    """A reason for the class, such as a discipline."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why two results of a person differ: the first step, cell or choice that does.

    `path` are the steps above it, from the total down.
    """

    kind: CauseKind
    what: Text
    a: Fraction | str | None = None
    b: Fraction | str | None = None
    at_a: str = ""
    at_b: str = ""
    path: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two sides say differently of a person."""

    field: str
    a: Told
    b: Told


@dataclass(frozen=True, slots=True)
class Changed:
    """A person whose result differs."""

    a: Standing
    b: Standing
    differences: tuple[Difference, ...]
    causes: tuple[Cause, ...] = ()


class Alike(enum.Enum):
    """Why two entries may be one person; they are offered and never put together."""

    SAME_CODE = "same_code"
    """One code, two names."""
    SAME_NAME = "same_name"
    """One name, and nothing that tells whose it is."""
    NEAR_NAME = "near_name"
    """Names that differ in a sign or a letter."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two entries that may be one person."""

    a: Standing
    b: Standing
    why: Alike


@dataclass(frozen=True, slots=True)
class GroundDifference:
    """Something the two sets rest on that is not the same."""

    key: str
    meaning: Text
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer for one office and period."""

    a: Side
    b: Side
    changed: tuple[Changed, ...]
    only_a: tuple[Standing, ...]
    only_b: tuple[Standing, ...]
    near: tuple[Near, ...]
    grounds: tuple[GroundDifference, ...]
    same: int

    @property
    def alike(self) -> bool:
        """Whether both say the same of the same people."""
        return not (self.changed or self.only_a or self.only_b)
