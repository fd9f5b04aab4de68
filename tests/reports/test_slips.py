"""The slip of one person: the rows of Mẫu số 01, sums that live, nothing unknown turned into 0."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tests.factories import marks
from tests.reports import offices

from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.office import Office
from cadre_cli.domain.report import (
    Call,
    Cell,
    Computed,
    Down,
    Function,
    Line,
    Ref,
    Report,
    SideBySide,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds.slips import REPORT
from cadre_cli.reports.parts.provenance import Made

CUC = "Phạm Thị Cúc"
KEY = f"slip:{CUC}"


def given(outcome: Outcome) -> Given:
    return Given(outcome, offices.rules(), Made("0.1.0", offices.AS_OF))


def slips(*common: CommonMarks, office: Office = offices.HOA_QUY) -> Report:
    """The slips with these marks of Phạm Thị Cúc in place of her own, scored as before."""
    outcome = offices.outcome(office)
    others = tuple(each for each in outcome.common if each.who.officer != CUC) if common else ()
    return REPORT.build(given(replace(outcome, common=(*others, *common) or outcome.common)))


def cell(report: Report, row: str, column: str) -> Cell:
    return dict(report.cells())[Ref(KEY, row, column)]


def test_groups_are_sums_of_their_rows_and_the_total_of_the_groups_alone() -> None:
    report = slips()
    down = Down(KEY, "II.1", "II.4", "superior")
    assert cell(report, "II", "superior") == Computed(Fraction(10), Call(Function.SUM, (down,)))
    refs = tuple(Ref(KEY, code, "superior") for code in ("I", "II", "III"))
    assert cell(report, "total", "superior") == Computed(Fraction(27), Call(Function.SUM, refs))
    assert cell(report, "total", "maximum") == Computed(
        Fraction(30),
        Call(Function.SUM, tuple(Ref(KEY, code, "maximum") for code in ("I", "II", "III"))),
    )


def test_section_ii_follows_from_section_i_and_adds_up() -> None:
    report = slips()
    assert cell(report, "common", "points") == Computed(Fraction(27), Ref(KEY, "total", "superior"))
    total = cell(report, "sum", "points")
    assert isinstance(total, Computed)
    assert total.formula == Call(
        Function.SUM, (Ref(KEY, "common", "points"), Ref(KEY, "points", "points"))
    )
    assert dict(report.cells())[Ref("slips", f"person:{CUC}", "total")] == Computed(
        total.value, Ref(KEY, "sum", "points")
    )


def test_a_criterion_without_points_leaves_its_sums_blank() -> None:
    report = slips(
        marks({"I.1": Decimal(5), "I.2": None, "II": Decimal(8), "III": Decimal(9)}, CUC)
    )
    shown = {row: cell(report, row, "superior") for row in ("I.1", "I.2", "I", "II", "total")}
    assert shown == {"I.1": Decimal(5), "I.2": None, "I": None, "II": Decimal(8), "total": None}


def test_two_different_points_for_one_criterion_are_nobody_s() -> None:
    report = slips(marks({"I.1": Decimal(5)}, CUC), marks({"I.1": Decimal(4)}, CUC))
    assert cell(report, "I.1", "superior") is None


def test_a_self_score_alone_has_its_column_and_makes_no_common_points() -> None:
    report = slips(marks({"I.1": Decimal(5), "I.2": Decimal(4)}, CUC, scorer=0))
    assert Ref(KEY, "I.1", "superior") not in dict(report.cells())
    assert cell(report, "I.1", "own") == Decimal(5)
    # The score was made from other marks here: its number stands without a formula.
    assert cell(report, "common", "points") == Fraction(27)


def test_of_several_superiors_the_highest_is_shown_beside_the_person() -> None:
    report = slips(
        marks({"I.1": Decimal(5)}, CUC, scorer=0),
        marks({"I.1": Decimal(4)}, CUC, scorer=1),
        marks({"I.1": Decimal(3)}, CUC, scorer=2),
    )
    assert cell(report, "I.1", "own") == Decimal(5)
    assert cell(report, "I.1", "superior") == Decimal(3)


def test_criteria_of_the_office_s_own_take_the_place_of_the_form_s() -> None:
    own = {"Chấp hành kỷ luật": Decimal(9), "Tinh thần =1+1": Decimal(8)}
    report = slips(marks(own, CUC))
    rows = [
        (ref.row, value)
        for ref, value in report.cells()
        if ref.section == KEY and ref.column == "text"
    ]
    assert [text for _, text in rows[:3]] == ["Chấp hành kỷ luật", "Tinh thần =1+1", "Tổng cộng"]
    assert cell(report, "total", "superior") == Computed(
        Fraction(17), Call(Function.SUM, (Ref(KEY, "1", "superior"), Ref(KEY, "2", "superior")))
    )


def test_the_form_prints_the_state_s_head_in_a_party_body_too() -> None:
    party = Office("Đảng ủy xã Hóa Quỳ", "Tỉnh ủy Thanh Hóa", letterhead="party")
    section = next(each for each in slips(office=party).sections if each.key == KEY)
    head = next(block for block in section.blocks if isinstance(block, SideBySide))
    assert head.columns[1][0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_who_is_rated_above_has_a_line_in_the_list_and_no_slip() -> None:
    report = slips()
    keys = {section.key for section in report.sections}
    assert "slip:Lê Quang Vinh" not in keys
    told = dict(report.cells())[Ref("slips", "person:Lê Quang Vinh", "grade")]
    assert told == "không lập phiếu: do cấp trên đánh giá"


def test_a_workbook_of_one_person_says_nothing_of_anybody_else() -> None:
    assert REPORT.each is not None
    made = dict(REPORT.each(given(offices.outcome())))
    assert list(made)[:3] == ["001-tran-thi-binh", "002-nguyen-van-an", "003-pham-thi-cuc"]
    report = made["003-pham-thi-cuc"]
    words = {
        line.text
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Line)
        for line in (block,)
    } | {str(value) for _, value in report.cells()}
    names = {result.officer.name for result in offices.outcome().results} - {CUC}
    assert not [name for name in names if any(name in text for text in words)]
    assert any(CUC in text for text in words)
