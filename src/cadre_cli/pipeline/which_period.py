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
    fix: ClassVar[Text] = Text(vi="{mend}.", en="{mend}.")
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP Điều 3 khoản 4"
    wrong: ClassVar[str] = "thang-03.xlsx: “KẾT QUẢ THÁNG 2 NĂM 2026”"
    right: ClassVar[str] = "thang-03.xlsx: “KẾT QUẢ THÁNG 3 NĂM 2026”"
    sheet: str
    what: Text
    mend: Text


_WRITE = Text(
    "Ghi “Tháng … năm …” ở tiêu đề bảng; hoặc chạy lại với --period và kỳ ấy, ví dụ --period 2026-03",
    "Write the month and year in the table's title; or run again with --period and that period, "
    "such as --period 2026-03",
)
_AGREE = Text(
    "Sửa tiêu đề bảng, tên trang hoặc tên tệp cho cùng một kỳ (--period chỉ dùng khi cả ba không ghi kỳ)",
    "Make the title, the sheet's name and the file's name say one period (--period serves only where "
    "none of them says one)",
)
_ONE_PERIOD = Text(
    "Sửa “Tháng … năm …” ở tiêu đề, tên trang của bảng sai kỳ cho hai bảng cùng kỳ (--period không "
    "thay kỳ đã ghi trong tệp)",
    "Correct the month and year in the title or sheet name of the table that is wrong (--period does "
    "not replace a period that the file says)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLeftBlank(Finding):
    """Bảng đã có số liệu mà tiêu đề còn để trống tháng, năm thì lấy kỳ ở chỗ khác, và nói rõ.

    Thường do dùng mẫu in sẵn “Tháng … năm …” mà quên ghi. Mẫu chưa có dòng nào ghi đủ người và việc
    thì không đọc.
    """

    code: ClassVar[str] = "B18"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text(
        vi="Tiêu đề để trống kỳ; {period} lấy theo {source}.",
        en="The title leaves the period blank; {period} was taken from {source}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Ghi tháng, năm vào ô này; nếu là bảng của kỳ khác thì ghi đúng kỳ ấy.",
        en="Write the month and year in this cell; if the table is of another period, that one.",
    )
    wrong: ClassVar[str] = "thang-03-2026.xlsx: “GIAO VIỆC THÁNG ….. NĂM 2026”"
    right: ClassVar[str] = "thang-03-2026.xlsx: “GIAO VIỆC THÁNG 3 NĂM 2026”"
    period: Text
    source: Text


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
        (period, source)
        for period, source in (
            (table.period, _SHEET if table.blank_title else _TITLE),
            (read_period(table.grid.sheet), _SHEET),
            (read_period(path.stem), _FILE),
        )
        if period is not None
    ]
    if not said:
        said = [(each, _NAMES) for each in _from_month_alone(table, path, asked)]
    if not said and asked is not None:
        said = [(asked, _ASKED)]
    by_folder = None if said else _of_folder(path)
    if by_folder is not None:
        said = [(by_folder, _FOLDER)]
    if not said:
        return None, [_unclear(table, Text("không tìm thấy", "was not found"), _WRITE)]
    first, source = said[0]
    others = [str(period) for period, _ in said[1:] if not _agree(first, period)]
    month = read_month(path.stem)
    if month is not None and not _has_month(first, month):
        others.append(f"tháng {month} ở tên tệp")
    others += _differing_blanks(table, first)
    if others:
        what = Text(
            f"mâu thuẫn: {first} và {others[0]}; tạm tính theo {first}",
            f"is contradictory: {first} and {others[0]}; {first} was taken",
        )
        return first, [_unclear(table, what, _AGREE)]
    if by_folder is not None and table.blank_title is None:
        return first, [PeriodOfFolder(at=CellRef(file), period=first.title)]
    return first, _blank(table, first, source)


_TITLE = Text("tiêu đề", "the title")
_SHEET = Text("tên trang", "the sheet's name")
_FILE = Text("tên tệp", "the file's name")
_NAMES = Text("tên trang, tên tệp và thư mục", "the names of sheet, file and folder")
_ASKED = Text("--period", "--period")
_FOLDER = Text("tên thư mục", "the folder's name")


def _blank(table: Table, period: Period, source: Text) -> list[Finding]:
    """B18 where the title left the period blank, at that cell."""
    if table.blank_title is None:
        return []
    return [PeriodLeftBlank(at=table.blank_title, period=period.title, source=source)]


def _differing_blanks(table: Table, period: Period) -> list[str]:
    """What a title says beside its blank ("Tháng … năm 2025", "Tháng 2 năm …") and the period is not."""
    if table.blank_title is None:
        return []
    year, month = read_year(table.title), read_month(table.title)
    differing = [] if year in (None, period.year) else [f"năm {year} ở tiêu đề"]
    if month is not None and not _has_month(period, month):
        differing.append(f"tháng {month} ở tiêu đề")
    return differing


@dataclass(frozen=True, slots=True)
class Dated:
    """A table's sheet, what it holds ("tasks", "common" …) and the period that was taken for it."""

    at: CellRef
    kinds: frozenset[str]
    period: Period


def contradictions(tables: Sequence[Dated]) -> list[PeriodUnclear]:
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
            mend=_ONE_PERIOD,
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
        return None, [_unclear(table, Text("không tìm thấy năm", "has no year"), _WRITE)]
    return table.period or Period.of(year or 0, month), []


def _from_month_alone(table: Table, path: PurePosixPath, asked: Period | None) -> list[Period]:
    """The month from a name such as thang-03.xlsx, the year from a folder such as 2026.

    A title that leaves only one of them blank ("Tháng … năm 2026", "Tháng 3 năm …") says the other.
    """
    titled = () if table.blank_title is None else (table.title,)
    said = (read_month(name) for name in (*titled, table.grid.sheet, path.stem))
    month = next((month for month in said if month is not None), None)
    if month is None:
        return []
    names = (*titled, path.stem, *reversed(path.parent.parts))
    years = [read_year(name) for name in names]
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


def _unclear(table: Table, what: Text, mend: Text) -> Finding:
    at = table.blank_title or CellRef(table.grid.file, table.grid.sheet)
    return PeriodUnclear(at=at, sheet=table.grid.sheet, what=what, mend=mend)
