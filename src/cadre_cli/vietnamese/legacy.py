"""TCVN3 (fonts .Vn*) and VNI (fonts VNI-*): what their characters stand for.

Workbooks store such text as the Latin-1 characters of its bytes; only the font made it look
Vietnamese. Both tables are written from the rule by which the encodings were made.
"""

from __future__ import annotations

import enum
import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
"""The letter ư in TCVN3, an invisible hint for breaking a word elsewhere."""


class Encoding(enum.Enum):
    """How a text is stored; the value is the name shown to people."""

    UNICODE = "Unicode"
    TCVN3 = "TCVN3"
    VNI = "VNI"


_TCVN3_RUNS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
"""Letters in the order of the alphabet, tones huyền, hỏi, ngã, sắc, nặng; codes that programs
used for themselves were left free. There are no capitals with a tone."""
TCVN3 = {chr(start + at): letter for start, run in _TCVN3_RUNS for at, letter in enumerate(run)}

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_FAMILIES = (
    ("aeouyôö", "", {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}),
    ("aeo", _CIRCUMFLEX, {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}),
    ("a", _BREVE, {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}),
)
"""Base letters, the mark they all get, and what the second character adds to it."""
_VNI_SINGLES = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))


def _vni() -> dict[str, str]:
    table = dict(_VNI_SINGLES)
    for bases, family, marks in _VNI_FAMILIES:
        for base in bases:
            for second, tone in marks.items():
                letter = _VNI_SINGLES.get(base, base) + family + tone
                table[base + second] = unicodedata.normalize("NFC", letter)
    # The mark counts without its case, which AutoCorrect changes: "Uûy", "AÙnh".
    either = {
        written[0] + mark: letter
        for written, letter in table.items()
        for mark in {written[1:], written[1:].upper()}
    }
    return either | {
        written[0].upper() + written[1:]: letter.upper() for written, letter in either.items()
    }


VNI = _vni()
_VNI_LETTER = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    r"""The text that TCVN3 stores so; what the table does not know stands for itself.

    >>> from_tcvn3("NguyÔn V¨n Th\u00adëng"), from_tcvn3("Q§-UBND")
    ('Nguyễn Văn Thưởng', 'QĐ-UBND')
    """
    return text.translate(_TCVN3_CODES)


_TCVN3_CODES = str.maketrans(TCVN3)


def from_vni(text: str) -> str:
    """The text that VNI stores so; what the table does not know stands for itself.

    >>> from_vni("Uûy ban nhaân daân huyeän Caàn Giôø"), from_vni("ÑAÛNG")
    ('Ủy ban nhân dân huyện Cần Giờ', 'ĐẢNG')
    """
    return _VNI_LETTER.sub(lambda match: VNI[match[0]], text)


def only_vni(word: str) -> bool:
    """Whether every character beyond ASCII is a letter, or part of one, in VNI.

    >>> only_vni("Caàn"), only_vni("cafeé"), only_vni("Hång")
    (True, False, False)
    """
    return _VNI_LETTER.sub("", word).isascii()


def font_encoding(font: str | None) -> Encoding:
    """The encoding a font was made for: a hint, for its name proves nothing either way.

    >>> [font_encoding(font).value for font in (".VnTimeH", "VNI-Times", "Arial", None)]
    ['TCVN3', 'VNI', 'Unicode', 'Unicode']
    """
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else Encoding.UNICODE


def shows_capitals(font: str | None) -> bool:
    """Whether a font draws capitals for small letters, as those of TCVN3 ending in H do.

    >>> shows_capitals(".VnTimeH"), shows_capitals(".VnTime"), shows_capitals("Bahnschrift H")
    (True, False, False)
    """
    return font_encoding(font) is Encoding.TCVN3 and (font or "").strip()[-1:] in {"H", "h"}
