"""The sheet "Tiêu chí NTM": new-rural criteria per village with their trend, and how many are reached."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.report import (
    Block,
    Cell,
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
from cadre_cli.domain.texts import Text
from cadre_cli.reports.formulas import counted
from cadre_cli.reports.page import letterhead, note, page_of, period_words, signatures, title
from cadre_cli.vietnamese.villages import each_once, village_key
from cadre_cli.villages.trends import CriterionState, Trend, criterion_states

CRITERIA = "village criteria"
NAME = Text("Tiêu chí NTM", "New-rural criteria")
_TITLE = Text("TIÊU CHÍ NÔNG THÔN MỚI CỦA CÁC THÔN", "NEW-RURAL CRITERIA OF THE VILLAGES")
_REACHED, _NOT_REACHED = Text("Đạt", "Reached"), Text("Chưa đạt", "Not reached")
_UNCLEAR = Text("Chưa rõ", "Not said")
_NOWHERE = Text("(chưa ghi thôn)", "(no village named)")
_COMPARED = Text(
    "Xu hướng so với lần ghi gần nhất có trong các tệp cùng chạy. Đạt hay chưa là theo cơ quan ghi; con "
    "số bên chỉ tiêu không tự nói lên điều đó.",
    "The trend is against the last earlier period among the workbooks of this run. Whether a "
    "criterion is reached is as the office marked it.",
)
_GRID = (5.0, 8.0, 33.0, 19.0, 19.0, 11.0, 14.0, 17.0, 30.0)


def village_criteria(outcome: Outcome, lang: str) -> Section | None:
    """Every village's criteria; None where no sheet has any."""
    found = criterion_states(outcome.villages)
    if not outcome.villages.now.criteria:
        return None
    rows: list[Row] = []
    for place, (name, own) in enumerate(_by_village(found, lang)):
        rows += _village(place, name, own, lang)
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
        Table(_columns(lang), tuple(rows), numbered=True, pinned=True, pinned_columns=3),
        Line("", size=6),
        note(_COMPARED.of(lang)),
        signatures(outcome.office, lang),
    )
    return Section(CRITERIA, NAME.of(lang), page_of(outcome.office), _GRID, blocks)


def _by_village(
    found: Sequence[CriterionState], lang: str
) -> tuple[tuple[str, tuple[CriterionState, ...]], ...]:
    villages = each_once(one.criterion.village for one in found if one.criterion.village)
    listed = [
        (
            name,
            tuple(s for s in found if village_key(s.criterion.village or "") == village_key(name)),
        )
        for name in villages
    ]
    nowhere = tuple(one for one in found if not one.criterion.village)
    return (*listed, *(((_NOWHERE.of(lang), nowhere),) if nowhere else ()))


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("code", words("Số", "Code"), Shows.CENTRED),
        Column("name", words("Tiêu chí", "Criterion")),
        Column("target", words("Chỉ tiêu", "Target")),
        Column("result", words("Kết quả", "Result")),
        Column("reached", words("Kỳ này", "Now"), Shows.CENTRED),
        Column("before", words("Kỳ trước", "Before"), Shows.CENTRED),
        Column("trend", words("Xu hướng", "Trend"), Shows.CENTRED),
        Column("evidence", words("Minh chứng", "Evidence")),
    )


def _village(place: int, name: str, own: Sequence[CriterionState], lang: str) -> list[Row]:
    rows = [
        Row(f"criterion:{place}/{count}", _cells(count, state, lang))
        for count, state in enumerate(own, 1)
    ]
    down = Down(CRITERIA, rows[0].key, rows[-1].key, "reached")
    word = _REACHED.of(lang)
    label = Text("Số tiêu chí đạt trong kỳ", "Criteria reached").of(lang)
    reached = counted([row.cells[5] for row in rows], word, down)
    lost = counted(
        [row.cells[7] for row in rows],
        Trend.LOST.shown.of(lang),
        Down(CRITERIA, rows[0].key, rows[-1].key, "trend"),
    )
    total: tuple[Cell, ...] = (
        None, None, f"{label}: {name}", None, None, reached,
        Text("mất chuẩn:", "lost:").of(lang), lost, None,
    )  # fmt: skip
    return [
        Row(f"village:{place}", (name,), Look.GROUP),
        *rows,
        Row(f"sum:{place}", total, Look.SUBTOTAL),
    ]


def _cells(count: int, state: CriterionState, lang: str) -> tuple[Cell, ...]:
    criterion, absent = state.criterion, state.trend is Trend.ABSENT
    before = state.before
    return (
        count,
        criterion.number,
        criterion.name,
        criterion.target,
        None if absent else criterion.result,
        None if absent else _mark(criterion.reached, lang),
        None if before is None else f"{_mark(before.reached, lang)} ({_when(state.period)})",
        state.trend.shown.of(lang),
        None if absent else criterion.evidence,
    )


def _when(period: Period | None) -> str:
    """The earlier period in short: "02/2026"."""
    if period is None:
        return ""
    month = period.unit is PeriodUnit.MONTH
    return f"{period.number:02d}/{period.year}" if month else str(period)


def _mark(reached: object, lang: str) -> str:
    if reached is True:
        return _REACHED.of(lang)
    return (_NOT_REACHED if reached is False else _UNCLEAR).of(lang)
