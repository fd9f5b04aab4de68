"""A slip for each person, Mẫu số 01: `<name>.phieu-01.xlsx`, or a workbook for each person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Classification, NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.parts.slip import slip
from cadre_cli.reports.parts.slip_list import slip_list
from cadre_cli.vietnamese.text import fold

_TITLE = Text("Phiếu theo dõi, đánh giá", "Slips of assessment")
_LONGEST_SUFFIX = 40
_PLAIN = re.compile("[a-z0-9]+")
_NO_SLIP = frozenset({NotRated.RATED_ABOVE, NotRated.NOT_COVERED})
"""Whose assessment is not this office's to write down."""


def build(given: Given) -> Report:
    """A list of all slips, a sheet for each person, the basis."""
    people = _people(given)
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            slip_list(given.outcome, people, given.rules, given.lang),
            *(slip(result, given.outcome, given.rules, given.lang) for result in people),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


def each(given: Given) -> Iterator[tuple[str, Report]]:
    """A workbook for each person, which says nothing of anybody else.

    Its name ends with the place in the list and the plain letters of the person's name: nothing in
    a cell may choose where a file goes.
    """
    for place, result in enumerate(_people(given), 1):
        outcome = replace(
            given.outcome,
            results=(result,),
            tasks=(),
            common=tuple(
                marks for marks in given.outcome.common if marks.who.officer == result.officer.id
            ),
            findings=(),
            not_run=(),
        )
        letters = "-".join(_PLAIN.findall(fold(result.officer.name)))[:_LONGEST_SUFFIX].strip("-")
        suffix = "-".join(part for part in (f"{place:03d}", letters) if part)
        yield (
            suffix,
            Report(
                given.name(REPORT.ending),
                given.properties(_TITLE),
                (
                    slip(result, outcome, given.rules, given.lang),
                    provenance(outcome, given.rules, given.made, given.lang),
                ),
            ),
        )


def _people(given: Given) -> tuple[Classification, ...]:
    return tuple(each for each in given.outcome.results if each.not_rated not in _NO_SLIP)


REPORT = ReportKind(
    "phieu-01",
    Text(
        "phiếu theo dõi, đánh giá của từng người (Mẫu số 01)",
        "a slip for each person (Mẫu số 01)",
    ),
    build,
    each,
)
