"""How tables are spread over sheets and files: examples, lists of codes, one sheet a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tests.properties.dressing.page import (
    Book,
    Entry,
    Heading,
    Leaf,
    Line,
    Page,
    Quirk,
    Volume,
    codes,
)


@dataclass(frozen=True)
class Beside(Quirk):
    """Sheets that hold nothing of the month: invented people, lists of codes, abandoned tables."""

    what: str

    def __call__(self, book: Book) -> Book:
        match self.what:
            case "example":
                return book.add(Leaf(_EXAMPLES[0], (_invented(book),)))
            case "guide":
                return book.add(Leaf(_EXAMPLES[1], (_invented(book),)))
            case "codes":
                lists = tuple(
                    Line(f"codes {word}", {"code": Entry(code), "word": Entry(word)})
                    for code, word in (("CC", "Công chức"), ("CB", "Cán bộ"), ("VC", "Viên chức"))
                )
                headings = (Heading("code", ("Ký hiệu",)), Heading("word", ("Diễn giải",)))
                return book.add(Leaf("DANHMUC", (Page("codes", headings, lists),)))
            case "abandoned":
                copies = [
                    replace(leaf, name=f"{leaf.name} - bỏ")
                    for volume in book.volumes
                    for leaf in volume.leaves
                    if any(page.kind == "tasks" for page in leaf.pages)
                ]
                return book.add(*copies[:1])
            case _:
                return book.add(Leaf("Sheet2", ()), Leaf("Sheet3", ()))

    @property
    def brings(self) -> frozenset[str]:
        return codes("" if self.what == "empty" else "B02")

    @property
    def named(self) -> bool:
        return True

    @property
    def rich(self) -> bool:
        """A list of codes in a file of its own is no known table, an empty file none (B01, T01)."""
        return self.what in ("codes", "empty")


_EXAMPLES = ("Ví dụ", "Hướng dẫn")


def _invented(book: Book) -> Page:
    """People who look like data and are nobody."""
    roster = _roster(book)
    names = ("Nguyễn Thị Mẫu", "Trần Văn Ví Dụ")
    lines = zip(roster.lines, names, strict=False)
    return replace(roster, lines=tuple(line.put(name=Entry(name)) for line, name in lines))


@dataclass(frozen=True)
class OneSheet(Quirk):
    """All tables in one sheet, one below the other."""

    def __call__(self, book: Book) -> Book:
        pages = tuple(p for v in book.volumes for leaf in v.leaves for p in leaf.pages)
        if any(_is_named_outside(page) for page in pages):
            return book
        return replace(book, volumes=(Volume(book.volumes[0].name, (Leaf("Sheet1", pages),)),))


@dataclass(frozen=True)
class SideBySide(Quirk):
    """Marks and the office's totals in one sheet, one beside the other."""

    def __call__(self, book: Book) -> Book:
        pages = [p for v in book.volumes for leaf in v.leaves for p in leaf.pages]
        beside = tuple(page for page in pages if page.kind in ("common", "stated"))
        if any(_FEBRUARY in title for page in beside for title in page.titles):
            return book
        first, *others = (
            replace(
                volume,
                leaves=tuple(
                    leaf for leaf in volume.leaves if not any(page in beside for page in leaf.pages)
                ),
            )
            for volume in book.volumes
        )
        first = replace(first, leaves=(*first.leaves, Leaf("Chấm điểm", beside, beside=True)))
        return replace(book, volumes=(first, *(each for each in others if each.leaves)))


@dataclass(frozen=True)
class Spread(Quirk):
    """Each sheet a workbook of its own."""

    def __call__(self, book: Book) -> Book:
        return replace(
            book,
            volumes=tuple(
                volume
                if len(volume.leaves) == 1
                else Volume(f"{volume.name}/{leaf.name}", (replace(leaf, name="Sheet1"),))
                for volume in book.volumes
                for leaf in volume.leaves
            ),
        )


@dataclass(frozen=True)
class ByPerson(Quirk):
    """A sheet or a file of work for each person, named above the table, by the sheet or the file."""

    how: str
    title: str = ""

    @property
    def named(self) -> bool:
        return self.how in ("sheet", "file")

    def __call__(self, book: Book) -> Book:
        volume = book.volumes[0]
        (leaf,) = (leaf for leaf in volume.leaves if leaf.pages[0].kind == "tasks")
        (page,) = leaf.pages
        rest = [other for other in volume.leaves if other is not leaf]
        parts = [(name, self._of(page, name)) for name in _owners(page.lines)]
        match self.how:
            case "file":
                files = (
                    Volume(f"{volume.name}/{self.title}{name}", (Leaf("Sheet1", (p,)),))
                    for name, p in parts
                )
                return replace(book, volumes=(replace(volume, leaves=tuple(rest)), *files))
            case "line":
                leaves = [Leaf(f"Phiếu {n}", (p,)) for n, (_, p) in enumerate(parts, 1)]
            case "one sheet":
                leaves = [Leaf("Phiếu", tuple(p for _, p in parts))]
            case _:
                leaves = [Leaf(f"{self.title}{name}", (p,)) for name, p in parts]
        return replace(book, volumes=(replace(volume, leaves=(*rest, *leaves)),))

    def _of(self, page: Page, name: str) -> Page:
        lines = tuple(line for line in page.lines if line.cells["owner"].value == name)
        own = replace(page, lines=lines).drop("owner")
        if self.how in ("line", "one sheet"):
            return replace(own, titles=(*own.titles, f"Họ và tên: {self.title}{name}"))
        return own


def _is_named_outside(page: Page) -> bool:
    """Whether only the sheet or the file says whose work it is."""
    above = any("Họ và tên" in title for title in page.titles)
    return page.kind == "tasks" and not page.has("owner") and not above


def _owners(lines: Iterable[Line]) -> list[str]:
    return list(dict.fromkeys(str(line.cells["owner"].value) for line in lines if line.is_data))


@dataclass(frozen=True)
class ByUnit(Quirk):
    """The work of each unit in a sheet or a file that is called by the unit."""

    how: str

    def __call__(self, book: Book) -> Book:
        units = {
            str(line.cells["name"].value): str(line.cells["unit"].value)
            for line in _roster(book).lines
        }
        return _by_owner(book, units, self.how)


@dataclass(frozen=True)
class ByVillage(Quirk):
    """The work in each village in a sheet or a file of its own, for whoever is in charge of it."""

    how: str

    def __call__(self, book: Book) -> Book:
        names = [str(line.cells["name"].value) for line in _roster(book).lines]
        villages = dict(zip(names, _VILLAGES, strict=False))
        book = book.pages(lambda page: _in_charge(page, villages), "roster")
        book = _by_owner(book, villages, self.how)
        return book.pages(lambda page: page.drop("owner"), "tasks")

    @property
    def named(self) -> bool:
        return True


_VILLAGES = ("Thôn Đông", "Thôn Đá", "Thôn Bến", "Bản Sủng", "Xóm Mới", "Thôn Hạ")


def _in_charge(page: Page, villages: Mapping[str, str]) -> Page:
    page = replace(page, headings=(*page.headings, Heading("village", ("Phụ trách thôn",))))
    return page.map(lambda line: line.put(village=Entry(villages[str(line.cells["name"].value)])))


def _by_owner(book: Book, groups: Mapping[str, str], how: str) -> Book:
    """The tasks of the owners of one group in a sheet, or a file, that is called by the group."""
    volume = book.volumes[0]
    leaves: list[Leaf] = []
    files: list[Volume] = []
    for leaf in volume.leaves:
        page = leaf.pages[0]
        if page.kind != "tasks":
            leaves.append(leaf)
            continue
        of = {line.key: groups[str(line.cells["owner"].value)] for line in page.lines}
        for group in dict.fromkeys(of.values()):
            lines = tuple(line for line in page.lines if of[line.key] == group)
            part = replace(page, lines=lines)
            if how == "file":
                files.append(Volume(f"{volume.name}/{group}", (Leaf("Sheet1", (part,)),)))
            else:
                leaves.append(Leaf(group, (part,)))
    return replace(book, volumes=(replace(volume, leaves=tuple(leaves)), *files))


def _roster(book: Book) -> Page:
    return next(
        page
        for volume in book.volumes
        for leaf in volume.leaves
        for page in leaf.pages
        if page.kind == "roster"
    )


@dataclass(frozen=True)
class EarlierMonth(Quirk):
    """February in the same workbook, in sheets of its own: nothing of it counts in March."""

    beside: bool

    def __call__(self, book: Book) -> Book:
        before = [
            replace(leaf, name=f"{leaf.name} T2", pages=tuple(map(_february, leaf.pages)))
            for leaf in book.volumes[0].leaves
            if all(page.kind in ("tasks", "common") for page in leaf.pages)
        ]
        if not self.beside:
            return replace(book, volumes=(*book.volumes, Volume("thang-02", tuple(before))))
        return book.add(*before)

    @property
    def besides(self) -> frozenset[str]:
        return frozenset({"2026-02"})

    @property
    def may(self) -> frozenset[str]:
        """The file's name says another month than the title."""
        return codes("B06")

    @property
    def named(self) -> bool:
        return True


_FEBRUARY = "THÁNG 2"


def _february(page: Page) -> Page:
    """Half of everything, a month earlier."""
    titles = tuple(t.replace("THÁNG 3", _FEBRUARY) for t in page.titles)
    return replace(page, titles=titles).entries(_a_month_earlier)


def _a_month_earlier(field: str, entry: Entry) -> Entry:
    match entry.value:
        case date() as day:
            return replace(entry, value=day.replace(month=2, day=min(day.day, 28)))
        case Decimal() as number if field in ("finished", "points"):
            return replace(entry, value=number / 2)
        case _:
            return entry
