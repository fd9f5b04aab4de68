"""Findings about a table's headings and layout: B03-B05, B07-B10."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingByLikeness(Finding):
    """Tiêu đề cột gần giống một tiêu đề đã biết thì được hiểu theo, và được nói ra.

    Thường do gõ sai chính tả, viết tắt, hoặc thêm chữ vào tiêu đề.
    """

    code: ClassVar[str] = "B03"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” được hiểu là “{taken}”.", 'Column "{heading}" was taken for "{taken}".'
    )
    fix: ClassVar[Text] = Text(
        "Nếu hiểu đúng thì không cần làm gì; nếu sai, đổi tiêu đề hoặc khai trong cadre.toml.",
        "Nothing, if that is right; otherwise change the heading or map it in cadre.toml.",
    )
    wrong: ClassVar[str] = "| Hạn hoàn thnh |\n|---|\n| 25/03/2026 |"
    right: ClassVar[str] = "| Hạn hoàn thành |\n|---|\n| 25/03/2026 |"

    severity: Severity = Severity.NOTE
    heading: str
    taken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoHeadings(Finding):
    """Hai cột cùng mang một tiêu đề thì không biết phải đọc cột nào.

    Thường do chép thêm cột mà quên đổi tiêu đề, hoặc đặt hai bảng cạnh nhau trong một trang.
    """

    code: ClassVar[str] = "B04"
    message: ClassVar[Text] = Text(
        "Hai cột cùng nghĩa: “{heading}” ở đây và “{first}” ở cột {where}; đang đọc cột {where}.",
        'Two columns mean the same: "{heading}" here and "{first}" in column {where}, '
        "which is the one read.",
    )
    fix: ClassVar[Text] = Text(
        "Đổi tiêu đề hoặc bỏ một trong hai cột; cũng có thể khai cột cần đọc trong cadre.toml.",
        "Rename or remove one of the two, or map the one to read in cadre.toml.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Họ tên |\n|---|---|\n| Trần Thị Bình | Bình |"
    right: ClassVar[str] = "| Họ và tên | Tên thường gọi |\n|---|---|\n| Trần Thị Bình | Bình |"

    severity: Severity = Severity.ERROR
    heading: str
    first: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchColumn(Finding):
    """Bảng thiếu một cột bắt buộc phải có.

    Thường do dùng mẫu khác, hoặc tiêu đề của cột đó viết khác nên chương trình không nhận ra.
    """

    code: ClassVar[str] = "B05"
    message: ClassVar[Text] = Text(
        "Bảng “{table}” thiếu cột “{heading}”.", 'The table "{table}" has no column "{heading}".'
    )
    fix: ClassVar[Text] = Text(
        "Thêm cột “{heading}”; nếu đã có cột đó dưới tên khác thì khai trong cadre.toml.",
        'Add a column "{heading}", or map the one that holds it in cadre.toml.',
    )
    wrong: ClassVar[str] = "| STT | Nội dung công việc |\n|---|---|\n| 1 | Lập danh sách hộ nghèo |"
    right: ClassVar[str] = (
        "| STT | Nội dung công việc | Người thực hiện |\n|---|---|---|\n"
        "| 1 | Lập danh sách hộ nghèo | Trần Thị Bình |"
    )

    severity: Severity = Severity.ERROR
    table: Text
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOutside(Finding):
    """Dưới chỗ bảng kết thúc vẫn còn dòng trông như số liệu: dòng đó không được đọc.

    Thường do chèn thêm dòng xuống dưới phần ký, hoặc đặt hai bảng trong một trang.
    """

    code: ClassVar[str] = "B07"
    message: ClassVar[Text] = Text(
        "Dòng này nằm ngoài bảng nên không được đọc (bảng kết thúc ở dòng {end}).",
        "This row lies outside the table, which ends at row {end}, and was not read.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu là số liệu thì chuyển lên trên, vào trong bảng; nếu không thì bỏ qua cảnh báo này.",
        "If it is data, move it up into the table; if not, nothing needs to be done.",
    )
    wrong: ClassVar[str] = (
        "| STT | Họ và tên | Chức vụ |\n|---|---|---|\n| 1 | Trần Thị Bình | Công chức |\n"
        "| | NGƯỜI LẬP BIỂU | |\n| 2 | Lê Văn Chung | Công chức |"
    )
    right: ClassVar[str] = (
        "| STT | Họ và tên | Chức vụ |\n|---|---|---|\n| 1 | Trần Thị Bình | Công chức |\n"
        "| 2 | Lê Văn Chung | Công chức |\n| | NGƯỜI LẬP BIỂU | |"
    )

    severity: Severity = Severity.WARNING
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted(Finding):
    """Tiêu đề và số liệu lệch cột với nhau thì không dòng nào đọc đúng được.

    Thường do chèn hoặc xoá một ô (không phải cả cột), hoặc dán số liệu lệch sang bên cạnh.
    """

    code: ClassVar[str] = "B08"
    message: ClassVar[Text] = Text(
        "Tiêu đề và số liệu lệch cột: dưới “{heading}” lại là những ô như “{example}”.",
        'Headings and data are shifted: under "{heading}" stand cells such as "{example}".',
    )
    fix: ClassVar[Text] = Text(
        "Dời số liệu (hoặc tiêu đề) cho thẳng cột rồi chạy lại; bảng này chưa được đọc.",
        "Move the data or the headings back into line and run again; this table was not read.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Số lượng | |\n|---|---|---|\n| 1 | Trần Thị Bình | 3 |"
    right: ClassVar[str] = (
        "| STT | Họ và tên | Số lượng |\n|---|---|---|\n| 1 | Trần Thị Bình | 3 |"
    )

    severity: Severity = Severity.ERROR
    heading: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenData(Finding):
    """Số liệu bị ẩn vẫn được tính, nên phải có người biết là nó đang ở đó.

    Thường do ẩn bớt cột, dòng hay trang cho dễ in rồi quên mở lại.
    """

    code: ClassVar[str] = "B09"
    message: ClassVar[Text] = Text(
        "Có số liệu đang bị ẩn mà vẫn được tính: {what}.", "Hidden data was counted: {what}."
    )
    fix: ClassVar[Text] = Text(
        "Bỏ ẩn (Unhide) để xem lại; nếu không dùng thì xoá hẳn.",
        "Unhide it and look; delete it if it is not in use.",
    )
    wrong: ClassVar[str] = "| STT | Họ và tên |\n|---|---|\n| 1 (dòng bị ẩn) | Trần Thị Bình |"
    right: ClassVar[str] = "| STT | Họ và tên |\n|---|---|\n| 1 | Trần Thị Bình |"

    severity: Severity = Severity.WARNING
    what: Text


_ROW_OF_TOTALS = Text("dòng tổng", "the total")
_ITS_ROWS = Text("các dòng còn thiếu", "rows that are missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalDiffers(Finding):
    """Dòng tổng do cơ quan ghi phải bằng tổng các dòng của nó.

    Thường do thêm dòng mà công thức cộng chưa lấy tới, hoặc tổng được gõ tay từ tháng trước.
    """

    code: ClassVar[str] = "B10"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: {which} ghi {written}, cộng lại được {found}.",
        'Column "{heading}": {which} says {written}, it adds up to {found}.',
    )
    fix: ClassVar[Text] = Text(
        "Xem lại công thức cộng, hoặc {parts}.",
        "Look at the formula, or at {parts}.",
    )
    wrong: ClassVar[str] = (
        "| STT | Công việc | Số lượng |\n|---|---|---|\n| 1 | A | 2 |\n| 2 | B | 3 |\n"
        "| | Tổng cộng | 6 |"
    )
    right: ClassVar[str] = (
        "| STT | Công việc | Số lượng |\n|---|---|---|\n| 1 | A | 2 |\n| 2 | B | 3 |\n"
        "| | Tổng cộng | 5 |"
    )

    severity: Severity = Severity.WARNING
    heading: str
    written: object
    found: object
    which: Text = _ROW_OF_TOTALS
    parts: Text = _ITS_ROWS
