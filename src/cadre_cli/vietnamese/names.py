"""Names of people: recognised and sorted; read and compared as `people` and `titles` do it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cadre_cli.vietnamese.people import PersonText, read_people
from cadre_cli.vietnamese.text import (
    TONES,
    clean,
    fold,
    has_words,
    key,
    nearest,
    one_line,
    split_tone,
)
from cadre_cli.vietnamese.titles import (
    is_everyone,
    name_key,
    names_body,
    names_heading,
    names_position,
    strip_titles,
)

__all__ = [
    "PersonText",
    "given_name",
    "is_everyone",
    "looks_like_name",
    "name_key",
    "names_body",
    "names_position",
    "read_people",
    "sort_key",
    "strip_titles",
]

_SUFFIX = re.compile(r"\s*[(\[].*$")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]*)*")


def given_name(name: str) -> str:
    """The last word, by which people are called and lists are sorted.

    >>> given_name("Ông Nguyễn Văn An (VP)"), given_name("K'Brâng"), given_name("")
    ('An', "K'Brâng", '')
    """
    parts = _name_words(name)
    return parts[-1] if parts else ""


def may_be_short_for(short: str, name: str) -> bool:
    """Whether a name may be how somebody is called: its last words, or its first and last ones.

    >>> may_be_short_for("Đ/c Bách", "Trần Văn Bách"), may_be_short_for("Thu Hà", "Nguyễn Thu Hà")
    (True, True)
    >>> may_be_short_for("Lê Hoa", "Lê Thị Hoa"), may_be_short_for("Lê Thị Hoa", "Lê Thị Hoa")
    (True, False)
    >>> may_be_short_for("Hoà", "Lê Thị Hoa"), may_be_short_for("", "Lê Thị Hoa")
    (False, False)
    """
    called, full = (name_key(each).split() for each in (short, name))
    if not called or len(called) >= len(full) or names_position(short):
        return False
    ends = full[-len(called) :] == called
    return ends or (len(called) == 2 and called == [full[0], full[-1]])


_SLIP = 0.9
"""Likeness from which one name is another with a slip in it: "Lò Văn Sơm", "Nguyen Van An"."""


def may_be_meant(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The full names that a name may be short for, or a slip of.

    >>> may_be_meant("Đ/c Hoa", ["Lê Thị Hoa", "Trần Thị Hoa", "Hà Thị Hòa"])
    ('Lê Thị Hoa', 'Trần Thị Hoa')
    >>> may_be_meant("Lò Văn Sơm", ["Lò Văn Sơn", "Lò Văn Sinh"]), may_be_meant("Vũ An", ["Lê Hà"])
    (('Lò Văn Sơn',), ())
    """
    listed = tuple(names)
    short = tuple(each for each in listed if may_be_short_for(name, each))
    return short or tuple(sorted(nearest(name, listed, _SLIP, len(listed))))


_Weight = tuple[tuple[int, ...], tuple[int, ...]]


def sort_key(name: str) -> tuple[_Weight, tuple[_Weight, ...], _Weight, str]:
    """The order of a list of people: given name, then middle names, then family name.

    Within each the letters come first (a ă â b c d đ e ê …), then the tones: none, huyền, hỏi, ngã,
    sắc, nặng. The text itself comes last, so that no two texts share a place by accident.

    >>> sorted(["Lê Ân", "Lê Ăn", "Lê An", "Vũ An", "Lê Bình", "Lê Thị An"], key=sort_key)
    ['Lê An', 'Vũ An', 'Lê Thị An', 'Lê Ăn', 'Lê Ân', 'Lê Bình']
    >>> sorted(["Ma", "Mạ", "Má", "Mã", "Mả", "Mà"], key=sort_key)
    ['Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ']
    """
    parts = _name_words(name) or ("",)
    family = parts[0] if len(parts) > 1 else ""
    middle = tuple(_weight(part) for part in parts[1:-1])
    return _weight(parts[-1]), middle, _weight(family), one_line(name)


def looks_like_name(text: str) -> bool:
    """Whether this may be somebody's full name: 2 to 5 words of letters, in capitals or capitalised.

    Bodies, positions and words of a table are not, whatever their capitals.

    >>> looks_like_name("Nguyễn Văn An"), looks_like_name("NGUYỄN VĂN AN"), looks_like_name("H'Hen Niê")
    (True, True, True)
    >>> [looks_like_name(words) for words in ("Minh", "Họ và tên", "CHỦ TỊCH", "UBND XÃ", "Lập hồ sơ")]
    [False, False, False, False, False]
    >>> looks_like_name("K'Brang"), looks_like_name("K’Brếu")
    (True, True)
    """
    name = strip_titles(text).translate(_APOSTROPHES)
    parts = name.split()
    if is_whole_name(name):
        return True
    if not 2 <= len(parts) <= 5 or names_heading(name) or names_body(name) or names_position(name):
        return False
    if not all(_LETTERS.fullmatch(part) and _can_be_said(part) for part in parts):
        return False
    return not has_words(name, "và") and all(part[0].isupper() for part in parts)


def is_whole_name(name: str) -> bool:
    """Whether one word is all of a name, as among the peoples of the Central Highlands.

    >>> is_whole_name("K'Brang"), is_whole_name("H’Hen"), is_whole_name("K'"), is_whole_name("Brang")
    (True, True, False, False)
    """
    return _WHOLE.fullmatch(name.translate(_APOSTROPHES)) is not None


_WHOLE = re.compile(r"[HKY]'[^\W\d_]{2,}")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(_SUFFIX.sub("", strip_titles(name)).split())


def _can_be_said(word: str) -> bool:
    """A word without a vowel ("HĐND") is an abbreviation; a single letter may be a particle."""
    return len(word) == 1 or "'" in word or any(letter in "aeiouy" for letter in fold(word))


_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}


def _weight(word: str) -> _Weight:
    """The places of the letters in the alphabet, and the tones; signs between letters do not count."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in key(clean(word)):
        bare, tone = split_tone(letter)
        if bare in _ALPHABET:
            letters.append(10 + _ALPHABET[bare])
            tones.append(TONES.index(tone) + 1 if tone else 0)
        elif bare.isdigit() and bare.isascii():
            letters.append(int(bare))
        elif bare.isalnum():
            letters.append(100 + ord(bare))
    return tuple(letters), tuple(tones)
