"""One row of a table, read field by field; what cannot be read becomes UNKNOWN and a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, NoValue
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.records import UNKNOWN, Day, Mention, Number, Unknown
from cadre_cli.domain.texts import Text, shown
from cadre_cli.sheets.bounds import NO_BOUNDS, PERCENT, Bounds
from cadre_cli.sheets.columns import Columns, as_text, is_error
from cadre_cli.sheets.findings_values import (
    DateReadsTwoWays,
    EmptyCell,
    ErrorInCell,
    NoStoredValue,
    NotADate,
    NotANumber,
    NumberAsText,
    NumberOverSeveralRows,
    OutOfRange,
)
from cadre_cli.sheets.table import Column, Row, Table
from cadre_cli.vietnamese import dates, names, numbers, text

_BLANK = frozenset({"-", "–", "—", "_", "…", "...", "/", "\\"})
"""What clerks type where there is nothing to say; blank, never 0."""

_YES = frozenset(
    {"x", "co", "v", "dat", "dung", "yes", "true", "1", "dung han", "ok", "✓", "√", "✔"}
)
_NO = frozenset({"khong", "chua", "chua dat", "khong dat", "no", "false", "0", "o", "cham"})
_MARKS = Text("x, có, đạt hoặc không, chưa đạt", "x, có, đạt or không, chưa đạt")


class RowReader:
    """Reads the fields of one row and gathers what is wrong with their values in `findings`."""

    def __init__(self, table: Table, row: Row, columns: Columns | None = None) -> None:
        self._columns = columns if columns is not None else Columns(table)
        self._row = row
        self._told: set[tuple[str, int]] = set()
        self.at = RowRef(table.grid.file, table.grid.sheet, row.number, self._columns.places)
        self.group = row.group
        self.findings: list[Finding] = []

    def has(self, field: str) -> bool:
        """Whether the table has a column for the field."""
        return field in self._columns.places

    def heading(self, field: str) -> str:
        """The heading of a field's column as the office wrote it; "" when it has none."""
        column = self._columns.by_field.get(field)
        return "" if column is None else column.heading

    # ── words ────────────────────────────────────────────────────────────────────────────────

    def raw_text(self, field: str) -> str | None:
        """The words of a cell with its line breaks; None when it is blank."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.text_at(column, breaks=True)

    def text(self, field: str) -> str | None:
        """The words of a cell in one line; None when it is blank."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.text_at(column)

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

    # ── numbers ──────────────────────────────────────────────────────────────────────────────

    def number(
        self,
        field: str,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        above: Decimal | None = None,
        out_of: bool = False,
        shared: bool = False,
    ) -> Number:
        """A number within its bounds (`low` and `high` are allowed, `above` is not).

        With `out_of`, "9/10" is 9: only for columns of scores, elsewhere it may be a date.
        `shared` numbers (a coefficient) may stand once for several rows in a merged cell; any
        other number there belongs to nobody knows which row (D12).
        """
        column = self._columns.by_field.get(field)
        if column is None:
            return None
        bounds = Bounds(low, high, above)
        return self._bounded(column, bounds, out_of=out_of, shared=shared)

    def number_at(
        self,
        column: Column,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        above: Decimal | None = None,
        out_of: bool = False,
    ) -> Number:
        """As `number`, in one of the columns of a field that has several."""
        return self._bounded(column, Bounds(low, high, above), out_of=out_of)

    def _bounded(
        self, column: Column, bounds: Bounds, *, out_of: bool = False, shared: bool = False
    ) -> Number:
        value = self._plain_number(column, bounds, out_of=out_of)
        merged = () if shared or value is None else self._columns.rows_of_merge(self._row, column)
        if len(merged) > 1:
            if merged[0] == self._row.number:
                self._tell(NumberOverSeveralRows, column, rows=len(merged))
            return UNKNOWN
        if isinstance(value, Decimal) and not bounds.allow(value):
            self._tell(OutOfRange, column, value=value, allowed=bounds.said)
            return UNKNOWN
        return value

    def count(self, field: str) -> Number:
        """A number of times; whether it is whole and not negative is for C08 to say."""
        return self.number(field)

    def percent(self, field: str) -> Number:
        """A part of the whole as a fraction of 1: 0.5, "50%" and 50 are all one half."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.percent_at(column)

    def percent_at(self, column: Column, bounds: Bounds = PERCENT) -> Number:
        """As `percent`, in one of the columns of a field that has several."""
        value = self._plain_number(column, NO_BOUNDS)
        if not isinstance(value, Decimal):
            return value
        if self._columns.in_hundreds(self._row.number, column.column, value):
            value /= 100
        if not bounds.allow(value):
            allowed = Text("từ 0% đến 100%", "0% to 100%") if bounds is PERCENT else bounds.said
            self._tell(OutOfRange, column, value=f"{shown(value * 100)}%", allowed=allowed)
            return UNKNOWN
        return value

    def _plain_number(self, column: Column, bounds: Bounds, *, out_of: bool = False) -> Number:
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
                return self._written_number(column, text.one_line(written), bounds, out_of=out_of)
        self._tell(NotANumber, column, written=as_text(cell) or "")
        return UNKNOWN

    def _written_number(
        self, column: Column, words: str, bounds: Bounds, *, out_of: bool
    ) -> Number:
        if not words or words in _BLANK:
            return None
        value = self._columns.read_number(column.column, words)
        if out_of and (parts := numbers.read_out_of(words)):
            value = parts[0]
        if isinstance(value, numbers.Undecided):
            fitting = {n for n in (value.decimal, value.thousands) if bounds.allow(n)}
            value = fitting.pop() if len(fitting) == 1 else None
        if value is None:
            self._tell(NotANumber, column, written=words)
            return UNKNOWN
        if column.column not in self._columns.noted:
            self._columns.noted.add(column.column)
            self._tell(NumberAsText, column, written=words, taken=value)
        return value

    # ── days, people, marks ──────────────────────────────────────────────────────────────────

    def day(self, field: str) -> Day:
        """A day: a real date, a date in words, or Excel's serial number in a cell for numbers."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.day_at(column)

    def day_at(self, column: Column) -> Day:
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
                return self._written_day(column, text.one_line(written))
            case _:
                pass
        self._tell(NotADate, column, written=as_text(cell) or "")
        return UNKNOWN

    def _written_day(self, column: Column, words: str) -> Day:
        if not words or words in _BLANK:
            return None
        found = self._columns.read_date(column.column, words)
        if found is None:
            self._tell(NotADate, column, written=words)
            return UNKNOWN
        day, doubtful = found
        if doubtful:
            self._tell(DateReadsTwoWays, column, written=words, taken=day)
        return day

    def mention(
        self, field: str, *, unit: str | None = None, code: str | None = None
    ) -> Mention | None:
        """The one person a cell names; `unit` and `code` are fields that tell homonyms apart.

        A family name in a column of its own (`family`) is put before the given name of `name`.
        """
        written = self.raw_text(field)
        if written is None:
            return None
        family = self.text("family") if field == "name" else None
        whole = f"{family} {written}" if family else written
        people = names.read_people(whole)
        one = people[0] if len(people) == 1 else None
        return Mention(
            text.one_line(whole),
            one.name if one is not None else names.strip_titles(text.one_line(whole)),
            self.at.cell(field),
            (self.text(unit) if unit is not None else None) or (one.unit if one else None),
            (self.text(code) if code is not None else None) or (one.code if one else None),
        )

    def mentions(self, field: str) -> tuple[Mention, ...]:
        """The people a cell names, several apart; `Đ/c An - PCT UBND` is one."""
        at = self.at.cell(field)
        return tuple(
            Mention(text.one_line(one.written), one.name, at, one.unit, one.code)
            for one in self.people(field)
        )

    def people(self, field: str) -> tuple[names.PersonText, ...]:
        """The people a cell names, with the part each has in it ("chủ trì", "phối hợp")."""
        written = self.raw_text(field)
        return () if written is None else names.read_people(written)

    def flag(self, field: str) -> bool | Unknown | None:
        """A yes or no: x, có, đạt, đúng hạn; không, chưa đạt, chậm; UNKNOWN with D04 otherwise."""
        column = self._columns.by_field.get(field)
        if column is None:
            return None
        cell = self.cell_at(column)
        if cell is not None and isinstance(cell.value, bool):
            return cell.value
        words = self.text_at(column)
        if words is None:
            return UNKNOWN if cell is not None and is_error(cell.value) else None
        folded = text.fold(words)
        if folded in _YES or folded in _NO:
            return folded in _YES
        self._tell(OutOfRange, column, value=words, allowed=_MARKS)
        return UNKNOWN

    def require(self, *fields: str) -> bool:
        """Whether every one of these cells says something; D05 at those that are empty."""
        filled = True
        for field in fields:
            column = self._columns.by_field.get(field)
            if column is not None and self.text_at(column) is None:
                filled = False
                cell = self.cell_at(column)
                if cell is None or not is_error(cell.value):
                    self._tell(EmptyCell, column)
        return filled

    # ── findings ─────────────────────────────────────────────────────────────────────────────

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


def parse_rows(table: Table) -> Iterator[RowReader]:
    """A reader for each row of data, which share what is known about the columns."""
    columns = Columns(table)
    for row in table.rows:
        yield RowReader(table, row, columns)
