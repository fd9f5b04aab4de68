"""What the two sides of `cadre compare` are, and the comparison as the terminal shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_cli.cli import passwords, running
from cadre_cli.domain.comparison import Changed, Comparison, Form, Near, Side, Standing
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.reports.comparison_words import (
    alike_name,
    cause_words,
    field_name,
    ground_words,
    pair_words,
    person_words,
    result_words,
    side_words,
)

if TYPE_CHECKING:
    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.pipeline.period import Asked
    from cadre_cli.pipeline.reading_back import Recorded

CAUSES = 8
"""Causes shown for one person before the rest are only counted; JSON and workbook list them all."""

_A, _B = Text("A: {side}", "A: {side}"), Text("B: {side}", "B: {side}")
_ERRORS = Text(
    "{side} còn {count} lỗi số liệu (xem: cadre check); so sánh theo phần tính được.",
    "{side} has {count} error findings (see: cadre check); what could be scored is compared.",
)
_DOUBT = Text("Lưu ý về {side}: {note}.", "About {side}: {note}.")
_GROUNDS = Text("Căn cứ khác nhau:", "What they rest on differs:")
_ONLY = Text("Chỉ có ở {side} ({count} người):", "Only in {side} ({count} people):")
_NEAR = Text(
    "Có thể là một người, cần người xem lại (không tự ghép):",
    "These may be one person; somebody has to look (they are not put together):",
)
_CHANGED = Text("Kết quả khác nhau ({count} người):", "Results that differ ({count} people):")
_BECAUSE = Text("vì", "because")
_MORE = Text("… và {count} nguyên nhân nữa.", "… and {count} more causes.")
_SAME = Text("{count} người có kết quả như nhau.", "{count} people have the same result.")
_ALL_SAME = Text(
    "Không có gì khác nhau: {count} người, kết quả như nhau.",
    "Nothing differs: {count} people with the same results.",
)
_ALONE = Text("Không có gì để so với: {side}.", "There is nothing to compare with {side}.")
YEAR_ALONE = Text(
    "Bảng tổng kết năm so được với bảng tổng kết khác (tong-ket-….xlsx) hoặc danh sách ghi kết quả cả "
    "năm. Muốn biết nó còn đúng với các tháng không: cadre verify.",
    "A year's workbook is compared with another (tong-ket-….xlsx) or a list of the year's results. "
    "Whether it still follows from its months: cadre verify.",
)


@dataclass(frozen=True, slots=True)
class Given:
    """One side as it was asked for: a path, and how it is scored where it has to be."""

    path: Path
    asked: Asked


@dataclass(frozen=True, slots=True)
class Taken:
    """What a path was taken for: a result workbook, a list of results; else workbooks to score."""

    given: Given
    recorded: Recorded | None = None
    data: bytes | None = None
    """The bytes of a list."""


def taken_for(given: Given) -> Taken:
    """What a path is, by what it holds; a folder and whatever else is scored."""
    from cadre_cli.pipeline.files import Input, read_input
    from cadre_cli.pipeline.reading_back import Recorded, read_back
    from cadre_cli.pipeline.sides import only_states

    name = given.path.as_posix()
    if not given.path.is_file():
        return Taken(given)
    data = read_input(Input(given.path, name))
    if isinstance(data, Finding):
        return Taken(given)
    back = read_back(data, name)
    if isinstance(back, Recorded):
        return Taken(given, recorded=back)
    if only_states(data, name, _office_of(given.path)):
        return Taken(given, data=data)
    return Taken(given)


def _office_of(path: Path) -> Office:
    from cadre_cli.pipeline.files import gather
    from cadre_cli.pipeline.intake import sheet_kinds

    found = gather([path], sheet_kinds())
    return found[0].office if found else Office()


@dataclass(slots=True)
class Reader:
    """Makes the sets of results of both sides, and remembers what was scored for them."""

    screen: Screen
    opening: passwords.Key
    jobs: int | None = None
    assessed: list[Assessed] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)

    def sides(self, a: Taken, b: Taken) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
        """Both sides; a list that names no period is of the period of the other side."""
        if a.data is not None and b.data is None:
            right = self._sides(b, None, entered=a.recorded is not None)
            return self._sides(a, _only(right), entered=False), right
        left = self._sides(a, None, entered=b.recorded is not None)
        return left, self._sides(b, _only(left), entered=a.recorded is not None)

    def _sides(self, taken: Taken, own: Period | None, *, entered: bool) -> tuple[Side, ...]:
        if taken.recorded is not None:
            return (taken.recorded.side(),)
        if taken.data is not None:
            return self._listed(taken, taken.data, own)
        return self._scored(taken.given, entered=entered)

    def _listed(self, taken: Taken, data: bytes, own: Period | None) -> tuple[Side, ...]:
        from cadre_cli.pipeline.sides import list_sides

        path = taken.given.path
        period = taken.given.asked.period or own
        sides, found = list_sides(data, path.as_posix(), _office_of(path), period)
        if not sides:
            self.unread += found
        return sides

    def _scored(self, given: Given, *, entered: bool) -> tuple[Side, ...]:
        from cadre_cli.pipeline.publishing import Wanted
        from cadre_cli.pipeline.sides import scored_side, with_entered

        done = running.assess(
            self.screen, [given.path], given.asked, self.opening, scored=True, jobs=self.jobs
        )
        self.assessed += done
        sides: list[Side] = []
        wanted = Wanted(running.version())
        name = given.path.as_posix()
        for outcome in (one for each in done for one in each.outcomes if one.results):
            side = scored_side(name, outcome, given.asked, wanted.version)
            if entered:
                side = with_entered(side, outcome, given.asked, wanted)
            sides.append(side)
        if not sides:
            self.unread += [f for each in done for one in each.outcomes for f in one.findings]
        return tuple(sides)


def _only(sides: Sequence[Side]) -> Period | None:
    periods = {side.period for side in sides}
    return periods.pop() if len(periods) == 1 else None


def said(comparison: Comparison, lang: str) -> Iterator[str]:
    """A comparison line by line, the gravest first."""
    a, b = comparison.a, comparison.b
    yield _A.fill(side=side_words(a, lang)).of(lang)
    yield _B.fill(side=side_words(b, lang)).of(lang)
    for letter, side in (("A", a), ("B", b)):
        if side.errors:
            yield _ERRORS.fill(side=letter, count=side.errors).of(lang)
        for note in side.notes:
            yield _DOUBT.fill(side=letter, note=note).of(lang)
    if comparison.grounds:
        yield _GROUNDS.of(lang)
        yield from (f"  {ground_words(ground, lang)}" for ground in comparison.grounds)
    yield from differing(comparison, lang)
    words = _ALL_SAME if comparison.alike else _SAME
    yield words.fill(count=comparison.same).of(lang)


def differing(comparison: Comparison, lang: str) -> Iterator[str]:
    """Everybody who is missing or differs."""
    yield from _only_in("A", comparison.only_a, lang)
    yield from _only_in("B", comparison.only_b, lang)
    if comparison.near:
        yield _NEAR.of(lang)
        yield from (f"  {_near(near, lang)}" for near in comparison.near)
    if comparison.changed:
        yield _CHANGED.fill(count=len(comparison.changed)).of(lang)
        for changed in comparison.changed:
            yield from _changed(changed, lang)


def nothing_beside(side: Side, lang: str) -> str:
    """A set of results that the other side has nothing for."""
    return _ALONE.fill(side=side_words(side, lang)).of(lang)


def is_year(side: Side) -> bool:
    """Whether it is the workbook of a year."""
    of_year = side.period is not None and side.period.unit is PeriodUnit.YEAR
    return of_year and side.form is Form.RESULT


def _only_in(letter: str, people: Sequence[Standing], lang: str) -> Iterator[str]:
    if people:
        yield _ONLY.fill(side=letter, count=len(people)).of(lang)
        yield from (f"  {person_words(one)}: {result_words(one, lang)}" for one in people)


def _near(near: Near, lang: str) -> str:
    why = alike_name(near.why).of(lang)
    left, right = person_words(near.a), person_words(near.b)
    return (
        f"A {left}: {result_words(near.a, lang)} ~ B {right}: {result_words(near.b, lang)} – {why}"
    )


def _changed(changed: Changed, lang: str) -> Iterator[str]:
    parts: list[str] = []
    for each in changed.differences:
        left, right = pair_words(each.field, each.a, each.b, lang)
        parts.append(f"{field_name(each.field, changed.a).of(lang)} {left} → {right}")
    yield f"  {person_words(changed.a)}: {'; '.join(parts)}"
    because = _BECAUSE.of(lang)
    for cause in changed.causes[:CAUSES]:
        yield f"    {because} {cause_words(cause, lang)}"
    if len(changed.causes) > CAUSES:
        yield f"    {_MORE.fill(count=len(changed.causes) - CAUSES).of(lang)}"
