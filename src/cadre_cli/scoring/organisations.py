"""Classes of organisations (NĐ 335 Đ5–Đ9), and the head who may not stand above the own one (Đ20.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.results import Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.conditions import judge


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What is known of one organisation's year: points of 100 and what its class asks beside them."""

    common: Fraction | None = None
    result: Fraction | None = None
    measures: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrganisationRating:
    """The class proposed; `grade` is None while points are missing or no class fits.

    `settled` is False where it follows the points and conditions nobody recorded are still open.
    """

    total: Fraction | None
    by_points: str | None
    grade: str | None
    reasons: tuple[Reason, ...]
    settled: bool = False


def rate_organisation(facts: OrganisationFacts, rules: RuleSet) -> OrganisationRating:
    """Points decide the highest class possible; the conditions of Đ8 must hold beside them."""
    wrong = _out_of_range(facts, rules)
    if wrong is not None:
        return OrganisationRating(None, None, None, (wrong,))
    total = None
    if facts.common is not None and facts.result is not None:
        total = facts.common + facts.result
    by_points = None if total is None else rules.grade_for(total)
    judged = judge(rules, facts.measures, highest=None if by_points is None else by_points.code)
    ground = judged.grade == rules.grades[-1].code
    if total is None or by_points is None:
        reasons = (*judged.reasons, _no_points()) if not ground else judged.reasons
        return OrganisationRating(None, None, judged.grade if ground else None, reasons, ground)
    band = Text(
        f"{shown(total)} điểm: {by_points.name}", f"{shown(total, 'en')} points: {by_points.code}"
    )
    reasons = (Reason(band, (by_points.basis,)), *judged.reasons)
    grade = judged.proposed(by_points.code, rules)
    return OrganisationRating(
        total, by_points.code, grade, reasons, settled=judged.grade is not None
    )


def held_to_organisation(grade: str, organisation: str, rules: RuleSet) -> str:
    """The head's class, never above the organisation's."""
    codes = [each.code for each in rules.grades]
    return codes[max(codes.index(grade), codes.index(organisation))]


def _out_of_range(facts: OrganisationFacts, rules: RuleSet) -> Reason | None:
    for points, name in ((facts.common, "common_max"), (facts.result, "result_full")):
        most = rules.value(name)
        if points is not None and not 0 <= points <= most.value:
            text = Text(
                f"{shown(points)} điểm, ngoài mức 0–{shown(most.value)}: {most.meaning}",
                f"{shown(points, 'en')} points, outside 0–{shown(most.value, 'en')} ({name})",
            )
            return Reason(text, (most.basis,))
    return None


def _no_points() -> Reason:
    return Reason(Text("chưa có điểm của cơ quan", "the organisation has no points"))
