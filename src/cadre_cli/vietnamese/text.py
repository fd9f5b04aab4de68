"""Spelling: one form of a text for keeping, one for comparing headings, one for comparing names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
# Excel stores a carriage return as these seven characters. They become a break, not nothing:
# with nothing in their place the names of two people would run together.
_ESCAPED_BREAK = re.compile(r"_x000[DAda9]_")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_PUNCTUATION = re.compile(r"[\W_]+")

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONES = _GRAVE + _HOOK + _TILDE + _ACUTE + _DOT
"""The marks of huyền, hỏi, ngã, sắc, nặng, in the order of dictionaries."""

_VOWELS = frozenset("aăâeêioôơuưy")
# A mark that composes with no letter would jump to another one: such a word stays as it is.
_SYLLABLE = re.compile("[^\\W\\d_]++(?![\u0300-\u036f])")
_SAME_SIGN = str.maketrans(
    {"ð": "đ", "Ð": "Đ"} | dict.fromkeys("’‘ʼ`´′＇", "'") | dict.fromkeys("‐‑–—−", "-")
)
_MARK = re.compile(f"[{TONES}]")
_TONE_LAST = re.compile(
    "(?<![^\\W\\d_])((?:[^\\W\\d_][\u0302\u0306\u031b]*)+)"
    f"([{TONES}])(?![^\\W\\d_]|[\u0300-\u036f])"
)
_FINALS = frozenset(["", "c", "ch", "m", "n", "ng", "nh", "p", "t"])
_WORTH_COMPARING = 200  # letters; a longer text is compared by its words, not letter by letter


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    r"""The text as it was meant: composed, without invisible characters or needless spaces.

    Line breaks stay: in a list of names they part people. A soft hyphen goes, so text in TCVN3,
    where it is the letter ư, has to be decoded before.

    >>> clean("  Nguye\u0302\u0303n\u00a0 Văn \ufeffAn _x000D_\n(VP) ")
    'Nguyễn Văn An\n(VP)'
    """
    if text.isascii() and text.isprintable() and "  " not in text and "_x000" not in text:
        return text.strip()
    text = _ESCAPED_BREAK.sub(_unescaped, _INVISIBLE.sub("", text))
    lines = _BREAK.split(composed(text))
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def composed(text: str) -> str:
    r"""The text in NFC; a tone typed behind its whole syllable goes to the vowel it belongs to.

    Only letters and their marks are told apart, so no syllable gets another tone; a mark within a
    word (Ñang, a name of the Ê Đê) stays on its letter.

    >>> composed("Nguy\xean\u0303 Mai\u0300"), composed("n\u0303ang"), composed("Ho\u0300a")
    ('Nguyễn Mài', 'ñang', 'Hòa')
    """
    if _MARK.search(text):
        text = _TONE_LAST.sub(_tone_on_its_vowel, text)
    return unicodedata.normalize("NFC", text)


def _tone_on_its_vowel(match: re.Match[str]) -> str:
    letters = list(unicodedata.normalize("NFC", match[1]))
    small = [letter.lower() for letter in letters]
    vowels = [at for at, letter in enumerate(small) if letter in _VOWELS]
    if not vowels or vowels[-1] - vowels[0] >= len(vowels) or _MARK.search(_apart(small)):
        return match[0]
    if "".join(small[vowels[-1] + 1 :]) not in _FINALS:
        return match[0]
    letters[_tone_place(small, vowels)] += match[2]
    return "".join(letters)


def _apart(letters: Iterable[str]) -> str:
    return unicodedata.normalize("NFD", "".join(letters))


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    r"""`clean`, with a space for each line break.

    >>> one_line("Họ và\ntên ")
    'Họ và tên'
    """
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    r"""Whether nothing visible is written.

    >>> is_blank(" \u00a0\u200b\n"), is_blank("-")
    (True, False)
    """
    return not clean(text)


def fold(text: str) -> str:
    r"""For comparing headings and keywords, never people: no case, tones, vowel marks, punctuation.

    >>> fold("Phòng,  ban\nCHUYÊN MÔN"), fold("S\nT\nT"), fold("ĐƠN VỊ (Ðội)")
    ('phong ban chuyen mon', 's t t', 'don vi doi')
    """
    return _folded(text)


def squeeze(text: str) -> str:
    r"""`fold` without spaces, for headings broken letter by letter or run together.

    >>> squeeze("S\nT\nT"), squeeze("SốTT")
    ('stt', 'sott')
    """
    return _folded(text).replace(" ", "")


def key(text: str) -> str:
    """For comparing names and values: case, tone placement and kinds of Đ and ' do not matter.

    Everything that tells two people apart stays: Tuân and Tuấn are two names.

    >>> key("Lê Thị HOÀ") == key("lê thị  hòa"), key("Uỷ ban") == key("ủy ban")
    (True, True)
    >>> sorted({key("Hoa"), key("Hòa"), key("Hoà"), key("Hoá")})
    ['hoa', 'hoà', 'hoá']
    """
    return _keyed(text)


def words(text: str) -> tuple[str, ...]:
    """The folded words.

    >>> words("Phụ trách (thôn)")
    ('phu', 'trach', 'thon')
    """
    return tuple(fold(text).split())


def has_words(text: str, phrase: str) -> bool:
    """Whether the words of `phrase` stand in `text`, whole and in this order.

    >>> has_words("Phụ trách thông tin", "phụ trách thôn")
    False
    >>> has_words("CB phụ trách thôn, bản", "phụ trách thôn"), has_words("bất kỳ", "")
    (True, False)
    """
    sought = fold(phrase)
    return bool(sought) and f" {sought} " in f" {fold(text)} "


def likeness(a: str, b: str) -> float:
    """How alike two texts are when folded, from 0 to 1; the same both ways.

    It serves to offer names and to propose headings, and decides nothing about anybody's class:
    hence a float.

    >>> likeness("Họ tên", "Họ và tên") > 0.6 > likeness("Họ tên", "Ghi chú")
    True
    >>> likeness("Giao vien", "GIÁO VIÊN")
    1.0
    """
    return _likeness(*sorted((fold(a), fold(b))))


def nearest(
    word: str, among: Iterable[str], at_least: float = 0.75, most: int = 3
) -> tuple[str, ...]:
    """The texts most like `word`, the best first; the order of `among` does not matter.

    >>> nearest("Nguyễn Văn Tuân", ["Nguyễn Văn Tuấn", "Nguyễn Văn Tân", "Lê Thị Bình"])
    ('Nguyễn Văn Tuấn', 'Nguyễn Văn Tân')
    """
    ranked = []
    for other in set(among):
        alike = likeness(word, other)
        if alike >= at_least:
            # Folded alike, Tuân is nearer to Tuân than to Tuấn.
            marked = _likeness(*sorted((key(word), key(other))))
            ranked.append((-alike, -marked, other))
    return tuple(other for _, _, other in sorted(ranked)[: max(most, 0)])


def _unescaped(match: re.Match[str]) -> str:
    return " " if match[0][5] == "9" else "\n" if match[0][5] in "Aa" else "\r"


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", clean(text))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()
    return _PUNCTUATION.sub(" ", bare.replace("đ", "d").replace("ð", "d")).strip()


@lru_cache(maxsize=1 << 15)
def _keyed(text: str) -> str:
    same = unicodedata.normalize("NFKD", one_line(text).translate(_SAME_SIGN)).casefold()
    composed = one_line(unicodedata.normalize("NFKC", same).translate(_SAME_SIGN))
    return _SYLLABLE.sub(lambda match: _tone_in_place(match[0]), composed)


def _tone_in_place(syllable: str) -> str:
    """The syllable with its tone where the newer spelling puts it; as it is without one tone."""
    letters: list[str] = []
    tones = []
    for letter in syllable:
        bare, tone = split_tone(letter)
        letters.append(bare)
        if tone:
            tones.append(tone)
    if len(tones) != 1:
        return syllable
    vowels = [at for at, letter in enumerate(letters) if letter in _VOWELS]
    if vowels[-1] - vowels[0] >= len(vowels):
        return syllable  # two syllables run together, as in "HồVăn"
    place = _tone_place(letters, vowels)
    letters[place] = unicodedata.normalize("NFC", letters[place] + tones[0])
    return "".join(letters)


def split_tone(letter: str) -> tuple[str, str]:
    """A vowel without its tone, and the tone's mark or "".

    >>> split_tone("ế") == ("ê", "\u0301"), split_tone("ê"), split_tone("ñ")
    (True, ('ê', ''), ('ñ', ''))
    """
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in apart if mark in TONES)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
    return (bare, tone) if len(tone) == 1 and bare.lower() in _VOWELS else (letter, "")


def _tone_place(letters: list[str], vowels: list[int]) -> int:
    marked = [at for at, letter in enumerate(letters) if letter in "ăâêôơư"]
    if marked:
        return marked[-1]
    # The u of qu and the i of gi belong to the consonant where another vowel follows.
    if len(vowels) > 1 and "".join(letters[:2]) in ("qu", "gi"):
        vowels = vowels[1:]
    closed = vowels[-1] < len(letters) - 1
    glide = "".join(letters[at] for at in vowels[:2]) in ("oa", "oe", "uy")
    return vowels[1] if len(vowels) > 1 and (closed or glide or len(vowels) > 2) else vowels[0]


@lru_cache(maxsize=1 << 15)
def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if max(len(a), len(b)) > _WORTH_COMPARING:
        left, right = Counter(a.split()), Counter(b.split())
        return 2 * (left & right).total() / (left.total() + right.total())
    return 1 - _slips(a, b) / max(len(a), len(b))


def _slips(a: str, b: str) -> int:
    """Letters added, lost, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
