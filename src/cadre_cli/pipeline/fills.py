"""A cell of the office's that is to be written, one that is left, and the reasons for leaving it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cadre_cli.domain.grid import CellEdit, Value
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.stated import ResultCell
from cadre_cli.domain.texts import Text

MOST_DECIMALS = 10
SHOWN_ALIKE = Fraction(1, 200)
"""Half a unit of the second decimal: what rounding may take away, as in C11."""

NOT_KNOWN = Text("chưa rõ dòng này là của ai", "whose row it is, is not clear")
TWICE = Text("người này có nhiều dòng trong bảng", "the person has several rows in the table")
FORMULA = Text("ô là công thức của cơ quan", "the cell holds the office's own formula")
DIFFERS = Text(
    "cơ quan đã ghi khác ({held}, tính lại {becomes}); muốn thay trong bản sao thì thêm --replace",
    "the office wrote otherwise ({held}, recomputed {becomes}); --replace changes it in the copy",
)
NO_RESULT = Text("chưa có kết quả", "there is no result")
NO_RESULT_WHY = Text("chưa có kết quả: {why}", "there is no result: {why}")
NOT_A_NUMBER = Text("ô đang ghi chữ, không phải điểm", "the cell holds words, no points")
NOT_A_CLASS = Text(
    "ô đang ghi chữ không phải một mức xếp loại", "the cell holds words that are no class"
)
OTHER_SCALE = Text("cột ghi theo thang điểm khác", "the column has another scale")


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell to be written: whose it is, and what becomes of it."""

    cell: ResultCell
    who: str
    becomes: Value
    shown: Value
    """What the clerk will see: a number with two decimals, a class in Unicode."""
    share: Fraction | None = None
    """Of a share: the fraction of 1, written as such where the cell is shown as a percentage."""
    unchecked: str = ""
    """The formula of the cell's data validation, where only Excel can work it out."""

    as_percent: bool = False
    """Whether the copy shows the share as a percentage, by the number format of its cell."""

    @property
    def edit(self) -> CellEdit:
        """The change, refused unless the cell still holds what was read."""
        rounded = self.shown if isinstance(self.becomes, Decimal) else None
        held = self.cell.held
        if self.share is None or self.cell.scale is None:
            return CellEdit(self.cell.at, held, self.becomes, rounded)
        percent = decimal(self.share, MOST_DECIMALS)
        untold = self.cell.scale.why
        return CellEdit(self.cell.at, held, self.becomes, rounded, percent, unless_percent=untold)


@dataclass(frozen=True, slots=True)
class Left:
    """A cell of results that is left as it is, and why."""

    at: CellRef
    heading: str
    who: str
    why: Text


def is_blank(cell: ResultCell) -> bool:
    """Whether nothing stands in the cell: no value, no formula, at most dots to write upon."""
    if cell.formula:
        return False
    held = cell.held
    return held is None or (isinstance(held, str) and not held.strip(" .…_\u00a0\n\r\t"))


def decimal(value: Fraction, places: int) -> Decimal:
    """A number rounded half up to so many decimals, without zeros at its end."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def per_cent(share: Fraction) -> str:
    """A share in words: 64,29%."""
    return f"{decimal(share * 100, 2)}%".replace(".", ",")
