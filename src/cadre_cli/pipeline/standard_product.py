"""The points of the standard product as the office's own catalogue says them (choice catalogue_divisor)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import CatalogueItem
from cadre_cli.vietnamese.text import fold

_STANDARD = re.compile(
    r"(?:don vi )?(?:san pham|cong viec)(?:,? (?:san pham|cong viec))? chuan(?: (?:la|cua|de|quy doi)\b|$)"
)
"""Nothing but these words may follow: "công việc chuẩn bị", "sản phẩm chuẩn hóa" name other work."""
_ASIDE = re.compile(r"\s*[(:=,;–-].*$", re.DOTALL)
_MOST_DECIMALS = 2
"""Decimals that a standard product's points have at most: they were set by people."""


@dataclass(frozen=True, slots=True)
class StandardProduct:
    """How many points one standard product has, and the cell that says so."""

    points: Decimal
    at: CellRef


def standard_product(catalogue: Sequence[CatalogueItem]) -> StandardProduct | None:
    """From the line that names it, else from lines that give both points and coefficient.

    None where the catalogue does not say, or says it in two ways.
    """
    named = [
        StandardProduct(line.points, line.at.cell("points"))
        for line in catalogue
        if isinstance(line.points, Decimal) and _names_standard(line)
    ]
    if named:
        return named[0] if len({one.points for one in named}) == 1 else None
    return _determined([line for line in catalogue if _has_both(line)])


def _names_standard(line: CatalogueItem) -> bool:
    words = (line.content, line.product, line.group)
    return any(_STANDARD.match(_name(text)) is not None for text in words if text)


def _name(text: str) -> str:
    """The words before a bracket or colon: "Sản phẩm chuẩn (công văn)", "Sản phẩm chuẩn: công văn"."""
    name, sign, rest = text.partition("/")
    return fold(f"{name}{sign}{_ASIDE.sub('', rest)}" if sign else _ASIDE.sub("", text))


def _has_both(line: CatalogueItem) -> bool:
    return isinstance(line.points, Decimal) and isinstance(line.coefficient, Decimal)


def _determined(lines: Sequence[CatalogueItem]) -> StandardProduct | None:
    """The one number by which points become the coefficients of all lines, rounded as they are."""
    if len({line.points for line in lines}) < 2:
        return None
    fitting = {
        divisor
        for divisor in set(_candidates(lines))
        if all(_gives(line, divisor) for line in lines)
    }
    if len(fitting) != 1:
        return None
    return StandardProduct(fitting.pop(), lines[0].at.cell("coefficient"))


def _candidates(lines: Sequence[CatalogueItem]) -> Iterator[Decimal]:
    for line in lines:
        if isinstance(line.points, Decimal) and isinstance(line.coefficient, Decimal):
            exact = Fraction(line.points) / Fraction(line.coefficient)
            if (exact * 10**_MOST_DECIMALS).denominator == 1:
                yield Decimal(exact.numerator) / Decimal(exact.denominator)


def _gives(line: CatalogueItem, divisor: Decimal) -> bool:
    if not isinstance(line.points, Decimal) or not isinstance(line.coefficient, Decimal):
        return False
    exact = line.points / divisor
    place = Decimal(1).scaleb(min(-1, int(line.coefficient.as_tuple().exponent)))
    return line.coefficient in {
        exact.quantize(place, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    }
