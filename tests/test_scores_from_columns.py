"""Columns that offices head differently, end to end: none may change a score in silence."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests import offices
from tests.running import cadre

AN, BOSS = "Nguyễn Văn An", "Lê Văn Cả"
ANY = "Số lượng hoàn thành"


def scored(tmp_path: Path, headings: dict[str, str | None], *tasks: list[offices.Cell]) -> Any:
    """What `cadre score --json` says of tasks under headings that were changed, or left out (None)."""
    kept = [name for name in offices.HEADINGS if headings.get(str(name), "") is not None]
    places = [offices.HEADINGS.index(name) for name in kept]
    rows = [[task[place] for place in places] for task in tasks]
    head: list[offices.Cell] = [headings.get(str(name)) or name for name in kept]
    title: list[offices.Cell] = ["GIAO VIỆC VÀ KẾT QUẢ THÁNG 3 NĂM 2026"]
    path = offices.month(tmp_path / "thang-03.xlsx", Giao_việc=[title, [], head, *rows])
    done = cadre("score", path, "--json")
    (outcome,) = json.loads(done.stdout)["outcomes"]
    return outcome


def parts(outcome: Any, name: str = AN) -> dict[str, str | None]:
    (found,) = [person["parts"] for person in outcome["people"] if person["name"] == name]
    return {part: found[part] for part in "abc"}


def codes(outcome: Any) -> list[tuple[str, str | None]]:
    """Findings about the sheet of tasks, without those that say nothing of this test."""
    quiet = ("X05", "X06", "C07", "D09")
    found = outcome["findings"]
    return [
        (one["code"], one["cell"])
        for one in found
        if one["sheet"] == "Giao việc" and one["code"] not in quiet
    ]


def task(done: offices.Cell = 4, **changes: offices.Cell) -> list[offices.Cell]:
    line = offices.task("Soạn công văn", AN, 4, 1, 4)
    line[offices.HEADINGS.index(ANY)] = done
    for name, value in changes.items():
        line[offices.HEADINGS.index(name.replace("_", " "))] = value
    return line


@pytest.mark.parametrize("heading", ["% hoàn thành", "Tỷ lệ hoàn thành (%)", "Mức độ hoàn thành"])
@pytest.mark.parametrize("done", [80, "80%", 0.8])
def test_a_percentage_counts_as_its_share_of_the_quantity(
    tmp_path: Path, heading: str, done: offices.Cell
) -> None:
    outcome = scored(tmp_path, {ANY: heading}, task(done))
    assert parts(outcome) == {"a": "0.8", "b": "0.8", "c": "0.8"}
    assert codes(outcome) == []


def test_more_than_all_of_it_is_asked_about(tmp_path: Path) -> None:
    outcome = scored(tmp_path, {ANY: "% hoàn thành"}, task("150%"))
    assert parts(outcome) == {"a": "1.5", "b": "1.5", "c": "1.5"}
    assert codes(outcome) == [("C05", "J4")]


@pytest.mark.parametrize(
    ("heading", "cell", "b"),
    [
        ("Lần chưa đạt", 2, "0.875"),
        ("Chưa đạt", 2, "0.875"),
        ("Số lỗi", 1, "0.9375"),
        ("Không đạt", "x", "0.9375"),
    ],
)
def test_failures_under_other_headings_are_deducted(
    tmp_path: Path, heading: str, cell: offices.Cell, b: str
) -> None:
    outcome = scored(tmp_path, {"Số lần chưa đạt": heading}, task(Số_lần_chưa_đạt=cell))
    assert parts(outcome) == {"a": "1", "b": b, "c": "1"}
    assert codes(outcome) == []


@pytest.mark.parametrize(
    ("heading", "cell", "c"),
    [
        ("Lần chậm", 2, "0.875"),
        ("Chậm", 2, "0.875"),
        ("Chậm tiến độ", 1, "0.9375"),
        ("Trễ hạn", "x", "0.9375"),
        ("Số ngày chậm", 5, "0.9375"),
    ],
)
def test_lateness_under_other_headings_is_deducted(
    tmp_path: Path, heading: str, cell: offices.Cell, c: str
) -> None:
    outcome = scored(tmp_path, {"Số lần chậm": heading}, task(Số_lần_chậm=cell))
    assert parts(outcome) == {"a": "1", "b": "1", "c": c}
    assert codes(outcome) == []


@pytest.mark.parametrize("cell", ["80%", 2])
def test_a_number_under_progress_leaves_the_score_open(tmp_path: Path, cell: offices.Cell) -> None:
    outcome = scored(tmp_path, {"Số lần chậm": "Tiến độ"}, task(Số_lần_chậm=cell))
    assert parts(outcome) == {"a": "1", "b": "1", "c": None}
    assert codes(outcome) == [("D11", "M4")]


def test_finished_quantities_without_assigned_ones_make_no_score(tmp_path: Path) -> None:
    outcome = scored(tmp_path, {"Số lượng giao": None}, task())
    assert parts(outcome) == {"a": None, "b": None, "c": None}
    assert codes(outcome) == [("B05", None)]


def test_a_column_nobody_understands_is_pointed_out(tmp_path: Path) -> None:
    outcome = scored(tmp_path, {"Số lần chậm": "Bị nhắc"}, task(Số_lần_chậm=2))
    assert parts(outcome) == {"a": "1", "b": "1", "c": "1"}
    assert codes(outcome) == [("B14", "M3")]


def test_a_helper_beside_the_owner_leaves_the_task_the_owner_s(tmp_path: Path) -> None:
    line = task(Người_thực_hiện=f"{AN} (phối hợp: Trần Thị Bình)")
    outcome = scored(tmp_path, {}, line)
    assert parts(outcome) == {"a": "1", "b": "1", "c": "1"}
    assert codes(outcome) == []


def test_results_in_another_sheet_that_count_several_need_assigned_quantities(
    tmp_path: Path,
) -> None:
    assignment: offices.Sheet = [
        ["GIAO VIỆC THÁNG 3 NĂM 2026"],
        [
            "STT",
            "Số việc",
            "Nội dung công việc",
            "Người thực hiện",
            "Người giao",
            "Thời hạn",
            "Hệ số",
        ],
        [1, "V1", "Soạn công văn", AN, BOSS, "20/03/2026", 1],
    ]
    results: offices.Sheet = [
        ["KẾT QUẢ THÁNG 3 NĂM 2026"],
        ["STT", "Số việc", "SLHT", "Ngày hoàn thành", "Người đánh giá"],
        [1, "V1", 4, "18/03/2026", BOSS],
    ]
    path = offices.month(tmp_path / "thang-03.xlsx", Giao_việc=assignment, Kết_quả=results)
    done = cadre("score", path, "--json")
    (outcome,) = json.loads(done.stdout)["outcomes"]
    assert done.exit_code == 1
    assert parts(outcome)["a"] is None
    assert ("B05", None) in codes(outcome)
