"""An open point of the law over all time: its options, and how an office may write one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.domain.trace import Basis

ALL = "all"
"""The option of a choice among lists that takes everything there is."""


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The options of a choice that takes a number: from `least` to `most` in steps."""

    least: Decimal
    most: Decimal
    step: Decimal

    @property
    def options(self) -> tuple[str, ...]:
        """Each number as it is written in a decision."""
        count = int((self.most - self.least) / self.step)
        return tuple(str(self.least + self.step * place) for place in range(count + 1))

    def option(self, written: str) -> str | None:
        """The number somebody wrote, `0.2` for `0.20` included."""
        try:
            number = Decimal(written)
        except ArithmeticError:
            return None
        return next((known for known in self.options if Decimal(known) == number), None)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The options of a choice that takes `count` numbers at once, written `90/70/50` or `30 + 70`.

    Their sum is at most `most`; with `falling` each is below the one before.
    """

    count: int
    most: Decimal | None = None
    falling: bool = False

    def option(self, written: str) -> str | None:
        """The numbers as a decision keeps them, `90/70/50`; None when they cannot be taken."""
        parts = [part.strip().replace(",", ".") for part in re.split(r"[/+;]", written)]
        if len(parts) != self.count or not all(re.fullmatch(r"\d+(\.\d+)?", p) for p in parts):
            return None
        numbers = [Decimal(part) for part in parts]
        if self.most is not None and sum(numbers) > self.most:
            return None
        falls = all(one > other for one, other in itertools.pairwise(numbers))
        if self.falling and not (falls and numbers[-1] > 0):
            return None
        return "/".join(parts)


@dataclass(frozen=True, slots=True)
class ChoiceTerm:
    """An open point of the law: its options with their Vietnamese meanings, and the default.

    `basis` stands behind the default; its `passage` is where the text is silent. `numbers` is set
    when the options are numbers, which then share one meaning; `row` when an option is several
    numbers at once. With `many` several options may be taken together, or `all`.
    """

    id: str
    meaning: str
    options: Mapping[str, str]
    default: str
    basis: Basis
    numbers: NumberRange | None = None
    row: NumberRow | None = None
    many: bool = False

    def option(self, written: str) -> str | None:
        """The option somebody wrote; None when there is no such option."""
        if self.row is not None:
            return self.row.option(written)
        if written in self.options:
            return written
        if self.numbers is not None:
            return self.numbers.option(written)
        return self._listed(written) if self.many else None

    def means(self, option: str) -> str:
        """What an option means, in Vietnamese."""
        if self.row is not None:
            return f"{self.options[self.default]}: {option}"
        if option in self.options:
            return self.options[option]
        return "; ".join(self.options[part] for part in option.split(", "))

    def takes(self, taken: str, when: str) -> bool:
        """Whether the option taken is `when`, or one of several taken is."""
        return taken == when or (self.many and (taken == ALL or when in taken.split(", ")))

    def _listed(self, written: str) -> str | None:
        """Several options together, in the order of the rule set."""
        wanted = {part.strip() for part in re.split(r"[,;]", written)}
        if ALL in wanted or not wanted <= self.options.keys():
            return None
        return ", ".join(option for option in self.options if option in wanted)
