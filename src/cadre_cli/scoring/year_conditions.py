"""The year of one person under NĐ 90/2020: who is rated at all, forced cases, conditions, absence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.events import Event
from cadre_cli.domain.results import NotRated, Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.classes import exempt, exempted
from cadre_cli.scoring.conditions import judge


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What is known of one person's year.

    `months_worked` and `months_away` are months of the year, None where nothing is on record:
    then nobody is held to have been away. `maternity` is leave that is counted on the time worked.
    `by_points` is the class of the mean of the months, which by itself decides nothing.
    """

    leads: bool = False
    months_worked: Fraction | None = None
    months_away: Fraction | None = None
    maternity: bool = False
    events: tuple[Event, ...] = ()
    measures: Mapping[str, Fraction] = field(default_factory=dict)
    by_points: str | None = None


@dataclass(frozen=True, slots=True)
class YearClass:
    """The class proposed for a year; `settled` when conditions or a forced case decided it.

    `grade` is None exactly when `not_rated` says why.
    """

    grade: str | None
    by_points: str | None
    reasons: tuple[Reason, ...]
    not_rated: NotRated | None = None
    settled: bool = False


def year_class(facts: YearFacts, rules: RuleSet) -> YearClass:
    """The year's class under rules that classify by conditions."""
    notes = (
        *((_maternity(rules),) if facts.maternity else ()),
        *exempted(facts.events, rules, leads=facts.leads),
    )
    least = rules.value("months_for_rating").value
    if facts.months_worked is not None and facts.months_worked < least and not facts.maternity:
        reason = _short(facts.months_worked, rules)
        return YearClass(None, facts.by_points, (reason,), NotRated.UNDER_SIX_MONTHS)
    forced = _forced(facts, rules)
    if forced:
        lowest = rules.grades[-1].code
        return YearClass(lowest, facts.by_points, (*forced, *notes), settled=True)
    judged = judge(rules, facts.measures, leads=facts.leads)
    grade = judged.proposed(facts.by_points, rules)
    reasons = (*judged.reasons, *notes)
    if grade is None:
        return YearClass(None, facts.by_points, reasons, NotRated.INCOMPLETE)
    if judged.grade is None and facts.by_points is not None:
        reasons = (*reasons, _by_points(grade, rules))
    held = _held(grade, facts, rules)
    if held is not None:
        grade, reason = held
        reasons = (*reasons, reason)
    return YearClass(grade, facts.by_points, reasons, settled=judged.grade is not None)


def _forced(facts: YearFacts, rules: RuleSet) -> tuple[Reason, ...]:
    """Grounds for the lowest class; the same act is one ground however many texts punish it."""
    return tuple(
        Reason(
            Text(
                f"{rules.grade(case.grade).name}: {case.text} ({event.words})",
                f"{case.grade}: {event.kind.value} ({event.words})",
            ),
            (case.basis,),
            event.at,
        )
        for event in facts.events
        for case in rules.forced
        if case.applies(event.kind.value, exempt(event), leads=facts.leads)
    )


def _held(grade: str, facts: YearFacts, rules: RuleSet) -> tuple[str, Reason] | None:
    """Three to under six months away: rated, but not at the second class or above."""
    away, least = facts.months_away, rules.values.get("months_away_capped")
    codes = [each.code for each in rules.grades]
    too_high = codes.index(grade) < 2
    if away is None or least is None or facts.maternity or away < least.value or not too_high:
        return None
    text = Text(
        f"nghỉ {shown(away)} tháng trong năm: không xếp loại từ mức {rules.grades[1].name} trở lên",
        f"{shown(away, 'en')} months away: not rated {codes[1]} or above",
    )
    return codes[2], Reason(text, (rules.passage("away"),))


def _short(months: Fraction, rules: RuleSet) -> Reason:
    text = Text(
        f"làm việc {shown(months)} tháng trong năm, dưới 6 tháng: không xếp loại, vẫn kiểm điểm",
        f"{shown(months, 'en')} months worked, under six: not rated, reviewed all the same",
    )
    return Reason(text, (rules.passage("not_classified_short"),))


def _maternity(rules: RuleSet) -> Reason:
    text = Text(
        "nghỉ thai sản: theo kết quả của thời gian làm việc thực tế",
        "maternity leave: by the time actually worked",
    )
    return Reason(text, (rules.passage("maternity"),))


def _by_points(grade: str, rules: RuleSet) -> Reason:
    """Nothing settled the class: the points propose, and the result says that it rests on that."""
    name = rules.grade(grade).name
    text = Text(
        f"đề xuất {name} theo điểm; văn bản không xếp loại theo điểm",
        f"{grade} is proposed by points, which decide nothing by themselves",
    )
    return Reason(text, (rules.choice("local_2024_bands").basis,))
