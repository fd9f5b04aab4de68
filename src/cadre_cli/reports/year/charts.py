"""The sheet "Biểu đồ": the course of each unit, people by class, and the change from last year."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from cadre_cli.domain.report import (
    Block,
    Call,
    Cell,
    Chart,
    ChartKind,
    Charts,
    Column,
    Computed,
    Down,
    Function,
    Line,
    Row,
    Section,
    Series,
    Shows,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.reports.formulas import counted
from cadre_cli.reports.frames import unit_by_month
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.year.given import CHARTS, YearGiven, month_column, year_cell
from cadre_cli.reports.year.spans import unit_down
from cadre_cli.reports.year.words import grade_words

NAME = Text("Biểu đồ", "Charts")
_TITLE = Text("DIỄN BIẾN TRONG NĂM", "THE COURSE OF THE YEAR")
_COURSE = Text("Điểm bình quân của từng đơn vị theo tháng", "Mean of each unit by month")
_CLASSES = Text("Số người theo mức xếp loại", "People by class")
_NO_LAST_YEAR = Text(
    "Không có số liệu năm trước để so sánh.", "There is no year before to compare with."
)
_MOST_UNITS = 8
"""More lines than this nobody can tell apart in black and white."""


def charts(given: YearGiven) -> Section:
    """Tables first, whose cells the charts draw."""
    lang = given.lang
    means = unit_by_month(given.ranking)
    units = [str(unit) for unit in means.index][:_MOST_UNITS]
    course = _course(given, units)
    classes = _classes(given)
    blocks: list[Block] = [*plain_title(_TITLE.of(lang), given.outcome, lang)]
    drawn: list[Chart] = []
    if units and course.rows:
        first, last = course.rows[0].key, course.rows[-1].key
        drawn.append(
            Chart(
                _COURSE.of(lang),
                ChartKind.LINES,
                Down(CHARTS, first, last, "month"),
                tuple(
                    Series(unit, Down(CHARTS, first, last, f"unit{n}"))
                    for n, unit in enumerate(units)
                ),
                Shows.POINTS,
                100,
                _COURSE.of(lang),
            )
        )
    first, last = classes.rows[0].key, classes.rows[-1].key
    years = [(str(given.ranking.year), "now")]
    if given.before is not None:
        years.insert(0, (str(given.before.year), "before"))
    drawn.append(
        Chart(
            _CLASSES.of(lang),
            ChartKind.COLUMNS,
            Down(CHARTS, first, last, "class"),
            tuple(Series(name, Down(CHARTS, first, last, column)) for name, column in years),
            about=_CLASSES.of(lang),
        )
    )
    blocks.append(Charts(tuple(drawn), rows=18))
    if given.before is None:
        blocks.append(note(_NO_LAST_YEAR.of(lang)))
    blocks += [Line("", size=8), classes, Line("", size=8)]
    if units:
        blocks.append(course)
    grid = (14.0, *(16.0,) * max(4, len(units)))
    return Section(CHARTS, NAME.of(lang), WORKING_PAGE, grid, tuple(blocks), given.decimals)


def _course(given: YearGiven, units: list[str]) -> Table:
    lang = given.lang
    columns = (
        Column("month", Text("Tháng", "Month").of(lang), Shows.WHOLE),
        *(Column(f"unit{n}", unit, Shows.POINTS) for n, unit in enumerate(units)),
    )
    rows = tuple(
        Row(f"course:{month}", (month, *(_mean(given, unit, month) for unit in units)))
        for month in range(1, 13)
        if any(_mean(given, unit, month) is not None for unit in units)
    )
    return Table(columns, rows)


def _mean(given: YearGiven, unit: str, month: int) -> Cell:
    """The mean of a unit's people whose month counts, over their cells in the year's table."""
    counting = [
        person
        for person in given.ranking.people
        if person.officer.unit == unit and person.months[month - 1].total is not None
    ]
    totals = [person.months[month - 1].total or Fraction(0) for person in counting]
    if not totals:
        return None
    cells = tuple(year_cell(person, month_column(month)) for person in counting)
    return Computed(sum(totals, Fraction(0)) / len(totals), Call(Function.AVERAGE, cells))


def _classes(given: YearGiven) -> Table:
    lang, ranking = given.lang, given.ranking
    found = [grade_words(person, lang) for person in ranking.people]
    words = list(dict.fromkeys([*given.grades, *found]))
    before = Counter(grade_words(p, lang) for p in given.before.people) if given.before else None
    columns = [Column("class", Text("Mức", "Class").of(lang))]
    if given.before is not None:
        columns.append(Column("before", str(given.before.year), Shows.WHOLE))
        words = list(dict.fromkeys([*words, *(before or ())]))
    columns.append(Column("now", str(ranking.year), Shows.WHOLE))
    down = unit_down(given, None, "grade")
    rows: list[Row] = []
    for n, word in enumerate(words):
        now: Cell = 0 if down is None else counted(found, word, down)
        cells: list[Cell] = [word]
        if before is not None:
            cells.append(before[word])
        rows.append(Row(f"class:{n}", (*cells, now)))
    return Table(tuple(columns), tuple(rows))
