"""Heads held to the class of what they head, for the year (NĐ 335 Đ20.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cadre_cli.domain.officers import Post
from cadre_cli.domain.results import OrganisationResult, Reason
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Held, YearPerson
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.organisations import held_to_organisation
from cadre_cli.vietnamese.text import key


def classes_of(organisations: Sequence[OrganisationResult]) -> dict[str, str]:
    """Unit ("" for the office itself) → its class on record, else the one proposed."""
    return {
        key(each.record.unit or ""): each.held for each in organisations if each.held is not None
    }


def held_to_own(
    person: YearPerson, classes: Mapping[str, str], rules: Mapping[str, RuleSet]
) -> YearPerson:
    """A head's class brought down to that of the office or unit, with the reason; others as they are."""
    officer = person.officer
    if officer.post is Post.HEAD_OF_OFFICE:
        own = classes.get("")
    elif officer.post is Post.HEAD_OF_UNIT and officer.unit is not None:
        own = classes.get(key(officer.unit))
    else:
        return person
    if own is None or person.grade is None:
        return person
    book = rules[person.rule_set]
    held = held_to_organisation(person.grade, own, book)
    if held == person.grade:
        return person
    basis = book.passages.get("head_not_above_body")
    text = Text(
        f"người đứng đầu không xếp cao hơn nơi mình đứng đầu (mức {own})",
        f"a head is not classed above what they head ({own})",
    )
    reason = Reason(text, () if basis is None else (basis,))
    return replace(
        person,
        grade=held,
        before_cap=held,
        held=Held(person.grade, own),
        reasons=(*person.reasons, reason),
    )
