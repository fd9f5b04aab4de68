"""Names of units: when two words for a unit are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from cadre_cli.vietnamese.text import fold, key, squeeze

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_VOWELS = frozenset("aeiouy")


def by_initials(units: Iterable[str]) -> dict[str, str]:
    """Abbreviation → the only unit it stands for."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in units:
        for short in _initials(unit):
            known[short].setdefault(key(unit), unit)
    return {short: next(iter(of.values())) for short, of in known.items() if len(of) == 1}


def same_unit(one: str, other: str) -> bool:
    """Whether two words for a unit are one: alike but for spelling, or one the other's initials.

    >>> same_unit("Văn phòng HĐND và UBND", "VP HĐND-UBND"), same_unit("Phòng Kinh tế", "Văn phòng")
    (True, False)
    """
    if key(one) == key(other):
        return True
    return squeeze(one) in _initials(other) or squeeze(other) in _initials(one)


def _initials(unit: str) -> frozenset[str]:
    """What may stand for a unit's name, squeezed: its initials, a "P." before the rest.

    >>> sorted(_initials("Phòng Kinh tế")), sorted(_initials("Văn phòng HĐND và UBND"))
    (['kt', 'pkinhte', 'pkt'], ['vp', 'vphdnd', 'vphdndubnd'])
    """
    words = [word for word in _WORDS.findall(unit) if fold(word) != "va"]
    capitals = [_is_abbreviated(word, unit) for word in words]
    letters = [
        fold(word) if whole else fold(word)[:1] for word, whole in zip(words, capitals, strict=True)
    ]
    found = {"".join(letters)}
    if words and fold(words[0]) == "phong":
        found |= {"".join(letters[1:]), "p" + squeeze("".join(words[1:]))}
    for place in range(1, len(words)):
        if capitals[place]:
            found.add("".join(letters[:place]))
    return frozenset(short for short in found if len(short) > 1)


def _is_abbreviated(word: str, unit: str) -> bool:
    """Whether a word is an abbreviation itself, such as HĐND, also where all is in capitals."""
    return (
        word.isupper()
        and len(word) > 1
        and (not unit.isupper() or word == "UBND" or not _VOWELS & set(fold(word)))
    )
