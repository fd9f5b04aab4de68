"""What stands above a table: letterheads, stray cells, statistics, and where the period is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.properties.dressing.month import PERIOD
from tests.properties.dressing.page import Book, Leaf, Loose, Page, Quirk, codes

_LEFT = ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG LIM", "Số: 12/BC-UBND")
_RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "")


@dataclass(frozen=True)
class Letterhead(Quirk):
    """One to three rows; the national motto beside the office's name or not, an empty row below."""

    height: int
    motto: bool
    gap: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._with_head)

    def _with_head(self, page: Page) -> Page:
        at = max(2, len(page.headings) // 2)
        rows: list[Loose] = []
        for left, right in list(zip(_LEFT, _RIGHT, strict=True))[: self.height]:
            rows.append({0: left, **({at: right} if self.motto and right else {})})
        return replace(page, above=(*page.above, *rows, *([{}] if self.gap else [])))


@dataclass(frozen=True)
class StrayCell(Quirk):
    """One cell before everything: a unit's code, a colleague's remark."""

    words: str

    def __call__(self, book: Book) -> Book:
        """Between two tables of a sheet such a cell may as well be a row of the first."""
        return book.leaves(self._first)

    def _first(self, leaf: Leaf) -> Leaf:
        pages = tuple(
            replace(page, above=({} if place else {0: self.words}, *page.above))
            if leaf.beside or not place
            else page
            for place, page in enumerate(leaf.pages)
        )
        return replace(leaf, pages=pages)


@dataclass(frozen=True)
class Statistics(Quirk):
    """A block of numbers first, as exports of task programs have it."""

    rows: int

    def __call__(self, book: Book) -> Book:
        labels = ("THỐNG KÊ", "Tổng số công việc", "Đã hoàn thành", "Đang thực hiện", "Quá hạn")
        block = [{0: label, 1: str(place)} for place, label in enumerate(labels[: self.rows])]
        return book.pages(lambda p: replace(p, above=(*block, {}, *p.above)), "tasks")


@dataclass(frozen=True)
class Attached(Quirk):
    """The line that names the decision, with a day that is not the period's; the unit of measure."""

    def __call__(self, book: Book) -> Book:
        lines = (
            "(Kèm theo Quyết định số 283/QĐ-UBND ngày 31 tháng 5 năm 2025 của UBND xã)",
            "Đơn vị tính: điểm",
        )
        return book.pages(lambda page: replace(page, titles=(*page.titles, *lines)))


@dataclass(frozen=True)
class PeriodSaid(Quirk):
    """The period in a row of its own, in other words, or only in the name of the file or folder."""

    words: str
    in_file: bool

    @property
    def may(self) -> frozenset[str]:
        """A period that only a folder says is told."""
        return codes("B15" if self.in_file else "")

    def __call__(self, book: Book) -> Book:
        if not self.in_file:
            return book.pages(self._in_row)
        alone = len(book.volumes) == 1
        book = replace(
            book,
            volumes=tuple(
                replace(v, name=self.words if alone else f"{self.words}/{v.name.split('/')[-1]}")
                for v in book.volumes
            ),
        )
        return book.pages(lambda page: replace(page, titles=_without_period(page)))

    def _in_row(self, page: Page) -> Page:
        bare = _without_period(page)
        if bare == page.titles:
            return page
        return replace(page, titles=(*bare, self.words))


def _without_period(page: Page) -> tuple[str, ...]:
    return tuple(title.replace(PERIOD, "").strip() for title in page.titles)


IN_ROWS = (
    "Tháng 3 năm 2026",
    "Tháng 03/2026",
    "(Tháng 3 - 2026)",
    "Kỳ đánh giá: tháng 03 năm 2026",
    "T3/2026",
)
IN_FILES = ("Thang 3-2026", "BC tháng 03.2026", "T03-2026", "danh gia (tháng 3-2026)", "2026-03")
REMARKS = ("1042", "Mã đơn vị: 1042", "bản chị Lan gửi lại", "x")
