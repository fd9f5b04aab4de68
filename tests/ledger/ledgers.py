"""Small ledgers on disk: closed periods of an invented office."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

from cadre_cli.domain.closed import (
    ClosedPeriod,
    ClosedPerson,
    ClosedSource,
    EntryRef,
    Named,
    TakenChoice,
)
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.officers import Kind, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority
from cadre_cli.ledger import bodies
from cadre_cli.ledger.chain import Entry, canonical
from cadre_cli.ledger.file import SCHEMA, appending

AT = "2026-04-02T08:30:00+07:00"
MARCH = Period.parse("2026-03")


def person(name: str = "Nguyễn Văn An", **changes: object) -> ClosedPerson:
    whole: dict[str, object] = {
        "name": name,
        "code": None,
        "unit": "Phòng Kinh tế",
        "position": "Chuyên viên",
        "kind": Kind.CONG_CHUC,
        "post": Post.NONE,
        "group": None,
        "village": None,
        "rule_set": "nd335-2025",
        "choices": (
            TakenChoice("deduction_on", "line", Authority.LOCAL, "QĐ 12/QĐ-UBND", "Điều 14"),
        ),
        "parts": {"a": Fraction(9, 14), "total": Fraction(1703, 24)},
        "total": Fraction(1703, 24),
        "grade_by_points": "HTT",
        "grade": "HTT",
        "not_rated": None,
        "reasons": (Text("Từ 70 đến dưới 90 điểm", "From 70 to under 90 points"),),
        "cells": (CellRef("thang-03.xlsx", "Giao việc", 5, 8),),
    }
    return ClosedPerson(**whole | changes)  # type: ignore[arg-type]


def closed(period: Period = MARCH, *people: ClosedPerson, **changes: object) -> ClosedPeriod:
    whole: dict[str, object] = {
        "office": "UBND XÃ ĐỒNG LIM",
        "period": period,
        "entry": EntryRef(0, datetime(2026, 4, 2, tzinfo=UTC), ""),
        "as_of": date(2026, 3, 31),
        "version": "0.1.0",
        "people": people or (person(),),
        "sources": (ClosedSource("thang-03.xlsx", "ab" * 32, False, {"Giao việc": {"H5": "10"}}),),
        "rule_sets": {"nd335-2025": "cd" * 32},
        "findings": {Severity.ERROR: 0, Severity.WARNING: 2, Severity.NOTE: 1},
    }
    return ClosedPeriod(**whole | changes)  # type: ignore[arg-type]


def close(path: Path, period: ClosedPeriod | None = None, at: str = AT) -> Entry:
    return append(path, bodies.CLOSE, canonical(bodies.closing_body(period or closed())), at)


def append(path: Path, kind: str, body: str, at: str = AT) -> Entry:
    with appending(path) as held:
        return held.append(kind, at, body)


def decide(path: Path, who: str, grade: str | None, period: str = "2026-03") -> Entry:
    body = {
        "period": period,
        "who": bodies.named_body(Named(who, None, "Phòng Kinh tế")),
        "grade": grade,
        "by": "Chủ tịch UBND xã",
        "document": "QĐ 45/QĐ-UBND",
        "why": "Có thành tích đột xuất",
    }
    return append(path, bodies.DECISION, canonical(body))


def by_hand(path: Path, *statements: str) -> None:
    """What somebody does who opens the file with another program: guards off, change, guards on."""
    guards = [name for name in SCHEMA if name != "entry"]
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    with connection:
        for name in guards:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement in statements:
            connection.execute(statement)
        for name in guards:
            connection.execute(SCHEMA[name])
    connection.close()
