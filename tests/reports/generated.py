"""An invented office of any size whose month is drawn at random, the same for the same seed."""

from __future__ import annotations

import random
from decimal import Decimal

from tests.factories import FILE, event, leader_parts, marks, officer, rule_set, submission, task

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.office import Office, Signer, Source
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.scoring.office import assess

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vi", "Lò", "Quách", "Đặng", "Bùi", "Ngô")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thị Hồng", "Quốc", "Xuân", "Thị Thanh")
_GIVEN = ("An", "Bình", "Cúc", "Đức", "Én", "Giang", "Hạnh", "Ích", "Khánh", "Lâm", "Mai", "Ưng")
_WORK = (
    "Báo cáo kết quả cải cách hành chính",
    "Tiếp nhận hồ sơ một cửa",
    "Kiểm tra thực địa tại thôn",
    "Xây dựng kế hoạch kiểm tra, rà soát, tự kiểm tra việc thực hiện quy chế làm việc",
    "=HYPERLINK(1) băng rôn",
    "+84 đường dây nóng",
    "-Trực ban",
    "@Trang thông tin điện tử",
)
_MAXIMA = {"I": ("5", "5"), "II": ("2.5",) * 4, "III": ("2.5",) * 4}


def outcome(seed: int, period: str = "2026-03", people: int = 15, units: int = 3) -> Outcome:
    """Scored by the real scoring; some people lack something, some are away."""
    draw = random.Random(seed)
    office = Office(
        "UBND xã Suối Ngàn",
        "UBND tỉnh Thanh Hóa",
        place="Suối Ngàn",
        signers=(Signer("CHỦ TỊCH", "Lê Quang Vinh"), Signer("NGƯỜI LẬP BIỂU", "Phạm Thị Cúc")),
    )
    officers = tuple(_officer(draw, place, units) for place in range(people))
    tasks = tuple(_tasks(draw, officers))
    away = draw.choice(officers)
    given = submission(
        office=office,
        period=Period.parse(period),
        officers=officers,
        tasks=tasks,
        common=tuple(_common(draw, each) for each in officers if draw.random() > 0.05),
        leader_parts=tuple(
            leader_parts(dd=draw.choice((Decimal(1), Decimal("0.5"))), who=each.id, d=Decimal(1))
            for each in officers
            if each.post.leads
        ),
        events=(event(EventKind.MATERNITY, away.id, words="nghỉ thai sản", whole_period=True),),
    )
    laid = rule_set({"part_ceiling": draw.choice(("result", "each"))})
    return Outcome(
        office,
        given.period,
        (Source(FILE, "5c" * 32),),
        assess(given, lambda kind: laid),
        (),
        (),
        given.tasks,
        given.common,
    )


def _officer(draw: random.Random, place: int, units: int) -> Officer:
    name = f"{draw.choice(_FAMILY)} {draw.choice(_MIDDLE)} {draw.choice(_GIVEN)}"
    unit = f"Phòng số {place % units + 1}"
    post = Post.HEAD_OF_UNIT if place < units else Post.NONE
    position = "Trưởng phòng" if post.leads else draw.choice(("Công chức", "Chuyên viên", None))
    return officer(name, id=f"{name} #{place}", unit=unit, position=position, post=post)


def _tasks(draw: random.Random, officers: tuple[Officer, ...]) -> list[Task]:
    tasks: list[Task] = []
    for each in officers:
        for _ in range(draw.choice((0, 1, 3, 3, 4, 6))):
            assigned = draw.randint(1, 12)
            late = draw.random() < 0.3
            tasks.append(
                task(
                    each.id,
                    len(tasks) + 2,
                    content=draw.choice(_WORK),
                    category=draw.choice((*[Category.PLANNED] * 6, *Category)),
                    assigned=Decimal(assigned),
                    finished=Decimal(draw.randint(0, assigned)),
                    coefficient=None
                    if draw.random() < 0.02
                    else Decimal(draw.choice(("1", "0.75", "2.5", "1.33", "12"))),
                    failures=Decimal(draw.choice((0, 0, 0, 1, 2))),
                    latenesses=Decimal(draw.randint(1, 5)) if late else Decimal(0),
                    objective_cause="mưa lũ" if late and draw.random() < 0.3 else None,
                    confirmed_by="Chủ tịch UBND xã" if late else None,
                )
            )
    return tasks


def _common(draw: random.Random, who: Officer) -> CommonMarks:
    given = {
        f"{group}.{place}": Decimal(maximum) - Decimal(draw.choice(("0", "0", "0.5", "1")))
        for group, maxima in _MAXIMA.items()
        for place, maximum in enumerate(maxima, 1)
    }
    return marks(given, who=who.id)
