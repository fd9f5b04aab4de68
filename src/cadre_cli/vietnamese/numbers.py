"""Numbers as clerks write them: "8,5", "1.109.000", "95đ", "85 %", "9/10", "II"."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from cadre_cli.vietnamese.text import one_line


@dataclass(frozen=True, slots=True)
class Undecided:
    """A number that reads two ways: one mark with exactly three digits after it ("96.898").

    `decimal` takes the mark for the decimal sign, `thousands` for a separator of groups. Only the
    other values of the column can tell, see `decide_column`; if they do not, the clerk is asked.
    """

    written: str
    decimal: Decimal
    thousands: Decimal


class Separators(enum.Enum):
    """What the dot and the comma mean in a column."""

    VIETNAMESE = "1.234,5"
    ENGLISH = "1,234.5"
    UNDECIDED = "undecided"
    """Nothing in the column tells, or its values contradict each other."""


_UNIT = r"(?:đ|điểm|diem|điem|lần|lan)\.?"
_NUMBER = re.compile(rf"([+-]?)\s*([0-9][0-9., ]*?)\s*(?:(%)|{_UNIT})?", re.IGNORECASE)
_POINTS = re.compile(r"[+-]?\s*[0-9][0-9., ]*(?:đ|điểm|diem|điem)\.?", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*")
_BOTH = re.compile(
    r"([1-9][0-9]{0,2}(?:([. ])[0-9]{3}(?:\2[0-9]{3})*),[0-9]+)"
    r"|([1-9][0-9]{0,2}(?:([, ])[0-9]{3}(?:\4[0-9]{3})*)\.[0-9]+)"
)
# "01.003" is a salary grade and "0912…" a telephone; "05" alone is how papers write small counts.
_SIMPLE = re.compile(r"(?:0|[1-9][0-9]*)(?:([.,])[0-9]+)?|0[0-9]")
_MOST_DIGITS = 28
_MINUS = str.maketrans("−–‐‑", "----")


def read_number(
    text: str,
    *,
    percent_as_fraction: bool = True,
    separators: Separators = Separators.UNDECIDED,
) -> Decimal | Undecided | None:
    """The number a text says, None when it says none; for columns declared numeric only.

    `separators` settles what would be Undecided and nothing else: "8.5" is 8.5 in any column.

    >>> read_number("8,5"), read_number("95 điểm"), read_number("1.109.000"), read_number("05")
    (Decimal('8.5'), Decimal('95'), Decimal('1109000'), Decimal('5'))
    >>> read_number("85 %"), read_number("85 %", percent_as_fraction=False)
    (Decimal('0.85'), Decimal('85'))
    >>> read_number("96.898").thousands, read_number("96.898", separators=Separators.ENGLISH)
    (Decimal('96898'), Decimal('96.898'))
    >>> [read_number(words) for words in ("", "chưa có", "51-100", "9/10", "01.003", "1.2.3")]
    [None, None, None, None, None, None]
    """
    parts = _parts(text)
    if parts is None:
        return None
    sign, digits, is_percent = parts
    exponent = "E-2" if is_percent and percent_as_fraction else ""
    bare = re.sub("[., ]", "", digits)
    if (mark := _single_mark(digits)) is not None:
        as_decimal = Decimal(f"{sign}{digits.replace(mark, '.')}{exponent}")
        as_thousands = Decimal(f"{sign}{bare}{exponent}")
        if separators is Separators.UNDECIDED:
            return Undecided(one_line(text), as_decimal, as_thousands)
        return (
            as_decimal if (mark == ",") is (separators is Separators.VIETNAMESE) else as_thousands
        )
    if _GROUPED.fullmatch(digits):
        return Decimal(f"{sign}{bare}{exponent}")
    whole, _, decimals = digits.replace(",", ".").rpartition(".")
    whole = re.sub("[., ]", "", whole)
    return Decimal(f"{sign}{whole}{'.' if whole else ''}{decimals}{exponent}")


def is_points(text: str) -> bool:
    """Whether a number is said to be points, which count no products and no times.

    >>> is_points("95đ"), is_points("2,5 điểm"), is_points("95"), is_points("3 lần")
    (True, True, False, False)
    """
    return _POINTS.fullmatch(one_line(text)) is not None


def decide_column(texts: Iterable[str]) -> Separators:
    """What dot and comma mean, from the values of a column that read only one way.

    Values that contradict each other decide nothing: one of them is a slip, and which one it is
    cannot be seen from here.

    >>> decide_column(["1.109.000", "96.898", "786"]), decide_column(["8.5", "1.125"])
    (<Separators.VIETNAMESE: '1.234,5'>, <Separators.ENGLISH: '1,234.5'>)
    >>> decide_column(["96.898", "786"]), decide_column(["8.5", "8,5", "1.125"])
    (<Separators.UNDECIDED: 'undecided'>, <Separators.UNDECIDED: 'undecided'>)
    """
    seen = {_habit(parts[1]) for text in texts if (parts := _parts(text)) is not None}
    told = seen - {Separators.UNDECIDED}
    return told.pop() if len(told) == 1 else Separators.UNDECIDED


def read_out_of(text: str) -> tuple[Decimal, Decimal] | None:
    """Points out of a maximum; only for a column of scores, elsewhere "8/10" may be a date.

    >>> read_out_of("9/10"), read_out_of("27,5 / 30đ")
    ((Decimal('9'), Decimal('10')), (Decimal('27.5'), Decimal('30')))
    >>> read_out_of("12/05/2026"), read_out_of("9/0"), read_out_of("9")
    (None, None, None)
    """
    if text.count("/") != 1 or "%" in text:
        return None
    points, most = (read_number(part) for part in text.split("/"))
    if isinstance(points, Decimal) and isinstance(most, Decimal) and most > 0:
        return points, most
    return None


_ROMAN = re.compile(r"[(\[]?\s*(?=[IVX])(X?L|X{0,3})(IX|IV|V?I{0,3})\s*[)\].:/-]?")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def read_roman(text: str) -> int | None:
    """A Roman numeral from I to XLIX in capitals, as groups and quarters are numbered.

    C, D, L and M alone are letters of a list here, never 100, 500, 50 and 1000; a small x is a mark.

    >>> read_roman("IV."), read_roman("(XII)"), read_roman("C"), read_roman("x"), read_roman("IIII")
    (4, 12, None, None, None)
    """
    match = _ROMAN.fullmatch(one_line(text))
    if match is None or match[1] == "L":
        return None
    return (40 if match[1] == "XL" else 10 * len(match[1])) + _ONES[match[2]]


_COLUMN_NUMBER = re.compile(
    r"[(\[]?\s*([0-9]{1,3})\s*[)\]]?\s*(?:=\s*[0-9\s()\[\]+\-–*:/x×.,%]+)?", re.IGNORECASE
)
_COLUMN_LETTER = re.compile(r"[(\[]?\s*([A-ZĐa-zđ])\s*[)\]]?")


def is_numbering_row(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: "(1)", "A", "B", "1", "4=3/2"; blanks are gaps.

    `texts` are the cells from left to right, blanks included. The numbers must count the columns:
    a row of data or of maximum points may well hold small whole numbers, but does not do that.

    >>> is_numbering_row(["A", "B", "C", "1", "2", "3=2/1"]), is_numbering_row(["1", "", "2", "3"])
    (True, True)
    >>> is_numbering_row(["1", "Nguyễn Văn An", "2", "3", "4"]), is_numbering_row(["5", "10", "15"])
    (False, False)
    """
    filled = [(place, one_line(text)) for place, text in enumerate(texts) if one_line(text)]
    numbers: list[tuple[int, int]] = []
    letters: list[str] = []
    others = 0
    for place, text in filled:
        if match := _COLUMN_NUMBER.fullmatch(text):
            numbers.append((place, int(match[1])))
        elif match := _COLUMN_LETTER.fullmatch(text):
            letters.append(match[1].upper())
        elif len(re.findall(r"[^\W\d_]{2,}", text)) > 1:
            return False  # words: a heading, a total or somebody's name
        else:
            others += 1
    hits = len(numbers) + len(letters)
    # Letters alone are classes: a heading "A | B | C | D" has no number beside it.
    if hits < 3 or not numbers or hits * 10 < len(filled) * 6:
        return False
    if letters and (letters[0] != "A" or letters != sorted(set(letters))):
        return False
    return _counts_columns(numbers, gaps_allowed=1 if others == 0 and len(numbers) > 3 else 0)


_MAXIMUM = re.compile(
    r"\b(?:tối đa|toi da|thang điểm|thang diem|max)\s*(?:là|la)?\s*[:=]?\s*"
    r"([0-9][0-9.,]*)(?![0-9/-])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:(?:từ|tu)?\s*[0-9]+(?:,[0-9]+)?\s*(?:-|–|đến|den)\s*)?"
    r"([0-9][0-9.,]*)\s*(?:đ|điểm|diem)\.?\s*[)\]]",
    re.IGNORECASE,
)
_AFTER_SLASH = re.compile(
    r"(?<![0-9\s])\s*/\s*([0-9][0-9.,]*)\s*(?:đ|điểm|diem)?\s*[)\]]?$", re.IGNORECASE
)
_AFTER_COLON = re.compile(r"[:–-]\s*([0-9][0-9.,]*)\s*(?:đ|điểm|diem)\.?$", re.IGNORECASE)


def stated_maximum(heading: str) -> Decimal | None:
    """The highest score a heading or criterion names; None when it names none, or two.

    >>> stated_maximum("Điểm chung (30đ)"), stated_maximum("1. Đạo đức (2,5 điểm)")
    (Decimal('30'), Decimal('2.5'))
    >>> stated_maximum("Tự chấm, tối đa 30 điểm"), stated_maximum("Điểm tự chấm/30")
    (Decimal('30'), Decimal('30'))
    >>> stated_maximum("Tháng 03/2026"), stated_maximum("Trừ 5 điểm mỗi lần")
    (None, None)
    """
    text = one_line(heading)
    for pattern in (_MAXIMUM, _IN_BRACKETS, _AFTER_SLASH, _AFTER_COLON):
        found = {read_number(match[1].rstrip(".,")) for match in pattern.finditer(text)}
        if found:
            value = found.pop()
            return value if not found and isinstance(value, Decimal) and value > 0 else None
    return None


def _parts(text: str) -> tuple[str, str, bool] | None:
    """Sign, digits with their marks, and whether a % stands behind; None when not a number."""
    match = _NUMBER.fullmatch(one_line(text).translate(_MINUS))
    if match is None:
        return None
    sign, digits, percent = match.groups()
    known = any(form.fullmatch(digits) for form in (_SIMPLE, _GROUPED, _BOTH))
    if not known or sum(letter.isdigit() for letter in digits) > _MOST_DIGITS:
        return None
    return sign, digits, percent is not None


def _single_mark(digits: str) -> str | None:
    """The dot or comma of a number that could be 96,898 as well as 96 898."""
    match = _GROUPED.fullmatch(digits)
    if match is None or match[1] == " " or digits.count(match[1]) > 1:
        return None
    return match[1]


def _habit(digits: str) -> Separators:
    if _single_mark(digits) is not None or not re.search("[.,]", digits):
        return Separators.UNDECIDED
    grouped = _GROUPED.fullmatch(digits)
    decimal_sign = max(",", ".", key=digits.rfind)
    is_comma = grouped[1] == "." if grouped else decimal_sign == ","
    return Separators.VIETNAMESE if is_comma else Separators.ENGLISH


def _counts_columns(numbers: list[tuple[int, int]], gaps_allowed: int) -> bool:
    """Whether each number is higher than the one before by at most the columns between them.

    A gap stands where columns were deleted from a form ("1 2 … 6 10").
    """
    gaps = 0
    for (place, number), (next_place, next_number) in pairwise(numbers):
        step = next_number - number
        if step < 1:
            return False
        gaps += step > next_place - place
    return gaps <= gaps_allowed
