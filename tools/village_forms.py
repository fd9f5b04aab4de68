"""The blank forms about villages: thon.xlsx for a month, tham-thon.xlsx for the weekly day."""

from __future__ import annotations

from tools.blank_forms import (
    ANY,
    DATE,
    PERIOD,
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

_ROWS = {"points": 120, "criteria": 200, "gifts": 200, "households": 100, "visits": 200}
_FIRST = "Phụ trách thôn"
GIVINGS = ("Tiền mặt", "Đất", "Ngày công", "Cây", "Công trình", "Hiện vật khác")
UNITS = (
    "đồng",
    "nghìn đồng",
    "triệu đồng",
    "m²",
    "ha",
    "ngày công",
    "cây",
    "công trình",
    "m",
    "km",
)
_VILLAGE = "Ghi tên thôn giống nhau ở mọi bảng, ví dụ: Thôn Đá."
_GUIDE = (
    "1. Ở trang “Phụ trách thôn”, thay dòng THÁNG … NĂM 20… bằng tháng thật, ví dụ: THÁNG 5 NĂM 2026. Các trang sau tự lấy theo.",
    "2. Trang “Phụ trách thôn”: mỗi thôn, mỗi nhiệm vụ một dòng; điểm tối đa theo quy định của cơ quan, chương trình không tự đặt thang điểm.",
    "3. Trang “Tiêu chí NTM”: mỗi thôn, mỗi tiêu chí một dòng; tự đánh giá Đạt hay Chưa đạt và ghi minh chứng. Giữ nguyên tên tiêu chí từ tháng này sang tháng khác để so được giữ vững hay mất chuẩn.",
    "4. Trang “Đóng góp”: mỗi khoản một dòng, luôn ghi đơn vị tính. Khoản không rõ đơn vị không được cộng. Sào, công đất mỗi nơi một khác: đổi ra m².",
    "5. Trang “Hộ được giúp”: mỗi hộ, mỗi việc một dòng.",
    "6. Ô nào không có gì để ghi thì để trống. Trang nào không dùng thì bỏ trống cả trang.",
    "7. Cần sửa mẫu: vào Review (Xem lại), chọn Unprotect Sheet (Bỏ bảo vệ trang tính), không cần mật khẩu.",
)
_VISIT_GUIDE = (
    "1. Thay dòng THÁNG … NĂM 20… bằng tháng thật, ví dụ: THÁNG 5 NĂM 2026.",
    "2. Mỗi lượt đi thôn một dòng; nghe được nhiều việc thì mỗi việc thêm một dòng, cùng ngày, cùng thôn.",
    "3. Đã hứa gì với dân thì ghi rõ việc, ai làm, đến ngày nào. Không hứa thì để trống.",
    "4. Làm xong thì ghi Đã giải quyết và ngày xong. Việc của tháng trước chưa xong: chép nguyên dòng ấy sang tháng này (giữ ngày đi cũ), khi xong mới ghi kết quả.",
    "5. Dân không có ý kiến thì ghi: Không có ý kiến.",
    "6. Cần sửa mẫu: vào Review (Xem lại), chọn Unprotect Sheet (Bỏ bảo vệ trang tính), không cần mật khẩu.",
)

Told = tuple[tuple[int, Rule, str], ...]


def villages() -> bytes:
    """thon.xlsx."""
    book = Book(
        "Các thôn trong tháng: điểm phụ trách, tiêu chí, đóng góp, hộ được giúp (mẫu)", form=True
    )
    instructions(book, "CÁCH GHI BỘ BIỂU VỀ THÔN", _GUIDE)
    points = form_of(
        book,
        _FIRST,
        (
            column("STT", 5, "centre"), column("Thôn", 16), column("Cán bộ phụ trách", 22),
            column("Nhiệm vụ", 36), column("Điểm tối đa", 9, "points"),
            column("Điểm tự chấm", 9, "points"), column("Điểm chấm", 9, "points"),
            column("Nhận xét của Ban Thường vụ", 30), column("Mô hình hay", 30), column("Ghi chú", 16),
        ),
        "CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN",
        PERIOD,
    )  # fmt: skip
    _fill(points, "points", (
        (1, ANY, _VILLAGE),
        (2, ANY, "Họ và tên người được phân công phụ trách thôn, như trong danh sách cán bộ."),
        (3, ANY, "Nói rõ phải làm gì ở thôn trong tháng."),
        (4, number(0.01, 1000), "Điểm tối đa của nhiệm vụ theo quy định của cơ quan, lớn hơn 0."),
        (5, number(0, 1000), "Điểm người phụ trách tự chấm. Có thể để trống."),
        (6, number(0, 1000), "Điểm cấp có thẩm quyền chấm, không quá điểm tối đa."),
        (7, ANY, "Nhận xét của Ban Thường vụ về việc này hoặc về thôn."),
        (8, ANY, "Cách làm đáng để thôn khác học theo. Không có thì để trống."),
    ))  # fmt: skip
    criteria = linked(
        book,
        "Tiêu chí NTM",
        (
            column("STT", 5, "centre"), column("Thôn", 16), column("Số tiêu chí", 9, "centre"),
            column("Tên tiêu chí", 34), column("Chỉ tiêu", 24), column("Kết quả thực hiện", 24),
            column("Đạt/Chưa đạt", 11, "centre"), column("Minh chứng", 34), column("Ghi chú", 18),
        ),
        "KẾT QUẢ THỰC HIỆN TIÊU CHÍ NÔNG THÔN MỚI CỦA THÔN",
        _FIRST,
    )  # fmt: skip
    _fill(criteria, "criteria", (
        (1, ANY, _VILLAGE),
        (2, ANY, "Số của tiêu chí, ví dụ 2.1. Giữ nguyên từ tháng này sang tháng khác."),
        (3, ANY, "Tên tiêu chí theo bộ tiêu chí của cấp trên. Giữ nguyên từ tháng này sang tháng khác."),
        (4, ANY, "Mức phải đạt, ví dụ: từ 90% trở lên."),
        (5, ANY, "Mức đang đạt, ví dụ: 92%."),
        (6, choice_of("Đạt", "Chưa đạt"), "Chọn Đạt hoặc Chưa đạt."),
        (7, ANY, "Số biên bản, quyết định, danh sách … chứng minh."),
    ))  # fmt: skip
    gifts = linked(
        book,
        "Đóng góp",
        (
            column("STT", 5, "centre"), column("Ngày đóng góp", 12, "date"), column("Thôn", 16),
            column("Hộ, người đóng góp", 24), column("Hình thức đóng góp", 16, "centre"),
            column("Số lượng", 14, "amount"), column("Đơn vị tính", 14, "centre"),
            column("Công trình được đóng góp", 34), column("Ghi chú", 20),
        ),
        "ĐÓNG GÓP CỦA NHÂN DÂN",
        _FIRST,
    )  # fmt: skip
    _fill(gifts, "gifts", (
        (1, DATE, "Ghi ngày/tháng/năm, ví dụ: 02/5/2026."),
        (2, ANY, _VILLAGE),
        (3, ANY, "Tên hộ, người hoặc tổ chức đóng góp; cả thôn thì để trống."),
        (4, choice_of(*GIVINGS, strict=False), "Chọn một hình thức. Hiện vật thì ghi tên, ví dụ: Xi măng."),
        (5, number(0, 1e12), "Chỉ ghi số; đơn vị ghi ở cột sau."),
        (6, choice_of(*UNITS, strict=False), "Tiền: đồng, nghìn đồng, triệu đồng. Đất: m² hoặc ha. Sào, công đất thì đổi ra m²."),
        (7, ANY, "Đóng góp để làm gì, ví dụ: đường bê tông ngõ xóm."),
    ))  # fmt: skip
    households = linked(
        book,
        "Hộ được giúp",
        (
            column("STT", 5, "centre"), column("Ngày giúp", 12, "date"), column("Thôn", 16),
            column("Hộ được giúp", 26), column("Nội dung giúp đỡ", 36), column("Người giúp", 34),
            column("Kết quả", 26), column("Ghi chú", 18),
        ),
        "HỘ GIA ĐÌNH ĐƯỢC GIÚP ĐỠ",
        _FIRST,
    )  # fmt: skip
    _fill(households, "households", (
        (1, DATE, "Ghi ngày/tháng/năm, ví dụ: 07/5/2026."),
        (2, ANY, _VILLAGE),
        (3, ANY, "Họ tên chủ hộ."),
        (4, ANY, "Ví dụ: Cải tạo vườn tạp; Sửa nhà; Vệ sinh chuồng trại."),
        (5, ANY, "Những người tham gia, cách nhau bằng dấu chấm phẩy."),
        (6, ANY, "Ví dụ: 500 m² vườn; 3 ngày công."),
    ))  # fmt: skip
    points.page.activate()
    return book.bytes()


def visit_log() -> bytes:
    """tham-thon.xlsx."""
    book = Book("Nhật ký đi thôn (mẫu)", form=True)
    instructions(book, "CÁCH GHI NHẬT KÝ ĐI THÔN", _VISIT_GUIDE)
    log = form_of(
        book,
        "Nhật ký đi thôn",
        (
            column("STT", 5, "centre"), column("Ngày đi thôn", 12, "date"), column("Thôn", 16),
            column("Cán bộ đi thôn", 26), column("Ý kiến, kiến nghị của nhân dân", 34),
            column("Việc đã hứa", 30), column("Người chịu trách nhiệm", 22),
            column("Hạn giải quyết", 12, "date"), column("Kết quả giải quyết", 18, "centre"),
            column("Ngày giải quyết xong", 12, "date"), column("Ghi chú", 16),
        ),
        "NHẬT KÝ ĐI THÔN",
        PERIOD,
    )  # fmt: skip
    _fill(log, "visits", (
        (1, DATE, "Ngày đi, ghi ngày/tháng/năm, ví dụ: 07/5/2026."),
        (2, ANY, _VILLAGE),
        (3, ANY, "Họ tên những người đi, cách nhau bằng dấu chấm phẩy."),
        (4, ANY, "Dân nói gì, hỏi gì, phản ánh gì. Không có thì ghi: Không có ý kiến."),
        (5, ANY, "Đã hứa làm gì. Không hứa thì để trống."),
        (6, ANY, "Một người chịu trách nhiệm làm việc đã hứa."),
        (7, DATE, "Hứa xong vào ngày nào."),
        (8, choice_of("Đã giải quyết", "Chưa giải quyết", "Đang giải quyết", strict=False), "Chọn Đã giải quyết, Chưa giải quyết hoặc Đang giải quyết."),
        (9, DATE, "Ngày xong thật. Chưa xong thì để trống."),
    ))  # fmt: skip
    log.page.activate()
    return book.bytes()


def _fill(form: Form, rows: str, told: Told) -> None:
    """Headings, empty rows with their messages, and the signatures."""
    form.headings()
    area = form.blank(_ROWS[rows])
    for place, rule, words in told:
        guide(form, area, place, rule, words)
    finish(form)
