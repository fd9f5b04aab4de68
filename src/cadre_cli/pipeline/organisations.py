"""Which row of a table of organisations is the office itself, and which a unit of it."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.domain.office import Office
from cadre_cli.domain.records import Records
from cadre_cli.domain.stated import OrganisationRecord
from cadre_cli.vietnamese.text import fold, key

_WHOLE = ("ubnd xa", "uy ban nhan dan xa", "ubnd phuong", "uy ban nhan dan phuong")


def organisations_of(records: Records, office: Office) -> tuple[OrganisationRecord, ...]:
    """Every organisation on record, the office itself without a unit."""
    return tuple(
        replace(each, unit=None if _is_office(each.name, office) else each.name)
        for each in records.organisations
    )


def _is_office(name: str, office: Office) -> bool:
    """Whether the row is about the office as a whole, by its own name or as "UBND xã" alone."""
    if office.name is not None and key(name) == key(office.name):
        return True
    return fold(name) in _WHOLE or fold(name) in ("co quan", "toan co quan")
