"""What marks in a sheet of tasks mean: done or not, of quality or not, on time or late."""

from __future__ import annotations

import re

from cadre_cli.sheets.wording import affirms, is_nothing, plain, says

_NOT_MET = (
    "khong dat",
    "chua dat",
    "khong bao dam",
    "chua bao dam",
    "khong dam bao",
    "chua dam bao",
)
_NEARLY = (
    "gan dat",
    "co ban dat",
    "sap dat",
    "se dat",
    "phan dau dat",
    "du kien dat",
    "gan nhu dat",
)
"""Words that hold "đạt" and do not say that it is so."""
_MET = ("dat", "bao dam", "dam bao", "tot", "xuat sac")
# Short words stand alone in their cell: without tones "yếu" is "yêu", "kém" is "kèm", "đúng" "dừng".
_ALONE_BAD = frozenset({"không", "kém", "yếu"})
_ALONE_GOOD = frozenset({"khá", "đúng", "đạt"})
_LATE = (
    "cham",
    "tre",
    "qua han",
    "qua thoi han",
    "vuot han",
    "vuot thoi han",
    "vuot qua thoi han",
    "vuot thoi gian",
    "khong kip",
    "muon",
)
_ASKS_LATENESS = re.compile(r" (?:bi |co )?(?:cham|tre|qua han|miss deadline)\b")
_ASKS_FAILURE = re.compile(r" (?:bi |co )?(?:chua dat|khong dat|tra lai)\b")
_IN_TIME = (
    "dung han",
    "dung thoi han",
    "dung tien do",
    "dat tien do",
    "truoc han",
    "kip thoi",
    "trong han",
    "dam bao tien do",
    "bao dam tien do",
)
_AHEAD = ("vuot", "som")
_UNDECIDED = ("chua danh gia", "cho danh gia", "chua cham", "dang thuc hien", "dang trien khai")
_FREQUENCY = (
    "hang thang",
    "hang tuan",
    "hang ngay",
    "hang quy",
    "hang nam",
    "thang",
    "quy",
    "nam",
    "tuan",
    "theo yeu cau",
    "thuong xuyen",
    "dinh ky",
    "khi co",
    "hoan thanh",
    "chua hoan thanh",
    "da hoan thanh",
    "chua thuc hien",
)


def quality_met(words: str | None, heading: str = "") -> tuple[bool | None, bool]:
    """A mark of quality and whether it was understood: "Đạt", "Chưa đạt", "Tốt"; None when open.

    Under a heading that asks for failure ("Chưa đạt") yes and no change sides.

    >>> quality_met("x", "Chất lượng / Chưa đạt"), quality_met("Không", "Chưa đạt")
    ((False, True), (True, True))
    >>> quality_met("Đạt yêu cầu"), quality_met("Không đạt"), quality_met("Chưa tốt")
    ((True, True), (False, True), (None, False))
    >>> quality_met("Gần đạt"), quality_met("Gần như không đạt")
    ((None, False), (False, True))
    """
    if words is None or _is_open(words):
        return None, True
    if _asks(heading, _ASKS_FAILURE) and (_is_tick(words) or is_nothing(words)):
        return is_nothing(words), True
    if says(words, *_NOT_MET) or words.casefold() in _ALONE_BAD:
        return False, True
    if says(words, *_NEARLY):
        return None, False
    met = all(affirms(words, word) for word in _MET if says(words, word)) and says(words, *_MET)
    whole = not any(letter.isdigit() for letter in words.replace("100", ""))  # "Đạt 80%" is not
    return (True, True) if (met and whole) or _is_good(words) else (None, False)


def on_time(words: str | None, heading: str = "") -> tuple[bool | None, bool]:
    """A mark of progress and whether it was understood; how often or how far says nothing of it.

    Under a heading that asks for lateness ("Miss Deadline", "Quá hạn") yes and no change sides.
    A number is not understood: "80%" is how far, 2 may be how often or how many days.

    >>> on_time("Vượt tiến độ"), on_time("Chậm 2 ngày"), on_time("Hằng tháng"), on_time("80%")
    ((True, True), (False, True), (None, True), (None, False))
    >>> on_time("x", "Tiến độ / Chậm"), on_time("Không", "Trễ hạn"), on_time("x", "Đúng hạn/Chậm")
    ((False, True), (True, True), (True, True))
    """
    if words is None or _is_open(words):
        return None, True
    if _asks(heading, _ASKS_LATENESS) and (_is_tick(words) or is_nothing(words)):
        return not _is_tick(words), True
    if affirms(words, *_LATE):
        return False, True
    if says(words, *_IN_TIME):
        return affirms(words, *_IN_TIME), True
    if says(words, *_LATE) or affirms(words, *_AHEAD) or _is_good(words):
        return True, True
    return None, says(words, *_FREQUENCY)


_DAYS = re.compile(r" (?:cham |tre |qua han )?(\d{1,3})(?: ngay)? ")


def late_by_days(words: str | None) -> tuple[bool | None, bool]:
    """The mark of progress in a number of days late, and whether it was understood.

    >>> late_by_days("2"), late_by_days("0"), late_by_days("3 ngày"), late_by_days("nhiều")
    ((False, True), (True, True), (False, True), (None, False))
    """
    if words is None or _is_open(words):
        return None, True
    found = _DAYS.fullmatch(plain(words))
    if found is not None:
        return int(found[1]) == 0, True
    return (True, True) if is_nothing(words) else (None, False)


_TICKS = frozenset({"x", "v", "có", "yes", "ok", "✓", "✔", "√"})


def _is_tick(words: str) -> bool:
    return words.strip().casefold() in _TICKS


def _is_good(words: str) -> bool:
    return _is_tick(words) or words.strip().casefold() in _ALONE_GOOD


def _is_open(words: str) -> bool:
    """Whether nothing is said yet: no letter, no figure and no tick, or "Chưa đánh giá"."""
    return (not plain(words) and not _is_tick(words)) or says(words, *_UNDECIDED)


def _asks(heading: str, for_what: re.Pattern[str]) -> bool:
    """Whether the column's own words ask for a fault, so that a tick is bad."""
    own = heading.rpartition(" / ")[2]
    return "chấm" not in own.casefold() and for_what.match(plain(own)) is not None


_NOT_DONE = (
    "chua lam",
    "chua thuc hien",
    "dang thuc hien",
    "dang trien khai",
    "dang lam",
    "dang xu ly",
)
_PARTLY = ("mot phan", "mot nua", "phan lon", "hau het", "co ban", "gan", "sap")
_DONE = ("hoan thanh", "da xong", "xong", "da thuc hien", "hoan tat")
_UNDER_WAY = re.compile(r"\bđang\b", re.IGNORECASE)  # without its tone it is also "đăng", "đảng"


def is_done(words: str | None) -> bool | None:
    """Whether words in a result or status column say that the work is done; None when unclear.

    >>> is_done("Đã hoàn thành"), is_done("Chưa hoàn thành"), is_done("Hoàn thành một phần")
    (True, False, None)
    """
    if words is None or any(letter.isdigit() for letter in words) or says(words, *_PARTLY):
        return None
    if says(words, *_NOT_DONE) or _UNDER_WAY.search(words) or plain(words) == " chua ":
        return False
    return affirms(words, *_DONE) if says(words, *_DONE) else None
