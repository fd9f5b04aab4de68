"""A verification as data: `cadre.verify/1`."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.verification import Verification
from cadre_cli.reports.comparison_json import comparison_json, ground_json
from cadre_cli.reports.machine import Json

SCHEMA = "cadre.verify/1"


def verify_json(answers: Sequence[Verification], lang: str = "vi") -> Json:
    """What `verify --json` prints."""
    return {"schema": SCHEMA, "results": [_answer(each, lang) for each in answers]}


def _answer(answer: Verification, lang: str) -> Json:
    """One result workbook; `follows` is null when it cannot be told."""
    comparison = answer.comparison
    return {
        "file": answer.file,
        "office": answer.office,
        "period": answer.period,
        "follows": answer.follows,
        "identical": answer.identical,
        "version": {"recorded": answer.version_then, "current": answer.version_now},
        "sources": [
            {
                "file": each.name,
                "sha256": each.sha256,
                "state": each.state.value,
                "found": None if each.found is None else each.found.as_posix(),
                **({"entries_added": each.more} if each.ledger else {}),
            }
            for each in answer.sources
        ],
        "rules": [ground_json(each, lang) for each in answer.rules],
        "edited": [
            {
                "sheet": each.at.sheet,
                "cell": each.at.a1,
                "held": each.held,
                "follows": each.follows,
            }
            for each in answer.edited
        ],
        "comparison": None if comparison is None else comparison_json(comparison, lang),
        "notes": [note.of(lang) for note in answer.notes],
    }
