"""A province of many communes in one run: its totals are the sum of the offices one by one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests import years
from tests.running import cadre


def ranked(folder: Path, *arguments: object) -> dict[str, Any]:
    command = ["rank", "--year", "2026", str(folder), "--json", "--dry-run", *map(str, arguments)]
    return dict(json.loads(cadre(*command).stdout))


def province(folder: Path, offices: int, months: int) -> list[Path]:
    """Communes whose people's points follow from their numbers; one of each five is short of a month."""
    return [
        years.year(
            folder / f"xa-{number:03d}",
            {
                who: [
                    None if month >= months or (number % 5 == 0 and month == 1 and place == 2)
                    else 70 + (7 * number + 11 * place + month) % 31
                    for month in range(12)
                ]
                for place, who in enumerate(years.UNITS)
            },
            name=f"Số {number}",
        )
        for number in range(offices)
    ]  # fmt: skip


def adds_up(tmp_path: Path, offices: int, months: int) -> None:
    folders = province(tmp_path / "tinh", offices, months)
    whole = ranked(tmp_path / "tinh", "--jobs", 2)
    alone = [ranked(folder) for folder in folders]
    assert len(whole["offices"]) == offices
    for together, single in zip(
        sorted(whole["offices"], key=lambda each: str(each["office"])),
        sorted(alone, key=lambda each: str(each["office"])),
        strict=True,
    ):
        assert (together["people"], together["caps"]) == (single["people"], single["caps"])
    grades = Counter(person["grade"] or "" for office in alone for person in office["people"])
    assert whole["totals"] == {
        "offices": offices,
        "people": sum(grades.values()),
        "classes": dict(sorted(grades.items())),
    }


def test_five_offices_add_up(tmp_path: Path) -> None:
    adds_up(tmp_path, offices=5, months=3)


@pytest.mark.slow
def test_a_province_of_166_communes_adds_up(tmp_path: Path) -> None:
    adds_up(tmp_path, offices=166, months=12)
