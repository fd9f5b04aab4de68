"""Hidden rows, columns and sheets: what they hold counts, and is told (B09)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Page, Quirk, Volume, codes


@dataclass(frozen=True)
class _Hiding(Quirk):
    @property
    def brings(self) -> frozenset[str]:
        return codes("B09")

    @property
    def rich(self) -> bool:
        return True


@dataclass(frozen=True)
class HiddenRow(_Hiding):
    """A row of data that does not show."""

    key: str

    def __call__(self, book: Book) -> Book:
        return book.pages(
            lambda page: page.map(
                lambda line: replace(line, hidden=True) if line.key == self.key else line
            )
        )


@dataclass(frozen=True)
class HiddenColumn(_Hiding):
    """A column that does not show."""

    field: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._hidden)

    def _hidden(self, page: Page) -> Page:
        return replace(
            page,
            headings=tuple(replace(h, hidden=h.field == self.field) for h in page.headings),
        )


@dataclass(frozen=True)
class HiddenSheet(_Hiding):
    """A whole sheet of data that does not show."""

    kind: str
    state: str

    def __call__(self, book: Book) -> Book:
        return replace(book, volumes=tuple(map(self._in_volume, book.volumes)))

    def _in_volume(self, volume: Volume) -> Volume:
        """A workbook shows one sheet at least."""
        holds = [any(page.kind == self.kind for page in leaf.pages) for leaf in volume.leaves]
        if all(holds):
            return volume
        leaves = zip(volume.leaves, holds, strict=True)
        return replace(
            volume,
            leaves=tuple(replace(x, state=self.state) if hide else x for x, hide in leaves),
        )

    @property
    def brings(self) -> frozenset[str]:
        """Where the sheet stands alone in its file it cannot be hidden."""
        return frozenset()

    @property
    def may(self) -> frozenset[str]:
        return codes("B09")
