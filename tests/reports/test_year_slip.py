"""Mẫu số 02: twelve rows and their mean, boxes that nobody ticks for the authority."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tests.conftest import Golden
from tests.reports import offices
from tests.reports.plain import plain

from cadre_cli.domain.report import Call, Cell, Computed, Down, Function, Properties, Ref, Report
from cadre_cli.reports.parts.year_slip import YearSlip, year_slip

GOLDEN = Path(__file__).parent / "golden"
CUC = YearSlip(
    "year:1",
    "Phạm Thị Cúc",
    2026,
    "Công chức Văn phòng - Thống kê",
    "Văn phòng HĐND và UBND",
    months={1: Fraction(80), 2: None, 3: Fraction(85), 4: Fraction(90)},
    notes={2: "nghỉ ốm cả tháng"},
    mean=Fraction(85),
    grades=("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ"),
    form="Mẫu số 02, NĐ 335/2025/NĐ-CP",
)


def report(slip: YearSlip) -> Report:
    said = Properties("Phiếu xếp loại", "UBND xã Hóa Quỳ", offices.AS_OF)
    return Report("2026.phieu-02", said, (year_slip(slip, offices.HOA_QUY),))


def mean(slip: YearSlip) -> Cell:
    return dict(report(slip).cells())[Ref("year:1", "mean", "total")]


def test_the_whole_form(golden: Golden) -> None:
    golden(GOLDEN / "year-slip.txt", plain(report(CUC)))


def test_the_mean_is_live_and_a_month_without_points_is_blank_not_0() -> None:
    down = Down("year:1", "month:1", "month:12", "total")
    assert mean(CUC) == Computed(Fraction(85), Call(Function.AVERAGE, (down,)))
    assert dict(report(CUC).cells())[Ref("year:1", "month:2", "total")] is None


def test_a_mean_that_is_not_of_these_months_stands_as_the_number_it_is() -> None:
    assert mean(replace(CUC, mean=Fraction(64))) == Fraction(64)
    assert mean(replace(CUC, months={}, mean=None)) is None
