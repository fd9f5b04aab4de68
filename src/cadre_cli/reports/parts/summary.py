"""The sheet "Tổng hợp": one row a person by unit, classes counted, room to sign.

The parts stand apart from each other and from the total, and the class by points apart from the
class proposed, so that nobody is moved from one to the other in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.officers import Kind, Officer
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import (
    Binary,
    Block,
    Cell,
    Column,
    Computed,
    Down,
    Formula,
    Line,
    Look,
    Operator,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Step
from cadre_cli.reports.cited import (
    INCOMPLETE,
    NOT_CLASSIFIED,
    assumptions,
    counted_for_nobody,
    decimals_of,
    grade_names,
    grade_shown,
    kind_name,
    lacking_of,
    not_rated_name,
    own_reasons,
)
from cadre_cli.reports.formulas import counted, number, shown_step, summed
from cadre_cli.reports.keys import SUMMARY, person_row, subtotal_cell, summary_cell
from cadre_cli.reports.lines import lines_of
from cadre_cli.reports.page import letterhead, note, page_of, period_words, signatures, title
from cadre_cli.reports.units import by_unit
from cadre_cli.rules.schema import RuleSet

NAME = Text("Tổng hợp", "Summary")
_TITLE = Text(
    "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI {kinds}", "SUMMARY OF ASSESSMENT AND CLASSES: {kinds}"
)
_PERIOD = Text("(Kỳ đánh giá: {period})", "(Period: {period})")
_RESULT = Text("Kết quả thực hiện nhiệm vụ", "Result of the tasks")
_CLASS = Text("Xếp loại", "Class")
_PARTS = ("a", "b", "c", "d", "dd", "e")
_GRID = (4.5, 18.0, 16.5, 7.5, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 7.5, 7.5, 14.5, 14.5, 25.0)


def summary(
    outcome: Outcome, rules: Mapping[str, RuleSet], lang: str, *, with_details: bool = True
) -> Section:
    """Everybody's result in one period, ready to be signed.

    `with_details` tells whether the sheet of details stands in the same workbook, whose sums the
    shares are then formulas of; without it they are numbers.
    """
    names = grade_names(rules)
    people = tuple(_rows(outcome, names, lang, with_details))
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(
            _TITLE.of(lang).format(kinds=_kinds(outcome, lang)),
            _PERIOD.of(lang).format(period=period_words(outcome.period, lang)),
        ),
        Table(columns(lang), people, numbered=True, pinned=True, pinned_columns=2, continued=True),
        Line("", size=8),
        _counts(people, outcome, names, lang),
        Line("", size=6),
        *(note(words) for words in _notes(outcome, rules, lang, with_details)),
        signatures(outcome.office, lang),
    )
    return Section(
        SUMMARY, NAME.of(lang), page_of(outcome.office), _GRID, blocks, decimals_of(rules)
    )


def _kinds(outcome: Outcome, lang: str) -> str:
    present = {result.officer.kind for result in outcome.results} or {Kind.CONG_CHUC}
    return ", ".join(kind_name(kind).of(lang).upper() for kind in Kind if kind in present)


def columns(lang: str) -> tuple[Column, ...]:
    """The columns with their headings, by which a result workbook is read back."""

    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    group, classes = _RESULT.of(lang), _CLASS.of(lang)
    letters = ("a", "b", "c", "d", "đ", "e")
    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("name", words("Họ và tên", "Name")),
        Column("position", words("Chức vụ", "Position")),
        Column("common", words("Tiêu chí chung", "Common criteria"), Shows.POINTS),
        *(
            Column(key, letter, Shows.SHARE, group=group)
            for key, letter in zip(_PARTS, letters, strict=True)
        ),
        Column("points", words("KQNV × 70", "Result × 70"), Shows.POINTS),
        Column("total", words("Tổng điểm", "Total"), Shows.POINTS),
        Column("by_points", words("Theo điểm", "By points"), Shows.CENTRED, group=classes),
        Column("grade", words("Đề nghị", "Proposed"), Shows.CENTRED, group=classes),
        Column("reason", words("Lý do, ghi chú", "Reason, notes")),
    )


def _rows(
    outcome: Outcome, names: Mapping[str, str], lang: str, with_details: bool
) -> Iterator[Row]:
    units = by_unit(outcome.results)
    number_in_list = 0
    for place, unit in enumerate(units):
        if len(units) > 1 or unit.name:
            yield Row(f"unit:{place}", (unit.title.of(lang),), Look.GROUP)
        for result in unit.results:
            number_in_list += 1
            yield _person(number_in_list, result, names, lang, with_details=with_details)


def _person(
    count: int,
    result: Classification,
    names: Mapping[str, str],
    lang: str,
    *,
    with_details: bool,
) -> Row:
    officer = result.officer
    above = result.not_rated is NotRated.RATED_ABOVE  # points given here are nobody's to use
    parts = {} if above else result.score.parts
    known = _known(officer, parts)
    shares: tuple[Cell, ...]
    if with_details:
        sums: dict[int, Formula] = {
            id(step): subtotal_cell(officer, column)
            for column, step in lines_of(result.score, ()).sums
        }
        shares = tuple(_shown(parts.get(key), sums) for key in _PARTS)
        common = _shown(parts.get("common"), {})
    else:
        shares = tuple(_number(parts.get(key)) for key in _PARTS)
        common = _number(parts.get("common"))
    by_points = result.grade_by_points
    return Row(
        person_row(officer),
        (
            count,
            officer.name,
            officer.position,
            common,
            *shares,
            _shown(parts.get("points"), known),
            _shown(result.score.root, known),
            None if by_points is None else names.get(by_points, by_points),
            grade_shown(result, names, lang),
            _why(result, lang),
        ),
    )


def _known(officer: Officer, parts: Mapping[str, Step]) -> dict[int, Formula]:
    keys = ("common", *_PARTS, "points")
    return {id(parts[key]): summary_cell(officer, key) for key in keys if key in parts}


def _shown(step: Step | None, known: Mapping[int, Formula]) -> Cell:
    """The cell of a step outside its own place: a step never stands for itself."""
    if step is None:
        return None
    return shown_step(step, {key: formula for key, formula in known.items() if key != id(step)})


def _number(step: Step | None) -> Cell:
    """The value of a step whose inputs stand in another workbook."""
    return None if step is None else step.value


def _why(result: Classification, lang: str) -> str:
    """Why the class is not that of the points, or what is lacking and where."""
    said = [lacking.what.of(lang) + _where(lacking.at) for lacking in lacking_of(result)]
    said += [reason.text.of(lang) for reason in own_reasons(result) if not reason.routine]
    if not said and result.not_rated is not None:
        said.append(not_rated_name(result.not_rated).of(lang))
    return "; ".join(dict.fromkeys(said))


def _where(at: CellRef | None) -> str:
    return "" if at is None else f" ({at})"


def _counts(
    people: tuple[Row, ...], outcome: Outcome, names: Mapping[str, str], lang: str
) -> Table:
    """How many people in each class, and their share of all; those without a class count too."""
    listed = [row for row in people if row.look is Look.DATA]
    grades = [row.cells[-2] for row in listed]
    classes = [*names.values(), INCOMPLETE.of(lang), NOT_CLASSIFIED.of(lang)]
    down = Down(SUMMARY, listed[0].key, listed[-1].key, "grade") if listed else None
    everybody = Ref(SUMMARY, "count:all", "people")
    rows: list[Row] = []
    for place, word in enumerate(classes):
        count: Cell = 0 if down is None else counted(grades, word, down)
        rows.append(_count_row(f"count:{place}", word, count, len(outcome.results), everybody))
    column = [row.cells[1] for row in rows]
    total = summed(column, Down(SUMMARY, rows[0].key, rows[-1].key, "people"))
    words = Text("Tổng số", "All").of(lang)
    last = _count_row("count:all", words, total, len(outcome.results), everybody)
    columns = (
        Column("class", Text("Kết quả xếp loại", "Class").of(lang), span=2),
        Column("people", Text("Số người", "People").of(lang), Shows.WHOLE),
        Column("share", Text("Tỷ lệ", "Share").of(lang), Shows.SHARE),
    )
    look = Row(last.key, last.cells, Look.TOTAL)
    return Table(columns, (*rows, look), start=1)


def _count_row(key: str, word: str, count: Cell, everybody: int, all_of: Ref) -> Row:
    share: Cell = None
    found = number(count)
    if everybody and found is not None:
        formula = Binary(Operator.DIVIDE, Ref(SUMMARY, key, "people"), all_of)
        share = Computed(Fraction(found, everybody), formula)
    return Row(key, (word, count, share))


def _notes(
    outcome: Outcome, rules: Mapping[str, RuleSet], lang: str, with_details: bool
) -> Iterator[str]:
    yield Text(
        f"Điểm hiển thị {decimals_of(rules)} chữ số thập phân; xếp loại theo điểm chưa làm tròn. "
        "Ô để trống là chưa có số liệu, không phải 0.",
        f"Points are shown with {decimals_of(rules)} decimals; classes follow the unrounded points. "
        "A blank cell is not known, it is not 0.",
    ).of(lang)
    nobodys = counted_for_nobody(outcome)
    if nobodys is not None:
        yield f"{nobodys.of(lang)}."
    errors = sum(finding.severity is Severity.ERROR for finding in outcome.findings)
    if errors:
        where = Text(", xem trang “Kiểm tra”", ", see the sheet “Checks”")
        told = where.of(lang) if with_details else ""
        words = Text(f"Còn {errors} lỗi cần xử lý", f"Errors that remain: {errors}")
        yield f"{words.of(lang)}{told}."
    assumed = len(assumptions(outcome))
    if assumed:
        yield Text(
            f"Kết quả dựa trên {assumed} điểm mà văn bản chưa nói rõ hoặc chưa đối chiếu được, "
            "xem trang “Căn cứ”.",
            f"Points the results rest on that the texts leave open or that were not compared: "
            f"{assumed}, see the sheet “Basis”.",
        ).of(lang)
