"""Who counts as scored by the level above, and whose marks count where a higher scorer left a gap."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.factories import MARCH, cell, common, leader_parts, mention, officer, row, submission

from cadre_cli.domain.marks import CommonMarks, Mark, PassedOver
from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Post
from cadre_cli.domain.records import Records
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.pipeline.joining import join
from cadre_cli.pipeline.scored_here import with_scored_here

AN = "Nguyễn Văn An"
CHAIRMAN = officer(AN, post=Post.HEAD_OF_OFFICE, rated_above=True)


@pytest.mark.parametrize(
    ("changes", "above"),
    [
        ({"common": ()}, True),
        ({"common": (common(who=AN, scorer=0),)}, True),
        ({"common": (common(who=AN),), "tasks": ()}, True),
        ({"common": (common(who=AN),)}, False),
        ({"common": (), "leader_parts": (leader_parts(dd=UNKNOWN, e=None, who=AN),)}, False),
    ],
)
def test_with_tasks_and_marks_of_a_superior_the_chairman_is_scored_here(
    changes: dict[str, object], above: bool
) -> None:
    found = with_scored_here(submission(officers=(CHAIRMAN,), **changes))
    assert [each.rated_above for each in found.officers] == [above]


PEOPLE = tuple(officer(name, at=row(4 + n)) for n, name in enumerate("ABCDE"))


def _row(name: str, line: int, head: int | None, chairman: int | None) -> CommonMarks:
    given = ((5, head, "Trưởng phòng chấm"), (6, chairman, "Chủ tịch chấm"))
    marks = (
        Mark(
            "total",
            None if points is None else Decimal(points),
            cell(column, line),
            column - 4,
            None,
            by,
        )
        for column, points, by in given
    )
    return CommonMarks(mention(name), row(line, "Chấm điểm", ("name",)), tuple(marks))


def _gaps(*rows: CommonMarks) -> list[PassedOver | None]:
    found, _ = join(Records(officers=PEOPLE, common=rows), Office(), MARCH, ())
    return [each.passed_over for each in found.common]


def test_a_blank_of_the_highest_scorer_among_marks_of_his_is_told() -> None:
    """A clerk who lost one cell of the chairman's column would never know whose mark counts."""
    told = PassedOver(cell(6, 5), "Chủ tịch chấm", "Trưởng phòng chấm")
    assert _gaps(_row("A", 4, 27, 26), _row("B", 5, 27, None)) == [None, told]


def test_a_scorer_who_marked_few_of_the_peers_or_only_leaders_leaves_no_gap() -> None:
    few = [_row(name, 4 + n, 27, None if n else 26) for n, name in enumerate("ABCDE")]
    assert _gaps(*few) == [None] * 5
    leader = replace(PEOPLE[0], post=Post.HEAD_OF_UNIT)
    records = Records(officers=(leader, *PEOPLE[1:3]), common=tuple(few[:3]))
    found, _ = join(records, Office(), MARCH, ())
    assert [each.passed_over for each in found.common] == [None] * 3
