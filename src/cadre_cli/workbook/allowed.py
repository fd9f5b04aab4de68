"""What a cell may hold by the office's own data validation: a drop-down's words, or limits."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from cadre_cli.domain.grid import Value
from cadre_cli.domain.texts import Text

_MOST_SHOWN = 8

_NOT_LISTED = Text(
    "danh sách chọn của ô ({listed}) không có “{value}”",
    "the cell's drop-down list ({listed}) has no “{value}”",
)
_OUTSIDE = Text(
    "giá trị nằm ngoài giới hạn của ô ({what} {limits})",
    "the value is outside the cell's limits ({what} {limits})",
)
_NOT_WHOLE = Text("ô chỉ nhận số nguyên", "the cell takes whole numbers only")
_NUMBER = Text("số", "a number")
_LENGTH = Text("chữ dài", "text of a length")
_LIMITS: Mapping[str, Text] = {
    "between": Text("từ {low} đến {high}", "from {low} to {high}"),
    "notBetween": Text("ngoài khoảng {low} đến {high}", "outside {low} to {high}"),
    "equal": Text("bằng {low}", "equal to {low}"),
    "notEqual": Text("khác {low}", "other than {low}"),
    "greaterThan": Text("lớn hơn {low}", "above {low}"),
    "lessThan": Text("nhỏ hơn {low}", "below {low}"),
    "greaterThanOrEqual": Text("từ {low} trở lên", "of at least {low}"),
    "lessThanOrEqual": Text("không quá {low}", "of at most {low}"),
}
_HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThan": operator.gt,
    "lessThan": operator.lt,
    "greaterThanOrEqual": operator.ge,
    "lessThanOrEqual": operator.le,
}


@dataclass(frozen=True, slots=True)
class Choices:
    """A drop-down list; `words` are its entries as stored, numbers as they are written."""

    words: tuple[str, ...]

    def refuses(self, value: Value) -> Text | None:
        """Why a value cannot stand in the cell; None when it can, as a blank always can."""
        if value is None or (isinstance(value, str) and value in self.words):
            return None
        if isinstance(value, Decimal) and value in map(number, self.words):
            return None
        listed = "; ".join(self.words[:_MOST_SHOWN]) + " …" * (len(self.words) > _MOST_SHOWN)
        return _NOT_LISTED.fill(listed=listed, value=value)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a number (`kind` decimal or whole) or of a text's length (textLength).

    `operator` is Excel's word for it; `high` counts for (not) between alone.
    """

    kind: str
    operator: str
    low: Decimal
    high: Decimal

    def refuses(self, value: Value) -> Text | None:
        """Why a value cannot stand in the cell; None when it can, or when it is of another kind."""
        measured = self._measured(value)
        if measured is None:
            return None
        if self.kind == "whole" and measured != measured.to_integral_value():
            return _NOT_WHOLE
        if self._allows(measured):
            return None
        limits = _LIMITS[self.operator].fill(low=self.low, high=self.high)
        what = _LENGTH if self.kind == "textLength" else _NUMBER
        return _OUTSIDE.fill(what=what, limits=limits)

    def _measured(self, value: Value) -> Decimal | None:
        if self.kind == "textLength":
            return Decimal(len(value)) if isinstance(value, str) else None
        return value if isinstance(value, Decimal) else None

    def _allows(self, measured: Decimal) -> bool:
        if self.operator in _HOLDS:
            return _HOLDS[self.operator](measured, self.low)
        return (self.low <= measured <= self.high) is (self.operator == "between")


@dataclass(frozen=True, slots=True)
class Untold:
    """A rule that only Excel can work out: the formula as written."""

    formula: str

    def refuses(self, _value: Value) -> Text | None:
        """Nothing can be said against a value."""
        return None


Allowed = Choices | Limits | Untold


def number(words: str) -> Decimal | None:
    """A number as formulas write it; None for other words."""
    try:
        found = Decimal(words.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
