"""What the rules forbid or suggest, over what an office wrote (BEFORE), its results (AFTER), its year (YEAR)."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.checks import (
    assignment,
    assignment_catalogue,
    assignment_terms,
    classification,
    evaluation,
    evaluation_quantities,
    evaluation_results,
    evaluation_scores,
    evaluation_stated,
    formalism,
    formalism_loads,
    formalism_work,
    leader_parts,
    organisation,
    organisation_table,
    passed_over,
    placements,
    plan,
    roster,
    superiors,
    task_points,
    village_criteria,
    visits,
    year,
    year_caps,
)
from cadre_cli.checks.check import After, Before, OverOrganisations, Results, run
from cadre_cli.checks.year_check import Rules, YearCheck
from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import OrganisationResult
from cadre_cli.domain.year import YearRanking
from cadre_cli.rules.schema import RulesOf

BEFORE: tuple[Before, ...] = (
    *roster.CHECKS,
    *superiors.CHECKS,
    *placements.CHECKS,
    *assignment.CHECKS,
    *assignment_terms.CHECKS,
    *assignment_catalogue.CHECKS,
    *plan.CHECKS,
    *evaluation.CHECKS,
    *evaluation_results.CHECKS,
    *evaluation_quantities.CHECKS,
    *evaluation_scores.CHECKS,
    *leader_parts.CHECKS,
    *passed_over.CHECKS,
    *task_points.CHECKS,
)
NOTES: tuple[After, ...] = (
    *formalism.CHECKS,
    *formalism_loads.CHECKS,
    *formalism_work.CHECKS,
    *visits.CHECKS,
    *village_criteria.CHECKS,
)
"""Notes for those who lead (letter L): all that can be said of a period without anybody's work."""
AFTER: tuple[After, ...] = (
    *evaluation_stated.CHECKS,
    *classification.CHECKS,
    *NOTES,
)
ORGANISATIONS: tuple[OverOrganisations, ...] = (
    *organisation_table.CHECKS,
    *organisation.CHECKS,
)

YEAR: tuple[YearCheck, ...] = (*year.CHECKS, *year_caps.CHECKS)


def run_about_villages(
    submission: Submission, rules_of: RulesOf
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """Who cannot be told apart, and what is worth knowing about the villages, where nobody is scored."""
    named, no_roster = run(roster.CHECKS, submission, lambda look: look(submission, rules_of))
    noted, not_run = run(NOTES, submission, lambda look: look(submission, (), rules_of))
    return (*named, *noted), (*no_roster, *not_run)


def run_before(
    submission: Submission, rules_of: RulesOf
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """What is wrong with what the office wrote, whatever anybody's score."""
    return run(BEFORE, submission, lambda look: look(submission, rules_of))


def run_after(
    submission: Submission,
    results: Results,
    rules_of: RulesOf,
    organisations: Sequence[OrganisationResult] = (),
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """What is worth knowing about the results, of people and of organisations."""
    findings, not_run = run(AFTER, submission, lambda look: look(submission, results, rules_of))
    more, lacking = run_organisations(submission, results, rules_of, organisations)
    return (*findings, *more), (*not_run, *lacking)


def run_organisations(
    submission: Submission,
    results: Results,
    rules_of: RulesOf,
    organisations: Sequence[OrganisationResult],
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """The table of organisations and the heads held to it; without one only X03 says so."""
    checks = ORGANISATIONS if submission.organisations else organisation.CHECKS
    return run(checks, submission, lambda look: look(submission, results, organisations, rules_of))


def run_year(ranking: YearRanking, rules: Rules) -> tuple[Finding, ...]:
    """What an office's year has to be looked at for; `rules` are those of the year by their id."""
    found = (finding for check in YEAR for finding in check.run(ranking, rules))
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.order))


def who_is_meant(submission: Submission, rules_of: RulesOf) -> tuple[Finding, ...]:
    """Names that fit nobody, or several (D06, D07)."""
    findings, _ = run(roster.CHECKS, submission, lambda look: look(submission, rules_of))
    return findings


def assumed(ranking: YearRanking, rules_of: RulesOf) -> tuple[Finding, ...]:
    """What the year's classes rest on that no text settles, who has none, and gaps in the law.

    The same checks as for a month (X04, X06, X07), over the results of the year.
    """
    results = tuple(person.as_result(ranking.year) for person in ranking.people)
    period = Period.parse(str(ranking.year))
    officers = tuple(result.officer for result in results)
    submission = Submission(ranking.office, period, officers, sources=ranking.sources)
    wanted = tuple(c for c in classification.CHECKS if set(c.codes) & {"X04", "X06", "X07"})
    findings, _ = run(wanted, submission, lambda look: look(submission, results, rules_of))
    return findings
