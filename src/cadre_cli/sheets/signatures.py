"""Where the signatures begin below a table: by their words, or by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cadre_cli.sheets.row_kinds import Facts, has_day
from cadre_cli.vietnamese.names import looks_like_name
from cadre_cli.vietnamese.text import fold

_SIGNERS = re.compile(
    r"(nguoi (lap|tong hop|cham cong|duyet|ky|kiem tra|bao cao|danh gia)( (bieu|bang|danh sach|phieu|bao cao))?"
    r"|nguoi (duoc giao|giao|nhan)( viec| nhiem vu)?|lanh dao (phe duyet|duyet|ky duyet|xac nhan|giao viec)"
    r"|(ke toan|can bo|cong chuc) (lap|tong hop)( bieu| bang)?|lap (bieu|bang)|phu trach bo phan"
    r"|thu truong( (don vi|co quan))?|xac nhan cua .*"
    r"|(can bo|cong chuc|vien chuc|nguoi lao dong|ca nhan|nguoi)( duoc)? tu (danh gia|xep loai|cham( diem)?)"
    r"|nguoi duoc (danh gia|theo doi).*|cap co tham quyen( (theo doi|danh gia|xep loai).*)?"
    r"|(pho )?(chu tich|bi thu|giam doc|truong phong|chanh van phong)"
    r"( (uy ban nhan dan|ubnd|hdnd|dang uy|hoi dong nhan dan))?( (xa|phuong|thi tran|dac khu))?( .{1,24})?)"
)
_SIGNED = re.compile(
    r"(ky (va )?(ghi ro |ghi )?(ho|ten)|ky ten|ky dong dau|da ky|noi nhan\b|nhu tren|luu (vt|van thu)"
    r"|(tm|t m|kt|k t|tl|tuq|q) (uy ban|ubnd|chu tich|ban|dang uy|hdnd|hoi dong|thuong truc|bi thu"
    r"|truong|giam doc|tap the))"
)
_TO_SIGN = re.compile(r"(ky (va )?(ghi ro |ghi )?(ho|ten)|ky ten|da ky)")
_DATE_LINE = re.compile(
    r"(?:[^,]{0,40},\s*)?ngày[\s.…_/]*\d{0,2}[\s.…_/]*tháng[\s.…_/]*\d{0,2}[\s.…_/]*năm[\s.…_]*\d{0,4}[\s.…_]*",
    re.IGNORECASE,
)
_LONGEST = 6
"""Words of the longest title that is told by its shape alone ("TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")."""
_MOST = 4
"""Signatures beside each other."""


def is_signature(row: Facts) -> bool:
    """Whether the signatures begin here: nothing below is data, and the names are nobody's."""
    if row.is_numbered or len(row.typed) > 5 or row.numbers or has_day(row):
        return False
    texts = [*row.words.values(), row.ordinal]
    folded = [fold(text) for text in texts if text]
    if any(_SIGNED.match(text) for text in folded):
        return True
    if any(_DATE_LINE.fullmatch(text) for text in texts):
        return True
    return bool(folded) and all(_SIGNERS.fullmatch(text) for text in folded)


def is_signed_below(row: Facts, below: Iterable[Facts]) -> bool:
    """Whether a row of titles that no list knows is signed in the rows `below` it.

    Titles stand alone in their row, without a number, an amount or a day. Right below in their
    columns comes "(Ký, ghi rõ họ tên)", or names stand below two titles in capitals and the room
    for the signatures; names in capitals, too, might as well be work.
    """
    if row.is_numbered or row.numbers or row.unread or has_day(row):
        return False
    texts = _texts(row)
    if not 1 <= len(texts) <= _MOST or any(len(text.split()) > _LONGEST for text in texts):
        return False
    under = next((each for each in below if each.typed), None)
    if under is None or under.is_numbered or not under.typed.keys() <= row.typed.keys():
        return False
    if all(_TO_SIGN.match(fold(text)) for text in _texts(under)):
        return True
    room = under.number - row.number > 1
    capitals = len(texts) > 1 and all(text.isupper() for text in texts)
    names = (looks_like_name(text) and not text.isupper() for text in _texts(under))
    return room and capitals and all(names)


def _texts(row: Facts) -> list[str]:
    return [text for text in (*row.words.values(), row.ordinal) if text]
