"""The differential run of readers: it counts, it explains, and it tells a difference."""

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from tests.workbook.copies import office_month
from tools.compare_readers import EXPLAINED, Difference, compare, differences

from cadre_cli.domain.grid import NoValue

PLACE = ("Giao việc", 1, 2)


def typed_in_a_merge(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Giao việc")
        page.merge_range("A1:B1", "UBND xã")
        page.write("B1", 2)


def test_a_folder_of_odd_workbooks_is_read_alike_or_explained(tmp_path: Path) -> None:
    typed_in_a_merge(tmp_path / "go-trong-o-gop.xlsx")
    (tmp_path / "thang-03.xlsx").write_bytes(office_month())
    (tmp_path / "hong.xlsx").write_bytes(office_month()[:900])
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "thang-04.csv").write_text("STT;Họ tên\n1;An\n", encoding="utf-8")
    with xlsxwriter.Workbook(tmp_path / "rong.xlsx") as book:
        book.add_worksheet("Trống")

    counted, problems = compare(tmp_path)

    assert problems == []
    assert counted["files"] == 5
    assert counted["compared"] == 3
    assert counted[EXPLAINED[0].why] == 1


def test_a_value_inside_a_merge_is_a_difference_until_it_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    typed_in_a_merge(path)
    (found,) = differences(path.read_bytes(), path.name) or []
    assert found.ours == (Decimal(2), None)
    assert found.theirs is None
    assert found.covered


@pytest.mark.parametrize(
    "difference",
    [
        Difference(PLACE, None, (Decimal(1), None)),
        Difference(PLACE, (Decimal(1), None), None),
        Difference(PLACE, (Decimal(1), None), (Decimal(2), None)),
        Difference(PLACE, (NoValue.NO_STORED_VALUE, "A1"), (Decimal(0), "A1")),
        Difference(PLACE, ("Hòa", None), ("Hoà", None)),
        Difference(PLACE, (Decimal(1), "A1"), (Decimal(1), "A2")),
    ],
)
def test_a_lost_or_changed_value_is_never_explained(difference: Difference) -> None:
    assert not any(known.holds(difference) for known in EXPLAINED)
