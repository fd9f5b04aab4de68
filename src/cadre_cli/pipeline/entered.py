"""The numbers that went into each person's result, as a result workbook shows them.

“Chi tiết” has them task by task, “Diễn giải” for everything else. They tell why two results differ
where one of them is a workbook whose sources are no longer at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.comparison import Cause, CauseKind, Entered
from cadre_cli.domain.grid import Cell, Grid, Workbook
from cadre_cli.domain.report import Column
from cadre_cli.domain.texts import verbatim
from cadre_cli.reports.parts import details, explanation
from cadre_cli.vietnamese.text import clean, key

_TASK = ("category", "coefficient", "assigned_count", "finished_count", "failures", "latenesses")
_GIVEN = frozenset(key(explanation.WRITTEN.of(lang)) for lang in ("vi", "en"))
_CLOSE = Fraction(1, 10**8)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was entered; `under` counts the steps, so that inputs of one step are known as such."""

    entered: Entered
    under: int = 0


def entered_by_person(workbook: Workbook) -> Mapping[str, tuple[Entered, ...]]:
    """Person's name (as compared) → what was entered for them; homonyms are left out."""
    listed: dict[str, list[_Read]] = {}
    shared: set[str] = set()
    for grid in workbook.grids:
        for reading in (_tasks, _steps):
            blocks: dict[str, int] = {}
            for name, block, entered in reading(grid):
                if blocks.setdefault(name, block) != block:
                    shared.add(name)
                listed.setdefault(name, []).append(entered)
    return {
        name: tuple(_each_task_once(read)) for name, read in listed.items() if name not in shared
    }


def _each_task_once(listed: Sequence[_Read]) -> Iterator[Entered]:
    """Without what the steps say once more of a task that stands in the details."""
    tasks = {_row_of(each.entered.cell) for each in listed if each.entered.column}
    of_tasks = {each.under for each in listed if _row_of(each.entered.cell) in tasks}
    for each in listed:
        if each.entered.column or each.under not in of_tasks:
            yield each.entered


def _row_of(cell: str) -> tuple[str, str]:
    """The sheet and row of `'Giao việc'!D12`, as it is written."""
    sheet, _, place = cell.rpartition("!")
    return sheet, place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def causes_between(a: tuple[Entered, ...], b: tuple[Entered, ...]) -> tuple[Cause, ...]:
    """What was entered otherwise for one person; a line with a new number is one cause a number."""
    left, right = _by_name(a), _by_name(b)
    lines_a, lines_b = {each.what for each in a}, {each.what for each in b}
    causes: list[Cause] = []
    told: set[str] = set()
    for name in (*left, *(other for other in right if other not in left)):
        one, other = left.get(name), right.get(name)
        what = name[0]
        if one is not None and other is not None:
            if not _same(one.value, other.value):
                said = f"{what}: {one.column}" if one.column else what
                causes.append(
                    Cause(
                        CauseKind.CELL,
                        verbatim(said),
                        one.value,
                        other.value,
                        one.cell,
                        other.cell,
                    )
                )
        elif what not in told and (what not in lines_a or what not in lines_b):
            told.add(what)
            kind = CauseKind.REMOVED if other is None else CauseKind.ADDED
            here = one or other
            cell = "" if here is None else here.cell
            at_a, at_b = (cell, "") if other is None else ("", cell)
            causes.append(Cause(kind, verbatim(what), at_a=at_a, at_b=at_b))
    return tuple(causes)


def _by_name(entered: tuple[Entered, ...]) -> dict[tuple[str, str, int], Entered]:
    """Lines by what they are about; the same words twice are told apart by their order."""
    found: dict[tuple[str, str, int], Entered] = {}
    for each in entered:
        place = 0
        while (each.what, each.column, place) in found:
            place += 1
        found[each.what, each.column, place] = each
    return found


def _same(one: Fraction | str | None, other: Fraction | str | None) -> bool:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other) <= _CLOSE
    return one == other


def _tasks(grid: Grid) -> Iterator[tuple[str, int, _Read]]:
    """The tasks of the sheet “Chi tiết”: a block of rows a person, the sums end it."""
    head = _heading(grid, details.columns, ("owner", "content", "coefficient", "source"))
    if head is None:
        return
    first, columns, headings = head
    block = 0
    for row in range(first, max(grid.rows, default=0) + 1):
        cells = grid.rows.get(row, {})
        owner = _text(cells.get(columns["owner"]))
        if not owner or not isinstance(_value(cells.get(columns["number"])), Fraction):
            block += 1
            continue
        names = (_text(cells.get(columns[name])) for name in ("task_number", "content"))
        what = " ".join(part for part in names if part)
        source = _text(cells.get(columns["source"]))
        for name in _TASK:
            value = _value(cells.get(columns[name]))
            yield key(owner), block, _Read(Entered(what, headings[name], value, source))


def _steps(grid: Grid) -> Iterator[tuple[str, int, _Read]]:
    """What the sheet “Diễn giải” says is written in a cell, person by person."""
    head = _heading(grid, explanation.columns, ("step", "how", "value", "cell"))
    if head is None:
        return
    first, columns, _ = head
    owner, under, block = "", 1, 0
    for row in range(first, max(grid.rows, default=0) + 1):
        cells = grid.rows.get(row, {})
        if set(cells) == {columns["step"]}:
            owner = key(_text(cells[columns["step"]]).partition(" – ")[0].partition(":")[0])
            block += 1
        elif key(_text(cells.get(columns["how"]))) in _GIVEN:
            what = _text(cells.get(columns["step"]))
            value = _value(cells.get(columns["value"]))
            entered = Entered(what, "", value, _text(cells.get(columns["cell"])))
            if owner:
                yield owner, block, _Read(entered, under)
        else:
            under += 1


def _heading(
    grid: Grid, headings_in: Callable[[str], tuple[Column, ...]], needed: tuple[str, ...]
) -> tuple[int, dict[str, int], dict[str, str]] | None:
    """The first row below the headings, column key → column, and → heading as it stands."""
    for row in sorted(grid.rows)[:20]:
        for lang in ("vi", "en"):
            listed = headings_in(lang)
            found = _columns(grid, row, listed)
            if set(needed) <= set(found):
                return row + 1, found, {column.key: column.heading for column in listed}
    return None


def _columns(grid: Grid, row: int, listed: tuple[Column, ...]) -> dict[str, int]:
    """Columns by their heading; below a group the next row tells which of it, left to right."""
    found: dict[str, int] = {}
    above, below = grid.rows.get(row, {}), grid.rows.get(row + 1, {})
    for column in listed:
        for at in sorted({*above, *below}):
            cell = below.get(at) if column.group else above.get(at)
            if at not in found.values() and key(_text(cell)) == key(column.heading):
                found[column.key] = at
                break
    return found


def _text(cell: Cell | None) -> str:
    return clean(cell.value) if cell is not None and isinstance(cell.value, str) else ""


def _value(cell: Cell | None) -> Fraction | str | None:
    if cell is None or cell.value is None:
        return None
    return Fraction(cell.value) if isinstance(cell.value, Decimal) else _text(cell) or "?"
