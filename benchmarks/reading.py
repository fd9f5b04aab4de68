"""The reader beside `pandas.read_excel(sheet_name=None, engine="openpyxl")`, in one run.

    python benchmarks/reading.py [repetitions]

Prints medians and their ratio for an office of 30 people and 300 tasks (S) and one of 80 people
and 2,000 tasks (M). Machines are noisy: quote the ratio, never the milliseconds.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from io import BytesIO

import pandas
import xlsxwriter

from cadre_cli.workbook.read import read

SIZES = {"S": (30, 300), "M": (80, 2_000)}
HEADINGS = (
    ("STT", "Nội dung công việc", "Sản phẩm", "Người thực hiện", "Người giao", "Ngày giao"),
    ("Hạn hoàn thành", "Ngày hoàn thành", "Số lượng giao", "Số lượng hoàn thành", "Hệ số"),
    ("Số lần chưa đạt", "Số lần chậm", "Điểm quy đổi"),
)


def office(people: int, tasks: int) -> bytes:
    """A month's workbook of five styled sheets, as an office keeps it."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    base = {"font_name": "Times New Roman", "font_size": 12, "border": 1}
    formats = {
        "text": book.add_format({**base, "text_wrap": True}),
        "number": book.add_format({**base, "num_format": "0.00"}),
        "day": book.add_format({**base, "num_format": "dd/mm/yyyy"}),
        "head": book.add_format({**base, "bold": True, "align": "center"}),
    }
    for title in ("Kế hoạch", "Giao việc"):
        _tasks(book.add_worksheet(title), formats, people, tasks // 2)
    _people(book.add_worksheet("Danh sách"), formats, people, ("Chức vụ", "Đơn vị", "Đối tượng"))
    criteria = tuple(f"Tiêu chí {number}" for number in range(1, 11))
    _people(book.add_worksheet("Tiêu chí chung"), formats, people, criteria)
    _people(book.add_worksheet("Tổng hợp"), formats, people, ("a", "b", "c", "Tổng", "Xếp loại"))
    book.close()
    return stream.getvalue()


def _letterhead(
    sheet: xlsxwriter.worksheet.Worksheet,
    formats: dict[str, xlsxwriter.format.Format],
    headings: tuple[str, ...],
) -> None:
    sheet.merge_range(0, 0, 0, 3, "UBND XÃ HÓA QUỲ", formats["head"])
    sheet.merge_range(2, 0, 2, len(headings) - 1, "Tháng 3 năm 2026", formats["head"])
    sheet.write_row(4, 0, headings, formats["head"])


def _tasks(
    sheet: xlsxwriter.worksheet.Worksheet,
    formats: dict[str, xlsxwriter.format.Format],
    people: int,
    tasks: int,
) -> None:
    _letterhead(sheet, formats, tuple(word for words in HEADINGS for word in words))
    for number in range(1, tasks + 1):
        row = number + 4
        given = date(2026, 3, 1) + timedelta(days=number % 20)
        sheet.write_number(row, 0, number, formats["text"])
        words = (
            f"{sheet.get_name()}: rà soát hồ sơ số {number} của thôn {number % 17 + 1}",
            f"Báo cáo số {number}",
            f"Nguyễn Văn {number % people + 1}",
            "Lê Thị Hòa",
        )
        for column, text in enumerate(words, 1):
            sheet.write_string(row, column, text, formats["text"])
        for column, days in enumerate((0, 7, number % 9), 5):
            sheet.write_datetime(row, column, given + timedelta(days=days), formats["day"])
        for column, value in enumerate((number % 5 + 1, number % 4 + 1, 0.5 + number % 7 / 3), 8):
            sheet.write_number(row, column, value, formats["number"])
        sheet.write_blank(row, 11, None, formats["text"])
        sheet.write_blank(row, 12, None, formats["text"])
        formula = f"=J{row + 1}*K{row + 1}"
        sheet.write_formula(row, 13, formula, formats["number"], number % 4 * 0.75)


def _people(
    sheet: xlsxwriter.worksheet.Worksheet,
    formats: dict[str, xlsxwriter.format.Format],
    people: int,
    fields: tuple[str, ...],
) -> None:
    _letterhead(sheet, formats, ("STT", "Họ và tên", *fields))
    for number in range(1, people + 1):
        sheet.write_number(number + 4, 0, number, formats["text"])
        sheet.write_string(number + 4, 1, f"Nguyễn Văn {number}", formats["text"])
        for column in range(len(fields)):
            sheet.write_number(number + 4, column + 2, number % (column + 3), formats["number"])


def main(repetitions: int = 9) -> None:
    """Print one line per size."""
    for size, (people, tasks) in SIZES.items():
        data = office(people, tasks)
        ours, theirs = _medians(
            (partial(read, data, "thang-03.xlsx"), partial(_pandas, data)), repetitions
        )
        sys.stdout.write(
            f"{size}: {people} people, {tasks} tasks, {len(data) // 1024} KB   "
            f"reader {ours * 1000:.1f} ms   pandas+openpyxl {theirs * 1000:.1f} ms   "
            f"× {theirs / ours:.1f}\n"
        )


def _pandas(data: bytes) -> object:
    return pandas.read_excel(BytesIO(data), sheet_name=None, engine="openpyxl")


def _medians(ways: tuple[Callable[[], object], ...], repetitions: int) -> list[float]:
    """Median seconds of each way, taken in turns so that a busy machine hurts all alike."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(repetitions):
        for way, spent in zip(ways, times, strict=True):
            began = time.perf_counter()
            way()
            spent.append(time.perf_counter() - began)
    return [statistics.median(spent) for spent in times]


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
