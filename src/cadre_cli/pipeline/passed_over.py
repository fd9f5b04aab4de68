"""Marks of a superior taken because a higher one left this person's out, though he marked the others.

The highest who gave marks counts (contract 9.7). Where the one above marked most of the person's
peers in the same table, his blank may as well be a slip: whose marks count is then told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cadre_cli.domain.marks import CommonMarks, Mark, PassedOver
from cadre_cli.domain.officers import Officer

_Peers = tuple[str, str, bool]


def with_passed_over(
    common: Sequence[CommonMarks], officers: Sequence[Officer]
) -> tuple[CommonMarks, ...]:
    """The marks, each with the higher superior's blank that they stand in for."""
    leads = {officer.id: officer.post.leads for officer in officers}
    peers: dict[_Peers, list[frozenset[int]]] = defaultdict(list)
    for each in common:
        if _scorers(each):
            peers[_peers(each, leads)].append(_scorers(each))
    return tuple(
        replace(each, passed_over=_passed_over(each, peers[_peers(each, leads)]))
        if _scorers(each)
        else each
        for each in common
    )


def _peers(found: CommonMarks, leads: Mapping[str, bool]) -> _Peers:
    """Those marked beside the person who lead as they do: often one superior marks leaders only."""
    return found.at.file, found.at.sheet, leads.get(found.who.officer or "", False)


def _scorers(found: CommonMarks) -> frozenset[int]:
    """The superiors who gave the person any mark, readable or not."""
    return frozenset(m.scorer for m in found.marks if m.scorer > 0 and m.points is not None)


def _passed_over(found: CommonMarks, peers: Sequence[frozenset[int]]) -> PassedOver | None:
    used = max(_scorers(found))
    others = len(peers) - 1
    for scorer in sorted({mark.scorer for mark in found.marks}, reverse=True):
        marked = sum(scorer in each for each in peers)
        if scorer > used and marked and 2 * marked >= others:
            blank = _first(found, scorer)
            return PassedOver(blank.at, blank.given_by, _first(found, used).given_by)
    return None


def _first(found: CommonMarks, scorer: int) -> Mark:
    marks = [mark for mark in found.marks if mark.scorer == scorer]
    return min(marks, key=lambda mark: mark.at.order)
