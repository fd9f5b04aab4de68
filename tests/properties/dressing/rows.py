"""What happens between the rows of a table: groups, totals, ditto marks, numbering, gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tests.properties.dressing.page import Book, Entry, Heading, Line, Page, Quirk

_MARKERS = {"roman": ("I", "II", "III", "IV"), "letter": ("A", "B", "C", "D")}
_SUMMED = ("assigned", "finished")
_TEXT = {"roster": "name", "tasks": "content", "common": "name", "stated": "name"}


def _groups(page: Page) -> list[tuple[str, list[Line]]]:
    """Neighbouring rows under a heading each, which says nothing of how they count."""
    names = {
        "roster": ("Khối lãnh đạo", "Khối chuyên môn"),
        "tasks": ("Lĩnh vực kinh tế", "Lĩnh vực văn phòng"),
    }.get(page.kind, ("Nhóm thứ nhất", "Nhóm thứ hai"))
    half = len(page.lines) // 2
    parts = (list(page.lines[:half]), list(page.lines[half:]))
    return list(zip(names, parts, strict=True))


def _opening(page: Page, name: str, place: int, marker: str, *, wide: bool) -> Line:
    field = _TEXT[page.kind]
    match marker:
        case "star":
            return Line("", {field: Entry(f"* {name}")})
        case "none":
            at = "ordinal" if wide and page.has("ordinal") else field
            return Line("", {at: Entry(name)}, wide=wide)
        case _ if wide or not page.has("ordinal"):
            at = page.headings[0].field
            return Line("", {at: Entry(f"{_MARKERS[marker][place]}. {name}")}, wide=True)
        case _:
            return Line("", {"ordinal": Entry(_MARKERS[marker][place]), field: Entry(name)})


def _all_numbered(page: Page) -> bool:
    return all("ordinal" in line.cells for line in page.lines if line.is_data)


def _sums(lines: Iterable[Line], fields: Iterable[str]) -> dict[str, Entry]:
    """What an office writes as the total of rows, where all of them hold numbers."""
    sums: dict[str, Entry] = {}
    rows = [line for line in lines if line.is_data]
    for field in fields:
        values = [line.cells[field].value for line in rows if field in line.cells]
        numbers = [value for value in values if isinstance(value, Decimal)]
        if rows and len(numbers) == len(rows):
            sums[field] = Entry(sum(numbers, Decimal(0)))
    return sums


@dataclass(frozen=True)
class Groups(Quirk):
    """Headings of groups between the rows, with or without their subtotals."""

    marker: str
    wide: bool
    subtotals: bool
    after: bool = False
    """Whether the subtotals stand below the rows, in a row "Cộng …" of their own."""

    def __call__(self, book: Book) -> Book:
        return book.pages(self._grouped, "tasks", "roster")

    def _grouped(self, page: Page) -> Page:
        lines: list[Line] = []
        for place, (name, rows) in enumerate(_groups(page)):
            # Words alone in their row, among rows without numbers, may as well be a task: asked about.
            wide = self.wide or (self.marker == "none" and not _all_numbered(page))
            opening = _opening(page, name, place, self.marker, wide=wide)
            sums = _sums(rows, _SUMMED)
            below = self.subtotals and self.after and bool(sums)
            if self.subtotals and not below and not opening.wide and self.marker in _MARKERS:
                opening = opening.put(**sums)
            lines += [opening, *rows]
            if below:
                label = f"Cộng {_MARKERS.get(self.marker, ('nhóm 1', 'nhóm 2'))[place]}"
                lines.append(Line("", {_TEXT[page.kind]: Entry(label), **sums}))
        return replace(page, lines=tuple(lines))


@dataclass(frozen=True)
class Totals(Quirk):
    """The office's own total, before its rows or after them."""

    label: str
    first: bool
    in_ordinal: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._with_total, "tasks")

    def _with_total(self, page: Page) -> Page:
        at = "ordinal" if self.in_ordinal and page.has("ordinal") else _TEXT[page.kind]
        total = Line("", {at: Entry(self.label), **_sums(page.lines, _SUMMED)})
        lines = (total, *page.lines) if self.first else (*page.lines, total)
        return replace(page, lines=lines)


@dataclass(frozen=True)
class Sections(Quirk):
    """Kinds of work as headings of sections instead of a column; units likewise in the roster."""

    def __call__(self, book: Book) -> Book:
        names = {
            "Trong kế hoạch": "I. Nhiệm vụ theo kế hoạch",
            "Đột xuất": "II. Nhiệm vụ đột xuất, phát sinh",
        }
        book = book.pages(
            lambda page: _by_section(page, "category", lambda word: names[word]), "tasks"
        )
        return book.pages(lambda page: _by_section(page, "unit", lambda word: word), "roster")


def _by_section(page: Page, field: str, heading: Callable[[str], str]) -> Page:
    words = list(dict.fromkeys(str(line.cells[field].value) for line in page.lines))
    lines: list[Line] = []
    for word in words:
        lines.append(Line("", {_TEXT[page.kind]: Entry(heading(word))}))
        lines += [line for line in page.lines if line.cells[field].value == word]
    return replace(page, lines=tuple(lines)).drop(field)


@dataclass(frozen=True)
class Ditto(Quirk):
    """`"` for "as above" wherever a person stands twice in a row."""

    mark: str
    fields: tuple[str, ...] = ("owner", "assigner", "evaluator")

    def __call__(self, book: Book) -> Book:
        return book.pages(self._with_marks, "tasks")

    def _with_marks(self, page: Page) -> Page:
        lines: list[Line] = []
        above: Line | None = None
        for line in page.lines:
            shown = line
            if line.is_data and above is not None:
                for field in self.fields:
                    if field in line.cells and line.cells[field] == above.cells.get(field):
                        shown = shown.put(**{field: Entry(self.mark)})
            lines.append(shown)
            above = line if line.is_data else None
        return replace(page, lines=tuple(lines))


DITTO = (("owner", "assigner", "evaluator"), ("owner", "category"), ("category", "product", "unit"))


@dataclass(frozen=True)
class Ordinals(Quirk):
    """Numbers that are blank, restart, repeat, stop after some rows, or are text."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._numbered)

    def _numbered(self, page: Page) -> Page:
        if self.how == "no column":
            other = page.drop("ordinal")
            # One parent over the whole table would be its title.
            return page if len({heading.words[0] for heading in other.headings}) == 1 else other
        data = [line for line in page.lines if line.is_data]
        places = {line.key: place for place, line in enumerate(data)}
        return page.map(lambda line: self._one(line, places[line.key]))

    def _one(self, line: Line, place: int) -> Line:
        match self.how:
            case "blank":
                return line.without("ordinal")
            case "stops" if place >= 3:
                return line.without("ordinal")
            case "restarts":
                return line.put(ordinal=Entry(Decimal(place % 3 + 1)))
            case "repeats":
                return line.put(ordinal=Entry(Decimal(1)))
            case "text":
                return line.put(ordinal=Entry(str(place + 1)))
            case "dots":
                return line.put(ordinal=Entry(f"{place + 1}."))
            case _:
                return line


@dataclass(frozen=True)
class Gaps(Quirk):
    """Empty rows between the rows, and rows of dots at the end of the form."""

    every: int
    filler: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._with_gaps)

    def _with_gaps(self, page: Page) -> Page:
        lines: list[Line] = []
        for place, line in enumerate(page.lines, 1):
            lines.append(line)
            if self.every and place % self.every == 0:
                lines.append(Line(""))
        if self.filler:
            lines.append(Line("", {h.field: Entry(self.filler) for h in _some(page.headings)}))
        return replace(page, lines=tuple(lines))


def _some(headings: Sequence[Heading]) -> Sequence[Heading]:
    return headings[:3]


@dataclass(frozen=True)
class VerticalMerges(Quirk):
    """What neighbouring rows have in common stands once, merged down over them."""

    fields: tuple[str, ...]

    def __call__(self, book: Book) -> Book:
        return book.pages(self._merged)

    def _merged(self, page: Page) -> Page:
        lines: list[Line] = []
        above: Line | None = None
        for place, line in enumerate(page.lines):
            shown = line
            if line.is_data and above is not None and place != page.repeated_after:
                same = frozenset(
                    f
                    for f in self.fields
                    if f in line.cells and line.cells[f] == above.cells.get(f)
                )
                shown = replace(line, covered=same)
            lines.append(shown)
            above = line if line.is_data else None
        return replace(page, lines=tuple(lines))

    @property
    def rich(self) -> bool:
        return True


MERGED = (
    ("owner",), ("assigner", "evaluator"), ("unit",), ("category",),
    ("owner", "assigner", "evaluator", "category", "unit", "kind"),
)  # fmt: skip


@dataclass(frozen=True)
class OwnColumns(Quirk):
    """Columns of the office's own that say nothing to us: codes of grades, links, priorities."""

    def __call__(self, book: Book) -> Book:
        book = book.pages(lambda page: _with_column(page, "Mã ngạch", "01.003"), "roster")
        return book.pages(lambda page: _with_column(page, "Độ khẩn", "Cao"), "tasks")


def _with_column(page: Page, words: str, value: str) -> Page:
    page = replace(page, headings=(*page.headings, Heading("other", (words,))))
    return page.map(lambda line: line.put(other=Entry(value)))
