"""Stored text → value: numbers, days and times, errors, escaped characters."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from cadre_cli.domain.grid import ErrorValue, Value

_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_NO_SUCH_DAY = 60
"""Excel counts 29/02/1900, a day that never was; days before it are shifted by one."""
_LAST_SERIAL = 2_958_466
_EXACT_DIGITS = 15
ERROR_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Error values as the binary formats number them."""
ERROR_WORDS = frozenset(ERROR_CODES.values())
"""How they read in formats that keep only what is shown; nobody types them as text."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def number(text: str) -> Value:
    """The number a cell stores, as the shortest decimal of its double; the text if it is none.

    >>> number("0.1"), number("27"), number("27.0"), number("0.30000000000000004")
    (Decimal('0.1'), Decimal('27'), Decimal('27'), Decimal('0.30000000000000004'))
    >>> number("1e3"), number("abc"), number("1e999")
    (Decimal('1000'), 'abc', ErrorValue(code='#NUM!'))
    """
    if text.isdigit() and text.isascii() and len(text) <= _EXACT_DIGITS:
        return Decimal(text)
    return _other_number(text)


@lru_cache(maxsize=4096)
def _other_number(text: str) -> Value:
    double = as_double(text)
    if double is None:
        return text
    if not math.isfinite(double):
        return ErrorValue("#NUM!")
    return Decimal(repr(double).removesuffix(".0"))


def as_double(text: str) -> float | None:
    """The double a cell stores, None when the text is not a number in a file's notation."""
    if "_" in text or not text.isascii():  # Python would read 1_000 and other scripts' digits
        return None
    try:
        return float(text)
    except ValueError:
        return None


def moment(text: str, *, since_1904: bool = False) -> Value:
    """A stored number shown as a date: the day, the time below 1, both when it has a fraction.

    Days outside Excel's calendar stay numbers: nobody knows which day was meant.

    >>> moment("46086"), moment("0.5"), moment("46086.25")
    (datetime.date(2026, 3, 5), datetime.time(12, 0), datetime.datetime(2026, 3, 5, 6, 0))
    >>> moment("59"), moment("60"), moment("61")
    (datetime.date(1900, 2, 28), Decimal('60'), datetime.date(1900, 3, 1))
    >>> moment("0", since_1904=True), moment("1", since_1904=True)
    (datetime.time(0, 0), datetime.date(1904, 1, 2))
    """
    double = as_double(text)
    if double is None or not 0 <= double < _LAST_SERIAL:
        return number(text)
    days = math.floor(double)
    # Doubles near 46,000 are exact to a millionth of a second at best; Excel shows milliseconds.
    clock = timedelta(milliseconds=round((double - days) * 86_400_000))
    if days == 0 and clock < timedelta(days=1):
        return (datetime.min + clock).time()
    if not since_1904:
        if days == _NO_SUCH_DAY:
            return number(text)
        days += days < _NO_SUCH_DAY
    epoch = _EPOCH_1904 if since_1904 else _EPOCH
    if days > (datetime.max - epoch).days - 1:
        return number(text)
    return _day_or_moment(epoch + timedelta(days=days) + clock)


def iso_moment(text: str) -> Value:
    """A cell of type `d`: an ISO 8601 day, time or both; the text if it is none of them.

    >>> iso_moment("2026-03-05T00:00:00"), iso_moment("2026-03-05"), iso_moment("07:30:00")
    (datetime.date(2026, 3, 5), datetime.date(2026, 3, 5), datetime.time(7, 30))
    """
    for read in (datetime.fromisoformat, time.fromisoformat):
        try:
            found = read(text)
        except ValueError:
            continue
        found = found.replace(tzinfo=None)
        return _day_or_moment(found) if isinstance(found, datetime) else found
    return text


def unescaped(text: str) -> str:
    r"""Text with Office's `_xHHHH_` characters put back.

    >>> unescaped("Hàng 1_x000D_\n"), unescaped("_x005F_x000D_")
    ('Hàng 1\r\n', '_x000D_')
    """
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # Two escapes may be the halves of one character; a lone half is no text at all.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _day_or_moment(at: datetime) -> date | datetime:
    return at.date() if at.time() == time.min else at
