"""Whether every person named is on record, and is one person (D06, D07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Before, Check
from cadre_cli.checks.people import is_group
from cadre_cli.checks.superiors import superiors_outside
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.records import Submission
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.names import may_be_short_for, name_key, names_body
from cadre_cli.vietnamese.text import key, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOnRoster(Finding):
    """Người được ghi tên phải có trong danh sách cán bộ, công chức.

    Thường do gõ sai dấu, thiếu chữ đệm, ghi tên thường gọi, hoặc danh sách chưa cập nhật người mới.
    Tên gần giống chỉ được gợi ý, không bao giờ tự coi là một người. Chỉ báo một lần mỗi tên.
    """

    code: ClassVar[str] = "D06"
    message: ClassVar[Text] = Text(
        "“{name}” không có trong danh sách (ghi ở {places} ô).{offered}",
        '"{name}" is not on the roster (written in {places} cells).{offered}',
    )
    fix: ClassVar[Text] = Text(
        "Sửa tên cho đúng danh sách, hoặc bổ sung người này vào danh sách. Người giao, người đánh giá là "
        "cấp trên ngoài cơ quan thì ghi kèm chức vụ, ví dụ “Nguyễn Văn Bá (Bí thư Đảng ủy)”.",
        "Correct the name, or add the person to the roster. An assigner or evaluator from outside the "
        "office is written with the post, such as “Nguyễn Văn Bá (Bí thư Đảng ủy)”.",
    )
    wrong: ClassVar[str] = (
        "| Danh sách | Người thực hiện |\n|---|---|\n| Nguyễn Văn Tuấn | Nguyễn Văn Tuân |"
    )
    right: ClassVar[str] = (
        "| Danh sách | Người thực hiện |\n|---|---|\n| Nguyễn Văn Tuấn | Nguyễn Văn Tuấn |"
    )

    severity: Severity = Severity.ERROR
    name: str
    places: int
    offered: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFitsSeveral(Finding):
    """Một tên hợp với nhiều người thì không tính cho ai, cho đến khi ghi rõ là người nào.

    Thường do hai người trùng họ tên, hoặc chỉ ghi tên gọi. Chỉ báo một lần mỗi tên.
    """

    code: ClassVar[str] = "D07"
    message: ClassVar[Text] = Text(
        "“{name}” có thể là: {people} (ghi ở {places} ô).",
        '"{name}" may be any of: {people} (written in {places} cells).',
    )
    fix: ClassVar[Text] = Text(
        "Ghi thêm mã cán bộ hoặc đơn vị sau tên, ví dụ “{name} (Văn phòng)”.",
        'Add the person\'s code or unit after the name, such as "{name} (Văn phòng)".',
    )
    wrong: ClassVar[str] = "| Người thực hiện |\n|---|\n| Lê Thị Hoa |"
    right: ClassVar[str] = "| Người thực hiện |\n|---|\n| Lê Thị Hoa (Văn phòng) |"

    severity: Severity = Severity.ERROR
    name: str
    people: tuple[str, ...]
    places: int


def _not_on_roster(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    roster = {officer.id: officer for officer in submission.officers if officer.from_roster}
    names = tuple(dict.fromkeys(officer.name for officer in roster.values()))
    outside = set(superiors_outside(submission))
    strangers = [m for m in _mentions(submission) if _is_stranger(m, roster) and m not in outside]
    helping = [m for m in _helping(submission) if _is_stranger(m, roster)]
    # A unit may well lend a hand: there only what looks like a slip in a name is worth a word.
    strangers += [mention for mention in helping if nearest(mention.name, names)]
    for first, places in _by_name(strangers):
        called = (name for name in names if may_be_short_for(first.name, name))
        near = nearest(first.name, names) or tuple(called) or _holders(first, roster.values())
        offered = Text(
            f" Có phải: {', '.join(near)}?" if near else "",
            f" Did you mean: {', '.join(near)}?" if near else "",
        )
        if names_body(first.name) and not near:
            offered = Text(
                " Đây là cơ quan, đơn vị: cần ghi tên người.",
                " This is a body: a person's name is needed.",
            )
        yield NotOnRoster(at=first.at, name=first.written, places=places, offered=offered)


def _holders(mention: Mention, roster: Iterable[Officer]) -> tuple[str, ...]:
    """Who holds a post of which only the beginning is written: "Chủ tịch"."""
    begins = f"{key(mention.written)} "
    return tuple(_described(o) for o in roster if key(o.position or "").startswith(begins))


def _is_stranger(mention: Mention, roster: Mapping[str, Officer]) -> bool:
    if is_group(mention) or not mention.name.strip():
        return False
    return not any(each in roster for each in mention.officers)


def _name_fits_several(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    officers = submission.by_id
    everywhere = (*_mentions(submission), *_helping(submission))
    listed = any(officer.from_roster for officer in submission.officers)  # then it is D06
    unsure = (m for m in everywhere if len(m.officers) > 1 or (m.possible and not listed))
    for first, places in _by_name(unsure):
        meant = first.officers or first.possible
        people = tuple(_described(officers[each]) for each in meant if each in officers)
        yield NameFitsSeveral(at=first.at, name=first.written, people=people, places=places)


def _described(officer: Officer) -> str:
    told = "; ".join(part for part in (officer.code, officer.position, officer.unit) if part)
    return f"{officer.name} ({told})" if told else officer.name


def _by_name(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, int]]:
    """Each name (for each set of people it fits) at its first cell, and in how many it stands."""
    found: dict[tuple[str, tuple[str, ...]], list[Mention]] = {}
    for mention in mentions:
        several = mention.officers if len(mention.officers) > 1 else ()
        found.setdefault((name_key(mention.name), several), []).append(mention)
    for same in found.values():
        first = min(same, key=lambda mention: mention.at.order)
        yield first, len({mention.at for mention in same})


def _mentions(submission: Submission) -> Iterator[Mention]:
    """Everyone named as responsible for something, or as assessed."""
    for task in submission.tasks:
        yield from _in_task(task)
    for task in submission.plan:
        yield from task.owners
    yield from (marks.who for marks in submission.common)
    yield from (parts.who for parts in submission.leader_parts)
    yield from (event.who for event in submission.events)
    yield from (stated.who for stated in submission.stated)
    yield from (who for task in submission.villages.tasks for who in task.who)


def _in_task(task: Task) -> Iterator[Mention]:
    yield from task.owners
    yield from task.result_owners
    yield from (m for m in (task.assigner, task.evaluator, task.handed_to) if m is not None)


def _helping(submission: Submission) -> Iterator[Mention]:
    for task in (*submission.tasks, *submission.plan):
        yield from task.co_owners


CHECKS: tuple[Before, ...] = (
    Check("on the roster", ("D06",), ("roster",), _not_on_roster),
    Check("one person to a name", ("D07",), (), _name_fits_several),
)
