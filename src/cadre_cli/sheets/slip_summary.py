"""Section II of a slip: the total that it states for the person, and a class where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.grades import grade_of
from cadre_cli.sheets.name_lines import labelled_name
from cadre_cli.sheets.stated_columns import places_of
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.numbers import read_number, read_out_of
from cadre_cli.vietnamese.text import fold, one_line

_ROWS = 25
"""Rows below the criteria in which section II was seen to stand."""
_TOTAL = re.compile(r"tong (so )?diem\b(?! (tieu chi|chung|cac tieu chi))|tong cong diem\b")
_GRADE = re.compile(r"((ket qua|muc|de nghi|de xuat) )?xep loai\b")
_END = re.compile(r"\(?(ky|ky ten)\b|cong chuc tu |cap co tham quyen (theo doi|xep loai)")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[a-z]|[IVX]+)\s*[.)]\s*", re.IGNORECASE)


def slip_summary(table: Table, who: Mention, at: RowRef, last: int) -> Stated | None:
    """The total and the class below the criteria; None where neither is filled in.

    "3. Tổng điểm theo dõi, đánh giá công chức: 87", the number behind the colon or in a cell
    beside it. Of several the rightmost counts: superiors stand at the right of the person.
    """
    total: tuple[Decimal, CellRef] | None = None
    grade: tuple[str, CellRef] | None = None
    for label, behind, cells in _lines(table, last):
        if _TOTAL.match(label):
            total = next(((n, ref) for n, ref in _numbers(behind, cells)), total)
        elif _GRADE.match(label):
            said = [(grade_of(words), ref) for words, ref in (behind, *cells)]
            grade = next(((code, ref) for code, ref in said if code), grade)
    if total is None and grade is None:
        return None
    return Stated(
        who,
        at,
        total[0] if total else None,
        total[1] if total else None,
        places_of(total[0]) if total else 2,
        grade[0] if grade else None,
        grade[1] if grade else None,
    )


_Said = tuple[str, CellRef]


def _lines(table: Table, last: int) -> Iterator[tuple[str, _Said, tuple[_Said, ...]]]:
    """Of each line its label, what stands behind the label's colon, and the cells at its right."""
    rows = table.grid.rows
    for number in sorted(row for row in rows if last < row <= last + _ROWS):
        cells = [
            (one_line(as_text(cell) or ""), table.grid.ref(number, column))
            for column, cell in sorted(rows[number].items())
        ]
        words = [place for place, (text, _) in enumerate(cells) if any(map(str.isalpha, text))]
        if not words:
            continue
        if any(_END.match(fold(text)) or labelled_name(text) is not None for text, _ in cells):
            return
        place = next((each for each in words if len(cells[each][0]) > 4), words[0])
        text, ref = cells[place]
        label, _, behind = _NUMBERED.sub("", text).partition(":")
        yield fold(label), (behind.strip(" ."), ref), tuple(cells[place + 1 :])


def _numbers(behind: _Said, cells: tuple[_Said, ...]) -> Iterator[tuple[Decimal, CellRef]]:
    for text, ref in (*reversed(cells), behind):
        parts = read_out_of(text)
        number = parts[0] if parts else read_number(text) if text else None
        if isinstance(number, Decimal):
            yield number, ref
