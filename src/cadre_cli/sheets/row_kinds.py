"""What a row below the heading is: data, a group's name, a total, a note, a signature, nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cadre_cli.domain.grid import Area, Cell, Grid
from cadre_cli.sheets.columns import as_text, is_error
from cadre_cli.sheets.grades import grade_of
from cadre_cli.vietnamese.names import names_body
from cadre_cli.vietnamese.numbers import is_numbering_row, read_number, read_roman
from cadre_cli.vietnamese.text import fold, one_line

_FILLER = re.compile(r"[\s.,…·_\-–—=*\"']*")
_LETTER = re.compile(r"\(?([A-ZĐa-zđ])\s*[.):/-]?\)?")
_STAR = re.compile(r"[*•]\s*\S")
_FOOTNOTE = re.compile(r"\(\*+\)|\*+\s*\)|(ghi chu|luu y|chu thich|ghi chi|don vi tinh)\b")
_ATTACHED = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
"""What the next table's title goes on with: it belongs to no row above."""
_TOTAL_ALONE = re.compile(
    r"(tong( cong| so| diem| hop)?|cong( don| lai)?|luy ke)( [ivx0-9]+)*"
    r"|((diem )?trung binh|binh quan)( chung| cong| thang| nam)*"
)
_TOTAL_BEGINS = re.compile(
    r"(tong cong|tong so|cong (tieu chi|muc|phan|nhom|[ivx]+|\d+)|cong [a-z])\b"
)
_SUMMARY = re.compile(
    r"((phan|muc) )?([ivx]+|[a-h]|\d) (bang )?tong hop"
    r"( (ket qua|diem|danh gia|xep loai|ket qua (theo doi|danh gia|xep loai|cham diem)( .*)?))?"
)
_OF_SLIP = re.compile(
    r"(\d |[ivx]+ )?(tong( so)? diem|tong cong|xep loai"
    r"|diem( cac)? (tieu chi|ket qua|theo doi|danh gia|nhiem vu))\b"
)
_SECTION = re.compile(
    r"(?:cac )?(?:nhiem vu|cong viec|viec)(?: (?:chinh|chung|chuyen mon|duoc giao|thuc hien))*"
    r" (?:thuong xuyen|dinh ky|dot xuat|phat sinh|trong tam|(?:theo|trong|ngoai) ke hoach|nhan thay"
    r"|chuyen giao)\b"
)
_SHORT = 10
"""Words up to which a text that begins like a section's heading is one."""
_LONG = 25
"""Words above which a text alone in its row is a remark, not a group's name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A row as far as the table's columns reach.

    `typed` are the cells that say something, by column: no errors, no formulas without a result, no
    empty strings. `ordinal` is what the numbering column says.
    """

    number: int
    typed: Mapping[int, Cell]
    ordinal: str
    ordinal_column: int | None
    span: Area | None
    """The merge that its first text lies in."""
    unread: frozenset[int]
    """Columns with an error or with a formula that has no result."""
    words: Mapping[int, str]
    """Texts by column, the numbering column and numbers written as text left out."""
    numbers: Mapping[int, Decimal]
    """Numbers by column, the numbering column left out."""

    @property
    def is_numbered(self) -> bool:
        """Whether the numbering column holds a number: such a row is never a signature."""
        return bool(re.fullmatch(r"\(?\d+(\.\d+)*[.)]?", self.ordinal))

    @property
    def has_amounts(self) -> bool:
        """Whether numbers stand beside the words, also those written as text."""
        return any(at not in self.words and at != self.ordinal_column for at in self.typed)

    @property
    def label(self) -> str:
        """The row's first text, wherever it stands, the numbering column included."""
        words = self.words
        if words:
            return words[min(words)]
        return self.ordinal if self.ordinal and not self.is_numbered else ""


def facts(
    number: int,
    cells: Mapping[int, Cell],
    reach: range,
    ordinal_column: int | None,
    areas: Mapping[tuple[int, int], Area],
) -> Facts:
    """What a row says within the columns of the table."""
    typed = {
        column: cell
        for column, cell in cells.items()
        if column in reach and not is_error(cell.value) and (as_text(cell) or "").strip()
    }
    ordinal = as_text(typed.get(ordinal_column)) if ordinal_column is not None else None
    places = sorted(typed)
    rest = {column: typed[column].value for column in places if column != ordinal_column}
    return Facts(
        number=number,
        typed=typed,
        ordinal=one_line(ordinal or ""),
        ordinal_column=ordinal_column,
        span=next((areas[number, column] for column in places if (number, column) in areas), None),
        unread=frozenset(
            column for column, cell in cells.items() if column in reach and is_error(cell.value)
        ),
        words={
            column: one_line(value)
            for column, value in rest.items()
            if isinstance(value, str) and read_number(value) is None
        },
        numbers={column: value for column, value in rest.items() if isinstance(value, Decimal)},
    )


def areas_below(grid: Grid, bottom: int) -> Mapping[tuple[int, int], Area]:
    """The merge that each cell of a stored row below `bottom` lies in, by row and column."""
    numbers = sorted(grid.rows)  # a merge of whole columns has a million others
    return {
        (row, column): area
        for area in grid.merges
        if area.bottom > bottom
        for row in numbers[
            bisect_left(numbers, max(area.top, bottom + 1)) : bisect_right(numbers, area.bottom)
        ]
        for column in range(area.left, min(area.right, area.left + 99) + 1)
    }


def is_filler(row: Facts) -> bool:
    """Whether only dots, commas and dashes were typed (`...`, `,,,,`), with or without a number."""
    said = [as_text(cell) or "" for at, cell in row.typed.items() if at != row.ordinal_column]
    said += [] if row.is_numbered else [row.ordinal]
    return bool("".join(said)) and all(_FILLER.fullmatch(text) for text in said)


def is_prepared(row: Facts) -> bool:
    """Whether every cell but the number is a formula that yields nothing yet (0 or FALSE)."""
    rest = [cell for at, cell in row.typed.items() if at != row.ordinal_column]
    numbered = row.is_numbered or not row.ordinal
    return numbered and all(cell.formula is not None and not _says(cell) for cell in rest)


def _says(cell: Cell) -> bool:
    return cell.value not in (Decimal(0), False) if isinstance(cell.value, Decimal | bool) else True


def numbers_columns(row: Facts) -> bool:
    """Whether the row numbers the columns: "1 2 3", "A B 1", "5=3-4"."""
    return is_numbering_row(
        [as_text(row.typed.get(c)) or "" for c in range(min(row.typed), max(row.typed) + 1)]
    )


def is_total(row: Facts) -> bool:
    """Whether it is the office's own total: "Tổng cộng", "Cộng I + II", "Tổng số"."""
    if row.is_numbered or has_day(row) or len(row.words) > 2:  # "Tổng hợp" may be a task's name
        return False
    label = fold(row.label)
    if _TOTAL_ALONE.fullmatch(label):
        return True
    return _TOTAL_BEGINS.match(label) is not None and len(row.words) == 1


def begins_summary(label: str) -> bool:
    """Whether a text heads what sums up the tables above it.

    >>> begins_summary("PHẦN III. TỔNG HỢP"), begins_summary("Tổng hợp báo cáo tuần")
    (True, False)
    """
    return _SUMMARY.fullmatch(fold(label)) is not None


def is_total_of_slip(row: Facts) -> bool:
    """Whether it states points or a class and is no task: no owner, no deadline, no other words."""
    beside = [words for at, words in row.words.items() if at != min(row.words)]
    stated = _OF_SLIP.match(fold(row.label)) is not None
    return stated and not has_day(row) and all(map(grade_of, beside))


def has_day(row: Facts) -> bool:
    """Whether a cell of the row holds a date."""
    return any(isinstance(cell.value, date) for cell in row.typed.values())


def is_note(row: Facts) -> bool:
    """Whether it is a remark: "Ghi chú: …", a footnote, a paragraph alone in its row."""
    if row.is_numbered or row.has_amounts or len(row.words) > 1:
        return False
    label = row.label
    return (
        _FOOTNOTE.match(fold(label)) is not None
        or _FOOTNOTE.match(label) is not None
        or _ATTACHED.match(label) is not None
        or (len(label.split()) > _LONG)
    )


def group_marker(
    row: Facts, *, others_are_numbered: bool, capitals_tell: bool, anchor: int
) -> str | None:
    """The kind of marker when the row names a group, None when it does not.

    Roman numerals, letters, a star, a merge over several columns, or a name alone in a table whose
    other rows are numbered. Capitals tell where other rows are not written in them.
    """
    words = row.words
    label = row.label
    if len(words) > 1 or not label or (row.span is None and has_day(row)):
        return None
    if _STAR.match(label) and not row.numbers:
        return "*"
    marker = _marker(row.ordinal)
    if marker is not None and words:
        return marker
    if len(row.typed) == 1 and (inner := _leading_marker(label)) in ("roman", "letter"):
        return inner
    if row.ordinal_column is None and (inner := _leading_marker(label)):
        return inner
    merged = row.span is not None and row.span.right - row.span.left >= 2
    if merged and row.span is not None and row.span.top == row.span.bottom:
        return _leading_marker(label) or "merged"
    if row.is_numbered or row.has_amounts:
        return None
    alone_at_left = not words or (min(words) < anchor and row.ordinal_column is None)
    if alone_at_left or others_are_numbered or _heads_a_section(label, capitals_tell):
        return _leading_marker(label) or "alone"
    return None


def _heads_a_section(label: str, capitals_tell: bool) -> bool:
    """Whether a text alone in its row can only be a heading: a unit, capitals, a part of the plan."""
    is_part = _SECTION.match(fold(label)) is not None and len(label.split()) <= _SHORT
    return names_body(label) or is_part or (capitals_tell and label.isupper() and " " in label)


def _marker(ordinal: str) -> str | None:
    if ordinal == "*":
        return "*"
    if read_roman(ordinal) is not None:
        return "roman"
    if match := _LETTER.fullmatch(ordinal):
        return "letter" if match[1].isupper() else "small letter"
    return None


def _leading_marker(label: str) -> str | None:
    """The marker written into the label itself: "II. Nhiệm vụ phát sinh", "A - Khối Đảng".

    The title Đ/C is none.
    """
    match = re.match(r"(?!Đ/C\b)([IVX]+|[A-HĐ])\s*[.)/:–-]\s*\S", label)
    return _marker(match[1]) if match else None
