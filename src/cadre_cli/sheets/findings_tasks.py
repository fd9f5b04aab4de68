"""Findings about sheets of tasks as a whole: B11."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OneEachAssumed(Finding):
    """Bảng giao việc không có cột số lượng thì mỗi dòng được tính là một sản phẩm.

    Thường gặp ở bảng chỉ liệt kê đầu việc. Nếu một dòng gồm nhiều sản phẩm thì cần thêm cột số lượng.
    """

    code: ClassVar[str] = "B11"
    message: ClassVar[Text] = Text(
        "Bảng không có cột số lượng: mỗi dòng đang được tính là 1 sản phẩm.",
        "The table has no quantity column: each row counts as one product.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu có dòng nhiều hơn 1 sản phẩm, thêm cột “Số lượng được giao”.",
        'Where a row means more than one product, add a column "Số lượng được giao".',
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện |\n|---|---|\n| 3 báo cáo tuần | Trần Thị Bình |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Người thực hiện | Số lượng được giao |\n|---|---|---|\n"
        "| Báo cáo tuần | Trần Thị Bình | 3 |"
    )

    severity: Severity = Severity.NOTE
