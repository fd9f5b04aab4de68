"""Whose marks for the common criteria count where the highest scorer left a person out (C15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Before, Check
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorerPassedOver(Finding):
    """Điểm tiêu chí chung tính theo cấp cao nhất đã chấm; cấp cao hơn để trống thì phải xem lại.

    Báo khi cấp cao hơn đã chấm ít nhất một nửa số người cùng bảng (lãnh đạo xét riêng, người không
    giữ chức vụ xét riêng) mà để trống người này: có thể sót ô. Điểm đang tính là của cấp dưới.
    """

    code: ClassVar[str] = "C15"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 17"
    message: ClassVar[Text] = Text(
        "Tiêu chí chung của {officer}: cột “{blank}” để trống trong khi đã chấm những người khác, nên "
        "đang tính theo cột “{used}”.",
        "The common criteria of {officer}: the column “{blank}” is blank though others are marked "
        "there, so the column “{used}” counts.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi điểm vào ô này nếu bỏ sót; đúng là cấp này không chấm thì không phải sửa.",
        "Enter the points if they were left out; where this superior does not mark, nothing is wrong.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Trưởng phòng chấm | Chủ tịch chấm |\n|---|---|---|\n"
        "| Lê Văn Cường | 26,75 | |\n| Phạm Thị Dung | 27 | 26,5 |"
    )
    right: ClassVar[str] = (
        "| Họ và tên | Trưởng phòng chấm | Chủ tịch chấm |\n|---|---|---|\n"
        "| Lê Văn Cường | 26,75 | 26 |\n| Phạm Thị Dung | 27 | 26,5 |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    blank: str
    used: str


def _passed_over(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    for common in submission.common:
        gap = common.passed_over
        if gap is not None:
            yield ScorerPassedOver(
                at=gap.at, officer=common.who.name, blank=gap.blank, used=gap.used
            )


CHECKS: tuple[Before, ...] = (
    Check("marks of the highest scorer", ("C15",), ("criteria",), _passed_over),
)
