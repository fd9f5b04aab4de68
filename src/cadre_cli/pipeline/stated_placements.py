"""Post, unit, kind and code as tables of people state them, for whom the roster says nothing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cadre_cli.domain.officers import Doubt, Officer, Post, StatedPlacement
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.people import Directory, sure_code
from cadre_cli.sheets.positions import kind_by_position
from cadre_cli.vietnamese.text import key


def with_stated(
    officers: Iterable[Officer], placements: Sequence[StatedPlacement]
) -> tuple[Officer, ...]:
    """The officers with what the tables state of them where the roster is silent.

    Tables that state a different post or kind leave the person in doubt: nobody is scored by a
    formula or a law that may be another's.
    """
    everyone = tuple(officers)
    directory = Directory.of(everyone)
    own: dict[str, list[StatedPlacement]] = defaultdict(list)
    for each in placements:
        who = directory.resolve(each.who).officer
        if who is not None:
            own[who].append(each)
    return tuple(_filled(each, own[each.id]) if each.id in own else each for each in everyone)


def _filled(officer: Officer, stated: Sequence[StatedPlacement]) -> Officer:
    filled = _with_kind(_with_post(officer, stated), stated)
    unit = _only(each.placement.unit for each in stated)
    code = _only(sure_code(each.who) for each in stated)
    return replace(filled, unit=filled.unit or unit, code=filled.code or code)


def _with_post(officer: Officer, stated: Sequence[StatedPlacement]) -> Officer:
    known = [each for each in stated if each.placement.position is not None]
    if officer.position is not None or officer.post.leads or officer.post_stated or not known:
        return officer
    posts = {each.placement.post: each for each in known}
    if len(posts) > 1:
        said = {post: each.placement.position or "" for post, each in posts.items()}
        return replace(
            officer, doubt=_doubt("chức vụ", "post", said.values(), known[0].position_at)
        )
    position, post = known[0].placement.position, known[0].placement.post or Post.NONE
    kind = officer.kind if officer.kind_stated else kind_by_position(position) or officer.kind
    above = post is Post.HEAD_OF_OFFICE
    return replace(officer, position=position, post=post, kind=kind, rated_above=above)


def _with_kind(officer: Officer, stated: Sequence[StatedPlacement]) -> Officer:
    kinds = {each.placement.kind: each for each in stated if each.placement.kind is not None}
    if officer.kind_stated or not kinds:
        return officer
    if len(kinds) > 1:
        at = next(iter(kinds.values())).kind_at
        said = [kind.words for kind in kinds if kind is not None]
        return replace(officer, doubt=officer.doubt or _doubt("đối tượng", "kind", said, at))
    return replace(officer, kind=next(iter(kinds)) or officer.kind, kind_stated=True)


def _doubt(vi: str, en: str, said: Iterable[str], at: CellRef) -> Doubt:
    listed = " / ".join(said)
    return Doubt(
        Text(f"{vi} ghi khác nhau: {listed}", f"the {en} is stated differently: {listed}"), at
    )


def _only(said: Iterable[str | None]) -> str | None:
    """What all who say something agree on; None where they do not."""
    found = {key(each): each for each in said if each}
    return next(iter(found.values())) if len(found) == 1 else None
