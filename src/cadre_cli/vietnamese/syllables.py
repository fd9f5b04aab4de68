"""What can be a syllable of Vietnamese: onset + rhyme + at most one tone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cadre_cli.vietnamese.text import TONES

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
e ec em en eng eo ep et  ê êc êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot  oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt  oe oen oeng oeo oet  oong ooc
ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơng ơp ơt
u ua uc ui um un ung up ut  uân uâng uât uây  uê uêch uênh  uôc uôi uôm uôn uông uôt
uơ  uy uya uych uyên uyêt uynh uyt uyu  ư ưa ưc ưi ưm ưn ưng ưp ưt ưu
ươc ươi ươm ươn ương ươp ươt ươu  y yêm yên yêng yêt yêu
"""
ONSETS = ("", *_ONSETS.split())
RHYMES = frozenset(_RHYMES.split())
_BEFORE_I = frozenset(["ch", "gh", "gi", "kh", "ng", "ngh", "nh", "tr"])
"""Onsets after which the vowel of y alone is always written i."""
STOPS = ("c", "ch", "p", "t")
"""A rhyme that ends so is said with sắc or nặng only."""

_STOP_TONES = ("\u0301", "\u0323")
# ñ, ç or ń taken apart also hold a mark, which is no tone.
_TONE_ON_CONSONANT = re.compile(f"[^aeiouy\u0302\u0306\u031b][{TONES}]")


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether `word` can be one syllable, whatever its case; where the tone stands is free.

    >>> is_syllable("Nguyễn"), is_syllable("gì"), is_syllable("HOÀ"), is_syllable("quốc")
    (True, True, True, True)
    >>> is_syllable("Quỳnh"), is_syllable("quýt"), is_syllable("bynh")
    (True, True, False)
    >>> is_syllable("kỳ"), is_syllable("chỳ")
    (True, False)
    >>> is_syllable("café"), is_syllable("bật"), is_syllable("bằt"), is_syllable("ñam")
    (False, True, False, False)
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in apart if mark in TONES]
    if len(tones) > 1 or _TONE_ON_CONSONANT.search(apart):
        return False
    if tones:
        apart = apart.replace(tones[0], "")
    bare = unicodedata.normalize("NFC", apart)
    if bare.endswith(STOPS) and (not tones or tones[0] not in _STOP_TONES):
        return False
    if bare.startswith("qu") and bare[1:] in RHYMES:  # qu + ynh is spelt with the u of uynh
        return True
    return any(
        (rhyme := bare[len(onset) :]) in RHYMES and not (rhyme == "y" and onset in _BEFORE_I)
        for onset in ONSETS
        if bare.startswith(onset)
    )
