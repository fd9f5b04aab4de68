"""What is to be written, before it has places: pages of tables, each cell known by its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Self

Value = str | Decimal | date | None
EXTRA = "Việc cần hỏi"
"""How the key and the words of a row begin that was put in to be asked about."""


@dataclass(frozen=True)
class Entry:
    """A cell as it is typed: its value, number format and font; the formula that gave the value.

    `runs` are the pieces of a text in several fonts; formats that keep no pieces take `font`.
    """

    value: Value
    shown: str | None = None
    font: str | None = None
    formula: str | None = None
    runs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Heading:
    """A column: what it holds for us, and the words above it, parents first."""

    field: str
    words: tuple[str, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Line:
    """A row below the heading. `key` names the record it holds; "" for rows that hold none.

    `wide` rows have one cell merged over the whole table; `covered` fields lie in the merge of the
    cell above them.
    """

    key: str
    cells: Mapping[str, Entry] = field(default_factory=dict)
    hidden: bool = False
    wide: bool = False
    covered: frozenset[str] = frozenset()

    @property
    def is_data(self) -> bool:
        return bool(self.key)

    def put(self, **cells: Entry) -> Line:
        return replace(self, cells={**self.cells, **cells})

    def without(self, *fields: str) -> Line:
        return replace(self, cells={f: e for f, e in self.cells.items() if f not in fields})


Loose = Mapping[int, str]
"""A row outside the table: column of the table, counted from 0 → text."""


@dataclass(frozen=True)
class Page:
    """A table with what stands above and below it. `kind` is "roster", "tasks", "common", "stated"."""

    kind: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()
    above: tuple[Loose, ...] = ()
    """Rows above the titles."""
    numbers: str = ""
    """Where the numbers of the columns stand: "", "above", "below"; and how: "1", "(1)", "gap"."""
    below: tuple[Loose, ...] = ()
    repeated_after: int | None = None
    """Lines after which the heading is repeated (a new printed page)."""
    merges: bool = True

    def map(self, change: Callable[[Line], Line]) -> Self:
        """The same page with every line of data changed."""
        return replace(
            self, lines=tuple(change(line) if line.is_data else line for line in self.lines)
        )

    def entries(self, change: Callable[[str, Entry], Entry]) -> Self:
        """The same page with the entries of lines of data changed, field by field."""
        return self.map(
            lambda line: replace(line, cells={f: change(f, e) for f, e in line.cells.items()})
        )

    def has(self, name: str) -> bool:
        return any(heading.field == name for heading in self.headings)

    def drop(self, name: str) -> Self:
        """The same page without a column."""
        kept = tuple(heading for heading in self.headings if heading.field != name)
        return replace(self, headings=kept, lines=tuple(line.without(name) for line in self.lines))


@dataclass(frozen=True)
class Leaf:
    """A sheet: its pages one below the other or side by side."""

    name: str
    pages: tuple[Page, ...]
    beside: bool = False
    state: str = "visible"
    junk: tuple[tuple[int, int, str], ...] = ()
    """Cells far from everything: row, column, text."""

    def map(self, change: Callable[[Page], Page]) -> Leaf:
        return replace(self, pages=tuple(change(page) for page in self.pages))


@dataclass(frozen=True)
class Volume:
    """A workbook: the file's name without extension, and its sheets."""

    name: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class Book:
    """All the office keeps of the month, and what the text of every cell goes through."""

    volumes: tuple[Volume, ...]
    texts: tuple[Callable[[Entry, int], Entry], ...] = ()
    """What happens to the text of the n-th cell when it is stored: decomposition, fonts."""

    def leaves(self, change: Callable[[Leaf], Leaf]) -> Book:
        return replace(
            self,
            volumes=tuple(
                replace(volume, leaves=tuple(change(leaf) for leaf in volume.leaves))
                for volume in self.volumes
            ),
        )

    def pages(self, change: Callable[[Page], Page], *kinds: str) -> Book:
        """The same book with every page (of the kinds) changed."""
        return self.leaves(
            lambda leaf: leaf.map(lambda p: change(p) if not kinds or p.kind in kinds else p)
        )

    def add(self, *leaves: Leaf) -> Book:
        """Sheets more at the end of the first workbook."""
        first, *rest = self.volumes
        return replace(self, volumes=(replace(first, leaves=(*first.leaves, *leaves)), *rest))


@dataclass(frozen=True)
class Quirk:
    """A habit of an office. `brings` are the codes it must add, `may` those it can add besides.

    `rich` quirks need fonts, merges or hidden things, which text and web formats do not keep.
    """

    def __call__(self, book: Book) -> Book:
        raise NotImplementedError

    @property
    def brings(self) -> frozenset[str]:
        return frozenset()

    @property
    def may(self) -> frozenset[str]:
        return frozenset()

    @property
    def asks(self) -> frozenset[str]:
        """Codes that must be among the findings at the rows put in to be asked about."""
        return frozenset()

    @property
    def called(self) -> Mapping[str, str]:
        """Key of a name as it is now, or of name|unit → key of the name in the clean month."""
        return {}

    @property
    def besides(self) -> frozenset[str]:
        """Other periods that it adds."""
        return frozenset()

    @property
    def changes(self) -> bool:
        """Whether another month comes of it, to be compared with the same in plain cells."""
        return False

    @property
    def rich(self) -> bool:
        return False

    @property
    def named(self) -> bool:
        """Whether it needs the names of sheets, which web formats do not keep."""
        return False


def codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


def text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def said(words: Iterable[str]) -> tuple[Loose, ...]:
    """Rows of one text each, in the first column."""
    return tuple({0: word} for word in words)
