"""`cadre score --write-back`: the office's own columns filled, in a copy that is theirs otherwise."""

import hashlib
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from tests import libreoffice, offices
from tests.running import cadre
from tests.workbook.copies import changed, content, faults

from cadre_cli.domain.grid import CellEdit
from cadre_cli.workbook.patch import Patched, patch

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("**/thang-*.xlsx"))
HEADINGS: list[offices.Cell] = [
    "STT", "Họ và tên", "Điểm tiêu chí chung (30đ)", "Điểm kết quả (70đ)", "Tổng điểm (100đ)",
    "Xếp loại", "Ghi chú",
]  # fmt: skip
TITLE: offices.Sheet = [["TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI THÁNG 3 NĂM 2026"], HEADINGS]
AN, BINH, CA = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cả"


def summary(*rows: list[offices.Cell]) -> offices.Sheet:
    return [*TITLE, *rows]


def month(folder: Path, *rows: list[offices.Cell], **sheets: offices.Sheet) -> Path:
    path = folder / "2026" / "thang-03.xlsx"
    return offices.month(path, Tổng_hợp=summary(*rows), **sheets)


def copy_of(path: Path) -> Path:
    return path.parent / "ket-qua" / "thang-03.da-dien.xlsx"


def row(path: Path, name: str, sheet: str = "Tổng hợp") -> list[object]:
    """What a row of the summary shows, from the third column on."""
    for cells in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True):
        if name in cells:
            return list(cells[2:])
    raise AssertionError(name)


def test_blank_cells_get_parts_total_and_class_as_the_column_spells_it(tmp_path: Path) -> None:
    path = month(tmp_path, [1, BINH, 30, 70, 100, "HTXS"], [2, AN])
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:4] == [27, 43.96, 70.96, "HTT"]
    assert row(copy_of(path), BINH)[:4] == [30, 70, 100, "HTXS"]
    assert "Tổng hợp › Nguyễn Văn An: C4 27; D4 43,96; E4 70,96; F4 HTT" in done.stderr
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_summary_whose_title_leaves_the_month_blank_is_filled_like_any_other(
    tmp_path: Path,
) -> None:
    """The names stand there and wait for their results: that is no form."""
    title, *table = summary([1, AN])
    blank = [str(title[0]).replace("THÁNG 3", "THÁNG ……")]
    path = offices.month(tmp_path / "2026" / "thang-03.xlsx", Tổng_hợp=[blank, *table])
    done = cadre("score", path, "--write-back")
    assert "B18 GHI CHÚ" in done.stdout + done.stderr
    assert row(copy_of(path), AN)[2:4] == [70.96, "Hoàn thành tốt nhiệm vụ"]


def test_the_number_format_of_a_cell_rounds_and_the_exact_number_is_stored(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    book = openpyxl.load_workbook(path)
    book["Tổng hợp"]["E3"].number_format = "0.0"
    book.save(path)
    cadre("score", path, "--write-back")
    cell = openpyxl.load_workbook(copy_of(path))["Tổng hợp"]["E3"]
    assert (cell.value, cell.number_format) == (70.9583333333, "0.0")


def test_the_filled_copy_has_nothing_to_complain_of_and_nothing_to_fill(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN], [2, BINH], [3, CA])
    cadre("score", path, "--write-back")
    again = cadre("score", copy_of(path), "--write-back", "--out", tmp_path / "x")
    assert "C11" not in again.stdout + again.stderr
    assert "C12" not in again.stdout + again.stderr
    assert "không có ô nào cần điền" in again.stderr
    assert not list((tmp_path / "x").glob("*.da-dien.xlsx"))


def test_what_the_office_wrote_otherwise_stays_until_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN, 27, 43.96, 72, "Hoàn thành nhiệm vụ"])
    done = cadre("score", path, "--write-back")
    assert "không có ô nào cần điền" in done.stderr
    assert "cơ quan đã ghi khác (72, tính lại 70,96)" in done.stderr
    assert not copy_of(path).exists()
    done = cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), AN)[:4] == [27, 43.96, 70.96, "Hoàn thành tốt nhiệm vụ"]
    assert "E3 72 → 70,96; F3 Hoàn thành nhiệm vụ → Hoàn thành tốt nhiệm vụ" in done.stderr


def test_replace_alone_is_wrong_usage(tmp_path: Path) -> None:
    assert cadre("score", month(tmp_path, [1, AN]), "--replace").exit_code == 2


def test_a_formula_of_the_office_is_never_written_over(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    book = openpyxl.load_workbook(path)
    book["Tổng hợp"]["E3"] = "=C3+D3"
    book.save(path)
    done = cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), AN)[:4] == [27, 43.96, "=C3+D3", "Hoàn thành tốt nhiệm vụ"]
    assert "ô là công thức của cơ quan" in done.stderr
    assert openpyxl.load_workbook(copy_of(path)).calculation.fullCalcOnLoad


def test_who_has_no_result_keeps_the_cells_as_they_are(tmp_path: Path) -> None:
    unfinished = [offices.task("Họp", BINH, 1, 1, 1, **{"Người đánh giá": None})]
    tasks = offices.tasks_sheet([*offices.TASKS, *unfinished])
    path = month(tmp_path, [1, AN], [2, BINH, None, None, None, "chờ"], Giao_việc=tasks)
    done = cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), BINH)[:4] == [None, None, None, "chờ"]
    assert "chưa có kết quả: chưa đủ dữ liệu" in done.stderr


def test_words_that_are_no_class_and_no_points_are_never_replaced(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN, None, None, "đang xem", "Không xếp loại"])
    cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), AN)[:4] == [27, 43.96, "đang xem", "Không xếp loại"]


def test_a_row_that_fits_nobody_and_a_person_with_two_rows_are_left(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN], [2, AN], [3, "Nguyễn Văn Ăn"], [4, BINH])
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:4] == [None] * 4
    assert row(copy_of(path), BINH)[:4] == [30, 70, 100, "Hoàn thành xuất sắc nhiệm vụ"]
    assert "người này có nhiều dòng" in done.stderr


def test_a_column_of_another_scale_is_left(tmp_path: Path) -> None:
    headings = [*HEADINGS[:3], "Điểm kết quả (60đ)", *HEADINGS[4:]]
    path = offices.month(
        tmp_path / "2026" / "thang-03.xlsx", Tổng_hợp=[TITLE[0], headings, [1, AN]]
    )
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:4] == [27, None, 70.96, "Hoàn thành tốt nhiệm vụ"]
    assert "cột ghi theo thang điểm khác" in done.stderr


def parts_month(folder: Path, headings: list[offices.Cell], *rows: list[offices.Cell]) -> Path:
    sheet = [TITLE[0], ["STT", "Họ và tên", *headings, *HEADINGS[4:6]], *rows]
    return offices.month(folder / "2026" / "thang-03.xlsx", Tổng_hợp=sheet)


def test_parts_are_filled_as_per_cents_where_the_heading_says_so(tmp_path: Path) -> None:
    headings = [f"{part} (%)" for part in ("a", "b", "c", "d", "đ", "e")]
    path = parts_month(tmp_path, ["Kết quả thực hiện nhiệm vụ (%)", *headings], [1, AN], [2, CA])
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:7] == [62.8, 64.29, 63.39, 60.71, None, None, None]
    assert row(copy_of(path), CA)[:7] == [100] * 7
    assert "D3 64,29;" in done.stderr
    again = cadre("score", copy_of(path), "--write-back", "--out", tmp_path / "x")
    assert "không có ô nào cần điền" in again.stderr
    assert "B14" not in again.stderr


def test_a_part_follows_the_format_of_its_cell_and_the_rows_above(tmp_path: Path) -> None:
    path = parts_month(
        tmp_path, ["a", "Chất lượng (b)", "c"], [1, AN], [2, BINH, None, 1], [3, CA, None, 0.9]
    )
    book = openpyxl.load_workbook(path)
    book["Tổng hợp"]["C3"].number_format = "0.0%"
    book.save(path)
    done = cadre("score", path, "--write-back")
    filled = openpyxl.load_workbook(copy_of(path))["Tổng hợp"]
    assert [filled[cell].value for cell in ("C3", "D3", "E3")] == [0.6428571429, 0.6339, None]
    assert "C3 64,29%; D3 0,6339;" in done.stderr
    assert "không rõ cột ghi tỷ lệ hay điểm" in done.stderr
    assert "E3" in done.stderr


def test_points_in_words_are_told_as_they_are_scored(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN, "27/30"], [2, BINH, "25 / 30", "69đ", "một trăm"])
    done = cadre("score", path, "--write-back")
    kept = [line for line in done.stderr.splitlines() if line.startswith("Giữ nguyên")]
    start = "Giữ nguyên 1 ô của cột "
    end = "; muốn thay trong bản sao thì thêm --replace."
    assert sorted(line.removeprefix(start).removesuffix(end) for line in kept) == [
        "“Tổng điểm (100đ)” (Tổng hợp: E4): ô đang ghi chữ, không phải điểm.",
        "“Điểm kết quả (70đ)” (Tổng hợp: D4): cơ quan đã ghi khác (69đ, tính lại 70)",
        "“Điểm tiêu chí chung (30đ)” (Tổng hợp: C4): cơ quan đã ghi khác (25 / 30, tính lại 30)",
    ]


def test_the_sum_of_the_parts_is_no_total(tmp_path: Path) -> None:
    sheet = [
        TITLE[0],
        ["STT", "Họ và tên", "Kết quả thực hiện nhiệm vụ", None, None, *HEADINGS[4:6]],
        [None, None, "a (%)", "b (%)", "Cộng (%)"],
        [1, AN],
        [2, BINH, None, None, 100, 90],
    ]
    path = offices.month(tmp_path / "2026" / "thang-03.xlsx", Tổng_hợp=sheet)
    book = openpyxl.load_workbook(path)
    book["Tổng hợp"].merge_cells("C2:E2")
    book.save(path)
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:4] == [64.29, 63.39, 62.8, 70.96]
    assert "cơ quan đã ghi khác (90, tính lại 100)" in done.stderr
    assert "có nhiều cột giống nhau" not in done.stderr


def test_the_share_of_each_task_follows_its_quantities(tmp_path: Path) -> None:
    half = offices.task("Tổng hợp", BINH, 8, 1, 6)
    tasks = [[*line, None] for line in (offices.TASKS[0], half)]
    tasks[0][-1] = 80
    sheet = [*offices.tasks_sheet([])[:3], [*offices.HEADINGS, "Tỷ lệ hoàn thành (%)"], *tasks]
    path = offices.month(tmp_path / "2026" / "thang-03.xlsx", Giao_việc=sheet)
    done = cadre("score", path, "--write-back")
    column = [row[-1] for row in openpyxl.load_workbook(copy_of(path))["Giao việc"].values]
    assert column[-2:] == [80, 75]
    assert "Giao việc › Trần Thị Bình: P6 75\n" in done.stderr
    assert "cơ quan đã ghi khác (80, tính lại 100)" in done.stderr


def test_a_part_that_the_office_wrote_otherwise_stays(tmp_path: Path) -> None:
    path = parts_month(tmp_path, ["a (%)", "b (%)"], [1, AN, 70, "63,39%"])
    done = cadre("score", path, "--write-back")
    assert "cơ quan đã ghi khác (70, tính lại 64,29)" in done.stderr
    cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), AN)[:2] == [64.29, "63,39%"]


def test_beside_ones_alone_a_part_is_left_and_the_reason_told(tmp_path: Path) -> None:
    path = parts_month(tmp_path, ["a (%)", "b (%)"], [1, AN], [2, BINH, 1, 85], [3, CA, 1, 0.5])
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:2] == [None, 63.39]
    assert "D3 63,39" in done.stderr
    why = "cột mới chỉ ghi số 1, không rõ là 1% hay 100%: ghi kèm dấu % hoặc để ô ở định dạng %"
    assert f"“a (%)” (Tổng hợp: C4, C5, C3): {why}." in done.stderr


def test_a_sum_of_criteria_is_filled_and_a_scorers_is_not(tmp_path: Path) -> None:
    marks: list[offices.Cell] = [9, 9, 9]
    sheet: offices.Sheet = [
        ["ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026"],
        ["STT", "Họ và tên", "Nhóm I (10đ)", "Nhóm II (10đ)", "Nhóm III (10đ)", "Tổng cộng (30đ)"],
        [1, AN, *marks],
        [2, BINH, 10, 10, 10, 29],
    ]
    path = offices.month(tmp_path / "2026" / "thang-03.xlsx", Tiêu_chí_chung=sheet)
    cadre("score", path, "--write-back")
    assert row(copy_of(path), AN, "Tiêu chí chung")[3] == 27
    assert row(copy_of(path), BINH, "Tiêu chí chung")[3] == 29


YEAR: offices.Sheet = [
    ["TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ NĂM 2026"],
    ["STT", "Họ và tên", "T1", "T2", "T3", "T4", "Trung bình", "Xếp loại năm"],
]


@pytest.mark.parametrize("february", [None, 77])
def test_a_years_summary_gets_the_column_of_the_month(
    tmp_path: Path, february: offices.Cell
) -> None:
    folder = tmp_path / "2026"
    path = offices.month(folder / "thang-03.xlsx")
    rows: offices.Sheet = [[1, AN, None, february], [2, BINH, None, None, 99]]
    offices.workbook(folder / "nam.xlsx", {"Cả năm": [*YEAR, *rows]})
    done = cadre("score", folder, "--write-back", "--out", tmp_path)
    copy = tmp_path / "nam.da-dien.xlsx"
    assert row(copy, AN, "Cả năm") == [None, february, 70.96, None, None, None]
    assert row(copy, BINH, "Cả năm")[2] == 99
    assert "cơ quan đã ghi khác (99, tính lại 100)" in done.stderr
    assert "cột về cả năm, không của riêng kỳ nào" in done.stderr
    assert "“Trung bình”, “Xếp loại năm”" in done.stderr
    assert path.is_file()


def test_a_blank_column_of_the_month_is_no_source_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    offices.month(folder / "thang-03.xlsx")
    offices.workbook(folder / "nam.xlsx", {"Cả năm": [*YEAR, [1, AN]]})
    (outcome,) = json.loads(cadre("score", folder, "--json", "--dry-run").stdout)["outcomes"]
    assert [each["file"] for each in outcome["sources"]] == ["thang-03.xlsx"]
    done = cadre("score", folder, "--write-back", "--out", tmp_path)
    assert row(tmp_path / "nam.da-dien.xlsx", AN, "Cả năm")[2] == 70.96
    assert "T3" not in done.stdout


def test_an_x_goes_into_the_column_of_the_class(tmp_path: Path) -> None:
    classes = ["HTXS", "HTT", "HT", "KHT"]
    sheet: offices.Sheet = [
        ["TỔNG HỢP PHÂN LOẠI THÁNG 3 NĂM 2026"],
        ["STT", "Họ và tên", *[f"Loại {letter}" for letter in "ABCD"]],
        [1, AN],
        [2, BINH, None, "x"],
    ]
    path = offices.month(tmp_path / "2026" / "thang-03.xlsx", Phân_loại=sheet)
    cadre("score", path, "--write-back")
    assert row(copy_of(path), AN, "Phân loại")[: len(classes)] == [None, "x", None, None]
    assert row(copy_of(path), BINH, "Phân loại")[: len(classes)] == [None, "x", None, None]
    cadre("score", path, "--write-back", "--replace")
    assert row(copy_of(path), BINH, "Phân loại")[: len(classes)] == ["x", None, None, None]


def test_a_dry_run_lists_the_cells_and_writes_nothing(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    done = cadre("score", path, "--write-back", "--dry-run")
    assert "E3 70,96" in done.stderr
    assert "thang-03.da-dien.xlsx" in done.stderr
    assert not copy_of(path).parent.exists()


def test_json_stays_alone_on_standard_output(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    done = cadre("score", path, "--write-back", "--json")
    assert done.stdout == cadre("score", path, "--json").stdout
    assert copy_of(path).is_file()


def test_a_folder_is_searched_without_filled_copies_and_two_runs_are_one(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    cadre("score", path, "--write-back")
    first = copy_of(path).read_bytes()
    copy_of(path).rename(path.with_name("thang-03.da-dien.xlsx"))
    done = cadre("score", tmp_path, "--write-back")
    assert done.stderr.count("Điền 4 ô") == 1
    assert (tmp_path / "2026" / "ket-qua").is_dir()
    assert next(tmp_path.rglob("ket-qua/*.da-dien.xlsx")).read_bytes() == first


def test_the_marks_of_a_check_are_not_handed_in(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    cadre("check", path, "--annotate")
    marked = path.parent / "ket-qua" / "thang-03.danh-dau.xlsx"
    cadre("score", marked, "--write-back", "--out", tmp_path / "x")
    cadre("score", path, "--write-back")
    assert (tmp_path / "x" / copy_of(path).name).read_bytes() == copy_of(path).read_bytes()


def test_what_cannot_be_filled_still_gets_its_result_workbook(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    locked = path.with_suffix(".ods")
    rows = "".join(
        "<table:table-row>" + "".join(_ods(cell) for cell in line) + "</table:table-row>"
        for line in summary([1, AN])
    )
    _write_ods(locked, rows)
    done = cadre("score", path.parent, "--write-back")
    assert "Không điền được vào “thang-03.ods”: tệp ở định dạng" in done.stderr
    assert "lưu thành Excel Workbook (.xlsx) rồi chạy lại" in done.stderr
    assert (path.parent / "ket-qua" / "2026-03.ket-qua.xlsx").is_file()
    assert row(copy_of(path), AN)[:2] == [27, 43.96]


def test_a_digital_signature_that_the_copy_loses_is_told(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN])
    _sign(path)
    done = cadre("score", path, "--write-back")
    assert "bản sao đã điền không còn chữ ký hợp lệ" in done.stderr


def test_a_cell_under_a_merge_is_left_and_the_others_are_filled(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN], [2, BINH])
    book = openpyxl.load_workbook(path)
    book["Tổng hợp"].merge_cells("F3:F4")
    book.save(path)
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), BINH)[:3] == [30, 70, 100]
    assert "ô nằm trong vùng gộp" in done.stderr


def test_a_class_is_written_in_the_word_of_the_cells_drop_down(tmp_path: Path) -> None:
    path = month(tmp_path, [1, AN], [2, BINH], [3, CA])
    book = openpyxl.load_workbook(path)
    page = book["Tổng hợp"]
    lists = {"F3": '"HTXSNV,HTTNV"', "F4": '"HTTNV,HTNV"', "F5": 'INDIRECT("Muc")'}
    for cell, formula in lists.items():
        rule = DataValidation("list", formula1=formula)
        rule.add(cell)
        page.add_data_validation(rule)
    points = DataValidation("decimal", operator="between", formula1="0", formula2="50")
    points.add("E3:E5")
    page.add_data_validation(points)
    book.save(path)
    done = cadre("score", path, "--write-back")
    assert row(copy_of(path), AN)[:4] == [27, 43.96, None, "HTTNV"]
    assert row(copy_of(path), BINH)[:4] == [30, 70, None, None]
    assert "(HTTNV; HTNV) không có “Hoàn thành xuất sắc nhiệm vụ”" in done.stderr
    assert "Tổng hợp: E3, E4, E5): giá trị nằm ngoài giới hạn của ô (số từ 0 đến 50)" in done.stderr
    assert "Chưa đối chiếu 1 ô đã điền (Tổng hợp: F5)" in done.stderr
    assert 'INDIRECT("Muc")' in done.stderr


def _blanked(path: Path) -> bytes:
    """An example whose office has not filled its summary yet."""
    data = path.read_bytes()
    edits = [
        CellEdit(grid.ref(number, column), cell.value, None)
        for grid in content(data).grids
        if grid.sheet == "Tổng hợp"
        for number, cells in grid.rows.items()
        for column, cell in cells.items()
        if number >= 10 and column in (4, 5, 6, 7)
    ]
    copy = patch(data, edits)
    assert isinstance(copy, Patched)
    return copy.data


@pytest.fixture
def example(tmp_path: Path) -> Path:
    office = tmp_path / "xa-dong-lim"
    shutil.copytree(EXAMPLES[0].parents[1], office)
    path = office / "2026" / "thang-03.xlsx"
    path.write_bytes(_blanked(path))
    return path


def test_of_an_example_only_the_summary_changes(example: Path) -> None:
    cadre("score", example, "--write-back")
    data = example.read_bytes()
    copy = (example.parents[1] / "ket-qua" / "thang-03.da-dien.xlsx").read_bytes()
    assert changed(data, copy) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/custom.xml", "xl/worksheets/sheet7.xml",
    }  # fmt: skip
    assert faults(copy) <= faults(data)
    before, after = (
        {
            (grid.sheet, number, column): cell
            for grid in content(each).grids
            for number, cells in grid.rows.items()
            for column, cell in cells.items()
        }
        for each in (data, copy)
    )
    fresh = {place for place, cell in after.items() if before.get(place) != cell}
    assert {(sheet, column) for sheet, _, column in fresh} == {
        ("Tổng hợp", column) for column in (4, 5, 6, 7)
    }
    assert before.items() <= after.items()
    assert len(fresh) == 92


@pytest.mark.slow
@libreoffice.needed
def test_libreoffice_shows_the_filled_values(example: Path, tmp_path: Path) -> None:
    cadre("score", example, "--write-back", "--out", tmp_path)
    source, out = tmp_path / "thang-03.da-dien.xlsx", tmp_path / "out"
    assert libreoffice.convert([source], "xlsx", out, tmp_path / "profile")
    assert row(out / source.name, "Đỗ Văn Tám")[1:5] == row(source, "Đỗ Văn Tám")[1:5]
    assert row(out / source.name, "Đỗ Văn Tám")[4] == "Hoàn thành nhiệm vụ"


def _ods(cell: offices.Cell) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
    )


def _write_ods(path: Path, rows: str) -> None:
    import zipfile

    names = {
        "office": "office:1.0", "table": "table:1.0", "text": "text:1.0",
    }  # fmt: skip
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}"' for name, urn in names.items()
    )
    whole = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Tổng hợp">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", whole)


def _sign(path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    line = (
        '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
        "</Relationships>"
    )
    held["_rels/.rels"] = held["_rels/.rels"].replace(b"</Relationships>", line.encode())
    held["_xmlsignatures/origin.sigs"] = b""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in held.items():
            archive.writestr(name, part)
