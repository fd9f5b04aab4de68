"""The notation that the other tests show their sheets in."""

from datetime import date
from decimal import Decimal

from tests.grids import grid

from cadre_cli.domain.grid import Area, Cell, ErrorValue, NoValue


def test_values_are_what_their_notation_says() -> None:
    shown = grid(
        """
        Tháng 3 năm 2026

        | STT  | Họ tên       | <          |
        |------|--------------|------------|
        | 1    | '1           | 8,5        |
        |      | #N/A         | {=A1*2\\|4} |
        | TRUE | @2026-03-05  | {=A1}      |
        | -2.5 | 0.5{0%}      | a\\nb       |
        """.replace("\\|", "|"),
        row=2,
    )
    assert shown.rows == {
        2: {1: Cell("Tháng 3 năm 2026")},
        4: {1: Cell("STT"), 2: Cell("Họ tên")},
        5: {1: Cell(Decimal(1)), 2: Cell("1"), 3: Cell("8,5")},
        6: {2: Cell(ErrorValue("#N/A")), 3: Cell(Decimal(4), "A1*2")},
        7: {
            1: Cell(True),
            2: Cell(date(2026, 3, 5)),
            3: Cell(NoValue.NO_STORED_VALUE, "A1"),
        },
        8: {1: Cell(Decimal("-2.5")), 2: Cell(Decimal("0.5"), shown="0%"), 3: Cell("a\nb")},
    }
    assert shown.merges == (Area(4, 2, 4, 3),)


def test_merges_run_both_ways() -> None:
    shown = grid(
        """
        | A | B | < |
        | ^ | C | D |
        | E | < | F |
        | ^ | < | ^ |
        """
    )
    assert shown.merges == (Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(3, 1, 4, 2), Area(3, 3, 4, 3))
