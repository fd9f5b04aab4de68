"""Classes by conditions: what each class asks, and which classes the known facts leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cadre_cli.domain.results import Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.measures import MEASURES
from cadre_cli.rules.schema import Condition, Grade, RuleSet

Measures = Mapping[str, Fraction]
"""What is known, by the names of `rules.measures`; a measure that is not there is unknown, never 0."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the conditions say of one person or organisation.

    `grade` is set when they settle the class. `failed` are the classes they rule out, `open` those
    that only facts nobody recorded keep undecided; `unknown` are the conditions on those facts.
    `met` is the class reached in any case, where only a higher one is open.
    """

    grade: str | None
    reasons: tuple[Reason, ...]
    failed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unknown: tuple[Condition, ...] = ()
    met: str | None = None

    def proposed(self, by_points: str | None, rules: RuleSet) -> str | None:
        """The class to propose: the settled one, else that of the points as far as it is open.

        Never a class that is ruled out, never below the one that is reached in any case; None where
        the conditions leave a gap or nothing is known at all.
        """
        if self.grade is not None or by_points is None or not self.open:
            return self.grade or self.met
        codes = [grade.code for grade in rules.grades]
        least = codes.index(self.met) if self.met is not None else len(codes) - 1
        first = min(codes.index(by_points), least)
        return next((code for code in codes[first:] if code not in self.failed), None)


def judge(
    rules: RuleSet, measures: Measures, *, leads: bool = False, highest: str | None = None
) -> Judged:
    """The class by conditions, from the highest down; `highest` is the class that points allow.

    A ground that is enough for a class settles it. Otherwise the first class all of whose
    conditions hold, unless a higher one is still open. Between two classes the text may say
    nothing: then none is settled, and nothing is open.
    """
    asked = [c for c in rules.conditions if c.asked_of(rules.kind, leads=leads)]
    for ground in (c for c in asked if c.enough and c.measure in measures):
        if ground.holds(measures[ground.measure]):
            return Judged(ground.grade, (_told(ground, measures),))
    failed: list[str] = []
    still_open: list[str] = []
    unknown: list[Condition] = []
    reasons: list[Reason] = []
    reached: str | None = None
    for grade in _from(rules.grades, highest):
        wanted = [c for c in asked if c.grade == grade.code and not c.enough]
        broken = [c for c in wanted if c.measure in measures and not c.holds(measures[c.measure])]
        lacking = [c for c in wanted if c.measure not in measures]
        if broken:
            failed.append(grade.code)
            reasons += [_not_met(c, grade, measures) for c in broken]
        elif lacking:
            still_open.append(grade.code)
            unknown += lacking
        elif wanted or grade.code == highest == rules.grades[-1].code:
            met = [_told(c, measures) for c in wanted]
            if not still_open:
                return Judged(grade.code, (*reasons, *met), tuple(failed))
            reached, reasons = grade.code, [*reasons, *met]
            break
    reasons += [_unknown(c, rules) for c in unknown]
    if not still_open:
        reasons.append(_silent(rules))
    return Judged(None, tuple(reasons), tuple(failed), tuple(still_open), tuple(unknown), reached)


def _from(grades: Sequence[Grade], highest: str | None) -> Sequence[Grade]:
    places = [place for place, grade in enumerate(grades) if grade.code == highest]
    return grades[places[0] :] if places else grades


def _value(condition: Condition, measures: Measures, lang: str) -> str:
    return f"{shown(measures[condition.measure] * 100, lang)} %"


def _told(condition: Condition, measures: Measures) -> Reason:
    text = Text(
        f"{condition.text}: {_value(condition, measures, 'vi')}",
        f"{condition.measure}: {_value(condition, measures, 'en')}",
    )
    return Reason(text, (condition.basis,))


def _not_met(condition: Condition, grade: Grade, measures: Measures) -> Reason:
    text = Text(
        f"chưa đạt điều kiện của mức {grade.name}: {condition.text}"
        f" (đang là {_value(condition, measures, 'vi')})",
        f"not {grade.code}: {condition.measure} is {_value(condition, measures, 'en')}",
    )
    return Reason(text, (condition.basis,))


def _unknown(condition: Condition, rules: RuleSet) -> Reason:
    grade = rules.grade(condition.grade)
    measured = MEASURES[condition.measure]
    text = Text(
        f"chưa biết điều kiện của mức {grade.name}: {condition.text} (bảng không ghi {measured})",
        f"{grade.code} is open: nothing on record about {condition.measure}",
    )
    return Reason(text, (condition.basis,))


def _silent(rules: RuleSet) -> Reason:
    parts = "; ".join(part.what for part in rules.not_found if part.grades)
    text = Text(
        "không mức nào khớp các điều kiện biết được; cấp có thẩm quyền xem xét"
        + (f" (chưa tìm thấy: {parts})" if parts else ""),
        "no class fits the conditions that are known; the authority has to decide",
    )
    return Reason(text, tuple(part.basis for part in rules.not_found if part.grades))
