"""The office's table of organisations, as an office would draw it up."""

from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import codes, parsed

from cadre_cli.domain.office import Office
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.kinds.organisations import KIND
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut

TITLE = "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁC CƠ QUAN, ĐƠN VỊ\nNăm 2026\n\n"
HEAD = (
    "| STT | Cơ quan, đơn vị | Điểm tiêu chí chung | Điểm kết quả thực hiện nhiệm vụ | Tổng điểm "
    "| Nhiệm vụ đúng tiến độ, chất lượng (%) | Nhiệm vụ vượt mức (%) "
    "| Khắc phục hạn chế, khuyết điểm | Kết luận sai phạm | Xếp loại | Quyết định công nhận |\n"
)


def test_points_conditions_and_class_of_each() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | UBND xã Đồng Lim | 27 | 65.5 | 92.5 | 100% | 0.35{0%} | Đã khắc phục | Không "
        + "| Hoàn thành xuất sắc nhiệm vụ | QĐ 100/QĐ-UBND |\n"
        + "| 2 | Phòng Kinh tế | 25 | 40 | | 0.9{0%} | | Chưa | Có | | |\n",
    )
    whole, unit = result.records.organisations
    assert (whole.name, whole.common, whole.result, whole.total) == (
        *("UBND xã Đồng Lim", Decimal(27)),
        *(Decimal("65.5"), Decimal("92.5")),
    )
    assert whole.measures == {
        "tasks_on_time_good": 1,
        "tasks_beyond": Decimal("0.35"),
        "shortcomings_remedied": 1,
        "wrongdoing_concluded": 0,
    }
    assert (whole.grade, whole.document) == ("HTXS", "QĐ 100/QĐ-UBND")
    assert unit.measures == {
        "tasks_on_time_good": Decimal("0.9"),
        "shortcomings_remedied": 0,
        "wrongdoing_concluded": 1,
    }
    assert (unit.total, unit.grade) == (None, None)
    assert codes(tuple(f for f in result.findings if f.code != "D09")) == []


@pytest.mark.parametrize(
    ("beyond", "measure", "asked"),
    [
        (("1", "15"), UNKNOWN, ["G5"]),
        (("1", "1"), UNKNOWN, ["G5", "G6"]),
        (("1", "0.5"), 1, []),
        (("1%", "15"), Decimal("0.01"), []),
    ],
)
def test_a_bare_one_may_be_one_percent_or_all(
    beyond: tuple[str, str], measure: object, asked: list[str]
) -> None:
    rows = "".join(f"| {n} | Phòng {n} | 25 | 60 | | | {one} |\n" for n, one in enumerate(beyond))
    result = parsed(KIND, TITLE + HEAD + rows)
    assert result.records.organisations[0].measures == {"tasks_beyond": measure}
    assert codes([f for f in result.findings if f.code != "D09"]) == [("D04", at) for at in asked]


def test_words_that_say_neither_yes_nor_no_stay_unknown() -> None:
    result = parsed(KIND, TITLE + HEAD + "| 1 | Phòng Kinh tế | 25 | 60 | | | | đang làm | | | |\n")
    assert result.records.organisations[0].measures == {"shortcomings_remedied": UNKNOWN}
    assert codes(result.findings) == [("D11", "H5")]


@pytest.mark.parametrize(
    ("words", "measures", "asked"),
    [
        ("| | | | Không | | |", {"shortcomings_remedied": UNKNOWN}, True),
        ("| | | | Không khắc phục | | |", {"shortcomings_remedied": 0}, False),
        ("| | | | Không có hạn chế | | |", {"shortcomings_remedied": 1}, False),
        ("| | Chưa đạt | | | | |", {"tasks_on_time_good": UNKNOWN}, True),
        ("| | | Có | | | |", {"tasks_beyond": UNKNOWN}, True),
        ("| | … | Không | | Không | |", {"tasks_beyond": 0, "wrongdoing_concluded": 0}, False),
    ],
)
def test_a_yes_or_a_no_is_a_share_only_where_it_can_be_one(
    words: str, measures: dict[str, object], asked: bool
) -> None:
    """Not everything is not nothing, and some is not all."""
    result = parsed(KIND, TITLE + HEAD + f"| 1 | Phòng Kinh tế | 25 | 60 {words} |\n")
    assert result.records.organisations[0].measures == measures
    assert [f.code for f in result.findings] == (["D11"] if asked else [])


def test_an_unknown_number_stays_unknown() -> None:
    result = parsed(KIND, TITLE + HEAD + "| 1 | Phòng Kinh tế | tốt | #REF! | | | | | | | |\n")
    [record] = result.records.organisations
    assert (record.common, record.result) == (UNKNOWN, UNKNOWN)
    assert codes(result.findings) == [("D01", "C5"), ("T06", "D5")]


def test_a_summary_of_people_with_a_column_for_the_unit_stays_one_of_people() -> None:
    sheet = grid(
        "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁN BỘ, CÔNG CHỨC THÁNG 3 NĂM 2026\n\n"
        "| STT | Họ và tên | Đơn vị | Điểm tiêu chí chung | Điểm kết quả | Tổng điểm | Xếp loại |\n"
        "| 1 | Nguyễn Văn An | Phòng Kinh tế | 27 | 60 | 87 | HTT |\n"
    )
    found = recognise(sheet, KINDS, Office())
    assert not isinstance(found, LeftOut)
    assert [table.kind for table in found] == ["stated"]


def test_among_all_kinds_the_table_is_known_for_what_it_is() -> None:
    sheet = grid(TITLE + HEAD + "| 1 | Phòng Kinh tế | 25 | 60 | 85 | | | | | HTT | |\n")
    found = recognise(sheet, KINDS, Office())
    assert not isinstance(found, LeftOut)
    assert [table.kind for table in found] == ["organisations"]
