"""One office's year: closed periods and outcomes → who stands where, under which caps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks import run_year
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Event, Office, Source, Task
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Origin, YearEntry, YearPerson, YearRanking
from cadre_cli.pipeline.period import Asked, rules_in
from cadre_cli.pipeline.year_people import Lined, line_up
from cadre_cli.rules.schema import RuleSet, RulesOf
from cadre_cli.scoring.groups import group_of
from cadre_cli.scoring.methods.conditions import measures_of
from cadre_cli.scoring.ranking import capped, ranked
from cadre_cli.scoring.year import YearEvidence, year_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingOfYear(Finding):
    """Không có bảng tháng, quý nào của năm được hỏi.

    Thường do ghi nhầm năm, chỉ nhầm thư mục, hoặc tiêu đề các bảng ghi năm khác.
    """

    code: ClassVar[str] = "N08"
    message: ClassVar[Text] = Text(
        "Không có bảng nào của năm {year}. {others}", "There is no workbook of {year}. {others}"
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra --year và thư mục; `cadre inspect` cho biết từng bảng được hiểu là kỳ nào.",
        "Check --year and the folder; `cadre inspect` says which period each sheet was taken for.",
    )
    wrong: ClassVar[str] = "cadre rank --year 2042 xa-dong-lim"
    right: ClassVar[str] = "cadre rank --year 2024 xa-dong-lim"

    severity: Severity = Severity.ERROR
    year: str
    others: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherYear(Finding):
    """Trong thư mục có bảng của năm khác, không tính vào năm này.

    Không phải lỗi nếu thư mục lưu nhiều năm. Nếu bảng đáng lẽ của năm này thì tiêu đề ghi nhầm năm.
    """

    code: ClassVar[str] = "N11"
    message: ClassVar[Text] = Text(
        "{count} kỳ của năm khác không tính vào năm {year}: {periods}.",
        "{count} periods of other years do not count in {year}: {periods}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải sửa nếu đúng là năm khác; ghi nhầm thì sửa năm ở tiêu đề bảng.",
        "Nothing to do if they are; else correct the year in the table's title.",
    )
    wrong: ClassVar[str] = "2024/thang-03.xlsx: “THÁNG 3 NĂM 2023”"
    right: ClassVar[str] = "2024/thang-03.xlsx: “THÁNG 3 NĂM 2024”"

    severity: Severity = Severity.NOTE
    year: str
    count: int
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthHasErrors(Finding):
    """Bảng của một tháng còn lỗi, nên điểm của tháng ấy có thể thiếu hoặc còn thay đổi.

    Xem từng lỗi bằng `cadre check` với tệp của tháng.
    """

    code: ClassVar[str] = "N13"
    message: ClassVar[Text] = Text(
        "Bảng {period} còn {count} lỗi: {codes}.", "{period} still has {count} errors: {codes}."
    )
    fix: ClassVar[Text] = Text(
        "Chạy `cadre check` với tệp này, sửa rồi tổng kết lại.",
        "Run `cadre check` on this file, put it right and rank again.",
    )
    wrong: ClassVar[str] = "thang-03.xlsx: G02, C01"
    right: ClassVar[str] = "thang-03.xlsx"

    severity: Severity = Severity.ERROR
    period: Text
    count: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's ranking with the rules it rests on, by rule-set id, and the year before it."""

    ranking: YearRanking
    rules: Mapping[str, RuleSet]


def year_of_office(office: Office, outcomes: Sequence[Outcome], year: int, asked: Asked) -> Year:
    """The office's year from the outcomes of its workbooks."""
    whole = Period.of(year, 1, PeriodUnit.YEAR)
    rules_of = rules_in(office, asked, whole)
    own = [o for o in outcomes if o.period is not None and o.period.year == year]
    office = next((outcome.office for outcome in own), office)
    months = [o for o in own if o.period is not None and o.period.unit is not PeriodUnit.YEAR]
    entries = tuple(entry for outcome in months for entry in _entries(outcome))
    lined, unsure = line_up(entries)
    covered = tuple(o.period for o in months if o.period is not None and o.results)
    evidence = tuple(_evidence(each, own, covered, year) for each in lined)
    people = _grouped((year_of(each, rules_of) for each in evidence), rules_of)
    rules = _rules_by_id(people, rules_of)
    after, caps = capped(people, rules)
    ranking = YearRanking(
        office=office,
        year=year,
        people=ranked(after),
        caps=caps,
        origins=dict.fromkeys(covered, Origin.COMPUTED),
        sources=_sources(own),
    )
    findings = (*unsure, *_about_files(outcomes, months, year), *run_year(ranking, rules))
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))
    return Year(replace(ranking, findings=ordered), rules)


def _entries(outcome: Outcome) -> Iterator[YearEntry]:
    for result in outcome.results:
        yield _entry(result)


def _entry(result: Classification) -> YearEntry:
    above = result.not_rated is NotRated.RATED_ABOVE  # points given here are nobody's to use
    root = None if above else result.score.root
    return YearEntry(
        officer=result.officer,
        period=result.score.period,
        origin=Origin.COMPUTED,
        total=None if root is None else root.value,
        grade=result.grade,
        not_rated=result.not_rated,
        rule_set=result.score.rule_set,
        bases=result.bases(),
        at=result.officer.at.cell("name"),
    )


def _evidence(
    lined: Lined, outcomes: Sequence[Outcome], covered: tuple[Period, ...], year: int
) -> YearEvidence:
    events: list[Event] = []
    tasks: list[Task] = []
    for outcome in outcomes:
        ids = {who for period, who in lined.seen if period == outcome.period}
        events += [e for e in outcome.events if e.who.officer in ids]
        tasks += [t for t in outcome.tasks if any(o.officer in ids for o in t.owners)]
    whole = len({month for period in covered for month in _months(period)}) == 12
    return YearEvidence(
        officer=lined.officer,
        year=year,
        entries=lined.entries,
        events=tuple(events),
        covered=covered,
        measures=measures_of(tasks) if whole else {},
    )


def _months(period: Period) -> range:
    return range(period.first_day.month, period.last_day.month + 1)


def _grouped(people: Iterable[YearPerson], rules_of: RulesOf) -> tuple[YearPerson, ...]:
    return tuple(
        replace(person, group=group_of(person.officer, rules_of(person.officer.kind.value)))
        if person.rule_set
        else person
        for person in people
    )


def _rules_by_id(people: Iterable[YearPerson], rules_of: RulesOf) -> dict[str, RuleSet]:
    kinds = {p.officer.kind.value for p in people if p.rule_set}
    found = [rules_of(kind) for kind in sorted(kinds)]
    return {rules.id: rules for rules in found}


def _sources(outcomes: Iterable[Outcome]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for outcome in outcomes for source in outcome.sources))


def _about_files(
    outcomes: Sequence[Outcome], months: Sequence[Outcome], year: int
) -> Iterator[Finding]:
    """What is wrong with the year's files: none at all, errors in a month, files of no period."""
    others = sorted({o.period for o in outcomes if o.period is not None and o.period.year != year})
    at = next((CellRef(s.file) for o in outcomes for s in o.sources), CellRef("."))
    listed = tuple(str(period) for period in others)
    if not months:
        yield NothingOfYear(at=at, year=str(year), others=_found(listed))
    elif others:
        yield OtherYear(at=at, year=str(year), count=len(listed), periods=listed)
    for outcome in outcomes:
        if outcome.period is None:
            yield from (f for f in outcome.findings if f.severity is not Severity.NOTE)
    for outcome in months:
        errors = [f for f in outcome.findings if f.severity is Severity.ERROR]
        if errors and outcome.period is not None:
            counted = Counter(finding.code for finding in errors)
            yield MonthHasErrors(
                at=CellRef(errors[0].at.file),
                period=outcome.period.title,
                count=len(errors),
                codes=tuple(f"{code} ({count})" for code, count in sorted(counted.items())),
            )


def _found(listed: tuple[str, ...]) -> Text:
    if not listed:
        return Text("Thư mục không có bảng của kỳ nào.", "No period has a workbook here.")
    return Text(
        f"Có bảng của: {', '.join(listed)}.", f"There are workbooks of: {', '.join(listed)}."
    )


def mean_of(person: YearPerson) -> Fraction | None:
    """The mean of the year, None where nothing counts."""
    return None if person.mean is None else person.mean.value
