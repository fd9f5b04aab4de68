"""The office's own totals and classes."""

from decimal import Decimal

from tests.sheets.kinds.parsing import cell, codes, parsed, person, table_of

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.stated import Stated
from cadre_cli.sheets.kinds.stated import KIND

TITLE = "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI THÁNG 3 NĂM 2026\n\n"


def test_totals_and_classes_with_the_decimals_they_are_shown_with() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Điểm TC chung | Điểm KPI | Tổng điểm | Xếp loại |\n"
        + "| 1 | Nguyễn Văn An | 27 | 43.958 | 70.9583{0.000} | Hoàn thành tốt nhiệm vụ |\n"
        + "| 2 | Trần Thị Bình | 27 | 44 | 71{0} | HTTTNV |\n"
        + "| 3 | Lê Văn Cường | 27 | 44 | 71.125 | Chờ đánh giá |\n"
        + "| 4 | Phạm Thị Dung | | | | |\n",
    )
    an, binh, cuong = result.records.stated
    assert an == Stated(
        person("Nguyễn Văn An", "B4"), an.at, Decimal("70.9583"), cell("E4"), 3, "HTT", cell("F4")
    )
    assert (binh.total, binh.decimals, binh.grade) == (Decimal(71), 2, "HTT")
    assert (cuong.total, cuong.decimals, cuong.grade) == (Decimal("71.125"), 3, None)
    assert codes(result.findings) == []


def test_marks_in_a_summary_are_kept_apart_as_its_own() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Điểm TC chung | Điểm KPI | Tổng điểm | Xếp loại |\n"
        + "| 1 | Nguyễn Văn An | 27 | 43 | 70 | HTTNV |\n"
        + "| 2 | Trần Thị Bình | | | | |\n",
    )
    [common] = result.records.common
    assert common == CommonMarks(
        person("Nguyễn Văn An", "B4"),
        common.at,
        (Mark("total", Decimal(27), cell("C4")),),
        from_summary=True,
    )
    assert result.records.kinds == frozenset({"stated", "common"})


def test_points_and_class_in_one_cell_under_the_scorer_that_gave_them() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Tự chấm (điểm, xếp loại) | Trưởng phòng (điểm, xếp loại) "
        + "| Chủ tịch (điểm/xếp loại) |\n"
        + "| 1 | Nguyễn Văn An | 92 - HTXS | 88/HTT | 86/HTT |\n"
        + "| 2 | Trần Thị Bình | 90 HTXS | HTT\\n(81 điểm) | |\n",
    )
    assert [(s.total, s.grade, s.grade_at) for s in result.records.stated] == [
        (Decimal(86), "HTT", cell("E4")),
        (Decimal(81), "HTT", cell("D5")),
    ]
    assert codes(result.findings) == []


def test_one_column_for_each_class() -> None:
    result = parsed(
        KIND,
        "BẢNG TỔNG HỢP PHÂN LOẠI THÁNG 3 NĂM 2026\n\n"
        "| TT | HỌ VÀ TÊN | CHỨC VỤ | PHÂN LOẠI | < | < | < | KHÔNG PHÂN LOẠI | GHI CHÚ |\n"
        "| ^ | ^ | ^ | A | B | C | D | ^ | ^ |\n"
        "| 1 | Nguyễn Văn An | Công chức | x | | | | | |\n"
        "| 2 | Trần Thị Bình | Công chức | | | x | | | |\n"
        "| 3 | Lê Văn Cường | Công chức | | | | | x | |\n",
    )
    assert [(s.who.name, s.grade, s.grade_at) for s in result.records.stated] == [
        ("Nguyễn Văn An", "HTXS", cell("D5")),
        ("Trần Thị Bình", "HT", cell("F6")),
    ]


def test_a_column_for_those_without_a_class_is_one_of_the_classes() -> None:
    found = table_of(
        KIND,
        "BẢNG TỔNG HỢP PHÂN LOẠI THÁNG 3 NĂM 2026\n\n"
        "| TT | < | HỌ VÀ TÊN | PHÂN LOẠI | < | KHÔNG PHÂN LOẠI |\n"
        "| ^ | ^ | ^ | A | B | ^ |\n"
        "| 1 | | Nguyễn Văn An | x | | |\n"
        "| 2 | | Lê Văn Cường | | | x |\n",
    )
    assert codes(found.findings) == []
    assert [(s.who.name, s.grade) for s in KIND.parse(found).records.stated] == [
        ("Nguyễn Văn An", "HTXS")
    ]


def test_class_and_points_in_one_cell() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Kết quả xếp loại |\n"
        + "| 1 | Nguyễn Văn An | Hoàn thành tốt nhiệm vụ\\n92,5 điểm |\n",
    )
    [stated] = result.records.stated
    assert (stated.total, stated.total_at, stated.grade) == (Decimal("92.5"), cell("C4"), "HTT")


def test_a_total_that_is_no_number_is_named() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Tổng điểm | Xếp loại |\n| 1 | Nguyễn Văn An | #N/A | HTNV |\n"
        + "| 2 | Trần Thị Bình | cao | HTNV |\n",
    )
    assert codes(result.findings) == [("T06", "C4"), ("D01", "C5")]


def test_of_several_scorers_the_highest_that_is_filled_is_the_office_s_total() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Điểm tự chấm | Điểm TP duyệt | Điểm Lãnh đạo | Kết quả xếp loại |\n"
        + "| 1 | Nguyễn Văn An | 90 | 88 | 85 | HTTNV |\n"
        + "| 2 | Trần Thị Bình | 90 | 88 | | HTTNV |\n"
        + "| 3 | Lê Văn Cường | 90 | | | |\n",
    )
    assert [(s.who.name, s.total, s.total_at) for s in result.records.stated] == [
        ("Nguyễn Văn An", Decimal(85), cell("E4")),
        ("Trần Thị Bình", Decimal(88), cell("D5")),
    ]


def test_a_factor_for_the_class_is_no_class_and_a_rank_is_nothing() -> None:
    result = parsed(
        KIND,
        TITLE
        + "| STT | Họ và tên | Tổng điểm | Hệ số phân loại | Kết quả phân loại hàng tháng | Xếp hạng |\n"
        + "| 1 | Nguyễn Văn An | 71 | 1.0 | B | 3 |\n",
    )
    assert [one.grade for one in result.records.stated] == ["HTT"]
    assert codes(result.findings) == []
