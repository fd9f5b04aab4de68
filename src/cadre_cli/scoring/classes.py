"""From a score to a class: who is not rated, cases that force a class, and the bands of points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cadre_cli.domain.events import Event, EventKind, Exemption
from cadre_cli.domain.officers import Doubt, Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.presence import absence
from cadre_cli.domain.results import Classification, Missing, NotRated, Reason, Score
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Basis
from cadre_cli.rules.schema import Forced, Grade, RuleSet
from cadre_cli.scoring.leading import post_not_written
from cadre_cli.scoring.method import Evidence

LEAVES = frozenset({EventKind.LEAVE, EventKind.MATERNITY})
_WORTH_NOTING = {
    EventKind.LEAVE: Text("nghỉ một phần kỳ", "on leave for part of the period"),
    EventKind.MATERNITY: Text(
        "nghỉ thai sản một phần kỳ", "maternity leave for part of the period"
    ),
    EventKind.TRANSFER_IN: Text("chuyển đến", "transferred in"),
    EventKind.TRANSFER_OUT: Text("chuyển đi", "transferred out"),
    EventKind.JOINED: Text("mới nhận việc", "joined"),
    EventKind.LEFT: Text("thôi việc", "left"),
}


def whole_leave(evidence: Evidence) -> Event | None:
    """The leave that covers the whole period, if there is one (contract 9.9)."""
    return next(
        (e for e in own_events(evidence) if e.kind in LEAVES and e.covers(evidence.period)), None
    )


def own_events(evidence: Evidence) -> tuple[Event, ...]:
    """Events that are surely about this person: a name that fits several people is about nobody."""
    return tuple(e for e in evidence.events if e.who.officer == evidence.officer.id)


def forced_cases(evidence: Evidence, rules: RuleSet) -> tuple[tuple[Event, Forced], ...]:
    """Events of the period that force a class whatever the points (NĐ 335 Đ20.4)."""
    leads = evidence.officer.post.leads
    return tuple(
        (event, case)
        for event in own_events(evidence)
        for case in rules.forced
        if case.applies(event.kind.value, exempt(event), leads=leads)
        if _happens_in(event, evidence.period)
    )


def exempt(event: Event) -> str | None:
    """The exemption a discipline's row claims, by its name in the rule sets."""
    return None if event.exemption is None else event.exemption.value


def exempted(events: Iterable[Event], rules: RuleSet, *, leads: bool) -> Iterable[Reason]:
    """Disciplines that would force a class but for what their rows say: told, for the authority."""
    for event in events:
        name = exempt(event)
        for case in rules.forced if name is not None else ():
            if name in case.unless and case.applies(event.kind.value, None, leads=leads):
                why = _EXEMPTIONS[name or ""]
                paper = event.document or "chưa ghi số văn bản"
                vi = f"{event.words} ({paper}): {why.vi}; cấp có thẩm quyền xem xét"
                en = f"{event.words} ({event.document or 'no document'}): {why.en}; the authority decides"
                yield Reason(Text(vi, en), _once(rules), event.at)


def _once(rules: RuleSet) -> tuple[Basis, ...]:
    """The passage on what counts once and where; not the forced case, which does not hold here."""
    names = ("discipline", "discipline_once")
    return tuple(rules.passages[name] for name in names if name in rules.passages)


_EXEMPTIONS = {
    Exemption.ALREADY_COUNTED.value: Text(
        "hành vi này đã tính rồi nên không tính lần nữa", "this conduct was counted before"
    ),
    Exemption.FORMER_BODY.value: Text(
        "vi phạm ở cơ quan cũ, tính cho cơ quan cũ", "it counts for the former body"
    ),
    Exemption.NOT_DUTY.value: Text(
        "ghi là không liên quan đến công vụ", "written to be unrelated to public duty"
    ),
}


def classify(score: Score, evidence: Evidence, rules: RuleSet) -> Classification:
    """The class proposed for one person, or why there is none.

    In this order: post or kind in doubt, scored by the level above, on leave for the whole period,
    not in the office, a forced case, nothing assigned, data missing, the band of the exact total.
    """
    notes = (
        *changes_of(evidence, rules),
        *exempted(_of_period(evidence), rules, leads=evidence.officer.post.leads),
        *_notes(evidence),
        *_outside(evidence, rules),
        *_unruled(evidence, rules),
    )
    root = score.root
    doubt = evidence.officer.doubt or post_not_written(evidence, rules)
    if doubt is not None:
        return unsettled(score, evidence, doubt)
    if evidence.officer.rated_above and root is None:
        # A part d alone would look like a score, and nothing is missing from what is given above.
        bare = replace(score, parts={}, missing=())
        return _unrated(bare, evidence, NotRated.RATED_ABOVE, (_rated_above(evidence.officer),))
    leave = whole_leave(evidence)
    if leave is not None:
        return _unrated(score, evidence, NotRated.ON_LEAVE, (_on_leave(leave, rules),))
    gone = None if root is not None or evidence.tasks else not_here(evidence)
    if gone is not None:
        return _unrated(replace(score, missing=()), evidence, NotRated.NOT_HERE, (gone,))
    by_points = None if root is None else rules.grade_for(root.value)
    cases = forced_cases(evidence, rules)
    if cases:
        lowest = min((case.grade for _, case in cases), key=lambda code: rules.grade(code).at_least)
        why = tuple(_forced(event, case, rules) for event, case in cases)
        code = None if by_points is None else by_points.code
        return Classification(score, code, lowest, None, why + notes, evidence.stated)
    if score.nothing_assigned:
        return _unrated(
            score, evidence, NotRated.NOTHING_ASSIGNED, (_nothing_assigned(rules), *notes)
        )
    if root is None or by_points is None:
        lacking = tuple(Reason(missing.what, at=missing.at) for missing in score.missing)
        return _unrated(score, evidence, NotRated.INCOMPLETE, lacking + notes)
    reasons = (_band(by_points, score, rules), *notes)
    return Classification(score, by_points.code, by_points.code, None, reasons, evidence.stated)


def unsettled(score: Score, evidence: Evidence, doubt: Doubt) -> Classification:
    """Nobody has written what the person was in the period: no score, for it hangs on that."""
    bare = replace(score, root=None, parts={}, missing=(Missing(doubt.what, doubt.at),))
    return _unrated(bare, evidence, NotRated.INCOMPLETE, (Reason(doubt.what, at=doubt.at),))


def not_here(evidence: Evidence) -> Reason | None:
    """Why there is no score: the person was not yet, or no longer, in the office."""
    event = absence(own_events(evidence), evidence.period)
    if event is not None:
        when = shown(event.first_day)
        vi = f"không ở cơ quan trong kỳ: {event.words} ({when})"
        return Reason(Text(vi, f"not in the office: {event.words} ({when})"), at=event.at)
    if evidence.officer.absent:
        text = Text(
            "không ở cơ quan trong kỳ, theo ngày ghi ở danh sách",
            "not in the office in the period, by the days on the roster",
        )
        return Reason(text, at=evidence.officer.at.cell("since", "until", "name"))
    return None


def changes_of(evidence: Evidence, rules: RuleSet) -> Iterable[Reason]:
    """What changed of post, unit or kind, and where it fell inside the period what counts for it.

    An earlier change is told as routine: it only explains why the person stands so.
    """
    choice = rules.choices.get("change_within_period")
    for change in evidence.officer.changes:
        paper = (
            ""
            if change.document is None or change.document in change.words
            else f" ({change.document})"
        )
        vi, en = (
            f"{change.words}{paper}, từ {shown(change.day)}",
            f"{change.words}{paper}, {shown(change.day)}",
        )
        if not change.within:
            yield Reason(Text(vi, en), at=change.at, routine=True)
            continue
        how = "" if choice is None else f": {choice.taken_means}"
        basis = () if choice is None else (choice.basis,)
        yield Reason(Text(f"{vi}{how}", f"{en}{how}"), basis, change.at)


def _unrated(
    score: Score, evidence: Evidence, why: NotRated, reasons: tuple[Reason, ...]
) -> Classification:
    return Classification(score, None, None, why, reasons, evidence.stated)


def _of_period(evidence: Evidence) -> tuple[Event, ...]:
    return tuple(e for e in own_events(evidence) if _happens_in(e, evidence.period))


def _happens_in(event: Event, period: Period) -> bool:
    """An event without a readable day counts in the period whose workbook records it."""
    first, last = event.first_day, event.last_day
    if not isinstance(first, date):
        return True
    return (
        first <= period.last_day and (last if isinstance(last, date) else first) >= period.first_day
    )


def _rated_above(officer: Officer) -> Reason:
    text = Text("do cấp trên trực tiếp đánh giá, xếp loại", "rated by the level above")
    return Reason(text, at=officer.at.cell("name"))


def _on_leave(leave: Event, rules: RuleSet) -> Reason:
    text = Text(f"nghỉ cả kỳ: {leave.words}", f"on leave for the whole period: {leave.words}")
    return Reason(text, (rules.passage("leave"),), leave.at)


def _nothing_assigned(rules: RuleSet) -> Reason:
    text = Text(
        "không có việc nào được giao trong các bảng đã đọc nên không tính được điểm",
        "the tables that were read assign nothing, so no score can be computed",
    )
    return Reason(text, (rules.choice("zero_assigned").basis,))


def _forced(event: Event, case: Forced, rules: RuleSet) -> Reason:
    paper = event.document
    name = rules.grade(case.grade).name
    vi = paper or "chưa ghi số văn bản"
    en = paper or "no document on record"
    return Reason(
        Text(
            f"{name}: {case.text} ({event.words}; {vi})",
            f"{name}: {case.text} ({event.words}; {en})",
        ),
        (case.basis,),
        event.at,
    )


def _band(grade: Grade, score: Score, rules: RuleSet) -> Reason:
    value = None if score.root is None else score.root.value
    place = rules.grades.index(grade)
    if place == 0:
        vi, en = f"từ {shown(grade.at_least)} điểm", f"{shown(grade.at_least, 'en')} or more"
    else:
        above = rules.grades[place - 1].at_least
        vi = f"từ {shown(grade.at_least)} đến dưới {shown(above)} điểm"
        en = f"from {shown(grade.at_least, 'en')} to below {shown(above, 'en')}"
    text = Text(f"{shown(value)} điểm: {vi}", f"{shown(value, 'en')} points: {en}")
    return Reason(text, (grade.basis,), routine=True)


def _notes(evidence: Evidence) -> Iterable[Reason]:
    """What a reader of the class should know though it changes nothing by itself."""
    for event in own_events(evidence):
        said = _WORTH_NOTING.get(event.kind)
        if said is not None and _happens_in(event, evidence.period):
            words = "" if event.words in (said.vi, said.en) else f": {event.words}"
            yield Reason(Text(f"{said.vi}{words}", f"{said.en}{words}"), at=event.at)
    gap = None if evidence.common is None else evidence.common.passed_over
    if gap is not None:
        vi = f"tiêu chí chung tính theo “{gap.used}” vì “{gap.blank}” để trống"
        en = f"common points by “{gap.used}”, for “{gap.blank}” is blank"
        yield Reason(Text(vi, en), at=gap.at)


def _outside(evidence: Evidence, rules: RuleSet) -> Iterable[Reason]:
    """A discipline of another period is on record here: it forces nothing, but is not passed over."""
    forcing = {case.event for case in rules.forced}
    for event in own_events(evidence):
        if event.kind.value in forcing and not _happens_in(event, evidence.period):
            vi = f"{event.words}: không thuộc kỳ này, không xét trong kỳ"
            en = f"{event.words}: of another period, does not count in this one"
            yield Reason(Text(vi, en), at=event.at)


_GRAVE = frozenset({EventKind.DISCIPLINE, EventKind.DEGRADATION, EventKind.UNIT_CORRUPTION})


def _unruled(evidence: Evidence, rules: RuleSet) -> Iterable[Reason]:
    """A discipline under rules whose list of forced cases nobody could read: the authority decides."""
    forcing = {case.event for case in rules.forced}
    lowest = rules.grades[-1].code
    lost = tuple(part.basis for part in rules.not_found if lowest in part.grades)
    for event in own_events(evidence):
        if event.kind not in _GRAVE or event.kind.value in forcing or not lost:
            continue
        if _happens_in(event, evidence.period):
            vi = f"{event.words}: không tìm thấy quy định buộc xếp loại của {rules.document}, cấp có thẩm quyền xem xét"
            en = f"{event.words}: the forced cases of {rules.document} were not found; the authority decides"
            yield Reason(Text(vi, en), lost, event.at)
