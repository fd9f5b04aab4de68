"""Findings about days written without their year: D02, D03, D19."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.findings_values import NotADate
from cadre_cli.vietnamese.yearless import read_day_and_month


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFromPeriod(Finding):
    """Ngày không ghi năm được hiểu theo kỳ của bảng; chỉ báo một lần mỗi cột.

    Thường do cả bảng nói về một tháng nên người lập chỉ ghi ngày/tháng.
    """

    code: ClassVar[str] = "D19"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: ngày không ghi năm, ô đầu tiên là “{written}”; đang hiểu là ngày {taken} "
        "theo kỳ của bảng ({period}).",
        'Column "{heading}": days without a year, first "{written}"; taken as {taken} '
        "by the period of the table ({period}).",
    )
    fix: ClassVar[Text] = Text(
        "Không bắt buộc sửa. Ngày nào thuộc năm khác thì ghi đủ ngày/tháng/năm.",
        "Nothing must be done. Write day/month/year in full where another year is meant.",
    )
    wrong: ClassVar[str] = "| Thời hạn |\n|---|\n| 31/3 |"
    right: ClassVar[str] = "| Thời hạn |\n|---|\n| 31/03/2026 |"

    severity: Severity = Severity.NOTE
    heading: str
    written: str
    taken: date
    period: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBeside(Finding):
    """Ngày không ghi năm rơi vào chỗ giáp hai năm thì phải có người xem lại.

    Thường gặp ở bảng tháng 1 có hạn của tháng 12, hoặc bảng tháng 12 có hạn của tháng 1.
    """

    code: ClassVar[str] = "D03"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” không ghi năm, kỳ của bảng là {period}; đang hiểu là ngày "
        "{taken}, năm gần kỳ ấy hơn.",
        'Column "{heading}": "{written}" has no year, and the period is {period}; taken as '
        "{taken}, the year nearer to it.",
    )
    fix: ClassVar[Text] = Text(
        "Xem lại ngày này và ghi đủ ngày/tháng/năm.",
        "Look at this day again and write day/month/year in full.",
    )
    wrong: ClassVar[str] = "| Thời hạn (bảng tháng 1/2026) |\n|---|\n| 25/12 |"
    right: ClassVar[str] = "| Thời hạn (bảng tháng 1/2026) |\n|---|\n| 25/12/2025 |"

    severity: Severity = Severity.WARNING
    heading: str
    written: str
    taken: date
    period: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNotTold(Finding):
    """Ngày không ghi năm, mà kỳ của bảng không cho biết là năm nào, thì không đoán.

    Thường gặp ở hạn xa kỳ đánh giá: “31/12” trong bảng tháng 1 là cuối năm trước hay cuối năm nay.
    """

    code: ClassVar[str] = "D02"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” không ghi năm, có thể là {one} hoặc {other}; chưa dùng ngày này.",
        'Column "{heading}": "{written}" has no year; it may be {one} or {other} and is not used.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi đủ ngày/tháng/năm: {one} hoặc {other}.",
        "Write day/month/year in full: {one} or {other}.",
    )
    wrong: ClassVar[str] = "| Thời hạn (bảng tháng 1/2026) |\n|---|\n| 31/12 |"
    right: ClassVar[str] = "| Thời hạn (bảng tháng 1/2026) |\n|---|\n| 31/12/2026 |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str
    one: date
    other: date


def lacks_year(finding: Finding) -> bool:
    """Whether it asks for a day whose year the period of the table would have told."""
    return isinstance(finding, NotADate) and read_day_and_month(finding.written) is not None
