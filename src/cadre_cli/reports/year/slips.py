"""Mẫu số 02 of each person: the twelve months, their mean, and room for both classifications."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.report import Section
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import MonthState, Origin, YearMonth, YearPerson
from cadre_cli.reports.parts.slip import form_of
from cadre_cli.reports.parts.year_slip import YearSlip, year_slip
from cadre_cli.reports.year.given import YearGiven

_FORM = "Mẫu số 02"
_BROUGHT = Text("do {body} gửi", "sent by {body}")
_QUARTER = Text("điểm của {period}", "points of the {period}")


def slips(given: YearGiven) -> Iterator[Section]:
    """One sheet a person, in the order of their rank; who is rated above has none here."""
    office, lang = given.ranking.office, given.lang
    for person in given.ranking.people:
        if person.mean is not None:
            yield year_slip(_slip(person, given), office, lang, given.decimals)


def _slip(person: YearPerson, given: YearGiven) -> YearSlip:
    officer, lang = person.officer, given.lang
    notes = {month.number: told for month in person.months if (told := _note(month, lang))}
    return YearSlip(
        key=f"slip:{officer.id}",
        name=officer.name,
        year=given.ranking.year,
        position=officer.position,
        unit=officer.unit,
        kind=officer.kind,
        months={month.number: month.total for month in person.months},
        notes=notes,
        mean=None if person.mean is None else person.mean.value,
        grades=tuple(given.grades.values()),
        form=form_of(given.rules.get(person.rule_set), _FORM),
    )


def _note(month: YearMonth, lang: str) -> str:
    """Why a month does not count, or where its points come from."""
    entry = month.entry
    if month.state is not MonthState.COUNTED:
        return "" if month.why is None else month.why.of(lang)
    if entry is None:
        return ""
    if entry.body is not None:
        return _BROUGHT.fill(body=entry.body).of(lang)
    if entry.period.unit_months > 1:
        return _QUARTER.fill(period=entry.period.title).of(lang)
    return entry.origin.name_of.of(lang) if entry.origin is Origin.LEDGER else ""
