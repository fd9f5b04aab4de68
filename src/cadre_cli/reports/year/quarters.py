"""The sheet "Quý, 6 tháng": means of quarters and half-years over the cells of the year's table."""

from __future__ import annotations

from collections.abc import Mapping

from cadre_cli.domain.report import (
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Function,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Step
from cadre_cli.domain.year import YearPerson
from cadre_cli.reports.keys import person_row
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.year.given import PARTS, YearGiven, year_cell
from cadre_cli.reports.year.table import counted_cells

NAME = Text("Quý, 6 tháng", "Quarters")
_TITLE = Text("BÌNH QUÂN CÁC QUÝ, 6 THÁNG VÀ CẢ NĂM", "MEANS OF QUARTERS, HALF-YEARS AND THE YEAR")
_ROMAN = ("I", "II", "III", "IV")
_GRID = (5.0, 22.0, 26.0, *(10.0,) * 4, 12.0, 12.0, 10.0)


def quarters(given: YearGiven) -> Section:
    """One row a person, in the order of their rank."""
    lang = given.lang
    rows = tuple(_row(n, person) for n, person in enumerate(given.ranking.people, 1))
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("name", Text("Họ và tên", "Name").of(lang)),
        Column("unit", Text("Đơn vị", "Unit").of(lang)),
        *(
            Column(f"quarter{n}", Text(f"Quý {_ROMAN[n - 1]}", f"Q{n}").of(lang), Shows.POINTS)
            for n in range(1, 5)
        ),
        Column("half1", Text("6 tháng đầu", "First half").of(lang), Shows.POINTS),
        Column("half2", Text("6 tháng cuối", "Second half").of(lang), Shows.POINTS),
        Column("mean", Text("Cả năm", "Year").of(lang), Shows.POINTS),
    )
    table = Table(columns, rows, pinned=True, pinned_columns=2)
    blocks: tuple[Block, ...] = (*plain_title(_TITLE.of(lang), given.outcome, lang), table)
    return Section(PARTS, NAME.of(lang), WORKING_PAGE, _GRID, blocks, given.decimals)


def _row(count: int, person: YearPerson) -> Row:
    mean: Cell = None
    if person.mean is not None:
        mean = Computed(person.mean.value, year_cell(person, "mean"))
    cells: tuple[Cell, ...] = (
        count,
        person.officer.name,
        person.officer.unit,
        *(_part(person, person.quarters, n, 3) for n in range(1, 5)),
        *(_part(person, person.halves, n, 6) for n in (1, 2)),
        mean,
    )
    return Row(person_row(person.officer), cells)


def _part(person: YearPerson, parts: Mapping[int, Step], number: int, length: int) -> Cell:
    step = parts.get(number)
    if step is None:
        return None
    months = range((number - 1) * length + 1, number * length + 1)
    return Computed(step.value, Call(Function.AVERAGE, counted_cells(person, months)))
