"""A person's score in sentences, and the page that the person keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.offices import COMMON, ROSTER, month
from tests.pipeline.test_organisations import assessed
from tests.running import cadre

from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.in_words import in_words
from cadre_cli.reports.own_report import own_report, wrapped
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.read import read

AN = "Nguyễn Văn An"


def said(folder: Path, who: str, lang: str = "vi") -> list[str]:
    [outcome] = assessed(folder)
    result = next(each for each in outcome.results if each.officer.name == who)
    return list(in_words(result, rules_used(outcome, Asked()), lang))


def test_the_worked_example_in_sentences(tmp_path: Path) -> None:
    """The hand-worked case of the decree: 27 + 70 × 52,75/84 = 70,9583…"""
    month(tmp_path / "thang-03.xlsx")
    assert said(tmp_path, AN) == [
        "Điểm tiêu chí chung: 27 trên 30.",
        "Số lượng: được giao 28 đơn vị sản phẩm quy đổi, hoàn thành 18, bằng 64,29 %.",
        "  Chưa xong: “Đề án”, giao 10, hoàn thành 0.",
        "Chất lượng: 17,75 đơn vị đạt yêu cầu, bằng 63,39 %.",
        "  Bị trừ 0,25 ở việc “Soạn công văn”.",
        "Tiến độ: 17 đơn vị đúng hạn, bằng 60,71 %.",
        "  Bị trừ 1 ở việc “Báo cáo”.",
        "Kết quả thực hiện nhiệm vụ: 62,8 %, được 43,96 điểm.",
        "Tổng điểm: 70,96. Mức đề nghị: Hoàn thành tốt nhiệm vụ.",
        ("Vì: 70,9583… điểm: từ 70 đến dưới 90 điểm (NĐ 335/2025/NĐ-CP Điều 20 khoản 2)"),
    ]


def test_the_parts_of_a_leader_are_told(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    assert "Phần của người lãnh đạo: d = 100 %, đ = 100 %, e = 100 %." in said(
        tmp_path, "Lê Văn Cả"
    )


def test_what_is_lacking_is_told_and_no_number_made_up(tmp_path: Path) -> None:
    marks = [*COMMON[:3], [2, AN, None, None, None, None], COMMON[4]]
    month(tmp_path / "thang-03.xlsx", **{"Tiêu chí chung": marks})
    words = said(tmp_path, AN)
    assert any(line.startswith("Chưa có tổng điểm. Chưa đủ dữ liệu") for line in words)
    assert not any("Tổng điểm:" in line for line in words)


def test_english_is_complete(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    words = said(tmp_path, AN, "en")
    assert words[0] == "Common criteria: 27 of 30."
    assert "Total: 70.96. Proposed: Hoàn thành tốt nhiệm vụ." in words


def test_the_page_of_one_person_names_nobody_else(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx", Danh_sách=ROSTER)
    done = cadre("explain", tmp_path / "thang-03.xlsx", "--who", AN, "--out", tmp_path / "an.xlsx")
    assert done.exit_code in (0, 1)
    workbook, _ = read((tmp_path / "an.xlsx").read_bytes(), "an.xlsx")
    assert workbook is not None
    texts = {
        str(cell.value)
        for grid in workbook.grids
        for row in grid.rows.values()
        for cell in row.values()
    }
    assert [grid.sheet for grid in workbook.grids] == ["Tóm tắt", "Diễn giải", "Căn cứ"]
    assert any("Tổng điểm: 70,96" in text for text in texts)
    assert not any("Trần Thị Bình" in text for text in texts)


def test_its_formulas_give_what_is_stored(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    [outcome] = assessed(tmp_path)
    result = next(each for each in outcome.results if each.officer.name == AN)
    given = Given(
        outcome,
        rules_used(outcome, Asked()),
        Made("1.0", outcome.period.last_day, {}),
        "vi",  # type: ignore[union-attr]
    )
    report = own_report(given, result)
    stored = {ref: cell.value for ref, cell in report.cells() if hasattr(cell, "formula")}
    assert stored
    assert evaluate(report) == stored


@pytest.mark.parametrize("named", ["an.xlsx", "an"])
def test_a_dry_run_writes_nothing(tmp_path: Path, named: str) -> None:
    month(tmp_path / "thang-03.xlsx")
    out = tmp_path / "ra" / named
    done = cadre("explain", tmp_path / "thang-03.xlsx", "--who", AN, "--out", out, "--dry-run")
    assert "an.xlsx" in done.stderr
    assert not out.parent.exists()


def test_the_json_holds_the_sentences_and_what_is_assumed(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    done = cadre("explain", tmp_path / "thang-03.xlsx", "--who", AN, "--json")
    answer = json.loads(done.stdout)
    [told] = answer["explanations"]
    assert answer["schema"] == "cadre.explain/1"
    assert told["in_words"][0] == "Điểm tiêu chí chung: 27 trên 30."
    assert [each["choice"] for each in told["assumptions"]] == ["deduction_on"]


def test_long_sentences_are_broken_at_spaces() -> None:
    assert wrapped("một hai ba bốn", 8) == ["một hai", "ba bốn"]
    assert wrapped("– một hai ba", 8) == ["– một", "  hai ba"]
    assert wrapped("") == [""]
