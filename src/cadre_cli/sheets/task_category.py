"""How a row of work counts: in the plan, beside it, taken over or handed over (contract 9.4)."""

from __future__ import annotations

import difflib
import re

from cadre_cli.domain.tasks import Category
from cadre_cli.sheets.findings_words import CountedAsPlanned, WordsNotUnderstood
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.task_words import (
    abbreviated_category,
    category_in_note,
    category_in_title,
    category_of,
)
from cadre_cli.sheets.wording import is_nothing, says
from cadre_cli.vietnamese.text import fold, one_line

_EXPECTED = "Trong kế hoạch, Đột xuất, Phát sinh ngoài kế hoạch, Nhận thay, Chuyển giao"
_ABBREVIATION = re.compile(r"[A-ZĐ][A-ZĐ./+&, -]{1,10}")
_MEANT = ("dot xuat", "phat sinh", "ngoai ke hoach", "nhan thay", "chuyen giao", "ban giao")
_ALIKE = 0.8
"""From here on a word is one of those, mistyped: "đột suất" is 0.875 like "đột xuất"."""
_MOST_WORDS = 4


def category_of_row(reader: RowReader, title: str) -> Category:
    """From the column, else a section heading or the table's own title, else the note.

    What the column says and nobody understands is asked about (D11) where it may mean work outside
    the plan, and unknown unless something else of the row settles it; other words ("Chuyên môn")
    leave the row in the plan, which is told once.
    """
    words = reader.text("category")
    if words is not None and _is_mark(words):
        words = reader.heading("category")
    found = category_of(words) or abbreviated_category(words)
    asked = found is None and words is not None and not is_nothing(words) and _ask(reader, words)
    for heading in reversed(reader.group):
        found = found or category_of(heading)
    found = found or category_in_title(title)
    if found in (None, Category.PLANNED):
        done = not (is_nothing(reader.text("finished")) and is_nothing(reader.text("finished_on")))
        found = category_in_note(reader.text("note"), done=done) or found
    if found in (None, Category.PLANNED) and reader.text("handed_to") is not None:
        found = Category.HANDED_OVER
    return found or (Category.UNKNOWN if asked else Category.PLANNED)


def _is_mark(words: str) -> bool:
    return says(words, "x", "v", "co", "1") or words.strip() in {"✓", "✔", "√"}


def _ask(reader: RowReader, words: str) -> bool:
    """Whether the words may mean work outside the plan, so that they had to be asked about."""
    if _may_be_unplanned(words, reader.heading("category")):
        reader.say("category", WordsNotUnderstood, written=words, expected=_EXPECTED)
        return True
    reader.say_once("category", CountedAsPlanned, written=words)
    return False


def _may_be_unplanned(words: str, heading: str) -> bool:
    """An abbreviation, a mistyped word, both at once, or anything in a column of unplanned work."""
    line = one_line(words)
    folded = fold(line)
    if category_of(heading) is not None or says(words, *_MEANT):
        return True
    if _ABBREVIATION.fullmatch(line):
        return True
    short = len(folded.split()) <= _MOST_WORDS
    return short and any(
        difflib.SequenceMatcher(None, folded, meant).ratio() >= _ALIKE for meant in _MEANT
    )
