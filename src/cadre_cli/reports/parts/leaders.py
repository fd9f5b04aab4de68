"""The leaders' page: a period at a glance, in charts over cells of the same workbook.

Every number is a formula over the sheets “Tổng hợp” and “Chi tiết” beside it; only the months
before stand as numbers, each from the result of its own month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cadre_cli.domain.report import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Charts,
    Down,
    Line,
    Look,
    Section,
    Series,
    Shows,
    Table,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.reports.cited import decimals_of, grade_names
from cadre_cli.reports.formulas import number
from cadre_cli.reports.keys import LEADERS
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.parts.leaders_tables import Numbers
from cadre_cli.rules.schema import RuleSet

NAME = Text("Biểu đồ", "Charts")
_TITLE = Text("TÌNH HÌNH ĐÁNH GIÁ, XẾP LOẠI TRONG KỲ", "THE PERIOD AT A GLANCE")
_GRID = (30.0, *(8.5,) * 6, 8.5, *(8.0,) * 3, 10.0)
_ROWS = 12
"""Two rows of charts and the numbers above them make a page."""
_SIDE_BY_SIDE = 7
"""Units that still have room in half a page; more get charts over the whole width, row by row."""
_FEWER_ROWS, _ROWS_BESIDE = 10, 5
_IN_ONE_CHART = 20
_CLASSES = Text("Số người theo mức xếp loại", "People by class")
_UNITS = Text("Mức xếp loại theo đơn vị", "Classes by unit")
_ON_TIME = Text("Tỷ lệ việc đúng hạn theo đơn vị", "Tasks on time by unit")
_TREND = Text("Xu hướng các kỳ", "Over time")
_GOOD = Text("Từ Tốt trở lên", "Good or better")
_PUNCTUAL = Text("Việc đúng hạn", "Tasks on time")
_NUMBERS = Text("SỐ LIỆU CỦA BIỂU ĐỒ", "THE NUMBERS BEHIND THE CHARTS")
_NO_TIMES = Text(
    "Cách tính điểm của kỳ này không tách phần tiến độ, nên không có tỷ lệ việc đúng hạn.",
    "The period's rule does not score progress apart, so there is no share of tasks on time.",
)
_WHAT_IS_ON_TIME = Text(
    "Việc đúng hạn: việc đã xong, không bị trừ điểm vì chậm (chậm do nguyên nhân khách quan đã được "
    "xác nhận thì không trừ); tỷ lệ tính trên các việc đã có kết quả.",
    "On time: finished, and nothing taken off for lateness (an excused lateness takes nothing off); "
    "of all tasks with a result.",
)
_BEFORE = Text("Số của các kỳ trước lấy từ: {files}.", "Earlier periods are taken from: {files}.")


def leaders(
    outcome: Outcome, rules: Mapping[str, RuleSet], beside: Sequence[Outcome], lang: str
) -> Section:
    """Charts first, the numbers they are drawn from below them."""
    numbers = Numbers(outcome, grade_names(rules), lang)
    classes, units = numbers.class_table(), numbers.unit_table()
    headline = numbers.headline(classes, units)
    before = _before(outcome, beside)
    months = numbers.month_table(headline, before)
    known = _has_times(units)
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang),
        headline,
        Line("", size=6),
        *_charts(classes, units, months, lang),
        Line("", size=8),
        Line(_NUMBERS.of(lang), bold=True, size=12),
        classes,
        Line("", size=8),
        units,
        *((Line("", size=8), months) if before else ()),
        note((_WHAT_IS_ON_TIME if known else _NO_TIMES).of(lang)),
        *_sources(before, lang),
    )
    return Section(LEADERS, NAME.of(lang), WORKING_PAGE, _GRID, blocks, decimals_of(rules))


def _before(outcome: Outcome, beside: Sequence[Outcome]) -> list[Outcome]:
    """The periods of the same length within a year up to this one.

    A later month never changes an earlier page; what lies further back was scored by other rules.
    """
    own = outcome.period
    if own is None:
        return []
    since = own.first_day.replace(year=own.year - 1)
    same = [
        (each.period, each)
        for each in beside
        if each.period is not None
        and each.period.unit is own.unit
        and since < each.period.first_day < own.first_day
    ]
    return [each for _, each in sorted(same, key=lambda pair: pair[0])]


def _charts(classes: Table, units: Table, months: Table, lang: str) -> Iterator[Block]:
    by_class = _by_class(classes, lang)
    by_unit = list(_by_unit(units, lang))
    on_time = list(_on_time(units, lang)) if _has_times(units) else []
    trend = [_trend(months, lang)] if len(months.rows) > 1 else []
    if len(units.rows) - 1 <= _SIDE_BY_SIDE:
        first, *rest = [by_class, *by_unit, *trend, *on_time]
        yield Charts((first, *rest[:1]), _ROWS)
        if rest[1:]:
            yield Charts(tuple(rest[1:]), _ROWS)
        return
    yield Charts((by_class, *trend), _FEWER_ROWS)
    drawn = [
        min(_IN_ONE_CHART, len(units.rows) - 1 - at)
        for at in range(0, len(units.rows) - 1, _IN_ONE_CHART)
    ]
    for bars, chart in zip(drawn * 2, (*by_unit, *on_time), strict=False):
        yield Charts((chart,), _ROWS_BESIDE + bars)


def _by_class(classes: Table, lang: str) -> Chart:
    first, last = classes.rows[0].key, classes.rows[-2].key
    values = Down(LEADERS, first, last, "people")
    told = [(row.cells[0], row.cells[1]) for row in classes.rows[:-1]]
    return Chart(
        _CLASSES.of(lang),
        ChartKind.COLUMNS,
        Down(LEADERS, first, last, "class"),
        (Series(_CLASSES.of(lang), values),),
        about=_told(_CLASSES.of(lang), told),
    )


def _by_unit(units: Table, lang: str) -> Iterator[Chart]:
    """One chart, or several where there are more units than a page shows."""
    counted = [
        column for column in units.columns[1:] if column.shows is Shows.WHOLE and column.group
    ]
    group = counted[0].group
    shown_columns = [column for column in counted if column.group == group]
    for first, last in _pieces(units):
        yield Chart(
            _UNITS.of(lang),
            ChartKind.STACKED_BARS,
            Down(LEADERS, first, last, "unit"),
            tuple(
                Series(column.heading, Down(LEADERS, first, last, column.key))
                for column in shown_columns
            ),
        )


def _on_time(units: Table, lang: str) -> Iterator[Chart]:
    told = [(row.cells[0], row.cells[-1]) for row in units.rows if row.look is not Look.TOTAL]
    for first, last in _pieces(units):
        yield Chart(
            _ON_TIME.of(lang),
            ChartKind.BARS,
            Down(LEADERS, first, last, "unit"),
            (Series(_PUNCTUAL.of(lang), Down(LEADERS, first, last, "on_time")),),
            Shows.SHARE,
            1.15,
            _told(_ON_TIME.of(lang), told),
        )


def _trend(months: Table, lang: str) -> Chart:
    first, last = months.rows[0].key, months.rows[-1].key
    columns = [column.key for column in months.columns]
    known = [
        (key, words)
        for key, words in (("good", _GOOD), ("on_time", _PUNCTUAL))
        if any(row.cells[columns.index(key)] is not None for row in months.rows)
    ]
    return Chart(
        _TREND.of(lang),
        ChartKind.LINES,
        Down(LEADERS, first, last, "month"),
        tuple(Series(words.of(lang), Down(LEADERS, first, last, key)) for key, words in known),
        Shows.SHARE,
        1.15,
    )


def _pieces(units: Table) -> Iterator[tuple[str, str]]:
    rows = [row for row in units.rows if row.look is not Look.TOTAL]
    for start in range(0, len(rows), _IN_ONE_CHART):
        piece = rows[start : start + _IN_ONE_CHART]
        yield piece[0].key, piece[-1].key


def _has_times(units: Table) -> bool:
    return any(row.cells[-1] is not None for row in units.rows)


def _told(title: str, told: Sequence[tuple[Cell, Cell]]) -> str:
    """A chart in words: what each bar is and how long."""
    words = [f"{name} {shown(number(value))}" for name, value in told if number(value) is not None]
    return f"{title}: {'; '.join(words)}."


def _sources(before: Sequence[Outcome], lang: str) -> Iterator[Line]:
    files = dict.fromkeys(
        source.file for each in before for source in each.sources if not source.shared
    )
    if files:
        yield note(_BEFORE.fill(files=", ".join(files)).of(lang))
