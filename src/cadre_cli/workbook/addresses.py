"""Where each cell of a report lands in the workbook, and its formulas with real addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.places import column_letters
from cadre_cli.domain.report import (
    Binary,
    Block,
    Call,
    Charts,
    Constant,
    Down,
    Formula,
    Line,
    Operator,
    Ref,
    Report,
    Section,
    SideBySide,
    Table,
)
from cadre_cli.workbook.texts import clean_line

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_SUM_AT_ONCE = 200
"""Excel takes 255 arguments in a call; more are added in groups."""


def sheet_names(sections: Iterable[Section]) -> dict[str, str]:
    """Section key → a name Excel accepts: short, without forbidden signs, unlike the others."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for section in sections:
        clean = _sheet_name(section.name, _LONGEST_NAME) or "Sheet"
        if clean.lower() == "history":  # Excel keeps this name for itself
            clean = "History-"
        name, number = clean, 2
        while name.lower() in taken:
            ending = f" ({number})"
            name, number = _sheet_name(clean, _LONGEST_NAME - len(ending)) + ending, number + 1
        taken.add(name.lower())
        names[section.key] = name
    return names


def _sheet_name(name: str, most: int) -> str:
    """No apostrophe at either end, wherever it was cut."""
    return clean_line(_FORBIDDEN.sub("-", name).strip(" '"), most).strip(" '")


def heading_rows(table: Table) -> int:
    """How many rows the headings of a table take, with the row of column numbers."""
    if table.bare:
        return 0
    return 1 + any(column.group for column in table.columns) + table.numbered


def block_rows(block: Block) -> int:
    """How many rows of the sheet a block takes."""
    match block:
        case Line():
            return 1
        case SideBySide():
            return max(map(len, block.columns), default=0)
        case Charts(rows=rows):
            return rows
        case Table():
            return heading_rows(block) + len(block.rows)


def column_starts(table: Table) -> list[int]:
    """The first grid column of each column of a table, counted from 0."""
    starts, at = [], table.start
    for column in table.columns:
        starts.append(at)
        at += column.span
    return starts


@dataclass(frozen=True, slots=True)
class Addresses:
    """Sheet names by section, and (row, column) from 0 of every row and column of the tables."""

    names: Mapping[str, str]
    rows: Mapping[tuple[str, str], int]
    columns: Mapping[tuple[str, str, str], int]

    @classmethod
    def of(cls, report: Report) -> Addresses:
        """The places of a whole report; two rows of one key in a section are a fault of ours."""
        rows: dict[tuple[str, str], int] = {}
        columns: dict[tuple[str, str, str], int] = {}
        for section in report.sections:
            top = 0
            for block in section.blocks:
                if isinstance(block, Table):
                    starts = column_starts(block)
                    for number, row in enumerate(block.rows, top + heading_rows(block)):
                        if (section.key, row.key) in rows:
                            raise ValueError(f"two rows {row.key!r} in section {section.key!r}")
                        rows[section.key, row.key] = number
                        for column, start in zip(block.columns, starts, strict=True):
                            columns[section.key, row.key, column.key] = start
                top += block_rows(block)
        return cls(sheet_names(report.sections), rows, columns)

    def place(self, ref: Ref) -> tuple[int, int]:
        """Row and column of a cell, counted from 0."""
        return self.rows[ref.section, ref.row], self.columns[ref.section, ref.row, ref.column]

    def written(self, ref: Ref, within: str | None = None) -> str:
        """`'Chi tiết'!M5`; without the sheet inside the section `within`."""
        row, column = self.place(ref)
        return f"{self.sheet(ref.section, within)}{column_letters(column + 1)}{row + 1}"

    def sheet(self, section: str, within: str | None) -> str:
        """The sheet in front of an address, nothing inside the section itself."""
        if section == within:
            return ""
        quoted = self.names[section].replace("'", "''")
        return f"'{quoted}'!"

    def formula(self, formula: Formula, within: str) -> str:
        """A formula of section `within` as Excel stores it, with = in front."""
        return "=" + self._part(formula, within)

    def _part(self, formula: Formula, within: str) -> str:
        match formula:
            case Constant(value):
                return f'"{value}"' if isinstance(value, str) else number_text(value)
            case Ref():
                return self.written(formula, within)
            case Down(section, first, last, column):
                head = self.written(Ref(section, first, column), within)
                return f"{head}:{self.written(Ref(section, last, column), section)}"
            case Call(function, arguments):
                return _call(function.value, [self._part(part, within) for part in arguments])
            case Binary(operator, left, right):
                return (
                    f"{self._operand(left, within, operator, right=False)}{operator.value}"
                    f"{self._operand(right, within, operator, right=True)}"
                )

    def _operand(self, formula: Formula, within: str, outer: Operator, *, right: bool) -> str:
        part = self._part(formula, within)
        match formula:
            case Constant(Fraction(numerator=top, denominator=bottom)):
                simple = top >= 0 and "/" not in part and bottom > 0
                return part if simple else f"({part})"
            case Binary(inner, _, _):
                return part if _binds(inner, outer, right=right) else f"({part})"
            case _:
                return part


def number_text(value: Fraction) -> str:
    """A number inside a formula: a decimal where it is one, else a quotient.

    >>> number_text(Fraction(1, 4)), number_text(Fraction(1, 3)), number_text(Fraction(70))
    ('0.25', '1/3', '70')
    """
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return format(exact, "f")


def _binds(inner: Operator, outer: Operator, *, right: bool) -> bool:
    """Whether a Binary inside another needs no brackets."""
    tight = (Operator.MULTIPLY, Operator.DIVIDE)
    if outer in tight:
        return inner in tight and not right
    return inner in tight or not right


def _call(name: str, parts: list[str]) -> str:
    if name == "SUM" and len(parts) > _SUM_AT_ONCE:
        groups = range(0, len(parts), _SUM_AT_ONCE)
        parts = [_call(name, parts[start : start + _SUM_AT_ONCE]) for start in groups]
    return f"{name}({','.join(parts)})"
