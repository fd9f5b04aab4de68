"""An office's own rule set from cadre.toml to the result, and what is said when it is wrong."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.offices import month
from tests.running import cadre
from tools.build_local_example import FILE, main

from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.files import WrongConfiguration, gather, read_input
from cadre_cli.pipeline.intake import intake, sheet_kinds
from cadre_cli.pipeline.period import Asked, outcomes, rules_used
from cadre_cli.reports.formulas import evaluate
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made

FOLDER = FILE.parent.parent
OWN = (FOLDER / "quy-dinh-cua-xa.toml").read_text(encoding="utf-8")


NOTHING_ASKED = Asked()


def outcome_of(path: Path, asked: Asked = NOTHING_ASKED) -> Outcome:
    [files] = gather([path], sheet_kinds())
    read = []
    for each in files.inputs:
        data = read_input(each)
        assert isinstance(data, bytes)
        read.append(intake(data, each.name, files.office))
    [outcome] = outcomes(files.office, read, (), asked)
    return outcome


def told(outcome: Outcome) -> dict[str, tuple[str, str | None, str | None]]:
    """Name → rule set, total and class."""
    return {
        each.officer.name: (
            each.score.rule_set,
            None if each.score.root is None else str(Decimal(float(each.score.root.value))),
            each.grade,
        )
        for each in outcome.results
    }


# 19 + 70 × 27/30 + 3 · 20 + 70 + 10 · 15 + 70 × 15/30 − 2 · 18 + 70 × 18/30 + 10 (of 15)
ON_PAPER = {
    "Lê Văn Quý": ("khung-20-70-10", None, None),
    "Nông Thị Hạnh": ("khung-20-70-10", "85", "HTT"),
    "Lò Văn Pành": ("khung-20-70-10", "100", "HTXS"),
    "Vi Thị Dương": ("khung-20-70-10", "48", "KHT"),
    "Hà Văn Tý": ("khung-20-70-10", "70", "HTT"),
}


def test_the_example_office_is_scored_by_its_own_rule() -> None:
    outcome = outcome_of(FOLDER)
    assert told(outcome) == ON_PAPER
    assert [f.code for f in outcome.findings if f.severity.value != "note"] == []


def test_the_example_month_is_fresh() -> None:
    assert main(["--check"]) == 0


def test_every_formula_of_its_report_gives_the_stored_value() -> None:
    outcome = outcome_of(FOLDER)
    rules = rules_used(outcome, NOTHING_ASKED)
    report = REPORTS["month"].build(Given(outcome, rules, Made("1.0", date(2024, 5, 31))))
    stored = {ref: cell.value for ref, cell in report.cells() if hasattr(cell, "formula")}
    assert evaluate(report) == stored
    assert stored


def test_results_say_that_the_rule_was_read_at_second_hand() -> None:
    assumed = [f.said() for f in outcome_of(FOLDER).findings if f.code == "X06"]
    assert assumed == [
        "Kết quả của 4 người dựa trên Quy định 3814-QĐ/TU, mới đọc qua nguồn thứ cấp, chưa đối chiếu với nguyên văn."
    ]


def office(folder: Path, configuration: str, own: str | None = OWN) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cadre.toml").write_text(configuration, encoding="utf-8")
    if own is not None:
        (folder / "quy-dinh.toml").write_text(own, encoding="utf-8")
    return folder


EXTENDS = '[rules]\nextends = "quy-dinh.toml"\n'


@pytest.mark.parametrize(
    ("configuration", "own", "said"),
    [
        (EXTENDS, None, "cadre.toml, dòng 2: Không đọc được tệp “quy-dinh.toml”."),
        (
            *(EXTENDS, OWN.replace("value = 20", "valeu = 20")),
            "quy-dinh.toml, dòng 17: Mục lạ “valeu”. Có phải là “value”?",
        ),
        (
            *(EXTENDS, OWN.replace("value = 20", "value =")),
            "quy-dinh.toml, dòng 17: Sai cú pháp TOML",
        ),
        (
            *(EXTENDS, OWN.replace('extends = "qd1240"', 'extends = "qd1250"')),
            "quy-dinh.toml, dòng 6: Không có bộ quy tắc “qd1250”",
        ),
        (
            *(EXTENDS, OWN.replace('document = "Quy định 3814-QĐ/TU"\n', "")),
            "quy-dinh.toml: Thiếu mục “document” (document).",
        ),
        (
            *('[rules]\nmonthly_before_2026 = "qd1204"\n', None),
            "cadre.toml, dòng 2: Không có bộ quy tắc “qd1204”. Có phải là “qd1240”?",
        ),
        (
            *(EXTENDS + '[decisions]\nlocal_2024_bands = { option = "50/70/90", document = "QĐ 1" }\n', OWN),
            "cadre.toml, dòng 4: Lựa chọn “local_2024_bands” không có phương án “50/70/90”. Ghi 3 số",
        ),
    ],
)  # fmt: skip
def test_a_wrong_rule_stops_with_file_line_and_remedy(
    tmp_path: Path, configuration: str, own: str | None, said: str
) -> None:
    folder = office(tmp_path / "xa", configuration, own)
    month(folder / "thang-03.xlsx")
    with pytest.raises(WrongConfiguration) as caught:
        gather([folder], sheet_kinds())
    [line] = str(caught.value).splitlines()
    assert line.startswith(f"{folder}/{said}")


def test_the_command_line_says_so_and_stops(tmp_path: Path) -> None:
    folder = office(tmp_path / "xa", EXTENDS, OWN.replace("value = 20", "valeu = 20"))
    month(folder / "thang-03.xlsx")
    done = cadre("score", folder)
    assert done.exit_code == 2
    assert "dòng 17" in done.output


def test_a_month_outside_its_days_follows_the_decree(tmp_path: Path) -> None:
    folder = office(tmp_path / "xa", EXTENDS)
    month(folder / "thang-03.xlsx")
    assert {rule for rule, _, _ in told(outcome_of(folder)).values()} == {"nd335-2025"}


def test_the_months_before_2026_may_be_given_to_another_rule_set() -> None:
    [files] = gather([FOLDER], sheet_kinds())
    for wanted, grade in (("khung-20-70-10", "HTXS"), ("qd1240", "HTXS")):
        changed = Asked(rules=wanted)
        outcome = outcome_of(FOLDER, changed)
        assert told(outcome)["Lò Văn Pành"] == (wanted, "100", grade)
    assert files.office.monthly_before_2026 is None


def test_the_same_in_json(tmp_path: Path) -> None:
    done = cadre("score", FOLDER, "--json", "--quiet", "--out", tmp_path)
    people = json.loads(done.stdout)["outcomes"][0]["people"]
    assert {p["name"]: (p["rule_set"], p["total"], p["grade"]) for p in people} == ON_PAPER


def test_an_own_rule_set_is_asked_for_by_its_id(tmp_path: Path) -> None:
    done = cadre("score", FOLDER, "--rules", "khung-20-70-10", "--json", "--quiet", "--dry-run")
    assert done.exit_code == 0
    people = json.loads(done.stdout)["outcomes"][0]["people"]
    assert {p["name"]: (p["rule_set"], p["total"], p["grade"]) for p in people} == ON_PAPER
    elsewhere = month(tmp_path / "thang-03.xlsx")
    refused = cadre("score", elsewhere, "--rules", "khung-20-70-10")
    assert refused.exit_code == 2
    assert "Không có bộ quy tắc “khung-20-70-10”. Có: ltdkt-2022" in refused.stderr


def test_it_is_listed_and_shown_within_its_folder_alone() -> None:
    listed = cadre("rules", "list", "--office", FOLDER).stdout
    assert "khung-20-70-10" in listed
    assert "quy định riêng của cơ quan, dựa trên qd1240" in listed
    assert "khung-20-70-10" not in cadre("rules", "list").stdout
    shown = cadre("rules", "show", "khung-20-70-10", "--office", FOLDER).stdout
    assert "bonus_max = 10  Điểm thưởng tối đa (Quy định 3814-QĐ/TU khung tiêu chí" in shown
    assert "HTXS  ≥ 90  Loại A: Hoàn thành xuất sắc nhiệm vụ" in shown
    assert cadre("rules", "show", "khung-20-70-10").exit_code == 2


def test_it_is_found_from_where_the_clerk_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / "2024")
    assert "khung-20-70-10" in cadre("rules", "list").stdout


def test_what_the_office_decided_stands_beside_the_choice() -> None:
    done = cadre("rules", "show", "qd1240", "--office", FOLDER, "--json")
    choice = json.loads(done.stdout)["choices"]["local_rule_for"]
    assert (choice["taken"], choice["authority"], choice["document"]) == (
        *("all", "local"),
        "QĐ số 05/QĐ-UBND ngày 08/01/2024",
    )


def test_a_base_that_governs_nobody_any_more_can_still_be_shown(tmp_path: Path) -> None:
    own = OWN.replace("since = 2018-05-16", "since = 2000-01-01").replace(
        "until = 2026-01-01\n", ""
    )
    folder = office(tmp_path / "xa", EXTENDS, own)
    done = cadre("rules", "show", "qd1240", "--office", folder)
    assert (done.exit_code, done.stdout.startswith("qd1240 ")) == (0, True)


def test_a_wrong_office_stops_the_list_too(tmp_path: Path) -> None:
    folder = office(tmp_path / "xa", EXTENDS, OWN.replace("value = 20", "valeu = 20"))
    done = cadre("rules", "list", "--office", folder)
    assert done.exit_code == 2
    assert "dòng 17: Mục lạ “valeu”" in done.stderr


def test_the_list_of_a_day_says_what_applies_to_whom() -> None:
    done = cadre("rules", "list", "--on", "2026-03-31")
    assert "công chức: theo dõi tháng nd335-2025; xếp loại năm nd335-2025" in done.stdout
    assert "viên chức: theo dõi tháng qd1240; xếp loại năm nd90-2020" in done.stdout
    answer = json.loads(cadre("rules", "list", "--on", "2024-03-31", "--json").stdout)
    assert answer["governing"]["cong_chuc"] == {"month": "qd1240", "year": "nd90-2020"}
    assert answer["governing"]["to_chuc"] == {"month": None, "year": None}
