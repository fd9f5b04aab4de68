"""What was heard in the villages and promised there: what is still open, since when, owed by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cadre_cli.domain.values import Mention
from cadre_cli.domain.villages import VillageBook, Visit
from cadre_cli.vietnamese.text import key
from cadre_cli.vietnamese.villages import village_key


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A matter of which no log says that it is settled; days are counted to the day asked for.

    `overdue` is None while the day promised has not passed, or when no day was promised.
    """

    visit: Visit
    age: int | None
    overdue: int | None

    @property
    def matter(self) -> str:
        """What was promised, else what was heard."""
        return self.visit.promised or self.visit.heard or ""

    @property
    def owed_by(self) -> tuple[Mention, ...]:
        """Who owes it; those who went and promised, where nobody else is named."""
        return self.visit.owed_by or self.visit.who


def open_promises(book: VillageBook, until: date) -> tuple[OpenPromise, ...]:
    """Open matters of this and earlier periods, the longest overdue first.

    A log that carries a matter on repeats its row: the latest row tells whether it is settled.
    """
    latest: dict[tuple[str, object, str], Visit] = {}
    for visit in _matters(book):
        place = (
            village_key(visit.village or ""),
            visit.day,
            key(visit.promised or visit.heard or ""),
        )
        latest[place] = visit
    found = [_aged(visit, until) for visit in latest.values() if not _settled(visit, until)]
    return tuple(sorted(found, key=lambda one: (-(one.overdue or 0), -(one.age or 0), one.matter)))


def _matters(book: VillageBook) -> Iterator[Visit]:
    for records in (*(records for _, records in book.earlier), book.now):
        yield from (visit for visit in records.visits if visit.promised or visit.heard)


def _settled(visit: Visit, until: date) -> bool:
    if isinstance(visit.done_on, date):
        return visit.done_on <= until
    return visit.done is True


def _aged(visit: Visit, until: date) -> OpenPromise:
    age = (until - visit.day).days if isinstance(visit.day, date) else None
    late = (until - visit.due).days if isinstance(visit.due, date) else 0
    return OpenPromise(visit, age, late if late > 0 else None)
