"""What decides between headings that are the same without their tones and signs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cadre_cli.sheets.part_columns import is_no_whole
from cadre_cli.sheets.table import How
from cadre_cli.sheets.vocabulary import Fit
from cadre_cli.vietnamese.text import one_line

_PERCENTAGE = re.compile(r"%|tỷ\s*lệ|tỉ\s*lệ|phần\s*trăm|mức\s*độ", re.IGNORECASE)
_TONES = (("chậm", "chấm"), ("chấm", "chậm"))
"""Words that are one without their tones, and mean lateness or scoring."""
_QUANTITY = re.compile(r"số\s*lượng|khối\s*lượng", re.IGNORECASE)
_CONVERTED = re.compile(r"(?:lượng|hoàn\s*thành|giao|thực\s*hiện).*quy\s*đổi")
_OWNER = "owner"
_QUANTITIES = ("assigned", "finished")
_POSITION = "position"
_PARTY = re.compile(r"\bđảng\b", re.IGNORECASE)
RESULT = "result_points"
"""The field of the points for the result of the tasks, the whole of it."""

_POINTS_AND_CLASS = re.compile(
    r"[(/]\s*(?:(?:tổng\s*)?điểm\s*(?:[,;/+&–-]|và)\s*xếp\s*loại|xếp\s*loại\s*(?:[,;/+&–-]|và)\s*"
    r"(?:tổng\s*)?điểm)\s*\)?$",
    re.IGNORECASE,
)


def holds_points_and_class(heading: str) -> bool:
    """Whether a scorer's column says that each cell holds the points and the class.

    >>> holds_points_and_class("Chủ tịch (điểm, xếp loại)"), holds_points_and_class("Điểm xếp loại")
    (True, False)
    """
    return _POINTS_AND_CLASS.search(one_line(heading)) is not None


def sensible(
    parts: tuple[str, ...], known: Mapping[str, Fit], shares: Mapping[str, str]
) -> dict[str, Fit]:
    """The fits that make sense: "% hoàn thành" is no quantity, "Ngày chậm" no "Ngày chấm".

    "Kết quả thực hiện nhiệm vụ / a (%)" is a part of the result, whatever the words above it; "Thực
    hiện" below words for a quantity is no person, and a converted quantity has its coefficient
    in it already.
    `shares` are fields of quantities and those of their percentages; `parts` the words above a
    column, the outermost first.
    """
    written = one_line(" / ".join(parts)).casefold()
    percentage = bool(shares) and _PERCENTAGE.search(written) is not None
    found: dict[str, Fit] = {}
    if RESULT in known and is_no_whole(" / ".join(parts)):
        known = {field: fit for field, fit in known.items() if field != RESULT}
    if any(map(_QUANTITY.search, parts)):
        known = {field: fit for field, fit in known.items() if field != _OWNER}
    if is_converted(parts):
        known = {field: fit for field, fit in known.items() if field not in _QUANTITIES}
    for field, fit in known.items():
        if any(word in written and other in fit.words.casefold() for word, other in _TONES):
            continue
        name = shares.get(field, field) if percentage else field
        if name not in found or fit.rank < found[name].rank:
            found[name] = fit
    return found


def is_converted(parts: tuple[str, ...]) -> bool:
    """Whether a column holds quantities with their coefficients in them already.

    >>> is_converted(("Số lượng quy đổi", "Giao")), is_converted(("Hệ số quy đổi",))
    (True, False)
    """
    return _CONVERTED.search(one_line(" / ".join(parts)).casefold()) is not None


def without_party_posts(fits: Mapping[tuple[int, str], Fit]) -> dict[tuple[int, str], Fit]:
    """Column and field → fit, without posts in the Party where another column has the post held.

    Lists of the Party have both side by side; the post in the administration is the one meant.
    """
    posts = {place for place in fits if place[1] == _POSITION}
    party = {place for place in posts if _PARTY.search(fits[place].words)}
    others = any(fits[place].how is not How.NEAR for place in posts - party)
    return {place: fit for place, fit in fits.items() if not (others and place in party)}
