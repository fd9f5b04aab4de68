"""The smallest valid record of every kind; a test names only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.marks import CommonMarks, LeaderParts, Mark
from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.domain.values import Mention, Number
from cadre_cli.rules.schema import Choice, Criterion, Forced, Grade, RuleSet, Valued
from cadre_cli.scoring.method import Evidence

MARCH = Period.parse("2026-03")
FILE = "thang-03.xlsx"

TASK_FIELDS = (
    "number", "code", "content", "product", "owner", "assigner", "assigned_on", "deadline",
    "category", "assigned", "coefficient", "finished", "finished_on", "failures", "latenesses",
    "evaluator", "objective_cause", "confirmed_by", "note",
)  # fmt: skip
"""The columns of a sheet that records assignment and evaluation in one table."""


def row(number: int = 2, sheet: str = "Giao việc", fields: tuple[str, ...] = TASK_FIELDS) -> RowRef:
    return RowRef(FILE, sheet, number, {name: place for place, name in enumerate(fields, start=1)})


def cell(a1_column: int = 1, number: int = 2, sheet: str = "Giao việc") -> CellRef:
    return CellRef(FILE, sheet, number, a1_column)


def mention(*officers: str, name: str | None = None, at: CellRef | None = None) -> Mention:
    """A cell that names somebody; ids are those of `officer`, which are names by default."""
    written = name if name is not None else (officers[0] if officers else "Người Lạ")
    return Mention(written, written, at or cell(5), officers=officers)


def officer(name: str = "Nguyễn Văn An", **changes: object) -> Officer:
    """Somebody without a leading post in the office's culture unit; the id is the name."""
    facts: dict[str, object] = {
        "id": name,
        "name": name,
        "at": row(2, "Danh sách", ("name", "unit", "position")),
        "unit": "Phòng Văn hóa - Xã hội",
        "post": Post.NONE,
    }
    return Officer(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field


def task(owner: str = "Nguyễn Văn An", line: int = 2, **changes: object) -> Task:
    """One standard product, assigned, done, evaluated by the head without any fault."""
    facts: dict[str, object] = {
        "at": row(line),
        "number": str(line - 1),
        "content": f"Công việc {line - 1}",
        "product": "Báo cáo",
        "owners": (mention(owner, at=cell(5, line)),),
        "assigner": mention("Trần Thị Bình", at=cell(6, line)),
        "deadline": MARCH.last_day,
        "assigned": Decimal(1),
        "coefficient": Decimal(1),
        "finished": Decimal(1),
        "evaluator": mention("Trần Thị Bình", at=cell(16, line)),
    }
    return Task(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field


def common(
    points: Number = Decimal(30),
    who: str = "Nguyễn Văn An",
    scorer: int = 1,
    criterion: str = "total",
) -> CommonMarks:
    """Marks for the common criteria; one total unless a test says more."""
    place = cell(3, 2, "Tiêu chí chung")
    marks = (Mark(criterion, points, place, scorer),)
    return CommonMarks(mention(who), row(2, "Tiêu chí chung", ("name", "total")), marks)


def marks(given: Mapping[str, Number], who: str = "Nguyễn Văn An", scorer: int = 1) -> CommonMarks:
    """Marks by criterion, one column each."""
    listed = tuple(
        Mark(code, points, cell(3 + place, 2, "Tiêu chí chung"), scorer)
        for place, (code, points) in enumerate(given.items())
    )
    return CommonMarks(mention(who), row(2, "Tiêu chí chung", ("name", *given)), listed)


def leader_parts(
    d: Number = None,
    dd: Number = Decimal(1),
    e: Number = Decimal(1),
    who: str = "Trần Thị Bình",
) -> LeaderParts:
    at = row(3, "Tiêu chí chung", ("name", "total", "d", "dd", "e"))
    return LeaderParts(mention(who), at, d, dd, e)


def event(kind: EventKind, who: str = "Nguyễn Văn An", **changes: object) -> Event:
    """Something on record in March 2026, without a document."""
    facts: dict[str, object] = {
        "kind": kind,
        "who": mention(who),
        "at": cell(4, 2, "Biến động"),
        "words": kind.value,
    }
    return Event(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field


def evidence(**changes: object) -> Evidence:
    """Somebody who did one standard product without a fault and has all 30 common points."""
    facts: dict[str, object] = {
        "officer": officer(),
        "period": MARCH,
        "tasks": (task(),),
        "common": common(),
    }
    return Evidence(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field


def submission(**changes: object) -> Submission:
    """An office of one person with one task and all common points."""
    facts: dict[str, object] = {
        "office": Office("UBND xã Hóa Quỳ"),
        "period": MARCH,
        "officers": (officer(),),
        "tasks": (task(),),
        "common": (common(),),
        "kinds": frozenset({"roster", "tasks", "scores"}),
    }
    return Submission(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field


DECREE = "NĐ 335/2025/NĐ-CP"


def law(passage: str) -> Basis:
    return Basis(Authority.LAW, DECREE, passage)


_OPTIONS: Mapping[str, tuple[tuple[str, ...], Authority]] = {
    "deduction_on": (("unit", "line"), Authority.ASSUMED),
    "part_ceiling": (("result", "each"), Authority.LAW),
    "zero_assigned": (("not_rated",), Authority.ASSUMED),
    "lateness_from_dates": (("one", "none"), Authority.ASSUMED),
    "quality_mark_failed": (("one_failure", "zero"), Authority.ASSUMED),
    "unfinished_at_period_end": (("not_done",), Authority.LAW),
    "leader_d": (("computed", "from_sheet"), Authority.LAW),
    "catalogue_divisor": (("5",), Authority.LOCAL),
    "process_rules": (("error", "warning", "off"), Authority.ASSUMED),
}


def choice(name: str, taken: str | None = None) -> Choice:
    """An open point as this project takes it, or as a test says the office decided."""
    options, authority = _OPTIONS[name]
    option = taken or options[0]
    if option != options[0]:
        decided = Basis(Authority.LOCAL, "Quyết định số 12/QĐ-UBND", "", name, option)
        return Choice(name, options, option, decided)
    return Choice(name, options, option, Basis(authority, DECREE, "", name, option))


_VALUES = {
    "common_max": ("30", "Điều 12 khoản 2"),
    "result_full": ("70", "Điều 12 khoản 3"),
    "deduction_per_failure": ("0.25", "Điều 14 khoản 2 điểm b"),
    "deduction_per_lateness": ("0.25", "Điều 14 khoản 2 điểm c"),
    "parts_staff": ("3", "Điều 16 khoản 1"),
    "parts_leader": ("6", "Điều 16 khoản 2"),
    "leader_part_full": ("1", "Điều 15 khoản 3"),
    "leader_part_reduced": ("0.5", "Điều 15 khoản 3"),
    "led_least_total": ("50", "Điều 15 khoản 3 điểm a"),
}

_PASSAGES = {
    "part_a": "Điều 14 khoản 2 điểm a",
    "result_ceiling": "Điều 12 khoản 3",
    "self_scored": "Điều 17 khoản 2",
    "part_b": "Điều 14 khoản 2 điểm b",
    "part_c": "Điều 14 khoản 2 điểm c",
    "conversion": "Điều 14 khoản 1",
    "objective_cause": "Điều 14 khoản 2",
    "handed_over": "Điều 18 khoản 1 điểm d",
    "taken_over": "Điều 18 khoản 1 điểm d",
    "unplanned": "Điều 18 khoản 1 điểm d",
    "total": "Điều 17 khoản 1",
    "result_staff": "Điều 16 khoản 1",
    "result_leader": "Điều 16 khoản 2",
    "leader_d": "Điều 15 khoản 3 điểm a",
    "leader_dd": "Điều 15 khoản 3 điểm b",
    "leader_e": "Điều 15 khoản 3 điểm c",
    "common": "Điều 12 khoản 2",
    "leave": "Điều 11 khoản 2",
    "forced": "Điều 20 khoản 4",
}

_GRADES = (
    ("HTXS", "Hoàn thành xuất sắc nhiệm vụ", 90, 1),
    ("HTT", "Hoàn thành tốt nhiệm vụ", 70, 2),
    ("HT", "Hoàn thành nhiệm vụ", 50, 3),
    ("KHT", "Không hoàn thành nhiệm vụ", 0, 4),
)

_CRITERIA = (
    ("I", "10"), ("I.1", "5"), ("I.2", "5"),
    ("II", "10"), ("II.1", "2.5"), ("II.2", "2.5"), ("II.3", "2.5"), ("II.4", "2.5"),
    ("III", "10"), ("III.1", "2.5"), ("III.2", "2.5"), ("III.3", "2.5"), ("III.4", "2.5"),
)  # fmt: skip

_FORCED = (
    (EventKind.DEGRADATION, "bị kết luận suy thoái", "điểm b", False),
    (EventKind.DISCIPLINE, "bị xử lý kỷ luật", "điểm c", False),
    (EventKind.UNIT_CORRUPTION, "đơn vị phụ trách có tham nhũng, lãng phí", "điểm d", True),
)


def rule_set(choices: Mapping[str, str] | None = None, **changes: object) -> RuleSet:
    """Decree 335 for civil servants in March 2026, with the choices a test decides otherwise."""
    decided = choices or {}
    facts: dict[str, object] = {
        "id": "nd335-2025",
        "title": "Nghị định 335/2025/NĐ-CP",
        "document": DECREE,
        "method": "converted_products",
        "since": date(2026, 1, 1),
        "until": None,
        "checked_on": date(2026, 10, 1),
        "read_as": "V",
        "on": MARCH.last_day,
        "kind": "cong_chuc",
        "values": {
            name: Valued(name, Decimal(value), law(passage))
            for name, (value, passage) in _VALUES.items()
        },
        "choices": {name: choice(name, decided.get(name)) for name in _OPTIONS},
        "grades": tuple(
            Grade(code, name, Decimal(least), law(f"Điều 20 khoản {clause}"))
            for code, name, least, clause in _GRADES
        ),
        "criteria": tuple(
            Criterion(code, f"Tiêu chí {code}", Decimal(maximum), law("Phụ lục II Mẫu 01"))
            for code, maximum in _CRITERIA
        ),
        "forced": tuple(
            Forced(kind.value, "KHT", text, law(f"Điều 20 khoản 4 {point}"), leaders)
            for kind, text, point, leaders in _FORCED
        ),
        "passages": {name: law(passage) for name, passage in _PASSAGES.items()},
    }
    return RuleSet(**(facts | changes))  # type: ignore[arg-type]  # keyword overrides of any field
