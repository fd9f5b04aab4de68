"""One sheet a person: Phiếu theo dõi, đánh giá, in the form of Mẫu số 01 (NĐ 335/2025, Phụ lục II).

The form has a column for the person's own points; a column for the superior's stands beside it
where the office's workbook holds any. Evaluation sheets carry the State's head in Party bodies as
well: the decree covers them and its form prints it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.report import (
    Align,
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Down,
    Formula,
    Function,
    Line,
    Look,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import decimals_of, kind_name
from cadre_cli.reports.formulas import number, shown_step
from cadre_cli.reports.page import (
    FORM_SIZE,
    SLIP_PAGE,
    by_hand,
    person_lines,
    state_head,
    title,
    two_signatures,
)
from cadre_cli.rules.schema import Criterion, RuleSet

OWN, SUPERIOR = "own", "superior"
"""Columns of points: the person's own, the superior's."""
TOTAL = "total"
_SCORERS = (OWN, SUPERIOR)
_MARKS = Text("I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG", "I. COMMON CRITERIA")
_SUMMARY = Text("II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ {kind}", "II. SUMMARY: {kind}")
_TITLE = Text("PHIẾU THEO DÕI, ĐÁNH GIÁ {kind}", "FOLLOW-UP AND ASSESSMENT: {kind}")
_PERIOD = Text("(Kỳ theo dõi, đánh giá: {period})", "(Period: {period})")
_GRID = (5.0, 36.0, 20.0, 9.0, 11.0, 13.0)
_NO_MARKS = Text(
    "Trong bảng của cơ quan không có điểm từng tiêu chí của người này.",
    "The office's workbooks hold no marks by criterion for this person.",
)


_POINTS = {
    "common": Text("Điểm tiêu chí chung", "Common criteria"),
    "points": Text("Điểm tiêu chí kết quả thực hiện nhiệm vụ", "Result of the tasks"),
    "bonus": Text("Điểm cộng", "Bonus"),
    "penalty": Text("Điểm trừ", "Penalty"),
}
_SUM = Text("Tổng điểm theo dõi, đánh giá", "Total")
_BY_HAND = (
    Text("Ưu điểm", "Strengths"),
    Text("Hạn chế, khuyết điểm", "Shortcomings"),
    Text(
        "Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá",
        "Remarks of the authority that follows and assesses",
    ),
)
Values = Mapping[str, Decimal | None]
"""Points of one column by criterion."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of section I: its number and words on the form, its maximum, the row it adds up to.

    `criterion` is what marks call it.
    """

    criterion: str
    code: str
    text: str
    maximum: Decimal | None
    group: str | None = None


def slip(
    result: Classification, outcome: Outcome, rules: Mapping[str, RuleSet], lang: str
) -> Section:
    """The sheet of one person; `key_of` is its name for formulas."""
    officer = result.officer
    kind = kind_name(officer.kind).of(lang).upper()
    rule = rules.get(str(officer.kind))
    form = form_of(rule, "Mẫu số 01")
    key = key_of(result)
    marks = _marks(result, outcome)
    items = _items(rule, marks)
    columns, rows = _criteria(key, items, marks, lang)
    period = "" if outcome.period is None else outcome.period.title.of(lang)
    criteria: tuple[Block, ...] = (Table(columns, rows, numbered=True),)
    blocks: tuple[Block, ...] = (
        *((Line(form, italic=True, align=Align.RIGHT),) if form else ()),
        state_head(outcome.office),
        *title(_TITLE.fill(kind=kind).of(lang), _PERIOD.fill(period=period).of(lang)),
        *person_lines(officer.name, officer.position, officer.unit, lang),
        Line(_MARKS.of(lang), bold=True, size=FORM_SIZE),
        *(criteria if rows else (Line(_NO_MARKS.of(lang), italic=True),)),
        Line("", size=6),
        Line(_SUMMARY.fill(kind=kind).of(lang), bold=True, size=FORM_SIZE),
        *_summary(key, result, rows, lang),
        two_signatures(_signers(kind, lang), outcome.office.place, lang),
    )
    return Section(key, officer.name, SLIP_PAGE, _GRID, blocks, decimals_of(rules))


def key_of(result: Classification) -> str:
    """The section of a person's slip."""
    return f"slip:{result.officer.id}"


def form_of(rule: RuleSet | None, number_of_form: str) -> str:
    """Which official form a slip follows, where the rule set has forms at all."""
    basis = None if rule is None else rule.passages.get("forms")
    return "" if basis is None else f"{number_of_form}, {basis.document}"


def _signers(kind: str, lang: str) -> tuple[str, str]:
    return (
        Text(f"{kind} TỰ ĐÁNH GIÁ", f"SELF-ASSESSED: {kind}").of(lang),
        Text("CẤP CÓ THẨM QUYỀN THEO DÕI, ĐÁNH GIÁ", "THE AUTHORITY THAT FOLLOWS AND ASSESSES").of(
            lang
        ),
    )


def _marks(result: Classification, outcome: Outcome) -> Mapping[str, tuple[Mark, ...]]:
    """Own and superior's marks: of several superiors the highest who gave any (contract 9.7)."""
    found = [each for each in outcome.common if each.who.officer == result.officer.id]
    first_hand = [each for each in found if not each.from_summary] or found
    listed = tuple(mark for each in first_hand for mark in _all_of(each))
    above = {mark.scorer for mark in listed if mark.scorer > 0 and mark.points is not None}
    highest = max(above, default=None)
    own = tuple(mark for mark in listed if mark.scorer == 0)
    return {OWN: own, SUPERIOR: tuple(mark for mark in listed if mark.scorer == highest)}


def _all_of(found: CommonMarks) -> tuple[Mark, ...]:
    return found.table or found.marks


def _items(rule: RuleSet | None, marks: Mapping[str, tuple[Mark, ...]]) -> tuple[Item, ...]:
    """The rows of the official form; an office with criteria of its own has those."""
    given = [mark for scorer in _SCORERS for mark in marks[scorer]]
    criteria: Sequence[Criterion] = rule.criteria if rule is not None else ()
    known = {item.code for item in criteria}
    own = {mark.criterion: mark for mark in given if mark.criterion not in {*known, TOTAL}}
    if own and not any(mark.criterion in known for mark in given):
        return tuple(
            Item(mark.criterion, str(place), mark.criterion, mark.maximum)
            for place, mark in enumerate(own.values(), 1)
        )
    return tuple(
        Item(item.code, item.code, item.text, item.maximum, item.group) for item in criteria
    )


def _criteria(
    key: str, items: Sequence[Item], marks: Mapping[str, tuple[Mark, ...]], lang: str
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    scorers = _SCORERS if marks[SUPERIOR] else (OWN,)
    span = 1 if len(scorers) > 1 else 2
    columns = (
        Column("code", words("TT", "No."), Shows.CENTRED),
        Column("text", words("Tiêu chí chấm điểm", "Criterion"), span=2),
        Column("maximum", words("Điểm tối đa", "Maximum"), Shows.PLAIN),
        Column(OWN, words("Điểm do cá nhân tự chấm", "Own points"), Shows.PLAIN, span=span),
        Column(SUPERIOR, words("Điểm do cấp có thẩm quyền chấm", "Superior's"), Shows.PLAIN),
    )[: 3 + len(scorers)]
    if not items:
        return columns, ()
    values: dict[str, Values] = {scorer: _by_code(marks[scorer]) for scorer in scorers}
    values["maximum"] = {item.criterion: item.maximum for item in items}
    names = ("maximum", *scorers)
    cells = {name: _column((key, name), items, values[name]) for name in names}
    rows = [
        Row(
            item.code,
            (item.code.rpartition(".")[2], item.text, *(cells[name][item.code] for name in names)),
            Look.SUBTOTAL if _children(item, items) else Look.DATA,
        )
        for item in items
    ]
    total = words("Tổng cộng", "Total")
    rows.append(Row(TOTAL, (None, total, *(cells[name][TOTAL] for name in names)), Look.TOTAL))
    return columns, tuple(rows)


def _column(at: tuple[str, str], items: Sequence[Item], values: Values) -> dict[str, Cell]:
    """One column of section I: groups and the total are sums, and blank where a row of theirs is.

    Rows I, II and III are sums of their own rows, so that only they make up the total.
    """
    section, name = at
    cells: dict[str, Cell] = {}
    for item in items:
        children = _children(item, items)
        filled = [values.get(child.criterion) is not None for child in children]
        if not any(filled):
            cells[item.code] = values.get(item.criterion)
        elif all(filled):
            down = Down(section, children[0].code, children[-1].code, name)
            parts = [Fraction(values[child.criterion] or 0) for child in children]
            cells[item.code] = Computed(sum(parts, Fraction(0)), Call(Function.SUM, (down,)))
        else:
            cells[item.code] = None
    top = [item.code for item in items if item.group is None]
    numbers = [number(cells[code]) for code in top]
    known = [value for value in numbers if value is not None]
    if len(known) == len(numbers):
        refs = tuple(Ref(section, code, name) for code in top)
        cells[TOTAL] = Computed(sum(known, Fraction(0)), Call(Function.SUM, refs))
    else:
        alone = all(values.get(item.criterion) is None for item in items)
        cells[TOTAL] = values.get(TOTAL) if alone else None
    return cells


def _children(item: Item, items: Sequence[Item]) -> list[Item]:
    return [each for each in items if each.group == item.code]


def _by_code(marks: Sequence[Mark]) -> Values:
    """Points by criterion; what cannot be read, or stands there twice and differs, is unknown."""
    found: dict[str, Decimal | None] = {}
    for mark in marks:
        points = mark.points if isinstance(mark.points, Decimal) else None
        before = found.get(mark.criterion)
        unlike = before is not None and points is not None and points != before
        found[mark.criterion] = None if unlike else before if points is None else points
    return found


def _summary(key: str, result: Classification, rows: Sequence[Row], lang: str) -> Iterator[Block]:
    """Section II: the points, live over section I, and room for what is written by hand."""
    above = result.not_rated is NotRated.RATED_ABOVE  # points given here are nobody's to use
    parts = {} if above else result.score.parts
    cells: list[tuple[str, Text, Cell]] = []
    known: dict[int, Formula] = {}
    for name, words in _POINTS.items():
        step = parts.get(name)
        if step is None and name not in ("common", "points"):
            continue
        cell: Cell = None
        if step is not None:
            at = _same_total(key, rows, step.value) if name == "common" else None
            cell = step.value if at is None else Computed(step.value, at)
            known[id(step)] = Ref(key, name, "points")
        cells.append((name, words, cell))
    root = None if above else result.score.root
    cells.append(("sum", _SUM, None if root is None else shown_step(root, known)))
    columns = (
        Column("text", "", span=4),
        Column("points", "", Shows.POINTS),
    )
    listed = tuple(
        Row(name, (f"{place}. {words.of(lang)}", cell), Look.TOTAL if name == "sum" else Look.DATA)
        for place, (name, words, cell) in enumerate(cells, 1)
    )
    yield Table(columns, listed, bare=True)
    for place, words in enumerate(_BY_HAND, len(cells) + 1):
        yield Line(f"{place}. {words.of(lang)}:", size=FORM_SIZE, kept=True)
        yield from by_hand(2)


def _same_total(key: str, rows: Sequence[Row], value: Fraction) -> Formula | None:
    """The total of section I that the score counts: the superior's, where it is there."""
    total = next((row for row in rows if row.key == TOTAL), None)
    if total is None:
        return None
    names = ("code", "text", "maximum", *_SCORERS)
    cells = dict(zip(names, total.cells, strict=False))
    same = SUPERIOR in cells and number(cells[SUPERIOR]) == value
    return Ref(key, TOTAL, SUPERIOR) if same else None
