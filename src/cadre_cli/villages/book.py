"""The villages of one submission, this period beside the earlier ones of the same run."""

from __future__ import annotations

from cadre_cli.domain.records import Submission
from cadre_cli.domain.villages import InCharge, VillageBook
from cadre_cli.vietnamese.villages import each_once, villages_in


def book_of(submission: Submission, weekday: int, counted: str | None = None) -> VillageBook:
    """Everything that is on record about the office's villages up to this period."""
    named = [officer.village for officer in submission.officers]
    for records in (*(each.villages for each in submission.earlier), submission.villages):
        named += [each.village for each in records.tasks]
        named += [each.village for each in records.criteria]
        named += [each.village for each in records.contributions]
        named += [each.village for each in records.households]
    listed = (village for words in named if words for village in villages_in(words))
    return VillageBook(
        submission.villages,
        tuple((each.period, each.villages) for each in submission.earlier if each.villages),
        each_once(listed),
        weekday,
        submission.day,
        tuple(
            InCharge(officer.id, officer.name, villages_in(officer.village))
            for officer in submission.officers
            if officer.village
        ),
        counted,
    )
