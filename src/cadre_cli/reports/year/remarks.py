"""The sheet "Nhận xét": what the standing committee wrote in the course of the year."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.report import Block, Cell, Column, Link, Row, Section, Shows, Table
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Remark
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.year.given import REMARKS, YearGiven

NAME = Text("Nhận xét", "Remarks")
_TITLE = Text(
    "NHẬN XÉT CỦA BAN THƯỜNG VỤ VÀ MÔ HÌNH CẦN NHÂN RỘNG TRONG NĂM",
    "REMARKS OF THE STANDING COMMITTEE, AND MODELS WORTH COPYING",
)
_GRID = (6.0, 14.0, 20.0, 24.0, 52.0, 40.0, 16.0)


def remarks(given: YearGiven) -> Iterator[Section]:
    """One sheet where something was written, none where nothing was."""
    lang = given.lang
    if not given.ranking.remarks:
        return
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("period", Text("Kỳ", "Period").of(lang), Shows.CENTRED),
        Column("village", Text("Thôn", "Village").of(lang)),
        Column("who", Text("Cán bộ phụ trách", "In charge").of(lang)),
        Column("remark", Text("Nhận xét", "Remark").of(lang)),
        Column("model", Text("Mô hình cần nhân rộng", "Worth copying").of(lang)),
        Column("cell", Text("Ô nguồn", "Cell").of(lang), Shows.CENTRED),
    )
    rows = tuple(_row(n, each, given) for n, each in enumerate(given.ranking.remarks, 1))
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), given.outcome, lang),
        Table(columns, rows, pinned=True),
    )
    yield Section(REMARKS, NAME.of(lang), WORKING_PAGE, _GRID, blocks)


def _row(count: int, each: Remark, given: YearGiven) -> Row:
    path = given.links.get(each.at.file)
    place = str(each.at)
    cells: tuple[Cell, ...] = (
        count,
        str(each.period),
        each.village,
        ", ".join(each.who) or None,
        each.remark,
        each.model,
        place if path is None else Link(place, each.at, path),
    )
    return Row(f"remark:{count}", cells)
