"""How people are named: titles and ranks before the name, a post behind it, two columns for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Entry, Heading, Line, Page, Quirk

from cadre_cli.vietnamese.text import key

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


@dataclass(frozen=True)
class Renamed(Quirk):
    """Other people in the same posts: names of minorities, of one word more, two of one name."""

    names: tuple[tuple[str, str], ...]

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: page.entries(self._renamed))

    def _renamed(self, field: str, entry: Entry) -> Entry:
        if field not in _PEOPLE or not isinstance(entry.value, str):
            return entry
        return replace(entry, value=dict(self.names).get(entry.value, entry.value))

    @property
    def called(self) -> Mapping[str, str]:
        return {key(new): key(old) for old, new in self.names}


_OLD = (
    "Nguyễn Văn An",
    "Trần Thị Hòa",
    "Đỗ Quỳnh Uyên",
    "Hoàng Thị Thúy",
    "Lê Văn Cả",
    "Phạm Quốc Chủ",
)
_NEW = (
    ("H'Hen Niê", "Y Thịnh Ayun", "K'Brang", "Giàng A Páo", "Điểu Xrôi", "Ksor H'Bơ Khăp"),
    ("Lò Văn Ún", "Vàng Thị Mỷ", "Sùng A", "Tẩn Lở Mẩy", "Quàng Văn É", "Đinh Y Ô"),
    ("Nguyễn Văn An A", "Nguyễn Văn An B", "Nguyễn Thị An", "Nguyễn Văn Ân", "Nguyễn Văn Anh", "Nguyễn Ván An"),
    ("Lê Hoa", "Lê Hòa", "Lê Hóa", "Lê Hoan", "Lê Hỏa", "Lê Họa"),
    ("Tôn Nữ Thị Ngọc Trầm", "Văn Tiến Tùng", "Đồng Thị Cúc", "Bá Thị Tư", "Cao Đồng Chí", "Đỗ Ông Bà"),
)  # fmt: skip
OTHERS = tuple(tuple(zip(_OLD, new, strict=True)) for new in _NEW)


@dataclass(frozen=True)
class Homonyms(Quirk):
    """Two people of one name, told apart by a code or by their unit wherever they stand."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._told_apart)

    def _told_apart(self, page: Page) -> Page:
        who = "owner" if page.kind == "tasks" else "name"
        field, words = _TOLD_BY[self.how]
        known = page.has(field)
        headings: list[Heading] = []
        for heading in page.headings:
            headings.append(heading)
            if heading.field == who and not known:
                headings.append(Heading(field, (words,)))
        changed = replace(page, headings=tuple(headings)).map(
            lambda line: line if known else line.put(**{field: self._said(line, who)})
        )
        return changed.entries(
            lambda at, entry: (
                replace(entry, value=_NAMESAKE)
                if at == who and entry.value == _OF_THE_SAME_NAME
                else entry
            )
        )

    def _said(self, line: Line, who: str) -> Entry:
        place = _OLD.index(str(line.cells[who].value))
        return Entry(_UNITS[place] if self.how == "unit" else f"CB{place + 1:02}")

    @property
    def called(self) -> Mapping[str, str]:
        unit = _UNITS[_OLD.index(_OF_THE_SAME_NAME)]
        return {f"{key(_NAMESAKE)}|{key(unit)}": key(_OF_THE_SAME_NAME)}


_TOLD_BY = {"unit": ("unit", "Đơn vị"), "code": ("code", "Mã cán bộ")}
_NAMESAKE, _OF_THE_SAME_NAME = "Nguyễn Văn An", "Đỗ Quỳnh Uyên"
_UNITS = (
    "Phòng Kinh tế",
    "Phòng Kinh tế",
    "Văn phòng HĐND và UBND",
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Lãnh đạo UBND",
)
"""Of the people of the clean month, in the order of `_OLD`."""


@dataclass(frozen=True)
class Helped(Quirk):
    """Helpers beside the owner: in a column of their own, in brackets, or behind a role."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._helped, "tasks")

    def _helped(self, page: Page) -> Page:
        if not page.has("owner"):
            return page
        if self.how == "column":
            headings: list[Heading] = []
            for heading in page.headings:
                headings.append(heading)
                if heading.field == "owner":
                    headings.append(Heading("helpers", ("Phối hợp",)))
            page = replace(page, headings=tuple(headings))
            return page.map(lambda line: line.put(helpers=Entry(_helper(line))))
        pattern = _HELPED[self.how]
        return page.map(
            lambda line: line.put(
                owner=Entry(pattern.format(line.cells["owner"].value, _helper(line)))
            )
        )


def _helper(line: Line) -> str:
    """Somebody else of the office."""
    return "Trần Thị Hòa" if line.cells["owner"].value != "Trần Thị Hòa" else "Nguyễn Văn An"


_HELPED = {
    "brackets": "{} (phối hợp: {})",
    "roles": "{} (chủ trì), {} (phối hợp)",
    "lines": "Chủ trì: {}\nPhối hợp: {}",
    "dash": "{} - phối hợp: {}",
}
HELPED = ("column", *_HELPED)


@dataclass(frozen=True)
class GivenNames(Quirk):
    """The given name alone: a column of units tells whose it is, or (`bare`) the sheet called by one."""

    bare: bool

    @property
    def named(self) -> bool:
        return self.bare

    def __call__(self, book: Book) -> Book:
        units = {
            str(line.cells["name"].value): line.cells["unit"]
            for volume in book.volumes
            for leaf in volume.leaves
            for page in leaf.pages
            if page.kind == "roster"
            for line in page.lines
        }
        called = {str(unit.value) for unit in units.values()}
        return book.leaves(
            lambda leaf: leaf.map(
                lambda page: _with_given_names(page, units, told=self.bare and leaf.name in called)
            )
        )


def _with_given_names(page: Page, units: Mapping[str, Entry], *, told: bool) -> Page:
    if page.kind != "tasks" or not page.has("owner"):
        return page
    if told or page.has("unit"):
        return page.map(lambda line: line.put(owner=_given(line)))
    headings: list[Heading] = []
    for heading in page.headings:
        headings.append(heading)
        if heading.field == "owner":
            headings.append(Heading("unit", ("Đơn vị",)))
    page = replace(page, headings=tuple(headings))
    return page.map(
        lambda line: line.put(
            unit=units[str(line.cells["owner"].value)],
            owner=_given(line),
        )
    )


def _given(line: Line) -> Entry:
    return Entry(str(line.cells["owner"].value).rpartition(" ")[2])
