"""One person's score as data: the tree of steps of `cadre explain --json`."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.reports.machine import Json, decimal_text

SCHEMA = "cadre.explain/1"


def explain_json(results: Sequence[tuple[Classification, Sequence[str]]], lang: str = "vi") -> Json:
    """One entry per period; `steps` holds the whole tree, or what could be computed of it.

    Each result comes with its sentences in plain words.
    """
    return {
        "schema": SCHEMA,
        "explanations": [
            _explanation(each, lang) | {"in_words": list(words)} for each, words in results
        ],
    }


def topmost(result: Classification) -> tuple[Step, ...]:
    """The root; of an incomplete score each part that could be computed, none inside another."""
    if result.score.root is not None:
        return (result.score.root,)
    parts = tuple(result.score.parts.values())
    below = {id(step) for part in parts for inner in part.inputs for step in inner.walk()}
    return tuple(part for part in parts if id(part) not in below)


def _explanation(result: Classification, lang: str) -> Json:
    return {
        "name": result.officer.name,
        "unit": result.officer.unit,
        "period": str(result.score.period),
        "rule_set": result.score.rule_set or None,
        "grade_by_points": result.grade_by_points,
        "grade": result.grade,
        "not_rated": None if result.not_rated is None else result.not_rated.value,
        "reasons": [
            {"text": each.text.of(lang), "basis": [_basis(basis) for basis in each.basis]}
            for each in result.reasons
        ],
        "assumptions": [_basis(basis) for basis in result.bases() if basis.is_assumption],
        "missing": [
            {"what": each.what.of(lang), "at": _at(each.at)} for each in result.score.missing
        ],
        "steps": [_step(step, lang) for step in topmost(result)],
    }


def _step(step: Step, lang: str) -> Json:
    return {
        "key": step.key,
        "label": step.label.of(lang),
        "value": decimal_text(step.value),
        "exact": str(step.value),
        "operation": step.operation.value,
        "at": _at(step.at),
        "note": None if step.note is None else step.note.of(lang),
        "basis": [_basis(basis) for basis in step.basis],
        "inputs": [_step(each, lang) for each in step.inputs],
    }


def _at(at: CellRef | None) -> Json | None:
    return None if at is None else {"file": at.file, "sheet": at.sheet, "cell": at.a1}


def _basis(basis: Basis) -> Json:
    return {
        "authority": basis.authority.value,
        "document": basis.document,
        "passage": basis.passage,
        "choice": basis.choice,
        "option": basis.option,
        "read_as": basis.read_as,
    }
