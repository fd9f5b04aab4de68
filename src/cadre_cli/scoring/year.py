"""One person's year: the mean of the months that count, and the class proposed before any cap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import NotRated, Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.year import MonthState, YearEntry, YearMonth, YearPerson
from cadre_cli.rules.schema import NoRuleInForce, NotCovered, RuleSet, RulesOf
from cadre_cli.scoring.classes import exempt, exempted
from cadre_cli.scoring.conditions import judge
from cadre_cli.scoring.year_absence import Worked, too_short, worked_in
from cadre_cli.scoring.year_conditions import YearFacts, year_class
from cadre_cli.scoring.year_months import means_of, months_of
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """Everything on record that bears on one person's year.

    `covered` are the periods the office has results for; `measures` what the conditions of a class
    measure, as far as the year's workbooks show it.
    """

    officer: Officer
    year: int
    entries: tuple[YearEntry, ...] = ()
    events: tuple[Event, ...] = ()
    covered: tuple[Period, ...] = ()
    measures: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Class:
    grade: str | None
    reasons: tuple[Reason, ...]
    not_rated: NotRated | None = None


def year_of(evidence: YearEvidence, rules_of: RulesOf) -> YearPerson:
    """The person's year under the rules in force at its end; groups, caps and ranks come later."""
    officer = evidence.officer
    try:
        rules = rules_of(officer.kind.value)
    except NotCovered as decided:
        return _without_rules(
            evidence, NotRated.NOT_COVERED, Reason(decided.text, (decided.basis,))
        )
    except NoRuleInForce as gap:
        return _without_rules(evidence, NotRated.NO_RULE, Reason(gap.text))
    events = in_year(evidence.events, evidence.year)
    months = months_of(evidence.year, evidence.entries, events, evidence.covered, rules)
    means = means_of(months, rules)
    by_points = None if means.year is None else rules.grade_for(means.year.value).code
    found = _classify(evidence, events, months, by_points, rules)
    return YearPerson(
        officer=officer,
        months=months,
        mean=means.year,
        quarters=means.quarters,
        halves=means.halves,
        rule_set=rules.id,
        grade_by_points=_banded(by_points, events, officer, rules),
        before_cap=found.grade,
        grade=found.grade,
        not_rated=found.not_rated,
        reasons=found.reasons,
        events=events,
    )


def _without_rules(evidence: YearEvidence, why: NotRated, reason: Reason) -> YearPerson:
    bare = tuple(YearMonth(n, MonthState.NO_DATA) for n in range(1, 13))
    return YearPerson(evidence.officer, bare, not_rated=why, reasons=(reason,))


def in_year(events: Iterable[Event], year: int) -> tuple[Event, ...]:
    """The events that touch the year, each once however many workbooks record it."""
    whole = Period.parse(str(year))
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        first, last = event.first_day, event.last_day
        if isinstance(first, date):
            ends = last if isinstance(last, date) else first
            lasting = event.kind in _LASTING and not isinstance(last, date)
            if first > whole.last_day or (ends < whole.first_day and not lasting):
                continue
        same = (event.kind, first, last, event.document, key(event.words))
        kept.setdefault(same, event)
    return tuple(kept.values())


_LASTING = frozenset({EventKind.LEAVE, EventKind.MATERNITY, EventKind.JOINED, EventKind.LEFT})


def _classify(
    evidence: YearEvidence,
    events: tuple[Event, ...],
    months: Sequence[YearMonth],
    by_points: str | None,
    rules: RuleSet,
) -> _Class:
    """In this order: rated above, gone, too short, a forced case, nothing counts, the class."""
    officer = evidence.officer
    if by_points is None and _only(months, NotRated.RATED_ABOVE):
        text = Text("do cấp trên trực tiếp đánh giá, xếp loại", "rated by the level above")
        return _Class(None, (Reason(text, at=officer.at.cell("name")),), NotRated.RATED_ABOVE)
    gone = _gone(events, months)
    if gone is not None:
        basis = () if "transfer" not in rules.passages else (rules.passage("transfer"),)
        return _Class(None, (Reason(gone, basis),), NotRated.TRANSFERRED)
    worked = worked_in(evidence.year, months, events)
    short = too_short(worked, rules)
    if short is not None:
        return _Class(None, (short.reason,), short.why)
    forced = forced_reasons(officer, events, rules)
    if rules.method == "conditions":
        if by_points is None and not evidence.measures and not forced:
            nothing = (_nothing_counts(months), *worked.notes(rules))
            return _Class(None, nothing, NotRated.INCOMPLETE)
        return _by_conditions(evidence, events, worked, by_points, rules)
    notes = (*worked.notes(rules), *exempted(events, rules, leads=officer.post.leads))
    if forced:
        return _Class(rules.grades[-1].code, (*forced, *notes))
    if by_points is None:
        return _Class(None, (_nothing_counts(months), *notes), NotRated.INCOMPLETE)
    if rules.conditions:
        leads = officer.post.leads
        judged = judge(rules, evidence.measures, leads=leads, highest=by_points)
        grade = judged.proposed(by_points, rules)
        return _Class(grade, (*judged.reasons, *notes))  # None where the authority has to choose
    return _Class(by_points, (_band(by_points, rules), *notes))


def _by_conditions(
    evidence: YearEvidence,
    events: tuple[Event, ...],
    worked: Worked,
    by_points: str | None,
    rules: RuleSet,
) -> _Class:
    facts = YearFacts(
        leads=evidence.officer.post.leads,
        months_worked=None,  # judged above, with what is not known of the year
        months_away=Fraction(worked.away),
        maternity=worked.maternity,
        events=events,
        measures=evidence.measures,
        by_points=by_points,
    )
    found = year_class(facts, rules)
    reasons = (*found.reasons, *worked.notes(rules))
    # With points, no class means that the facts fit none: the authority has to choose.
    return _Class(
        found.grade, tuple(dict.fromkeys(reasons)), None if by_points else found.not_rated
    )


def forced_reasons(officer: Officer, events: Iterable[Event], rules: RuleSet) -> tuple[Reason, ...]:
    """Grounds of the year for a class whatever the points (NĐ 335 Đ20.4, NĐ 48)."""
    return tuple(
        Reason(
            Text(
                f"{rules.grade(case.grade).name}: {case.text} ({event.words}"
                f"; {event.document or 'chưa ghi số văn bản'})",
                f"{case.grade}: {event.kind.value} ({event.words}"
                f"; {event.document or 'no document on record'})",
            ),
            (case.basis,),
            event.at,
        )
        for event in events
        for case in rules.forced
        if case.applies(event.kind.value, exempt(event), leads=officer.post.leads)
    )


def _banded(
    by_points: str | None, events: Iterable[Event], officer: Officer, rules: RuleSet
) -> str | None:
    """The class by points with the forced cases (contract 10)."""
    if by_points is not None and forced_reasons(officer, events, rules):
        return rules.grades[-1].code
    return by_points


def _only(months: Sequence[YearMonth], why: NotRated) -> bool:
    entries = [month.entry for month in months if month.entry is not None]
    return bool(entries) and all(entry.not_rated is why for entry in entries)


def _gone(events: Sequence[Event], months: Sequence[YearMonth]) -> Text | None:
    """Who was transferred out and did not come back is classified by the new body (Đ19.1)."""
    moves = sorted(
        (event.first_day, event.kind is EventKind.TRANSFER_OUT)
        for event in events
        if event.kind in (EventKind.TRANSFER_IN, EventKind.TRANSFER_OUT)
        if isinstance(event.first_day, date)
    )
    if not moves or not moves[-1][1]:
        return None
    day = moves[-1][0]
    if any(m.entry is not None and m.entry.period.first_day > day for m in months):
        return None
    return Text(
        f"đã chuyển công tác ngày {shown(day)}: cơ quan mới xếp loại, cơ quan này gửi kết quả các "
        "tháng đã có",
        f"transferred on {shown(day, 'en')}: the new body classifies, this one sends its months",
    )


def _nothing_counts(months: Sequence[YearMonth]) -> Reason:
    whys = dict.fromkeys(month.why for month in months if month.why is not None)
    vi = "; ".join(why.vi for why in whys)
    en = "; ".join(why.en for why in whys)
    return Reason(Text(f"không tháng nào có điểm ({vi})", f"no month has a score ({en})"))


def _band(code: str, rules: RuleSet) -> Reason:
    grade = rules.grade(code)
    text = Text(
        f"điểm bình quân ở mức {grade.name}, từ {shown(grade.at_least)} điểm",
        f"the mean lies in the band of {code}, from {shown(grade.at_least, 'en')}",
    )
    return Reason(text, (grade.basis,), routine=True)
