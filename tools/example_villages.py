"""The villages of the invented commune, month by month: points, criteria, contributions, Thursdays."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from tools.example_commune import HEAD, LEFT, MAKER, RIGHT
from tools.example_year import chance
from tools.sheet_forms import Book, Column, Form, column

IN_CHARGE = {
    "Nà Hon": "Phan Văn Lộc", "Khe Vầu": "Lê Hữu Phước", "Lim Thượng": "Lò Thị Mai",
    "Lim Hạ": "Phạm Minh Đức", "Cầu Đá": "Bùi Văn Sơn", "Đồng Chài": "Ngân Thị Hoa",
    "Bái Sim": "Trương Văn Nam", "Yên Sơn": "Hà Văn Dũng",
}  # fmt: skip
"""The villages as the roster has them, each with whom it is held to account for."""

_DUTIES = (
    ("Vận động, hướng dẫn thôn thực hiện nhiệm vụ tháng", 10),
    ("Dự sinh hoạt chi bộ, họp thôn", 5),
    ("Giải quyết kiến nghị của nhân dân trong thôn", 5),
)
_REMARKS = (
    "Sát thôn, nắm chắc việc",
    "Cần đến thôn đều hơn",
    "Chuyển biến rõ về vệ sinh môi trường",
)
_MODELS = ("Tổ tự quản vệ sinh đường ngõ", "Vườn mẫu gắn với chăn nuôi", "Nhà văn hóa sáng đèn")
_CRITERIA = (
    ("1.1", "Đường trục thôn được cứng hóa", "100%"),
    ("2.1", "Nhà ở dân cư đạt chuẩn", "từ 90% trở lên"),
    ("3.1", "Hộ nghèo đa chiều", "dưới 5%"),
    ("4.1", "Hộ có nhà vệ sinh hợp vệ sinh", "từ 85% trở lên"),
    ("5.1", "Gia đình văn hóa", "từ 85% trở lên"),
)
_GIFTS = (
    ("Tiền mặt", "triệu đồng", 2, 18, "Đường bê tông ngõ xóm"),
    ("Đất", "m²", 30, 260, "Mở rộng đường trục thôn"),
    ("Ngày công", "ngày công", 12, 70, "Nạo vét kênh mương"),
    ("Cây", "cây", 20, 150, "Đường cây xanh của thôn"),
    ("Công trình", "công trình", 1, 2, "Tường rào được tháo dỡ để làm đường"),
)
_GIVERS = ("Lò Văn Ón", "Hà Thị Chiêm", "Vi Văn Thái", "Ngân Văn Hịch", "Cả thôn")
_HOUSEHOLDS = ("Lương Thị Ếm", "Vi Văn Hặc", "Hà Văn Khụ", "Lò Thị Pản")
_HELP = ("Cải tạo vườn tạp", "Sửa chuồng trại", "Dọn vệ sinh, chỉnh trang nhà cửa")
_HEARD = (
    ("Mương dẫn nước bị vỡ", "Cho sửa mương"),
    ("Loa của thôn không phát được", "Cử người sửa loa"),
    ("Đường vào xóm lầy lội khi mưa", "Khảo sát, đề xuất đổ đá"),
    ("Chưa nhận được giấy chứng nhận đất", "Kiểm tra hồ sơ, trả lời"),
)
_NOTHING_SAID = "Không có ý kiến"
_THURSDAY = 3


def villages_month(year: int, month: int) -> bytes:
    """thon-MM.xlsx: all that the commune keeps about its villages for a month."""
    book = Book(f"Các thôn của xã Đồng Lim, tháng {month} năm {year}")
    _points(book, year, month)
    _criteria(book, year, month)
    _gifts(book, year, month)
    _households(book, year, month)
    _visits(book, year, month)
    return book.bytes()


def _form(book: Book, name: str, columns: tuple[Column, ...], title: str, when: str) -> Form:
    form = book.sheet(name, columns)
    form.letterhead(LEFT, RIGHT)
    form.title(title, when)
    form.headings()
    return form


def _when(year: int, month: int) -> str:
    return f"THÁNG {month} NĂM {year}"


def _signed(form: Form, year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    number = f"{month:02d}" if month < 3 else str(month)
    form.signatures(f"Đồng Lim, ngày {last} tháng {number} năm {year}", (MAKER, HEAD))


def thursdays(year: int, month: int) -> Iterator[date]:
    """The weekly days of a month."""
    day = date(year, month, 1)
    day += timedelta((_THURSDAY - day.weekday()) % 7)
    while day.month == month:
        yield day
        day += timedelta(7)


def _points(book: Book, year: int, month: int) -> None:
    form = _form(
        book,
        "Phụ trách thôn",
        (
            column("STT", 5, "centre"), column("Thôn", 16), column("Cán bộ phụ trách", 22),
            column("Nhiệm vụ", 38), column("Điểm tối đa", 9, "points"),
            column("Điểm chấm", 9, "points"), column("Nhận xét của Ban Thường vụ", 30),
            column("Mô hình hay", 30),
        ),
        "CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN",
        _when(year, month),
    )  # fmt: skip
    number = 0
    for village, name in IN_CHARGE.items():
        for place, (duty, most) in enumerate(_DUTIES):
            number += 1
            luck = chance("village", village, duty, year, month)
            given = Fraction(round(most * (1 - luck * 0.45) * 2), 2)
            remark = _REMARKS[int(luck * 3)] if place == 0 else ""
            model = _MODELS[month % 3] if place == 0 and luck < 0.12 else ""
            form.data((number, village, name, duty, most, given, remark, model))
    _signed(form, year, month)


def _criteria(book: Book, year: int, month: int) -> None:
    form = _form(
        book,
        "Tiêu chí NTM",
        (
            column("STT", 5, "centre"), column("Thôn", 16), column("Số tiêu chí", 9, "centre"),
            column("Tên tiêu chí", 34), column("Chỉ tiêu", 20), column("Đạt/Chưa đạt", 11, "centre"),
            column("Minh chứng", 34),
        ),
        "KẾT QUẢ THỰC HIỆN TIÊU CHÍ NÔNG THÔN MỚI CỦA THÔN",
        _when(year, month),
    )  # fmt: skip
    number = 0
    for village in IN_CHARGE:
        for code, words, target in _CRITERIA:
            number += 1
            reached = _reached(village, code, year, month)
            paper = f"Biên bản tự đánh giá tháng {month}/{year} của thôn" if reached else ""
            form.data(
                (number, village, code, words, target, "Đạt" if reached else "Chưa đạt", paper)
            )
    _signed(form, year, month)


def _reached(village: str, code: str, year: int, month: int) -> bool:
    """Reached from some month on; now and then lost for a month."""
    since = int(chance("since", village, code, year) * 14) - 3
    return month > since and chance("lost", village, code, year, month) > 0.03


def _gifts(book: Book, year: int, month: int) -> None:
    form = _form(
        book,
        "Đóng góp",
        (
            column("STT", 5, "centre"), column("Ngày đóng góp", 12, "date"), column("Thôn", 16),
            column("Hộ, người đóng góp", 24), column("Hình thức đóng góp", 16, "centre"),
            column("Số lượng", 12, "factor"), column("Đơn vị tính", 12, "centre"),
            column("Công trình được đóng góp", 34),
        ),
        "ĐÓNG GÓP CỦA NHÂN DÂN",
        _when(year, month),
    )  # fmt: skip
    number = 0
    for village in IN_CHARGE:
        for what, unit, least, most, work in _GIFTS:
            luck = chance("gift", village, what, year, month)
            if luck > 0.3:
                continue
            number += 1
            amount = least + int(luck / 0.3 * (most - least))
            giver = _GIVERS[int(luck * 1000) % len(_GIVERS)]
            day = date(year, month, 2 + int(luck / 0.3 * 24))
            form.data((number, day, village, giver, what, amount, unit, work))
    _signed(form, year, month)


def _households(book: Book, year: int, month: int) -> None:
    form = _form(
        book,
        "Hộ được giúp",
        (
            column("STT", 5, "centre"), column("Ngày giúp", 12, "date"), column("Thôn", 16),
            column("Hộ được giúp", 24), column("Nội dung giúp đỡ", 34), column("Người giúp", 30),
            column("Kết quả", 24),
        ),
        "HỘ GIA ĐÌNH ĐƯỢC GIÚP ĐỠ",
        _when(year, month),
    )  # fmt: skip
    days = list(thursdays(year, month))
    number = 0
    for place, (village, name) in enumerate(IN_CHARGE.items()):
        luck = chance("help", village, year, month)
        if luck < 0.5:
            number += 1
            household = _HOUSEHOLDS[(place + month) % len(_HOUSEHOLDS)]
            done = f"{100 + int(luck * 800)} m² vườn" if luck < 0.25 else "Xong trong ngày"
            form.data(
                (number, days[place % len(days)], village, household, _HELP[place % 3], name, done)
            )
    _signed(form, year, month)


def _visits(book: Book, year: int, month: int) -> None:
    form = _form(
        book,
        "Nhật ký đi thôn",
        (
            column("STT", 5, "centre"), column("Ngày đi thôn", 12, "date"), column("Thôn", 16),
            column("Cán bộ đi thôn", 22), column("Ý kiến, kiến nghị của nhân dân", 32),
            column("Việc đã hứa", 26), column("Người chịu trách nhiệm", 20),
            column("Hạn giải quyết", 12, "date"), column("Kết quả giải quyết", 16, "centre"),
            column("Ngày giải quyết xong", 12, "date"),
        ),
        "NHẬT KÝ ĐI THÔN",
        _when(year, month),
    )  # fmt: skip
    number = 0
    last = date(year, month, calendar.monthrange(year, month)[1])
    for day in thursdays(year, month):
        for place, (village, name) in enumerate(IN_CHARGE.items()):
            luck = chance("visit", village, day)
            if luck > 0.82:
                continue  # nobody went
            number += 1
            if luck > 0.3:
                form.data((number, day, village, name, _NOTHING_SAID, *("",) * 5))
                continue
            heard, promised = _HEARD[(place + day.day) % len(_HEARD)]
            due = day + timedelta(10)
            done = min(day + timedelta(7), last) if luck < 0.24 else None
            told = "Chưa giải quyết" if done is None else "Đã giải quyết"
            form.data((number, day, village, name, heard, promised, name, due, told, done))
    _signed(form, year, month)
