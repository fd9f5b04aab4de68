"""How a row of work counts: in the plan, beside it, taken over or handed over (contract 9.4)."""

from __future__ import annotations

from cadre_cli.domain.records import Category
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.task_words import category_in_note, category_in_title, category_of
from cadre_cli.sheets.wording import is_nothing, says


def category_of_row(reader: RowReader, title: str) -> Category:
    """From the column, else a section heading or the table's own title, else the note."""
    words = reader.text("category")
    if words is not None and _is_mark(words):
        words = reader.heading("category")
    found = category_of(words)
    for heading in reversed(reader.group):
        found = found or category_of(heading)
    found = found or category_in_title(title)
    if found in (None, Category.PLANNED):
        done = not (is_nothing(reader.text("finished")) and is_nothing(reader.text("finished_on")))
        found = category_in_note(reader.text("note"), done=done) or found
    if found in (None, Category.PLANNED) and reader.text("handed_to") is not None:
        found = Category.HANDED_OVER
    return found or Category.PLANNED


def _is_mark(words: str) -> bool:
    return says(words, "x", "v", "co", "1") or words.strip() in {"✓", "✔", "√"}
