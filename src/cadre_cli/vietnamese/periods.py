"""Periods in titles, sheet names and file names: "THÁNG 03/2026", "quý III năm 2026", "T3-2026"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.vietnamese.text import clean

_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_OTHER_QUY = re.compile(r"\bqu[ỳỷỹỵ]\b|\bq[ùủũụ]y\b")
_WORD = re.compile(
    r"\btháng\s+(mười một|mười hai|mười|giêng|một|hai|ba|tư|sáu|bảy|bẩy|tám|chín|chạp"
    r"|năm(?=\s+năm\b))(?![^\W_])"
)
_LONGEST_TITLE = 2_000
_EXTENSION = re.compile(r"\.(?:xls[xmb]?|xlt[xm]?|csv|ods|html?|docx?|pdf)$")
_DOTS = r"(?:…|\.{2,}|_{2,}|(?:\.\s){2,})"
_BLANK = r"[\s.…_/\\-]*"

# What holds a date or a number of a paper and says nothing about the period: a signature line,
# "(Kèm theo Quyết định số 283/QĐ-UBND ngày 31 tháng 5 năm 2026)", a day.
_NOT_PERIODS = (
    r"\(?(?:kem theo|ban hanh|can cu|\bluat\b)[^\n)]*\)?",
    (
        rf"ngay{_BLANK}\d{{0,2}}{_BLANK}thang{_BLANK}(?:\d{{1,2}}(?!\d))?{_BLANK}"
        rf"(?:nam{_BLANK}(?:\d{{1,4}}[.…_]*)?|20\d\d(?!\d))?"
    ),
    r"ngay[\s.…_:]*(?:/[\s.…_]*)+(?:20\d*[.…_]*)?",
    r"(?:^|,)\s*\d{1,2}\s+thang\s+\d{1,2}(?!\d)(?:\s*(?:nam|[/,.-])?\s*\d{4})?",
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)",
    r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d{2}(?!\d|/)",
    r"(?<!\d)\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?!\d)",
    r"(?<!\d)\d+\s?/\s?(?:\d{4}\s?/\s?)?(?:qd|nd|nq|tt|ct|cv|bc|kh|tb|hd|ttr|to)\b(?:-[a-z]+)*",
    (
        r"\b(?:quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|cong van|qd|nd|nq|tt|ct|cv)"
        r"[\s:.]*(?:so[\s:.]*)?\d+(?:\s?[/-]\s?[a-z\d]+)*(?:\s+nam\s+\d{4})?"
    ),
    r"\bso[\s:.]*\d+(?:\s?[/-]\s?[a-z\d]+)*",
    r"(?<!\d)20\d\d\s*-\s*20\d\d(?!\d)",
)
_SAYS_NOTHING = tuple(re.compile(pattern, re.MULTILINE) for pattern in _NOT_PERIODS)
_YEAR = r"(20\d\d)(?!\d)"
_JOIN = r"[\s/.,_(-]*(?:nam[\s_.-]*)?"
_EDGE = r"(?<![a-z\d])"
_MONTH_SAID = re.compile(rf"{_EDGE}thang[\s._:-]*(\d{{1,2}})(?!\d)")
_MONTH = re.compile(
    rf"{_EDGE}thang[\s._:-]*(\d{{1,2}})(?!\d){_JOIN}{_YEAR}|{_EDGE}t(\d{{1,2}}){_JOIN}{_YEAR}"
)
# Without a word only a year of four digits beside 1 to 12 is a month: "1-2." and "18_4" are not.
_BARE = re.compile(
    rf"(?<![a-z\d])(?<!\d[/.\s_-])(0?[1-9]|1[0-2])(?:\s?[/-]\s?|[._]){_YEAR}(?!\s?[/.-]\s?\d)"
)
_ISO_MONTH = re.compile(r"(?<![\d/.-])(20\d\d)[-_./](0[1-9]|1[0-2])(?![\d/]|[._-]\d)")
_SEVERAL = re.compile(
    rf"{_EDGE}(?:thang|t)[\s._:-]*\d{{1,2}}\s*(?:[-,+&]|va|den|toi)\s*(?:het\s*)?(?:thang\s*|t)?"
    rf"(?:0?[1-9]|1[0-2])(?!\d|\s*thang)"
    rf"|{_EDGE}quy\s*(?:[iv]+|[1-4])\s*(?:[-,+&]|va|den)\s*(?:quy\s*)?(?:[iv]+|[1-4])(?![a-z\d])"
)
_QUARTER = re.compile(
    rf"{_EDGE}(quy|q)[\s._-]*(iv|i{{1,3}}|[1-4])(?![a-z\d]){_JOIN}{_YEAR}"
    rf"|(?<!\d)(20\d\d)[\s_-]?q([1-4])(?![a-z\d])"
)
_HALF = re.compile(
    rf"(?:(?<![\d.,])0?6\s*thang|{_EDGE}sau\s*thang|{_EDGE}nua)[\s_-]*(dau|cuoi)"
    rf"[\s_-]*(?:nam[\s_-]*)?{_YEAR}|(?<!\d)(20\d\d)-h([12])(?![a-z\d])"
)
_YEAR_SAID = re.compile(rf"{_EDGE}nam[\s_-]*{_YEAR}")
_ANY_YEAR = re.compile(rf"(?<!\d){_YEAR}")
# A part of a year that is no Period of its own must not pass for the whole year.
_PART_OF_YEAR = re.compile(
    rf"\d\s*thang|{_EDGE}(?:ba|chin|sau)\s*thang|thang[\s._:-]*\d|{_EDGE}t\d|{_EDGE}(?:nua|dau)\s*nam"
    rf"|{_EDGE}(?:tuan|dot|lan)\s*(?:thu\s*)?(?:\d+|i{{1,3}}|i?v)(?![a-z])|{_EDGE}quy\s*(?:[iv]+|\d)(?![a-z\d])"
)
_BLANKS = re.compile(
    rf"(?<!hang )(?<!cac )(?<!tung )(?<!theo )(?<!moi )(?<!trong )(?<!\d )(?<!\d)"
    rf"{_EDGE}thang\s*:?\s*(?:{_DOTS}|nam\b|[/-]\s*(?:{_DOTS}|20\d|$))"
    rf"|{_EDGE}(?:quy|t)\s*{_DOTS}|(?<!viet ){_EDGE}nam\s*:?\s*(?:20\d?\s*)?{_DOTS}"
    rf"|{_EDGE}nam\s+20\d?\s*(?=[)\n,;]|$)|{_EDGE}thang\s*\d{{1,2}}\s*/\s*(?:20\d?\s*)?(?:{_DOTS}|$)"
)
_NEXT_MONTH = re.compile(r"phuong huong|ke hoach|nhiem vu|so voi|cung ky|chuyen sang|du kien")
_AFTER_QUY = re.compile(rf"{_EDGE}quy[\s_-]*$")
# Before a quarter in digits. In "hoa-quy-3-2026" and "Phú Quý 3/2026" the word may end the name of
# a place and "3/2026" be a month: neither is taken.
_BEFORE_QUARTER = re.compile(
    r"(?:^|[(:,;\n]|(?:cao|bc|hop|th|qua|kq|gia|dg|loai|xl|diem|hoach|kh|trong|het|cua|vu|viec|ky"
    r"|bo|chuc|vien|bang|bieu|mau|dua|thuong))[\s_-]*$"
)


def month_in_words(word: str) -> int:
    """The number of a month written in words, 0 when it is none.

    >>> month_in_words("Bảy"), month_in_words("mười  hai"), month_in_words("sau")
    (7, 12, 0)
    """
    return _MONTH_WORDS.get(" ".join(clean(word).lower().split()), 0)


def read_period(text: str) -> Period | None:
    """The one period that a title, a sheet's name or a file's name states.

    Days, numbers of papers, signature lines and "Kèm theo …" lines state none; nor do several
    months, nine months or a week. Of "kết quả tháng 3/2026, phương hướng tháng 4/2026" it is March.

    >>> [str(read_period(words)) for words in ("THÁNG 03/2026", "bang-diem-T3.2026.xlsx", "2026-03")]
    ['2026-03', '2026-03', '2026-03']
    >>> str(read_period("Quý III năm 2026")), str(read_period("6 tháng đầu năm 2026"))
    ('2026-Q3', '2026-H1')
    >>> read_period("(Kèm theo Quyết định số 283/QĐ-UBND ngày 31 tháng 5 năm 2026)")
    >>> read_period("Hóa Quỳ, ngày 31 tháng 3 năm 2026"), read_period("1-2.xã A.xlsx")
    (None, None)
    """
    flat = _flat(text)
    if _BLANKS.search(flat):
        return None
    if not _SEVERAL.search(flat):
        if found := sorted(_months(flat)):
            return _one(found, flat)
        found = sorted([*_quarters(flat), *_halves(flat)])
        if found:  # "Tháng 3 (quý I năm 2026)" may mean either
            return None if _MONTH_SAID.search(flat) else _one(found, flat)
        years = {int(year) for year in _ANY_YEAR.findall(flat)}
        months = {int(month) for month in _MONTH_SAID.findall(flat)}
        if len(years) == len(months) == 1 and (month := months.pop()) in range(1, 13):
            return Period.of(years.pop(), month)
    if _PART_OF_YEAR.search(flat):
        return None
    years = {int(year) for year in _YEAR_SAID.findall(flat)} or {
        int(year) for year in re.findall(rf"\A{_YEAR}\Z", flat.strip())
    }
    return Period.of(years.pop(), 1, PeriodUnit.YEAR) if len(years) == 1 else None


def has_blank_period(text: str) -> bool:
    """Whether the period was left to be filled in: the sheet is a form or an example.

    A blank day of signature says nothing.

    >>> has_blank_period("Tháng … năm 20…"), has_blank_period("Tháng     năm 2026")
    (True, True)
    >>> has_blank_period("Tháng 3 năm 2026"), has_blank_period("…, ngày … tháng … năm 2026")
    (False, False)
    >>> has_blank_period("Kết quả hằng tháng năm 2026"), has_blank_period("THÁNG NĂM NĂM 2026")
    (False, False)
    """
    return _BLANKS.search(_flat(text)) is not None


def read_month(text: str) -> int | None:
    """The one month that is named, with or without a year.

    T2 to T7 alone may be days of the week and are no month; T08 and T12 are.

    >>> read_month("thang-03.xlsx"), read_month("Tháng 3"), read_month("T08"), read_month("T7")
    (3, 3, 8, None)
    >>> read_month("6 tháng đầu năm"), read_month("(tháng) (1).xlsx"), read_month("15.6.xlsx")
    (None, None, None)
    """
    flat = _flat(text)
    if _SEVERAL.search(flat):
        return None
    period = read_period(text)
    if period is not None:
        return period.number if period.unit is PeriodUnit.MONTH else None
    said = [*_MONTH_SAID.findall(flat), *re.findall(r"\A\s*t(0[1-9]|1|8|9|1[0-2])\s*\Z", flat)]
    months = {int(month) for month in said}
    return months.pop() if len(months) == 1 and months <= set(range(1, 13)) else None


def read_year(text: str) -> int | None:
    """The one year that is named, as the name of a folder or in a title.

    >>> read_year("2026"), read_year("Tổng kết năm 2026"), read_year("thang-03-2026.xlsx")
    (2026, 2026, 2026)
    >>> read_year("2025-2026"), read_year("Mau_20231004.xlsx"), read_year("12/05/2026")
    (None, None, None)
    """
    years = {int(year) for year in _ANY_YEAR.findall(_flat(text))}
    return years.pop() if len(years) == 1 else None


_Found = tuple[int, int, Period]


def _months(flat: str) -> Iterator[_Found]:
    for match in _MONTH.finditer(flat):
        month, year = (match[1], match[2]) if match[1] else (match[3], match[4])
        if 1 <= int(month) <= 12:
            yield match.start(), match.end(), Period.of(int(year), int(month))
    for match in _BARE.finditer(flat):
        if match[1] not in "1234" or not _AFTER_QUY.search(flat[: match.start()]):
            yield match.start(), match.end(), Period.of(int(match[2]), int(match[1]))
    for match in _ISO_MONTH.finditer(flat):
        yield match.start(), match.end(), Period.of(int(match[1]), int(match[2]))


def _quarters(flat: str) -> Iterator[_Found]:
    for match in _QUARTER.finditer(flat):
        word, number, year = match[1], match[2] or match[5], match[3] or match[4]
        if word == "quy" and number.isdigit() and not _BEFORE_QUARTER.search(flat[: match.start()]):
            continue
        quarter = int(number) if number.isdigit() else ("", "i", "ii", "iii", "iv").index(number)
        yield match.start(), match.end(), Period.of(int(year), quarter, PeriodUnit.QUARTER)


def _halves(flat: str) -> Iterator[_Found]:
    for match in _HALF.finditer(flat):
        half = int(match[4]) if match[4] else 1 if match[1] == "dau" else 2
        yield (
            match.start(),
            match.end(),
            Period.of(int(match[2] or match[3]), half, PeriodUnit.HALF),
        )


def _one(found: list[_Found], flat: str) -> Period | None:
    """The period when all agree, or the first when the next is announced as what comes after."""
    (_, end, first), *others = found
    different = [start for start, _, period in others if period != first]
    if not different or _NEXT_MONTH.search(flat, end, max(end, different[0])):
        return first
    return None


def _flat(text: str) -> str:
    """Lower case without accents, letter for letter; days and papers' numbers taken out."""
    lines = _OTHER_QUY.sub("qui", clean(text[:_LONGEST_TITLE]).lower())
    lines = _WORD.sub(lambda match: f"tháng {_MONTH_WORDS[match[1]]}", lines)
    flat = "".join(_bare_letter(letter) for letter in lines)
    flat = _EXTENSION.sub("", flat.replace("–", "-").replace("—", "-"))
    for pattern in _SAYS_NOTHING:
        flat = pattern.sub(" ; ", flat)
    return flat


def _bare_letter(letter: str) -> str:
    return "d" if letter in "đð" else unicodedata.normalize("NFD", letter)[0]
