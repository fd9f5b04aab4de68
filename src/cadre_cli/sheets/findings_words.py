"""Findings about words that should say one of a few things: D11."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsNotUnderstood(Finding):
    """Ô phải ghi một trong vài cách quen dùng (Đạt / Không đạt, Đúng hạn / Chậm, Khiển trách …).

    Thường do ghi nhận xét dài vào cột đánh giá, hoặc dùng ký hiệu riêng của cơ quan.
    """

    code: ClassVar[str] = "D11"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: chưa hiểu “{written}”.",
        'Column "{heading}": "{written}" is not understood.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi một trong các cách: {expected}; nhận xét thêm xin để ở cột Ghi chú.",
        "Write one of: {expected}; remarks belong into the notes column.",
    )
    wrong: ClassVar[str] = "| Chất lượng |\n|---|\n| cần xem lại |"
    right: ClassVar[str] = "| Chất lượng |\n|---|\n| Không đạt |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str
    expected: str
