"""One sheet in the making, for the readers of other containers than OOXML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from cadre_cli.domain.grid import Area, Cell, Grid, Visibility
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW, OverLimit
from cadre_cli.workbook.making import Budget, Row

Held = TypeVar("Held")

Span = tuple[int, int]
"""First and last row or column of a run, bounds included."""


class GridBuilder:
    """Gathers the cells, merges and hidden runs of a sheet; `build` gives the Grid."""

    __slots__ = ("_budget", "file", "hidden_columns", "hidden_rows", "merges", "name", "rows")

    def __init__(self, file: str, name: str, budget: Budget) -> None:
        self.file = file
        self.name = name
        self.rows: dict[int, Row] = {}
        self.merges: list[Area] = []
        self.hidden_rows: list[Span] = []
        self.hidden_columns: list[Span] = []
        self._budget = budget

    def put(self, row: int, column: int, cell: Cell) -> None:
        """A cell at its place; OverLimit outside of the largest sheet Excel has."""
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise outside()
        self._budget.spend(1)
        held = self.rows.get(row)
        if held is None:
            held = self.rows[row] = {}
        held[column] = cell

    def put_run(self, row: int, first: int, last: int, cell: Cell) -> None:
        """The same cell in neighbouring columns."""
        if not (1 <= row <= LAST_ROW and 1 <= first <= last <= LAST_COLUMN):
            raise outside()
        self._budget.spend(last - first + 1)
        self.rows.setdefault(row, {}).update(dict.fromkeys(range(first, last + 1), cell))

    def put_row(self, row: int, cells: Row) -> None:
        """A whole row that was not there before."""
        if not cells:
            return
        if row > LAST_ROW or max(cells) > LAST_COLUMN:
            raise outside()
        self._budget.spend(len(cells))
        self.rows[row] = cells

    def repeat(self, row: int, times: int) -> None:
        """The same row `times` more below; only rows that hold something are worth a call."""
        held = self.rows.get(row)
        if held is None or times < 1:
            return
        if row + times > LAST_ROW:
            raise outside()
        self._budget.spend(len(held) * times)
        self.rows.update(dict.fromkeys(range(row + 1, row + times + 1), held))

    def merge(self, top: int, left: int, height: int, width: int) -> None:
        """A merged rectangle, cut at the edge of the sheet; one cell alone is none."""
        if height <= 1 and width <= 1:
            return
        if not (1 <= top <= LAST_ROW and 1 <= left <= LAST_COLUMN):
            raise outside()
        self._budget.spend(1)
        bottom = min(top + max(height, 1) - 1, LAST_ROW)
        self.merges.append(Area(top, left, bottom, min(left + max(width, 1) - 1, LAST_COLUMN)))

    def build(self, visibility: Visibility = Visibility.VISIBLE) -> Grid:
        """The grid; what is hidden beyond the last cell is left out, for it hides nothing."""
        last_column = max((max(row) for row in self.rows.values()), default=0)
        return Grid(
            self.file,
            self.name,
            ordered({number: ordered(row) for number, row in self.rows.items()}),
            tuple(self.merges),
            covered(self.hidden_rows, max(self.rows, default=0)),
            covered(self.hidden_columns, last_column),
            visibility,
        )


def ordered(numbered: dict[int, Held]) -> dict[int, Held]:
    """The same in ascending order; itself where it is already so."""
    keys = list(numbered)
    ascending = sorted(keys)
    return numbered if keys == ascending else {key: numbered[key] for key in ascending}


def covered(spans: Iterable[Span], last: int) -> frozenset[int]:
    """The numbers within any of the runs, from 1 to `last`; overlapping runs cost nothing.

    >>> sorted(covered([(4, 9), (2, 5), (5, 1_000_000)], 6))
    [2, 3, 4, 5, 6]
    """
    numbers: set[int] = set()
    done = 0
    for first, end in sorted(set(spans)):
        numbers.update(range(max(first, done + 1), min(end, last) + 1))
        done = max(done, end)
    return frozenset(numbers)


def outside() -> OverLimit:
    """A cell beyond the largest sheet."""
    return OverLimit(
        Text(
            f"có ô nằm ngoài {LAST_ROW} dòng, {LAST_COLUMN} cột",
            f"a cell lies beyond {LAST_ROW} rows and {LAST_COLUMN} columns",
        )
    )
