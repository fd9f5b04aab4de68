"""How people are named: titles and ranks before the name, a post behind it, two columns for one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Entry, Heading, Page, Quirk

_PEOPLE = ("name", "owner", "assigner", "evaluator")


@dataclass(frozen=True)
class Titled(Quirk):
    """`KS. An`, `ThS.An`, `Đ/c An`, `ông An` … in every column of people."""

    title: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._titled))

    def _titled(self, field: str, entry: Entry) -> Entry:
        if field not in _PEOPLE or not isinstance(entry.value, str) or len(entry.value) < 3:
            return entry
        return replace(entry, value=f"{self.title}{entry.value}")


TITLES = ("KS. ", "ThS.", "TS. ", "Đ/c ", "đ/c ", "Đ/C: ", "Ông ", "bà ", "Đồng chí ", "CN. ")


@dataclass(frozen=True)
class Posts(Quirk):
    """A post behind the name of those who assign: it is no second person."""

    words: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._with_post), "tasks")

    def _with_post(self, field: str, entry: Entry) -> Entry:
        if field not in ("assigner", "evaluator") or len(str(entry.value)) < 3:
            return entry
        return replace(entry, value=f"{entry.value}{self.words}")


POSTS = (" - CT UBND", " - PCT UBND xã", " (TP)", " – Trưởng phòng")


@dataclass(frozen=True)
class TwoColumns(Quirk):
    """Family name and given name in columns of their own."""

    def __call__(self, book: Book) -> Book:
        return book.pages(self._split, "roster", "common")

    def _split(self, page: Page) -> Page:
        headings: list[Heading] = []
        for heading in page.headings:
            if heading.field == "name":
                headings += [Heading("family", ("Họ",)), Heading("name", ("Tên",))]
            else:
                headings.append(heading)
        changed = replace(page, headings=tuple(headings))
        return changed.map(
            lambda line: line.put(
                family=Entry(str(line.cells["name"].value).rpartition(" ")[0]),
                name=Entry(str(line.cells["name"].value).rpartition(" ")[2]),
            )
        )
