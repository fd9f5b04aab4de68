"""The cells of a workbook that a closed period rests on, kept so that a change can be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from cadre_cli.domain.grid import ErrorValue, Grid, NoValue, Value
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, cell_at, column_letters
from cadre_cli.domain.texts import Text, shown
from cadre_cli.pipeline.intake import Understood
from cadre_cli.pipeline.which_period import period_of
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.table import Table

Cells = Mapping[str, Mapping[str, str]]
"""Sheet → address → what the cell holds, as `cell_text` writes it."""

_TIMELESS = frozenset(kind.name for kind in KINDS if not kind.needs_period)
_NO_VALUE = "=?"


def cells_of(understood: Understood, name: str, period: Period) -> Cells:
    """Every filled cell of the tables that speak of `period`, rosters and catalogues with them.

    Whole tables, not only the numbers that were added up: a row put in later is a change, too. A
    sheet of another month in the same workbook is none of this period's business.
    """
    cells: dict[str, dict[str, str]] = {}
    for table in understood.tables:
        if _speaks_of(table, name, period):
            cells.setdefault(table.grid.sheet, {}).update(_filled(table.grid))
    return cells


def lives_on(understood: Understood, name: str, period: Period) -> bool:
    """Whether a workbook holds only what serves every period: a roster, a catalogue."""
    speaking = [table for table in understood.tables if _speaks_of(table, name, period)]
    return all(table.kind in _TIMELESS for table in speaking)


def _speaks_of(table: Table, name: str, period: Period) -> bool:
    if table.month is not None:  # a year's summary is compared, never counted
        return False
    return table.kind in _TIMELESS or period_of(table, name, None)[0] == period


def _filled(grid: Grid) -> Iterator[tuple[str, str]]:
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            text = cell_text(cell.value)
            if text is not None:
                yield f"{column_letters(column)}{row}", text


def cell_text(value: Value) -> str | None:
    """A cell's value in one form; a text begins with ', so that "8" and 8 are told apart.

    >>> cell_text(Decimal("8.50")), cell_text("8,5"), cell_text(ErrorValue("#N/A")), cell_text(True)
    ('8.5', "'8,5", '#N/A', 'TRUE')
    """
    match value:
        case None:
            return None
        case str():
            text = value.encode("utf-8", "replace").decode("utf-8").strip()
            return f"'{text}" if text else None
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return _plain(value)
        case datetime() | date() | time():
            return value.isoformat()
        case ErrorValue():
            return value.code
        case NoValue():
            return _NO_VALUE


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that no longer holds what it held; None on either side is an empty cell."""

    at: CellRef
    was: str | None
    now: str | None


def differences(file: str, was: Cells, now: Cells) -> tuple[tuple[str, ...], list[Difference]]:
    """Sheets that are gone, and the cells of the others that differ, from the top."""
    gone = tuple(sheet for sheet in was if sheet not in now)
    found: list[Difference] = []
    for sheet in (
        *(each for each in was if each in now),
        *(each for each in now if each not in was),
    ):
        before, after = was.get(sheet, {}), now[sheet]
        for a1 in sorted(before.keys() | after.keys(), key=cell_at):
            if before.get(a1) != after.get(a1):
                at = CellRef(file, sheet, *cell_at(a1))
                found.append(Difference(at, before.get(a1), after.get(a1)))
    return gone, found


def cell_words(text: str | None) -> Text:
    """What a cell held, as people read it."""
    if text is None:
        return Text("để trống", "empty")
    if text == _NO_VALUE:
        return Text("công thức chưa có giá trị", "a formula without a value")
    if text.startswith("'"):
        return Text(f"“{text[1:]}”", f"“{text[1:]}”")
    number = _number(text)
    return (
        Text(shown(number, "vi"), shown(number, "en")) if number is not None else Text(text, text)
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text.lstrip("-").replace(".", "", 1).isdigit() else None
