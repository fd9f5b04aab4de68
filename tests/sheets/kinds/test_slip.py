"""A slip for each person (Mẫu số 01), as a sheet of its own or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import cell, codes, parsed, tables_of
from tests.sheets.people import only

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.officers import Post
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.kinds.slip import KIND
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut
from cadre_cli.sheets.titles import FORM

_LEAVES = (
    ("I.1", "1", "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ", "5"),
    ("I.2", "2", "Ý thức kỷ luật, kỷ cương trong thực thi công vụ", "5"),
    ("II.1", "1", "Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm", "2.5"),
    ("II.2", "2", "Khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao", "2.5"),
    ("II.3", "3", "Tinh thần trách nhiệm trong thực thi công vụ", "2.5"),
    ("II.4", "4", "Thái độ phục vụ người dân, doanh nghiệp", "2.5"),
    ("III.1", "1", "Có sản phẩm, giải pháp đột phá, sáng tạo", "2.5"),
    ("III.2", "2", "Sẵn sàng tham gia thực hiện nhiệm vụ đột xuất, phức tạp", "2.5"),
    ("III.3", "3", "Có tinh thần chịu trách nhiệm trước kết quả công việc", "2.5"),
    ("III.4", "4", "Chủ động đưa ra quyết định, không né tránh", "2.5"),
)
_GROUPS = {
    "I.1": (
        "I",
        "Phẩm chất chính trị, phẩm chất đạo đức và ý thức kỷ luật, kỷ cương trong công vụ",
    ),
    "II.1": ("II", "Năng lực chuyên môn; khả năng đáp ứng; tinh thần trách nhiệm; thái độ phục vụ"),
    "III.1": ("III", "Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm"),
}
_OWN = ("4", "5", "2", "2", "2.5", "2", "1", "2", "2", "2")
_GIVEN = ("4", "4", "2", "2", "2", "2", "1", "2", "2", "2")


def slip(
    name: str,
    own: Sequence[str] = _OWN,
    given: Sequence[str] | None = None,
    *,
    unit: str = "Phòng Kinh tế",
    total: str = "85.5",
    position: str = "Chuyên viên",
) -> str:
    """The official form as a sheet; `given` are a superior's points, in a column that it adds."""
    columns = [own] if given is None else [own, given]
    extra = "" if given is None else " Điểm do cấp có thẩm quyền chấm |"
    lines = [
        "UBND XÃ HÓA QUỲ",
        "PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC",
        "(Kỳ theo dõi, đánh giá: Tháng 3 năm 2026)",
        f"Họ và tên: {name}",
        f"Chức vụ, chức danh: {position}",
        f"Đơn vị công tác: {unit}",
        "I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG",
        f"| TT | Tiêu chí chấm điểm | Điểm tối đa | Điểm do cá nhân tự chấm |{extra}",
        "| (1) | (2) | (3) | (4) |" + (" (5) |" if given else ""),
    ]
    for place, (code, ordinal, words, maximum) in enumerate(_LEAVES):
        if code in _GROUPS:
            group, text = _GROUPS[code]
            lines.append(f"| {group} | {text} | 10 |" + " |" * len(columns))
        points = "".join(f" {column[place] if column else ''} |" for column in columns)
        lines.append(f"| {ordinal} | {words} | {maximum} |{points}")
    sums = "".join(f" {sum(map(Decimal, column)) if column else ''} |" for column in columns)
    lines += [
        f"| | Tổng cộng | 30 |{sums}",
        "II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC",
        "| 1 | Điểm tiêu chí chung | | |",
        "| 2 | Điểm tiêu chí kết quả thực hiện nhiệm vụ | | |",
        f"| 3 | Tổng điểm theo dõi, đánh giá công chức | | {total} |",
        "| 4 | Ưu điểm: tận tụy | | |",
        "| 6 | Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá: nhất trí | | |",
        "| | ....., ngày....tháng.....năm..... | | ....., ngày....tháng.....năm..... |",
        "| | CÔNG CHỨC TỰ ĐÁNH GIÁ | | CẤP CÓ THẨM QUYỀN THEO DÕI, ĐÁNH GIÁ |",
        "| | (Ký tên, ghi rõ họ tên) | | (Ký tên, ghi rõ họ tên) |",
        "",
        "| | Vũ Văn Ký | | Lê Văn Cả |",
    ]
    return "\n".join(lines)


_ROWS = (11, 12, 14, 15, 16, 17, 19, 20, 21, 22)
_MAXIMA = tuple(Decimal(maximum) for _, _, _, maximum in _LEAVES)


def _marks(given: Sequence[str], column: str, scorer: int) -> dict[str, Mark]:
    return {
        code: Mark(code, Decimal(points), cell(f"{column}{row}"), scorer, maximum)
        for (code, *_), points, row, maximum in zip(_LEAVES, given, _ROWS, _MAXIMA, strict=True)
    }


def test_the_official_form_gives_the_persons_own_marks_and_the_stated_total() -> None:
    result = parsed(KIND, slip("Nguyễn Văn An"))
    who = Mention("Nguyễn Văn An", "Nguyễn Văn An", cell("A4"), "Phòng Kinh tế")
    at = RowRef("thang-03.xlsx", "Sheet1", 4, {"name": 1})
    [common] = result.records.common
    leaves = {mark.criterion: mark for mark in common.marks if "." in mark.criterion}
    rest = {mark.criterion: mark.points for mark in common.marks if "." not in mark.criterion}
    assert (common.who, common.at, common.from_summary) == (who, at, False)
    assert leaves == _marks(_OWN, "D", 0)
    assert rest == {"I": None, "II": None, "III": None, "total": Decimal("24.5")}
    assert result.records.stated == (Stated(who, at, Decimal("85.5"), cell("D27")),)
    assert result.records.kinds == frozenset({"common", "stated"})
    assert codes(result.findings) == []


def test_a_superiors_column_is_a_second_scorer() -> None:
    [common] = parsed(KIND, slip("Nguyễn Văn An", given=_GIVEN)).records.common
    given = {m.criterion: m for m in common.marks if m.scorer == 1 and "." in m.criterion}
    assert given == _marks(_GIVEN, "E", 1)


def test_groups_may_be_scored_as_a_whole() -> None:
    sheet = slip("Nguyễn Văn An", own=())
    for group, points in (("I", "9"), ("II", "8"), ("III", "7")):
        words = next(text for code, text in _GROUPS.values() if code == group)
        sheet = sheet.replace(f"| {words} | 10 | |", f"| {words} | 10 | {points} |")
    result = parsed(KIND, sheet.replace("| | Tổng cộng | 30 |  |", "| | Tổng cộng | 30 | 24 |"))
    [common] = result.records.common
    filled = {m.criterion: m.points for m in common.marks if m.points is not None}
    assert filled == {"I": Decimal(9), "II": Decimal(8), "III": Decimal(7), "total": Decimal(24)}
    assert codes(result.findings) == []


def test_slips_below_each_other_are_each_about_the_person_named_above_it() -> None:
    sheet = "\n\n".join(
        [slip("Nguyễn Văn An"), slip("……………", own=()), slip("Trần Thị Bình", unit="Văn phòng")]
    )
    tables = tables_of(KIND, sheet, "Nguyễn Văn An")
    people = [KIND.parse(table).records.common[0].who for table in tables]
    assert [(who.name, who.unit) for who in people] == [
        ("Nguyễn Văn An", "Phòng Kinh tế"),
        ("Trần Thị Bình", "Văn phòng"),
    ]
    assert [codes(table.findings) for table in tables] == [[], []]


@pytest.mark.parametrize("label", ["Họ và tên: ", "| Họ và tên | ", "| Họ và tên: | "])
@pytest.mark.parametrize("end", ["", "| 4 | Ưu điểm"])
@pytest.mark.parametrize(("first", "second"), [("88", ""), ("", "88"), ("88", "70")])
def test_a_total_is_of_the_person_in_whose_slip_it_stands(
    label: str, end: str, first: str, second: str
) -> None:
    above = slip("Nguyễn Văn An", total=first)
    above = above[: above.index(end)] if end else above  # nobody signed, nothing else follows
    both = above + "\n\n" + slip("Trần Thị Bình", total=second)
    tables = tables_of(KIND, both.replace("Họ và tên: ", label), "Phiếu")
    said = [one for table in tables for one in KIND.parse(table).records.stated]
    assert [(one.who.name, str(one.total)) for one in said] == [
        (name, total)
        for name, total in (("Nguyễn Văn An", first), ("Trần Thị Bình", second))
        if total
    ]


def test_a_scored_slip_without_a_name_asks_for_it() -> None:
    assert codes(parsed(KIND, slip("")).findings) == [("D05", "A8")]


def test_a_sheet_called_by_a_name_needs_none_above() -> None:
    sheet = slip("").replace("Họ và tên: \n", "")
    [common] = parsed(KIND, sheet, "Nguyễn Văn An").records.common
    assert common.who.name == "Nguyễn Văn An"


def test_an_unfilled_slip_is_a_form() -> None:
    found = recognise(grid(slip("…………", own=(), total="")), KINDS)
    assert isinstance(found, LeftOut)
    assert found.why == FORM


def test_a_slip_is_told_from_a_list_of_criteria() -> None:
    assert only(recognise(grid(slip("Nguyễn Văn An")), KINDS)).kind == "slip"
    found = recognise(grid(slip("x").replace("Họ và tên: x\n", "")), KINDS)
    assert isinstance(found, LeftOut)


def test_total_and_class_may_stand_behind_a_colon() -> None:
    sheet = slip("Nguyễn Văn An").replace(
        "| 3 | Tổng điểm theo dõi, đánh giá công chức | | 85.5 |",
        "3. Tổng điểm theo dõi, đánh giá công chức: 85,5 điểm\nXếp loại: Hoàn thành tốt nhiệm vụ",
    )
    [stated] = parsed(KIND, sheet).records.stated
    assert isinstance(stated, Stated)
    assert (stated.total, stated.total_at) == (Decimal("85.5"), cell("A27"))
    assert (stated.grade, stated.grade_at) == ("HTT", cell("A28"))


def test_marks_that_cannot_be_are_named_at_their_cells() -> None:
    own = ("6", "năm", *_OWN[2:])
    lines = slip("Nguyễn Văn An", own=()).splitlines()
    sheet = "\n".join(
        line[:-1].rstrip().removesuffix("|") + f"| {own[_ROWS.index(n)]} |" if n in _ROWS else line
        for n, line in enumerate(lines, 1)
    )
    result = parsed(KIND, sheet)
    assert codes(result.findings) == [("D04", "D11"), ("D01", "D12")]
    assert isinstance(result.records.common[0], CommonMarks)


def test_the_line_of_the_post_says_whose_slip_it_is_of_a_leader() -> None:
    leading = slip("Nguyễn Văn An", position="Phó Trưởng phòng")
    (told,) = parsed(KIND, leading).records.placements
    assert (told.who.name, told.placement.post) == ("Nguyễn Văn An", Post.DEPUTY_OF_UNIT)
    assert told.position_at == cell("A5")
