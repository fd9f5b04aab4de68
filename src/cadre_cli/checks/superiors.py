"""Superiors outside the office who assign or evaluate: no officers, and no mistakes (D21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Before, Check
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.names import name_key, names_body
from cadre_cli.vietnamese.superiors import names_superior
from cadre_cli.vietnamese.text import key, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorOutside(Finding):
    """Người giao, người đánh giá là cấp trên ngoài cơ quan thì không cần có trong danh sách.

    Nhận ra theo chức vụ hoặc tên cơ quan ghi trong ô (Bí thư Đảng ủy, HĐND xã, UBND tỉnh …). “Ai giao
    việc thì người đó đánh giá” vẫn được kiểm tra. Chỉ báo một lần mỗi tên.
    """

    code: ClassVar[str] = "D21"
    message: ClassVar[Text] = Text(
        "“{name}” được hiểu là cấp trên ngoài cơ quan, không phải người trong danh sách (ghi ở {places} ô).",
        '"{name}" is taken for a superior outside the office, nobody of the roster (in {places} cells).',
    )
    fix: ClassVar[Text] = Text(
        "Đúng thì không phải sửa. Nếu là người của cơ quan thì ghi họ tên như trong danh sách.",
        "Nothing to do if that is so. Somebody of the office is named as on the roster.",
    )
    wrong: ClassVar[str] = "| Người giao |\n|---|\n| Đảng ủy |"
    right: ClassVar[str] = "| Người giao |\n|---|\n| Nguyễn Văn Bá (Bí thư Đảng ủy) |"

    severity: Severity = Severity.NOTE
    name: str
    places: int


def superiors_outside(submission: Submission) -> Iterator[Mention]:
    """Assigners and evaluators whose words put them outside the office, wherever they are written.

    The post needs to be written once beside a name. What is the office's own (its name, a unit or a
    post of its roster) or nearly a name on the roster is not outside it.
    """
    known = {officer.id for officer in submission.officers if officer.from_roster}
    told = [
        who
        for task in submission.tasks
        for who in (task.assigner, task.evaluator)
        if who is not None and not known.intersection(who.officers)
    ]
    own = _Own(submission)
    outside = {name_key(who.name) for who in told if own.are_not_those_of(who)}
    yield from (who for who in told if name_key(who.name) in outside)


class _Own:
    """What belongs to the office itself."""

    def __init__(self, submission: Submission) -> None:
        listed = [officer for officer in submission.officers if officer.from_roster]
        self.names = tuple(officer.name for officer in listed)
        self.posts = {key(officer.position) for officer in listed if officer.position}
        self.bodies = {key(officer.unit) for officer in listed if officer.unit}
        if submission.office.name:
            self.bodies.add(key(submission.office.name))

    def are_not_those_of(self, who: Mention) -> bool:
        """Whether a mention names a superior by words that are none of the office's."""
        if not names_superior(who.written):
            return False
        words = key(who.name)
        mine = self.bodies if names_body(who.name) else self.posts
        within = any(words in each for each in mine) or any(each in words for each in self.bodies)
        named = any(key(name) in key(who.written) for name in self.names)
        return not (within or named or nearest(who.name, self.names))


def _told(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    places: dict[str, list[Mention]] = {}
    for who in superiors_outside(submission):
        places.setdefault(name_key(who.name), []).append(who)
    for same in places.values():
        first = min(same, key=lambda who: who.at.order)
        cells = len({who.at for who in same})
        yield SuperiorOutside(at=first.at, name=first.written, places=cells)


CHECKS: tuple[Before, ...] = (Check("superiors outside", ("D21",), ("roster",), _told),)
