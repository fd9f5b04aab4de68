"""Whose entry on one side is whose on the other: by code, then by name and unit, never by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cadre_cli.domain.comparison import Alike, Near, Standing
from cadre_cli.vietnamese.names import name_key, strip_titles
from cadre_cli.vietnamese.text import fold, key, likeness

_NEAR = 0.8
_MOST_PAIRS = 200_000
"""Pairs of names that are compared letter by letter; more are two offices, not two lists of one."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Entries of one person on both sides, those of one side alone, and what may belong together."""

    pairs: tuple[tuple[Standing, Standing], ...]
    only_a: tuple[Standing, ...]
    only_b: tuple[Standing, ...]
    near: tuple[Near, ...]


def pair(a: Sequence[Standing], b: Sequence[Standing]) -> Paired:
    """Everybody of both sides, in the order of the first.

    A pair has one name; homonyms also need one code, else one unit that no other of that name has.
    """
    found = _Found(tuple(a), tuple(b))
    found.by(lambda one: one.code and (name_key(one.name), _code(one.code)))
    found.by(lambda one: one.unit and (name_key(one.name), key(one.unit)))
    found.by(lambda one: name_key(one.name), alone=True)
    pairs = [(a[i], b[j]) for i, j in sorted(found.pairs.items())]
    taken = set(found.pairs.values())
    only_a = tuple(one for i, one in enumerate(a) if i not in found.pairs)
    only_b = tuple(one for j, one in enumerate(b) if j not in taken)
    return Paired(tuple(pairs), only_a, only_b, tuple(_near(only_a, only_b)))


class _Found:
    """Pairs as they are found, by place in either list."""

    def __init__(self, a: Sequence[Standing], b: Sequence[Standing]) -> None:
        self.a, self.b = a, b
        self.pairs: dict[int, int] = {}

    def by(self, what: Callable[[Standing], object], *, alone: bool = False) -> None:
        """Pair those whom `what` tells from all others of their side.

        Two codes that differ are two people. `alone`: the key has to be the only one among all.
        """
        left, right = self._index(self.a, what), self._index(self.b, what)
        taken = set(self.pairs.values())
        for same, places in left.items():
            others = right.get(same, [])
            if alone and (len(places) > 1 or len(others) > 1):
                continue
            free = [i for i in places if i not in self.pairs]
            open_ = [j for j in others if j not in taken]
            if len(free) == len(open_) == 1 and _may_be_one(self.a[free[0]], self.b[open_[0]]):
                self.pairs[free[0]] = open_[0]

    @staticmethod
    def _index(
        people: Iterable[Standing], what: Callable[[Standing], object]
    ) -> dict[object, list[int]]:
        index: dict[object, list[int]] = defaultdict(list)
        for place, one in enumerate(people):
            if same := what(one):
                index[same].append(place)
        return index


def _may_be_one(one: Standing, other: Standing) -> bool:
    return not (one.code and other.code) or _code(one.code) == _code(other.code)


def _code(code: str) -> str:
    """Excel drops the noughts before a code of figures alone."""
    same = key(code)
    return same.lstrip("0") or "0" if same.isdigit() else same


def _near(a: Sequence[Standing], b: Sequence[Standing]) -> Iterator[Near]:
    """Who may be one person among those who were left: one code, one name, or nearly one name.

    Two offices with nobody in common would be compared name by name in vain: of many, only names
    that differ in nothing but signs are offered.
    """
    many = len(a) * len(b) > _MOST_PAIRS
    by_likeness: dict[str, list[Standing]] = defaultdict(list)
    for other in b:
        for same in _loosely(other):
            by_likeness[same].append(other)
    for one in a:
        found = (each for same in _loosely(one) for each in by_likeness[same])
        among = {id(each): each for each in found}.values() if many else b
        for other in among:
            why = _alike(one, other)
            if why is not None:
                yield Near(one, other, why)


def _loosely(one: Standing) -> Iterator[str]:
    """The name without its signs, and the code."""
    yield fold(strip_titles(one.name))
    if one.code:
        yield f"#{_code(one.code)}"


def _alike(one: Standing, other: Standing) -> Alike | None:
    if one.code and other.code and _code(one.code) == _code(other.code):
        return Alike.SAME_CODE
    if name_key(one.name) == name_key(other.name):
        return Alike.SAME_NAME
    left, right = strip_titles(one.name), strip_titles(other.name)
    # One slip in a name; "Văn" and "Vân" of two people, too: whoever reads the offer decides.
    near = likeness(left, right) >= _NEAR or sorted(fold(left).split()) == sorted(
        fold(right).split()
    )
    return Alike.NEAR_NAME if near else None
