"""The names of sections, rows and columns by which formulas of one sheet call cells of another."""

from __future__ import annotations

from cadre_cli.domain.officers import Officer
from cadre_cli.domain.report import Ref

SUMMARY = "summary"
DETAILS = "details"
EXPLANATION = "explanation"
CHECKS = "checks"
PROVENANCE = "provenance"
LEADERS = "leaders"


def person_row(officer: Officer) -> str:
    """The row of a person: the result in the summary, the subtotal in the details."""
    return f"person:{officer.id}"


def task_row(officer: Officer, place: int) -> str:
    """The row of a person's task in the details, counted from 1."""
    return f"{person_row(officer)}/{place}"


def summary_cell(officer: Officer, column: str) -> Ref:
    """A person's cell in the summary."""
    return Ref(SUMMARY, person_row(officer), column)


def subtotal_cell(officer: Officer, column: str) -> Ref:
    """A person's subtotal in the details."""
    return Ref(DETAILS, person_row(officer), column)
