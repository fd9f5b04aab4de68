"""A table of organisations and months from a former body, from workbooks on disk to the outcome."""

from __future__ import annotations

import json
from pathlib import Path

from tests.offices import CHAIRMAN, ROSTER, Sheet, month, workbook
from tests.running import cadre

from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.files import gather, read_input
from cadre_cli.pipeline.intake import intake, sheet_kinds
from cadre_cli.pipeline.period import Asked, outcomes

NOTHING_ASKED = Asked()
HEADINGS = [
    "STT",
    "Cơ quan, đơn vị",
    "Điểm tiêu chí chung",
    "Điểm kết quả",
    "Tổng điểm",
    "Xếp loại",
]


def organisations(when: str, *rows: list[str | int | float | None]) -> Sheet:
    return [["KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁC ĐƠN VỊ"], [when], [], list(HEADINGS), *rows]


def assessed(folder: Path, asked: Asked = NOTHING_ASKED) -> tuple[Outcome, ...]:
    [files] = gather([folder], sheet_kinds())
    read = []
    for each in files.inputs:
        data = read_input(each)
        assert isinstance(data, bytes)
        read.append(intake(data, each.name, files.office))
    return outcomes(files.office, read, (), asked)


def test_a_year_of_organisations_alone_classes_them_and_blames_nobody(tmp_path: Path) -> None:
    """28 + 60 = 88: by points Hoàn thành tốt (Đ8.2), its condition on record nowhere."""
    month(tmp_path / "thang-03.xlsx")
    sheet = organisations("Năm 2026", [1, "Phòng Kinh tế", 28, 60, 88, None])
    workbook(tmp_path / "co-quan.xlsx", {"Kết quả": sheet})
    march, year = assessed(tmp_path)[1], assessed(tmp_path)[0]
    assert (str(year.period), year.results, march.organisations) == ("2026", (), ())
    [unit] = year.organisations
    assert (unit.record.unit, unit.rule_set, unit.grade, unit.settled) == (
        *("Phòng Kinh tế", "nd335-2025-org"),
        *("HTT", False),
    )
    assert [finding.code for finding in year.findings if finding.severity.value == "error"] == []
    assert "X05" not in {finding.code for finding in year.findings}


def test_heads_of_a_month_are_held_to_that_month_s_table(tmp_path: Path) -> None:
    """Lê Văn Cả has 28 + 70 × 5,5/6 = 92,17 (HTXS); his room is recorded at Hoàn thành."""
    sheet = organisations("Tháng 3 năm 2026", [1, "Phòng Kinh tế", 25, 40, 65, "HT"])
    month(tmp_path / "thang-03.xlsx", **{"Kết quả đơn vị": sheet})
    [march] = assessed(tmp_path)
    held = [finding for finding in march.findings if finding.code == "X03"]
    assert [finding.said() for finding in held] == [
        (
            "Lê Văn Cả đứng đầu Phòng Kinh tế đang ở mức HTXS, cao hơn mức HT của nơi đó "
            "(mức đã ghi trong bảng)."
        )
    ]
    [unit] = march.organisations
    assert "văn bản xếp loại cơ quan theo năm" in unit.reasons[-1].text.vi
    assert any(basis.is_assumption for basis in unit.bases())


def test_before_the_decree_no_organisation_is_classed(tmp_path: Path) -> None:
    sheet = organisations("Năm 2025", [1, "Phòng Kinh tế", 28, 60, 88, "HTT"])
    workbook(tmp_path / "co-quan.xlsx", {"Kết quả": sheet})
    [year] = assessed(tmp_path)
    [unit] = year.organisations
    assert (unit.rule_set, unit.grade, unit.held) == ("", None, "HTT")


def test_rules_asked_for_people_are_not_those_of_organisations(tmp_path: Path) -> None:
    sheet = organisations("Năm 2026", [1, "UBND xã", 28, 60, 88, None])
    workbook(tmp_path / "co-quan.xlsx", {"Kết quả": sheet})
    [year] = assessed(tmp_path, Asked(rules="qd1240"))
    assert [(each.rule_set, each.record.unit) for each in year.organisations] == [
        ("nd335-2025-org", None)
    ]


def test_months_brought_reach_every_outcome_of_the_office(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    rows: Sheet = [
        ["KẾT QUẢ TỪ CƠ QUAN CŨ CHUYỂN ĐẾN NĂM 2026"],
        ["STT", "Họ và tên", "Tháng", "Tổng điểm", "Cơ quan cũ", "Văn bản"],
        [1, "Trần Thị Bình", 1, 85.5, "UBND xã Khe Vầu", "CV 12/UBND-NV"],
    ]
    workbook(tmp_path / "co-quan-cu.xlsx", {"Mang theo": rows})
    [march] = assessed(tmp_path)
    [brought] = march.brought
    assert (brought.period, brought.body) == (Period.parse("2026-01"), "UBND xã Khe Vầu")
    assert brought.who.officer in {result.officer.id for result in march.results}


def test_a_year_counts_the_months_that_were_brought(tmp_path: Path) -> None:
    """85,5 in January from the former body, 100 in March here: (85,5 + 100) ÷ 2 (Đ17.3, Đ19.1)."""
    month(tmp_path / "thang-03.xlsx")
    rows: Sheet = [
        ["KẾT QUẢ TỪ CƠ QUAN CŨ CHUYỂN ĐẾN NĂM 2026"],
        ["STT", "Họ và tên", "Tháng", "Tổng điểm", "Cơ quan cũ", "Văn bản"],
        [1, "Trần Thị Bình", 1, 85.5, "UBND xã Khe Vầu", "CV 12/UBND-NV"],
    ]
    workbook(tmp_path / "co-quan-cu.xlsx", {"Mang theo": rows})
    done = cadre("rank", "--year", "2026", tmp_path, "--json", "--quiet", "--dry-run")
    people = {each["name"]: each for each in json.loads(done.stdout)["people"]}
    binh = people["Trần Thị Bình"]
    assert json.loads(done.stdout)["office"] == "UBND XÃ ĐỒNG LIM"  # not the former body's
    assert (binh["months"]["1"], binh["months"]["3"], binh["mean"]) == ("85.5", "100", "92.75")


def test_organisations_stand_in_the_json_and_on_the_screen(tmp_path: Path) -> None:
    sheet = organisations("Năm 2026", [1, "Phòng Kinh tế", 28, 60, 88, "HTT"])
    workbook(tmp_path / "co-quan.xlsx", {"Kết quả": sheet})
    done = cadre("score", tmp_path, "--json", "--quiet", "--dry-run")
    [outcome] = json.loads(done.stdout)["outcomes"]
    [unit] = outcome["organisations"]
    assert (unit["name"], unit["total"], unit["grade"], unit["stated_grade"]) == (
        *("Phòng Kinh tế", "88"),
        *("HTT", "HTT"),
    )
    shown = cadre("score", tmp_path, "--quiet", "--dry-run").stdout
    assert "Phòng Kinh tế: 88 điểm, HTT (bảng ghi HTT)" in shown


BESIDE = [
    "Nhiệm vụ đúng tiến độ, chất lượng (%)",
    "Nhiệm vụ vượt mức (%)",
    "Khắc phục hạn chế, khuyết điểm",
]


def test_that_no_unit_failed_is_known_only_of_all_units(tmp_path: Path) -> None:
    """The roster has Phòng Kinh tế and Văn phòng; a table with the first alone leaves it open."""
    office: list[str | int | float | None] = [1, "UBND xã", 29, 65, 94, None, 100, 35, "Không có"]
    economy: list[str | int | float | None] = [2, "Phòng Kinh tế", 28, 60, 88, "HTT"]
    bureau: list[str | int | float | None] = [3, "Văn phòng", 20, 20, 40, "KHT"]
    people = [*ROSTER, CHAIRMAN, [5, "Lò Thị Mai", "Chuyên viên", "Văn phòng", "Công chức"]]

    def classed(*rows: list[str | int | float | None]) -> tuple[str | None, bool]:
        head = ["KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁC ĐƠN VỊ"], ["Năm 2026"], [], [*HEADINGS, *BESIDE]
        workbook(tmp_path / "danh-sach.xlsx", {"Danh sách": people})
        workbook(tmp_path / "co-quan.xlsx", {"Kết quả": [*head, *rows]})
        [year] = [each for each in assessed(tmp_path) if each.organisations]
        return year.organisations[0].grade, year.organisations[0].settled

    assert classed(office, economy) == ("HTXS", False)
    assert classed(office, economy, [*bureau[:5], "HT"]) == ("HTXS", True)
    assert classed(office, economy, bureau)[0] == "HTT"
    assert classed(office, bureau)[0] == "HTT"  # one that failed is enough to know
