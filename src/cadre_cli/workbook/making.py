"""Stored text → Cell, and how many cells a workbook may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cadre_cli.domain.grid import Cell, ErrorValue, NoValue, Value
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import LAST_COLUMN, MOST_CELLS, Damaged, OverLimit
from cadre_cli.workbook.shared import Master, column_number
from cadre_cli.workbook.strings import Words, Written
from cadre_cli.workbook.styles import PLAIN, Style
from cadre_cli.workbook.values import iso_moment, moment, number, unescaped

YES = ("1", "true")
MOST_REMEMBERED = 100_000
"""Beyond this a workbook hardly repeats itself, and remembering costs more than making."""
MOST_HEADS = 10_000
_HEAD = re.compile(r'(?: s="([0-9]{1,9})")?( t="s")?')
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


_new, _value, _formula, _font, _shown, _stored, _struck = (
    Cell.__new__,
    *(getattr(Cell, slot).__set__ for slot in Cell.__slots__),
)


def new_cell(value: Value, formula: str | None, font: str | None, looks: Style) -> Cell:
    """A Cell, made in half the time its constructor takes: a sheet has a million of them.

    The constructor of a frozen class sets each slot by its name; here the slots are set themselves.
    """
    cell = _new(Cell)
    _value(cell, value)
    _formula(cell, formula)
    _font(cell, font)
    _shown(cell, looks.shown)
    _stored(cell, None)
    _struck(cell, looks.struck)
    return cell


def _plain(formula: str) -> bool:
    """Whether a formula's text stands as it is: no markup, nothing that XML or Office escapes."""
    return (
        formula.isprintable()
        and formula != ""
        and "<" not in formula
        and "&" not in formula
        and "_x" not in formula
    )


class CellMaker:
    """Makes the cells of one workbook.

    `remembered` maps a cell's stored form to its Cell (None when it holds nothing): equal cells
    are one object, for offices repeat themselves and a Cell is dear to make.
    """

    __slots__ = ("_heads", "_since_1904", "_strings", "_styles", "remembered")

    def __init__(
        self, strings: Sequence[Written], styles: Sequence[Style], *, since_1904: bool = False
    ) -> None:
        # By the text that cells refer to them with: no number is parsed twice.
        self._strings = dict(zip(map(str, range(len(strings))), strings, strict=True))
        self._styles = dict(zip(map(str, range(len(styles))), styles, strict=True))
        self._since_1904 = since_1904
        self._heads: dict[str, tuple[bool, Style] | None] = {}
        self.remembered: dict[str, Cell | None] = {}

    def usual(self, head: str, stored: str, formula: str | None = None) -> Cell | None:
        """The cell of the attributes ` s="3" t="s"`, a stored text and a formula, all most usual.

        None for everything else, which `make` understands: dates, other types, other attributes,
        numbers that are not digits with at most one dot, formulas with marks or references.
        """
        known = self._heads.get(head)
        if known is None:
            if head in self._heads or len(self._heads) >= MOST_HEADS:
                return None
            known = self._heads[head] = self._head(head)
            if known is None:
                return None
        is_text, looks = known
        if formula is not None and (is_text or not _plain(formula)):
            return None
        if not is_text:
            if not (stored.isascii() and stored.replace(".", "", 1).isdigit()):
                return None
            return new_cell(number(stored), formula, looks.font, looks)
        words = self._strings.get(stored)
        if words is None:
            return None
        if isinstance(words, Words):
            return new_cell(words.text, None, words.font, looks)
        return new_cell(words, None, looks.font, looks)

    def _head(self, head: str) -> tuple[bool, Style] | None:
        match = _HEAD.fullmatch(head)
        looks = self._styles.get(match[1] or "0") if match else None
        if match is None or looks is None or (match[2] is None and looks.is_date):
            return None
        return match[2] is not None, looks

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
        font = looks.font
        value: Value
        if kind == "s" or in_place is not None:
            words = self._shared(stored) if in_place is None else in_place
            if isinstance(words, Words):
                value, font = words.text, words.font
            else:
                value = words
        else:
            value = None if stored is None else self._value(kind, looks, stored)
        if value is None:
            if formula is None:
                return None
            value = NoValue.NO_STORED_VALUE
        return Cell(value, formula, font, looks.shown, None, looks.struck)

    def _value(self, kind: str, looks: Style, stored: str) -> Value:
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

    def _shared(self, stored: str | None) -> Written | None:
        if stored is None:
            return None
        words = self._strings.get(stored)
        if words is not None or not stored.strip():
            return words
        index = whole(stored.strip())
        words = None if index is None else self._strings.get(str(index))
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
