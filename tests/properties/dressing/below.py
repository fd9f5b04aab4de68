"""What stands below a table: remarks, signatures, and the used range that reaches far down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.properties.dressing.page import Book, Loose, Page, Quirk


@dataclass(frozen=True)
class Notes(Quirk):
    """Footnotes and remarks."""

    words: str

    def __call__(self, book: Book) -> Book:
        return book.pages(lambda p: replace(p, below=(*p.below, {0: self.words})))


REMARKS = (
    "Ghi chú: Cột 9 do người giao việc ghi.",
    "(*) Việc phát sinh do lãnh đạo xã giao trực tiếp.",
    "* Số liệu tính đến ngày 31/3/2026",
    "Lưu ý: đề nghị các bộ phận nộp trước ngày 05 hằng tháng.",
)


@dataclass(frozen=True)
class Signatures(Quirk):
    """Who signs, on one side or both; the names below are nobody's score."""

    left: str
    right: str
    dated: bool
    gap: int
    addressees: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._signed)

    def _signed(self, page: Page) -> Page:
        at = max(2, len(page.headings) - 3)
        rows: list[Loose] = [{} for _ in range(self.gap)]
        if self.dated:
            rows.append({at: "Đồng Lim, ngày 31 tháng 3 năm 2026"})
        rows.append({**({1: self.left} if self.left else {}), at: self.right})
        rows.append({at: "(Ký, ghi rõ họ tên)"})
        rows += [{}, {**({1: "Vũ Văn Ký"} if self.left else {}), at: "Hà Thị Duyệt"}]
        if self.addressees:
            rows += [{0: "Nơi nhận:"}, {0: "- Như trên;"}, {0: "- Lưu: VT."}]
        return replace(page, below=(*page.below, *rows))


LEFT = ("", "NGƯỜI LẬP BIỂU", "Người lập bảng", "KẾ TOÁN LẬP BIỂU")
RIGHT = (
    "CHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN",
    "T/M BAN THƯỜNG VỤ",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
    "Người duyệt",
)


@dataclass(frozen=True)
class Phantom(Quirk):
    """Cells that hold a space or nothing far below and far to the right."""

    row: int
    words: str

    def __call__(self, book: Book) -> Book:
        return book.leaves(
            lambda leaf: replace(
                leaf, junk=(*leaf.junk, (self.row, 2, self.words), (self.row + 3, 40, self.words))
            )
        )

    @property
    def named(self) -> bool:
        """Where sheets stand below each other, many empty rows would part them."""
        return True
