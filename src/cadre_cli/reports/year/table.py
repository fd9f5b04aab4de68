"""The sheet "Tổng kết năm": twelve months, mean and class of everyone, ready to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cadre_cli.domain.report import (
    Binary,
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Down,
    Formula,
    Function,
    Line,
    Look,
    Operator,
    Ref,
    Row,
    Section,
    Shows,
    Table,
    Tone,
)
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import MonthState, Origin, YearMonth, YearPerson
from cadre_cli.reports.cited import assumptions
from cadre_cli.reports.formulas import counted, number
from cadre_cli.reports.keys import person_row
from cadre_cli.reports.page import letterhead, note, page_of, signatures, title
from cadre_cli.reports.year.given import YEAR, YearGiven, month_column, year_cell
from cadre_cli.reports.year.words import grade_words, short_reason
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.year_months import GONE, NO_LONGER, NOT_YET, UNRATED

NAME = Text("Tổng kết năm", "The year")
_TITLE = Text(
    "BẢNG TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG NĂM {year}",
    "SUMMARY OF THE YEAR {year}: SCORES AND CLASSES",
)
_BELOW = Text("(Bình quân các tháng có điểm; mức xếp loại là đề xuất)", "(Means; classes proposed)")
_MONTHS = Text("Điểm các tháng", "Points of the months")
_CLASS = Text("Xếp loại", "Class")
_GRID = (4.0, 19.0, 16.0, *(6.2,) * 12, 7.5, 8.0, 9.0, 5.5, 8.5, 34.0)
_SHORT = {
    MonthState.AWAY: Text("nghỉ", "away"),
    MonthState.NO_SCORE: Text("thiếu", "none"),
    MonthState.ABSENT: Text("–", "–"),
    MonthState.ELSEWHERE: Text("nơi cũ", "before"),
    MonthState.NO_DATA: Text("", ""),
}
_IN_WORDS = {
    UNRATED: Text("KXL", "unrated"),
    NOT_YET: Text("chưa về", "not yet"),
    NO_LONGER: Text("đã thôi", "left"),
    GONE: Text("đã đi", "left"),
}
"""Nobody is on leave in a month before they came or after they went, or lacks what was decided."""
_TONES: Mapping[str, Tone] = {"HTXS": Tone.BEST, "HT": Tone.WEAK, "KHT": Tone.WORST}


def year_table(given: YearGiven) -> Section:
    """Everybody's year by unit, with what counts and what does not told apart by shade."""
    lang, ranking = given.lang, given.ranking
    rows = tuple(_rows(given))
    blocks: tuple[Block, ...] = (
        letterhead(ranking.office),
        *title(_TITLE.of(lang).format(year=ranking.year), _BELOW.of(lang)),
        Table(columns(lang), rows, pinned=True, pinned_columns=2),
        Line("", size=8),
        _counts(rows, given),
        Line("", size=6),
        _legend(given),
        Line("", size=6),
        *(note(words) for words in _notes(given)),
        signatures(ranking.office, lang),
    )
    return Section(YEAR, NAME.of(lang), page_of(ranking.office), _GRID, blocks, given.decimals)


def columns(lang: str) -> tuple[Column, ...]:
    """The table's columns; `verify` and `compare` find them again by their headings."""

    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    months, classes = _MONTHS.of(lang), _CLASS.of(lang)
    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("name", words("Họ và tên", "Name")),
        Column("position", words("Chức vụ", "Position")),
        *(
            Column(month_column(n), f"T{n}" if lang != "en" else f"M{n}", Shows.POINTS, months)
            for n in range(1, 13)
        ),
        Column("mean", words("Bình quân", "Mean"), Shows.POINTS),
        Column("by_points", words("Theo điểm", "By points"), Shows.CENTRED, classes),
        Column("grade", words("Đề nghị", "Proposed"), Shows.CENTRED, classes),
        Column("rank", words("Hạng", "Rank"), Shows.WHOLE),
        Column("titles", words("Danh hiệu", "Titles"), Shows.CENTRED),
        Column("reason", words("Lý do, ghi chú", "Reason, notes")),
    )


def _rows(given: YearGiven) -> Iterator[Row]:
    count = 0
    for place, (unit, people) in enumerate(given.by_unit().items()):
        words = unit or Text("Chưa ghi đơn vị", "No unit given").of(given.lang)
        yield Row(f"unit:{place}", (words,), Look.GROUP)
        for person in people:
            count += 1
            yield _person(count, person, given)


def _person(count: int, person: YearPerson, given: YearGiven) -> Row:
    rules = given.rules.get(person.rule_set)
    cells: tuple[Cell, ...] = (
        count,
        person.officer.name,
        person.officer.position,
        *(_month(month, given.lang) for month in person.months),
        mean_cell(person),
        person.grade_by_points,
        grade_words(person, given.lang),
        person.rank,
        ", ".join(title.code for title in person.titles if title.proposed) or None,
        short_reason(person, given.lang) or None,
    )
    tones = {
        month_column(month.number): tone
        for month in person.months
        if (tone := _tone(month, rules)) is not None
    }
    return Row(person_row(person.officer), cells, tones=tones)


def _month(month: YearMonth, lang: str) -> Cell:
    if month.total is not None:
        return month.total
    if _is_above(month):
        return None
    out = None if month.why is None else _IN_WORDS.get(month.why)
    return (out or _SHORT[month.state]).of(lang) or None


def _tone(month: YearMonth, rules: RuleSet | None) -> Tone | None:
    """The shade of a month: its class by its points, hatched where it does not count."""
    if _is_above(month) or month.state in _OUTSIDE:
        return Tone.OUTSIDE
    if month.total is None or rules is None:
        return None
    return _TONES.get(rules.grade_for(month.total).code)


_OUTSIDE = (MonthState.AWAY, MonthState.ELSEWHERE, MonthState.ABSENT)


def _is_above(month: YearMonth) -> bool:
    return month.entry is not None and month.entry.not_rated is NotRated.RATED_ABOVE


def mean_cell(person: YearPerson) -> Cell:
    """The mean as a live formula over the cells of the months that count."""
    if person.mean is None:
        return None
    return Computed(person.mean.value, Call(Function.AVERAGE, counted_cells(person, range(1, 13))))


def counted_cells(person: YearPerson, numbers: range) -> tuple[Formula, ...]:
    """The cells of the months that count among some; of a quarter alone, its first.

    A quarter's own result stands in the cells of its three months: where only quarters count, one
    cell of each is enough, and beside months all three are needed (the quarter is their mean).
    """
    counting = [m for m in person.months if m.number in numbers and m.total is not None]
    periods = [m.entry.period if m.entry is not None else None for m in counting]
    lengths = {period.unit_months for period in periods if period is not None}
    if len(lengths) == 1 and lengths != {1}:
        counting = [m for m, p in zip(counting, periods, strict=True) if _is_first(m, p, counting)]
    return tuple(year_cell(person, month_column(m.number)) for m in counting)


def _is_first(month: YearMonth, period: object, months: list[YearMonth]) -> bool:
    same = [m for m in months if m.entry is not None and m.entry.period == period]
    return bool(same) and same[0] is month


def _counts(rows: tuple[Row, ...], given: YearGiven) -> Table:
    """How many people in each class; those without one count, too."""
    lang = given.lang
    listed = [row for row in rows if row.look is Look.DATA]
    place = next(n for n, column in enumerate(columns(lang)) if column.key == "grade")
    found = [row.cells[place] for row in listed]
    words = list(dict.fromkeys([*given.grades, *(str(cell) for cell in found)]))
    down = Down(YEAR, listed[0].key, listed[-1].key, "grade") if listed else None
    everybody = Ref(YEAR, "count:all", "people")
    table: list[Row] = []
    for n, word in enumerate(words):
        count: Cell = 0 if down is None else counted(found, word, down)
        table.append(
            _count(f"count:{n}", given.grades.get(word, word), count, len(listed), everybody)
        )
    total = sum(
        (value for row in table if (value := number(row.cells[1])) is not None), Fraction(0)
    )
    whole = Down(YEAR, table[0].key, table[-1].key, "people")
    table.append(
        Row(
            "count:all",
            (
                Text("Tổng số", "All").of(lang),
                Computed(total, Call(Function.SUM, (whole,))),
                None,
            ),
            Look.TOTAL,
        )
    )
    shown = (
        Column("class", Text("Mức xếp loại", "Class").of(lang), span=2),
        Column("people", Text("Số người", "People").of(lang), Shows.WHOLE),
        Column("share", Text("Tỷ lệ", "Share").of(lang), Shows.SHARE, span=2),
    )
    return Table(shown, tuple(table), start=1)


def _count(key: str, word: str, count: Cell, everybody: int, all_of: Ref) -> Row:
    share: Cell = None
    value = number(count)
    if everybody and value is not None:
        share = Computed(
            value / everybody, Binary(Operator.DIVIDE, Ref(YEAR, key, "people"), all_of)
        )
    return Row(key, (word, count, share))


def _legend(given: YearGiven) -> Table:
    """What the shades of the months mean."""
    lang = given.lang
    names = given.grades
    rows = [
        Row(f"legend:{code}", (code, names.get(code, code)), tones={"shade": tone})
        for code, tone in _TONES.items()
        if code in names
    ]
    outside = Text("tháng không tính vào bình quân", "a month that does not count")
    away = Row(
        "legend:outside",
        (_SHORT[MonthState.AWAY].of(lang), outside.of(lang)),
        tones={"shade": Tone.OUTSIDE},
    )
    columns = (
        Column("shade", Text("Ô tháng", "Month").of(lang), Shows.CENTRED),
        Column("means", Text("Mức theo điểm của tháng", "Class of the month").of(lang), span=2),
    )
    return Table(columns, (*rows, away), start=1)


def _notes(given: YearGiven) -> Iterator[str]:
    lang, ranking = given.lang, given.ranking
    yield Text(
        f"Điểm hiển thị {given.decimals} chữ số thập phân; xếp loại và xếp hạng theo điểm chưa làm "
        "tròn. Ô “thiếu” là tháng chưa có điểm, không phải 0.",
        f"Points show {given.decimals} decimals; classes and ranks follow the unrounded points. "
        "“none” is a month without a score, it is not 0.",
    ).of(lang)
    codes = "; ".join(f"{code}: {name}" for code, name in given.grades.items())
    yield codes
    closed = [str(p) for p, origin in ranking.origins.items() if origin is Origin.LEDGER]
    if closed:
        yield Text(
            f"Lấy từ sổ đã chốt: {', '.join(closed)}; các kỳ khác tính từ bảng.",
            f"From the ledger: {', '.join(closed)}; the others are computed.",
        ).of(lang)
    assumed = len(assumptions(given.outcome))
    if assumed:
        yield Text(
            f"Kết quả dựa trên {assumed} điểm mà văn bản chưa nói rõ hoặc chưa đối chiếu được, "
            "xem trang “Căn cứ”.",
            f"Points the results rest on that the texts leave open: {assumed}, see “Basis”.",
        ).of(lang)
