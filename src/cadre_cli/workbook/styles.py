"""Cell styles: the font's name, the number format, and whether it shows a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cadre_cli.workbook.markup import Element, outline


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's style says about its value."""

    font: str | None = None
    shown: str = "General"
    is_date: bool = False
    struck: bool = False


PLAIN = Style()

_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""ECMA-376 part 1, 18.8.30. The numbers 27–36 and 50–58 are dates of East Asian editions."""
_EAST_ASIAN_DATES = frozenset((*range(27, 37), *range(50, 59)))
_EAST_ASIAN_DATE = "yyyy/mm/dd"

NAMED_FORMATS = {
    "General Number": "General",
    "General Date": "dd/mm/yyyy h:mm",
    "Long Date": "dddd, dd mmmm yyyy",
    "Medium Date": "d-mmm-yy",
    "Short Date": "dd/mm/yyyy",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm",
    "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
}
"""Formats that SpreadsheetML and HTML call by name; how they look depends on the computer."""

_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_LETTERS = re.compile("[dmyhs]", re.IGNORECASE)


def shows_date(code: str) -> bool:
    """Whether a number format shows a point in time; a length of time (`[h]:mm`) is a quantity.

    >>> shows_date("dd/mm/yyyy"), shows_date("[$-42A]d/m/yyyy;@"), shows_date('"ngày" d')
    (True, True, True)
    >>> shows_date("[h]:mm"), shows_date('0.0" ngày"'), shows_date("[Red]0.00"), shows_date("@")
    (False, False, False, False)
    """
    if _ELAPSED.search(code):
        return False
    return _DATE_LETTERS.search(_NOT_CODE.sub("", code).partition(";")[0]) is not None


def read_styles(data: bytes, part: str) -> tuple[Style, ...]:
    """The styles cells refer to by number."""
    elements = outline(data, part)
    codes = _codes(elements)
    fonts = _fonts(elements)
    struck = _struck(elements)
    made: dict[tuple[int, int], Style] = {}
    styles = []
    for element in elements:
        if element.path == "cellXfs/xf":
            key = font, number = _whole(element, "fontId"), _whole(element, "numFmtId")
            if key not in made:
                name = fonts[font] if font < len(fonts) else None
                made[key] = style(name, number, codes.get(number), struck=font in struck)
            styles.append(made[key])
    return tuple(styles)


def style(font: str | None, number: int, code: str | None = None, *, struck: bool = False) -> Style:
    """The style of a font and a number format: its own code, else the built-in one of its number."""
    if code is None:
        east_asian = number in _EAST_ASIAN_DATES
        code = _EAST_ASIAN_DATE if east_asian else _BUILT_IN.get(number, "General")
    return Style(font, code, shows_date(code), struck)


def is_built_in(number: int) -> bool:
    """Whether Excel has a number format of this number without being told its code."""
    return number in _BUILT_IN or number in _EAST_ASIAN_DATES


def _codes(elements: list[Element]) -> dict[int, str]:
    return {
        _whole(element, "numFmtId"): element.attributes.get("formatCode") or "General"
        for element in elements
        if element.path == "numFmts/numFmt"
    }


def _fonts(elements: list[Element]) -> list[str | None]:
    fonts: list[str | None] = []
    for element in elements:
        if element.path == "fonts/font":
            fonts.append(None)
        elif element.path == "fonts/font/name":
            fonts[-1] = element.attributes.get("val")
    return fonts


def _struck(elements: list[Element]) -> frozenset[int]:
    """The numbers of the fonts that cross out what is written."""
    struck: set[int] = set()
    number = -1
    for element in elements:
        if element.path == "fonts/font":
            number += 1
        elif element.path == "fonts/font/strike" and element.attributes.get("val") not in _OFF:
            struck.add(number)
    return frozenset(struck)


_OFF = ("0", "false")


def _whole(element: Element, name: str) -> int:
    text = element.attributes.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
