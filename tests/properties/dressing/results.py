"""The office's own results: classes in columns, class and points in one cell, months side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from tests.properties.dressing.page import Book, Entry, Heading, Line, Page, Quirk, codes

_CLASSES = {
    "Hoàn thành xuất sắc nhiệm vụ": ("HTXS", "Loại A"),
    "Hoàn thành tốt nhiệm vụ": ("HTT", "Loại B"),
    "Hoàn thành nhiệm vụ": ("HT", "Loại C"),
    "Không hoàn thành nhiệm vụ": ("KHT", "Loại D"),
}


@dataclass(frozen=True)
class ClassColumns(Quirk):
    """A column for each class with a mark in one of them, below a parent or not."""

    words: str
    mark: str
    parent: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._marked, "stated")

    def _marked(self, page: Page) -> Page:
        if not page.has("grade"):
            return page
        headings: list[Heading] = []
        for heading in page.headings:
            if heading.field == "grade":
                above = ("Phân loại",) if self.parent else ()
                headings += [Heading(f"grade:{c}", (*above, self._word(c))) for c in _CLASSES]
            else:
                headings.append(heading)
        return replace(page, headings=tuple(headings)).map(
            lambda line: replace(
                line.without("grade"),
                cells={
                    **line.without("grade").cells,
                    f"grade:{line.cells['grade'].value}": Entry(self.mark),
                },
            )
        )

    def _word(self, grade: str) -> str:
        short, letter = _CLASSES[grade]
        if not self.parent:
            short += "NV"  # "HT" alone may be anything and is asked about (B14)
        return {"short": short, "letters": letter}.get(self.words, grade)


@dataclass(frozen=True)
class OneCell(Quirk):
    """Class and points in one cell."""

    pattern: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._joined, "stated")

    def _joined(self, page: Page) -> Page:
        if not page.has("grade") or not page.has("total"):
            return page
        kept = page.drop("total")
        headings = tuple(
            replace(h, field="total+grade") if h.field == "grade" else h for h in kept.headings
        )
        lines = tuple(self._one(line) for line in page.lines)
        return replace(kept, headings=headings, lines=lines)

    def _one(self, line: Line) -> Line:
        if not line.is_data:
            return line.without("total")
        total = f"{line.cells['total'].value:f}".replace(".", ",")
        words = self.pattern.format(grade=line.cells["grade"].value, total=total)
        rest = line.without("total", "grade")
        return replace(rest, cells={**rest.cells, "total+grade": Entry(words)})


ONE_CELL = (
    "{grade}\n{total} điểm",
    "{total} điểm - {grade}",
    "{grade} ({total}đ)",
    "{total}/{grade}",
)


@dataclass(frozen=True)
class MonthColumns(Quirk):
    """The year's summary: totals and classes of each month side by side, March the last."""

    headings: tuple[str, ...]

    @property
    def may(self) -> frozenset[str]:
        """The months of which nothing else is at hand are told."""
        return codes("B02")

    def __call__(self, book: Book) -> Book:
        return book.pages(self._by_month, "stated")

    def _by_month(self, page: Page) -> Page:
        if not page.has("grade") or not page.has("total"):
            return page
        kept = tuple(h for h in page.headings if h.field not in ("total", "grade"))
        months: list[Heading] = []
        for place, words in enumerate(self.headings, 1):
            now = place == len(self.headings)
            months += [
                Heading("total" if now else f"was total {place}", (words, "Điểm")),
                Heading("grade" if now else f"was grade {place}", (words, "Xếp loại")),
            ]
        earlier = {
            f"was {field} {place}": Entry(value)
            for place in range(1, len(self.headings))
            for field, value in (("total", Decimal(80)), ("grade", "Hoàn thành tốt nhiệm vụ"))
        }
        lines = page.map(lambda line: replace(line, cells={**line.cells, **earlier})).lines
        return replace(
            page,
            headings=(*kept, *months),
            lines=lines,
            titles=("TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI NĂM 2026",),
        )


MONTHS = (
    ("Tháng 1", "Tháng 2", "Tháng 3"),
    ("T1", "T2", "T3"),
    ("T01/2026", "T02/2026", "T03/2026"),
)
