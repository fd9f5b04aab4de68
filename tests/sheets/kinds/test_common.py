"""Marks for the common criteria: columns, scorers, maxima, and what else such a sheet may hold."""

from decimal import Decimal

import pytest
from tests.sheets.kinds.parsing import cell, codes, parsed, person, table_of

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.marks import CommonMarks, LeaderParts, Mark
from cadre_cli.domain.officers import Kind, Placement, Post
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds.common import KIND

LEAVES = ("I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4")
POINTS = ("5", "4", "2.5", "2", "2.5", "2", "1.5", "2", "2.5", "2")
TITLE = "BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026\n\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"


def test_thirteen_criteria_by_their_codes() -> None:
    codes_with_groups = ("I", "I.1", "I.2", "II", "II.1", "II.2", "II.3", "II.4")
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", *codes_with_groups)
        + _row("1", "Nguyễn Văn An", "9", "5", "4", "9", "2.5", "2", "2.5", "2"),
    )
    marks = result.records.common[0]
    assert marks == CommonMarks(
        person("Nguyễn Văn An", "B4"),
        marks.at,
        tuple(
            Mark(code, Decimal(points), cell(f"{letter}4"))
            for code, points, letter in zip(
                codes_with_groups,
                ("9", "5", "4", "9", "2.5", "2", "2.5", "2"),
                "CDEFGHIJ",
                strict=True,
            )
        ),
    )
    assert codes(result.findings) == []
    assert result.records.kinds == frozenset({"common"})


def test_children_numbered_under_merged_groups() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row(
            "STT",
            "Họ và tên",
            "I. Phẩm chất chính trị, đạo đức, kỷ luật",
            "<",
            "II. Năng lực chuyên môn",
            "<",
            "<",
            "<",
            "III. Năng lực đổi mới, sáng tạo",
            "<",
            "<",
            "<",
        )
        + _row("^", "^", "1", "2", "1", "2", "3", "4", "1", "2", "3", "4")
        + _row("1", "Nguyễn Văn An", *POINTS),
    )
    marks = result.records.common[0].marks
    assert [(mark.criterion, mark.points) for mark in marks] == [
        (code, Decimal(points)) for code, points in zip(LEAVES, POINTS, strict=True)
    ]


def test_criteria_by_their_own_words() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row(
            "STT",
            "Họ và tên",
            "Phẩm chất chính trị, phẩm chất đạo đức (5đ)",
            "Ý thức kỷ luật, kỷ cương (5đ)",
            "Năng lực chuyên môn, nghiệp vụ (2,5đ)",
        )
        + _row("1", "Nguyễn Văn An", "5", "4", "2.5"),
    )
    marks = result.records.common[0].marks
    assert [(mark.criterion, mark.points, mark.maximum) for mark in marks] == [
        ("I.1", Decimal(5), Decimal(5)),
        ("I.2", Decimal(4), Decimal(5)),
        ("II.1", Decimal("2.5"), Decimal("2.5")),
    ]


def test_three_groups_or_one_total() -> None:
    groups = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Nhóm I (10đ)", "Nhóm II (10đ)", "Nhóm III (10đ)")
        + _row("1", "Nguyễn Văn An", "9", "8", "7"),
    )
    total = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Chức vụ", "Điểm tiêu chí chung (30đ)")
        + _row("1", "Nguyễn Văn An", "Công chức", "27"),
    )
    assert [(m.criterion, m.points) for m in groups.records.common[0].marks] == [
        ("I", Decimal(9)),
        ("II", Decimal(8)),
        ("III", Decimal(7)),
    ]
    assert total.records.common[0].marks == (
        Mark("total", Decimal(27), cell("D4"), maximum=Decimal(30)),
    )


def test_scorers_in_successive_columns_count_by_rank() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Điểm tiêu chí chung (30đ)", "<", "<")
        + _row("^", "^", "Tự chấm", "Lãnh đạo", "TP duyệt")
        + _row("1", "Nguyễn Văn An", "29", "27", "28"),
    )
    marks = result.records.common[0].marks
    assert [(m.criterion, m.scorer, m.points) for m in marks] == [
        ("total", 0, Decimal(29)),
        ("total", 2, Decimal(27)),
        ("total", 1, Decimal(28)),
    ]


def test_a_row_of_maxima_below_the_heading_is_nobody_s_row() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "II.1")
        + _row("", "Điểm tối đa", "5", "5", "2,5")
        + _row("1", "Nguyễn Văn An", "5", "6", "2"),
    )
    assert [entry.who.name for entry in result.records.common] == ["Nguyễn Văn An"]
    assert [(m.points, m.maximum) for m in result.records.common[0].marks] == [
        (Decimal(5), Decimal(5)),
        (UNKNOWN, Decimal(5)),
        (Decimal(2), Decimal("2.5")),
    ]
    assert codes(result.findings) == [("D04", "D5")]


def test_marks_that_are_no_numbers_negative_or_blank() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "II.1")
        + _row("1", "Nguyễn Văn An", "tốt", "-1", ""),
    )
    assert [m.points for m in result.records.common[0].marks] == [UNKNOWN, UNKNOWN, None]
    assert codes(result.findings) == [("D01", "C4"), ("D04", "D4")]


def test_marks_of_nobody_need_a_name() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "II.1")
        + _row("1", "Nguyễn Văn An", "5", "5", "2")
        + _row("2", "", "4", "4", "2"),
    )
    assert codes(result.findings) == [("D05", "B5")]


def test_the_same_person_s_row_twice() -> None:
    row = ("Nguyễn Văn An", "5", "5", "2")
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "II.1")
        + _row("1", *row)
        + _row("2", *row)
        + _row("3", "Nguyễn Văn Án", "5", "5", "2"),
    )
    assert [(f.code, f.at.row) for f in result.findings] == [("D08", 5)]


def test_the_sheet_may_also_hold_leaders_parts_totals_and_notes() -> None:
    head = (
        "STT",
        "Họ và tên",
        "I.1",
        "I.2",
        "d",
        "đ",
        "e",
        "Tổng điểm (100đ)",
        "Xếp loại",
        "Ghi chú",
    )
    result = parsed(
        KIND,
        TITLE
        + _row(*head)
        + _row("1", "Phạm Thị Dung", "5", "5", "100%", "0.5", "1", "88.5", "HTTNV", "")
        + _row("2", "Trần Thị Bình", "", "", "", "", "", "", "", "Nghỉ thai sản"),
    )
    dung, binh = person("Phạm Thị Dung", "B4"), person("Trần Thị Bình", "B5")
    records = result.records
    assert records.leader_parts == (
        LeaderParts(dung, records.common[0].at, Decimal(1), Decimal("0.5"), Decimal(1)),
    )
    assert records.stated == (
        Stated(dung, records.common[0].at, Decimal("88.5"), cell("H4"), 2, "HTT", cell("I4")),
    )
    assert records.events == (
        Event(EventKind.MATERNITY, binh, cell("J5"), "Nghỉ thai sản", whole_period=True),
    )
    assert records.kinds == frozenset({"common", "leader_parts"})


def test_the_sum_of_the_criteria_is_not_the_office_s_total() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "Tổng cộng (30đ)", "Tổng điểm (100đ)", "Xếp loại")
        + _row("1", "Nguyễn Văn An", "5", "5", "28", "88", "HTTNV"),
    )
    [common], [stated] = result.records.common, result.records.stated
    assert common.marks[2] == Mark("total", Decimal(28), cell("E4"), maximum=Decimal(30))
    assert (stated.total, stated.total_at, stated.grade) == (Decimal(88), cell("F4"), "HTT")


def test_a_total_without_maximum_is_told_by_its_table() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "Cộng")
        + _row("1", "Nguyễn Văn An", "5", "5", "28"),
    )
    assert result.records.common[0].marks[2] == Mark("total", Decimal(28), cell("E4"))
    assert result.records.stated == ()


def test_columns_headed_by_scorers_alone_under_a_title_about_the_criteria() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Tự chấm", "Lãnh đạo chấm")
        + _row("1", "Nguyễn Văn An", "29", "28"),
    )
    assert result.records.common[0].marks == (
        Mark("total", Decimal(29), cell("C4"), scorer=0),
        Mark("total", Decimal(28), cell("D4"), scorer=1),
    )


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("Trưởng phòng KT chấm", "CT UBND xã chấm"),
        ("Phó phòng Văn hóa - Xã hội đánh giá", "Điểm do Chủ tịch UBND xã Hóa Quỳ chấm"),
        ("Đ/c Cả chấm", "Chủ tịch chấm"),
    ],
)
def test_superiors_are_known_with_their_unit_or_by_name(lower: str, higher: str) -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Tự chấm", lower, higher)
        + _row("1", "Nguyễn Văn An", "29", "28", "27"),
    )
    [common] = result.records.common
    assert [(mark.scorer, mark.points) for mark in common.marks] == [
        (0, Decimal(29)), (1, Decimal(28)), (2, Decimal(27))
    ]  # fmt: skip


def test_what_a_superior_takes_off_is_no_column_of_points() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row(
            "STT", "Họ và tên", "Chủ tịch chấm", "Lãnh đạo góp ý trừ", "Trưởng phòng KT đề nghị trừ"
        )
        + _row("1", "Nguyễn Văn An", "29", "2", "1"),
    )
    assert [mark.points for mark in result.records.common[0].marks] == [Decimal(29)]


def test_ht_is_a_class_where_others_stand_beside_it() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Điểm tiêu chí chung (30đ)", "HTXS", "HTT", "HT", "KHT")
        + _row("1", "Nguyễn Văn An", "29", "", "", "x", ""),
    )
    assert [stated.grade for stated in result.records.stated] == ["HT"]


@pytest.mark.parametrize(
    ("leader", "points"),
    [("27/30", Decimal(27)), ("xem lại", UNKNOWN), ("#N/A", UNKNOWN), ("{=C4-2}", UNKNOWN)],
)
def test_a_superior_whose_column_cannot_be_read_is_not_passed_over(
    leader: str, points: object
) -> None:
    """The points of the one below would count instead: a class that nobody gave."""
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Tự chấm", "TP duyệt", "Điểm lãnh đạo chấm")
        + _row("1", "Nguyễn Văn An", "29", "28", leader),
    )
    [common] = result.records.common
    assert [(mark.scorer, mark.points) for mark in common.marks][-1] == (2, points)
    assert result.records.stated == ()


def test_scorers_under_each_group() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "Nhóm I (10đ)", "<", "Nhóm II (10đ)", "<")
        + _row("^", "^", "Tự chấm", "Lãnh đạo chấm", "Tự chấm", "Lãnh đạo chấm")
        + _row("1", "Nguyễn Văn An", "10", "9", "8", "7"),
    )
    marks = result.records.common[0].marks
    assert [(m.criterion, m.scorer, m.points, m.maximum) for m in marks] == [
        ("I", 0, Decimal(10), Decimal(10)),
        ("I", 1, Decimal(9), Decimal(10)),
        ("II", 0, Decimal(8), Decimal(10)),
        ("II", 1, Decimal(7), Decimal(10)),
    ]


def test_a_word_under_discipline_that_is_no_form_of_it_is_asked_about() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I.1", "I.2", "Kỷ luật")
        + _row("1", "Nguyễn Văn An", "5", "5", "Nhắc nhở")
        + _row("2", "Trần Thị Bình", "5", "5", "Chấp hành tốt"),
    )
    assert result.records.events == ()
    assert [(f.code, f.at) for f in result.findings] == [("D11", cell("E4"))]


@pytest.mark.parametrize(
    "heading",
    [
        "III. Năng lực đổi mới, sáng tạo, dám nghĩ (10đ)",
        "III. Đổi mới (10đ)",
        "Nhóm III: năng lực đổi mới, sáng tạo của công chức",
    ],
)
def test_a_code_at_the_beginning_of_a_heading_leaves_nothing_to_remark(heading: str) -> None:
    table = table_of(
        KIND,
        "CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026\n\n"
        f"| STT | Họ và tên | I | II | {heading} |\n| 1 | Nguyễn Văn An | 9 | 8 | 7 |",
    )
    assert codes(table.findings) == []
    assert table.places["III"] == 5
    [common] = KIND.parse(table).records.common
    assert [mark.criterion for mark in common.marks] == ["I", "II", "III"]


def test_points_are_read_as_excel_shows_them_without_the_noise_of_computed_digits() -> None:
    table = _row("STT", "Họ và tên", "Tổng điểm") + _row("1", "Vũ An", "30.000000000000004")
    result = parsed(KIND, TITLE + table + _row("2", "Lê Bình", "28.499999999999996"))
    points = [common.marks[0].points for common in result.records.common]
    assert points == [Decimal(30), Decimal("28.5")]


def test_children_below_groups_that_are_only_centred() -> None:
    groups = (
        "I. Phẩm chất chính trị, đạo đức và ý thức kỷ luật (10đ)",
        "",
        "III. Đổi mới (10đ)",
        "",
        "",
        "",
    )
    children = (
        "1. Phẩm chất chính trị, phẩm chất đạo đức",
        "2. Ý thức kỷ luật, kỷ cương",
        "1. Có sản phẩm, giải pháp đột phá",
        "2. Sẵn sàng tham gia nhiệm vụ đột xuất",
        "3. Chịu trách nhiệm trước kết quả",
        "4. Chủ động đưa ra quyết định",
    )
    for below in (children, ("1", "2", "1", "2", "3", "4")):
        result = parsed(
            KIND,
            TITLE
            + _row("STT", "Họ và tên", *groups, "d", "đ", "e")
            + _row("", "", *below, "", "", "")
            + _row("1", "Nguyễn Văn An", "5", "4", "2.5", "2", "1", "2", "", "", ""),
        )
        [common] = result.records.common
        assert [(mark.criterion, str(mark.points)) for mark in common.marks] == [
            ("I.1", "5"), ("I.2", "4"), ("III.1", "2.5"), ("III.2", "2"), ("III.3", "1"), ("III.4", "2"),
        ]  # fmt: skip
        assert codes(result.findings) == []


@pytest.mark.parametrize("points", ["28.5", "'28,5"])
@pytest.mark.parametrize(
    "scorers",
    [
        ("Điểm tự chấm (30đ)", "Trưởng phòng chấm (30đ)", "Lãnh đạo UBND chấm (30đ)"),
        ("Cá nhân tự chấm", "Lãnh đạo phòng chấm", "Cấp có thẩm quyền chấm"),
    ],
)
def test_scorers_one_after_the_other_score_the_common_points(
    scorers: tuple[str, ...], points: str
) -> None:
    table = _row("STT", "Họ và tên", *scorers) + _row("1", "Vũ An", *["'29,5"] * 2, points)
    [common] = parsed(KIND, TITLE + table).records.common
    assert [(mark.scorer, str(mark.points)) for mark in common.marks] == [
        (0, "29.5"),
        (1, "29.5"),
        (2, "28.5"),
    ]


def test_what_names_no_scorer_right_of_the_superiors_is_what_was_settled_on() -> None:
    heads = ("Tự chấm (30đ)", "Trưởng phòng chấm (30đ)", "Điểm tiêu chí chung (30đ)")
    table = _row("STT", "Họ và tên", *heads) + _row("1", "Vũ An", "30", "27", "29")
    [common] = parsed(KIND, TITLE + table).records.common
    assert [(m.scorer, m.points) for m in common.marks] == [(0, 30), (1, 27), (2, 29)]
    table = _row("STT", "Họ và tên", *reversed(heads)) + _row("1", "Vũ An", "29", "27", "30")
    [common] = parsed(KIND, TITLE + table).records.common
    assert sorted((m.scorer, m.points) for m in common.marks) == [(0, 30), (1, 29), (2, 27)]


def test_the_post_and_the_kind_that_a_row_states_are_read() -> None:
    sheet = TITLE + (
        "| STT | Họ và tên | Chức vụ | Đối tượng | Điểm tiêu chí chung (30đ) |\n"
        "| 1 | Phạm Thị Dung | Phó Chủ tịch | Cán bộ | 28 |\n"
        "| 2 | Lê Văn Cường | | CC | 27 |\n"
    )
    dung, cuong = parsed(KIND, sheet).records.placements
    assert dung.placement == Placement("Phó Chủ tịch", Post.DEPUTY_OF_OFFICE, None, Kind.CAN_BO)
    assert (dung.who.name, dung.position_at, dung.kind_at) == (
        "Phạm Thị Dung",
        cell("C4"),
        cell("D4"),
    )
    assert cuong.placement == Placement(kind=Kind.CONG_CHUC)


@pytest.mark.parametrize("group", ["Điểm tiêu chí chung (30đ)", "I", "I. Phẩm chất (10đ)"])
@pytest.mark.parametrize("besides", ["Lãnh đạo góp ý trừ", "Ý kiến của Chủ tịch", "Bị trừ"])
def test_what_a_superior_remarked_on_a_criterion_is_not_its_points(
    group: str, besides: str
) -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", group, "<", "<")
        + _row("^", "^", "Tự chấm", "Trưởng phòng chấm", besides)
        + _row("1", "Nguyễn Văn An", "9", "8", "0.5"),
    )
    marks = result.records.common[0].marks
    assert [(mark.points, mark.scorer) for mark in marks] == [(Decimal(9), 0), (Decimal(8), 1)]
    assert codes(result.findings) == [("B14", "E4")]


def test_what_is_left_after_points_were_taken_off_is_the_mark() -> None:
    result = parsed(
        KIND,
        TITLE
        + _row("STT", "Họ và tên", "I", "<")
        + _row("^", "^", "Tự chấm", "Lãnh đạo chấm sau khi trừ")
        + _row("1", "Nguyễn Văn An", "9", "8"),
    )
    marks = result.records.common[0].marks
    assert [(mark.points, mark.scorer) for mark in marks] == [(Decimal(9), 0), (Decimal(8), 1)]
    assert codes(result.findings) == []
