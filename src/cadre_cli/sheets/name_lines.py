"""Lines that name a person: "Họ và tên: …", "1. Nguyễn Văn An - Công chức", "Đ/c Bình"."""

from __future__ import annotations

import re

from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.names import is_whole_name, names_body, strip_titles
from cadre_cli.vietnamese.text import fold, key, one_line

_WHO = (
    r"(?:họ\s*(?:và|,)?\s*(?:đệm\s*)?tên(?:\s+(?:cán bộ|công chức|viên chức|người)[^:]*)?"
    r"|(?:cán bộ|công chức|người|đồng chí)\s+(?:phụ trách|theo dõi|thực hiện|đăng ký|kê khai)[^:]*"
    r"|cán bộ(?:, công chức)?|công chức|đồng chí|cá nhân)"
)
_LABEL = re.compile(rf"(?:[-–+*]|\d{{1,2}}\s*[.)])?\s*{_WHO}\s*:\s*(.*)$", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"họ\s*(?:và|,)?\s*tên\s*:?", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:đ/c|đồng chí|ông|bà)\b\.?\s+(.+)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:[IVXLC]+|[A-Za-z]|\d+)\s*[.)\-:/]\s*|^\*\s*")
_AFTER_NAME = re.compile(
    r"\s*(?:[-–,;(:].*|\b(?:chức (?:vụ|danh)|đơn vị|phòng|bộ phận|ngày sinh|sinh ngày|mã số)\b.*)$",
    re.IGNORECASE,
)
_UNFILLED = " .…_"
_SIGNED = ("nguoi lap", "ky ten", "nguoi duyet")

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

_WITH_TONES = frozenset(
    [
        "điểu",
        "kpă",
        "kpa",
        "rcom",
        "rahlan",
        "niê",
        "êban",
        "mlô",
        "byă",
        "cil",
        "alăng",
        "sồng",
        "hạng",
        "lù",
        "tẩn",
        "chẻo",
        "xồng",
        "vừ",
        "hờ",
    ]
)
"""Family names that without their tones and marks are everyday words: Điểu and điều."""
_MIDDLE_NAMES = frozenset(["thị", "văn"])
"""Before a given name they tell a name, whatever the family: Bá Thị Tư, Văn Tiến Tùng."""


def labelled_name(line: str) -> str | None:
    """What stands behind "Họ và tên:"; "" where it was left to be filled in, None without a label.

    >>> labelled_name("Họ và tên: Nguyễn Văn An   Chức vụ: Công chức"), labelled_name("Họ và tên: ……")
    ('Nguyễn Văn An', '')
    >>> labelled_name("Cán bộ phụ trách thôn: Lò Thị Dung"), labelled_name("Họ và tên")
    ('Lò Thị Dung', None)
    """
    found = _LABEL.match(one_line(line))
    return None if found is None else _AFTER_NAME.sub("", found[1]).strip(_UNFILLED)


def is_name_label(text: str) -> bool:
    """Whether a cell only says that a name stands in the next one."""
    return _LABEL_ALONE.fullmatch(one_line(text)) is not None


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
    addressed = _ADDRESSED.match(line)
    if addressed is None and (named := labelled_name(line)) is not None:
        return named or None
    if addressed is not None:
        return _AFTER_NAME.sub("", addressed[1]) or None
    name = _AFTER_NAME.sub("", line)
    return name if is_full_name(strip_titles(name)) and not names_body(name) else None


def is_full_name(words: str) -> bool:
    """Two to six capitalised words, the first a family name of this country; or H'Hen, K'Brang."""
    parts = words.split()
    if 1 <= len(parts) <= 4 and is_whole_name(parts[0]):
        return all(part[0].isupper() for part in parts)
    known = bool(parts) and (
        fold(parts[0]) in _FAMILY_NAMES
        or key(parts[0]) in _WITH_TONES
        or (len(parts) > 2 and not _MIDDLE_NAMES.isdisjoint(map(key, parts[:-1])))
    )
    return (
        2 <= len(parts) <= 6
        and all(part[0].isupper() for part in parts)
        and not any(letter.isdigit() for letter in words)
        and known
        and not words.isupper()
    ) or (len(parts) in (2, 3, 4) and words.isupper() and known)
