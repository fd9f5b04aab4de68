"""A month of the example kept in one sheet for assignment and result, as April 2026 is."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from tools import example_commune as commune
from tools.example_commune import HEAD, LEFT, MAKER, RIGHT
from tools.example_work import Job, Month
from tools.sheet_forms import Book, Form, Formula, column

LEADING = (
    "d - Kết quả hoạt động của cơ quan, đơn vị",
    "đ - Khả năng tổ chức triển khai",
    "e - Năng lực tập hợp, đoàn kết",
)


def by_unit(jobs: Sequence[Job]) -> Iterator[tuple[str, str, tuple[Job, ...]]]:
    """The units with their tasks, each under its Roman numeral."""
    for marker, unit in zip(("I", "II", "III", "IV"), commune.UNITS, strict=True):
        yield marker, unit, tuple(j for j in jobs if commune.BY_NAME[j.owner].unit == unit)


def day_of(month: Month, day: int | None) -> date | None:
    """A day of the month as a date."""
    return None if day is None else date(month.year, month.month, day)


def followed_month(month: Month, away: Mapping[str, str]) -> bytes:
    """The month's workbook; `away` says why somebody has no marks."""
    book = Book(f"Theo dõi, đánh giá tháng {month.month} năm {month.year} của xã Đồng Lim")
    _followed(book, month)
    _criteria_and_leaders(book, month, away)
    return book.bytes()


def _signed(form: Form, month: Month) -> None:
    """Signed on the last day but one, as April 2026 was."""
    last = calendar.monthrange(month.year, month.month)[1] - 1
    number = f"{month.month:02d}" if month.month < 3 else str(month.month)
    form.signatures(f"Đồng Lim, ngày {last} tháng {number} năm {month.year}", (MAKER, HEAD))


def _followed(book: Book, month: Month) -> None:
    form = book.sheet(
        "Theo dõi nhiệm vụ",
        (
            column("STT", 5, "centre"), column("Mã CV", 8, "centre"), column("Nội dung công việc", 40),
            column("Sản phẩm", 24), column("Người thực hiện", 17), column("Người giao", 16),
            column("Ngày giao", 11, "date"), column("Thời hạn hoàn thành", 11, "date"),
            column("Số lượng | Được giao", 8, "whole"), column("Số lượng | Hoàn thành", 8, "whole"),
            column("Hệ số quy đổi", 8, "factor"), column("Ngày hoàn thành", 11, "date"),
            column("Số lần chưa đạt", 8, "whole"), column("Số lần chậm", 8, "whole"),
            column("Người đánh giá", 16), column("Loại nhiệm vụ", 13, "centre"),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(
        f"BẢNG GIAO VIỆC VÀ THEO DÕI KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG {month.month} NĂM {month.year}"
    )
    form.headings(34)
    number = 0
    for marker, unit, jobs in by_unit(month.jobs):
        form.group(marker, unit)
        for job in jobs:
            number += 1
            form.data(
                (
                    number, job.code, job.content, job.product, job.owner, job.boss,
                    day_of(month, job.given - 1), day_of(month, job.due), job.quantity, job.finished,
                    job.weight, day_of(month, job.on), job.failed or None, job.late or None,
                    job.judge, job.category,
                )
            )  # fmt: skip
    _signed(form, month)


def _criteria_and_leaders(book: Book, month: Month, away: Mapping[str, str]) -> None:
    groups = (
        "I. Phẩm chất chính trị, đạo đức; ý thức kỷ luật (10đ)",
        "II. Năng lực chuyên môn, trách nhiệm, thái độ phục vụ (10đ)",
        "III. Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm (10đ)",
    )
    form = book.sheet(
        "Tiêu chí chung",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Chức vụ", 26),
            column("Đơn vị", 24),
            *(column(f"Tiêu chí chung | {name}", 15, "points") for name in groups),
            column("Tiêu chí chung | Tổng cộng (30đ)", 9, "points"),
            *(column(f"Lãnh đạo, quản lý | {name}", 14, "percent") for name in LEADING),
            column("Ghi chú", 24),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(
        f"BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG, TIÊU CHÍ LÃNH ĐẠO THÁNG {month.month} NĂM {month.year}"
    )
    form.headings()
    form.page.set_row(form.first - 3, 20)
    form.page.set_row(form.first - 2, 80)
    people = [p for p in commune.PEOPLE if p.name in month.marks or p.name in away]
    for number, person in enumerate(people, 1):
        head = (number, person.name, person.position, person.unit)
        if person.name in away:
            form.data((*head, *(None,) * 7, away[person.name]))
            continue
        marks = [Fraction(str(mark)) for mark in month.marks[person.name]]
        whole = Formula("=SUM(E{row}:G{row})", sum(marks, Fraction(0)))
        parts: tuple[Fraction | None, ...] = (None, None, None)
        if person.leads:
            parts = tuple(
                Fraction(part, 100) if part else None for part in month.leading[person.name]
            )
        form.data((*head, *marks, whole, *parts, ""))
    _signed(form, month)
