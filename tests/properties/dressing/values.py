"""How values are typed: numbers and days as text, points with their unit, percentages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from math import inf, nextafter

from tests.properties.dressing.page import Book, Entry, Page, Quirk, codes

_NUMBERS = ("assigned", "coefficient", "finished", "failures", "latenesses", "total")


@dataclass(frozen=True)
class NumbersAsText(Quirk):
    """Numbers typed with a comma, with spaces around them, with an apostrophe before them."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._typed))

    def _typed(self, field: str, entry: Entry) -> Entry:
        if field not in _NUMBERS or not isinstance(entry.value, Decimal):
            return entry
        words = f"{entry.value:f}".replace(".", ",")
        match self.how:
            case "spaces":
                words = f" {words} "
            case "point":
                words = words.replace(",", ".")
        return Entry(words)

    @property
    def brings(self) -> frozenset[str]:
        return codes("D09")


@dataclass(frozen=True)
class PointsWithUnit(Quirk):
    """95đ, 95 điểm, 27/30."""

    pattern: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._typed), "common")

    def _typed(self, field: str, entry: Entry) -> Entry:
        points = field == "points" or (field.startswith("points:") and not self._of_thirty)
        if not points or not isinstance(entry.value, Decimal):
            return entry
        return Entry(self.pattern.format(f"{entry.value:f}".replace(".", ",")))

    @property
    def _of_thirty(self) -> bool:
        """Of a column for each criterion none has such points."""
        return self.pattern.endswith("/30")

    @property
    def may(self) -> frozenset[str]:
        return codes("D09")


@dataclass(frozen=True)
class PercentAsText(Quirk):
    """100% typed as text, or as the plain number 100."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._typed), "common")

    def _typed(self, field: str, entry: Entry) -> Entry:
        if field not in ("d", "dd", "e") or not isinstance(entry.value, Decimal):
            return entry
        number = (entry.value * 100).quantize(Decimal(1))
        return Entry(f"{number}%" if self.how == "text" else number)

    @property
    def brings(self) -> frozenset[str]:
        return codes("D09" if self.how == "text" else "")


@dataclass(frozen=True)
class Days(Quirk):
    """Days as text in one manner or mixed, and as Excel's bare numbers."""

    manners: tuple[str, ...]

    def __call__(self, book: Book) -> Book:
        return book.pages(self._typed, "tasks")

    def _typed(self, page: Page) -> Page:
        count = 0

        def one(_: str, entry: Entry) -> Entry:
            nonlocal count
            if not isinstance(entry.value, date):
                return entry
            count += 1
            return MANNERS[self.manners[count % len(self.manners)]](entry.value)

        return page.entries(one)

    @property
    def may(self) -> frozenset[str]:
        return codes("D03")


@dataclass(frozen=True)
class MonthFirst(Quirk):
    """Days as Excel of an American setting shows or keeps them: 3/20/2026."""

    as_text: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._typed), "tasks")

    def _typed(self, _: str, entry: Entry) -> Entry:
        day = entry.value
        if not isinstance(day, date):
            return entry
        if self.as_text:
            return Entry(f"{day.month}/{day.day}/{day.year}")
        return replace(entry, shown="m/d/yyyy")

    @property
    def may(self) -> frozenset[str]:
        return codes("D03")


_EPOCH = date(1899, 12, 30)
MANNERS: dict[str, Callable[[date], Entry]] = {
    "true": lambda day: Entry(day, "dd/mm/yyyy"),
    "other format": lambda day: Entry(day, "d-mmm-yy"),
    "serial": lambda day: Entry(Decimal((day - _EPOCH) // timedelta(days=1))),
    "padded": lambda day: Entry(f"{day:%d/%m/%Y}"),
    "short": lambda day: Entry(f"{day.day}/{day.month}/{day.year}"),
    "dots": lambda day: Entry(f"{day:%d.%m.%Y}"),
    "dashes": lambda day: Entry(f"{day:%d-%m-%Y}"),
    "time": lambda day: Entry(f"{day:%d/%m/%Y} 09:28"),
    "words": lambda day: Entry(f"ngày {day.day} tháng {day.month} năm {day.year}"),
    "spaces": lambda day: Entry(f" {day:%d/%m/%Y} "),
}


@dataclass(frozen=True)
class FloatNoise(Quirk):
    """0,1 + 0,2 as computers add: the last digits of a stored number are off."""

    steps: int

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._noisy))

    def _noisy(self, field: str, entry: Entry) -> Entry:
        if field.partition(":")[0] not in (*_NUMBERS, "points", "d", "dd", "e"):
            return entry
        if not isinstance(entry.value, Decimal) or not entry.value:
            return entry
        stored = float(entry.value)
        for _ in range(abs(self.steps)):
            stored = nextafter(stored, inf if self.steps > 0 else 0)
        return replace(entry, value=Decimal(repr(stored)))

    @property
    def rich(self) -> bool:
        """Text formats hold what the screen shows."""
        return True


@dataclass(frozen=True)
class Thousands(Quirk):
    """Quantities in thousands. They are other numbers than in the clean month, so `changes` it."""

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(_in_thousands), "tasks")

    @property
    def changes(self) -> bool:
        return True


def _in_thousands(field: str, entry: Entry) -> Entry:
    if field not in ("assigned", "finished") or not isinstance(entry.value, Decimal):
        return entry
    return replace(entry, value=entry.value * 60000)


@dataclass(frozen=True)
class ThousandsDots(Quirk):
    """1.200.000 typed as text."""

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(_dotted), "tasks")

    @property
    def may(self) -> frozenset[str]:
        return codes("D09")


def _dotted(field: str, entry: Entry) -> Entry:
    if field not in ("assigned", "finished") or not isinstance(entry.value, Decimal):
        return entry
    return Entry(f"{entry.value:,.0f}".replace(",", "."))


@dataclass(frozen=True)
class Formulas(Quirk):
    """Numbers that formulas gave, with the value Excel stored beside each."""

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(_computed))

    @property
    def rich(self) -> bool:
        return True


def _computed(field: str, entry: Entry) -> Entry:
    if field not in ("finished", "total", "points") or not isinstance(entry.value, Decimal):
        return entry
    return replace(entry, formula=f"{entry.value:f}*1")
