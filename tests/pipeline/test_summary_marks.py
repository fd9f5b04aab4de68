"""Marks that a summary repeats give way to those of a sheet of their own."""

from decimal import Decimal

from tests.factories import MARCH, mention, officer, row

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.pipeline.joining import join

FIELDS = ("name", "common_total")


def marks(
    name: str, line: int, points: int | None, *, summary: bool, scorer: int = 1
) -> CommonMarks:
    sheet = "Tổng hợp" if summary else "Tiêu chí chung"
    at = row(line, sheet, FIELDS)
    value = None if points is None else Decimal(points)
    mark = Mark("total", value, CellRef(at.file, sheet, line, 2), scorer)
    return CommonMarks(mention(name), at, (mark,), from_summary=summary)


def test_a_summary_counts_only_for_people_marked_nowhere_else() -> None:
    an = marks("Nguyễn Văn An", 5, 27, summary=False)
    an_again = marks("Nguyễn Văn An", 5, 28, summary=True)
    binh_blank = marks("Trần Thị Bình", 6, None, summary=False)
    binh = marks("Trần Thị Bình", 6, 25, summary=True)
    records = Records(
        officers=(officer("Nguyễn Văn An"), officer("Trần Thị Bình", at=row(6))),
        common=(an, an_again, binh_blank, binh),
    )
    submission, _ = join(records, Office(), MARCH, ())
    kept = [(entry.at, entry.marks, entry.from_summary) for entry in submission.common]
    assert kept == [(entry.at, entry.marks, entry.from_summary) for entry in (an, binh_blank, binh)]


def test_a_persons_own_points_leave_a_summary_its_say() -> None:
    own = marks("Nguyễn Văn An", 5, 27, summary=False, scorer=0)
    said = marks("Nguyễn Văn An", 5, 26, summary=True)
    records = Records(officers=(officer("Nguyễn Văn An"),), common=(own, said))
    submission, _ = join(records, Office(), MARCH, ())
    assert [entry.marks for entry in submission.common] == [own.marks, said.marks]
