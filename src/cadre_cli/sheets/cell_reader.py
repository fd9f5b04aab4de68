"""One cell of a row, read as words, a number or a day; what cannot be read becomes UNKNOWN and a finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, NoValue
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.values import UNKNOWN, Day, Number
from cadre_cli.sheets.bounds import NO_BOUNDS, PERCENT, Bounds
from cadre_cli.sheets.columns import (
    Columns,
    as_percentage,
    as_text,
    is_error,
    is_percentage,
)
from cadre_cli.sheets.findings_days import YearBeside, YearFromPeriod, YearNotTold
from cadre_cli.sheets.findings_values import (
    DateReadsTwoWays,
    ErrorInCell,
    NoStoredValue,
    NotADate,
    NotANumber,
    NumberAsText,
    NumberOverSeveralRows,
    NumberReadsTwoWays,
    OutOfRange,
)
from cadre_cli.sheets.table import Column, Row, Table
from cadre_cli.vietnamese import dates, numbers, text
from cadre_cli.vietnamese.yearless import Nearby, read_day_and_month

_BLANK = frozenset({"-", "–", "—", "_", "…", "...", "/", "\\"})
"""What clerks type where there is nothing to say; blank, never 0."""

_WITH_THE_SIGN = Text("ghi kèm dấu %: {one}% hoặc {other}%", "write the sign %: {one}% or {other}%")
_COUNT_OF_DAYS = re.compile(r"[2-6][0-9]{4}")


@dataclass(frozen=True, slots=True)
class _OutOf:
    """Points may stand before their maximum: "27/30"; another maximum is another scale."""

    most: Decimal | None

    def read(self, words: str) -> Decimal | None:
        parts = numbers.read_out_of(words)
        if parts is None or self.most not in (None, parts[1]):
            return None
        return parts[0]


class CellReader:
    """Reads the cells of one row and gathers what is wrong with their values in `findings`."""

    def __init__(self, table: Table, row: Row, columns: Columns | None = None) -> None:
        self._columns = columns if columns is not None else Columns(table)
        self._row = row
        self._told: set[tuple[str, int]] = set()
        self.at = RowRef(table.grid.file, table.grid.sheet, row.number, self._columns.places)
        self.findings: list[Finding] = []

    # ── words ────────────────────────────────────────────────────────────────────────────────────────

    def text_at(self, column: Column, *, breaks: bool = False) -> str | None:
        """The words of the row's cell in a column, for fields with several columns."""
        cell = self.cell_at(column)
        if cell is not None and is_error(cell.value):
            if column.field != "note":
                self._say_error(column, cell)
            return None
        words = as_text(cell)
        if words is None or words.strip() in _BLANK:
            return None
        return words if breaks else text.one_line(words)

    def cell_at(self, column: Column) -> Cell | None:
        """The cell that counts in a column: a vertical merge's value, or the one above a `"`."""
        return self._columns.cell(self._row.number, column.column)

    def ref_at(self, column: Column) -> CellRef:
        """The address of the row's cell in a column."""
        return CellRef(self.at.file, self.at.sheet, self.at.row, column.column)

    # ── numbers ──────────────────────────────────────────────────────────────────────────────────────

    def number_at(
        self,
        column: Column,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        above: Decimal | None = None,
    ) -> Number:
        """A number within its bounds (`low` and `high` are allowed, `above` is not)."""
        return self._bounded(column, Bounds(low, high, above))

    def points_at(
        self,
        column: Column,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        most: Decimal | None = None,
    ) -> Number:
        """Points, also as "27/30" out of the maximum `most`, or of any where it is not known.

        Only for columns of scores: elsewhere that may be a date. A percentage is none: 90% of what?
        """
        cell = self.cell_at(column)
        if is_percentage(cell):
            self._tell(NotANumber, column, written=as_percentage(cell))
            return UNKNOWN
        return self._bounded(column, Bounds(low, high), _OutOf(most))

    def _bounded(
        self,
        column: Column,
        bounds: Bounds,
        out_of: _OutOf | None = None,
        *,
        shared: bool = False,
    ) -> Number:
        value = self._plain_number(column, bounds, out_of)
        merged = () if shared or value is None else self._columns.rows_of_merge(self._row, column)
        if len(merged) > 1:
            if merged[0] == self._row.number:
                self._tell(NumberOverSeveralRows, column, rows=len(merged))
            return UNKNOWN
        if isinstance(value, Decimal) and not bounds.allow(value):
            self._tell(OutOfRange, column, value=value, allowed=bounds.said)
            return UNKNOWN
        return value

    def share_at(
        self, column: Column, bounds: Bounds = PERCENT, *, one_is_all: bool = False
    ) -> Number:
        """A share as a fraction of 1: 0.5, "50%" and 50 are all one half.

        A bare 1 or 1,2 may be 1 % or all of it, 0,8 beside 80 less than 1 %: it is asked about (D04)
        where the column's scale does not tell, unless there can be no 1 % (`one_is_all`).
        """
        value = self._plain_number(column, NO_BOUNDS)
        if not isinstance(value, Decimal):
            return value
        if not is_percentage(self.cell_at(column)):
            share = self._columns.scale(column).share(value, one_is_all=one_is_all)
            if share is None:
                written = as_text(self.cell_at(column))
                both = _WITH_THE_SIGN.fill(one=shown(value), other=shown(value * 100))
                self._tell(OutOfRange, column, value=written, allowed=both)
                return UNKNOWN
            value = Decimal(share.numerator) / share.denominator
        if not bounds.allow(value):
            allowed = Text("từ 0% đến 100%", "0% to 100%") if bounds is PERCENT else bounds.said
            self._tell(OutOfRange, column, value=f"{shown(value * 100)}%", allowed=allowed)
            return UNKNOWN
        return value

    def _plain_number(self, column: Column, bounds: Bounds, out_of: _OutOf | None = None) -> Number:
        cell = self.cell_at(column)
        match None if cell is None else cell.value:
            case None:
                return None
            case ErrorValue() | NoValue() if cell is not None:
                self._say_error(column, cell)
                return UNKNOWN
            case bool():
                pass
            case Decimal() as value:
                return value
            case str() as written:
                return self._written_number(column, text.one_line(written), bounds, out_of)
        self._tell(NotANumber, column, written=as_text(cell) or "")
        return UNKNOWN

    def _written_number(
        self, column: Column, words: str, bounds: Bounds, out_of: _OutOf | None
    ) -> Number:
        if not words or words in _BLANK:
            return None
        value = self._columns.read_number(column.column, words)
        if value is None and out_of is not None:
            value = out_of.read(words)
        if isinstance(value, numbers.Undecided):
            fitting = {n for n in (value.decimal, value.thousands) if bounds.allow(n)}
            if len(fitting) != 1:
                self._tell(
                    NumberReadsTwoWays,
                    column,
                    written=words,
                    thousands=f"{value.thousands:f}",
                    decimal=shown(value.decimal),
                )
                return UNKNOWN
            value = fitting.pop()
        if value is None:
            self._tell(NotANumber, column, written=words)
            return UNKNOWN
        if column.column not in self._columns.noted:
            self._columns.noted.add(column.column)
            self._tell(NumberAsText, column, written=words, taken=value)
        return value

    # ── days ─────────────────────────────────────────────────────────────────────────────────────────

    def day_at(self, column: Column, near: Nearby | None = None) -> Day:
        """As `day`, in one of the columns of a field that has several."""
        cell = self.cell_at(column)
        match None if cell is None else cell.value:
            case None:
                return None
            case ErrorValue() | NoValue() if cell is not None:
                self._say_error(column, cell)
                return UNKNOWN
            case datetime() as moment:
                return moment.date()
            case date() as day:
                return day
            case Decimal() as serial:
                found = dates.from_serial(serial)
                if found is not None:
                    return found
            case str() as written:
                return self._written_day(column, text.one_line(written), near)
            case _:
                pass
        self._tell(NotADate, column, written=as_text(cell) or "")
        return UNKNOWN

    def _written_day(self, column: Column, words: str, near: Nearby | None) -> Day:
        if not words or words in _BLANK:
            return None
        found = self._columns.read_date(column.column, words)
        if found is None and (serial := _serial(words)) is not None:
            return serial
        if found is None and near is not None:
            return self._day_without_year(column, words, near)
        if found is None:
            self._tell(NotADate, column, written=words)
            return UNKNOWN
        day, doubtful = found
        if doubtful:
            self._tell(DateReadsTwoWays, column, written=words, taken=day)
        return day

    def _day_without_year(self, column: Column, words: str, near: Nearby) -> Day:
        """The day of the period's year, said once a column; of another year, said at each."""
        written = read_day_and_month(words)
        day = near.settle(*written) if written is not None else None
        if written is None or day is None:
            possible = Nearby(near.period).candidates(*written) if written is not None else ()
            if len(possible) < 2:
                self._tell(NotADate, column, written=words)
            else:
                one, other = sorted(possible[:2])
                self._tell(YearNotTold, column, written=words, one=one, other=other)
            return UNKNOWN
        facts = {"written": words, "taken": day, "period": near.period.title}
        if day.year != near.period.year:
            self._tell(YearBeside, column, **facts)
        elif column.column not in self._columns.yearless:
            self._columns.yearless.add(column.column)
            self._tell(YearFromPeriod, column, **facts)
        return day

    # ── findings ─────────────────────────────────────────────────────────────────────────────────────

    def _say_error(self, column: Column, cell: Cell) -> None:
        if isinstance(cell.value, ErrorValue):
            self._tell(ErrorInCell, column, error=cell.value.code)
        else:
            self._tell(NoStoredValue, column, formula=cell.formula or "")

    def _tell(self, kind: Callable[..., Finding], column: Column, **facts: object) -> None:
        """Adds a finding at the row's cell in a column, once however often the cell is asked."""
        finding = kind(at=self.ref_at(column), heading=column.heading, **facts)
        if (finding.code, column.column) not in self._told:
            self._told.add((finding.code, column.column))
            self.findings.append(finding)


def _serial(words: str) -> date | None:
    """Excel's count of days where a text file or a cell for text keeps it: "46083"."""
    return dates.from_serial(Decimal(words)) if _COUNT_OF_DAYS.fullmatch(words) else None
