from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import (
    MARCH,
    cell,
    common,
    event,
    evidence,
    law,
    leader_parts,
    marks,
    mention,
    officer,
    row,
    rule_set,
    submission,
    task,
)

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.marks import PassedOver
from cadre_cli.domain.officers import Kind, Post
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.tasks import Category
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.rules.load import rule_book, rules_by_id
from cadre_cli.rules.schema import NoRuleInForce, NotCovered
from cadre_cli.scoring.doubtful_quantities import doubtful_quantities
from cadre_cli.scoring.hierarchy import led_by
from cadre_cli.scoring.office import assess

RULES = rule_set()
KNOWN_CATEGORIES = [each for each in Category if each is not Category.UNKNOWN]
CULTURE, OFFICE = "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"


def results(found, rules=RULES):
    return {each.officer.name: each for each in assess(found, lambda kind: rules)}


def head(name="Trần Thị Bình", **changes):
    return officer(name, post=Post.HEAD_OF_UNIT, **changes)


def team(*people, done=None, **changes):
    """An office where everybody has one task and 20 common points; `done` says who did it."""
    done = done or {}
    facts = {
        "officers": people,
        "tasks": tuple(
            task(who.name, line, finished=Decimal(done.get(who.name, 1)))
            for line, who in enumerate(people, start=2)
        ),
        "common": tuple(common(Decimal(20), who.name) for who in people),
        "leader_parts": tuple(leader_parts(who=who.name) for who in people if who.post.leads),
    }
    return submission(**(facts | changes))


def d_of(found, name="Trần Thị Bình", rules=RULES):
    step = results(found, rules)[name].score.parts.get("d")
    return None if step is None else step.value


def why(result):
    return [reason.text.vi for reason in result.reasons]


def test_results_come_in_the_order_of_the_roster_though_those_led_are_computed_first():
    boss = officer("Lê Văn Chủ", post=Post.HEAD_OF_OFFICE, unit=None)
    found = team(boss, head(), officer())
    assert list(results(found)) == ["Lê Văn Chủ", "Trần Thị Bình", "Nguyễn Văn An"]
    assert [each.grade for each in results(found).values()] == ["HTXS", "HTXS", "HTXS"]


def test_the_head_of_a_unit_answers_for_its_people_and_no_others():
    other = officer("Phạm Thị Dung", unit=OFFICE)
    assert d_of(team(head(), officer(), other, done={"Phạm Thị Dung": 0})) == 1
    assert d_of(team(head(), officer(), other, done={"Nguyễn Văn An": 0})) == Fraction(1, 2)


def test_units_are_compared_by_their_words():
    written = officer(unit="PHÒNG VĂN HOÁ - XÃ HỘI")
    assert d_of(team(head(), written, done={"Nguyễn Văn An": 0})) == Fraction(1, 2)


def test_a_low_head_of_unit_lowers_the_head_of_the_office_alone():
    boss = officer("Lê Văn Chủ", post=Post.HEAD_OF_OFFICE, unit=None)
    points = {"Lê Văn Chủ": 20, "Trần Thị Bình": 14, "Nguyễn Văn An": 20}
    found = team(
        boss,
        head(),
        officer(),
        done={"Trần Thị Bình": 0},  # 14 + 70 × (0 + 0 + 0 + 1 + 1 + 1) ÷ 6 = 49
        common=tuple(common(Decimal(number), name) for name, number in points.items()),
    )
    assert d_of(found) == 1
    assert d_of(found, "Lê Văn Chủ") == Fraction(1, 2)


def test_those_without_a_score_for_good_reason_never_lower_the_leader_and_are_named():
    away = officer("Phạm Thị Dung")
    idle = officer("Đỗ Văn Em")
    found = team(
        head(),
        officer(),
        tasks=(task("Trần Thị Bình", 2), task("Nguyễn Văn An", 3)),
        officers=(head(), officer(), away, idle),
        events=(event(EventKind.MATERNITY, "Phạm Thị Dung", whole_period=True),),
    )
    step = results(found)["Trần Thị Bình"].score.parts["d"]
    assert step.value == 1
    assert step.note == Text(
        "1 người được lãnh đạo có điểm, 0 người dưới mức; không tính: Phạm Thị Dung, Đỗ Văn Em",
        "1 people led have a total, 0 below the least total; left out: Phạm Thị Dung, Đỗ Văn Em",
    )


def test_a_total_that_lacks_data_leaves_d_open_and_names_the_person():
    found = team(head(), officer(), common=(common(Decimal(20), "Trần Thị Bình"),))
    result = results(found)["Trần Thị Bình"]
    assert result.not_rated is NotRated.INCOMPLETE
    assert why(result) == ["chưa tính được thành phần d: Nguyễn Văn An chưa đủ dữ liệu để có điểm"]


def test_somebody_below_the_level_settles_d_whatever_else_lacks():
    third = officer("Phạm Thị Dung")
    found = team(
        head(),
        officer(),
        third,
        done={"Nguyễn Văn An": 0},
        common=tuple(common(Decimal(20), name) for name in ("Trần Thị Bình", "Nguyễn Văn An")),
    )
    assert d_of(found) == Fraction(1, 2)


def test_a_leader_of_nobody_on_record_needs_d_from_the_sheet():
    assert d_of(team(head())) is None
    (reason, *_) = why(results(team(head()))["Trần Thị Bình"])
    assert "ghi 100 % hoặc 50 % vào cột d ở dòng của người này" in reason
    assert d_of(team(head(), leader_parts=(leader_parts(Decimal("0.5")),))) == Fraction(1, 2)


def test_a_part_between_the_two_levels_is_named_with_its_value():
    parts = (leader_parts(Decimal(1), Decimal("0.8"), UNKNOWN),)
    result = results(team(head(), leader_parts=parts))["Trần Thị Bình"]
    assert result.not_rated is NotRated.INCOMPLETE
    assert why(result) == [
        "đ = 80 %, chỉ nhận 100 % hoặc 50 %",
        "thành phần e không đọc được, chỉ nhận 100 % hoặc 50 %",
    ]


def test_whose_marks_count_is_said_where_a_higher_scorer_left_a_blank():
    gap = PassedOver(cell(6, 5), "Chủ tịch chấm", "Trưởng phòng chấm")
    found = submission(common=(replace(common(), passed_over=gap),))
    assert why(results(found)["Nguyễn Văn An"])[-1] == (
        "tiêu chí chung tính theo “Trưởng phòng chấm” vì “Chủ tịch chấm” để trống"
    )


def test_who_leads_whom():
    boss = officer("Lê Văn Chủ", post=Post.HEAD_OF_OFFICE, unit=None)
    deputy = officer("Vũ Thị Phó", post=Post.DEPUTY_OF_OFFICE, unit=None, field=CULTURE)
    other = officer("Bùi Văn Phó", post=Post.DEPUTY_OF_OFFICE, unit=None)
    chief = head("Hoàng Văn Chánh", unit=OFFICE)
    vice = officer("Ngô Thị Vân", post=Post.DEPUTY_OF_UNIT, field="Hộ tịch, chứng thực")
    registrar = officer("Phạm Thị Dung", field="Hộ tịch")
    clerk = officer("Đỗ Văn Em", unit=OFFICE)
    lent = officer("Mai Văn Lương", unit=None, superior=mention("Trần Thị Bình"))
    everyone = (boss, deputy, other, head(), vice, officer(), registrar, chief, clerk, lent)

    def led(leader):
        return [each.name for each in led_by(leader, everyone)]

    assert led(boss) == [each.name for each in everyone[1:]]
    assert led(deputy) == ["Trần Thị Bình", "Ngô Thị Vân", "Nguyễn Văn An", "Phạm Thị Dung"]
    assert led(other) == ["Hoàng Văn Chánh", "Đỗ Văn Em", "Mai Văn Lương"]
    assert led(head()) == ["Nguyễn Văn An", "Phạm Thị Dung", "Mai Văn Lương"]
    assert led(vice) == ["Phạm Thị Dung"]
    assert led(officer("Ngô Thị Vân", post=Post.DEPUTY_OF_UNIT)) == [
        "Nguyễn Văn An",
        "Phạm Thị Dung",
    ]
    assert led(clerk) == []


def test_a_deputy_of_the_office_leads_the_units_whose_heads_report_to_him():
    deputy = officer("Vũ Thị Phó", post=Post.DEPUTY_OF_OFFICE, unit=None)
    chief = head("Hoàng Văn Chánh", unit=OFFICE, superior=mention(name="Vũ Thị Phó"))
    clerk = officer("Đỗ Văn Em", unit=OFFICE)
    everyone = (deputy, chief, clerk, officer())
    assert led_by(deputy, everyone) == (chief, clerk)


def shared(*owners, **changes):
    people = tuple(officer(name) for name in ("Nguyễn Văn An", "Phạm Thị Dung"))
    return submission(
        officers=people,
        tasks=(*(task(who.name, line) for line, who in enumerate(people, 3)), task(owners=owners)),
        common=tuple(common(who=who.name) for who in people),
        **changes,
    )


def test_a_task_of_two_owners_counts_for_nobody_while_that_is_an_error():
    found = shared(mention("Nguyễn Văn An"), mention("Phạm Thị Dung"))
    said = "“1. Công việc 1” ghi nhiều người chịu trách nhiệm, chưa rõ là việc của ai"
    assert [why(each) for each in results(found).values()] == [[said], [said]]
    assert [each.score.parts.keys() for each in results(found).values()] == [{"common"}] * 2


@pytest.mark.parametrize("option", ["warning", "off"])
def test_a_task_of_two_owners_counts_for_each_where_the_office_allows_it(option):
    found = shared(mention("Nguyễn Văn An"), mention("Phạm Thị Dung"))
    rules = rule_set({"process_rules": option})
    assert [each.grade for each in results(found, rules).values()] == ["HTXS", "HTXS"]


def test_one_owner_written_twice_is_one_owner():
    found = shared(mention("Nguyễn Văn An"), mention("Nguyễn Văn An", name="Đ/c An"))
    assert [each.grade for each in results(found).values()] == ["HTXS", "HTXS"]


def test_a_name_that_fits_two_people_is_nobodys_task_yet():
    found = shared(mention("Nguyễn Văn An", "Phạm Thị Dung", name="An"))
    said = "“1. Công việc 1”: tên “An” có nhiều người trùng"
    assert [why(each) for each in results(found).values()] == [[said], [said]]


def test_a_weighty_event_under_a_name_that_fits_two_people_leaves_both_open():
    unclear = event(EventKind.DISCIPLINE, words="khiển trách")
    unclear = type(unclear)(
        unclear.kind,
        mention("Nguyễn Văn An", "Phạm Thị Dung", name="An"),
        unclear.at,
        "khiển trách",
    )
    found = shared(mention("Nguyễn Văn An"), events=(unclear,))
    said = "“khiển trách”: tên “An” có nhiều người trùng"
    assert [why(each) for each in results(found).values()] == [[said], [said]]
    assert {each.not_rated for each in results(found).values()} == {NotRated.INCOMPLETE}


def test_marks_of_one_person_in_two_sheets_are_read_together():
    found = submission(common=(common(Decimal(30), scorer=0), marks({"total": Decimal(27)})))
    assert results(found)["Nguyễn Văn An"].score.parts["common"].value == 27


def test_a_summary_counts_only_where_no_other_sheet_holds_a_superiors_mark():
    summary = replace(common(Decimal(26)), from_summary=True)
    scored = submission(common=(summary, common(Decimal("25.5"))))
    self_scored = submission(common=(common(Decimal(30), scorer=0), summary))
    assert [
        results(each)["Nguyễn Văn An"].score.parts["common"].value
        for each in (scored, self_scored, submission(common=(summary,)))
    ] == [Fraction("25.5"), 26, 26]


def test_no_rule_and_not_covered_are_said_and_nobody_else_is_hurt():
    def rules_of(kind):
        if kind == Kind.VIEN_CHUC:
            raise NoRuleInForce("viên chức: chưa có bộ quy tắc")
        if kind == Kind.HOP_DONG:
            raise NotCovered("hợp đồng: không áp dụng", law("Điều 28 khoản 2"))
        return RULES

    people = (
        officer(),
        officer("Phạm Thị Dung", kind=Kind.VIEN_CHUC),
        officer("Đỗ Văn Em", kind=Kind.HOP_DONG),
    )
    found = assess(submission(officers=people), rules_of)
    assert [(each.grade, each.not_rated) for each in found] == [
        ("HTXS", None),
        (None, NotRated.NO_RULE),
        (None, NotRated.NOT_COVERED),
    ]
    assert found[1].reasons[0].text.vi == "viên chức: chưa có bộ quy tắc"
    assert found[2].reasons[0].basis == (law("Điều 28 khoản 2"),)


def test_the_offices_own_total_is_kept_beside_the_result():
    stated = Stated(mention("Nguyễn Văn An"), row(), Decimal(99), grade="HTXS")
    assert results(submission(stated=(stated,)))["Nguyễn Văn An"].stated == stated


def test_a_discipline_of_another_month_does_not_force_this_one():
    past = event(EventKind.DISCIPLINE, first_day=date(2026, 1, 5))
    present = event(EventKind.DISCIPLINE, first_day=date(2026, 3, 31), document="QĐ 15/QĐ-UBND")
    kept = results(submission(events=(past,)))["Nguyễn Văn An"]
    assert kept.grade == "HTXS"
    assert why(kept)[1:] == ["discipline: không thuộc kỳ này, không xét trong kỳ"]
    forced = results(submission(events=(present,)))["Nguyễn Văn An"]
    assert (forced.grade, forced.grade_by_points, forced.not_rated) == ("KHT", "HTXS", None)
    assert why(forced) == [
        "Không hoàn thành nhiệm vụ: bị xử lý kỷ luật (discipline; QĐ 15/QĐ-UBND)"
    ]
    assert forced.reasons[0].basis == (law("Điều 20 khoản 4 điểm c"),)


def test_part_of_a_period_on_leave_is_a_remark():
    leave = event(
        EventKind.LEAVE, words="nghỉ ốm", first_day=date(2026, 3, 2), last_day=date(2026, 3, 9)
    )
    result = results(submission(events=(leave,)))["Nguyễn Văn An"]
    assert result.grade == "HTXS"
    assert why(result) == ["100 điểm: từ 90 điểm", "nghỉ một phần kỳ: nghỉ ốm"]


def test_leave_for_the_whole_period_leaves_no_score_even_where_somebody_scored():
    leave = event(EventKind.LEAVE, first_day=date(2026, 2, 20), last_day=date(2026, 4, 3))
    result = results(submission(events=(leave,)))["Nguyễn Văn An"]
    assert (result.score.root, result.grade, result.not_rated) == (None, None, NotRated.ON_LEAVE)


def test_the_chairman_scored_here_all_the_same_has_a_class():
    chairman = officer(rated_above=True)
    assert results(submission(officers=(chairman,)))["Nguyễn Văn An"].grade == "HTXS"


@pytest.mark.parametrize(
    "rule_set_id",
    [each.id for each in rule_book().documents if each.method == "converted_products"],
)
def test_every_rule_set_of_this_method_has_all_it_needs(rule_set_id):
    one_of_each = (
        task(failures=Decimal(9), latenesses=Decimal(1), assigned=Decimal(3), finished=Decimal(3)),
        *(task(line=line, category=each) for line, each in enumerate(KNOWN_CATEGORIES, start=3)),
        task(line=8, finished=None),
        task(line=9, failures=Decimal(1), objective_cause="mưa lũ", confirmed_by="Chủ tịch"),
        task(line=10, coefficient=None, catalogue_points=Decimal(5)),
        task("Trần Thị Bình", 11),
    )
    people = (officer(), head(), officer("Phạm Thị Dung"), officer("Đỗ Văn Em"))
    found = submission(
        officers=people,
        tasks=one_of_each,
        common=tuple(common(Decimal(20), who.name) for who in people),
        leader_parts=(leader_parts(),),
        events=(event(EventKind.LEAVE, "Đỗ Văn Em", whole_period=True),),
    )
    day = MARCH.last_day

    def rules_of(kind):
        return rules_by_id(rule_book(), rule_set_id, day, kind, {})

    assert [(each.grade is None, each.not_rated) for each in assess(found, rules_of)] == [
        (False, None),
        (False, None),
        (True, NotRated.NOTHING_ASSIGNED),
        (True, NotRated.ON_LEAVE),
    ]


def test_somebody_disciplined_without_any_task_does_not_leave_d_open():
    found = team(
        head(),
        officer(),
        tasks=(task("Trần Thị Bình", 2),),
        events=(event(EventKind.DISCIPLINE),),
    )
    assert results(found)["Nguyễn Văn An"].grade == "KHT"
    assert d_of(found) == 1


def test_lines_that_lack_data_are_incomplete_and_not_nothing_assigned():
    unplanned = task(category=Category.UNPLANNED, evaluator=None)
    assert results(submission(tasks=(unplanned,)))["Nguyễn Văn An"].not_rated is (
        NotRated.INCOMPLETE
    )


def test_the_choice_of_the_rule_for_this_kind_of_person_is_among_the_bases():
    chosen = law("Điều 28 khoản 2")
    result = results(submission(), rule_set(chosen_by=(chosen,)))["Nguyễn Văn An"]
    assert chosen in result.bases()


def test_marks_under_a_name_that_fits_two_people_are_nobodys():
    both = common()
    found = submission(
        officers=(officer(), officer("Phạm Thị Dung")),
        common=(replace(both, who=mention("Nguyễn Văn An", "Phạm Thị Dung", name="An")),),
    )
    assert why(results(found)["Nguyễn Văn An"]) == ["chưa có điểm tiêu chí chung"]


def test_people_whom_another_rule_set_scores_do_not_hold_a_leaders_part_d_open() -> None:
    local = rule_set(id="qd1240", method="points_per_task")
    head = officer("Trần Thị Bình", post=Post.HEAD_OF_UNIT)
    staff = officer("Hà Văn Dũng", kind=Kind.VIEN_CHUC)
    found = assess(
        submission(
            officers=(head, staff),
            tasks=(task("Trần Thị Bình"), task("Hà Văn Dũng", 3)),
            common=(common(who="Trần Thị Bình"), common(who="Hà Văn Dũng")),
            leader_parts=(leader_parts(who="Trần Thị Bình"),),
        ),
        lambda kind: local if kind == "vien_chuc" else rule_set(),
    )
    assert [(each.grade, each.not_rated) for each in found] == [
        ("HTXS", None),
        (None, NotRated.INCOMPLETE),
    ]
    assert "không tính: Hà Văn Dũng" in str(found[0].score.parts["d"].note)


def test_work_that_may_be_outside_the_plan_is_asked_about_and_not_counted_either_way() -> None:
    [result, *_] = assess(
        submission(
            officers=(officer(),),
            tasks=(task(), task(line=4, category=Category.UNKNOWN)),
            common=(common(Decimal(25)),),
        ),
        lambda _: RULES,
    )
    assert (result.grade, result.not_rated) == (None, NotRated.INCOMPLETE)
    assert "ở trong hay ngoài kế hoạch" in result.reasons[0].text.vi


def test_nobody_who_may_be_meant_has_a_score_that_looks_final() -> None:
    both, third = (officer("Nguyễn Thị Hoa"), officer("Trần Thị Hoa")), officer("Vũ An")
    unclear = replace(mention(name="Hoa"), possible=("Nguyễn Thị Hoa", "Trần Thị Hoa"))
    found = team(*both, third)
    found = replace(found, tasks=(*found.tasks, task(line=9, owners=(unclear,))))
    told = results(found)
    assert told["Vũ An"].grade is not None
    for who in both:
        result = told[who.name]
        assert (result.grade, result.not_rated) == (None, NotRated.INCOMPLETE)
        assert "chưa rõ “Hoa” có phải người này không" in str(result.score.missing)


def test_nor_has_whoever_may_have_been_disciplined() -> None:
    hoa = officer("Nguyễn Thị Hoa")
    unclear = replace(
        event(EventKind.DISCIPLINE), who=replace(mention(name="Hoa"), possible=(hoa.id,))
    )
    found = replace(team(hoa), events=(unclear,))
    assert results(found)[hoa.name].not_rated is NotRated.INCOMPLETE


def test_parts_of_a_leader_without_a_written_post_leave_the_class_open():
    """As staff the person would have one class, as a leader maybe another."""
    people = team(officer("Nguyễn Văn An"), leader_parts=(leader_parts(who="Nguyễn Văn An"),))
    open_ = results(people)["Nguyễn Văn An"]
    assert (open_.grade, open_.not_rated) == (None, NotRated.INCOMPLETE)
    assert why(open_) == ["có thành phần đ, e của lãnh đạo nhưng chưa ghi chức vụ"]
    said = replace(people, officers=(officer("Nguyễn Văn An", position="Chuyên viên"),))
    assert results(said)["Nguyễn Văn An"].grade is not None


def reasons_of(*tasks, **choices):
    found = submission(
        officers=(officer(),), tasks=tasks, common=(common(Decimal(30)),), leader_parts=()
    )
    (result,) = assess(found, lambda kind: rule_set(choices))
    return result.grade, [reason.text.vi for reason in result.reasons if not reason.routine]


def test_a_class_says_which_quantities_it_rests_on_that_look_wrong():
    grade, told = reasons_of(
        task(finished=Decimal(99), assigned=Decimal(3)), task(line=3, finished=None)
    )
    assert grade == "HTXS"
    beyond, blank = told
    assert beyond.startswith("ghi hoàn thành nhiều hơn số được giao mà không ghi là làm thêm: ")
    assert beyond.endswith(
        "“1. Công việc 1” 99/3 (L2); phần vượt vẫn được tính (part_ceiling = result)"
    )
    assert blank == (
        "ô Hoàn thành để trống, đang tính là 0 sản phẩm: “2. Công việc 2” (L3) "
        "(unfinished_at_period_end = not_done)"
    )


def test_on_a_page_the_choice_is_told_in_words():
    rules = rule_set()
    taken = replace(
        rules.choices["unfinished_at_period_end"],
        taken_means="hoàn thành 0, vẫn tính vào số được giao",
    )
    rules = replace(rules, choices={**rules.choices, taken.id: taken})
    person = evidence(tasks=(task(finished=None),))
    (told,) = (reason.text.vi for reason in doubtful_quantities(person, rules))
    assert told.endswith("(lựa chọn: hoàn thành 0, vẫn tính vào số được giao)")


def test_many_of_them_are_counted_and_extra_work_is_none():
    _, told = reasons_of(*(task(line=line, finished=None) for line in range(2, 8)))
    assert len(told) == 1
    assert "“1. Công việc 1” (L2) và 5 việc khác (L3, L4, L5, …)" in told[0]
    assert reasons_of(task(finished=Decimal(9), extra_allowed=True)) == ("HTXS", [])
