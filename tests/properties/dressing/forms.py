"""The forms an office scores with: a matrix of criteria, several scorers, a slip for each person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from tests.properties.dressing.page import Book, Entry, Heading, Leaf, Line, Page, Quirk, codes

_CRITERIA = (
    ("I.1", "5", "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ"),
    ("I.2", "5", "Ý thức kỷ luật, kỷ cương trong thực thi công vụ"),
    ("II.1", "2,5", "Năng lực chuyên môn, nghiệp vụ"),
    ("II.2", "2,5", "Khả năng đáp ứng yêu cầu thực thi nhiệm vụ"),
    ("II.3", "2,5", "Tinh thần trách nhiệm trong thực thi công vụ"),
    ("II.4", "2,5", "Thái độ phục vụ người dân, doanh nghiệp"),
    ("III.1", "2,5", "Có sản phẩm, giải pháp đột phá, sáng tạo"),
    ("III.2", "2,5", "Sẵn sàng tham gia nhiệm vụ đột xuất, phức tạp"),
    ("III.3", "2,5", "Tinh thần chịu trách nhiệm trước kết quả công việc"),
    ("III.4", "2,5", "Chủ động đưa ra quyết định, không né tránh"),
)
_GROUPS = {
    "I": "I. Phẩm chất chính trị, đạo đức và ý thức kỷ luật (10đ)",
    "II": "II. Năng lực chuyên môn, tinh thần trách nhiệm, thái độ phục vụ (10đ)",
    "III": "III. Năng lực đổi mới, sáng tạo (10đ)",
}


def _parts(points: Decimal) -> dict[str, Decimal]:
    """Points for each criterion that add up to the whole; what is lacking is taken from the first."""
    parts = {code: Decimal(most.replace(",", ".")) for code, most, _ in _CRITERIA}
    lacking = sum(parts.values(), Decimal(0)) - points
    for code, most in parts.items():
        taken = min(most, lacking)
        parts[code] = most - taken
        lacking -= taken
    return parts


@dataclass(frozen=True)
class Matrix(Quirk):
    """A column for each criterion, by codes, numbers or words, below their groups or not."""

    how: str
    total: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._spread, "common")

    @property
    def may(self) -> frozenset[str]:
        """Words of the form that are only alike are told."""
        return codes("B03" if self.how == "words" else "")

    def _spread(self, page: Page) -> Page:
        if not page.has("points") or len(page.headings) > 8:
            return page
        headings: list[Heading] = []
        for heading in page.headings:
            if heading.field != "points":
                headings.append(heading)
                continue
            headings += [Heading(f"points:{c[0]}", self._words(*c)) for c in _CRITERIA]
            if self.total:
                headings.append(Heading("points", ("Tổng điểm tiêu chí chung (30đ)",)))
        changed = replace(page, headings=tuple(headings))
        return changed.map(self._marked)

    def _words(self, code: str, most: str, words: str) -> tuple[str, ...]:
        group, _, number = code.partition(".")
        match self.how:
            case "codes":
                return (f"{code} ({most}đ)",)
            case "numbers":
                return (f"{len(group)}.{number}. {words}",)
            case "parents":
                return (_GROUPS[group], f"{number}. {words}")
            case "numbers under parents":
                return (_GROUPS[group], number)
            case _:
                return (words,)

    def _marked(self, line: Line) -> Line:
        points = line.cells["points"].value
        if not isinstance(points, Decimal):
            return line
        marks = {f"points:{code}": Entry(value) for code, value in _parts(points).items()}
        kept = line if self.total else line.without("points")
        return replace(kept, cells={**kept.cells, **marks})


@dataclass(frozen=True)
class Scorers(Quirk):
    """The person, the head of the unit and the leadership score one after the other.

    The highest who filled in a row counts; `open` rows the leadership has not scored yet, which is told (C15).
    """

    headings: tuple[str, ...]
    open: bool

    def __call__(self, book: Book) -> Book:
        return book.pages(self._scored, "common")

    def _scored(self, page: Page) -> Page:
        headings: list[Heading] = []
        fields = [f"points:{place}" for place in range(len(self.headings) - 1)] + ["points"]
        for heading in page.headings:
            if heading.field == "points":
                headings += [Heading(f, (w,)) for f, w in zip(fields, self.headings, strict=True)]
            else:
                headings.append(heading)
        return replace(page, headings=tuple(headings)).map(lambda line: self._one(line, fields))

    def _one(self, line: Line, fields: Iterable[str]) -> Line:
        points = line.cells["points"].value
        if not isinstance(points, Decimal):
            return line
        own, *between = [field for field in fields if field != "points"]
        lower = {own: Entry(min(points + 1, Decimal(30)))}
        lower |= {field: Entry(max(points - 1, Decimal(0))) for field in between}
        if self.open and between and line.key.endswith(("2", "5")):
            # What the leadership left blank is as the head of the unit scored it.
            lower[between[-1]] = Entry(points)
            line = line.without("points")
        return replace(line, cells={**line.cells, **lower})

    @property
    def may(self) -> frozenset[str]:
        return codes("C04 C03 C15") if self.open else codes("C04 C03")


SCORERS = (
    ("Điểm tự chấm (30đ)", "Trưởng phòng chấm (30đ)", "Lãnh đạo UBND chấm (30đ)"),
    ("Tự chấm", "TP duyệt", "Điểm lãnh đạo chấm"),
    ("Cá nhân tự chấm", "Điểm phòng chấm", "Chủ tịch chấm"),
    ("Điểm cá nhân chấm", "Cấp có thẩm quyền chấm"),
)


@dataclass(frozen=True)
class Slips(Quirk):
    """Mẫu số 01: a slip for each person, as sheets or below each other; d, đ, e in a list."""

    how: str

    def __call__(self, book: Book) -> Book:
        first, *rest = book.volumes
        leaves: list[Leaf] = []
        for leaf in first.leaves:
            page = leaf.pages[0]
            if page.kind != "common" or not page.has("points"):
                leaves.append(leaf)
                continue
            slips = [(line, _slip(line)) for line in page.lines]
            leaves.append(replace(leaf, name="Lãnh đạo", pages=(_leaders(page),)))
            if self.how == "one sheet":
                leaves.append(Leaf("Phiếu", tuple(slip for _, slip in slips)))
            else:
                leaves += [
                    Leaf(f"Phiếu {n}" if self.how == "sheets" else _name(line), (slip,))
                    for n, (line, slip) in enumerate(slips, 1)
                ]
        return replace(book, volumes=(replace(first, leaves=tuple(leaves)), *rest))

    @property
    def may(self) -> frozenset[str]:
        return codes("C04")

    @property
    def named(self) -> bool:
        return True


def _name(line: Line) -> str:
    return str(line.cells["name"].value)


def _leaders(page: Page) -> Page:
    kept = page.drop("points")
    lines = tuple(line for line in kept.lines if "dd" in line.cells)
    return replace(
        kept, lines=lines, titles=("TIÊU CHÍ LÃNH ĐẠO, QUẢN LÝ (d, đ, e) THÁNG 3 NĂM 2026",)
    )


def _slip(of: Line) -> Page:
    points = of.cells["points"].value
    assert isinstance(points, Decimal)
    headings = tuple(
        Heading(field, (words,))
        for field, words in (
            ("tt", "TT"), ("criterion", "Tiêu chí chấm điểm"), ("most", "Điểm tối đa"),
            ("own", "Điểm do cá nhân tự chấm"), ("given", "Điểm do cấp có thẩm quyền chấm"),
        )
    )  # fmt: skip
    lines: list[Line] = []
    for code, most, words in _CRITERIA:
        group, _, number = code.partition(".")
        if number == "1":
            lines.append(
                Line("", {"tt": Entry(group), "criterion": Entry(_GROUPS[group].partition(". ")[2]), "most": Entry(Decimal(10))})
            )  # fmt: skip
        most_points = Decimal(most.replace(",", "."))
        lines.append(
            Line(
                f"{of.key} {code}",
                {
                    "tt": Entry(Decimal(number)),
                    "criterion": Entry(words),
                    "most": Entry(most_points),
                    "own": Entry(most_points),
                    "given": Entry(_parts(points)[code]),
                },
            )
        )
    lines.append(
        Line("", {"criterion": Entry("Tổng cộng"), "most": Entry(Decimal(30)), "own": Entry(Decimal(30)), "given": Entry(points)})
    )  # fmt: skip
    return Page(
        "slip",
        headings,
        tuple(lines),
        titles=(
            "PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC THÁNG 3 NĂM 2026",
            f"Họ và tên: {_name(of)}",
            "I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG",
        ),
    )
