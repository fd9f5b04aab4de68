"""A year's summary with columns for each month."""

import pytest
from tests.grids import grid
from tests.sheets.people import said

from cadre_cli.domain.periods import Period
from cadre_cli.domain.stated import Stated
from cadre_cli.sheets.kinds import KINDS, stated
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut, Table

TITLE = "TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI NĂM 2026\n\n"


def tables(markdown: str, sheet: str = "Sheet1") -> tuple[Table, ...]:
    found = recognise(grid(markdown, sheet=sheet), KINDS)
    assert not isinstance(found, LeftOut), found
    return found


def left_out(markdown: str) -> str:
    found = recognise(grid(markdown), KINDS)
    assert isinstance(found, LeftOut), found
    return found.why.vi


def told(found: tuple[Table, ...]) -> list[tuple[str | None, str, str | None, str | None]]:
    """Period, name, total and class of everything stated."""
    everything: list[tuple[Table, Stated]] = [
        (one, each) for one in found for each in stated.parse(one).records.stated
    ]
    return [
        (
            None if one.period is None else str(one.period),
            each.who.name,
            None if each.total is None else str(each.total),
            each.grade,
        )
        for one, each in everything
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "| STT | Họ và tên | T01 | T02 | T03 |",
        "| STT | Họ và tên | T1 | T2 | T3 |",
        "| STT | Họ và tên | Tháng 1 | Tháng 2 | Tháng 3 |",
        "| STT | Họ và tên | Tháng 1/2026 | Tháng 2/2026 | Tháng 3/2026 |",
        (
            "| STT | Họ và tên | Điểm các tháng | < | < |\n"
            "| ^ | ^ | 1 | 2 | 3 |"
        ),
    ],
)  # fmt: skip
def test_each_total_belongs_to_the_month_of_its_column(heading: str) -> None:
    found = tables(f"{TITLE}{heading}\n| 1 | Lê Văn An | 71 | 80.5 | |\n| 2 | Vũ Bình | 90 | | |")
    assert told(found) == [
        ("2026-01", "Lê Văn An", "71", None),
        ("2026-01", "Vũ Bình", "90", None),
        ("2026-02", "Lê Văn An", "80.5", None),
    ]
    assert [said(one) for one in found] == [[], []]


@pytest.mark.parametrize(
    "heading",
    [
        (
            "| STT | Họ và tên | Tháng 1 | < | Tháng 2 | < | Tháng 3 | < |\n"
            "| ^ | ^ | Điểm | Xếp loại | Điểm | Xếp loại | Điểm | Xếp loại |\n"
            "| 1 | Lê Văn An | 71 | HTT | 90 | HTXS | | |"
        ),
        (
            "| STT | Họ và tên | Điểm | < | < | Xếp loại | < | < |\n"
            "| ^ | ^ | T1 | T2 | T3 | T1 | T2 | T3 |\n"
            "| 1 | Lê Văn An | 71 | 90 | | HTT | HTXS | |"
        ),
        (  # no numbers, nothing merged
            "| Họ và tên | Tháng 1 | | Tháng 2 | | Tháng 3 | |\n"
            "| | Điểm | Xếp loại | Điểm | Xếp loại | Điểm | Xếp loại |\n"
            "| Lê Văn An | 71 | HTT | 90 | HTXS | | |"
        ),
        (
            "| STT | Họ và tên | Tháng 1 | Tháng 2 | Tháng 3 |\n"
            "| 1 | Lê Văn An | HTTNV (71 điểm) | HTXSNV\\n90 điểm | |"
        ),
    ],
)  # fmt: skip
def test_points_and_classes_of_a_month_go_together(heading: str) -> None:
    assert told(tables(TITLE + heading)) == [
        ("2026-01", "Lê Văn An", "71", "HTT"),
        ("2026-02", "Lê Văn An", "90", "HTXS"),
    ]


def test_what_is_about_the_whole_year_is_about_no_month() -> None:
    months = " | ".join(f"T{month:02d}" for month in range(1, 13))
    filled = " | ".join(["80"] * 12)
    found = tables(
        f"{TITLE}| STT | Họ và tên | Đơn vị | {months} | TB năm | Xếp loại năm | Ghi chú |\n"
        f"| 1 | Lê Văn An | Văn phòng | {filled} | 80 | HTT | nghỉ thai sản từ tháng 9 |\n"
        f"| | Trung bình | | {filled} | 80 | | |"
    )
    assert [row.number for row in found[0].rows] == [4]
    assert [len(one.rows) for one in found] == [1] * 12
    assert [one.period for one in found] == [Period.of(2026, month) for month in range(1, 13)]
    parsed = [stated.parse(one) for one in found]
    assert all(one.records.events == () and one.findings == () for one in parsed)
    assert {each.who.unit for one in parsed for each in one.records.stated} == {"Văn phòng"}


def test_without_a_year_the_month_is_kept_for_the_file_to_say() -> None:
    [first, *_] = tables(
        "XẾP LOẠI CÁC THÁNG\n\n| STT | Họ và tên | T1 | T2 | T3 |\n| 1 | Lê Văn An | A | B | A |"
    )
    assert (first.period, first.month) == (None, 1)


@pytest.mark.parametrize(
    "sheet",
    [
        # a school year, whose second half is another year
        "XẾP LOẠI NĂM 2026\n\n| STT | Họ và tên | T9 | T10 | T11 | T1 | T2 |\n| 1 | An Bình | A | B | A | A | A |",
        # months of something else
        "TIỀN LƯƠNG NĂM 2026\n\n| STT | Họ và tên | T1 | T2 | T3 |\n| 1 | An Bình | 500 | 500 | 600 |",
    ],
)  # fmt: skip
def test_months_that_are_not_surely_ours_are_left_out_with_the_reason(sheet: str) -> None:
    assert left_out(sheet).startswith("mỗi tháng một cột")


@pytest.mark.parametrize(
    "days",
    [["T2", "T3", "T4", "T5", "T6", "T7", "CN"], [str(day) for day in range(1, 32)]],
)
def test_days_of_a_week_or_a_month_are_no_months(days: list[str]) -> None:
    parents = " | ".join(["Ngày trong tháng", *["<"] * (len(days) - 1)])
    marks = " | ".join("A" for _ in days)
    found = left_out(
        f"KẾT QUẢ THEO DÕI THÁNG 3 NĂM 2026\n\n| STT | Họ và tên | {parents} |\n"
        f"| ^ | ^ | {' | '.join(days)} |\n| 1 | Lê Văn An | {marks} |"
    )
    assert found.startswith("không thấy")
