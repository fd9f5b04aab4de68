"""Rows that may mean two things: a row more, which must be asked about and change nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tests.properties.dressing.page import EXTRA, Book, Entry, Line, Page, Quirk, codes


@dataclass(frozen=True)
class Unclear(Quirk):
    """A task more at the end of the first list of tasks, unclear in one cell."""

    what: str

    def __call__(self, book: Book) -> Book:
        done = False

        def once(page: Page) -> Page:
            nonlocal done
            if done or page.kind != "tasks" or not page.has("owner"):
                return page
            done = True
            number = sum(line.is_data for line in page.lines) + 1
            model = next(line for line in page.lines if line.key == "tasks 4")
            line = replace(model, key=f"{EXTRA} {self.what}")
            line = line.put(content=Entry(EXTRA), ordinal=Entry(Decimal(number)))
            return replace(page, lines=(*page.lines, UNCLEAR[self.what][1](line)))

        return book.pages(once)

    @property
    def asks(self) -> frozenset[str]:
        return codes(UNCLEAR[self.what][0])


def _put(**cells: Entry) -> Callable[[Line], Line]:
    return lambda line: line.put(**cells)


_HEAD = Entry("Phạm Quốc Chủ")
"""Who is scored by no table of this office: nobody's score waits for the answer."""
UNCLEAR: dict[str, tuple[str, Callable[[Line], Line]]] = {
    "for everybody": ("G02", _put(owner=Entry("ALL"))),
    "for all of us": ("G02", _put(owner=Entry("toàn thể cán bộ, công chức"))),
    "two owners": ("G02", _put(owner=Entry("Phạm Quốc Chủ; Phan Thị Lạ"))),
    "nobody of us": ("D06", _put(owner=Entry("Phan Thị Lạ"))),
    "a quantity turned into a day": (
        "D01",
        _put(assigned=Entry(date(2026, 10, 1), "d-mmm-yy"), owner=_HEAD),
    ),
    "a number read two ways": ("D01", _put(assigned=Entry("1.200"), owner=_HEAD)),
}
"""What is unclear → the code that asks, and the row."""
