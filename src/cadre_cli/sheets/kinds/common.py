"""Marks for the common criteria: a row for each person, a column for each criterion and scorer."""

from __future__ import annotations

from cadre_cli.domain.texts import Text
from cadre_cli.sheets.criterion_columns import criterion_fields
from cadre_cli.sheets.leader_columns import leader_fields
from cadre_cli.sheets.other_columns import with_others
from cadre_cli.sheets.own_points import adjustment_fields
from cadre_cli.sheets.people_rows import read_people
from cadre_cli.sheets.person_columns import DESCRIBED, HAPPENED
from cadre_cli.sheets.stated_columns import stated_fields
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table

_EVALUATOR = FieldSpec("evaluator", ("Người chấm", "Người đánh giá", "Người chấm điểm"))


def parse(table: Table) -> Parsed:
    """Everyone's marks, and where the sheet has them the parts of leaders, events, stated totals."""
    return read_people(table, "common")


KIND = SheetKind(
    name="common",
    shown=Text("điểm tiêu chí chung", "common criteria"),
    fields=with_others(
        (
            *DESCRIBED,
            *criterion_fields(telling=True),
            *leader_fields(telling=False),
            *adjustment_fields(),
            *stated_fields(telling=False),
            _EVALUATOR,
            *HAPPENED,
        )
    ),
    parse=parse,
    titles=("tiêu chí chung", "chấm điểm", "điểm chung", "phiếu theo dõi, đánh giá", "30 điểm"),
)
