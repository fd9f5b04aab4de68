"""Findings about sheets of tasks: B11 about the whole, G13 about a row."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossedOutButCounted(Finding):
    """Việc bị gạch ngang hoặc ghi chú là đã hủy vẫn được tính là việc được giao.

    Thường do lãnh đạo bỏ việc ấy giữa tháng. Chương trình không tự bỏ việc của ai: để nguyên thì việc
    chưa làm kéo điểm của người được giao xuống.
    """

    code: ClassVar[str] = "G13"
    message: ClassVar[Text] = Text(
        "Việc “{task}” {how} nhưng vẫn đang được tính là việc được giao.",
        'The task "{task}" {how}, but still counts as assigned.',
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm nữa thì xóa dòng này khỏi bảng (giữ văn bản cho thôi việc); "
        "vẫn phải làm thì bỏ gạch ngang, sửa ghi chú.",
        "If it need not be done, delete the row (keep the document that says so); "
        "if it must, take the line or the note away.",
    )
    wrong: ClassVar[str] = (
        "| Nội dung công việc | Số lượng giao | Số lượng hoàn thành | Ghi chú |\n|---|---|---|---|\n"
        "| Rà soát hộ nghèo | 5 | 0 | Hủy theo chỉ đạo |"
    )
    right: ClassVar[str] = (
        "| Nội dung công việc | Số lượng giao | Số lượng hoàn thành | Ghi chú |\n|---|---|---|---|\n"
        "| (đã xóa dòng này) | | | |"
    )

    severity: Severity = Severity.WARNING
    task: str
    how: Text
