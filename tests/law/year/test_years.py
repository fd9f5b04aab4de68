"""Whole years worked out by hand from the texts: means, classes, caps, ranks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.factories import event, officer

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.office import Decided
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.year import Cap, Origin, YearEntry, YearPerson
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.groups import group_of
from cadre_cli.scoring.ranking import capped, ranked
from cadre_cli.scoring.steps import recompute
from cadre_cli.scoring.year import YearEvidence, year_of

HERE = Path(__file__).parent
POSTS = {"trưởng": Post.HEAD_OF_UNIT, "phó": Post.DEPUTY_OF_UNIT, "": Post.NONE}
WITHOUT = {"n": NotRated.ON_LEAVE, "k": NotRated.NOTHING_ASSIGNED}
DAY = r"\d{4}-\d\d-\d\d"
HAPPENED = {
    "nghỉ": EventKind.LEAVE,
    "thai sản": EventKind.MATERNITY,
    "nhận việc": EventKind.JOINED,
    "kỷ luật": EventKind.DISCIPLINE,
    "chuyển đến": EventKind.TRANSFER_IN,
    "chuyển đi": EventKind.TRANSFER_OUT,
}


@dataclass(frozen=True)
class Case:
    rule_set: str
    facts: Mapping[str, Any]

    @property
    def year(self) -> int:
        return int(self.facts["year"])

    def rules_of(self, kind: str) -> RuleSet:
        decided = {
            name: Decided(option, "QĐ 12/QĐ-UBND ngày 05/01/2026")
            for name, option in self.facts.get("choices", {}).items()
        }
        day = date(self.year, 12, 31)
        rules = rules_for(rule_book(), day, kind, decided, PeriodUnit.YEAR)
        assert rules.id == self.rule_set
        return rules

    def evidence(self) -> Iterator[YearEvidence]:
        measures = {n: Fraction(v) for n, v in self.facts.get("measures", {}).items()}
        covered = tuple(Period.of(self.year, number) for number in range(1, 13))
        for row in rows(self.facts["people"]):
            who = officer(row["họ tên"], post=POSTS[row.get("chức vụ", "")])
            yield YearEvidence(
                who,
                self.year,
                tuple(entries(who, row["điểm"], self.year)),
                tuple(happened(who.name, row.get("sự việc", ""))),
                covered,
                measures,
            )

    def result(self) -> tuple[tuple[YearPerson, ...], tuple[Cap, ...]]:
        people = tuple(
            replace(one, group=group_of(one.officer, self.rules_of("cong_chuc")))
            for one in (year_of(each, self.rules_of) for each in self.evidence())
        )
        after, caps = capped(people, {self.rule_set: self.rules_of("cong_chuc")})
        return ranked(after), caps


def rows(table: str) -> list[dict[str, str]]:
    lines = [line.strip().strip("|").split("|") for line in table.strip().splitlines()]
    heads, *rest = [[cell.strip() for cell in line] for line in lines]
    return [dict(zip(heads, line, strict=True)) for line in rest]


def entries(who: Officer, points: str, year: int) -> Iterator[YearEntry]:
    months = [
        part
        for word in points.split()
        for part in [word.partition("*")[0]] * int(word.partition("*")[2] or 1)
    ]
    assert len(months) == 12
    for number, word in enumerate(months, 1):
        if word == "-":
            continue
        total = None if word in WITHOUT else Fraction(word)
        yield YearEntry(
            who,
            Period.of(year, number),
            Origin.COMPUTED,
            total,
            not_rated=WITHOUT.get(word),
            rule_set="monthly",
        )


def happened(name: str, told: str) -> Iterator[Event]:
    match = re.fullmatch(rf"(\D+?)(?: ({DAY})(?: đến ({DAY}))?)?: (.+)", told)
    if match is not None:
        kind, day, end, words = match.groups()
        first, last = (date.fromisoformat(each) if each else None for each in (day, end))
        one = event(HAPPENED[kind], name, whole_period=day is None)
        yield replace(one, words=words, first_day=first, last_day=last)


def cases() -> list[Any]:
    return [
        pytest.param(Case(path.stem, file | facts), id=f"{path.stem}: {facts['name']}")
        for path in sorted(HERE.glob("*.toml"))
        for file in (tomllib.loads(path.read_text(encoding="utf-8")),)
        for facts in file.pop("case")
    ]


@pytest.mark.parametrize("case", cases())
def test_the_year_as_worked_out_by_hand(case: Case) -> None:
    people, caps = case.result()
    known = {person.officer.name: person for person in people}
    for row in rows(case.facts["expect"]):
        person = known[row["họ tên"]]
        assert person.mean is not None
        assert (person.rank or "", person.mean.value) == (
            int(row["hạng"]) if row["hạng"] else "",
            Fraction(row["bình quân"]),
        )
        assert (person.grade_by_points, person.grade) == (row["theo điểm"], row["đề nghị"] or None)
        assert (person.not_rated.value if person.not_rated else "") == row.get("không xếp loại", "")
        assert all(recompute(step) == step.value for step in person.mean.walk())
    if "caps" in case.facts:
        names = {person.officer.id: person.officer.name for person in people}
        assert [
            (
                cap.group or "", cap.eligible, cap.limit, cap.candidates, cap.proposed,
                ", ".join(sorted(names[who] for who in cap.tied)),
            )
            for cap in caps
        ] == [
            (
                row["nhóm"], int(row["để tính"]), int(row["được"]), int(row["xuất sắc"]),
                int(row["giữ"]), row["bằng điểm"],
            )
            for row in rows(case.facts["caps"])
        ]  # fmt: skip


@pytest.mark.parametrize("case", cases())
def test_nothing_hangs_on_the_order_of_the_rows(case: Case) -> None:
    people, caps = case.result()
    turned = Case(case.rule_set, case.facts | {"people": _turned(case.facts["people"])})
    again, other = turned.result()
    assert [(p.rank, p.officer.name, p.grade) for p in people] == [
        (p.rank, p.officer.name, p.grade) for p in again
    ]
    assert [(c.group, sorted(c.tied), sorted(c.below)) for c in caps] == [
        (c.group, sorted(c.tied), sorted(c.below)) for c in other
    ]


def _turned(table: str) -> str:
    head, *rest = table.strip().splitlines()
    return "\n".join((head, *reversed(rest)))


def test_every_case_names_its_passage() -> None:
    assert [case for case in cases() if not case.values[0].facts.get("source")] == []
