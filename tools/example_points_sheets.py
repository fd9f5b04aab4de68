"""A month of 2024 of the example: tasks with points, points for the common criteria, events."""

from __future__ import annotations

import calendar
from datetime import date

from tools.example_commune import BY_NAME, HEAD, LEFT, MAKER, RIGHT
from tools.example_year import PointsMonth
from tools.sheet_forms import Book, Form, column


def points_month(month: PointsMonth) -> bytes:
    """The month's workbook."""
    book = Book(f"Đánh giá cán bộ tháng {month.month} năm {month.year} của xã Đồng Lim")
    _tasks(book, month)
    _marks(book, month)
    if month.happenings:
        _happenings(book, month)
    return book.bytes()


def _finish(form: Form, month: PointsMonth) -> None:
    last = calendar.monthrange(month.year, month.month)[1]
    number = f"{month.month:02d}" if month.month < 3 else str(month.month)
    form.signatures(f"Đồng Lim, ngày {last} tháng {number} năm {month.year}", (MAKER, HEAD))


def _tasks(book: Book, month: PointsMonth) -> None:
    form = book.sheet(
        "Giao việc",
        (
            column("STT", 5, "centre"), column("Nội dung công việc", 44),
            column("Sản phẩm", 24), column("Người thực hiện", 19), column("Người giao", 18),
            column("Ngày giao", 12, "date"), column("Hạn hoàn thành", 12, "date"),
            column("Ngày hoàn thành", 12, "date"), column("Điểm tối đa", 9, "points"),
            column("Điểm lãnh đạo chấm", 10, "points"), column("Người đánh giá", 18),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(f"BẢNG GIAO VIỆC VÀ CHẤM ĐIỂM THÁNG {month.month} NĂM {month.year}")
    form.headings()
    for number, task in enumerate(month.tasks, 1):
        boss = BY_NAME[task.owner].superior
        form.data(
            (
                number, task.content, task.product, task.owner, boss, date(month.year, month.month, 2),
                task.due, task.done, task.most, task.given, boss,
            )
        )  # fmt: skip
    _finish(form, month)


def _marks(book: Book, month: PointsMonth) -> None:
    form = book.sheet(
        "Tiêu chí chung",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Đơn vị", 28),
            column("Điểm tiêu chí chung (30đ)", 14, "points"), column("Điểm thưởng", 10, "points"),
            column("Điểm trừ", 10, "points"), column("Ghi chú", 24),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(f"BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG {month.month} NĂM {month.year}")
    form.headings()
    for number, (name, points) in enumerate(month.common.items(), 1):
        beside = (month.bonus.get(name), month.penalty.get(name))
        form.data((number, name, BY_NAME[name].unit, points, *beside, ""))
    _finish(form, month)


def _happenings(book: Book, month: PointsMonth) -> None:
    form = book.sheet(
        "Sự kiện",
        (
            column("STT", 5, "centre"), column("Họ và tên", 20), column("Đơn vị", 24),
            column("Loại sự việc", 22), column("Từ ngày", 12, "date"),
            column("Số văn bản", 28), column("Nội dung, lý do", 34),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(f"THEO DÕI SỰ VIỆC VỀ NHÂN SỰ THÁNG {month.month} NĂM {month.year}")
    form.headings()
    for number, each in enumerate(month.happenings, 1):
        unit = BY_NAME[each.who].unit
        form.data((number, each.who, unit, each.what, each.first, each.document, each.reason))
    _finish(form, month)
