from fractions import Fraction

import pytest

from cadre_cli.scoring.ranking import cap_limit

FIFTH, QUARTER = Fraction(1, 5), Fraction(1, 4)


@pytest.mark.parametrize(
    ("eligible", "literal_20", "wide_20", "literal_25", "wide_25"),
    [
        (0, 0, 0, 0, 0),
        (5, 0, 1, 1, 1),
        (6, 1, 1, 1, 1),
        (10, 1, 2, 2, 2),
        (12, 2, 2, 2, 3),
        (24, 4, 4, 4, 6),
        (30, 5, 6, 6, 7),
        (50, 8, 10, 10, 12),
    ],
)
def test_the_cap_in_its_two_readings(eligible, literal_20, wide_20, literal_25, wide_25):
    assert (
        cap_limit(eligible, FIFTH, "tot"),
        cap_limit(eligible, FIFTH, "tot_tro_len"),
        cap_limit(eligible, QUARTER, "tot"),
        cap_limit(eligible, QUARTER, "tot_tro_len"),
    ) == (literal_20, wide_20, literal_25, wide_25)


@pytest.mark.parametrize("share", [FIFTH, QUARTER, Fraction(23, 100)])
def test_the_literal_limit_is_the_greatest_number_that_keeps_its_share(share):
    for eligible in range(200):
        limit = cap_limit(eligible, share, "tot")
        assert limit <= share * (eligible - limit)
        assert limit + 1 > share * (eligible - limit - 1)


def test_all_rated_counts_everybody_it_is_given():
    assert cap_limit(14, FIFTH, "all_rated") == 2
