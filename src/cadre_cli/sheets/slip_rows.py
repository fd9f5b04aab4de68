"""Which row of a slip is which criterion: by its words, else by its place under its group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.sheets.body import GROUP, SUMMARY
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.criteria import CHILDREN, TOTAL, criterion_in, without_maximum
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.numbers import read_number, read_roman
from cadre_cli.vietnamese.text import fold, one_line

_ALL = Decimal(30)
"""Points of the common criteria (NĐ 335 Đ12.2): a total of more is that of the whole slip."""
_NUMBERED = re.compile(r"^(?:(?:phan|muc) )?(?:[ivx]+|[a-h]|\d{1,2}) ")
_TOTAL = re.compile(
    r"(?:tong(?: cong| diem| so| so diem| cong diem)?|cong)"
    r"(?: (?:diem )?(?:cac )?tieu chi chung| (?:phan|muc) (?:a|i|1)| nhom a| i ii iii| 1 2 3)?"
)
_OF_SLIP = re.compile(
    r"tong (?:(?:cong |so )?diem|cong)\b(?! (?:diem )?(?:nhom|muc|phan|tieu chi|i{1,3}$)\b)"
    r"|(?:\d )?xep loai\b"
)
"""What the slip comes to; a total that is not of the criteria alone is of both parts."""
_RESULTS = re.compile(
    r"(?:(?:nhom|tieu chi|tong diem|diem|danh gia|theo doi|theo|ve|cac|muc do) )*"
    r"ket qua (?:thuc hien |hoan thanh )?(?:nhiem vu|cong viec|cong tac)"
    r"(?: (?:duoc giao|theo chuc trach|trong (?:thang|quy|ky)|thang|quy|nam|\d+"
    r"|(?:cua )?(?:can bo|cong chuc|vien chuc|ca nhan)))*"
)
"""What heads section II: "B. KẾT QUẢ THỰC HIỆN NHIỆM VỤ (70 điểm)"; some criteria begin like it."""
_OF_RESULTS = Decimal(70)
"""Points of the results of tasks (NĐ 335 Đ12.2)."""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A row of the slip: its criterion ("I.1", "II", "total" or its own words) and its maximum."""

    number: int
    criterion: str
    maximum: Decimal | None


def slip_rows(table: Table) -> tuple[SlipRow, ...]:
    """The rows of criteria with their groups and total; section II below is none of them."""
    groups = {each.at.row or 0 for each in table.left_out if each.why is GROUP}
    others = {row.number for row in (*table.rows, *table.totals)}
    found = tuple(_rows(table, sorted(groups | others)))
    if any(row.criterion.partition(".")[0] in CHILDREN for row in found):
        return found
    # Some put the results of tasks before the criteria.
    below = (each.at.row or 0 for each in table.left_out if each.why is SUMMARY)
    return tuple(_rows(table, sorted(below))) or found


def begins_results(label: str, maximum: Decimal | None = None) -> bool:
    """Whether a row begins the part of the slip about the results of tasks.

    `maximum` is what a column of maxima says of the row.

    >>> begins_results("B. KẾT QUẢ THỰC HIỆN NHIỆM VỤ (70 điểm)")
    True
    >>> begins_results("4. Hoàn thành nhiệm vụ đột xuất"), begins_results("Kết quả công tác (5đ)")
    (False, False)
    """
    words, stated = without_maximum(label)
    most = stated if maximum is None else maximum
    if most is not None and most <= _ALL:
        return False
    if most == _OF_RESULTS:
        return True
    return _RESULTS.fullmatch(_NUMBERED.sub("", fold(words), count=1)) is not None


def _rows(table: Table, numbers: Sequence[int]) -> Iterator[SlipRow]:
    group: str | None = None
    begun = in_results = False
    for number in numbers:
        ordinal, words = _said(table, number, "ordinal"), _said(table, number, "criterion")
        label = words or ordinal
        maximum = _maximum(table, number, label)
        results = begins_results(label, maximum)
        if says(label, "tong hop ket qua") or (begun and results):
            return
        in_results = (in_results or results) and not says(label, "tieu chi chung")
        if in_results:  # some put them before the criteria
            continue
        if _is_total(label):
            if maximum is None or maximum <= _ALL:
                yield SlipRow(number, TOTAL, maximum)
            return
        if _OF_SLIP.match(fold(label)):
            return
        if not words or not _has_points(table, number):
            continue
        code = _code(ordinal, words, group)
        if code in CHILDREN:
            group = code
        elif "." in code:
            group = code.partition(".")[0]
        begun = True
        yield SlipRow(number, code, maximum)


def _code(ordinal: str, words: str, group: str | None) -> str:
    """The words tell, where they name a row below the groups; numbering settles the rest."""
    named = criterion_in(words).criterion
    if named is not None and "." in named:
        return named
    roman = read_roman(ordinal.strip(" .)"))
    if roman is not None and roman <= len(CHILDREN):
        return "I" * roman
    dotted = criterion_in(ordinal).criterion
    if dotted is not None:
        return dotted
    bare = ordinal.strip(" .)(")
    if group is not None and bare.isdigit() and 1 <= int(bare) <= CHILDREN[group]:
        return f"{group}.{bare}"
    return named or words


def _is_total(label: str) -> bool:
    return _TOTAL.fullmatch(fold(without_maximum(label)[0])) is not None


def _maximum(table: Table, number: int, words: str) -> Decimal | None:
    """What the column of maxima says, else the row's own words: "… (2,5 điểm)"."""
    cell = table.cell(number, "max_points")
    value = None if cell is None else cell.value
    if isinstance(value, str):
        read = read_number(one_line(value))
        return read if isinstance(read, Decimal) else None
    return value if isinstance(value, Decimal) else without_maximum(words)[1]


def _has_points(table: Table, number: int) -> bool:
    """Whether the row is scored: it has a maximum, or somebody's points."""
    columns: tuple[Column, ...] = (
        *table.all("max_points"),
        *table.all("self_points"),
        *table.all("points"),
    )
    return any(table.grid.cell(number, column.column) is not None for column in columns)


def _said(table: Table, number: int, field: str) -> str:
    return one_line(as_text(table.cell(number, field)) or "")
