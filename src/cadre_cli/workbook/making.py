"""Stored text → Cell, and how many cells a workbook may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cadre_cli.domain.grid import Cell, ErrorValue, NoValue, Value
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import LAST_COLUMN, MOST_CELLS, Damaged, OverLimit
from cadre_cli.workbook.shared import Master, column_number
from cadre_cli.workbook.strings import Words, Written
from cadre_cli.workbook.styles import PLAIN, Style
from cadre_cli.workbook.values import iso_moment, moment, number, unescaped

YES = ("1", "true")
MOST_HEADS = 10_000
MOST_REMEMBERED = 20_000
"""Beyond this a workbook hardly repeats itself, and remembering costs more than making."""
UNKNOWN_FORMULA = "…"
"""A cell holds a formula whose text is not stored with it, or in a form that is not read."""

Row = dict[int, Cell]


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


Making = Callable[[str, str | None], Cell | None]
"""The digits and the formula of a cell → the Cell; None when the digits lead to nothing."""


class _Draft:
    """A Cell while it is filled: the same slots, not frozen yet.

    The constructor of a frozen class sets each slot through a call, which takes six times as long,
    and a sheet has a million cells.
    """

    __slots__ = Cell.__slots__

    value: Value
    formula: str | None
    font: str | None
    shown: str
    stored: str | None
    struck: bool
    runs: tuple[tuple[str, str | None], ...]


def made_of(written: Value | Words, formula: str | None, looks: Style) -> Cell:
    """The cell of a value, its formula and its look."""
    cell = _Draft()
    if isinstance(written, Words):
        font = looks.font
        cell.value, cell.font = written.text, written.font or font
        cell.runs = tuple((text, own or font) for text, own in written.runs)
    else:
        cell.value, cell.font = written, looks.font
        cell.runs = ()
    cell.formula = formula
    cell.shown = looks.shown
    cell.stored = None
    cell.struck = looks.struck
    cell.__class__ = Cell  # type: ignore[assignment]  # the same slots
    return cell  # type: ignore[return-value]  # it is one now


def _text(strings: Sequence[Written], digits: str) -> Written | None:
    """The shared text of a number; None where there is none."""
    try:
        return strings[int(digits)]
    except (IndexError, ValueError):
        return None


def _making(value_of: Callable[[str], Value | Words], looks: Style) -> Making:
    """What makes the cells of one look, as `made_of` does but without a call: a sheet has a million."""
    font, shown, struck = looks.font, looks.shown, looks.struck

    def make(digits: str, formula: str | None) -> Cell | None:
        value = value_of(digits)
        if value is None or isinstance(value, Words):
            return None if value is None else made_of(value, formula, looks)
        cell = _Draft()
        cell.value = value
        cell.formula = formula
        cell.font = font
        cell.shown = shown
        cell.stored = None
        cell.struck = struck
        cell.runs = ()
        cell.__class__ = Cell  # type: ignore[assignment]  # the same slots
        return cell  # type: ignore[return-value]  # it is one now

    return make


class CellMaker:
    """Makes the cells of one workbook.

    `remembered` maps how a cell is written, up to the address of the next, to the Cell (None when
    it holds nothing) and the next one's column (0 at the end of a row): equal cells are one object,
    for offices repeat themselves and a Cell is dear to make.
    """

    __slots__ = ("_since_1904", "_strings", "_styles", "makings", "remembered")

    def __init__(
        self, strings: Sequence[Written], styles: Sequence[Style], *, since_1904: bool = False
    ) -> None:
        self._strings = strings
        # By the text that cells refer to them with: no number is parsed twice.
        self._styles = dict(zip(map(str, range(len(styles))), styles, strict=True))
        self._since_1904 = since_1904
        self.makings: dict[str, Making] = {}
        self.remembered: dict[str, tuple[Cell | None, int]] = {}

    def usual(self, head: str) -> Making:
        """What makes cells with attributes such as ` s="3" t="s">` of digits with at most one dot.

        As `make` makes them, in a third of the time.
        """
        found = self.makings.get(head)
        if found is None:
            style, _, kind = head[:-1].partition(" t=")
            looks = self._styles.get(style[4:-1] or "0", PLAIN)
            value_of: Callable[[str], Value | Words] = number
            if kind:
                value_of = partial(_text, self._strings)
            elif looks.is_date:
                value_of = partial(moment, since_1904=self._since_1904)
            found = _making(value_of, looks)
            if len(self.makings) < MOST_HEADS:
                self.makings[head] = found
        return found

    def make(
        self,
        kind: str,
        style: str,
        stored: str | None,
        in_place: Written | None = None,
        formula: str | None = None,
    ) -> Cell | None:
        """The cell of a type (`t`), a style (`s`) and a stored text (`v`, None when absent).

        None when it holds neither value nor formula, only a look. A style the file does not have
        is the plain one.
        """
        looks = self._styles.get(style, PLAIN)
        value: Value | Words = in_place
        if stored is not None and in_place is None:
            value = self._value(kind, looks, stored)
        if value is None:
            if formula is None:
                return None
            value = NoValue.NO_STORED_VALUE
        return made_of(value, formula, looks)

    def _value(self, kind: str, looks: Style, stored: str) -> Value | Words:
        if kind == "s":
            return self._shared(stored)
        if kind == "str":  # a formula's empty text is a stored value
            return unescaped(stored)
        stored = stored.strip()
        if not stored:
            return None
        if kind == "n":
            if looks.is_date:
                return moment(stored, since_1904=self._since_1904)
            return number(stored)
        if kind == "e":
            return ErrorValue(stored)
        if kind == "b":
            return stored in YES
        return iso_moment(stored) if kind == "d" else stored

    def _shared(self, stored: str) -> Written | None:
        stored = stored.strip()
        if not stored:
            return None
        words = _text(self._strings, stored) if whole(stored) is not None else None
        if words is None:
            raise Damaged(
                Text(
                    "có ô trỏ tới đoạn chữ không có trong tệp",
                    "a cell refers to a text that is not in the file",
                )
            )
        return words


class Formulas:
    """The formulas of one sheet; remembers which cell stores the text of a shared one."""

    def __init__(self) -> None:
        self._masters: dict[str, Master] = {}

    def text(self, attributes: Mapping[str, str], stored: str, row: int, column: int) -> str | None:
        """The formula of a cell from its `f` element; None when the element says nothing."""
        text = unescaped(stored)
        kind = attributes.get("t") if attributes else None
        if kind == "shared":
            return self._shared(attributes.get("si", ""), text, row, column)
        if kind == "dataTable" and not text:
            inputs = attributes.get("r1", ""), attributes.get("r2", "")
            return f"TABLE({','.join(filter(None, inputs))})"
        return text or None

    def _shared(self, index: str, text: str, row: int, column: int) -> str:
        if text:
            self._masters[index] = Master(text, row, column)
            return text
        master = self._masters.get(index)
        return UNKNOWN_FORMULA if master is None else master.read_from(row, column)


class _Columns(dict[str, int]):
    """Column letters → number, worked out once each; 0 for what is no column."""

    def __missing__(self, letters: str) -> int:
        plain = letters.isascii() and letters.isalpha() and len(letters) <= 3
        column = column_number(letters.upper()) if plain else 0
        if column > LAST_COLUMN:
            column = 0
        if plain:  # 18,278 at most: hostile addresses must not fill the memory
            self[letters] = column
        return column


COLUMNS = _Columns()


def whole(text: str) -> int | None:
    """A whole number ≥ 0 as attributes write it, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
