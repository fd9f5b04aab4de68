"""What each person is in the period at hand: post, unit and kind change within a year, or a month."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Change, Doubt, Officer, Placement, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.transfers import directed
from cadre_cli.vietnamese.text import key

CHOICE = "change_within_period"
"""The choice of what counts for a period in which post, unit or kind changed."""
CHANGES = frozenset(
    {EventKind.APPOINTED, EventKind.RELIEVED, EventKind.MOVED, EventKind.KIND_CHANGED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUnclear(Finding):
    """Bổ nhiệm, thôi giữ chức, chuyển đơn vị, đổi đối tượng phải ghi ngày, nội dung mới và nội dung cũ.

    Người giữ chức vụ tính sáu thành phần, người không giữ chức vụ tính ba; mỗi đối tượng có thể theo
    một quy định khác. Chưa biết người đó là gì trong kỳ thì chưa tính điểm, không bao giờ tự đoán.
    Điều động, tiếp nhận phải rõ là chuyển đến hay chuyển đi; “điều động về” nơi không rõ của ai thì hỏi.
    """

    code: ClassVar[str] = "D15"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 16"
    message: ClassVar[Text] = Text("{officer}: “{words}” {lacks}.", '{officer}: "{words}" {lacks}.')
    fix: ClassVar[Text] = Text(
        "Ghi đủ ngày, chức vụ (đơn vị, đối tượng) mới và cũ ở bảng sự việc, hoặc mỗi chức vụ một dòng "
        "có từ ngày, đến ngày ở danh sách.",
        "Enter the day and the new and former post (unit, kind) in the list of events, or a row for "
        "each post with its days on the roster.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Sự việc | Chức vụ mới | Từ ngày |\n|---|---|---|---|\n"
        "| Lê Văn Cường | Bổ nhiệm | | |"
    )
    right: ClassVar[str] = (
        "| Họ và tên | Sự việc | Chức vụ cũ | Chức vụ mới | Từ ngày |\n|---|---|---|---|---|\n"
        "| Lê Văn Cường | Bổ nhiệm | Chuyên viên | Phó Trưởng phòng | 16/05/2026 |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    words: str
    lacks: Text


_NO_DAY = Text("không ghi từ ngày nào nên chưa xét", "has no day, so it was not considered")
_NOT_SAID = Text(
    "không ghi chức vụ, đơn vị hoặc đối tượng mới nên chưa xét",
    "names no new post, unit or kind, so it was not considered",
)
_WHICH_WAY = Text(
    "chưa rõ là chuyển đến hay chuyển đi nên chưa xét (ghi rõ “Chuyển đến” hoặc “Chuyển đi”)",
    'does not say whether it is a coming or a going, so it was not considered ("Chuyển đến" or '
    '"Chuyển đi")',
)
_FORMER = Text(
    "từ {day}, nhưng không ghi chức vụ, đơn vị hoặc đối tượng trước ngày đó",
    "from {day}, but what the person was before is not written",
)


def as_of_period(
    officers: Sequence[Officer],
    events: Sequence[Event],
    period: Period,
    taken: str,
    office: str = "",
) -> tuple[tuple[Officer, ...], tuple[Event, ...], tuple[Finding, ...]]:
    """Every officer as they stand in the period, with moves inside the office told from transfers.

    `taken` is the option of the choice: the placement of the period's last day, or that of most of
    its days. `office` is its name, by which a transfer to it is told from one to another body.
    """
    units = {officer.unit for officer in officers if officer.unit}
    ways = [(event, directed(event, units, office)) for event in events]
    told = tuple(way for _, way in ways if way is not None)
    names = {officer.id: officer.name for officer in officers}
    settled: list[Officer] = []
    findings: list[Finding] = [
        _unclear(names.get(event.who.officer or "", event.who.name), event, _WHICH_WAY)
        for event, way in ways
        if way is None
    ]
    for officer in officers:
        own = [e for e in told if _changes(e) and e.who.officer == officer.id]
        placement, unclear = _placement(officer, own, period, taken)
        settled.append(placement)
        findings += unclear
    return tuple(settled), told, tuple(findings)


def _changes(event: Event) -> bool:
    """Whether it changes what somebody is; a discipline does so where it takes the post."""
    return event.kind in CHANGES or (
        event.kind is EventKind.DISCIPLINE and event.becomes is not None
    )


def _placement(
    officer: Officer, events: Sequence[Event], period: Period, taken: str
) -> tuple[Officer, list[Finding]]:
    findings: list[Finding] = []
    dated: list[tuple[date, Event]] = []
    for event in events:
        if not isinstance(event.first_day, date) and _changes_nothing(officer, event):
            continue  # "Bổ nhiệm lại Trưởng phòng" of somebody who is that already
        if not isinstance(event.first_day, date):
            findings.append(_unclear(officer.name, event, _NO_DAY))
        elif event.becomes is None or event.becomes == Placement():
            findings.append(_unclear(officer.name, event, _NOT_SAID))
        else:
            dated.append((event.first_day, event))
    dated.sort(key=lambda each: each[0])
    if not dated:
        return officer, findings
    day = deciding_day([first for first, _ in dated], period, taken)
    now = officer
    for first, event in dated:
        if first <= day and event.becomes is not None:
            now = _as(now, event.becomes)
    done = [event for first, event in dated if first <= day]
    ahead = [(first, event) for first, event in dated if first > day]
    now, lacking = _before(now, officer, [event for _, event in ahead], done)
    for first, event in ahead:
        if event in lacking:
            what = _FORMER.fill(day=first)
            findings.append(replace(_unclear(officer.name, event, what), severity=Severity.ERROR))
            said = Text(f"{event.words} {what.vi}", f"{event.words} {what.en}")
            now = replace(now, doubt=Doubt(said, event.at))
    changes = tuple(
        _change(first, event, period) for first, event in dated if first <= period.last_day
    )
    return replace(now, changes=(*officer.changes, *changes)), findings


def _changes_nothing(officer: Officer, event: Event) -> bool:
    """Whether the roster says already what an event without a day would make of the person."""
    becomes = event.becomes
    if becomes is None:
        return False
    told = [aspect for aspect in ("post", "unit", "kind") if _says(becomes, aspect) is not None]
    own = _placement_of(officer)
    return bool(told) and all(_says(becomes, aspect) == _says(own, aspect) for aspect in told)


def deciding_day(days: Iterable[date], period: Period, taken: str) -> date:
    """The day whose placement counts for the whole period.

    With "most_days" the middle of the longest stretch between changes; of two alike the later.
    """
    if taken != "most_days":
        return period.last_day
    inside = sorted({day for day in days if period.first_day < day <= period.last_day})
    edges = [period.first_day, *inside, period.last_day + timedelta(days=1)]
    spans = [(end - start, start) for start, end in itertools.pairwise(edges)]
    return max(spans)[1]


def _as(officer: Officer, placement: Placement) -> Officer:
    """The officer with what a change says; what it does not say stays."""
    post = officer.post if placement.post is None else placement.post
    return replace(
        officer,
        post=post,
        position=officer.position if placement.post is None else placement.position,
        unit=placement.unit or officer.unit,
        kind=placement.kind or officer.kind,
        kind_stated=officer.kind_stated or placement.kind is not None,
        rated_above=post is Post.HEAD_OF_OFFICE,
    )


def _before(
    now: Officer, roster: Officer, ahead: Sequence[Event], done: Sequence[Event]
) -> tuple[Officer, list[Event]]:
    """The officer before the changes still ahead, and the changes before which nobody knows.

    A roster drawn up later shows a change ahead already: then what was before must be on record,
    beside that change or in an earlier one.
    """
    lacking: list[Event] = []
    for aspect in ("post", "unit", "kind"):
        telling = [event for event in ahead if _says(event.becomes, aspect) is not None]
        if not telling:
            continue
        first = telling[0]
        if first.was is not None and _says(first.was, aspect) is not None:
            now = _as(now, _only(first.was, aspect))
        elif not any(_says(event.becomes, aspect) is not None for event in done):
            shown_already = {_says(event.becomes, aspect) for event in telling}
            if _says(_placement_of(roster), aspect) in shown_already:
                lacking.append(first)
    return now, lacking


def _says(placement: Placement | None, aspect: str) -> object:
    """What a placement says of one aspect, to be compared; None where it says nothing."""
    value = getattr(placement, aspect) if placement is not None else None
    return key(value) if isinstance(value, str) and aspect == "unit" else value


def _only(placement: Placement, aspect: str) -> Placement:
    if aspect == "post":
        return Placement(position=placement.position, post=placement.post)
    return Placement(unit=placement.unit) if aspect == "unit" else Placement(kind=placement.kind)


def _placement_of(officer: Officer) -> Placement:
    return Placement(officer.position, officer.post, officer.unit, officer.kind)


def _change(day: date, event: Event, period: Period) -> Change:
    within = period.first_working_day < day <= period.last_day
    return Change(day, event.words, event.at, event.document, within)


def _unclear(officer: str, event: Event, lacks: Text) -> ChangeUnclear:
    return ChangeUnclear(at=event.at, officer=officer, words=event.words, lacks=lacks)


def rows_in_force(officers: Sequence[Officer], period: Period, taken: str) -> tuple[Officer, ...]:
    """One row for each person of a roster that has a row for each post held, with its days.

    Rows without days are left as they are: two of them are two people. So are rows of one name whose
    days overlap, unless one code says that they are of one person.
    """
    kept: list[Officer] = []
    seen: set[tuple[str, str, str]] = set()
    for officer in officers:
        if officer.since is None and officer.until is None:
            kept.append(officer)
            continue
        who = _who(officer)
        rows = [each for each in officers if _is_dated(each) and _who(each) == who]
        if officer.code is None and _overlap(rows):
            kept.append(_row_of([officer], period, taken))
            continue
        if who in seen:
            continue
        seen.add(who)
        kept.append(_row_of(rows, period, taken))
    return tuple(kept)


def _who(officer: Officer) -> tuple[str, str, str]:
    return (officer.at.file, officer.at.sheet, key(officer.code or officer.name))


def _is_dated(officer: Officer) -> bool:
    return officer.since is not None or officer.until is not None


def _overlap(rows: Sequence[Officer]) -> bool:
    """Whether two rows hold on one day: nobody has two posts at once, so they are of homonyms."""
    ordered = sorted(rows, key=lambda row: row.since or date.min)
    return any(
        (one.until or date.max) >= (other.since or date.min)
        for one, other in itertools.pairwise(ordered)
    )


def _row_of(rows: Sequence[Officer], period: Period, taken: str) -> Officer:
    """The row that holds in the period; the nearest one, marked as absent, where none does."""
    ordered = sorted(rows, key=lambda row: row.since or date.min)
    here = [row for row in ordered if _covers(row, period.first_day, period.last_day)]
    if not here:
        before = [row for row in ordered if (row.since or date.min) <= period.last_day]
        return replace((before or ordered)[-1 if before else 0], absent=True)
    day = deciding_day([row.since for row in here if row.since is not None], period, taken)
    holding = [row for row in here if _covers(row, day, day)]
    row = (holding or here)[-1]
    changes = tuple(_row_change(each, period) for each in here if _begins(each, ordered))
    return replace(row, changes=changes)


def _begins(row: Officer, rows: Sequence[Officer]) -> bool:
    """Whether a row says something else than the one before it, from a day on."""
    place = rows.index(row)
    return place > 0 and row.since is not None


def _row_change(row: Officer, period: Period) -> Change:
    day = row.since or period.first_day
    words = ", ".join(part for part in (row.position, row.unit, row.kind.words) if part)
    within = period.first_working_day < day <= period.last_day
    return Change(day, words, row.at.cell("since", "position", "name"), None, within)


def _covers(row: Officer, first: date, last: date) -> bool:
    return (row.since or date.min) <= last and (row.until or date.max) >= first
