"""Whether somebody was in the office in a period, by what is on record of coming and going."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.periods import Period

COMES = frozenset({EventKind.JOINED, EventKind.TRANSFER_IN})
GOES = frozenset({EventKind.LEFT, EventKind.TRANSFER_OUT})


def absence(events: Iterable[Event], period: Period) -> Event | None:
    """What shows that a person was not in the office on any working day of the period.

    The last going that nothing undid and whose own last day (of a secondment) is not over, or a first
    coming that was still ahead; days that nobody wrote show nothing.
    """
    known = [
        (event.first_day, event)
        for event in events
        if event.kind in COMES | GOES and isinstance(event.first_day, date)
    ]
    moves = sorted(known, key=lambda move: move[0])
    before = [move for move in moves if move[0] <= period.last_working_day]
    if before:
        day, last = before[-1]
        back = isinstance(last.last_day, date) and last.last_day < period.first_working_day
        gone = last.kind in GOES and day <= period.first_working_day and not back
        return last if gone else None
    return moves[0][1] if moves and moves[0][1].kind in COMES else None
