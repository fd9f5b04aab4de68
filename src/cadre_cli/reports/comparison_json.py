"""A comparison as data: `cadre.compare/1`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from cadre_cli.domain.comparison import (
    Cause,
    Changed,
    Comparison,
    GroundDifference,
    Side,
    Standing,
    Told,
)
from cadre_cli.reports.machine import Json, decimal_text

SCHEMA = "cadre.compare/1"


def compare_json(
    comparisons: Sequence[Comparison], alone: Iterable[Side] = (), lang: str = "vi"
) -> Json:
    """What `compare --json` prints; `alone` are sets of one side that nothing is beside."""
    return {
        "schema": SCHEMA,
        "comparisons": [comparison_json(each, lang) for each in comparisons],
        "alone": [side_json(each, lang) for each in alone],
    }


def comparison_json(comparison: Comparison, lang: str = "vi") -> Json:
    """One office and period."""
    return {
        "a": side_json(comparison.a, lang),
        "b": side_json(comparison.b, lang),
        "grounds": [ground_json(each, lang) for each in comparison.grounds],
        "same": comparison.same,
        "changed": [_changed(each, lang) for each in comparison.changed],
        "only_a": [_standing(each) for each in comparison.only_a],
        "only_b": [_standing(each) for each in comparison.only_b],
        "near": [
            {"a": _who(each.a), "b": _who(each.b), "why": each.why.value}
            for each in comparison.near
        ],
    }


def side_json(side: Side, lang: str) -> Json:
    """Where one of the two comes from; the people stand in the comparison."""
    return {
        "file": side.file,
        "form": side.form.value,
        "office": side.office,
        "period": None if side.period is None else str(side.period),
        "people": len(side.people),
        "errors": side.errors,
        "notes": [note.of(lang) for note in side.notes],
    }


def ground_json(ground: GroundDifference, lang: str) -> Json:
    """Something the two sides rest on that is not the same."""
    return {"key": ground.key, "meaning": ground.meaning.of(lang), "a": ground.a, "b": ground.b}


def _changed(changed: Changed, lang: str) -> Json:
    return {
        "a": _who(changed.a),
        "b": _who(changed.b),
        "differences": [
            {
                "field": each.field,
                "a": _value(each.a.value),
                "b": _value(each.b.value),
                "at_a": _place(each.a),
                "at_b": _place(each.b),
            }
            for each in changed.differences
        ],
        "causes": [_cause(each, lang) for each in changed.causes],
    }


def _cause(cause: Cause, lang: str) -> Json:
    return {
        "kind": cause.kind.value,
        "what": cause.what.of(lang),
        "a": _value(cause.a),
        "b": _value(cause.b),
        "at_a": cause.at_a or None,
        "at_b": cause.at_b or None,
        "path": [step.of(lang) for step in cause.path],
    }


def _who(one: Standing) -> Json:
    return {"name": one.name, "code": one.code, "unit": one.unit}


def _standing(one: Standing) -> Json:
    said = {name: _value(one.said[name].value) for name in ("total", "grade") if name in one.said}
    return {**_who(one), **said}


def _place(told: Told) -> Json | None:
    return None if told.at is None else {"sheet": told.at.sheet, "cell": told.at.a1}


def _value(value: Fraction | str | None) -> str | None:
    return decimal_text(value) if isinstance(value, Fraction) else value
