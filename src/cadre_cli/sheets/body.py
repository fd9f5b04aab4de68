"""What was found below a heading: rows of data, totals, groups, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.table import LeftOut, Row

NUMBERS = Text("dòng đánh số cột", "numbers of the columns")
AGAIN = Text("tiêu đề lặp lại", "the heading again")
FILLER = Text("dòng trống hoặc chỉ có dấu chấm", "nothing but dots")
PREPARED = Text("dòng chỉ có số thứ tự hoặc công thức", "only a number or formulas")
GROUP = Text("dòng tên nhóm", "the name of a group")
TOTAL = Text("dòng tổng", "a total")
NOTE = Text("ghi chú", "a remark")
SIGNED = Text("phần ký và những dòng dưới đó", "signatures and what stands below them")
SUMMARY = Text("phần tổng hợp của phiếu", "the summary of the slip")
BEYOND = Text("ở dưới bảng, sau nhiều dòng trống", "below the table, after many empty rows")
OTHER_TABLE = Text("bảng khác ở dưới bảng này", "another table below this one")


@dataclass(frozen=True, slots=True)
class Group:
    """A group's own row, which may carry its subtotals, and the rows of data below it."""

    row: int
    path: tuple[str, ...]


@dataclass(slots=True)
class Body:
    """What was found below a heading, in the order of the sheet."""

    rows: list[Row] = field(default_factory=list)
    totals: list[Row] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    outside: Iterator[CellRef] = field(default_factory=lambda: iter(()))
    """Rows below the table's end that look like data, each by its first cell; found when asked for."""
    end: int | None = None
    """The row below the last one that belongs to the table, when it ended before the sheet did."""

    @property
    def last(self) -> int | None:
        """The last row of data or total."""
        return max((row.number for row in (*self.rows[-1:], *self.totals[-1:])), default=None)
