"""The shapes in which offices keep a month, as real workbooks: the scores are those of the plain one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from tests.grids import grid
from tests.offices import (
    CHAIRMAN,
    COMMON,
    HEADINGS,
    ROSTER,
    TASKS,
    Cell,
    Sheet,
    month,
    tasks_sheet,
    workbook,
)
from tests.sheets.kinds.test_slip import slip

from cadre_cli.domain.office import Office
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.intake import intake
from cadre_cli.pipeline.period import outcomes
from cadre_cli.sheets.columns import as_text

PEOPLE: Sheet = [*ROSTER, CHAIRMAN]
# An: 27 + 70 × (12/20 …) of the worked example that the law cases hold.
TOTALS = {
    "Lê Văn Cả": Fraction(98),
    "Nguyễn Văn An": Fraction("70.9583333333"),
    "Trần Thị Bình": Fraction(100),
    "Phạm Văn Chủ": None,
}
LEADERS: Sheet = [
    ["TIÊU CHÍ LÃNH ĐẠO, QUẢN LÝ THÁNG 3 NĂM 2026"],
    ["STT", "Họ và tên", "d", "đ", "e"],
    [1, "Lê Văn Cả", None, 1, 1],
]
MARKS = {
    "Lê Văn Cả": ("5", "5", "2.5", "2.5", "2.5", "2.5", "2.5", "2.5", "2.5", "0.5"),
    "Nguyễn Văn An": ("5", "4", "2.5", "2.5", "2", "2", "2.5", "2.5", "2", "2"),
    "Trần Thị Bình": ("5", "5", *["2.5"] * 8),
}


def read(folder: Path) -> tuple[Outcome, ...]:
    office = Office(name="UBND xã Đồng Lim")
    files = sorted(folder.rglob("*.xlsx"))
    names = [path.relative_to(folder).as_posix() for path in files]
    read = [intake(p.read_bytes(), n, office) for p, n in zip(files, names, strict=True)]
    return outcomes(office, read)


def totals(outcome: Outcome) -> dict[str, Fraction | None]:
    return {
        result.officer.name: None
        if result.score.root is None
        else round(result.score.root.value, 10)
        for result in outcome.results
    }


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def rows_of(markdown: str) -> Sheet:
    """A sheet shown as Markdown as rows to write; numbers stay numbers."""
    shown = grid(markdown)
    last = max(shown.rows)
    return [
        [_value(shown.cell(row, column)) for column in range(1, 8)] for row in range(1, last + 1)
    ]


def _value(cell: object) -> Cell:
    value = getattr(cell, "value", None)
    return value if isinstance(value, str) or value is None else float(value)


def without_owner(tasks: Sheet, above: Sequence[list[Cell]] = ()) -> Sheet:
    place = HEADINGS.index("Người thực hiện")
    return [
        ["GIAO VIỆC VÀ KẾT QUẢ THÁNG 3 NĂM 2026"],
        *above,
        *([cell for n, cell in enumerate(row) if n != place] for row in (HEADINGS, *tasks)),
    ]


def slip_of(name: str, given: Sequence[str] | None = None) -> str:
    post = "Trưởng phòng" if name == "Lê Văn Cả" else "Chuyên viên"
    return slip(name, given=given, total="", position=post)


def by_person() -> dict[str, Sheet]:
    owners = dict.fromkeys(str(row[3]) for row in TASKS)
    return {owner: [row for row in TASKS if row[3] == owner] for owner in owners}


def test_a_slip_for_each_person_with_the_superiors_points(tmp_path: Path) -> None:
    slips = {name: rows_of(slip_of(name, given)) for name, given in MARKS.items()}
    blank = rows_of(slip("…………", own=(), total=""))
    book = {"Danh sách": PEOPLE, "Giao việc": tasks_sheet(), "Lãnh đạo": LEADERS, "Mẫu": blank}
    workbook(tmp_path / "thang-03.xlsx", book | slips)
    [outcome] = read(tmp_path)
    assert totals(outcome) == TOTALS
    assert codes(outcome) == {"X06", "B02"}


def test_slips_with_the_persons_own_points_beside_the_leaders_table(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    for name in MARKS:
        workbook(tmp_path / "phieu" / f"{name}.xlsx", {"Sheet1": rows_of(slip_of(name))})
    [outcome] = read(tmp_path)
    assert totals(outcome) == TOTALS
    assert codes(outcome) == {"X06"}


def test_slips_with_the_persons_own_points_alone_count_for_nothing(tmp_path: Path) -> None:
    workbook(tmp_path / "thang-03.xlsx", {"Danh sách": PEOPLE, "Giao việc": tasks_sheet()})
    workbook(tmp_path / "an.xlsx", {"Sheet1": rows_of(slip("Nguyễn Văn An", total=""))})
    [outcome] = read(tmp_path)
    assert set(totals(outcome).values()) == {None}
    assert "C03" in codes(outcome)


def test_the_total_of_a_slip_is_compared(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    workbook(tmp_path / "an.xlsx", {"Sheet1": rows_of(slip("Nguyễn Văn An", total="75"))})
    [outcome] = read(tmp_path)
    [found] = [finding for finding in outcome.findings if finding.code == "C11"]
    assert (found.at.file, found.at.a1) == ("an.xlsx", "D27")


@pytest.mark.parametrize("how", ["a line above", "the sheet's name", "the file's name"])
def test_one_sheet_or_file_for_each_person(tmp_path: Path, how: str) -> None:
    for number, (name, tasks) in enumerate(by_person().items()):
        above: list[list[Cell]] = [[f"Họ và tên: {name}"]] if how == "a line above" else []
        sheet = name if how == "the sheet's name" else f"Sheet{number}"
        file = name if how == "the file's name" else f"viec-{number}"
        workbook(tmp_path / "2026-03" / f"{file}.xlsx", {sheet: without_owner(tasks, above)})
    workbook(tmp_path / "thang-03.xlsx", {"Danh sách": PEOPLE, "Tiêu chí chung": COMMON})
    [outcome] = read(tmp_path)
    assert totals(outcome) == TOTALS
    assert codes(outcome) == {"X06"}


def test_one_sheet_for_each_village(tmp_path: Path) -> None:
    villages = {
        "Lê Văn Cả": "Thôn Đá",
        "Nguyễn Văn An": "Thôn Lìm, Thôn Nà",
        "Trần Thị Bình": "Bon",
    }
    people: Sheet = [*ROSTER[:2], [*ROSTER[2], "Thôn phụ trách"]]
    people += [[*row, villages.get(str(row[1]))] for row in (*ROSTER[3:], CHAIRMAN)]
    sheets = {
        name: without_owner(by_person()[owner])
        for name, owner in (
            ("Thôn Đá", "Lê Văn Cả"),
            ("Thôn Lìm", "Nguyễn Văn An"),
            ("Thôn Bon", "Trần Thị Bình"),
        )
    }
    workbook(tmp_path / "thang-03.xlsx", {"Danh sách": people, "Tiêu chí chung": COMMON, **sheets})
    [outcome] = read(tmp_path)
    assert totals(outcome) == TOTALS


def test_everything_in_one_sheet(tmp_path: Path) -> None:
    signed: Sheet = [[None, "NGƯỜI LẬP BIỂU", None, "CHỦ TỊCH"], [None, "(Ký, ghi rõ họ tên)"]]
    names: Sheet = [[], [None, "Vũ Văn Ký", None, "Hà Thị Duyệt"], []]
    whole = [*PEOPLE, [], *tasks_sheet(), *signed, *names, *COMMON]
    workbook(tmp_path / "thang-03.xlsx", {"Sheet1": whole})
    [outcome] = read(tmp_path)
    assert totals(outcome) == TOTALS
    assert codes(outcome) == {"X06"}


def test_two_months_in_one_sheet_are_two_outcomes(tmp_path: Path) -> None:
    both = [*tasks_sheet(), [], *tasks_sheet(month=4)]
    april: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *COMMON[1:]]
    workbook(
        tmp_path / "so.xlsx",
        {"Danh sách": PEOPLE, "Giao việc": both, "T3": COMMON, "T4": april},
    )
    assert [str(outcome.period) for outcome in read(tmp_path)] == ["2026-03", "2026-04"]


def test_a_years_summary_is_compared_month_by_month_and_makes_no_months(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    summary: Sheet = [
        ["TỔNG HỢP KẾT QUẢ XẾP LOẠI"],
        ["STT", "Họ và tên", "Tháng 1", "Tháng 2", "Tháng 3", "Ghi chú"],
        [1, "Nguyễn Văn An", 80, 85, 72, "nghỉ thai sản"],
        [2, "Trần Thị Bình", 80, 85, 100],
    ]
    workbook(tmp_path / "2026" / "tong-hop.xlsx", {"Cả năm": summary})
    march, rest = read(tmp_path)
    assert (str(march.period), rest.period) == ("2026-03", None)
    assert totals(march) == TOTALS
    told = {(f.code, f.at.sheet, f.at.a1) for f in march.findings if f.code != "X06"}
    assert told == {("C11", "Cả năm", "E3")}
    [note] = rest.findings
    assert (note.code, "2026-01, 2026-02" in note.said()) == ("B02", True)


CLASSES = """
BẢNG TỔNG HỢP KẾT QUẢ XẾP LOẠI
Tháng 3 năm 2026

| TT | HỌ VÀ TÊN | CHỨC VỤ | PHÂN LOẠI | | | | KHÔNG PHÂN LOẠI | GHI CHÚ |
|    |           |         | A | B | C | D | | |
| 1 | Nguyễn Văn An | Chuyên viên | | x | | | | |
| 2 | Trần Thị Bình | Chuyên viên | | x | | | | |
| 3 | Lê Văn Cả | Trưởng phòng | x | | | | | |
"""


def test_a_column_for_each_class_is_compared(tmp_path: Path) -> None:
    shown = grid(CLASSES)
    rows: Sheet = [
        [as_text(shown.cell(row, column)) for column in range(1, 10)]
        for row in range(1, max(shown.rows) + 1)
    ]
    month(tmp_path / "thang-03.xlsx", Xếp_loại=rows)
    [outcome] = read(tmp_path)
    told = [(f.code, f.at.a1) for f in outcome.findings if f.code != "X06"]
    assert told == [("C12", "E7")]


def test_forms_and_abandoned_sheets_alone_are_no_error(tmp_path: Path) -> None:
    form: Sheet = [["GIAO VIỆC THÁNG … NĂM 20…"], HEADINGS]
    forms = workbook(tmp_path / "a.xlsx", {"Mẫu": form, "Cũ - bỏ": tasks_sheet()})
    strange = workbook(tmp_path / "b.xlsx", {"Mẫu": form, "Khác": [["A", "B"], [1, 2]]})
    told = [intake(path.read_bytes(), path.name, Office()).findings for path in (forms, strange)]
    assert [[finding.code for finding in found] for found in told] == [["B02", "B02"], ["B01"]]


def test_work_of_one_month_and_marks_of_another_contradict_each_other(tmp_path: Path) -> None:
    workbook(
        tmp_path / "so-lieu.xlsx",
        {"Danh sách": PEOPLE, "Giao việc": tasks_sheet(month=4), "Chấm điểm": COMMON},
    )
    found = [f for outcome in read(tmp_path) for f in outcome.findings if f.code == "B06"]
    assert {f.at.sheet for f in found} == {"Chấm điểm"}
    assert all("2026-03" in f.said() and "2026-04" in f.said() for f in found)


def test_several_months_and_the_plan_of_the_next_contradict_nothing(tmp_path: Path) -> None:
    april: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *COMMON[1:]]
    plan: Sheet = [
        ["ĐĂNG KÝ KẾ HOẠCH THÁNG 5 NĂM 2026"],
        ["STT", "Nội dung công việc", "Người thực hiện"],
        [1, "Rà soát hộ nghèo", "Nguyễn Văn An"],
    ]
    sheets = {"T3": COMMON, "T4": april, "Việc T3": tasks_sheet(), "Kế hoạch": plan}
    workbook(tmp_path / "so.xlsx", {"Danh sách": PEOPLE, **sheets})
    assert all("B06" not in codes(outcome) for outcome in read(tmp_path))
