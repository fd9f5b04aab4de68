"""New-rural criteria that a village had reached and has lost (L09)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results
from cadre_cli.checks.visits import weekday_of
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf
from cadre_cli.villages.book import book_of
from cadre_cli.villages.trends import Trend, criterion_states


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLost(Finding):
    """Một tiêu chí nông thôn mới mà thôn đã đạt ở kỳ trước, kỳ này lại ghi chưa đạt.

    Có thể là số liệu kỳ trước ghi quá lên, hoặc thôn không giữ được kết quả. Đây là lời nhắc cho
    người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L09"
    message: ClassVar[Text] = Text(
        "{village}: tiêu chí “{criterion}” đạt ở {before}, kỳ này ghi chưa đạt{now}.",
        '{village}: the criterion "{criterion}" was reached in {before} and is not reached now{now}.',
    )
    fix: ClassVar[Text] = Text(
        "Xem lại minh chứng của cả hai kỳ; nếu thật sự mất chuẩn thì giao việc để giữ lại.",
        "Look at the evidence of both periods; if it is lost indeed, assign work to win it back.",
    )
    wrong: ClassVar[str] = (
        "| Thôn | Tiêu chí | Tháng 2 | Tháng 3 |\n|---|---|---|---|\n"
        "| Thôn Đá | Môi trường | Đạt | Chưa đạt |"
    )
    right: ClassVar[str] = (
        "| Thôn | Tiêu chí | Tháng 2 | Tháng 3 |\n|---|---|---|---|\n"
        "| Thôn Đá | Môi trường | Đạt | Đạt |"
    )

    severity: Severity = Severity.NOTE
    village: str
    criterion: str
    before: Text
    now: Text


def _lost(submission: Submission, _: Results, rules_of: RulesOf) -> Iterator[Finding]:
    for state in criterion_states(book_of(submission, weekday_of(submission, rules_of))):
        criterion = state.criterion
        if state.trend is not Trend.LOST or state.period is None:
            continue
        result = criterion.result
        yield CriterionLost(
            at=criterion.at.cell("reached", "result", "name"),
            village=criterion.village or "?",
            criterion=criterion.name or criterion.number or "?",
            before=state.period.title,
            now=Text(f" (kết quả: {result})", f" (result: {result})") if result else Text("", ""),
        )


CHECKS: tuple[After, ...] = (
    Check("new-rural criteria lost", ("L09",), ("village criteria", "earlier criteria"), _lost),
)
