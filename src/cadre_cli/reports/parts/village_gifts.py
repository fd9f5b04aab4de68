"""The sheet "Đóng góp": what each village gave, a column for each unit, by village and by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.report import (
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
    Table,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.values import UNKNOWN
from cadre_cli.domain.villages import Contribution, Giving
from cadre_cli.reports.page import letterhead, note, page_of, period_words, signatures, title
from cadre_cli.reports.sources import cell_words, main_file
from cadre_cli.villages.sums import Measure, added, by_village, measures, of_the_year

GIFTS = "contributions"
NAME = Text("Đóng góp", "Contributions")
_TITLE = Text("NHÂN DÂN CÁC THÔN ĐÓNG GÓP", "CONTRIBUTIONS OF THE VILLAGES")
_BY_MONTH = Text(
    "LŨY KẾ TỪ ĐẦU NĂM (các kỳ có trong lần chạy này)", "THE YEAR SO FAR (periods of this run)"
)
_EACH = Text("TỪNG KHOẢN", "EACH CONTRIBUTION")
_UNITS = Text(
    "Mỗi cột một đơn vị, không cộng lẫn: tiền tính ra đồng, đất ra m² (1 ha = 10.000 m²).",
    "A column for each unit, never mixed: money in đồng, land in m² (1 ha = 10,000 m²).",
)
_LEFT_OUT = Text(
    "Chưa cộng {count} khoản vì chưa rõ số lượng hoặc đơn vị tính (xem cột Đã cộng).",
    "{count} contributions are not summed: amount or unit unknown (see the column Summed).",
)
_WHOLE, _NOWHERE = Text("Cộng", "Sum"), Text("(chưa ghi thôn)", "(no village named)")
_WIDTHS = (5.0, 20.0)
_LEAST_COLUMNS = 8
"""Columns that the list of single contributions needs."""


def village_gifts(outcome: Outcome, lang: str) -> Section | None:
    """The sums and every contribution; None where there are none."""
    now = outcome.villages.now.contributions
    if not now or outcome.period is None:
        return None
    year = of_the_year(outcome.villages, outcome.period)
    columns = measures(gift for _, gifts in year for gift in gifts)
    blocks: list[Block] = [
        letterhead(outcome.office),
        *title(_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
    ]
    if columns:
        rows = [(name or _NOWHERE.of(lang), sums) for name, sums in by_village(now)]
        blocks.append(_sums("village", Text("Thôn", "Village"), rows, columns, lang))
        if len(year) > 1:
            blocks += [Line("", size=8), Line(_BY_MONTH.of(lang), bold=True, size=12)]
            months = [(period.title.of(lang), added(gifts)) for period, gifts in year]
            blocks.append(_sums("month", Text("Kỳ", "Period"), months, columns, lang))
    blocks += [note(_UNITS.of(lang)), *_left_out(now, lang)]
    blocks += [Line("", size=8), Line(_EACH.of(lang), bold=True, size=12)]
    blocks += [_list(now, outcome, lang), signatures(outcome.office, lang)]
    widths = (*_WIDTHS, *(16.0 for _ in range(max(len(columns), _LEAST_COLUMNS - 2))))
    return Section(GIFTS, NAME.of(lang), page_of(outcome.office), widths, tuple(blocks))


def _left_out(gifts: Sequence[Contribution], lang: str) -> Iterator[Line]:
    count = sum(Measure.of(gift) is None for gift in gifts)
    if count:
        yield note(_LEFT_OUT.fill(count=count).of(lang))


def _sums(
    key: str,
    first: Text,
    rows: Sequence[tuple[str, Mapping[Measure, Decimal]]],
    columns: Sequence[Measure],
    lang: str,
) -> Table:
    """A row for each village or month, the sum of each column below as a formula."""
    listed = [
        Row(f"{key}:{place}", (place, name, *(sums.get(each) for each in columns)))
        for place, (name, sums) in enumerate(rows, 1)
    ]
    ends = listed[0].key, listed[-1].key
    totals: list[Cell] = []
    for place, each in enumerate(columns):
        whole = sum((sums.get(each, Decimal(0)) for _, sums in rows), Decimal(0))
        down = Down(GIFTS, *ends, _column_key(key, place))
        totals.append(Computed(Fraction(whole), Call(Function.SUM, (down,))))
    total = Row(f"{key}:sum", (None, _WHOLE.of(lang), *totals), Look.TOTAL)
    headings = (
        Column(f"{key}:number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column(f"{key}:name", first.of(lang)),
        *(
            Column(
                _column_key(key, place),
                each.unit,
                _shows(sums.get(each) for _, sums in rows),
                group=each.giving.shown.of(lang),
            )
            for place, each in enumerate(columns)
        ),
    )
    return Table(headings, (*listed, total))


def _column_key(key: str, place: int) -> str:
    return f"{key}:{place}"


def _shows(amounts: Iterator[Decimal | None]) -> Shows:
    whole = all(amount is None or amount == amount.to_integral_value() for amount in amounts)
    return Shows.AMOUNT if whole else Shows.PLAIN


# ── each contribution ────────────────────────────────────────────────────────────────────────


def _list(gifts: Sequence[Contribution], outcome: Outcome, lang: str) -> Table:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    main = main_file(outcome)
    columns = (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("village", words("Thôn", "Village")),
        Column("giving", words("Đóng góp", "Contribution")),
        Column("written", words("Cơ quan ghi", "As written")),
        Column("giver", words("Hộ, người đóng góp", "Giver")),
        Column("day", words("Ngày", "Day"), Shows.CENTRED),
        Column("summed", words("Đã cộng", "Summed"), Shows.CENTRED),
        Column("source", words("Ô nguồn", "Source cell")),
    )
    rows = tuple(
        Row(
            f"gift:{place}",
            (
                place,
                gift.village,
                _what(gift, lang),
                gift.written,
                gift.giver,
                _day(gift, lang),
                shown(Measure.of(gift) is not None, lang),
                cell_words(gift.at, main),
            ),
        )
        for place, gift in enumerate(gifts, 1)
    )
    return Table(columns, rows, filtered=False)


def _what(gift: Contribution, lang: str) -> str:
    kind = gift.giving.shown.of(lang)
    more = gift.unit if gift.giving is Giving.OTHER else gift.purpose
    return f"{kind}: {more}" if more else kind


def _day(gift: Contribution, lang: str) -> str | None:
    if gift.day is UNKNOWN:
        return Text("chưa rõ", "unknown").of(lang)
    return shown(gift.day, lang) if isinstance(gift.day, date) else None
