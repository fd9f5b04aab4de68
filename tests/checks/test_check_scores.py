from dataclasses import replace
from decimal import Decimal

import pytest
from tests.checks.finding import found, not_run
from tests.factories import (
    FILE,
    cell,
    common,
    event,
    leader_parts,
    marks,
    mention,
    officer,
    row,
    rule_set,
    submission,
    task,
)

from cadre_cli.checks.evaluation_scores import CommonIncomplete
from cadre_cli.checks.leader_parts import LeaderPartsMissing, LeaderPartsUnused
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.marks import CommonMarks, LeaderParts, Mark, PassedOver
from cadre_cli.domain.officers import Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
SCORES = "Tiêu chí chung"
ALL = {
    "I.1": Decimal(5), "I.2": Decimal(5),
    "II.1": Decimal("2.5"), "II.2": Decimal("2.5"), "II.3": Decimal("2.5"), "II.4": Decimal(2),
    "III.1": Decimal(0), "III.2": Decimal("2.5"), "III.3": Decimal("2.5"), "III.4": Decimal(2),
}  # fmt: skip


def scored(given: dict[str, object]):
    return submission(common=(marks(given),))  # type: ignore[arg-type]  # numbers, blanks, UNKNOWN


def test_a_criterion_without_points_names_its_cell() -> None:
    expected = CommonIncomplete(
        at=CellRef(FILE, SCORES, 2, 4),
        what=Text(
            "Nguyễn Văn An chưa có điểm tiêu chí I.2",
            "Nguyễn Văn An has no points for criterion I.2",
        ),
    )
    assert found(scored(ALL | {"I.2": None}), "C09") == (expected,)


def test_a_criterion_that_the_sheet_has_no_column_for_names_the_person() -> None:
    given = {code: points for code, points in ALL.items() if code != "III.4"}
    (finding,) = found(scored(given), "C09")
    assert finding.at == CellRef(FILE, SCORES, 2, 1)
    assert finding.said() == "Tiêu chí chung: Nguyễn Văn An chưa có điểm tiêu chí III.4."


def test_a_group_without_points_in_a_sheet_of_groups() -> None:
    sheet = scored({"I": Decimal(9), "II": Decimal(8), "III": None})
    (finding,) = found(sheet, "C09")
    assert finding.at == CellRef(FILE, SCORES, 2, 5)
    assert finding.said() == "Tiêu chí chung: Nguyễn Văn An chưa có điểm tiêu chí III."


def test_a_row_without_any_points() -> None:
    (finding,) = found(scored(dict.fromkeys(ALL)), "C09")
    assert finding.at == CellRef(FILE, SCORES, 2, 3)
    assert finding.said() == "Tiêu chí chung: Nguyễn Văn An chưa có điểm."


def test_a_blank_total_names_its_cell() -> None:
    (finding,) = found(scored({"total": None}), "C09")
    assert finding.at == CellRef(FILE, SCORES, 2, 3)


@pytest.mark.parametrize(
    "given",
    [
        ALL,
        {"I": Decimal(9), "II": Decimal(8), "III": Decimal(7)},
        {"total": Decimal(28)},
        ALL | {"I.2": UNKNOWN},
        {"I": Decimal(10)} | {code: p for code, p in ALL.items() if not code.startswith("I.")},
        {"Nêu gương": Decimal(9), "Kỷ luật": Decimal(20)},
    ],
)
def test_criteria_groups_or_a_total_are_complete(given: dict[str, object]) -> None:
    assert found(scored(given), "C09") == ()


def test_the_highest_scorer_who_filled_anything_counts() -> None:
    own, head = marks(ALL, scorer=0), marks({"I.1": Decimal(5)}, scorer=2)
    both = CommonMarks(own.who, own.at, own.marks + head.marks)
    assert [each.code for each in found(submission(common=(both,)), "C09")] == ["C09"]
    deputy = marks(ALL, scorer=1)
    blank = marks(dict.fromkeys(ALL), scorer=2)
    both = CommonMarks(own.who, own.at, deputy.marks + blank.marks)
    assert found(submission(common=(both,)), "C09") == ()


def test_marks_of_one_person_may_stand_in_two_sheets() -> None:
    first = marks({code: points for code, points in ALL.items() if code < "II"})
    second = marks({code: points for code, points in ALL.items() if code > "II"})
    assert found(submission(common=(first, second)), "C09") == ()


def test_somebody_with_tasks_and_no_row() -> None:
    where = row(3, "Danh sách", ("name",))
    people = (officer(AN), officer(BINH, at=where))
    sheet = submission(officers=people, tasks=(task(AN), task(BINH, 3)))
    (finding,) = found(sheet, "C09")
    assert finding.at == CellRef(FILE, "Danh sách", 3, 1)
    assert finding.said() == (
        "Tiêu chí chung: Trần Thị Bình có việc được giao nhưng không có tên trong bảng."
    )


def test_who_is_on_leave_or_rated_above_needs_no_marks() -> None:
    sheet = scored(dict.fromkeys(ALL))
    leave = event(EventKind.LEAVE, AN, whole_period=True)
    away = submission(common=sheet.common, events=(leave,))
    above = submission(common=sheet.common, officers=(officer(AN, rated_above=True),))
    assert (found(away, "C09"), found(above, "C09")) == ((), ())


def with_maxima(maxima: dict[str, str]):
    given = tuple(
        Mark(code, Decimal(1), cell(3, 2, SCORES), maximum=Decimal(most))
        for code, most in maxima.items()
    )
    listed = CommonMarks(mention(AN), row(2, SCORES, ("name",)), given)
    return submission(common=(listed, listed))


def test_maxima_that_make_another_total_are_told_once_for_the_sheet() -> None:
    (finding,) = found(with_maxima({"I": "10", "II": "10", "III": "15"}), "C09")
    assert finding.at == CellRef(FILE, SCORES)
    assert finding.said() == (
        "Tiêu chí chung: điểm tối đa trong bảng cộng lại là 35, quy định là 30."
    )


@pytest.mark.parametrize(
    "maxima",
    [
        {"I": "10", "I.1": "5", "I.2": "5", "II": "10", "III": "10", "total": "30"},
        {"total": "30"},
    ],
)
def test_groups_are_not_added_to_their_own_rows(maxima: dict[str, str]) -> None:
    assert found(with_maxima(maxima), "C09") == ()


def test_a_rule_without_criteria_asks_for_none() -> None:
    assert found(scored(dict.fromkeys(ALL)), "C09", rules=rule_set(criteria=())) == ()


def leading(**changes: object):
    facts = {
        "officers": (officer(AN), officer(BINH, post=Post.HEAD_OF_UNIT)),
        "tasks": (task(AN), task(BINH, 3)),
        "common": (common(who=AN), common(who=BINH)),
    }
    return submission(**(facts | changes))


def test_a_leader_without_parts_is_named_in_the_score_table() -> None:
    expected = LeaderPartsMissing(at=CellRef(FILE, SCORES, 2, 1), officer=BINH, parts=("đ", "e"))
    assert found(leading(), "C10") == (expected,)


def test_a_leader_who_lacks_one_part_is_named_in_the_row_of_parts() -> None:
    sheet = leading(leader_parts=(leader_parts(e=None),))
    expected = LeaderPartsMissing(at=CellRef(FILE, SCORES, 3, 1), officer=BINH, parts=("e",))
    assert found(sheet, "C10") == (expected,)


def test_the_part_d_is_asked_for_where_the_office_takes_it_from_the_sheet() -> None:
    sheet = leading(leader_parts=(leader_parts(),))
    rules = rule_set({"leader_d": "from_sheet"})
    assert found(sheet, "C10") == ()
    assert [each.said() for each in found(sheet, "C10", rules=rules)] == [
        "Trần Thị Bình giữ chức vụ lãnh đạo nhưng chưa có thành phần d."
    ]


def test_without_any_score_table_the_roster_is_named() -> None:
    sheet = leading(common=())
    assert [each.at for each in found(sheet, "C10")] == [CellRef(FILE, "Danh sách", 2, 1)]
    assert not_run(sheet)["C09"] == "không có bảng chấm điểm tiêu chí chung"


@pytest.mark.parametrize(
    "changes",
    [
        {"officers": (officer(AN), officer(BINH, post=Post.HEAD_OF_OFFICE, rated_above=True))},
        {"events": (event(EventKind.LEAVE, BINH, whole_period=True),)},
        {"tasks": (task(AN),), "common": (common(who=AN),)},
        {
            "leader_parts": (
                LeaderParts(mention(BINH), row(3, SCORES, ("name",)), dd=UNKNOWN, e=UNKNOWN),
            )
        },
    ],
)
def test_leaders_who_need_no_parts_now(changes: dict[str, object]) -> None:
    assert found(leading(**changes), "C10") == ()


def test_a_blank_of_the_highest_scorer_is_a_warning_at_the_cell() -> None:
    gap = PassedOver(CellRef(FILE, SCORES, 5, 6), "Chủ tịch chấm", "Trưởng phòng chấm")
    [told] = found(submission(common=(replace(common(), passed_over=gap),)), "C15")
    assert (told.at, told.severity) == (gap.at, Severity.WARNING)


def test_parts_of_somebody_who_is_no_leader_are_asked_about() -> None:
    """A promotion that only the month's own table knows: the parts would be passed over in silence."""
    staff = officer(BINH, post=Post.NONE, position="Chuyên viên")
    sheet = leading(officers=(officer(AN), staff), leader_parts=(leader_parts(),))
    (asked,) = found(sheet, "C14")
    assert isinstance(asked, LeaderPartsUnused)
    assert (asked.officer, asked.position.vi) == (BINH, "Chuyên viên")
    assert asked.severity is Severity.WARNING
    assert found(sheet, "C10") == ()


def test_parts_of_somebody_whose_post_nobody_wrote_are_an_error_with_a_simple_remedy() -> None:
    unplaced = officer(BINH, position=None)
    sheet = leading(officers=(officer(AN), unplaced), leader_parts=(leader_parts(),))
    (asked,) = found(sheet, "C14")
    assert asked.severity is Severity.ERROR
    assert asked.remedy().startswith("Nếu là lãnh đạo: ghi chức vụ vào cột Chức vụ của bảng này")
    said = replace(sheet, officers=(officer(AN), replace(unplaced, post_stated=True)))
    (told,) = found(said, "C14")
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    "parts", [{"dd": None, "e": None}, {"dd": Decimal(0), "e": Decimal(0)}], ids=["blank", "zero"]
)
def test_columns_of_parts_that_are_empty_for_others_are_none(parts: dict[str, object]) -> None:
    staff = officer(BINH, post=Post.NONE)
    sheet = leading(officers=(officer(AN), staff), leader_parts=(leader_parts(**parts),))
    assert found(sheet, "C14") == ()


def test_a_rule_without_parts_of_leaders_asks_for_none() -> None:
    others = {name: each for name, each in rule_set().choices.items() if name != "leader_d"}
    assert found(leading(), "C10", rules=replace(rule_set(), choices=others)) == ()


def test_two_marks_for_one_criterion_are_an_error_at_the_second() -> None:
    again = replace(common(Decimal(27)), marks=(Mark("total", Decimal(27), cell(5, 9, SCORES)),))
    (finding,) = found(submission(common=(common(Decimal(28)), again)), "C09")
    assert finding.at == cell(5, 9, SCORES)
    assert finding.said() == (
        "Tiêu chí chung: Nguyễn Văn An có hai mức điểm khác nhau cho cùng một tiêu chí."
    )
    assert found(submission(common=(common(), common())), "C09") == ()


def test_a_group_or_total_that_is_not_the_sum_of_its_rows_is_pointed_out() -> None:
    groups = {"I": Decimal(10), "II": Decimal(10), "III": Decimal(7)}
    sheet = scored(ALL | groups | {"total": Decimal(27)})
    found_here = [(finding.at, finding.said()) for finding in found(sheet, "B10")]
    assert found_here == [
        (
            CellRef(FILE, SCORES, 2, 14),
            "Cột “Tiêu chí II”: ô tổng của Nguyễn Văn An ghi 10, cộng lại được 9,5.",
        ),
        (
            CellRef(FILE, SCORES, 2, 16),
            "Cột “Tổng điểm tiêu chí chung”: ô tổng của Nguyễn Văn An ghi 27, cộng lại được 26,5.",
        ),
    ]
