"""Classes as offices write them."""

from decimal import Decimal

import pytest

from cadre_cli.sheets.grades import grade_of, points_beside


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("HTXSNV", "HTXS"),
        ("Hoàn thành xuất sắc", "HTXS"),
        ("Hoàn thành xuất sắc nhiệm vụ (Loại A)", "HTXS"),
        ("A", "HTXS"),
        ("HTTNV", "HTT"),
        ("HTTTNV", "HTT"),
        ("Hoàn thành tốt nhiệm vụ", "HTT"),
        ("hoàn thành\ntốt", "HTT"),
        ("Loại B", "HTT"),
        ("HTNV", "HT"),
        ("Hoàn thành nhiệm vụ", "HT"),
        ("Hoàn thành", "HT"),
        ("Không hoàn thành nhiệm vụ", "KHT"),
        ("Chưa hoàn thành", "KHT"),
        ("KHTNV", "KHT"),
        ("D", "KHT"),
        ("Không phân loại", None),
        ("Chờ đánh giá", None),
        ("Chưa duyệt", None),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_every_spelling_of_a_class_is_its_code(words: str | None, grade: str | None) -> None:
    assert grade_of(words) == grade


def test_class_and_points_may_share_a_cell() -> None:
    written = "Hoàn thành tốt nhiệm vụ\n92,5 điểm"
    assert (grade_of(written), points_beside(written)) == ("HTT", Decimal("92.5"))
    assert (grade_of("HTTNV 92đ"), points_beside("HTTNV 92đ")) == ("HTT", Decimal(92))
    assert points_beside("HTTNV") is None


@pytest.mark.parametrize(
    ("written", "grade", "points"),
    [
        ("92,5/HTT", "HTT", Decimal("92.5")),
        ("98 - Hoàn thành xuất sắc nhiệm vụ", "HTXS", Decimal(98)),
        ("HTNV (55)", "HT", Decimal(55)),
        ("Loại A: 95", "HTXS", Decimal(95)),
        ("Chờ đánh giá - 15", None, None),
        ("15/3", None, None),
        ("12 - Văn phòng", None, None),
    ],
)
def test_a_bare_number_is_points_only_beside_a_class(
    written: str, grade: str | None, points: Decimal | None
) -> None:
    assert (grade_of(written), points_beside(written)) == (grade, points)


@pytest.mark.parametrize(
    ("written", "grade"),
    [
        ("Mức hoàn thành nhiệm vụ: ☐ Hoàn thành xuất sắc ☑ Hoàn thành tốt ☐ Hoàn thành", "HTT"),
        ("Mức hoàn thành nhiệm vụ:\n[ ] HTXS\n[ ] HTT\n[x] Hoàn thành\n[ ] KHT", "HT"),
        ("Mức: Hoàn thành xuất sắc ☐; Hoàn thành tốt ☑; Hoàn thành ☐.", "HTT"),
        ("Hoàn thành tốt nhiệm vụ ☑", "HTT"),
        ("☑ Hoàn thành tốt nhiệm vụ", "HTT"),
        ("☑ Hoàn thành xuất sắc ☐ Hoàn thành tốt ☐", None),
        ("Hoàn thành nhiệm vụ: ☐ HTXS ☐ HTT", None),
        ("Hoàn thành nhiệm vụ: ☑ HTXS ☑ HTT", None),
    ],
)
def test_the_ticked_box_tells_the_class_whatever_the_label_says(
    written: str, grade: str | None
) -> None:
    assert grade_of(written) == grade
