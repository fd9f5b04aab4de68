"""One sheet a person for the year: Phiếu xếp loại chất lượng, in the form of Mẫu số 02 (NĐ 335/2025).

The form has exactly twelve rows for months and their mean (Đ17.3). The classes are boxes to be
ticked by hand: the person's own and that of the authority are theirs to decide, so none is ticked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Kind
from cadre_cli.domain.report import (
    Align,
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Down,
    Function,
    Line,
    Look,
    Row,
    Section,
    Shows,
    SideBySide,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import kind_name
from cadre_cli.reports.page import (
    FORM_SIZE,
    SLIP_PAGE,
    by_hand,
    person_lines,
    state_head,
    title,
    two_signatures,
)

MONTHS = range(1, 13)
_GRID = (28.0, 13.0, 54.0)
_TITLE = Text("PHIẾU XẾP LOẠI CHẤT LƯỢNG {kind}", "CLASS OF THE YEAR: {kind}")
_YEAR = Text("Năm {year}", "Year {year}")
_SUMMARY = Text("I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ", "I. SUMMARY OF THE MONTHS")
_OWN = Text("II. CÁ NHÂN TỰ XẾP LOẠI", "II. CLASS BY THE PERSON")
_AUTHORITY = Text("III. CẤP CÓ THẨM QUYỀN XẾP LOẠI", "III. CLASS BY THE AUTHORITY")
_USE = Text("IV. ĐỀ XUẤT SỬ DỤNG KẾT QUẢ XẾP LOẠI", "IV. USE PROPOSED")
_BOX = "□"
"""A box of Times New Roman itself, so that every printer has it."""


@dataclass(frozen=True, slots=True)
class YearSlip:
    """What the slip of one person's year needs.

    `key` is the section's name for formulas, unlike any other of the report. `months` are the
    totals by month, None or absent where there is none: such a month stays blank. `notes` stand
    beside their month, `mean_note` beside the mean. `mean` is the exact mean of the year as it was
    computed elsewhere; it becomes a live AVERAGE where it is that of the months shown here.
    `grades` are the official names of the classes, from the highest; `form` cites the form.
    """

    key: str
    name: str
    year: int
    position: str | None = None
    unit: str | None = None
    kind: Kind = Kind.CONG_CHUC
    months: Mapping[int, Fraction | None] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    mean: Fraction | None = None
    mean_note: str = ""
    grades: tuple[str, ...] = ()
    form: str = ""


def year_slip(given: YearSlip, office: Office, lang: str = "vi", decimals: int = 2) -> Section:
    """The sheet of one person's year."""
    kind = kind_name(given.kind).of(lang).upper()
    blocks: tuple[Block, ...] = (
        *((Line(given.form, italic=True, align=Align.RIGHT),) if given.form else ()),
        state_head(office),
        *title(_TITLE.fill(kind=kind).of(lang), _YEAR.fill(year=str(given.year)).of(lang)),
        *person_lines(given.name, given.position, given.unit, lang),
        Line(_SUMMARY.of(lang), bold=True, size=FORM_SIZE),
        _months(given, lang),
        Line("", size=6),
        *_boxes(_OWN.of(lang), given.grades),
        *_boxes(_AUTHORITY.of(lang), given.grades),
        Line(_USE.of(lang), bold=True, size=FORM_SIZE),
        *by_hand(2),
        two_signatures(_signers(kind, lang), office.place, lang),
    )
    return Section(given.key, given.name, SLIP_PAGE, _GRID, blocks, decimals)


def _months(given: YearSlip, lang: str) -> Table:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    rows = [
        Row(f"month:{month}", (str(month), given.months.get(month), given.notes.get(month)))
        for month in MONTHS
    ]
    label = words("Tổng điểm trung bình cả năm", "Mean of the year")
    columns = (
        Column("month", words("Tháng", "Month"), Shows.CENTRED),
        Column("total", words("Tổng điểm theo dõi, đánh giá", "Total"), Shows.POINTS),
        Column("note", words("Ghi chú", "Note")),
    )
    rows.append(Row("mean", (label, _mean(given), given.mean_note or None), Look.TOTAL))
    return Table(columns, tuple(rows))


def _mean(given: YearSlip) -> Cell:
    """Live over the twelve cells; a blank month counts for nothing, as AVERAGE has it."""
    known = [total for month in MONTHS if (total := given.months.get(month)) is not None]
    if given.mean is None or not known or sum(known, Fraction(0)) / len(known) != given.mean:
        return given.mean
    down = Down(given.key, "month:1", "month:12", "total")
    return Computed(given.mean, Call(Function.AVERAGE, (down,)))


def _boxes(heading: str, grades: tuple[str, ...]) -> Iterator[Block]:
    """Four boxes, two beside each other, so that the form is one page."""
    yield Line(heading, bold=True, size=FORM_SIZE)
    half = (len(grades) + 1) // 2
    boxes = tuple(Line(f"{_BOX}  {grade}", size=FORM_SIZE) for grade in grades)
    if boxes:
        yield SideBySide((boxes[:half], boxes[half:]))


def _signers(kind: str, lang: str) -> tuple[str, str]:
    return (
        Text(f"{kind} TỰ XẾP LOẠI", f"CLASSIFIED BY: {kind}").of(lang),
        Text("CẤP CÓ THẨM QUYỀN XẾP LOẠI", "THE AUTHORITY THAT CLASSIFIES").of(lang),
    )
