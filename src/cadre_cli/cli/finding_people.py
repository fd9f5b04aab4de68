"""Whom `--who` means: a name or a code; to look at, also the only one a short name fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from cadre_cli.cli import words
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.vietnamese.names import may_be_short_for, name_key, sort_key, strip_titles
from cadre_cli.vietnamese.text import fold, key, nearest


class Called(Protocol):
    """Whoever has a name, and perhaps a code and a unit that tell homonyms apart."""

    @property
    def name(self) -> str:
        """The name as the office writes it."""

    @property
    def code(self) -> str | None:
        """The code of the roster."""

    @property
    def unit(self) -> str | None:
        """The unit."""


Person = TypeVar("Person", bound=Called)

_UNIT = re.compile(r"\s*[/,(]\s*(?P<unit>[^/,()]+?)\s*\)?\s*$")
"""A unit behind a name: "Hà Thị Én / Văn phòng", "Hà Thị Én, Văn phòng", "Hà Thị Én (Văn phòng)"."""

_WHOM_TO_ADD = Text(
    "Có nhiều người tên “{who}”: {people}. Ghi rõ đơn vị hoặc mã: “{first}”.",
    "Several people are called “{who}”: {people}. Add the unit or code: “{first}”.",
)


def find_person(outcomes: Sequence[Outcome], who: str) -> tuple[Classification, ...] | Text:
    """The results of one person, one per period; what to say when nobody or several are meant."""
    results = [result for outcome in outcomes for result in outcome.results]
    everyone = [result.officer for result in results]
    officers = _called(everyone, who, words.SEVERAL)
    if isinstance(officers, Text):
        officers = _alone(everyone, who) or officers
    if isinstance(officers, Text):
        return officers
    return tuple(result for result in results if any(result.officer is each for each in officers))


def taken_for(person: Called, who: str) -> Text | None:
    """What to say where `who` was neither the name nor the code of the person that was found."""
    return None if _is(person, who) else words.TAKEN_FOR.fill(who=who, name=person.name)


def _alone(people: Sequence[Person], who: str) -> tuple[Person, ...] | Text | None:
    """The only one with this given name, or this name typed without marks; who, when they are several.

    Wrong marks are another name.
    """
    if any(_is(person, who) for person in people):
        return None
    bare = fold(strip_titles(who))
    unmarked = bare == key(strip_titles(who))
    near = [
        person
        for person in people
        if may_be_short_for(who, person.name) or (unmarked and fold(person.name) == bare)
    ]
    shown = tuple(dict.fromkeys(map(_shown, near)))
    if len(shown) > 1:
        return words.SEVERAL.fill(who=who, people=shown, first=shown[0])
    return tuple(near) or None


def find_called(people: Sequence[Person], who: str) -> Person | Text:
    """The one person meant; what to say when nobody or several are."""
    found = _called(people, who, _WHOM_TO_ADD)
    return found if isinstance(found, Text) else found[-1]


def _called(people: Sequence[Person], who: str, several: Text) -> tuple[Person, ...] | Text:
    """Everything about the one person meant."""
    found = tuple(person for person in people if _is(person, who))
    if len({(each.code, each.name, each.unit) for each in found}) == 1:
        return found
    if found:
        shown = [_shown(each) for each in found]
        return several.fill(who=who, people=tuple(shown), first=shown[0])
    nobody = words.NOBODY.fill(who=who)
    names = {each.name for each in people}
    called = tuple(sorted((name for name in names if may_be_short_for(who, name)), key=sort_key))
    near = called or nearest(who, names, at_least=0.6)
    if not near:
        return nobody
    also = words.NEAREST.fill(names=near)
    return Text(f"{nobody.vi} {also.vi}", f"{nobody.en} {also.en}")


def _is(person: Called, who: str) -> bool:
    if person.code and key(person.code) == key(who):
        return True
    parted = _UNIT.search(who)
    name, unit = (who[: parted.start()], parted["unit"]) if parted else (who, "")
    if name_key(person.name) != name_key(name):
        return False
    return not unit or (person.unit is not None and key(person.unit) == key(unit))


def _shown(person: Called) -> str:
    return person.code or " / ".join(part for part in (person.name, person.unit) if part)
