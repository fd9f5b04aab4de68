"""What a run keeps for the next: used only when nothing has changed, and never missed when deleted."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests import years
from tests.ledger import ledgers
from tests.reports import year_offices
from tests.running import cadre

from cadre_cli.domain.periods import Period
from cadre_cli.pipeline import year_cache
from cadre_cli.pipeline.plain_values import packed, unpacked

POINTS = {"Lê Văn Cả": [85, 86] + [None] * 10, "Nguyễn Văn An": [95, 91] + [None] * 10}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(year_cache.FOLDER, str(folder))
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return years.year(tmp_path / "xa", POINTS)


def ranked(folder: Path) -> dict[str, Any]:
    done = cadre("rank", "--year", "2026", folder, "--json")
    return dict(json.loads(done.stdout))


def means(answer: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["mean"] for each in answer["people"]}


def tampered(cache: Path) -> None:
    """Points nobody gave, so that a run shows whether it used what was kept."""
    (place,) = cache.glob("*.json")
    text = place.read_text(encoding="utf-8").replace('"93/1"', '"77/1"')
    place.write_text(text, encoding="utf-8")


def test_every_value_of_a_year_comes_back_as_it_was() -> None:
    given = year_offices.given()
    value = (given.ranking, given.rules, given.ranking.findings)
    assert unpacked(json.loads(json.dumps(packed(value)))) == value


def test_a_second_run_gives_the_same_answer_from_what_was_kept(cache: Path, office: Path) -> None:
    first = ranked(office)
    assert means(first)["Nguyễn Văn An"] == "93"
    assert ranked(office) == first
    tampered(cache)
    assert means(ranked(office))["Nguyễn Văn An"] == "77"


@pytest.mark.parametrize("what", ["workbook", "new", "gone", "toml", "ledger", "program"])
def test_whatever_changes_what_was_kept_is_not_used(
    cache: Path, office: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked(office)
    tampered(cache)
    month = office / "2026" / "thang-02.xlsx"
    match what:
        case "workbook":
            years.month(month, 2026, 2, {"Lê Văn Cả": 85, "Nguyễn Văn An": 95})
        case "new":
            years.month(month.with_name("thang-03.xlsx"), 2026, 3, {"Nguyễn Văn An": 95})
        case "gone":
            month.unlink()
        case "toml":
            text = (office / "cadre.toml").read_text(encoding="utf-8")
            (office / "cadre.toml").write_text(text + "\n# sửa\n", encoding="utf-8")
        case "ledger":
            total = Fraction(80)
            person = ledgers.person("Nguyễn Văn An", total=total, parts={"total": total})
            closed = ledgers.closed(Period.parse("2026-01"), person)
            ledgers.close(office / "so-danh-gia.sqlite", closed)
        case "program":
            monkeypatch.setattr(year_cache, "program", lambda: "another")
    assert means(ranked(office))["Nguyễn Văn An"] != "77"


def test_a_workbook_of_a_closed_month_outside_the_folder_asked_for_is_looked_at(
    cache: Path, office: Path
) -> None:
    month = office / "2026" / "thang-01.xlsx"
    cadre("close", "2026-01", office)
    (office / "khac").mkdir()
    (office / "2026" / "thang-02.xlsx").rename(office / "khac" / "thang-02.xlsx")
    first = ranked(office / "khac")
    assert "S01" not in {each["code"] for each in first["findings"]}
    years.month(month, 2026, 1, {"Lê Văn Cả": 85, "Nguyễn Văn An": 71})
    assert "S01" in {each["code"] for each in ranked(office / "khac")["findings"]}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"key": 1}', '{"nodes": [["data", "os:system"]]}']
)
def test_a_damaged_file_is_worked_out_anew(cache: Path, office: Path, text: str) -> None:
    first = ranked(office)
    (place,) = cache.glob("*.json")
    place.write_text(text, encoding="utf-8")
    assert ranked(office) == first
    place.unlink()
    assert ranked(office) == first


def test_nothing_but_our_own_types_is_made_from_a_file() -> None:
    for name in ("os:system", "builtins:eval", "cadre_cli.pipeline.safe_writing:write_safely"):
        with pytest.raises((ValueError, TypeError)):
            unpacked([["data", name]])


def test_a_workbook_that_somebody_saved_or_removed_is_written_again(
    cache: Path, office: Path
) -> None:
    ranked(office)
    book = office / "ket-qua" / "tong-ket-2026.xlsx"
    data = book.read_bytes()
    book.unlink()
    ranked(office)
    assert book.read_bytes() == data


def test_it_can_be_switched_off(office: Path) -> None:
    assert os.environ[year_cache.FOLDER] == "off"
    assert ranked(office) == ranked(office)
