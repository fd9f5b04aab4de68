"""Whether a table whose title leaves the period blank holds real work, or is only a form."""

from __future__ import annotations

import re

from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.headings import is_numbering
from cadre_cli.sheets.table import Row, Table
from cadre_cli.sheets.titles import is_named_form
from cadre_cli.vietnamese.text import fold, one_line

_WHO = ("name", "owner", "owner_unit")
_DESCRIBING = frozenset(
    [
        "ordinal", "family", *_WHO, "code", "unit", "position", "kind", "leader", "group", "note",
        "number", "category", "coefficient", "criterion", "max_points", "other",
    ]
)  # fmt: skip
"""What a form may have printed beside the names: it is no work and no result."""
_LISTS = frozenset(["roster", "catalogue", "stated"])
"""Lists, whose rows are what they are for; those of a summary wait for their results."""
_EXAMPLE = re.compile(r"vi du\b|vd\b")
_INVENTED = re.compile(r"(?:.*\s)?[A-DN-PX-Z]$|.*(?:\.{2,}|…)")
"""The name in an example: "Nguyễn Văn A", "Trần Thị …"."""


def is_filled(table: Table) -> bool:
    """Whether at least one row says of a real person what they do or were given.

    Neither a sheet that is called a form ("Mẫu giao việc") nor a row called an example does.
    Columns that are shifted (B08) or of which some are missing (B05) are not to be passed over:
    that is for the finding to say.
    """
    if is_named_form(table.grid.sheet):
        return False
    if any(finding.code in ("B05", "B08") for finding in table.findings):
        return bool(table.rows or table.left_out)
    return any(_is_filled(table, row) for row in table.rows)


def _is_filled(table: Table, row: Row) -> bool:
    if any(
        _EXAMPLE.match(fold(as_text(cell) or "")) for cell in table.grid.rows[row.number].values()
    ):
        return False
    who = next((name for name in _WHO if name in table.places), None)
    if table.kind == "catalogue":
        return True
    if who is None:
        known = table.subject.person is not None or bool(row.group)
    else:
        name = as_text(table.cell(row.number, who))
        known = name is not None and _INVENTED.fullmatch(one_line(name)) is None
    return known and (table.kind in _LISTS or _says_more(table, row))


def _says_more(table: Table, row: Row) -> bool:
    """Whether something was typed in that is no description: a printed 0 or a formula is nothing."""
    for column in table.columns:
        cell = table.grid.cell(row.number, column.column)
        describes = column.field in _DESCRIBING or is_numbering(column.heading)
        if cell is None or cell.formula is not None or describes:
            continue
        if cell.value != 0 and any(map(str.isalnum, as_text(cell) or "")):
            return True
    return False
