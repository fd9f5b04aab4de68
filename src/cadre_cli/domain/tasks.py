"""Lines of work, and the office's list of products that converts them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.stated import ResultCell
from cadre_cli.domain.values import Day, Mention, Number, Unknown


class Phase(enum.Enum):
    """Which of the three steps a sheet of tasks records."""

    PLAN = "plan"
    ASSIGNMENT = "assignment"
    EVALUATION = "evaluation"
    WHOLE = "whole"


class Category(enum.Enum):
    """How a task counts (NĐ 335 Đ18.1d)."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    """Sudden work outside the plan: numerators only."""
    TAKEN_OVER = "taken over"
    """Taken over from a colleague: numerators only."""
    HANDED_OVER = "handed over"
    """Passed to a colleague: stays in the denominators, not in the numerators."""
    UNKNOWN = "unknown"
    """Its words may mean work outside the plan and nobody understands them (D11)."""

    @property
    def in_denominator(self) -> bool:
        """Whether the assigned quantity counts."""
        return self not in (Category.UNPLANNED, Category.TAKEN_OVER)

    @property
    def in_numerator(self) -> bool:
        """Whether the finished quantity counts."""
        return self is not Category.HANDED_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One line of work of one period.

    Quantities count products; `coefficient` converts one product to the standard unit.
    `failures` and `latenesses` are numbers of times (Đ14.2b, c). `quality_met` and `on_time` are
    marks such as Đạt / Chưa đạt, Đúng hạn / Chậm, for sheets without those numbers.
    `at` is the row of the assignment, `result_at` that of the evaluation when it stands elsewhere.
    `columns_missing` names fields the sheet has no column for at all, so that a missing column is
    not blamed on each row.
    """

    at: RowRef
    phase: Phase = Phase.WHOLE
    number: str | None = None
    code: str | None = None
    content: str | None = None
    product: str | None = None
    unit: str | None = None
    owners: tuple[Mention, ...] = ()
    co_owners: tuple[Mention, ...] = ()
    assigner: Mention | None = None
    assigned_on: Day = None
    deadline: Day = None
    registered_on: Day = None
    category: Category = Category.PLANNED
    assigned: Number = None
    assumed_one: bool = False
    """The sheet has no quantity column: one product a line (contract 9.12)."""
    coefficient: Number = None
    finished: Number = None
    finished_on: Day = None
    failures: Number = None
    latenesses: Number = None
    quality_met: bool | Unknown | None = None
    on_time: bool | Unknown | None = None
    evaluator: Mention | None = None
    evaluated_on: Day = None
    objective_cause: str | None = None
    confirmed_by: str | None = None
    handed_to: Mention | None = None
    points: Number = None
    max_points: Number = None
    note: str | None = None
    extra_allowed: bool = False
    """A finished quantity above the assigned one is marked as extra work (C05)."""
    result_at: RowRef | None = None
    catalogue_coefficient: Decimal | None = None
    """The coefficient of the office's catalogue for `code`, once joined."""
    catalogue_at: CellRef | None = None
    catalogue_points: Decimal | None = None
    """Points of the catalogue line, for a catalogue that states no coefficient (choice catalogue_divisor)."""
    standard_points: Decimal | None = None
    """Points of the standard product where the catalogue itself says them."""
    standard_at: CellRef | None = None
    result_owners: tuple[Mention, ...] = ()
    """Owners as the evaluation row names them, when it stands elsewhere (G03)."""
    finished_share: Number = None
    """What is finished as a fraction of the assigned quantity, where a sheet states percentages.

    Once joined `finished` holds the quantity (share × assigned). A stated quantity leaves no share.
    """
    said_unfinished: bool | None = None
    """Whether the status or the note says that the work is not done; None where they do not."""
    share_cell: ResultCell | None = None
    """Where the sheet that states the finished quantity has a column for the percentage, too."""

    def cell(self, *fields: str) -> CellRef:
        """The cell to change for a field: in the evaluation row when it has that column."""
        if self.result_at is not None and any(self.result_at.has(name) for name in fields):
            return self.result_at.cell(*fields)
        return self.at.cell(*fields)

    def has(self, name: str) -> bool:
        """Whether a sheet this task stands in has a column for the field."""
        return self.at.has(name) or (self.result_at is not None and self.result_at.has(name))

    @property
    def beyond_assigned(self) -> tuple[Decimal, Decimal] | None:
        """What was assigned and what is finished, where that is more and not marked as extra (C05)."""
        given = Decimal(1) if self.assumed_one and self.assigned is None else self.assigned
        marked = self.extra_allowed or not self.category.in_denominator
        if marked or not (isinstance(given, Decimal) and isinstance(self.finished, Decimal)):
            return None
        return (given, self.finished) if self.finished > given else None

    @property
    def left_blank(self) -> bool:
        """Whether the row is evaluated, and what is finished is blank: it counts as 0 done (C16)."""
        asked = self.category.in_numerator and (self.has("finished") or self.has("finished_share"))
        said = (self.finished, self.finished_share, self.finished_on, self.points)
        if not asked or self.said_unfinished or any(each is not None for each in said):
            return False
        if self.has("evaluator"):
            return self.evaluator is not None
        judged = (self.evaluated_on, self.failures, self.latenesses, self.quality_met, self.on_time)
        return any(each is not None for each in judged)

    @property
    def is_evaluated_sheet(self) -> bool:
        """Whether any column for results exists, so that a result may be expected."""
        results = (
            "finished",
            "finished_on",
            "evaluator",
            "points",
            "failures",
            "latenesses",
            "finished_share",
        )
        return any(self.has(name) for name in results)


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """A line of the office's list of products with its conversion (NĐ 335 Đ13)."""

    at: RowRef
    code: str | None
    content: str | None
    product: str | None = None
    unit: str | None = None
    group: str | None = None
    points: Number = None
    coefficient: Number = None
    note: str | None = None
