"""The range a number must lie in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Bounds:
    """`low` and `high` are themselves allowed, `above` is not; None sets no bound.

    >>> Bounds(above=Decimal(0)).allow(Decimal(0)), Bounds(high=Decimal(30)).allow(Decimal(30))
    (False, True)
    """

    low: Decimal | None = None
    high: Decimal | None = None
    above: Decimal | None = None

    def allow(self, value: Decimal) -> bool:
        """Whether the value lies in the range."""
        return (
            (self.low is None or value >= self.low)
            and (self.high is None or value <= self.high)
            and (self.above is None or value > self.above)
        )

    @property
    def said(self) -> Text:
        """The range in words: "từ 0 trở lên, không quá 30"."""
        parts = [
            words.fill(n=bound)
            for words, bound in (
                (Text("lớn hơn {n}", "above {n}"), self.above),
                (Text("từ {n} trở lên", "{n} or more"), self.low),
                (Text("không quá {n}", "at most {n}"), self.high),
            )
            if bound is not None
        ]
        return Text(", ".join(part.vi for part in parts), ", ".join(part.en for part in parts))


NO_BOUNDS = Bounds()
PERCENT = Bounds(Decimal(0), Decimal(1))
"""A part of the whole, as a fraction of 1."""
