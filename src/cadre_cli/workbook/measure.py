"""How wide and how high words are in Times New Roman, so that nothing is cut in a cell.

Excel fits row heights only while somebody types; a workbook written by a program needs its
heights beforehand. Widths are those of the Times faces, in thousandths of the type size.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_WIDTHS = {
    "'’‘": 250,
    "|": 200,
    ".,": 250,
    " \N{NO-BREAK SPACE}": 250,
    "ijlt/:;\\": 278,
    "fr()[]-!I": 333,
    "sJ": 389,
    'acez?“”"': 444,
    "{}": 480,
    "bdghknopqvxu0123456789_*#$–«»": 500,
    "^": 469,
    "SFPß": 556,
    "+=<>≤≥×÷~": 564,
    "ETLZ": 611,
    "BCR": 667,
    "ADGHKNOQUVXYw": 722,
    "m&": 778,
    "M": 889,
    "W": 944,
    "%@—…→": 1000,
}
_BY_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_UNKNOWN = 600
_BOLD = 1.06
_PIXELS_PER_POINT = 96 / 72
_PIXELS_PER_DIGIT = 7
_SAFETY = 1.04
"""Printers and LibreOffice set the same words a little wider than the screen of Excel."""

LINE = 1.27
"""Height of a line of Times New Roman with Vietnamese marks, in type sizes."""
TALLEST_ROW = 409.0
"""Excel allows no higher row, in points."""


@lru_cache(maxsize=50_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text in pixels of a screen at 96 dots per inch.

    >>> 40 < text_width("Hóa Quỳ", 11) < 70
    True
    """
    thousandths = sum(_letter_width(letter) for letter in text)
    return thousandths / 1000 * size * _PIXELS_PER_POINT * (_BOLD if bold else 1) * _SAFETY


@lru_cache(maxsize=50_000)
def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    r"""How many lines `text` takes when wrapped at words in a cell of `width` digits.

    >>> lines_needed("Hoàn thành tốt nhiệm vụ", 12, 11), lines_needed("a\nb", 12, 11)
    (2, 2)
    """
    room = max(width * _PIXELS_PER_DIGIT - 1, _PIXELS_PER_DIGIT)
    return sum(_wrapped(part, room, size, bold) for part in text.split("\n"))


def height_of(lines: int, size: float) -> float:
    """The height in points of a row that holds so many lines."""
    return min(round(lines * size * LINE + 3, 2), TALLEST_ROW)


def most_lines(size: float) -> int:
    """How many lines the tallest row holds."""
    return int((TALLEST_ROW - 3) // (size * LINE))


def _wrapped(paragraph: str, room: float, size: float, bold: bool) -> int:
    blank = text_width(" ", size, bold=bold)
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = text_width(word, size, bold=bold)
        if used and used + blank + width > room:
            lines, used = lines + 1, 0.0
        if width > room:  # a word without blanks is broken wherever the cell ends
            lines += int(width // room)
            width %= room
        used += (blank if used else 0) + width
    return lines


@cache
def _letter_width(letter: str) -> int:
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    base = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))
    if base == "":
        return 0
    if unicodedata.combining(base[0]):
        return 0
    return _BY_LETTER.get(base[0], _UNKNOWN)
