"""Names of villages: the word before the name, and two spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cadre_cli.vietnamese.text import key, one_line

_WORD = re.compile(
    r"^(?:thôn|xóm|làng|bản|ấp|buôn|bon|tổ dân phố|tdp|khu phố|khu dân cư|khu)\s+(?=\S)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[,;\n+]|\bvà\b")


def village_key(village: str) -> str:
    """One for "Thôn Đá", "thôn đá" and, in a column of villages, "Đá".

    >>> village_key("Thôn Đá") == village_key(" đá"), village_key("Thôn 3") == village_key("Bản 3")
    (True, True)
    """
    return key(_WORD.sub("", village.strip()))


def names_village(words: str) -> bool:
    """Whether a text begins with the word for a village: "Thôn 3", "Bản Lìm".

    >>> names_village("Thôn Đá"), names_village("Bản"), names_village("Phòng Kinh tế")
    (True, False, False)
    """
    return _WORD.match(words.strip()) is not None


def villages_in(words: str) -> tuple[str, ...]:
    """The villages that a cell lists: "Thôn Đá; thôn 3".

    >>> villages_in("Thôn Đá; thôn 3 và bản Lìm")
    ('Thôn Đá', 'thôn 3', 'bản Lìm')
    """
    return tuple(one_line(part) for part in _SEVERAL.split(words) if part.strip())


def each_once(villages: Iterable[str]) -> tuple[str, ...]:
    """Every village once, spelt as it was met first, sorted as Vietnamese readers expect numbers.

    >>> each_once(["Thôn 10", "thôn 2", "Thôn 2", "Bản Lìm"])
    ('Bản Lìm', 'thôn 2', 'Thôn 10')
    """
    first: dict[str, str] = {}
    for village in villages:
        first.setdefault(village_key(village), one_line(village))
    return tuple(first[name] for name in sorted(first, key=_order))


def _order(name: str) -> tuple[int, int, str]:
    digits = re.fullmatch(r"\D*?(\d{1,6})\D*", name)
    return (1, int(digits[1]), name) if digits else (0, 0, name)
