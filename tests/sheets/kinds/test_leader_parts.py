"""The parts d, đ, e of leaders in a sheet of their own."""

from decimal import Decimal

from tests.sheets.kinds.parsing import cell, codes, parsed, person

from cadre_cli.domain.marks import LeaderParts
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds.leader_parts import KIND

TITLE = "TIÊU CHÍ CÔNG CHỨC LÃNH ĐẠO, QUẢN LÝ THÁNG 3 NĂM 2026\n\n"
HEAD = (
    "| STT | Họ và tên | Chức vụ | d - Kết quả hoạt động của cơ quan, đơn vị "
    "| đ - Khả năng tổ chức triển khai | e - Năng lực tập hợp, đoàn kết |\n"
)


def test_every_way_of_writing_all_or_half() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | Phạm Thị Dung | Trưởng phòng | 100% | 50% | 1 |\n"
        + "| 2 | Lê Văn Cường | Phó Trưởng phòng | 0.5 | '0,5 | 1{0%} |\n",
    )
    parts = result.records.leader_parts
    one, half = Decimal(1), Decimal("0.5")
    assert parts == (
        LeaderParts(person("Phạm Thị Dung", "B4"), parts[0].at, one, half, one),
        LeaderParts(person("Lê Văn Cường", "B5"), parts[1].at, half, half, one),
    )
    assert [code for code, _ in codes(result.findings) if code != "D09"] == []
    assert result.records.kinds == frozenset({"leader_parts"})


def test_hundreds_are_percents() -> None:
    result = parsed(KIND, TITLE + HEAD + "| 1 | Phạm Thị Dung | Trưởng phòng | 100 | 50 | 100 |\n")
    [part] = result.records.leader_parts
    assert (part.d, part.dd, part.e) == (Decimal(1), Decimal("0.5"), Decimal(1))


def test_a_bare_one_is_all_of_it_for_one_in_a_hundred_is_no_part() -> None:
    head = "| STT | Họ và tên | d (%) | đ (%) | e (%) |\n"
    result = parsed(KIND, TITLE + head + "| 1 | Phạm Thị Dung | '1 | '1 | 1 |\n")
    [part] = result.records.leader_parts
    assert (part.d, part.dd, part.e) == (1, 1, 1)
    asked = parsed(KIND, TITLE + head + "| 1 | Vũ An | | 50 | |\n| 2 | Hà Bình | | '1 | |\n")
    assert ("D04", cell("D5")) in [(f.code, f.at) for f in asked.findings]


def test_the_bare_letters_are_headings_too() -> None:
    result = parsed(
        KIND, TITLE + "| STT | Họ và tên | d | đ | e |\n| 1 | Phạm Thị Dung | 100% | 50% | 100% |\n"
    )
    [part] = result.records.leader_parts
    assert (part.d, part.dd, part.e) == (Decimal(1), Decimal("0.5"), Decimal(1))


def test_there_is_no_third_value_but_it_can_be_named() -> None:
    result = parsed(KIND, TITLE + HEAD + "| 1 | Phạm Thị Dung | Trưởng phòng | 80% | 50% | tốt |\n")
    [part] = result.records.leader_parts
    assert (part.d, part.dd, part.e) == (Decimal("0.8"), Decimal("0.5"), UNKNOWN)
    found = [(f.code, f.at) for f in result.findings if f.code in ("D01", "D04")]
    assert found == [("D04", cell("D4")), ("D01", cell("F4"))]


def test_a_row_without_parts_states_nothing() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | Phạm Thị Dung | Trưởng phòng | 100% | 50% | 100% |\n"
        + "| 2 | Lê Văn Cường | Phó Trưởng phòng | | | |\n",
    )
    assert [part.who.name for part in result.records.leader_parts] == ["Phạm Thị Dung"]


def test_a_hundred_percent_that_a_computer_added_up_is_not_one_percent() -> None:
    row = "| 1 | Phạm Thị Dung | Trưởng phòng | 1.0000000000000002 | 0.5000000000000001 | 0.9999999999999999 |\n"
    result = parsed(KIND, TITLE + HEAD + row)
    [part] = result.records.leader_parts
    assert (part.d, part.dd, part.e) == (Decimal(1), Decimal("0.5"), Decimal(1))
    assert codes(result.findings) == []
