"""Whatever is written in Vietnamese and stored in any encoding reads the same."""

import unicodedata
from collections.abc import Callable

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.vietnamese.legacy_text import to_tcvn3, to_vni

from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.sheets.decode import decode
from cadre_cli.vietnamese.syllables import ONSETS, RHYMES, is_syllable
from cadre_cli.vietnamese.text import TONES, key

for_any = settings(deadline=None, max_examples=100)


def _toned(parts: tuple[str, str, str]) -> str:
    """Onset, rhyme and tone as one word, the tone where spelling puts it."""
    onset, rhyme, tone = parts
    nucleus = next(at for at, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy")
    with_tone = rhyme[: nucleus + 1] + tone + rhyme[nucleus + 1 :]
    return key(onset + with_tone)


SYLLABLES = (
    st.tuples(
        st.sampled_from(sorted(ONSETS)),
        st.sampled_from(sorted(RHYMES)),
        st.sampled_from(["", *TONES]),
    )
    .map(_toned)
    .filter(is_syllable)
)
FOREIGN = """
café naïve façade déjà été très où à même forêt garçon août île Noël Benoît crème Übung für schön
Müller Größe Mädchen Öl über König señor año mañana José Peña Núñez acción São Paulo João ação
coração perché città più così Björn Ångström K'Brâng H'Hen Niê Krông Êban Thành Hòa Đặng Ánh
"""
WORDS = st.lists(SYLLABLES, min_size=1, max_size=8)
SENTENCES = WORDS.map(" ".join)
TITLED = WORDS.map(lambda words: " ".join(word.title() for word in words))
FOREIGN_TEXTS = st.lists(
    st.sampled_from([*FOREIGN.split(), "5 µm", "20 × 30", "3m×4m", "§ 12", "« Nam »", "Excel®"]),
    max_size=12,
).map(" ".join)


def read(text: str, font: str | None) -> str:
    grid, _ = decode(Grid("so.xlsx", "Sheet1", {1: {1: Cell(text, None, font)}}))
    value = grid.rows[1][1].value
    assert isinstance(value, str)
    return value


def telling(stored: str) -> int:
    """How many words cannot be Vietnamese as they are stored, letters and units (µm) aside."""
    words = {word.replace("\u00ad", "") for word in stored.split() if len(word.lstrip("µ")) > 1}
    return sum(not word.isascii() and not is_syllable(word.strip("«»")) for word in words)


@for_any
@given(SENTENCES)
def test_tcvn3_is_read_in_its_font(sentence: str) -> None:
    assert read(to_tcvn3(sentence), ".VnTime") == sentence
    assert read(to_tcvn3(sentence), ".VnTimeH") in {sentence, sentence.upper()}


@for_any
@given(TITLED)
def test_vni_is_read_in_its_font_whatever_the_case(sentence: str) -> None:
    assert read(to_vni(sentence), "VNI-Times") == sentence
    assert read(to_vni(sentence.upper()), "VNI-Times") == sentence.upper()


@for_any
@given(st.lists(SYLLABLES, min_size=5, max_size=12).map(" ".join))
def test_a_sentence_is_read_without_its_font_or_not_at_all(sentence: str) -> None:
    for stored in (to_tcvn3(sentence), to_vni(sentence)):
        found = read(stored, "Arial")
        assert found in {sentence, stored}


@for_any
@example("a a ổi ôm ừu", to_tcvn3)  # « begins a word and no quotation
@example("ả cả bả cha ai", to_vni)  # in TCVN3 ảy, with its tone where nobody puts it
@given(
    st.lists(SYLLABLES, min_size=5, max_size=12).map(" ".join),
    st.sampled_from([to_tcvn3, to_vni]),
)
def test_three_telling_words_need_no_font(sentence: str, store: Callable[[str], str]) -> None:
    stored = store(sentence)
    assume(telling(stored) >= 3)
    assert read(stored, None) == sentence


@for_any
@given(SENTENCES)
def test_unicode_stays_whatever_its_composition(sentence: str) -> None:
    assert read(sentence, "Arial") == sentence
    assert read(unicodedata.normalize("NFD", sentence), "Arial") == sentence


@for_any
@given(FOREIGN_TEXTS, st.sampled_from(["Arial", "Times New Roman", None]))
def test_no_other_language_is_taken_for_vietnamese(text: str, font: str | None) -> None:
    assert read(text, font) == text


@for_any
@given(st.text(max_size=40), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "Arial", None]))
def test_what_is_stored_is_kept_beside_what_is_read(text: str, font: str | None) -> None:
    grid, _ = decode(Grid("so.xlsx", "Sheet1", {1: {1: Cell(text, None, font)}}))
    cell = grid.rows[1][1]
    assert (cell.value if cell.stored is None else cell.stored) == text
    assert cell.stored is None or cell.stored != cell.value
