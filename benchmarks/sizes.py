"""The workbooks that are measured: a month of an invented office of any size, as offices keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from itertools import islice, product

import xlsxwriter

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hà", "Lò", "Vi", "Cao")
MIDDLE = ("Văn", "Thị", "Đình", "Hữu", "Quốc")
GIVEN = ("An", "Bình", "Chung", "Dũng", "Giang", "Hòa", "Khôi", "Lan", "Mai", "Nam")
UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ")
TASKS = {
    "STT": "text", "Nội dung công việc": "text", "Sản phẩm": "text", "Người thực hiện": "text",
    "Người giao": "text", "Ngày giao": "day", "Hạn hoàn thành": "day", "Ngày hoàn thành": "day",
    "Số lượng giao": "number", "Số lượng hoàn thành": "number", "Hệ số": "number",
    "Số lần chưa đạt": "text", "Số lần chậm": "text", "Điểm quy đổi": "number",
}  # fmt: skip
CRITERIA = {
    "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ (5đ)": 5,
    "Ý thức kỷ luật, kỷ cương (5đ)": 5,
    "Năng lực chuyên môn, nghiệp vụ (2,5đ)": 2.5,
    "Khả năng đáp ứng yêu cầu (2,5đ)": 2.5,
    "Tinh thần trách nhiệm (2,5đ)": 2.5,
    "Thái độ phục vụ, phối hợp (2,5đ)": 2.5,
    "Sản phẩm, giải pháp đột phá, sáng tạo (2,5đ)": 2.5,
    "Sẵn sàng tham gia nhiệm vụ đột xuất, phức tạp (2,5đ)": 2.5,
    "Chịu trách nhiệm trước kết quả (2,5đ)": 2.5,
    "Chủ động đưa ra quyết định (2,5đ)": 2.5,
}
ROSTER = {"STT": "text", "Họ và tên": "text", "Chức vụ": "text", "Đơn vị": "text"}
FIRST_ROW = 6
"""The sheet row of the first task, counted from 1."""

Row = Sequence[object]


def month(people: int, tasks: int) -> bytes:
    """Five styled sheets: who, what is planned, what is done, common criteria, a summary."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    looks, names = _looks(book), _names(people)
    roster = [
        (number, name, "Công chức", UNITS[number % len(UNITS)])
        for number, name in enumerate(names, 1)
    ]
    points = {"STT": "text", "Họ và tên": "text", **dict.fromkeys(CRITERIA, "number")}
    given = [
        (number, name, *(most - (number % 3 == 0) * 0.5 for most in CRITERIA.values()))
        for number, name in enumerate(names, 1)
    ]
    totals = {"STT": "text", "Họ và tên": "text", "Ghi chú": "text"}
    _sheet(book, looks, "Danh sách", ROSTER, roster)
    _sheet(book, looks, "Kế hoạch", dict(list(TASKS.items())[:5]), _plans(names, tasks // 2))
    _sheet(book, looks, "Giao việc", TASKS, _tasks(names, tasks))
    _sheet(book, looks, "Tiêu chí chung", points, given)
    _sheet(book, looks, "Ghi chú", totals, [(*person[:2], "Đã xem") for person in roster])
    book.close()
    return stream.getvalue()


def one_sheet(tasks: int, people: int = 200) -> bytes:
    """Tasks alone, 14 columns of them."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    _sheet(book, _looks(book), "Giao việc", TASKS, _tasks(_names(people), tasks))
    book.close()
    return stream.getvalue()


def _looks(book: xlsxwriter.Workbook) -> dict[str, xlsxwriter.format.Format]:
    base = {"font_name": "Times New Roman", "font_size": 12, "border": 1}
    return {
        "text": book.add_format({**base, "text_wrap": True}),
        "number": book.add_format({**base, "num_format": "0.00"}),
        "day": book.add_format({**base, "num_format": "dd/mm/yyyy"}),
        "head": book.add_format({**base, "bold": True, "align": "center"}),
    }


def _names(people: int) -> list[str]:
    words = islice(product(GIVEN, MIDDLE, FAMILY), people)
    return [f"{family} {middle} {given}" for given, middle, family in words]


def _plans(names: Sequence[str], tasks: int) -> Iterator[Row]:
    for row in _tasks(names, tasks):
        yield row[:5]


def _tasks(names: Sequence[str], tasks: int) -> Iterator[Row]:
    for number in range(1, tasks + 1):
        begun = date(2026, 3, 1) + timedelta(days=number % 20)
        units, factor = number % 5 + 1, 0.5 + number % 7 / 4
        yield (
            number,
            f"Rà soát hồ sơ số {number} của thôn {number % 17 + 1}",
            f"Báo cáo số {number}",
            names[number % len(names)],
            names[0],
            begun,
            begun + timedelta(days=7),
            begun + timedelta(days=number % 8),
            units,
            units - (number % 9 == 0),
            factor,
            None,
            None,
            (f"=J{number + FIRST_ROW - 1}*K{number + FIRST_ROW - 1}", units * factor),
        )


def _sheet(
    book: xlsxwriter.Workbook,
    looks: dict[str, xlsxwriter.format.Format],
    title: str,
    columns: dict[str, str],
    rows: Iterable[Row],
) -> None:
    sheet = book.add_worksheet(title)
    last = max(len(columns) - 1, 2)
    sheet.merge_range(0, 0, 0, 1, "UBND XÃ KHE VẦU", looks["head"])
    sheet.merge_range(2, 0, 2, last, f"{title.upper()} THÁNG 3 NĂM 2026", looks["head"])
    sheet.write_row(FIRST_ROW - 2, 0, columns, looks["head"])
    for number, row in enumerate(rows, FIRST_ROW - 1):
        for column, (value, look) in enumerate(zip(row, columns.values(), strict=True)):
            match value:
                case date():
                    sheet.write_datetime(number, column, value, looks[look])
                case (str() as formula, stored):
                    sheet.write_formula(number, column, formula, looks[look], stored)
                case _:
                    sheet.write(number, column, value, looks[look])
