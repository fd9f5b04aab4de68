"""Whom `--who` means: a name or a code, never a guess."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.cli import words
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.vietnamese.names import name_key
from cadre_cli.vietnamese.text import key, nearest


def find_person(outcomes: Sequence[Outcome], who: str) -> tuple[Classification, ...] | Text:
    """The results of one person, one per period; what to say when nobody or several are meant."""
    results = [result for outcome in outcomes for result in outcome.results]
    found = tuple(result for result in results if _is(result, who))
    people = {(r.officer.code, r.officer.name, r.officer.unit) for r in found}
    if len(people) == 1:
        return found
    if people:
        shown = [_called(result) for result in found]
        return words.SEVERAL.fill(who=who, people=tuple(shown), first=shown[0])
    nobody = words.NOBODY.fill(who=who)
    near = nearest(who, {result.officer.name for result in results}, at_least=0.6)
    if not near:
        return nobody
    also = words.NEAREST.fill(names=near)
    return Text(f"{nobody.vi} {also.vi}", f"{nobody.en} {also.en}")


def _is(result: Classification, who: str) -> bool:
    officer = result.officer
    if officer.code and key(officer.code) == key(who):
        return True
    name, _, unit = who.partition(" / ")
    if name_key(officer.name) != name_key(name):
        return False
    return not unit or (officer.unit is not None and key(officer.unit) == key(unit))


def _called(result: Classification) -> str:
    officer = result.officer
    return officer.code or " / ".join(part for part in (officer.name, officer.unit) if part)
