"""A small invented office's year as real workbooks on disk: one a month, each person one task."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.offices import CHAIRMAN, HEADINGS, Cell, Sheet, workbook

UNITS = {
    "Lê Văn Cả": ("Trưởng phòng", "Phòng Kinh tế"),
    "Nguyễn Văn An": ("Chuyên viên", "Phòng Kinh tế"),
    "Trần Thị Bình": ("Chuyên viên", "Phòng Kinh tế"),
    "Hà Văn Cúc": ("Chuyên viên", "Văn phòng"),
    "Vi Thị Dung": ("Chuyên viên", "Văn phòng"),
}
CONFIGURATION = (
    '[office]\nname = "UBND xã {name}"\nsuperior = "UBND tỉnh Thanh Hóa"\nplace = "{name}"\n'
)

Points = Mapping[str, Sequence[int | None]]
"""Name → points of twelve months, 70 to 100; None where somebody is not in the month's workbook."""


def year(
    folder: Path, points: Points, *, name: str = "Đồng Lim", which: int = 2026, **extra: Sheet
) -> Path:
    """`<year>/thang-NN.xlsx` for every month somebody has points in, and the office's cadre.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cadre.toml").write_text(CONFIGURATION.format(name=name), encoding="utf-8")
    for number in range(1, 13):
        present = {
            who: row[number - 1] for who, row in points.items() if row[number - 1] is not None
        }
        if present:
            month(folder / str(which) / f"thang-{number:02d}.xlsx", which, number, present, **extra)
    return folder


def month(
    path: Path,
    which: int,
    number: int,
    points: Mapping[str, int | None],
    done: Mapping[str, int] | None = None,
    late: Collection[str] = (),
    **extra: Sheet,
) -> Path:
    """One month: roster, a task each that is done, and the common points that make up the total.

    The tasks of those who are `late` were late once.
    """
    roster: Sheet = [
        ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Đối tượng"],
        *(
            [n, who, *UNITS.get(who, ("Chuyên viên", "Văn phòng")), "Công chức"]
            for n, who in enumerate(points, 1)
        ),
        CHAIRMAN,
    ]
    tasks: Sheet = [
        [f"GIAO VIỆC VÀ KẾT QUẢ THÁNG {number} NĂM {which}"],
        HEADINGS,
        *(_task(which, number, who, (done or {}).get(who, 10), who in late) for who in points),
    ]
    common: Sheet = [
        [f"ĐIỂM TIÊU CHÍ CHUNG THÁNG {number} NĂM {which}"],
        ["STT", "Họ và tên", "Điểm tiêu chí chung (30đ)", "d", "đ", "e"],
        *(
            [
                n,
                who,
                30 if total is None else total - 70,
                *([None, 1, 1] if who == "Lê Văn Cả" else [None] * 3),
            ]
            for n, (who, total) in enumerate(points.items(), 1)
        ),
    ]
    sheets = {"Danh sách": roster, "Giao việc": tasks, "Tiêu chí chung": common}
    named = {name.replace("_", " "): sheet for name, sheet in extra.items()}
    return workbook(path, sheets | named)


def _task(which: int, number: int, who: str, quantity: int, late: bool) -> list[Cell]:
    boss = "Phạm Văn Chủ" if who == "Lê Văn Cả" else "Lê Văn Cả"
    given, due, done = (date(which, number, day) for day in (2, 20, 18))
    return [
        None, f"Việc tháng {number} của {who}", "Văn bản", who, boss, given, due, 10, 1, quantity, done, 0,
        int(late),
        boss, None,
    ]  # fmt: skip
