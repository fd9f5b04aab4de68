"""Bytes of text without a container → characters, and whether their encoding had to be guessed.

Files of text seldom say in which code they are written. A byte order mark or valid UTF-8 proves
itself; the 8-bit codes do not: in Vietnam they are Windows-1258 (what Excel writes on a Vietnamese
Windows), or TCVN3 and VNI, which are stored as Windows-1252 and told apart by their syllables later.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import Damaged

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DECLARED = {"utf8": "utf-8", "utf-8": "utf-8", "windows-1258": "cp1258", "windows-1252": "cp1252",
             "iso-8859-1": "cp1252", "us-ascii": "utf-8"}  # fmt: skip
_WELL_SPELT = re.compile(
    "[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]"
    "(?:(?i:ch|ng|nh|[cmnpt])(?=[\u0300\u0301\u0303\u0309\u0323](?![^\\W_])))?"
    "[\u0300\u0301\u0303\u0309\u0323]|(?<![^\\W_])[đĐ](?=[^\\W_])"
)
"""What Vietnamese in Windows-1258 looks like: tones behind a vowel or a whole syllable, words that
begin with đ."""
_ELSE = re.compile(
    "[\u0300\u0301\u0303\u0309\u0323]|(?<=[^\\W_])[đĐ]"
    "|[ÄÅÆÇËÎÏÑÖØÛÜßäåæçëîïñöøûüÿ₫×÷]|(?<=[A-Za-z])[¡-¿]|[¡-¿](?=[A-Za-z])"
)
"""What it has no use for, and TCVN3 and VNI are full of: other tones, letters and signs in words."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and the encoding by the name people know when it was guessed."""

    text: str
    guessed: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text; Damaged when the bytes are none in any encoding that offices use.

    `declared` is what the text says of itself (HTML's charset); it is believed where it fits.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            found = _in(data[len(mark) :], encoding)
            if found is None:
                raise _no_text(encoding)
            return Decoded(found)
    encodings = [_DECLARED.get((declared or "").strip().lower(), "utf-8"), "utf-8"]
    for encoding in encodings:
        found = _in(data, encoding)
        if found is not None:
            return Decoded(found)
    return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    vietnamese = _in(data, "cp1258")
    if vietnamese is not None and _is_well_spelt(vietnamese):
        return Decoded(vietnamese, "Windows-1258")
    western = _in(data, "cp1252")
    if western is None:
        raise _no_text("UTF-8, Windows-1258, Windows-1252")
    return Decoded(western, "Windows-1252")


def _in(data: bytes, encoding: str) -> str | None:
    try:
        return codecs.decode(data, encoding)
    except UnicodeDecodeError:
        return None


def _is_well_spelt(text: str) -> bool:
    """Whether it looks like Vietnamese; a slip or two among many words speak against nothing."""
    well = len(_WELL_SPELT.findall(text))
    otherwise = len(_ELSE.findall(_WELL_SPELT.sub("", text)))
    return well > 2 * otherwise


def _no_text(encoding: str) -> Damaged:
    return Damaged(
        Text(
            f"không rõ bảng mã của văn bản trong tệp (đã thử {encoding})",
            f"the text is in no known encoding (tried {encoding})",
        )
    )
