"""Words that no row of Excel is high enough for."""

import io
from datetime import date

import openpyxl

from cadre_cli.domain.report import Column, Page, Properties, Report, Row, Section, Table
from cadre_cli.workbook.render import render

PAGE = Page(top=20, bottom=20, left=30, right=15)
WORDS = " ".join(f"việc{number}" for number in range(600))


def written(text: str, *, continued: bool) -> list[tuple[object, ...]]:
    table = Table(
        (Column("number", "STT"), Column("content", "Nội dung")),
        (Row("1", (1, text)), Row("2", (2, "Lập kế hoạch"))),
        continued=continued,
    )
    section = Section("s", "Chi tiết", PAGE, (5.0, 40.0), (table,))
    data = render(Report("r", Properties("r", "cadre", date(2026, 1, 1)), (section,)))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert all((each.height or 0) <= 409 for each in sheet.row_dimensions.values())
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_words_too_long_for_a_row_go_on_below_and_none_is_lost() -> None:
    *parts, last = written(WORDS, continued=True)
    assert [number for number, _ in parts] == [1, *[None] * (len(parts) - 1)]
    texts = [str(text) for _, text in parts]
    assert len(texts) > 1
    assert all(text.endswith(" …") for text in texts[:-1])
    assert " ".join(text.strip("… ") for text in texts) == WORDS
    assert last == (2, "Lập kế hoạch")


def test_other_rows_and_tables_stay_as_they_are() -> None:
    short = "Rà soát hồ sơ " * 20
    assert written(short, continued=True) == written(short, continued=False)
    assert len(written(WORDS, continued=False)) == 2
