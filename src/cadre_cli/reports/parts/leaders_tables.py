"""The numbers of the leaders' page: live formulas over “Tổng hợp” and “Chi tiết”, by class, unit and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.report import (
    Binary,
    Call,
    Cell,
    Column,
    Computed,
    Constant,
    Down,
    Formula,
    Function,
    Look,
    Operator,
    Ref,
    Row,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import INCOMPLETE, NOT_CLASSIFIED, grade_shown
from cadre_cli.reports.formulas import number
from cadre_cli.reports.keys import DETAILS, LEADERS, SUMMARY, person_row, task_row
from cadre_cli.reports.lines import lines_of, tasks_by_person
from cadre_cli.reports.timeliness import Timeliness, timeliness, times_counted
from cadre_cli.reports.units import Unit, by_unit

ALL = "unit:all"
TOP_CLASSES = 2
"""The classes counted as good: the two highest, "Hoàn thành tốt nhiệm vụ" and above."""


@dataclass(frozen=True, slots=True)
class GradeClass:
    """A class as the page counts it; people without one are of a class, too."""

    key: str
    word: str
    """As the summary writes it, which formulas look for."""
    short: str
    rated: bool = True


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything the page counts; each cell's value is worked out here and its formula beside it."""

    outcome: Outcome
    names: Mapping[str, str]
    lang: str

    def classes(self) -> tuple[GradeClass, ...]:
        """From the highest to the lowest, then those without."""
        rated = [
            GradeClass(code, name, name.removesuffix(" nhiệm vụ"))
            for code, name in self.names.items()
        ]
        for key, words in (("incomplete", INCOMPLETE), ("none", NOT_CLASSIFIED)):
            word = words.of(self.lang)
            rated.append(GradeClass(key, word, word, rated=False))
        return tuple(rated)

    def units(self) -> tuple[Unit, ...]:
        """In the order of the other sheets."""
        return by_unit(self.outcome.results)

    def class_table(self) -> Table:
        """People by class."""
        everybody = [result for unit in self.units() for result in unit.results]
        rows = [
            Row(f"class:{each.key}", (each.short, self._of_class(everybody, each.word)))
            for each in self.classes()
        ]
        total = _sum([row.cells[1] for row in rows], rows[0].key, rows[-1].key, "people")
        rows.append(Row("class:all", (self._words("Tổng số", "All"), total), Look.TOTAL))
        columns = (
            Column("class", self._words("Xếp loại đề nghị", "Class proposed")),
            Column("people", self._words("Số người", "People"), Shows.WHOLE, span=2),
        )
        return Table(columns, tuple(rows))

    def unit_table(self) -> Table:
        """Classes, mean and timeliness of each unit, and of all."""
        units, classes = self.units(), self.classes()
        group = self._words("Số người theo xếp loại", "People by class")
        tasks = self._words("Số việc", "Tasks")
        columns = (
            Column("unit", self._words("Đơn vị", "Unit")),
            *(Column(each.key, each.short, Shows.WHOLE, group) for each in classes),
            Column("mean", self._words("Điểm trung bình", "Mean"), Shows.POINTS),
            *(
                Column(each.name, each.words.of(self.lang), Shows.WHOLE, tasks)
                for each in Timeliness
            ),
            Column("on_time", self._words("Tỷ lệ đúng hạn", "On time"), Shows.SHARE),
        )
        rows = [self._unit(f"unit:{place}", unit) for place, unit in enumerate(units)]
        sums = [
            _sum([row.cells[at] for row in rows], rows[0].key, rows[-1].key, column.key)
            for at, column in enumerate(columns)
            if column.shows is Shows.WHOLE
        ]
        everybody = [result for unit in units for result in unit.results]
        counts, times = sums[: len(classes)], sums[len(classes) :]
        cells = (self._words("Cả cơ quan", "The office"), *counts, self._mean(everybody), *times)
        rows.append(Row(ALL, (*cells, _on_time(ALL, times)), Look.TOTAL))
        return Table(columns, tuple(rows))

    def headline(self, classes: Table, units: Table) -> Table:
        """The few numbers that are read first."""
        people = classes.rows[-1].cells[1]
        last_class = [each.key for each in self.classes() if each.rated][-1]
        first = f"class:{self.classes()[0].key}"
        down = Down(LEADERS, first, f"class:{last_class}", "people")
        rated = _value(self._rated_rows(classes))
        good = _value(classes.rows[:TOP_CLASSES])
        top = Call(
            Function.SUM, (Down(LEADERS, first, classes.rows[TOP_CLASSES - 1].key, "people"),)
        )
        share = Binary(Operator.DIVIDE, top, Ref(LEADERS, "headline", "rated"))
        errors = sum(each.severity is Severity.ERROR for each in self.outcome.findings)
        names = [column.key for column in units.columns]
        total = dict(zip(names, units.rows[-1].cells, strict=True))
        cells: tuple[Cell, ...] = (
            _again(people, Ref(LEADERS, "class:all", "people")),
            Computed(rated, Call(Function.SUM, (down,))),
            Computed(good / rated, share) if rated else None,
            _again(total["mean"], Ref(LEADERS, ALL, "mean")),
            _again(total["on_time"], Ref(LEADERS, ALL, "on_time")),
            errors,
        )
        columns = (
            Column("people", self._words("Số người", "People"), Shows.WHOLE),
            Column("rated", self._words("Đã xếp loại", "Classified"), Shows.WHOLE, span=2),
            Column("good", self._words("Từ Tốt trở lên", "Good or better"), Shows.SHARE, span=3),
            Column("mean", self._words("Điểm trung bình", "Mean"), Shows.POINTS, span=2),
            Column("on_time", self._words("Việc đúng hạn", "Tasks on time"), Shows.SHARE, span=2),
            Column("errors", self._words("Lỗi cần xử lý", "Errors"), Shows.WHOLE, span=2),
        )
        return Table(columns, (Row("headline", cells, Look.TOTAL),))

    def month_table(self, headline: Table, beside: Sequence[Outcome]) -> Table:
        """This period below those before it."""
        keys = ("people", "rated", "good", "mean", "on_time")
        names = [column.key for column in headline.columns]
        own = dict(zip(names, headline.rows[0].cells, strict=True))
        rows = [Row(f"month:{each.period}", (self._period(each), *_plain(each))) for each in beside]
        cells = tuple(_again(own[key], Ref(LEADERS, "headline", key)) for key in keys)
        rows.append(Row(f"month:{self.outcome.period}", (self._period(self.outcome), *cells)))
        columns = (
            Column("month", self._words("Kỳ", "Period"), Shows.CENTRED),
            Column("people", self._words("Số người", "People"), Shows.WHOLE, span=2),
            Column("rated", self._words("Đã xếp loại", "Classified"), Shows.WHOLE, span=2),
            Column("good", self._words("Từ Tốt trở lên", "Good or better"), Shows.SHARE, span=2),
            Column("mean", self._words("Điểm trung bình", "Mean"), Shows.POINTS, span=2),
            Column("on_time", self._words("Việc đúng hạn", "Tasks on time"), Shows.SHARE, span=3),
        )
        return Table(columns, tuple(rows))

    def _unit(self, key: str, unit: Unit) -> Row:
        counts = [self._of_class(unit.results, each.word) for each in self.classes()]
        times = self._times(unit)
        cells = (unit.title.of(self.lang), *counts, self._mean(unit.results), *times)
        return Row(key, (*cells, _on_time(key, times)))

    def _of_class(self, people: Sequence[Classification], word: str) -> Cell:
        count = sum(grade_shown(result, self.names, self.lang) == word for result in people)
        down = _people(people, "grade")
        return Computed(Fraction(count), Call(Function.COUNTIF, (down, Constant(word))))

    def _mean(self, people: Sequence[Classification]) -> Cell:
        roots = [each.score.root for each in people]
        totals = [root.value for root in roots if root is not None]
        if not totals:
            return None
        mean = sum(totals, Fraction(0)) / len(totals)
        return Computed(mean, Call(Function.AVERAGE, (_people(people, "total"),)))

    def _times(self, unit: Unit) -> list[Cell]:
        """How many tasks of a unit are of each timeliness; blank where nobody's tasks are listed."""
        listed = tasks_by_person(self.outcome.tasks)
        found: Counter[Timeliness | None] = Counter()
        first = last = None
        for result in unit.results:
            lines = lines_of(result.score, listed.get(result.officer.id, ())).lines
            if lines:
                first = first or task_row(result.officer, 1)
                last = person_row(result.officer)
            found.update(timeliness(line) for line in lines)
        if first is None or last is None or not any(each is not None for each in found):
            return [None] * len(Timeliness)
        down = Down(DETAILS, first, last, "timeliness")
        return [
            Computed(
                Fraction(found[each]),
                Call(Function.COUNTIF, (down, Constant(each.words.of(self.lang)))),
            )
            for each in Timeliness
        ]

    def _rated_rows(self, classes: Table) -> list[Row]:
        keys = {f"class:{each.key}" for each in self.classes() if each.rated}
        return [row for row in classes.rows if row.key in keys]

    def _period(self, outcome: Outcome) -> str:
        return "" if outcome.period is None else outcome.period.title.of(self.lang)

    def _words(self, vi: str, en: str) -> str:
        return Text(vi, en).of(self.lang)


def _plain(outcome: Outcome) -> tuple[Cell, ...]:
    """The numbers of another period, whose cells stand in another workbook."""
    grades = Counter(each.grade for each in outcome.results if each.grade is not None)
    rated = grades.total()
    good = grades["HTXS"] + grades["HTT"]
    roots = [each.score.root for each in outcome.results]
    totals = [root.value for root in roots if root is not None]
    times = times_counted(outcome)
    return (
        len(outcome.results),
        rated,
        Fraction(good, rated) if rated else None,
        sum(totals, Fraction(0)) / len(totals) if totals else None,
        Fraction(times[Timeliness.ON_TIME], times.total()) if times else None,
    )


def _people(people: Sequence[Classification], column: str) -> Down:
    return Down(SUMMARY, person_row(people[0].officer), person_row(people[-1].officer), column)


def _sum(cells: Sequence[Cell], first: str, last: str, column: str) -> Cell:
    """The sum of a column of this page; of nothing known it is blank, not 0."""
    known = [value for cell in cells if (value := number(cell)) is not None]
    if not known:
        return None
    down = Down(LEADERS, first, last, column)
    return Computed(sum(known, Fraction(0)), Call(Function.SUM, (down,)))


def _on_time(row: str, times: Sequence[Cell]) -> Cell:
    """What part of the tasks with a result was on time."""
    known = [number(cell) or Fraction(0) for cell in times]
    if not any(known):
        return None
    keys = [each.name for each in Timeliness]
    every: Formula = Call(Function.SUM, tuple(Ref(LEADERS, row, key) for key in keys))
    share = Binary(Operator.DIVIDE, Ref(LEADERS, row, keys[0]), every)
    return Computed(known[0] / sum(known), share)


def _again(cell: Cell, at: Ref) -> Cell:
    """A number shown a second time: the cell it stands in."""
    value = number(cell)
    return None if value is None else Computed(value, at)


def _value(rows: Iterable[Row]) -> Fraction:
    return sum((number(row.cells[1]) or Fraction(0) for row in rows), Fraction(0))
