"""An invented commune in March 2026: twelve people in three units, every way a result can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from tests.factories import (
    FILE,
    MARCH,
    event,
    leader_parts,
    marks,
    officer,
    rule_set,
    submission,
    task,
)

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Finding, NotRun, Severity
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.office import Office, Signer, Source
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.office import assess

AS_OF = date(2026, 3, 31)
LEADERS, BUREAU, CULTURE = (
    "Lãnh đạo xã",
    "Văn phòng HĐND và UBND",
    "Phòng Văn hóa - Xã hội",
)
HOA_QUY = Office(
    name="UBND xã Hóa Quỳ",
    superior="UBND tỉnh Thanh Hóa",
    place="Hóa Quỳ",
    signers=(Signer("CHỦ TỊCH", "Lê Quang Vinh"), Signer("NGƯỜI LẬP BIỂU", "Phạm Thị Cúc")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoOwners(Finding):
    """A kind of finding of the tests' own."""

    code: ClassVar[str] = "G02"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        "Nhiệm vụ “{task}” có {count} người chịu trách nhiệm chính: {names}.",
        "Task “{task}” has {count} owners: {names}.",
    )
    fix: ClassVar[Text] = Text(
        "Giữ một người chịu trách nhiệm; ghi những người khác ở cột phối hợp.",
        "Keep one owner; put the others into the column for collaborators.",
    )
    law: ClassVar[str | None] = "Quyết định 1240: một việc, một đầu mối"
    task: str
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLeftOut(Finding):
    """A kind of finding without a cell."""

    code: ClassVar[str] = "B02"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text("Trang tính này không được đọc.", "This sheet was left out.")
    fix: ClassVar[Text] = Text("Không phải làm gì.", "Nothing to do.")


def rules() -> dict[str, RuleSet]:
    return {"cong_chuc": rule_set()}


def outcome(
    office: Office = HOA_QUY, tasks: tuple[Task, ...] | None = None, **choices: str
) -> Outcome:
    """Scored by the real scoring under the decree."""
    laid = rule_set(choices)
    given = submission(
        office=office,
        officers=_officers(),
        tasks=assigned() if tasks is None else tasks,
        common=_common(),
        leader_parts=(
            leader_parts(who="Trần Thị Bình"),
            leader_parts(dd=Decimal("0.5"), who="Nguyễn Văn An"),
            leader_parts(who="Ngô Thị Hạnh"),
        ),
        events=(
            event(
                EventKind.MATERNITY,
                "Hoàng Thị Én",
                words="nghỉ thai sản từ 01/01/2026 đến 30/6/2026",
                whole_period=True,
            ),
            event(
                EventKind.DISCIPLINE,
                "Trịnh Thị Mai",
                words="Khiển trách (Quyết định số 45/QĐ-UBND ngày 10/3/2026)",
                document="Quyết định số 45/QĐ-UBND ngày 10/3/2026",
                first_day=date(2026, 3, 10),
            ),
        ),
    )
    findings = (
        TwoOwners(
            at=CellRef(FILE, "Giao việc", 12, 5),
            task="Tổng hợp báo cáo cải cách hành chính quý I",
            count=2,
            names=("Đỗ Minh Đức", "Vũ Văn Giang"),
        ),
        SheetLeftOut(at=CellRef(FILE, "Hướng dẫn")),
    )
    why = Text("chưa có danh mục sản phẩm, công việc", "there is no catalogue of products")
    return Outcome(
        office,
        MARCH,
        (Source(FILE, "3f" * 32),),
        assess(given, lambda kind: laid),
        findings,
        (NotRun("G11", why),),
        given.tasks,
        given.common,
    )


def _officers() -> tuple[Officer, ...]:
    def one(name: str, unit: str, position: str, post: Post = Post.NONE) -> Officer:
        return officer(name, unit=unit, position=position, post=post)

    staff = "Công chức"
    return (
        officer(
            "Lê Quang Vinh",
            unit=LEADERS,
            position="Chủ tịch UBND xã",
            post=Post.HEAD_OF_OFFICE,
            rated_above=True,
        ),
        one("Trần Thị Bình", LEADERS, "Phó Chủ tịch UBND xã", Post.DEPUTY_OF_OFFICE),
        one("Nguyễn Văn An", BUREAU, "Chánh Văn phòng", Post.HEAD_OF_UNIT),
        one("Phạm Thị Cúc", BUREAU, "Công chức Văn phòng - Thống kê"),
        one("Đỗ Minh Đức", BUREAU, "Công chức Tư pháp - Hộ tịch"),
        one("Hoàng Thị Én", BUREAU, staff),
        one("Vũ Văn Giang", BUREAU, staff),
        one("Ngô Thị Hạnh", CULTURE, "Trưởng phòng", Post.HEAD_OF_UNIT),
        one("Bùi Văn Ích", CULTURE, "Công chức Văn hóa - Xã hội"),
        one("Lương Thị Khánh", CULTURE, "Công chức Lao động - Thương binh và Xã hội"),
        one("Đặng Văn Lâm", CULTURE, staff),
        one("Trịnh Thị Mai", CULTURE, staff),
    )


def assigned() -> tuple[Task, ...]:
    listed: tuple[tuple[str, dict[str, object]], ...] = (
        ("Trần Thị Bình", {"content": "Chủ trì họp giao ban tuần", "assigned": 4, "finished": 4}),
        ("Trần Thị Bình", {"content": "Kiểm tra thực địa tại các thôn", "coefficient": "2.5"}),
        ("Nguyễn Văn An", {"content": "Chương trình công tác tháng của UBND xã", "assigned": 2}),
        ("Nguyễn Văn An", {"content": "Báo cáo kinh tế - xã hội quý I", "coefficient": 10}),
        # Case 3 of the worked examples: 70,9583… points.
        ("Phạm Thị Cúc", {"assigned": 10, "finished": 10, "failures": 1, "code": "VP-01"}),
        ("Phạm Thị Cúc", {"assigned": 2, "finished": 2, "latenesses": 1, "coefficient": 4}),
        (
            "Phạm Thị Cúc",
            {
                "content": "Xây dựng kế hoạch kiểm tra, rà soát, tự kiểm tra việc thực hiện quy chế "
                "làm việc, quy chế chi tiêu nội bộ và công khai tài chính của cơ quan, đơn vị",
                "coefficient": 10,
                "finished": 0,
            },
        ),
        # More than was assigned: the result is held at 70.
        ("Đỗ Minh Đức", {"content": "Chứng thực bản sao", "assigned": 10, "finished": 10}),
        (
            "Đỗ Minh Đức",
            {
                "content": "Tuyên truyền phòng chống lũ ống",
                "category": Category.UNPLANNED,
                "assigned": None,
                "finished": 2,
            },
        ),
        (
            "Vũ Văn Giang",
            {
                "content": "Sửa đường điện thôn Thanh Sơn",
                "assigned": 3,
                "finished": 3,
                "latenesses": 2,
                "objective_cause": "mưa lũ",
                "confirmed_by": "Chủ tịch UBND xã",
            },
        ),
        (
            "Vũ Văn Giang",
            {"content": "Nhập liệu hộ nghèo", "category": Category.HANDED_OVER, "assigned": 1},
        ),
        ("Ngô Thị Hạnh", {"content": "Kế hoạch lễ hội đầu xuân", "coefficient": 3}),
        ("Bùi Văn Ích", {"content": "=HYPERLINK(1) băng rôn, khẩu hiệu", "code": "VH-02"}),
        ("Lương Thị Khánh", {"content": "Chi trả trợ cấp tháng 3", "coefficient": None}),
        ("Lương Thị Khánh", {"content": "Rà soát hộ nghèo", "assigned": 5, "finished": 5}),
        ("Trịnh Thị Mai", {"content": "Trực tiếp công dân", "assigned": 8, "finished": 6}),
    )
    return tuple(_task(owner, line, facts) for line, (owner, facts) in enumerate(listed, 5))


def _task(owner: str, line: int, facts: dict[str, object]) -> Task:
    numbers = ("assigned", "finished", "coefficient", "failures", "latenesses")
    exact = {
        name: Decimal(str(value)) if name in numbers and value is not None else value
        for name, value in facts.items()
    }
    return task(owner, line, **{"number": str(line - 4)} | exact)


def _common() -> tuple[CommonMarks, ...]:
    full = ("5", "5", "2.5", "2.5", "2.5", "2.5", "2.5", "2.5", "2.5", "2.5")
    codes = ("I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4")
    less = {
        "Phạm Thị Cúc": {"I.1": "4", "III.1": "1.5", "III.2": "1.5"},
        "Đỗ Minh Đức": {"I.1": "3", "I.2": "3", "III.3": "1.5"},
        "Vũ Văn Giang": {"I.2": "2"},
        "Bùi Văn Ích": {"II.1": "2"},
    }
    without = {"Lê Quang Vinh", "Hoàng Thị Én"}
    return tuple(
        marks(
            {
                code: Decimal(less.get(each.name, {}).get(code, points))
                for code, points in zip(codes, full, strict=True)
            },
            who=each.name,
        )
        for each in _officers()
        if each.name not in without
    )
