"""Whom a whole sheet is about."""

import pytest
from tests.grids import grid

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.subject import names_its_subject, subject_of
from cadre_cli.sheets.table import NOBODY, Subject

HEADING = "| STT | Nội dung công việc |"


def about(lines: str, sheet: str = "Sheet1", file: str = "so.xlsx") -> Subject:
    text = f"{lines}\n{HEADING}"
    return subject_of(grid(text, sheet=sheet, file=file), len(text.splitlines()))


def person(found: Subject) -> str | None:
    return None if found.person is None else found.person.name


@pytest.mark.parametrize(
    "line",
    [
        "Họ và tên: Nguyễn Văn An",
        "Họ và tên: Nguyễn Văn An      Chức vụ: Công chức",
        "Họ và tên: Nguyễn Văn An - Công chức Văn phòng",
        "1. Họ và tên: Nguyễn Văn An",
        "- Họ và tên cán bộ: Nguyễn Văn An",
        "Cán bộ phụ trách thôn: Nguyễn Văn An",
        "Đồng chí: Nguyễn Văn An",
        "Họ và tên: ThS. Nguyễn Văn An",
        "| Họ và tên: | Nguyễn Văn An | |",
        "| Họ và tên | Nguyễn Văn An | |",
    ],
)
def test_a_line_above_the_table_may_name_a_person(line: str) -> None:
    assert person(about(line)) == "Nguyễn Văn An"


@pytest.mark.parametrize(
    "line",
    [
        "Họ và tên: ……………",
        "| Họ và tên | Chức vụ | Đơn vị |",
        "Công chức phụ trách kế toán",
        "Đơn vị: triệu đồng",
        "Đơn vị tính: triệu đồng",
        "Đơn vị: UBND xã Hóa Quỳ",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert about(line) == NOBODY


@pytest.mark.parametrize(
    "line",
    [
        "Cơ quan, tổ chức, đơn vị công tác: Phòng Kinh tế",
        "Cơ quan, đơn vị: Phòng Kinh tế",
        "| Phòng ban: | Phòng Kinh tế |",
        "| Đơn vị công tác: | Phòng Kinh tế |",
    ],
)
def test_a_line_above_the_table_may_name_a_unit(line: str) -> None:
    assert about(line).unit == "Phòng Kinh tế"


def test_a_person_with_the_unit_and_the_cell() -> None:
    found = about("Họ và tên: Đ/c Nguyễn Văn An\nĐơn vị công tác: Phòng Kinh tế")
    at = CellRef("so.xlsx", "Sheet1", 1, 1)
    assert found == Subject(Mention("Đ/c Nguyễn Văn An", "Nguyễn Văn An", at), "Phòng Kinh tế")


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("Nguyễn Văn An", ("Nguyễn Văn An", None, None)),
        ("03. Nguyễn Văn An T3", ("Nguyễn Văn An", None, None)),
        ("Phòng Kinh tế T3-2026", (None, "Phòng Kinh tế", None)),
        ("Thôn Đá", (None, None, "Thôn Đá")),
        ("Bản Lìm", (None, None, "Bản Lìm")),
        ("Tổ dân phố 3", (None, None, "Tổ dân phố 3")),
        ("Bản tổng hợp", (None, None, None)),
        ("Tháng 3", (None, None, None)),
        ("UBND xã Hóa Quỳ", (None, None, None)),
    ],
)
def test_the_sheets_name_may_say_it(
    sheet: str, found: tuple[str | None, str | None, str | None]
) -> None:
    told = about("KẾ HOẠCH THÁNG 3", sheet)
    assert (person(told), told.unit, told.village) == found


def test_the_files_name_says_it_where_the_sheet_does_not() -> None:
    by_file = about("", file="2026/03/Nguyễn_Văn_An.xlsx")
    by_sheet = about("", "Trần Thị Bình", "2026/03/Nguyễn Văn An.xlsx")
    of_unit = about("", file="2026/03/Văn phòng.xlsx")
    assert [person(one) for one in (by_file, by_sheet)] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert of_unit == NOBODY


def test_what_stands_above_the_table_comes_first() -> None:
    assert person(about("Họ và tên: Trần Thị Bình", "Nguyễn Văn An")) == "Trần Thị Bình"


def test_an_unfilled_label_still_leaves_room_for_a_name() -> None:
    assert names_its_subject(grid(f"Họ và tên: ……\n{HEADING}"), 2)
    assert not names_its_subject(grid(f"KẾ HOẠCH\n{HEADING}"), 2)


@pytest.mark.parametrize("name", ["KS. Nguyễn Văn An", "Ông Nguyễn Văn An", "TS.Nguyễn Văn An"])
def test_a_sheet_may_be_called_by_a_person_with_a_title(name: str) -> None:
    assert person(about("", sheet=name)) == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("lines", "position"),
    [
        ("Họ và tên: Nguyễn Văn An      Chức vụ: Phó Chủ tịch", "Phó Chủ tịch"),
        ("Họ và tên: Nguyễn Văn An\nChức vụ: Trưởng phòng; Đơn vị: Phòng Kinh tế", "Trưởng phòng"),
        ("| Họ và tên: | Nguyễn Văn An |\n| Chức vụ: | Trưởng phòng |", "Trưởng phòng"),
        ("Họ và tên: Nguyễn Văn An\nChức vụ: ……", None),
        ("Chức vụ: Trưởng phòng", None),
    ],
)
def test_the_post_of_the_person_above(lines: str, position: str | None) -> None:
    assert about(lines).position == position
