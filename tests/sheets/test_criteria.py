"""What headings of marks say: criterion, scorer, maximum."""

from decimal import Decimal

import pytest

from cadre_cli.sheets.criteria import Named, criterion_in, is_maximum_label, scorer_rank


@pytest.mark.parametrize(
    ("heading", "criterion"),
    [
        ("I.1", "I.1"),
        ("1.2", "I.2"),
        ("3,4", "III.4"),
        ("II-3", "II.3"),
        ("Tiêu chí II.4", "II.4"),
        ("I. Phẩm chất chính trị / 1", "I.1"),
        ("Nhóm 2 / 3", "II.3"),
        ("Nhóm III", "III"),
        ("Cộng II", "II"),
        ("Tổng (I+II+III)", "total"),
        ("Điểm tiêu chí chung (30đ)", "total"),
        ("Tiêu chí chung / Tổng", "total"),
        ("Tiêu chí chung / Lãnh đạo", "total"),
        ("Ý thức kỷ luật, kỷ cương trong thực thi công vụ", "I.2"),
        ("Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ", "I.1"),
        (
            (
                "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, "
                "kỷ cương trong thực thi công vụ"
            ),
            "I",
        ),
        ("Tinh thần trách nhiệm trong thực thi công vụ", "II.3"),
        ("Có tinh thần chịu trách nhiệm trước kết quả công việc", "III.3"),
        (
            "Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung",
            "III",
        ),
        ("Sản phẩm, giải pháp đột phá, sáng tạo", "III.1"),
        ("Họ và tên", None),
        ("Tổng điểm (100đ)", None),
        ("Kỷ luật", None),
        ("Kết quả thực hiện nhiệm vụ (70đ)", None),
        ("Quý I", None),
    ],
)
def test_a_heading_names_its_criterion(heading: str, criterion: str | None) -> None:
    assert criterion_in(heading).criterion == criterion


@pytest.mark.parametrize(
    ("heading", "maximum"),
    [
        ("I.1 (5đ)", "5"),
        ("I.1 (tối đa 5 điểm)", "5"),
        ("II.1 (2,5)", "2.5"),
        ("Nhóm I 10 điểm", "10"),
        ("Điểm tiêu chí chung (30 điểm)", "30"),
        ("I. Phẩm chất (10đ) / 1 (5đ)", "5"),
        ("I.1 / Điểm tối đa 5", "5"),
        ("I.1 / 5", "5"),
        ("I. Phẩm chất (10đ) / 1", None),
        ("I.1", None),
    ],
)
def test_a_maximum_belongs_to_the_criterion_it_stands_with(
    heading: str, maximum: str | None
) -> None:
    assert criterion_in(heading).maximum == (None if maximum is None else Decimal(maximum))


def test_criteria_that_are_only_counted_keep_their_number() -> None:
    assert criterion_in("TC 7") == Named(None, None, 7)


def test_superiors_are_ordered_by_rank_and_a_deputy_is_not_the_head() -> None:
    headings = (
        "Tự chấm",
        "I.1",
        "Phó Trưởng phòng",
        "TP duyệt",
        "Hội đồng",
        "Phó Chủ tịch",
        "Chủ tịch",
    )
    ranks = [scorer_rank(heading) for heading in headings]
    assert ranks == sorted(set(ranks))
    assert ranks[:2] == [0, 1]


@pytest.mark.parametrize(
    ("words", "is_label"),
    [("Điểm tối đa", True), ("Thang điểm", True), ("Nguyễn Văn An", False), (None, False)],
)
def test_a_row_of_maxima_is_known_by_its_label(words: str | None, is_label: bool) -> None:
    assert is_maximum_label(words) is is_label
