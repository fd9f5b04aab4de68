"""Columns that nothing is read from: those known to be harmless, and those nobody understood (B14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text, quoted
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.table import OTHER, Column, FieldSpec, Table
from cadre_cli.vietnamese.text import fold

_HARMLESS = """
Đơn vị tính | ĐVT | Mô tả | Mô tả công việc | Mức độ ưu tiên | Độ ưu tiên | Ưu tiên | Thứ tự ưu tiên |
Mức độ khó | Độ khó | Độ mật | Độ khẩn | Mức độ khẩn | Mức độ phức tạp | Tài liệu | Tài
liệu kèm theo | Tài liệu minh chứng | Hồ sơ | Hồ sơ kèm theo | Minh chứng | Link | Liên kết | Đường
dẫn | Link minh chứng | Link tài liệu | Tệp đính kèm | File đính kèm | Đính kèm | Hình ảnh | Số văn
bản | Số, ký hiệu văn bản | Số, ký hiệu | Ngày văn bản | Văn bản | Căn cứ | Căn cứ pháp lý | Nguồn |
Nguồn giao | Cơ quan ban hành | Nơi ban hành | Nơi gửi | Nơi nhận | Lĩnh vực | Lĩnh vực công tác |
Lĩnh vực phụ trách | Nhiệm vụ phụ trách | Chuyên môn | Nhóm | Nhóm việc | Chương trình | Mục tiêu |
Yêu cầu | Kinh phí | Nguồn lực | Địa điểm | Địa bàn | Thôn | Tổ dân phố | Bước thực hiện | Các bước
thực hiện | Cách thực hiện | Biện pháp | Giải pháp | Đề xuất | Kiến nghị | Đề xuất, kiến nghị | Khó
khăn | Khó khăn, vướng mắc | Vướng mắc | Ý kiến | Ý kiến chỉ đạo | Chỉ đạo | Người giám sát | Người
theo dõi | Người kiểm tra | Người lập | Người nhập | Người cập nhật | Ngày nhập | Ngày cập nhật |
Cập nhật lần cuối | Ký nhận | Ký tên | Chữ ký | Xác nhận, ký tên | Ngày sinh | Năm sinh | Ngày tháng
năm sinh | Ngày, tháng, năm sinh | Nam | Nữ | Giới tính | Dân tộc | Tôn giáo | Quê quán | Địa chỉ |
Nơi ở | Số điện thoại | Điện thoại | SĐT | Di động | Email | Thư điện tử | CCCD | Số CCCD | CMND | Số
CMND/CCCD | Mã số thuế | Số tài khoản | Mã ngạch | Ngạch | Ngạch, bậc | Bậc | Bậc lương | Hệ số
lương | Phụ cấp | Trình độ | Trình độ chuyên môn | Trình độ chính trị | Lý luận chính trị | Đảng viên
| Ngày vào Đảng | Ngày bổ nhiệm | Ngày tuyển dụng | Thâm niên | Đối tượng | Loại hợp đồng
| Chức vụ Đảng | Hệ số phân loại | Hệ số xếp loại | Xếp hạng | Tự đánh giá chất lượng | Tự đánh giá tiến độ | Thứ hạng
| Kỳ | Tháng | Quý | Năm | Tuần
"""


def with_others(fields: tuple[FieldSpec, ...]) -> tuple[FieldSpec, ...]:
    """The fields of a kind and one for headings known to say nothing of what it is read for.

    An office adds its own under `[reading] columns` in cadre.toml.
    """
    known = {fold(words) for spec in fields for words in spec.headings}
    listed = (" ".join(words.split()) for words in _HARMLESS.split("|"))
    harmless = tuple(words for words in listed if fold(words) not in known)
    return (*fields, FieldSpec(OTHER, harmless, several=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnNotUnderstood(Finding):
    """Một cột có số liệu mà chương trình chưa hiểu thì không được tính, nên phải có người xem lại.

    Thường do tiêu đề viết theo cách riêng của cơ quan. Nếu cột ấy ghi số lần chưa đạt, số lần chậm,
    số lượng … thì điểm đang thiếu phần đó.
    """

    code: ClassVar[str] = "B14"
    message: ClassVar[Text] = Text(
        "Cột “{heading}” có số liệu nhưng chương trình chưa hiểu nên không dùng đến.",
        'The column "{heading}" holds data but is not understood, so it was not used.',
    )
    fix: ClassVar[Text] = Text(
        "Nếu cột này cần tính, đổi tiêu đề theo mẫu hoặc khai trong cadre.toml, mục "
        "[reading.columns.{kind}] (cadre inspect in sẵn các dòng); nếu không cần, khai ở đó, "
        "tất cả trong một dòng: other = [{pasted}]",
        "If it should count, rename it or map it in cadre.toml, [reading.columns.{kind}] (cadre "
        "inspect prints the lines); if not, list it there, all in one line: other = [{pasted}]",
    )
    wrong: ClassVar[str] = "| Nội dung công việc | Bị nhắc |\n|---|---|\n| Báo cáo tuần | 2 |"
    right: ClassVar[str] = "| Nội dung công việc | Số lần chậm |\n|---|---|\n| Báo cáo tuần | 2 |"

    severity: Severity = Severity.WARNING
    heading: str
    pasted: str
    """This heading and the others of the table, as cadre.toml takes them: a key stands there once."""
    kind: str


def not_understood(
    table: Table, used: frozenset[int] = frozenset(), skipped: frozenset[int] = frozenset()
) -> Iterator[ColumnNotUnderstood]:
    """B14 for each column with data and a heading that fits nothing.

    `used` are columns that the kind reads by itself, `skipped` rows that are nobody's. A heading
    that was turned away for another (B04) has been named already, and one without letters (days of
    a month) is no name of a column.
    """
    told = {finding.at for finding in table.findings if finding.code == "B04"}
    unclear = [
        column
        for column in table.columns
        if column.field is None
        and column.column not in used
        and column.at not in told
        and any(letter.isalpha() for letter in column.heading)
        and _holds_data(table, column, skipped)
    ]
    pasted = ", ".join(quoted(column.heading) for column in unclear)
    for column in unclear:
        yield ColumnNotUnderstood(
            at=column.at, heading=column.heading, pasted=pasted, kind=table.kind
        )


def _holds_data(table: Table, column: Column, skipped: frozenset[int]) -> bool:
    rows = [row.number for row in table.rows if row.number not in skipped]
    said = (as_text(table.grid.cell(row, column.column)) for row in rows)
    return any(words is not None and any(map(str.isalnum, words)) for words in said)
