"""What happened to a person, read from an events sheet, a column or a note (contract 9.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Event, EventKind, Exemption, Mention
from cadre_cli.sheets.standings import becomes_of, was_of
from cadre_cli.sheets.wording import affirms, is_nothing, plain, says

_ABSENCES = frozenset({EventKind.LEAVE, EventKind.MATERNITY})
_DISCIPLINES = (
    "khien trach",
    "canh cao",
    "ha bac luong",
    "giang chuc",
    "cach chuc",
    "buoc thoi viec",
    "bai nhiem",
    "khai tru",
)
# In a note "ý thức kỷ luật tốt" speaks of nobody's punishment: the bare word is not enough there.
_DISCIPLINE_PHRASES = (
    *_DISCIPLINES,
    "bi ky luat",
    "bi xu ly ky luat",
    "thi hanh ky luat",
    "quyet dinh ky luat",
    "ky luat bang hinh thuc",
    "hinh thuc ky luat",
)
_NO_LONGER_DISCIPLINED = ("het thoi han", "het hieu luc", "xoa ky luat")
_GOOD_DISCIPLINE = ("khong", "chua", "tot", "chap hanh", "nghiem", "dat", "bao dam", "dam bao")
# Back at work, or about to go: whoever is written so was not away.
_NOT_AWAY = (
    "di lam lai",
    "di lam tro lai",
    "tro lai lam viec",
    "tro lai cong tac",
    "het thoi gian nghi",
    "het thoi han nghi",
    "het nghi",
    "het thai san",
    "sau nghi",
    "sau khi nghi",
    "sau thai san",
    "sau thoi gian nghi",
    "chuan bi nghi",
    "sap nghi",
)
# The surer words first: a note may hold several, the first kind that fits is taken.
_KINDS: tuple[tuple[EventKind, tuple[str, ...]], ...] = (
    (EventKind.DISCIPLINE, _DISCIPLINE_PHRASES),
    (
        EventKind.DEGRADATION,
        (
            "suy thoai",
            "vi pham nhung dieu dang vien khong duoc lam",
            "vi pham trach nhiem neu guong",
        ),
    ),
    (EventKind.UNIT_CORRUPTION, ("tham nhung", "tham o", "lang phi")),
    (
        EventKind.RELIEVED,
        ("thoi giu chuc", "thoi giu chuc vu", "mien nhiem", "thoi chuc", "tu chuc"),
    ),
    (
        EventKind.KIND_CHANGED,
        (
            "tiep nhan vao lam cong chuc",
            "tiep nhan vao cong chuc",
            "chuyen thanh cong chuc",
            "chuyen thanh vien chuc",
            "chuyen sang cong chuc",
            "chuyen sang vien chuc",
            "chuyen doi thanh cong chuc",
            "doi doi tuong",
        ),
    ),
    (EventKind.APPOINTED, ("bo nhiem", "giao phu trach", "bau giu chuc", "bau lam")),
    (EventKind.MATERNITY, ("thai san", "nghi sinh", "nghi de", "sinh con")),
    (
        EventKind.LEAVE,
        (
            "nghi om",
            "om dau",
            "nghi khong luong",
            "nghi khong huong luong",
            "nghi viec rieng",
            "nghi phep",
            "nghi ca thang",
            "nghi ca quy",
            "nghi ca ky",
            "nghi ca nam",
            "nghi dai ngay",
            "nghi dieu tri",
            "nghi duong benh",
            "nghi cham con om",
            "nghi huong bhxh",
            "nghi che do om dau",
        ),
    ),
    (
        EventKind.TRANSFER_IN,
        (
            "chuyen den",
            "dieu dong den",
            "dieu dong ve",
            "chuyen ve",
            "chuyen cong tac den",
            "chuyen cong tac ve",
            "tiep nhan tu",
            "tiep nhan ve",
            "luan chuyen den",
            "luan chuyen ve",
            "biet phai den",
        ),
    ),
    (
        EventKind.TRANSFER_OUT,
        ("chuyen cong tac", "chuyen di", "dieu dong", "luan chuyen", "biet phai", "thuyen chuyen"),
    ),
    (
        EventKind.LEFT,
        ("nghi huu", "thoi viec", "nghi viec", "tinh gian", "tu tran", "cham dut hop dong"),
    ),
    (
        EventKind.JOINED,
        ("moi tuyen dung", "tuyen dung", "nhan viec", "moi vao lam", "tap su", "ky hop dong"),
    ),
    (EventKind.OBJECTIVE_CAUSE, ("nguyen nhan khach quan", "ly do khach quan", "khach quan")),
)
_EXEMPTIONS = (
    (
        Exemption.ALREADY_COUNTED,
        (
            "da tinh",
            "da duoc tinh",
            "da xet",
            "da duoc xet",
            "da su dung de xep loai",
            "da dung de xep loai",
            "da xep loai khong hoan thanh",
            "khong tinh lai",
        ),
    ),
    (
        Exemption.FORMER_BODY,
        (
            "o co quan cu",
            "tai co quan cu",
            "o don vi cu",
            "tai don vi cu",
            "o noi cong tac cu",
            "tai noi cong tac cu",
        ),
    ),
    (
        Exemption.NOT_DUTY,
        ("khong lien quan den cong vu", "khong lien quan cong vu", "ngoai cong vu"),
    ),
)
_BARE = (
    (EventKind.DISCIPLINE, ("ky luat",)),
    (EventKind.LEAVE, ("nghi", "vang", "om", "phep")),
    (EventKind.TRANSFER_IN, ("den", "tiep nhan")),
    (EventKind.TRANSFER_OUT, ("di", "chuyen")),
)
_STANDINGS = frozenset(
    {
        *(EventKind.APPOINTED, EventKind.RELIEVED, EventKind.KIND_CHANGED, EventKind.MOVED),
        *(EventKind.TRANSFER_IN, EventKind.TRANSFER_OUT),
    }
)
"""Kinds after which somebody may be of another post, unit or kind."""
_WHOLE = (
    "ca thang",
    "ca quy",
    "ca ky",
    "ca nam",
    "toan bo thang",
    "toan bo ky",
    "tron thang",
    "het thang",
)
_SOME_DAYS = re.compile(r"(\d+)\s*(?:ngày|buổi|hôm)", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:Quyết định|QĐ|Kết luận|Thông báo|Công văn|Văn bản|Biên bản|Giấy|Đơn)\b[^;()\n]*?"
    r"(?:số|\d+\s*[/-])[^;()\n]*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}))?(?![\d/])")
_LONG_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s+(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)
_SINCE = re.compile(r"(?:từ|kể từ|bắt đầu)\s*(?:ngày\s*)?$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến|tới|-|–|→)\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)


def kind_of_event(words: str | None, *, alone: bool = False) -> EventKind | None:
    """What the words tell of; None when they tell nothing of the kind.

    `alone` is for a cell that holds nothing but the kind of event, where "Kỷ luật" is enough.

    >>> kind_of_event("Nghỉ thai sản"), kind_of_event("Ý thức kỷ luật tốt")
    (<EventKind.MATERNITY: 'maternity leave'>, None)
    """
    for kind, phrases in (*_KINDS, *_BARE) if alone else _KINDS:
        if affirms(words, *phrases) and not _is_over(kind, words):
            return kind
    return None


# A grade or a professional title is given, not a post: nobody leads by it.
_GRADES_NOT_POSTS = ("ngach", "hang chuc danh", "chuc danh nghe nghiep", "nang bac", "bac luong")


def _is_over(kind: EventKind, words: str | None) -> bool:
    if kind is EventKind.DISCIPLINE:
        return says(words, *_NO_LONGER_DISCIPLINED)
    if kind is EventKind.APPOINTED:
        return says(words, *_GRADES_NOT_POSTS)
    return kind in _ABSENCES and says(words, *_NOT_AWAY)


def is_disciplined(words: str | None) -> bool | None:
    """What a cell under "Kỷ luật" says; None when it cannot be told.

    Under that heading some offices note how well somebody keeps discipline.

    >>> is_disciplined("Cảnh cáo"), is_disciplined("Chấp hành tốt"), is_disciplined("Nhắc nhở")
    (True, False, None)
    """
    if words is None or is_nothing(words) or says(words, *_NO_LONGER_DISCIPLINED):
        return False
    if affirms(words, *_DISCIPLINES, "ky luat") or document_in(words):
        return True
    if plain(words).strip() in {"x", "v", "co"}:
        return True
    return False if says(words, *_GOOD_DISCIPLINE) else None


def event_in_note(
    words: str | None, who: Mention, at: CellRef, period: Period | None
) -> Event | None:
    """The event a note tells of, None when it tells of none.

    Nobody notes a cause of one task or a scandal of the unit beside a name, so those kinds are left
    to an events sheet.
    """
    kind = kind_of_event(words)
    if words is None or kind in (None, EventKind.OBJECTIVE_CAUSE, EventKind.UNIT_CORRUPTION):
        return None
    return event_of(kind, words, who, at, period)


def event_in_column(
    kind: EventKind, words: str | None, who: Mention, at: CellRef, period: Period | None
) -> Event | None:
    """The event a filled cell of a column such as "Kỷ luật" or "Nghỉ" tells of."""
    if words is None or is_nothing(words) or _is_over(kind, words):
        return None
    if kind is EventKind.DISCIPLINE:
        return event_of(kind, words, who, at, period) if is_disciplined(words) else None
    if says(words, "khong nghi", "khong vang"):
        return None
    told = kind_of_event(words)
    return event_of(told if told in _ABSENCES else kind, words, who, at, period)


def event_of(
    kind: EventKind, words: str, who: Mention, at: CellRef, period: Period | None
) -> Event:
    """An event with what its words tell: document, days, whether they cover the whole period.

    The first day of a discipline is that of its decision; elsewhere days inside a document's title
    say nothing about the absence.
    """
    document = document_in(words)
    first, last = _days(words.replace(document or "\0", " "), period, kind)
    if kind is EventKind.DISCIPLINE and first is None and document is not None:
        first, last = _days(document, period, kind)[0], None
    return replace(
        Event(kind, who, at, words),
        first_day=first,
        last_day=last,
        document=document,
        whole_period=covers_whole_period(kind, words),
        becomes=becomes_of(kind, words) if kind in _STANDINGS else None,
        was=was_of(kind, words) if kind in _STANDINGS else None,
        exemption=exemption_in(words) if kind is EventKind.DISCIPLINE else None,
    )


def exemption_in(words: str) -> Exemption | None:
    """What the words of a discipline say that may keep it from counting here.

    >>> exemption_in("Khiển trách (QĐ 9/QĐ-UBND), đã tính năm 2025").value
    'already counted'
    >>> exemption_in("Cảnh cáo, vi phạm ở cơ quan cũ").value, exemption_in("Khiển trách")
    ('former body', None)
    """
    return next((each for each, phrases in _EXEMPTIONS if says(words, *phrases)), None)


def covers_whole_period(kind: EventKind, words: str) -> bool:
    """Whether the words themselves cover the period: "cả tháng", or maternity without few days.

    >>> covers_whole_period(EventKind.LEAVE, "Nghỉ ốm cả tháng")
    True
    >>> covers_whole_period(EventKind.MATERNITY, "nghỉ thai sản 5 ngày")
    False
    """
    if kind not in _ABSENCES or _SOME_DAYS.search(words):
        return False
    return kind is EventKind.MATERNITY or says(words, *_WHOLE)


def document_in(words: str) -> str | None:
    """The document named: "Khiển trách (Quyết định số 12/QĐ-UBND)" gives the decision.

    >>> document_in("Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/3/2026)")
    'Quyết định số 12/QĐ-UBND ngày 05/3/2026'
    """
    found = _DOCUMENT.search(words)
    return found[0].strip(" .,") if found else None


def _days(words: str, period: Period | None, kind: EventKind) -> tuple[date | None, date | None]:
    """The first and the last day; the last is None where no end is told ("từ ngày 05/3").

    A leave on single days ("nghỉ phép 02/3, 03/3") ends with the last of them.
    """
    first: date | None = None
    last: date | None = None
    single: date | None = None
    for start, day, ends in sorted(_dates(words, period)):
        if _UNTIL.search(words[:start]):
            last = ends
            continue
        first = first or day
        single = None if _SINCE.search(words[:start]) else ends
    if first is None or last is not None or kind not in _ABSENCES:
        return first, last
    count = _SOME_DAYS.search(words)
    if count is not None:
        return first, max(first + timedelta(days=int(count[1]) - 1), single or first)
    return first, single if kind is EventKind.LEAVE else None


def _dates(words: str, period: Period | None) -> Iterator[tuple[int, date, date]]:
    """Where a date stands in the words, its first day and its last (a month has both)."""
    year_at_hand = period.year if period is not None else None
    for pattern in (_DAY, _LONG_DAY):
        for found in pattern.finditer(words):
            year = int(found[3]) if found[3] else year_at_hand
            if year is not None and (day := _real(year, int(found[2]), int(found[1]))):
                yield found.start(), day, day
    within_days = [day.span() for day in _LONG_DAY.finditer(words)]
    for found in _MONTH.finditer(words):
        inside = any(start <= found.start() < end for start, end in within_days)
        if not inside and 1 <= int(found[1]) <= 12 and 1900 <= int(found[2]) <= 2999:
            month = Period.of(int(found[2]), int(found[1]), PeriodUnit.MONTH)
            yield found.start(), month.first_day, month.last_day


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
