"""What records of villages need when people are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from cadre_cli.domain.values import Mention
from cadre_cli.domain.villages import VillageRecords


def villages_resolved(
    records: VillageRecords, resolve: Callable[[Mention], Mention]
) -> VillageRecords:
    """The records with every person looked up among the officers."""

    def all_of(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(resolve(mention) for mention in mentions)

    return replace(
        records,
        tasks=tuple(replace(each, who=all_of(each.who)) for each in records.tasks),
        households=tuple(replace(each, who=all_of(each.who)) for each in records.households),
        visits=tuple(
            replace(each, who=all_of(each.who), owed_by=all_of(each.owed_by))
            for each in records.visits
        ),
    )
