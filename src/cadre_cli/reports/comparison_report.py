"""The workbook of `cadre compare --out`: one row a person who differs, and what either side rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from cadre_cli.domain.comparison import Changed, Comparison, Near, Standing, Told
from cadre_cli.domain.report import (
    Binary,
    Block,
    Cell,
    Column,
    Computed,
    Line,
    Operator,
    Properties,
    Ref,
    Report,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.reports.comparison_words import (
    alike_name,
    cause_words,
    field_name,
    ground_words,
    pair_words,
    person_words,
    side_words,
)
from cadre_cli.reports.page import OWN_MARK, WORKING_PAGE

_PEOPLE, _GROUNDS = "comparison", "grounds"
_TITLE = Text("SO SÁNH HAI KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI", "TWO SETS OF RESULTS COMPARED")
_BASIS_TITLE = Text("CĂN CỨ KHÁC NHAU GIỮA HAI KẾT QUẢ", "WHAT THE TWO RESULTS REST ON DIFFERENTLY")
_GRID = (5.0, 9.0, 22.0, 22.0, 21.0, 8.0, 8.0, 9.0, 9.0, 9.0, 30.0, 58.0)
_BASIS_GRID = (9.0, 90.0, 40.0, 40.0)
_NO_DAY = date(2000, 1, 1)
"""The day in the file of a comparison whose sides name no period: fixed, so that bytes are."""
_VERDICTS = {
    "grade": Text("Khác loại", "Other class"),
    "total": Text("Khác điểm", "Other points"),
    "else": Text("Khác chi tiết", "Other details"),
    "only_a": Text("Chỉ có ở A", "Only in A"),
    "only_b": Text("Chỉ có ở B", "Only in B"),
    "near": Text("Có thể là một người", "Perhaps one person"),
}
_NOTHING = Text("Không có gì khác nhau.", "Nothing differs.")


def comparison_report(comparisons: Sequence[Comparison], lang: str = "vi") -> Report:
    """Everybody who differs in one table with a filter, then the grounds."""
    days = [
        side.period.last_day
        for each in comparisons
        for side in (each.a, each.b)
        if side.period is not None
    ]
    title = _TITLE.of(lang)
    marks = {OWN_MARK: "1"}
    properties = Properties(title, "cadre", max(days, default=_NO_DAY), marks)
    return Report("so-sanh", properties, (_people(comparisons, lang), _basis(comparisons, lang)))


def _head(title: Text, comparisons: Sequence[Comparison], lang: str) -> Iterator[Block]:
    yield Line(title.of(lang), bold=True, size=13)
    for each in comparisons:
        yield Line(f"A: {side_words(each.a, lang)}")
        yield Line(f"B: {side_words(each.b, lang)}")
        same = Text("{count} người có kết quả như nhau.", "{count} people have the same result.")
        yield Line(same.fill(count=each.same).of(lang), italic=True)
        for side in (each.a, each.b):
            for note in side.notes:
                yield Line(f"{side.file}: {note.of(lang)}", italic=True)
    yield Line("", size=6)


def _people(comparisons: Sequence[Comparison], lang: str) -> Section:
    rows = [row for place, each in enumerate(comparisons) for row in _rows(place, each, lang)]
    if not rows:
        rows = [Row("nothing", (None, None, _NOTHING.of(lang), *([None] * 9)))]
    table = Table(
        _columns(lang),
        tuple(rows),
        pinned=True,
        pinned_columns=3,
        filtered=rows[0].key != "nothing",
    )
    blocks = (*_head(_TITLE, comparisons, lang), table)
    name = Text("So sánh", "Comparison").of(lang)
    return Section(_PEOPLE, name, WORKING_PAGE, _GRID, blocks)


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    grade, total = words("Xếp loại", "Class"), words("Tổng điểm", "Total")
    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("period", words("Kỳ", "Period"), Shows.CENTRED),
        Column("name", words("Họ và tên", "Name")),
        Column("unit", words("Đơn vị", "Unit")),
        Column("verdict", words("Kết luận", "Finding")),
        Column("grade_a", "A", Shows.CENTRED, grade),
        Column("grade_b", "B", Shows.CENTRED, grade),
        Column("total_a", "A", Shows.POINTS, total),
        Column("total_b", "B", Shows.POINTS, total),
        Column("more", words("B hơn A", "B less A"), Shows.POINTS, total),
        Column("else", words("Thành phần khác nhau", "Parts that differ")),
        Column("why", words("Vì sao", "Why")),
    )


def _rows(place: int, comparison: Comparison, lang: str) -> Iterator[Row]:
    lines = _Lines(place, comparison, lang)
    for changed in comparison.changed:
        yield lines.changed(changed)
    for one in comparison.only_a:
        yield lines.alone(one, "only_a")
    for one in comparison.only_b:
        yield lines.alone(one, "only_b")
    for near in comparison.near:
        yield lines.near(near)


class _Lines:
    """The rows of one office and period, numbered through."""

    def __init__(self, place: int, comparison: Comparison, lang: str) -> None:
        self.place, self.lang, self.count = place, lang, 0
        period = comparison.a.period or comparison.b.period
        self.period = None if period is None else str(period)

    def changed(self, changed: Changed) -> Row:
        """Somebody whose result differs."""
        fields = {each.field for each in changed.differences}
        verdict = next((name for name in ("grade", "total") if name in fields), "else")
        parts: list[str] = []
        for each in changed.differences:
            if each.field not in ("grade", "total"):
                left, right = pair_words(each.field, each.a, each.b, self.lang)
                parts.append(f"{field_name(each.field, changed.a).of(self.lang)}: {left} → {right}")
        why = "\n".join(cause_words(cause, self.lang) for cause in changed.causes)
        return self._row(changed.a, verdict, (changed.a, changed.b), "\n".join(parts), why)

    def alone(self, one: Standing, verdict: str) -> Row:
        """Somebody whom only one side has."""
        sides = (one, None) if verdict == "only_a" else (None, one)
        return self._row(one, verdict, sides, "", "")

    def near(self, near: Near) -> Row:
        """Two entries that may be one person."""
        other = f"B: {person_words(near.b)} – {alike_name(near.why).of(self.lang)}"
        return self._row(near.a, "near", (near.a, near.b), "", other)

    def _row(
        self,
        one: Standing,
        verdict: str,
        sides: tuple[Standing | None, Standing | None],
        parts: str,
        why: str,
    ) -> Row:
        self.count += 1
        key = f"{self.place}:{self.count}"
        a, b = (_told(side, "total") for side in sides)
        cells: tuple[Cell, ...] = (
            self.count,
            self.period,
            one.name,
            one.unit,
            _VERDICTS[verdict].of(self.lang),
            *(_word(side, "grade") for side in sides),
            a,
            b,
            _more(key, a, b),
            parts or None,
            why or None,
        )
        return Row(key, cells)


def _told(side: Standing | None, name: str) -> Fraction | None:
    told = None if side is None else side.said.get(name, Told(None))
    return told.value if told is not None and isinstance(told.value, Fraction) else None


def _word(side: Standing | None, name: str) -> str | None:
    told = None if side is None else side.said.get(name, Told(None))
    return told.value if told is not None and isinstance(told.value, str) else None


def _more(key: str, a: Fraction | None, b: Fraction | None) -> Cell:
    if a is None or b is None:
        return None
    left, right = (Ref(_PEOPLE, key, f"total_{side}") for side in "ba")
    return Computed(b - a, Binary(Operator.SUBTRACT, left, right))


def _basis(comparisons: Sequence[Comparison], lang: str) -> Section:
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("what", Text("Khác nhau về", "What differs").of(lang)),
        Column("a", "A"),
        Column("b", "B"),
    )
    found = [(each, ground) for each in comparisons for ground in each.grounds]
    rows = tuple(
        Row(
            f"ground:{place}",
            (place, ground_words(ground, lang).partition(": ")[0], ground.a, ground.b),
        )
        for place, (_, ground) in enumerate(found, 1)
    ) or (Row("nothing", (None, _NOTHING.of(lang), None, None)),)
    blocks = (*_head(_BASIS_TITLE, comparisons, lang), Table(columns, rows, pinned=True))
    name = Text("Căn cứ", "Basis").of(lang)
    return Section(_GROUNDS, name, WORKING_PAGE, _BASIS_GRID, blocks)
