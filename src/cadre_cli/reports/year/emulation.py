"""The sheets "Thi đua" and "Tập thể": titles proposed or asked about, each condition with its passage."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.report import (
    Block,
    Cell,
    Column,
    Line,
    Look,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Collective, Title, YearPerson
from cadre_cli.reports.cited import all_cited, decimals_of, kind_name
from cadre_cli.reports.formulas import counted
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.year.given import COLLECTIVES, TITLES, YearGiven
from cadre_cli.reports.year.spans import unit_down
from cadre_cli.reports.year.words import grade_words

TITLES_NAME = Text("Thi đua", "Titles")
COLLECTIVES_NAME = Text("Tập thể", "Collectives")
_TITLES = Text("ĐỀ NGHỊ DANH HIỆU THI ĐUA, KHEN THƯỞNG", "EMULATION TITLES PROPOSED")
_COLLECTIVES = Text("TỔNG HỢP THEO ĐƠN VỊ VÀ DANH HIỆU TẬP THỂ", "UNITS AND TITLES OF COLLECTIVES")
_AFTER = Text(
    "Xét thi đua sau khi xếp loại. Ô “xét” là chỗ luật giao cho người xét hoặc chương trình chưa tìm "
    "thấy câu chữ: cơ quan quyết định, không tự đề nghị.",
    "Emulation is reviewed after classification. “to ask” is left to people, or its text was not "
    "found: the office decides.",
)
_CONDITIONS = Text("ĐIỀU KIỆN VÀ CĂN CỨ", "CONDITIONS AND PASSAGES")
_YES = Text("đề nghị", "proposed")
_ASK = Text("xét", "to ask")
_NO = Text("không", "no")
_TITLES_GRID = (6.0, 22.0, 26.0, 14.0, 12.0, 16.0, 16.0, 16.0, 46.0)
_UNITS_GRID = (6.0, 30.0, 10.0, 9.0, 9.0, 9.0, 9.0, 12.0, 16.0, 18.0, 46.0)
_OPINION = Text("Ý kiến của Hội đồng thi đua", "Opinion of the council")
_REMARK = Text("Ghi chú", "Notes")
BY_HAND = (_OPINION, _REMARK)
"""Headings of columns that are left blank, for people to write in."""
_PERSONAL = ("LDTT", "CSTDCS", "GK")


def titles(given: YearGiven) -> Section:
    """Everyone with a title proposed or to be asked about, then what each rests on."""
    lang = given.lang
    people = [person for person in given.ranking.people if person.titles]
    rows = tuple(_person(n, person, lang) for n, person in enumerate(people, 1))
    blocks: list[Block] = [*plain_title(_TITLES.of(lang), given.outcome, lang, _AFTER.of(lang))]
    if rows:
        blocks += [
            Table(_title_columns(lang), rows, pinned=True, pinned_columns=2),
            Line("", size=8),
            Line(_CONDITIONS.of(lang), bold=True, size=12),
            Table(_condition_columns(lang), tuple(_conditions(people, lang))),
        ]
    else:
        blocks.append(note(Text("Không có ai được đề nghị.", "Nobody is proposed.").of(lang)))
    return Section(TITLES, TITLES_NAME.of(lang), WORKING_PAGE, _TITLES_GRID, tuple(blocks))


def _title_columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("name", words("Họ và tên", "Name")),
        Column("unit", words("Đơn vị", "Unit")),
        Column("kind", words("Đối tượng", "Kind"), Shows.CENTRED),
        Column("grade", words("Xếp loại", "Class"), Shows.CENTRED),
        Column("LDTT", words("Lao động tiên tiến", "Advanced worker"), Shows.CENTRED),
        Column("CSTDCS", words("Chiến sĩ thi đua cơ sở", "Fighter at the base"), Shows.CENTRED),
        Column("GK", words("Giấy khen", "Certificate"), Shows.CENTRED),
        Column("note", _OPINION.of(lang)),
    )


def _person(count: int, person: YearPerson, lang: str) -> Row:
    found = {title.code: title for title in person.titles}
    cells: tuple[Cell, ...] = (
        count,
        person.officer.name,
        person.officer.unit,
        kind_name(person.officer.kind).of(lang),
        grade_words(person, lang),
        *(_verdict(found.get(code), lang) for code in _PERSONAL),
        None,
    )
    return Row(f"title:{person.officer.id}", cells)


def _verdict(title: Title | None, lang: str) -> str | None:
    if title is None:
        return None
    return {True: _YES, None: _ASK, False: _NO}[title.proposed].of(lang)


def _condition_columns(lang: str) -> tuple[Column, ...]:
    return (
        Column("title", Text("Danh hiệu", "Title").of(lang), span=2),
        Column("condition", Text("Điều kiện", "Condition").of(lang), span=4),
        Column("passage", Text("Căn cứ", "Basis").of(lang), span=3),
    )


def _conditions(people: list[YearPerson], lang: str) -> Iterator[Row]:
    """Each condition of each title once; the class itself stands in the table above."""
    told: dict[tuple[str, str, str], None] = {}
    for person in people:
        for title in person.titles:
            for reason in title.reasons[1:] if title.code == "LDTT" else title.reasons:
                cited = all_cited(reason.basis, lang)
                told.setdefault((title.name, reason.text.of(lang), cited))
    for n, line in enumerate(told):
        yield Row(f"condition:{n}", line)


def collectives(given: YearGiven) -> Section:
    """The office and its units: people by class, the unit's own class, titles with their conditions."""
    lang = given.lang
    rows = tuple(_collective(n, each, given) for n, each in enumerate(given.ranking.collectives))
    lines = tuple(_collective_conditions(given))
    blocks: list[Block] = [
        *plain_title(_COLLECTIVES.of(lang), given.outcome, lang, _AFTER.of(lang)),
        Table(_unit_columns(given), rows),
        Line("", size=8),
    ]
    if lines:
        blocks += [
            Line(_CONDITIONS.of(lang), bold=True, size=12),
            Table(_unit_condition_columns(lang), lines),
        ]
    return Section(
        COLLECTIVES, COLLECTIVES_NAME.of(lang), WORKING_PAGE, _UNITS_GRID, tuple(blocks),
        decimals_of(given.rules),
    )  # fmt: skip


def _unit_columns(given: YearGiven) -> tuple[Column, ...]:
    lang = given.lang
    return (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("unit", Text("Đơn vị", "Unit").of(lang)),
        Column("people", Text("Được xếp loại", "Rated").of(lang), Shows.WHOLE),
        *(Column(code, code, Shows.WHOLE) for code in given.grades),
        Column("class", Text("Xếp loại của tập thể", "Class").of(lang), Shows.CENTRED),
        Column("TTLDXS", Text("Tập thể lao động xuất sắc", "Excellent").of(lang), Shows.CENTRED),
        Column("TTLDTT", Text("Tập thể lao động tiên tiến", "Advanced").of(lang), Shows.CENTRED),
        Column("note", _REMARK.of(lang)),
    )


def _collective(count: int, each: Collective, given: YearGiven) -> Row:
    lang = given.lang
    found = {title.code: title for title in each.titles}
    cells: tuple[Cell, ...] = (
        count or None,
        _unit_name(each, lang),
        each.people,
        *(_class_count(each, code, given) for code in given.grades),
        each.grade or Text("chưa có", "none").of(lang),
        _verdict(found.get("TTLDXS"), lang),
        _verdict(found.get("TTLDTT"), lang),
        None,
    )
    look = Look.SUBTOTAL if each.unit is None else Look.DATA
    return Row(f"collective:{count}", cells, look)


def _unit_name(each: Collective, lang: str) -> str:
    return each.unit or Text("Cả cơ quan", "The office").of(lang)


def _class_count(each: Collective, code: str, given: YearGiven) -> Cell:
    """How many of the unit stand in a class: counted in its rows of the year's table."""
    down = unit_down(given, each.unit, "grade")
    people = [p for p in given.ranking.people if each.unit is None or p.officer.unit == each.unit]
    if down is None:
        return each.classes.get(code, 0)
    return counted([grade_words(p, given.lang) for p in people], code, down)


def _unit_condition_columns(lang: str) -> tuple[Column, ...]:
    return (
        Column("unit", Text("Đơn vị", "Unit").of(lang), span=2),
        Column("title", Text("Danh hiệu", "Title").of(lang), span=3),
        Column("condition", Text("Điều kiện", "Condition").of(lang), span=4),
        Column("passage", Text("Căn cứ", "Basis").of(lang), span=2),
    )


def _collective_conditions(given: YearGiven) -> Iterator[Row]:
    lang = given.lang
    for n, each in enumerate(given.ranking.collectives):
        for title in each.titles:
            for m, reason in enumerate(title.reasons):
                cells = (
                    _unit_name(each, lang),
                    title.name,
                    reason.text.of(lang),
                    all_cited(reason.basis, lang),
                )
                yield Row(f"because:{n}:{title.code}:{m}", cells)
