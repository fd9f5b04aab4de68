"""Which heading is which field: given by the office, the same words, or nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.places import column_letters
from cadre_cli.sheets.findings_table import HeadingByLikeness, TwoHeadings
from cadre_cli.sheets.table import Column, FieldSpec, How, SheetKind
from cadre_cli.vietnamese.text import fold, likeness, one_line, squeeze

NUMBERING = frozenset({"stt", "tt", "sott", "sothutu"})
"""Squeezed headings of the column that numbers the rows (`S\\nT\\nT`, "SốTT")."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ALIKE = 0.85
_ALIKE_WORD = 0.6
_ALIKE_RUN_TOGETHER = 0.92
_SHORTEST_ALIKE = 6
"""Letters below which likeness proves nothing: "tổ" and "số" differ in one."""
_LEAST_SHARE = 0.5
"""Share of a heading's words that a known heading inside it must make up."""
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
        "Tên gọi",
        "Ký nhận",
        "Ký tên",
        "Chữ ký",
        "Ngày công",
        "Hệ số lương",
        "Hệ số phụ cấp",
        "Phụ cấp chức vụ",
        "Trình độ chuyên môn",
        "Chuyên môn nghiệp vụ",
    )
)
"""Headings that share words with a field and mean something else."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above one column: of each heading row from the top, repeats of a merge left out."""

    column: int
    row: int
    parts: tuple[str, ...]
    origin: int = 0
    """The leftmost column of its merge: columns under one merge share it."""

    @property
    def whole(self) -> str:
        """Parents first: "Số lượng / Được giao"."""
        return " / ".join(self.parts)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a heading fits a field; `words` is the known heading that it fits."""

    how: How
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of one heading under one sheet kind."""

    columns: tuple[Column, ...]
    findings: tuple[Finding, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns if column.field is not None)


def is_numbering(heading: str) -> bool:
    r"""Whether a column numbers the rows.

    >>> is_numbering("S\nT\nT"), is_numbering("Số TT"), is_numbering("Số lượng")
    (True, True, False)
    """
    return heading.strip() == "#" or squeeze(heading.rpartition(" / ")[2]) in NUMBERING


def match(
    headings: Iterable[Heading], kind: SheetKind, given: Mapping[str, tuple[str, ...]], grid: Grid
) -> Matched:
    """Each heading to at most one field, the surest fits first."""
    listed = tuple(headings)
    fits = {
        (heading.column, spec.name): fit
        for heading in listed
        for spec in kind.fields
        if (fit := _fit(heading, spec, given.get(spec.name, ())))
    }
    by_column = {heading.column: heading for heading in listed}
    specs = {spec.name: spec for spec in kind.fields}
    taken: dict[int, tuple[str, _Fit]] = {}
    filled: dict[str, int] = {}
    rivals: dict[int, int] = {}
    for (column, field), fit in sorted(fits.items(), key=lambda item: _rank(*item)):
        if column in taken:
            continue
        first = filled.get(field)
        if first is None or specs[field].several:
            taken[column] = (field, fit)
            filled.setdefault(field, column)
        elif _rivals(fit, taken[first][1]):
            rivals.setdefault(column, first)
    _split_name(listed, taken, filled)
    findings: list[Finding] = [
        TwoHeadings(
            at=grid.ref(by_column[column].row, column),
            heading=by_column[column].whole,
            first=by_column[first].whole,
            where=column_letters(first),
        )
        for column, first in sorted(rivals.items())
        if column not in taken and not _one_merge(by_column[column], by_column[first])
    ]
    columns = []
    for heading in listed:
        at = grid.ref(heading.row, heading.column)
        fitted = taken.get(heading.column)
        if fitted is None:
            columns.append(Column(None, heading.column, at, heading.whole, How.EXACT))
            continue
        columns.append(Column(fitted[0], heading.column, at, heading.whole, fitted[1].how))
        if fitted[1].how is How.NEAR:
            findings.append(HeadingByLikeness(at=at, heading=heading.whole, taken=fitted[1].words))
    return Matched(tuple(columns), tuple(findings))


def _one_merge(heading: Heading, other: Heading) -> bool:
    return (heading.row, heading.origin) == (other.row, other.origin)


def _split_name(
    headings: tuple[Heading, ...], taken: dict[int, tuple[str, _Fit]], filled: dict[str, int]
) -> None:
    """A merged "Họ và tên" over two columns: the family name at the left, the given name beside."""
    first = next((one for one in headings if one.column == filled.get("name")), None)
    if first is None or "family" in filled:
        return
    beside = [one for one in headings if _one_merge(one, first) and one.column > first.column]
    if beside and beside[0].column not in taken:
        fit = taken[first.column][1]
        taken[first.column] = ("family", fit)
        taken[beside[0].column] = ("name", fit)


def _rank(place: tuple[int, str], fit: _Fit) -> tuple[int, float, int, int]:
    return (_ORDER.index(fit.how), -fit.share, -len(fit.words), place[0])


def _rivals(fit: _Fit, other: _Fit) -> bool:
    """Whether two headings claim a field with equal right."""
    if fit.how is How.NEAR:
        return False
    return other.how is not How.GIVEN or fit.how is How.GIVEN


def _fit(heading: Heading, spec: FieldSpec, given: tuple[str, ...]) -> _Fit | None:
    if any(fold(words) in (fold(heading.whole), fold(heading.parts[-1])) for words in given):
        return _Fit(How.GIVEN, 1, heading.whole)
    if given:
        return None  # the office has said which heading it is
    return _known(heading.parts, spec.headings)


@lru_cache(maxsize=1 << 14)
def _known(parts: tuple[str, ...], known: tuple[str, ...]) -> _Fit | None:
    """The best fit of a heading with one of the known ones; the whole path before the child alone."""
    whole, child = " / ".join(parts), parts[-1]
    best: _Fit | None = None
    for words in known:
        fit = _same(whole, words) or _same(child, words, 0.9) or _near(whole, child, words)
        if fit is not None and (best is None or _rank((0, ""), fit) < _rank((0, ""), best)):
            best = fit
    return best


def _same(heading: str, words: str, share: float = 1.0) -> _Fit | None:
    if one_line(heading).casefold() == words.casefold():
        return _Fit(How.EXACT, share, words)
    bare = _bare(heading) or fold(heading)
    if fold(heading) == fold(words) or bare == fold(words) or squeeze(heading) == squeeze(words):
        return _Fit(How.FOLDED, share, words)
    return None


def _near(whole: str, child: str, words: str) -> _Fit | None:
    sought = fold(words)
    if _means_other(child):
        return None
    for heading in (child, whole):
        bare = _bare(heading)
        if not bare:
            continue
        share = len(sought.split()) / len(bare.split())
        if len(sought.split()) > 1 and f" {sought} " in f" {bare} " and share >= _LEAST_SHARE:
            return _Fit(How.NEAR, share, words)
        if _slip(bare, sought):
            return _Fit(How.NEAR, likeness(bare, sought), words)
    return None


def _slip(bare: str, sought: str) -> bool:
    """Whether one is the other mistyped: alike as a whole and word by word.

    Without the second test "đã hoàn thành" would be a slip of "hạn hoàn thành".
    """
    shorter, longer = sorted((len(sought), len(bare)))
    if shorter < _SHORTEST_ALIKE or shorter < _ALIKE * longer:
        return False  # too unlike in length alone: comparing letters would only take time
    if likeness(bare, sought) < _ALIKE:
        return False
    pairs = list(zip(bare.split(), sought.split(), strict=False))
    if len(bare.split()) != len(sought.split()):
        return likeness(bare.replace(" ", ""), sought.replace(" ", "")) > _ALIKE_RUN_TOGETHER
    return all(likeness(*pair) >= _ALIKE_WORD for pair in pairs)


@lru_cache(maxsize=1 << 12)
def _bare(heading: str) -> str:
    """Folded, without what stands in brackets."""
    return fold(_BRACKETS.sub(" ", heading))


@lru_cache(maxsize=1 << 12)
def _means_other(heading: str) -> bool:
    folded = f" {fold(heading)} "
    return any(f" {words} " in folded for words in _OTHER)
