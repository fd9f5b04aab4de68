"""The first sheet of a workbook of slips: who has one, with the points, and who has none and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre_cli.domain.report import (
    Block,
    Cell,
    Column,
    Computed,
    Link,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import decimals_of, grade_names, grade_shown, not_rated_name
from cadre_cli.reports.page import SLIP_PAGE, plain_title
from cadre_cli.reports.parts.slip import key_of
from cadre_cli.reports.units import by_unit
from cadre_cli.rules.schema import RuleSet

KEY = "slips"
NAME = Text("Danh sách phiếu", "Slips")
_TITLE = Text("DANH SÁCH PHIẾU THEO DÕI, ĐÁNH GIÁ", "SLIPS OF ASSESSMENT")
_GRID = (5.0, 25.0, 25.0, 9.0, 17.0, 9.0)
_NONE = Text("không lập phiếu: {why}", "no slip: {why}")


def slip_list(
    outcome: Outcome,
    with_slip: Sequence[Classification],
    rules: Mapping[str, RuleSet],
    lang: str,
) -> Section:
    """Everybody of the period by unit, with the way to the slip; totals are those of the slips."""
    have = {result.officer.id for result in with_slip}
    names = grade_names(rules)
    rows = tuple(
        _row(place, result, result.officer.id in have, grade_shown(result, names, lang), lang)
        for place, result in enumerate(
            (result for unit in by_unit(outcome.results) for result in unit.results), 1
        )
    )

    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    columns = (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("name", words("Họ và tên", "Name")),
        Column("unit", words("Đơn vị công tác", "Unit")),
        Column("total", words("Tổng điểm", "Total"), Shows.POINTS),
        Column("grade", words("Xếp loại đề nghị", "Class proposed"), Shows.CENTRED),
        Column("slip", words("Phiếu", "Slip"), Shows.CENTRED),
    )
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang),
        Table(columns, rows, pinned=True),
    )
    return Section(KEY, NAME.of(lang), SLIP_PAGE, _GRID, blocks, decimals_of(rules))


def _row(place: int, result: Classification, have: bool, grade: str, lang: str) -> Row:
    officer = result.officer
    key = f"person:{officer.id}"
    if not have:
        why = "" if result.not_rated is None else not_rated_name(result.not_rated).of(lang)
        told = _NONE.fill(why=why).of(lang)
        return Row(key, (place, officer.name, officer.unit, None, told, None))
    at = Ref(key_of(result), "sum", "points")
    root = result.score.root
    total: Cell = None if root is None else Computed(root.value, at)
    link = Link(Text("xem", "open").of(lang), at)
    return Row(key, (place, officer.name, officer.unit, total, grade, link))
