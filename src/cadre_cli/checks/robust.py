"""Statistics that a single odd value does not move, in exact fractions: median and median deviation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

AS_SIGMA = Fraction(14826, 10000)
"""Median deviations of a normal spread times this are its standard deviation."""

NEARLY_ALL = Fraction(9, 10)
"""What "nearly all" means: one exception in ten may be chance, in groups of under ten none."""


def median(values: Iterable[Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle.

    >>> median([Fraction(1), Fraction(2), Fraction(10)]), median([Fraction(1), Fraction(2)])
    (Fraction(2, 1), Fraction(3, 2))
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing has no median")
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def deviation(values: Sequence[Fraction]) -> Fraction:
    """The median of the distances from the median (MAD).

    >>> deviation([Fraction(1), Fraction(2), Fraction(3), Fraction(100)])
    Fraction(1, 1)
    """
    middle = median(values)
    return median(abs(value - middle) for value in values)


def commonest(values: Iterable[Fraction]) -> tuple[Fraction, int]:
    """The value that occurs most often, and how often; of several the greatest.

    >>> commonest([Fraction(1), Fraction(2), Fraction(2)])
    (Fraction(2, 1), 2)
    """
    counted = Counter(values)
    return max(counted.items(), key=lambda item: (item[1], item[0]))
