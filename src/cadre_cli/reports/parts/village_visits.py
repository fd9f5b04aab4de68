"""The sheets "Đi thôn" (villages against weeks) and "Việc còn mở" (promises not kept yet)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from cadre_cli.checks.visits import day_name
from cadre_cli.domain.report import (
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Down,
    Function,
    Line,
    Look,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.villages import VillageBook, Visit
from cadre_cli.reports.formulas import counted
from cadre_cli.reports.page import letterhead, note, page_of, period_words, signatures, title
from cadre_cli.reports.sources import cell_words, main_file
from cadre_cli.villages.promises import OpenPromise, open_promises
from cadre_cli.villages.weeks import Coverage, coverage, weeks_out

VISITS, OPEN = "visits", "open promises"
VISITS_NAME, OPEN_NAME = Text("Đi thôn", "Visits"), Text("Việc còn mở", "Open promises")
_VISITS_TITLE = Text("LƯỢT CÁN BỘ ĐI THÔN THEO TUẦN", "VISITS TO THE VILLAGES BY WEEK")
_OPEN_TITLE = Text("VIỆC ĐÃ HỨA, Ý KIẾN CÒN MỞ", "PROMISES AND MATTERS STILL OPEN")
_WEEKS = Text(
    "Mỗi cột một tuần (thứ hai đến chủ nhật), ghi theo {weekday} của tuần; tính đến {day}. Ô trống: "
    "không có lượt nào trong nhật ký. Một ngày nhiều dòng của cùng những người đi là một lượt.",
    "A column for each week (Monday to Sunday), named by its {weekday}; counted to {day}. Blank: no "
    "visit in the log. Several rows of one day and the same people are one visit.",
)
_AGED = Text(
    "Tuổi tính từ ngày nghe đến {day}. Còn mở: chưa nhật ký nào trong lần chạy này ghi là đã xong.",
    "Ages are counted from the day it was heard to {day}. Open: no log of this run says it is done.",
)
_NOTHING_OPEN = Text("Không còn việc nào mở.", "Nothing is open.")
_KNOWN = Text(
    "Danh sách cán bộ không có cột Thôn phụ trách, nên chỉ thấy những thôn đã có tên trong các bảng; "
    "thôn chưa được ghi ở đâu không hiện ra ở đây.",
    "The roster has no column Thôn phụ trách, so only villages that some sheet names are seen here; a "
    "village that no sheet names is missing.",
)
_BY_DEBTOR = Text("THEO NGƯỜI CHỊU TRÁCH NHIỆM", "BY WHO OWES IT")
_PEOPLE = Text("SỐ TUẦN ĐI THÔN CỦA TỪNG NGƯỜI PHỤ TRÁCH", "WEEKS OUT OF EACH PERSON IN CHARGE")
_COUNTED = Text(
    "In cho người chấm tiêu chí chung theo {document}; chương trình không tự cộng, trừ điểm.",
    "Printed for whoever scores the common criteria, by {document}; no points are worked out.",
)
_NOBODY = Text("chưa ghi", "not named")


def village_visits(outcome: Outcome, lang: str) -> Section | None:
    """The matrix of visits with sums both ways; None where no log is at hand."""
    if outcome.period is None or not outcome.villages.now.visits:
        return None
    found = coverage(outcome.villages, outcome.period)
    if not found.weeks or not found.villages:
        return None
    weekday = day_name(outcome.villages.weekday)
    day = outcome.villages.as_of or outcome.period.last_day
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(_VISITS_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
        _matrix(found, lang),
        Line("", size=6),
        note(_WEEKS.fill(weekday=weekday, day=day).of(lang)),
        *(() if outcome.villages.in_charge else (note(_KNOWN.of(lang)),)),
        *_by_person(outcome.villages, found, lang),
        signatures(outcome.office, lang),
    )
    grid = (5.0, 24.0, *(9.0 for _ in found.weeks), 10.0, 12.0, 30.0)
    return Section(VISITS, VISITS_NAME.of(lang), page_of(outcome.office), grid, blocks)


def _by_person(book: VillageBook, found: Coverage, lang: str) -> tuple[Block, ...]:
    """Weeks out of each person in charge of villages, for whoever scores the common criteria.

    Only where the office decided that they are to be looked at; no points are worked out of them.
    """
    if book.visits_counted is None or not book.in_charge:
        return ()
    columns = (
        Column("person:number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("person:name", Text("Người phụ trách thôn", "In charge").of(lang)),
        *(
            Column(f"person:{place}", f"{week.day:%d/%m}", Shows.CENTRED)
            for place, week in enumerate(found.weeks)
        ),
        Column("person:out", Text("Tuần có đi", "Weeks out").of(lang), Shows.WHOLE),
        Column("person:of", Text("Số tuần", "Weeks").of(lang), Shows.WHOLE),
        Column("person:villages", Text("Thôn phụ trách", "Villages").of(lang)),
    )
    rows: list[Row] = []
    for place, one in enumerate(book.in_charge, 1):
        out = weeks_out(book, found, one.officer)
        marks: list[Cell] = ["x" if week in out else None for week in found.weeks]
        cells = (place, one.name, *marks, len(out), len(found.weeks), ", ".join(one.villages))
        rows.append(Row(f"person:{place}", cells))
    return (
        Line("", size=8),
        Line(_PEOPLE.of(lang), bold=True, size=12),
        Table(columns, tuple(rows)),
        note(_COUNTED.fill(document=book.visits_counted).of(lang)),
    )


def _matrix(found: Coverage, lang: str) -> Table:
    keys = [f"week:{place}" for place in range(len(found.weeks))]
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("village", Text("Thôn", "Village").of(lang)),
        *(
            Column(key, f"{week.day:%d/%m}", Shows.WHOLE, group=Text("Tuần", "Week").of(lang))
            for key, week in zip(keys, found.weeks, strict=True)
        ),
        Column("visits", Text("Số lượt", "Visits").of(lang), Shows.WHOLE),
        Column("missed", Text("Tuần không đi", "Weeks missed").of(lang), Shows.WHOLE),
        Column("who", Text("Người đi", "Who went").of(lang)),
    )
    rows = [_row(place, village, found, keys) for place, village in enumerate(found.villages, 1)]
    ends = rows[0].key, rows[-1].key
    sums: list[Cell] = []
    for place, key in enumerate((*keys, "visits", "missed"), 2):
        whole = sum((_count(row.cells[place]) for row in rows), Fraction(0))
        sums.append(Computed(whole, Call(Function.SUM, (Down(VISITS, *ends, key),))))
    total = Row("all", (None, Text("Cộng", "Sum").of(lang), *sums, None), Look.TOTAL)
    return Table(columns, (*rows, total), pinned=True, pinned_columns=2)


def _row(place: int, village: str, found: Coverage, keys: Sequence[str]) -> Row:
    row = f"village:{place}"
    made = [found.of(village, week) for week in found.weeks]
    counts: list[Cell] = [len(visits) or None for visits in made]
    cells = tuple(Ref(VISITS, row, key) for key in keys)
    whole = Computed(Fraction(sum(map(len, made))), Call(Function.SUM, cells))
    people = dict.fromkeys(who.name for visits in made for visit in visits for who in visit.who)
    missed = len(found.without(village))
    return Row(row, (place, village, *counts, whole, missed, ", ".join(people)))


def _count(cell: Cell) -> Fraction:
    match cell:
        case Computed(value, _):
            return value
        case int():
            return Fraction(cell)
        case _:
            return Fraction(0)


# ── open promises ────────────────────────────────────────────────────────────────────────────


def village_promises(outcome: Outcome, lang: str) -> Section | None:
    """What is open, the longest overdue first; None where no log is at hand."""
    book = outcome.villages
    logs = (book.now, *(records for _, records in book.earlier))
    if outcome.period is None or not any(records.visits for records in logs):
        return None
    day = book.as_of or outcome.period.last_day
    found = open_promises(book, day)
    main = main_file(outcome)
    rows = tuple(_open(place, one, main, lang) for place, one in enumerate(found, 1)) or (
        Row("nothing", (None, None, None, _NOTHING_OPEN.of(lang), *(None,) * 7)),
    )
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(_OPEN_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
        Table(_open_columns(lang), rows, numbered=True, pinned=True, pinned_columns=2),
        Line("", size=6),
        note(_AGED.fill(day=day).of(lang)),
        *_debtors(found, rows, lang),
        signatures(outcome.office, lang),
    )
    grid = (5.0, 16.0, 11.0, 30.0, 30.0, 20.0, 11.0, 8.0, 9.0, 18.0, 15.0)
    return Section(OPEN, OPEN_NAME.of(lang), page_of(outcome.office), grid, blocks)


def _open_columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("village", words("Thôn", "Village")),
        Column("day", words("Ngày nghe", "Heard on"), Shows.CENTRED),
        Column("heard", words("Ý kiến, kiến nghị", "What was heard")),
        Column("promised", words("Việc đã hứa", "What was promised")),
        Column("owed_by", words("Người chịu trách nhiệm", "Owed by")),
        Column("due", words("Hạn", "Due"), Shows.CENTRED),
        Column("age", words("Tuổi (ngày)", "Age (days)"), Shows.WHOLE),
        Column("overdue", words("Quá hạn (ngày)", "Overdue (days)"), Shows.WHOLE),
        Column("outcome", words("Kết quả ghi trong nhật ký", "Outcome in the log")),
        Column("source", words("Ô nguồn", "Source cell")),
    )


def _open(place: int, one: OpenPromise, main: str | None, lang: str) -> Row:
    visit = one.visit
    cells: tuple[Cell, ...] = (
        place,
        visit.village,
        _day(visit.day, lang),
        visit.heard,
        visit.promised,
        _owed(one, visit, lang),
        _day(visit.due, lang),
        one.age,
        one.overdue,
        visit.outcome,
        cell_words(visit.at.cell("promised", "heard"), main),
    )
    return Row(f"open:{place}", cells)


def _owed(one: OpenPromise, visit: Visit, lang: str) -> str:
    """Who owes it; those who went are named as such where nobody else is."""
    names = ", ".join(who.name for who in one.owed_by)
    if visit.owed_by or not names:
        return names or _NOBODY.of(lang)
    return f"{_NOBODY.of(lang)}; {Text('người đi', 'visited by').of(lang)}: {names}"


def _debtors(found: Sequence[OpenPromise], rows: Sequence[Row], lang: str) -> tuple[Block, ...]:
    """How much each person owes, counted over the rows above."""
    if not found:
        return ()
    cells = [row.cells[5] for row in rows]
    down = Down(OPEN, rows[0].key, rows[-1].key, "owed_by")
    late = [one.overdue is not None for one in found]
    listed = []
    for place, name in enumerate(dict.fromkeys(str(cell) for cell in cells), 1):
        overdue = sum(
            1 for cell, is_late in zip(cells, late, strict=True) if is_late and cell == name
        )
        listed.append(Row(f"debtor:{place}", (place, name, counted(cells, name, down), overdue)))
    columns = (
        Column("place", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("name", Text("Người chịu trách nhiệm", "Owed by").of(lang), span=3),
        Column("count", Text("Việc còn mở", "Open").of(lang), Shows.WHOLE),
        Column("late", Text("Trong đó quá hạn", "Overdue").of(lang), Shows.WHOLE),
    )
    return (
        Line("", size=6),
        Line(_BY_DEBTOR.of(lang), bold=True, size=12),
        Table(columns, tuple(listed)),
    )


def _day(day: object, lang: str) -> str | None:
    return shown(day, lang) if isinstance(day, date) else None
