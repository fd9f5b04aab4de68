"""One office, one period: Intakes → Outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cadre_cli.checks import run_after, run_before
from cadre_cli.domain.findings import Finding, NotRun
from cadre_cli.domain.office import Decided, Office, Source
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records, Submission
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.contradictions import without_contradicted
from cadre_cli.pipeline.findings_intake import SheetLeftOut
from cadre_cli.pipeline.intake import Intake
from cadre_cli.pipeline.joining import join
from cadre_cli.pipeline.named_rows import rows_nowhere
from cadre_cli.pipeline.roster_events import of_period
from cadre_cli.pipeline.scored_here import with_scored_here
from cadre_cli.pipeline.unused_settings import sheets_nowhere
from cadre_cli.pipeline.without_people import villages_of, without_people
from cadre_cli.rules.book import ORGANISATION
from cadre_cli.rules.load import book_for, rules_by_id, rules_for, rules_of_organisations
from cadre_cli.rules.schema import RuleSet, RulesOf
from cadre_cli.scoring.office import assess
from cadre_cli.scoring.organisations import assess_organisations


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for beyond the files themselves.

    `rules` is a rule-set id that replaces the choice by day and kind of person; `as_of` the day
    whose law applies, by default the period's last. `decided` takes choices otherwise than the
    office's cadre.toml, to see what would follow. With `years`, periods of other years have neither
    results nor findings beyond those of reading.
    """

    period: Period | None = None
    rules: str | None = None
    as_of: date | None = None
    decided: Mapping[str, Decided] = field(default_factory=dict)
    years: frozenset[int] | None = None

    def day(self, period: Period) -> date:
        """The day whose law applies to a period."""
        return self.as_of or period.last_day


@dataclass(frozen=True, slots=True)
class Gathered:
    """All records of one office for one period, with what was found while reading them.

    `people` is False where the period is only that of a table of organisations or of villages.
    """

    period: Period
    records: Records
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    people: bool = True
    fillable: tuple[Source, ...] = ()


def outcomes(
    office: Office,
    intakes: Sequence[Intake],
    shared: Sequence[Intake] = (),
    asked: Asked = Asked(),
    *,
    scored: bool = True,
) -> tuple[Outcome, ...]:
    """The office's outcome for each period its workbooks speak of, in order of time.

    What belongs to no period (an unreadable file, a workbook without a known table) comes in a
    last outcome whose period is None. With `scored` False (`cadre check`) nobody has a result;
    the office's own figures are compared all the same (C11–C13).
    """
    office = _named(office, (*intakes, *shared))
    fresh = _without_copies(intakes)
    done: list[Outcome] = []
    earlier: list[Submission] = []
    for each in _gathered(fresh, shared):
        if asked.years is not None and each.period.year not in asked.years:
            done.append(Outcome(office, each.period, each.sources, (), each.findings))
            continue
        outcome, submission = _outcome(office, each, tuple(earlier), asked, scored)
        done.append(outcome)
        earlier.append(replace(submission, earlier=()))
    told = {finding for outcome in done for finding in outcome.findings}
    rest = [each for each in (*fresh, *shared) if set(each.findings) - told]
    rest += _without_workbook(fresh)
    rest += _unused(office, (*fresh, *shared))
    if rest or not done:
        done.append(_without_period(office, rest or fresh))
    return tuple(done)


def _unused(office: Office, intakes: Sequence[Intake]) -> tuple[Intake, ...]:
    """What cadre.toml says of sheets and rows that no file has."""
    sheets = [sheet for each in intakes for sheet in each.sheets]
    found = sheets_nowhere(office, sheets)
    found += rows_nowhere(office, sheets, (each.rows_named for each in intakes))
    return (Intake(Source(found[0].at.file, ""), findings=found),) if found else ()


def _named(office: Office, intakes: Iterable[Intake]) -> Office:
    """The office's name from the first letterhead where `cadre.toml` gives none."""
    head = next((each.letterhead for each in intakes if each.letterhead is not None), None)
    if office.name is not None or head is None:
        return office
    return replace(
        office,
        name=head.name,
        superior=office.superior or head.superior,
        letterhead="party" if head.party else office.letterhead,
    )


def _without_copies(intakes: Sequence[Intake]) -> list[Intake]:
    """Each content once: offices keep download copies, `thang-03 (1).xlsx`, beside the workbook.

    A file whose name says that it is abandoned is never the one that is kept.
    """
    kept: dict[str, str] = {}
    for each in sorted(intakes, key=lambda each: not each.parts):
        kept.setdefault(each.source.sha256, each.source.file)
    fresh: list[Intake] = []
    for each in intakes:
        earlier = kept[each.source.sha256]
        if earlier == each.source.file or each.unreadable:
            fresh.append(each)
            continue
        why = Text(f"nội dung giống hệt tệp “{earlier}”", f"the same content as “{earlier}”")
        copy = SheetLeftOut(at=CellRef(each.source.file), sheet="*", why=why)
        fresh.append(Intake(each.source, findings=(copy,)))
    return fresh


def _gathered(intakes: Sequence[Intake], shared: Sequence[Intake]) -> list[Gathered]:
    """Records per period; rosters and catalogues go to the periods of their own file, else to all."""
    periods = _periods(intakes)
    gathered: list[Gathered] = []
    for period in sorted({*periods, *_periods_without_people(intakes)}):
        used = [each for each in (*shared, *intakes) if _serves(each, period)]
        records = Records()
        for each in used:
            for part in each.parts:
                if part.period is None:
                    records += of_period(part.records, period)
                elif part.period == period:
                    records += part.records
        blank = [each for each in intakes if any(p.period == period for p in each.to_fill)]
        for part in (part for each in blank for part in each.to_fill if part.period == period):
            records += part.records
        gathered.append(
            Gathered(
                period,
                records,
                (
                    *(each.source for each in used if each not in shared),
                    *(replace(each.source, shared=True) for each in used if each in shared),
                ),
                tuple(finding for each in used for finding in each.findings),
                period in periods,
                tuple(each.source for each in blank if each not in used),
            )
        )
    return gathered


def _periods(intakes: Sequence[Intake]) -> list[Period]:
    """The periods that the workbooks are about, in order of time; a year's summary adds none."""
    parts = (part for each in intakes for part in each.parts if not part.beside)
    return sorted({part.period for part in parts if part.period is not None})


def _periods_without_people(intakes: Sequence[Intake]) -> set[Period]:
    """The periods of which a table of organisations (mostly years) or of villages is on record."""
    parts = [part for each in intakes for part in each.parts]
    told = (part for part in parts if part.records.organisations or part.records.villages)
    return {part.period for part in told if part.period is not None}


def _without_workbook(intakes: Sequence[Intake]) -> tuple[Intake, ...]:
    """What a year's summary says of periods that no workbook is about: named, not compared."""
    periods = _periods(intakes)
    told: list[Intake] = []
    for each in intakes:
        alone = [p for p in each.parts if p.beside and p.period not in (None, *periods)]
        sheets = sorted({stated.at.sheet for part in alone for stated in part.records.stated})
        listed = ", ".join(sorted(str(part.period) for part in alone))
        why = Text(
            f"kỳ {listed} không có bảng giao việc, chấm điểm để đối chiếu",
            f"no workbook of tasks and marks for {listed} to compare it with",
        )
        notes = tuple(
            SheetLeftOut(at=CellRef(each.source.file, sheet), sheet=sheet, why=why)
            for sheet in sheets
        )
        if notes:
            told.append(Intake(each.source, findings=notes))
    return tuple(told)


def _serves(each: Intake, period: Period) -> bool:
    own = {part.period for part in each.parts if part.period is not None}
    return period in own or (not own and bool(each.parts))


def _outcome(
    office: Office, gathered: Gathered, earlier: tuple[Submission, ...], asked: Asked, scored: bool
) -> tuple[Outcome, Submission]:
    """The outcome of a period; `earlier` are the office's other periods, as they were joined."""
    period = gathered.period
    rules_of = rules_in(office, asked, period)
    joined, joining = join(gathered.records, office, period, gathered.sources)
    joined, contradicting = without_contradicted(joined)
    before_it = tuple(each for each in earlier if each.period.last_day < period.first_day)
    submission = with_scored_here(replace(joined, as_of=asked.as_of, earlier=before_it))
    if not gathered.people:
        outcome = without_people(submission, rules_of)
        found = _in_order((*gathered.findings, *joining, *outcome.findings))
        return replace(outcome, findings=found), submission
    before, not_run = run_before(submission, rules_of)
    results = assess(submission, rules_of)
    organisations = assess_organisations(submission, rules_of)
    after, not_run_after = run_after(submission, results, rules_of, organisations)
    if not scored:
        after = tuple(finding for finding in after if finding.code in _CHECKED_TOO)
        not_run_after = ()
    outcome = Outcome(
        office=office,
        period=gathered.period,
        sources=gathered.sources,
        results=results if scored else (),
        findings=_in_order((*gathered.findings, *joining, *contradicting, *before, *after)),
        not_run=_each_once((*not_run, *not_run_after)),
        tasks=submission.tasks,
        common=submission.common,
        result_rows=submission.result_rows,
        fillable=gathered.fillable,
        events=submission.events,
        brought=submission.brought,
        organisations=organisations if scored else (),
        villages=villages_of(submission, rules_of),
    )
    return outcome, submission


_CHECKED_TOO = ("C11", "C12", "C13", "D04", "D14")
"""What is found after scoring and is no class: `check` says it, too."""


FIRST_COMMON_RULE = date(2026, 1, 1)
"""From this day a decree scores months (NĐ 335 Đ27.1); before it the office's local rule does."""


def rules_in(office: Office, asked: Asked, period: Period) -> RulesOf:
    """The rules of each kind of person in a period of the office, its decisions applied."""
    book = book_for(office.overlay, office.extends or "")
    decided: dict[str, Decided] = {**office.decisions, **asked.decided}
    day = asked.day(period)
    wanted = asked.rules
    if wanted is None and day < FIRST_COMMON_RULE and period.unit is not PeriodUnit.YEAR:
        wanted = office.monthly_before_2026

    def rules_of(kind: str) -> RuleSet:
        if kind == ORGANISATION:
            return rules_of_organisations(book, day, decided, period.unit)
        if wanted is not None:
            return rules_by_id(book, wanted, day, kind, decided, period.unit)
        return rules_for(book, day, kind, decided, period.unit)

    return _remembering(rules_of)


def _remembering(rules_of: RulesOf) -> RulesOf:
    known: dict[str, RuleSet] = {}

    def remembered(kind: str) -> RuleSet:
        if kind not in known:
            known[kind] = rules_of(kind)
        return known[kind]

    return remembered


def rules_used(outcome: Outcome, asked: Asked) -> dict[str, RuleSet]:
    """Kind of person → the rule set their results rest on, for reports."""
    if outcome.period is None:
        return {}
    rules_of = rules_in(outcome.office, asked, outcome.period)
    kinds = {each.officer.kind for each in outcome.results if each.score.rule_set}
    return {kind: rules_of(kind) for kind in sorted(kinds)}


def _without_period(office: Office, intakes: Iterable[Intake]) -> Outcome:
    each = tuple(intakes)
    return Outcome(
        office=office,
        period=None,
        sources=tuple(one.source for one in each if one.source.sha256),
        results=(),
        findings=_in_order(finding for one in each for finding in one.findings),
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))


def _each_once(not_run: Iterable[NotRun]) -> tuple[NotRun, ...]:
    return tuple(dict.fromkeys(not_run))
