"""What stands for 100 % in a column of shares: the same number means another share in each scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.texts import Text

_HUNDRED = Decimal(100)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Scale:
    """The number that stands for 100 % in a column (`full`); None where nothing tells, and `why`.

    A cell that says percent by itself ("80%", or 0.8 shown as 80%) needs no scale.
    """

    full: Decimal | None
    why: Text | None = None

    def share(self, number: Decimal, *, one_is_all: bool = False) -> Fraction | None:
        """A bare number as a fraction of 1; None from 1 to 2, which may be 1 % or all of it.

        In a column of ones and fractions 1 is all of it, with `one_is_all` in an untold one, too.
        0.8 is 80 % but in a column of hundreds, where it may be less than 1 %: None, too, unless
        with `one_is_all` so small a share is none that can be meant.
        """
        if self.full not in (None, 1, 100):
            return Fraction(number) / Fraction(self.full or 1)
        if number < 1:
            told = number <= 0 or self.full != _HUNDRED or one_is_all
            return Fraction(number) if told else None
        if number < _TWO:
            told = self.full == 1 or (one_is_all and self.full is None)
            return Fraction(1) if told and number == 1 else None
        return Fraction(number) / 100

    def number(self, share: Fraction) -> Fraction:
        """How the column writes a share; as per cents where nothing tells."""
        return share * Fraction(self.full or _HUNDRED)


UNTOLD = Scale(None)
OF_ONE = Scale(Decimal(1))
OF_HUNDRED = Scale(_HUNDRED)
