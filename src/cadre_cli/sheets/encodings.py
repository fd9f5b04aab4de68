"""Which encoding each cell of a sheet is in.

A cell is decided by its own words where they suffice; else its font is asked, then the cells that
were decided, first those of its column, then those of the sheet. A font that its own cells belie
is not asked: Unicode is often typed under .VnTime, and TCVN3 pasted into Arial.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from cadre_cli.vietnamese.legacy import Encoding, font_encoding
from cadre_cli.vietnamese.readings import Weighed

_CLEAR = 4
"""A text that makes sense both ways is converted only where the cells around it, in the same font,
are so four to one, in a font made for Unicode all of them: a wrong conversion is worse than none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text with something beyond ASCII, all of a cell or a piece in a font of its own."""

    row: int
    column: int
    text: str
    font: str | None
    weighed: Weighed
    """What the words say."""


class _Decided:
    """How many cells were decided for each encoding, in each column and in the sheet."""

    def __init__(self) -> None:
        self._columns: defaultdict[int, Counter[Encoding]] = defaultdict(Counter)
        self.sheet: Counter[Encoding] = Counter()

    def add(self, column: int, encoding: Encoding) -> None:
        self._columns[column][encoding] += 1
        self.sheet[encoding] += 1

    def nearest(self, column: int) -> Counter[Encoding]:
        """The counts of the column, or of the sheet where nothing of the column was decided."""
        return self._columns[column] or self.sheet


def encodings(places: Sequence[Place]) -> list[Encoding | None]:
    """The encoding of each cell; None where it may well be a legacy one and cannot be told."""
    in_font: defaultdict[str | None, _Decided] = defaultdict(_Decided)
    decided = _Decided()
    by_words = [_by_words(place) for place in places]
    for place, encoding in zip(places, by_words, strict=True):
        if encoding is not None and place.weighed.sure:
            in_font[place.font].add(place.column, encoding)
            decided.add(place.column, encoding)
    by_font = [
        encoding or _by_font(place, in_font[place.font].sheet)
        for place, encoding in zip(places, by_words, strict=True)
    ]
    for place, before, encoding in zip(places, by_words, by_font, strict=True):
        if before is None and encoding is not None:
            decided.add(place.column, encoding)
    return [
        encoding or _by_neighbours(place, decided, in_font[place.font])
        for place, encoding in zip(places, by_font, strict=True)
    ]


def _by_words(place: Place) -> Encoding | None:
    weighed = place.weighed
    if font_encoding(place.font) in weighed.hinted:
        return None  # Leâ beside Văn: a minority's name in Arial, an old word in a font of VNI
    final = weighed.sure or weighed.best == (Encoding.UNICODE,)
    return weighed.best[0] if final else None


def _by_font(place: Place, in_same_font: Mapping[Encoding, int]) -> Encoding | None:
    hint = font_encoding(place.font)
    best = place.weighed.best
    if hint is Encoding.UNICODE:
        return None
    if place.weighed.senseless:
        # Điểu Xrôi: one word is Vietnamese in the encoding of the font, and none as it stands.
        return hint if place.weighed.odd and best == (hint,) else None
    # Of letters that Vietnamese does not have (Chøc vô) the font is believed all the same.
    by_letters = place.weighed.odd and best == (hint,)
    if in_same_font[Encoding.UNICODE] > in_same_font[hint] and not by_letters:
        return None
    if hint in best or hint in place.weighed.hinted:
        return hint
    if Encoding.UNICODE in best:
        return Encoding.UNICODE
    return best[0] if len(best) == 1 else None


def _by_neighbours(place: Place, decided: _Decided, in_font: _Decided) -> Encoding | None:
    best = place.weighed.best
    if Encoding.UNICODE in best or place.weighed.senseless:
        return _where_it_may_stand(place, in_font)
    cells = decided.nearest(place.column)
    for likely in best:
        if cells[likely] > cells.total() - cells[likely]:
            return likely
    return None if place.weighed.odd else Encoding.UNICODE


def _where_it_may_stand(place: Place, in_font: _Decided) -> Encoding | None:
    cells = in_font.nearest(place.column)
    best = place.weighed.best
    if not cells and place.weighed.senseless:
        perhaps = font_encoding(place.font) is not Encoding.UNICODE or place.weighed.odd
        return None if perhaps else Encoding.UNICODE
    likeliest = [one for one in best if one is not Encoding.UNICODE]
    likely = max(likeliest, key=lambda one: cells[one], default=Encoding.UNICODE)
    if not cells[likely] or cells[Encoding.UNICODE] >= _CLEAR * cells[likely]:
        return Encoding.UNICODE
    # "Lò Vi Tín" shows well in Arial: there a single cell in Unicode leaves all the others open.
    clear = _CLEAR if font_encoding(place.font) is not Encoding.UNICODE else inf
    for counts in (cells, in_font.sheet):
        others = counts.total() - counts[likely]
        if others and counts[likely] < clear * others:
            return None
    return likely
