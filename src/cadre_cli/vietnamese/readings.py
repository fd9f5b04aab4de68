"""In which encoding a text makes sense: decided by its syllables, as a whole and word by word.

Only words that hold something beyond ASCII tell anything. In each encoding such a word is a
syllable, or says nothing (an abbreviation, a single letter), or is no Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from cadre_cli.vietnamese.legacy import (
    SOFT_HYPHEN,
    TCVN3,
    Encoding,
    from_tcvn3,
    from_vni,
    only_vni,
)
from cadre_cli.vietnamese.syllables import is_syllable
from cadre_cli.vietnamese.text import TONES, clean, composed, key

UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036f\u1ea0-\u1ef9]")
"""What Vietnamese needs and no legacy encoding stores."""
# A times sign beside a digit (3m×4m, 3 × 4) is never the ì of TCVN3.
_WORD = re.compile(r"(?:[A-Za-z¡-®µ-¹»-¾À-ÖØ-öø-\u1fff]|(?<!\d)(?<!\d )[×÷](?!\d))+")
_SIGN = re.compile("[¡-¾×÷]")
_BEYOND_LATIN_1 = re.compile(r"[^\x00-\xff]")
_OPENS, _CLOSES = re.compile(r"(?<!\w)«(?=\w)"), re.compile(r"»(?!\w)")
"""As quotes they come in pairs; of TCVN3's ô and ằ the second never ends a word."""
_BEFORE_A_WORD, _AFTER_A_WORD = "«»©", "«»®¹"
"""What plain text also hangs on a word: «quoted», Excel®, a footnote¹."""
_STRANGE = re.compile("[¡-¾×÷]|[a-z][À-ÖØ-Þ]")
_OTHER_LETTERS = "ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ"
_NOT_VIETNAMESE = re.compile(f"[{_OTHER_LETTERS}]")
# The first is the quick one of the two; the second has to be asked for few texts only.
_PERHAPS_ODD = re.compile(f"[¡-ß{_OTHER_LETTERS}{TONES}]")
_ODD = re.compile(f"[¡-¾×÷{_OTHER_LETTERS}{TONES}]|(?<=[a-z])[À-ÖØ-Þ]")
_ABBREVIATION = re.compile(
    "(?=[^AEIOUY]*+[AEIOUY]?+[^AEIOUY]*+$)[A-Z]*+Đ[A-ZĐ]*+|[A-Z]*TƯ"  # QĐ, HĐND, BCHTƯ
)
_ASCII_WORD = re.compile(r"(?<![^\s(\"'])[A-Za-z][a-z]+(?![^\s.,;:)\"'])")
_OLD_PLACE = re.compile("(?:[òóỏõọ][ae]|[ùúủũụ]y)$")
"""Hòa and thúy, as they were written before hoà and thuý; both are right."""
_EITHER_D = str.maketrans("Ðð", "Đđ")

_SYLLABLE, _NOTHING, _NO_WORD = 1, 0, -2
_STRONG, _SOME = 2, 1
PROOF = 3
"""Points by which a text is proved to be in a legacy encoding whatever its font: three words that
are syllables in it and none as they stand, or two when one has signs or capitals within."""
PROOF_AMONG_VIETNAMESE = 2
"""The same beside words in Unicode: who writes đ and ư does not write German."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a text's words say of its encoding.

    `best` are the encodings in which it makes most sense, more than one when they tie; `sure` says
    that no font and no neighbour has to be asked; `odd` that a plain text would hardly look so;
    `senseless` that it is no Vietnamese in any: German, a slip of the pen. `hinted` are encodings in
    which some words of a Unicode text make more sense, to be believed where the font says so.
    """

    best: tuple[Encoding, ...]
    sure: bool
    odd: bool = False
    senseless: bool = False
    hinted: frozenset[Encoding] = frozenset()


@dataclass(frozen=True, slots=True)
class _Word:
    values: Mapping[Encoding, int]
    points: int = 0
    odd: bool = False
    hyphened: bool = False
    """Whether a soft hyphen stands after a letter: nobody divides a syllable, so it may be an ư of TCVN3."""

    def proves(self, encoding: Encoding) -> bool:
        return self.values[encoding] == _SYLLABLE and self.values[Encoding.UNICODE] == _NO_WORD

    def hints_at(self, encoding: Encoding) -> bool:
        """Whether a font of the encoding is to be believed of the word."""
        hyphened = self.hyphened and encoding is Encoding.TCVN3
        return self.proves(encoding) or (hyphened and self.values[encoding] == _SYLLABLE)


_LEGACY = (Encoding.TCVN3, Encoding.VNI)
_D_ALONE = ("®", "§")
"""đ and Đ in TCVN3: the heading of a part, the mark of who passed; as signs they never stand alone."""
_SAYS_NOTHING = _Word(dict.fromkeys(Encoding, _NOTHING))
_PLAIN = Weighed((Encoding.UNICODE,), sure=True)


def is_plain(text: str) -> bool:
    r"""Whether a text is Vietnamese in Unicode NFC at first sight, as nearly all are.

    >>> is_plain("Đã họp"), is_plain("Gi¸ trÞ hợp đồng"), is_plain("ho\u0323p"), is_plain("Hòa")
    (True, False, False, False)
    """
    return (
        UNICODE_ONLY.search(text) is not None
        and not (_PERHAPS_ODD.search(text) and _ODD.search(text))
        and unicodedata.is_normalized("NFC", text)
    )


@lru_cache(maxsize=1 << 14)
def weigh(text: str) -> Weighed:
    """What the words of a stored text say of its encoding.

    >>> [one.value for one in weigh("Hä vµ tªn").best], weigh("Hä vµ tªn").sure
    (['TCVN3'], True)
    >>> [one.value for one in weigh("Sè TT").best], weigh("Sè TT").sure
    (['Unicode', 'TCVN3'], False)
    """
    if text.strip() in _D_ALONE:
        return Weighed((Encoding.TCVN3,), sure=False, odd=True)
    quoted = len(_OPENS.findall(text)) == len(_CLOSES.findall(text))
    words = [_judged(word, quoted=quoted) for word in _telling(text)]
    if UNICODE_ONLY.search(text):
        return _among_vietnamese(words)
    scores = {encoding: sum(word.values[encoding] for word in words) for encoding in Encoding}
    most = max(scores.values())
    best = tuple(encoding for encoding in Encoding if scores[encoding] == most)
    if best == (Encoding.UNICODE,):
        return Weighed(best, sure=most > 0)
    if Encoding.UNICODE in best:
        return Weighed(best, sure=False, senseless=most < 0)
    if most < 0:
        odd = any(word.odd and any(map(word.proves, best)) for word in words)
        return Weighed(best, sure=False, odd=odd, senseless=True)
    points = sum(word.points for word in words if any(map(word.proves, best))) - _foreign(text)
    odd = points >= 0 and any(word.odd for word in words)
    return Weighed(best, len(best) == 1 and most > 0 and points >= PROOF, odd)


def _telling(text: str) -> set[str]:
    """The words to go by; what is joined to a figure (5µg, 1½h) is none."""
    return {
        word
        for match in _WORD.finditer(text)
        if not (word := match[0]).isascii()
        and not text[match.start() - 1 : match.start()].isdecimal()
        and not text[match.end() : match.end() + 1].isdecimal()
    }


def _foreign(text: str) -> int:
    """How many words of ASCII are no syllables: in a sentence of Vietnamese there are few."""
    return sum(not is_syllable(word) for word in set(_ASCII_WORD.findall(text)))


def _among_vietnamese(words: list[_Word]) -> Weighed:
    """A text that is Unicode for certain; single words may still be in another encoding."""
    points: Counter[Encoding] = Counter()
    for word in words:
        if word.odd:  # names of minorities are no syllables either: Thôt, Krông
            points.update({one: word.points for one in _LEGACY if word.proves(one)})
    if not points:
        hinted = frozenset(one for one in _LEGACY if any(word.hints_at(one) for word in words))
        return replace(_PLAIN, hinted=hinted) if hinted else _PLAIN
    most = max(points.values())
    best = tuple(one for one in _LEGACY if points[one] == most)
    return Weighed(best, len(best) == 1 and most >= PROOF_AMONG_VIETNAMESE, odd=True)


def read_as(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """The text in Unicode NFC; with `capitals` what was decoded is written in capitals.

    A word that makes no sense in `encoding` but does as it stands, or in the other legacy
    encoding, is read so: several encodings meet in one cell.

    >>> read_as("Gi¸ trÞ hợp đồng", Encoding.TCVN3), read_as("Ðặng", Encoding.UNICODE)
    ('Giá trị hợp đồng', 'Đặng')
    """
    if encoding is Encoding.UNICODE:
        return composed(_WORD.sub(_with_vietnamese_d, text))
    mixed = UNICODE_ONLY.search(text) is not None

    def read(match: re.Match[str]) -> str:
        word = match[0]
        taken = (
            encoding if _is_d_alone(match, encoding) else _encoding_of(word, encoding, mixed=mixed)
        )
        if taken is Encoding.UNICODE:
            return word.upper() if capitals and not mixed else _with_vietnamese_d(match)
        decoded = _decoded(word, taken)
        return decoded.upper() if capitals else decoded

    return composed(_WORD.sub(read, text))


def _is_d_alone(match: re.Match[str], encoding: Encoding) -> bool:
    """Whether the letter is the Đ of Đ/c or of 95đ, which tells nothing beside words in Unicode."""
    word, before = match[0], match.string[: match.start()]
    if len(word) != 1 or _decoded(word, encoding) not in ("Đ", "đ"):
        return False
    return before[-1:].isdecimal() or match.string[match.end() :][:2].lower() == "/c"


def _encoding_of(word: str, encoding: Encoding, *, mixed: bool) -> Encoding:
    if word.isascii() or _BEYOND_LATIN_1.search(word):
        return Encoding.UNICODE
    judged = _judged(word)
    values = judged.values
    as_it_stands = values[Encoding.UNICODE]
    if mixed:
        converted = as_it_stands == _NO_WORD and values[encoding] != _NO_WORD
        return encoding if converted or judged.hints_at(encoding) else Encoding.UNICODE
    if values[encoding] != _NO_WORD:
        return encoding
    if as_it_stands == _SYLLABLE:
        return Encoding.UNICODE
    # By its look alone, for many a slip of the pen is a syllable in the other encoding.
    other, marked = (
        (Encoding.VNI, len(from_vni(word)) < len(word))
        if encoding is Encoding.TCVN3
        else (Encoding.TCVN3, _STRANGE.search(word) is not None)
    )
    return other if marked and values[other] == _SYLLABLE else encoding


@lru_cache(maxsize=1 << 14)
def _judged(word: str, *, quoted: bool = True) -> _Word:
    """What a word says; « and » around it are quotes only where they come in pairs."""
    plain = word.replace(SOFT_HYPHEN, "").translate(_EITHER_D)
    # A letter alone (95ñ) and a unit (µm) tell nothing.
    if len(word) == 1 or (len(word) == 2 and word[0] == "µ"):
        return _SAYS_NOTHING
    if _BEYOND_LATIN_1.search(word):
        return _Word(dict.fromkeys(_LEGACY, _NO_WORD) | {Encoding.UNICODE: _NOTHING})
    values = {
        Encoding.UNICODE: _value_as_it_stands(plain, quoted=quoted),
        Encoding.TCVN3: _value_in_tcvn3(word),
        Encoding.VNI: _value_decoded(from_vni(word)) if only_vni(word) else _NO_WORD,
    }
    bare = word.lstrip(_BEFORE_A_WORD).rstrip(_AFTER_A_WORD) if quoted else word
    strange = _STRANGE.search(bare) is not None
    odd = strange or _NOT_VIETNAMESE.search(word) is not None
    hyphened = SOFT_HYPHEN in word.lstrip(SOFT_HYPHEN)
    return _Word(values, _STRONG if strange else _SOME, odd, hyphened)


def _value_as_it_stands(word: str, *, quoted: bool) -> int:
    bare = word.strip("«»") if quoted else word
    if _SIGN.search(bare):
        return _NO_WORD
    return _NOTHING if bare.isascii() else _value(bare)


def _value_in_tcvn3(word: str) -> int:
    if any(letter not in TCVN3 for letter in word if not letter.isascii()):
        return _NO_WORD
    if word.startswith(SOFT_HYPHEN) and word[1:2].isupper():
        return _NO_WORD  # a hint to break before a name: Ư has a code of its own
    decoded = from_tcvn3(word)
    # There are no capitals with a tone: NGUYễN is as near as one gets to NGUYỄN.
    bare = "".join(letter for letter in word if letter.isascii())
    if bare.isupper() and is_syllable(decoded):
        return _SYLLABLE
    return _value_decoded(decoded)


def _value_decoded(word: str) -> int:
    """A tone where nobody puts it (aỷ for ảy) proves nothing, though it may be a slip."""
    value = _value(word)
    lower = word.lower()
    placed = value != _SYLLABLE or key(lower) == lower or _OLD_PLACE.search(lower)
    return value if placed else _NOTHING


def _value(word: str) -> int:
    if (word.islower() or word.isupper() or word.istitle()) and is_syllable(word):
        return _SYLLABLE
    return _NOTHING if _ABBREVIATION.fullmatch(word) else _NO_WORD


def _decoded(word: str, encoding: Encoding) -> str:
    return from_tcvn3(word) if encoding is Encoding.TCVN3 else from_vni(word)


def _with_vietnamese_d(match: re.Match[str]) -> str:
    """Ð and ð are letters of Icelandic that Vietnamese keyboards once gave for Đ and đ."""
    word = match[0]
    if "Ð" not in word and "ð" not in word:
        return word
    meant = word.translate(_EITHER_D)
    seen = meant.replace(SOFT_HYPHEN, "")
    if len(seen) == 1:
        return meant if _may_stand_alone(match) else word
    return word if _value(unicodedata.normalize("NFC", seen)) == _NO_WORD else meant


def _may_stand_alone(match: re.Match[str]) -> bool:
    """Đ/c is a title, 95đ a number of points."""
    before, after = clean(match.string[: match.start()]), match.string[match.end() :]
    return after[:2].lower() == "/c" or before[-1:].isdecimal()
