"""Text as Excel can store it: what XML forbids left out, what is too long cut where it can be seen."""

from __future__ import annotations

import re

LONGEST_TEXT = 32_767
"""Characters Excel allows in a cell, counted as UTF-16 does: 😀 is two."""
CUT_MARK = " … [đã cắt bớt]"
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?")


def clean_text(text: str) -> str:
    r"""The text of a cell: without control signs, cut visibly when too long.

    >>> clean_text("Họp\x0b giao ban\r\ntháng 3")
    'Họp giao ban\ntháng 3'
    """
    if len(text) < LONGEST_TEXT // 2 and text.isprintable():
        return text
    kept = _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text))
    if len(kept.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return kept
    return cut(kept, LONGEST_TEXT - len(CUT_MARK)) + CUT_MARK


def clean_line(text: str, most: int) -> str:
    r"""The same for what is one short line: a title, a property, the name of a sheet.

    >>> clean_line("UBND\x00 xã\nHóa Quỳ", 20)
    'UBND xã Hóa Quỳ'
    """
    return cut(" ".join(clean_text(text).split()), most).rstrip()


def cut(text: str, most: int) -> str:
    """At most so many characters as Excel counts them, no letter torn in two.

    >>> cut("😀😀", 3)
    '😀'
    """
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore")
