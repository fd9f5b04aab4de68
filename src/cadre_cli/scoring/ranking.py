"""The year: how many people a cap allows."""

from __future__ import annotations

import math
from fractions import Fraction


def cap_limit(eligible: int, share: Fraction, base: str) -> int:
    """How many of `eligible` people may stand in the highest class (NĐ 335 Đ20.5), whole people.

    `eligible` are those whose points reach the second class or better. `base` is the choice
    `cap_base`: "tot" takes the share of those left in the second class, x ≤ p·(E − x);
    "tot_tro_len" and "all_rated" of all counted, x ≤ p·E (with E all rated for "all_rated").

    >>> cap_limit(10, Fraction(1, 5), "tot"), cap_limit(10, Fraction(1, 5), "tot_tro_len")
    (1, 2)
    """
    if base == "tot":
        return math.floor(share * eligible / (1 + share))
    return math.floor(share * eligible)
