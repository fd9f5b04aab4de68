"""Whether two mentions are one person, who stands above whom, and who was away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.officers import Kind, Officer, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.presence import absence
from cadre_cli.domain.records import Submission
from cadre_cli.domain.values import Mention
from cadre_cli.vietnamese.names import is_everyone, name_key
from cadre_cli.vietnamese.text import key


def same_person(one: Mention, other: Mention) -> bool:
    """Whether two cells name one person, or may: only a sure difference is False.

    People are told apart by officers on record; where either is on no record, by name.
    """
    if one.officers and other.officers:
        return bool(set(one.officers) & set(other.officers))
    return _called(one) == _called(other)


def _called(mention: Mention) -> str:
    """The name, or the cell's own words where nothing is left without titles ("Chủ tịch")."""
    return name_key(mention.name) or key(mention.written)


def among(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether the person is one of the others."""
    return any(same_person(mention, other) for other in others)


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Each person once, as first written."""
    people: list[Mention] = []
    for mention in mentions:
        if not among(mention, people):
            people.append(mention)
    return tuple(people)


def is_group(mention: Mention) -> bool:
    """Whether the cell names a group ("toàn thể công chức") and so nobody in particular."""
    return is_everyone(mention.written)


def kind_of(mentions: Iterable[Mention], officers: Mapping[str, Officer]) -> Kind:
    """The kind of the first person known among the mentions; a civil servant when none is."""
    for mention in mentions:
        if mention.officer is not None and mention.officer in officers:
            return officers[mention.officer].kind
    return Kind.CONG_CHUC


def is_superior(above: Officer, below: Officer, officers: Mapping[str, Officer]) -> bool:
    """Whether the roster puts one person above another.

    By its column for the superior, followed upwards, or by posts: the head of the office is above
    everyone, a deputy of the office above all but head and deputies, the head of a unit above its
    people, a deputy of the unit above those without a post.
    """
    return above.id in _chain(below, officers) or _outranks(above, below)


def _chain(officer: Officer, officers: Mapping[str, Officer]) -> frozenset[str]:
    """Ids of all superiors that the roster's own column names, the nearest and those above."""
    above: set[str] = set()
    waiting = [officer]
    while waiting:
        superior = waiting.pop().superior
        for found in () if superior is None else _fitting(superior, officers):
            if found.id not in above and found.id != officer.id:
                above.add(found.id)
                waiting.append(found)
    return frozenset(above)


def _fitting(mention: Mention, officers: Mapping[str, Officer]) -> tuple[Officer, ...]:
    if mention.officers:
        return tuple(officers[each] for each in mention.officers if each in officers)
    wanted = name_key(mention.name)
    return tuple(officer for officer in officers.values() if name_key(officer.name) == wanted)


def _outranks(above: Officer, below: Officer) -> bool:
    match above.post:
        case Post.HEAD_OF_OFFICE:
            return True
        case Post.DEPUTY_OF_OFFICE:
            return below.post not in (Post.HEAD_OF_OFFICE, Post.DEPUTY_OF_OFFICE)
        case Post.HEAD_OF_UNIT:
            return _same_unit(above, below) and below.post in (Post.NONE, Post.DEPUTY_OF_UNIT)
        case Post.DEPUTY_OF_UNIT:
            return _same_unit(above, below) and below.post is Post.NONE
        case Post.NONE:
            return False


def _same_unit(one: Officer, other: Officer) -> bool:
    return bool(one.unit) and bool(other.unit) and key(one.unit or "") == key(other.unit or "")


def away_ids(submission: Submission) -> frozenset[str]:
    """Ids of those who were on leave for the whole period, or not yet or no longer there."""
    period = submission.period
    events: dict[str, list[Event]] = defaultdict(list)
    for event in submission.events:
        if event.who.officer is not None:
            events[event.who.officer].append(event)
    away = {who for who, own in events.items() if _on_leave(own, period) or absence(own, period)}
    return frozenset(away | {each.id for each in submission.officers if each.absent})


def _on_leave(events: Iterable[Event], period: Period) -> bool:
    leaves = (EventKind.LEAVE, EventKind.MATERNITY)
    return any(event.kind in leaves and event.covers(period) for event in events)
