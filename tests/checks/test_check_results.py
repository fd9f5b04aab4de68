from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.checks.finding import found, not_run
from tests.factories import (
    FILE,
    MARCH,
    common,
    event,
    leader_parts,
    mention,
    officer,
    row,
    rule_set,
    submission,
    task,
)

from cadre_cli.checks import run_after
from cadre_cli.checks.classification import (
    ForcedGrade,
    NoRules,
    NotClassified,
    NothingAssigned,
    RestsOnAssumption,
)
from cadre_cli.checks.evaluation_stated import OtherGrade, OtherPartD, OtherTotal
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.office import Source
from cadre_cli.domain.officers import Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.tasks import Category
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.schema import NoRuleInForce, NotCovered, RuleSet
from cadre_cli.scoring.office import assess

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
NAME = CellRef(FILE, "Danh sách", 2, 1)
TABLE = row(2, "Tổng hợp", ("name", "total", "grade"))


def stated(total: str | None = None, grade: str | None = None, **changes: object):
    points = None if total is None else Decimal(total)
    each = Stated(mention(AN), TABLE, points, grade=grade, **changes)  # type: ignore[arg-type]  # fields of Stated
    return submission(stated=(each,))


def test_another_total_than_the_recomputed_one() -> None:
    expected = OtherTotal(
        at=CellRef(FILE, "Tổng hợp", 2, 2), officer=AN, stated=Decimal(98), total=Fraction(100)
    )
    assert found(stated("98"), "C11", after=True) == (expected,)


def test_every_place_that_states_a_total_or_class_is_compared() -> None:
    (first,) = stated("100", "HTXS").stated
    year = row(7, "Năm 2026", ("name", "total", "grade"))
    sheet = submission(stated=(first, replace(first, at=year, total=None, grade="KHT")))
    assert [(f.code, f.at.sheet, f.at.row) for f in found(sheet, "C11", "C12", after=True)] == [
        ("C12", "Năm 2026", 7)
    ]


def test_the_cell_the_total_was_read_from_is_named() -> None:
    where = CellRef(FILE, "Tổng hợp", 9, 9)
    sheet = stated("98", "HT", total_at=where, grade_at=where)
    assert [each.at for each in found(sheet, "C11", "C12", after=True)] == [where, where]


@pytest.mark.parametrize(
    ("total", "decimals", "differs"),
    [
        ("96.67", 2, False),  # 96 2/3 rounded to the decimals shown
        ("96.66", 2, True),
        ("97", 0, True),  # at least two decimals are compared
        ("96.667", 3, False),
        ("96.67", 3, True),
    ],
)
def test_totals_are_compared_on_the_decimals_shown(
    total: str, decimals: int, differs: bool
) -> None:
    done = task(assigned=Decimal(7), finished=Decimal(7), failures=Decimal(4))
    sheet = stated(total, decimals=decimals)
    sheet = submission(stated=sheet.stated, tasks=(done,))
    assert (found(sheet, "C11", after=True) != ()) is differs


def test_another_class_than_the_recomputed_one() -> None:
    expected = OtherGrade(
        at=CellRef(FILE, "Tổng hợp", 2, 3),
        officer=AN,
        stated="Hoàn thành tốt nhiệm vụ",
        grade="Hoàn thành xuất sắc nhiệm vụ",
    )
    assert found(stated(grade="HTT"), "C12", after=True) == (expected,)


def test_the_same_total_and_class_are_met_with_silence() -> None:
    assert found(stated("100", "HTXS"), "C11", "C12", after=True) == ()


def test_nobody_without_a_score_is_compared() -> None:
    sheet = submission(stated=stated("98", "HT").stated, tasks=(task(coefficient=None),))
    assert found(sheet, "C11", "C12", after=True) == ()


def test_without_the_offices_own_figures_nothing_is_compared() -> None:
    lacking = not_run(submission(), after=True)
    assert {code: lacking[code] for code in ("C11", "C12", "X03")} == {
        "C11": "cơ quan không ghi tổng điểm để so sánh",
        "C12": "cơ quan không ghi mức xếp loại để so sánh",
        "X03": "không có bảng kết quả của cơ quan, đơn vị để so với người đứng đầu",
    }


def test_a_forced_class_names_the_event_and_its_document() -> None:
    paper = "Quyết định số 12/QĐ-UBND"
    discipline = event(EventKind.DISCIPLINE, words="Khiển trách", document=paper)
    (finding,) = found(submission(events=(discipline,)), "X01", after=True)
    assert isinstance(finding, ForcedGrade)
    assert finding.at == discipline.at
    assert finding.said() == (
        "Nguyễn Văn An thuộc trường hợp bắt buộc – Không hoàn thành nhiệm vụ: "
        "bị xử lý kỷ luật (Khiển trách; Quyết định số 12/QĐ-UBND)."
    )


def test_leave_for_the_whole_period_is_a_note_with_its_reason() -> None:
    leave = event(EventKind.MATERNITY, words="nghỉ thai sản", whole_period=True)
    expected = NotClassified(
        at=NAME,
        officer=AN,
        why=Text("nghỉ cả kỳ: nghỉ thai sản", "on leave for the whole period: nghỉ thai sản"),
    )
    assert found(submission(events=(leave,)), "X04", "X05", after=True) == (expected,)


def test_missing_data_is_listed_for_the_person() -> None:
    (finding,) = found(submission(common=()), "X04", after=True)
    assert finding.at == NAME
    assert finding.said() == (
        "Nguyễn Văn An chưa xếp loại: chưa đủ dữ liệu: chưa có điểm tiêu chí chung."
    )


def test_of_much_missing_data_the_first_is_told_and_the_rest_counted() -> None:
    tasks = tuple(task(line=line, coefficient=None) for line in range(2, 8))
    (finding,) = found(submission(tasks=tasks), "X04", after=True)
    assert finding.said().endswith("; và 3 chỗ khác.")


def test_who_is_rated_above_is_listed_without_a_word() -> None:
    sheet = submission(officers=(officer(AN, rated_above=True),), tasks=(), common=())
    assert found(sheet, "X01", "X04", "X05", "X07", after=True) == ()


def test_nothing_assigned() -> None:
    expected = NothingAssigned(at=NAME, officer=AN, period=MARCH.title)
    assert found(submission(tasks=()), "X04", "X05", after=True) == (expected,)


def test_an_assumption_is_told_once_for_everybody() -> None:
    tasks = tuple(
        task(who, line, failures=Decimal(1), assigned=Decimal(2), finished=Decimal(2))
        for line, who in enumerate((AN, BINH), 2)
    )
    sheet = submission(
        officers=(officer(AN), officer(BINH)),
        tasks=tasks,
        common=(common(who=AN), common(who=BINH)),
        sources=(Source("thang-03.xlsx", "0" * 64), Source("khac.xlsx", "1" * 64)),
    )
    expected = RestsOnAssumption(
        at=CellRef("thang-03.xlsx"),
        choice="deduction_on",
        option="unit",
        people=2,
        what=Text("giả định deduction_on = unit", "the assumption deduction_on = unit"),
    )
    assert found(sheet, "X06", after=True) == (expected,)


def test_what_the_office_decided_is_no_assumption() -> None:
    tasks = (task(failures=Decimal(1), assigned=Decimal(2), finished=Decimal(2)),)
    rules = rule_set({"deduction_on": "line"})
    assert found(submission(tasks=tasks), "X06", rules=rules, after=True) == ()


def test_a_rule_read_at_second_hand_is_told_for_its_document() -> None:
    second = Basis(Authority.LAW, "NĐ 233/2026/NĐ-CP", "Điều 9", read_as="S")
    (finding,) = found(submission(), "X06", rules=rule_set(chosen_by=(second,)), after=True)
    assert finding.said() == (
        "Kết quả của 1 người dựa trên NĐ 233/2026/NĐ-CP, mới đọc qua nguồn thứ cấp, "
        "chưa đối chiếu với nguyên văn."
    )


def judged(error: Exception) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    def rules_of(_: str) -> RuleSet:
        raise error

    sheet = submission(officers=(officer(AN), officer(BINH)))
    return run_after(sheet, assess(sheet, rules_of), rules_of)


def test_a_gap_in_the_rules_is_told_once_with_everybody_in_it() -> None:
    gap = Text("Chưa có quy định cho kỳ này.", "There is no rule for the period.")
    findings, _ = judged(NoRuleInForce(gap))
    assert findings == (NoRules(at=NAME, people=(AN, BINH), why=gap),)


def test_who_the_office_left_out_is_not_rated() -> None:
    why = Text("cơ quan quyết định không áp dụng", "the office decided otherwise")
    decided = Basis(Authority.LOCAL, "QĐ 12/QĐ-UBND", "", "hop_dong_rule", "none")
    findings, _ = judged(NotCovered(why, decided))
    assert [(each.code, each.said()) for each in findings] == [
        ("X04", "Nguyễn Văn An chưa xếp loại: cơ quan quyết định không áp dụng."),
        ("X04", "Trần Thị Bình chưa xếp loại: cơ quan quyết định không áp dụng."),
    ]


def test_a_result_in_order_is_met_with_silence() -> None:
    done = task(category=Category.PLANNED)
    findings, _ = run_after(
        sheet := submission(tasks=(done,)),
        assess(sheet, lambda _: rule_set()),
        lambda _: rule_set(),
    )
    assert findings == ()


HEAD = officer(BINH, post=Post.HEAD_OF_UNIT, at=row(3, "Danh sách", ("name",)))


def led_by_binh(d: str, points: int) -> Submission:
    """Bình heads An's unit; An has `points` of the common criteria and nothing finished."""
    return submission(
        officers=(officer(AN), HEAD),
        tasks=(task(AN, finished=Decimal(0)), task(BINH, 3)),
        common=(common(Decimal(points), AN), common(Decimal(28), BINH)),
        leader_parts=(leader_parts(Decimal(d)),),
    )


def test_another_part_d_than_the_recomputed_one() -> None:
    (finding,) = found(led_by_binh("1", 20), "C13", after=True)
    assert finding == OtherPartD(
        at=CellRef(FILE, "Tiêu chí chung", 3, 3),
        officer=BINH,
        stated=Fraction(100),
        computed=Fraction(50),
    )
    assert finding.said() == "Trần Thị Bình: bảng ghi d = 100 %, tính lại được 50 %."


def test_the_same_part_d_and_one_taken_from_the_sheet_are_met_with_silence() -> None:
    from_sheet = rule_set({"leader_d": "from_sheet"})
    assert found(led_by_binh("0.5", 20), "C13", after=True) == ()
    assert found(led_by_binh("1", 20), "C13", after=True, rules=from_sheet) == ()


def test_without_a_stated_part_d_nothing_is_compared() -> None:
    assert not_run(submission(), after=True)["C13"] == (
        "không bảng nào ghi thành phần d để so sánh"
    )
