"""The columns that sheets about villages share, and the village of a row."""

from __future__ import annotations

from datetime import date

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.values import UNKNOWN, Day
from cadre_cli.sheets.findings_villages import DayAfterPeriod
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.table import FieldSpec, Table
from cadre_cli.vietnamese.villages import names_village


def headings(words: str) -> tuple[str, ...]:
    """Headings one after the other, parted by `|`, most usual first."""
    return tuple(" ".join(heading.split()) for heading in words.split("|"))


def village_field(*, beside: tuple[str, ...] = ()) -> FieldSpec:
    """The column of villages; it speaks for a kind only `beside` columns that nothing else has."""
    return FieldSpec(
        "village",
        headings(
            """Thôn | Tên thôn | Thôn, bản | Thôn/bản | Thôn (bản) | Bản | Tên bản | Xóm | Tên xóm |
            Thôn, xóm | Làng | Thôn, làng | Ấp | Buôn | Tổ dân phố | Thôn, tổ dân phố | Thôn/tổ dân
            phố | Thôn, khu phố | Khu phố | Khu dân cư | Thôn phụ trách | Xóm phụ trách | Phụ trách
            thôn | Phụ trách xóm | Thôn được phân công | Thôn đi cơ sở | Địa bàn | Tên địa bàn |
            Địa bàn phụ trách | Địa điểm (thôn)"""
        ),
        telling=True,
        beside=beside,
    )


ORDINAL = FieldSpec("ordinal", ("STT", "TT", "Số TT", "Số thứ tự", "#"))
NOTE = FieldSpec("note", ("Ghi chú", "Diễn giải"))


def village_of(reader: RowReader, table: Table, *, needed: bool = True) -> str | None:
    """The row's village: its own cell, the group it stands under, or whom the whole sheet is about.

    D05 when the column is there and says nothing.
    """
    written = reader.text("village")
    if written is not None:
        return written
    above = next((group for group in reversed(reader.group) if names_village(group)), None)
    found = above or table.subject.village
    if found is None and needed:
        reader.require("village")
    return found


def day_within(reader: RowReader, field: str, period: Period | None) -> Day:
    """A day that cannot lie after the table's own period: D17, and unknown, when it does.

    Days before the period stay: a log carries open promises on from month to month. In a year's
    table a blank day is D05, for the row belongs to no month without one.
    """
    day = reader.day(field)
    if day is None and period is not None and period.unit is PeriodUnit.YEAR:
        reader.require(field)
    if period is not None and isinstance(day, date) and day > period.last_day:
        reader.findings.append(
            DayAfterPeriod(
                at=reader.at.cell(field),
                heading=reader.heading(field),
                day=day,
                period=period.title,
            )
        )
        return UNKNOWN
    return day
