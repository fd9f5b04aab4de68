"""Which period a table is about, by its title, its sheet and its file (contract 9.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.dates import read_month, read_period, read_year


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodUnclear(Finding):
    """Không xác định được kỳ đánh giá, hoặc tiêu đề, tên trang và tên tệp nói khác nhau.

    Thường do chép tệp tháng trước mà quên sửa tiêu đề, hoặc tiêu đề không ghi tháng, năm.
    """

    code: ClassVar[str] = "B06"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Kỳ đánh giá của trang “{sheet}” {what}.", en="The period of sheet “{sheet}” {what}."
    )
    fix: ClassVar[Text] = Text(
        vi="Ghi rõ “Tháng … năm …” ở tiêu đề bảng cho khớp với tên trang, tên tệp; hoặc chạy lại "
        "với --period 2026-03.",
        en="Write the month and year in the table's title, as in the sheet's and file's names; or "
        "run again with --period 2026-03.",
    )
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP Điều 3 khoản 4"
    wrong: ClassVar[str] = "thang-03.xlsx: “KẾT QUẢ THÁNG 2 NĂM 2026”"
    right: ClassVar[str] = "thang-03.xlsx: “KẾT QUẢ THÁNG 3 NĂM 2026”"
    sheet: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOfFolder(Finding):
    """Tiêu đề, tên trang và tên tệp đều không ghi kỳ thì lấy kỳ ở tên thư mục, và nói rõ.

    Thường gặp ở cơ quan mỗi tháng một thư mục, trong đó mỗi người một tệp.
    """

    code: ClassVar[str] = "B15"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text(
        vi="Kỳ đánh giá {period} lấy theo tên thư mục: tiêu đề, tên trang và tên tệp không ghi.",
        en="The period {period} was taken from the folder's name: title, sheet and file name none.",
    )
    fix: ClassVar[Text] = Text(
        vi="Không phải làm gì nếu đúng kỳ; nếu không, ghi “Tháng … năm …” ở tiêu đề bảng.",
        en="Nothing to do if it is right; else write the month and year in the table's title.",
    )
    wrong: ClassVar[str] = "2026/Tháng 3/An.xlsx: “BẢNG CHẤM ĐIỂM”"
    right: ClassVar[str] = "2026/Tháng 3/An.xlsx: “BẢNG CHẤM ĐIỂM THÁNG 3 NĂM 2026”"
    period: Text


_FOLDERS = 3
"""In so many a month and its year were seen: "2026/Tháng 3/Phòng Kinh tế"."""


def period_of(
    table: Table, file: str, asked: Period | None, folder: str = ""
) -> tuple[Period | None, list[Finding]]:
    """The title's period, else the sheet name's, else the file's, else `--period` (contract 9.1).

    Where none of them says one, the name of the `folder` does (B15), whether it was given with the
    file or lies above what was given: offices keep a folder for each month.

    What disagrees is named (B06) and the first in that order is taken; a month inside a quarter
    agrees with it. A file name with a month alone agrees with that month of any year.
    """
    path = PurePosixPath(file)
    path = PurePosixPath(folder or path.parent, path.name)
    if table.month is not None:
        return _in_its_year(table, table.month, path, asked)
    said = [
        period
        for period in (table.period, read_period(table.grid.sheet), read_period(path.stem))
        if period is not None
    ]
    if not said:
        said = _from_month_alone(table.grid.sheet, path, asked)
    if not said:
        if asked is not None:
            return asked, []
        by_folder = _of_folder(path)
        if by_folder is not None:
            return by_folder, [PeriodOfFolder(at=CellRef(file), period=by_folder.title)]
        return None, [_unclear(table, Text("không tìm thấy", "was not found"))]
    first = said[0]
    month = read_month(path.stem)
    others = [period for period in said[1:] if not _agree(first, period)]
    if others or (month is not None and not _has_month(first, month)):
        other = str(others[0]) if others else f"tháng {month} ở tên tệp"
        return first, [
            _unclear(
                table,
                Text(
                    f"mâu thuẫn: {first} và {other}; tạm tính theo {first}",
                    f"is contradictory: {first} and {other}; {first} was taken",
                ),
            )
        ]
    return first, []


@dataclass(frozen=True, slots=True)
class Dated:
    """A table's sheet, what it holds ("tasks", "common" …) and the period that was taken for it."""

    at: CellRef
    kinds: frozenset[str]
    period: Period


def contradictions(tables: Sequence[Dated]) -> list[Finding]:
    """B06 where a workbook's work is all of one period and its marks are all of another.

    Neither can be scored without the other. A workbook that keeps several months has both for one of
    them at least; a plan or a summary of another month contradicts nothing.
    """
    work = [one for one in tables if "tasks" in one.kinds]
    marks = [one for one in tables if "common" in one.kinds]
    if not work or any(_agree(one.period, two.period) for one in work for two in marks):
        return []
    return [
        PeriodUnclear(
            at=one.at,
            sheet=one.at.sheet or "",
            what=Text(
                f"là {one.period}, còn bảng công việc ở trang “{work[0].at.sheet}” là "
                f"{work[0].period}: hai bảng không cùng kỳ nên không kỳ nào đủ số liệu",
                f"is {one.period}, that of the tasks in sheet “{work[0].at.sheet}” {work[0].period}: "
                "neither period has all of its data",
            ),
        )
        for one in marks
    ]


def _in_its_year(
    table: Table, month: int, path: PurePosixPath, asked: Period | None
) -> tuple[Period | None, list[Finding]]:
    """A column's month in the year that its heading, the title, the sheet, the file or folder says."""
    names = (table.grid.sheet, path.stem, *reversed(path.parent.parts))
    years = (read_year(name) for name in names)
    year = next((year for year in years if year is not None), asked.year if asked else None)
    if table.period is None and year is None:
        return None, [_unclear(table, Text("không tìm thấy năm", "has no year"))]
    return table.period or Period.of(year or 0, month), []


def _from_month_alone(sheet: str, path: PurePosixPath, asked: Period | None) -> list[Period]:
    """The month from a name such as thang-03.xlsx, the year from a folder such as 2026."""
    month = read_month(sheet) or read_month(path.stem)
    if month is None:
        return []
    years = [read_year(part) for part in (path.stem, *reversed(path.parent.parts))]
    year = next((year for year in years if year is not None), asked.year if asked else None)
    return [] if year is None else [Period.of(year, month)]


def _of_folder(path: PurePosixPath) -> Period | None:
    """The period of the nearest folder that names one: "Tháng 3-2026/An.xlsx", "2026/Tháng 3/An.xlsx"."""
    folders = tuple(reversed(path.parent.parts))
    year = next((year for part in folders if (year := read_year(part)) is not None), None)
    for part in folders:
        period, month = read_period(part), read_month(part)
        if period is not None and period.unit is not PeriodUnit.YEAR:
            return period
        if month is not None and year is not None:
            return Period.of(year, month)
    return None


def folder_of(path: Path, name: str) -> str:
    """The folders a workbook lies in that may say its period: those given, or the nearest three."""
    parents = path.resolve().parent.parts
    return "/".join(parents[-max(_FOLDERS, name.count("/")) :])


def _agree(one: Period, other: Period) -> bool:
    within = one.first_day >= other.first_day and one.last_day <= other.last_day
    around = other.first_day >= one.first_day and other.last_day <= one.last_day
    return within or around


def _has_month(period: Period, month: int) -> bool:
    return period.first_day.month <= month <= period.last_day.month


def _unclear(table: Table, what: Text) -> Finding:
    at = CellRef(table.grid.file, table.grid.sheet)
    return PeriodUnclear(at=at, sheet=table.grid.sheet, what=what)
