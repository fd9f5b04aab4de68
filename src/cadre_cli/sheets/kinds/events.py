"""A list of what happened: discipline, leave, transfers, confirmed objective causes."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.event_words import kind_of_event
from cadre_cli.sheets.findings_words import WordsNotUnderstood
from cadre_cli.sheets.happenings import event_of
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.people_rows import person_of
from cadre_cli.sheets.person_columns import DISCIPLINE, PERSON
from cadre_cli.sheets.placements import PLACEMENT_FIELDS, becomes_of, was_of
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.wording import is_nothing, says
from cadre_cli.vietnamese.text import fold

_EXPECTED = (
    "Kỷ luật, Nghỉ ốm, Nghỉ thai sản, Chuyển đến, Chuyển đi, Bổ nhiệm, Thôi giữ chức, "
    "Chuyển đơn vị, Nguyên nhân khách quan"
)


def parse(table: Table) -> Parsed:
    """A row for each event; a kind that cannot be told is D11, never dropped in silence."""
    events: list[Event] = []
    findings: list[Finding] = [*repeated_rows(table), *not_understood(table)]
    for reader in parse_rows(table):
        who = person_of(reader, table.subject)
        if who is None and not _is_about_task(reader):
            if reader.text("event") is not None or reader.text("discipline") is not None:
                reader.require("name")
                findings += reader.findings
            continue
        event = _event(reader, who or _nobody(reader), table.period)
        if event is not None:
            events.append(event)
        findings += reader.findings
    return Parsed(
        Records(events=tuple(events), kinds=frozenset({"events"})),
        tuple(findings),
    )


def _is_about_task(reader: RowReader) -> bool:
    return reader.text("task") is not None


def _nobody(reader: RowReader) -> Mention:
    """An objective cause may name its task alone."""
    return Mention("", "", reader.at.cell("name"))


def _event(reader: RowReader, who: Mention, period: Period | None) -> Event | None:
    column = "event" if reader.has("event") else "discipline"
    named = reader.text(column)
    reason = reader.text("reason")
    if column == "discipline" and _says_nothing(reader):
        return None
    kind = kind_of_event(named, alone=True) or kind_of_event(reason)
    if named is None and kind is None:
        reader.require(column)
        return None
    if kind is None:
        reader.findings.append(
            WordsNotUnderstood(
                at=reader.at.cell(column),
                heading=reader.heading(column),
                written=named or "",
                expected=_EXPECTED,
            )
        )
        return None
    words = _told(named, reason, reader.text("note"))
    told = event_of(kind, words, who, reader.at.cell(column), period)
    first = reader.day("from")
    last = reader.day("to", since=first)
    if kind is EventKind.LEAVE and last is None and told.last_day is None:
        last = first if _is_single_day(reader) else None
    return replace(
        told,
        first_day=first if first is not None else told.first_day,
        last_day=last if last is not None else told.last_day,
        document=reader.text("document") or told.document,
        confirmed_by=reader.text("confirmed_by"),
        task=reader.text("task") if kind is EventKind.OBJECTIVE_CAUSE else None,
        becomes=becomes_of(told.kind, words, reader) if _is_change(told, reader) else None,
        was=was_of(told.kind, words, reader) if _is_change(told, reader) else None,
    )


_NEW = ("new_position", "new_unit", "new_kind")


def _is_change(told: Event, reader: RowReader) -> bool:
    """Whether the row is about another post, unit or kind of person."""
    return told.becomes is not None or any(reader.text(name) for name in _NEW)


_MORE = ("from", "to", "document", "reason")


def _says_nothing(reader: RowReader) -> bool:
    """Whether a row of a list of everybody tells of no event: "Không" under "Kỷ luật", or a blank."""
    punished = reader.text("discipline")
    if punished is not None:
        return is_nothing(punished)
    return all(reader.text(name) is None for name in _MORE)


def _is_single_day(reader: RowReader) -> bool:
    """Whether the column holds the day itself ("Ngày") and not the day that something began."""
    return not says(reader.heading("from"), "tu", "bat dau", "hieu luc")


def _told(*parts: str | None) -> str:
    """The row's words, without a type that the reason begins with ("Nghỉ phép; Nghỉ phép năm")."""
    said = [part for part in parts if part]
    last = len(said) - 1
    kept = [
        part
        for place, part in enumerate(said)
        if place == last or not fold(said[place + 1]).startswith(fold(part))
    ]
    return "; ".join(kept)


_FIELDS = (
    FieldSpec(
        "event",
        (
            "Loại sự việc",
            "Sự việc",
            "Loại sự kiện",
            "Sự kiện",
            "Loại biến động",
            "Biến động",
            "Nội dung biến động",
            "Loại nghỉ",
            "Hình thức nghỉ",
            "Hình thức",
            "Trường hợp",
            "Loại trường hợp",
        ),
        telling=True,
    ),
    replace(DISCIPLINE, telling=True, beside=_MORE),
    FieldSpec(
        "from",
        (
            "Từ ngày",
            "Ngày bắt đầu",
            "Bắt đầu",
            "Từ",
            "Ngày",
            "Ngày hiệu lực",
            "Ngày quyết định",
            "Thời điểm",
            "Thời gian / Từ ngày",
            "Thời gian nghỉ / Từ ngày",
        ),
    ),
    FieldSpec(
        "to",
        (
            "Đến ngày",
            "Ngày kết thúc",
            "Kết thúc",
            "Đến",
            "Thời gian / Đến ngày",
            "Thời gian nghỉ / Đến ngày",
        ),
    ),
    FieldSpec(
        "document",
        (
            "Văn bản",
            "Số văn bản",
            "Số quyết định",
            "Quyết định",
            "Quyết định số",
            "Căn cứ",
            "Số, ngày văn bản",
            "Số, ký hiệu văn bản",
            "Văn bản, quyết định",
        ),
    ),
    FieldSpec("reason", ("Nội dung", "Lý do", "Nội dung, lý do", "Nguyên nhân", "Diễn giải")),
    FieldSpec(
        "confirmed_by",
        (
            "Cấp xác nhận",
            "Người xác nhận",
            "Cấp có thẩm quyền xác nhận",
            "Cơ quan xác nhận",
            "Xác nhận",
        ),
    ),
    FieldSpec("task", ("Số việc", "Mã nhiệm vụ", "Mã việc", "Nhiệm vụ liên quan", "Số nhiệm vụ")),
    *PLACEMENT_FIELDS,
    FieldSpec("note", ("Ghi chú",)),
)
KIND = SheetKind(
    name="events",
    shown=Text(
        "sự việc về nhân sự (kỷ luật, nghỉ, điều động)", "events (discipline, leave, moves)"
    ),
    fields=with_others((*PERSON, *_FIELDS)),
    parse=parse,
    titles=(
        "sự việc",
        "sự kiện",
        "kỷ luật",
        "theo dõi nghỉ",
        "biến động",
        "nghỉ phép",
        "điều động",
    ),
)
