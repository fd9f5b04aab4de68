"""The year over many people: how many a cap allows, who is inside it, ranks with shared places."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from cadre_cli.domain.results import Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.year import Cap, YearPerson
from cadre_cli.rules.schema import RuleSet
from cadre_cli.vietnamese.names import sort_key


def cap_limit(eligible: int, share: Fraction, base: str) -> int:
    """How many of `eligible` people may stand in the highest class (NĐ 335 Đ20.5), whole people.

    `eligible` are those whose points reach the second class or better. `base` is the choice
    `cap_base`: "tot" takes the share of those left in the second class, x ≤ p·(E − x);
    "tot_tro_len" and "all_rated" of all counted, x ≤ p·E (with E all rated for "all_rated").

    >>> cap_limit(10, Fraction(1, 5), "tot"), cap_limit(10, Fraction(1, 5), "tot_tro_len")
    (1, 2)
    """
    if base == "tot":
        return math.floor(share * eligible / (1 + share))
    return math.floor(share * eligible)


Rules = Mapping[str, RuleSet]
"""Rule-set id → the rules of the year, of everyone in the office."""


@dataclass(slots=True)
class _Line:
    """One cap while people are put inside, across or below its line, from the highest mean down."""

    group: str | None
    rules: RuleSet
    eligible: int
    limit: int
    share: Fraction
    base: str
    candidates: int = 0
    kept: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    free_for_tied: int = 0
    """Places left inside the line for those tied across it."""

    def done(self) -> Cap:
        choices = (self.rules.choice("cap_base"), self.rules.choice("cap_share"))
        passage = self.rules.passages.get("cap")
        grouped = self.rules.choices.get("cap_group") if self.group is not None else None
        return Cap(
            group=self.group,
            base=self.base,
            share=self.share,
            eligible=self.eligible,
            limit=self.limit,
            candidates=self.candidates,
            proposed=len(self.kept),
            tied=tuple(self.tied),
            below=tuple(self.below),
            bases=(
                *(() if passage is None else (passage,)),
                *(choice.basis for choice in choices),
                *(() if grouped is None else (grouped.basis,)),
            ),
        )


def capped(
    people: Sequence[YearPerson], rules: Rules
) -> tuple[tuple[YearPerson, ...], tuple[Cap, ...]]:
    """People with the class that the caps leave them, and the caps, the office's own first.

    Who is clearly inside every line keeps the highest class; who is clearly below one is proposed
    the second class, with the reason; who is tied across a line gets none: the authority chooses.
    Places that tied people of a group share count once for the office, however many they are.
    """
    groups = sorted({p.group for p in people if p.group is not None and p.before_cap is not None})
    inside: dict[str, _Line] = {}
    for group in groups:
        line = _line([p for p in people if p.group == group], group, rules)
        if line is not None:
            inside[group] = line
            _draw(line, _by_mean(_at_the_top([p for p in people if p.group == group], rules)), {})
    whole = _line(people, None, rules)
    if whole is None:
        return tuple(people), ()
    lost = {who for line in inside.values() for who in line.below}
    top = _at_the_top(people, rules)
    whole.candidates = len(top)
    _draw(whole, _by_mean([p for p in top if p.officer.id not in lost]), inside)
    lines = (whole, *inside.values())
    for line in inside.values():  # who falls below the office's line is no longer kept here
        line.kept = [who for who in line.kept if who in whole.kept]
        line.tied = [who for who in line.tied if who not in whole.below]
    whole.kept = [w for w in whole.kept if not any(w in line.tied for line in inside.values())]
    after = tuple(_placed(person, lines, rules) for person in people)
    return after, tuple(line.done() for line in lines)


def _line(people: Sequence[YearPerson], group: str | None, rules: Rules) -> _Line | None:
    """The cap over some people by the rules most of them stand under; None where there is no cap."""
    rated = [person for person in people if person.before_cap is not None]
    known = [p.rule_set for p in rated if "cap_share" in rules[p.rule_set].choices]
    if not known:
        return None
    most = Counter(known).most_common()
    leading = min(name for name, count in most if count == most[0][1])
    own = rules[leading]
    share, base = Fraction(own.choice("cap_share").taken), own.choice("cap_base").taken
    eligible = len(rated) if base == "all_rated" else sum(_good(p, rules) for p in rated)
    return _Line(group, own, eligible, cap_limit(eligible, share, base), share, base)


def _good(person: YearPerson, rules: Rules) -> bool:
    codes = [grade.code for grade in rules[person.rule_set].grades]
    return person.before_cap in codes[:2]


def _at_the_top(people: Iterable[YearPerson], rules: Rules) -> list[YearPerson]:
    return [
        person
        for person in people
        if person.before_cap is not None
        and person.before_cap == rules[person.rule_set].grades[0].code
    ]


def _by_mean(people: Sequence[YearPerson]) -> list[list[YearPerson]]:
    """Those of one mean together, the highest first; who has no mean stands last."""
    places: dict[Fraction, list[YearPerson]] = defaultdict(list)
    for person in people:
        places[_mean(person)].append(person)
    return [places[mean] for mean in sorted(places, reverse=True)]


def _mean(person: YearPerson) -> Fraction:
    return Fraction(-1) if person.mean is None else person.mean.value


def _draw(line: _Line, places: list[list[YearPerson]], inside: Mapping[str, _Line]) -> None:
    """Everyone inside, across or below the line; at the office's line groups have spoken already."""
    used = 0
    if not inside:
        line.candidates = sum(len(place) for place in places)
    for place in places:
        ids = [person.officer.id for person in place]
        needed = _needed(place, inside)
        if used + needed <= line.limit:
            line.kept += ids
            if used + len(ids) > line.limit:  # a group's tie that stands across this line, too
                line.tied += [p.officer.id for p in place if _is_tied(p, inside)]
                line.free_for_tied = line.limit - used
        elif used >= line.limit:
            line.below += ids
        else:
            line.tied += ids
            line.free_for_tied = line.limit - used
        used = min(line.limit, used + needed)


def _needed(place: Sequence[YearPerson], inside: Mapping[str, _Line]) -> int:
    """How many of the office's places people of one mean take up."""
    shared: dict[str, int] = {}
    alone = 0
    for person in place:
        if _is_tied(person, inside) and person.group is not None:
            shared[person.group] = inside[person.group].free_for_tied
        else:
            alone += 1
    return alone + sum(shared.values())


def _is_tied(person: YearPerson, inside: Mapping[str, _Line]) -> bool:
    line = inside.get(person.group or "")
    return line is not None and person.officer.id in line.tied


def _placed(person: YearPerson, lines: Sequence[_Line], rules: Rules) -> YearPerson:
    who = person.officer.id
    below = [line for line in lines if who in line.below]
    tied = [line for line in lines if who in line.tied]
    if below:
        second = rules[person.rule_set].grades[1]
        told = tuple(_below(line, second.name) for line in below)
        return replace(person, grade=second.code, reasons=(*person.reasons, *told))
    if tied:
        told = tuple(_tied(line) for line in tied)
        return replace(person, grade=None, tied=True, reasons=(*person.reasons, *told))
    return person


def _scope(line: _Line) -> Text:
    if line.group is None:
        return Text("cả cơ quan", "the office as a whole")
    return Text(f"nhóm “{line.group}”", f"the group “{line.group}”")


def _below(line: _Line, second: str) -> Reason:
    where = _scope(line)
    cap = line.done()
    text = Text(
        f"đề xuất {second} vì {where.vi} chỉ được {line.limit} người ở mức cao nhất "
        f"({shown(line.share * 100)} %, {line.eligible} người để tính), điểm bình quân đứng sau",
        f"proposed the second class: {where.en} may have {line.limit} in the highest "
        f"({shown(line.share * 100, 'en')} % over {line.eligible} people), and this mean comes after",
    )
    return Reason(text, cap.bases)


def _tied(line: _Line) -> Reason:
    where = _scope(line)
    text = Text(
        f"bằng điểm ở ranh giới tỷ lệ của {where.vi}: còn {line.free_for_tied} chỗ cho "
        f"{len(line.tied)} người, cấp có thẩm quyền chọn",
        f"tied at the cap of {where.en}: {line.free_for_tied} places for {len(line.tied)} people, "
        "the authority chooses",
    )
    return Reason(text, line.done().bases)


def ranked(people: Iterable[YearPerson]) -> tuple[YearPerson, ...]:
    """Everyone with their places (1, 2, 2, 4) in the office, the unit and the group, best first.

    Who is not rated has no place and comes last. Equal means share a place, and stand in the order
    of their names there, whatever the order of the rows.
    """
    everyone = sorted(people, key=_order)
    office = _places(everyone, lambda _: "")
    unit = _places(everyone, lambda p: p.officer.unit)
    group = _places(everyone, lambda p: p.group)
    return tuple(
        replace(
            person,
            rank=office.get(person.officer.id),
            rank_in_unit=unit.get(person.officer.id),
            rank_in_group=group.get(person.officer.id),
        )
        for person in everyone
    )


def _is_ranked(person: YearPerson) -> bool:
    return person.not_rated is None and person.mean is not None


def _order(person: YearPerson) -> tuple[object, ...]:
    officer = person.officer
    mean = _mean(person) if _is_ranked(person) else Fraction(-1)
    return (-mean, sort_key(officer.name), officer.unit or "", officer.code or "", officer.id)


def _places(
    everyone: Sequence[YearPerson], scope: Callable[[YearPerson], str | None]
) -> dict[str, int]:
    """Person's id → 1 + how many of the same scope have a higher mean."""
    means: dict[str, list[Fraction]] = defaultdict(list)
    members = [(p, s) for p in everyone if _is_ranked(p) and (s := scope(p)) is not None]
    for person, name in members:
        means[name].append(_mean(person))
    ahead = {name: _higher(found) for name, found in means.items()}
    return {p.officer.id: 1 + ahead[name][_mean(p)] for p, name in members}


def _higher(means: Sequence[Fraction]) -> dict[Fraction, int]:
    counted = Counter(means)
    higher, so_far = {}, 0
    for mean in sorted(counted, reverse=True):
        higher[mean] = so_far
        so_far += counted[mean]
    return higher
