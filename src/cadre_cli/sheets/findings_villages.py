"""Findings about sheets of villages: D16, D17."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNotTold(Finding):
    """Một khoản đóng góp chưa rõ đơn vị tính thì chỉ được liệt kê, không được cộng vào đâu.

    Thường do cột tiền không ghi đồng hay triệu đồng, hoặc đất ghi theo sào, công (mỗi nơi một khác).
    """

    code: ClassVar[str] = "D16"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” chưa rõ đơn vị tính, nên chưa được cộng.",
        'Column "{heading}": the unit of "{written}" is not told, so it was not summed.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi đơn vị trong tiêu đề cột hoặc cột Đơn vị tính: tiền là đồng, nghìn đồng, triệu đồng; đất "
        "là m² hoặc ha; ngày công; cây; công trình.",
        "Write the unit in the heading or in the column Đơn vị tính: money in đồng, nghìn đồng or "
        "triệu đồng, land in m² or ha, ngày công, cây, công trình.",
    )
    wrong: ClassVar[str] = "| Thôn | Tiền | Đất |\n|---|---|---|\n| Thôn Đá | 15 | 2 sào |"
    right: ClassVar[str] = (
        "| Thôn | Tiền (triệu đồng) | Đất (m²) |\n|---|---|---|\n| Thôn Đá | 15 | 1000 |"
    )

    severity: Severity = Severity.ERROR
    heading: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAfterPeriod(Finding):
    """Ngày ghi trong bảng không được sau ngày cuối của kỳ ghi ở tiêu đề bảng.

    Thường do gõ nhầm tháng, năm, hoặc ghi việc của tháng sau vào bảng tháng này.
    """

    code: ClassVar[str] = "D17"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: ngày {day} ở sau {period}, nên dòng này chưa được tính.",
        'Column "{heading}": {day} lies after {period}, so the row was not counted.',
    )
    fix: ClassVar[Text] = Text(
        "Sửa lại ngày, hoặc chuyển dòng này sang bảng của đúng tháng.",
        "Mend the day, or move the row to the sheet of its own month.",
    )
    wrong: ClassVar[str] = "Tháng 3 năm 2026: | Ngày đi thôn | 12/3/2027 |"
    right: ClassVar[str] = "Tháng 3 năm 2026: | Ngày đi thôn | 12/3/2026 |"

    severity: Severity = Severity.ERROR
    heading: str
    day: date
    period: Text
