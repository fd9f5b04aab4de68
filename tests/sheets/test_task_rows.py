"""The rows of a sheet of tasks as clerks keep it, from the sheet to the records."""

import pytest
from tests.sheets.kinds.parsing import cell, codes, parsed, table_of
from tests.sheets.people import why

from cadre_cli.domain.tasks import Category, Task
from cadre_cli.sheets.kinds.tasks import KIND

HEAD = "| STT | Nội dung công việc | Người thực hiện | Người giao | Thời hạn | Số lượng giao |\n"
AN, CA = "Lê Văn An", "Trần Văn Cả"


def row(number: str, words: str, owner: str = AN, quantity: str = "1") -> str:
    return f"| {number} | {words} | {owner} | {CA} | 20/03/2026 | {quantity} |\n"


def sheet(*rows: str) -> str:
    return "GIAO VIỆC THÁNG 3 NĂM 2026\n" + HEAD + "".join(rows)


def tasks(*rows: str) -> tuple[Task, ...]:
    """The tasks of a sheet about which there is nothing to remark."""
    result = parsed(KIND, sheet(*rows))
    assert codes(result.findings) == []
    assert codes(table_of(KIND, sheet(*rows)).findings) == []
    return result.records.tasks


def contents(found: tuple[Task, ...]) -> list[str | None]:
    return [task.content for task in found]


def counted(found: tuple[Task, ...]) -> list[tuple[str | None, Category]]:
    return [(task.content, task.category) for task in found]


@pytest.mark.parametrize("mark", ['"', "”", "-nt-", "nt", "''nt"])
def test_ditto_marks_say_what_the_row_above_says(mark: str) -> None:
    sign = mark.removeprefix("''")
    first, second, third = tasks(
        row("1", "Việc A", quantity="3"),
        f"| 2 | Việc B | {sign} | {sign} | {sign} | {sign} |\n",
        f"| 3 | Việc C | {sign} | {sign} | 25/03/2026 | 1 |\n",
    )
    assert {task.owners[0].name for task in (first, second, third)} == {AN}
    assert (second.assigned, second.deadline) == (first.assigned, first.deadline)


def test_ditto_marks_pass_over_the_name_of_a_group() -> None:
    [_, second] = tasks(
        row("1", "Việc A"), "| I | Nội vụ | | | | |\n", f'| 2 | Việc B | " | {CA} | " | 1 |\n'
    )
    assert second.owners[0].name == AN


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("| | * Nhiệm vụ thường xuyên | | | | |\n", "| | *Nhiệm vụ phát sinh | | | | |\n"),
        ("| * | Nhiệm vụ thường xuyên | | | | |\n", "| * | Nhiệm vụ phát sinh | | | | |\n"),
        ("| I | Nhiệm vụ thường xuyên | | | | |\n", "| II | Nhiệm vụ phát sinh | | | | |\n"),
        ("| I | Nhiệm vụ thường xuyên | | | | 1 |\n", "| II | Nhiệm vụ phát sinh | | | | 1 |\n"),
        ("| | I. Nhiệm vụ thường xuyên | | | | |\n", "| | II. Nhiệm vụ phát sinh | | | | |\n"),
        ("| | Nhiệm vụ thường xuyên | | | | |\n", "| | Nhiệm vụ phát sinh | | | | |\n"),
        ("| | NHIỆM VỤ CHUNG | | | | |\n", "| | VIỆC ĐỘT XUẤT | | | | |\n"),
        ("| NHIỆM VỤ CHUNG | < | < | < | < | < |\n", "| VIỆC ĐỘT XUẤT | < | < | < | < | < |\n"),
    ],
)
@pytest.mark.parametrize("number", ["1", ""])
def test_groups_are_no_work_however_they_are_marked(first: str, second: str, number: str) -> None:
    found = tasks(first, row(number, "Việc A"), second, row(number, "Việc B"))
    assert counted(found) == [("Việc A", Category.PLANNED), ("Việc B", Category.UNPLANNED)]


def test_work_written_in_capitals_without_anything_beside_it_is_still_work() -> None:
    result = parsed(
        KIND, sheet(row("", "VIỆC A LỚN"), row("", "VIỆC B LỚN"), "| | VIỆC C LỚN | | | | |\n")
    )
    assert contents(result.records.tasks) == ["VIỆC A LỚN", "VIỆC B LỚN", "VIỆC C LỚN"]


def test_a_total_may_stand_first_and_is_checked_against_its_rows() -> None:
    right = tasks("| | Tổng số | | | | 3 |\n", row("1", "A", quantity="2"), row("2", "B"))
    wrong = table_of(KIND, sheet("| | Tổng số | | | | 4 |\n", row("1", "A"), row("2", "B")))
    assert contents(right) == ["A", "B"]
    assert codes(wrong.findings) == [("B10", "F3")]


def test_subtotals_of_groups_are_checked_and_never_counted() -> None:
    found = tasks(
        "| | TỔNG CỘNG (I+II) | | | | 4 |\n",
        "| I | Nội vụ | | | | 3 |\n",
        row("1", "A", quantity="2"),
        row("2", "B"),
        "| II | Đất đai | | | | 1 |\n",
        row("1", "C"),
    )
    assert contents(found) == ["A", "B", "C"]


def test_numbering_may_be_blank_restarted_repeated_or_text() -> None:
    numbers = ["1", "", "1", "'1", "1.", "1.1", "a", "-", "(2)"]
    found = tasks(*(row(number, f"Việc {place}") for place, number in enumerate(numbers)))
    assert contents(found) == [f"Việc {place}" for place in range(len(numbers))]


@pytest.mark.parametrize("numbering", ["", "| (1) | (2) | (3) | (4) | (5) | (6) |\n"])
def test_headings_of_the_next_page_are_no_work(numbering: str) -> None:
    found = tasks(row("1", "A"), HEAD + numbering, row("2", "B"))
    assert contents(found) == ["A", "B"]


def test_fillers_notes_and_signatures_are_no_work() -> None:
    text = sheet(
        row("1", "A"),
        "| ... | ... | ... | | | |\n",
        "| 3 | | | | | |\n",
        "| | ,,,, | | | | |\n",
        "| | - | | | | |\n",
        row("4", "B"),
        "| | Ghi chú: các việc trên do văn phòng tổng hợp | | | | |\n",
        "| | (*) Kể cả việc nhận thay | | | | |\n",
        "| * Số liệu đến ngày 25/3 | | | | | |\n",
        f"| | Đề nghị các bộ phận {'chủ động triển khai ' * 8} | | | | |\n",
        "| | | | Hóa Quỳ, ngày 31 tháng 3 năm 2026 | | |\n",
        "| | NGƯỜI LẬP BIỂU | | CHỦ TỊCH | | |\n",
        "\n\n",
        f"| | Vũ Văn Ký | | {CA} | | |\n",
    )
    result = parsed(KIND, text)
    assert contents(result.records.tasks) == ["A", "B"]
    assert codes(result.findings) == []
    assert codes(table_of(KIND, text).findings) == []
    assert set(why(table_of(KIND, text)).values()) == {
        "dòng trống hoặc chỉ có dấu chấm",
        "dòng chỉ có số thứ tự hoặc công thức",
        "ghi chú",
        "dòng tên nhóm",
        "phần ký và những dòng dưới đó",
    }


def test_owners_of_several_kinds_in_one_cell() -> None:
    found = tasks(
        row("1", "A", f"{AN} (chủ trì); Vũ Thị Bình (phối hợp)"),
        row("2", "B", f"Chủ trì: {AN}\\nPhối hợp: Vũ Thị Bình, Hà Văn Chung"),
        row("3", "C", f"{AN}, Vũ Thị Bình"),
        row("4", "D", "Đ/c An - PCT UBND"),
    )
    assert [[owner.name for owner in task.owners] for task in found] == [
        [AN],
        [AN],
        [AN, "Vũ Thị Bình"],
        ["An"],
    ]
    assert [[helper.name for helper in task.co_owners] for task in found] == [
        ["Vũ Thị Bình"],
        ["Vũ Thị Bình", "Hà Văn Chung"],
        [],
        [],
    ]


def test_the_unit_of_a_group_row_is_that_of_its_work() -> None:
    found = tasks(
        "| I | Lãnh đạo UBND xã | | | | |\n",
        row("1", "A"),
        "| | II. Văn phòng HĐND và UBND (5 người) | | | | |\n",
        row("2", "B"),
        "| Khối Đảng | < | < | < | < | < |\n",
        row("3", "C"),
    )
    assert [task.unit for task in found] == [
        "Lãnh đạo UBND xã",
        "Văn phòng HĐND và UBND",
        "Khối Đảng",
    ]


def test_who_and_which_unit_the_sheet_is_about() -> None:
    head = "| STT | Nội dung công việc | Người giao | Thời hạn | Số lượng giao |\n"
    work = f"| 1 | Việc A | {CA} | 20/03/2026 | 1 |\n"
    title = "GIAO VIỆC THÁNG 3 NĂM 2026\n"
    above = parsed(KIND, f"{title}Họ và tên: {AN}   Chức vụ: Công chức\n{head}{work}")
    beside = parsed(KIND, f"{title}| Họ và tên: | {AN} | | Đơn vị: | Văn phòng |\n{head}{work}")
    named = parsed(KIND, title + head + work, AN)
    assert [one.records.tasks[0].owners[0].name for one in (above, beside, named)] == [AN] * 3
    assert above.records.tasks[0].owners[0].at == cell("A2")
    assert beside.records.tasks[0].owners[0].at == cell("B2")
    assert named.records.tasks[0].owners[0].at == cell("", AN)
    assert [beside.records.tasks[0].unit, above.records.tasks[0].unit] == ["Văn phòng", None]
    assert [codes(one.findings) for one in (above, beside, named)] == [[], [], []]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Phòng Kinh tế", "Phòng Kinh tế"),
        ("Văn phòng", "Văn phòng"),
        ("Tổng hợp", None),
        ("UBND xã", None),
        ("Tổ chức hội nghị", None),
        ("Bản tổng hợp", None),
        ("Thôn Đá", None),
    ],
)
def test_a_sheet_may_be_called_by_a_unit(name: str, unit: str | None) -> None:
    [task] = parsed(KIND, sheet(row("1", "A")), name).records.tasks
    assert task.unit == unit


@pytest.mark.parametrize("above", ["", "Họ và tên: Lê Văn An\n"])
@pytest.mark.parametrize(
    "work", ["Tổng hợp báo cáo tuần", "Tổng điểm thi đua các thôn", "Điểm danh"]
)
@pytest.mark.parametrize("group", ["| II | TỔNG HỢP |", "| | II. TỔNG HỢP |", "| II. TỔNG HỢP | |"])
def test_a_section_called_summary_does_not_end_the_tasks(above: str, work: str, group: str) -> None:
    lines = sheet(
        "| I | VĂN PHÒNG | | | | |\n", row("1", "Việc A"), f"{group} | | | |\n", row("2", work),
        row("3", "Việc C"),
    )  # fmt: skip
    assert contents(parsed(KIND, above + lines).records.tasks) == ["Việc A", work, "Việc C"]


def test_a_total_below_a_section_called_summary_ends_no_table_of_several_people() -> None:
    total = "| | Tổng cộng | | | | 2 |\n"
    found = tasks(row("1", "Việc A"), "| II | TỔNG HỢP | | | | |\n", total, row("2", "Việc B"))
    assert contents(found) == ["Việc A", "Việc B"]
