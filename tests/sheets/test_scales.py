"""What a bare number is in the scale of its column."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cadre_cli.domain.scales import OF_HUNDRED, OF_ONE, UNTOLD, Scale


@pytest.mark.parametrize(
    ("number", "of_one", "of_hundred", "untold"),
    [
        ("0.8", Fraction(4, 5), None, Fraction(4, 5)),
        ("1", Fraction(1), None, None),
        ("1.2", None, None, None),
        ("80", Fraction(4, 5), Fraction(4, 5), Fraction(4, 5)),
    ],
)
def test_from_one_to_two_or_small_among_hundreds_a_number_may_be_two_shares(
    number: str, of_one: Fraction | None, of_hundred: Fraction | None, untold: Fraction | None
) -> None:
    found = [scale.share(Decimal(number)) for scale in (OF_ONE, OF_HUNDRED, UNTOLD)]
    assert found == [of_one, of_hundred, untold]


def test_where_there_is_no_one_per_cent_a_bare_one_is_all_of_it() -> None:
    one = Decimal(1)
    assert UNTOLD.share(one, one_is_all=True) == 1
    assert OF_HUNDRED.share(one, one_is_all=True) is None
    assert OF_HUNDRED.share(Decimal("0.5"), one_is_all=True) == Fraction(1, 2)


def test_points_are_parts_of_their_maximum() -> None:
    of_ten = Scale(Decimal(10))
    assert (of_ten.share(Decimal(9)), of_ten.number(Fraction(1, 3))) == (
        Fraction(9, 10),
        Fraction(10, 3),
    )
