"""Who is who: officers of one submission told apart, and every mention of a person resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from operator import itemgetter

from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.unit_names import by_initials, same_unit
from cadre_cli.sheets.positions import post_key, post_keys
from cadre_cli.vietnamese.names import (
    given_name,
    is_everyone,
    may_be_meant,
    may_be_short_for,
    name_key,
    names_body,
)
from cadre_cli.vietnamese.people import read_people
from cadre_cli.vietnamese.text import key, squeeze
from cadre_cli.vietnamese.villages import village_key, villages_in


@dataclass(frozen=True, slots=True)
class Directory:
    """The officers of one office and period, found by code, or by name and unit (never a name alone).

    Two people of one name are told apart by code or unit; where neither tells, both are returned
    and nobody is chosen (D07).
    """

    officers: tuple[Officer, ...]
    _by_code: dict[str, tuple[Officer, ...]]
    _by_name: dict[str, tuple[Officer, ...]]
    _by_given: dict[str, tuple[Officer, ...]]
    _by_position: dict[str, tuple[Officer, ...]]
    _by_initials: dict[str, str]
    _by_village: dict[str, tuple[Officer, ...]]

    @classmethod
    def of(cls, officers: Iterable[Officer]) -> Directory:
        """A directory over officers whose ids are all different."""
        everyone = tuple(officers)
        by_code: dict[str, list[Officer]] = defaultdict(list)
        by_name: dict[str, list[Officer]] = defaultdict(list)
        by_given: dict[str, list[Officer]] = defaultdict(list)
        by_position: dict[str, list[Officer]] = defaultdict(list)
        by_village: dict[str, list[Officer]] = defaultdict(list)
        for officer in everyone:
            if officer.code:
                by_code[code_key(officer.code)].append(officer)
            by_name[name_key(officer.name)].append(officer)
            by_given[key(given_name(officer.name))].append(officer)
            for post in post_keys(officer.position, officer.unit) if officer.position else ():
                by_position[post].append(officer)
            for village in _villages(officer):
                by_village[village].append(officer)
        units = dict.fromkeys(officer.unit for officer in everyone if officer.unit)
        return cls(
            everyone,
            _frozen(by_code),
            _frozen(by_name),
            _frozen(by_given),
            _frozen(by_position),
            by_initials(units),
            _frozen(by_village),
        )

    def resolve(self, mention: Mention, unit: str | None = None) -> Mention:
        """The mention with the officers that fit it; `unit` is that of the row it stands in."""
        return replace(mention, officers=tuple(o.id for o in self._fitting(mention, unit)))

    def resolve_or_ask(self, mention: Mention, unit: str | None = None) -> Mention:
        """As `resolve`; where nobody fits for certain with those who may be meant."""
        found = self.resolve(mention, unit)
        if found.officers or is_nobody(mention) or not mention.name.strip():
            return found
        meant = _may_be_meant(mention.name, tuple(self._names))
        return replace(found, possible=tuple(o.id for o in self.officers if o.name in meant))

    @property
    def _names(self) -> Iterable[str]:
        return dict.fromkeys(officer.name for officer in self.officers)

    def _fitting(self, mention: Mention, unit: str | None) -> tuple[Officer, ...]:
        if coded := self._coded(mention):
            return coded
        if is_everyone(mention.written):
            return ()
        named = self._by_name.get(name_key(mention.name), ())
        if sure_code(
            mention
        ):  # met under another code without a roster: a homonym, not the same person
            named = tuple(o for o in named if o.from_roster or o.code is None)
        if not named and (coded := self._named_by_code(mention.name)):
            return coded
        if not named and (holders := self._by_position.get(post_key(mention.written))):
            # "Chủ tịch UBND xã" as the assigner: one holder of that very post is that person.
            return self._of_unit(holders, unit) or holders
        if not named and names_body(mention.name):
            return self._by_village.get(village_key(mention.name), ())
        if not named and " " not in mention.name.strip():
            return self._first_name_in_unit(mention, unit)
        return self._of_unit(named, mention.unit) or self._of_unit(named, unit) or named

    def _coded(self, mention: Mention) -> tuple[Officer, ...]:
        """Whose code stands with the name.

        Bare figures in the cell itself, "Hà Thị Én (04)", may as well be a quantity, and "(A)" is
        anybody's: they are taken for a code only beside a name that its holder has.
        """
        if not mention.code:
            return ()
        coded = self._by_code.get(code_key(mention.code), ())
        if (mention.code.isdigit() or len(mention.code) == 1) and mention.code in mention.written:
            return tuple(o for o in coded if name_key(o.name) == name_key(mention.name))
        return coded

    def _named_by_code(self, name: str) -> tuple[Officer, ...]:
        """A code in the place of a name, or behind it without a sign between ("Hà Thị Én CB04")."""
        if coded := self._by_code.get(code_key(name)):
            return coded
        rest, _, last = name.rpartition(" ")
        coded = self._by_code.get(code_key(last), ())
        return tuple(o for o in coded if name_key(o.name) == name_key(rest))

    def _of_unit(self, officers: tuple[Officer, ...], unit: str | None) -> tuple[Officer, ...]:
        """Those of a unit, which may be abbreviated as far as the roster has one such unit only."""
        if unit is None:
            return ()
        return _of_unit(officers, unit) or _of_unit(officers, self._by_initials.get(squeeze(unit)))

    def _first_name_in_unit(self, mention: Mention, unit: str | None) -> tuple[Officer, ...]:
        """A first name alone says who somebody is within their own unit, or with their post."""
        called = self._by_given.get(key(mention.name), ())
        return self._of_unit(called, mention.unit or unit) or _of_post(called, mention.written)


_may_be_meant = lru_cache(maxsize=1 << 10)(may_be_meant)
"""A list repeats its names, and likeness is slow."""


def _villages(officer: Officer) -> tuple[str, ...]:
    """The villages somebody is in charge of; a cell may list several."""
    return tuple(village_key(village) for village in villages_in(officer.village or ""))


def code_key(code: str) -> str:
    """Excel drops the noughts before a code of figures alone: 04 and 4 are one code."""
    same = key(code)
    return same.lstrip("0") or "0" if same.isdigit() else same


def sure_code(mention: Mention) -> str | None:
    """The code, unless it is one figure in brackets ("An (2)"), which only a roster makes a code."""
    code = mention.code
    return None if code and len(code) == 1 and mention.written != code else code


def _frozen(index: dict[str, list[Officer]]) -> dict[str, tuple[Officer, ...]]:
    return {name: tuple(officers) for name, officers in index.items()}


def _of_unit(officers: tuple[Officer, ...], unit: str | None) -> tuple[Officer, ...]:
    if unit is None:
        return ()
    return tuple(o for o in officers if o.unit is not None and key(o.unit) == key(unit))


def _of_post(officers: tuple[Officer, ...], written: str) -> tuple[Officer, ...]:
    """Those who hold the post behind a first name: "Đ/c Cả - TP", "Chủ (CT UBND)"."""
    posts = {post_key(each.position) for each in read_people(written) if each.position}
    return tuple(o for o in officers if o.position and posts & post_keys(o.position, o.unit))


def officers_of(records: Records) -> tuple[Officer, ...]:
    """Everyone on a roster or in a score table; without a roster also everyone who owns a task.

    One person in several rosters (the office's and the month's own) is one officer: what the later
    row leaves blank is taken from the earlier. Who exists does not follow from the order of rows:
    full names are met before what may be short for them, codes before names alone.
    """
    roster = _merged(records.officers)
    directory = Directory.of(roster)
    scored = list(enumerate(_scored(records)))
    owning = [] if records.officers else list(enumerate(_owning(records), len(scored)))
    met: list[tuple[int, Officer]] = []
    apart = _told_apart_by_unit(mention for _, mention in scored)
    for place, mention in (*sorted(scored, key=_surest), *sorted(owning, key=_surest)):
        found = directory.resolve(mention).officers
        known = tuple(officer for _, officer in met if officer.id in found)
        another = place < len(scored) and _is_another(mention, known, apart)
        if is_nobody(mention) or (found and not another):
            continue
        if place >= len(scored) and any(_may_be(mention, known) for _, known in met):
            continue  # "Đ/c Hoa" beside two who are called so is no third person
        met.append((place, _met(mention, len(roster) + len(met))))
        directory = Directory.of((*roster, *(known for _, known in met)))
    return (*roster, *(known for _, known in sorted(met, key=itemgetter(0))))


def _told_apart_by_unit(scored: Iterable[Mention]) -> frozenset[str]:
    """Names that stand in two rows of one sheet with different units: two people, not one."""
    units: dict[tuple[str, str | None, str], dict[int | None, str]] = defaultdict(dict)
    for one in scored:
        if one.unit is not None:
            units[one.at.file, one.at.sheet, name_key(one.name)][one.at.row] = one.unit
    return frozenset(
        name
        for (_, _, name), rows in units.items()
        if any(not same_unit(*pair) for pair in combinations(rows.values(), 2))
    )


def _is_another(mention: Mention, known: tuple[Officer, ...], apart: frozenset[str]) -> bool:
    """Whether a row is of a homonym of those met, each of whom is of another unit."""
    if mention.unit is None or not known or name_key(mention.name) not in apart:
        return False
    units = [officer.unit for officer in known if officer.code is None]
    return len(units) == len(known) and not any(
        unit is None or same_unit(unit, mention.unit) for unit in units
    )


def _surest(met: tuple[int, Mention]) -> tuple[int, bool]:
    """The order in which mentions are met: the longest names first, of one length those with a code."""
    _, mention = met
    return -len(name_key(mention.name).split()), sure_code(mention) is None


def _may_be(mention: Mention, known: Officer) -> bool:
    """Whether a short name may be somebody's: not where both have a code, for those differ."""
    both = sure_code(mention) is not None and known.code is not None
    return not both and may_be_short_for(mention.name, known.name)


def is_nobody(mention: Mention) -> bool:
    """Whether a cell names a group, a unit or a village in the place of a person."""
    return is_everyone(mention.written) or names_body(mention.name)


def _scored(records: Records) -> Iterable[Mention]:
    yield from (marks.who for marks in records.common)
    yield from (parts.who for parts in records.leader_parts)
    yield from (stated.who for stated in records.stated)


def _owning(records: Records) -> Iterable[Mention]:
    for task in records.tasks:
        for owner in task.owners:
            yield replace(owner, unit=owner.unit or task.unit)


def _met(mention: Mention, number: int) -> Officer:
    return Officer(
        id=f"met:{number}",
        name=mention.name,
        at=RowRef(
            mention.at.file,
            mention.at.sheet or "",
            mention.at.row or 1,
            {"name": mention.at.column or 1},
        ),
        code=sure_code(mention),
        unit=mention.unit,
        kind_stated=False,
        from_roster=False,
    )


def _merged(officers: Iterable[Officer]) -> tuple[Officer, ...]:
    people: list[Officer] = []
    for officer in officers:
        same = [number for number, known in enumerate(people) if _same_person(officer, known)]
        if len(same) == 1:
            people[same[0]] = _filled(officer, people[same[0]])
        else:
            people.append(officer)
    return tuple(replace(officer, id=f"roster:{n}") for n, officer in enumerate(people))


def _same_person(one: Officer, other: Officer) -> bool:
    """Whether two rows of rosters speak of one person.

    Within one sheet two rows are two people, however alike their names, unless they say the same
    throughout (D08 names that row).
    """
    if (one.at.file, one.at.sheet) == (other.at.file, other.at.sheet):
        return replace(one, id="", at=other.at) == replace(other, id="")
    if one.code and other.code:
        return code_key(one.code) == code_key(other.code)
    if name_key(one.name) != name_key(other.name):
        return False
    return one.unit is None or other.unit is None or key(one.unit) == key(other.unit)


def _filled(later: Officer, earlier: Officer) -> Officer:
    blanks = {
        name: getattr(earlier, name)
        for name in ("code", "unit", "position", "superior", "group", "village", "field", "note")
        if getattr(later, name) is None
    }
    if not later.kind_stated and earlier.kind_stated:
        blanks |= {"kind": earlier.kind, "kind_stated": True}
    if not later.post.leads and later.position is None:
        blanks |= {"post": earlier.post, "rated_above": earlier.rated_above}
    return replace(later, **blanks)
