"""What is compared: results scored now, a result workbook read back, a list that others wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.comparison import Form, Ground, Side, Standing, Told
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Office, Records, Stated
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.entered import entered_by_person
from cadre_cli.pipeline.intake import Intake, understand
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.publishing import Wanted, result_workbook
from cadre_cli.reports.parts.provenance import PARTS, Made, facts
from cadre_cli.vietnamese.text import key
from cadre_cli.workbook.read import read

_SCORABLE = frozenset({"tasks", "plan", "scores", "slip", "catalogue"})
"""Kinds of sheets that make a workbook one to be scored, not a list of results."""


def scored_side(file: str, outcome: Outcome, asked: Asked, version: str) -> Side:
    """What was scored now, every person with the tree of their score."""
    return Side(
        file,
        Form.SCORED,
        outcome.office.name,
        outcome.period,
        spoken_of(tuple(_scored(result) for result in outcome.results)),
        grounds_of(outcome, asked, version),
        errors=sum(each.severity is Severity.ERROR for each in outcome.findings),
    )


def with_entered(side: Side, outcome: Outcome, asked: Asked, wanted: Wanted) -> Side:
    """The same with what was entered for everybody, to be laid beside a result workbook."""
    workbook, _ = read(result_workbook(outcome, asked, wanted, {}), side.file)
    entered = {} if workbook is None else entered_by_person(workbook)
    people = (replace(one, entered=entered.get(key(one.name), ())) for one in side.people)
    return replace(side, people=tuple(people))


def grounds_of(outcome: Outcome, asked: Asked, version: str) -> Mapping[str, Ground]:
    """What the results rest on, under the keys of the sheet “Căn cứ”."""
    if outcome.period is None:
        return {}
    options = {} if asked.rules is None else {"rules": asked.rules}
    made = Made(version, asked.day(outcome.period), options)
    groups = facts(outcome, rules_used(outcome, asked), made, "vi")
    return {fact.key: Ground(fact.value, fact.meaning) for _, group in groups for fact in group}


def _scored(result: Classification) -> Standing:
    officer, parts = result.officer, result.score.parts
    if result.not_rated is NotRated.RATED_ABOVE:  # points given here are nobody's to use
        parts = {}
    root = result.score.root
    said = {
        "grade": Told(result.grade),
        "by_points": Told(result.grade_by_points),
        "not_rated": Told(None if result.not_rated is None else result.not_rated.value),
        "total": Told(None if root is None else root.value),
        **{part: Told(parts[part].value if part in parts else None) for part in PARTS},
    }
    if officer.unit is not None:
        said["unit"] = Told(officer.unit)
    return Standing(
        officer.name,
        said,
        officer.code,
        officer.unit,
        officer.position,
        officer.at.cell("name"),
        result,
    )


def spoken_of(people: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """The same without parts that nobody of this side has: a method without them lacks nothing."""
    there = {name for one in people for name, told in one.said.items() if told.value is not None}
    there |= {"grade", "total", "not_rated"} & {name for one in people for name in one.said}
    return tuple(
        replace(one, said={name: told for name, told in one.said.items() if name in there})
        for one in people
    )


def only_states(data: bytes, name: str, office: Office) -> bool:
    """Whether a workbook only states results: totals and classes without the work behind them."""
    understood, _ = understand(data, name, office)
    kinds = set() if understood is None else {table.kind for table in understood.tables}
    return "stated" in kinds and not kinds & _SCORABLE


def list_sides(intake: Intake, own: Period | None) -> tuple[Side, ...]:
    """What a list states, per period; `own` is that of a list that names none."""
    by_period: dict[Period | None, Records] = {}
    for part in intake.parts:
        if part.records.stated:
            period = part.period or own
            by_period[period] = by_period.get(period, Records()) + part.records
    head = intake.letterhead
    return tuple(
        Side(
            intake.source.file,
            Form.LIST,
            None if head is None else head.name,
            period,
            _listed(records.stated),
            notes=tuple(_doubts(intake.findings)),
        )
        for period, records in sorted(by_period.items(), key=lambda one: str(one[0]))
    )


def _listed(stated: Sequence[Stated]) -> tuple[Standing, ...]:
    """Everybody listed; a blank class in a list of classes says that there is none."""
    grades = any(each.grade is not None for each in stated)
    totals = any(isinstance(each.total, Decimal) for each in stated)
    return tuple(_one_listed(each, grades=grades, totals=totals) for each in stated)


def _one_listed(stated: Stated, *, grades: bool, totals: bool) -> Standing:
    said: dict[str, Told] = {}
    if grades:
        said["grade"] = Told(stated.grade, stated.grade_at)
    if totals and (stated.total is None or isinstance(stated.total, Decimal)):
        total = None if stated.total is None else Fraction(stated.total)
        said["total"] = Told(total, stated.total_at, stated.decimals)
    who = stated.who
    if who.unit is not None:
        said["unit"] = Told(who.unit)
    return Standing(who.name, said, who.code, who.unit, None, who.at)


def _doubts(findings: Sequence[Finding]) -> Iterator[Text]:
    """What could not be read in a list: a comparison with half a list would blame people."""
    for found in findings:
        if found.severity is Severity.ERROR:
            place = f"{found.code} {found.at}: "
            yield Text(place + found.said("vi"), place + found.said("en"))
