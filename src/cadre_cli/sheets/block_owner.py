"""Whose rows these are when no column says so: a heading row above, or a line above the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Mention
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.table import Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.text import fold, one_line
from cadre_cli.vietnamese.titles import strip_titles

_LABEL = re.compile(
    r"(?:họ\s*(?:và|,)?\s*tên(?:\s+(?:cán bộ|công chức|người)[^:]*)?|cán bộ(?:, công chức)?"
    r"|công chức|người (?:thực hiện|đăng ký|kê khai)|đồng chí|cá nhân)\s*:\s*(.*)$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^(?:đ/c|đồng chí|ông|bà)\b\.?\s+(.+)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:[IVXLC]+|[A-Za-z]|\d+)\s*[.)\-:/]\s*|^\*\s*")
_AFTER_NAME = re.compile(r"\s*(?:[-–,;(:]|\s{3,}).*$")
_SIGNED = ("nguoi lap", "ky ten", "nguoi duyet")


def owner_of_block(table: Table, group: tuple[str, ...], row: int) -> Mention | None:
    """The person whom the innermost group heading above a row names.

    "1. Nguyễn Văn An - Công chức Văn phòng", "Đ/c Nguyễn Văn An", "Họ và tên: Nguyễn Văn An".
    """
    for text in reversed(group):
        name = name_in_heading(text)
        if name is not None:
            return Mention(name, strip_titles(name), _place_of(table, text, row))
    return None


def owner_above(table: Table) -> Mention | None:
    """The person named on a line above the table: "Họ và tên: …", the name beside it or after it."""
    for number in sorted(row for row in table.grid.rows if row < min(table.heading_rows)):
        cells = sorted(table.grid.rows[number].items())
        for place, (column, cell) in enumerate(cells):
            found = _LABEL.match(one_line(as_text(cell) or ""))
            if found is None:
                continue
            name, at = _AFTER_NAME.sub("", found[1]), column
            if not name and place + 1 < len(cells):
                at = cells[place + 1][0]
                name = one_line(as_text(cells[place + 1][1]) or "")
            if name:
                return Mention(name, strip_titles(name), table.grid.ref(number, at))
    return None


def name_in_heading(text: str) -> str | None:
    """The name in a group heading that names a person; None when it names a part of the work.

    >>> name_in_heading("1. Nguyễn Văn An - Công chức Văn phòng")
    'Nguyễn Văn An'
    >>> name_in_heading("II. Nhiệm vụ phát sinh"), name_in_heading("Văn phòng HĐND và UBND")
    (None, None)
    """
    line = _NUMBERED.sub("", one_line(text), count=1)
    if says(line, *_SIGNED):
        return None
    labelled = _LABEL.match(line) or _ADDRESSED.match(line)
    if labelled:
        return _AFTER_NAME.sub("", labelled[1]) or None
    name = _AFTER_NAME.sub("", line)
    return name if _looks_like_name(name) else None


_FAMILY_NAMES = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "dao",
        "doan",
        "lam",
        "truong",
        "mai",
        "trinh",
        "ta",
        "to",
        "ha",
        "luong",
        "luu",
        "chu",
        "cao",
        "thai",
        "vuong",
        "quach",
        "kieu",
        "lo",
        "quang",
        "cam",
        "ca",
        "deo",
        "vi",
        "ma",
        "nong",
        "be",
        "hua",
        "trieu",
        "trang",
        "giang",
        "sung",
        "thao",
        "vang",
        "ban",
        "phung",
        "tong",
        "la",
        "lau",
        "mua",
        "hau",
        "chau",
        "dam",
        "dan",
        "tang",
        "quan",
        "ong",
        "kim",
        "bach",
        "lai",
        "nghiem",
        "khuc",
        "tieu",
        "thach",
        "son",
        "danh",
        "y",
        "h",
        "k",
        "ksor",
        "rmah",
        "siu",
        "nay",
    ]
)


def _looks_like_name(words: str) -> bool:
    """Two to six capitalised words, the first a family name of this country."""
    parts = words.split()
    return (
        2 <= len(parts) <= 6
        and all(part[0].isupper() for part in parts)
        and not any(letter.isdigit() for letter in words)
        and fold(parts[0]) in _FAMILY_NAMES
        and not words.isupper()
    ) or (len(parts) in (2, 3, 4) and words.isupper() and fold(parts[0]) in _FAMILY_NAMES)


def _place_of(table: Table, text: str, row: int) -> CellRef:
    for number, column in _upwards(table, row):
        if one_line(as_text(table.grid.cell(number, column)) or "") == one_line(text):
            return table.grid.ref(number, column)
    return table.grid.ref(row, min(table.places.values(), default=1))


def _upwards(table: Table, row: int) -> Iterator[tuple[int, int]]:
    for number in range(row - 1, max(table.heading_rows), -1):
        for column in sorted(table.grid.rows.get(number, {})):
            yield number, column
