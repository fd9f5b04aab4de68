"""How much of the year somebody worked, and who is not classified because it was too little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import NotRated, Reason
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import MonthState, YearMonth
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.year_months import on_leave
from cadre_cli.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Worked:
    """Months of one person's year: known to be worked, on leave, before or after the post, unknown.

    Work in the former body is work, whether or not its results were sent.

    `maternity` and `sick` are leave by which the class follows the time actually worked whatever
    its length (NĐ 335 Đ11.2).
    """

    known: int
    away: int
    absent: tuple[int, ...]
    no_data: tuple[int, ...]
    maternity: bool = False
    sick: bool = False

    @property
    def at_most(self) -> Text:
        """The months worked; months the office has no workbook for, or none for them, may be some."""
        unknown = len(self.no_data) + len(self.absent)
        if not unknown:
            return Text(f"{self.known} tháng", f"{self.known} months")
        most = self.known + unknown
        return Text(
            f"nhiều nhất {most} tháng ({self.known} tháng đã biết, {unknown} tháng chưa có bảng hoặc "
            "chưa có tên trong bảng)",
            f"at most {most} months ({self.known} known, {unknown} without a workbook or a row)",
        )

    def notes(self, rules: RuleSet) -> tuple[Reason, ...]:
        """That the class follows the time actually worked, where leave was taken."""
        if not self.away:
            return ()
        text = Text(
            f"nghỉ {self.away} tháng: tính theo thời gian làm việc thực tế",
            f"{self.away} months on leave: by the time actually worked",
        )
        name = "maternity" if self.maternity and "maternity" in rules.passages else "leave"
        basis = rules.passages.get(name)
        return (Reason(text, () if basis is None else (basis,)),)


@dataclass(frozen=True, slots=True)
class TooShort:
    """Why somebody has no class for the year."""

    why: NotRated
    reason: Reason


def worked_in(year: int, months: Sequence[YearMonth], events: Iterable[Event]) -> Worked:
    """What the months and the leave on record tell of the time worked."""
    leaves = [event for event in events if event.kind in (EventKind.LEAVE, EventKind.MATERNITY)]
    away = [month for month in months if month.state is MonthState.AWAY]
    off = sum(
        month.entry is not None or on_leave(Period.of(year, month.number), leaves) for month in away
    )
    known = (MonthState.COUNTED, MonthState.NO_SCORE, MonthState.ZERO, MonthState.ELSEWHERE)
    folded = [fold(event.words) for event in leaves]
    return Worked(
        known=sum(month.state in known for month in months),
        away=max(off, _whole_months(leaves, year)),
        absent=tuple(m.number for m in months if m.state is MonthState.ABSENT),
        no_data=tuple(m.number for m in months if m.state is MonthState.NO_DATA),
        maternity=any(event.kind is EventKind.MATERNITY for event in leaves),
        sick=any(" om" in f" {words}" for words in folded),
    )


def _whole_months(leaves: Iterable[Event], year: int) -> int:
    """Months of leave within the year by its days: 15/3 to 14/6 is three, though two by the calendar.

    Leave that several workbooks record, or one that continues another, is one stretch.
    """
    dated = sorted(
        (max(leave.first_day, date(year, 1, 1)), min(leave.last_day, date(year, 12, 31)))
        for leave in leaves
        if isinstance(leave.first_day, date) and isinstance(leave.last_day, date)
    )
    months, begun, ended = 0, date.max, date.min
    for first, last in dated:
        if first > last:
            continue
        if begun > ended or first > ended + timedelta(days=1):
            months += _months_between(begun, ended)
            begun, ended = first, last
        ended = max(ended, last)
    return months + _months_between(begun, ended)


def _months_between(first: date, last: date) -> int:
    if first > last:
        return 0
    after = last + timedelta(days=1)
    months = 12 * (after.year - first.year) + after.month - first.month
    return months - (after.day < first.day)


def too_short(worked: Worked, rules: RuleSet) -> TooShort | None:
    """Under six months (NĐ 335 Đ11.1, NĐ 90 Đ2.3), or not known to be more; None when rated.

    Months the office itself has no workbook for are no one's absence: the year is not over, or a
    file is missing, and what there is makes a provisional class. Months in which only this person
    is missing decide nothing either way: the office has to say where they were worked.
    """
    least = rules.values.get("months_for_rating")
    if least is None or worked.known >= least.value:
        return None
    if worked.known + len(worked.no_data) >= least.value:
        return None
    excepted = worked.maternity or (worked.sick and rules.method != "conditions")
    if worked.away and excepted:
        return None
    basis = rules.passages.get("not_classified_short")
    bases = () if basis is None else (basis,)
    if worked.known + len(worked.no_data) + len(worked.absent) < least.value:
        text = Text(
            f"làm việc {worked.at_most.vi} trong năm, dưới {least.value} tháng: không xếp loại",
            f"{worked.at_most.en} worked in the year, under {least.value}: not classified",
        )
        return TooShort(NotRated.UNDER_SIX_MONTHS, Reason(text, bases))
    listed = ", ".join(str(number) for number in worked.absent)
    text = Text(
        f"mới biết {worked.known} tháng làm việc; chưa rõ các tháng {listed} làm việc ở đâu",
        f"{worked.known} months of work are known; where months {listed} were worked is not",
    )
    return TooShort(NotRated.INCOMPLETE, Reason(text, bases))
