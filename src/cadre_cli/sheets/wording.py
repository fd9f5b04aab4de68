"""Looking for words in what a clerk typed: whole words, whatever the case, tones and punctuation."""

from __future__ import annotations

import re

from cadre_cli.vietnamese.text import fold

_WORD = re.compile(r"[a-z0-9]+")


def plain(text: str | None) -> str:
    """The words alone, without tones or punctuation, a space around each.

    >>> plain("Chưa đạt (chậm 2 ngày)")
    ' chua dat cham 2 ngay '
    """
    words = _WORD.findall(fold(text)) if text else []
    return f" {' '.join(words)} " if words else ""


def says(text: str | None, *phrases: str) -> bool:
    """Whether one of `phrases` (already plain) stands in the text as whole words.

    >>> says("Phụ trách thông tin", "phu trach thon"), says("KHÔNG ĐẠT", "khong dat")
    (False, True)
    """
    words = plain(text)
    return any(f" {phrase} " in words for phrase in phrases)


_FILLERS = "bi|co|he|ai|ca nhan nao|truong hop nao|bieu hien|dau hieu|xu ly|phai|hinh thuc|thi hanh|den muc|"
_FILLERS += "that|that su|hoan toan|duoc|kip|the"


def affirms(text: str | None, *phrases: str) -> bool:
    """Whether one of `phrases` stands in the text and is not denied right there.

    >>> affirms("Không có biểu hiện suy thoái", "suy thoai"), affirms("Khiển trách", "khien trach")
    (False, True)
    """
    words = plain(text)
    return any(
        f" {phrase} " in re.sub(f" (?:khong|chua)(?: (?:{_FILLERS}))* {phrase}(?= )", "", words)
        for phrase in phrases
    )


_NOTHING = frozenset({"khong", "khong co", "chua", "chua co", "0", "o", "none", "no"})


def is_nothing(text: str | None) -> bool:
    """Whether a cell says that there is nothing to say: blank, "-", "…", "Không", "Chưa có".

    >>> is_nothing("Không"), is_nothing("…"), is_nothing("Không đạt")
    (True, True, False)
    """
    return plain(text).strip() in _NOTHING or not plain(text)
