"""Findings about words that should say one of a few things: D11, D18, D22."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAsPlanned(Finding):
    """Loại nhiệm vụ không nói việc ở trong hay ngoài kế hoạch thì việc tính trong kế hoạch.

    Thường do cột ghi lĩnh vực (Chuyên môn, Tham mưu …). Nói một lần cho mỗi cách ghi.
    """

    code: ClassVar[str] = "D18"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” không nói là ngoài kế hoạch; các việc ghi như vậy được tính "
        "trong kế hoạch.",
        'Column "{heading}": "{written}" does not say that the work is outside the plan; rows that '
        "say so count as planned.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm gì nếu đúng; nếu là việc ngoài kế hoạch thì ghi “Đột xuất” hoặc “Phát sinh "
        "ngoài kế hoạch”.",
        'Nothing if that is right; write "Đột xuất" or "Phát sinh ngoài kế hoạch" for work outside '
        "the plan.",
    )
    wrong: ClassVar[str] = "| Loại nhiệm vụ |\n|---|\n| Việc khác |"
    right: ClassVar[str] = "| Loại nhiệm vụ |\n|---|\n| Trong kế hoạch |"

    severity: Severity = Severity.NOTE
    heading: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneFinishedByWords(Finding):
    """Cột số lượng hoàn thành ghi “chưa xong”, “đang làm” thì tính là chưa được sản phẩm nào.

    Việc được giao nhiều sản phẩm có thể đã xong một phần; chữ không nói được bao nhiêu, nên phải có
    người xem lại.
    """

    code: ClassVar[str] = "D22"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14 khoản 2"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” ghi “{written}”: đang tính là 0 trong {assigned} sản phẩm được giao.",
        'Column "{heading}" says "{written}": 0 of the {assigned} assigned products count.',
    )
    fix: ClassVar[Text] = Text(
        "Đã xong một phần thì ghi số lượng đã xong; chưa xong sản phẩm nào thì ghi 0.",
        "Write how many are finished if some are, 0 if none is.",
    )
    wrong: ClassVar[str] = "| Số lượng giao | Số lượng hoàn thành |\n|---|---|\n| 4 | đang làm |"
    right: ClassVar[str] = "| Số lượng giao | Số lượng hoàn thành |\n|---|---|\n| 4 | 3 |"

    severity: Severity = Severity.WARNING
    heading: str
    written: str
    assigned: Decimal
