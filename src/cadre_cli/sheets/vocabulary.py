"""The known headings of a sheet kind, and how well a heading of an office fits one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cadre_cli.sheets.table import OTHER, FieldSpec, How, SheetKind
from cadre_cli.vietnamese.text import fold, likeness, one_line, squeeze

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ALIKE = 0.85
_ALIKE_WORD = 0.6
_ALIKE_RUN_TOGETHER = 0.92
_SHORTEST_ALIKE = 6
"""Letters below which likeness proves nothing: "tổ" and "số" differ in one."""
_LEAST_SHARE = 0.5
"""Share of a heading's words that a known heading inside it must make up."""
_MOST_APART = 4
"""Letters by which a heading and its mistyped form may differ in length."""
_CHILD_ALONE = 0.9
"""A child's own words say a little less than the whole path with its parents."""
_ORDER = (How.GIVEN, How.EXACT, How.FOLDED, How.NEAR)

_OTHER = tuple(
    fold(words)
    for words in (
        "Đơn vị tính",
        "ĐVT",
        "Số điện thoại",
        "Ngày sinh",
        "Ngày tháng năm sinh",
        "Năm sinh",
        "Giới tính",
        "Ngày bổ nhiệm",
        "Ngày vào Đảng",
        "Số tài khoản",
        "Mã số thuế",
        "Mã ngạch",
        "Mã số ngạch",
        "Ngạch bậc",
        "Tên gọi",
        "Ký nhận",
        "Ký tên",
        "Chữ ký",
        "Ngày công",
        "Hệ số lương",
        "Hệ số phụ cấp",
        "Phụ cấp",
        "Thâm niên",
        "Trình độ chuyên môn",
        "Chuyên môn nghiệp vụ",
    )
)
"""Words in headings that mean something else than the field they share words with."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a heading fits a field; `words` is the known heading that it fits."""

    how: How
    share: float
    words: str

    @property
    def rank(self) -> tuple[int, float, int]:
        """The surest first; of equally sure ones the longest known heading."""
        return (_ORDER.index(self.how), -self.share, -len(self.words))


@dataclass(frozen=True, slots=True)
class _Known:
    field: str
    words: str
    folded: str


class Vocabulary:
    """All known headings of one kind, indexed by their folded words."""

    def __init__(self, fields: tuple[FieldSpec, ...]) -> None:
        self.shares = {spec.share_of: spec.name for spec in fields if spec.share_of}
        """Fields of quantities, and of the percentages that may stand in their place."""
        known = [
            _Known(spec.name, words, fold(words) or words.strip())
            for spec in fields
            for words in spec.headings
        ]
        self.names = frozenset(spec.name for spec in fields)
        """The fields there are."""
        self._folded: dict[str, list[_Known]] = {}
        self._squeezed: dict[str, list[_Known]] = {}
        for one in known:
            self._folded.setdefault(one.folded, []).append(one)
            self._squeezed.setdefault(squeeze(one.words), []).append(one)
        self._longest = max((len(folded.split()) for folded in self._folded), default=0)
        self._initials = {folded: _initials(folded) for folded in self._folded}
        self._sure_met: dict[tuple[str, ...], dict[str, Fit]] = {}
        self._near_met: dict[tuple[str, ...], dict[str, Fit]] = {}

    def fits(self, parts: tuple[str, ...], *, near: bool = True) -> dict[str, Fit]:
        """Field → the best fit of a heading, given from its outermost parent to itself.

        Likeness is slow: without `near` only the same words count.
        """
        sure = self._sure_met.get(parts)
        if sure is None:
            sure = self._sure_met[parts] = self._sure(parts)
        return sure if sure or not near else self.alike(parts)

    def alike(self, parts: tuple[str, ...]) -> dict[str, Fit]:
        """Field → the best fit by likeness alone."""
        if parts not in self._near_met:
            self._near_met[parts] = self._near(parts)
        return self._near_met[parts]

    def _sure(self, parts: tuple[str, ...]) -> dict[str, Fit]:
        """The same words, whatever their case, tones and punctuation; brackets may be added."""
        whole = " / ".join(parts)
        best: dict[str, Fit] = {}
        for heading, share in ((whole, 1.0), (parts[-1], _CHILD_ALONE)):
            for one in self._same_words(heading):
                exact = one_line(heading).casefold() == one.words.casefold()
                _keep(best, one.field, Fit(How.EXACT if exact else How.FOLDED, share, one.words))
        return best

    def _same_words(self, heading: str) -> Iterator[_Known]:
        yield from self._folded.get(fold(heading) or heading.strip(), ())
        bare = fold(_BRACKETS.sub(" ", heading))
        if bare:
            yield from self._folded.get(bare, ())
        # Run together, "1.1" would be day 11 of an attendance sheet.
        if any(letter.isalpha() for letter in heading):
            yield from self._squeezed.get(squeeze(heading), ())

    def _near(self, parts: tuple[str, ...]) -> dict[str, Fit]:
        """A known heading inside a longer one, or one mistyped."""
        best: dict[str, Fit] = {}
        if _means_other(" ".join(parts)):
            return best
        for heading in dict.fromkeys((parts[-1], " / ".join(parts))):
            bare = fold(_BRACKETS.sub(" ", heading))
            for folded, share in (*self._inside(bare), *self._mistyped(bare)):
                for one in self._folded[folded]:
                    if one.field == OTHER:
                        continue
                    _keep(best, one.field, Fit(How.NEAR, share, one.words))
        return best

    def _inside(self, bare: str) -> Iterator[tuple[str, float]]:
        """Known headings of two words and more that stand whole within the heading."""
        words = bare.split()
        for length in range(2, min(len(words), self._longest) + 1):
            share = length / len(words)
            if share >= _LEAST_SHARE:
                for start in range(len(words) - length + 1):
                    phrase = " ".join(words[start : start + length])
                    if phrase in self._folded:
                        yield phrase, share

    def _mistyped(self, bare: str) -> Iterator[tuple[str, float]]:
        if len(bare) < _SHORTEST_ALIKE:
            return
        initials = _initials(bare)
        for folded, others in self._initials.items():
            apart = abs(len(bare) - len(folded))
            if apart > _MOST_APART or len(folded) < _SHORTEST_ALIKE:
                continue
            # A slip changes the beginning of one word at most; the exact count is slow.
            same = sum(a == b for a, b in zip(initials, others, strict=False))
            if same + 1 >= max(len(initials), len(others)) and _is_slip(bare, folded):
                yield folded, likeness(bare, folded)


@lru_cache(maxsize=64)
def _vocabulary(fields: tuple[FieldSpec, ...]) -> Vocabulary:
    return Vocabulary(fields)


def vocabulary(kind: SheetKind) -> Vocabulary:
    """The vocabulary of a kind, built once."""
    return _vocabulary(kind.fields)


def _initials(folded: str) -> str:
    return "".join(word[0] for word in folded.split())


def _keep(best: dict[str, Fit], field: str, fit: Fit) -> None:
    if field not in best or fit.rank < best[field].rank:
        best[field] = fit


def _is_slip(bare: str, known: str) -> bool:
    """Whether one is the other mistyped: alike as a whole and word by word.

    Without the second test "đã hoàn thành" would be a slip of "hạn hoàn thành".
    """
    if len(bare.split()) != len(known.split()):
        return likeness(bare.replace(" ", ""), known.replace(" ", "")) > _ALIKE_RUN_TOGETHER
    pairs = zip(bare.split(), known.split(), strict=True)
    return likeness(bare, known) >= _ALIKE and all(likeness(*pair) >= _ALIKE_WORD for pair in pairs)


def _means_other(heading: str) -> bool:
    folded = f" {fold(heading)} "
    return any(f" {words} " in folded for words in _OTHER)
