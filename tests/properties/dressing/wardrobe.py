"""Any combination of quirks, in the order in which they can be worn over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from hypothesis import strategies as st
from tests.properties.dressing import (
    above,
    asked,
    below,
    files,
    forms,
    headings,
    hiding,
    people,
    results,
    rows,
    sheets,
    values,
)
from tests.properties.dressing import text as texts
from tests.properties.dressing.month import month
from tests.properties.dressing.page import EXTRA, Book, Page, Quirk, codes

_Strategy = st.SearchStrategy[Quirk]


def _of(of: type[Quirk], /, **fields: st.SearchStrategy[object]) -> _Strategy:
    return st.builds(of, **fields)


_any = st.sampled_from
_yes = st.booleans()
_every = st.integers(1, 3)

CONTENT: tuple[_Strategy, ...] = (
    _of(people.Renamed, names=_any(people.OTHERS))
    | _of(people.Homonyms, how=_any(["code", "unit"])),
    _of(values.Thousands),
)
VALUES: tuple[_Strategy, ...] = (
    _of(values.ThousandsDots),
    _of(values.NumbersAsText, how=_any(["plain", "spaces", "point"])),
    _of(values.PointsWithUnit, pattern=_any(["{}đ", "{} điểm", "{}/30", "{} đ"])),
    _of(values.PercentAsText, how=_any(["text", "number"])),
    _of(values.FloatNoise, steps=_any([-2, -1, 1, 2])),
    _of(values.Formulas),
    _of(values.Days, manners=st.lists(_any(sorted(values.MANNERS)), min_size=1, max_size=3).map(tuple))
    | _of(values.MonthFirst, as_text=_yes),
)  # fmt: skip
PEOPLE: tuple[_Strategy, ...] = (
    _of(people.Titled, title=_any(people.TITLES)),
    _of(people.Posts, words=_any(people.POSTS)),
    _of(people.TwoColumns),
)
WHO_ELSE: tuple[_Strategy, ...] = (
    _of(people.GivenNames, bare=_yes) | _of(people.Helped, how=_any(people.HELPED)),
)
FORMS: tuple[_Strategy, ...] = (
    st.one_of(
        _of(forms.Matrix, how=_any(["codes", "numbers", "words", "parents", "numbers under parents"]), total=_yes),
        _of(forms.Scorers, headings=_any(forms.SCORERS), open=_yes),
        _of(forms.Slips, how=_any(["sheets", "one sheet", "named sheets"])),
    ),
    st.one_of(
        _of(results.ClassColumns, words=_any(["short", "letters", "full"]), mark=_any(["x", "X", "✓"]), parent=_yes),
        _of(results.OneCell, pattern=_any(results.ONE_CELL)),
        _of(results.MonthColumns, headings=_any(results.MONTHS)),
    ),
)  # fmt: skip
HEADINGS: tuple[_Strategy, ...] = (
    _of(
        headings.Synonyms,
        choices=st.fixed_dictionaries(
            {field: _any(words) for field, words in headings.SYNONYMS.items()}
        ).map(lambda chosen: tuple(chosen.items())),
    ),
    _of(headings.OtherOrder, seed=st.integers(0, 999)),
    _of(headings.Parents, depth=_any([2, 3]), merged=_yes),
    _of(headings.Typed, how=_any(["capitals", "breaks", "spaces", "ragged"])),
    _of(headings.Twice, field=st.just("deadline"), words=_any(["Hạn xử lý", "Hạn hoàn thành"]))
    | _of(headings.Twice, field=st.just("finished"), words=st.just("SL hoàn thành")),
    _of(headings.Numbered, how=_any(["below", "above", "below (", "below gap", "above ("])),
)
BY_WHOM: tuple[_Strategy, ...] = (
    _of(
        sheets.ByPerson,
        how=_any(["sheet", "file", "line", "one sheet"]),
        title=_any(["", "KS. ", "Ông ", "ThS."]),
    )
    | _of(sheets.ByUnit, how=_any(["sheet", "file"]))
    | _of(sheets.ByVillage, how=_any(["sheet", "file"])),
    _of(sheets.EarlierMonth, beside=_yes),
)
_BY_WHOM = (sheets.ByPerson, sheets.ByUnit, sheets.ByVillage)
_UNTOLD_WITH: Mapping[type[Quirk], tuple[type[Quirk], ...]] = {
    # A table of its own for one or two people: nothing tells what 120.000 or 3/2/2026 alone is.
    values.ThousandsDots: _BY_WHOM,
    values.MonthFirst: _BY_WHOM,
    # A name alone above a table, or behind a role.
    people.Homonyms: (sheets.ByPerson, sheets.ByVillage, forms.Slips, people.Helped, asked.Unclear),
    people.GivenNames: (sheets.OneSheet,),
    # Two files of one name: somebody's slip and list of tasks.
    sheets.Spread: (forms.Slips,),
    # Words of a statistic under a post or a product are a row without a name.
    headings.OtherOrder: (above.Statistics,),
    rows.Ordinals: (above.Statistics,),
    # Unicode and TCVN3 side by side in one font: of a word that is one in both, who knows.
    texts.ModernFont: (texts.Legacy,),
}
LAYOUT: tuple[_Strategy, ...] = (
    st.one_of(_of(sheets.OneSheet), _of(sheets.SideBySide), _of(sheets.Spread)),
    _of(sheets.Beside, what=_any(["example", "guide", "codes", "abandoned", "empty"])),
)
ROWS: tuple[_Strategy, ...] = (
    _of(rows.Ordinals, how=_any(["blank", "stops", "restarts", "repeats", "text", "dots", "no column"])),
    st.one_of(
        _of(rows.Groups, marker=_any(["roman", "letter", "star", "none"]), wide=_yes, subtotals=_yes, after=_yes),
        _of(rows.Sections),
    ),
    _of(rows.Ditto, mark=_any(['"', "''", "”", "nt"]), fields=_any(rows.DITTO)),
    _of(rows.Totals, label=_any(["Tổng cộng", "Cộng", "TỔNG CỘNG", "Tổng số", "CỘNG (I+II)"]), first=_yes, in_ordinal=_yes),
    _of(rows.Gaps, every=st.integers(0, 3), filler=_any(["", "...", ",,,,", "…"])),
    _of(headings.NewPage, after=st.integers(2, 4)),
    _of(rows.VerticalMerges, fields=_any(rows.MERGED)),
    _of(rows.OwnColumns),
)  # fmt: skip
AROUND: tuple[_Strategy, ...] = (
    _of(above.PeriodSaid, words=_any(above.IN_ROWS), in_file=st.just(False))
    | _of(above.PeriodSaid, words=_any(above.IN_FILES), in_file=st.just(True)),
    _of(above.Attached),
    _of(above.Letterhead, height=st.integers(1, 3), motto=_yes, gap=_yes),
    _of(above.Statistics, rows=st.integers(2, 5)),
    _of(above.StrayCell, words=_any(above.REMARKS)),
    _of(below.Notes, words=_any(below.REMARKS)),
    _of(
        below.Signatures,
        left=_any(below.LEFT),
        right=_any(below.RIGHT),
        dated=_yes,
        gap=st.integers(0, 2),
        addressees=_yes,
    ),
    _of(below.Phantom, row=st.integers(2000, 5000), words=_any(["", " ", "   "])),
)
HIDING: tuple[_Strategy, ...] = (
    _of(hiding.HiddenRow, key=_any(["tasks 1", "tasks 8", "roster 3", "common 2"])),
    _of(hiding.HiddenColumn, field=_any(["deadline", "coefficient", "points"])),
    _of(hiding.HiddenSheet, kind=_any(["roster", "tasks", "common"]), state=_any(["hidden", "veryHidden"])),
)  # fmt: skip
TEXT: tuple[_Strategy, ...] = (
    _of(texts.OtherTonePlace, every=_every),
    _of(texts.Capitals, every=_every),
    _of(texts.Legacy, every=_every, encoding=st.just("TCVN3"), font=_any(texts.FONTS["TCVN3"]))
    | _of(texts.Legacy, every=_every, encoding=st.just("VNI"), font=_any(texts.FONTS["VNI"])),
    _of(texts.Mixed, every=_every, encoding=_any(["TCVN3", "VNI"]), first=_yes, fonts=_any([1, 2]))
    | _of(texts.ModernFont, every=_every),
    _of(texts.OtherD, every=_every),
    _of(texts.Decomposed, every=_every, how=_any(["NFD", "cp1258", "tone last"])),
    _of(texts.Spaced, every=_every, how=_any(sorted(texts.SPACES))),
)
ASKED: tuple[_Strategy, ...] = (_of(asked.Unclear, what=_any(sorted(asked.UNCLEAR))),)
FAMILIES = {
    "content": CONTENT,
    "forms": FORMS,
    "values": VALUES,
    "by whom": BY_WHOM,
    "who else": WHO_ELSE,
    "people": PEOPLE,
    "asked": ASKED,
    "headings": HEADINGS,
    "rows": ROWS,
    "layout": LAYOUT,
    "around": AROUND,
    "hiding": HIDING,
    "text": TEXT,
}
WARDROBE = tuple(quirk for family in FAMILIES.values() for quirk in family)


@dataclass(frozen=True)
class Dressed:
    """The quirks worn, the format written, and the book that came of it."""

    quirks: tuple[Quirk, ...]
    form: str

    @property
    def book(self) -> Book:
        return reduce(lambda book, quirk: quirk(book), self.quirks, month())

    @property
    def plain(self) -> Dressed:
        """What must come back, kept plainly: the same month but for what truly changes it."""
        return Dressed(tuple(quirk for quirk in self.quirks if quirk.changes), "xlsx")

    @property
    def brings(self) -> frozenset[str]:
        """Codes that must be among the findings besides those of the clean month."""
        brings = self._codes("brings", files.BRINGS)
        # A hidden column that means the same as another is told as such and not read.
        twice = any(isinstance(quirk, headings.Twice) for quirk in self.quirks)
        hidden = any(
            any(line.hidden for line in page.lines) or any(one.hidden for one in page.headings)
            for page in self._pages
        )
        return brings if hidden and not twice else brings - codes("B09")

    @property
    def may(self) -> frozenset[str]:
        """Codes that may be there besides."""
        return self._codes("may", files.MAY) | self._codes("brings", files.BRINGS)

    @property
    def asks(self) -> frozenset[str]:
        """Codes that must be told of the rows put in to be asked about, where there was a place."""
        put_in = any(line.key.startswith(EXTRA) for page in self._pages for line in page.lines)
        # Beside 1.200.000 in its column 1.200 is clear.
        clear = any(isinstance(quirk, values.ThousandsDots) for quirk in self.quirks)
        asks = self._codes("asks", {}) if put_in else frozenset()
        return asks - codes("D01") if clear else asks

    @property
    def _pages(self) -> Iterator[Page]:
        volumes = self.book.volumes
        return (page for volume in volumes for leaf in volume.leaves for page in leaf.pages)

    @property
    def besides(self) -> frozenset[str]:
        """Periods that it adds."""
        return self._codes("besides", {})

    @property
    def called(self) -> Mapping[str, str]:
        """Names as they are now → as in the clean month."""
        return {new: old for quirk in self.quirks for new, old in quirk.called.items()}

    def _codes(self, name: str, of_form: dict[str, str]) -> frozenset[str]:
        own = frozenset(of_form.get(self.form, "").split())
        return own.union(*(getattr(quirk, name) for quirk in self.quirks))


@st.composite
def dressed(
    draw: st.DrawFn, wardrobe: Sequence[_Strategy] = WARDROBE, most: int | None = None
) -> Dressed:
    """The month in any of the quirks, at most `most` of them, as a file of any format."""
    form = draw(st.sampled_from([*files.WHOLE, *files.SINGLE]))
    chosen = draw(
        st.lists(st.integers(0, len(wardrobe) - 1), unique=True, max_size=most or len(wardrobe))
    )
    worn = tuple(draw(wardrobe[place]) for place in sorted(chosen))
    if form not in files.RICH:
        worn = tuple(quirk for quirk in worn if not quirk.rich)
    if form not in files.NAMED:
        worn = tuple(quirk for quirk in worn if not quirk.named)
    return Dressed(tuple(quirk for quirk in worn if not _impossible(quirk, worn)), form)


def _impossible(quirk: Quirk, worn: Sequence[Quirk]) -> bool:
    """Whether with another quirk nobody could tell what is meant."""
    others = tuple(_UNTOLD_WITH.get(type(quirk), ()))
    return bool(others) and any(isinstance(other, others) for other in worn)
