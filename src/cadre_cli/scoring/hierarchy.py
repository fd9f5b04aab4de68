"""Who leads whom in one office, for the part d of leaders (NĐ 335 Đ15.3a, Đ15.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cadre_cli.domain.officers import Officer, Post
from cadre_cli.vietnamese.text import has_words, key

_HEIGHT = {
    Post.NONE: 0,
    Post.DEPUTY_OF_UNIT: 1,
    Post.HEAD_OF_UNIT: 2,
    Post.DEPUTY_OF_OFFICE: 3,
    Post.HEAD_OF_OFFICE: 4,
}


def from_below(officers: Iterable[Officer]) -> tuple[Officer, ...]:
    """Those led before those who lead them; nobody leads anybody of the same height or above."""
    return tuple(sorted(officers, key=lambda officer: _HEIGHT[officer.post]))


def led_by(leader: Officer, officers: Sequence[Officer]) -> tuple[Officer, ...]:
    """Those whose results make up the leader's part d, in the order of the roster.

    The head of the office leads everyone below; the head of a unit its people without a post; a
    deputy those in the field the roster gives him or whose superior he is, and where the roster
    says neither, the same people as his head (a deputy of the office: those whom no other deputy
    of the office has been given).
    """
    below = [other for other in officers if _HEIGHT[other.post] < _HEIGHT[leader.post]]
    match leader.post:
        case Post.HEAD_OF_OFFICE:
            led = below
        case Post.DEPUTY_OF_OFFICE:
            led = _in_charge(leader, below) or _left_over(leader, below, officers)
        case Post.HEAD_OF_UNIT:
            led = [other for other in _staff(below) if _heads(leader, other)]
        case Post.DEPUTY_OF_UNIT:
            of_unit = [other for other in _staff(below) if _same_unit(leader, other)]
            led = _in_field(leader, of_unit) or _reporting(leader, _staff(below)) or of_unit
        case _:
            led = []
    return tuple(led)


def _staff(officers: Iterable[Officer]) -> list[Officer]:
    return [officer for officer in officers if not officer.post.leads]


def _heads(leader: Officer, other: Officer) -> bool:
    return _same_unit(leader, other) or _is_superior(leader, other)


def _same_unit(one: Officer, other: Officer) -> bool:
    return one.unit is not None and other.unit is not None and key(one.unit) == key(other.unit)


def _is_superior(leader: Officer, other: Officer) -> bool:
    if other.superior is None:
        return False
    if other.superior.officers:
        return other.superior.officer == leader.id
    return key(other.superior.name) == key(leader.name)


def _in_field(leader: Officer, officers: Iterable[Officer]) -> list[Officer]:
    """Those whose own field or post the leader's field names ("Tư pháp, Hộ tịch")."""
    if not leader.field:
        return []
    field = leader.field
    return [
        other
        for other in officers
        if any(has_words(field, own) for own in (other.field, other.position) if own)
    ]


def _reporting(leader: Officer, officers: Iterable[Officer]) -> list[Officer]:
    return [other for other in officers if _is_superior(leader, other)]


def _in_charge(deputy: Officer, below: Sequence[Officer]) -> list[Officer]:
    """Everyone in the units a deputy of the office answers for, and those who report to him."""
    field = deputy.field
    heads = [other for other in _reporting(deputy, below) if other.post is Post.HEAD_OF_UNIT]
    units = {key(other.unit) for other in heads if other.unit}
    units |= {key(o.unit) for o in below if o.unit and field and has_words(field, o.unit)}
    direct = {other.id for other in (*_reporting(deputy, below), *_in_field(deputy, below))}
    return [
        other
        for other in below
        if other.id in direct or (other.unit is not None and key(other.unit) in units)
    ]


def _left_over(
    deputy: Officer, below: Sequence[Officer], officers: Sequence[Officer]
) -> list[Officer]:
    others = [o for o in officers if o.post is Post.DEPUTY_OF_OFFICE and o.id != deputy.id]
    taken = {led.id for other in others for led in _in_charge(other, below)}
    return [other for other in below if other.id not in taken]
