"""Section II of a slip: the total and the class that it states, and a leader's d, đ, e."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.marks import LeaderParts
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.scales import UNTOLD
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import UNKNOWN, Mention, Number
from cadre_cli.sheets.columns import as_text, is_percentage
from cadre_cli.sheets.criteria import scorer_rank, without_maximum
from cadre_cli.sheets.findings_values import OutOfRange
from cadre_cli.sheets.grades import grade_of
from cadre_cli.sheets.leader_columns import ALLOWED, HALF, part_named
from cadre_cli.sheets.name_lines import is_name_label, labelled_name
from cadre_cli.sheets.stated_columns import places_of
from cadre_cli.sheets.table import Table
from cadre_cli.vietnamese.numbers import read_number, read_out_of
from cadre_cli.vietnamese.text import fold, one_line

_ROWS = 60
"""Rows below the criteria in which section II was seen to end, a table of tasks in between."""
_WIDE = 6
"""Texts and numbers of a line of a summary; a row of tasks has more."""
_TOTAL = re.compile(
    r"tong (so )?diem\b(?! (tieu chi|chung|cac tieu chi|ket qua|thuc hien|phan|muc|nhom|[ab12]\b|i{1,3}$))"
    r"|tong cong diem\b"
)
_OF_BOTH = re.compile(r"tong\b.*\b(a b|i ii|1 2)\b|tong cong\b")
_GRADE = re.compile(r"\b(xep loai|phan loai)\b")
_OWN_GRADE = re.compile(r"\b(tu xep loai|tu danh gia|tu phan loai|ca nhan)\b")
_END = re.compile(r"\(?(ky|ky ten)\b|cong chuc tu |cap co tham quyen (theo doi|xep loai)")
_NUMBERED = re.compile(r"^(?:(?:phần|mục)\s+)?(?:\d{1,2}|[a-z]|[IVX]+)\s*[.):]\s*", re.IGNORECASE)
_WHOLE, _MAXIMA = Decimal(100), (Decimal(30), Decimal(70), Decimal(100))


@dataclass(frozen=True, slots=True)
class Scorers:
    """The columns of the slip: the person's own, the superiors' by rank, and the maxima."""

    own: frozenset[int]
    superiors: Sequence[int]
    maxima: frozenset[int]
    head_summary: bool = False
    """Whether section II heads the person's own column again; else a number alone is the result."""


_Said = tuple[str, CellRef]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the summary: its label, what stands behind the label's colon, the cells beside."""

    label: str
    behind: _Said
    cells: tuple[_Said, ...]
    most: Decimal | None
    """The maximum that the label or a cell beside it states."""

    @property
    def filled(self) -> tuple[_Said, ...]:
        """What may be a value, the label's own end first."""
        return tuple(one for one in (self.behind, *self.cells) if one[0])


def slip_summary(
    table: Table, who: Mention, at: RowRef, last: int, scorers: Scorers
) -> Stated | None:
    """The total and the class below the criteria, or above them; None where neither is filled in.

    "3. Tổng điểm theo dõi, đánh giá công chức: 87", the number behind the colon or in a cell beside
    it. Of several the highest superior's counts, and what somebody gave himself does not.
    """
    below = [*_lines(table, last + 1, last + _ROWS)]
    headed = any(_heads_own(line, scorers) for line in below)
    scorers = replace(scorers, head_summary=headed)
    stated = _stated(below, scorers)
    if stated == (None, None):
        first = who.at.row or 1  # what stands above a name may be of the slip before
        stated = _stated([*_lines(table, first, table.heading_rows[0] - 1)], scorers)
    total, grade = stated
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


def _heads_own(line: _Line, scorers: Scorers) -> bool:
    return any(ref.column in scorers.own and not scorer_rank(text) for text, ref in line.cells)


_Value = TypeVar("_Value", tuple[Decimal, CellRef], _Said)
_Total = tuple[Decimal, CellRef] | None
_Grade = tuple[str, CellRef] | None


def _stated(lines: Iterable[_Line], scorers: Scorers) -> tuple[_Total, _Grade]:
    total: _Total = None
    grade: _Grade = None
    for line in lines:
        if _is_total(line):
            total = _number(line, scorers) or total
        elif _GRADE.search(line.label) and not _OWN_GRADE.search(line.label):
            said = _of_superior(line.filled, scorers)
            codes = ((grade_of(words), ref) for words, ref in reversed(said))
            grade = next(((code, ref) for code, ref in codes if code), grade)
        elif _is_ticked(line):
            code = grade_of(line.label)
            grade = (code, line.behind[1]) if code else grade
    return total, grade


def _is_total(line: _Line) -> bool:
    if _TOTAL.match(line.label):
        return True
    if not _OF_BOTH.match(line.label):
        return False
    # "Tổng cộng" may be that of section II alone.
    alone = line.label == "tong cong"
    return line.most == _WHOLE if line.most or alone else True


_TICK = re.compile(r"[☑☒✓✔√]|\[\s*[xX]\s*\]|^[xX]$")


def _is_ticked(line: _Line) -> bool:
    """One of four boxes, each in a row of its own: "Hoàn thành tốt nhiệm vụ | x"."""
    return line.label.startswith(("hoan thanh", "khong hoan thanh")) and any(
        _TICK.search(text) for text, _ in line.filled
    )


def _number(line: _Line, scorers: Scorers) -> _Total:
    read = [(number, ref) for text, ref in line.filled if (number := _read(text)) is not None]
    scores = [
        (number, ref)
        for number, ref in read
        if ref.column not in scorers.maxima or (len(read) == 1 and number not in _MAXIMA)
    ]
    return next(reversed(_of_superior(scores, scorers)), None)


def _of_superior(said: Sequence[_Value], scorers: Scorers) -> Sequence[_Value]:
    """Those of superiors, from the lowest to the highest, where there are any or one is alone."""
    aligned = scorers.head_summary or any(one[1].column in scorers.maxima for one in said)
    if not scorers.superiors or (len(said) < 2 and not aligned):
        return said
    ranks = {column: place for place, column in enumerate(scorers.superiors)}
    given = [one for one in said if one[1].column in ranks]
    if given:
        return sorted(given, key=lambda one: ranks[one[1].column or 0])
    others = [one for one in said if one[1].column not in scorers.own]
    return others if len(others) < 2 else [o for o in others if o[1].column not in scorers.maxima]


def _read(text: str) -> Decimal | None:
    parts = read_out_of(text)
    number = parts[0] if parts else read_number(text) if text else None
    return number if isinstance(number, Decimal) else None


# ── the parts of a leader ────────────────────────────────────────────────────────────────────


def slip_parts(
    table: Table, who: Mention, at: RowRef, last: int, scorers: Scorers
) -> tuple[LeaderParts | None, list[Finding]]:
    """d, đ, e in rows of section II, as a superior gave them; None where no row of them is filled."""
    parts: dict[str, Number] = {}
    cells: dict[str, CellRef] = {}
    findings: list[Finding] = []
    for number, key in _part_rows(table, last):
        for column in reversed(scorers.superiors):
            cell = table.grid.cell(number, column)
            words = one_line(as_text(cell) or "")
            if cell is None or not words:
                continue
            cells[key] = ref = table.grid.ref(number, column)
            parts[key] = _part(words, percent=is_percentage(cell), value=cell.value)
            if parts[key] not in (Decimal(1), HALF):
                heading = one_line(as_text(table.cell(number, "criterion")) or key)
                findings.append(OutOfRange(at=ref, heading=heading, value=words, allowed=ALLOWED))
            break
    if not parts:
        return None, findings
    return LeaderParts(who, at, **parts, cells=tuple(cells.items())), findings


def _part_rows(table: Table, last: int) -> Iterator[tuple[int, str]]:
    rows = table.grid.rows
    for number in sorted(row for row in rows if last < row <= last + _ROWS):
        texts = [one_line(as_text(cell) or "") for _, cell in sorted(rows[number].items())]
        if any(map(_names_somebody, texts)):
            return
        key = next((key for text in texts[:2] if (key := part_named(text))), None)
        if key:
            yield number, key


def _part(words: str, *, percent: bool, value: object) -> Number:
    """The cell stands in no column that tells its scale, and one in a hundred is no part."""
    number = _read(words.rstrip("% "))
    if percent and isinstance(value, Decimal):
        return value
    if number is None:
        return UNKNOWN
    share = Fraction(number) / 100 if percent else UNTOLD.share(number, one_is_all=True)
    return UNKNOWN if share is None else Decimal(share.numerator) / share.denominator


# ── the lines of the summary ─────────────────────────────────────────────────────────────────


def _lines(table: Table, first: int, last: int) -> Iterator[_Line]:
    rows = table.grid.rows
    for number in sorted(row for row in rows if first <= row <= last):
        cells = [
            (one_line(as_text(cell) or ""), table.grid.ref(number, column))
            for column, cell in sorted(rows[number].items())
        ]
        cells = [one for one in cells if one[0]]
        words = [place for place, (text, _) in enumerate(cells) if any(map(str.isalpha, text))]
        if not words or len(cells) > _WIDE:
            continue
        below = first > table.heading_rows[0]
        if below and any(_names_somebody(text) for text, _ in cells):
            return
        place = next((each for each in words if len(cells[each][0]) > 4), words[0])
        text, ref = cells[place]
        label, _, behind = _NUMBERED.sub("", text).partition(":")
        label, most = without_maximum(label)
        said = behind.strip(" .")
        beside = tuple(cells[place + 1 :])
        whole = any(_read(words) == _WHOLE for words, _ in beside)
        if below and not said and any(_END.match(fold(text)) for text, _ in cells):
            return
        yield _Line(fold(label), (said, ref), beside, most or (_WHOLE if whole else None))


def _names_somebody(text: str) -> bool:
    """Whether the next slip begins: "Họ và tên: …", or the label alone."""
    return labelled_name(text) is not None or is_name_label(text)
