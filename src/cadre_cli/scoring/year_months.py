"""The twelve months of one person: which count, and the means of quarters, half-years and the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.presence import absence
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.domain.year import MonthState, Origin, YearEntry, YearMonth
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.steps import given, mean

_LEAVES = frozenset({EventKind.LEAVE, EventKind.MATERNITY})
_YEAR = Text("Bình quân cả năm", "Mean of the year")
NOT_YET = Text("chưa về nhận việc", "not yet in the post")
NO_LONGER = Text("đã thôi việc", "no longer in the post")
_ELSEWHERE = Text("ở cơ quan cũ, chưa có kết quả gửi sang", "in the former body, no result sent")
GONE = Text("đã chuyển sang cơ quan khác", "transferred to another body")
_NOT_THERE = Text("không có tên trong bảng tháng này", "not in the month's workbook")
_NO_WORKBOOK = Text("cơ quan chưa có bảng tháng này", "the office has no workbook for the month")
_NOTHING = Text("không được giao việc", "nothing was assigned")
_LACKING = Text("chưa đủ dữ liệu", "data is missing")
UNRATED = Text(
    "cấp có thẩm quyền quyết định không xếp loại tháng này",
    "the authority decided not to classify the month",
)
_WITHOUT = {
    NotRated.NOTHING_ASSIGNED: _NOTHING,
    NotRated.RATED_ABOVE: Text("do cấp trên đánh giá", "rated by the level above"),
    NotRated.NO_RULE: Text("không có quy định áp dụng", "no rule in force"),
    NotRated.NOT_COVERED: Text("cơ quan không áp dụng quy định", "not covered"),
}


@dataclass(frozen=True, slots=True)
class Means:
    """What the months that count give: of the year, of its quarters and of its half-years."""

    year: Step | None
    quarters: Mapping[int, Step]
    halves: Mapping[int, Step]


def months_of(
    year: int,
    entries: Sequence[YearEntry],
    events: Sequence[Event],
    covered: Iterable[Period],
    rules: RuleSet,
) -> tuple[YearMonth, ...]:
    """All twelve, each with the entry it has and why it does not count.

    An entry of the month itself goes before one of its quarter or half-year. `covered` are the
    periods the office has results for at all.
    """
    known = tuple(covered)
    months = (_month(Period.of(year, n), entries, events, known) for n in range(1, 13))
    return tuple(_zeroed(_unrated(month, rules), rules) for month in months)


def _unrated(month: YearMonth, rules: RuleSet) -> YearMonth:
    """A month decided "không xếp loại" without its points, where the office decided so."""
    taken = rules.choices.get(_OF_UNRATED)
    if taken is None or taken.taken != "skip" or not _is_unrated(month):
        return month
    return replace(month, state=MonthState.NO_SCORE, why=UNRATED)


def _is_unrated(month: YearMonth) -> bool:
    return month.entry is not None and month.entry.unrated and month.entry.total is not None


_OF_UNRATED = "month_not_classified"


def _zeroed(month: YearMonth, rules: RuleSet) -> YearMonth:
    """A month without work as 0 where the office decided so; what is unknown is never 0."""
    taken = rules.choices.get("month_without_score")
    if taken is None or taken.taken != "zero" or month.state is not MonthState.NO_SCORE:
        return month
    idle = month.entry is not None and month.entry.not_rated is NotRated.NOTHING_ASSIGNED
    return replace(month, state=MonthState.ZERO) if idle else month


def _month(
    month: Period,
    entries: Sequence[YearEntry],
    events: Sequence[Event],
    covered: tuple[Period, ...],
) -> YearMonth:
    own = [each for each in entries if _within(month, each.period)]
    entry = min(own, key=lambda each: each.period.unit_months, default=None)
    if entry is not None and entry.total is not None:
        return YearMonth(month.number, MonthState.COUNTED, entry)
    if entry is not None and entry.not_rated is NotRated.ON_LEAVE:
        return YearMonth(month.number, MonthState.AWAY, entry, _leave(month, events))
    away = _away(month, events)
    idle = entry is None or entry.not_rated in _IDLE
    if away is not None and idle:  # a roster of all months lists people before they came, too
        return YearMonth(month.number, away[0], None, away[1])
    if entry is not None and entry.not_rated is not NotRated.NOT_HERE:
        why = _WITHOUT.get(entry.not_rated or NotRated.INCOMPLETE, _LACKING)
        return YearMonth(month.number, MonthState.NO_SCORE, entry, why)
    if any(_within(month, period) for period in covered):
        return YearMonth(month.number, MonthState.ABSENT, None, _NOT_THERE)
    return YearMonth(month.number, MonthState.NO_DATA, None, _NO_WORKBOOK)


_IDLE = (NotRated.NOTHING_ASSIGNED, NotRated.NOT_HERE)


def _within(month: Period, period: Period) -> bool:
    return period.first_day <= month.first_day and month.last_day <= period.last_day


def on_leave(month: Period, events: Iterable[Event]) -> bool:
    """Whether leave on record, whenever it began, lasts through the month."""
    leaves = (e for e in events if e.kind in _LEAVES and isinstance(e.first_day, date))
    return any(leave.covers(month) for leave in leaves)


def _leave(month: Period, events: Sequence[Event]) -> Text:
    words = next((e.words for e in events if e.kind in _LEAVES and e.covers(month)), None)
    return Text(words or "nghỉ cả tháng", words or "on leave throughout")


def _away(month: Period, events: Sequence[Event]) -> tuple[MonthState, Text] | None:
    """What is on record about a month without a result: leave, not yet there, gone."""
    if on_leave(month, events):
        return MonthState.AWAY, _leave(month, events)
    shown = absence(events, month)
    return None if shown is None else _NOT_HERE[shown.kind]


_NOT_HERE = {
    EventKind.JOINED: (MonthState.AWAY, NOT_YET),
    EventKind.TRANSFER_IN: (MonthState.ELSEWHERE, _ELSEWHERE),
    EventKind.LEFT: (MonthState.AWAY, NO_LONGER),
    EventKind.TRANSFER_OUT: (MonthState.AWAY, GONE),
}


def means_of(months: Sequence[YearMonth], rules: RuleSet) -> Means:
    """The means of the months that count (NĐ 335 Đ17.3); None where none does.

    A quarter's own result is the mean of its three months, so it stands for each of them: beside
    months it counts three times, in a year of quarters alone it is the mean of the quarters.
    """
    steps = {month.number: step for month in months if (step := _counted(month, rules)) is not None}
    found = {
        length: {
            number: part
            for number in range(1, 12 // length + 1)
            if (part := _part(steps, number, length, months, rules)) is not None
        }
        for length in (3, 6)
    }
    year = None
    if steps:
        bases = (*_mean_bases(rules), *_choices(months, rules))
        year = mean(_YEAR, _each_once(steps), basis=bases, key="mean")
    return Means(year, found[3], found[6])


def _counted(month: YearMonth, rules: RuleSet) -> Step | None:
    entry = month.entry
    if entry is None:
        return None
    if month.state is MonthState.ZERO:
        label = Text(f"{_name(entry).vi}: {_NOTHING.vi}", f"{_name(entry).en}: {_NOTHING.en}")
        basis = (rules.choice("month_without_score").basis,)
        return given(label, 0, _at(entry), basis=basis, note=month.why)
    return None if month.total is None else _step(entry, month.total)


def _step(entry: YearEntry, total: Fraction) -> Step:
    note = None if entry.origin is Origin.COMPUTED else entry.origin.name_of
    return given(_name(entry), total, _at(entry), basis=entry.bases, note=note)


def _name(entry: YearEntry) -> Text:
    title = entry.period.title
    return Text(title.vi[:1].upper() + title.vi[1:], title.en)


def _at(entry: YearEntry) -> CellRef:
    return entry.at if entry.at is not None else entry.officer.at.first


def _part(
    steps: Mapping[int, Step],
    number: int,
    length: int,
    months: Sequence[YearMonth],
    rules: RuleSet,
) -> Step | None:
    inside = range((number - 1) * length + 1, number * length + 1)
    own = {n: steps[n] for n in inside if n in steps}
    if not own:
        return None
    periods = {m.entry.period for m in months if m.number in own and m.entry is not None}
    period = Period(min(p.year for p in periods), number, length)
    if len(periods) == 1 and periods == {period}:
        return next(iter(own.values()))
    title = period.title
    label = Text(f"Bình quân {title.vi}", f"Mean of {title.en}")
    return mean(label, _each_once(own), basis=_mean_bases(rules), key=f"mean-{length}-{number}")


def _each_once(steps: Mapping[int, Step]) -> tuple[Step, ...]:
    """The quarters once where there are only quarters, every month where there are months, too."""
    once = tuple(dict.fromkeys(steps.values()))
    alike = len(steps) % len(once) == 0 and all(
        sum(each == step for each in steps.values()) == len(steps) // len(once) for step in once
    )
    return once if alike else tuple(steps.values())


def _mean_bases(rules: RuleSet) -> tuple[Basis, ...]:
    basis = rules.passages.get("mean")
    return () if basis is None else (basis,)


def _choices(months: Sequence[YearMonth], rules: RuleSet) -> tuple[Basis, ...]:
    """The choices the mean rests on: months without a score, quarters in the place of months."""
    wanted = []
    if any(month.state is MonthState.NO_SCORE and not _is_unrated(month) for month in months):
        wanted.append("month_without_score")
    if any(map(_is_unrated, months)):
        wanted.append(_OF_UNRATED)
    counted = [m.entry for m in months if m.state is MonthState.COUNTED and m.entry is not None]
    if any(entry.period.unit_months > 1 for entry in counted):
        wanted.append("year_of_quarters")
    return tuple(rules.choices[name].basis for name in wanted if name in rules.choices)
