"""Mẫu số 01 as offices lay it out: the same marks, total, class and parts of a leader, or a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import codes
from tests.sheets.kinds.test_slip import _GROUPS, _LEAVES

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.records import Records
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut

Row = Sequence[object]
_OWN = ("5", "5", *["2.5"] * 5, "2", "2.5", "2.5")
_GIVEN = ("5", "4.5", "2.5", "2.5", "2", "2.5", "2", "2", "2.5", "2.5")
_HEADS = ("TT", "Tiêu chí chấm điểm", "Điểm tối đa", "Cá nhân tự chấm", "Cấp có thẩm quyền chấm")
_TITLE = "PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC\n(Kỳ theo dõi, đánh giá: Tháng 3 năm 2026)\n"
_WHO = "Họ và tên: Nguyễn Văn An\nChức vụ, chức danh: Chuyên viên\n"
_SIGNED = (
    "| | ....., ngày 31 tháng 3 năm 2026 | | ....., ngày 31 tháng 3 năm 2026 |\n"
    "| | CÔNG CHỨC TỰ ĐÁNH GIÁ | | CẤP CÓ THẨM QUYỀN THEO DÕI, ĐÁNH GIÁ |\n"
    "| | (Ký tên, ghi rõ họ tên) | | (Ký tên, ghi rõ họ tên) |\n\n| | Nguyễn Văn An | | Lê Văn Cả |"
)


def rows(*listed: Row) -> str:
    return "".join("| " + " | ".join(map(str, row)) + " |\n" for row in listed)


def criteria(
    shape: Callable[[str, str, str, str, str], Row] = lambda *five: five, *, total: bool = True
) -> str:
    """Section I with both scorers' points, each row as `shape` has it."""
    found: list[Row] = []
    for place, (code, ordinal, words, most) in enumerate(_LEAVES):
        if code in _GROUPS:
            group, text = _GROUPS[code]
            count = 2 if group == "I" else 4
            own, given = (
                str(sum(map(Decimal, points[place : place + count]))) for points in (_OWN, _GIVEN)
            )
            found.append(shape(group, text, "10", own, given))
        found.append(shape(ordinal, words, most, _OWN[place], _GIVEN[place]))
    if total:
        found.append(shape("", "Tổng cộng", "30", "29.5", "28"))
    return rows(*found)


def slip(heads: Row, *parts: str) -> str:
    return _TITLE + _WHO + rows(heads) + "".join(parts) + _SIGNED


def read(sheet: str | Grid) -> tuple[Records, list[tuple[str, str | None]]]:
    """Everything the sheet's tables hold, and what was found."""
    found = recognise(grid(sheet) if isinstance(sheet, str) else sheet, KINDS)
    assert not isinstance(found, LeftOut), found
    records, findings = Records(), []
    for table in found:
        kind = next(kind for kind in KINDS if kind.name == table.kind)
        parsed = kind.parse(table)
        records += parsed.records
        findings += [*table.findings, *parsed.findings]
    return records, codes([one for one in findings if one.code != "D09"])


def given(common: CommonMarks, scorer: int = 1) -> dict[str, object]:
    return {m.criterion: m.points for m in common.marks if m.scorer == scorer and m.points}


def _whole(points: Row, *sums: str) -> dict[str, Decimal]:
    codes = (*(code for code, *_ in _LEAVES), "I", "II", "III", "total")
    return dict(zip(codes, map(Decimal, (*map(str, points), *sums)), strict=True))


_WHOLE_OWN = _whole(_OWN, "10", "10", "9.5", "29.5")
_WHOLE = _whole(_GIVEN, "9.5", "9.5", "9", "28")

LAYOUTS = {
    "section II heads its columns again": slip(
        _HEADS, criteria(), "II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ\n",
        rows(("TT", "Nội dung", *_HEADS[2:]), (1, "Điểm tiêu chí chung", 30, "29.5", 28),
             (2, "Điểm tiêu chí kết quả thực hiện nhiệm vụ", 70, 65, 60),
             (3, "Tổng điểm theo dõi, đánh giá công chức", 100, "94.5", 88),
             (4, "Xếp loại", "", "HTXS", "HTT")),
    ),
    "one table of both parts": slip(
        _HEADS, rows(("A", "TIÊU CHÍ CHUNG", 30, "29.5", 28)), criteria(total=False),
        rows(("B", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", 70, 65, 60), (1, "Số lượng (a)", "", "100%", "90%"),
             (2, "Chất lượng (b)", "", "95%", "85%"), (3, "Tiến độ (c)", "", "95%", "85%"),
             ("", "TỔNG ĐIỂM (A+B)", 100, "94.5", 88), ("", "Xếp loại", "", "HTXS", "HTT")),
    ),
    "results as a table of their own": slip(
        _HEADS, criteria(), "II. TIÊU CHÍ KẾT QUẢ THỰC HIỆN NHIỆM VỤ (70 điểm)\n",
        rows(("TT", "Tiêu chí", *_HEADS[2:]), ("a", "Số lượng", "", 100, 90),
             ("b", "Chất lượng", "", 95, 85), ("c", "Tiến độ", "", 95, 85),
             ("", "Tổng điểm kết quả thực hiện nhiệm vụ", 70, 65, 60)), "III. TỔNG HỢP\n",
        rows(("", "Tổng điểm (I + II)", 100, "94.5", 88), ("", "Xếp loại", "", "HTXS", "HTT")),
    ),
    "results before the criteria": slip(
        _HEADS, rows(("a", "Số lượng", "", 70, 63), ("b", "Chất lượng", "", 70, 63),
                     ("", "Cộng", 140, 140, 126)), "II. TIÊU CHÍ CHUNG (30 điểm)\n", rows(_HEADS),
        criteria(), rows(("", "Tổng điểm (I+II)", 100, "94.5", 88), ("", "Xếp loại", "", "", "HTT")),
    ),
    "one table, the results first": slip(
        _HEADS, rows(("A", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", 70, 65, 60), (1, "Số lượng", "", "100%", "90%"),
                     (2, "Chất lượng", "", "95%", "85%"), ("B", "TIÊU CHÍ CHUNG", 30, "29.5", 28)),
        criteria(total=False),
        rows(("", "TỔNG ĐIỂM (A+B)", 100, "94.5", 88), ("", "Xếp loại", "", "HTXS", "HTT")),
    ),
    "no numbers of rows": slip(
        _HEADS[1:], criteria(lambda _, *four: four),
        rows(("Điểm kết quả thực hiện nhiệm vụ", 70, 65, 60), ("Tổng điểm", 100, "94.5", 88),
             ("Xếp loại", "", "HTXS", "HTT")),
    ),
    "dotted codes in a column of their own": slip(
        ("Mã", "Nội dung tiêu chí", "Thang điểm", "Cá nhân", "Trưởng phòng"),
        criteria(lambda n, *four: (n, *four)),
        rows(("KQ", "Điểm kết quả thực hiện nhiệm vụ", 70, 65, 60),
             ("", "TỔNG CỘNG", 100, "94.5", 88), ("", "Xếp loại", "", "HTXS", "HTT")),
    ),
    "maxima within the words": slip(
        ("STT", "Nội dung tiêu chí", "Cá nhân tự chấm", "Lãnh đạo chấm"),
        criteria(lambda n, words, most, *two: (n, f"{words} ({most.replace('.', ',')} điểm)", *two)),
        rows((2, "Kết quả thực hiện nhiệm vụ (70 điểm)", 65, 60),
             (3, "Tổng điểm (100 điểm)", "94.5", 88), (4, "Xếp loại", "HTXS", "HTT")),
    ),
    "everything as text with decimal commas": slip(
        _HEADS, criteria(lambda n, words, *three: (n, words, *(f"'{x.replace('.', ',')}" for x in three))),
        rows(("", "Tổng điểm", "'100", "'94,5", "'88"), ("", "Xếp loại", "", "HTXS", "HTT")),
    ),
    "the summary above the criteria": _TITLE + _WHO + "A. TỔNG HỢP\n"
    + rows(("1. Điểm tiêu chí chung:", "", "", 28), ("2. Điểm kết quả:", "", "", 60),
           ("3. Tổng điểm:", "", "", 88), ("4. Xếp loại:", "", "", "HTT"))
    + "B. TIÊU CHÍ CHUNG\n" + rows(_HEADS) + criteria() + _SIGNED,
    "boxes for the class": slip(
        _HEADS, criteria(), "3. Tổng điểm theo dõi, đánh giá công chức: 88 điểm\n"
        "Công chức tự xếp loại: ☑ Hoàn thành xuất sắc ☐ Hoàn thành tốt\n"
        "Cấp có thẩm quyền xếp loại: ☐ Hoàn thành xuất sắc ☑ Hoàn thành tốt ☐ Hoàn thành\n",
    ),
    "a row for each class": slip(
        _HEADS, criteria(), rows((3, "Tổng điểm", "", "", 88), (4, "Xếp loại:"),
        ("", "Hoàn thành xuất sắc nhiệm vụ"), ("", "Hoàn thành tốt nhiệm vụ", "", "", "x"),
        ("", "Hoàn thành nhiệm vụ"), ("", "Không hoàn thành nhiệm vụ")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", ["phieu.xlsx", "Nguyễn Văn An.xlsx"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_superiors_marks_and_the_stated_result(
    layout: str, file: str
) -> None:
    records, found = read(grid(LAYOUTS[layout], file=file))
    [common] = records.common
    assert (given(common, 0), given(common)) == (_WHOLE_OWN, _WHOLE)
    assert [(one.total, one.grade) for one in records.stated] == [(Decimal(88), "HTT")]
    assert (records.tasks, found) == ((), [])


def test_a_list_of_tasks_may_stand_in_section_two() -> None:
    tasks = rows(
        ("STT", "Nội dung công việc", "Người giao", "Hạn hoàn thành", "Số lượng giao", "Hệ số",
         "Số lượng hoàn thành", "Người đánh giá"),
        (1, "Soạn công văn", "Lê Văn Cả", "20/03/2026", 10, 1, 10, "Lê Văn Cả"),
        (2, "Báo cáo", "Lê Văn Cả", "20/03/2026", 2, 4, 2, "Lê Văn Cả"),
    )  # fmt: skip
    end = rows(("", "Tổng điểm", "", 88), ("", "Xếp loại", "", "HTT"))
    records, found = read(slip(_HEADS, criteria(), "PHẦN II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n", tasks,
                               "PHẦN III. TỔNG HỢP\n", end))  # fmt: skip
    assert [task.content for task in records.tasks] == ["Soạn công văn", "Báo cáo"]
    assert {owner.name for task in records.tasks for owner in task.owners} == {"Nguyễn Văn An"}
    assert [(one.total, one.grade) for one in records.stated] == [(Decimal(88), "HTT")]
    assert found == []


def _leader(e: str) -> str:
    return slip(
        _HEADS, criteria(), "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n",
        rows(("TT", "Nội dung", "Tối đa", *_HEADS[3:]), ("a", "Số lượng", "100%", "100%", "100%"),
             ("d", "Kết quả hoạt động của cơ quan, đơn vị", "100%", "100%", "100%"),
             ("đ", "Khả năng tổ chức triển khai thực hiện nhiệm vụ", "100%", "100%", "50"),
             ("e", "Năng lực tập hợp, đoàn kết", "100%", "100%", e),
             ("", "Kết quả = (a+b+c+d+đ+e)/6", "", "100%", "90%"), ("", "Tổng điểm", 100, 99, 91)),
    )  # fmt: skip


def test_a_leader_s_parts_are_those_that_the_superior_gave() -> None:
    records, found = read(_leader("1"))
    [parts] = records.leader_parts
    assert (parts.d, parts.dd, parts.e) == (1, Decimal("0.5"), 1)
    assert (parts.cell("dd").a1, found) == ("E24", [])
    assert read(_leader("11.67"))[1] == [("D04", "E25")]


def test_what_somebody_gave_himself_is_no_result_of_the_office() -> None:
    own = criteria(lambda *five: (*five[:4], ""))
    end = rows(("", "Tổng điểm", 100, "94.5", ""), ("", "Xếp loại", "", "HTXS", ""))
    records, _ = read(slip(_HEADS, own, rows(("TT", "Nội dung", *_HEADS[2:])), end))
    assert (given(records.common[0]), records.stated) == ({}, ())


def test_sums_are_those_of_the_groups_whatever_the_rows_are_numbered() -> None:
    sheet = LAYOUTS["no numbers of rows"].replace("| 29.5 | 28 |", "| 29.5 | 29 |")
    assert read(sheet)[1] == [("B10", "D19")]


@pytest.mark.parametrize(("group", "next_group"), [("I", "II"), ("II", "III")])
def test_a_sum_of_one_group_ends_no_criteria(group: str, next_group: str) -> None:
    sums = rows(("", f"Tổng điểm nhóm {group}", 10, 10, "9.5"))
    whole = criteria()
    behind = whole.index(f"| {next_group} |")
    records, found = read(slip(_HEADS, whole[:behind], sums, whole[behind:]))
    marks = {code: points for code, points in given(records.common[0]).items() if "." in code}
    assert (marks, found) == ({code: _WHOLE[code] for code, *_ in _LEAVES}, [])


def test_criteria_that_begin_like_section_two_are_criteria() -> None:
    words = {
        "Ý thức kỷ luật, kỷ cương trong thực thi công vụ": "Thực hiện văn hóa công vụ",
        "Tinh thần trách nhiệm trong thực thi công vụ": "Kết quả thực hiện nhiệm vụ",
        "Sẵn sàng tham gia thực hiện nhiệm vụ đột xuất, phức tạp": "Hoàn thành nhiệm vụ đột xuất",
    }
    own = criteria(lambda n, text, *three: (n, words.get(text, text), *three))
    results = rows(("B", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", 70, 65, 60))
    records, found = read(slip(_HEADS, own, results))
    assert (given(records.common[0]), found) == (_WHOLE, [])


@pytest.mark.parametrize(
    "heading", ["Trưởng phòng chấm", "Phòng duyệt", "Điểm / Chủ tịch UBND xã", "Điểm do PCT chấm"]
)
def test_a_column_headed_by_a_superior_alone_holds_the_points(heading: str) -> None:
    records, found = read(slip((*_HEADS[:4], heading), criteria()))
    assert (given(records.common[0]), found) == (_WHOLE, [])


@pytest.mark.parametrize(
    "heading", ["Lãnh đạo góp ý trừ", "Điểm trừ của Chủ tịch", "Trưởng phòng nhắc (lần)"]
)
def test_what_a_superior_says_besides_points_is_asked_about(heading: str) -> None:
    said = criteria(lambda *five: (*five[:4], "0.5"))
    records, found = read(slip((*_HEADS[:4], heading), said))
    assert (given(records.common[0]), found) == ({}, [("B14", "E5")])


def test_a_column_that_is_not_understood_is_named() -> None:
    heads = (*_HEADS[:4], "Điểm trừ", _HEADS[4])
    sheet = slip(heads, criteria(lambda *five: (*five[:4], "0.5", five[4])))
    assert read(sheet)[1] == [("B14", "E5")]
