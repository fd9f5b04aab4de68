"""One sheet's part → its cells, merges and hidden rows and columns, in a single sparse pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cadre_cli.domain.grid import Area, Cell, ErrorValue, NoValue, Value
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS, Damaged, OverLimit
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.shared import Master, column_number
from cadre_cli.workbook.strings import RichText, Words
from cadre_cli.workbook.styles import PLAIN, Style
from cadre_cli.workbook.values import iso_moment, moment, number, unescaped

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.IGNORECASE)
_AREA = re.compile(
    r"\$?([A-Z]{0,3})\$?([0-9]{0,7})(?::\$?([A-Z]{0,3})\$?([0-9]{0,7}))?", re.IGNORECASE
)
_YES = ("1", "true")
_UNKNOWN_MASTER = "…"
"""A cell says it shares a formula that no cell stores: still a formula, its text is lost."""

_MOST_SHARED_CELLS = 100_000
"""Beyond this a sheet hardly repeats itself, and remembering costs more than making."""

Row = dict[int, Cell]
Held = TypeVar("Held")


@dataclass(slots=True)
class Budget:
    """How many more cells the whole workbook may hold."""

    left: int = MOST_CELLS

    def spend(self, cells: int) -> None:
        """Take cells off; OverLimit when there are none left."""
        self.left -= cells
        if self.left < 0:
            raise OverLimit(
                Text(
                    f"có hơn {MOST_CELLS:,} ô".replace(",", "."),
                    f"it holds more than {MOST_CELLS:,} cells",
                )
            )


@dataclass(slots=True)
class CellMaker:
    """Stored text → Cell. Equal cells of a workbook are one object: offices repeat themselves."""

    strings: Sequence[Words]
    styles: Sequence[Style]
    since_1904: bool = False
    _made: dict[tuple[str, str, str], Cell] = field(default_factory=dict)

    def cell(self, kind: str, style: str, stored: str) -> Cell | None:
        """The cell of a type (`t`), style (`s`) and stored text (`v`); None when it holds nothing."""
        key = (kind, style, stored)
        made = self._made.get(key)
        if made is None:
            looks = self.style(style)
            if kind == "s":
                words = self._shared(stored)
                if words is None:
                    return None
                made = Cell(words.text, None, words.font or looks.font, looks.shown)
            else:
                value = self._value(kind, looks, stored)
                if value is None:
                    return None
                made = Cell(value, None, looks.font, looks.shown)
            if len(self._made) < _MOST_SHARED_CELLS:
                self._made[key] = made
        return made

    def style(self, number: str) -> Style:
        """The style of a number; the plain one where the file has none."""
        index = _whole(number)
        return PLAIN if index is None or index >= len(self.styles) else self.styles[index]

    def _value(self, kind: str, looks: Style, stored: str) -> Value:
        if kind == "str":
            return unescaped(stored)
        stored = stored.strip()
        if not stored:
            return None
        match kind:
            case "b":
                return stored in _YES
            case "e":
                return ErrorValue(stored)
            case "d":
                return iso_moment(stored)
            case _ if looks.is_date:
                return moment(stored, since_1904=self.since_1904)
            case _:
                return number(stored)

    def _shared(self, stored: str) -> Words | None:
        stored = stored.strip()
        if not stored:
            return None
        index = _whole(stored)
        if index is None or index >= len(self.strings):
            raise Damaged(
                Text(
                    "có ô trỏ tới đoạn chữ không có trong tệp",
                    "a cell refers to a text that is not in the file",
                )
            )
        return self.strings[index]


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What one sheet's part holds."""

    rows: dict[int, Row]
    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def read_cells(data: bytes, part: str, maker: CellMaker, budget: Budget) -> SheetContent:
    """The content of a sheet; `<dimension>` is not believed, cells that only have a look are left out."""
    sheet = _Sheet(part, maker, budget)
    parse(data, part, Handlers(sheet.start, sheet.end, sheet.chunks.append))
    return sheet.content()


class _Columns(dict[str, int]):
    """Column letters → number, worked out once each; 0 for what is no column."""

    def __missing__(self, letters: str) -> int:
        plain = letters.isascii() and letters.isalpha() and len(letters) <= 3
        column = column_number(letters.upper()) if plain else 0
        self[letters] = column if column <= LAST_COLUMN else 0
        return self[letters]


_COLUMNS = _Columns()


class _Sheet:
    """The state between expat's calls. `start` and `end` run once per element: kept flat for speed."""

    def __init__(self, part: str, maker: CellMaker, budget: Budget) -> None:
        self.part = part
        self.maker = maker
        self.make = maker.cell
        self.budget = budget
        self.chunks: list[str] = []
        self.rows: dict[int, Row] = {}
        self.merges: list[Area] = []
        self.hidden_rows: list[int] = []
        self.hidden_spans: set[tuple[int, int]] = set()
        self.masters: dict[str, Master] = {}
        self.rich = RichText(self.chunks)
        self.row: Row = {}
        self.row_number = 0
        self.row_text = ""
        self.column = 0
        self.kept = 0
        self.attributes: dict[str, str] = {}
        self.stored: str | None = None
        self.formula: str | None = None
        self.formula_attributes: dict[str, str] | None = None
        self.is_inline = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.attributes = attributes
            self.stored = None
        elif name == "v":
            self.chunks.clear()
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self.chunks.clear()
            self.formula_attributes = attributes
        elif self.is_inline:
            self.rich.start(name, attributes)
        elif name == "is":
            self.is_inline = True
            self.rich.begin()
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in _YES:
            self._hide_columns(attributes)

    def end(self, name: str) -> None:
        if name == "v":
            self.stored = "".join(self.chunks)
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "f":
            self.formula = "".join(self.chunks)
        elif self.is_inline:
            self.rich.end(name)

    def content(self) -> SheetContent:
        """Everything read, rows and columns in ascending order."""
        return SheetContent(
            {number: _ordered(row) for number, row in _ordered(self.rows).items() if row},
            tuple(self.merges),
            frozenset(self.hidden_rows),
            _union(self.hidden_spans),
        )

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r")
        number = self.row_number + 1 if text is None else _whole(text)
        if number is None or not 1 <= number <= LAST_ROW:
            raise self._bad_address(text or str(number))
        self.row_number = number
        self.row_text = str(number)
        self.column = 0
        self.row = self.rows.setdefault(number, {})
        if attributes.get("hidden") in _YES:
            self.hidden_rows.append(number)

    def _end_row(self) -> None:
        self.budget.spend(self.kept)
        self.kept = 0

    def _end_cell(self) -> None:
        attributes = self.attributes
        address = attributes.get("r")
        row_text = self.row_text
        if address is None:
            column = self.column + 1 if self.row_number else 0
        elif address.endswith(row_text):
            column = _COLUMNS[address[: -len(row_text)]]
        else:
            column = 0
        if self.formula_attributes is not None or self.is_inline:
            self._end_rare_cell(column)
            return
        if not 0 < column <= LAST_COLUMN:
            self._move_to(address)
            column = self.column
        self.column = column
        stored = self.stored
        if stored is not None:
            cell = self.make(attributes.get("t", "n"), attributes.get("s", "0"), stored)
            if cell is not None:
                self.row[column] = cell
                self.kept += 1

    def _end_rare_cell(self, column: int) -> None:
        """A cell with a formula or with its text in place."""
        if not 0 < column <= LAST_COLUMN:
            self._move_to(self.attributes.get("r"))
            column = self.column
        self.column = column
        style = self.attributes.get("s", "0")
        looks = self.maker.style(style)
        cell: Cell | None
        if self.is_inline:
            words = self.rich.words()
            cell = Cell(words.text, None, words.font or looks.font, looks.shown)
        else:
            cell = self.make(self.attributes.get("t", "n"), style, self.stored or "")
            if self.stored is None:
                cell = None
        formula = self._formula_text(column)
        if formula is not None:
            value = NoValue.NO_STORED_VALUE if cell is None else cell.value
            font = looks.font if cell is None else cell.font
            cell = Cell(value, formula, font, looks.shown)
        if cell is not None:
            self.row[column] = cell
            self.kept += 1
        self.formula = self.formula_attributes = None
        self.is_inline = False

    def _formula_text(self, column: int) -> str | None:
        attributes = self.formula_attributes
        if attributes is None:
            return None
        text = unescaped(self.formula or "")
        kind = attributes.get("t")
        if kind == "shared":
            return self._shared_text(attributes.get("si", ""), text, column)
        if kind == "dataTable" and not text:
            inputs = attributes.get("r1", ""), attributes.get("r2", "")
            return f"TABLE({','.join(filter(None, inputs))})"
        return text or None

    def _shared_text(self, index: str, text: str, column: int) -> str:
        if text:
            self.masters[index] = Master(text, self.row_number, column)
            return text
        master = self.masters.get(index)
        return _UNKNOWN_MASTER if master is None else master.read_from(self.row_number, column)

    def _move_to(self, address: str | None) -> None:
        """Go to a cell whose address is not of this row: what it says of itself holds."""
        match = _ADDRESS.fullmatch(address or "")
        column = _COLUMNS[match[1]] if match else 0
        row = int(match[2]) if match else 0
        if not (column and row <= LAST_ROW):
            raise self._bad_address(address or "")
        self._end_row()
        self.row_number, self.row_text = row, str(row)
        self.row = self.rows.setdefault(row, {})
        self.column = column

    def _merge(self, written: str) -> None:
        match = _AREA.fullmatch(written)
        if match is None:
            return
        self.budget.spend(1)
        left, top, right, bottom = match.groups()
        first_column = column_number(left.upper()) or 1
        first_row = int(top or 1)
        last_column = LAST_COLUMN if right == "" else column_number((right or left).upper())
        last_row = LAST_ROW if bottom == "" else int(bottom or top or LAST_ROW)
        if 1 <= first_row <= last_row <= LAST_ROW and first_column <= last_column <= LAST_COLUMN:
            self.merges.append(Area(first_row, first_column, last_row, last_column))

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first = _whole(attributes.get("min", ""))
        last = _whole(attributes.get("max", ""))
        if first is not None and last is not None:
            self.hidden_spans.add((max(first, 1), min(last, LAST_COLUMN)))

    def _bad_address(self, address: str) -> Damaged:
        return Damaged(
            Text(
                f"phần “{self.part}” có ô ghi địa chỉ sai (“{address[:20]}”)",
                f"the part “{self.part}” has a cell with a wrong address (“{address[:20]}”)",
            )
        )


def _ordered(numbered: dict[int, Held]) -> dict[int, Held]:
    keys = list(numbered)
    ascending = sorted(keys)
    return numbered if keys == ascending else {key: numbered[key] for key in ascending}


def _union(spans: set[tuple[int, int]]) -> frozenset[int]:
    columns: set[int] = set()
    covered = 0
    for first, last in sorted(spans):
        columns.update(range(max(first, covered + 1), last + 1))
        covered = max(covered, last)
    return frozenset(columns)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
