"""Whom `cadre explain --who` takes when the name is short or typed without its marks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.factories import officer

from cadre_cli.cli.finding_people import find_person, taken_for
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.texts import Text

PEOPLE = (
    officer("Lò Thị Pính", unit="Văn phòng"),
    officer("Ma Seo Chứ"),
    officer("Lý Thị Hoa", id="1", code="CB06", unit="Phòng Kinh tế"),
    officer("Lý Thị Hoa", id="2", code="CB07", unit="Văn phòng"),
    officer("Nông Văn Tuân"),
    officer("Nông Văn Tuấn"),
)


@dataclass(frozen=True)
class _Result:
    officer: Officer


@dataclass(frozen=True)
class _Outcome:
    results: tuple[_Result, ...]


def found(who: str) -> tuple[str, ...] | Text:
    outcomes = (_Outcome(tuple(map(_Result, PEOPLE))),)
    told = find_person(outcomes, who)  # type: ignore[arg-type]  # all that is looked at
    return told if isinstance(told, Text) else tuple(each.officer.name for each in told)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Pính", "Lò Thị Pính"),
        ("lo thi pinh", "Lò Thị Pính"),
        ("đ/c Chứ", "Ma Seo Chứ"),
        ("Nông Văn Tuân", "Nông Văn Tuân"),
    ],
)
def test_the_only_one_who_fits_is_taken(who: str, name: str) -> None:
    assert found(who) == (name,)


@pytest.mark.parametrize("behind", [" / {}", ", {}", " ({})"])
def test_a_unit_behind_the_name_tells_two_people_apart(behind: str) -> None:
    who = "Lý Thị Hoa" + behind.format("Phòng Kinh tế")
    assert found(who) == ("Lý Thị Hoa",)
    assert taken_for(PEOPLE[2], who) is None
    assert taken_for(PEOPLE[3], who) is not None


@pytest.mark.parametrize(
    ("who", "listed"),
    [("ly thi hoa", "CB06, CB07"), ("Nong Van Tuan", "Nông Văn Tuấn"), ("Nông Văn Tuẫn", "Gần")],
)
def test_several_who_fit_are_listed(who: str, listed: str) -> None:
    told = found(who)
    assert isinstance(told, Text)
    assert listed in told.vi


def test_whom_a_name_was_taken_for_is_said_unless_it_was_the_name() -> None:
    assert taken_for(PEOPLE[0], "lò thị PÍNH") is None
    told = taken_for(PEOPLE[0], "pinh")
    assert told is not None
    assert told.vi == "Hiểu “pinh” là Lò Thị Pính."
