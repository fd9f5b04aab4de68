"""Superiors outside an office by their words: Party committees, councils, bodies of higher levels."""

from __future__ import annotations

import re
from functools import lru_cache

from cadre_cli.vietnamese.people import read_people
from cadre_cli.vietnamese.text import key
from cadre_cli.vietnamese.titles import names_body, names_position, strip_titles

_WORDS = (
    "đảng ủy", "đảng bộ", "huyện ủy", "tỉnh ủy", "thành ủy", "cấp ủy", "thường vụ", "thường trực",
    "hđnd", "hội đồng nhân dân", "huyện", "tỉnh", "thành phố", "trung ương", "sở", "cấp trên",
)  # fmt: skip
_ABOVE = re.compile(rf"(?<!\w)(?:{'|'.join(map(key, _WORDS))})(?!\w)")
_SECRETARY = re.compile(rf"(?:{key('phó')} )?{key('bí thư')}|p?bt")
_BODIES = tuple(map(key, ("thành ủy", "trung ương", "cấp ủy", "cấp trên", "huyện", "tỉnh")))


@lru_cache(maxsize=4096)
def names_superior(text: str) -> bool:
    """Whether a cell names a body or a post above or beside a commune's administration.

    A person's name alone never does; one with such a post behind it does. Posts that every office
    has ("Chủ tịch", "Trưởng phòng") say nothing of where their holder is.

    >>> [names_superior(words) for words in ("Bí thư Đảng ủy", "HĐND xã", "Chủ tịch UBND tỉnh")]
    [True, True, True]
    >>> names_superior("Nguyễn Văn Bá (Phó Bí thư Đảng ủy)"), names_superior("Sở Nội vụ")
    (True, True)
    >>> [names_superior(words) for words in ("Chủ tịch", "Phó Chủ tịch UBND xã", "Tổ tình nguyện")]
    [False, False, False]
    >>> names_superior("Trần Văn Tỉnh"), names_superior("Bí thư Đoàn xã")
    (False, False)
    """
    said = [text]
    for person in read_people(text):
        said += [part for part in (person.name, person.position, person.unit) if part]
    return any(_is_above(strip_titles(part)) for part in said)


def _is_above(text: str) -> bool:
    words = key(text)
    if _SECRETARY.fullmatch(words):
        return True
    known = names_body(text) or names_position(text) or words.startswith(_BODIES)
    return known and _ABOVE.search(words) is not None
