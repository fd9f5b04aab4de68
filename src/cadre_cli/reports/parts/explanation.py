"""The sheet "Diễn giải": every person's score as its tree of steps, each number live over the next.

The rows below the common criteria and a, b, c are closed at first; a step that serves several sums
is opened once. What the details show line by line is referred to and not told a second time: of
the tasks only those stand here from which something was taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.report import (
    Block,
    Cell,
    Column,
    Formula,
    Look,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.reports.cited import (
    all_cited,
    decimals_of,
    grade_names,
    grade_shown,
    lacking_of,
    own_reasons,
)
from cadre_cli.reports.explanation import topmost
from cadre_cli.reports.formulas import shown_step
from cadre_cli.reports.keys import EXPLANATION, person_row
from cadre_cli.reports.lines import Lines, lines_of, tasks_by_person
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.sources import cell_words, main_file, unnamed_file
from cadre_cli.rules.schema import RuleSet

NAME = Text("Diễn giải", "Explanation")
_TITLE = Text("DIỄN GIẢI ĐIỂM CỦA TỪNG NGƯỜI", "EVERYBODY'S POINTS EXPLAINED")
_GRID = (50.0, 32.0, 12.0, 24.0, 43.0, 29.0)
_CLOSED_BELOW = frozenset({"common", "a", "b", "c", "d", "dd", "e"})
"""Total, points, result and its parts stand open; criteria and tasks below them are closed."""
_TERMS = 6
"""More numbers than this are not read in one line."""
_SIGNS = {
    Operation.SUM: " + ",
    Operation.DIFFERENCE: " − ",
    Operation.PRODUCT: " × ",
    Operation.RATIO: " ÷ ",
}
WRITTEN = Text("ghi trong bảng", "written in the sheet")
"""How an input came about, by which it is known when a result workbook is read back."""
_HOW = {
    Operation.GIVEN: WRITTEN,
    Operation.CONSTANT: Text("theo quy định", "set by the rule"),
    Operation.CHOSEN: Text("lấy {first}", "{first} is taken"),
    Operation.CAPPED: Text("{first}, không quá {last}", "{first}, at most {last}"),
    Operation.FLOORED: Text("{first}, không dưới {last}", "{first}, at least {last}"),
    Operation.MEAN: Text("trung bình cộng", "mean"),
}
_AS_ABOVE = Text("đã diễn giải ở dòng trên", "explained above")
_IN_DETAILS = Text("xem trang “Chi tiết”", "see the sheet “Details”")


def explanation(
    outcome: Outcome, rules: Mapping[str, RuleSet], lang: str, *, with_details: bool = True
) -> Section:
    """The steps of everybody, parents before what they come from.

    Without the sheet of details in the same workbook every task is told here.
    """
    names = grade_names(rules)
    listed, main = tasks_by_person(outcome.tasks), main_file(outcome)
    rows = tuple(
        row
        for result in outcome.results
        for row in _person(
            result,
            grade_shown(result, names, lang),
            lines_of(result.score, listed.get(result.officer.id, ())) if with_details else Lines(),
            (main, lang),
        )
    )
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang, unnamed_file(outcome, lang)),
        Table(columns(lang), rows, pinned=True),
    )
    return Section(EXPLANATION, NAME.of(lang), WORKING_PAGE, _GRID, blocks, decimals_of(rules))


def columns(lang: str) -> tuple[Column, ...]:
    """The columns with their headings, by which a result workbook is read back."""

    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("step", words("Bước tính", "Step")),
        Column("how", words("Cách tính", "How")),
        Column("value", words("Giá trị", "Value"), Shows.PLAIN),
        Column("cell", words("Ô nguồn", "Source cell")),
        Column("basis", words("Căn cứ", "Basis")),
        Column("note", words("Ghi chú", "Note")),
    )


def _person(
    result: Classification, grade: str, lines: Lines, how: tuple[str | None, str]
) -> Iterator[Row]:
    main, lang = how
    officer = result.officer
    own = person_row(officer)
    where = f" – {officer.unit}" if officer.unit else ""
    yield Row(own, (f"{officer.name}{where}: {grade}",), Look.GROUP)
    tree = _Tree(own, lang, main, lines.cells(officer))
    for root in topmost(result):
        yield from tree.rows(root, 1)
    for place, lacking in enumerate(lacking_of(result)):
        words = Text("Còn thiếu: ", "Lacking: ").of(lang) + lacking.what.of(lang)
        at = cell_words(lacking.at, main)
        yield Row(f"{own}/missing/{place}", (words, None, None, at, None, None), level=1, indent=1)
    for place, reason in enumerate(own_reasons(result)):
        words = Text("Lý do: ", "Reason: ").of(lang) + reason.text.of(lang)
        at = cell_words(reason.at, main)
        cells: tuple[Cell, ...] = (words, None, None, at, all_cited(reason.basis, lang), None)
        yield Row(f"{own}/reason/{place}", cells, level=1, indent=1)


def _plain(step: Step) -> bool:
    """Whether it is quantity × coefficient and nothing else."""
    return step.operation is Operation.PRODUCT and all(not part.inputs for part in step.inputs)


@dataclass(slots=True)
class _Tree:
    """The rows of one person's steps; remembers which row shows which step."""

    own: str
    lang: str
    main: str | None
    details: Mapping[int, Formula]
    shown: dict[int, Formula] = field(default_factory=dict)
    count: int = 0

    def rows(self, step: Step, depth: int, *, folded: bool = False) -> list[Row]:
        """The step's row and all below it. The value is written last: it refers to those below."""
        key = f"{self.own}/{self.count}"
        self.count += 1
        outline = (depth, folded)
        if step.inputs and id(step) in self.shown:
            again = shown_step(step, self.shown)
            return [self._row(key, step, again, _AS_ABOVE.of(self.lang), outline)]
        self.shown[id(step)] = Ref(EXPLANATION, key, "value")
        closed = folded or step.key in _CLOSED_BELOW
        opened = self._opened(step)
        below = [row for part in opened for row in self.rows(part, depth + 1, folded=closed)]
        if id(step) in self.details and opened != step.inputs:
            value = shown_step(step, self.details)
            return [self._row(key, step, value, _IN_DETAILS.of(self.lang), outline), *below]
        inputs = {id(part): self.shown[id(part)] for part in opened}
        value = shown_step(step, inputs) if step.inputs else step.value
        return [self._row(key, step, value, self._how(step), outline), *below]

    def _opened(self, step: Step) -> tuple[Step, ...]:
        """The inputs that get rows of their own: of the details, what was taken from a task."""
        if id(step) not in self.details:
            return step.inputs
        if step.operation is Operation.SUM:
            return tuple(part for part in step.inputs if not _plain(part))
        return () if _plain(step) else step.inputs

    def _row(self, key: str, step: Step, value: Cell, how: str, outline: tuple[int, bool]) -> Row:
        depth, folded = outline
        cells: tuple[Cell, ...] = (
            step.label.of(self.lang),
            how,
            value,
            cell_words(step.at, self.main),
            all_cited(step.basis, self.lang),
            None if step.note is None else step.note.of(self.lang),
        )
        return Row(key, cells, level=depth, folded=folded, indent=depth)

    def _how(self, step: Step) -> str:
        if step.operation in _SIGNS and step.inputs:
            return self._terms([part.value for part in step.inputs], _SIGNS[step.operation])
        words = _HOW.get(step.operation)
        if words is None:
            return ""
        values = [part.value for part in step.inputs] or [step.value]
        return words.fill(first=values[0], last=values[-1]).of(self.lang)

    def _terms(self, values: list[Fraction], sign: str) -> str:
        if len(values) > _TERMS:
            words = Text("tổng của {count} số", "sum of {count} numbers")
            return words.fill(count=len(values)).of(self.lang)
        return sign.join(shown(value, self.lang) for value in values)
