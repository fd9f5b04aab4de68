"""What a check over a year is, and the places its findings name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.year import YearPerson, YearRanking
from cadre_cli.rules.schema import RuleSet

Rules = Mapping[str, RuleSet]
"""Rule-set id → the rules of the year."""
YearRun = Callable[[YearRanking, Rules], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class YearCheck:
    """A check over a year's ranking, with the codes it may raise."""

    name: str
    codes: tuple[str, ...]
    run: YearRun


def first_file(ranking: YearRanking) -> CellRef:
    """The first of the year's workbooks, for what is about no one person."""
    if ranking.sources:
        return CellRef(ranking.sources[0].file)
    return CellRef(ranking.office.folder or ".")


def person_at(person: YearPerson) -> CellRef:
    """Where the person stands on record."""
    return person.officer.at.cell("name")
