"""Months that somebody brought from a former body."""

from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.kinds.parsing import codes, parsed

from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.kinds.brought import KIND
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import LeftOut

TITLE = "KẾT QUẢ CÁC THÁNG TỪ CƠ QUAN CŨ CHUYỂN ĐẾN NĂM 2026\n\n"
HEAD = "| STT | Họ và tên | Tháng | Tổng điểm | Cơ quan cũ | Văn bản |\n"


@pytest.mark.parametrize(
    ("month", "period"),
    [
        ("1", "2026-01"),
        ("Tháng 2", "2026-02"),
        ("02/2026", "2026-02"),
        ("Quý I/2026", "2026-Q1"),
        ("@2026-03-01", "2026-03"),
        ("Tháng 12/2025", "2025-12"),
    ],
)
def test_the_month_of_a_row_with_the_year_of_the_title(month: str, period: str) -> None:
    result = parsed(
        KIND,
        TITLE + HEAD + f"| 1 | Lê Văn Cường | {month} | 85.5 | UBND xã Khe Vầu | CV 12/UBND |\n",
    )
    [brought] = result.records.brought
    assert (brought.period, brought.total) == (Period.parse(period), Decimal("85.5"))
    assert (brought.body, brought.document) == ("UBND xã Khe Vầu", "CV 12/UBND")
    assert codes(result.findings) == []


def test_a_month_without_a_year_anywhere_is_asked_about() -> None:
    result = parsed(
        KIND, "KẾT QUẢ TỪ CƠ QUAN CŨ\n\n" + HEAD + "| 1 | Lê Văn Cường | 1 | 85 | xã A | |\n"
    )
    assert result.records.brought == ()
    assert codes(result.findings) == [("D11", "C4")]


def test_a_total_that_is_lacking_or_too_high_counts_for_nothing() -> None:
    result = parsed(
        KIND,
        TITLE
        + HEAD
        + "| 1 | Lê Văn Cường | 1 | | xã A | |\n"
        + "| 2 | Lê Văn Cường | 2 | 105 | xã A | |\n",
    )
    assert codes(result.findings) == [("D05", "D4"), ("D04", "D5")]


def test_among_all_kinds_it_is_known_for_what_it_is() -> None:
    found = recognise(
        grid(TITLE + HEAD + "| 1 | Lê Văn Cường | 1 | 85 | xã A | |\n"), KINDS, Office()
    )
    assert not isinstance(found, LeftOut)
    assert [table.kind for table in found] == ["brought"]
