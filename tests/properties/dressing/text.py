"""How text is stored: decomposed, with strange spaces, in TCVN3 or VNI with or without its font."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Entry, Quirk, codes
from tests.vietnamese.legacy_text import to_tcvn3, to_vni

from cadre_cli.vietnamese.syllables import is_syllable


@dataclass(frozen=True)
class _Stored(Quirk):
    """A way of storing that every n-th cell has."""

    every: int

    def __call__(self, book: Book) -> Book:
        return replace(book, texts=(*book.texts, self._one))

    def _one(self, entry: Entry, count: int) -> Entry:
        if not isinstance(entry.value, str) or count % self.every or entry.font:
            return entry
        return self.stored(entry, entry.value)

    def stored(self, entry: Entry, words: str) -> Entry:
        raise NotImplementedError


@dataclass(frozen=True)
class Decomposed(_Stored):
    """NFD, or cp1258's way: the vowel composed, its tone behind it or behind the whole syllable."""

    how: str

    def stored(self, entry: Entry, words: str) -> Entry:
        if self.how == "NFD":
            return replace(entry, value=unicodedata.normalize("NFD", words))
        if self.how == "tone last":
            return replace(entry, value=_WORD.sub(_tone_last, words))
        return replace(entry, value="".join(_tone_apart(letter) for letter in words))


_TONES = "\u0300\u0301\u0303\u0309\u0323"


_WORD = re.compile(r"[^\W\d_]+")


def _tone_last(match: re.Match[str]) -> str:
    word = match[0]
    if not is_syllable(word):
        return word
    apart = "".join(map(_tone_apart, word))
    tone = "".join(letter for letter in apart if letter in _TONES)
    return "".join(letter for letter in apart if letter not in _TONES) + tone


def _tone_apart(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in apart if mark in _TONES)
    rest = "".join(mark for mark in apart if mark not in _TONES)
    return unicodedata.normalize("NFC", rest) + tone


@dataclass(frozen=True)
class Spaced(_Stored):
    """No-break spaces, doubled and trailing ones, zero-width marks, tabs."""

    how: str

    def stored(self, entry: Entry, words: str) -> Entry:
        return replace(entry, value=SPACES[self.how](words))


SPACES: dict[str, Callable[[str], str]] = {
    "no-break": lambda words: words.replace(" ", "\u00a0"),
    "trailing": lambda words: f"{words}  ",
    "leading": lambda words: f"   {words}",
    "doubled": lambda words: words.replace(" ", "  "),
    "zero-width": lambda words: f"\u200b{words.replace(' ', ' ' + chr(0x200B))}\ufeff",
    "soft hyphen": lambda words: words.replace(" ", " \u00ad"),
}


@dataclass(frozen=True)
class OtherTonePlace(_Stored):
    """Hoà beside Hòa, Thuý beside Thúy, ỦY beside UỶ."""

    def stored(self, entry: Entry, words: str) -> Entry:
        for one, other in _PLACES:
            words = words.replace(one, other)
        return replace(entry, value=words)


_PLACES = (("òa", "oà"), ("óa", "oá"), ("úy", "uý"), ("ủy", "uỷ"), ("ỦY", "UỶ"), ("HÒA", "HOÀ"))


@dataclass(frozen=True)
class Legacy(_Stored):
    """TCVN3 or VNI; without its font only where three words can be nothing else."""

    encoding: str
    font: str

    def stored(self, entry: Entry, words: str) -> Entry:
        write = to_tcvn3 if self.encoding == "TCVN3" else to_vni
        try:
            coded = write(unicodedata.normalize("NFC", words))
        except KeyError:  # TCVN3 has no capitals with a tone
            return entry
        if coded == words or (not self.font.startswith((".Vn", "VNI")) and _telling(coded) < 3):
            return entry
        return replace(entry, value=coded, font=self.font)

    @property
    def may(self) -> frozenset[str]:
        return codes("T07")

    @property
    def rich(self) -> bool:
        return True


def _telling(coded: str) -> int:
    """Words that cannot be Vietnamese as they are stored, in a text of at least five words."""
    words = [word.strip(".,:;()") for word in coded.replace("\u00ad", "").split()]
    if len(words) < 5:
        return 0
    return sum(len(w) > 1 and w.isalpha() and not w.isascii() and not is_syllable(w) for w in words)


FONTS = {"TCVN3": (".VnTime", ".VnArial", "Arial"), "VNI": ("VNI-Times", "Arial")}


@dataclass(frozen=True)
class Capitals(_Stored):
    """Small letters in a font that shows capitals: titles and headings of old forms."""

    def stored(self, entry: Entry, words: str) -> Entry:
        if not words.isupper() or len(words) < 4:
            return entry
        try:
            return replace(entry, value=to_tcvn3(words.lower()), font=".VnTimeH")
        except KeyError:
            return entry

    @property
    def may(self) -> frozenset[str]:
        return codes("T07")

    @property
    def rich(self) -> bool:
        return True


@dataclass(frozen=True)
class ModernFont(_Stored):
    """Plain Unicode in a font of TCVN3: 44 % of such cells in one collection."""

    def stored(self, entry: Entry, words: str) -> Entry:
        return replace(entry, font=".VnTime")

    @property
    def rich(self) -> bool:
        return True


@dataclass(frozen=True)
class Mixed(_Stored):
    """Two ways in one cell: a text begun in TCVN3 or VNI and finished in Unicode, or the reverse.

    Each half is in a font of its own, or both are in that of the legacy encoding.
    """

    encoding: str
    first: bool
    fonts: int

    def stored(self, entry: Entry, words: str) -> Entry:
        write = to_tcvn3 if self.encoding == "TCVN3" else to_vni
        parts = unicodedata.normalize("NFC", words).split(" ")
        half = len(parts) // 2
        old, new = (parts[:half], parts[half:]) if self.first else (parts[half:], parts[:half])
        try:
            coded = write(" ".join(old))
        except KeyError:
            return entry
        rest = " ".join(new)
        telling = [word for word in coded.split() if not word.isascii()]
        if len(telling) < 2 or any(is_syllable(word.strip(".,:;()")) for word in telling):
            return entry  # what a cell of one odd word is in, its font or nobody tells
        if not any(letter in _ONLY_UNICODE for letter in rest):
            return entry
        font = ".VnTime" if self.encoding == "TCVN3" else "VNI-Times"
        halves = ((coded, font), (rest, "Times New Roman"))
        (one, one_font), (other, other_font) = halves if self.first else halves[::-1]
        value = f"{one} {other}"
        runs = ((f"{one} ", one_font), (other, other_font)) if self.fonts == 2 else ()
        return replace(entry, value=value, font=font, runs=runs)

    @property
    def may(self) -> frozenset[str]:
        return codes("T07")

    @property
    def rich(self) -> bool:
        return True


_ONLY_UNICODE = "ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


@dataclass(frozen=True)
class OtherD(_Stored):
    """The Icelandic Ð that looks like Đ."""

    def stored(self, entry: Entry, words: str) -> Entry:
        return replace(entry, value=words.replace("Đ", "\u00d0").replace("đ", "\u00f0"))
