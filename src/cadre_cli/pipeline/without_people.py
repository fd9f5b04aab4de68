"""Periods of which only organisations or villages tell: an outcome in which nobody is scored."""

from __future__ import annotations

from cadre_cli.checks import run_about_villages, run_organisations
from cadre_cli.checks.visits import visits_counted, weekday_of
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.villages import VillageBook
from cadre_cli.rules.schema import RulesOf
from cadre_cli.scoring.organisations import assess_organisations
from cadre_cli.villages.book import book_of


def without_people(submission: Submission, rules_of: RulesOf) -> Outcome:
    """The outcome of a period of which no task, mark or total of anybody is on record.

    Heads are held to a table of organisations where their own class of that period stands: `cadre
    rank`, for a year. What villages lack is told where sheets about them are there.
    """
    organisations = assess_organisations(submission, rules_of)
    found, _ = run_organisations(submission, (), rules_of, organisations)
    noted, not_run = run_about_villages(submission, rules_of) if submission.villages else ((), ())
    return Outcome(
        office=submission.office,
        period=submission.period,
        sources=submission.sources,
        results=(),
        findings=(*found, *noted),
        not_run=not_run,
        events=submission.events,
        brought=submission.brought,
        organisations=organisations,
        villages=villages_of(submission, rules_of),
    )


def villages_of(submission: Submission, rules_of: RulesOf) -> VillageBook:
    """The office's villages as its reports need them."""
    weekday = weekday_of(submission, rules_of)
    return book_of(submission, weekday, visits_counted(submission, rules_of))
