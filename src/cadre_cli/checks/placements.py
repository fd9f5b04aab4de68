"""Whether tables of people and the roster agree on who somebody is (D20)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Before, Check
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Kind, Officer, Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDiffers(Finding):
    """Chức vụ, đối tượng của một người phải ghi giống nhau ở danh sách và ở các bảng trong kỳ.

    Lãnh đạo tính sáu thành phần, người khác tính ba; mỗi đối tượng có thể theo một quy định khác.
    Danh sách đã ghi thì tính theo danh sách; danh sách không ghi mà các bảng ghi khác nhau thì chưa
    tính điểm.
    """

    code: ClassVar[str] = "D20"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 16"
    message: ClassVar[Text] = Text(
        "{officer}: {what} ghi ở đây là “{stated}”, ở {place} là “{other}”; {then}.",
        '{officer}: the {what} is "{stated}" here and "{other}" at {place}; {then}.',
    )
    fix: ClassVar[Text] = Text(
        "Sửa ô ghi sai cho khớp. Nếu đổi trong kỳ: ghi vào bảng sự việc (Từ ngày, Chức vụ cũ, Chức vụ "
        "mới; đối tượng cũng vậy).",
        "Correct the cell that is wrong. If it changed within the period, record it in the list of "
        "events (from which day, former post, new post; a kind likewise).",
    )
    wrong: ClassVar[str] = (
        "| Danh sách: Chức vụ | Bảng chấm: Chức vụ |\n|---|---|\n| Chuyên viên | Phó Trưởng phòng |"
    )
    right: ClassVar[str] = (
        "| Danh sách: Chức vụ | Bảng chấm: Chức vụ |\n|---|---|\n"
        "| Phó Trưởng phòng | Phó Trưởng phòng |"
    )

    officer: str
    what: Text
    stated: str
    other: str
    place: CellRef
    then: Text


_POST = Text("chức vụ", "post")
_KIND = Text("đối tượng", "kind of person")
_NO_POST = "không giữ chức vụ"


@dataclass(frozen=True, slots=True)
class _Said:
    """A post or a kind, the words for it and the cell."""

    value: Post | Kind
    words: str
    at: CellRef


def _differing(submission: Submission, _: RulesOf) -> Iterator[Finding]:
    officers = submission.by_id
    posts: dict[str, list[_Said]] = defaultdict(list)
    kinds: dict[str, list[_Said]] = defaultdict(list)
    for each in submission.placements:
        who, said = each.who.officer, each.placement
        if who is None or any(change.within for change in officers[who].changes):
            continue
        if said.post is not None:
            posts[who].append(_Said(said.post, said.position or "", each.position_at))
        if said.kind is not None:
            kinds[who].append(_Said(said.kind, said.kind.words, each.kind_at))
    for who, found in posts.items():
        yield from _compared(officers[who], _POST, _post_on_record(officers[who]), found)
    for who, found in kinds.items():
        yield from _compared(officers[who], _KIND, _kind_on_record(officers[who]), found)


def _post_on_record(officer: Officer) -> _Said | None:
    """What the roster says; once nobody contradicts it also what the tables say (then they agree)."""
    if officer.position is None and not officer.post.leads and not officer.post_stated:
        return None
    return _Said(officer.post, officer.position or _NO_POST, officer.at.cell("position", "name"))


def _kind_on_record(officer: Officer) -> _Said | None:
    if not officer.kind_stated:
        return None
    return _Said(officer.kind, officer.kind.words, officer.at.cell("kind", "name"))


def _compared(
    officer: Officer, what: Text, record: _Said | None, found: Sequence[_Said]
) -> Iterator[Finding]:
    """The first table that says otherwise than the roster, or than the first table."""
    standard = record or found[0]
    other = next((each for each in found if each.value is not standard.value), None)
    if other is None:
        return
    yield PlacementDiffers(
        at=other.at,
        severity=Severity.ERROR if record is None else Severity.WARNING,
        officer=officer.name,
        what=what,
        stated=other.words,
        other=standard.words,
        place=standard.at,
        then=_OPEN if record is None else _BY_RECORD,
    )


_BY_RECORD = Text("tính theo ô sau", "the latter counts")
_OPEN = Text("chưa tính điểm", "there is no score until they agree")

CHECKS: tuple[Before, ...] = (Check("posts and kinds agree", ("D20",), (), _differing),)
