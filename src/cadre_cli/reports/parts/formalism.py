"""The sheet "Lời nhắc": notes of letter L for those who lead, kept out of everybody else's pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.report import Block, Column, Line, Look, Row, Section, Shows, Table
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title

FORMALISM = "formalism"
NAME = Text("Lời nhắc", "Notes for leaders")
_TITLE = Text("LỜI NHẮC DÀNH CHO NGƯỜI LÃNH ĐẠO", "NOTES FOR THOSE WHO LEAD")
_WHAT = Text(
    "Những dấu hiệu nên hỏi lại trước khi tin vào con số. Không phải lỗi của ai, không trừ điểm ai, không "
    "đưa vào phiếu của ai; nhóm quá nhỏ thì không xét, vì trong nhóm nhỏ giống nhau có thể là tình cờ.",
    "Signs worth a question before the figures are believed. They are nobody's fault, take no points "
    "and stand in nobody's slip; small groups are not looked at, where likeness may be chance.",
)
_SIGNS: Mapping[str, Text] = {
    "L01": Text("Một người chấm cho mọi người cùng một điểm", "One score for everybody"),
    "L02": Text("Một người chấm cao hoặc thấp hẳn", "One rater far from the others"),
    "L03": Text("Hầu hết việc xong đúng ngày hạn", "Nearly all finished on the deadline"),
    "L04": Text("Việc chép nguyên văn từ kỳ trước", "Tasks copied from the period before"),
    "L05": Text("Cấp trên chấm lại đúng điểm tự chấm", "Self-scores repeated"),
    "L06": Text("Khối lượng của một người lệch hẳn", "One person's load apart"),
    "L07": Text("Quá nửa số việc ngoài kế hoạch", "Most work unplanned"),
    "L08": Text("Thôn, tuần không có lượt đi thôn", "Villages or weeks without a visit"),
    "L09": Text("Tiêu chí nông thôn mới bị mất chuẩn", "New-rural criteria lost"),
    "L10": Text("Việc đã hứa với dân quá hạn", "Promises overdue"),
    "L11": Text("Đi thôn không đúng ngày trong tuần", "Visits on another weekday"),
}
_NOTHING = Text("Không có gì đáng nêu.", "Nothing to remark on.")
_NOT_LOOKED = Text("Chưa xét được: {why}.", "Not looked at: {why}.")
_GRID = (6.0, 9.0, 82.0, 46.0)


def is_for_leaders(code: str) -> bool:
    """Whether a finding is a note for those who lead, which stands in their pages alone."""
    return code.startswith("L")


def formalism(outcome: Outcome, lang: str) -> Section | None:
    """Each sign with what was found, or that nothing was, or why it could not be looked at."""
    if outcome.period is None:
        return None
    rows: list[Row] = []
    for code, sign in _SIGNS.items():
        found = [finding for finding in outcome.findings if finding.code == code]
        rows.append(Row(code, (f"{code} – {sign.of(lang)}",), Look.GROUP))
        rows += _rows(code, found, outcome, lang)
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang),
        note(_WHAT.of(lang)),
        Line("", size=6),
        Table(_columns(lang), tuple(rows), pinned=True),
    )
    return Section(FORMALISM, NAME.of(lang), WORKING_PAGE, _GRID, blocks)


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("code", words("Mã", "Code"), Shows.CENTRED),
        Column("said", words("Đã so gì, bao nhiêu, lệch bao xa", "What was compared, how far out")),
        Column("asked", words("Nên hỏi, nên xem", "What to ask or look at")),
    )


def _rows(code: str, found: Sequence[Finding], outcome: Outcome, lang: str) -> tuple[Row, ...]:
    if found:
        return tuple(
            Row(f"{code}:{place}", (place, code, each.said(lang), each.remedy(lang)))
            for place, each in enumerate(found, 1)
        )
    why = next((each.why for each in outcome.not_run if each.check == code), None)
    said = _NOTHING if why is None else _NOT_LOOKED.fill(why=why)
    return (Row(f"{code}:0", (None, code, said.of(lang), None)),)
