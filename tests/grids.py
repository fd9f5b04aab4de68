"""A sheet shown in a test as a Markdown table.

A line that starts with `|` is a row of cells; any other line is text in the first column; an empty
line between them is an empty row; a line of dashes (`|---|`) is not a row. In a cell:

    <  ^            merged with the cell to the left, or above
    5   -2.5        a number            '5      text that looks like a number
    #N/A            an error value      TRUE    a truth value
    @2026-03-05     a real date         @2026-03-05 09:28   with a time
    {=A1*2|4}       a formula and its stored value;   {=A1}   a formula without one
    0.5{0%}         a value with its number format
    a\\nb            a line break        everything else is text (dates and commas too)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from textwrap import dedent

from cadre_cli.domain.grid import Area, Cell, ErrorValue, Grid, NoValue, Value, Visibility

_NUMBER = re.compile(r"-?\d+(\.\d+)?$")
_ERROR = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$")
_FORMULA = re.compile(r"\{=([^|}]*)(?:\|([^}]*))?\}$")
_SHOWN = re.compile(r"(.*)\{([^={}][^{}]*)\}$", re.DOTALL)


def grid(
    markdown: str,
    *,
    sheet: str = "Sheet1",
    file: str = "so.xlsx",
    row: int = 1,
    column: int = 1,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    visibility: Visibility = Visibility.VISIBLE,
    font: str | None = None,
) -> Grid:
    """The sheet that `markdown` shows, its first line at `row` and its first cell at `column`."""
    lines = dedent(markdown).strip("\n").splitlines()
    lines = [line for line in lines if not re.fullmatch(r"\s*\|[\s|:-]*-[\s|:-]*", line)]
    words: dict[tuple[int, int], str] = {}
    for at_row, line in enumerate(lines, row):
        cells = _split(line.strip()) if line.lstrip().startswith("|") else [line.strip()]
        for at_column, text in enumerate(cells, column):
            words[at_row, at_column] = text
    rows: dict[int, dict[int, Cell]] = {}
    for (at_row, at_column), text in words.items():
        if text not in {"", "<", "^"}:
            rows.setdefault(at_row, {})[at_column] = _cell(text, font)
    return Grid(
        file,
        sheet,
        rows,
        _merges(words),
        frozenset(hidden_rows),
        frozenset(hidden_columns),
        visibility,
    )


def _split(line: str) -> list[str]:
    """The cells of a Markdown row; a bar between braces separates nothing."""
    inner = line.removeprefix("|").removesuffix("|")
    parts = [""]
    depth = 0
    for letter in inner:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def _cell(text: str, font: str | None) -> Cell:
    if formula := _FORMULA.match(text):
        written, stored = formula.groups()
        return Cell(NoValue.NO_STORED_VALUE if stored is None else _value(stored), written, font)
    if shown := _SHOWN.match(text):
        return Cell(_value(shown[1].strip()), None, font, shown[2])
    return Cell(_value(text), None, font)


def _value(text: str) -> Value:
    if _NUMBER.match(text):
        return Decimal(text)
    if _ERROR.match(text):
        return ErrorValue(text)
    if text in {"TRUE", "FALSE"}:
        return text == "TRUE"
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:]) if " " in text else date.fromisoformat(text[1:])
    return text.removeprefix("'").replace("\\n", "\n")


def _merges(words: dict[tuple[int, int], str]) -> tuple[Area, ...]:
    """The rectangles around cells joined by `<` and `^`."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for (at_row, at_column), text in sorted(words.items()):
        neighbour = {"<": (at_row, at_column - 1), "^": (at_row - 1, at_column)}.get(text)
        owner[at_row, at_column] = (
            owner.get(neighbour, neighbour) if neighbour else (at_row, at_column)
        )
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, head in owner.items():
        members.setdefault(head, []).append(place)
    return tuple(
        Area(head[0], head[1], max(r for r, _ in places), max(c for _, c in places))
        for head, places in members.items()
        if len(places) > 1
    )
