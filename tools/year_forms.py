"""The blank form of a year, nam.xlsx: events, organisations' results, months brought from elsewhere."""

from __future__ import annotations

from tools.blank_forms import (
    ANY,
    DATE,
    Rule,
    choice_of,
    finish,
    form_of,
    guide,
    instructions,
    linked,
    number,
)
from tools.sheet_forms import Book, Form, column

PERIOD = "NĂM 20…"
_FIRST = "Sự kiện"
_ROWS = {"events": 80, "organisations": 30, "brought": 60}
GRADES = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
HAPPENINGS = (
    "Kỷ luật", "Nghỉ thai sản", "Nghỉ ốm", "Nghỉ không lương", "Chuyển đến", "Chuyển đi",
    "Bổ nhiệm", "Thôi giữ chức", "Chuyển đơn vị",
)  # fmt: skip
_GUIDE = (
    "1. Tệp này để trong thư mục của năm, ghi dần trong năm; cadre rank đọc cùng các bảng tháng.",
    "2. Ở trang “Sự kiện”, thay dòng NĂM 20… bằng năm thật, ví dụ: NĂM 2026. Các trang sau tự lấy theo.",
    "3. Trang “Sự kiện”: việc nào đã ghi ở bảng tháng thì không phải ghi lại. Kỷ luật ghi đủ ngày và số quyết định.",
    "4. Trang “Cơ quan, đơn vị”: kết quả của UBND xã và các phòng, trung tâm; người đứng đầu không được xếp loại cao hơn đơn vị mình.",
    "5. Trang “Tháng ở nơi cũ”: người chuyển đến trong năm, mỗi tháng một dòng theo văn bản của cơ quan cũ.",
    "6. Ô nào không có gì để ghi thì để trống. Trang nào không dùng thì bỏ trống cả trang.",
    "7. Cần sửa mẫu: vào Review (Xem lại), chọn Unprotect Sheet (Bỏ bảo vệ trang tính), không cần mật khẩu.",
)
_YES_NO = choice_of("Có", "Không", strict=False)
_SHARE = number(0, 1)

Told = tuple[tuple[int, Rule, str], ...]


def year() -> bytes:
    """nam.xlsx."""
    book = Book("Sự kiện, kết quả của cơ quan, đơn vị trong một năm (mẫu)", form=True)
    instructions(book, "CÁCH GHI BỘ BIỂU THEO NĂM", _GUIDE)
    forms = (_events(book), _organisations(book), _brought(book))
    for form in forms:
        finish(form)
    forms[0].page.activate()
    return book.bytes()


def _fill(form: Form, rows: str, told: Told, height: float = 50) -> None:
    form.headings(height)
    filled = form.blank(_ROWS[rows])
    for place, rule, words in told:
        guide(form, filled, place, rule, words)


def _events(book: Book) -> Form:
    form = form_of(
        book,
        _FIRST,
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Đơn vị", 24),
            column("Loại sự việc", 18), column("Từ ngày", 12, "date"),
            column("Đến ngày", 12, "date"), column("Số văn bản", 28),
            column("Nội dung, lý do", 34), column("Chức vụ mới", 20), column("Đơn vị mới", 22),
        ),
        "THEO DÕI SỰ VIỆC VỀ NHÂN SỰ",
        PERIOD,
    )  # fmt: skip
    _fill(form, "events", (
        (1, ANY, "Họ và tên như trong danh sách cán bộ."),
        (3, choice_of(*HAPPENINGS, strict=False), "Chọn một loại; hình thức kỷ luật ghi thêm ở cột Nội dung."),
        (4, DATE, "Ngày bắt đầu nghỉ, ngày quyết định có hiệu lực."),
        (5, DATE, "Ngày cuối cùng. Chưa biết thì để trống."),
        (6, ANY, "Số và ngày của quyết định."),
        (7, ANY, "Nói rõ việc gì, vì sao, hình thức nào."),
        (8, ANY, "Khi bổ nhiệm: chức vụ từ ngày ấy."),
        (9, ANY, "Khi chuyển đơn vị trong xã: đơn vị từ ngày ấy."),
    ))  # fmt: skip
    return form


def _organisations(book: Book) -> Form:
    form = linked(
        book,
        "Cơ quan, đơn vị",
        (
            column("STT", 5, "centre"), column("Cơ quan, tổ chức, đơn vị", 30),
            column("Điểm tiêu chí chung (30đ)", 10, "points"),
            column("Điểm kết quả thực hiện nhiệm vụ (70đ)", 12, "points"),
            column("Tổng điểm", 9, "points"),
            column("Nhiệm vụ đúng tiến độ, chất lượng (%)", 12, "percent"),
            column("Nhiệm vụ vượt mức (%)", 10, "percent"),
            column("Nhiệm vụ hoàn thành (%)", 11, "percent"),
            column("Nhiệm vụ chậm (%)", 10, "percent"),
            column("Số đơn vị trực thuộc không hoàn thành", 12, "whole"),
            column("Khắc phục hạn chế, khuyết điểm", 12, "centre"),
            column("Thực hiện chương trình, kế hoạch năm (%)", 13, "percent"),
            column("Kết luận sai phạm", 10, "centre"),
            column("Xếp loại", 22), column("Quyết định công nhận", 24), column("Ghi chú", 16),
        ),
        "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁC CƠ QUAN, ĐƠN VỊ",
        _FIRST,
        PERIOD,
    )  # fmt: skip
    _fill(form, "organisations", (
        (1, ANY, "UBND xã và từng phòng, trung tâm, ghi như trong danh sách cán bộ."),
        (2, number(0, 30), "Điểm tiêu chí chung, từ 0 đến 30."),
        (3, number(0, 70), "Điểm kết quả thực hiện nhiệm vụ, từ 0 đến 70."),
        (4, number(0, 100), "Tổng điểm cơ quan đã ghi. Để trống cũng được: chương trình tự cộng."),
        (5, _SHARE, "Phần việc đúng tiến độ, bảo đảm chất lượng, từ 0% đến 100%."),
        (6, _SHARE, "Phần việc hoàn thành vượt mức, từ 0% đến 100%."),
        (7, _SHARE, "Phần việc hoàn thành, từ 0% đến 100%."),
        (8, _SHARE, "Phần việc chậm tiến độ, từ 0% đến 100%."),
        (9, number(0, 100, whole=True), "Số đơn vị trực thuộc không hoàn thành nhiệm vụ; không có thì ghi 0."),
        (10, _YES_NO, "Hạn chế, khuyết điểm đã được khắc phục hết chưa."),
        (11, _SHARE, "Phần việc đã làm trong chương trình, kế hoạch năm, từ 0% đến 100%."),
        (12, _YES_NO, "Có kết luận của cấp có thẩm quyền về sai phạm, mất đoàn kết không."),
        (13, choice_of(*GRADES), "Mức đã được công nhận. Chưa công nhận thì để trống."),
        (14, ANY, "Số và ngày của quyết định công nhận."),
    ), 100)  # fmt: skip
    return form


def _brought(book: Book) -> Form:
    form = linked(
        book,
        "Tháng ở nơi cũ",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Đơn vị", 24),
            column("Cơ quan cũ", 30), column("Tháng", 9, "centre"),
            column("Tổng điểm", 10, "points"), column("Xếp loại", 26),
            column("Văn bản gửi kết quả", 30), column("Ghi chú", 20),
        ),
        "KẾT QUẢ CÁC THÁNG Ở CƠ QUAN CŨ CỦA NGƯỜI CHUYỂN ĐẾN",
        _FIRST,
        PERIOD,
    )  # fmt: skip
    _fill(form, "brought", (
        (1, ANY, "Họ và tên như trong danh sách cán bộ."),
        (3, ANY, "Cơ quan đã đánh giá những tháng ấy."),
        (4, number(1, 12, whole=True), "Tháng trong năm, từ 1 đến 12; mỗi tháng một dòng."),
        (5, number(0, 100), "Tổng điểm của tháng theo văn bản của cơ quan cũ, từ 0 đến 100."),
        (6, choice_of(*GRADES), "Mức xếp loại tháng theo văn bản, nếu có."),
        (7, ANY, "Số và ngày của văn bản gửi kết quả."),
    ))  # fmt: skip
    return form
