"""The columns in which an office keeps the parts a, b, c of a result.

Nothing of them is ever read into a score: they are the office's arithmetic, filled in a copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cadre_cli.sheets.scales import is_share
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.text import fold

WORDS = {"a": "so luong", "b": "chat luong", "c": "tien do"}
_LEAST = 2
"""Columns of parts that a table has at least: one letter alone may mean anything."""
_ASIDE = re.compile(r"\([^)]*[%\d][^)]*\)")
"""What a bracket says of the scale: "(%)", "(100đ)"."""
_LABELS = r"(?:(?:diem|tieu chi|ty le|phan tram|thanh phan|ket qua) )*"
_LETTER = re.compile(rf"{_LABELS}([abc])")
_WORDED = re.compile(
    rf"{_LABELS}(?:([abc]) )?({'|'.join(WORDS.values())})(?: (?:cong viec|san pham|nhiem vu))?(?: ([abc]))?"
)
_CAPITALS = ("A", "B", "C")
_CLASSES = ("xep loai", "phan loai", "muc")
_RESULTS = ("ket qua", "kqnv", "kpi", "nhiem vu")


def part_columns(table: Table, used: frozenset[int]) -> Mapping[str, Column]:
    """Part → its column; of a heading that stands twice the first. `used` columns hold marks.

    "KQNV / Cộng (%)" is the result as a share ("result"), though its own words are those of a total.
    """
    found: dict[str, Column] = {}
    for column in table.columns:
        known = column.field is not None or column.column in used
        part = None if known else part_of(column.heading)
        if part is not None:
            found.setdefault(part, column)
    if len(found) < _LEAST:
        found = {}
    for column in table.all("total"):
        if _is_result_share(column.heading):
            found.setdefault("result", column)
    return found


def _is_result_share(heading: str) -> bool:
    parents, _, own = heading.rpartition(" / ")
    return is_share(own) and says(parents, *_RESULTS)


def is_no_whole(heading: str) -> bool:
    """Whether a heading names a part, or a lone letter that may: never the whole of a result.

    >>> is_no_whole("KQNV / a (%)"), is_no_whole("KQNV / B"), is_no_whole("KQNV / Điểm")
    (True, True, False)
    """
    own = _ASIDE.sub(" ", heading.rpartition(" / ")[2]).strip()
    return (len(own) == 1 and own.isalpha()) or part_of(heading) is not None


def part_of(heading: str) -> str | None:
    """The part that a heading names: "a", "a (%)", "Số lượng (a)", "KQNV / Chất lượng".

    A capital without (%) is a class of customs and some communes, and "Số lượng" alone counts
    products.
    """
    parents, _, own = heading.rpartition(" / ")
    bare = _ASIDE.sub(" ", own)
    if says(parents, *_CLASSES) or (bare.strip() in _CAPITALS and not is_share(heading)):
        return None
    words = fold(bare)
    if letter := _LETTER.fullmatch(words):
        return letter[1]
    worded = _WORDED.fullmatch(words)
    if worded is None:
        return None
    before, name, after = worded.groups()
    part = next(part for part, said in WORDS.items() if said == name)
    letters = {each for each in (before, after) if each is not None}
    told = bool(letters) or is_share(heading) or says(parents, *_RESULTS)
    return part if told and letters <= {part} else None
