"""The parts d, đ, e: of everybody who leads, and of nobody else (C10, C14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Before, Check, rules_or_none
from cadre_cli.checks.people import away_ids
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.marks import CommonMarks, LeaderParts
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderPartsMissing(Finding):
    """Người giữ chức vụ lãnh đạo, quản lý phải có thêm các thành phần d, đ, e.

    Thường do bảng chấm dùng chung mẫu cho mọi công chức, không có cột d, đ, e. Thành phần d tính từ
    điểm của những người được lãnh đạo, trừ khi cơ quan quyết định lấy theo bảng (leader_d).
    """

    code: ClassVar[str] = "C10"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 15 khoản 3 và Điều 16 khoản 2"
    message: ClassVar[Text] = Text(
        "{officer} giữ chức vụ lãnh đạo nhưng chưa có thành phần {parts}.",
        "{officer} has a leading post but no part {parts}.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi 100% hoặc 50% vào cột {parts} ở dòng của người này (thêm cột nếu chưa có); "
        "nếu không phải lãnh đạo thì sửa chức vụ.",
        "Write 100% or 50% into the column {parts} of this person's row (add it if need be); "
        "if they do not lead, correct the post.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Chức vụ | đ | e |\n|---|---|---|---|\n| Trần Thị Bình | Trưởng phòng | | |"
    )
    right: ClassVar[str] = (
        "| Họ và tên | Chức vụ | đ | e |\n|---|---|---|---|\n"
        "| Trần Thị Bình | Trưởng phòng | 100% | 100% |"
    )

    severity: Severity = Severity.ERROR
    officer: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderPartsUnused(Finding):
    """Bảng chấm có d, đ, e cho một người mà chương trình không tính là lãnh đạo, quản lý.

    Thường do chưa ghi chức vụ ở đâu cả, hoặc mới bổ nhiệm mà danh sách còn ghi chức vụ cũ. Người không
    giữ chức vụ chỉ tính ba thành phần a, b, c, nên chưa ghi chức vụ thì chưa xếp loại.
    """

    code: ClassVar[str] = "C14"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 15 khoản 3 và Điều 16"
    message: ClassVar[Text] = Text(
        "{officer} có thành phần {parts} nhưng không được tính là lãnh đạo (chức vụ: {position}), "
        "nên {then}.",
        "{officer} has the part {parts} but is not taken for a leader (post: {position}), so {then}.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu là lãnh đạo: {remedy_if_leading}. Nếu không: xóa các ô {parts} ở dòng này.",
        "If they lead: {remedy_if_leading}. If not: empty the cells {parts} of this row.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Chức vụ | đ | e |\n|---|---|---|---|\n| Lê Văn Cường | Chuyên viên | 100% | 100% |"
    )
    right: ClassVar[str] = (
        "| Họ và tên | Chức vụ | đ | e |\n|---|---|---|---|\n| Lê Văn Cường | Phó Trưởng phòng | 100% | 100% |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    parts: tuple[str, ...]
    position: Text
    then: Text
    remedy_if_leading: Text


_LETTERS = {"d": "d", "dd": "đ", "e": "e"}


def _leaders(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    parts = {p.who.officer: p for p in submission.leader_parts if p.who.officer is not None}
    scored = {c.who.officer: c for c in submission.common if c.who.officer is not None}
    assessed = {o.officer for t in submission.tasks for o in t.owners} | set(parts) | set(scored)
    away = away_ids(submission)
    for officer in submission.officers:
        if not officer.post.leads or officer.rated_above or officer.id in away:
            continue
        rules = rules_or_none(rules_of, officer.kind)
        if rules is None or "leader_d" not in rules.choices or officer.id not in assessed:
            continue
        computed = rules.choice("leader_d").taken == "computed"
        own = parts.get(officer.id)
        lacking = tuple(
            letter
            for field, letter in _LETTERS.items()
            if not (field == "d" and computed) and (own is None or getattr(own, field) is None)
        )
        if lacking:
            at = _name_cell(officer, own, scored)
            yield LeaderPartsMissing(at=at, officer=officer.name, parts=lacking)


def _name_cell(
    officer: Officer, own: LeaderParts | None, scored: Mapping[str, CommonMarks]
) -> CellRef:
    """The person's name where the parts belong: the score table, else the roster."""
    if own is not None:
        return own.at.cell("name")
    return (scored[officer.id].at if officer.id in scored else officer.at).cell("name")


_NO_POST = Text("chưa ghi", "not written")
_STAFF = "không giữ chức vụ"
_PASSED_OVER = Text("các thành phần ấy không được tính", "these do not count")
_OPEN = Text("chưa xếp loại được", "there is no class yet")
_WRITE_POST = Text(
    "ghi chức vụ vào cột Chức vụ của bảng này (thêm cột nếu chưa có) hoặc của danh sách",
    "write the post in the column Chức vụ of this table (add it if need be) or of the roster",
)
_CORRECT_POST = Text(
    "sửa chức vụ ở danh sách (không có danh sách thì ở cột Chức vụ của bảng này); mới bổ nhiệm trong "
    "kỳ thì ghi vào bảng sự việc (Từ ngày, Chức vụ cũ, Chức vụ mới)",
    "correct the post on the roster (without one, in the column Chức vụ of this table); if appointed "
    "within the period, record it in the list of events (from which day, former post, new post)",
)


def _not_leaders(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """A 0 is no part (they are 100 % or 50 %): forms with these columns for everyone print it."""
    people = {officer.id: officer for officer in submission.officers}
    for own in submission.leader_parts:
        officer = people.get(own.who.officer or "")
        if officer is None or officer.post.leads or officer.rated_above or officer.doubt:
            continue
        rules = rules_or_none(rules_of, officer.kind)
        if rules is None or "leader_d" not in rules.choices:
            continue
        if own.filled:
            open_ = officer.position is None and not officer.post_stated
            position = officer.position or _STAFF
            yield LeaderPartsUnused(
                at=own.cell(own.filled[0]),
                severity=Severity.ERROR if open_ else Severity.WARNING,
                officer=officer.name,
                parts=tuple(_LETTERS[field] for field in own.filled),
                position=_NO_POST if open_ else Text(position, position),
                then=_OPEN if open_ else _PASSED_OVER,
                remedy_if_leading=_WRITE_POST if open_ else _CORRECT_POST,
            )


CHECKS: tuple[Before, ...] = (
    Check("parts of leaders", ("C10",), (), _leaders),
    Check("parts of others", ("C14",), (), _not_leaders),
)
