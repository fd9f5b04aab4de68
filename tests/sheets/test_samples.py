"""Real workbooks, where they are at hand: `CADRE_SAMPLES` names their folder."""

import os
from pathlib import Path

import pytest
from tests.sheets.people import only

from cadre_cli.domain.grid import Workbook
from cadre_cli.domain.tasks import CatalogueItem
from cadre_cli.sheets.kinds import KINDS, catalogue
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut
from cadre_cli.workbook.read import read

SAMPLES = os.environ.get("CADRE_SAMPLES", "")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="CADRE_SAMPLES names no folder")


def book(name: str) -> Workbook:
    path = Path(SAMPLES) / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    workbook, _ = read(path.read_bytes(), name)
    assert workbook is not None
    return workbook


def test_an_official_catalogue_is_read_to_the_last_line() -> None:
    first, *others = (
        recognise(grid, KINDS) for grid in book("01_xa_danhmuc_congviec_QD283.xlsx").grids
    )
    assert isinstance(first, LeftOut)
    assert "tiêu chí" in first.why.vi
    items: list[CatalogueItem] = []
    tables = [only(found) for found in others]
    for table in tables:
        parsed = catalogue.parse(table)
        assert (table.kind, table.findings, parsed.findings) == ("catalogue", (), ())
        items += parsed.records.catalogue
    assert [len(table.rows) for table in tables] == [18, 62, 291]
    assert len({item.code for item in items}) == 371
    assert all(item.points is not None and item.coefficient is not None for item in items)


def test_a_form_with_a_blank_month_is_left_out() -> None:
    grids = [grid for grid in book("07_tonghop_phanloai_THANG.xlsx").grids if grid.rows]
    assert all(isinstance(recognise(grid, KINDS), LeftOut) for grid in grids)


def test_lists_of_codes_examples_and_prefilled_formulas_are_no_data() -> None:
    for grid in book("15_mau_tdkt_cot_an.xlsx").grids:
        found = recognise(grid, KINDS)
        assert isinstance(found, LeftOut) or only(found).rows == ()


def test_a_roster_without_numbering_is_read_whole() -> None:
    grids = book("05_xlsx_dat_ten_xls_ngaythang_lon_xon.xls").grids
    found = [recognise(grid, KINDS) for grid in grids]
    roster = only(found[0])
    assert (roster.kind, roster.heading_rows) == ("roster", (4,))
    assert len(roster.rows) > 260
    assert [type(one) for one in found[1:]] == [LeftOut, LeftOut]


def test_a_table_below_statistics_is_found() -> None:
    (grid,) = book("25_xuat_giaoviec.xlsx").grids
    found = only(recognise(grid, KINDS))
    assert (found.kind, found.heading_rows, len(found.rows)) == ("tasks", (14,), 2)


def test_attendance_and_insurance_annexes_are_none_of_ours() -> None:
    for name in ("09_chamcong_lamthemgio_thang.xlsx", "16_bhxh_phuluc_baocao_thang.xlsx"):
        assert all(isinstance(recognise(grid, KINDS), LeftOut) for grid in book(name).grids)
