"""The sheet "Chi tiết": every task of every person, from the office's own cells to a, b and c."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import (
    Block,
    Cell,
    Column,
    Down,
    Formula,
    Look,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import INCOMPLETE, decimals_of
from cadre_cli.reports.formulas import shown_step, summed
from cadre_cli.reports.keys import DETAILS, person_row, task_row
from cadre_cli.reports.lines import SUMS, TaskLine, lines_of, tasks_by_person
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.sources import cell_words, main_file, unnamed_file
from cadre_cli.reports.timeliness import timeliness
from cadre_cli.reports.units import by_unit
from cadre_cli.rules.schema import RuleSet

NAME = Text("Chi tiết", "Details")
_TITLE = Text("CHI TIẾT SẢN PHẨM, CÔNG VIỆC CỦA TỪNG NGƯỜI", "EVERYBODY'S PRODUCTS AND TASKS")
_GRID = (
    4.5, 18.0, 6.0, 9.0, 34.0, 10.5, 7.0, 7.5, 8.0, 7.5, 7.5, 9.0, 9.0, 9.0, 9.0, 9.5, 17.0, 26.0,
)  # fmt: skip
_INPUTS = {
    "coefficient": "coefficient",
    "assigned_count": "assigned",
    "finished_count": "finished",
    "failures": "failures",
    "latenesses": "latenesses",
}
"""Columns of inputs and the fields of a task behind them."""
_CATEGORIES = {
    Category.PLANNED: Text("Kế hoạch", "Planned"),
    Category.UNPLANNED: Text("Đột xuất", "Unplanned"),
    Category.TAKEN_OVER: Text("Nhận thay", "Taken over"),
    Category.HANDED_OVER: Text("Chuyển giao", "Handed over"),
    Category.UNKNOWN: Text("Chưa rõ", "Not clear"),
}


def details(outcome: Outcome, rules: Mapping[str, RuleSet], lang: str) -> Section:
    """All tasks by person, each person's sums below."""
    listed = tasks_by_person(outcome.tasks)
    rows = tuple(
        row
        for unit in by_unit(outcome.results)
        for result in unit.results
        for row in _person(result, listed.get(result.officer.id, ()), outcome, lang)
    )
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang, unnamed_file(outcome, lang)),
        Table(columns(lang), rows, numbered=True, pinned=True, pinned_columns=2, continued=True),
    )
    return Section(DETAILS, NAME.of(lang), WORKING_PAGE, _GRID, blocks, decimals_of(rules))


def columns(lang: str) -> tuple[Column, ...]:
    """The columns with their headings, by which a result workbook is read back."""

    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    count, times = words("Số lượng", "Quantity"), words("Số lần", "Times")
    converted = words("Quy đổi (hệ số × số lượng)", "Converted (coefficient × quantity)")
    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("owner", words("Người thực hiện", "Owner")),
        Column("task_number", words("Số việc", "Task no."), Shows.CENTRED),
        Column("code", words("Mã", "Code"), Shows.CENTRED),
        Column("content", words("Nội dung công việc", "Task")),
        Column("category", words("Loại", "Category"), Shows.CENTRED),
        Column("coefficient", words("Hệ số", "Coeffi-cient"), Shows.PLAIN),
        Column("assigned_count", words("Giao", "As-signed"), Shows.PLAIN, count),
        Column("finished_count", words("Hoàn thành", "Done"), Shows.PLAIN, count),
        Column("failures", words("Chưa đạt", "Failed"), Shows.PLAIN, times),
        Column("latenesses", words("Chậm", "Late"), Shows.PLAIN, times),
        Column("assigned", words("Được giao", "Assigned"), Shows.POINTS, converted),
        Column("done", words("Hoàn thành", "Done"), Shows.POINTS, converted),
        Column("quality", words("Đạt chất lượng", "Of quality"), Shows.POINTS, converted),
        Column("progress", words("Đúng tiến độ", "On time"), Shows.POINTS, converted),
        Column("timeliness", words("Tiến độ", "Timeliness"), Shows.CENTRED),
        Column("source", words("Ô nguồn", "Source cell")),
        Column("note", words("Miễn trừ, ghi chú", "Exemption, notes")),
    )


def _person(
    result: Classification, tasks: tuple[Task, ...], outcome: Outcome, lang: str
) -> Iterator[Row]:
    found = lines_of(result.score, tasks)
    if not found.lines:
        return
    main = main_file(outcome)
    own = person_row(result.officer)
    rows = [
        _line(task_row(result.officer, place), place, line, result.officer.name, (main, lang))
        for place, line in enumerate(found.lines, 1)
    ]
    yield from rows
    keys = [column.key for column in columns(lang)]
    sums: dict[str, Cell] = {}
    known = {column for column, _ in found.sums}
    for column in SUMS:
        if column in known:
            cells = [row.cells[keys.index(column)] for row in rows]
            sums[column] = summed(cells, Down(DETAILS, rows[0].key, rows[-1].key, column))
    label = Text("Cộng", "Sum").of(lang)
    head: dict[str, Cell] = {"content": f"{label}: {result.officer.name}"}
    if not sums:
        head["note"] = INCOMPLETE.of(lang)
    yield Row(own, tuple((head | sums).get(key) for key in keys), Look.SUBTOTAL)


def _line(key: str, place: int, line: TaskLine, owner: str, how: tuple[str | None, str]) -> Row:
    main, lang = how
    task, state = line.task, timeliness(line)
    cells: dict[str, Cell] = {
        "number": place,
        "owner": owner,
        "task_number": task.number if task else None,
        "code": task.code if task else None,
        "content": (task.content or task.product) if task else line.name,
        "category": _CATEGORIES[task.category].of(lang) if task else None,
        **_numbers(key, line),
        "timeliness": None if state is None else state.words.of(lang),
        "source": cell_words(_first_cell(line), main),
        "note": "; ".join(note.of(lang) for note in line.notes()),
    }
    return Row(key, tuple(cells[column.key] for column in columns(lang)))


def _numbers(key: str, line: TaskLine) -> dict[str, Cell]:
    """The inputs of a row and its converted quantities as formulas over them."""
    known: dict[int, Formula] = {}
    cells: dict[str, Cell] = {}
    for column, field in _INPUTS.items():
        step = line.leaf(column)
        cells[column] = _written(line.task, field) if step is None else shown_step(step, known)
        if step is not None:
            known.setdefault(id(step), Ref(DETAILS, key, column))
    for column in SUMS:
        step = line.steps.get(column)
        cells[column] = None if step is None else shown_step(step, known)
        if step is not None:
            known.setdefault(id(step), Ref(DETAILS, key, column))
    return cells


def _written(task: Task | None, field: str) -> Cell:
    """The office's own number where the score did not need it; unknown stays blank."""
    value = None if task is None else getattr(task, field)
    return value if isinstance(value, Decimal) else None


def _first_cell(line: TaskLine) -> CellRef | None:
    if line.task is not None:
        return line.task.at.cell("content", "code", "number")
    leaves = (part.at for step in line.steps.values() for part in step.walk())
    return next((at for at in leaves if at is not None), None)
