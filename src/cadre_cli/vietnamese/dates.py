"""Days as clerks write them: "05/3/2026", "07.07.1978", "ngày 5 tháng 3 năm 2026", 45536.

Periods ("Tháng 3/2026") are read in `periods`, and offered here under the same names.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from cadre_cli.vietnamese.periods import (
    has_blank_period,
    month_in_words,
    read_month,
    read_period,
    read_year,
)
from cadre_cli.vietnamese.text import one_line

__all__ = [
    "DateOrder",
    "bare_day",
    "decide_order",
    "from_serial",
    "has_blank_period",
    "is_ambiguous",
    "read_date",
    "read_month",
    "read_period",
    "read_year",
]


class DateOrder(enum.Enum):
    """Which of the first two numbers of a date is the day."""

    DAY_FIRST = "d/m/y"
    MONTH_FIRST = "m/d/y"


_WEEKDAY = r"(?:(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|cn|t[2-7])\s*[,.:-]?\s*)?"
_CLOCK = (
    r"(?:[0-9]{1,2}\s*(?::|h|g|giờ)\s*(?:[0-9]{1,2}(?:\s*:\s*[0-9]{1,2}(?:\.[0-9]+)?)?)?"
    r"\s*(?:'|phút|ph|am|pm|sa|ch)?)"
)
_UP_TO = r"(?:(?:(?:chậm|muộn|trễ)\s+nhất(?:\s+là)?|đến|hết)\s+)*"
"""Said of a deadline, which is that very day; "trước ngày" is the day before, or not."""
_BEFORE = re.compile(
    rf"^{_UP_TO}(?:{_CLOCK}\s*[,.:-]?\s+)?{_WEEKDAY}(?:ngày\s*:?\s*)?", re.IGNORECASE
)
_AFTER = re.compile(rf"(?:(?<=[0-9])T|\s*,?\s+(?:lúc\s+)?){_CLOCK}z?$", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})")
# Two kinds of separator in one date ("04.06/1990") are a slip that leaves one reading.
_NUMERIC = re.compile(
    r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*(?:[/.-]|năm)\s*([0-9]{4}|[0-9]{2})"
    r"|([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"([0-9]{1,2})\s*(tháng)\s*([0-9]{1,2}|[^\W\d_]+(?:\s(?:một|hai))?)\s*[,/.-]?\s*(năm\s)?\s*"
    r"([0-9]{4})",
    re.IGNORECASE,
)
_EPOCH = date(1899, 12, 30)  # serial 1 is 1 January 1900, and Excel counts a 29 February 1900
_LONGEST_DATE = 200
_YEARS = range(1900, 2100)


def read_date(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """The day a text names, without its time; None when it names none or an impossible one.

    A year of two digits is of this century. A day without a year, a month alone and "trước ngày …"
    are no day: what they mean is for the clerk to say.

    >>> read_date("5/3/2026"), read_date("29/03/2026 09:28"), read_date("2026-03-05")
    (datetime.date(2026, 3, 5), datetime.date(2026, 3, 29), datetime.date(2026, 3, 5))
    >>> read_date("ngày 5 tháng 3 năm 2026"), read_date("30 Tháng Bảy 2024")
    (datetime.date(2026, 3, 5), datetime.date(2024, 7, 30))
    >>> read_date("đến hết ngày 20/01/2026"), read_date("trước ngày 20/01/2026")
    (datetime.date(2026, 1, 20), None)
    >>> read_date("10/20/1959", DateOrder.MONTH_FIRST), read_date("10/20/1959")
    (datetime.date(1959, 10, 20), None)
    >>> [read_date(words) for words in ("30/02/2026", "06/2018", "01/04/20274", "Hằng tháng")]
    [None, None, None, None]
    """
    bare = bare_day(text)
    if match := _ISO.fullmatch(bare):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if (numbers := _numbers(bare)) is not None:
        first, second, year = numbers
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return _day(year, month, day)
    if match := _IN_WORDS.fullmatch(bare):
        number = match[3]
        month = int(number) if number.isdigit() else _month_word(match)
        return _day(int(match[5]), month, int(match[1]))
    return None


def is_ambiguous(text: str) -> bool:
    """Whether it is one day read day first and another read month first.

    >>> is_ambiguous("05/03/2026"), is_ambiguous("15/03/2026"), is_ambiguous("03/03/2026")
    (True, False, False)
    >>> is_ambiguous("2026-03-05"), is_ambiguous("ngày 5 tháng 3 năm 2026")
    (False, False)
    """
    day_first, month_first = (read_date(text, order) for order in DateOrder)
    return day_first is not None and month_first is not None and day_first != month_first


def decide_order(texts: Iterable[str]) -> DateOrder | None:
    """Which order a column is written in; day first unless its dates say otherwise.

    Month first only when nothing speaks against it and it is no odd one: every telling date is
    possible that way alone, and there are two of them at least and not fewer than could be either.
    None when it cannot be told: some dates are only possible day first, some only month first, or
    a single odd one stands among dates that may be either.

    >>> decide_order(["05/03/2026", "21/09/1996"]), decide_order(["05/03/2026"])
    (<DateOrder.DAY_FIRST: 'd/m/y'>, <DateOrder.DAY_FIRST: 'd/m/y'>)
    >>> decide_order(["04/30/1984"]), decide_order(["04/30/1984", "21/09/1996"])
    (<DateOrder.MONTH_FIRST: 'm/d/y'>, None)
    >>> decide_order(["03/13/2026", "02/03/2026"])
    >>> decide_order(["03/13/2026", "03/25/2026", "03/02/2026"])
    <DateOrder.MONTH_FIRST: 'm/d/y'>
    """
    day_first = month_first = either = 0
    for text in texts:
        possible = [order for order in DateOrder if read_date(text, order) is not None]
        day_first += possible == [DateOrder.DAY_FIRST]
        month_first += possible == [DateOrder.MONTH_FIRST]
        either += is_ambiguous(text)
    if not month_first:
        return DateOrder.DAY_FIRST
    sure = not either or (month_first > 1 and month_first >= either)
    return DateOrder.MONTH_FIRST if not day_first and sure else None


def from_serial(number: Decimal) -> date | None:
    """The day behind Excel's count of days (1900 epoch), its time dropped.

    Only from 20 000 (1954) to 60 000 (2064): a smaller or greater number in a column of dates is
    something else. No workbook with the 1904 epoch has been met.

    >>> from_serial(Decimal("45536.5")), from_serial(Decimal("31529")), from_serial(Decimal("2026"))
    (datetime.date(2024, 9, 1), datetime.date(1986, 4, 27), None)
    """
    if not number.is_finite() or not 20_000 <= number <= 60_000:
        return None
    return _EPOCH + timedelta(days=int(number))


def bare_day(text: str) -> str:
    """Without time of day, day of the week and the words "ngày", "đến hết"."""
    line = _AFTER.sub("", one_line(text[:_LONGEST_DATE]))
    return _BEFORE.sub("", line).strip(" .,;")


def _numbers(bare: str) -> tuple[int, int, int] | None:
    match = _NUMERIC.fullmatch(bare)
    if match is None:
        return None
    first, second, year = (part for part in match.groups() if part is not None)
    return int(first), int(second), int(year) + (2000 if len(year) == 2 else 0)


def _month_word(match: re.Match[str]) -> int:
    month = month_in_words(match[3])
    # "ngày 5 tháng năm 2026" is a form whose month was left blank; "5 Tháng Năm 2026" is May.
    if month == 5 and match[4] is None and (match[2], match[3]) != ("Tháng", "Năm"):
        return 0
    return month


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
