"""What is compared: results scored now, a result workbook read back, a list that others wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.comparison import MONTHS, Form, Ground, Side, Standing, Told
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.entered import entered_by_person
from cadre_cli.pipeline.intake import Reading, intake, understand
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.publishing import Wanted, result_workbook
from cadre_cli.reports.parts.provenance import PARTS, Made, facts
from cadre_cli.sheets.people_rows import person_of
from cadre_cli.sheets.reading import parse_rows
from cadre_cli.vietnamese.names import looks_like_name
from cadre_cli.vietnamese.text import key
from cadre_cli.workbook.read import read

_SCORABLE = frozenset({"tasks", "plan", "scores", "slip", "catalogue"})
"""Kinds of sheets that make a workbook one to be scored, not a list of results."""


_USUAL = 2
"""Decimals that lists of points usually have."""


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
    there |= {"grade", "total", "not_rated", *MONTHS} & {
        name for one in people for name in one.said
    }
    return tuple(
        replace(one, said={name: told for name, told in one.said.items() if name in there})
        for one in people
    )


def only_states(data: bytes, name: str, office: Office) -> bool:
    """Whether a workbook only states results: totals and classes without the work behind them."""
    understood, _ = understand(data, name, office)
    kinds = set() if understood is None else {table.kind for table in understood.tables}
    return "stated" in kinds and not kinds & _SCORABLE


def list_sides(
    data: bytes, name: str, office: Office, own: Period | None
) -> tuple[tuple[Side, ...], tuple[Finding, ...]]:
    """What a list states, per period, and what was found in it; `own` is that of a list without one."""
    read_in = intake(data, name, office, Reading(own))
    by_period: dict[Period | None, Records] = {}
    for part in read_in.parts:
        if part.records.stated:
            period = part.period or own
            by_period[period] = by_period.get(period, Records()) + part.records
    head = read_in.letterhead
    others = tuple(_named(data, name, office)) if len(by_period) == 1 else ()
    sides = (
        _list_side(name, period, records.stated, others)
        for period, records in sorted(by_period.items(), key=lambda one: str(one[0]))
    )
    doubts = tuple(_doubts(read_in.findings))
    office_name = None if head is None else head.name
    return (
        tuple(replace(side, office=office_name, notes=(*side.notes, *doubts)) for side in sides),
        read_in.findings,
    )


def _named(data: bytes, name: str, office: Office) -> Iterator[Mention]:
    """Everybody a list names, also those of whom it states nothing ("Không xếp loại")."""
    understood, _ = understand(data, name, office)
    for table in () if understood is None else understood.tables:
        if table.kind == "stated":
            readers = (person_of(reader, table.subject) for reader in parse_rows(table))
            yield from (who for who in readers if who is not None and looks_like_name(who.name))


def _list_side(
    name: str, period: Period | None, stated: Sequence[Stated], others: Sequence[Mention]
) -> Side:
    """Everybody listed; a blank class in a list of classes says that there is none.

    Numbers are as exact as the list is: where no total has a decimal, none is meant.
    """
    totals = [each.total for each in stated if isinstance(each.total, Decimal)]
    decimals = max((_decimals(total) for total in totals), default=0)
    grades = any(each.grade is not None for each in stated)
    told = frozenset((*(("grade",) if grades else ()), *(("total",) if totals else ())))
    people = [_one_listed(each, told, min(decimals, each.decimals)) for each in stated]
    there = {(each.who.at, each.who.name) for each in stated}
    for who in others:
        if (who.at, who.name) not in there:
            nothing = {what: Told(None, who.at) for what in sorted(told)}
            people.append(Standing(who.name, nothing, who.code, who.unit, None, who.at))
    notes: tuple[Text, ...] = ()
    if totals and decimals < _USUAL:
        words = Text(
            "điểm ghi đến {count} chữ số thập phân, so sánh đến mức ấy",
            "points have {count} decimals and are compared as exactly",
        )
        notes = (words.fill(count=decimals),)
    return Side(name, Form.LIST, None, period, tuple(people), notes=notes)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _one_listed(stated: Stated, told: frozenset[str], decimals: int) -> Standing:
    said: dict[str, Told] = {}
    if "grade" in told:
        said["grade"] = Told(stated.grade, stated.grade_at)
    if "total" in told and (stated.total is None or isinstance(stated.total, Decimal)):
        total = None if stated.total is None else Fraction(stated.total)
        said["total"] = Told(total, stated.total_at, decimals)
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
