"""How a heading is written: other words, parents, order, numbers of the columns."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Heading, Page, Quirk, codes

_WORDS = """
ordinal | STT | TT | Stt | Số TT | Số thứ tự
name | Họ và tên | HỌ VÀ TÊN | Họ tên | Họ và tên cán bộ
position | Chức vụ | Chức vụ, chức danh | Chức danh | Chức vụ / Vị trí việc làm
unit | Đơn vị | Đơn vị công tác | Phòng ban / Bộ phận | Phòng, ban chuyên môn | Bộ phận
kind | Đối tượng
content | Nội dung công việc | Nhiệm vụ | Tên công việc | Nội dung nhiệm vụ được giao | Công việc chi tiết | Nội dung
product | Sản phẩm | Sản phẩm đầu ra
category | Loại nhiệm vụ | Loại công việc
owner | Người thực hiện | Người nhận | Cán bộ phụ trách | Cán bộ thụ lý | Chủ trì | Bộ phận/người phụ trách
assigner | Người giao | Lãnh đạo giao | Lãnh đạo giao việc
assigned_on | Ngày giao | TG Giao | Ngày giao nhiệm vụ | Ngày tạo
deadline | Hạn hoàn thành | Thời hạn hoàn thành | Thời hạn yêu cầu | Hạn xử lý | Hạn nộp | Ngày hết hạn
assigned | Số lượng giao | Số lượng được giao | SL giao | Số lượng công việc
coefficient | Hệ số | Hệ số quy đổi | Hệ số (K)
finished | Số lượng hoàn thành | Số lượng đã hoàn thành | SL hoàn thành
finished_on | Ngày hoàn thành | TG Hoàn thành
failures | Số lần chưa đạt | Số lần không đạt
latenesses | Số lần chậm | Số lần chậm tiến độ
evaluator | Người đánh giá | Lãnh đạo đánh giá | Lãnh đạo thẩm định
note | Ghi chú | GHI CHÚ | Diễn giải
points | Điểm tiêu chí chung (30đ) | Điểm chung (30đ) | Điểm tiêu chí chung
total | Tổng điểm | Tổng cộng | Cộng
grade | Xếp loại | Kết quả xếp loại | Mức xếp loại | Mức xếp loại chính thức
"""
SYNONYMS = {
    name: tuple(words)
    for name, *words in (
        [part.strip() for part in line.split("|")] for line in _WORDS.strip().splitlines()
    )
}
"""The tables of headings seen in offices, as far as this month has the field."""
_FAMILIES = (
    ("Giao việc", ("assigner", "assigned_on", "deadline", "assigned", "coefficient")),
    ("Kết quả thực hiện", ("finished", "finished_on", "failures", "latenesses")),
    ("Cán bộ, công chức", ("name", "position", "unit", "kind")),
)


@dataclass(frozen=True)
class Synonyms(Quirk):
    """Other words for the same columns, as the tables of seen headings have them."""

    choices: tuple[tuple[str, str], ...]

    @property
    def brings(self) -> frozenset[str]:
        """ "TG Hoàn thành" may be a deadline: what it was taken for is told."""
        return codes("B03" if dict(self.choices)["finished_on"] == "TG Hoàn thành" else "")

    def __call__(self, book: Book) -> Book:
        chosen = dict(self.choices)
        return book.pages(
            lambda page: replace(
                page,
                headings=tuple(
                    replace(h, words=(*h.words[:-1], chosen[h.field]))
                    if h.words[-1] in SYNONYMS.get(h.field, ())
                    else h
                    for h in page.headings
                ),
            )
        )


@dataclass(frozen=True)
class OtherOrder(Quirk):
    """The columns in another order; the numbering stays first, months stay in theirs."""

    seed: int

    def __call__(self, book: Book) -> Book:
        return book.pages(self._shuffled)

    def _shuffled(self, page: Page) -> Page:
        if any(h.field.startswith("was ") for h in page.headings):
            return page
        first = [h for h in page.headings if h.field == "ordinal"]
        rest = [h for h in page.headings if h.field != "ordinal"]
        random.Random(self.seed).shuffle(rest)
        return replace(page, headings=(*first, *rest))


@dataclass(frozen=True)
class Parents(Quirk):
    """Two or three rows of heading: parents over neighbours that belong together."""

    depth: int
    merged: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._with_parents)

    def _with_parents(self, page: Page) -> Page:
        headings = list(page.headings)
        for parent, members in _FAMILIES:
            for run in _runs(headings, members):
                for place in run:
                    above = (parent,) if self.depth == 2 else (f"{parent} trong kỳ", parent)
                    headings[place] = replace(
                        headings[place], words=(*above, *headings[place].words)
                    )
        return replace(page, headings=tuple(headings), merges=self.merged)

    @property
    def rich(self) -> bool:
        return True


def _runs(headings: Sequence[Heading], members: tuple[str, ...]) -> list[list[int]]:
    """The first run of at least two neighbours of one family."""
    runs: list[list[int]] = [[]]
    for place, heading in enumerate(headings):
        if heading.field in members and len(heading.words) == 1:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1][:1]


@dataclass(frozen=True)
class Typed(Quirk):
    """Headings in capitals, with line breaks, with double and trailing spaces."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(
            lambda page: replace(
                page,
                headings=tuple(
                    replace(h, words=tuple(self._typed(word) for word in h.words))
                    for h in page.headings
                ),
            )
        )

    def _typed(self, words: str) -> str:
        match self.how:
            case "capitals":
                return words.upper() if len(words) > 1 else words
            case "breaks":
                return words.replace(" ", "\n", 1)
            case "spaces":
                return f" {words.replace(' ', '  ', 1)} "
            case _:
                return words.replace(" ", " \n")


@dataclass(frozen=True)
class Numbered(Quirk):
    """A row that numbers the columns, above or below the heading, with a gap where one was deleted."""

    how: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: replace(page, numbers=self.how))


@dataclass(frozen=True)
class NewPage(Quirk):
    """The heading again where a new printed page begins."""

    after: int

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda page: replace(page, repeated_after=self.after), "tasks", "roster")


@dataclass(frozen=True)
class Twice(Quirk):
    """A second column of the same meaning and values: one is read, and the office is asked."""

    field: str
    words: str

    def __call__(self, book: Book) -> Book:
        return book.pages(self._doubled, "tasks")

    def _doubled(self, page: Page) -> Page:
        if not page.has(self.field):
            return page
        again = f"{self.field}:again"
        page = replace(page, headings=(*page.headings, Heading(again, (self.words,))))
        return page.map(
            lambda line: (
                line.put(**{again: line.cells[self.field]}) if self.field in line.cells else line
            )
        )

    @property
    def may(self) -> frozenset[str]:
        return codes("B04")
