"""One row of a table, read field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Day, Mention, Number, Unknown
from cadre_cli.sheets.bounds import Bounds
from cadre_cli.sheets.cell_reader import CellReader
from cadre_cli.sheets.columns import Columns, as_percentage, is_error
from cadre_cli.sheets.findings_values import EmptyCell, NotAQuantity, OutOfRange
from cadre_cli.sheets.table import Column, Row, Table
from cadre_cli.vietnamese import names, numbers, text
from cadre_cli.vietnamese.yearless import Nearby

_YES = frozenset(
    {"x", "co", "v", "dat", "dung", "yes", "true", "1", "dung han", "ok", "✓", "√", "✔"}
)
_NO = frozenset({"khong", "chua", "chua dat", "khong dat", "no", "false", "0", "o", "cham"})
_QUANTITY = Text("số lượng", "a quantity")
_TIMES = Text("số lần", "a number of times")
_POINTS = Text("điểm", "points")
_PERCENTAGE = Text(
    "tỷ lệ, trong khi các ô khác của cột ghi số lượng",
    "a percentage, while the other cells of the column hold quantities",
)
_MARKS = Text("x, có, đạt hoặc không, chưa đạt", "x, có, đạt or không, chưa đạt")


class RowReader(CellReader):
    """Reads the fields of one row; a field without a column is blank."""

    def __init__(self, table: Table, row: Row, columns: Columns | None = None) -> None:
        super().__init__(table, row, columns)
        self.group = row.group

    def has(self, field: str) -> bool:
        """Whether the table has a column for the field."""
        return field in self._columns.places

    def heading(self, field: str) -> str:
        """The heading of a field's column as the office wrote it; "" when it has none."""
        column = self._columns.by_field.get(field)
        return "" if column is None else column.heading

    def column(self, field: str) -> Column | None:
        """The field's first column."""
        return self._columns.by_field.get(field)

    # ── words, numbers, days ─────────────────────────────────────────────────────────────────────────

    def raw_text(self, field: str) -> str | None:
        """The words of a cell with its line breaks; None when it is blank."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.text_at(column, breaks=True)

    def text(self, field: str) -> str | None:
        """The words of a cell in one line; None when it is blank."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.text_at(column)

    def number(
        self,
        field: str,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        above: Decimal | None = None,
        shared: bool = False,
    ) -> Number:
        """A number within its bounds (`low` and `high` are allowed, `above` is not).

        `shared` numbers (a coefficient) may stand once for several rows in a merged cell; any
        other number there belongs to nobody knows which row (D12).
        """
        column = self._columns.by_field.get(field)
        if column is None:
            return None
        return self._bounded(column, Bounds(low, high, above), shared=shared)

    def quantity(self, field: str) -> Number:
        """How much, at least 0: "95đ" are points, and no quantity (D01)."""
        return self._counted(field, _QUANTITY, low=Decimal(0))

    def points(
        self,
        field: str,
        *,
        low: Decimal | None = None,
        high: Decimal | None = None,
        most: Decimal | None = None,
    ) -> Number:
        """Points, also as "27/30" out of `most`: as `points_at`."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.points_at(column, low=low, high=high, most=most)

    def count(self, field: str) -> Number:
        """A number of times; whether it is whole and not negative is for C08 to say."""
        return self._counted(field, _TIMES)

    def _counted(self, field: str, what: Text, *, low: Decimal | None = None) -> Number:
        column = self._columns.by_field.get(field)
        cell = None if column is None else self.cell_at(column)
        written = None if cell is None else cell.value
        if not isinstance(written, str) or not numbers.is_points(written):
            return self.number(field, low=low)
        written = text.one_line(written)
        self.say(field, NotAQuantity, written=written, needed=what, given=_POINTS)
        return UNKNOWN

    def is_lone_percentage(self, column: Column) -> bool:
        """Whether the row's cell alone says percent in a column of quantities, and says so (D01)."""
        cell = self.cell_at(column)
        if not self._columns.is_lone_percentage(self.at.row, column.column):
            return False
        written = as_percentage(cell)
        self._tell(NotAQuantity, column, written=written, needed=_QUANTITY, given=_PERCENTAGE)
        return True

    def share(self, field: str, *, one_is_all: bool = False) -> Number:
        """A share as a fraction of 1: as `share_at`."""
        column = self._columns.by_field.get(field)
        return None if column is None else self.share_at(column, one_is_all=one_is_all)

    def day(
        self, field: str, *, since: Day = None, until: date | None = None, whole: bool = False
    ) -> Day:
        """A day: a real date, a date in words, or Excel's serial number in a cell for numbers.

        The table's period tells the year of a day without one, which lies not after `until`; where
        it may be of two years, not before the row's earlier day `since`. A `whole` day needs its own.
        """
        column = self._columns.by_field.get(field)
        if column is None:
            return None
        period = None if whole else self._columns.table.period
        earlier = since if isinstance(since, date) else None
        return self.day_at(column, Nearby(period, earlier, until) if period else None)

    # ── people, marks ────────────────────────────────────────────────────────────────────────────────

    def mention(
        self, field: str, *, unit: str | None = None, code: str | None = None
    ) -> Mention | None:
        """The one person a cell names; `unit` and `code` are fields that tell homonyms apart.

        A family name in a column of its own (`family`) is put before the given name of `name` or `owner`.
        """
        written = self.raw_text(field)
        if written is None:
            return None
        whole = self._with_family(field, written)
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
        return () if written is None else names.read_people(self._with_family(field, written))

    def _with_family(self, field: str, written: str) -> str:
        family = self.text("family") if field in ("name", "owner") else None
        return f"{family} {written}" if family else written

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

    def say(self, field: str, kind: Callable[..., Finding], **facts: object) -> None:
        """A finding at the cell of a field, once however often it is asked for."""
        column = self._columns.by_field.get(field)
        if column is not None:
            self._tell(kind, column, **facts)

    def say_once(self, field: str, kind: Callable[..., Finding], *, written: str) -> None:
        """A finding about words, at the first cell of the column that holds them."""
        column = self._columns.by_field.get(field)
        if column is not None and (column.column, written) not in self._columns.said:
            self._columns.said.add((column.column, written))
            self._tell(kind, column, written=written)

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


def parse_rows(table: Table) -> Iterator[RowReader]:
    """A reader for each row of data, which share what is known about the columns."""
    columns = Columns(table)
    for row in table.rows:
        yield RowReader(table, row, columns)
