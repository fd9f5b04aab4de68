"""A small invented office as real workbooks on disk, for tests of the whole path."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter

Cell = str | int | float | date | None
Sheet = list[list[Cell]]

ROSTER: Sheet = [
    ["UBND XÃ ĐỒNG LIM"],
    ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
    ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Đối tượng"],
    [1, "Lê Văn Cả", "Trưởng phòng", "Phòng Kinh tế", "Công chức"],
    [2, "Nguyễn Văn An", "Chuyên viên", "Phòng Kinh tế", "Công chức"],
    [3, "Trần Thị Bình", "Chuyên viên", "Phòng Kinh tế", "Công chức"],
]
HEADINGS: list[Cell] = [
    "STT", "Nội dung công việc", "Sản phẩm", "Người thực hiện", "Người giao", "Ngày giao",
    "Hạn hoàn thành", "Số lượng giao", "Hệ số", "Số lượng hoàn thành", "Ngày hoàn thành",
    "Số lần chưa đạt", "Số lần chậm", "Người đánh giá", "Ghi chú",
]  # fmt: skip
FIRST_TASK = 5
"""The sheet's row of the first task."""


def task(
    words: str, owner: str, quantity: int, coefficient: float, done: int, **changes: Cell
) -> list[Cell]:
    """A line of work that Lê Văn Cả assigned and evaluated, as `changes` (by heading) have it."""
    finished = date(2026, 3, 18) if done else None
    boss = "Lê Văn Cả"
    line: dict[str, Cell] = dict(zip(
        map(str, HEADINGS),
        [None, words, "Văn bản", owner, boss, date(2026, 3, 2), date(2026, 3, 20), quantity,
         coefficient, done, finished, 0, 0, boss, None],
        strict=True,
    ))  # fmt: skip
    return list((line | changes).values())


# The worked example of NĐ 335 that the law cases hold: 70,9583… for An.
TASKS: Sheet = [
    task("Soạn công văn", "Nguyễn Văn An", 10, 1, 10, **{"Số lần chưa đạt": 1}),
    task("Báo cáo", "Nguyễn Văn An", 2, 4, 2, **{"Số lần chậm": 1,
                                                 "Ngày hoàn thành": date(2026, 3, 25)}),
    task("Đề án", "Nguyễn Văn An", 1, 10, 0),
    task("Tổng hợp", "Trần Thị Bình", 10, 1, 10),
    task("Chỉ đạo", "Lê Văn Cả", 10, 1, 10, **{"Người giao": "Phạm Văn Chủ",
                                              "Người đánh giá": "Phạm Văn Chủ"}),
]  # fmt: skip
COMMON: Sheet = [
    ["ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026"],
    ["STT", "Họ và tên", "Điểm tiêu chí chung (30đ)", "d", "đ", "e"],
    [1, "Lê Văn Cả", 28, None, 1, 1],
    [2, "Nguyễn Văn An", 27, None, None, None],
    [3, "Trần Thị Bình", 30, None, None, None],
]
CHAIRMAN: list[Cell] = [4, "Phạm Văn Chủ", "Chủ tịch UBND", "Lãnh đạo", "Cán bộ"]


def tasks_sheet(tasks: Sheet = TASKS, month: int = 3) -> Sheet:
    """The sheet of tasks with its letterhead, title and headings."""
    title = f"GIAO VIỆC VÀ KẾT QUẢ THÁNG {month} NĂM 2026"
    return [["UBND XÃ ĐỒNG LIM"], [title], [], HEADINGS, *tasks]


def month(path: Path, **sheets: Sheet) -> Path:
    """March 2026 of the small office; `sheets` replace its own, by name."""
    whole = {
        "Danh sách": [*ROSTER, CHAIRMAN],
        "Giao việc": tasks_sheet(),
        "Tiêu chí chung": COMMON,
    } | {name.replace("_", " "): sheet for name, sheet in sheets.items()}
    return workbook(path, whole)


def workbook(path: Path, sheets: dict[str, Sheet]) -> Path:
    """Sheets of plain rows as a real .xlsx."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(place, column, value)
    return path
