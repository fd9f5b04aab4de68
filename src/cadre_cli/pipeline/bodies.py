"""Whether a body that a transfer names is the office itself or surely another one."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from cadre_cli.vietnamese.text import key, one_line


class Where(enum.Enum):
    """Where a body is, seen from the office."""

    HERE = "the office itself"
    ELSEWHERE = "another body"
    UNKNOWN = "not to be told from its name"


_COMMUNE = re.compile(r"(?:^|\s)(xã|phường|đặc khu|thị trấn)(?=\s|$)", re.IGNORECASE)
_ABOVE = re.compile(r"(?:^|\s)(?:huyện|thị xã|tỉnh|thành phố|tp)\b.*$", re.IGNORECASE)
_OWN = frozenset(
    key(f"{what}{whose}")
    for what in ("cơ quan", "đơn vị")
    for whose in ("", " ta", " mình", " nhà", " này")
)
_COUNCIL = key("Ủy ban nhân dân")
_NEIGHBOUR = frozenset(map(key, ("bên", "bạn", "khác")))
_NEAR = frozenset(map(key, ("", "ta", "mình", "nhà", "này")))
_HIGHER = ("sở", "cục", "chi cục", "học viện", "tòa án", "bệnh viện", "huyện ủy", "thành ủy")
_FOREIGN = re.compile(
    rf"(?:{'|'.join(map(key, _HIGHER))}|bộ(?! phận\b| môn\b))\b.*"
    r"|.*(?:\b(?:tỉnh|huyện|thành phố|trung ương)|(?<!cơ )(?<!trụ )\bsở)\b.*"
)
"""What belongs to no commune: ministries, provincial departments, whatever is of a province."""


def where_is(body: str, office: str) -> Where:
    """Where a body is, by whole words and with their tones; `office` is its name, "" if unknown.

    >>> where_is("UBND xã", "UBND xã Hóa Quỳ"), where_is("xã Hoá Quỳ", "UBND xã Hóa Quỳ")
    (<Where.HERE: 'the office itself'>, <Where.HERE: 'the office itself'>)
    >>> where_is("xã Hoa", "UBND xã Hóa Quỳ"), where_is("Sở Nội vụ", "UBND xã Sơn Lộ")
    (<Where.ELSEWHERE: 'another body'>, <Where.ELSEWHERE: 'another body'>)
    >>> where_is("Đảng ủy xã", "UBND xã Hóa Quỳ"), where_is("xã Hoa", "")
    (<Where.UNKNOWN: 'not to be told from its name'>, <Where.UNKNOWN: 'not to be told from its name'>)
    """
    if key(body) in _OWN or (office and key(body) == key(office)):
        return Where.HERE
    there, here = _Commune.in_(body), _Commune.in_(office)
    if there is not None:
        return _compared(there, here, known=bool(office))
    if here is not None and _council(body) in (here.body, key(here.name)):
        return Where.HERE  # "về UBND", "về Hóa Quỳ"
    higher = here is None and _FOREIGN.fullmatch(key(office)) is not None
    foreign = not higher and _FOREIGN.fullmatch(key(body)) is not None
    return Where.ELSEWHERE if foreign else Where.UNKNOWN


@dataclass(frozen=True, slots=True)
class _Commune:
    """A body of a commune: what stands before "xã", and the commune's name without what is above."""

    body: str
    kind: str
    name: str

    @classmethod
    def in_(cls, text: str) -> _Commune | None:
        line = one_line(text)
        found = _COMMUNE.search(line)
        if found is None:
            return None
        name = _ABOVE.sub("", line[found.end() :].strip())
        return cls(_council(line[: found.start()]), key(found[1]), name)


def _council(text: str) -> str:
    return key(text).replace(_COUNCIL, "ubnd")


def _compared(there: _Commune, here: _Commune | None, *, known: bool) -> Where:
    name = key(there.name)
    if here is None:
        whole = not known and name in _NEAR and there.body in ("", "ubnd")
        return Where.HERE if whole else Where.UNKNOWN
    own = key(here.name)
    if name in _NEAR or name == own:
        same = there.kind == here.kind and there.body in ("", here.body)
        return Where.HERE if same else Where.UNKNOWN
    if name.split()[0] in _NEIGHBOUR:
        return Where.ELSEWHERE
    another = there.name[:1].isupper() and own and not f"{name} ".startswith(f"{own} ")
    return Where.ELSEWHERE if another else Where.UNKNOWN


def unit_part(body: str, office: str) -> str:
    """A unit's name without the office's own commune behind it: "Phòng Kinh tế xã".

    >>> unit_part("Phòng Kinh tế xã", "UBND xã Lim"), unit_part("Phòng Kinh tế xã Bo", "UBND xã Lim")
    ('Phòng Kinh tế', 'Phòng Kinh tế xã Bo')
    """
    found = _COMMUNE.search(body)
    if found is None or not found.start():
        return body
    is_own = where_is(body[found.start() :], office) is Where.HERE
    return body[: found.start()] if is_own else body
