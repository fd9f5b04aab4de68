"""The ledger as one table for those who analyse: a row for each person of each entry."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cadre_cli.reports.machine import Json, decimal_text, dumps

LEDGER_SCHEMA = "cadre.ledger/1"
COLUMNS = (
    "seq", "entry", "at", "office", "period", "name", "code", "unit", "position", "kind", "leader",
    "rule_set", "common", "a", "b", "c", "d", "dd", "e", "result", "total", "total_exact",
    "grade_by_points", "grade", "not_rated", "decided_grade", "by", "document", "why",
    "about_entry", "day", "due", "prev", "hash",
)  # fmt: skip
"""`about_entry` is the entry that is superseded, revoked or answered; `day` the day a petition was
received or answered; `seq`, `prev` and `hash` are those of the entry, the same on all its rows."""
_EXACT = "total_exact"
"""Left out of CSV: Excel would show 9/2 as the 9th of February."""
NUMBERS = frozenset({"seq", "about_entry"})

Row = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as it is stored: `body` is its canonical JSON."""

    seq: int
    kind: str
    at: str
    body: str
    prev: str
    hash: str


def ledger_json(entries: Sequence[RawEntry]) -> str:
    """Every entry with its chain. Its seal can be computed again from what stands here.

    `hash` is SHA-256 over prev, entry, at and body, each behind its length in eight bytes; the body
    written with sorted keys, without spaces, in UTF-8.
    """
    told: list[Json] = [
        {
            "seq": each.seq,
            "entry": each.kind,
            "at": each.at,
            "prev": each.prev,
            "hash": each.hash,
            "body": _body(each),
        }
        for each in entries
    ]
    return dumps({"schema": LEDGER_SCHEMA, "entries": told})


def ledger_rows(entries: Sequence[RawEntry]) -> list[Row]:
    """The rows of the table, every column in each."""
    return [dict.fromkeys(COLUMNS) | row for each in entries for row in _readable(each)]


def ledger_csv(entries: Sequence[RawEntry]) -> str:
    """The table as CSV; what Excel would take for a formula stays a text."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = [column for column in COLUMNS if column != _EXACT]
    writer.writerow(columns)
    for row in ledger_rows(entries):
        writer.writerow([_safe(row[column]) for column in columns])
    return out.getvalue()


_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _safe(value: str | int | None) -> str | int | None:
    """A text that begins like a formula gets an apostrophe; a number of ours is left as it is.

    >>> _safe("=1+1"), _safe("-0.5"), _safe("An")
    ("'=1+1", '-0.5', 'An')
    """
    if not isinstance(value, str) or not value.startswith(_STARTS_FORMULA):
        return value
    number = value.removeprefix("-").replace(".", "", 1)
    return value if number.isascii() and number.isdigit() else f"'{value}"


def _body(entry: RawEntry) -> Any:
    try:
        return json.loads(entry.body)
    except ValueError:  # somebody changed it by hand: shown as it is
        return entry.body


def _readable(entry: RawEntry) -> list[Row]:
    """The entry's rows; one row without its substance where somebody changed it by hand."""
    own = {each: getattr(entry, each) for each in ("seq", "at", "prev", "hash")}
    own["entry"] = entry.kind
    try:
        return list(_rows(entry, own))
    except (KeyError, ValueError, TypeError, AttributeError):
        return [own]


def _rows(entry: RawEntry, own: Row) -> Iterator[Row]:
    body = _body(entry)
    if entry.kind == "close":
        about = {name: body.get(name) for name in ("office", "period", "document", "why")}
        own |= about | {"about_entry": body.get("supersedes")}
        for person in body.get("people", ()):
            yield own | _person(person)
    else:
        yield own | _deed(body)


def _person(person: Any) -> Row:
    parts = {name: _decimal(value) for name, value in person["parts"].items()}
    kept = ("name", "code", "unit", "position", "kind", "rule_set", "grade_by_points", "grade")
    return {
        **{name: person[name] for name in kept},
        **{name: parts[name] for name in parts if name in COLUMNS},
        "leader": "no" if person["post"] == "none" else "yes",
        "not_rated": person["not_rated"],
        "total": _decimal(person["total"]),
        _EXACT: person["total"],
    }


def _deed(body: Any) -> Row:
    day = body.get("received") or body.get("answered")
    about = body.get("supersedes") or body.get("revokes") or body.get("answers")
    decided = (body["grade"] or "KXL") if "grade" in body else None
    return {
        **body["who"],
        **{name: body.get(name) for name in ("period", "by", "document", "why", "due")},
        "grade": body.get("proposed"),
        "decided_grade": decided,
        "about_entry": about,
        "day": day,
    }


def _decimal(written: str | None) -> str | None:
    return None if written is None else decimal_text(Fraction(written))
