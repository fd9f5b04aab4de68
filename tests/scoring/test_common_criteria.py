from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import cell, common, marks, rule_set

from cadre_cli.domain.marks import Mark
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.scoring.common_criteria import common_points

RULES = rule_set()
PLACE = cell(1, 9)
FULL = {
    item.code: item.maximum for item in RULES.criteria if item.group is not None
}  # the ten rows below the three groups
GROUPS = {"I": Decimal(10), "II": Decimal("9.5"), "III": Decimal(8)}


def value(found):
    points = common_points(found, PLACE, RULES)
    return None if points.step is None else points.step.value


def lacking(found):
    return [(m.what.vi, m.at) for m in common_points(found, PLACE, RULES).missing]


def test_rows_below_the_groups_add_up_to_thirty():
    assert value(marks(FULL)) == 30


def test_a_group_is_never_added_to_its_own_rows():
    assert value(marks(FULL | {"I": Decimal(10), "II": Decimal(10), "III": Decimal(10)})) == 30


def test_three_groups_alone_are_enough():
    assert value(marks(GROUPS)) == Fraction("27.5")


def test_one_group_may_have_rows_and_the_others_not():
    some = {"I.1": Decimal(5), "I.2": Decimal(4), "II": Decimal("9.5"), "III": Decimal(8)}
    assert value(marks(some)) == Fraction("26.5")


def test_a_total_alone_is_enough_and_beside_rows_it_only_checks():
    assert value(common(Decimal("27.5"))) == Fraction("27.5")
    assert value(marks(GROUPS | {"total": Decimal(30)})) == Fraction("27.5")


def test_zero_points_are_points():
    assert value(common(Decimal(0))) == 0


def test_the_highest_superior_counts():
    found = common(Decimal(30), scorer=0)
    higher = (*found.marks, *common(Decimal(26)).marks, *common(Decimal(28), scorer=2).marks)
    assert value(replace(found, marks=higher)) == 28


def test_a_blank_column_of_the_highest_leaves_the_one_below():
    found = common(Decimal(26), scorer=1)
    assert value(replace(found, marks=(*found.marks, Mark("total", None, PLACE, 2)))) == 26


def test_a_self_score_alone_never_counts():
    blank = Mark("total", None, cell(4, 2), 1)
    found = common(Decimal(30), scorer=0)
    said = "tiêu chí chung mới có điểm tự chấm, chưa có điểm của cấp trên"
    assert lacking(replace(found, marks=(*found.marks, blank))) == [(said, blank.at)]


@pytest.mark.parametrize(
    ("found", "said", "at"),
    [
        (None, "chưa có điểm tiêu chí chung", PLACE),
        (common(None), "chưa có điểm tiêu chí chung", common(None).marks[0].at),
        (
            common(UNKNOWN),
            "“Điểm tiêu chí chung” có điểm không đọc được hoặc ngoài thang điểm",
            common().marks[0].at,
        ),
        (
            common(Decimal(31)),
            "“Điểm tiêu chí chung” có điểm 31, ngoài mức 0–30",
            common().marks[0].at,
        ),
        (
            common(Decimal(-1)),
            "“Điểm tiêu chí chung” có điểm -1, ngoài mức 0–30",
            common().marks[0].at,
        ),
        (
            marks(FULL | {"II.3": None}),
            "“II.3. Tiêu chí II.3” chưa có điểm",
            marks(FULL | {"II.3": None}).marks[4].at,
        ),
        (
            marks(GROUPS | {"II": UNKNOWN}),
            "“II. Tiêu chí II” có điểm không đọc được hoặc ngoài thang điểm",
            marks(GROUPS).marks[1].at,
        ),
        (
            marks({"Chuyên cần": Decimal(10), "Tác phong": Decimal(10)}),
            "các tiêu chí chung trong bảng không khớp quy định và không ghi tổng điểm",
            marks({"Chuyên cần": None}).marks[0].at,
        ),
    ],
)
def test_what_is_missing_is_said_and_never_zero(found, said, at):
    assert value(found) is None
    assert lacking(found) == [(said, at)]


def test_two_different_marks_for_one_row_are_not_chosen_between():
    found = common(Decimal(25))
    twice = replace(found, marks=(*found.marks, *common(Decimal(27)).marks))
    assert value(twice) is None
    assert lacking(twice) == [
        ("“Điểm tiêu chí chung” có hai mức điểm khác nhau", found.marks[0].at)
    ]


def test_the_offices_own_rows_count_when_their_maxima_make_up_the_thirty():
    own = tuple(
        Mark(words, Decimal(points), cell(3 + place), 1, Decimal(most))
        for place, (words, points, most) in enumerate(
            (("Chuyên cần", 9, 10), ("Tác phong", 8, 10), ("Học tập", 7, 10))
        )
    )
    assert value(replace(common(), marks=own)) == 24
    assert value(replace(common(), marks=own[:2])) is None
