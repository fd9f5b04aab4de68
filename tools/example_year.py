"""The other months of the invented commune: a whole 2026 beside March and April, and a whole 2024.

Every number follows from names and months alone (no clock, no chance of the machine), so that the
example is the same wherever it is built.
"""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tools.example_commune import BY_NAME, CATALOGUE
from tools.example_routine import ROUTINES, VILLAGES, Habit, Routine
from tools.example_work import UNPLANNED, Happening, Job, Month

LATE_IN_YEAR = (1, 2, 5, 6, 7, 8, 9, 10, 11, 12)
"""The months of 2026 that are built here."""

DUYEN, SON, HIEU, NGOC = "Hồ Thị Duyên", "Bùi Văn Sơn", "Tống Văn Hiếu", "Trần Thị Ngọc"
ON_LEAVE: dict[int, dict[str, frozenset[int]]] = {
    2026: {DUYEN: frozenset(range(2, 8))},
    2024: {},
}
"""Months wholly spent on leave (maternity, 02/02 to 01/8/2026)."""
NOT_YET: dict[int, dict[str, frozenset[int]]] = {2024: {NGOC: frozenset(range(1, 9))}, 2026: {}}
"""Months before somebody joined the office."""

_UNPLANNED = {
    5: ("Hoàng Thị Lan", "DC.06", "Chuẩn bị hội nghị tổng kết bầu cử"),
    6: ("Nguyễn Thị Tuyết", "DC.05", "Tờ trình hỗ trợ hộ bị lốc xoáy tại thôn Yên Sơn"),
    8: ("Vi Văn Toản", "QL.03", "Chỉ đạo khắc phục ngập úng tại thôn Cầu Đá"),
    9: ("Trương Văn Nam", "KT.04", "Tiêu hủy lợn mắc bệnh tại thôn Bái Sim"),
    10: ("Trương Văn Nam", "DC.05", "Tờ trình hỗ trợ sau bão số 7"),
}


def chance(*words: object) -> float:
    """A number in [0, 1) that depends on the words alone."""
    digest = hashlib.sha256("|".join(map(str, words)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def present(year: int, month: int) -> Iterator[str]:
    """Those who worked in a month, in the order of the roster."""
    absent, later = ON_LEAVE[year], NOT_YET[year]
    for name in BY_NAME:
        if name in ROUTINES and month not in (*absent.get(name, ()), *later.get(name, ())):
            yield name


def away(year: int, month: int) -> dict[str, str]:
    """Why somebody on the roster has no marks in a month: maternity leave."""
    return {
        name: "Nghỉ thai sản từ 02/02/2026 đến 01/8/2026"
        for name, months in ON_LEAVE[year].items()
        if month in months
    }


def _wording(routine: Routine, name: str, month: int) -> str:
    place = (month + len(name) + len(routine.content)) % len(VILLAGES)
    return routine.content.format(m=month, v=VILLAGES[place])


def _lines(year: int, month: int, name: str) -> Iterator[tuple[Routine, str]]:
    _, routines = ROUTINES[name]
    for routine in routines:
        if not routine.months or month in routine.months:
            yield routine, _wording(routine, name, month)


def _job(name: str, habit: Habit, routine: Routine, content: str, year: int, month: int) -> Job:
    last = calendar.monthrange(year, month)[1] - 2
    due = last if routine.quantity > 1 else 14 + int(chance("due", name, content, year) * 13)
    short = chance("short", name, content, year) < habit.short
    late = chance("late", name, content, year) < habit.late
    done = routine.quantity
    if short:
        done = int(routine.quantity * (0.4 + chance("done", name, content, year) / 2))
    on = None if done == 0 else min(last + 1, due + 1) if late else due
    failed = int(chance("failed", name, content, year) < habit.failed and done > 0)
    return Job(name, routine.code, content, due, routine.quantity, done, on, failed)


def month_of_2026(month: int) -> Month:
    """A month under NĐ 335/2025, kept in one sheet as April is."""
    year = 2026
    jobs = []
    for name in present(year, month):
        habit, _ = ROUTINES[name]
        for routine, content in _lines(year, month, name):
            jobs.append(_job(name, habit, routine, content, year, month))
        if month in _UNPLANNED and _UNPLANNED[month][0] == name:
            _, code, content = _UNPLANNED[month]
            jobs.append(Job(name, code, content, 20, on=20, category=UNPLANNED, given=15))
    return Month(year, month, tuple(jobs), _marks(year, month), _leading(year, month))


def _marks(year: int, month: int) -> dict[str, tuple[float, float, float]]:
    """I, II, III of everyone who worked: their habit, half a point up or down by the month."""
    marks = {}
    for name in present(year, month):
        habit, _ = ROUTINES[name]
        swings = (int(chance("mark", name, year, month, group) * 3) - 1 for group in range(3))
        points = [
            min(10.0, mark + swing / 2) for mark, swing in zip(habit.marks, swings, strict=True)
        ]
        marks[name] = (points[0], points[1], points[2])
    return marks


def _leading(year: int, month: int) -> dict[str, tuple[int, int, int]]:
    """đ and e by the superior; d is left to be computed from those led."""
    return {
        name: (
            0,
            50 if chance("organises", name, year, month) < 0.2 else 100,
            50 if chance("unites", name, year, month) < 0.03 else 100,
        )
        for name in present(year, month)
        if BY_NAME[name].leads
    }


# ── 2024: points per task, by the district's monthly assessment ──────────────────────────────


class Pointed(NamedTuple):
    """A task with points: what it is worth at most, and what the assigner gave."""

    owner: str
    content: str
    product: str
    due: date
    done: date
    most: int
    given: Fraction


class PointsMonth(NamedTuple):
    """A month of 2024: tasks, points for the common criteria, bonus and penalty, events."""

    year: int
    month: int
    tasks: tuple[Pointed, ...]
    common: dict[str, Fraction]
    bonus: dict[str, Fraction]
    penalty: dict[str, Fraction]
    happenings: tuple[Happening, ...] = ()


_HAPPENED_2024 = {
    6: (
        Happening(
            HIEU, "Kỷ luật: Khiển trách", date(2024, 6, 14), None,
            "Quyết định số 133/QĐ-UBND ngày 14/6/2024", "Để mất hồ sơ lễ hội của thôn",
        ),
    ),
    9: (
        Happening(
            NGOC, "Chuyển đến", date(2024, 9, 3), None,
            "Quyết định số 190/QĐ-UBND ngày 30/8/2024", "Tiếp nhận về làm việc từ ngày 03/9/2024",
        ),
    ),
}  # fmt: skip


def month_of_2024(month: int) -> PointsMonth:
    """A month before the decree: the assigner gives points for each task."""
    year = 2024
    tasks = []
    for name in present(year, month):
        habit, _ = ROUTINES[name]
        for routine, content in _lines(year, month, name):
            tasks.append(_pointed(name, habit, routine, content, month))
    common = {
        name: sum(map(_exact, marks), Fraction(0)) for name, marks in _marks(year, month).items()
    }
    bonus = {name: Fraction(1) for name in common if chance("bonus", name, month) < 0.05}
    penalty = {
        name: Fraction(1)
        for name in common
        if chance("penalty", name, month) < ROUTINES[name][0].late / 3
    }
    return PointsMonth(
        year, month, tuple(tasks), common, bonus, penalty, _HAPPENED_2024.get(month, ())
    )


def _exact(mark: float) -> Fraction:
    return Fraction(str(mark))


def _pointed(name: str, habit: Habit, routine: Routine, content: str, month: int) -> Pointed:
    last = calendar.monthrange(2024, month)[1] - 2
    due = date(2024, month, 14 + int(chance("due", name, content, 2024) * (last - 13)))
    late = chance("late", name, content, 2024) < habit.late
    most = 10 if CATALOGUE[routine.code].points < 15 else 20
    lost = habit.short * chance("points", name, content, 2024) + (0.1 if late else 0)
    given = Fraction(round(most * (1 - min(lost, 0.7)) * 2), 2)
    done = date(2024, month, min(due.day + 2, last + 2)) if late else due
    return Pointed(name, content, CATALOGUE[routine.code].product, due, done, most, given)


def points_total(month: PointsMonth, name: str) -> Fraction:
    """Common + 70 × Σ given ÷ Σ most + bonus − penalty, held to 0 … 100 (the office's local rule)."""
    own = [task for task in month.tasks if task.owner == name]
    share = sum((task.given for task in own), Fraction(0)) / sum(task.most for task in own)
    nothing = Fraction(0)
    points = month.common[name] + 70 * share
    points += month.bonus.get(name, nothing) - month.penalty.get(name, nothing)
    return max(nothing, min(Fraction(100), points))
