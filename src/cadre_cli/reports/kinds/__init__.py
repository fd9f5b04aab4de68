"""One report per file."""

from __future__ import annotations

from collections.abc import Mapping

from cadre_cli.reports.given import ReportKind
from cadre_cli.reports.kinds import (
    basis,
    details,
    explanation,
    findings,
    leaders,
    month,
    slips,
    summary,
    villages,
)

REPORTS: Mapping[str, ReportKind] = {
    "month": month.REPORT,
    "summary": summary.REPORT,
    "details": details.REPORT,
    "slips": slips.REPORT,
    "leaders": leaders.REPORT,
    "findings": findings.REPORT,
    "explanation": explanation.REPORT,
    "basis": basis.REPORT,
    "villages": villages.REPORT,
}
"""Every report by its name, as `cadre score --report` takes it."""

DEFAULT = "month"
