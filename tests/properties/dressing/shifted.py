"""Headings that stand a column away from their data, as after a column was put in or taken out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Heading, Page, Quirk


@dataclass(frozen=True)
class Shifted(Quirk):
    """The headings of the tasks from a column on stand one to the right or to the left."""

    after: str
    right: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._moved, "tasks")

    def _moved(self, page: Page) -> Page:
        fields = [heading.field for heading in page.headings]
        if self.after not in fields:
            return page
        at = fields.index(self.after) + 1
        words = [heading.words for heading in page.headings]
        # The data keep their fields; what stands above them is that of a neighbour.
        moved = ["", *words[at:-1]] if self.right else [*words[at + 1 :], ""]
        above = [*words[:at], *(one or ("",) for one in moved)]
        headings = tuple(
            Heading(field, tuple(said), heading.hidden)
            for field, said, heading in zip(fields, above, page.headings, strict=True)
        )
        return replace(page, headings=headings)


AFTER = ("ordinal", "content", "product", "owner", "deadline", "assigned")
"""Columns after which enough follow to tell."""
