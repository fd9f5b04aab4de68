"""Where something stands in cadre.toml, so that every fault names its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from cadre_cli.domain.texts import Text

Keys = tuple[str | int, ...]
"""Where something stands in the file: names of tables and keys, and places in lists from 0."""


@dataclass(frozen=True, slots=True)
class OfficeFault:
    """Something in cadre.toml that must be put right before anything is read.

    `line` counts from 1; None only when the place cannot be told.
    """

    file: str
    line: int | None
    what: Text
    fix: Text

    def said(self, lang: str = "vi") -> str:
        """File, line, what is wrong and what to do, as one line."""
        word = "line" if lang == "en" else "dòng"
        where = self.file if self.line is None else f"{self.file}, {word} {self.line}"
        return f"{where}: {self.what.of(lang)} {self.fix.of(lang)}".rstrip()


def fault_at(text: str, file: str, keys: Keys, what: Text, fix: Text) -> OfficeFault:
    """A fault at the line where a key stands, such as `("decisions", "deduction_on", "option")`."""
    return OfficeFault(file, line_of(text, keys), what, fix)


def line_of(text: str, keys: Keys) -> int | None:
    r"""The line, from 1, on which a key stands; the nearest table above it when it does not.

    >>> line_of('[office]\nname = "Hóa Quỳ"\nplce = "Hóa Quỳ"', ("office", "plce"))
    3
    """
    text = clean(text)
    lines = text.split("\n")
    while keys:
        for first, last, data in _statements(text):
            if _reached(data, keys):
                words = [key for key in keys if isinstance(key, str)]
                return _line_with(lines, first, last, words[-1])
        keys = keys[:-1]
    return None


def clean(text: str) -> str:
    """The text without what Notepad adds: a mark at the start, and line ends of two characters."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


@lru_cache(maxsize=4)
def _statements(text: str) -> tuple[tuple[int, int, dict[str, object]], ...]:
    """Each statement's first and last line, and all that holds once it has been read.

    The standard library's reader tells no lines, but the first lines of a valid file are
    themselves valid exactly where a statement ends.
    """
    lines = text.split("\n")
    found, first = [], 1
    for last in range(1, len(lines) + 1):
        try:
            data = tomllib.loads("\n".join(lines[:last]), parse_float=Decimal)
        except tomllib.TOMLDecodeError:
            continue
        found.append((first, last, data))
        first = last + 1
    return tuple(found)


def _reached(data: object, keys: Keys) -> bool:
    if not keys:
        return True
    key, rest = keys[0], keys[1:]
    if isinstance(data, dict):
        return key in data and _reached(data[key], rest)
    return isinstance(data, list) and key in range(len(data)) and _reached(data[int(key)], rest)


def _line_with(lines: list[str], first: int, last: int, word: str) -> int:
    """Within a statement of several lines, the first that holds the word."""
    for number in range(first, last + 1):
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", lines[number - 1]):
            return number
    return last
