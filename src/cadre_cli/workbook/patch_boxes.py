"""How large a comment's box must be for its text, and between which cells it then stands."""

from __future__ import annotations

from collections.abc import Callable

from cadre_cli.workbook.limits import LAST_COLUMN, LAST_ROW
from cadre_cli.workbook.patch_map import Place, SheetMap
from cadre_cli.workbook.patch_shapes import Box

_WIDTH = 320
"""Pixels: about 50 characters of Tahoma 9, which is what notes are written in."""
_CHARACTERS = 48
_LINE, _PADDING = 15, 12
_TALLEST = 480
"""A taller box would not fit on the screen of an office."""
_MARGIN = 12
_DIGIT, _CELL_PADDING = 7, 5
"""Pixels of a digit of Calibri 11, in which Excel counts the widths of columns."""
_POINT = 0.75
"""Points of a pixel."""


def box(place: Place, text: str, sheet: SheetMap) -> Box:
    """The box of a comment to the right of its cell, as tall as its text needs."""
    row, column = place
    lines = 2 + sum(1 + len(line) // _CHARACTERS for line in text.split("\n"))
    height = min(lines * _LINE + _PADDING, _TALLEST)
    top = max(row - 1, 1)
    left = min(column + 1, LAST_COLUMN - 5)
    right, right_offset = _walk(left, _MARGIN + _WIDTH, _widths(sheet), LAST_COLUMN)
    bottom, bottom_offset = _walk(top, _MARGIN // 2 + height, _heights(sheet), LAST_ROW)
    anchor = (
        *(left - 1, _MARGIN, top - 1, _MARGIN // 2),
        *(right - 1, right_offset, bottom - 1, bottom_offset),
    )
    return Box(place, round(_WIDTH * _POINT), round(height * _POINT), anchor)


def _walk(start: int, distance: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    """The row or column that lies a distance further, and how far inside it."""
    at = start
    while at < last and distance >= size(at):
        distance -= size(at)
        at += 1
    return at, distance


def _widths(sheet: SheetMap) -> Callable[[int], int]:
    default = _number(sheet.format.get("defaultColWidth"), 8.43 + _CELL_PADDING / _DIGIT)

    def width(column: int) -> int:
        for each in sheet.columns:
            if each.first <= column <= each.last:
                if each.node.get("hidden") in ("1", "true"):
                    return 0
                return int(_number(each.node.get("width"), default) * _DIGIT)
        return int(default * _DIGIT)

    return width


def _heights(sheet: SheetMap) -> Callable[[int], int]:
    default = _number(sheet.format.get("defaultRowHeight"), 15)
    return lambda row: round(sheet.heights.get(row, default) / _POINT)


def _number(written: str | None, otherwise: float) -> float:
    try:
        return float(written) if written else otherwise
    except ValueError:
        return otherwise
