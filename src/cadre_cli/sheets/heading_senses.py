"""What decides between headings that are the same without their tones and signs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cadre_cli.sheets.part_columns import is_no_whole
from cadre_cli.sheets.vocabulary import Fit
from cadre_cli.vietnamese.text import one_line

_PERCENTAGE = re.compile(r"%|tỷ\s*lệ|tỉ\s*lệ|phần\s*trăm|mức\s*độ", re.IGNORECASE)
_TONES = (("chậm", "chấm"), ("chấm", "chậm"))
"""Words that are one without their tones, and mean lateness or scoring."""
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

    "Kết quả thực hiện nhiệm vụ / a (%)" is a part of the result, whatever the words above it.
    `shares` are fields of quantities and those of their percentages; `parts` the words above a
    column, the outermost first.
    """
    written = one_line(" / ".join(parts)).casefold()
    percentage = bool(shares) and _PERCENTAGE.search(written) is not None
    found: dict[str, Fit] = {}
    if RESULT in known and is_no_whole(" / ".join(parts)):
        known = {field: fit for field, fit in known.items() if field != RESULT}
    for field, fit in known.items():
        if any(word in written and other in fit.words.casefold() for word, other in _TONES):
            continue
        name = shares.get(field, field) if percentage else field
        if name not in found or fit.rank < found[name].rank:
            found[name] = fit
    return found
