"""What somebody is: as a table of people states it, and as a change of post, unit or kind makes it."""

from __future__ import annotations

import re

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.officers import Kind, Placement, Post, StatedPlacement
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.positions import post_of, stated_kind
from cadre_cli.sheets.reading import RowReader
from cadre_cli.sheets.table import FieldSpec, Subject
from cadre_cli.sheets.wording import affirms, says
from cadre_cli.vietnamese.text import fold, one_line

_ENDS = r"(?=\s+(?:từ|kể từ|bắt đầu|theo|ngày)\b|\s*[,;(.]|\s*$)"
_NEXT = "từ|kể từ|bắt đầu|theo|ngày|để|nhận|làm|giữ|đảm nhận|đảm nhiệm"


def _ends_before(words: str) -> str:
    """What ends a place: a day, a document, or what somebody does there ("về xã nhận công tác")."""
    to_work = r"(?:(?<!tổ)(?<!đội)(?<!ban)\s+(?:công tác|nhiệm vụ|việc))?"
    return to_work + rf"(?=\s+(?:{words})\b|\s*[,;(]|\s*(?<!P)\.(?=\s)|\s*\.?\s*$)"


_UNIT = r"((?:Văn phòng|Phòng|Trung tâm|Ban|Đội|Tổ|Trạm|Công an|Thanh tra|P\.|VP)\b.*?)"
_POST = re.compile(
    r"(?:bổ nhiệm(?: lại)?|điều động,? bổ nhiệm|giao phụ trách|bầu)(?: (?:giữ|làm))?(?: chức(?: vụ| danh)?)?"
    r"\s*:?\s+(\S.*?)" + _ENDS,
    re.IGNORECASE,
)
_RELIEVED = re.compile(
    r"(?:thôi giữ|thôi|miễn nhiệm|từ|cách)(?: chức(?: vụ| danh)?)?\s*:?\s+(\S.*?)" + _ENDS,
    re.IGNORECASE,
)
_TO_UNIT = re.compile(
    r"(?:sang|về|đến|tới)\s+(?:làm việc tại\s+|công tác tại\s+)?" + _UNIT + _ends_before(_NEXT),
    re.IGNORECASE,
)
_DESTINATION = re.compile(
    r"(?:đến|về|sang|tới)\s+(?:lại\s+)?"
    r"(?:(?:làm việc|công tác|nhận công tác|nhận nhiệm vụ)\s+(?:tại|ở)\s+|tại\s+|ở\s+)?"
    r"([^\W\d].*?)" + _ends_before(_NEXT),
    re.IGNORECASE,
)
_NO_DESTINATION = (
    "tu",
    "ke tu",
    "bat dau",
    "ngay",
    "thang",
    "nam",
    "het",
    "nhan",
    "lam",
    "cong tac",
    "hien",
    "nay",
    "lai",
)
_OF_PARTY = ("trong dang", "chi bo", "dang uy", "cap uy", "dang bo", "chi uy")
_FROM_UNIT = re.compile(
    r"\btừ\s+" + _UNIT + _ends_before(f"{_NEXT}|sang|về|đến|tới"), re.IGNORECASE
)
_TO_KIND = re.compile(r"(?:thành|làm|sang)\s+(cán bộ|công chức|viên chức)\b", re.IGNORECASE)
_FROM_KIND = re.compile(r"\btừ\s+(cán bộ|công chức|viên chức)\b", re.IGNORECASE)

PLACEMENT_FIELDS = (
    FieldSpec(
        "new_position",
        ("Chức vụ mới", "Chức vụ, chức danh mới", "Chức danh mới", "Chức vụ được bổ nhiệm"),
    ),
    FieldSpec(
        "old_position",
        ("Chức vụ cũ", "Chức vụ trước đó", "Chức vụ, chức danh cũ", "Chức danh cũ"),
    ),
    FieldSpec(
        "new_unit",
        ("Đơn vị mới", "Phòng, ban mới", "Chuyển đến đơn vị", "Đơn vị chuyển đến", "Nơi đến"),
    ),
    FieldSpec(
        "old_unit",
        ("Đơn vị cũ", "Phòng, ban cũ", "Đơn vị chuyển đi", "Nơi đi"),
    ),
    FieldSpec("new_kind", ("Đối tượng mới",)),
    FieldSpec("old_kind", ("Đối tượng cũ",)),
)
"""Columns of a list of events about a change."""


def stated_in_row(reader: RowReader, who: Mention) -> StatedPlacement:
    """What a row of a table of people says that the person is; a blank says nothing."""
    position = reader.text("position")
    post = None if position is None else post_of(position)
    placement = Placement(position, post, who.unit, stated_kind(reader.text("kind")))
    return StatedPlacement(who, placement, reader.at.cell("position"), reader.at.cell("kind"))


def stated_above(subject: Subject, who: Mention) -> tuple[StatedPlacement, ...]:
    """What the line "Chức vụ:" above a sheet about one person says."""
    position, at = subject.position, subject.position_at
    if position is None or at is None:
        return ()
    return (StatedPlacement(who, Placement(position, post_of(position), who.unit), at, at),)


def destination_of(words: str) -> str | None:
    """Where a transfer leads to, as it is written; None where only a day or nothing is.

    >>> destination_of("Chuyển công tác về Sở Nội vụ từ 15/3/2026"), destination_of("Chuyển về từ 15/3")
    ('Sở Nội vụ', None)
    >>> destination_of("Điều động về xã nhận công tác"), destination_of("Tiếp nhận về xã công tác từ 2/3")
    ('xã', 'xã')
    """
    place = _found(_DESTINATION, one_line(words))
    if place is None or f"{fold(place)} ".startswith(tuple(f"{each} " for each in _NO_DESTINATION)):
        return None
    return place


def ends_a_post(words: str) -> bool:
    """Whether a discipline takes the person's post: "cách chức", unless it is a post of the Party.

    >>> ends_a_post("Cách chức Trưởng phòng từ 16/3"), ends_a_post("Cách chức Phó Bí thư chi bộ")
    (True, False)
    """
    return affirms(words, "cach chuc") and not says(words, *_OF_PARTY)


def becomes_of(kind: EventKind, words: str, reader: RowReader | None = None) -> Placement | None:
    """What the person is from the day on; None where the row does not say.

    >>> becomes_of(EventKind.APPOINTED, "Bổ nhiệm Phó Trưởng phòng Kinh tế từ 16/5/2026").position
    'Phó Trưởng phòng Kinh tế'
    >>> becomes_of(EventKind.TRANSFER_OUT, "Điều động sang Phòng Kinh tế").unit
    'Phòng Kinh tế'
    """
    line = one_line(words)
    position = _cell(reader, "new_position")
    post = None if position is None else post_of(position)
    if position is None and kind is EventKind.APPOINTED:
        position = _found(_POST, line)
        post = None if position is None else post_of(position)
        if post is Post.NONE:  # "Bổ nhiệm ngạch chuyên viên": a grade, not a post
            position, post = None, None
    if post is None and kind is EventKind.RELIEVED:
        post = Post.NONE
    unit = _cell(reader, "new_unit") or _found(_TO_UNIT, line)
    told = stated_kind(_cell(reader, "new_kind") or _found(_TO_KIND, line))
    return _placement(position, post, unit, told)


def was_of(kind: EventKind, words: str, reader: RowReader | None = None) -> Placement | None:
    """What the person was before, as far as the row says.

    >>> was_of(EventKind.RELIEVED, "Thôi giữ chức vụ Trưởng phòng từ ngày 01/7/2026").position
    'Trưởng phòng'
    """
    line = one_line(words)
    position = _cell(reader, "old_position")
    if position is None and kind is EventKind.RELIEVED:
        position = _found(_RELIEVED, line)
        if position is not None and not post_of(position).leads:
            position = None
    post = None if position is None else post_of(position)
    unit = _cell(reader, "old_unit") or _found(_FROM_UNIT, line)
    told = stated_kind(_cell(reader, "old_kind") or _found(_FROM_KIND, line))
    return _placement(position, post, unit, told)


def _placement(
    position: str | None, post: Post | None, unit: str | None, kind: Kind | None
) -> Placement | None:
    found = Placement(position, post, unit, kind)
    return None if found == Placement() else found


def _cell(reader: RowReader | None, field: str) -> str | None:
    return None if reader is None else reader.text(field)


def _found(pattern: re.Pattern[str], line: str) -> str | None:
    found = pattern.search(line)
    return None if found is None else found[1].strip()
