"""Where a unit's people stand in the table of the year: its rows follow each other there."""

from __future__ import annotations

from cadre_cli.domain.report import Down
from cadre_cli.reports.keys import person_row
from cadre_cli.reports.year.given import YEAR, YearGiven


def unit_down(given: YearGiven, unit: str | None, column: str) -> Down | None:
    """The cells of a unit's people in one column; of everyone for None."""
    units = given.by_unit()
    people = [p for members in units.values() for p in members] if unit is None else units.get(unit)
    if not people:
        return None
    return Down(YEAR, person_row(people[0].officer), person_row(people[-1].officer), column)
