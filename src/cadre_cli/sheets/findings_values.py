"""Findings about one value in a cell: T05, T06, D01-D05, D08, D09."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoStoredValue(Finding):
    """Công thức chưa có kết quả lưu trong tệp thì ô đó coi như chưa biết, không bao giờ là 0.

    Thường gặp khi tệp do phần mềm khác xuất ra và chưa được mở, lưu lại bằng Excel.
    """

    code: ClassVar[str] = "T05"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: công thức ={formula} chưa có kết quả lưu trong tệp.",
        'Column "{heading}": the formula ={formula} has no stored result in the file.',
    )
    fix: ClassVar[Text] = Text(
        "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại; hoặc gõ thẳng giá trị vào ô.",
        "Open the file in Excel, save it (Ctrl+S) and run again; or type the value itself.",
    )
    wrong: ClassVar[str] = "| Số lượng |\n|---|\n| =B2*2 (chưa tính) |"
    right: ClassVar[str] = "| Số lượng |\n|---|\n| 4 |"

    severity: Severity = Severity.ERROR
    heading: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorInCell(Finding):
    """Ô cần dùng mà lại chứa giá trị lỗi của Excel (#N/A, #REF!, …).

    Thường do công thức dò tìm không thấy mã, hoặc do xoá nhầm cột mà công thức đang dùng.
    """

    code: ClassVar[str] = "T06"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: ô đang báo lỗi {error}, không đọc được giá trị.",
        'Column "{heading}": the cell shows the error {error}; there is no value to read.',
    )
    fix: ClassVar[Text] = Text(
        "Sửa công thức trong ô, hoặc gõ thẳng giá trị vào ô.",
        "Mend the formula in the cell, or type the value itself.",
    )
    wrong: ClassVar[str] = "| Hệ số |\n|---|\n| #N/A |"
    right: ClassVar[str] = "| Hệ số |\n|---|\n| 2 |"

    severity: Severity = Severity.ERROR
    heading: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotANumber(Finding):
    """Ô cần số mà lại ghi thứ không phải là số.

    Thường do ghi chữ kèm theo (“3 văn bản”, “khoảng 5”), hoặc Excel tự đổi “1-10” thành ngày tháng.
    """

    code: ClassVar[str] = "D01"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” cần một số, nhưng ô ghi “{written}”.",
        'Column "{heading}" needs a number, but the cell says "{written}".',
    )
    fix: ClassVar[Text] = Text(
        "Chỉ ghi số vào ô (ví dụ 3 hoặc 2,5); chữ giải thích xin để ở cột Ghi chú.",
        "Write only the number (3, or 2,5); put any words into the notes column.",
    )
    wrong: ClassVar[str] = "| Số lượng |\n|---|\n| khoảng 5 |"
    right: ClassVar[str] = "| Số lượng |\n|---|\n| 5 |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAQuantity(Finding):
    """Cột ghi số lượng sản phẩm hoặc số lần thì không ghi điểm, tỷ lệ.

    Thường do ghi nhầm cột (điểm ghi vào cột Hoàn thành), hoặc một ô ghi tỷ lệ trong khi các ô khác
    ghi số lượng. Cả cột ghi tỷ lệ thì được hiểu là phần đã làm của số được giao.
    """

    code: ClassVar[str] = "D01"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” ghi {needed}, nhưng ô ghi “{written}” là {given}; chưa dùng số này.",
        'Column "{heading}" holds {needed}, but "{written}" in this cell is {given}; it is not used.',
    )
    fix: ClassVar[Text] = Text(
        "Ghi lại {needed} bằng một con số, ví dụ 3; điểm, tỷ lệ thì để ở cột riêng.",
        "Write {needed} as a number alone (3, say); put points or a percentage into their own column.",
    )
    wrong: ClassVar[str] = "| Số lượng giao | Số lượng hoàn thành |\n|---|---|\n| 3 | 95đ |"
    right: ClassVar[str] = "| Số lượng giao | Số lượng hoàn thành |\n|---|---|\n| 3 | 3 |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str
    needed: Text
    given: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberReadsTwoWays(Finding):
    """Số có một dấu chấm hoặc phẩy rồi ba chữ số: là phần nghìn hay phần lẻ thì không đoán.

    Thường do cột gõ chữ, chỉ có một vài số như vậy nên cả cột không cho biết dấu nào là dấu nào.
    """

    code: ClassVar[str] = "D01"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” đọc được hai cách, {thousands} hoặc {decimal}; chưa dùng số này.",
        'Column "{heading}": "{written}" reads two ways, {thousands} or {decimal}; it is not used.',
    )
    fix: ClassVar[Text] = Text(
        "Gõ lại thành số, không có dấu ngăn phần nghìn: {thousands} hoặc {decimal}.",
        "Type the number again without a mark between groups: {thousands} or {decimal}.",
    )
    wrong: ClassVar[str] = "| Số lượng |\n|---|\n| 1.200 |"
    right: ClassVar[str] = "| Số lượng |\n|---|\n| 1200 |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str
    thousands: str
    decimal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotADate(Finding):
    """Ô cần ngày mà lại ghi thứ không phải là một ngày có thật.

    Thường do gõ nhầm (04.06/1990, 30/02/2026), thiếu năm, hoặc ghi chữ (“cuối tháng”).
    """

    code: ClassVar[str] = "D02"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” cần một ngày, nhưng ô ghi “{written}”.",
        'Column "{heading}" needs a date, but the cell says "{written}".',
    )
    fix: ClassVar[Text] = Text(
        "Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026.",
        "Write day/month/year in full, such as 05/03/2026.",
    )
    wrong: ClassVar[str] = "| Thời hạn |\n|---|\n| 30/02/2026 |"
    right: ClassVar[str] = "| Thời hạn |\n|---|\n| 28/02/2026 |"

    severity: Severity = Severity.ERROR
    heading: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReadsTwoWays(Finding):
    """Một ngày có thể đọc theo hai cách (ngày/tháng hoặc tháng/ngày) thì phải có người xem lại.

    Thường do máy để chế độ tiếng Anh, hoặc dán số liệu từ phần mềm khác vào cột ghi ngày/tháng/năm.
    """

    code: ClassVar[str] = "D03"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: “{written}” không cùng cách ghi với cả cột; đang hiểu là ngày {taken}.",
        'Column "{heading}": "{written}" is not written like the rest of the column; '
        "taken as {taken}.",
    )
    fix: ClassVar[Text] = Text(
        "Xem lại ngày này và ghi theo ngày/tháng/năm như các ô khác.",
        "Look at this date again and write it day/month/year like the others.",
    )
    wrong: ClassVar[str] = "| Thời hạn |\n|---|\n| 21/03/2026 |\n| 03/25/2026 |"
    right: ClassVar[str] = "| Thời hạn |\n|---|\n| 21/03/2026 |\n| 25/03/2026 |"

    severity: Severity = Severity.WARNING
    heading: str
    written: str
    taken: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfRange(Finding):
    """Giá trị nằm ngoài khoảng cho phép: điểm vượt điểm tối đa, hệ số không lớn hơn 0, …

    Thường do thừa hoặc thiếu một chữ số, hoặc gõ dấu phẩy, dấu chấm nhầm chỗ. Trong cột tỷ lệ, số 1
    không kèm dấu % có thể là 1% hoặc 100%.
    """

    code: ClassVar[str] = "D04"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: {value} nằm ngoài khoảng cho phép ({allowed}).",
        'Column "{heading}": {value} is outside its range ({allowed}).',
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra lại và ghi một số trong khoảng {allowed}.",
        "Check it and write a number within {allowed}.",
    )
    wrong: ClassVar[str] = "| Hệ số quy đổi |\n|---|\n| 0 |"
    right: ClassVar[str] = "| Hệ số quy đổi |\n|---|\n| 1,5 |"

    severity: Severity = Severity.ERROR
    heading: str
    value: object
    allowed: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyCell(Finding):
    """Ô bắt buộc phải có mà lại để trống.

    Thường do quên điền, hoặc do ô được gộp nhưng dòng này nằm ngoài phần gộp.
    """

    code: ClassVar[str] = "D05"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” đang để trống.", 'Column "{heading}" is empty here.'
    )
    fix: ClassVar[Text] = Text(
        "Điền vào ô này, hoặc xoá cả dòng nếu dòng không dùng.",
        "Fill in the cell, or delete the row if it is not in use.",
    )
    wrong: ClassVar[str] = "| STT | Nội dung công việc | Số lượng |\n|---|---|---|\n| 1 | | 2 |"
    right: ClassVar[str] = (
        "| STT | Nội dung công việc | Số lượng |\n|---|---|---|\n| 1 | Lập danh sách hộ nghèo | 2 |"
    )

    severity: Severity = Severity.ERROR
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameRowTwice(Finding):
    """Hai dòng giống hệt nhau trong một bảng: có thể đã dán trùng.

    Thường do chép bảng tháng trước rồi thêm dòng bằng cách nhân bản dòng trên.
    """

    code: ClassVar[str] = "D08"
    message: ClassVar[Text] = Text(
        "Dòng này giống hệt dòng {first}.", "This row repeats row {first} word for word."
    )
    fix: ClassVar[Text] = Text(
        "Xoá dòng trùng; nếu là hai việc khác nhau thì ghi rõ chỗ khác nhau.",
        "Delete the copy; if they are two things, write down what tells them apart.",
    )
    wrong: ClassVar[str] = (
        "| STT | Họ và tên | Chức vụ |\n|---|---|---|\n"
        "| 1 | Trần Thị Bình | Công chức |\n| 2 | Trần Thị Bình | Công chức |"
    )
    right: ClassVar[str] = (
        "| STT | Họ và tên | Chức vụ |\n|---|---|---|\n| 1 | Trần Thị Bình | Công chức |"
    )

    severity: Severity = Severity.WARNING
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAsText(Finding):
    """Số được gõ dưới dạng chữ: vẫn đọc được, nhưng công thức của Excel có thể bỏ qua.

    Thường do dán từ phần mềm khác, có dấu cách thừa, hoặc ô đặt kiểu Text. Chỉ báo một lần mỗi cột.
    """

    code: ClassVar[str] = "D09"
    message: ClassVar[Text] = Text(
        "Cột “{heading}”: số ghi dưới dạng chữ, ô đầu tiên là “{written}”; đang hiểu là {taken}.",
        'Column "{heading}": numbers are stored as text, first "{written}"; taken as {taken}.',
    )
    fix: ClassVar[Text] = Text(
        "Không bắt buộc sửa. Muốn Excel cộng được thì đổi cột sang kiểu số.",
        "Nothing must be done. For Excel to add them up, turn the column into numbers.",
    )
    wrong: ClassVar[str] = "| Điểm |\n|---|\n| '8,5 |"
    right: ClassVar[str] = "| Điểm |\n|---|\n| 8,5 |"

    severity: Severity = Severity.NOTE
    heading: str
    written: str
    taken: object


def same_row_twice(at: CellRef, first: int) -> SameRowTwice:
    """D08 at the later row's first cell (contract 9.13)."""
    return SameRowTwice(at=at, first=first)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOverSeveralRows(Finding):
    """Một ô số gộp qua nhiều dòng thì không biết số ấy là của dòng nào.

    Thường do gộp ô cho đẹp khi nhiều dòng chung một việc. Chương trình không chia, không cộng lặp
    và không tự gán cho dòng đầu.
    """

    code: ClassVar[str] = "D12"
    message: ClassVar[Text] = Text(
        vi="Ô số ở cột “{heading}” gộp qua {rows} dòng, không rõ là của dòng nào.",
        en="The number under “{heading}” is merged over {rows} rows; whose it is cannot be told.",
    )
    fix: ClassVar[Text] = Text(
        vi="Bỏ gộp ô, ghi số riêng cho từng dòng.", en="Unmerge the cell and write each row's own."
    )
    wrong: ClassVar[str] = "| Việc | Số lượng |\n|---|---|\n| A | 3 (gộp 2 dòng) |\n| B | |"
    right: ClassVar[str] = "| Việc | Số lượng |\n|---|---|\n| A | 1 |\n| B | 2 |"

    severity: Severity = Severity.ERROR
    heading: str
    rows: int
