"""The sheet "Xếp hạng": everyone by their mean, with places shared in office, unit and group."""

from __future__ import annotations

from cadre_cli.domain.report import Block, Cell, Column, Computed, Row, Section, Shows, Table
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import YearPerson
from cadre_cli.reports.keys import person_row
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.year.given import RANKS, YearGiven, year_cell
from cadre_cli.reports.year.words import grade_words

NAME = Text("Xếp hạng", "Ranks")
_TITLE = Text("XẾP HẠNG THEO ĐIỂM BÌNH QUÂN NĂM", "RANKS BY THE MEAN OF THE YEAR")
_REMARK = Text(
    "Người bằng điểm đứng cùng hạng; người không xếp loại không có hạng.",
    "Equal means share a place; who is not rated has none.",
)
_GRID = (7.0, 22.0, 26.0, 30.0, 10.0, 10.0, 10.0, 10.0, 12.0, 14.0)


def ranks(given: YearGiven) -> Section:
    """In the order of rank; who has none stands at the end."""
    lang = given.lang
    columns = (
        Column("rank", Text("Hạng", "Rank").of(lang), Shows.WHOLE),
        Column("name", Text("Họ và tên", "Name").of(lang)),
        Column("unit", Text("Đơn vị", "Unit").of(lang)),
        Column("group", Text("Nhóm nhiệm vụ tương đồng", "Group").of(lang)),
        Column("mean", Text("Bình quân", "Mean").of(lang), Shows.POINTS),
        Column("in_unit", Text("Hạng ở đơn vị", "In the unit").of(lang), Shows.WHOLE),
        Column("in_group", Text("Hạng ở nhóm", "In the group").of(lang), Shows.WHOLE),
        Column("months", Text("Số tháng tính", "Months").of(lang), Shows.WHOLE),
        Column("by_points", Text("Theo điểm", "By points").of(lang), Shows.CENTRED),
        Column("grade", Text("Đề nghị", "Proposed").of(lang), Shows.CENTRED),
    )
    rows = tuple(_row(person, lang) for person in given.ranking.people)
    table = Table(columns, rows, pinned=True, pinned_columns=2, filtered=True)
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), given.outcome, lang, _REMARK.of(lang)),
        table,
    )
    return Section(RANKS, NAME.of(lang), WORKING_PAGE, _GRID, blocks, given.decimals)


def _row(person: YearPerson, lang: str) -> Row:
    officer = person.officer
    mean: Cell = None
    if person.mean is not None:
        mean = Computed(person.mean.value, year_cell(person, "mean"))
    cells: tuple[Cell, ...] = (
        person.rank,
        officer.name,
        officer.unit,
        person.group,
        mean,
        person.rank_in_unit,
        person.rank_in_group,
        sum(month.total is not None for month in person.months),
        person.grade_by_points,
        grade_words(person, lang),
    )
    return Row(person_row(officer), cells)
