"""What a row of tasks says of the result: how much, when, how well, judged by whom."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from cadre_cli.domain.values import UNKNOWN, Day, Number, Unknown
from cadre_cli.sheets.bounds import Bounds
from cadre_cli.sheets.columns import is_percentage
from cadre_cli.sheets.findings_words import NoneFinishedByWords, WordsNotUnderstood
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.table import Column, Table
from cadre_cli.sheets.task_marks import is_done, late_by_days, on_time, quality_met
from cadre_cli.sheets.task_words import said_cause
from cadre_cli.sheets.wording import says
from cadre_cli.vietnamese.dates import read_date

_ZERO = Decimal(0)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_SHARE = Bounds(low=_ZERO)
"""More than all of it is possible for extra work: C05 asks."""


def result_of(
    reader: RowReader, table: Table, assigned: Number, assigned_on: Day = None
) -> dict[str, Any]:
    """The fields of Task that an evaluation fills; counts are judged later (C08), not here.

    A stated quantity comes before a percentage of what was assigned.
    """
    finished, share = _finished(reader, table, assigned)
    return {
        "finished": finished,
        "finished_share": share,
        "finished_on": _finished_on(reader, assigned_on),
        "said_unfinished": _said_unfinished(reader),
        "failures": reader.count("failures"),
        "latenesses": reader.count("latenesses"),
        "quality_met": _marked(reader, "quality_met", "failed"),
        "on_time": _marked(reader, "on_time", "late", "days_late"),
        "evaluator": reader.mention("evaluator"),
        "evaluated_on": reader.day("evaluated_on", since=assigned_on),
        "objective_cause": said_cause(reader.text("objective_cause")),
        "confirmed_by": said_cause(reader.text("confirmed_by")),
        "handed_to": reader.mention("handed_to"),
        "points": _points(reader, table),
        "max_points": reader.number("max_points", low=_ZERO),
    }


# ── how much, when ───────────────────────────────────────────────────────────────────────────


def _finished(reader: RowReader, table: Table, assigned: Number) -> tuple[Number, Number]:
    """The quantity and the share of what was assigned: one of them, where anything is said.

    "Hoàn thành" in their place says all that was assigned, "Chưa hoàn thành" none. "80%" in a
    column of quantities is a share, but for a single one among them (D01).
    """
    quantity: Number = None
    for column in table.all("finished")[:1]:
        if reader.is_lone_percentage(column):
            return UNKNOWN, None
        if is_percentage(reader.cell_at(column)):
            return None, _share(reader, column)
        quantity = _quantity(reader, assigned)
    if quantity is not None:
        return quantity, None
    for column in table.all("finished_share")[:1]:
        return None, _share(reader, column)
    return None, None


def _quantity(reader: RowReader, assigned: Number) -> Number:
    done = is_done(reader.text("finished"))
    if done is None:
        return reader.quantity("finished")
    if not done:
        if isinstance(assigned, Decimal) and assigned > 1:
            reader.findings.append(
                NoneFinishedByWords(
                    at=reader.at.cell("finished"),
                    heading=reader.heading("finished"),
                    written=reader.text("finished") or "",
                    assigned=assigned,
                )
            )
        return _ZERO
    return Decimal(1) if assigned is None and not reader.has("assigned") else assigned


def _share(reader: RowReader, column: Column) -> Number:
    """A fraction of 1."""
    done = is_done(reader.text_at(column))
    return Decimal(int(done)) if done is not None else reader.share_at(column, _SHARE)


def _said_unfinished(reader: RowReader) -> bool | None:
    """True where the status or the note says so, whatever stands in the column of quantities."""
    said = any(is_done(reader.text(field)) is False for field in ("status", "note"))
    return True if said else None


def _finished_on(reader: RowReader, assigned_on: Day) -> Day:
    """The finishing date; a status that says done counts only with a date in it."""
    if reader.has("finished_on") or not reader.has("status"):
        return reader.day("finished_on", since=assigned_on)
    status = reader.text("status") or ""
    done = says(status, "hoan thanh", "xong") and not says(status, "chua hoan thanh")
    found = _DAY.search(status) if done else None
    return read_date(found[0]) if found else None


# ── how well ─────────────────────────────────────────────────────────────────────────────────

_EXPECTED = {
    "quality_met": "Đạt, Không đạt",
    "failed": "x (chưa đạt), Đạt, Không đạt",
    "on_time": "Đúng hạn, Vượt, Chậm",
    "late": "x (chậm), Chậm, Đúng hạn",
    "days_late": "số ngày chậm: 0, 1, 2 …",
}


def _marked(reader: RowReader, *fields: str) -> bool | Unknown | None:
    """The mark that the columns make together; those that contradict each other are D11."""
    said: bool | Unknown | None = None
    for field in fields:
        mark, understood = _mark(reader, field)
        agrees = understood and (said is None or mark is None or said is mark)
        if not agrees and said is not UNKNOWN:
            reader.findings.append(
                WordsNotUnderstood(
                    at=reader.at.cell(field),
                    heading=reader.heading(field),
                    written=reader.text(field) or "",
                    expected=_EXPECTED[field],
                )
            )
        said = UNKNOWN if not agrees else said if mark is None else mark
    return said


def _mark(reader: RowReader, field: str) -> tuple[bool | None, bool]:
    words = reader.text(field)
    if field in ("quality_met", "failed"):
        return quality_met(words, reader.heading(field))
    if field == "days_late":
        return late_by_days(words)
    return on_time(words, reader.heading(field))


def _points(reader: RowReader, table: Table) -> Number:
    """The points of the highest superior who gave any: the last filled column (contract 9.7)."""
    points: Number = None
    maximum = reader.number("max_points", low=_ZERO)
    most = maximum if isinstance(maximum, Decimal) else None
    for column in table.all("points"):
        given = reader.points_at(column, low=_ZERO, most=most)
        points = points if given is None else given
    return points
