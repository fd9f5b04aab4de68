"""What every table of people tells besides its own matter: what happened to each of them."""

from __future__ import annotations

from cadre_cli.domain.periods import Period
from cadre_cli.domain.records import Event, EventKind, Mention
from cadre_cli.sheets.happenings import event_in_column, event_in_note
from cadre_cli.sheets.reading import RowReader

_COLUMNS = (("discipline", EventKind.DISCIPLINE), ("leave", EventKind.LEAVE))


def person_of(reader: RowReader) -> Mention | None:
    """Whose row it is, with unit and code to tell homonyms apart."""
    return reader.mention("name", unit="unit", code="code")


def happenings_of(reader: RowReader, who: Mention, period: Period | None) -> tuple[Event, ...]:
    """Leave, discipline and transfer from their columns or from the note (contract 9.9).

    A note that repeats what a column says makes no second event.
    """
    events = [
        event_in_column(kind, reader.text(field), who, reader.at.cell(field), period)
        for field, kind in _COLUMNS
    ]
    events.append(event_in_note(reader.text("note"), who, reader.at.cell("note"), period))
    told: dict[EventKind, Event] = {}
    for event in events:
        if event is not None:
            told.setdefault(event.kind, event)
    return tuple(told.values())
