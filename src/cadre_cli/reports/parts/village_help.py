"""The sheet "Hộ được giúp": households helped, village by village."""

from __future__ import annotations

from datetime import date

from cadre_cli.domain.report import (
    Block,
    Column,
    Down,
    Line,
    Look,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.villages import HelpedHousehold
from cadre_cli.reports.formulas import counted
from cadre_cli.reports.page import letterhead, page_of, period_words, signatures, title
from cadre_cli.vietnamese.villages import each_once, village_key

HELP = "households"
NAME = Text("Hộ được giúp", "Households helped")
_TITLE = Text("HỘ GIA ĐÌNH ĐƯỢC GIÚP ĐỠ", "HOUSEHOLDS HELPED")
_BY_VILLAGE = Text("SỐ LƯỢT HỘ ĐƯỢC GIÚP THEO THÔN", "BY VILLAGE")
_NOWHERE = Text("(chưa ghi thôn)", "(no village named)")
_GRID = (5.0, 18.0, 24.0, 34.0, 12.0, 34.0, 24.0)


def village_help(outcome: Outcome, lang: str) -> Section | None:
    """Every household and the number of each village; None where nobody was helped."""
    found = outcome.villages.now.households
    if not found:
        return None
    named = each_once(one.village for one in found if one.village)
    order = {village_key(village): (place, village) for place, village in enumerate(named)}
    listed = sorted(found, key=lambda one: order.get(village_key(one.village or ""), (len(order),)))
    rows = tuple(_row(place, one, order, lang) for place, one in enumerate(listed, 1))
    down = Down(HELP, rows[0].key, rows[-1].key, "village")
    cells = [row.cells[1] for row in rows]
    villages = (*named, *((_NOWHERE.of(lang),) if None in {one.village for one in found} else ()))
    counts = tuple(
        Row(f"village:{place}", (place, village, counted(cells, village, down)))
        for place, village in enumerate(villages, 1)
    )
    whole = Text("Tổng số lượt hộ", "All").of(lang)
    total = Row("all", (None, whole, len(rows)), Look.TOTAL)
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
        Table(_columns(lang), rows, numbered=True, pinned=True, pinned_columns=3),
        Line("", size=8),
        Line(_BY_VILLAGE.of(lang), bold=True, size=12),
        Table(_count_columns(lang), (*counts, total)),
        signatures(outcome.office, lang),
    )
    return Section(HELP, NAME.of(lang), page_of(outcome.office), _GRID, blocks)


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("village", words("Thôn", "Village")),
        Column("household", words("Hộ", "Household")),
        Column("work", words("Nội dung giúp đỡ", "How helped")),
        Column("day", words("Ngày", "Day"), Shows.CENTRED),
        Column("who", words("Người giúp", "By whom")),
        Column("result", words("Kết quả", "Result")),
    )


def _count_columns(lang: str) -> tuple[Column, ...]:
    return (
        Column("place", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("name", Text("Thôn", "Village").of(lang)),
        Column("count", Text("Số lượt hộ", "Households").of(lang), Shows.WHOLE),
    )


def _row(place: int, one: HelpedHousehold, order: dict[str, tuple[int, str]], lang: str) -> Row:
    village = order[village_key(one.village)][1] if one.village else _NOWHERE.of(lang)
    cells = (
        place,
        village,
        one.household,
        one.work,
        shown(one.day, lang) if isinstance(one.day, date) else None,
        ", ".join(who.name for who in one.who),
        one.result,
    )
    return Row(f"household:{place}", cells)
