"""The columns of points that are headed by nothing but who gave them."""

from __future__ import annotations

import re
from dataclasses import replace

from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.criteria import NO_SCORER_NAMED, scorer_rank, without_maximum
from cadre_cli.sheets.table import Column, How, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import read_number
from cadre_cli.vietnamese.text import fold

_WHO = (
    "chu tich|pho chu tich|pct|giam doc|pho giam doc|bi thu|pho bi thu|truong phong|tp|pho phong"
    "|pho truong phong|truong don vi|pho truong don vi|truong bo phan|truong ban|to truong"
    "|chanh van phong|lanh dao|ld|thu truong|nguoi dung dau|quan ly|cap tren|cap co tham quyen"
    "|hoi dong|tap the|chi bo"
)
_OF_WHAT = (
    "truc tiep|phu trach|ubnd|uy ban nhan dan|hdnd|dang uy|dang bo|xa|phuong|thi tran|dac khu"
    "|phong|van phong|don vi|co quan"
)
_SCORES = (
    "cham|cham diem|diem|muc diem|so diem|d|cho|do|cua|va|danh gia|theo doi|duyet|phe duyet"
    "|tham dinh|phuc tra|chot|ket luan|thong nhat|chinh thuc|quyet dinh"
)
_PHRASES = "|".join(sorted(f"{_WHO}|{_OF_WHAT}|{_SCORES}".split("|"), key=len, reverse=True))
_ALONE = re.compile(rf"(?>(?>{_PHRASES})(?: |$))+")
_GAVE = "(?: (?:cham|danh gia|duyet|phe duyet|chot)(?: diem)?)"
_OF_A_UNIT = re.compile(rf"(?:diem )?(?:do |cua )?(?:{_WHO}|ct|cvp)(?: \w+){{1,5}}{_GAVE}")
"""Whose unit is named, in whatever words: "Trưởng phòng KT chấm", "CT UBND xã Hóa Quỳ chấm"."""
_BY_NAME = re.compile(rf"(?:diem )?(?:do |cua )?(?:d c|dc|dong chi|ong|ba)(?: \w+){{1,4}}{_GAVE}")
"""A person by name: "Đ/c Cả chấm"."""
_SAYS_WHAT = (
    "tru",
    "giam",
    "gop y",
    "y kien",
    "nhan xet",
    "ly do",
    "so lan",
    "cong them",
    "thuong",
)


def with_superiors(table: Table, field: str) -> Table:
    """With the columns headed by nothing but a superior ("Trưởng phòng chấm") as points."""
    superiors = {
        column.column
        for column in table.columns
        if column.field is None
        and _names_superior_alone(column.heading)
        and _holds_points(table, column)
    }
    columns = tuple(
        replace(column, field=field, how=How.FOLDED) if column.column in superiors else column
        for column in table.columns
    )
    return replace(table, columns=columns) if superiors else table


def _names_superior_alone(heading: str) -> bool:
    """Whether it says who gave the points and nothing else: "Lãnh đạo góp ý trừ" says what, too."""
    words = fold(without_maximum(heading)[0])
    if _BY_NAME.fullmatch(words) and not says(heading, *_SAYS_WHAT):
        return True
    if scorer_rank(heading) <= NO_SCORER_NAMED:
        return False
    of_unit = _OF_A_UNIT.fullmatch(words) is not None and not says(heading, *_SAYS_WHAT)
    return of_unit or _ALONE.fullmatch(words) is not None


def _holds_points(table: Table, column: Column) -> bool:
    """Whether numbers stand in a column, more than words."""
    cells = (table.grid.cell(row.number, column.column) for row in (*table.rows, *table.totals))
    said = [words for cell in cells if (words := as_text(cell))]
    return sum(read_number(words) is not None for words in said) * 2 > len(said)
