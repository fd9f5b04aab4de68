"""What every blank form is made of: its head, its drop-downs and messages, its signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tools.sheet_forms import Book, Column, Form, column

LEFT = ("UBND TỈNH …", "UBND XÃ …")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PERIOD = "THÁNG … NĂM 20…"
SIGNERS = (("NGƯỜI LẬP BIỂU", ""), ("CHỦ TỊCH", ""))
DAY = "…………, ngày …… tháng …… năm 20……"

HEAD_ROWS = 4
"""Rows above the period: two of the letterhead, an empty one, the title."""

Rule = Mapping[str, Any]


def choice_of(*choices: str, strict: bool = True) -> Rule:
    """A drop-down of words; without `strict` other words may be typed."""
    return {"validate": "list", "source": list(choices), "show_error": strict}


def names_from(area: str) -> Rule:
    """A drop-down of names from another place of the workbook; other names may be typed."""
    return {"validate": "list", "source": f"={area}", "show_error": False}


def number(least: float, most: float, *, whole: bool = False) -> Rule:
    """A number between two others."""
    return {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": most,
    }


DATE: Rule = {
    "validate": "date",
    "criteria": ">=",
    # A formula, so that it reads the same under every calendar of the computer.
    "value": "=DATE(2000,1,1)",
}
ANY: Rule = {"validate": "any"}


def guide(form: Form, rows: tuple[int, int], place: int, rule: Rule, told: str) -> None:
    """A rule for a column's cells with the message Excel shows beside the cell."""
    title = form.columns[place].path[-1][:32]
    form.page.data_validation(
        rows[0] - 1,
        place,
        rows[1] - 1,
        place,
        {
            **rule,
            "ignore_blank": True,
            "input_title": title,
            "input_message": told,
            "error_title": "Chưa đúng",
            "error_message": told,
        },
    )


def form_of(book: Book, name: str, columns: Sequence[Column], *title: str) -> Form:
    """A sheet with letterhead and title, both open to be typed over."""
    form = book.sheet(name, columns)
    form.open_head = True
    form.letterhead(LEFT, RIGHT)
    form.title(*title)
    return form


def finish(form: Form) -> None:
    """The signatures below, and everything but the cells to be filled in locked."""
    form.signatures(DAY, SIGNERS)
    form.protect()


def linked(
    book: Book,
    name: str,
    columns: Sequence[Column],
    title: str,
    first: str,
    period: str = PERIOD,
) -> Form:
    """A sheet whose period is that of the first: typed once, it cannot contradict itself."""
    form = form_of(book, name, columns, title, period)
    style = book.format(align="center", bold=True, font_size=14)
    form.page.write_formula(HEAD_ROWS, 0, f"='{first}'!$A${HEAD_ROWS + 1}", style, period)
    return form


def instructions(book: Book, heading: str, lines: Sequence[str]) -> None:
    """The guide, line by line."""
    form = book.sheet("Hướng dẫn", (column("Hướng dẫn", 66),))
    form.page.set_portrait()
    form.title(heading)
    plain = book.format(text_wrap=True)
    for line in lines:
        form.page.write_string(form.row, 0, line, plain)
        form.page.set_row(form.row, 36)
        form.row += 1
    form.protect()
