"""What a container cannot tell, said once per file: the findings T10 and T11."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text

KINDS = Text("loại giá trị (số, ngày)", "kinds of values (number, date)")
FORMULAS = Text("công thức", "formulas")
HIDDEN = Text("dòng, cột ẩn", "hidden rows and columns")
MERGES = Text("ô gộp", "merged cells")
FONTS = Text("phông chữ", "fonts")
DIGITS = Text("phần lẻ đã làm tròn khi hiển thị", "the digits that were rounded away for display")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoorerFormat(Finding):
    """Định dạng của tệp không lưu hết những gì một bảng tính có.

    Tệp CSV chỉ có chữ; tệp HTML chỉ có những gì hiện trên màn hình. Số, ngày được đọc lại từ chữ;
    công thức, dòng ẩn hoặc phần lẻ đã làm tròn không còn trong tệp nên không kiểm tra được.
    """

    code: ClassVar[str] = "T10"
    message: ClassVar[Text] = Text(
        "Tệp {really} không lưu: {lost}. Chỉ đọc được những gì tệp có.",
        "A file of the format {really} does not keep: {lost}. What it holds was read.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu có bảng gốc, dùng tệp Excel Workbook (.xlsx) thay cho tệp này; nếu không thì đối chiếu "
        "kết quả với bảng gốc.",
        "Use the original Excel Workbook (.xlsx) if there is one; else compare the result with it.",
    )
    wrong: ClassVar[str] = "| thang-03.csv |\n|---|\n| 70,96 |"
    right: ClassVar[str] = "| thang-03.xlsx |\n|---|\n| =SUM(D5:D9) → 70,9583 |"

    really: str
    lost: tuple[Text, ...]
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingGuessed(Finding):
    """Tệp chữ không cho biết bảng mã, chương trình phải đoán.

    Thường do lưu CSV từ Excel bằng mục “CSV (Comma delimited)” thay vì “CSV UTF-8”. Đoán sai thì chữ
    có dấu bị lẫn; họ tên sai dấu sẽ không khớp danh sách.
    """

    code: ClassVar[str] = "T11"
    message: ClassVar[Text] = Text(
        "Tệp không ghi bảng mã của chữ; đã đọc theo {encoding}.",
        "The file does not say how its letters are encoded; it was read as {encoding}.",
    )
    fix: ClassVar[Text] = Text(
        "Xem vài họ tên có dấu đúng không; chắc chắn nhất là lưu lại dạng Excel Workbook (.xlsx) "
        "hoặc “CSV UTF-8”.",
        "Look whether names have their marks; to be sure, save it as Excel Workbook (.xlsx) or "
        "“CSV UTF-8”.",
    )
    wrong: ClassVar[str] = "| Lưu dạng |\n|---|\n| CSV (Comma delimited) |"
    right: ClassVar[str] = "| Lưu dạng |\n|---|\n| CSV UTF-8 (Comma delimited) |"

    encoding: str
    severity: Severity = Severity.WARNING
