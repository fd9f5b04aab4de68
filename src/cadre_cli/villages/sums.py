"""Contributions added up: one sum for each unit, units never mixed, unknown amounts never counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.periods import Period
from cadre_cli.domain.villages import Contribution, Giving, VillageBook
from cadre_cli.vietnamese.villages import each_once, village_key

_ORDER = tuple(Giving)


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """A column of sums: a kind of giving in one unit."""

    place: int
    unit: str

    @property
    def giving(self) -> Giving:
        """What was given."""
        return _ORDER[self.place]

    @classmethod
    def of(cls, gift: Contribution) -> Measure | None:
        """The column a gift belongs to; None when its unit or amount is unknown."""
        if gift.unit is None or not isinstance(gift.amount, Decimal):
            return None
        return cls(_ORDER.index(gift.giving), gift.unit)


def measures(gifts: Iterable[Contribution]) -> tuple[Measure, ...]:
    """Every column that the gifts need: money first, then land, work, trees, structures, the rest."""
    found = {measure for gift in gifts if (measure := Measure.of(gift)) is not None}
    return tuple(sorted(found))


def added(gifts: Iterable[Contribution]) -> Mapping[Measure, Decimal]:
    """The sum of each measure; a measure that nobody gave has none."""
    sums: dict[Measure, Decimal] = {}
    for gift in gifts:
        measure = Measure.of(gift)
        if measure is not None and isinstance(gift.amount, Decimal):
            sums[measure] = sums.get(measure, Decimal(0)) + gift.amount
    return sums


def by_village(
    gifts: tuple[Contribution, ...],
) -> tuple[tuple[str | None, Mapping[Measure, Decimal]], ...]:
    """The sums of each village; what names no village last, under None."""
    villages = each_once(gift.village for gift in gifts if gift.village is not None)
    found: list[tuple[str | None, Mapping[Measure, Decimal]]] = [
        (
            village,
            added(g for g in gifts if g.village and village_key(g.village) == village_key(village)),
        )
        for village in villages
    ]
    nowhere = added(gift for gift in gifts if gift.village is None)
    return (*found, *(((None, nowhere),) if nowhere else ()))


def of_the_year(
    book: VillageBook, period: Period
) -> tuple[tuple[Period, tuple[Contribution, ...]], ...]:
    """The gifts of each period of the year at hand, up to this one."""
    earlier = [(p, r.contributions) for p, r in book.earlier if p.year == period.year]
    found = [*earlier, (period, book.now.contributions)]
    return tuple((each, gifts) for each, gifts in found if gifts)
