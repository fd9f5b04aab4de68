"""Results that the office itself has written down: compared or brought over, never recomputed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cadre_cli.domain.grid import Value
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.scales import Scale
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention, Number


@dataclass(frozen=True, slots=True)
class Stated:
    """The office's own total and class for a person, kept to be compared (C11, C12), never used."""

    who: Mention
    at: RowRef
    total: Number = None
    total_at: CellRef | None = None
    decimals: int = 2
    """Decimals the office shows its total with, at least two."""
    grade: str | None = None
    """Code of the class, None when blank or not a class."""
    grade_at: CellRef | None = None


@dataclass(frozen=True, slots=True)
class ResultCell:
    """A cell that the office keeps for a result: what `part` of it, and what stands there now.

    `part` is "total", "common", "points", "grade", "mark" for a column of one class (`grade`) in
    which an x is put, a share of the result ("result", "a" … "e") in the column's `scale`, or the
    "share" of a task that is done. `held` is the value as the file stores it. `words` are the ways
    in which the column spells classes already, by code, as stored; `legacy` says that its text is
    not Unicode, so that only plain letters show rightly. `why_not` is set where the cell is not
    ours to fill.
    """

    part: str
    at: CellRef
    heading: str
    held: Value = None
    formula: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    legacy: bool = False
    grade: str | None = None
    why_not: Text | None = None
    scale: Scale | None = None
    percent: bool = False
    """Whether Excel shows what stands in the cell as a percentage."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The row that the office keeps for a person's results, filled or blank (`--write-back`)."""

    who: Mention
    cells: tuple[ResultCell, ...]


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """One organisation's result as the office's table of organisations states it (NĐ 335 Đ5–Đ9).

    `unit` is None for the office itself. `measures` is what a class asks beside points, by the names
    of `rules/measures.py`: a share as a fraction of 1, a yes as 1 and a no as 0. `total` and `grade`
    are the office's own: compared, and the class is that which its head is held to (Đ20.6).
    """

    at: RowRef
    name: str
    unit: str | None = None
    common: Number = None
    result: Number = None
    total: Number = None
    measures: Mapping[str, Number] = field(default_factory=dict)
    grade: str | None = None
    document: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class BroughtMonth:
    """A month's total that somebody brought from the body they worked in before (NĐ 335 Đ19.1)."""

    who: Mention
    at: RowRef
    period: Period
    total: Number = None
    grade: str | None = None
    body: str | None = None
    document: str | None = None
