"""What the checks said about a submission: the findings of some codes, or what did not run."""

from __future__ import annotations

from tests.factories import FILE, TASK_FIELDS, rule_set

from cadre_cli.checks import run_after, run_before
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.office import assess

RULES = rule_set()


def found(
    submission: Submission, *codes: str, rules: RuleSet = RULES, after: bool = False
) -> tuple[Finding, ...]:
    """The findings with these codes, before scoring or after it."""
    findings, _ = _both(submission, rules, after)
    return tuple(finding for finding in findings if finding.code in codes)


def not_run(submission: Submission, *, after: bool = False) -> dict[str, str]:
    """Code of a check that could not run → why, in Vietnamese."""
    _, lacking = _both(submission, RULES, after)
    return {each.check: each.why.vi for each in lacking}


def _both(submission: Submission, rules: RuleSet, after: bool):  # type: ignore[no-untyped-def]  # what it calls says it
    if not after:
        return run_before(submission, lambda _: rules)
    return run_after(submission, assess(submission, lambda _: rules), lambda _: rules)


def at(field: str, line: int = 2, fields: tuple[str, ...] = TASK_FIELDS) -> CellRef:
    """The cell of a field in a row of the task sheet."""
    return CellRef(FILE, "Giao việc", line, fields.index(field) + 1)
