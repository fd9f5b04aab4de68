"""The sheet "Lý do": every reason of everyone's class, with the passage it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.report import Block, Cell, Column, Look, Row, Section, Shows, Table
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import MonthState, YearPerson
from cadre_cli.reports.cited import all_cited
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.reports.year.given import REASONS, YearGiven
from cadre_cli.reports.year.words import grade_words

NAME = Text("Lý do", "Reasons")
_TITLE = Text("LÝ DO CỦA TỪNG MỨC XẾP LOẠI", "WHY EACH CLASS IS WHAT IT IS")
_GRID = (6.0, 16.0, 84.0, 58.0)


def reasons(given: YearGiven) -> Section:
    """People in the order of rank, each with their months that do not count and their reasons."""
    lang = given.lang
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("what", Text("Về", "About").of(lang)),
        Column("reason", Text("Nội dung", "Content").of(lang)),
        Column("passage", Text("Căn cứ", "Basis").of(lang)),
    )
    rows = tuple(row for person in given.ranking.people for row in _person(person, lang))
    table = Table(columns, rows, pinned=True)
    blocks: tuple[Block, ...] = (*plain_title(_TITLE.of(lang), given.outcome, lang), table)
    return Section(REASONS, NAME.of(lang), WORKING_PAGE, _GRID, blocks)


def _person(person: YearPerson, lang: str) -> Iterator[Row]:
    who = person.officer
    told = " – ".join(part for part in (who.name, who.unit, grade_words(person, lang)) if part)
    yield Row(f"who:{who.id}", (told,), Look.GROUP)
    class_words = Text("xếp loại", "class").of(lang)
    lines: list[tuple[Cell, ...]] = [
        (class_words, reason.text.of(lang), all_cited(reason.basis, lang) or None)
        for reason in person.reasons
    ]
    for month in person.months:
        if month.state is not MonthState.COUNTED and month.why is not None:
            name = Text(f"tháng {month.number}", f"month {month.number}").of(lang)
            lines.append((name, month.why.of(lang), None))
    for n, line in enumerate(lines, 1):
        yield Row(f"reason:{who.id}:{n}", (n, *line))
