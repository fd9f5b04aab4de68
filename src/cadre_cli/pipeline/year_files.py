"""What is wrong with the files of a year: none, of another year, with errors in them (N08, N11, N13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.year_sources import YearSources


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingOfYear(Finding):
    """Không có bảng tháng, quý nào của năm được hỏi.

    Thường do ghi nhầm năm, chỉ nhầm thư mục, hoặc tiêu đề các bảng ghi năm khác.
    """

    code: ClassVar[str] = "N08"
    message: ClassVar[Text] = Text(
        "Không có bảng nào của năm {year}. {others}", "There is no workbook of {year}. {others}"
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra --year và thư mục; `cadre inspect` cho biết từng bảng được hiểu là kỳ nào.",
        "Check --year and the folder; `cadre inspect` says which period each sheet was taken for.",
    )
    wrong: ClassVar[str] = "cadre rank --year 2042 xa-dong-lim"
    right: ClassVar[str] = "cadre rank --year 2024 xa-dong-lim"

    severity: Severity = Severity.ERROR
    year: str
    others: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherYear(Finding):
    """Trong thư mục có bảng của năm khác, không tính vào năm này.

    Không phải lỗi nếu thư mục lưu nhiều năm. Nếu bảng đáng lẽ của năm này thì tiêu đề ghi nhầm năm.
    """

    code: ClassVar[str] = "N11"
    message: ClassVar[Text] = Text(
        "{count} kỳ của năm khác không tính vào năm {year}: {periods}.",
        "{count} periods of other years do not count in {year}: {periods}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải sửa nếu đúng là năm khác; ghi nhầm thì sửa năm ở tiêu đề bảng.",
        "Nothing to do if they are; else correct the year in the table's title.",
    )
    wrong: ClassVar[str] = "2024/thang-03.xlsx: “THÁNG 3 NĂM 2023”"
    right: ClassVar[str] = "2024/thang-03.xlsx: “THÁNG 3 NĂM 2024”"

    severity: Severity = Severity.NOTE
    year: str
    count: int
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthHasErrors(Finding):
    """Bảng của một tháng còn lỗi, nên điểm của tháng ấy có thể thiếu hoặc còn thay đổi.

    Xem từng lỗi bằng `cadre check` với tệp của tháng.
    """

    code: ClassVar[str] = "N13"
    message: ClassVar[Text] = Text(
        "Bảng {period} còn {count} lỗi: {codes}.", "{period} still has {count} errors: {codes}."
    )
    fix: ClassVar[Text] = Text(
        "Chạy `cadre check` với tệp này, sửa rồi tổng kết lại.",
        "Run `cadre check` on this file, put it right and rank again.",
    )
    wrong: ClassVar[str] = "thang-03.xlsx: G02, C01"
    right: ClassVar[str] = "thang-03.xlsx"

    severity: Severity = Severity.ERROR
    period: Text
    since: date
    count: int
    codes: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """By the calendar, whatever the files are called."""
        return ("", self.since.isoformat(), 0, 0, self.code, self.said())


_TOLD_IN_FULL = frozenset({"C14", "D15", "N12"})
"""Findings of a month that say who somebody was, or that the month counts for nobody."""


def about_files(found: YearSources) -> Iterator[Finding]:
    """What is wrong with the year's files: none at all, errors in a month, files of no period."""
    outcomes, year = found.outcomes, found.year
    others = sorted({o.period for o in outcomes if o.period is not None and o.period.year != year})
    at = next((CellRef(s.file) for o in outcomes for s in o.sources), CellRef("."))
    listed = tuple(str(period) for period in others)
    if not found.origins:
        yield NothingOfYear(at=at, year=str(year), others=_found(listed))
    elif others:
        yield OtherYear(at=at, year=str(year), count=len(listed), periods=listed)
    for outcome in outcomes:
        if outcome.period is None:
            yield from (f for f in outcome.findings if f.severity is not Severity.NOTE)
    for outcome in found.open:
        yield from (f for f in outcome.findings if f.code in _TOLD_IN_FULL)
    for outcome in (*found.open, *found.of_year):
        errors = [f for f in outcome.findings if _is_fault(f, outcome)]
        errors = [f for f in errors if f.code not in _TOLD_IN_FULL]
        if errors and outcome.period is not None:
            counted = Counter(finding.code for finding in errors)
            yield MonthHasErrors(
                at=CellRef(errors[0].at.file),
                period=outcome.period.title,
                since=outcome.period.first_day,
                count=len(errors),
                codes=tuple(f"{code} ({count})" for code, count in sorted(counted.items())),
            )


def _is_fault(finding: Finding, outcome: Outcome) -> bool:
    """An error to be put right; the ranking itself judges the year, and whom its tables mean."""
    whole = outcome.period is not None and outcome.period.unit is PeriodUnit.YEAR
    told = whole and (finding.code.startswith("X") or finding.code in ("D06", "D07"))
    return finding.severity is Severity.ERROR and not told


def _found(listed: tuple[str, ...]) -> Text:
    if not listed:
        return Text("Thư mục không có bảng của kỳ nào.", "No period has a workbook here.")
    return Text(
        f"Có bảng của: {', '.join(listed)}.", f"There are workbooks of: {', '.join(listed)}."
    )
